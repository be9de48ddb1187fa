"""Corrected shares: by hand, in a simulated press whose truth is known, and where they say nothing."""

from __future__ import annotations

import copy
import math

import numpy as np
import pytest

from analysis.errors import InputError
from analysis.measure import corrected as c


def test_by_hand():
    # two articles of two sentences; one sentence in two is drawn. Ỹ: 1 + (0 − 1) / .5 = −1; 1; 0 + (1 − 0) / .5 = 2; 0
    values = c.design_adjusted([1, 1, 0, 0], [0, None, 1, None], 0.5)
    assert values.tolist() == [-1, 1, 2, 0]
    # mean .5; residuals sum to −1 in the first article and 1 in the second: √(2 / 1 · (1 + 1)) / 4
    assert c.clustered_error(values, ["a", "a", "b", "b"]) == pytest.approx(0.5)
    found = c.corrected_share([1, 1, 0, 0], [0, None, 1, None], ["a", "a", "b", "b"], 0.5)
    assert (found.naive, found.gold, found.corrected) == (0.5, 0.5, 0.5)
    assert (found.units, found.labelled, found.clusters) == (4, 2, 2)
    assert (found.se, found.low, found.high) == (None, None, None)
    assert found.reason == "no interval: 2 articles, and a standard error needs at least 20"


def test_unequal_probabilities_by_hand():
    values = c.design_adjusted([1, 0, 0], [0, 1, None], [0.25, 1.0, 0.5])
    assert values.tolist() == [1 - 4, 1, 0]
    found = c.corrected_share([1, 0, 0], [0, 1, None], ["a", "b", "c"], [0.25, 1.0, 0.5])
    assert found.gold == pytest.approx((0 * 4 + 1 * 1) / (4 + 1)), "weighted by the inverse of the probability"


def test_with_every_sentence_labelled_it_is_golds_share():
    draw = np.random.default_rng(3)
    machine, human = draw.integers(0, 2, 200).tolist(), draw.integers(0, 2, 200).tolist()
    found = c.corrected_share(machine, human, [k // 8 for k in range(200)])
    assert found.corrected == found.gold == pytest.approx(np.mean(human))
    assert found.naive == pytest.approx(np.mean(machine))
    assert found.low < found.corrected < found.high


def test_with_a_perfect_machine_nothing_changes():
    human = [1, 0, None, None] * 10
    machine = [1, 0, 1, 0] * 10
    assert c.corrected_share(machine, human, list(range(40)), 0.5).corrected == 0.5


def test_the_clustered_error_of_single_units_is_the_plain_one():
    values = np.random.default_rng(5).normal(size=50)
    assert c.clustered_error(values, list(range(50))) == pytest.approx(values.std(ddof=1) / math.sqrt(50))
    assert math.isnan(c.clustered_error(values, ["one"] * 50))


def press(draw, articles=60, share=0.2):
    """Articles of a press in which articles differ, and a machine that sees the code too often, most in long ones."""
    truth, machine, clusters = [], [], []
    for article in range(articles):
        length = int(draw.integers(4, 20))
        inclined = draw.beta(share * 4, (1 - share) * 4)
        own = draw.random(length) < inclined
        seen = np.where(own, draw.random(length) < 0.8, draw.random(length) < 0.02 * length)
        truth += own.astype(int).tolist()
        machine += seen.astype(int).tolist()
        clusters += [article] * length
    return truth, machine, clusters


@pytest.mark.parametrize("by_article", [False, True])
def test_in_a_press_with_known_truth_it_is_unbiased_and_covers(by_article):
    share, estimates, naive, covered = 0.2, [], [], 0
    draw = np.random.default_rng(11)
    for _ in range(400):
        truth, machine, clusters = press(draw, share=share)
        if by_article:      # whole articles are labelled, long ones twice as often
            chance = [0.6 if clusters.count(k) > 11 else 0.3 for k in range(60)]
            taken = draw.random(60) < chance
            drawn, probability = [taken[k] for k in clusters], [chance[k] for k in clusters]
        else:
            drawn, probability = draw.random(len(truth)) < 0.3, 0.3
        human = [value if yes else None for value, yes in zip(truth, drawn, strict=True)]
        found = c.corrected_share(machine, human, clusters, probability)
        estimates.append(found.corrected)
        naive.append(found.naive)
        covered += found.low <= share <= found.high
    error = np.std(estimates) / math.sqrt(len(estimates))
    assert abs(np.mean(estimates) - share) < 3 * error, "the corrected share is right on average"
    assert np.mean(naive) - share > 0.08, "the machine's is not"
    assert 0.91 <= covered / 400 <= 0.98


@pytest.mark.parametrize(
    ("human", "probability", "message"),
    [
        ([1, None], 1.0, "no human label"),
        ([1, None], 0.0, "above 0"),
        ([1, None], [0.5, 1.2], "not above 1"),
        ([1], 0.5, "needs a machine label"),
        ([1, None], [0.5], "needs a machine label"),
    ],
)
def test_an_impossible_design_is_refused(human, probability, message):
    with pytest.raises(ValueError, match=message):
        c.design_adjusted([1, 0], human, probability)


def test_a_code_nobody_uses_has_no_interval_of_no_width():
    found = c.corrected_share([0] * 30, [0] * 30, list(range(30)))
    assert (found.corrected, found.se, found.low) == (0, None, None)
    assert found.reason == "no interval: every article has the same share"


def test_nothing_labelled_corrects_nothing():
    found = c.corrected_share([1, 0], [None, None], ["a", "b"], 0.5)
    assert found.naive == 0.5 and math.isnan(found.corrected) and found.reason.endswith("nothing was labelled")


def test_shares_of_codes_on_the_seeds(gold):
    system = copy.deepcopy(gold)
    for record in system:
        for sentence in record["sentences"]:
            sentence["themes"] = ["energy"]
    table = c.code_shares(gold, system, "theme").set_index("code")
    wanted = [s for record in gold for s in record["sentences"]]
    assert table.at["energy", "naive"] == 1
    for code, row in table.iterrows():
        share = sum(code in s["themes"] for s in wanted) / len(wanted)
        assert row["corrected"] == pytest.approx(share) and row["gold"] == pytest.approx(share)
    assert set(table["reason"]) == {"no interval: 5 articles, and a standard error needs at least 20"}
    events = c.code_shares(gold, system, "theme", {gold[0]["id"]: "one", gold[1]["id"]: "one"}, "event")
    assert events["reason"].iloc[0].startswith("no interval: 4 events")


def test_articles_that_were_not_drawn_by_chance_correct_nothing(gold):
    table = c.code_shares(gold[:3], gold, "theme")
    assert set(table["reason"]) == {c.NOT_DRAWN} and table["corrected"].isna().all()
    assert table["units"].iloc[0] == 90 and table["labelled"].iloc[0] == sum(len(r["sentences"]) for r in gold[:3])


def test_articles_drawn_with_a_known_probability_do(gold):
    system = copy.deepcopy(gold)
    for record in system:
        for sentence in record["sentences"]:
            sentence["themes"] = []
    part = [record | {"probability": 0.6} for record in gold[:3]]
    table = c.code_shares(part, system, "theme").set_index("code")
    n = sum("political-dialogue" in s["themes"] for r in gold[:3] for s in r["sentences"])
    assert table.at["political-dialogue", "corrected"] == pytest.approx(n / 0.6 / 90)
    with pytest.raises(InputError, match="probability 0"):
        c.code_shares([gold[0] | {"probability": 0}], system, "theme")
