"""The published data package, and the page that is its dictionary."""

from __future__ import annotations

import hashlib
import json

import pytest
from bs4 import BeautifulSoup
from support import Book

from analysis.site.data import bytes_in_words


def described(book: Book) -> dict:
    return json.loads((book.html / "data" / "datapackage.json").read_text(encoding="utf-8"))


def page(book: Book) -> BeautifulSoup:
    return BeautifulSoup((book.html / "book" / "data.html").read_text(encoding="utf-8"), "html.parser").find("article")


def test_the_package_lies_below_the_book_whole(book: Book) -> None:
    about = described(book)
    for entry in about["resources"]:
        for one in (entry, *entry["alternates"]):
            content = (book.html / "data" / one["path"]).read_bytes()
            assert one["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
    assert about["name"] == "across-the-caspian-data"
    assert (book.html / "data" / "across-the-caspian-data.zip").stat().st_size < 5_000_000


def test_the_data_of_a_figure_are_those_below_its_picture(book: Book) -> None:
    for file in (book.html / "data" / "figures").glob("*.csv"):
        assert file.read_bytes() == (book.html / "figures" / file.name).read_bytes()


def test_the_page_says_of_every_table_what_it_holds_and_where_it_is(book: Book) -> None:
    links = {link["href"] for link in page(book).find_all("a", href=True)}
    assert {"../data/across-the-caspian-data.zip", "../data/datapackage.json", "../data/README.md"} <= links
    for entry in described(book)["resources"]:
        assert {f"../data/{one['path']}" for one in (entry, *entry["alternates"])} <= links
        section = page(book).find(id=f"data-{'figures' if entry['name'].startswith('figure-') else entry['name']}")
        terms = {term.code.text: term for term in section.select("dt")}
        for field in entry["schema"]["fields"]:
            assert field["description"] in section.text
            assert field.get("unit", "") in terms[field["name"]].text or entry["name"].startswith("figure-")


@pytest.mark.parametrize(("size", "words"), [(1, "1 kB"), (999, "1 kB"), (310_400, "310 kB"), (1_440_000, "1.4 MB")])
def test_sizes_are_told_in_words(size: int, words: str) -> None:
    assert bytes_in_words(size) == words
