"""The pair's figures on corpora of every kind, and what they print of the seeds' visit."""

from __future__ import annotations

import pytest

from analysis import tables
from analysis.figures import get
from analysis.measure import findings, pairs

PAIR = ["one-visit-map", "one-visit-summary", "one-visit-themes", "one-visit-frames", "one-visit-differences"]
ALL = [*PAIR, "same-event", "near-copies"]
PEOPLE = ("Ann Lee", "Bo Kim", "Cy Ray", "Di Fox")
SAME = ["Ann Lee met Bo Kim in town.", "Cy Ray was there too."]


def made(*reports: list[str], labels: list[str] | None = None) -> tables.Tables:
    """Undated reports of one event; whoever of the people stands in a sentence is named and heard in it."""
    records, catalogue = [], {}
    for k, sentences in enumerate(reports):
        record = {"id": f"r{k}", "language": "en", "text": "\n".join(sentences), "sentences": [], "mentions": [],
                  "figures": [], "date": None}
        at = 0
        for sentence in sentences:
            heard = [who.lower().replace(" ", "-") for who in PEOPLE if who in sentence][:1]
            record["sentences"].append({"start": at, "end": at + len(sentence), "speaker": heard or ["narrator"],
                                        "quoted": False, "tone": 0, "themes": ["energy"] * ("oil" in sentence),
                                        "frames": []})
            record["mentions"] += [{"start": at + sentence.find(who), "end": at + sentence.find(who) + len(who),
                                    "type": "PERSON", "kind": "name", "entity": who.lower().replace(" ", "-")}
                                   for who in PEOPLE if who in sentence]
            at += len(sentence) + 1
        records.append(record)
        catalogue[f"r{k}"] = {"event": "e", "label": (labels or [f"Paper {k}" for k in range(9)])[k]}
    return tables.from_records(records, catalogue)


CORPORA = {
    "none": (),
    "one report": (SAME,),
    "the same file twice": (SAME, SAME),
    "one without a sentence": (SAME, []),
    "one sentence each": (["Ann Lee met Bo Kim."], ["Bo Kim received Ann Lee."]),
    "three reports": (SAME, ["Bo Kim saw Ann Lee."], ["Di Fox told of oil.", "Ann Lee and Bo Kim agreed."]),
    "nothing in common": (["Ann Lee sang of oil."], ["Nobody else was ever heard there by anyone."]),
    "nobody is named": (["It rained in the town all day."], ["The town was wet for hours, they say."]),
    "long": ([f"Ann Lee spoke {'and spoke ' * k}of oil." for k in range(150)], SAME),
}
COMPARED = ["one sentence each", "three reports", "nothing in common", "nobody is named", "long"]


@pytest.mark.parametrize("name", CORPORA)
@pytest.mark.parametrize("id", ALL)
def test_every_corpus_gives_a_picture_or_says_why_not(id, name):
    t, figure = made(*CORPORA[name]), get(id)
    content = figure.content(t)
    assert content.caption.endswith(".") and content.alt
    assert content.empty == content.caption.startswith("Nothing to show: ")
    assert len(content.data)
    if content.draw is not None:
        figure.draw(t)
    if content.evidence is not None and not content.empty:
        assert set(content.evidence["doc_id"]) <= set(t.articles["doc_id"])


@pytest.mark.parametrize("name", CORPORA)
def test_the_map_is_there_where_two_can_be_compared(name):
    content = get("one-visit-map").content(made(*CORPORA[name]))
    assert content.empty == (name not in COMPARED)
    if content.empty:
        assert content.caption == f"Nothing to show: {pairs.why_none(made(*CORPORA[name]))}."


@pytest.mark.parametrize("name", CORPORA)
def test_findings_and_facts_bear_every_corpus(name):
    t = made(*CORPORA[name])
    told = {finding.id: finding.sentence for finding in findings.pair_findings(t)}
    assert len(told) == 6 and all(sentence.endswith(".") for sentence in told.values())
    assert findings.facts(t)["pair"]["found"] == (name in COMPARED)


def test_two_papers_of_one_name_are_told_apart():
    t = made(SAME, ["Bo Kim saw Ann Lee."], labels=["Paper", "Paper"])
    assert set(get("one-visit-map").data(t)["report"]) == {"Paper [r0]", "Paper [r1]"}
    assert list(get("one-visit-differences").content(t).shown.columns)[1:3] == ["Paper [r0]", "Paper [r1]"]


def test_a_copy_is_listed_with_what_it_shares():
    t = made(SAME, SAME)
    data = get("near-copies").data(t)
    assert data[["label_a", "label_b", "kind"]].values.tolist() == [["Paper 0", "Paper 1", "same text"]]
    assert "2 articles are 1 text." in get("near-copies").caption(t)


def test_the_map_has_every_sentence_of_the_visit_once(seeds):
    data = get("one-visit-map").data(seeds)
    assert data.groupby("report", sort=False)["sentence"].agg(list).tolist() == [[*range(1, 14)], [*range(1, 18)]]
    alone = data.loc[(data["kind"] == "alone") & data["report"].str.startswith("Metbuat"), "sentence"].tolist()
    assert set(alone) >= {3, 4, 5, 14, 16}
    assert (data.loc[data["kind"] == "alone", "counterpart"] == "").all()


def test_the_map_says_what_stands_alone(seeds):
    figure = get("one-visit-map")
    words = " ".join(" ".join(text.get_text().split()) for axes in figure.draw(seeds).axes for text in axes.texts)
    assert "Commemoration" in words
    assert "7 of 17 sentences in Metbuat.az 2020 (Azerbaijani) have no counterpart" in figure.caption(seeds)


def test_the_differences_hold_both_originals_and_the_shift_of_the_voice(seeds):
    content = get("one-visit-differences").content(seeds)
    assert "tenfold" in "; ".join(content.shown["What"]) or "tenfold" in "; ".join(content.data["figures_a"])
    wreaths = content.data.loc[content.data["sentences_b"] == "2"].iloc[0]
    assert (wreaths["kind"], wreaths["text_a"]) == ("added", "")
    assert "same" in set(content.data["kind"]) and len(content.shown) < len(content.data)


def test_the_pair_is_listed_with_its_reasons(seeds):
    shown = get("same-event").content(seeds).shown
    assert shown[["Article", "Article beside it", "Taken for one event"]].values.tolist()[0] == [
        "AzerNews 2020", "Metbuat.az 2020", "yes"]
    assert "Fuad Muradov" in shown["Why"].iloc[0]
    assert (shown["Taken for one event"] == "yes").sum() == 1
