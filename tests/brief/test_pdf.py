"""The book as a PDF: one page of all chapters, printed with tags, bookmarks and page numbers."""

from __future__ import annotations

import io
import shutil

import pytest
from lxml.html import document_fromstring
from pypdf import PdfReader, PdfWriter

from analysis.brief import pdf
from analysis.errors import InputError

CHAPTER = """<!DOCTYPE html><html><head><link rel="stylesheet" href="../_static/look.css"><script>1</script></head>
<body><nav>menu</nav><article class="bd-article">
<section id="top-of-{name}"><h1>{title}<a class="headerlink" href="#x">#</a>
</h1><p>Words of {name}. <a href="{other}.html#top-of-{other}">there</a> <a href="{other}.html">all</a>
<a href="#top-of-{name}">here</a> <a href="../figures/a-b/index.html">figure</a> <a href="https://example.com/">out</a>
<a href="../../../secret.txt">secret</a></p>
<details class="admonition hide above-input"><summary>Show the code</summary>
<pre>code()</pre></details><details><summary>Sentences</summary><p>Azərbaycan, Қазақстан &lt;b&gt;</p></details>
<img src="../_images/p.svg" loading="lazy" alt="A bar of 7"></section></article></body></html>"""


@pytest.fixture
def html(tmp_path):
    for name, other, title in (("one", "two", "First chapter"), ("two", "one", "Second chapter")):
        (tmp_path / "book").mkdir(exist_ok=True)
        (tmp_path / "book" / f"{name}.html").write_text(CHAPTER.format(name=name, other=other, title=title), "utf-8")
    for folder, name, text in (("_static", "look.css", "p { color: #111; }"),
                               ("_images", "p.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_text(text, "utf-8")
    return tmp_path


NAMES = ["book/one", "book/two"]


def test_chapters_become_one_page_whose_links_lead_inside_it(html, cited):
    page = document_fromstring(pdf.one_page(html, NAMES, cited).decode("utf-8"))
    links = [link.get("href") for link in page.iter("a")]
    assert links[:6] == ["#c1-top-of-two", "#c1-top", "#c0-top-of-one", "https://example.org/book/figures/a-b/index.html",
                         "https://example.com/", "https://example.org/book/"]
    places = {element.get("id") for element in page.iter() if element.get("id")}
    assert {link[1:] for link in links if link.startswith("#")} <= places
    words = page.text_content()
    assert "A book on Kazakhstan" in words
    assert "code()" not in words and "menu" not in words and "Azərbaycan, Қазақстан <b>" in words
    assert not list(page.iter("script")) and all(each.get("open") for each in page.iter("details"))
    image = next(page.iter("img"))
    assert image.get("loading") is None and image.get("src") == (html / "_images" / "p.svg").as_uri()
    assert pdf.headings(pdf.one_page(html, NAMES, cited)) == ["Across the Caspian", "First chapter", "Second chapter"]


def test_the_order_is_that_of_the_table_of_contents(tmp_path):
    (tmp_path / "_toc.yml").write_text("root: book/i\nparts:\n- chapters:\n  - file: book/b\n- chapters:\n"
                                       "  - file: book/a\n", "utf-8")
    assert pdf.chapters(tmp_path) == ["book/i", "book/b", "book/a"]
    (tmp_path / "_toc.yml").write_text("root: [", "utf-8")
    with pytest.raises(InputError, match="order of the chapters"):
        pdf.chapters(tmp_path)


def test_without_a_browser_it_says_what_to_install(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(pdf, "PLACES", ())
    with pytest.raises(InputError, match="Chromium or Chrome, and none was found.*apt install chromium"):
        pdf.find_browser()


def test_a_browser_that_fails_is_quoted(tmp_path):
    page = tmp_path / "book.html"
    page.write_text("<p>x</p>", "utf-8")
    with pytest.raises(InputError, match="did not print the book"):
        pdf._printed("/bin/false", page, tmp_path)
    with pytest.raises(InputError, match="did not print the book: No such file"):
        pdf._printed("/no/browser", page, tmp_path)


def test_the_files_properties_are_the_books(cited):
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.add_metadata({"/Creator": "browser", "/CreationDate": "D:20990101000000Z"})
    out = io.BytesIO()
    writer.write(out)
    about = PdfReader(io.BytesIO(pdf.clean(out.getvalue(), cited, []))).metadata
    assert (about.title, about.author) == (cited.book, cited.authors[0])
    assert about["/CreationDate"] == about["/ModDate"] == "D:20260102000000Z" and about.creator is None


@pytest.mark.skipif(not any(map(shutil.which, pdf.BROWSERS)), reason="no browser found to print with")
def test_a_printed_book_has_tags_bookmarks_page_numbers_and_the_same_bytes_twice(html, cited, tmp_path):
    made = []
    for turn in "ab":
        folder = tmp_path / turn
        folder.mkdir()
        whole = pdf.one_page(html, NAMES, cited)
        (folder / "book.html").write_bytes(whole)
        printed = pdf._printed(pdf.find_browser(), folder / "book.html", folder)
        made.append(pdf.clean(printed, cited, pdf.headings(whole)))
    assert made[0] == made[1]
    reader = PdfReader(io.BytesIO(made[0]))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in root and root["/Lang"] == "en"
    assert [mark.title for mark in reader.outline] == ["Across the Caspian", "First chapter", "Second chapter"]
    assert [reader.get_destination_page_number(mark) for mark in reader.outline] == [0, 1, 2]
    texts = [page.extract_text() for page in reader.pages]
    assert [text.split()[-1] for text in texts] == ["1", "2", "3"] or [text.split()[0] for text in texts] == [
        "1", "2", "3"]
    said = "".join(texts[1].split())
    assert "Azərbaycan" in said and "Қазақстан" in said
    assert b"file:" not in made[0]
