"""Speakers named by something else than a verb: "according to X", a statement of X's, X in front of a quotation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .clauses import Clauses, Verb
from .model import Document
from .phrases import Phrase
from .scene import Scene
from .speech import DROPS, LAYER, Cue, genitive, nominal_of, words_of

Hit = tuple[int, int, Cue]  # first token, last token inclusive, cue
_BY = ("tarafindan", "tərəfindən", "тарапынан", "tarapynan")
NEAR = 4  # words between "according to", "by" and the name they govern


@dataclass(slots=True)
class Event:
    """An act of speaking with its speakers; ``start``: where the word for it begins.

    ``channel``: it names a body that passes something on (a press service), within whose report others may speak;
    ``pronoun``: the subject is a pronoun or left out.
    """

    start: int
    speakers: tuple[str, ...]
    rule: str
    channel: bool = False
    pronoun: bool = False


class Sources:
    """Reads sources and statements in one document."""

    def __init__(self, doc: Document, clauses: Clauses, scene: Scene, mask: Sequence[bool] | None) -> None:
        self.doc, self.clauses, self.scene, self.mask = doc, clauses, scene, mask
        self.language = doc.language
        self._selves = words_of("oblique-self", doc.language, doc.script)

    def without_sources(
        self, first: int, hits: Sequence[Hit], phrases: list[Phrase], verbs: list[Verb]
    ) -> tuple[list[Phrase], list[Verb]]:
        """Leave out outlets that pass the report on, and bodies it refers to (kept as sources of messages)."""
        sources = [
            phrase
            for begin, end, cue in hits
            if cue.kind == "source"
            for phrase in phrases
            if 0 < phrase.first - end <= 6
        ]
        for phrase in sources:
            if phrase.kind == "body" and not self.scene.is_agency(phrase.entities[0]):
                self.scene.press = phrase.entities[0]
        left = []
        for verb in verbs:
            outlets = [
                phrase
                for phrase in self.clauses.subjects(verb, first, phrases)[:1]
                if verb.cue.kind == "credit" and self.scene.is_outlet(phrase)
            ]
            sources += outlets
            if not outlets:
                left.append(verb)
        return [phrase for phrase in phrases if not any(phrase is source for source in sources)], left

    def opening(self, first: int, hits: Sequence[Hit], phrases: list[Phrase]) -> Event | None:
        """The source that a sentence opens with ("According to X, …", "X-in sözlərinə görə, …")."""
        tokens, folded = self.doc.tokens, self.doc.folded
        for begin, end, cue in hits:
            if cue.kind != "according":
                continue
            opens = begin - first <= 1
            if cue.side == "before":
                behind = folded[tokens.ends[end] : tokens.ends[end] + 1]
                opens = behind == "," and "," not in folded[tokens.starts[first] : tokens.starts[begin]]
            speakers = self.according(begin, end, cue, phrases) if opens else ()
            return Event(tokens.starts[begin], speakers, "according") if speakers else None
        return None

    def according(self, begin: int, end: int, cue: Cue, phrases: list[Phrase]) -> tuple[str, ...]:
        words = self.doc.tokens.words
        naming = [phrase for phrase in phrases if phrase.kind not in ("shared", "pronoun")]
        if cue.side == "after":
            if end + 1 < len(words) and words[end + 1] in self._selves:
                return self.scene.speakers
            return self.behind(end, naming)
        for phrase in reversed(
            [phrase for phrase in naming if phrase.first < begin and -1 <= begin - phrase.last <= 3]
        ):
            speakers = self.scene.resolve(phrase, phrases)
            if speakers:
                return speakers
        return self.scene.speakers if cue.own or (begin and words[begin - 1] in self._selves) else ()

    def behind(self, end: int, phrases: list[Phrase]) -> tuple[str, ...]:
        """Who is named behind "according to", "noted by"."""
        near = [phrase for phrase in phrases if 0 < phrase.first - end <= NEAR and not self._parted(end, phrase)]
        later = [phrase for phrase in phrases if phrase.first - end > NEAR]
        for phrase, behind in zip(near, [*near[1:], *later[:1], None], strict=False):
            # a state in front of its body or office is not the one who speaks
            if phrase.kind not in ("state", "place") or behind is None or behind.first - phrase.last > 3:
                return self.scene.resolve(phrase, phrases)
        return self.scene.resolve(later[0], phrases) if near and later else ()

    def _parted(self, end: int, phrase: Phrase) -> bool:
        """Does a comma part a word from the phrase behind it?"""
        tokens = self.doc.tokens
        return "," in self.doc.folded[tokens.ends[end] : tokens.starts[phrase.first]]

    def message(self, hits: Sequence[Hit], kinds: set[str], phrases: list[Phrase]) -> Event | None:
        """Who says what "is said in a statement": its owner, else the press service named, else the last speaker."""
        if self.language in ("az", "tr") and "impersonal" not in kinds:
            return None
        begin, end = next((begin, end) for begin, end, cue in hits if cue.kind == "message")
        start = self.doc.tokens.starts[begin]
        owner = self._owner(begin, end, phrases)
        if owner is not None:
            channel, speakers = owner.kind in ("body", "common-body"), self.scene.resolve(owner, phrases)
            self.scene.press = speakers[0] if channel else ""  # whose statement "the statement" is from here on
            return Event(start, speakers, "message", channel=channel)
        speakers = (self.scene.press,) if self.scene.press else self.scene.speakers
        if not speakers and self.scene.issuer:
            speakers = (self.scene.issuer,)
        return Event(start, speakers, "message", channel=True) if speakers else None

    def _owner(self, begin: int, end: int, phrases: list[Phrase]) -> Phrase | None:
        """Whose statement it is: who stands beside the word for it, or, in the ablative, a few words before."""
        for phrase in phrases:
            distance = begin - phrase.last
            beside = 0 < phrase.first - end <= NEAR or (
                0 < distance <= (NEAR if phrase.case == "ablative" or self._by(phrase) else 2) and self.language != "ru"
            )
            if (
                beside
                and phrase.kind in ("person", "body", "state", "title", "common-body")
                and self.scene.resolve(phrase, phrases)
            ):
                return phrase
        return None

    def _by(self, phrase: Phrase) -> bool:
        """Does a phrase stand before "tarafından", as whoever made a statement?"""
        words = self.doc.tokens.words
        return phrase.last + 1 < len(words) and words[phrase.last + 1] in _BY

    def reported(self, verb: Verb, first: int, phrases: list[Phrase]) -> tuple[str, ...]:
        """The person whose saying is itself reported ("X'in teşekkür ettiği kaydedildi", "X-in dediyi bildirilib")."""
        if self.language not in DROPS:
            return ()
        words = self.doc.tokens.words
        nominal = nominal_of(self.language, self.doc.script)
        for begin, end, cue in self.doc.hits[LAYER]:
            if cue.kind in ("say", "welcome") and first <= begin and 0 <= verb.first - end <= 2 and nominal(words[end]):
                for phrase in phrases:
                    if phrase.kind in ("person", "title") and phrase.last < begin and genitive(words[phrase.last]):
                        return self.scene.resolve(phrase, phrases)
        return ()

    def opener(self, first: int, last: int, hits: Sequence[Hit], phrases: list[Phrase]) -> tuple[str, ...]:
        """Who stands in front of a quotation that a unit opens and whose verb, if any, comes when it closes.

        "X, “…" and "… in a statement by X, “…"; the nearest to the mark is the one.
        """
        mask, tokens = self.mask or (), self.doc.tokens
        at = last
        while at > first and mask[at - 1]:
            at -= 1
        message = next(((begin, end) for begin, end, cue in hits if cue.kind == "message" and end < at), None)
        beside = message is not None and message[1] == at - 1
        if not beside and not re.search(r"[,:]\W*$", self.doc.folded[tokens.ends[at - 1] : tokens.starts[at]]):
            return ()
        if message is not None:
            owner = self._owner(*message, phrases)
            if owner is not None:
                return self.scene.resolve(owner, phrases)
        direct = [phrase for phrase in phrases if not phrase.oblique and phrase.last < at]
        people = [phrase for phrase in direct if phrase.kind in ("person", "title", "pronoun", "group")]
        for phrase in reversed(people or direct):
            speakers = self.scene.resolve(phrase, phrases)
            if speakers:
                return speakers
        return ()
