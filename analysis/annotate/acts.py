"""Acts between states in a sentence: what kind, and how far it is said to have got.

The words are data (``knowledge/cues/acts.yaml``); what is known of the kinds and rungs is in ``act-types.yaml``. A
word of plan, future, possibility or wish that governs an act (``claim-status.yaml``) takes it down the ladder; a
negated act is none, and words inside a name report nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..knowledge.claimbook import ActItem, ClaimBook

Span = tuple[int, int]
Hit = tuple[int, int, ActItem]

_OBJECT = 12            # words (commas count as several) between an act and its object
_BODY = 6               # the same for a body founded: bodies are named everywhere
_PLANNED = 3            # words between a noun that is an act only if it is planned and the word of plan
_AHEAD, _BEHIND = 7, 5  # the same between an act and the word of plan or future before or behind it
_HOPED = 12             # the same between an act and an expression of hope
_DOWN = {"expected": "intention", "target": "intention", "conditional": "wish", "wished": "wish"}
_LADDER = ("courtesy", "wish", "intention", "signed", "implemented")
_GENERAL = "cooperation"


@dataclass(frozen=True, slots=True)
class Act:
    """One act: tokens [first, last] of the words that report it, its type and rung, and the word that took it down."""

    first: int
    last: int
    type: str
    rung: str
    governor: Span | None = None
    object: Span | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """What a sentence holds, in tokens of its document.

    acts: hits of ``acts.yaml``; statuses: (first, last, status); names: (first, last, type) of named things; distance:
    between two spans in words; negated: is what stands there negated; verb_first: does a verb stand before what it
    governs?
    """

    acts: Sequence[Hit]
    statuses: Sequence[tuple[int, int, str]]
    names: Sequence[tuple[int, int, str]]
    distance: Callable[[Span, Span], int]
    negated: Callable[[int, int], bool]
    verb_first: bool


def find(words: Words, book: ClaimBook) -> list[Act]:
    """The acts of a sentence, in order; each type and rung once."""
    hits = [hit for hit in words.acts if hit[2].role == "act"]
    hopes = [(a, b) for a, b, item in hits if item.type == _GENERAL and item.rung == "wish"]
    found = []
    for first, last, item in hits:
        if _inside_name(first, last, words) or words.negated(first, last):
            continue
        act = _judged(first, last, item, words, book, hopes)
        if act is not None:
            found.append(act)
    return _sorted_out(found)


def _inside_name(first: int, last: int, words: Words) -> bool:
    return any(a <= first and last <= b and b > a for a, b, _ in words.names)


def _judged(first: int, last: int, item: ActItem, words: Words, book: ClaimBook, hopes: list[Span]) -> Act | None:
    span, rung = (first, last), item.rung or "wish"
    object_ = _object(span, item, words, book)
    if item.needs == "object" and object_ is None:
        return None
    governor = None if item.type == _GENERAL or rung == "courtesy" else _governor(span, words)
    hoped = _hoped(span, words, hopes) if governor and item.type != _GENERAL else None
    if item.needs == "status" and (governor is None or words.verb_first
                                   and words.distance(governor[:2], span) > _PLANNED):
        return None
    if item.type == _GENERAL and rung == "intention":
        over = _governor(span, words)
        if _hoped(span, words, hopes) or (over and over[2] == "conditional" and over[1] < span[0]):
            return None                     # "hopeful that ties will develop" is one wish; "if they decide to": none
    if governor is not None:
        lowered = "wish" if hoped else _DOWN[governor[2]]
        rung = min(rung, lowered, key=_LADDER.index)
    by = hoped or (governor[:2] if governor else None)
    return Act(first, last, item.type, rung, by, object_)


def _object(span: Span, item: ActItem, words: Words, book: ClaimBook) -> Span | None:
    kinds = book.types[item.type].objects
    listed = [(a, b) for a, b, other in words.acts if other.role == "object" and other.type == item.type]
    named = [(a, b) for a, b, kind in words.names if kind in kinds]
    ranked = [(words.distance(span, other), other) for other in (*listed, *named)
              if other[1] < span[0] or span[1] < other[0]]
    reach = _BODY if item.type == "body" else _OBJECT
    nearest = min(ranked, default=(reach + 1, None))
    return nearest[1] if nearest[0] <= reach else None


def _governor(span: Span, words: Words) -> tuple[int, int, str] | None:
    """The word of plan, future, possibility or wish that governs an act: on the verb's side of it, else within it."""
    ranked = []
    for a, b, status in words.statuses:
        if status not in _DOWN:
            continue
        inside = a <= span[1] and span[0] <= b
        ahead = b < span[0]
        if not inside and ahead != words.verb_first:
            continue
        far = words.distance((a, b), span)
        if inside or far <= (_AHEAD if ahead else _BEHIND):
            ranked.append((inside, far, a, b, status))
    return min(ranked)[2:] if ranked else None


def _hoped(span: Span, words: Words, hopes: list[Span]) -> Span | None:
    near = [(words.distance(hope, span), hope) for hope in hopes
            if (hope[1] < span[0]) == words.verb_first and (hope[1] < span[0] or span[1] < hope[0])]
    nearest = min(near, default=(_HOPED + 1, None))
    return nearest[1] if nearest[0] <= _HOPED else None


def _overlap(one: Span, other: Span) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _sorted_out(found: list[Act]) -> list[Act]:
    """Of overlapping acts the longest, a courtesy before others; "agreed" that governs an act of its own is no second
    one; each type and rung once."""
    ranked = sorted(found, key=lambda act: (act.type == _GENERAL, act.first - act.last, act.type != "courtesy",
                                            act.first))
    kept: list[Act] = []
    for act in ranked:
        span = (act.first, act.last)
        taken = [(other.first, other.last) for other in kept]
        if act.type == _GENERAL:
            taken += [other.governor for other in kept if other.governor]
        if not any(_overlap(span, other) for other in taken) and not any(
                (act.type, act.rung) == (other.type, other.rung) for other in kept):
            kept.append(act)
    return sorted(kept, key=lambda act: (act.first, act.last))
