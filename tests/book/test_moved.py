"""Addresses that were published stay: as pages, or as redirects to where the page is now."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from support import ROOT, Book

from analysis.figures import pinned
from analysis.site import moved


@pytest.fixture
def app(tmp_path: Path) -> SimpleNamespace:
    """A book of two chapters and one figure."""
    out = tmp_path / "html"
    (out / "figures").mkdir(parents=True)
    for name in ("people.json", "people.svg", "people.evidence.csv", "people-named.svg"):
        (out / "figures" / name).write_text(name)
    return SimpleNamespace(srcdir=tmp_path, outdir=out, env=SimpleNamespace(found_docs={"book/index", "book/voices"}))


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The warnings."""
    found: list[str] = []
    monkeypatch.setattr(moved.logger, "warning",
                        lambda text, *values, **more: found.append(f"{more['location']}: {text % values}"))
    return found


def write(app: SimpleNamespace, *rows: tuple[str, str]) -> None:
    file = app.srcdir / moved.ADDRESSES
    file.parent.mkdir(exist_ok=True)
    with open(file, "w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([("address", "moved_to"), *rows])


def leads_to(app: SimpleNamespace, old: str) -> str:
    """Where the page at an old address leads, below the book."""
    file = app.outdir / moved.file_of(old)
    page = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
    to = page.find("meta", attrs={"http-equiv": "refresh"})["content"].partition("url=")[2]
    assert page.a["href"] == page.find("link")["href"] == to
    place, _, anchor = to.partition("#")
    there = (file.parent / place).resolve().relative_to(app.outdir).as_posix()
    return f"{there}#{anchor}" if anchor else there


@pytest.mark.parametrize(("old", "new", "there"), [
    ("book/speakers.html", "book/voices.html", "book/voices.html"),
    ("speakers.html", "book/voices.html#who-is-heard", "book/voices.html#who-is-heard"),
    ("book/older/deep.html", "figures/people/", "figures/people/index.html"),
    ("figures/persons/", "figures/people/", "figures/people/index.html"),
])
def test_an_old_address_leads_to_the_new_one(app, said, old: str, new: str, there: str) -> None:
    write(app, (old, new), ("book/index.html", ""))
    assert moved.redirect(app) == [] and not said
    assert leads_to(app, old) == there


def test_files_of_a_figure_keep_their_old_addresses(app, said) -> None:
    write(app, ("figures/persons/", "figures/people/"))
    moved.redirect(app)
    names = {file.name: file.read_text() for file in (app.outdir / "figures").glob("persons*.*")}
    assert names == {f"persons.{end}": f"people.{end}" for end in ("json", "svg", "evidence.csv")} and not said


@pytest.mark.parametrize(("rows", "complaint"), [
    ([("book/voices.html", "book/index.html")], "is still a page of the book"),
    ([("book/old.html", "book/gone.html")], "“book/gone.html” is no page of the book"),
    ([("book/old.html", "book/older.html"), ("book/older.html", "book/voices.html")], "has moved itself"),
    ([("../../etc/passwd", "book/voices.html")], "is no address below the book"),
    ([("book/old.html", "https://example.org/")], "is no address below the book"),
    ([("book/old.html#part", "book/voices.html")], "is a place on a page"),
    ([("figures/persons/", "figures/nobody/")], "is no page of the book"),
])
def test_a_redirect_that_leads_nowhere_is_told_with_its_line(app, said, rows, complaint: str) -> None:
    write(app, *rows)
    moved.redirect(app)
    assert len(said) == 1 and said[0].startswith("book/addresses.csv:2: ") and complaint in said[0]
    assert not (app.outdir / "book" / "old.html").exists()


def test_a_book_without_the_list_has_no_redirects(app, said) -> None:
    assert moved.redirect(app) == [] and not said


def test_every_chapter_is_on_the_list(book: Book) -> None:
    listed = {address for _, address, _ in moved.addresses(ROOT)}
    chapters = {page.relative_to(book.html).as_posix() for page in (book.html / "book").glob("*.html")}
    assert chapters <= listed, "add new pages to book/addresses.csv"


def test_no_published_address_vanishes(book: Book) -> None:
    """If this fails, a page has moved or gone: say in book/addresses.csv where its readers find what they seek."""
    gone = [address for _, address, _ in moved.addresses(ROOT) if not (book.html / moved.file_of(address)).is_file()]
    ids = {figure["id"] for figure in json.loads((book.html / "figures" / "manifest.json").read_text())["figures"]}
    assert not gone and set(pinned()) == ids
