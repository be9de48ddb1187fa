"""Differences between two annotations, by hand, and the order of how bad they are."""

from __future__ import annotations

import copy

from analysis.measure import mistakes

PLAIN = {"speaker": ["narrator"], "quoted": False, "themes": [], "frames": [], "tone": 0}
TEXT = "Anna met Boris in  Baku. She praised 40 of them. He was silent."


def annotated(sentences, mentions=(), figures=()):
    spans = [(0, 24), (25, 48), (49, 63)]
    return {
        "id": "a",
        "text": TEXT,
        "sentences": [PLAIN | {"start": a, "end": b} | s for (a, b), s in zip(spans, sentences, strict=True)],
        "mentions": [dict(zip(("start", "end", "type", "kind", "entity"), m, strict=True)) for m in mentions],
        "figures": [dict(zip(("start", "end", "value", "unit"), f, strict=True)) for f in figures],
    }


GOLD = annotated(
    [{"themes": ["energy"], "tone": 1}, {"speaker": ["anna"], "tone": 1, "themes": ["energy", "transport"]}, {}],
    [(0, 4, "PERSON", "name", "anna"), (9, 14, "PERSON", "name", "boris"), (19, 23, "PLACE", "name", "baku")],
    [(37, 39, 40.0, "people")],
)
SYSTEM = annotated(
    [{"themes": ["transport"], "tone": 0}, {"speaker": ["boris"], "tone": -1}, {"tone": 1, "themes": ["energy"]}],
    [(0, 4, "PERSON", "name", "anna"), (9, 14, "ORG", "name", "boris"), (49, 51, "PERSON", "name", "boris")],
    [(37, 39, 40.0, "percent")],
)


def test_each_kind_of_difference_with_its_severity():
    table = mistakes.differences([GOLD], [SYSTEM])
    found = [(r.layer, r.severity, r.gold, r.program) for r in table.itertuples()]
    assert found == [
        ("mention", 3, "PERSON name", "ORG name"),
        ("mention", 2, "", "PERSON name"),
        ("mention", 1, "PLACE name", ""),
        ("speaker", 3, "anna", "boris"),
        ("theme", 3, "energy", "transport and transit"),
        ("theme", 2, "none", "energy"),
        ("theme", 1, "energy, transport and transit", "none"),
        ("tone", 3, "+1", "-1"),
        ("tone", 2, "0", "+1"),
        ("tone", 1, "+1", "0"),
        ("figure", 3, "40 people", "40 percent"),
    ]
    assert table["text"].iloc[0] == "Boris"
    assert table.loc[table["layer"] == "theme", "text"].iloc[0] == "Anna met Boris in Baku.", "spaces are one"


def test_a_link_to_somebody_else_is_worse_than_one_left_open():
    gold = annotated([{}, {}, {}], [(0, 4, "PERSON", "name", "anna"), (9, 14, "PERSON", "name", "boris")])
    merged = copy.deepcopy(gold)
    merged["mentions"][1]["entity"] = "anna"
    row = mistakes.differences([gold], [merged]).iloc[0]
    assert (row["layer"], row["severity"], row["gold"], row["program"]) == ("link", 3, "boris", "anna")
    merged["mentions"][1]["candidates"] = "boris|another"
    row = mistakes.differences([gold], [merged]).iloc[0]
    assert (row["severity"], row["program"]) == (1, "left open")


def test_a_speaker_made_up_and_one_missed():
    gold = annotated([{"speaker": ["anna"]}, {}, {"speaker": ["anna", "boris"]}])
    system = annotated([{}, {"speaker": ["boris"]}, {"speaker": ["anna"]}])
    found = [(r.severity, r.gold, r.program) for r in mistakes.differences([gold], [system]).itertuples()]
    assert found == [(2, "narrator", "boris"), (1, "anna", "narrator"), (1, "anna, boris", "anna")]


def test_the_worst_of_each_layer_are_cut_off():
    table = mistakes.differences([GOLD], [SYSTEM])
    top = mistakes.worst(table, 1)
    assert list(top["layer"]) == list(dict.fromkeys(table["layer"]))
    assert set(top["severity"]) == {3}


def test_gold_does_not_differ_from_itself(gold):
    assert not len(mistakes.differences(gold, copy.deepcopy(gold)))
    assert list(mistakes.differences([], []).columns)[:3] == ["doc_id", "layer", "severity"]
