"""Two reports as a page to read: every sentence once, linked with its counterpart, whatever the corpus is like."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from analysis import side_by_side, tables
from analysis.errors import InputError
from analysis.measure import pairs

ROOT = Path(__file__).resolve().parents[1]
EN, AZ = "000_d59ad83c0298ad6c", "001_bf240cc039c28393"
EVIL = 'Ministers said <script>alert("x")</script> & “$5” {ref}`a` [b](http://c)'


@pytest.fixture(scope="module")
def gold() -> tables.Tables:
    lines = (ROOT / "seeds" / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    visit = {"event": "visit", "event_label": "A visit"}
    catalogue = {EN: visit | {"label": "AzerNews 2020"}, AZ: visit | {"label": "Metbuat.az 2020"}}
    return tables.from_records(map(json.loads, lines), catalogue)


def made(reports: dict[str, list[str]], people: tuple[str, ...] = ("Ann Lee", "Bo Kim", "Cy Ray", "Di Fox"),
         **fields: str) -> tables.Tables:
    """Reports of one event; whoever of the people stands in a sentence is named in it."""
    records = []
    for name, sentences in reports.items():
        record = {"id": name, "text": "\n".join(sentences), "language": "en", "sentences": [], "mentions": [],
                  "figures": [], "date": None}
        at = 0
        for sentence in sentences:
            record["sentences"].append({"start": at, "end": at + len(sentence), "speaker": ["narrator"],
                                        "quoted": False, "tone": 0, "themes": [], "frames": []})
            for who in people:
                if (place := sentence.find(who)) >= 0:
                    record["mentions"].append({"start": at + place, "end": at + place + len(who), "type": "PERSON",
                                               "kind": "name", "entity": who.lower().replace(" ", "-")})
            at += len(sentence) + 1
        records.append(record | fields)
    return tables.from_records(records, {name: {"event": "e", "label": f"Paper {name}"} for name in reports})


def read(t: tables.Tables, *docs: str) -> BeautifulSoup:
    return BeautifulSoup(side_by_side.page(t, *docs), "html.parser")


def flat(text: str) -> str:
    return " ".join(text.split())


def test_every_sentence_stands_once_under_its_anchor_in_its_language(gold):
    page = read(gold, EN, AZ)
    for side, doc, language in (("a", EN, "en"), ("b", AZ, "az")):
        own = gold.sentences[gold.sentences["doc_id"] == doc]
        for n, text in zip(own["sentence"], own["text"], strict=True):
            (sentence,) = page.find_all(id=f"pair-{side}-{n + 1}")
            assert flat(sentence.get_text()) == flat(text)
            assert sentence["lang"] == language
    assert len(page.select(".sentence")) == 30


def test_every_link_leads_to_the_counterpart_and_one_leads_back(gold):
    page = read(gold, EN, AZ)
    wanted = {(int(i), int(j)) for i, j in pairs.align(gold, EN, AZ).query("kind == 'pair'")[
        ["sentences_a", "sentences_b"]].apply(lambda s: s.str.split("|")).itertuples(index=False, name=None)
        for i, j in [(x, y) for x in i for y in j]}
    for side, other in ("ab", "ba"):
        found = set()
        for cell in page.select(f".side.{side}:has(.sentence)"):
            links = [int(a["href"].removeprefix(f"#pair-{other}-")) - 1 for a in cell.select(".counterpart a")]
            for sentence in cell.select(".sentence"):
                n = int(sentence["id"].removeprefix(f"pair-{side}-")) - 1
                found |= {(n, link) if side == "a" else (link, n) for link in links}
                lit = sentence.get("data-with", "").split()
                assert lit == [f"pair-{other}-{link + 1}" for link in links]
        assert found == wanted
    ids = {tag["id"] for tag in page.find_all(id=True)}
    assert {a["href"][1:] for a in page.find_all("a")} <= ids


def test_a_sentence_without_counterpart_says_so(gold):
    page = read(gold, EN, AZ)
    wreaths = page.find(id="pair-b-3").find_parent("li")
    assert wreaths["class"] == ["only-b"]
    assert "no counterpart found" in wreaths.get_text() and not wreaths.find("a")


def test_what_only_one_report_names_is_marked(gold):
    marked = [tag.get_text() for tag in read(gold, EN, AZ).find_all("mark")]
    assert any("Əliyeva" in words for words in marked)
    assert not {"Kazakhstan", "Azerbaijan", "Qazaxıstan"} & set(marked)


def test_another_speaker_and_another_figure_are_told_beside_the_original(gold):
    row = read(gold, EN, AZ).find(id="pair-a-1").find_parent("li")
    assert "changed" in row["class"]
    said = [flat(note.get_text()) for note in row.select(".notes")]
    assert any(note.startswith("Different: figure (only AzerNews 2020 (English): “tenfold”") for note in said)
    assert row.select_one("[lang=az]") and row.select_one("[lang=en]")


def test_sentences_out_of_order_stand_beside_each_other_with_a_pointer():
    people = tuple(f"{first} {last}" for first in ("Ann", "Bo", "Cy", "Di") for last in ("Lee", "Kim", "Ray", "Fox"))
    told = [f"{people[i]} met {people[i + 1]} in town." for i in range(0, 16, 2)]
    t = made({"a": told, "b": [*(told[i].replace("met", "saw") for i in (0, 2, 3, 4, 5, 6, 7, 1))]}, people)
    assert pairs.align(t, "a", "b")["crossing"].sum() == 1
    page = read(t, "a", "b")
    pointers = [flat(item.get_text()) for item in page.select(".elsewhere")]
    assert pointers == ["Sentence 8 of Paper b stands beside sentence 2 of Paper a."]
    assert page.select_one(".elsewhere a")["href"] == "#pair-b-8"


def test_words_of_articles_never_become_markup():
    t = made({"<b>a": [EVIL, "Ann Lee spoke."], "c&d": ["Bo Kim sang.", EVIL + " Ann Lee."]})
    page = read(t, "<b>a", "c&d")
    assert {tag.name for tag in page.find_all()} <= {"section", "ol", "li", "div", "p", "mark", "span", "a"}
    assert page.get_text().count(EVIL) == 2
    assert "Paper <b>a" in page.get_text()


@pytest.mark.parametrize("reports", [
    {}, {"a": ["Ann Lee spoke."]}, {"a": ["Ann Lee spoke."], "b": []}, {"a": [], "b": []},
    {"a": ["Ann Lee spoke."], "b": ["Ann Lee spoke."]}],
    ids=["none", "one", "one empty", "both empty", "the same text twice"])
def test_without_a_pair_the_page_says_why(reports):
    t = made(reports)
    page = read(t)
    assert page.find("p").get_text() == pairs.why_none(t)[0].upper() + pairs.why_none(t)[1:] + "."
    assert not page.find("section")


def test_the_reasons_differ():
    corpora = {}, {"a": ["x y z."], "b": []}, {"a": ["x."], "b": ["x."]}
    reasons = {pairs.why_none(made(reports)) for reports in corpora}
    assert len(reasons) == 3


def test_one_sentence_and_no_date_are_enough():
    page = read(made({"a": ["Ann Lee met Bo Kim."], "b": ["Bo Kim received Ann Lee."]}))
    assert len(page.select(".sentence")) == 2 and not page.find("mark")


def test_a_report_whose_sentences_all_stand_alone():
    page = read(made({"a": ["Ann Lee spoke."], "b": ["Nothing of it was ever heard in town."]}))
    assert [item["class"] for item in page.find_all("li")] in ([["only-a"], ["only-b"]], [["only-b"], ["only-a"]])


def test_of_three_reports_the_third_is_named():
    t = made({"a": ["Ann Lee met Bo Kim."], "b": ["Bo Kim received Ann Lee."], "c": ["Cy Ray saw Ann Lee and Bo Kim."]})
    assert "The corpus has 1 further report of this event: Paper c." in read(t).get_text()
    assert "Paper c" not in read(t, "a", "b").find("ol").get_text()


def test_of_three_reports_two_copies_are_passed_over():
    t = made({"a": ["Ann Lee met Bo Kim."], "b": ["Ann Lee met Bo Kim."], "c": ["Bo Kim received Ann Lee."]})
    assert pairs.chosen(t) == ("a", "c")


def test_an_article_that_is_not_there_is_named(gold):
    with pytest.raises(InputError, match="no article 'x'"):
        side_by_side.page(gold, EN, "x")


@pytest.mark.parametrize(("numbers", "words"), [([0], "sentence 1"), ([2, 3], "sentences 3 and 4")])
def test_sentences_are_counted_from_one(numbers, words):
    assert side_by_side.numbered(numbers) == words
