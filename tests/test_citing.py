"""Citations: what CITATION.cff says, in every style, with what the numbers rest on."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
import yaml

from analysis import citing, tables
from analysis.cli import app
from analysis.errors import InputError

ROOT = Path(__file__).resolve().parent.parent
BOOK = citing.Citation("Sea & Shore: a study", ("A. Author", "The Group"), "2.1", "2026-03-04", "https://x.org/b/",
                       commit="abc1234", corpus="0123456789ab", first="2019-07-03", last="2020-01")
FIGURE = citing.of_figure(BOOK, {"id": "who", "title": "100% of_what {x}", "kind": "table"})


def test_the_book_s_citation_is_that_of_the_citation_file():
    cff = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    said = citing.apa(citing.of_book(ROOT))
    for part in (cff["title"], cff["version"], cff["url"], str(cff["date-released"])[:4], cff["authors"][0]["name"]):
        assert part in said


def test_the_citation_file_keeps_to_its_format():
    cff = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert {"cff-version", "message", "title", "authors"} <= set(cff)       # what format 1.2.0 requires
    assert cff["cff-version"] == "1.2.0" and cff["type"] in ("software", "dataset")
    assert all({"name"} <= set(one) or {"given-names", "family-names"} <= set(one) for one in cff["authors"])
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", cff["date-released"]) and cff["url"].startswith("https://")
    from analysis import __version__
    assert cff["version"] == __version__


def test_styles_of_a_figure():
    data = "articles of 3 July 2019 to January 2020, corpus 0123456789ab"
    assert citing.apa(FIGURE) == (
        "A. Author & The Group. (2026). 100% of_what {x} [Table]. In Sea & Shore: a study (Version 2.1, commit "
        f"abc1234; {data}). https://x.org/b/figures/who/")
    assert citing.chicago(FIGURE) == (
        "A. Author & The Group. 2026. “100% of_what {x}.” Table in Sea & Shore: a study. Version 2.1, commit abc1234. "
        f"{data.capitalize()}. https://x.org/b/figures/who/.".replace("july", "July").replace("january", "January"))
    assert "title = {100\\% of\\_what \\{x\\}}" in citing.bibtex(FIGURE)
    assert "author = {{A. Author} and {The Group}}" in citing.bibtex(FIGURE)
    assert citing.bibtex(FIGURE).count("{") == citing.bibtex(FIGURE).count("}")


def test_styles_of_the_book():
    assert citing.apa(BOOK).startswith("A. Author & The Group. (2026). Sea & Shore: a study (Version 2.1, commit abc")
    assert citing.bibtex(BOOK).startswith("@book{seashore2026,") and "booktitle" not in citing.bibtex(BOOK)
    assert citing.csl(BOOK)["type"] == "book"


def test_ris_is_one_record_of_known_tags_and_line_ends():
    lines = citing.ris(FIGURE).split("\r\n")
    assert lines[0] == "TY  - CHAP" and lines[-2:] == ["ER  - ", ""]
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines[:-1])
    assert [line[6:] for line in lines if line.startswith("AU")] == ["A. Author", "The Group"]


def test_csl_json_is_a_list_of_one_item():
    item, = json.loads(citing.csl_json(FIGURE))
    assert item["issued"] == {"date-parts": [[2026, 3, 4]]} and item["URL"].endswith("/figures/who/")
    assert item["container-title"] == BOOK.book and "commit abc1234" in item["note"]


def test_what_is_not_known_is_left_out():
    bare = citing.Citation("Book", ("A",), "1", "2026-01-01", "https://x.org")
    for style in citing.STYLES.values():
        said = style(bare)
        assert "commit" not in said and "corpus" not in said and "None" not in said and "; )" not in said


def test_a_missing_or_short_citation_file_is_an_input_error(tmp_path):
    with pytest.raises(InputError, match=r"CITATION\.cff"):
        citing.of_book(tmp_path)
    (tmp_path / "CITATION.cff").write_text("title: x\n")
    with pytest.raises(InputError, match="authors"):
        citing.of_book(tmp_path)


def test_the_commit_is_that_of_the_repository_and_says_so_if_files_changed(tmp_path):
    def git(*words):
        subprocess.run(["git", "-C", str(tmp_path), "-c", "user.name=x", "-c", "user.email=x@y.org", *words],
                       check=True, capture_output=True)

    assert citing.commit(tmp_path) == ""
    git("init", "-q")
    assert citing.commit(tmp_path) == ""                        # nothing committed yet
    (tmp_path / "a.txt").write_text("a")
    git("add", "a.txt")
    git("commit", "-q", "-m", "a")
    first = citing.commit(tmp_path)
    assert re.fullmatch(r"[0-9a-f]{10}", first)
    (tmp_path / "a.txt").write_text("b")
    assert citing.commit(tmp_path) == f"{first}+"


def test_the_corpus_is_known_by_its_texts_and_dates():
    def corpus(text, date):
        return tables.corpus_of(tables.from_records([{"id": "a", "text": text, "date": date, "sentences": [],
                                                      "mentions": [], "figures": [], "boilerplate": []}]))

    one = corpus("x", "2020-01-02")
    assert (one["articles"], one["first"], one["last"]) == (1, "2020-01-02", "2020-01-02")
    assert one == corpus("x", "2020-01-02")
    assert len({one["digest"], corpus("y", "2020-01-02")["digest"], corpus("x", None)["digest"]}) == 3
    assert corpus("x", None)["first"] == ""


@pytest.fixture
def cli(capsys):
    def call(*words):
        app(["cite", *words], standalone_mode=False)
        return capsys.readouterr().out

    return call


def test_the_command_cites_a_figure_in_every_style(cli):
    said = cli("themes-by-article")
    assert all(said.count(f"{style}\n") for style in citing.STYLES)
    assert "What the reports are about [Figure]" in said and "articles of" in said


def test_the_command_cites_the_book_in_one_style(cli):
    assert cli("--style", "bibtex").startswith("@book{acrossthecaspian")


@pytest.mark.parametrize(("words", "says"), [(("theme-by-articles",), "themes-by-article"),
                                             (("--style", "mla"), "apa, chicago")])
def test_what_there_is_not_is_answered_with_what_there_is(cli, words, says):
    with pytest.raises(InputError, match=says):
        cli(*words)
