"""Themes and frames: how many sentences carry which code, where and in whose mouth.

Every function takes the axis, "theme" or "frame"; ``themes`` and ``framing`` are the same verbs with the axis filled
in. A sentence carries none, one or several codes, so the shares of a group's codes need not add up to 1.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from analysis.errors import InputError

from .base import (
    NARRATOR,
    code_label,
    coded,
    codes_in,
    name_of,
    names,
    sentence_groups,
    share,
    sizes,
    states,
    tidy,
    voiced,
)

if TYPE_CHECKING:
    import pandas as pd

    from analysis.tables import Tables

_INT, _STR, _FLOAT = "int64", "object", "float64"
AXES = ("theme", "frame")


def _axis(axis: str) -> str:
    if axis not in AXES:
        raise ValueError(f"no axis {axis!r}; choose one of {', '.join(AXES)}")
    return axis


def prevalence(
    t: Tables, axis: str, by: str = "all", codes: Sequence[str] | None = None, unit: str | None = None
) -> pd.DataFrame:
    """Sentences that carry each code in each group, zero rows included.

    ``axis code code_label group label n of share articles of_articles events of_events``. of: the group's sentences;
    articles, events: those of the group with at least one such sentence. With ``unit`` ("article" or "event") also
    ``low high units reason``: a 95 % interval from drawing units again, for groups of 20 units and more.
    """
    rows = coded(t, _axis(axis)).merge(sentence_groups(t, by), on=["doc_id", "sentence"])
    rows = rows.merge(t.articles[["doc_id", "event"]], on="doc_id")
    found = rows.groupby(["code", "group"]).agg(
        n=("sentence", "size"), articles=("doc_id", "nunique"), events=("event", "nunique")
    )
    cells = {
        key: tuple(map(int, value))
        for key, value in zip(found.index, found.itertuples(index=False, name=None), strict=True)
    }
    out = []
    groups = list(sizes(t, by).itertuples(index=False))
    for code in codes if codes is not None else codes_in(t, axis):
        for g in groups:
            n, articles, events = cells.get((code, g.group), (0, 0, 0))
            out.append(
                {
                    "axis": axis,
                    "code": code,
                    "code_label": code_label(code),
                    "group": g.group,
                    "label": g.label,
                    "n": n,
                    "of": g.sentences,
                    "articles": articles,
                    "of_articles": g.articles,
                    "events": events,
                    "of_events": g.events,
                }
            )
    table = tidy(
        out,
        {
            "axis": _STR,
            "code": _STR,
            "code_label": _STR,
            "group": _STR,
            "label": _STR,
            "n": _INT,
            "of": _INT,
            "share": _FLOAT,
            "articles": _INT,
            "of_articles": _INT,
            "events": _INT,
            "of_events": _INT,
        },
    )
    table["share"] = share(table["n"], table["of"])
    if unit is None:
        return table
    from .resampled import with_intervals

    return with_intervals(t, table, axis, by, unit)


def uncoded(t: Tables, axis: str, by: str = "all") -> pd.DataFrame:
    """``group label n of share``: sentences of each group that carry no code of the axis."""
    some = coded(t, _axis(axis))[["doc_id", "sentence"]].drop_duplicates()
    n = some.merge(sentence_groups(t, by), on=["doc_id", "sentence"])["group"].value_counts()
    table = sizes(t, by)[["group", "label", "sentences"]].rename(columns={"sentences": "of"})
    table["n"] = table["of"] - table["group"].map(n).fillna(0).astype(_INT)
    table["share"] = share(table["n"], table["of"])
    return table[["group", "label", "n", "of", "share"]]


def cross(t: Tables, rows: str = "theme", columns: str = "frame") -> pd.DataFrame:
    """Every code of one axis against every code of the other.

    ``row row_label column column_label n of share of_column total``. n: sentences with both; of and of_column:
    sentences with the row's, the column's code; share: n / of; total: all sentences.
    """
    a, b = coded(t, _axis(rows)), coded(t, _axis(columns))
    cells = Counter(
        a.merge(b, on=["doc_id", "sentence"], suffixes=("_row", "_column"))[["code_row", "code_column"]].itertuples(
            index=False, name=None
        )
    )
    of_row, of_column = Counter(a["code"]), Counter(b["code"])
    out = [
        {
            "row": x,
            "row_label": code_label(x),
            "column": y,
            "column_label": code_label(y),
            "n": cells[x, y],
            "of": of_row[x],
            "of_column": of_column[y],
            "total": len(t.sentences),
        }
        for x in codes_in(t, rows)
        for y in codes_in(t, columns)
    ]
    table = tidy(
        out,
        {
            "row": _STR,
            "row_label": _STR,
            "column": _STR,
            "column_label": _STR,
            "n": _INT,
            "of": _INT,
            "share": _FLOAT,
            "of_column": _INT,
            "total": _INT,
        },
    )
    table["share"] = share(table["n"], table["of"])
    return table


def carriers(t: Tables, axis: str, narrator: bool = True) -> pd.DataFrame:
    """Who carries each code: speakers by the code's sentences that are theirs.

    ``code code_label speaker name state n of share rank``. of: all sentences with the code (the narrator's too,
    whether listed or not); rank: 1 for the most, ties sharing the better rank. Codes that no sentence carries are
    missing.
    """
    codes = coded(t, _axis(axis))
    of = Counter(codes["code"])
    pairs = codes.merge(voiced(t), on=["doc_id", "sentence"])
    if not narrator:
        pairs = pairs.loc[pairs["speaker"] != NARRATOR]
    cells = Counter(pairs[["code", "speaker"]].itertuples(index=False, name=None))
    known, of_state = names(t), states(t)
    out = [
        {
            "code": code,
            "code_label": code_label(code),
            "speaker": who,
            "name": name_of(known, who),
            "state": of_state.get(who, "unknown"),
            "n": n,
            "of": of[code],
            "rank": 1 + sum(m > n for (other, _), m in cells.items() if other == code),
        }
        for (code, who), n in cells.items()
    ]
    order = {code: i for i, code in enumerate(codes_in(t, axis))}
    out.sort(key=lambda row: (order[row["code"]], -row["n"], row["name"]))
    table = tidy(
        out,
        {
            "code": _STR,
            "code_label": _STR,
            "speaker": _STR,
            "name": _STR,
            "state": _STR,
            "n": _INT,
            "of": _INT,
            "share": _FLOAT,
            "rank": _INT,
        },
    )
    table["share"] = share(table["n"], table["of"])
    return table


def pooled_and_mean(t: Tables, axis: str) -> pd.DataFrame:
    """The share of all sentences beside the mean of the articles' shares: a long article weighs more in the first.

    ``code code_label n of pooled mean lowest highest articles of_articles``; articles without a sentence take no
    part.
    """
    rows = prevalence(t, axis, "article")
    rows = rows.loc[rows["of"] > 0]
    out = [
        {
            "code": code,
            "code_label": code_label(code),
            "n": int(own["n"].sum()),
            "of": int(own["of"].sum()),
            "mean": own["share"].mean(),
            "lowest": own["share"].min(),
            "highest": own["share"].max(),
            "articles": int((own["n"] > 0).sum()),
            "of_articles": len(own),
        }
        for code, own in rows.groupby("code", sort=False)
    ]
    table = tidy(
        out,
        {
            "code": _STR,
            "code_label": _STR,
            "n": _INT,
            "of": _INT,
            "pooled": _FLOAT,
            "mean": _FLOAT,
            "lowest": _FLOAT,
            "highest": _FLOAT,
            "articles": _INT,
            "of_articles": _INT,
        },
    )
    table["pooled"] = share(table["n"], table["of"])
    return table


def _article(t: Tables, doc_id: str) -> None:
    """InputError unless the tables hold that article, with sentences to compare."""
    if doc_id not in set(t.articles["doc_id"]):
        raise InputError(
            f"no article {doc_id!r} in the corpus", remedy="Choose one of: " + ", ".join(t.articles["doc_id"])
        )
    if not (t.sentences["doc_id"] == doc_id).any():
        raise InputError(
            f"article {doc_id!r} has no sentence to compare", remedy="Compare articles that hold report text."
        )


def compare(t: Tables, axis: str, a: str, b: str) -> pd.DataFrame:
    """The codes of two articles side by side: ``code code_label n_a of_a share_a n_b of_b share_b difference``.

    difference: share_b − share_a. Codes that neither article carries are left out.
    """
    _article(t, a), _article(t, b)
    rows = prevalence(t, axis, "article")
    keep = ["code", "code_label", "n", "of", "share"]
    first, second = (rows.loc[rows["group"] == doc, keep] for doc in (a, b))
    table = first.merge(second, on=["code", "code_label"], suffixes=("_a", "_b"))
    table["difference"] = table["share_b"] - table["share_a"]
    return table.loc[(table["n_a"] > 0) | (table["n_b"] > 0)].reset_index(drop=True)


def overlap(t: Tables, axis: str) -> pd.DataFrame:
    """How much of their profile any two articles have in common.

    ``a a_label b b_label shared codes_a codes_b same_event``. shared: Σ min(p, q) over the codes, where p and q are
    the codes' shares of each article's code assignments (one minus the total variation distance): 1 for the same
    profile, 0 for no common code, missing if an article carries no code at all. codes_a, codes_b: their assignments.
    """
    rows = prevalence(t, axis, "article")
    counts = {doc: dict(zip(own["code"], own["n"], strict=True)) for doc, own in rows.groupby("group", sort=False)}
    labels = dict(zip(t.articles["doc_id"], t.articles["label"], strict=True))
    event = dict(zip(t.articles["doc_id"], t.articles["event"], strict=True))
    out = []
    for a, b in combinations(counts, 2):
        total_a, total_b = sum(counts[a].values()), sum(counts[b].values())
        shared = (
            sum(min(counts[a][code] / total_a, counts[b][code] / total_b) for code in counts[a])
            if total_a and total_b
            else None
        )
        out.append(
            {
                "a": a,
                "a_label": labels[a],
                "b": b,
                "b_label": labels[b],
                "shared": shared,
                "codes_a": total_a,
                "codes_b": total_b,
                "same_event": event[a] == event[b],
            }
        )
    table = tidy(
        out,
        {
            "a": _STR,
            "a_label": _STR,
            "b": _STR,
            "b_label": _STR,
            "shared": _FLOAT,
            "codes_a": _INT,
            "codes_b": _INT,
            "same_event": "bool",
        },
    )
    return table.sort_values(["shared", "a_label", "b_label"], ascending=[False, True, True]).reset_index(drop=True)


def sentences_with(t: Tables, axis: str, code: str, by: str = "all", group: str | None = None) -> pd.DataFrame:
    """The sentences behind a cell: ``doc_id label sentence text speakers cue`` (names and cue words joined by "; ").

    ``by`` and ``group`` restrict them to one group. cue: the words of the sentence that carried the code, where the
    tables know.
    """
    keys = ["doc_id", "sentence"]
    rows = coded(t, _axis(axis))
    rows = rows.loc[rows["code"] == code, keys]
    if group is not None:
        groups = sentence_groups(t, by)
        rows = rows.merge(groups.loc[groups["group"] == group, keys], on=keys)
    rows = rows.merge(t.sentences[[*keys, "text", "start"]], on=keys).merge(
        t.articles[["doc_id", "label"]], on="doc_id"
    )
    known, words = names(t), cue_words(t, axis)
    who = voiced(t).groupby(keys)["speaker"].agg(lambda s: "; ".join(name_of(known, one) for one in s)).to_dict()
    out = [
        {
            "doc_id": r.doc_id,
            "label": r.label,
            "sentence": r.sentence,
            "text": r.text,
            "speakers": who.get((r.doc_id, r.sentence), ""),
            "cue": "; ".join(words.get((r.doc_id, r.sentence, code), [])),
        }
        for r in rows.itertuples(index=False)
    ]
    place = {doc_id: i for i, doc_id in enumerate(t.articles["doc_id"])}
    out.sort(key=lambda row: (place[row["doc_id"]], row["sentence"]))
    return tidy(out, {"doc_id": _STR, "label": _STR, "sentence": _INT, "text": _STR, "speakers": _STR, "cue": _STR})


def cue_words(t: Tables, axis: str) -> dict[tuple[str, int, str], list[str]]:
    """(article, sentence, code) → the words that carried it, as they stand in the text; nothing for gold, which has
    no cues."""
    texts = dict(zip(t.articles["doc_id"], t.articles["text"], strict=True))
    rows = t.codes.loc[(t.codes["axis"] == axis) & (t.codes["start"] >= 0)]
    out: dict[tuple[str, int, str], list[str]] = {}
    for r in rows.itertuples(index=False):
        words = " ".join(texts[r.doc_id][r.start : r.end].split())
        own = out.setdefault((r.doc_id, r.sentence, r.code), [])
        if words and words not in own:
            own.append(words)
    return out
