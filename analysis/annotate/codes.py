"""Themes and frames: what a sentence is about, and how it makes the matter look.

A code fires in a sentence when the weights of its different cues sum to 1; each code names the strongest of them.
Definitions and cues are data (``knowledge/codes``); this module knows only how cues count.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from .. import knowledge
from ..knowledge import FOLDER, codebook
from ..knowledge.codebook import Codebook, EntityCondition
from . import scope as scoping
from .model import Code, Document
from .scope import Hit, Scope

AXES = ("theme", "frame")
_ENOUGH = 0.99
_NEAR = 3                                  # words between an organisation and the office somebody holds in it
_DEFAULT = "political-dialogue"


def entries(language: str, script: str, folder: Path = FOLDER) -> Iterator[tuple[str, str, Any]]:
    """(pattern, layer, payload) of everything the coding looks for; layers theme, frame, condition, rule."""
    book = codebook.load(folder)
    for axis in AXES:
        for cue in book.cues[axis, language]:
            yield cue.pattern, axis, cue
    yield from scoping.entries(book, language, (*AXES, "tone"))


class Score:
    """Sum of the weights of different, not overlapping cues of one code, and the strongest cue."""

    __slots__ = ("before", "best", "end", "last", "patterns")

    def __init__(self) -> None:
        self.before = self.last = 0.0
        self.end = -1
        self.patterns: set[str] = set()
        self.best: tuple[float, int, int, str] = (0.0, 0, 0, "")

    @property
    def sum(self) -> float:
        return self.before + self.last

    def add(self, first: int, last: int, weight: float, pattern: str) -> None:
        """Count a cue; of overlapping cues the heaviest counts, of a repeated cue the first."""
        if weight > self.best[0] or weight == self.best[0] and last - first > self.best[2] - self.best[1]:
            self.best = (weight, first, last, pattern)
        if pattern in self.patterns:
            return
        self.patterns.add(pattern)
        if first > self.end:
            self.before += self.last
            self.last, self.end = weight, last
        else:
            self.last, self.end = max(self.last, weight), max(self.end, last)


def annotate(doc: Document, folder: Path = FOLDER) -> None:
    """Append the themes and frames of every sentence to ``doc.codes``."""
    book = codebook.load(folder)
    conditions = _entity_conditions(folder)
    mentions: dict[int, list] = {}
    for mention in doc.mentions:
        mentions.setdefault(mention.sentence, []).append(mention)
    for number, scope, (themes, frames) in scoping.scopes(doc, "theme", "frame"):
        scores, fallback = _scores(scope, themes, False)
        for mention in mentions.get(number, ()):
            for code, condition in conditions.get(mention.type, ()):
                if _applies(condition, mention, scope, folder):
                    at = scope.token(mention.start), scope.token(mention.end - 1)
                    scores.setdefault(code, Score()).add(*at, condition.weight, f"entity:{mention.entity}")
        fired = {code: score for code, score in scores.items() if score.sum >= _ENOUGH}
        if not fired:
            fired = {code: score for code, score in fallback.items() if score.sum >= _ENOUGH}
        _write(doc, number, "theme", fired, book)
        scores, _ = _scores(scope, frames, True)
        _write(doc, number, "frame", {code: score for code, score in scores.items() if score.sum >= _ENOUGH}, book)


def _scores(scope: Scope, hits: list[Hit], closed: bool) -> tuple[dict[str, Score], dict[str, Score]]:
    scores: dict[str, Score] = {}
    fallback: dict[str, Score] = {}
    for first, last, cue in hits:
        if not scope.counts(first, last, cue, closed):
            continue
        if cue.code == "solidarity" and scope.negated(first, last):
            continue
        into = fallback if cue.fallback else scores
        score = into.get(cue.code)
        if score is None:
            score = into[cue.code] = Score()
        score.add(first, last, cue.weight, cue.pattern)
    return scores, fallback


@lru_cache(maxsize=4)
def _entity_conditions(folder: Path) -> dict[str, list[tuple[str, EntityCondition]]]:
    found: dict[str, list[tuple[str, EntityCondition]]] = {}
    for item in codebook.load(folder).items["theme"].values():
        for condition in item.entities:
            found.setdefault(condition.type, []).append((item.code, condition))
    return found


def _applies(condition: EntityCondition, mention, scope: Scope, folder: Path) -> bool:
    slug = mention.entity
    if slug in condition.excluded:
        return False
    if condition.tags or condition.ids:
        entity = knowledge.load(folder).entities.get(slug)
        if slug not in condition.ids and not (entity and not set(entity.tags).isdisjoint(condition.tags)):
            return False
    if any(pattern in scope.present for pattern in condition.unless):
        return False
    if condition.not_guests:
        first, last = scope.token(mention.start), scope.token(mention.end - 1)
        for begin, end in scope.rules.get("guest", ()):
            if first - _NEAR - 1 <= end < first or last < begin <= last + _NEAR:
                return False
    return True


def _write(doc: Document, number: int, axis: str, fired: dict[str, Score], book: Codebook) -> None:
    for code in book.items[axis]:
        score = fired.get(code)
        if score is not None:
            _, first, last, pattern = score.best
            doc.codes.append(Code(number, axis, code, doc.tokens.starts[first], doc.tokens.ends[last], pattern))
