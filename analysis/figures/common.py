"""What the figure modules share: articles in order of time, caps that are owned up to, and phrases for captions."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from ..measure.base import UNKNOWN, share
from ..measure.evidence import told_apart
from ..measure.wording import capital, count, day, listing, percent
from . import style
from .registry import NothingToShow

if TYPE_CHECKING:
    import pandas as pd

    from ..tables import Tables

__all__ = [
    "MANY",
    "TYPE_LABELS",
    "article_labels",
    "articles",
    "cap",
    "capital",
    "count",
    "cut",
    "day",
    "listing",
    "of_all",
    "others",
    "percent",
    "ranked",
    "shade",
    "share",
    "some",
    "state_key",
    "type_key",
    "without_sentence",
]

#: Above this many articles a matrix has them as rows.
MANY = 8
TYPE_LABELS = {
    "PERSON": "people",
    "COUNTRY": "states",
    "ORG": "bodies",
    "PLACE": "places",
    "EVENT": "events",
    "DOCUMENT": "documents",
    "ROUTE": "routes",
}


def articles(t: Tables) -> pd.DataFrame:
    """The articles by date, the undated last; same columns.

    Raises
    ------
    NothingToShow: there is none.
    """
    rows = t.articles
    if not len(rows):
        raise NothingToShow("there is no article")
    keys = [
        (not isinstance(date, str) or not date, date if isinstance(date, str) else "", doc_id)
        for date, doc_id in zip(rows["date"], rows["doc_id"], strict=True)
    ]
    return rows.iloc[sorted(range(len(rows)), key=keys.__getitem__)].reset_index(drop=True)


def article_labels(t: Tables) -> dict[str, str]:
    """Labels by article, no two the same, as the evidence of figures names them."""
    return told_apart(dict(zip(t.articles["doc_id"], t.articles["label"], strict=True)))


def cap(rows: pd.DataFrame, limit: int, noun: str) -> tuple[pd.DataFrame, str]:
    """The first ``limit`` rows, and a sentence that says how many are left out ("" if none)."""
    left = len(rows) - limit
    if left <= 0:
        return rows, ""
    return rows.head(limit), f" {capital(count(left, 'other ' + noun))} {'is' if left == 1 else 'are'} not shown."


def others(left: int, noun: str) -> str:
    """What is left out, as " 3 other people are not shown.", or nothing."""
    return "" if left <= 0 else f" {capital(count(left, 'other ' + noun))} {'is' if left == 1 else 'are'} not shown."


def without_sentence(labels: Iterable[str]) -> str:
    """That these groups cannot be compared, as " No sentence to compare: AzerNews 2020.", or nothing."""
    named = list(labels)
    return f" No sentence to compare: {listing(named, limit=12)}." if named else ""


def shade(value: float, largest: float) -> float:
    """How dark a cell is: 0 for nothing, else from a fifth to full, so that one is seen to differ from none."""
    return 0.0 if not value or not largest or value != value else 0.18 + 0.82 * value / largest


def cut(text: str, limit: int) -> str:
    """Text on one line, shortened at a word to ``limit`` characters with an ellipsis."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    return text[:limit].rsplit(" ", 1)[0].rstrip(" ,;:–-") + " …"


def ranked(rows: pd.DataFrame, name: str, say: Callable[[pd.Series], str], limit: int = 3) -> str:
    """Such as "Kazakhstan (61), Azerbaijan (58) and Baku (5)": the first rows with what is said of each."""
    return listing(f"{row[name]} ({say(row)})" for _, row in rows.head(limit).iterrows())


def some(rows: pd.DataFrame, why: str) -> pd.DataFrame:
    """The rows, or NothingToShow with the reason."""
    if not len(rows):
        raise NothingToShow(why)
    return rows


def of_all(n: int, whole: int, noun: str) -> str:
    """Such as "61 of 202 mentions (30%)"."""
    return f"{n:,} of {count(whole, noun)} ({percent(n, whole)})"


def type_key(types: Iterable[str]) -> list[tuple[str, str]]:
    """Key entries for the entity types that occur, in a fixed order."""
    entries: dict[str, list[str]] = {}
    for kind, label in TYPE_LABELS.items():
        if kind in set(types):
            entries.setdefault(style.TYPES[kind], []).append(label)
    return [(listing(labels), colour) for colour, labels in entries.items()]


def state_key(
    states: Iterable[object], names: Callable[[str], str], other: str = "other or unknown"
) -> list[tuple[str, str]]:
    """Key entries for the states that have a colour, and one for all others together if there are any."""
    present = [state if isinstance(state, str) else UNKNOWN for state in states]
    key = [(names(state), colour) for state, colour in style.STATES.items() if state in present]
    return key + ([(other, style.OTHER_STATE)] if any(state not in style.STATES for state in present) else [])
