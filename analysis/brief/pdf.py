"""The whole book as one PDF: its built pages in their order, with page numbers, bookmarks and tags.

The chapters become one page of HTML, which a browser without a window prints: so links between chapters lead inside
the PDF, and headings become bookmarks and tags. The browser's own times and names are taken out afterwards.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urljoin, urlsplit

from ..errors import InputError
from .plain import plain

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from ..citing import Citation

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
#: Where browsers lie that are not on the path.
PLACES = ("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
          "/Applications/Chromium.app/Contents/MacOS/Chromium",
          r"C:\Program Files\Google\Chrome\Application\chrome.exe",
          r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe")
SECONDS = 300
_NODE = re.compile(rb"node\d{8}")
#: What no reader of paper can use: code to unfold, links to headings, buttons, areas to point at.
_SCREEN_ONLY = ("details.hide", "a.headerlink", "button", "div.corpus-marks", "script", "noscript", "iframe")
_STYLE = """
@page { size: A4; margin: 18mm 17mm 20mm;
  @bottom-center { content: counter(page); font: 9pt "Noto Sans", Arial, sans-serif; color: #555; } }
html, body { background: #fff; color: #1a1a1a; font-size: 10.5pt; }
body { display: block; margin: 0; padding: 0; }
article { max-width: none; padding: 0; }
article.chapter { break-before: page; }
h1, h2, h3, h4, summary, dt { break-after: avoid; }
figure, tr, .corpus-finding, .corpus-picture { break-inside: avoid; }
img { max-width: 100%; max-height: 225mm; height: auto; }
table { font-size: 7.5pt; width: 100%; }
.corpus-entry img, .corpus-gallery img { max-height: 60mm; width: auto; }
td, th { overflow-wrap: break-word; padding: 1pt 3pt !important; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; }
.corpus-scroll, .cell_output, .output { overflow: visible !important; max-height: none !important; }
.cover { padding-top: 70mm; }
.cover h1 { font-size: 26pt; }
"""


def pdf(root: Path) -> bytes:
    """The book of the repository at ``root`` as a PDF; it is built first if it is not up to date.

    Raises
    ------
    InputError: there is no browser to print with, the browser fails, or the book cannot be built.
    """
    from .. import citing, pipeline
    from ..build import build_book
    from ..tables import corpus_of

    browser = find_browser()
    root = Path(root).resolve()
    html = build_book(root).parent
    cited = citing.of_book(root, corpus_of(pipeline.load(root)))
    with tempfile.TemporaryDirectory(prefix="caspian-") as folder:
        page = Path(folder) / "book.html"
        whole = one_page(html, chapters(root), cited)
        page.write_bytes(whole)
        return clean(_printed(browser, page, Path(folder)), cited, headings(whole))


def find_browser() -> str:
    """The path of a Chromium or Chrome.

    Raises
    ------
    InputError: none was found.
    """
    found = next(filter(None, (*map(shutil.which, BROWSERS), *(place for place in PLACES if Path(place).is_file()))),
                 None)
    if found is None:
        raise InputError("a PDF of the book is printed by Chromium or Chrome, and none was found",
                         remedy="Install one (Debian and Ubuntu: apt install chromium), or print the pages from a "
                         "browser")
    return found


def chapters(root: Path) -> list[str]:
    """Names of the book's pages in their order, from _toc.yml: "book/index", "book/corpus" …

    Raises
    ------
    InputError: the file cannot be read.
    """
    import yaml

    file = root / "_toc.yml"
    try:
        contents = yaml.safe_load(file.read_text(encoding="utf-8"))
        parts = contents.get("parts", [contents])
        return [contents["root"], *(entry["file"] for part in parts for entry in part["chapters"])]
    except (OSError, yaml.YAMLError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"the order of the chapters cannot be read: {error}", file=file,
                         remedy="Restore the file") from None


def one_page(html: Path, names: list[str], cited: Citation) -> bytes:
    """All chapters as one page of HTML: links between them lead inside it, all others to the published book."""
    from lxml import etree
    from lxml.html import builder as e
    from lxml.html import document_fromstring

    sheets: dict[str, None] = {}
    articles = []
    for name in names:
        page = (html / f"{name}.html").read_text(encoding="utf-8")
        tree = document_fromstring(page)
        article = _chosen(tree, "article.bd-article")[0]
        base = (html / f"{name}.html").as_uri()
        sheets |= dict.fromkeys(urljoin(base, link.get("href")) for link in tree.xpath("//link[@rel='stylesheet']"))
        _prepare(article, name, names, html, cited)
        articles.append(article)
    head = e.HEAD(e.META(charset="utf-8"), e.TITLE(plain(cited.book)),
                  *(e.LINK(rel="stylesheet", href=sheet) for sheet in sheets), e.STYLE(_STYLE))
    whole = e.HTML(head, e.BODY(_cover(cited), *articles), lang="en")
    whole.set("data-theme", "light")
    whole.set("data-mode", "light")
    return etree.tostring(whole, method="html", encoding="utf-8", doctype="<!DOCTYPE html>")


def _chosen(tree: HtmlElement, what: str) -> list[HtmlElement]:
    """The elements below of that tag and, after a full stop, of that class."""
    tag, _, kind = what.partition(".")
    return [element for element in tree.iter(tag) if not kind or kind in element.get("class", "").split()]


def _cover(cited: Citation) -> HtmlElement:
    from lxml.html import builder as e

    from .. import citing
    from ..measure.wording import capital

    title, _, rest = cited.book.partition(":")
    return e.ARTICLE(
        e.CLASS("cover"), e.H1(plain(title)), e.P(capital(plain(rest))), e.P(plain("; ".join(cited.authors))),
        e.P(plain("; ".join(part for part in (cited.edition, cited.data) if part))),
        e.P("Text, figures and tables: CC BY 4.0. Words quoted from articles remain their publishers'."),
        e.P(plain(citing.apa(cited))))


def _prepare(article: HtmlElement, name: str, names: list[str], html: Path, cited: Citation) -> None:
    """Makes a chapter part of one page: names of its own for places, whole addresses, nothing that only a screen
    shows."""
    for what in _SCREEN_ONLY:
        for element in _chosen(article, what):
            element.drop_tree()
    for folded in article.iter("details"):
        folded.set("open", "open")
    base = (html / f"{name}.html").as_uri()
    prefix = {page: f"c{number}-" for number, page in enumerate(names)}
    article.set("class", "bd-article chapter")
    for element in article.iter():
        if not isinstance(element.tag, str):
            continue
        if element.get("id"):
            element.set("id", prefix[name] + element.get("id"))
        if element.tag == "img":
            element.attrib.pop("loading", None)
            element.set("src", urljoin(base, element.get("src", "")))
        if element.get("href") is not None:
            element.set("href", _address(urljoin(base, element.get("href")), html, prefix, cited.url))
    article.set("id", f"{prefix[name]}top")


def _address(address: str, html: Path, prefix: dict[str, str], published: str) -> str:
    """Where a link of the built book leads in the PDF."""
    parts = urlsplit(address)
    if parts.scheme != "file":
        return address
    path = unquote(parts.path)
    inside = unquote(urlsplit(html.as_uri()).path).rstrip("/") + "/"
    if not path.startswith(inside):
        return published
    name = path.removeprefix(inside)
    if name.removesuffix(".html") in prefix:
        return f"#{prefix[name.removesuffix('.html')]}{parts.fragment or 'top'}"
    return urljoin(f"{published.rstrip('/')}/", name) + (f"#{parts.fragment}" if parts.fragment else "")


def _printed(browser: str, page: Path, folder: Path) -> bytes:
    """What the browser prints of the page.

    Raises
    ------
    InputError: it does not print within some minutes.
    """
    target = folder / "book.pdf"
    command = [browser, "--headless", "--disable-gpu", "--disable-background-networking", "--disable-extensions",
               "--no-first-run", "--host-resolver-rules=MAP * ~NOTFOUND", "--no-pdf-header-footer",
               "--generate-pdf-document-outline", "--virtual-time-budget=20000",
               f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={target}", page.as_uri()]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.insert(1, "--no-sandbox")  # the browser does not run in its sandbox for the administrator
    try:
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=SECONDS)
        said = done.stderr.strip().splitlines()
    except subprocess.TimeoutExpired:
        said = [f"no answer in {SECONDS} seconds"]
    except OSError as error:
        said = [error.strerror or str(error)]
    if not target.is_file():
        raise InputError(f"the browser did not print the book: {said[-1] if said else 'it says nothing'}", file=browser,
                         remedy="Try another Chromium or Chrome, or print the pages from a browser")
    return target.read_bytes()


def headings(page: bytes) -> list[str]:
    """The words of a page's headings, in their order."""
    from lxml.html import document_fromstring

    found = document_fromstring(page.decode("utf-8")).iter("h1", "h2", "h3", "h4", "h5", "h6")
    return [plain(heading.text_content()) for heading in found]


def clean(made: bytes, cited: Citation, titles: list[str]) -> bytes:
    """The PDF with the book's title, authors and date in place of the browser's, and ``titles`` as bookmarks.

    The browser numbers tags by what else it has done, and sets a heading that moves to the next page twice into its
    bookmark; both are put right, so that the same pages give the same bytes.
    """
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import NameObject, TextStringObject

    names = {name: b"node%08d" % place for place, name in enumerate(sorted(set(_NODE.findall(made))), 1)}
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(_NODE.sub(lambda found: names[found[0]], made))))
    day = f"D:{cited.date.replace('-', '')}000000Z"
    writer.metadata = None
    writer.add_metadata({"/Title": plain(cited.book), "/Author": plain("; ".join(cited.authors)),
                         "/Subject": plain("; ".join(part for part in (cited.edition, cited.data) if part)),
                         "/Keywords": "CC BY 4.0", "/CreationDate": day, "/ModDate": day})
    root = writer.root_object
    root[NameObject("/Lang")] = TextStringObject("en")
    root[NameObject("/PageMode")] = NameObject("/UseOutlines")
    marks = list(_bookmarks(root.get("/Outlines")))
    for mark, title in zip(marks, titles, strict=False) if len(marks) == len(titles) else ():
        mark[NameObject("/Title")] = TextStringObject(title)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _bookmarks(above: Any) -> Iterator[Any]:
    """The bookmarks below one, in the order of the pages."""
    mark = above and above.get_object().get("/First")
    while mark:
        mark = mark.get_object()
        yield mark
        yield from _bookmarks(mark)
        mark = mark.get("/Next")
