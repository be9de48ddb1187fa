"""The reader of acts against acts found by hand.

``seeds/acts.csv`` holds the acts of the seeds as one person found them, in two readings under the definitions of
``knowledge/cues/act-types.yaml``, before there was a program: doc_id, start and end (code points of the raw text),
words, type, rung, note. One reader is not two, and five articles are few: it shows gross mistakes, no more.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.errors import InputError
from analysis.knowledge import claimbook

from .base import share, tidy
from .intervals import clopper_pearson
from .promises import acts

if TYPE_CHECKING:
    import pandas as pd

    from analysis.tables import Tables

_INT, _STR, _FLOAT = "int64", "object", "float64"
FILE = "acts.csv"
_FIELDS = ("doc_id", "start", "end", "words", "type", "rung")


def read_acts(file: Path) -> pd.DataFrame:
    """Acts found by hand: ``doc_id start end words type rung``.

    Raises
    ------
    InputError: the file lacks a column, or a line has no place in the text or names an unknown type or rung.
    """
    book = claimbook.load()
    out = []
    with open(file, encoding="utf-8-sig", newline="") as stream:
        reader = csv.DictReader(stream)
        missing = [name for name in _FIELDS if name not in (reader.fieldnames or ())]
        if missing:
            raise InputError(f"the column “{missing[0]}” is missing", file=file, line=1,
                             remedy=f"Columns: {', '.join(_FIELDS)}")
        for row in reader:
            line = reader.line_num
            if not (row["start"] or "").isdigit() or not (row["end"] or "").isdigit():
                raise InputError("start and end are whole numbers", file=file, line=line,
                                 remedy="Count code points of the raw text from 0")
            if row["type"] not in book.types or row["rung"] not in book.rungs:
                raise InputError(f"unknown type or rung “{row['type']}”, “{row['rung']}”", file=file, line=line,
                                 remedy=f"Types: {', '.join(book.types)}. Rungs: {', '.join(book.rungs)}")
            out.append({name: int(row[name]) if name in ("start", "end") else row[name] for name in _FIELDS})
    return tidy(out, {"doc_id": _STR, "start": _INT, "end": _INT, "words": _STR, "type": _STR, "rung": _STR})


def matched(t: Tables, labelled: pd.DataFrame) -> pd.DataFrame:
    """``doc_id sentence type rung_gold rung_found``: acts by sentence and type, "" where one side has none.

    Only articles that the labels cover are compared; an act labelled outside every sentence counts as missed.
    """
    spans = {doc: own[["sentence", "start", "end"]].values.tolist() for doc, own in t.sentences.groupby("doc_id")}
    covered = [doc for doc in t.articles["doc_id"] if doc in set(labelled["doc_id"])]
    gold: dict[tuple[str, int, str], list[str]] = {}
    for r in labelled.itertuples(index=False):
        if r.doc_id in covered:
            at = next((int(n) for n, a, b in spans.get(r.doc_id, []) if a <= r.start < b), -1)
            gold.setdefault((r.doc_id, at, r.type), []).append(r.rung)
    found: dict[tuple[str, int, str], list[str]] = {}
    for r in acts(t).itertuples(index=False):
        if r.doc_id in covered:
            found.setdefault((r.doc_id, r.sentence, r.type), []).append(r.rung)
    out = []
    for key in sorted(gold.keys() | found.keys()):
        mine, theirs = sorted(gold.get(key, [])), sorted(found.get(key, []))
        both = [rung for rung in mine if rung in theirs]
        for rung in both:
            mine.remove(rung)
            theirs.remove(rung)
        pairs = [(rung, rung) for rung in both]
        while mine or theirs:
            pairs.append((mine.pop(0) if mine else "", theirs.pop(0) if theirs else ""))
        out += [dict(zip(("doc_id", "sentence", "type", "rung_gold", "rung_found"), (*key, *pair), strict=True))
                for pair in pairs]
    return tidy(out, {"doc_id": _STR, "sentence": _INT, "type": _STR, "rung_gold": _STR, "rung_found": _STR})


def scores(t: Tables, labelled: pd.DataFrame) -> pd.DataFrame:
    """``what n of share low high``: recall and precision of acts by type, the same by type and rung, and rungs right.

    Exact intervals (Clopper and Pearson) take each act as a unit of its own, which acts of one article are not.
    """
    rows = matched(t, labelled)
    gold, found = rows["rung_gold"] != "", rows["rung_found"] != ""
    both = gold & found
    right = both & (rows["rung_gold"] == rows["rung_found"])
    counts = (("found of those labelled", both, gold), ("right of those found", both, found),
              ("rung right where both have the act", right, both),
              ("found with the right rung, of those labelled", right, gold),
              ("right with its rung, of those found", right, found))
    out = []
    for what, hits, whole in counts:
        n, of = int(hits.sum()), int(whole.sum())
        low, high = clopper_pearson(n, of) if of else (float("nan"), float("nan"))
        out.append({"what": what, "n": n, "of": of, "share": 0.0, "low": low, "high": high})
    table = tidy(out, {"what": _STR, "n": _INT, "of": _INT, "share": _FLOAT, "low": _FLOAT, "high": _FLOAT})
    table["share"] = share(table["n"], table["of"])
    return table
