"""Alignment of reports whose counterparts are known: written by us, then cut, added to, moved and changed."""

from itertools import combinations

import pytest

from analysis.measure.alignment import align
from analysis.measure.alignment_gold import alignment_scores

LANGUAGES = ("en", "az", "ru", "kk", "kk-latin", "tr")
PAIRS = [pair for pair in combinations(LANGUAGES, 2) if pair != ("kk", "kk-latin")]
PASSAGES = ("port", "festival")


def pairs(steps):
    return {(i, j) for step in steps for i in step.a for j in step.b}


def whole(steps, a, b):
    """Every sentence of both sides stands in one step."""
    return [sorted(n for step in steps for n in getattr(step, side)) for side in "ab"] == [
        list(range(len(a))), list(range(len(b)))]


@pytest.mark.parametrize("passage", PASSAGES)
@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_what_is_told_alike_is_found_in_every_pair_of_languages(passages, aligned, passage, one, other):
    a, b = passages[passage][one], passages[passage][other]
    steps = aligned((one, a), (other, b))
    scores = alignment_scores({(n, n) for n in range(len(a))}, pairs(steps))
    assert scores.f1 >= 0.95 and whole(steps, a, b)
    assert all(0.5 < step.score <= 1 for step in steps if step.a and step.b)


@pytest.mark.parametrize("passage", PASSAGES)
@pytest.mark.parametrize(("one", "other"), [("en", "az"), ("ru", "kk"), ("tr", "en"), ("az", "kk-latin")])
def test_what_one_leaves_out_stands_alone_in_the_other(passages, aligned, passage, one, other):
    a, b = passages[passage][one], list(passages[passage][other])
    for gone in (7, 6, 2):
        del b[gone]
    kept = [n for n in range(len(a)) if n not in (2, 6, 7)]
    steps = aligned((one, a), (other, b))
    gold = {(n, place) for place, n in enumerate(kept)}
    assert alignment_scores(gold, pairs(steps)).f1 >= 0.9 and whole(steps, a, b)
    assert {n for step in steps if not step.b for n in step.a} >= {2, 7}


@pytest.mark.parametrize(("one", "other"), [("en", "ru"), ("az", "tr"), ("kk", "en")])
def test_an_added_paragraph_stands_alone(passages, aligned, one, other):
    a, added = passages["port"][one], passages["festival"][other][7:10]
    b = [*passages["port"][other][:5], *added, *passages["port"][other][5:]]
    steps = aligned((one, a), (other, b))
    gold = {(n, n if n < 5 else n + 3) for n in range(len(a))}
    assert alignment_scores(gold, pairs(steps)).f1 >= 0.95
    assert {n for step in steps if not step.a for n in step.b} == {5, 6, 7}


@pytest.mark.parametrize(("one", "other"), [("en", "az"), ("ru", "tr")])
def test_a_paragraph_told_elsewhere_crosses_the_rest(passages, aligned, one, other):
    a, b = passages["port"][one], passages["port"][other]
    order = [0, 1, 2, 9, 10, 3, 4, 5, 6, 7, 8, 11]
    steps = aligned((one, a), (other, [b[n] for n in order]))
    gold = {(n, order.index(n)) for n in range(len(a))}
    assert alignment_scores(gold, pairs(steps)).f1 >= 0.9
    assert {n for step in steps if step.crossing for n in step.a} == {9, 10}


def test_reports_in_no_common_order_are_paired_all_the_same(passages, aligned):
    a, b = passages["port"]["en"], passages["port"]["az"]
    order = [7, 2, 11, 4, 9, 0, 5, 10, 1, 8, 3, 6]
    steps = aligned(("en", a), ("az", [b[n] for n in order]))
    gold = {(n, order.index(n)) for n in range(len(a))}
    assert alignment_scores(gold, pairs(steps)).f1 >= 0.85


@pytest.mark.parametrize(("one", "other", "joint"), [("en", "az", " və "), ("tr", "ru", " и "), ("kk", "en", " and ")])
def test_two_sentences_that_the_other_makes_one_belong_together(passages, aligned, one, other, joint):
    a, b = passages["port"][one], list(passages["port"][other])
    first, second = b[7].rstrip("."), b.pop(8)
    b[7] = first + joint + second[0].lower() + second[1:]
    for sides in (((one, a), (other, b)), ((other, b), (one, a))):
        steps = aligned(*sides)
        runs = {(step.a, step.b) for step in steps} | {(step.b, step.a) for step in steps}
        assert ((7, 8), (7,)) in runs


def test_a_changed_number_is_no_evidence_and_breaks_no_pair(passages, two):
    a, b = passages["port"]["en"], list(passages["port"]["az"])
    b[3] = b[3].replace("2,7", "3,1")
    before, after = (align(two(("en", a), ("az", side)), "a", "b").set_index("sentences_a").loc["3"]
                     for side in (passages["port"]["az"], b))
    assert before["sentences_b"] == after["sentences_b"] == "3"
    assert "2.7e+06 tonnes" in before["figures"] and after["figures"] == ""
    assert after["score"] < before["score"]


def test_a_swapped_speaker_is_no_evidence_and_breaks_no_pair(passages, two):
    a, b = passages["port"]["en"], list(passages["port"]["az"])
    b[3] = b[3].replace("T.Serikov", "E.Rəhimov")
    before, after = (align(two(("en", a), ("az", side)), "a", "b").set_index("sentences_a").loc["3"]
                     for side in (passages["port"]["az"], b))
    assert before["sentences_b"] == after["sentences_b"] == "3"
    assert before["speakers"] and not after["speakers"]


@pytest.mark.parametrize(("one", "other"), [("en", "az"), ("ru", "kk"), ("tr", "tr"), ("en", "en")])
def test_reports_of_different_things_are_hardly_paired(passages, aligned, one, other):
    steps = aligned((one, passages["port"][one]), (other, passages["festival"][other]))
    assert len(pairs(steps)) <= 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_is_its_own_counterpart(passages, aligned, language):
    side = (language, passages["festival"][language])
    steps = aligned(side, side)
    assert pairs(steps) == {(n, n) for n in range(11)} and all(step.score == 1 for step in steps)


def test_one_sentence_against_many(passages, aligned):
    steps = aligned(("en", passages["port"]["en"][7:8]), ("az", passages["port"]["az"]))
    assert pairs(steps) == {(0, 7)} and len(steps) == 12
