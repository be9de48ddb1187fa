"""Who has the floor: speeches, interviews and statements given word for word without quotation marks.

A speech begins behind "X said:" at the end of a paragraph, behind a label ("President X: …", "X, president:") or under
a heading ("Statement by X"). It holds for its paragraph and for the next ones as long as they speak in the first
person or go on as dashed lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from . import speech
from .events import Reader
from .model import Document
from .units import Unit

_LABEL = 110  # characters within which a label of a speech ends
_HEADING = 120  # characters that a heading of a speech may have
_QUOTES = '“«"„'
_SPEECH_DASH = re.compile(r"[–—]\s*[^\W\d_a-zа-я]")
_DASH = re.compile(r"\s*[-–—]")
# What may stand between the name of a label and its colon: nothing, or an apposition ("X, foreign minister:").
_APPOSITION = re.compile(r"\s*(,[^:.!?;“«\"„]{2,80})?:\s*(.?)", re.DOTALL)


class Floor:
    """Who has the floor in one document, asked sentence by sentence in reading order."""

    def __init__(self, doc: Document, units: Sequence[Unit], reader: Reader) -> None:
        self.doc, self.reader = doc, reader
        first_person = speech.words_of("first-person", doc.language, doc.script)
        self._headings = speech.words_of("heading", doc.language, doc.script)
        self._own: set[int] = set()  # paragraphs that speak in the first person
        self._last: dict[int, Unit] = {}  # the last unit of each paragraph
        for unit in units:
            self._last[unit.paragraph] = unit
            if not first_person.isdisjoint(doc.tokens.words[unit.first : unit.last]):
                self._own.add(unit.paragraph)
        self._speakers: tuple[str, ...] = ()
        self._headed = False  # a heading gave it: a speech follows, whatever its words
        self._held = -1  # the paragraph in which somebody has the floor
        self._sure = -1  # the paragraph that a colon or heading hands over, whatever its words

    def at(self, unit: Unit) -> tuple[str, ...]:
        """Who has the floor at a unit; empty if nobody has."""
        paragraph = unit.paragraph
        found = self._opened(unit) if unit.mentions else ()
        if found:
            self._speakers, self._held, self._headed = found, paragraph, self._is_heading(unit)
            self._sure = paragraph + 1 if self._bare(unit) else paragraph
            self.reader.scene.heard(found)
        elif self._speakers and paragraph != self._held:
            self._held = paragraph
            goes_on = (
                paragraph in self._own
                or paragraph == self._sure
                or (self._headed and not self._told(unit))
                or (paragraph - 1 == self._sure and _DASH.match(self.doc.text, unit.start))
            )
            if not goes_on or self.doc.text[unit.start] in _QUOTES:
                self._speakers = ()
        return self._speakers

    def _bare(self, unit: Unit) -> bool:
        """Is a label or heading a paragraph of its own, so that what is said stands in the next one?"""
        end = self.doc.text[unit.start : unit.end].rstrip()[-1:]
        return self._last[unit.paragraph] is unit and (end == ":" or end not in ".!?…")

    def behind(self, unit: Unit) -> None:
        """Note a unit without the floor that may hand it over by a colon at the end of its paragraph."""
        if unit.event is None or self._last[unit.paragraph] is not unit:
            return
        colon = self.doc.text[unit.start : unit.end].rstrip().endswith(":")
        if colon or self._dash_opens(unit):
            self._speakers, self._held, self._sure = unit.speakers, unit.paragraph, unit.paragraph + 1
            self._headed = False

    def _dash_opens(self, unit: Unit) -> bool:
        """Does a paragraph begin behind a unit with a dash that no reporting verb closes ("– Біз бауырлас елміз. …")?
        Then it is speech of whoever has just spoken."""
        text = self.doc.text
        start = unit.end + len(text[unit.end :]) - len(text[unit.end :].lstrip())
        if text.count("\n", unit.end, start) == 0 or not _SPEECH_DASH.match(text, start):
            return False
        return not any(begin <= start + 2 < end for begin, end in self.doc.quotes)

    def _is_heading(self, unit: Unit) -> bool:
        """A short line of its own with a word for a speech ("Statement by X", "X'in konuşmasından öne çıkanlar:")."""
        return (
            unit.end - unit.start <= _HEADING
            and self._last[unit.paragraph] is unit
            and self.doc.text[unit.end - 1] not in ".!?…,;"
            and not self._headings.isdisjoint(self.doc.tokens.words[unit.first : unit.last])
        )

    def _told(self, unit: Unit) -> bool:
        """Does a unit report somebody's words or acts, so that the outlet itself has gone on?"""
        named = any(self.doc.mentions[number].type == "PERSON" for number in unit.mentions)
        return named and any(cue.kind in ("say", "act", "note", "credit") for _, _, cue in unit.hits)

    def _opened(self, unit: Unit) -> tuple[str, ...]:
        """The person to whom a label or a heading gives the floor."""
        text, tokens = self.doc.text, self.doc.tokens
        labelled = ":" in text[unit.start : unit.start + _LABEL]
        headed = self._is_heading(unit)
        if not labelled and not headed:
            return ()
        phrases = self.reader.subjects.phrases(unit.first, unit.last, unit.mentions, None)
        people = [phrase for phrase in phrases if phrase.kind == "person" and phrase.named]
        verbs = [
            begin
            for begin, _, cue in unit.hits
            if cue.kind in ("say", "act") and tokens.words[begin] not in self._headings
        ]
        if headed and len(people) == 1 and not verbs:
            self.reader.scene.meet(people)
            return people[0].entities
        first = people[0] if people and people[0] is phrases[0] else None
        if not labelled or first is None or first.first != unit.first:
            return ()
        self.reader.scene.meet([first])
        colon = _APPOSITION.match(text, tokens.ends[first.last])
        if colon is None or colon.end() > unit.start + _LABEL:
            return ()
        if colon.group(1) and (
            (colon.group(2) and not _DASH.match(colon.group(2)) and "\n" not in colon.group())
            or any(cue.kind == "say" and tokens.starts[begin] < colon.end() for begin, _, cue in unit.hits)
        ):
            return ()  # "X, speaking there, said: …" is a sentence, no label
        return first.entities
