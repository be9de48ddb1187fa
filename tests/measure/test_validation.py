"""Scores in detail against what can be counted by hand, and against the plain scores."""

from __future__ import annotations

import copy
import math

import pytest
from scipy.stats import binomtest

from analysis.measure import agreement, validation


def mention(start, end, of_type="PERSON", entity="e", kind="name"):
    return {"start": start, "end": end, "type": of_type, "kind": kind, "entity": entity}


def record(name, mentions=(), tones=(), language="en"):
    plain = {"speaker": ["narrator"], "quoted": False, "themes": [], "frames": []}
    sentences = [plain | {"start": 10 * k, "end": 10 * k + 9, "tone": tone} for k, tone in enumerate(tones)]
    return {"id": name, "language": language, "text": "x" * 200, "mentions": list(mentions), "sentences": sentences}


GOLD = [
    record("a", [mention(0, 5, entity="p"), mention(10, 15, entity="q"), mention(20, 25, "ORG", "o")], [1, 0, -1]),
    record("b", [mention(0, 5, entity="p"), mention(10, 15, "COUNTRY", "c", "demonym")], [0, 0], "az"),
]
SYSTEM = [
    # p is found, q is taken for a body, the body is missed, and something is found where nothing is
    record("a", [mention(1, 5, entity="p"), mention(11, 15, "ORG", "q"), mention(30, 35, "PLACE", "z")], [1, -1, 1]),
    record("b", [mention(0, 5, entity="p"), mention(10, 15, "COUNTRY", "c")], [0], "az"),
]


def rows(table, *keys):
    return {tuple(getattr(r, key) for key in keys): r for r in table.itertuples()}


def test_precision_recall_and_range_by_hand():
    found = rows(validation.detailed(GOLD, SYSTEM, "language"), "group", "layer", "code")
    people = found["all", "type", "PERSON"]
    assert (people.gold, people.found, people.right) == (3, 2, 2)
    assert (people.precision, people.recall, people.f1) == (1, pytest.approx(2 / 3), pytest.approx(0.8))
    # article a: one of two found, F1 = 2 / 3; article b: 1
    assert (people.lowest, people.highest) == (pytest.approx(2 / 3), 1)
    assert (people.articles, people.of_articles) == (2, 2)
    exact = binomtest(2, 3).proportion_ci(0.95, "exact")
    assert (people.recall_low, people.recall_high) == (pytest.approx(exact.low), pytest.approx(exact.high))
    az = found["az", "mention", "name"]
    assert (az.gold, az.found, az.right, az.articles) == (1, 2, 1, 1)


def test_details_agree_with_the_plain_scores(gold):
    system = spoilt(gold)
    plain = rows(agreement.scores(gold, system, "language"), "group", "layer", "code")
    found = rows(validation.detailed(gold, system, "language"), "group", "layer", "code")
    assert set(plain) == set(found)
    for key, row in found.items():
        wanted = plain[key]
        assert (row.gold, row.found, row.right) == (wanted.gold, wanted.system, wanted.tp)
        assert row.f1 == pytest.approx(wanted.f1)
        assert row.lowest <= row.f1 + 1e-9 and row.f1 <= row.highest + 1e-9
        assert math.isnan(row.low) and math.isnan(row.high), "five articles have no interval of F1"
        if row.found:
            assert row.precision_low <= row.precision <= row.precision_high


def spoilt(gold):
    """Gold with every third mention gone, every fifth name of another type, and tones turned round."""
    system = copy.deepcopy(gold)
    for one in system:
        del one["mentions"][::3]
        for m in [m for m in one["mentions"] if m["kind"] == "name"][::5]:
            m["type"] = "ROUTE"
        for sentence in one["sentences"][::4]:
            sentence["tone"] = -sentence["tone"] or 1
    return system


def test_from_twenty_articles_f1_has_an_interval(gold):
    many = [one | {"id": f"{one['id']}-{k}"} for k in range(4) for one in gold]
    system = spoilt(many)
    row = rows(validation.detailed(many, system), "layer", "code")["mention", "name"]
    assert row.of_articles == 20
    assert row.low < row.f1 < row.high
    fewer = rows(validation.detailed(many[:19], system[:19]), "layer", "code")["mention", "name"]
    assert math.isnan(fewer.low)


def test_what_intervals_mean_is_said_for_few_and_for_many():
    assert "Over 5 articles the range is given" in validation.intervals_mean(5)
    assert "range" not in validation.intervals_mean(20) and "drawing whole articles" in validation.intervals_mean(20)


def test_links_by_hand():
    gold = [record("a", [mention(0, 5, entity="p"), mention(10, 15, entity="q"), mention(20, 25, "ORG", "o")])]
    system = [record("a", [mention(0, 5, entity="p"), mention(10, 15, entity="p"), mention(20, 25, "ORG", "other")])]
    found = rows(validation.linking(gold, system), "type")
    # the body has another name in the system, which costs nothing; merging q into p does
    assert (found["PERSON",].n, found["PERSON",].of) == (1, 2)
    assert (found["ORG",].n, found["all",].n, found["all",].of) == (1, 2, 3)
    exact = binomtest(2, 3).proportion_ci(0.95, "exact")
    assert (found["all",].low, found["all",].high) == (pytest.approx(exact.low), pytest.approx(exact.high))


def test_confusion_of_types_by_hand():
    cells = {key: r.n for key, r in rows(validation.type_confusion(GOLD, SYSTEM), "gold", "found").items() if r.n}
    assert cells == {
        ("PERSON", "PERSON"): 2,
        ("PERSON", "ORG"): 1,
        ("ORG", "nothing"): 1,
        ("nothing", "PLACE"): 1,
        ("demonym", "COUNTRY"): 1,
    }


def test_confusion_adds_up_to_the_scores(gold):
    system = spoilt(gold)
    table = validation.type_confusion(gold, system)
    scored = rows(validation.detailed(gold, system), "layer", "code")
    for kind in validation.CLASSES:
        row = scored.get(("type", kind)) or scored.get(("mention", kind))
        if row is not None:
            own, theirs = table[table["gold"] == kind], table[table["found"] == kind]
            assert (own["n"].sum(), theirs["n"].sum()) == (row.gold, row.found)
            assert own.loc[own["found"] == kind, "n"].sum() == row.right


def test_every_mention_is_paired_once(gold):
    for one, other in zip(gold, spoilt(gold), strict=True):
        pairs = list(validation.type_pairs(one, other))
        ours, theirs = ([id(pair[i]) for pair in pairs if pair[i] is not None] for i in (0, 1))
        assert sorted(ours) == sorted(map(id, one["mentions"]))
        assert sorted(theirs) == sorted(map(id, other["mentions"]))


def test_confusion_of_tone_by_hand():
    table = validation.tone_confusion(GOLD, SYSTEM, "language")
    cells = {key: r.n for key, r in rows(table, "group", "gold", "found").items() if r.n}
    assert cells == {
        ("all", "1", "1"): 1, ("all", "0", "-1"): 1, ("all", "-1", "1"): 1, ("all", "0", "0"): 1,
        ("all", "0", "left out"): 1,
        ("en", "1", "1"): 1, ("en", "0", "-1"): 1, ("en", "-1", "1"): 1,
        ("az", "0", "0"): 1, ("az", "0", "left out"): 1,
    }  # fmt: skip


def test_nothing_gives_empty_tables_with_columns():
    for measure in (validation.detailed, validation.linking, validation.type_confusion, validation.tone_confusion):
        table = measure([], [])
        assert not len(table) and len(table.columns)
