"""Figures of several reports on one quantity: which bear each other out, which contradict, which are of another time.

Nothing here decides who is right. Reports of one event may have one source, so a figure found in two of them is not
proved by it.
"""

from __future__ import annotations

import datetime
import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.annotate.text import fold, tokenize
from analysis.knowledge import claimbook
from analysis.tables import kept

from . import reading
from .base import coded, selected, tidy
from .claims import claims

if TYPE_CHECKING:
    import pandas as pd

    from analysis.tables import Tables

_INT, _STR, _FLOAT = "int64", "object", "float64"
_ALIKE = 0.5                # of the entities, or of the words of ``what``, that two claims on one quantity share
_LENGTHS = ("days", "hours", "minutes", "weeks", "months", "years")
_ABOUT = 0.1                # what "about" leaves open on both sides
_DAYS = 31                  # two reports of different events speak of the same time if no further apart
AGREE, CONFLICT, DIFFER = "agree", "conflict", "differ"


@dataclass(frozen=True, slots=True)
class _Claim:
    """What a comparison needs of a claim."""

    number: int
    doc_id: str
    event: str
    language: str
    date: str
    unit: str
    value: float
    qualifier: str
    measure: str
    status: str
    period: str
    actors: str
    subject: str
    words: frozenset[str]
    entities: frozenset[str]
    themes: frozenset[str]


def compatible(value: float, qualifier: str, other: float, other_qualifier: str) -> bool:
    """Can both figures be true of one quantity: the same but for rounding and words such as "more than"?

    A figure stands for all that round to it, to no fewer than two digits; "about" leaves a tenth on either side;
    "more than" reaches up, "less than" and "up to" down, by one step of its first digit (more than 200,000 reaches to
    300,000).
    """
    low, high = _range(value, qualifier)
    other_low, other_high = _range(other, other_qualifier)
    return max(low, other_low) <= min(high, other_high) + 1e-9 * max(abs(high), abs(other_high), 1.0)


def _range(value: float, qualifier: str) -> tuple[float, float]:
    size = abs(value)
    if not size or not math.isfinite(size):
        return value, value
    step = 10.0 ** math.floor(math.log10(size))
    digits = len(f"{size:.10g}".replace(".", "").strip("0")) if size == round(size, 10) else 10
    half = 0.5 * step / 10 ** (max(digits, 2) - 1)
    if size < 100 and size == int(size):
        half = 0.0                          # 17 projects are not 18; percentages and sums have their digits
    low, high = value - half, value + half
    if qualifier == "more-than":
        return low, value + step
    if qualifier in ("less-than", "up-to"):
        return value - step, high
    if qualifier == "about":
        return value - max(half, _ABOUT * size), value + max(half, _ABOUT * size)
    return low, high


def _read(t: Tables) -> list[_Claim]:
    named = selected(t).groupby(["doc_id", "sentence"])["entity"].agg(set).to_dict()
    themes = coded(t, "theme").groupby(["doc_id", "sentence"])["code"].agg(set).to_dict()
    read = reading.texts(t)
    return [_Claim(r.claim, r.doc_id, r.event, r.language, r.date, r.unit, r.value, r.qualifier, r.measure, r.status,
                   r.period, r.actors, _subject(read.get(r.doc_id), r),
                   frozenset(word for word in tokenize(fold(r.what)).words if len(word) > 3),
                   frozenset(named.get((r.doc_id, r.sentence), set()) - set(r.speakers.split("|"))),
                   frozenset(themes.get((r.doc_id, r.sentence), set()))) for r in claims(t).itertuples(index=False)]


def _subject(text: reading.Text | None, claim: object) -> str:
    """Whose people or state a directed measure is of: that named nearest to the figure; "" if none is."""
    item = claimbook.load().measures.get(claim.measure)         # type: ignore[attr-defined]
    sentence = text.sentence(claim.sentence) if text and item and item.directed else None
    if text is None or sentence is None:
        return ""
    span = text.tokens(claim.start, claim.end)                  # type: ignore[attr-defined]
    ranked = [(text.distance((first, last), span), entity) for first, last, type_, entity, kind in text.names
              if type_ == "COUNTRY" and sentence.first <= first < sentence.last
              and (kind == "demonym" or item.directed == "state")]
    return min(ranked)[1] if ranked else ""


def _share(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and len(one & other) >= _ALIKE * len(one | other)


def _same_quantity(a: _Claim, b: _Claim) -> bool:
    """The same unit, and the same kind of measure of the same states, or the same description (in one language), or
    (in reports of one event) sentences that share half of their entities and a theme. Lengths of time describe too
    many things to be matched without words."""
    if a.unit != b.unit or a.doc_id == b.doc_id:
        return False
    if a.subject and b.subject and a.subject != b.subject:
        return False
    if a.language == b.language and _share(a.words, b.words):
        return True
    if a.unit in _LENGTHS:
        return False
    if a.measure and a.measure == b.measure and a.actors and a.actors == b.actors:
        directed = claimbook.load().measures[a.measure].directed
        return directed is None or bool(a.subject) and a.subject == b.subject and (
            directed == "people" or a.language == b.language)
    if a.measure and b.measure and a.measure != b.measure:
        return False
    return a.event == b.event and _share(a.entities, b.entities) and bool(a.themes & b.themes)


def _same_time(a: _Claim, b: _Claim) -> bool:
    """Both name the same period, or neither names one and the reports are of one event or a month."""
    if a.period or b.period:
        return a.period == b.period
    if a.event == b.event:
        return True
    try:
        one, other = (datetime.date.fromisoformat(claim.date) for claim in (a, b))
    except ValueError:
        return False
    return abs((one - other).days) <= _DAYS


def _relation(a: _Claim, b: _Claim) -> str:
    if a.status == b.status and compatible(a.value, a.qualifier, b.value, b.qualifier) and (
            _same_time(a, b) or (a.event == b.event and not (a.period and b.period))):
        return AGREE
    if a.status == b.status and a.actors == b.actors and a.actors and _same_time(a, b):
        return CONFLICT
    return DIFFER


def relations(t: Tables) -> pd.DataFrame:
    """Pairs of claims of different articles on one quantity: ``claim other relation same_event same_voice``.

    relation: agree (the same value but for rounding and qualifiers, of one time and status), conflict (the same
    status, states and time, and a value that cannot be the same), differ (another time, status or actor, so that both
    may be right). claim < other; same_voice: they have a speaker in common.
    """
    store = kept(t)
    if "claim relations" not in store:
        store["claim relations"] = _relations(t)
    return store["claim relations"].copy()


def _candidates(found: list[_Claim]) -> Iterator[tuple[_Claim, _Claim]]:
    """Pairs that could be on one quantity: of one unit, with an event, a measure, or a word in common."""
    shelves: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, claim in enumerate(found):
        keys = {(claim.unit, "event", claim.event), (claim.unit, "measure", claim.measure, claim.actors)}
        keys |= {(claim.unit, "word", claim.language, word) for word in claim.words}
        near = sorted({other for key in keys for other in shelves[key]})
        for key in keys:
            shelves[key].append(place)
        yield from ((found[other], claim) for other in near)


def _relations(t: Tables) -> pd.DataFrame:
    voices = [set(speakers.split("|")) for speakers in claims(t)["speakers"]]
    out = [{"claim": a.number, "other": b.number, "relation": _relation(a, b), "same_event": a.event == b.event,
            "same_voice": bool(voices[a.number] & voices[b.number])}
           for a, b in _candidates(_read(t)) if _same_quantity(a, b)]
    table = tidy(out, {"claim": _INT, "other": _INT, "relation": _STR, "same_event": "bool", "same_voice": "bool"})
    return table.sort_values(["claim", "other"]).reset_index(drop=True)


def ledger(t: Tables) -> pd.DataFrame:
    """``claims.claims`` with ``corroborated_by``, ``conflicts_with`` and ``differs_from``: claims by number, joined by
    "|"."""
    rows, pairs = claims(t), relations(t)
    found: dict[tuple[int, str], list[int]] = defaultdict(list)
    for r in pairs.itertuples(index=False):
        found[r.claim, r.relation].append(r.other)
        found[r.other, r.relation].append(r.claim)
    for column, relation in (("corroborated_by", AGREE), ("conflicts_with", CONFLICT), ("differs_from", DIFFER)):
        rows[column] = ["|".join(map(str, sorted(found[claim, relation]))) for claim in rows["claim"]]
        rows[column] = rows[column].astype(_STR)
    return rows


def quantities(t: Tables) -> pd.DataFrame:
    """Quantities that more than one article puts a figure on.

    ``quantity unit what measure claims articles events values lowest highest agree relation texts labels speakers``.
    quantity: number from 0; what: the first description there is; claims: by number, joined by "|", one an article;
    values, texts, labels, speakers: of the claims in order, joined by "; "; agree: no value is another; relation: the
    strongest between any two (conflict, else differ, else agree).
    """
    rows, between = claims(t), {(r.claim, r.other): r.relation for r in relations(t).itertuples(index=False)}
    groups: list[list[int]] = []
    docs = rows["doc_id"].tolist()
    for number in rows["claim"]:
        home = next((group for group in groups if all(docs[other] != docs[number] for other in group)
                     and any((other, number) in between for other in group)), None)
        if home is None:
            groups.append([number])
        else:
            home.append(number)
    out = []
    for number, group in enumerate(group for group in groups if len(group) > 1):
        own = rows.iloc[group]
        low, high = own["value"].min(), own["value"].max()
        kinds = {between[pair] for i, a in enumerate(group) for b in group[i + 1:] if (pair := (a, b)) in between}
        out.append({"quantity": number, "unit": own["unit"].iloc[0],
                    "what": next((what for what in own["what"] if what), ""),
                    "measure": next((measure for measure in own["measure"] if measure), ""),
                    "claims": "|".join(map(str, group)), "articles": own["doc_id"].nunique(),
                    "events": own["event"].nunique(), "values": "; ".join(f"{value:g}" for value in own["value"]),
                    "lowest": low, "highest": high, "agree": kinds == {AGREE},
                    "relation": next(kind for kind in (CONFLICT, DIFFER, AGREE) if kind in kinds),
                    "texts": "; ".join(own["text"]), "labels": "; ".join(own["label"]),
                    "speakers": "; ".join(own["names"])})
    return tidy(out, {"quantity": _INT, "unit": _STR, "what": _STR, "measure": _STR, "claims": _STR, "articles": _INT,
                      "events": _INT, "values": _STR, "lowest": _FLOAT, "highest": _FLOAT, "agree": "bool",
                      "relation": _STR, "texts": _STR, "labels": _STR, "speakers": _STR})
