"""Intervals for shares of codes, by drawing whole articles or events again; none where there are too few of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .base import coded, sentence_groups
from .intervals import bootstrap_share

if TYPE_CHECKING:
    import pandas as pd

    from analysis.tables import Tables

UNITS = ("article", "event")
#: Drawing again from units that are all alike would give an interval of no width, as if nothing else were possible.
_SAME = {0: "no sentence carries the code", 1: "every sentence carries the code"}


def with_intervals(
    t: Tables, table: pd.DataFrame, axis: str, by: str, unit: str = "event", strata: str | None = None
) -> pd.DataFrame:
    """A table of ``coding.prevalence`` with ``low high units reason`` added.

    Parameters
    ----------
    table: what ``prevalence(t, axis, by)`` gave, whole or in part.
    unit: "article" or "event": what is drawn again, with all its sentences in the group. An article that is the only
        one on its event is an event.
    strata: a column of the articles (outlet_country, language) within which units are drawn; an event belongs to the
        stratum of its first article.

    low, high: 95 % percentile bootstrap (``intervals.bootstrap_share``), missing below ``intervals.MINIMUM_UNITS``
    units and for a share of 0 or 1; units: how many the group has sentences of; reason: why there is no interval.
    """
    if unit not in UNITS:
        raise ValueError(f"the unit is an article or an event, not {unit!r}")
    if strata is not None and strata not in t.articles:
        raise ValueError(f"articles have no column {strata!r} to stratify by")
    key = {"article": "doc_id", "event": "event"}[unit]
    rows = sentence_groups(t, by).merge(t.articles[["doc_id", "event"]], on="doc_id")
    of = rows.groupby(["group", key], sort=False).size().rename("of").reset_index()
    marked = coded(t, axis).merge(rows, on=["doc_id", "sentence"])
    n = marked.groupby(["group", "code", key]).size()
    layer = None if strata is None else t.articles.drop_duplicates(key).set_index(key)[strata].fillna("unknown")
    wholes = dict(iter(of.groupby("group", sort=False)))
    nothing = of.iloc[:0]
    found = []
    for group, code in table[["group", "code"]].itertuples(index=False):
        own = wholes.get(group, nothing)
        counts = own.assign(n=[int(n.get((group, code, one), 0)) for one in own[key]])
        within = None if layer is None else own[key].map(layer)
        interval = bootstrap_share(counts, unit, within)
        if not interval.reason and interval.estimate in (0, 1):
            interval = replace(interval, low=None, high=None, reason=f"no interval: {_SAME[interval.estimate]}")
        found.append(interval)
    return table.assign(
        low=[_number(interval.low) for interval in found],
        high=[_number(interval.high) for interval in found],
        units=[interval.n for interval in found],
        reason=[interval.reason for interval in found],
    ).astype({"low": "float64", "high": "float64", "units": "int64", "reason": "object"})


def _number(value: float | None) -> float:
    return float("nan") if value is None else value
