"""How good an alignment is against one that people made.

Gold is a CSV file with a row for each pair of sentences that one of two passes put side by side (``GOLD_COLUMNS``): the
spans of both sentences in their raw articles, whether the first and the second pass had them, and what was settled.
"""

from __future__ import annotations

import csv
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.alignment.model import KINDS
from analysis.errors import InputError

from .alignment import align
from .base import tidy

if TYPE_CHECKING:
    import pandas as pd

    from analysis.tables import Tables

#: The gold file, in the folder of the articles.
FILE = "alignment.csv"
Span = tuple[int, int]
GOLD_COLUMNS = ("article_a", "start_a", "end_a", "article_b", "start_b", "end_b", "first_pass", "second_pass",
                "settled", "note")
PASSES = ("first_pass", "second_pass", "settled")
_ANSWERS = {"yes": True, "no": False}
#: What is compared: the evidence that needs no word of either language, then with cognates, then with the lexicon.
EVIDENCE = {
    "names, figures, dates, codes and order": tuple(kind for kind in KINDS if kind not in ("concept", "cognate")),
    "with words that sound alike": tuple(kind for kind in KINDS if kind != "concept"),
    "with the lexicon": KINDS,
}


@dataclass(frozen=True, slots=True)
class Scores:
    """Pairs of sentences in gold, found, and in both; each share is 1 where there is nothing to find."""

    gold: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.gold + self.found) if self.gold + self.found else 1.0


def alignment_scores(gold: Iterable[Hashable], found: Iterable[Hashable]) -> Scores:
    """How an alignment agrees with gold, over pairs of sentences, however they are named."""
    gold, found = set(gold), set(found)
    return Scores(len(gold), len(found), len(gold & found))


def pairs_of(steps: pd.DataFrame) -> set[tuple[int, int]]:
    """The pairs of sentence numbers (of a, of b) that an alignment puts side by side; a run counts crosswise."""
    rows = steps.loc[steps["kind"] == "pair", ["sentences_a", "sentences_b"]]
    return {(int(i), int(j)) for one, other in rows.itertuples(index=False)
            for i in one.split("|") for j in other.split("|")}


Gold = dict[tuple[str, str], dict[str, set[tuple[Span, Span]]]]


def read_gold(file: str | Path) -> Gold:
    """The alignments of a gold file: (article, article) → pass ("first_pass", "second_pass", "settled") → pairs.

    Raises
    ------
    InputError: the file cannot be read, its header is another, a row is malformed, or a pair stands twice.
    """
    file = Path(file)
    try:
        rows = list(csv.reader(file.read_text(encoding="utf-8-sig").splitlines()))
    except UnicodeDecodeError as error:
        raise InputError(f"not UTF-8 (byte {error.start})", file=file, remedy="Save the file as UTF-8") from None
    except OSError as error:
        raise InputError(error.strerror or "cannot be read", file=file) from None
    if not rows or tuple(rows[0]) != GOLD_COLUMNS:
        raise InputError("another header", file=file, line=1, remedy=f"The first line must be {','.join(GOLD_COLUMNS)}")
    out: Gold = {}
    seen = set()
    for line, cells in enumerate(rows[1:], 2):
        row = dict(zip(GOLD_COLUMNS, cells, strict=False))
        offsets = [row.get(f"{edge}_{side}", "") for side in "ab" for edge in ("start", "end")]
        answers = [row.get(name) for name in PASSES]
        if len(cells) != len(GOLD_COLUMNS) or not all(map(str.isdecimal, offsets)) or not set(answers) <= set(_ANSWERS):
            remedy = "Give both spans in whole numbers, then yes or no for either pass and for what was settled"
            raise InputError("no row of a gold alignment", file=file, line=line, remedy=remedy)
        key = (row["article_a"], row["article_b"])
        pair = ((int(offsets[0]), int(offsets[1])), (int(offsets[2]), int(offsets[3])))
        if (key, pair) in seen:
            raise InputError("this pair of sentences stands twice", file=file, line=line, remedy="Keep one")
        seen.add((key, pair))
        passes = out.setdefault(key, {name: set() for name in PASSES})
        for name, answer in zip(PASSES, answers, strict=True):
            if _ANSWERS[answer]:
                passes[name].add(pair)
    return out


def quality(t: Tables, file: str | Path) -> pd.DataFrame:
    """Every gold alignment of a file whose two articles the tables hold, beside what is found by more and more.

    ``article_a article_b label_a label_b evidence gold found right precision recall f1 passes``. evidence: a key of
    ``EVIDENCE``; gold, found, right: pairs of sentences; passes: F1 of the two passes in which gold was made. A
    sentence found counts as the gold sentence that it overlaps most. Empty where there is no such file or article.
    """
    labels = dict(zip(t.articles["doc_id"], t.articles["label"], strict=True))
    out = []
    for (a, b), passes in (read_gold(file) if Path(file).is_file() else {}).items():
        if a not in labels or b not in labels:
            continue
        known = [{pair[side] for pairs in passes.values() for pair in pairs} for side in (0, 1)]
        spans = [_spans(t, doc, gold) for doc, gold in zip((a, b), known, strict=True)]
        twice = alignment_scores(passes["first_pass"], passes["second_pass"])
        for name, kinds in EVIDENCE.items():
            found = {(spans[0][i], spans[1][j]) for i, j in pairs_of(align(t, a, b, kinds))}
            scores = alignment_scores(passes["settled"], found)
            out.append({"article_a": a, "article_b": b, "label_a": labels[a], "label_b": labels[b], "evidence": name,
                        "gold": scores.gold, "found": scores.found, "right": scores.right, "f1": scores.f1,
                        "precision": scores.precision, "recall": scores.recall, "passes": twice.f1})
    columns = dict.fromkeys(("article_a", "article_b", "label_a", "label_b", "evidence"), "object")
    columns |= dict.fromkeys(("gold", "found", "right"), "int64")
    return tidy(out, columns | dict.fromkeys(("precision", "recall", "f1", "passes"), "float64"))


def _spans(t: Tables, doc: str, gold: set[Span]) -> dict[int, Span]:
    """The span by which each sentence of an article goes: gold's where it overlaps one, else its own."""
    rows = t.sentences.loc[t.sentences["doc_id"] == doc]
    out = {}
    for number, start, end in zip(rows["sentence"], rows["start"], rows["end"], strict=True):
        shared = {span: min(end, span[1]) - max(start, span[0]) for span in sorted(gold)}
        best = max(shared, key=shared.__getitem__, default=None)
        out[number] = best if best is not None and shared[best] > 0 else (start, end)
    return out
