"""Which sentences of two reports belong together.

Reports of one event mostly keep its order. So the best alignment that never crosses itself is found first, by dynamic
programming over sentences left alone, pairs, and runs of up to three sentences (Gale & Church 1993, with the evidence
of ``likeness`` in the place of lengths). Then sentences that both sides still have alone are paired across it, where
the evidence pays for the crossing. Where the surest pairs show that the two do not keep one order, it counts for
nothing.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import combinations

from ..annotate.text import fold
from .likeness import Likeness
from .model import Link, Match, Step, Unit

#: Weight of evidence that a pair must reach where every second sentence has a counterpart; at it, the score is a half.
THRESHOLD = 1.5
_COUNTERPARTS, _TRIALS = 0.4, 3     # share of sentences with a counterpart before looking, worth so many sentences
_SHAPES = {(1, 1): 0.0, (1, 2): 1.3, (2, 1): 1.3, (2, 2): 3.3, (1, 3): 2.6, (3, 1): 2.6}     # what they cost
_OWN = 0.7              # weight of the links that each sentence of a run must bring itself
_PROMISING = -2.5       # of a single pair, below which no run is tried with it
_CROSSING = 1.5         # what a pair off the path costs
_BESIDE = 0.4           # how much of the evidence on its neighbours speaks for a pair off the path
_ANCHOR = 3.0           # weight of evidence from which a mutually best pair shows the order
_IN_ORDER = 0.7         # share of pairs of anchors in the same order from which there is one
_FEWEST_ANCHORS = 3
_SPREAD = (0.08, 0.2, 0.3)      # of the places of counterparts: least, without anchors, most
_ASTRAY = 0.1           # share of counterparts that stand anywhere
_SAME = 50.0            # what two runs of the same words weigh


class Aligner:
    """The evidence on two reports, with what the order of their sentences adds."""

    def __init__(self, likeness: Likeness) -> None:
        self.likeness = likeness
        self.a, self.b = likeness.a.units, likeness.b.units
        self._folded = [[" ".join(fold(unit.text).split()) for unit in side] for side in (self.a, self.b)]
        self._found: dict[tuple[tuple[int, ...], tuple[int, ...]], Match] = {}
        self.single = [[self.match((i,), (j,)).weight for j in range(len(self.b))] for i in range(len(self.a))]
        anchors = self._anchors()
        self.ordered = _in_order(anchors)
        self.threshold = THRESHOLD + self._rare(len(anchors))
        self._spread = self._spread_of(anchors)

    def match(self, a: tuple[int, ...], b: tuple[int, ...]) -> Match:
        """The evidence on two runs, without their places; the same words weigh more than anything else."""
        if (a, b) not in self._found:
            found = self.likeness.match(a, b)
            if [self._folded[0][i] for i in a] == [self._folded[1][j] for j in b]:
                found.weight = max(found.weight, _SAME)
            self._found[a, b] = found
        return self._found[a, b]

    def _anchors(self) -> list[tuple[int, int]]:
        if not self.a or not self.b:
            return []
        best_b = [max(range(len(self.b)), key=row.__getitem__) for row in self.single]
        best_a = [max(range(len(self.a)), key=lambda i, j=j: self.single[i][j]) for j in range(len(self.b))]
        return [(i, j) for i, j in enumerate(best_b) if best_a[j] == i and self.single[i][j] >= _ANCHOR]

    def _rare(self, anchors: int) -> float:
        """What a pair must show beyond ``THRESHOLD``, as counterparts are rarer between these two reports: log odds."""
        share = (anchors + _COUNTERPARTS * _TRIALS) / (min(len(self.a), len(self.b)) + _TRIALS)
        return math.log((1 - share) / share)

    def _spread_of(self, anchors: list[tuple[int, int]]) -> float:
        least, unknown, most = _SPREAD
        if len(anchors) < _FEWEST_ANCHORS:
            return unknown
        off = sorted(abs(self.a[i].place - self.b[j].place) for i, j in anchors)
        return min(max(1.5 * off[len(off) // 2], least), most)

    def place(self, a: tuple[int, ...], b: tuple[int, ...]) -> float:
        """What the places of two runs in their reports add to the weight."""
        if not self.ordered:
            return 0.0
        off = abs(_middle(self.a, a) - _middle(self.b, b))
        near = math.exp(-((off / self._spread) ** 2) / 2) / (self._spread * math.sqrt(2 * math.pi))
        chance = max(2 * (1 - off), 0.1)
        return math.log((1 - _ASTRAY) * 2 * near / chance + _ASTRAY)

    def weight(self, a: tuple[int, ...], b: tuple[int, ...]) -> float:
        """All the evidence on two runs."""
        return self.match(a, b).weight + self.place(a, b)

    def align(self) -> list[Step]:
        """The alignment: every sentence of both sides in one step, in the order of ``a``."""
        steps = self._monotone() if self.ordered else [*_alone(0, len(self.a)), *_alone(1, len(self.b))]
        return self._crossed(steps)

    def _worth(self, a: tuple[int, ...], b: tuple[int, ...]) -> float | None:
        """What a step gains; None where it is none: too little evidence, or a sentence of a run that brings none."""
        if any(max(self.single[i][j] for j in b) < _PROMISING for i in a) or any(
                max(self.single[i][j] for i in a) < _PROMISING for j in b):
            return None
        gain = self.weight(a, b) - self.threshold - _SHAPES[len(a), len(b)]
        if gain <= 0:
            return None
        if len(a) + len(b) > 2:
            links = self.match(a, b).links
            if any(_brought(self.a[i], links, 0) < _OWN for i in a) or any(
                    _brought(self.b[j], links, 1) < _OWN for j in b):
                return None
        return gain

    def _monotone(self) -> list[Step]:
        rows, columns = len(self.a), len(self.b)
        best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
        came: dict[tuple[int, int], tuple[int, int]] = {}
        for i in range(rows + 1):
            for j in range(columns + 1):
                options = [(best[i - 1][j], (1, 0))] if i else []
                options += [(best[i][j - 1], (0, 1))] if j else []
                for da, db in _SHAPES:
                    if i >= da and j >= db:
                        gain = self._worth(tuple(range(i - da, i)), tuple(range(j - db, j)))
                        if gain is not None:
                            options.append((best[i - da][j - db] + gain, (da, db)))
                if options:
                    best[i][j], came[i, j] = max(options)
        steps: list[Step] = []
        i, j = rows, columns
        while i or j:
            da, db = came[i, j]
            i, j = i - da, j - db
            steps.append(self._step(tuple(range(i, i + da)), tuple(range(j, j + db))))
        return steps[::-1]

    def _step(self, a: tuple[int, ...], b: tuple[int, ...], crossing: bool = False) -> Step:
        if not a or not b:
            return Step(a, b)
        found = self.match(a, b)
        weight = found.weight + (0.0 if crossing else self.place(a, b))
        score = 1.0 if found.weight >= _SAME else 1 / (1 + math.exp(self.threshold - weight))
        return Step(a, b, score, found.links, crossing)

    def _moved(self, i: int, j: int) -> float:
        """The evidence on a pair off the path: what moved, mostly moved with its neighbours."""
        beside = [self.single[k][m] for k, m in ((i - 1, j - 1), (i + 1, j + 1))
                  if 0 <= k < len(self.a) and 0 <= m < len(self.b)]
        return self.single[i][j] + _BESIDE * math.fsum(min(max(weight, 0.0), _ANCHOR) for weight in beside)

    def _crossed(self, steps: list[Step]) -> list[Step]:
        """The steps with sentences paired that they leave alone on both sides, the surest first."""
        lone_a = {step.a[0] for step in steps if not step.b}
        lone_b = {step.b[0] for step in steps if not step.a}
        cost = self.threshold + (_CROSSING if self.ordered else 0.0)
        pairs = sorted((-worth, i, j) for i in lone_a for j in lone_b if (worth := self._moved(i, j)) > cost)
        partner: dict[int, int] = {}
        for _, i, j in pairs:
            if i in lone_a and j in lone_b:
                partner[i] = j
                lone_a.discard(i)
                lone_b.discard(j)
        taken = set(partner.values())
        out = []
        for step in steps:
            if not step.b and step.a[0] in partner:
                out.append(self._step(step.a, (partner[step.a[0]],), crossing=True))
            elif step.a or step.b[0] not in taken:
                out.append(step)
        return out


def _alone(side: int, count: int) -> Iterator[Step]:
    for number in range(count):
        yield Step((number,), ()) if side == 0 else Step((), (number,))


def _middle(units: list[Unit], numbers: tuple[int, ...]) -> float:
    return sum(units[number].place for number in numbers) / len(numbers)


def _brought(unit: Unit, links: list[Link], side: int) -> float:
    """The weight of the links that stand on words of one sentence of a run."""
    sides = ((link.a if side == 0 else link.b, link.weight) for link in links)
    return sum(weight for feature, weight in sides if unit.start <= feature.start < unit.end)


def _in_order(anchors: list[tuple[int, int]]) -> bool:
    """Whether the surest pairs keep one order; too few of them say nothing against it."""
    if len(anchors) < _FEWEST_ANCHORS:
        return True
    same = [(i - k) * (j - m) > 0 for (i, j), (k, m) in combinations(anchors, 2)]
    return sum(same) >= _IN_ORDER * len(same)
