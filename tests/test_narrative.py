"""The computed words of the book: escaped, in their language, true to the tables and to the knowledge files."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from analysis import knowledge, narrative, tables
from analysis.errors import InputError
from analysis.knowledge import codebook
from analysis.measure import findings
from analysis.measure.briefs import briefs

ROOT = Path(__file__).resolve().parents[1]
EVIL = 'Ministers <script>alert("x")</script> & “$5” {ref}`a` [b](http://c)'


class Reader(HTMLParser):
    """Collects tags and text; fails on tags that are not closed in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict]] = []
        self.words = ""
        self.feed(html)
        assert not self.open, self.open

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words += data

    def all(self, tag):
        return [attrs for name, attrs in self.tags if name == tag]


@pytest.fixture(scope="module")
def gold() -> tables.Tables:
    lines = (ROOT / "seeds" / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    return tables.from_records(map(json.loads, lines), entities=knowledge.load().describe())


@pytest.fixture(scope="module")
def empty() -> tables.Tables:
    return tables.from_records([])


@pytest.fixture(scope="module")
def evil() -> tables.Tables:
    """One report whose words, label, speaker and entity look like markup."""
    text = f"{EVIL}."
    record = {
        "id": "a", "text": text, "language": "en",
        "sentences": [{"start": 0, "end": len(text), "speaker": ["<b>"], "quoted": True, "tone": -1,
                       "themes": ["energy"], "frames": ["concern"]}],
        "mentions": [{"start": 0, "end": 9, "type": "PERSON", "kind": "name", "entity": "<i>x"}],
    }
    return tables.from_records([record], {"a": {"label": "<u>label"}})


def test_findings_come_with_what_they_rest_on(gold):
    ids = ["voices-states", "voices-unheard"]
    page = Reader(narrative.findings_html(gold, ids))
    found = findings.by_id(gold)
    assert [attrs["id"] for attrs in page.all("div")] == [f"finding-{id}" for id in ids]
    for id in ids:
        for said in (found[id].sentence, found[id].n, found[id].sure):
            assert said in page.words


def test_an_unknown_finding_is_an_input_error(gold):
    with pytest.raises(InputError, match="voices-states"):
        narrative.findings_html(gold, ["voices-stats"])


def test_briefs_lead_to_their_findings(gold):
    page = Reader(narrative.briefs_html(gold))
    made = briefs(gold)
    assert [attrs["href"] for attrs in page.all("a")] == [
        f"{narrative.PAGES[brief.chapter]}.html#finding-{brief.finding}" for brief in made]
    assert all(brief.sentence in page.words for brief in made)
    assert Reader(narrative.briefs_html(gold, ".md")).all("a")[0]["href"].partition("#")[0].endswith(".md")


def test_a_corpus_of_nothing_is_told_in_words(empty):
    for html in (narrative.briefs_html(empty), narrative.names_html(empty), narrative.behind_html(empty, {}),
                 narrative.sentences_html(empty, empty.sentences)):
        page = Reader(html)
        assert page.words.strip().endswith(".") and not page.all("li")


@pytest.mark.parametrize("what", ["theme", "frame", "tone", "relation", "speaker", "quoted", "unheard", "parties",
                                  "third"])
def test_sentences_behind_are_those_that_were_counted(gold, empty, what):
    groups = narrative.groups_behind(gold, what)
    page = Reader(narrative.behind_html(gold, groups, limit=1000))
    sizes = {title: len(rows[["doc_id", "sentence"]].drop_duplicates()) for title, rows in groups.items() if len(rows)}
    assert len(page.all("details")) == len(sizes) > 0
    assert len(page.all("li")) == sum(sizes.values())
    for title, n in sizes.items():
        assert f"{title}: {n} sentence" in page.words
    assert all(not len(rows) for rows in narrative.groups_behind(empty, what).values())


def test_groups_agree_with_the_measures(gold):
    said = findings.by_id(gold)["relation-shift"]
    assert "alliance" in said.sentence or "No article is dated" in said.sentence
    assert len(narrative.groups_behind(gold, "tone")["Speaks ill"]) == (gold.sentences["tone"] == -1).sum()
    assert len(narrative.groups_behind(gold, "quoted")["In quotation marks"]) == gold.sentences["quoted"].sum()
    both = narrative.groups_behind(gold, "parties")
    assert list(both) == ["Kazakhstan and Azerbaijan"] and both["Kazakhstan and Azerbaijan"]["sentence"].min() >= 0


def test_nothing_is_behind_an_unknown_thing(gold):
    with pytest.raises(InputError, match="relation"):
        narrative.groups_behind(gold, "relations")


def test_sentences_stand_in_the_order_of_the_articles_and_in_their_language(gold):
    shuffled = gold.sentences.sample(frac=1, random_state=1)
    page = Reader(narrative.sentences_html(gold, shuffled, limit=1000))
    places = [page.words.find(" ".join(text.split())) for text in gold.sentences["text"]]
    assert -1 not in places and places == sorted(places)
    assert {attrs["lang"] for attrs in page.all("span")} == {"en", "az"}


def test_words_of_articles_never_become_markup(evil):
    html = "".join([narrative.findings_html(evil, list(findings.by_id(evil))), narrative.names_html(evil),
                    narrative.sentences_html(evil, evil.sentences), narrative.briefs_html(evil),
                    *(narrative.behind_html(evil, narrative.groups_behind(evil, what))
                      for what in ("theme", "tone", "speaker", "quoted", "unheard"))])
    page = Reader(html)
    assert not {"script", "b", "i", "u"} & {tag for tag, _ in page.tags}
    assert page.words.count(EVIL) >= 4 and "<u>label" in page.words


def test_the_codebook_is_that_of_the_knowledge_files():
    for axis, items in codebook.load().items.items():
        page = Reader(narrative.codebook_html(axis))
        assert len(page.all("details")) == len(items)
        for code, item in items.items():
            assert code in page.words and item.definition in page.words
            for what in item.exclude:
                assert what in page.words
        assert {"en", "az", "ru", "kk", "tr"} <= {attrs["lang"] for attrs in page.all("q")}


def test_the_words_for_the_relation_are_listed_with_their_basis():
    from analysis.measure.relations import word_groups

    page = Reader(narrative.relation_words_html())
    assert len(page.all("dt")) == len(word_groups())
    for item in word_groups().values():
        assert item["basis"].strip() in page.words and item["words"]["az"][0] in page.words


def test_names_give_offices_with_their_dates_and_other_languages(gold):
    page = Reader(narrative.names_html(gold))
    words = " ".join(page.words.split())
    assert re.search(r"President of Kazakhstan, since 2019-03-20", words)
    assert re.search(r"Ambassador of Kazakhstan to Azerbaijan, \d{4}", words)
    assert "None" not in words and " ," not in words
    assert {"az", "ru", "kk", "tr"} <= {attrs.get("lang") for attrs in page.all("span")}
    assert len(page.all("dt")) == len(gold.entities)


def test_a_name_that_no_file_knows_is_said_to_come_from_the_articles(evil):
    assert "known from the articles alone" in narrative.names_html(evil)


def test_quality_is_told_where_it_was_measured(gold, evil):
    told = narrative.quality(gold)          # gold against itself
    assert told["names"].startswith("Checked on 5 articles labelled by hand") and "F1 1.00" in told["names"]
    assert "90 of 90 decisions right" in told["tone"]
    unmeasured = narrative.quality(evil)
    assert list(unmeasured) == list(told)
    assert all("labelled by hand" in said and "not known" in said for said in unmeasured.values())


def test_sources_are_those_of_the_catalogue(tmp_path):
    from analysis.corpus.catalogue import read_catalogue

    rows = read_catalogue(ROOT / "seeds" / "catalogue.csv")
    t = tables.from_records([{"id": id, "text": ""} for id in rows], rows)
    page = Reader(narrative.sources_html(t, ROOT))
    assert {attrs["href"] for attrs in page.all("a")} == {row["url"] for row in rows.values()}
    for row in rows.values():
        assert row["label"] in page.words and row.get("note", "").rstrip(".") in page.words
        assert row.get("date_basis", "") in page.words
    assert "Trend" not in narrative.sources_html(t, tmp_path).replace("(Trend)", "")


def test_an_address_that_is_none_is_no_link(tmp_path):
    article = {"id": "a", "text": "", "title": "<b>", "url": "javascript:alert(1)", "outlet": "x"}
    page = Reader(narrative.sources_html(tables.from_records([article], {"a": {"label": "A"}}), tmp_path))
    assert not page.all("a") and not page.all("b") and "<b>" in page.words
    assert "Date: no date known" in page.words
    assert "no article" in narrative.sources_html(tables.from_records([]), tmp_path)


def test_tables_are_described_as_they_are(gold):
    page = Reader(narrative.tables_html(gold))
    assert f"sentences: {len(gold.sentences)} rows" in page.words
    assert all(column in page.words for column in tables.COLUMNS["mentions"])
