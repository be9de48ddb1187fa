"""What a number counts: for every mark of a figure the words of the articles behind it.

A mark is a bar, a part of one, a cell or a point; it is known by the names of its row and its column ("" where it has
none). Evidence is a table ``row column doc_id sentence start end``: one row a thing counted, so that a mark that shows
7 has seven rows, each with the words that made it count, as code points of the raw text (the whole sentence where no
single words did).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from .base import coded, sentence_groups, tidy

if TYPE_CHECKING:
    import pandas as pd

    from analysis.tables import Tables

COLUMNS = {"row": "object", "column": "object", "doc_id": "object", "sentence": "int64", "start": "int64",
           "end": "int64"}
_KEYS = ["doc_id", "sentence"]


def codes(t: Tables, axis: str) -> pd.DataFrame:
    """``doc_id sentence code start end``: each theme or frame of a sentence once, with the first words that carried
    it."""
    found = coded(t, axis)
    cues = t.codes.loc[(t.codes["axis"] == axis) & (t.codes["start"] >= 0)].sort_values("start", kind="stable")
    cues = cues.drop_duplicates([*_KEYS, "code"])[[*_KEYS, "code", "start", "end"]]
    return whole_sentences(t, found.merge(cues, on=[*_KEYS, "code"], how="left"))


def tones(t: Tables) -> pd.DataFrame:
    """``doc_id sentence tone start end``: every sentence, with the first words that made its tone."""
    cues = t.codes.loc[(t.codes["axis"] == "tone") & (t.codes["start"] >= 0)].sort_values("start", kind="stable")
    cues = cues.assign(tone=cues["code"].astype("int64"))[[*_KEYS, "tone", "start", "end"]].drop_duplicates(
        [*_KEYS, "tone"])
    return whole_sentences(t, t.sentences[[*_KEYS, "tone"]].merge(cues, on=[*_KEYS, "tone"], how="left"))


def whole_sentences(t: Tables, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows (``doc_id sentence …``) with ``start end`` of their sentence where these are missing or not given."""
    spans = t.sentences[[*_KEYS, "start", "end"]].rename(columns={"start": "_start", "end": "_end"})
    out = rows.merge(spans, on=_KEYS, how="left")
    for name in ("start", "end"):
        out[name] = (out[name].fillna(out[f"_{name}"]) if name in out else out[f"_{name}"]).astype("int64")
    return out.drop(columns=["_start", "_end"])


def in_sentences(t: Tables, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows (``doc_id start end …``) with the number of the first ``sentence`` that holds any of their characters,
    and start and end of what it holds; those outside all are left out."""
    from bisect import bisect_right

    spans = {doc_id: (list(own["start"]), list(own["end"]), list(own["sentence"]))
             for doc_id, own in t.sentences.sort_values("start").groupby("doc_id")}

    def number(doc_id: str, start: int, end: int) -> int:
        starts, ends, numbers = spans.get(doc_id, ([], [], []))
        at = bisect_right(ends, start)
        return numbers[at] if at < len(starts) and starts[at] < end else -1

    keys = zip(rows["doc_id"], rows["start"], rows["end"], strict=True)
    found = rows.assign(sentence=[number(*key) for key in keys])
    found = found.loc[found["sentence"] >= 0].merge(
        t.sentences[[*_KEYS, "start", "end"]], on=_KEYS, suffixes=("", "_sentence"))
    inside = {"start": found[["start", "start_sentence"]].max(axis=1),
              "end": found[["end", "end_sentence"]].min(axis=1)}
    return found.assign(**inside).drop(columns=["start_sentence", "end_sentence"])


def grouped(t: Tables, rows: pd.DataFrame, by: str) -> pd.DataFrame:
    """The rows with the ``group`` of each of their sentences; a sentence of several groups stands in each."""
    return rows.merge(sentence_groups(t, by)[[*_KEYS, "group"]], on=_KEYS)


def behind(t: Tables, found: pd.DataFrame, rows: Sequence[str], columns: Sequence[str] = ("",)) -> pd.DataFrame:
    """Evidence from ``found`` (its columns, ``column`` optional), for the marks of these rows and columns only.

    In the order of the rows, the columns, the articles and the text.
    """
    place = {"row": _places(rows), "column": _places(columns), "doc_id": _places(t.articles["doc_id"])}
    found = found if "column" in found else found.assign(column="")
    kept = found.loc[found["row"].isin(place["row"]) & found["column"].isin(place["column"])]
    keys = zip(*(kept[name].map(place[name]) for name in place), kept["start"], kept["end"], strict=True)
    order = [i for _, i in sorted((key, i) for i, key in enumerate(keys))]
    return tidy(kept.iloc[order][list(COLUMNS)].to_dict("records"), COLUMNS)


def turned(evidence: pd.DataFrame) -> pd.DataFrame:
    """The evidence of the same marks where rows have become columns; the order is kept."""
    return evidence.rename(columns={"row": "column", "column": "row"})[list(COLUMNS)]


def counts(evidence: pd.DataFrame) -> dict[tuple[str, str], int]:
    """(row, column) → how many things are counted."""
    return {key: int(n) for key, n in evidence.groupby(["row", "column"], sort=False).size().items()}


def told_apart(labels: Mapping[object, str]) -> dict[object, str]:
    """Labels by key, those of several keys with the key in brackets: two marks never share a name."""
    used = list(labels.values())
    return {key: label if used.count(label) == 1 else f"{label} [{key}]" for key, label in labels.items()}


def _places(names: Iterable[str]) -> dict[str, int]:
    return {name: i for i, name in enumerate(names)}
