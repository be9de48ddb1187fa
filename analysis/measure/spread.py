"""Dispersion of a count over the parts of a corpus: plain functions of two lists of equal length.

``counts`` are the occurrences in each part, ``of`` the parts' sizes (sentences, words). All are NaN where they are
not
defined: no occurrence, no size, or (for the measures that compare parts) a single part.
"""

from __future__ import annotations

import math
from collections.abc import Sequence


def _shares(counts: Sequence[float], of: Sequence[float]) -> tuple[list[float], list[float]] | None:
    if len(counts) != len(of):
        raise ValueError(f"{len(counts)} counts for {len(of)} parts")
    if any(n and not size for n, size in zip(counts, of, strict=True)):
        raise ValueError("a part of size 0 cannot hold an occurrence")
    total, size = sum(counts), sum(of)
    if not total or not size:
        return None
    return [n / total for n in counts], [part / size for part in of]


def dp(counts: Sequence[float], of: Sequence[float]) -> float:
    """Deviation of proportions (Gries 2008): half the sum of |observed − expected share| over the parts.

    0: each part holds as much as its size lets expect; towards 1: all occurrences in one small part.
    """
    shares = _shares(counts, of)
    if shares is None:
        return math.nan
    return sum(abs(observed - expected) for observed, expected in zip(*shares, strict=True)) / 2


def dp_norm(counts: Sequence[float], of: Sequence[float]) -> float:
    """``dp`` divided by its largest possible value, 1 − the smallest part's share (Lijffijt & Gries 2012)."""
    shares = _shares(counts, of)
    if shares is None or min(shares[1]) >= 1:
        return math.nan
    return dp(counts, of) / (1 - min(shares[1]))


def juilland_d(counts: Sequence[float], of: Sequence[float]) -> float:
    """Juilland's D (Juilland & Chang-Rodríguez 1964) from the rates per unit of size: 1 − V / √(parts − 1).

    V is the population standard deviation of the rates over their mean. 1: the same rate everywhere; 0: everything in
    one part. Taking rates makes it fit parts of unequal size; parts of size 0 are left out.
    """
    if _shares(counts, of) is None:
        return math.nan
    rates = [n / size for n, size in zip(counts, of, strict=True) if size]
    if len(rates) < 2:
        return math.nan
    mean = sum(rates) / len(rates)
    deviation = math.sqrt(sum((rate - mean) ** 2 for rate in rates) / len(rates))
    return 1 - deviation / mean / math.sqrt(len(rates) - 1)
