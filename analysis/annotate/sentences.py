"""Sentences of a report: paragraphs first, then the ends of sentences inside them.

A full stop ends a sentence when a capital or a number follows, unless what stands before it is an initial, an
abbreviation of ``knowledge/abbreviations.yaml`` or an ordinal. Closing marks stay with the sentence they close, opening
ones go with the one they open. Pages that lost the space between sentences ("в Баку.Президент") are parted too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pydantic import Field

from ..knowledge.files import FOLDER, read_models
from ..knowledge.schema import Language, Name, Strict
from .model import Sentence
from .text import fold, kazakh_latin

ABBREVIATIONS = FOLDER / "abbreviations.yaml"

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_BREAK = re.compile(r"[\n\r\u2028\u2029]")
_STOP = re.compile(r"([.!?…]+)([\"'”’»)\]]*)(\s*)")
_BETWEEN = frozenset(" \t\u00a0\u202f\u2009\"'“”„«‘’(-–—•*[….)]»")  # what may stand before a sentence's first word
_DASHES = frozenset("-–—")
_CLOSING_QUOTES = frozenset("\"”’»'")
_SYMBOLS = frozenset("$€£₼₸₺₽№#@§%+")
_DOMAINS = frozenset(
    re.findall(r"\w+", "az kz ru com org net tr info tv media gov edu io eu int ua uz kg ge am uk us de fr cn")
)
_WIDEST, _NEARLY = 100, 0.75  # columns that texts are broken at; from what share of it a line is full
_ROMAN = frozenset("IVXLC")


class Abbreviations(Strict):
    language: Language
    inside: list[Name] = Field(default=[])
    number: list[Name] = Field(default=[])
    unit: list[Name] = Field(default=[])
    initials: list[Name] = Field(default=[])
    openers: list[Name] = Field(default=[])


@dataclass(frozen=True, slots=True)
class Habits:
    """How a language abbreviates; folded words without their full stop."""

    inside: frozenset[str]
    number: frozenset[str]
    unit: frozenset[str]
    initials: frozenset[str]
    openers: frozenset[str]
    dotted_ordinals: bool  # "12. Cumhurbaşkanı"


@lru_cache(maxsize=16)
def habits(language: str, file: Path = ABBREVIATIONS) -> Habits:
    """The habits of a language (en az ru kk tr); of Kazakh, in both scripts. InputError for a mistake in the file."""
    sets: dict[str, set[str]] = {name: set() for name in ("inside", "number", "unit", "initials", "openers")}
    for _, item in read_models(file, Abbreviations):
        if item.language == language:
            for name, words in sets.items():
                for word in getattr(item, name):
                    words |= {fold(word)} | ({fold(kazakh_latin(word))} if language == "kk" else set())
    return Habits(**{name: frozenset(words) for name, words in sets.items()}, dotted_ordinals=language == "tr")


def split(text: str, folded: str, kept: list[tuple[int, int]], language: str) -> list[Sentence]:
    """The sentences of the kept spans of a raw text, in order, numbered by paragraph.

    Parameters
    ----------
    text, folded: the raw text and its folded form.
    kept: the spans that are report; a sentence never runs over what was left out between two of them.
    language: en az ru kk tr.
    """
    sentences: list[Sentence] = []
    rules = habits(language)
    width = _wrap_width(text, kept)
    paragraph = last = -1
    for start, end in kept:
        for a, b in _paragraphs(text, start, end, width):
            if last < 0 or _BREAK.search(text, last, a):
                paragraph += 1
            last = b
            for first, stop in _sentences(text, folded, a, b, rules):
                sentences.append(Sentence(first, stop, paragraph))
    return sentences


def _wrap_width(text: str, kept: list[tuple[int, int]]) -> int:
    """The width at which a text was broken into lines, or 0: then no line is long, and most that end no sentence are
    nearly as long as the longest."""
    lengths = [
        (len(line), line[-1] in '.!?…:"”»')
        for start, end in kept
        for match in _LINE.finditer(text, start, end)
        if (line := match.group().strip())
    ]
    longest = max((length for length, _ in lengths), default=0)
    if len(lengths) < 6 or longest > _WIDEST:
        return 0
    open_ended = [length for length, ended in lengths if not ended]
    return longest if sum(length > longest * _NEARLY for length in open_ended) > len(open_ended) * 0.6 else 0


def _paragraphs(text: str, start: int, end: int, width: int) -> list[tuple[int, int]]:
    """Lines without the space around them; a line that goes on in the next is joined with it: when the next begins
    small, or, in a text broken at ``width``, when it is full and no sentence ends in it."""
    found: list[tuple[int, int]] = []
    for match in _LINE.finditer(text, start, end):
        a, b = match.span()
        while a < b and text[a].isspace():
            a += 1
        while b > a and text[b - 1].isspace():
            b -= 1
        if a == b:
            continue
        if found and _goes_on(text, found[-1], a, width):
            found[-1] = found[-1][0], b
        else:
            found.append((a, b))
    return found


def _goes_on(text: str, line: tuple[int, int], following: int, width: int) -> bool:
    start, end = line
    if text[end - 1] in ".!?…:;" or text.count("\n", end, following) > 1:
        return False
    last_break = text.rfind("\n", start, end) + 1
    full = width and end - max(last_break, start) > width * _NEARLY
    return bool(text[following].islower() or full)


def _sentences(text: str, folded: str, start: int, end: int, rules: Habits) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    first = start
    for match in _STOP.finditer(text, start, end):
        if match.end() >= end:
            break
        stop = _end_of_sentence(text, folded, first, end, match, rules)
        if stop:
            found.append((first, stop))
            first = stop
            while text[first].isspace():
                first += 1
    found.append((first, end))
    return found


def _end_of_sentence(text: str, folded: str, first: int, end: int, match: re.Match[str], rules: Habits) -> int:
    """Where the sentence that began at ``first`` ends, if it ends at this stop; else 0."""
    begin, after = match.start(), match.end()
    closers, gap = match[2], match[3]
    at = after
    while at < end and text[at] in _BETWEEN:
        at += 1
    if at >= end:
        return 0  # only marks follow: they belong to this sentence
    following = text[at]
    if not (following.isupper() or following.isdigit() or following in _SYMBOLS):
        return 0
    if closers and gap and text[after] in _DASHES and closers[-1] in _CLOSING_QUOTES:
        return 0  # “… !” – Prezident deyib: who said it is still to come
    stop = match.end(2)
    if not gap:
        if not _glued(text, folded, begin, at, end, rules):
            return 0
        stop = _between_glued(text, first, match)
    if ")" in closers and text[first] != "(":
        return 0  # the stop belongs to what stands in brackets
    if match[1] == "." and not closers:
        return stop if _ends_at_full_stop(text, folded, first, begin, at, end, rules) else 0
    if closers and match[1] == ".":
        return stop
    return 0 if text[begin - 1 : begin] in "([" else stop  # "(...)"


def _word_before(text: str, begin: int, first: int) -> int:
    at = begin
    while at > first and text[at - 1].isalnum():
        at -= 1
    return at


def _word_at(text: str, at: int, end: int) -> int:
    while at < end and text[at].isalnum():
        at += 1
    return at


def _ends_at_full_stop(text: str, folded: str, first: int, begin: int, at: int, end: int, rules: Habits) -> bool:
    """Whether a lone full stop at ``begin`` ends the sentence; at ``at`` a capital or a number follows."""
    start = _word_before(text, begin, first)
    word = folded[start:begin]
    if not word:
        return True
    number_follows = text[at].isdigit()
    if word.isdigit():
        if start == first:
            return False  # "1. Kazakhstan …": a list
        if rules.dotted_ordinals and len(word) <= 2 and not number_follows:
            return folded[at : _word_at(text, at, end)] in rules.openers
        return True
    dotted = start  # the whole of "т.е", "U.S"
    while dotted - 2 >= first and text[dotted - 1] == "." and text[dotted - 2].isalnum():
        dotted = _word_before(text, dotted - 1, first)
    whole = folded[dotted:begin]
    if word in rules.inside or whole in rules.inside:
        return False
    if number_follows and word in rules.number:
        return False
    if word in rules.unit:
        behind_number = text[start - 2 : start - 1].isdigit() or text[start - 1 : start].isdigit()
        return behind_number and len(text[first:begin].split()) > 3
    capital = text[start].isupper()
    initial = capital and (len(word) == 1 or word in rules.initials)
    ordinal = rules.dotted_ordinals and capital and all(letter in _ROMAN for letter in text[start:begin])
    if initial or ordinal:
        return folded[at : _word_at(text, at, end)] in rules.openers and not number_follows
    return True


def _glued(text: str, folded: str, begin: int, at: int, end: int, rules: Habits) -> bool:
    """Whether a stop with no space behind it may part sentences: not in "3.5", "C.Tuymebayev", "News.az"."""
    if (text[at].isdigit() and text[begin - 1 : begin].isdigit()) or text[at] in _SYMBOLS:
        return False
    stop = _word_at(text, at, end)
    if folded[at:stop] in _DOMAINS:
        return False
    start = _word_before(text, begin, 0)
    if start == begin:
        return text[begin - 1] in ')]"”»’%'
    if begin - start == 1 or (folded[start:begin] in rules.initials and text[start].isupper()):
        return False
    if text[at].isdigit():
        return begin - start > 3 and text[begin - 1].islower()
    return text[begin - 1].islower() or text[begin - 1].isdigit() or stop - at > 1


def _between_glued(text: str, first: int, match: re.Match[str]) -> int:
    """Where to part at glued marks: a quotation mark that closes nothing opens the next sentence."""
    for at in range(*match.span(2)):
        straight_opens = text[at] == '"' and text.count('"', first, at) % 2 == 0
        curled_opens = text[at] == "”" and text.count("“", first, at) <= text.count("”", first, at)
        if straight_opens or curled_opens:
            return at
    return match.end(2)
