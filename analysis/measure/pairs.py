"""Two reports of one event side by side: what each tells, leaves out, counts and lets be said.

Everything here rests on annotations that do not depend on the language, so an Azerbaijani report can be laid beside
an English one. ``a`` and ``b`` are article ids.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import combinations
from typing import TYPE_CHECKING

from .alignment import align, left_out
from .base import described, name_of, names, selected, share, tidy
from .coding import _article as check_article
from .coding import compare
from .differences import differences, profile_by_alignment
from .near_copies import near_copies

if TYPE_CHECKING:
    import pandas as pd

    from analysis.tables import Tables

__all__ = ["align", "chosen", "differences", "entities", "events_with_several", "figures", "left_out", "profile",
           "profile_by_alignment", "summary", "voices", "why_none"]

_INT, _STR, _FLOAT = "int64", "object", "float64"


def events_with_several(t: Tables) -> pd.DataFrame:
    """Events that more than one article reports: ``event event_label articles doc_ids languages`` (lists joined by
    "|")."""
    out = [{"event": event, "event_label": own["event_label"].iloc[0], "articles": len(own),
            "doc_ids": "|".join(own["doc_id"]), "languages": "|".join(dict.fromkeys(own["language"].fillna("unknown")))}
           for event, own in t.articles.groupby("event", sort=False) if len(own) > 1]
    return tidy(out, {"event": _STR, "event_label": _STR, "articles": _INT, "doc_ids": _STR, "languages": _STR})


def chosen(t: Tables) -> tuple[str, str] | None:
    """The two reports that the book lays side by side: of the first event told in two languages, else of the first
    told twice; None if there are none.

    English stands first if it is one of the languages, else the order is the corpus's. Reports without sentences and
    near-copies are not compared.
    """
    told = set(t.sentences["doc_id"])
    copies = set(near_copies(t)[["a", "b"]].itertuples(index=False, name=None))
    language = dict(zip(t.articles["doc_id"], t.articles["language"].fillna("unknown"), strict=True))
    found = [pair for docs in events_with_several(t)["doc_ids"]
             for pair in combinations([doc for doc in docs.split("|") if doc in told], 2) if pair not in copies]
    pair = next((pair for pair in found if language[pair[0]] != language[pair[1]]), found[0] if found else None)
    return pair[::-1] if pair and language[pair[1]] == "en" != language[pair[0]] else pair


def why_none(t: Tables) -> str:
    """Why there is no pair to compare, as a sentence without a full stop."""
    several = events_with_several(t)["doc_ids"]
    if not len(several):
        return "no event is told by two articles"
    told = set(t.sentences["doc_id"])
    if not any(len(told & set(docs.split("|"))) > 1 for docs in several):
        return "no event is told by two articles that hold a sentence"
    return "no event is told twice in different words: its reports are near-copies of one text"


def _where(n_a: int, n_b: int) -> str:
    return "both" if n_a and n_b else "a" if n_a else "b"


_ORDER = {"both": 0, "a": 1, "b": 2}


def entities(t: Tables, a: str, b: str) -> pd.DataFrame:
    """Who and what is named in which: ``entity name type n_a n_b where``; n: mentions; where: "a", "b" or "both"."""
    _both(t, a, b)
    rows = selected(t)
    counts = {doc: Counter(rows.loc[rows["doc_id"] == doc, "entity"]) for doc in (a, b)}
    items = described(t, sorted(set(counts[a]) | set(counts[b])))
    out = [{**{key: item[key] for key in ("entity", "name", "type")}, "n_a": counts[a][item["entity"]],
            "n_b": counts[b][item["entity"]]} for item in items]
    for row in out:
        row["where"] = _where(row["n_a"], row["n_b"])
    out.sort(key=lambda row: (_ORDER[row["where"]], -row["n_a"] - row["n_b"], row["name"]))
    return tidy(out, {"entity": _STR, "name": _STR, "type": _STR, "n_a": _INT, "n_b": _INT, "where": _STR})


def voices(t: Tables, a: str, b: str) -> pd.DataFrame:
    """Who is heard in which: ``speaker name n_a of_a share_a n_b of_b share_b where`` (sentences; the narrator
    too)."""
    from .voices import by_article

    _both(t, a, b)
    rows = by_article(t)
    cells = {(doc, who): n for doc, who, n in rows[["doc_id", "speaker", "n"]].itertuples(index=False)}
    sizes = t.sentences["doc_id"].value_counts()
    known = names(t)
    speakers = {who for doc, who in cells if doc in (a, b)}
    out = []
    for who in speakers:
        n_a, n_b = cells.get((a, who), 0), cells.get((b, who), 0)
        out.append({"speaker": who, "name": name_of(known, who), "n_a": n_a, "of_a": int(sizes[a]), "n_b": n_b,
                    "of_b": int(sizes[b]), "where": _where(n_a, n_b)})
    out.sort(key=lambda row: (_ORDER[row["where"]], -row["n_a"] - row["n_b"], row["name"]))
    table = tidy(out, {"speaker": _STR, "name": _STR, "n_a": _INT, "of_a": _INT, "share_a": _FLOAT, "n_b": _INT,
                       "of_b": _INT, "share_b": _FLOAT, "where": _STR})
    table["share_a"], table["share_b"] = share(table["n_a"], table["of_a"]), share(table["n_b"], table["of_b"])
    return table


def figures(t: Tables, a: str, b: str) -> pd.DataFrame:
    """Figures quoted in which: ``value unit text_a text_b speaker_a speaker_b sentence_a sentence_b where``.

    Figures are paired when value and unit agree, in the order of the text; speakers are names joined by "; "; what a
    report lacks is an empty text and the sentence −1.
    """
    _both(t, a, b)
    known = names(t)
    found = {doc: _figures_of(t, doc, known) for doc in (a, b)}
    out, rest = [], list(found[b])
    for one in found[a]:
        other = next((row for row in rest if (row["value"], row["unit"]) == (one["value"], one["unit"])), None)
        if other is not None:
            rest.remove(other)
        out.append(_figure_row(one, other))
    out += [_figure_row(None, other) for other in rest]
    out.sort(key=lambda row: _ORDER[row["where"]])
    return tidy(out, {"value": _FLOAT, "unit": _STR, "text_a": _STR, "text_b": _STR, "speaker_a": _STR,
                      "speaker_b": _STR, "sentence_a": _INT, "sentence_b": _INT, "where": _STR})


def _figures_of(t: Tables, doc: str, known: Mapping[str, str]) -> list[dict]:
    rows = t.figures_quoted.loc[t.figures_quoted["doc_id"] == doc].sort_values("start")
    return [{"value": r.value, "unit": r.unit, "text": " ".join(r.text.split()), "sentence": r.sentence,
             "speaker": "; ".join(name_of(known, who) for who in r.speaker.split("|"))}
            for r in rows.itertuples(index=False)]


def _figure_row(one: dict | None, other: dict | None) -> dict:
    some = one or other or {}
    blank = {"text": "", "speaker": "", "sentence": -1}
    return {"value": some["value"], "unit": some["unit"], "where": "both" if one and other else "a" if one else "b",
            **{f"{key}_a": (one or blank)[key] for key in blank},
            **{f"{key}_b": (other or blank)[key] for key in blank}}


def profile(t: Tables, axis: str, a: str, b: str) -> pd.DataFrame:
    """Themes or frames of both; columns of ``coding.compare``."""
    return compare(t, axis, a, b)


def summary(t: Tables, a: str, b: str) -> pd.DataFrame:
    """What is counted of both: ``what n_a n_b both``.

    what: sentences, entities, people, speakers, figures, themes, frames; both: how many the two have in common (for
    sentences: of each, those aligned with one of the other, given as the smaller number).
    """
    named, heard, quoted = entities(t, a, b), voices(t, a, b), figures(t, a, b)
    heard = heard.loc[heard["speaker"] != "narrator"]
    steps = align(t, a, b)
    paired = steps.loc[steps["kind"] == "pair"]
    aligned = [sum(len(cell.split("|")) for cell in paired[f"sentences_{side}"]) for side in ("a", "b")]
    sizes = t.sentences["doc_id"].value_counts()
    out = [{"what": "sentences", "n_a": int(sizes[a]), "n_b": int(sizes[b]), "both": min(aligned)}]
    for what, rows in (("entities", named), ("people", named.loc[named["type"] == "PERSON"]), ("speakers", heard),
                       ("figures", quoted)):
        where = rows["where"].value_counts()
        both = int(where.get("both", 0))
        out.append({"what": what, "n_a": both + int(where.get("a", 0)), "n_b": both + int(where.get("b", 0)),
                    "both": both})
    for axis in ("theme", "frame"):
        rows = compare(t, axis, a, b)
        in_a, in_b = rows["n_a"] > 0, rows["n_b"] > 0
        out.append({"what": f"{axis}s", "n_a": int(in_a.sum()), "n_b": int(in_b.sum()),
                    "both": int((in_a & in_b).sum())})
    return tidy(out, {"what": _STR, "n_a": _INT, "n_b": _INT, "both": _INT})


def _both(t: Tables, a: str, b: str) -> None:
    check_article(t, a)
    check_article(t, b)
