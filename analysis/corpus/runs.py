"""Stretches inside lines that are no part of the report: notices in mid-text, links that lost their line breaks."""

from __future__ import annotations

import re

from .rules import RuleBook

_OPENING = re.compile(r"[\n.!?…](?:(?<!\n)[\"')\]]+)?[^\S\n]*(\w+)")  # the first word of a sentence or line
_SENTENCE_END = re.compile(r"[.!?…][\"')\]]*(?=\s|$)|[\n\r]|$")
_LONGEST_CREDIT = 200  # characters


def find_stretches(text: str, folded: str, book: RuleBook) -> list[tuple[int, int, str]]:
    """Start, end and rule of every stretch, in order; they may lie in each other and run over several lines."""
    stretches: list[tuple[int, int, str]] = []
    for rule in book.run:
        if any(map(folded.__contains__, rule.triggers)):
            for match in rule.match.finditer(folded):
                if _begins_something(text, match.start()):
                    end = _credit_end(text, match.end()) if "credit" in match.re.groupindex else match.end()
                    stretches.append((match.start(), end, rule.id))
    for opening in _OPENING.finditer(folded):
        at = opening.start(1)
        for rule in book.inline.get(opening[1], ()):
            if rule.phrase and rule.phrase.match(folded, at) and not text[at].islower():
                match = _SENTENCE_END.search(folded, at)
                end = match.end() if match else len(text)
                if rule.unless is None or not rule.unless.fullmatch(folded, at, end):
                    stretches.append((at, end, rule.id))
                    break
    return sorted(stretches)


def _begins_something(text: str, at: int) -> bool:
    """Whether a place is where a sentence or line begins: behind the end of another, or glued to one."""
    if text[at].islower():
        return False
    last = at - 1
    while last >= 0 and text[last] in " \t\xa0":
        last -= 1
    before = text[last] if last >= 0 else "\n"
    return before in '.!?…”"»)]\n\r' or (before.islower() and last == at - 1)


def _credit_end(text: str, at: int) -> int:
    """Where a picture's credit ends that nothing parts from what follows: with its first capitalised word."""
    size = min(len(text), at + _LONGEST_CREDIT)
    while at < size and not text[at].isupper() and text[at] not in '\n.!?"“«':
        at += 1
    while at < size and (text[at].isupper() or text[at] == "."):  # initials, an acronym
        at += 1
    while at < size and (
        text[at].islower() or text[at] in "-’'" or (text[at] == "." and text[at + 1 : at + 2].islower())
    ):
        at += 1
    return at
