"""Which articles report the same event, in whatever languages they are written.

An event is one visit, meeting, session, statement or accident, with its parts and on its days. Two reports are judged
by what no language changes: how close their dates are, which people, bodies, places, events, documents and routes both
name, which figures both quote, and whether they are about the same themes. As in record linkage (Fellegi & Sunter 1969)
each of these weighs as the logarithm of how much likelier it is of two reports of one event than of any two articles;
what is rare in the corpus weighs more, what stands in the lead of one and is missing in the other weighs against them.
Where a date is missing, two reports need more in common. The weights are reasoned, not learnt: there are
too few known pairs to learn from. Measured once on 65 articles in five languages, 60 of them not in the corpus, with 22
pairs labelled by hand: with their dates 19 pairs found and none wrong, with all dates withheld 4 found and 3 wrong.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from ..tables import kept
from . import near_copies
from .base import code_label, coded, name_of, names, selected, tidy
from .namesakes import one_person
from .wording import count, listing

if TYPE_CHECKING:
    import pandas as pd

    from analysis.tables import Tables

#: Score from which two reports are taken to be of one event.
THRESHOLD = 0.5
#: Days between two dated reports beyond which they are no candidates.
WINDOW = 10
_FEWEST = 60                # articles, of which one or so reports the same as a given one; more in a larger corpus
_COMMON = 25                # articles that may name a thing which alone makes undated articles candidates
_LEAD = 2                   # sentences that say what a report is about
#: Who and what is in the news whatever happens: holders of these offices, things with these tags.
_OFFICES = frozenset({"president", "prime-minister", "foreign-minister"})
_TAGS = frozenset({"capital", "presidency", "sea", "asia", "europe", "karabakh"})
#: Who is named for having told, not for having been there.
_SOURCES = frozenset({"news-agency", "newspaper", "broadcaster", "news-site", "press-service", "media"})

#: By type: share of articles on these subjects that name a given one, before any is seen (more if the knowledge base
#: has it); how often two reports of one event share one that stands in a lead, and one further down; and how much
#: presence and absence are believed.
_CHANCE = {"PERSON": 0.02, "ORG": 0.03, "PLACE": 0.04, "COUNTRY": 0.3, "EVENT": 0.02, "DOCUMENT": 0.02, "ROUTE": 0.04}
_KNOWN, _FAMILIAR_CHANCE = 2.0, 0.25
_SHARED_LEAD = {"PERSON": 0.8, "ORG": 0.5, "PLACE": 0.6, "COUNTRY": 0.9, "EVENT": 0.5, "DOCUMENT": 0.5, "ROUTE": 0.5}
_SHARED_BODY = {"PERSON": 0.35, "ORG": 0.25, "PLACE": 0.3, "COUNTRY": 0.4, "EVENT": 0.2, "DOCUMENT": 0.25,
                "ROUTE": 0.3}
_BELIEVED, _MISSED, _MOST_MISSED = 0.6, 0.5, -3.0
_PSEUDO = 25                # articles that the shares above count for
_FIGURE_CHANCE, _SMALL_FIGURE_CHANCE, _FIGURE_SHARED, _SMALL = 0.01, 0.15, 0.4, 12
#: Days apart → share of the pairs of reports of one event; an event goes on, and some report it late.
_GAPS = ((1, 0.7), (3, 0.2), (7, 0.07), (WINDOW, 0.015), (10**6, 0.015))
_SPAN, _SPREAD_PAIRS = 730, 500     # before any is seen, so many pairs of other articles are spread over so many days
_UNDATED = 1.5              # against reports of unknown date: the same people meet again and again
_THEMES = 1.0               # the most that a common profile of themes adds or takes

_GROUPS = (("people", ("PERSON",)), ("bodies", ("ORG",)), ("places", ("PLACE",)), ("states", ("COUNTRY",)),
           ("events", ("EVENT",)), ("documents", ("DOCUMENT",)), ("routes", ("ROUTE",)))
_COLUMNS = {"a": "object", "b": "object", "label_a": "object", "label_b": "object", "score": "float64",
            "days": "float64", "dates": "object", **{name: "object" for name, _ in _GROUPS}, "figures": "object",
            "themes": "float64", "text": "object", "reasons": "object", "same_event": "bool"}


@dataclass(slots=True)
class _Report:
    """An article as far as it is compared; ``days``: first and last day (ordinals) that its date allows."""

    doc_id: str
    days: tuple[int, int] | None
    things: dict[str, tuple[str, bool]] = field(default_factory=dict)       # entity → type, whether in the lead
    figures: dict[tuple[float, str], str] = field(default_factory=dict)     # (value, unit) → its words
    themes: Counter[str] = field(default_factory=Counter)


def candidates(t: Tables) -> pd.DataFrame:
    """Pairs of articles that may report one event, the likeliest first.

    ``a b label_a label_b score days dates people bodies places states events documents routes figures themes text
    reasons same_event``. a stands before b in the corpus. score: the probability, under the assumptions named in the
    module, that they report one event. days: between their dates, NaN if one is unknown; dates: the same in words.
    people … figures: what both have, the rarest first, joined by "; ". themes: Σ min of the shares of their themes.
    text: "same text", "near-copy", "shortened" or "". reasons: all of it in a sentence. same_event: score ≥
    ``THRESHOLD``.

    Not every two articles are compared: dated ones up to ``WINDOW`` days apart that name the same person, body, place,
    event, document or route; where a date is unknown, those that share one of these which few articles name; and
    near-copies.
    """
    if "pairing" not in kept(t):
        kept(t)["pairing"] = _candidates(t)
    return kept(t)["pairing"].copy()


def _candidates(t: Tables) -> pd.DataFrame:
    reports = _reports(t)
    weigher = _Weigher(t, reports)
    copies = {(r.a, r.b): r.kind for r in near_copies.near_copies(t).itertuples(index=False)}
    place = {report.doc_id: i for i, report in enumerate(reports)}
    pairs = set(_blocked(reports)) | {(place[a], place[b]) for a, b in copies}
    out = [weigher.row(reports[i], reports[j], copies.get((reports[i].doc_id, reports[j].doc_id), ""))
           for i, j in sorted(pairs)]
    out.sort(key=lambda row: (-row["score"], place[row["a"]], place[row["b"]]))
    return tidy(out, _COLUMNS)


def _reports(t: Tables) -> list[_Report]:
    told = set(t.sentences["doc_id"])
    found = {doc: _Report(doc, _days(when)) for doc, when in zip(t.articles["doc_id"], t.articles["date"], strict=True)
             if doc in told}
    same = one_person(t)
    for doc, entity, kind, sentence in selected(t)[["doc_id", "entity", "type", "sentence"]].itertuples(index=False):
        entity = same.get(entity, entity)
        if entity in _sources():
            continue
        things = found[doc].things
        lead = sentence < _LEAD or (entity in things and things[entity][1])
        things[entity] = (things[entity][0] if entity in things else kind, lead)
    for doc, value, unit, words in t.figures_quoted[["doc_id", "value", "unit", "text"]].itertuples(index=False):
        if doc in found:
            found[doc].figures.setdefault((value, unit), " ".join(words.split()))
    for doc, code in coded(t, "theme")[["doc_id", "code"]].itertuples(index=False):
        found[doc].themes[code] += 1
    return list(found.values())


def _days(when: object) -> tuple[int, int] | None:
    """First and last day of an ISO date that may lack day and month; None if there is none."""
    if not isinstance(when, str) or not when:
        return None
    parts = [int(part) for part in when.split("-")]
    first = date(*(parts + [1, 1])[:3])
    if len(parts) == 3:
        last = first
    elif len(parts) == 2:
        last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    else:
        last = date(parts[0], 12, 31)
    return first.toordinal(), last.toordinal()


def _apart(one: tuple[int, int] | None, other: tuple[int, int] | None) -> int | None:
    """Fewest days between two dates, None if one is unknown."""
    return None if one is None or other is None else max(one[0] - other[1], other[0] - one[1], 0)


def _blocked(reports: list[_Report]) -> Iterator[tuple[int, int]]:
    """Indices of the pairs worth weighing."""
    naming: dict[str, list[int]] = defaultdict(list)
    for i, report in enumerate(reports):
        for entity, (kind, _) in report.things.items():
            if kind != "COUNTRY":
                naming[entity].append(i)
    for owners in naming.values():
        dated = sorted((reports[i].days, i) for i in owners if reports[i].days is not None)
        longest = max((last - first for (first, last), _ in dated), default=0)
        for at, (days, i) in enumerate(dated):
            for other, j in dated[at + 1:]:
                if other[0] - days[0] > WINDOW + longest:
                    break
                if _apart(days, other) <= WINDOW:
                    yield min(i, j), max(i, j)
        if len(owners) <= _COMMON:
            for i in owners:
                if reports[i].days is None:
                    yield from ((min(i, j), max(i, j)) for j in owners if j != i)


class _Weigher:
    """What each thing weighs in this corpus."""

    def __init__(self, t: Tables, reports: list[_Report]) -> None:
        self.names = names(t)
        self.listed = set(t.entities.loc[t.entities["known"], "entity"])
        self.labels = dict(zip(t.articles["doc_id"], t.articles["label"], strict=True))
        self.size = len(reports)
        self.naming = Counter(entity for report in reports for entity in report.things)
        self.quoting = Counter(figure for report in reports for figure in report.figures)
        self.gaps = self._gaps(sorted(sum(report.days) / 2 for report in reports if report.days))

    def chance(self, entity: str, kind: str) -> float:
        """The share of articles that name it, smoothed; the two at hand are not counted as evidence of rarity."""
        base = _CHANCE.get(kind, 0.04) * (_KNOWN if entity in self.listed and kind != "COUNTRY" else 1.0)
        base = _FAMILIAR_CHANCE if entity in _familiar() else base
        return (max(self.naming[entity] - 2, 0) + base * _PSEUDO) / (max(self.size - 2, 0) + _PSEUDO)

    def row(self, a: _Report, b: _Report, text: str) -> dict[str, object]:
        """A row of ``candidates``."""
        shared, lost = self._things(a, b)
        figures = sorted(set(a.figures) & set(b.figures), key=lambda figure: (-self._figure(figure), figure))
        apart = _apart(a.days, b.days)
        common = _overlap(a.themes, b.themes)
        weight = lost - math.log(max(self.size, _FEWEST)) + math.fsum(shared.values())
        weight += math.fsum(map(self._figure, figures))
        weight += self._dates(a.days, b.days) + (0.0 if common is None else _THEMES * (2 * common - 1))
        weight += 12.0 if text else 0.0
        score = 1 / (1 + math.exp(-max(min(weight, 40.0), -40.0)))
        ranked = sorted(shared, key=lambda entity: (-shared[entity], entity))
        listed = {name: [name_of(self.names, entity) for entity in ranked if a.things[entity][0] in kinds]
                  for name, kinds in _GROUPS}
        words = [a.figures[figure] for figure in figures]
        dates = _dates_in_words(apart, a.days, b.days)
        return {"a": a.doc_id, "b": b.doc_id, "label_a": self.labels[a.doc_id], "label_b": self.labels[b.doc_id],
                "score": score, "days": math.nan if apart is None else float(apart), "dates": dates,
                **{name: "; ".join(found) for name, found in listed.items()}, "figures": "; ".join(words),
                "themes": math.nan if common is None else common, "text": text,
                "reasons": _reasons(listed, dates, words, a.themes, b.themes, text), "same_event": score >= THRESHOLD}

    def _things(self, a: _Report, b: _Report) -> tuple[dict[str, float], float]:
        """Weight by entity that both name, and of all that stands in one lead only."""
        shared, lost = {}, []
        for entity in {**a.things, **b.things}:
            here, there = a.things.get(entity), b.things.get(entity)
            kind, lead = here or there
            lead = lead or (there is not None and there[1])
            keeps = (_SHARED_LEAD if lead else _SHARED_BODY).get(kind, 0.3)
            chance = min(self.chance(entity, kind), 0.9)
            if here and there:
                shared[entity] = _BELIEVED * max(math.log(keeps / chance), 0.0)
            elif lead and keeps > chance:
                lost.append(_MISSED * math.log((1 - keeps) / (1 - chance)))
        return shared, max(math.fsum(lost), _MOST_MISSED)

    def _figure(self, figure: tuple[float, str]) -> float:
        value, _ = figure
        chance = _SMALL_FIGURE_CHANCE if abs(value) <= _SMALL else _FIGURE_CHANCE
        chance = (max(self.quoting[figure] - 2, 0) + chance * _PSEUDO) / (max(self.size - 2, 0) + _PSEUDO)
        return max(math.log(_FIGURE_SHARED / chance), 0.0)

    def _gaps(self, days: list[float]) -> list[tuple[int, int, float]]:
        """Least and most days apart, and how much likelier each such day is of reports of one event than of others.

        Of the pairs that the corpus has at this distance, those of one event that there may be are not counted.
        """
        pairs, out, low = len(days) * (len(days) - 1) / 2, [], 0
        for most, share in _GAPS:
            seen = sum(bisect_right(days, day + most) - bisect_left(days, day + low) for day in days)
            seen = (seen - len(days)) / 2 if low == 0 else seen
            spread = max(min(2 * (min(most, _SPAN) + 1 - low) / _SPAN, 1.0), 1 / _SPAN)
            chance = (max(seen - share * len(days) / 2, 0) + _SPREAD_PAIRS * spread) / (pairs + _SPREAD_PAIRS)
            out.append((low, most, share / chance))
            low = most + 1
        return out

    def _dates(self, one: tuple[int, int] | None, other: tuple[int, int] | None) -> float:
        """Averaged over the days that vague dates allow."""
        if one is None or other is None:
            return -_UNDATED
        wide = max(one[1] - one[0], other[1] - other[0]) + 1
        near = _apart(one, other)
        far = near + wide - 1
        ratio = sum(ratio * max(min(most, far) - max(low, near) + 1, 0) / wide for low, most, ratio in self.gaps)
        return math.log(max(ratio, 1e-4))


@lru_cache(maxsize=1)
def _familiar() -> frozenset[str]:
    from .. import knowledge

    known = knowledge.load()
    people = {person for (role, _), terms in known.holders.items() if role in _OFFICES for person, _ in terms}
    return frozenset(people | {entity.id for entity in known.entities.values() if _TAGS & set(entity.tags)})


@lru_cache(maxsize=1)
def _sources() -> frozenset[str]:
    from .. import knowledge

    return frozenset(entity.id for entity in knowledge.load().entities.values() if _SOURCES & set(entity.tags))


def _overlap(one: Counter[str], other: Counter[str]) -> float | None:
    """Σ min of the shares of each theme; None if one has no theme."""
    if not one or not other:
        return None
    whole = one.total(), other.total()
    return sum(min(one[code] / whole[0], other[code] / whole[1]) for code in one)


def _dates_in_words(apart: int | None, one: tuple[int, int] | None, other: tuple[int, int] | None) -> str:
    if apart is None:
        return "the dates of both are unknown" if one is None and other is None else "the date of one is unknown"
    vague = one[0] != one[1] or other[0] != other[1]
    if apart == 0:
        return "their dates allow the same day" if vague else "published on the same day"
    return f"{'dates' if vague else 'published'} {'at least' if vague else 'within'} {count(apart, 'day')}" + (
        " apart" if vague else "")


def _reasons(listed: dict[str, list[str]], dates: str, figures: list[str], one: Counter[str], other: Counter[str],
             text: str) -> str:
    parts = [{"": "", "same text": "the same text"}.get(text, "mostly the same words")]
    named = [*listed["people"], *listed["events"], *listed["documents"], *listed["bodies"], *listed["places"],
             *listed["routes"]]
    named = named or listed["states"]
    parts.append(f"both name {listing(named[:5])}" if named else "")
    parts.append(dates)
    parts.append(f"both quote {listing(figures[:3])}" if figures else "")
    themes = [code for code, _ in (one & other).most_common(2)]
    parts.append(f"both on {listing([f'“{code_label(code)}”' for code in themes])}" if themes else "")
    return "; ".join(part for part in parts if part)
