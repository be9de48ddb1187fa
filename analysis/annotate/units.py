"""The sentences of an article as the voices work on them, with what each holds."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from . import speech
from .model import Document
from .sources import Event
from .speech import Cue


@dataclass(slots=True, eq=False)
class Unit:
    """A sentence with what has been found out about it; tokens [first, last)."""

    number: int
    start: int
    end: int
    first: int
    last: int
    paragraph: int
    event: Event | None = None
    speakers: tuple[str, ...] = ()
    rule: str = ""
    quoted: bool = False
    acts: bool = False
    note: bool = False
    back: bool = False
    person: bool = False  # one of its speakers is a person
    message: bool = False  # something "is said" in a statement
    opener: tuple[str, ...] = ()  # who stands in front of a quotation that the unit opens
    hits: list[tuple[int, int, Cue]] = field(default_factory=list)
    mentions: list[int] = field(default_factory=list)


def units_of(doc: Document) -> list[Unit]:
    """The sentences with their hits and the indices of their mentions."""
    units = [
        Unit(number, sentence.start, sentence.end, sentence.first, sentence.last, sentence.paragraph)
        for number, sentence in enumerate(doc.sentences)
    ]
    hits, mentions = iter(doc.hits.get(speech.LAYER, ())), iter(enumerate(doc.mentions))
    hit, mention = next(hits, None), next(mentions, None)
    for unit in units:
        while hit is not None and hit[0] < unit.last:
            if hit[0] >= unit.first:
                unit.hits.append(hit)
            hit = next(hits, None)
        while mention is not None and mention[1].start < unit.end:
            if mention[1].start >= unit.start:
                unit.mentions.append(mention[0])
            mention = next(mentions, None)
    return units


def quote_mask(doc: Document) -> list[bool] | None:
    """Per token, whether it stands inside quoted speech; None if nothing is quoted."""
    if not doc.quotes:
        return None
    mask = [False] * len(doc.tokens)
    starts = doc.tokens.starts
    for start, end in doc.quotes:
        for at in range(bisect_left(starts, start), bisect_left(starts, end)):
            mask[at] = True
    return mask
