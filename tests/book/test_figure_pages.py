"""The page of one figure: its numbers lead to sentences, and no word of an article becomes mark-up."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from support import Book

from analysis import citing
from analysis.figures.export import EVIDENCE
from analysis.site.pages import ROWS, SENTENCES, page_html

HOSTILE = "<script>alert(1)</script> & “x”"
RECORD = {"id": "people", "kind": "figure", "title": HOSTILE, "caption": HOSTILE, "source": "Source: here.", "n": "2",
          "alt": "Who is named", "unit": "mentions", "method": "Counted.", "width": 400, "height": 300,
          "marks": [{"row": "Who", "column": HOSTILE, "n": 2, "anchor": "who--what", "box": [1, 2, 3, 4]}]}
CITED = citing.of_figure(citing.Citation("Book", ("Somebody",), "1", "2026-01-02", "https://example.org/"), RECORD)
FILES = ["people.csv", "people.evidence.csv", "people.svg", "people.png", "people.json"]


def row(text: str, words: str, number: int) -> dict[str, object]:
    start = 100 + text.index(words)
    return dict(zip(EVIDENCE, ("Who", HOSTILE, "who--what", "a1", "Post <b>2020</b>", "az", number, start,
                               start + len(words), words, 100, 100 + len(text), text), strict=True))


def write(file: Path, rows: list[dict[str, object]]) -> None:
    with open(file, "w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


@pytest.fixture
def page(tmp_path: Path) -> BeautifulSoup:
    write(tmp_path / "people.csv", [{"who": HOSTILE, "year": 2020, "n": 2, "share": 0.123456}] * (ROWS + 7))
    text = f"Əliyev {HOSTILE} dedi."
    write(tmp_path / "people.evidence.csv", [row(text, "<script>alert(1)</script>", 3), row(text, text, 4)]
          + [row(text, "dedi", 5)] * (SENTENCES + 3))
    return BeautifulSoup(page_html(RECORD, FILES, tmp_path, CITED), "html.parser")


def test_no_word_of_an_article_becomes_markup(page: BeautifulSoup) -> None:
    assert not page.find(["script", "b"])
    assert page.h1.text == HOSTILE


def test_the_number_leads_to_its_sentences(page: BeautifulSoup) -> None:
    number = page.select_one("#numbers table td a")
    assert number.text == str(SENTENCES + 5)
    mark = page.find(id=number["href"][1:])
    assert mark.h3.text == f"Who: {HOSTILE}: {SENTENCES + 5}"
    assert page.select_one(".corpus-marks a")["href"] == number["href"]


def test_the_words_that_count_are_marked_in_the_language_of_the_sentence(page: BeautifulSoup) -> None:
    first, second = page.select("#sentences li")[:2]
    assert first.mark.text == "<script>alert(1)</script>" and first.span["lang"] == "az"
    assert not second.mark                  # the whole sentence counts: nothing to pick out
    assert "Post <b>2020</b>, sentence 3; a1, characters 107 to 132" in first.text


def test_what_is_left_out_is_counted(page: BeautifulSoup) -> None:
    assert len(page.select("#sentences li")) == SENTENCES and "5 more are in the file" in page.find(id="who--what").text
    assert len(page.select("#numbers details tbody tr")) == ROWS and "7 more rows" in page.find(id="numbers").text


def test_fractions_are_rounded_and_years_are_not(page: BeautifulSoup) -> None:
    assert [cell.text for cell in page.select("#numbers details tbody tr")[0].find_all("td")] == ["2020", "2", "0.123"]


def test_it_says_how_to_cite_and_embed_it(page: BeautifulSoup) -> None:
    cite = page.find(id="cite")
    assert f"Somebody. (2026). {HOSTILE} [Figure]. In Book (Version 1). {CITED.url}" in cite.text
    embedded = BeautifulSoup(cite.find_all("details")[-1].pre.text, "html.parser")
    assert embedded.img["src"] == "https://example.org/figures/people.svg" and embedded.img["alt"] == RECORD["alt"]


def test_every_figure_of_the_book_has_its_page(book: Book) -> None:
    for file in (book.html / "figures").glob("*.json"):
        if file.stem != "manifest" and not file.name.endswith(".csl.json"):
            page = BeautifulSoup((file.parent / file.stem / "index.html").read_text(encoding="utf-8"), "html.parser")
            assert page.find("article").h1.get_text(strip=True).rstrip("#")
            assert all((file.parent / f"{file.stem}.{ending}").is_file() for ending in ("bib", "ris", "csl.json"))
            assert page.select_one(f'article a[href^="../../book/"][href$="#{file.stem}"]'), file.stem
