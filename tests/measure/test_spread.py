"""Dispersion measures on hand-worked cases and on what must hold for any counts."""

import math
import random

import pytest

from analysis.measure.spread import dp, dp_norm, juilland_d


def test_hand_worked_deviation_of_proportions():
    # expected shares .1 .3 .6, observed 0 .5 .5: half of |.1| + |.2| + |.1|
    assert dp([0, 2, 2], [10, 30, 60]) == pytest.approx(0.2)
    assert dp_norm([0, 2, 2], [10, 30, 60]) == pytest.approx(0.2 / 0.9)


def test_hand_worked_juilland():
    # rates 0, 1/15, 1/30 → mean 1/30, population standard deviation √(2/3)/30
    assert juilland_d([0, 2, 2], [10, 30, 60]) == pytest.approx(1 - math.sqrt(2 / 3) / math.sqrt(2))


def test_even_and_concentrated_counts_reach_the_ends():
    assert dp([1, 3, 6], [10, 30, 60]) == pytest.approx(0)
    assert juilland_d([1, 3, 6], [10, 30, 60]) == pytest.approx(1)
    assert dp_norm([7, 0, 0], [10, 30, 60]) == pytest.approx(1), "all in the smallest part is the most uneven there is"
    assert juilland_d([7, 0, 0], [10, 10, 10]) == pytest.approx(0)


def test_undefined_is_not_a_number():
    assert math.isnan(dp([0, 0], [1, 2]))
    assert math.isnan(dp([], []))
    assert dp([3], [9]) == 0
    assert math.isnan(dp_norm([3], [9]))
    assert math.isnan(juilland_d([3], [9]))


def test_counts_that_cannot_be_are_refused():
    with pytest.raises(ValueError, match="2 counts for 1 parts"):
        dp([1, 2], [3])
    with pytest.raises(ValueError, match="size 0"):
        dp([1, 2], [3, 0])


def test_bounds_and_order_invariance():
    draw = random.Random(5)
    for _ in range(200):
        of = [draw.randint(1, 40) for _ in range(draw.randint(2, 8))]
        counts = [draw.randint(0, 9) for _ in of]
        if not sum(counts):
            continue
        assert 0 <= dp(counts, of) <= dp_norm(counts, of) + 1e-12 <= 1 + 1e-9
        assert juilland_d(counts, of) <= 1 + 1e-12
        order = list(range(len(of)))
        draw.shuffle(order)
        assert dp([counts[k] for k in order], [of[k] for k in order]) == pytest.approx(dp(counts, of))
        assert dp([3 * n for n in counts], [7 * n for n in of]) == pytest.approx(dp(counts, of)), "only shares matter"
