"""The built book, page by page, as files: nothing missing, nothing dead, nothing fetched, nothing left unrendered."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import nbformat
import pytest
import yaml
from bs4 import BeautifulSoup, Tag
from support import ROOT, Book

#: Chapters without code have nothing to run.
PLAIN = {"book/data", "book/glossary", "book/bibliography"}


def chapters() -> list[str]:
    """Document names in the order of the table of contents."""
    toc = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))
    return [toc["root"]] + [entry["file"] for part in toc["parts"] for entry in part["chapters"]]


@lru_cache
def parse(page: Path) -> BeautifulSoup:
    return BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")


def article(page: Path) -> Tag:
    """The chapter itself, without navigation."""
    return parse(page).find("article")


def read(book: Book) -> list[Path]:
    """The pages with a chapter on them; the search page has none."""
    return [page for page in book.pages() if article(page)]


def prose(page: Path) -> str:
    """The words of a chapter without its code."""
    body = BeautifulSoup(str(article(page)), "html.parser")
    for code in body.select("pre, code, script, style, .cell_input"):
        code.decompose()
    return body.get_text(" ")


def local(page: Path, address: str) -> Path:
    """The file an address on a page leads to; a folder stands for its index page."""
    target = (page.parent / unquote(urlsplit(address).path)).resolve() if urlsplit(address).path else page
    return target / "index.html" if target.is_dir() else target


@pytest.mark.parametrize("chapter", chapters())
def test_every_chapter_has_a_page_with_one_heading_and_words(book: Book, chapter: str) -> None:
    page = book.html / f"{chapter}.html"
    assert len(article(page).find_all("h1")) == 1
    assert parse(page).html["lang"] == "en"
    assert len(prose(page).split()) > 40


@pytest.mark.parametrize("chapter", sorted(set(chapters()) - PLAIN))
def test_every_chapter_can_be_downloaded_as_a_notebook(book: Book, chapter: str) -> None:
    page = book.html / f"{chapter}.html"
    links = {local(page, link["href"]) for link in parse(page).select("a.btn[href$='.ipynb']")}
    assert links == {book.html / "_sources" / f"{chapter}.ipynb"}
    notebook = nbformat.read(links.pop(), as_version=4)
    nbformat.validate(notebook)
    assert any(cell.cell_type == "code" for cell in notebook.cells)
    assert all(cell.outputs or cell.execution_count for cell in notebook.cells if cell.cell_type == "code")


def test_code_is_folded_away_and_one_click_off(book: Book) -> None:
    cells = [cell for page in book.pages() for cell in parse(page).select(".cell_input")]
    assert cells
    for cell in cells:
        fold = cell.find_parent("details")
        assert fold is not None and not fold.has_attr("open"), cell.text


def test_no_build_was_left_with_complaints(book: Book) -> None:
    assert not (book.root / "_build" / "build.log").exists()
    assert not (book.html / "reports").exists()
    assert not [page for page in book.pages() if parse(page).select(".system-message, .problematic")]


def test_nothing_unrendered_is_left_in_the_prose(book: Book) -> None:
    traces = re.compile(r"\{(?:glue|numref|ref|cite|term|doc|eval|corpus-figure|corpus-table)[:}]|```|<NA>|\bNaN\b|"
                        r"\bnan\b|[:(=] ?None\b|\bNone[,;:)\]]|Traceback|Text\(0|<Figure size|<function |0x[0-9a-f]{6}")
    found = {page.name: traces.findall(prose(page)) for page in read(book)}
    assert not {name: left for name, left in found.items() if left}


def test_no_number_is_written_with_a_machine_s_precision(book: Book) -> None:
    doi = re.compile(r"10\.\d{4,}/\S+")
    long = {page.name: re.findall(r"\b\d+\.\d{5,}\b", doi.sub("", prose(page))) for page in read(book)}
    assert not {name: numbers for name, numbers in long.items() if numbers}


def test_every_image_is_there_with_words_for_those_who_do_not_see_it(book: Book) -> None:
    images = [(page, image) for page in book.pages() for image in parse(page).find_all("img")]
    assert images
    for page, image in images:
        assert local(page, image["src"]).is_file(), (page.name, image["src"])
        assert len(image["alt"].split()) >= 3, (page.name, image["src"], image["alt"])
        assert not re.search(r"\.(svg|png)\b|_images", image["alt"])


def test_no_internal_link_is_dead(book: Book) -> None:
    dead = []
    for page in book.pages():
        for link in parse(page).find_all("a", href=True):
            address = link["href"]
            if urlsplit(address).scheme or address in ("#", ""):
                continue
            target, anchor = local(page, address), unquote(urlsplit(address).fragment)
            if not target.is_file() or (
                    anchor and target.suffix == ".html" and not parse(target).find(id=anchor)):
                dead.append((page.name, address))
    assert not dead


def test_front_door_leads_to_the_front_page(book: Book) -> None:
    content = parse(book.html / "index.html").find("meta", attrs={"http-equiv": "Refresh"})["content"]
    assert (book.html / content.split("url=")[1]).is_file()


def test_links_to_other_hosts_are_only_links(book: Book) -> None:
    fetched = {"script": "src", "link": "href", "img": "src", "iframe": "src", "source": "src", "object": "data"}
    for page in book.pages():
        for name, attribute in fetched.items():
            for tag in parse(page).find_all(name, attrs={attribute: True}):
                foreign = re.match(r"(https?:)?//", tag[attribute])
                assert not foreign or tag.get("rel") == ["canonical"], (page.name, tag)
        assert not re.search(r"url\(\s*['\"]?(https?:)?//", page.read_text(encoding="utf-8"))
    for sheet in book.html.rglob("*.css"):
        assert not re.search(r"(@import|url\()\s*['\"]?(https?:)?//", sheet.read_text(encoding="utf-8")), sheet.name


def test_every_exported_figure_and_table_is_published_with_its_files(book: Book) -> None:
    manifest = json.loads((book.html / "figures" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["figures"]
    for figure in manifest["figures"]:
        kinds = {"figure": {"svg", "png", "csv", "json"}, "table": {"csv", "json"}}[figure["kind"]]
        assert {Path(name).suffix[1:] for name in figure["files"]} >= kinds
        assert all((book.html / "figures" / name).stat().st_size for name in figure["files"])


def test_every_exported_figure_and_table_is_shown_numbered_and_captioned(book: Book) -> None:
    manifest = json.loads((book.html / "figures" / "manifest.json").read_text(encoding="utf-8"))
    for figure in manifest["figures"]:
        # chapters only: on the page of a figure a word such as "agreements" may be the name of a mark
        shown = [found for page in read(book) if page.parent.name == "book"
                 and (found := article(page).find(id=figure["id"]))]
        assert shown, f"{figure['id']} is on no page"
        for element in shown:
            assert re.fullmatch(r"(Fig\.|Table) [\d.]+", element.find(class_="caption-number").text.strip())
            assert element.find(class_="caption-text").text.strip()


def drawn_outside(chapter: Tag) -> list[str]:
    """Pictures of a chapter that are no registered figure, and tables among the results of cells that are none."""
    pictures = chapter.select("img, svg, canvas, iframe, object, embed, video, picture")
    tables = chapter.select(".cell_output table")
    return [str(found)[:100] for found in pictures if not found.find_parent("figure", class_="corpus-figure")] + [
        str(found)[:100] for found in tables if "corpus-table" not in found.get("class", ())]


def test_every_picture_of_a_chapter_is_a_registered_figure(book: Book) -> None:
    assert not {page.name: found for page in read(book) if (found := drawn_outside(article(page)))}


@pytest.mark.parametrize("result", [
    '<img alt="_images/0a1b.png" src="../_images/0a1b.png">',       # what matplotlib leaves in a notebook
    '<figure class="align-default" id="mine"><img src="x.png"></figure>',       # and glue
    '<svg viewBox="0 0 1 1"></svg>', '<canvas></canvas>', '<iframe src="map.html"></iframe>',
    '<table border="1" class="dataframe"><tr><th>0</th></tr></table>'])
def test_a_picture_or_table_that_a_cell_draws_by_itself_is_noticed(result: str) -> None:
    page = BeautifulSoup(f'<article><div class="cell_output docutils container">{result}</div></article>',
                         "html.parser")
    assert len(drawn_outside(page.article)) == 1


def test_every_table_has_headers_with_words(book: Book) -> None:
    for page in read(book):
        for table in article(page).find_all("table"):
            headers = table.find_all("th")
            assert headers and all(header.get_text(strip=True) for header in headers), (page.name, table.get("id"))


def test_no_path_of_the_builder_s_machine_is_published(book: Book) -> None:
    for path in book.html.rglob("*"):
        if path.suffix in (".html", ".ipynb", ".json", ".js", ".svg", ".csv"):
            assert str(book.root) not in path.read_text(encoding="utf-8"), path


def test_pages_are_small(book: Book) -> None:
    assert max(page.stat().st_size for page in book.pages()) < 1_000_000
