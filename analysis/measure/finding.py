"""The shape of a finding, and small helpers to word one.

A finding is a sentence computed from the tables, with the numbers it rests on. Every function that makes findings
makes the same ones, by id, for any corpus: where there is nothing to report the sentence says that.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .intervals import smallness

if TYPE_CHECKING:
    import pandas as pd

    from analysis.tables import Tables


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing the corpus shows.

    id: stable name; sentence: one to three sentences of plain English; n: what it rests on, with denominators;
    chapter: corpus, entities, voices, tone, themes, pair, claims or agreements; sure: how far it can be trusted.
    """

    id: str
    sentence: str
    n: str
    chapter: str
    sure: str


def most(rows: pd.DataFrame, column: str = "n") -> pd.DataFrame:
    """The rows that tie for the largest value of the column; none if it is zero or there are no rows."""
    return rows.loc[(rows[column] == rows[column].max()) & (rows[column] > 0)] if len(rows) else rows


def described(t: Tables, note: str = "", docs: Iterable[str] | None = None) -> str:
    """How sure a description is: the size of the corpus (or of the articles it rests on), and a note on the finding."""
    return f"{smallness(t, docs=docs)} {note}".strip()
