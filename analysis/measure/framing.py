"""Frames (codebook, section 4): the verbs of ``coding`` for the axis "frame"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from . import coding

if TYPE_CHECKING:
    import pandas as pd

    from analysis.tables import Tables

AXIS = "frame"


def prevalence(t: Tables, by: str = "all", codes: Sequence[str] | None = None) -> pd.DataFrame:
    """Sentences that carry each frame in each group; columns of ``coding.prevalence``."""
    return coding.prevalence(t, AXIS, by, codes)


def uncoded(t: Tables, by: str = "all") -> pd.DataFrame:
    """Sentences of each group without a frame: ``group label n of share``."""
    return coding.uncoded(t, AXIS, by)


def by_theme(t: Tables) -> pd.DataFrame:
    """Frame × theme, a row a pair; columns of ``coding.cross`` (row: frame, column: theme)."""
    return coding.cross(t, AXIS, "theme")


def by_speaker(t: Tables, narrator: bool = True) -> pd.DataFrame:
    """Who carries each frame; columns of ``coding.carriers``."""
    return coding.carriers(t, AXIS, narrator)


def pooled_and_mean(t: Tables) -> pd.DataFrame:
    """Share over all sentences beside the mean of the articles' shares; columns of ``coding.pooled_and_mean``."""
    return coding.pooled_and_mean(t, AXIS)


def compare(t: Tables, a: str, b: str) -> pd.DataFrame:
    """The frames of two articles side by side; columns of ``coding.compare``."""
    return coding.compare(t, AXIS, a, b)


def overlap(t: Tables) -> pd.DataFrame:
    """How much of their frame profile any two articles share; columns of ``coding.overlap``."""
    return coding.overlap(t, AXIS)


def sentences_with(t: Tables, code: str, by: str = "all", group: str | None = None) -> pd.DataFrame:
    """The sentences that carry a frame; columns of ``coding.sentences_with``."""
    return coding.sentences_with(t, AXIS, code, by, group)
