"""Titles and datelines: lines that say what a report is called, and where and when it was written."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher

from ..annotate.text import fold
from .dates import find_date

_HEAD_LINES = 5  # a title stands among the first lines
_TITLE_WORDS = range(3, 31)
_NEAR = 0.9  # share of equal words from which two lines are one title
_CRUMB = re.compile(r"\s*(?:[/>»›|→\\]|::)+\s*")
_SITE = re.compile(r"\s*[-|·»]\s*[^-|·].{0,60}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ENDS_A_SENTENCE = re.compile(r".*[.!…:;,]['\"”»)\]]*$", re.S)
# “ASTANA, 12 April …”, “BAKU, Azerbaijan, April 12, …”, “АСТАНА. 2023 жылғы …”: up to two places before the date
_PLACES = re.compile(r"(?:[^\W\d_][\w’'.-]*(?: [^\W\d_][\w’'-]*){0,2}[.,/] ?){1,2}$")
_BEHIND = re.compile(r"(?:-?\s*(?:cı|ci|cu|cü|года|год|г\.|il|ildə|жыл\w*|ж\.))*\s*(?:[,.:(/–—-]|$)")


def _words(line: str) -> list[str]:
    return re.findall(r"\w+", line)


def repeated_titles(
    lines: list[str], folded: list[str], title: str | None, crumbs: list[str], headed: bool = True
) -> tuple[str | None, dict[int, str]]:
    """Which of the report's lines say its title once more.

    Parameters
    ----------
    lines, folded: the lines left of the article, raw and folded.
    title: the title as known from elsewhere.
    crumbs: paths from the home page that stood above the report; the last step is the title if it is long enough.
    headed: whether the first line may be a heading.

    Returns
    -------
    the title a path gave, and by line number the rule under which a line goes: ``repeated-title`` for the title again
    (after a path, or an earlier line), ``title-fragment`` for its beginning alone, as a picture's caption or link has
    it, ``page-title`` for the title with the site's name above it; ``repeated-line`` for any other line of four words
    or more that stood there before. A title that stands only once is the report's headline and stays.
    """
    steps = [_CRUMB.split(crumb)[-1].strip() for crumb in crumbs if _CRUMB.search(crumb)]
    from_path = next((step for step in steps if len(_words(fold(step))) in _TITLE_WORDS), None)
    shown = _words(fold(from_path)) if from_path else None  # the title has been shown already
    known = shown or (_words(fold(title)) if title else None)
    repeats: dict[int, str] = {}
    seen: set[str] = set()
    if headed and known is None and _is_page_title(folded):
        repeats[0] = "page-title"
    for number, line in enumerate(lines):
        if number in repeats:
            continue
        in_head = number < _HEAD_LINES
        if line in seen:
            repeats[number] = "repeated-line"
        elif line.count(" ") > 2:
            seen.add(line)
        if line.count(" ") > _TITLE_WORDS[-1] or (not in_head and number != len(lines) - 1):
            continue
        first = number == (0 in repeats)
        if known is None and not first:
            continue
        words = _words(folded[number])
        if known is None and first and headed and heading(line):
            known = words
        if not known or not words:
            continue
        same = words == known if _ENDS_A_SENTENCE.match(line) else _alike(words, known)
        if same:
            if shown:
                repeats[number] = "repeated-title"
            shown = known
        elif (
            shown
            and in_head
            and len(words) < len(known)
            and known[: len(words)] == words
            and not _ENDS_A_SENTENCE.match(line)
        ):
            repeats[number] = "title-fragment"
    return from_path, repeats


def _is_page_title(folded: list[str]) -> bool:
    """Whether the first line is a headline below it with the site's name behind a dash or bar."""
    for line in folded[1:_HEAD_LINES]:
        behind = folded[0].removeprefix(line)
        if behind != folded[0] and len(_words(line)) in _TITLE_WORDS and _SITE.fullmatch(behind):
            return True
    return False


def _alike(one: list[str], other: list[str]) -> bool:
    shared = sum((Counter(one) & Counter(other)).values())
    if 2 * shared < _NEAR * (len(one) + len(other)):
        return False  # what they share in any order is too little; no need to look at the order
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _NEAR


def heading(line: str) -> str | None:
    """The line as a title, if it looks like one: three to thirty words that do not end like a sentence."""
    line = line.strip()
    if _ENDS_A_SENTENCE.match(line) or len(_words(line)) not in _TITLE_WORDS:
        return None
    return line


def dateline(beginning: str) -> tuple[str, str] | None:
    """The dateline that a paragraph begins with, and its ISO date; ``None`` without a full date.

    “Astana, 12 April 2023 (TDI):” is one; “In Astana on 12 April 2023 the presidents …” tells of an event and is none.
    """
    found = find_date(fold(beginning)) if _YEAR.search(beginning) else None
    if not found or len(found[0]) < len("2023-04-12"):
        return None
    date, start, end = found
    end -= beginning[end - 1] == "."  # the full stop may be the dateline's own
    before, behind = beginning[:start], _BEHIND.match(beginning, end)
    if not behind or start > 60 or not (before == "" or _PLACES.fullmatch(before.rstrip() + " ")):
        return None
    if any(word[0].islower() for word in re.findall(r"[^\W\d_][\w’'-]*", before)):
        return None
    return beginning[:end], date
