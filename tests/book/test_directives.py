"""Exported figures and tables on a page: numbered, captioned, referable, and never parsed as mark-up."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace

HOSTILE = '<script>alert(1)</script> **bold** {eval}`1` [x](javascript:alert(1)) ](y) $$z$$ "quoted" & қазақ'

FIGURE = {"id": "people", "kind": "figure", "title": "People", "caption": f"Who is named: {HOSTILE}", "n": "5 articles",
          "alt": f"Most often {HOSTILE}", "source": f"Source: {HOSTILE}", "unit": f"mentions {HOSTILE}",
          "method": "Counted.", "width": 468, "height": 300, "evidence": 7,
          "marks": [{"row": HOSTILE, "column": "\"><b>", "n": 7, "anchor": "who--what", "box": [1, 2, 3.5, 4]}]}
TABLE = {"id": "counts", "kind": "table", "title": "Counts", "caption": HOSTILE, "source": "Source: here.", "n": "2",
         "unit": "", "method": "", "row_headers": 1, "columns": ["Who", HOSTILE, "Mentions"],
         "numeric": [False, False, True], "rows": [["Əliyev", HOSTILE, "1,234"], ["Тоқаев", "", "7"]]}


def start(folder: Path, warnings: io.StringIO | None = None) -> Sphinx:
    """Sphinx with the directives and the settings of the book that bear on them."""
    settings = {"extensions": ["myst_parser", "analysis.site.directives"], "root_doc": "book/page", "numfig": True,
                "smartquotes": False, "html_scaled_image_link": False, "exclude_patterns": ["_build", "out"]}
    return Sphinx(folder, None, folder / "out", folder / "doctrees", "html", settings, status=None, warning=warnings)


def build(folder: Path, page: str) -> tuple[BeautifulSoup, str]:
    """A one-page book (below a folder, as the chapters are); its HTML and the warnings."""
    figures = folder / "_build" / "figures"
    figures.mkdir(parents=True, exist_ok=True)
    for record in (FIGURE, TABLE):
        (figures / f"{record['id']}.json").write_text(json.dumps(record), encoding="utf-8")
    (figures / "people.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    (folder / "book").mkdir(exist_ok=True)
    (folder / "book" / "page.md").write_text(f"# Page\n\n{page}", encoding="utf-8")
    warnings = io.StringIO()
    with docutils_namespace():
        start(folder, warnings).build()
    html = (folder / "out" / "book" / "page.html").read_text(encoding="utf-8")
    return BeautifulSoup(html, "html.parser"), warnings.getvalue()


def test_figure_has_number_caption_source_size_and_alternative_text(tmp_path: Path) -> None:
    page, warnings = build(tmp_path, "```{corpus-figure} people\n```\n")
    assert not warnings
    figure = page.find("figure", id="people")
    assert figure.find(class_="caption-number").text.strip() == "Fig. 1"
    assert figure.find(class_="caption-text").text == FIGURE["caption"]
    assert figure.find(class_="corpus-source").text == FIGURE["source"]
    image = figure.img
    assert (image["alt"], image["width"], image["height"]) == (FIGURE["alt"], "468", "300")
    assert (tmp_path / "out" / "book" / image["src"]).resolve().is_file()


def test_files_behind_are_linked_under_the_published_addresses(tmp_path: Path) -> None:
    page, _ = build(tmp_path, "```{corpus-figure} people\n```\n\n```{corpus-table} counts\n```\n")
    assert [link["href"] for link in page.find(id="people").select(".corpus-files a")] == [
        "../figures/people/index.html", "../figures/people/index.html#cite",
        *(f"../figures/people.{kind}" for kind in ("csv", "svg", "pdf", "png", "json"))]
    assert [link["href"] for link in page.select(".corpus-table-with-notes .corpus-files a")] == [
        "../figures/counts/index.html", "../figures/counts/index.html#cite", "../figures/counts.csv",
        "../figures/counts.json"]


def test_a_mark_of_the_picture_leads_to_its_sentences(tmp_path: Path) -> None:
    page, _ = build(tmp_path, "```{corpus-figure} people\n```\n")
    link, = page.find(id="people").select(".corpus-marks a")
    assert link["href"] == "../figures/people/index.html#who--what"
    assert link["style"] == "left:1%;top:2%;width:3.5%;height:4%"
    assert link["title"] == f'{HOSTILE}, "><b>: 7'
    assert not page.find("b")


def test_words_of_articles_are_never_markup(tmp_path: Path) -> None:
    page, warnings = build(tmp_path, "```{corpus-figure} people\n```\n\n```{corpus-table} counts\n```\n")
    assert not warnings
    body = page.find("div", class_="body")
    assert not body.find_all("script") and not body.find_all("strong") and not body.find_all("em")
    assert not [link for link in body.find_all("a") if "javascript" in link.get("href", "")]
    assert body.text.count(HOSTILE) == 5    # figure: caption, source; table: caption, header, cell


def test_table_has_row_and_column_headers_and_numbers_set_apart(tmp_path: Path) -> None:
    page, _ = build(tmp_path, "```{corpus-table} counts\n```\n")
    table = page.find("table", id="counts")
    assert table.caption.find(class_="caption-number").text.strip() == "Table 1"
    assert [cell.text for cell in table.thead.find_all("th")] == TABLE["columns"]
    rows = table.tbody.find_all("tr")
    assert [row.find("th").text.strip() for row in rows] == ["Əliyev", "Тоқаев"]
    assert [cell.text.strip() for cell in table.select("td.number")] == ["1,234", "7"]


def test_references_find_figures_and_tables_by_id(tmp_path: Path) -> None:
    page, warnings = build(tmp_path, "{numref}`people` and {numref}`counts`\n\n```{corpus-figure} people\n```\n\n"
                                     "```{corpus-table} counts\n```\n")
    assert not warnings
    assert [(link["href"], link.text) for link in page.select("p > a.reference.internal")][:2] == [
        ("#people", "Fig. 1"), ("#counts", "Table 1")]


def test_second_appearance_takes_another_name(tmp_path: Path) -> None:
    again = "```{corpus-figure} people\n:name: people-again\n```\n\n```{corpus-figure} people\n:name: none\n```\n"
    _, warnings = build(tmp_path, f"```{{corpus-figure}} people\n```\n\n{again}")
    assert not warnings


def test_entry_of_the_gallery_leads_to_where_the_figure_stands(tmp_path: Path) -> None:
    page, warnings = build(tmp_path, "```{corpus-entry} people\n```\n\n```{corpus-entry} counts\n```\n\n"
                                     "```{corpus-figure} people\n```\n\n```{corpus-table} counts\n```\n")
    assert not warnings
    figure, table = page.select(".corpus-entry")
    assert figure.find("a", href="#people").text == "Fig. 1" and table.find("a", href="#counts").text == "Table 1"
    assert figure.img["alt"] == FIGURE["alt"] and not table.find("img")
    assert HOSTILE in figure.text and not figure.find_all(["script", "em"])
    assert [link.text for link in table.select(".corpus-files a")] == ["Numbers", "Cite", "CSV", "JSON"]


@pytest.mark.parametrize("kind", ["figure", "table"])
def test_unknown_id_is_a_warning_that_says_where_ids_are(tmp_path: Path, kind: str) -> None:
    _, warnings = build(tmp_path, f"```{{corpus-{kind}}} nobody\n```\n")
    assert "nobody" in warnings and "ids.txt" in warnings and "page.md" in warnings


def test_page_depends_on_what_was_exported(tmp_path: Path) -> None:
    build(tmp_path, "```{corpus-figure} people\n```\n")
    record = tmp_path / "_build" / "figures" / "people.json"
    with docutils_namespace():
        dependencies = start(tmp_path).env.dependencies["book/page"]
    assert record.resolve() in {(tmp_path / name).resolve() for name in dependencies}
