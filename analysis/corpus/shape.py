"""What a page's lines tell by their shape: whether a sentence runs on into the next line, and lists of links."""

from __future__ import annotations

import re

Span = tuple[int, int]

_ENDS_LIKE_A_SENTENCE = re.compile(r".*[.!?…:;,\"')\]]\s*", re.S)
_STOPS = re.compile(r".*[.!?…][\"')\]]*\s*", re.S)
_LIST_END = re.compile(r".*(?:[;:,]|(?<!\.)\.[\"')\]]*)\s*", re.S)  # an item of a list in the report, or a sentence
# What headlines of other pages have and the items of a list in a report have not: cut short, a question, a picture
_HEADLINE_SIGN = re.compile(
    r".*(?:\.{3}|…|[?!]|[-/|(]\s*(?:foto\w*|video\w*|фото\w*|видео\w*|сурет\w*|photo\w*)\)?)\s*", re.S
)
_LONGEST_WORD = 30  # letters
_FEWEST_LINKS = 3
_LINK_WORDS = range(2, 26)


def ends_open(folded: str, start: int, end: int) -> bool:
    """Whether a line ends without any mark, so that a sentence may run on below it."""
    return not _ENDS_LIKE_A_SENTENCE.fullmatch(folded, start, end)


def begins_small(text: str, start: int) -> bool:
    """Whether a line begins with a small letter, as the second line of a sentence does."""
    return text[start].islower()


def parted(text: str, end: int, start: int) -> bool:
    """Whether an empty line lies between two places."""
    return text.count("\n", end, start) > 1


def broken(text: str, lines: list[Span]) -> bool:
    """Whether the text is broken into short lines, so that many begin inside a sentence."""
    return sum(begins_small(text, start) for start, _ in lines) * 4 >= max(len(lines), 4)


def runs_on(text: str, folded: str, lines: list[Span], number: int, above: Span | None) -> bool:
    """Whether a line stands inside a sentence that began above (``above``: what was kept there) and goes on below."""
    if above is None or number + 1 == len(lines):
        return False
    return (
        ends_open(folded, *above)
        and not parted(text, above[1], lines[number][0])
        and begins_small(text, lines[number + 1][0])
    )


def stray_words(text: str, folded: str, lines: list[Span]) -> list[int]:
    """Numbers of the lines that are a letter, or a word in small letters, of no sentence above or below them."""
    found = []
    for number, (start, end) in enumerate(lines):
        word = text[start : min(end, start + _LONGEST_WORD)]
        if not word.isalpha() or end - start > _LONGEST_WORD or not (word.islower() or len(word) == 1):
            continue
        above = lines[number - 1] if number else None
        below = lines[number + 1] if number + 1 < len(lines) else None
        ended = above is None or not ends_open(folded, *above) or parted(text, above[1], start)
        if ended and (below is None or not begins_small(text, below[0])):
            found.append(number)
    strays = set(found)
    others = [line for number, line in enumerate(lines) if number not in strays]
    return [] if strays and broken(text, others) else found


def links_below(text: str, folded: str, lines: list[Span]) -> int:
    """How many of the last lines are headlines of other pages.

    At least three lines without a full stop follow a finished sentence, and one of them is cut short, asks, shouts or
    announces pictures; the items of a list in a report do none of this.
    """
    first, signs = len(lines), 0
    while first and _is_link(text, folded, *lines[first - 1]):
        first -= 1
        signs += bool(_HEADLINE_SIGN.fullmatch(folded, *lines[first]))
    count = len(lines) - first
    if not first or count < _FEWEST_LINKS or not signs or not _STOPS.fullmatch(folded, *lines[first - 1]):
        return 0
    return 0 if broken(text, lines) else count


def _is_link(text: str, folded: str, start: int, end: int) -> bool:
    if folded.count(" ", start, end) + 1 not in _LINK_WORDS or begins_small(text, start):
        return False
    return not _LIST_END.fullmatch(folded, start, end)
