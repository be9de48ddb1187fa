"""Intervals against scipy and against what they promise."""

import math

import pandas as pd
import pytest
from scipy.stats import binom, binomtest

from analysis.measure import intervals as i


@pytest.mark.parametrize(("n", "of"), [(0, 5), (1, 5), (3, 7), (5, 5), (44, 90), (1, 1), (999, 1000)])
@pytest.mark.parametrize("level", [0.9, 0.95])
def test_exact_and_score_intervals_equal_scipys(n, of, level):
    exact = binomtest(n, of).proportion_ci(level, "exact")
    score = binomtest(n, of).proportion_ci(level, "wilson")
    assert i.clopper_pearson(n, of, level) == pytest.approx((exact.low, exact.high), abs=1e-12)
    assert i.wilson(n, of, level) == pytest.approx((score.low, score.high), abs=1e-12)


@pytest.mark.parametrize("share", [0.02, 0.3, 0.5, 0.95])
def test_the_exact_interval_covers_at_least_as_often_as_it_promises(share):
    covered = sum(
        binom.pmf(n, 20, share)
        for n in range(21)
        if i.clopper_pearson(n, 20)[0] <= share <= i.clopper_pearson(n, 20)[1]
    )
    assert covered >= 0.95


def test_no_trial_has_no_interval():
    assert all(map(math.isnan, i.clopper_pearson(0, 0) + i.wilson(0, 0)))


@pytest.mark.parametrize(("n", "of", "level"), [(3, 2, 0.95), (-1, 2, 0.95), (1, 2, 1.0), (1, 2, 95)])
def test_impossible_counts_and_levels_are_refused(n, of, level):
    for interval in (i.clopper_pearson, i.wilson):
        with pytest.raises(ValueError, match=r"0 ≤ n ≤ of|between 0 and 1"):
            interval(n, of, level)


def _counts(units: int) -> pd.DataFrame:
    return pd.DataFrame({"n": [k % 4 for k in range(units)], "of": [5 + k % 3 for k in range(units)]})


def test_below_twenty_units_no_interval_is_offered():
    found = i.bootstrap_share(_counts(19))
    assert (found.low, found.high) == (None, None)
    assert found.estimate == pytest.approx(_counts(19)["n"].sum() / _counts(19)["of"].sum())
    assert found.reason == "no interval: 19 articles, and resampling needs at least 20"
    assert i.bootstrap(range(5), lambda drawn: sum(drawn), "event").reason.startswith("no interval: 5 events")


def test_the_share_bootstrap_is_seeded_and_close_to_the_delta_method():
    counts = _counts(60)
    found = i.bootstrap_share(counts, repeats=4000)
    assert found == i.bootstrap_share(counts, repeats=4000)
    assert found != i.bootstrap_share(counts, repeats=4000, seed=1)
    share = counts["n"].sum() / counts["of"].sum()
    residual = counts["n"] - share * counts["of"]
    error = math.sqrt((residual**2).sum()) / counts["of"].sum()
    assert (found.low, found.high) == pytest.approx((share - 1.96 * error, share + 1.96 * error), abs=0.01)


def test_units_are_drawn_within_their_strata():
    # two strata without variance inside: a stratified draw can only give the estimate again
    counts = pd.DataFrame({"n": [0] * 10 + [4] * 10, "of": [4] * 20})
    fixed = i.bootstrap_share(counts, strata=["a"] * 10 + ["b"] * 10)
    free = i.bootstrap_share(counts)
    assert (fixed.low, fixed.high) == (0.5, 0.5)
    assert free.low < 0.5 < free.high
    assert "stratified" in fixed.method


def test_the_general_bootstrap_agrees_with_the_share_bootstrap():
    counts = _counts(40)
    rows = list(counts.itertuples(index=False))
    general = i.bootstrap(rows, lambda drawn: sum(r.n for r in drawn) / sum(r.of for r in drawn), repeats=500)
    special = i.bootstrap_share(counts, repeats=500)
    assert (general.low, general.high) == pytest.approx((special.low, special.high))


def test_draws_without_a_value_are_left_out():
    assert i.bootstrap(range(20), lambda drawn: math.nan, repeats=5).reason == "no interval: undefined in every draw"
    empty = i.bootstrap_share(pd.DataFrame({"n": [0] * 20, "of": [0] * 20}), repeats=5)
    assert math.isnan(empty.estimate)
    assert empty.reason == "no interval: nothing was counted"


def test_smallness(seeds, empty, corpus):
    assert i.smallness(seeds) == "Descriptive: n = 5 articles on 4 events."
    assert i.smallness(seeds, docs=seeds.articles["doc_id"].head(2)) == "Descriptive: n = 2 articles on 1 event."
    assert i.smallness(empty) == "No articles: nothing to describe."
    many = corpus([{"id": f"d{k}", "event": f"e{k // 2}", "sentences": []} for k in range(20)])
    assert i.smallness(many) == "Based on n = 20 articles on 10 events."
    assert i.smallness(many, unit="event") == "Descriptive: n = 20 articles on 10 events."
    with pytest.raises(ValueError, match="an article or an event"):
        i.smallness(seeds, unit="sentence")
