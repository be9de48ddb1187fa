"""Scores against gold, checked on articles small enough to score by hand."""

import copy
from pathlib import Path

import pytest

from analysis.evaluate import evaluate, tallied, texts
from analysis.exchange import read_jsonl

GOLD = Path(__file__).parents[1] / "seeds" / "gold.jsonl"


def sentence(start, end, **labels):
    plain = {"speaker": ["narrator"], "quoted": False, "themes": [], "frames": [], "tone": 0}
    return {"start": start, "end": end, **plain, **labels}


def mention(start, end, entity, type="PERSON", kind="name"):
    return {"start": start, "end": end, "type": type, "kind": kind, "entity": entity}


def figure(start, end, value, unit="percent"):
    return {"start": start, "end": end, "value": value, "unit": unit, "qualifier": "exact", "what": ""}


def article(doc_id="a", **layers):
    empty = {"boilerplate": [], "sentences": [], "mentions": [], "figures": [], "language": "en", "date": None}
    return {"id": doc_id, "text": "x" * 200, **empty, **layers}


def test_gold_against_itself_is_perfect():
    gold = list(read_jsonl(GOLD))
    assert set(evaluate(gold, gold)["all"].values()) == {1.0}


def test_nothing_found():
    gold = list(read_jsonl(GOLD))
    scores = evaluate(gold, [])["all"]
    tones = [unit["tone"] for record in gold for unit in record["sentences"]]
    assert scores["mention:name"] == scores["themes"] == scores["sentence-ends"] == scores["acc speaker"] == 0
    assert scores["acc tone"] == tones.count(0) / len(tones)  # a sentence that was not found counts as neutral
    assert scores["boilerplate"] > 0  # the rest was rightly left out, too


def test_mentions_links_and_exact_spans():
    gold = [
        article(
            mentions=[
                mention(0, 10, "p"),
                mention(20, 30, "q"),
                mention(40, 50, "c", "COUNTRY"),
                mention(60, 70, "c", "COUNTRY"),
            ]
        )
    ]
    system = [
        article(
            mentions=[
                mention(2, 10, "p"),  # found, one edge off
                mention(20, 30, "p"),  # found, linked to somebody else
                mention(40, 50, "c", "PLACE"),  # wrong type: neither found nor right
                mention(60, 70, "c", "COUNTRY", "demonym"),  # wrong kind
            ]
        )
    ]
    scores = evaluate(gold, system)["all"]
    assert scores["mention:name"] == pytest.approx(2 * 2 / (2 * 2 + 1 + 2))
    assert scores["mention:demonym"] == 0
    assert scores["acc span-exact"] == 0.5 and scores["acc link:name"] == 0.5
    assert scores["type:PERSON"] == 1 and scores["type:COUNTRY"] == 0
    assert scores["entities-in-article"] == pytest.approx(2 * 2 / (2 * 2 + 0 + 1))


def test_other_names_for_entities_cost_nothing_but_merging_does():
    gold = [article(mentions=[mention(0, 5, "p"), mention(10, 15, "q"), mention(20, 25, "p")])]
    renamed = [article(mentions=[mention(0, 5, "x"), mention(10, 15, "y"), mention(20, 25, "x")])]
    merged = [article(mentions=[mention(0, 5, "x"), mention(10, 15, "x"), mention(20, 25, "x")])]
    assert evaluate(gold, renamed)["all"]["acc link:name"] == 1
    assert evaluate(gold, merged)["all"]["acc link:name"] == pytest.approx(2 / 3)


def test_sentence_labels_are_compared_on_gold_sentences():
    gold = [
        article(
            sentences=[
                sentence(0, 50, themes=["energy"], tone=1, speaker=["p"]),
                sentence(51, 100, themes=["transport"], frames=["concern"], tone=-1),
            ]
        )
    ]
    system = [
        article(
            sentences=[
                sentence(0, 30, themes=["energy"], tone=1, speaker=["p"]),
                sentence(30, 50, themes=["multilateral"], tone=-1, speaker=["q"]),
                sentence(51, 100, frames=["concern"]),
            ]
        )
    ]
    scores = evaluate(gold, system)["all"]
    assert scores["themes"] == pytest.approx(2 * 1 / (2 * 1 + 1 + 1))  # both halves speak for the first sentence
    assert scores["themes=energy"] == 1 and scores["themes=transport"] == 0
    assert scores["macro themes"] == 0.5  # over codes that gold uses
    assert scores["frames"] == 1
    assert scores["acc tone"] == 0.5 and scores["acc speaker"] == 1  # the larger half decides
    assert scores["tone=1"] == 1 and scores["tone=-1"] == 0
    assert scores["sentence-ends"] == pytest.approx(2 * 2 / (2 * 2 + 1 + 0))


def test_boilerplate_counts_what_was_wrongly_kept_and_wrongly_left_out():
    gold = [article(sentences=[sentence(0, 50), sentence(51, 100)], boilerplate=[[100, 120], [120, 140]])]
    system = [article(sentences=[sentence(0, 50), sentence(118, 140)])]
    assert evaluate(gold, system)["all"]["boilerplate"] == pytest.approx(2 * 1 / (2 * 1 + 1 + 1))


def test_figures_match_on_place_and_value():
    gold = [article(figures=[figure(0, 5, 40), figure(10, 15, 500_000_000, "USD")])]
    system = [article(figures=[figure(0, 3, 40.0), figure(10, 15, 500, "USD"), figure(20, 25, 7)])]
    scores = evaluate(gold, system)["all"]
    assert scores["figures"] == pytest.approx(2 * 1 / (2 * 1 + 2 + 1))
    system[0]["figures"][1] = figure(10, 15, 500_000_000, "EUR")
    assert evaluate(gold, system)["all"]["acc figure-unit"] == 0.5


def test_document_fields_count_where_gold_knows_them():
    gold = [article(date="2024-03-11"), article("b")]
    system = [article(date="2024-03"), article("b", language="tr", date="2020")]
    scores = evaluate(gold, system)["all"]
    assert scores["acc date"] == 0 and scores["acc language"] == 0.5


def test_groups_and_missing_articles():
    gold = list(read_jsonl(GOLD))
    groups = tallied(gold, gold[:3], "language")
    assert list(groups) == ["all", "en", "az"]
    assert [(group.articles, group.missing) for group in groups.values()] == [(5, 2), (4, 2), (1, 0)]
    assert groups["all"].scores()["mention:name"].n == sum(
        mention["kind"] == "name" for record in gold for mention in record["mentions"]
    )
    assert evaluate(gold, gold[:3])["all"]["mention:name"] < 1


def test_worse_annotations_never_score_better():
    gold = list(read_jsonl(GOLD))
    worse = copy.deepcopy(gold)
    for record in worse:
        del record["mentions"][::3]
        for number, unit in enumerate(record["sentences"]):
            unit["tone"] = unit["tone"] if number % 2 else -1
    full, less = evaluate(gold, gold)["all"], evaluate(gold, worse)["all"]
    assert all(less[name] <= full[name] for name in full)
    assert less["mention:name"] < 1 and less["acc tone"] < 1


def test_of_gold_only_id_and_text_are_shown():
    for shown, record in zip(texts(read_jsonl(GOLD)), read_jsonl(GOLD), strict=True):
        assert (shown.id, shown.text, shown.fields) == (record["id"], record["text"], {})
