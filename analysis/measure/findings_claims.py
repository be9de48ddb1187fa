"""Findings on the figures that the articles quote, and on what they report as signed, founded, opened or announced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import claims, conflicts, pairs, promises
from .base import NARRATOR
from .claim_status import STATUSES
from .finding import Finding, described
from .wording import capital, count, counted, listing, of, plural, quoted, verb

if TYPE_CHECKING:
    import pandas as pd

    from analysis.tables import Tables

_CLAIM = "A figure in the press is a claim, not a measurement."
_PRESS = "This is what the press reports, not what happened."


def claims_findings(t: Tables) -> list[Finding]:
    """claims-count, claims-source, claims-status, claims-compared, claims-once."""
    return [_count(t), _source(t), _status(t), _compared(t), _once(t)]


def _count(t: Tables) -> Finding:
    rows = claims.claims(t)
    articles, whole = rows["doc_id"].nunique(), len(t.articles)
    n = f"{count(len(rows), 'figure')} in {of(articles, whole, 'article')}"
    if not len(rows):
        return Finding("claims-count", "No article quotes a figure.", n, "claims", described(t))
    units = claims.by_unit(t)
    told = counted(zip(units["unit"], units["n"], strict=True), limit=5)
    sentence = f"The articles quote {count(len(rows), 'figure')}, by unit {told}."
    without = whole - articles
    if without:
        sentence += f" {of(without, whole, 'article')} {verb('quote', without)} none."
    return Finding("claims-count", sentence, n, "claims",
                   described(t, "A figure in the press is a claim, not a measurement."))


def _source(t: Tables) -> Finding:
    rows = claims.claims(t)
    if not len(rows):
        return Finding("claims-source", "No figure is quoted, by anybody.", "0 figures", "claims", described(t))
    own = int((rows["speakers"] == NARRATOR).sum())
    n = of(len(rows) - own, len(rows), "figure")
    by = claims.by_speaker(t)
    by = by.loc[by["speaker"] != NARRATOR]
    if own == len(rows):
        sentence = f"{capital(count(own, 'figure'))} {verb('stand', own)} in the outlets' own voice, with nobody named."
    else:
        told = counted(zip(by["name"], by["n"], strict=True), limit=5)
        sentence = f"{n} {verb('come', len(rows) - own)} from a named speaker: {told}."
        joint = int(by["n"].sum()) - (len(rows) - own)
        sentence += " A figure given jointly counts for each speaker." if joint else ""
    return Finding("claims-source", sentence, n, "claims", described(t))


def _status(t: Tables) -> Finding:
    rows = claims.claims(t)
    if not len(rows):
        return Finding("claims-status", "No figure is quoted, as fact or as hope.", "0 figures", "claims", described(t))
    found = rows["status"].value_counts()
    sentence = f"Of {count(len(rows), 'figure')} {_as(int(found.get('achieved', 0)))} given as achieved"
    ahead = [(status, rows.loc[rows["status"] == status]) for status in STATUSES[1:] if found.get(status)]
    if not ahead:
        sentence += ", and none as expected, conditional or aimed at."
    else:
        told = [f"{len(own)} as {_STATUS[status]} ({listing(map(quoted, own['text']), limit=3)})"
                for status, own in ahead]
        sentence += f"; {listing(told)}."
    return Finding("claims-status", sentence, count(len(rows), "figure"), "claims",
                   described(t, "The status is read from the words around a figure."))


_STATUS = {"expected": "expected", "conditional": "possible", "target": "an aim"}


def _as(n: int) -> str:
    return f"{n:,} {plural('is', n)}"


_RELATION = {"agree": "bear each other out", "conflict": "contradict each other",
             "differ": "speak of another time, status or side"}


def _compared(t: Tables) -> Finding:
    rows = conflicts.quantities(t)
    n = count(len(rows), "quantity") + " with figures in several articles"
    if not len(rows):
        return Finding("claims-compared", "No quantity is given a figure by more than one article, so none can be "
                       "checked against another.", n, "claims", described(t))
    told = []
    for r in rows.itertuples(index=False):
        texts = [f"{quoted(text)} in {label}" for text, label in
                 zip(r.texts.split("; "), r.labels.split("; "), strict=False)]
        told.append(f"{listing(texts, limit=4)} {_RELATION[r.relation]}")
    several = capital(count(len(rows), "quantity", words=True))
    sentence = f"{several} {plural('is', len(rows))} given a figure by more than one article: {'; '.join(told[:4])}."
    return Finding("claims-compared", sentence, n, "claims",
                   described(t, "Agreement between reports of one event may be one source told twice."))


def _once(t: Tables) -> Finding:
    rows = claims.only_once(t).drop_duplicates("claim")
    n = count(len(rows), "figure")
    if not len(rows):
        several = len(pairs.events_with_several(t))
        sentence = ("Reports of one event quote the same figures." if several and len(claims.claims(t))
                    else "There are no two reports of one event whose figures could differ.")
        return Finding("claims-once", sentence, n, "claims", described(t))
    told = listing((f"{quoted(r.text)} ({r.label}, not in {r.missing_label})" for r in rows.itertuples(index=False)),
                   limit=4)
    sentence = f"{n} {verb('stand', len(rows))} in one report of an event and not in another of it: {told}."
    return Finding("claims-once", sentence, n, "claims", described(t))


_AGREEMENTS = ("agreements-ladder", "agreements-signed", "agreements-open", "agreements-dates")


def agreements_findings(t: Tables) -> list[Finding]:
    """agreements-ladder, agreements-signed, agreements-open, agreements-dates."""
    rows = promises.acts(t)
    if not len(rows):
        sentence = "No article reports that anything was signed, founded, opened, visited, announced or wished."
        return [Finding(id_, sentence, "0 acts", "agreements", described(t)) for id_ in _AGREEMENTS]
    return [_ladder(t, rows), _signed(t, rows), _open(t, rows), _dates(t, rows)]


def _ladder(t: Tables, rows: pd.DataFrame) -> Finding:
    by = promises.by_rung(t)
    told = counted((f"“{r.label}”", r.n) for r in by.itertuples(index=False) if r.n)
    n = f"{count(len(rows), 'act')} in {of(rows['doc_id'].nunique(), len(t.articles), 'article')}"
    low = int(by.loc[by["rung"].isin(["courtesy", "wish"]), "n"].sum())
    sentence = (f"The articles report {count(len(rows), 'act')}, by rung from the lowest: {told}. "
                f"{of(low, len(rows), 'act')} {verb('commit', low)} nobody to anything.")
    return Finding("agreements-ladder", sentence, n, "agreements", described(t, _PRESS))


def _item(r: object) -> str:
    """One act in words: "document (Declaration on …; AzerNews 2020)"."""
    about = f": {r.about_names}" if r.about_names else ""           # type: ignore[attr-defined]
    return f"{promises.label(r.type)}{about} ({quoted(r.words)}, {r.label})"    # type: ignore[attr-defined]


def _signed(t: Tables, rows: pd.DataFrame) -> Finding:
    own = rows.loc[rows["rung"] == "signed"]
    n = of(len(own), len(rows), "act")
    if not len(own):
        return Finding("agreements-signed", "Nothing is reported as signed or founded.", n, "agreements",
                       described(t, _PRESS))
    sentence = (f"{n} {plural('is', len(own))} reported as signed or founded: "
                f"{listing(map(_item, own.itertuples(index=False)), limit=5)}.")
    return Finding("agreements-signed", sentence, n, "agreements", described(t, _PRESS))


def _open(t: Tables, rows: pd.DataFrame) -> Finding:
    own = rows.loc[rows["rung"] == "intention"]
    n = of(len(own), len(rows), "act")
    if not len(own):
        return Finding("agreements-open", "Nothing is announced that would still have to be done.", n, "agreements",
                       described(t, _PRESS))
    due = own.loc[own["due"] != ""]
    sentence = (f"{n} {plural('is', len(own))} announced and not yet done when the report appeared: "
                f"{listing(map(_item, own.itertuples(index=False)), limit=5)}. "
                + (f"A time is given for {len(due)} of them." if len(due) else "No time is given for any of them."))
    return Finding("agreements-open", sentence, n, "agreements",
                   described(t, "Whether they were kept the articles do not say."))


def _dates(t: Tables, rows: pd.DataFrame) -> Finding:
    basis = rows["date_basis"].value_counts()
    said, report, undated = (int(basis.get(kind, 0)) for kind in (promises.SAID, promises.REPORT, promises.UNDATED))
    sentence = f"{of(said, len(rows), 'act')} {verb('have', said) if said != 1 else 'has'} a date in the sentence"
    relative = rows.loc[(rows["date_basis"] == promises.SAID) & ~rows["date_words"].str.contains(r"\d")]
    if len(relative):
        first = relative.iloc[0]
        sentence += (f" (such as {quoted(first['date_words'])}, which is {first['date']} by the date of "
                     f"{first['label']})")
    sentence += f"; {report} {verb('take', report)} the date of the report"
    sentence += f", and {undated} {plural('is', undated)} undated." if undated else "."
    return Finding("agreements-dates", sentence, count(len(rows), "act"), "agreements", described(t, _PRESS))
