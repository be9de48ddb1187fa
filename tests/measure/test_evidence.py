"""The words behind a number: one row a thing counted, each where it stands."""

from __future__ import annotations

import pytest

from analysis import tables
from analysis.measure import evidence

TEXT = "Allies met. Trade grew. Allies parted."
RECORD = {
    "id": "a", "text": TEXT, "mentions": [], "figures": [], "boilerplate": [],
    "sentences": [{"start": 0, "end": 11, "speaker": ["narrator"], "quoted": False, "themes": ["political-dialogue"],
                   "frames": ["strategic-alliance"], "tone": 1},
                  {"start": 12, "end": 23, "speaker": ["x", "y"], "quoted": False, "themes": ["trade-economy"],
                   "frames": ["pragmatic-gain"], "tone": 1},
                  {"start": 24, "end": 38, "speaker": ["narrator"], "quoted": False, "themes": ["political-dialogue"],
                   "frames": ["strategic-alliance"], "tone": -1}]}


@pytest.fixture(scope="module")
def t():
    return tables.from_records([RECORD])


def test_a_code_without_a_cue_points_to_its_whole_sentence(t):
    rows = evidence.codes(t, "theme").sort_values("start")
    assert [TEXT[a:b] for a, b in zip(rows["start"], rows["end"], strict=True)] == [
        "Allies met.", "Trade grew.", "Allies parted."]


def test_the_first_cue_of_a_code_is_the_one_shown(t):
    cued = tables.from_records([RECORD])
    cued.codes = tables.frame("codes", [
        {"doc_id": "a", "sentence": 0, "axis": "frame", "code": "strategic-alliance", "start": start, "end": end,
         "cue": "ally"} for start, end in ((7, 10), (0, 6))])
    rows = evidence.codes(cued, "frame")
    assert rows[["start", "end"]].to_numpy().tolist() == [[0, 6]]


def test_every_sentence_has_a_tone(t):
    assert sorted(evidence.tones(t)["tone"]) == [-1, 1, 1]


def test_a_sentence_said_by_two_stands_behind_both(t):
    rows = evidence.grouped(t, evidence.codes(t, "theme"), "speaker")
    assert sorted(rows.loc[rows["code"] == "trade-economy", "group"]) == ["x", "y"]


def test_evidence_keeps_to_the_marks_and_their_order(t):
    found = evidence.codes(t, "theme").rename(columns={"code": "row"})
    both = evidence.behind(t, found, ["trade-economy", "political-dialogue"])
    assert list(both["row"]) == ["trade-economy", "political-dialogue", "political-dialogue"]
    assert list(both["start"]) == [12, 0, 24]
    assert evidence.counts(both) == {("trade-economy", ""): 1, ("political-dialogue", ""): 2}
    assert list(evidence.behind(t, found, ["energy"]).columns) == list(evidence.COLUMNS)
    assert evidence.counts(evidence.turned(both)) == {("", "trade-economy"): 1, ("", "political-dialogue"): 2}


def test_no_two_marks_share_a_name():
    assert evidence.told_apart({"a": "Post 2020", "b": "Post 2020", "c": "Times"}) == {
        "a": "Post 2020 [a]", "b": "Post 2020 [b]", "c": "Times"}


def test_words_find_the_sentence_they_stand_in(t):
    import pandas as pd

    rows = pd.DataFrame({"doc_id": ["a", "a", "a", "a", "b"], "start": [24, 0, 11, 11, 0], "end": [30, 6, 14, 12, 4]})
    # the third begins between two sentences; the fourth stands there whole, the fifth in no article
    found = evidence.in_sentences(t, rows)
    assert found[["sentence", "start", "end"]].to_numpy().tolist() == [[2, 24, 30], [0, 0, 6], [1, 12, 14]]
