"""Quoted speech: which stretches of a text stand in quotation marks, or behind a dash, as somebody's words.

Marks are read by where they stand, not by which glyph they are: an opening mark has a word behind it and nothing
before it, a closing one the reverse. Texts that passed through several hands mix “ ” „ « » and " and lose every
tenth mark, so a quotation that is never closed ends with its paragraph, and one never opened begins with its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .model import Sentence

_OPENERS, _CLOSERS, _EITHER = "«„", "»", '"“”‟″'
_MARK = re.compile(r"[«»„\"“”‟″]|(?<![\w\d])['‘](?=\w)|(?<=[\w.,!?…])['’](?!\w)|''")
_SINGLE_LINE = re.compile(r"\n[ \t]*(['‘][^'‘’\n]+['’])[ \t]*(?=\n)")
_PARAGRAPH = re.compile(r"\n\s*")
# What may follow a quotation that was spoken: the words that close it in the languages where no comma need do so.
_SPOKEN_BEHIND = re.compile(
    r"[\s,]*(?:[-–—]\s*\w|(?:said|says|added|told|stated|noted|dedi|diy(?:e|en|ib|ir|or|erek)|deyə?|deyən|dey(?:ib|ir|erək)|"
    r"söyləyib|bildirib|vurğulayıb|деп|дейді|деді|деген|dep|deıdi|dedi|degen|ifade\w*|şeklinde|vurgu\w*|"
    r"сказал\w*|отметил\w*|заявил\w*|подчеркнул\w*|добавил\w*)\b)".replace("ı", "i")
)
# A dash that opens speech stands at the start of a paragraph or sentence; the one that closes it has a comma,
# a stop or a mark before it and a lower-case word (the reporting verb) behind it.
_DASH_OPEN = re.compile(r"[-–—]\s*(?=\w)")
_DASH_CLOSE = re.compile(r"(?<=[,.!?…])\s*[-–—]\s*(?=[^\W\d_])")
_REACH = 12  # sentences that speech behind a dash may run over
_PARAGRAPHS = 8  # line breaks that one quotation may run over
_FRAGMENT_WORDS = 2  # a lower-case fragment of so many words is the speaker's own wording


def find_quotes(text: str, folded: str, sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Spans of quoted speech in a text, marks included, in order and without overlap.

    Names in quotation marks (“Report”, «Достык») and titles are left out, as are single words. A quotation that
    runs over several sentences is one span; one that is opened anew at each paragraph is one span a paragraph.
    """
    spans = [span for span in _marked(text, sentences) if _is_speech(text, folded, span, sentences)]
    spans += [span for span in _lines(text) if not any(a < span[1] and span[0] < b for a, b in spans)]
    spans += [span for span in _dashed(text, sentences) if not any(a < span[1] and span[0] < b for a, b in spans)]
    return sorted(spans)


def _marked(text: str, sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Everything in quotation marks, outermost marks, by balancing within each paragraph."""
    spans: list[tuple[int, int]] = []
    starts = [sentence.start for sentence in sentences]
    breaks = [match.end() for match in _PARAGRAPH.finditer(text)] + [len(text)]
    paragraph_end = iter(breaks)
    end = next(paragraph_end)
    opened: list[tuple[int, bool]] = []  # position and whether it is a single mark
    for match in _MARK.finditer(text):
        at = match.start()
        while at >= end:
            if not (opened and _closes_later(text, end, match)):
                _close_open(spans, opened, end, text)
            end = next(paragraph_end)
        mark, single = match.group(), match.group() in "'‘’"
        if _opens(text, match, bool(opened)):
            if (
                opened
                and not single
                and _begins_sentence(text, at)
                and not opened[-1][1]
                and text[opened[-1][0]] == mark
                and mark in _EITHER
                and _ended(text, at)
            ):
                _close_open(spans, opened, at, text)
            opened.append((at, single))
        elif single:
            if opened and opened[-1][1]:
                opened.pop()
        else:
            while opened and opened[-1][1]:
                opened.pop()
            if opened:
                begin, _ = opened.pop()
                if not opened:
                    spans.append((begin, match.end()))
            else:
                begin = max((start for start in starts if start <= at), default=None)
                begin = _unopened(text, at, begin)
                if begin is not None and not any(begin < b for _, b in spans):
                    spans.append((begin, match.end()))
    _close_open(spans, opened, end, text)
    return spans


def _unopened(text: str, at: int, sentence: int | None) -> int | None:
    """Where a quotation begins that lost its opening mark: with its paragraph where a verb follows it, since people
    are quoted in paragraphs; else with its sentence."""
    paragraph = text.rfind("\n", 0, at) + 1
    while paragraph < at and text[paragraph].isspace():
        paragraph += 1
    if sentence is None or not (text.count("\n") > 2 and _SPOKEN_BEHIND.match(text.lower(), at + 1)):
        return sentence
    head = text[paragraph:at]
    return paragraph if paragraph < sentence and not _MARK.search(head) and head.count(". ") < 3 else sentence


def _close_open(spans: list[tuple[int, int]], opened: list[tuple[int, bool]], end: int, text: str) -> None:
    """A quotation still open at the end of its paragraph ends there; an open single mark was an apostrophe."""
    doubles = [at for at, single in opened if not single]
    if doubles:
        stop = end
        while stop > doubles[0] and text[stop - 1].isspace():
            stop -= 1
        spans.append((doubles[0], stop))
    opened.clear()


def _opens(text: str, match: re.Match[str], inside: bool) -> bool:
    mark, start, end = match.group(), match.start(), match.end()
    before = text[start - 1] if start else " "
    behind = text[end] if end < len(text) else " "
    if mark in _OPENERS:
        return True
    if mark in _CLOSERS:
        return False
    if mark == "‘":
        return True
    if mark == "’":
        return False
    free_before = before.isspace() or before in "([{-–—:/«„“"
    free_behind = behind.isspace() or behind in ".,;:!?)]}»”-–—"
    if free_before and not free_behind:
        return True
    if free_behind and not free_before:
        return False
    # Glued on both sides, or free on both: whatever the state asks for.
    return not inside


def _closes_later(text: str, end: int, mark: re.Match[str]) -> bool:
    """Is the first mark behind a paragraph's end a closing one? Then the quotation runs over the paragraphs."""
    return (
        mark.group() not in "'‘’"
        and not _opens(text, mark, True)
        and text.count("\n", end, mark.start()) <= _PARAGRAPHS
    )


def _begins_sentence(text: str, at: int) -> bool:
    return at + 1 < len(text) and text[at + 1].isupper()


def _ended(text: str, at: int) -> bool:
    """Does a sentence end before this mark? Then an open quotation had lost its closing mark."""
    head = text[max(0, at - 3) : at].rstrip()
    return bool(head) and head[-1] in ".!?…"


def _dashed(text: str, sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Speech that a dash introduces at the start of a sentence and a comma with a dash closes."""
    spans: list[tuple[int, int]] = []
    done = 0
    for number, sentence in enumerate(sentences):
        if sentence.start < done or not _DASH_OPEN.match(text, sentence.start):
            if sentence.start < done or not _dash_before(text, sentence.start):
                continue
        for later in sentences[number : number + _REACH]:
            begin = sentence.start + 2 if later is sentence else later.start
            if later is not sentence and _DASH_OPEN.match(text, later.start):
                break
            close = next(
                (match for match in _DASH_CLOSE.finditer(text, begin, later.end) if text[match.end()].islower()), None
            )
            if close:
                spans.append((sentence.start, close.start()))
                done = later.end
                break
    return spans


def _dash_before(text: str, start: int) -> bool:
    """Does a dash stand between a sentence and the line's start? (Some splitters leave it outside.)"""
    line = text[text.rfind("\n", 0, start) + 1 : start].strip()
    return line != "" and set(line) <= set("-–—")


def _whole_line(text: str, span: tuple[int, int]) -> bool:
    """Is a quotation a line of its own behind other text, as a heading that says what somebody says below it?"""
    start, end = span
    line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    behind = text[end : line_end if line_end >= 0 else len(text)]
    return bool(text[:line_start].strip()) and not text[line_start:start].strip() and not behind.strip(" .")


def _lines(text: str) -> list[tuple[int, int]]:
    """Headings in single quotation marks."""
    return [match.span(1) for match in _SINGLE_LINE.finditer(text) if match.group(1).count(" ") >= 2]


def _is_speech(text: str, folded: str, span: tuple[int, int], sentences: Sequence[Sentence]) -> bool:
    start, end = span
    inner = text[start + 1 : end].strip(" \"“”„»«'’‘")
    words = inner.split()
    if not words:
        return False
    closed = text[end - 1] in '"“”»″'
    if any(start < sentence.start < end for sentence in sentences) and len(words) > 3:
        return True
    if len(words) >= 3 and inner[-1] in ".,!?…":
        # A title may end in a mark too, but nobody puts a comma inside the name of a thing.
        return True
    if len(words) >= 3 and _whole_line(text, span):
        return True
    if len(words) >= 2 and _SPOKEN_BEHIND.match(folded, end):
        return True
    before = text[:start].rstrip()
    if len(words) >= 3 and before.endswith(":"):
        return True
    if closed and len(words) >= 3 and end < len(text) and text[end] in ".!?" and len(words) >= 6:
        return True
    return len(words) >= _FRAGMENT_WORDS and inner[0].islower() and not any(word[0].isupper() for word in words)
