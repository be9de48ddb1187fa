"""Articles that are the same text, told apart from independent reports of one event.

A text is cut into runs of five words (shingles; Broder 1997), folded, without what cleaning took out. Two articles of
one language are near-copies if the runs they share are at least half of all their runs (Jaccard), and one is shortened
from the other if at least four fifths of its runs stand there. Independent reports of one event share quotations and
little else. Shared runs are counted exactly, over an index of all runs: texts of any number and order give the same
rows.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from ..annotate.text import fold, tokenize
from ..tables import kept
from .base import UNKNOWN, tidy

if TYPE_CHECKING:
    import pandas as pd

    from analysis.tables import Tables

RUN = 5
JACCARD, CONTAINED = 0.5, 0.8
#: Runs that the shorter text must have to be called shortened: a single sentence in both is a quotation.
LEAST = 30
#: Articles in which a run may stand and still be looked at; what more of them share is a formula.
_FORMULA = 40
_COLUMNS = {"a": "object", "b": "object", "language": "object", "kind": "object", "jaccard": "float64",
            "contained": "float64", "runs_a": "int64", "runs_b": "int64", "runs_shared": "int64"}


def near_copies(t: Tables) -> pd.DataFrame:
    """Pairs of near-copies: ``a b language kind jaccard contained runs_a runs_b runs_shared``.

    a stands before b in the corpus. kind: "same text", "near-copy" or "shortened"; contained: share of the shorter
    text's runs that stand in the other. Runs are counted as different ones. Articles without sentences are no copies.
    """
    if "near-copies" not in kept(t):
        kept(t)["near-copies"] = _near_copies(t)
    return kept(t)["near-copies"].copy()


def _near_copies(t: Tables) -> pd.DataFrame:
    language = dict(zip(t.articles["doc_id"], t.articles["language"].fillna(UNKNOWN), strict=True))
    words = {doc: _words(own, language[doc]) for doc, own in t.sentences.groupby("doc_id", sort=False)["text"]}
    order = [doc for doc in t.articles["doc_id"] if words.get(doc)]
    same: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for doc in order:
        same[language[doc], *words[doc]].append(doc)
    runs = {own[0]: _runs(words[own[0]]) for own in same.values()}
    alike = {(own[0], own[0]): ("same text", len(runs[own[0]])) for own in same.values()}
    alike |= {(a, b): (kind, shared) for a, b, shared in _shared(runs, language)
              if (kind := _kind(len(runs[a]), len(runs[b]), shared))}
    texts = {own[0]: own for own in same.values()}
    out = []
    for (first, second), (kind, shared) in alike.items():
        pairs = combinations(texts[first], 2) if first == second else (
            (a, b) for a in texts[first] for b in texts[second])
        for a, b in pairs:
            sizes = len(runs[first]), len(runs[second])
            out.append({"a": a, "b": b, "language": language[a], "kind": kind,
                        "jaccard": shared / (sum(sizes) - shared), "contained": shared / min(sizes),
                        "runs_a": sizes[0], "runs_b": sizes[1], "runs_shared": shared})
    place = {doc: i for i, doc in enumerate(order)}
    for row in out:
        if place[row["a"]] > place[row["b"]]:
            row |= {"a": row["b"], "b": row["a"], "runs_a": row["runs_b"], "runs_b": row["runs_a"]}
    out.sort(key=lambda row: (place[row["a"]], place[row["b"]]))
    return tidy(out, _COLUMNS)


def _words(sentences: pd.Series, language: str) -> list[str]:
    return tokenize(fold(" ".join(sentences)), language).words


def _runs(words: list[str]) -> frozenset[tuple[str, ...]]:
    """The different runs of a text; a text shorter than one run is one."""
    return frozenset(tuple(words[i:i + RUN]) for i in range(max(len(words) - RUN + 1, 1)))


def _shared(runs: dict[str, frozenset[tuple[str, ...]]], language: dict[str, str]) -> list[tuple[str, str, int]]:
    """How many runs any two texts of a language share, where they share one that is no formula."""
    index: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for doc, own in runs.items():
        for run in own:
            index[language[doc], *run].append(doc)
    found = Counter(pair for owners in index.values() if 1 < len(owners) <= _FORMULA
                    for pair in combinations(owners, 2))
    place = {doc: i for i, doc in enumerate(runs)}
    pairs = {tuple(sorted(pair, key=place.__getitem__)) for pair in found}
    return [(a, b, len(runs[a] & runs[b])) for a, b in sorted(pairs, key=lambda p: (place[p[0]], place[p[1]]))]


def _kind(one: int, other: int, shared: int) -> str:
    if shared >= JACCARD * (one + other - shared):
        return "near-copy"
    return "shortened" if min(one, other) >= LEAST and shared >= CONTAINED * min(one, other) else ""


def independent(t: Tables) -> pd.DataFrame:
    """What each article counts for: ``doc_id source independent copies``, one row an article, in the corpus's order.

    Near-copies, and copies of these, are one text: source is the earliest of them by date (by the corpus's order where
    dates do not tell), which is independent; copies: how many articles there are of the text, itself included.
    """
    docs = list(t.articles["doc_id"])
    when = dict(zip(docs, t.articles["date"].fillna("9999"), strict=True))
    root = {doc: doc for doc in docs}

    def find(doc: str) -> str:
        while root[doc] != doc:
            doc = root[doc]
        return doc

    for a, b in near_copies(t)[["a", "b"]].itertuples(index=False):
        root[find(b)] = find(a)
    texts: dict[str, list[str]] = defaultdict(list)
    for doc in docs:
        texts[find(doc)].append(doc)
    place = {doc: i for i, doc in enumerate(docs)}
    source = {doc: min(own, key=lambda one: (when[one], place[one])) for own in texts.values() for doc in own}
    size = {doc: len(own) for own in texts.values() for doc in own}
    out = [{"doc_id": doc, "source": source[doc], "independent": source[doc] == doc, "copies": size[doc]}
           for doc in docs]
    return tidy(out, {"doc_id": "object", "source": "object", "independent": "bool", "copies": "int64"})
