"""Voices: whose words or views each sentence reports (codebook, section 2).

Three passes over an article: the sentences that name their speaker themselves, in reading order; then quoted
speech, which takes the speaker of the words around it; then what goes on with the speaker before it. The rule that
attributed a sentence stays with it.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path

from ..knowledge import FOLDER, Knowledge, load
from . import speech
from .events import Reader
from .floor import Floor
from .model import NARRATOR, Document
from .scene import Scene
from .sources import Event
from .speech import Cue
from .subjects import Subjects
from .units import Unit, quote_mask, units_of

_CUT_NUMBER = re.compile(r"\d\.\s*$")
_SIGNATURE = re.compile(r"[—–-]\s*[^\n()—–]{3,60}\(@\w+\)")
_POST = 6  # sentences that a signed post may have
_PARAGRAPHS = 2  # breaks that an article has if its paragraphs have not been lost
_LEAD = 3  # units within which "this was said by X" reaches back to the start


def entries(language: str, script: str, folder: Path = FOLDER) -> Iterator[tuple[str, str, Cue]]:
    """What the lexicon is to look for on behalf of voices."""
    return speech.entries(language, script, folder)


def annotate(doc: Document, knowledge: Knowledge | None = None) -> None:
    """Set ``speakers``, ``speaker_rule`` and ``quoted`` of the document's sentences.

    Reads ``doc.hits["speech"]``, ``doc.hits["title"]``, ``doc.mentions`` and ``doc.quotes``. A sentence without a
    speaker is the narrator's; its rule is ``impersonal`` where something "is noted" and the text does not show by whom.
    """
    knowledge = knowledge or load()
    units = units_of(doc)
    mask = quote_mask(doc)
    reader = Reader(doc, Subjects(doc, knowledge), Scene(doc, knowledge), mask)
    _own_speakers(doc, units, reader)
    _quoted_speech(doc, units, reader)
    _reach_back(doc, units)
    _go_on(doc, units)
    _write(doc, units)


# --- first pass ----------------------------------------------------------------------------------------------------


def _own_speakers(doc: Document, units: list[Unit], reader: Reader) -> None:
    """The speakers that units name outside their quotations, and those who have the floor."""
    floor = Floor(doc, units, reader)
    for unit in units:
        speakers = floor.at(unit)
        if speakers:
            unit.speakers, unit.rule = speakers, "floor"
            continue
        if unit.hits or unit.mentions:
            _own_speaker(unit, reader)
        floor.behind(unit)
    for unit in units:
        _signed(doc, unit, units, reader)


def _signed(doc: Document, unit: Unit, units: list[Unit], reader: Reader) -> None:
    """A post with its author's name and handle behind it ("… — Name (@handle)"): the paragraph is the author's."""
    signature = _SIGNATURE.search(doc.text, unit.start, unit.end)
    if signature is None:
        return
    names = [
        phrase
        for phrase in reader.subjects.phrases(unit.first, unit.last, unit.mentions, None)
        if phrase.kind == "person" and signature.start() <= doc.tokens.starts[phrase.first] < signature.end()
    ]
    if names:
        alone = not doc.text[unit.start : signature.start()].strip() and unit.number
        paragraph = units[unit.number - 1].paragraph if alone else unit.paragraph
        for earlier in units[max(0, unit.number - _POST) : unit.number + 1]:
            if earlier.paragraph in (paragraph, unit.paragraph) and not earlier.speakers:
                earlier.speakers, earlier.rule, earlier.quoted = names[0].entities, "signature", True


def _own_speaker(unit: Unit, reader: Reader) -> None:
    """The speaker a unit names outside its quotations."""
    reading = reader.read(unit.first, unit.last, unit.hits, unit.mentions)
    unit.acts, unit.note, unit.back, unit.message = reading.acts, reading.note, reading.back, reading.message
    unit.opener = reading.opener
    if reading.event is not None:
        unit.event, unit.speakers, unit.rule = reading.event, reading.event.speakers, reading.event.rule
        unit.person = any(map(reader.scene.is_person, unit.speakers))
    elif reading.impersonal:
        unit.rule = "impersonal"


# --- quotations ----------------------------------------------------------------------------------------------------


def _quoted_speech(doc: Document, units: list[Unit], reader: Reader) -> None:
    """Give quoted sentences the speaker named behind, before or beside the quotation."""
    waiting: list[Unit] = []  # quoted, and nobody named so far
    starts = [unit.start for unit in units]
    for start, end in doc.quotes:
        low = max(0, bisect_left(starts, start + 1) - 1)
        touched = [unit for unit in units[low : bisect_left(starts, end)] if unit.end > start]
        if not touched:
            continue
        if waiting and touched[0].number - waiting[-1].number > 1:
            _name_behind(waiting, units)
        event = _event_beside(touched, start, end)
        before = units[low - 1] if low else None
        if event is not None:
            speakers, rule = event.speakers, "quote"
        elif touched[0].opener and touched[0].start < start:
            speakers, rule = touched[0].opener, "quote:opener"
        else:
            speakers, rule = (before.speakers, "quote:before") if before else ((), "")
        passed_on = event.channel if event is not None else touched[-1].message
        for unit in touched:
            unit.quoted = True
        open_units = [unit for unit in touched if unit.event is None or (unit.event is event and event.channel)]
        for unit in [*waiting, *open_units]:
            own = reader.inside(unit.first, unit.last, unit.hits, unit.mentions) if passed_on else ()
            if own or speakers:
                unit.speakers, unit.rule = (own, "quote:inner") if own else (speakers, rule)
        waiting = [] if speakers else [*waiting, *(unit for unit in open_units if not unit.speakers)]
    _name_behind(waiting, units)


def _event_beside(touched: list[Unit], start: int, end: int) -> Event | None:
    """The act of speaking that a quotation belongs to: behind its closing mark, else in front of its opening one."""
    opening, closing = touched[0].event, touched[-1].event
    if closing is not None and closing.start >= end:
        return closing
    return opening if opening is not None and opening.start < start else closing


def _name_behind(waiting: list[Unit], units: list[Unit]) -> None:
    """Nobody before, nobody beside: who is named in the sentence behind the quotation said it."""
    if waiting:
        behind = next(
            (unit for unit in units[waiting[-1].number + 1 : waiting[-1].number + 2] if unit.event is not None), None
        )
        for unit in waiting:
            if behind is not None:
                unit.speakers, unit.rule = behind.speakers, "quote:next"
            unit.quoted = bool(unit.speakers)
    waiting.clear()


# --- going on ------------------------------------------------------------------------------------------------------


def _reach_back(doc: Document, units: list[Unit]) -> None:
    """Hand the first sentences of an article to X where "This was stated by X" follows them."""
    for number, unit in enumerate(units[: _LEAD + 1]):
        if unit.back and unit.speakers and number:
            for earlier in reversed(units[:number]):
                if earlier.number < number - 1 and any(cue.kind == "credit" for _, _, cue in earlier.hits):
                    return  # another report, from another source
                told = earlier.acts and not unit.person  # what a press service tells of a meeting is the report itself
                if not (earlier.speakers or earlier.quoted or told or _is_title(doc, earlier)):
                    earlier.speakers, earlier.rule = unit.speakers, "back"
            return


def _is_title(doc: Document, unit: Unit) -> bool:
    """Is the first line of an article its headline: without a stop at its end, and a line of its own?"""
    end = doc.folded[unit.start : unit.end].rstrip()[-1:]
    return unit.number == 0 and end not in ".!?…:" and doc.folded[unit.end : unit.end + 2].strip(" ").startswith("\n")


def _go_on(doc: Document, units: list[Unit]) -> None:
    """A sentence without a speaker that points back to what was just said, or stands between two of one speaker."""
    for unit, behind in itertools.pairwise(units):
        if (
            behind.speakers
            and not unit.speakers
            and _CUT_NUMBER.search(doc.folded, unit.start, unit.end)
            and doc.folded[behind.start].isdigit()
        ):
            unit.speakers, unit.rule = behind.speakers, "continued"  # a sentence broken at a decimal point
    follows, goes_on, also = (
        speech.phrase_pattern(kind, doc.language, doc.script) for kind in ("follows", "goes-on", "also")
    )
    for number, unit in enumerate(units):
        if unit.speakers or unit.acts or unit.note or unit.quoted or not number:
            continue
        before = units[number - 1]
        if not before.speakers or before.rule in ("back", "credit"):
            continue
        if goes_on.match(doc.folded, unit.start) or (follows.match(doc.folded, unit.start) and before.rule != "quote"):
            unit.speakers, unit.rule = before.speakers, "continued"
            continue
        lead = number == 1 and not before.person  # its second sentence is the outlet's
        if not (lead or before.quoted) and _one_paragraph(doc, before, unit) and not _turns(doc, unit, before):
            unit.speakers, unit.rule = before.speakers, "continued:paragraph"
            continue
        behind = units[number + 1] if number + 1 < len(units) else None
        if (
            behind is not None
            and behind.speakers == before.speakers
            and _one_paragraph(doc, before, unit)
            and (behind.paragraph == unit.paragraph or behind.quoted)
        ):
            unit.speakers, unit.rule = before.speakers, "continued"
            continue
        if (
            behind is not None
            and behind.event is not None
            and behind.speakers == before.speakers
            and also.search(doc.folded, behind.start, behind.end)
            and behind.event.pronoun
        ):
            unit.speakers, unit.rule = before.speakers, "continued"


def _turns(doc: Document, unit: Unit, before: Unit) -> bool:
    """Does a sentence turn to other people, or to where the report comes from?"""
    others = {doc.mentions[number].entity for number in unit.mentions if doc.mentions[number].type == "PERSON"}
    return not others <= set(before.speakers) or any(cue.kind in ("credit", "source", "met") for _, _, cue in unit.hits)


def _one_paragraph(doc: Document, first: Unit, last: Unit) -> bool:
    """Do two sentences stand in one paragraph of an article that has several?"""
    breaks = doc.sentences[-1].paragraph - doc.sentences[0].paragraph
    return first.paragraph == last.paragraph and breaks >= _PARAGRAPHS


def _write(doc: Document, units: list[Unit]) -> None:
    for unit, sentence in zip(units, doc.sentences, strict=True):
        sentence.speakers = unit.speakers or (NARRATOR,)
        sentence.speaker_rule = unit.rule or "narrator"
        sentence.quoted = unit.quoted and bool(unit.speakers)
