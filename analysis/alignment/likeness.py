"""How much two runs of sentences speak for telling the same.

Each feature is weighed as in record linkage (Fellegi & Sunter 1969): the logarithm of how much likelier it is to be in
both when the two tell the same (``_KEPT``, by kind) than by chance (the share of sentences that have it). A feature
of one that the other lacks weighs against them. A word serves one link only, so that a name which is an entity, a
cognate and a concept is not counted three times. The lengths of both add as in Gale & Church (1993).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence

from .features import Report, names, shared_words
from .model import KINDS, WHOLE, Feature, Link, Match, Unit

#: By kind: how often a feature of a sentence stands in its counterpart too, and how much its presence and absence are
#: believed (features of a kind come together, and annotators err).
_KEPT = {"entity": 0.7, "figure": 0.85, "number": 0.75, "date": 0.75, "concept": 0.5, "cognate": 0.55, "speaker": 0.75,
         "theme": 0.6, "frame": 0.5, "quoted": 0.7}
_BELIEVED = {"entity": 1.0, "figure": 1.0, "number": 0.9, "date": 1.0, "concept": 0.9, "cognate": 0.9, "speaker": 0.5,
             "theme": 0.3, "frame": 0.3, "quoted": 0.4}
_MISSED = {"entity": 0.6, "figure": 1.0, "number": 0.6, "date": 0.6, "concept": 0.5, "cognate": 0.35, "speaker": 0.4,
           "theme": 0.2, "frame": 0.1, "quoted": 0.3}
#: By kind: the share of sentences that have one given feature before looking, worth so many sentences: short reports
#: say little about it.
_BEFORE = {"entity": 0.12, "figure": 0.03, "number": 0.05, "date": 0.05, "concept": 0.07, "cognate": 0.05,
           "speaker": 0.2, "theme": 0.3, "frame": 0.15, "quoted": 0.2}
_TRIALS = 8
_NEVER_SHARED = 0.35    # how much the absence is believed of a feature that the other report has nowhere …
_SURE = ("entity", "figure", "date", "number")      # … and is of one of these kinds
_SPREAD, _SPREAD_BY_CHANCE = 0.4, 0.85     # of the logarithm of the ratio of lengths
_LONGEST = (-2.0, 0.7)  # what the lengths may add


class Likeness:
    """Prepared for two reports: what each feature weighs, and which words are cognates.

    Parameters
    ----------
    a, b: the reports.
    kinds: the kinds of evidence that are looked at; all of them if None.
    """

    def __init__(self, a: Report, b: Report, kinds: Collection[str] | None = None) -> None:
        self.a, self.b = a, b
        self._kinds = frozenset(KINDS if kinds is None else kinds)
        self._same_language = a.language == b.language
        pairs = shared_words(a, b) if "cognate" in self._kinds else {}
        self._cognates: dict[str, list[tuple[str, float]]] = defaultdict(list)
        for (one, other), alike in sorted(pairs.items()):
            self._cognates[one].append((other, alike))
        self._names = names(a) | names(b)
        self._chance = self._chances(pairs)
        self._loss = self._losses()
        self._ratio = math.log(sum(unit.length for unit in b.units) / max(sum(unit.length for unit in a.units), 1))
        self._kept: dict[tuple[int, ...], _Side] = {}

    def _chances(self, pairs: Iterable[tuple[str, str]]) -> dict[tuple[int, str, str], float]:
        """(side, kind, key) → the share of the other side's sentences that have it or a cognate of it."""
        counts = [Counter((feature.kind, feature.key) for unit in side.units
                          for feature in {(f.kind, f.key): f for f in unit.features}.values())
                  for side in (self.a, self.b)]
        sizes = [len(self.a.units), len(self.b.units)]
        sounding: list[dict[str, set[str]]] = [defaultdict(set), defaultdict(set)]
        for one, other in pairs:
            sounding[0][one].add(other)
            sounding[1][other].add(one)
        chances = {}
        for side in (0, 1):
            for kind, key in counts[side]:
                keys = sounding[side][key] if kind == "cognate" else {key}
                there = sum(counts[1 - side][kind, other] for other in keys)
                together = there + counts[side][kind, key]
                if there:
                    chances[side, kind, key] = (together + _BEFORE[kind] * _TRIALS) / (sum(sizes) + _TRIALS)
        return chances

    def run(self, side: int, numbers: Sequence[int]) -> _Side:
        """The features of a run of sentences of one side (0 is a)."""
        key = (side, *numbers)
        if key not in self._kept:
            units = (self.a, self.b)[side].units
            self._kept[key] = _Side([units[number] for number in numbers], self._kinds)
        return self._kept[key]

    def match(self, a: Sequence[int], b: Sequence[int]) -> Match:
        """The weight of the evidence that two runs of sentences tell the same, and its links."""
        one, other = self.run(0, a), self.run(1, b)
        links = self._links(one, other)
        weight = math.fsum(link.weight for link in links)
        weight -= self._lost(0, one, [link.a for link in links]) + self._lost(1, other, [link.b for link in links])
        return Match(weight + self._lengths(one.length, other.length), links)

    def _lengths(self, one: int, other: int) -> float:
        off = math.log(other / one) - self._ratio
        gain = math.log(_SPREAD_BY_CHANCE / _SPREAD) - off * off / 2 * (_SPREAD ** -2 - _SPREAD_BY_CHANCE ** -2)
        return min(max(gain, _LONGEST[0]), _LONGEST[1])

    def _weight(self, a: Feature, b: Feature, alike: float = 1.0) -> float:
        chance = max(self._chance.get((0, a.kind, a.key), 0.5), self._chance.get((1, b.kind, b.key), 0.5))
        kept = _KEPT[a.kind] * alike ** 4
        if a.kind == "cognate" and a.key in self._names and b.key in self._names:
            kept = 0.7 * alike ** 2
        return _BELIEVED[a.kind] * math.log(kept / chance)

    def _links(self, one: _Side, other: _Side) -> list[Link]:
        """The heaviest links first, each word used once."""
        possible = []
        for (kind, key), found in one.by_key.items():
            words = self._cognates.get(key, ()) if kind == "cognate" else ((key, 1.0),)
            for word, alike in words:
                its = other.by_key.get((kind, word))
                if its and (weight := self._weight(found[0], its[0], alike)) > 0:
                    possible += [Link(feature, one_of, weight) for feature in found for one_of in its]
        possible.sort(key=lambda link: (-link.weight, KINDS.index(link.a.kind), link.a.start, link.b.start, link.a.key))
        links: list[Link] = []
        seen: set[tuple[str, str]] = set()
        taken: tuple[list[tuple[int, int]], list[tuple[int, int]]] = ([], [])
        for link in possible:
            if (link.a.kind, link.a.key) in seen:
                continue
            if link.a.kind in WHOLE or not (_overlaps(link.a, taken[0]) or _overlaps(link.b, taken[1])):
                links.append(link)
                seen.add((link.a.kind, link.a.key))
                if link.a.kind not in WHOLE:
                    taken[0].append((link.a.start, link.a.end))
                    taken[1].append((link.b.start, link.b.end))
        return links

    def _losses(self) -> dict[tuple[int, str, str], float]:
        """(side, kind, key) → what it weighs against two runs that the other side's lacks it; without those of none."""
        out = {}
        for side, report in ((0, self.a), (1, self.b)):
            for kind, key in {(feature.kind, feature.key) for unit in report.units for feature in unit.features}:
                chance = self._chance.get((side, kind, key))
                if chance is None:
                    believed = _NEVER_SHARED if kind in _SURE else 0.0
                    out[side, kind, key] = -believed * _MISSED[kind] * math.log(1 - _KEPT[kind])
                elif _KEPT[kind] > chance:
                    out[side, kind, key] = -_MISSED[kind] * math.log((1 - _KEPT[kind]) / (1 - chance))
        return {key: loss for key, loss in out.items() if loss}

    def _lost(self, side: int, run: _Side, linked: list[Feature]) -> float:
        """What the features that one side has and the other lacks weigh against the two; a word in a link of any kind
        is not lacking."""
        used = {(feature.kind, feature.key) for feature in linked}
        spans = [(feature.start, feature.end) for feature in linked if feature.start >= 0]
        return math.fsum(
            loss for (kind, key), found in run.by_key.items()
            if (loss := self._loss.get((side, kind, key))) and (kind, key) not in used
            and (kind in WHOLE or not all(_overlaps(feature, spans) for feature in found)))


class _Side:
    """A run of sentences: its features by kind and key, and its length."""

    def __init__(self, units: Sequence[Unit], kinds: Collection[str]) -> None:
        self.length = sum(unit.length for unit in units)
        self.by_key: dict[tuple[str, str], list[Feature]] = {}
        for unit in units:
            for feature in unit.features:
                if feature.kind in kinds:
                    self.by_key.setdefault((feature.kind, feature.key), []).append(feature)


def _overlaps(feature: Feature, spans: Iterable[tuple[int, int]]) -> bool:
    return any(feature.start < end and start < feature.end for start, end in spans)
