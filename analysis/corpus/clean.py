"""What is no part of the report: found by the rules of ``knowledge/cleaning.yaml``, logged with its offsets.

Nothing is rewritten. The result says which spans of the raw text are report and which were left out by which rule, so
an offset keeps its meaning, and what a left-out line told of the article (its date, its author, its title) is kept.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from ..annotate.text import fold
from .dates import find_date
from .rules import CAPITAL_GROUPS, Rule, RuleBook, rule_book
from .runs import find_stretches
from .shape import broken, ends_open, links_below, runs_on, stray_words
from .titles import dateline, heading, repeated_titles

Span = tuple[int, int]

_LINE = re.compile(r"\S(?:[^\n\r\u2028\u2029]*\S)?")
_FIRST_WORD = re.compile(r"[^\w\"']*(\w+)")
_BULLETS = re.compile(r"[\s•·●▪■◾◼*|>»›-]*")  # signs of a list; a line is known by what follows them
_LAST_END = re.compile(r".*[.!?…][\"')\]]*\s+(?=\S)", re.S)
_SMALL_WORDS = frozenset(
    re.findall(
        r"\w+", "de da van von der den bin al of and ve və и oğlu qizi uly kyzy qyzy oglu улы ұлы кызы қызы оглы"
    )
)
_HEAD, _FOOT = 8, 10  # lines from the top and from the bottom that count as head and foot
_LINE_WORDS = 7  # a line of so many words is a title, a paragraph, or the first line of one
_HEADLINE_WORDS = 20  # fewer are no paragraph without a full stop
_BLOCK_WORDS = 25  # how long a headline below “Related news” may be


@dataclass(slots=True)
class Cleaned:
    """``kept`` and ``removals`` share the raw text between them, but for white space; both are in order."""

    kept: list[Span]
    removals: list[tuple[int, int, str]]
    found: dict[str, str] = field(default_factory=dict)  # what the text says of itself: date, author, title, dateline
    basis: dict[str, str] = field(default_factory=dict)  # of each of these, where it says so


def clean(text: str, title: str | None = None, folded: str | None = None) -> Cleaned:
    """Part a raw article into report and the rest.

    Parameters
    ----------
    text: the raw article.
    title: its title, if it is known from elsewhere; lines that repeat it are taken out after its first appearance.
    folded: ``fold(text)``, if the caller has it already.
    """
    page = _Page(text, fold(text) if folded is None else folded, rule_book())
    page.take_prefixes()
    page.take_lines()
    page.take_stretches()
    page.take_shapes()
    page.take_name_above()
    page.take_tail()
    page.take_titles(title)
    page.read_dateline()
    return page.result()


def report(text: str, cleaned: Cleaned) -> str:
    """The words of the report, one line a line; the whole text where cleaning left none."""
    return "\n".join(text[start:end] for start, end in cleaned.kept) or text


class _Page:
    """The state of one cleaning: what is left of the lines, what was taken."""

    def __init__(self, text: str, folded: str, book: RuleBook) -> None:
        self.text, self.folded, self.book = text, folded, book
        self.lines: list[Span] = [match.span() for match in _LINE.finditer(text)]
        self.taken: list[tuple[int, int, str]] = []
        self.found: dict[str, str] = {}
        self.basis: dict[str, str] = {}
        self.calendar: tuple[str, str] | None = None  # weekday and date: the report's, or that of the visit to the site

    def _trim(self, start: int, end: int) -> Span | None:
        """The span without white space at its ends; ``None`` if nothing is left."""
        piece = self.text[start:end]
        left = piece.lstrip()
        return (start + len(piece) - len(left), start + len(piece.rstrip())) if left else None

    def _take(self, start: int, end: int, rule: str) -> None:
        if span := self._trim(start, end):
            self.taken.append((*span, rule))

    def _drop(self, rules: dict[int, str]) -> None:
        """Take whole lines, given by number with the rule under which they go."""
        if rules:
            for number, rule in rules.items():
                self._take(*self.lines[number], rule)
            self.lines = [line for number, line in enumerate(self.lines) if number not in rules]

    # ── the beginning ──

    def take_prefixes(self) -> None:
        while self.lines:
            start, end = self.lines[0]
            for rule in self.book.prefix:
                match = rule.match.match(self.folded, start, end)
                if match and match.end() > start:
                    break
            else:
                return
            self._take(start, match.end(), rule.id)
            self._read(rule, match)
            rest = self._trim(match.end(), end)
            self.lines[:1] = [rest] if rest else []

    # ── whole lines ──

    def take_lines(self) -> None:
        left: list[Span] = []
        below, block = 0, ""  # how many more lines a block may take, and its rule
        self.begun = self.headed = False  # a paragraph of the report has been seen; and none that could be a headline
        above: Span | None = None  # the line above, if it was kept
        for number, (start, end) in enumerate(self.lines):
            rule, match = self._line_rule(start, end, number, above)
            if rule is None and number < _HEAD and not self.headed:
                start = self._after_stamp(start, end)
            if rule:
                self._take(start, end, rule.id)
                self._read(rule, match)
                opens = match is not None and self._opens_block(rule, match, end)
                below, block = (rule.below, rule.id) if opens else (0, "")
                above = None
            elif below and self._is_headline(start, end, block):
                self._take(start, end, block)
                below -= 1
                above = None
            else:
                below = 0
                self._see(start, end)
                left.append((start, end))
                above = start, end
        self.lines = left

    def _after_stamp(self, start: int, end: int) -> int:
        """Where a line's words begin behind the date and time that are set before them."""
        for rule in self.book.stamp:
            match = rule.match.match(self.folded, start, end)
            if match and (rest := self._trim(match.end(), end)) and not self.text[rest[0]].islower():
                self._take(start, match.end(), rule.id)
                self._read(rule, match)
                return rest[0]
        return start

    def _opens_block(self, rule: Rule, match: re.Match[str], end: int) -> bool:
        """Whether the lines below belong to a heading: nothing stands behind it, and it is no part of a menu."""
        alone = not self.folded[self._behind_phrase(rule, match) : end].strip(" :|->")
        return rule.scope == "block" and alone and (self.begun or rule.below == 1)

    def _see(self, start: int, end: int) -> None:
        """Note whether a kept line is a paragraph of the report; a headline may end in an exclamation too."""
        if self._is_paragraph(start, end):
            self.begun = True
            words = self.folded.count(" ", start, end) + 1
            self.headed = self.headed or self.text[end - 1] in ".…:;," or words >= _HEADLINE_WORDS

    def _is_paragraph(self, start: int, end: int) -> bool:
        words = self.folded.count(" ", start, end) + 1
        return words >= _LINE_WORDS and not ends_open(self.folded, start, end)

    def _line_rule(
        self, start: int, end: int, number: int | None = None, above: Span | None = None
    ) -> tuple[Rule | None, re.Match[str] | None]:
        """The rule that a line falls under; without a number, of what stands behind the last sentence."""
        book, folded = self.book, self.folded
        words = folded.count(" ", start, end) + 1
        word = _FIRST_WORD.match(folded, start, end)
        begin = _BULLETS.match(folded, start, end).end()  # type: ignore[union-attr]
        begin = start if begin == end else begin
        if not folded[begin].isalnum():
            for rule in book.by_word.get(folded[begin], ()):
                if match := self._fits(rule, begin, end, words, number, above):
                    return rule, match
        if word:
            small = self.text[word.start(1)].islower()
            for rule in book.by_word.get(word[1], ()):
                if (rule.alone or not small) and (match := self._fits(rule, word.start(1), end, words, number, above)):
                    return rule, match
        rules = book.holding if words <= book.longest_holding and self._holds_any(begin, end) else ()
        if words <= book.longest and book.fits_always.fullmatch(folded, begin, end):
            rules = [*rules, *book.always]
        for rule in rules:
            if match := self._fits(rule, begin, end, words, number, above):
                return rule, match
        return None, None

    def _holds_any(self, start: int, end: int) -> bool:
        return any(map(self.folded[start:end].__contains__, self.book.held))

    def _fits(
        self, rule: Rule, start: int, end: int, words: int, number: int | None = None, above: Span | None = None
    ) -> re.Match[str] | None:
        if words > rule.words or (number is not None and not self._in_place(rule, number)):
            return None
        match = rule.match.fullmatch(self.folded, start, end)
        if not match or not self._capitals(match) or (rule.unless and rule.unless.fullmatch(self.folded, start, end)):
            return None
        if rule.scope == "block" and self._is_sentence(end) and not self._announces(rule, match):
            return None
        if rule.alone and number is not None and runs_on(self.text, self.folded, self.lines, number, above):
            return None
        return match

    def _in_place(self, rule: Rule, number: int) -> bool:
        if rule.where == "head":
            return number < _HEAD and not self.headed
        return rule.where != "foot" or number >= len(self.lines) - _FOOT

    def _is_sentence(self, end: int) -> bool:
        return self.text[end - 1] in ".!?…" and not self.text.endswith(("...", "…"), 0, end)

    def _announces(self, rule: Rule, match: re.Match[str]) -> bool:
        """Whether a mark stands behind the phrase: “Related: talks.” is a link, “Related talks …” a sentence."""
        return self.folded[self._behind_phrase(rule, match) :].lstrip().startswith((":", "|", "-"))

    @staticmethod
    def _behind_phrase(rule: Rule, match: re.Match[str]) -> int:
        phrase = rule.phrase.match(match.string, match.start()) if rule.phrase else None
        return phrase.end() if phrase else match.start()

    def _capitals(self, match: re.Match[str]) -> bool:
        """Whether the words that must be names are written so."""
        for group in CAPITAL_GROUPS:
            if group in match.re.groupindex and match[group]:
                for word in self.text[match.start(group) : match.end(group)].split():
                    if word[0].islower() and fold(word) not in _SMALL_WORDS:
                        return False
        return True

    def _is_headline(self, start: int, end: int, block: str) -> bool:
        unended = self.text[end - 1] == "?" or not self._is_sentence(end)
        longest = _LINE_WORDS if block == "label" else _BLOCK_WORDS
        return unended and self.folded.count(" ", start, end) < longest

    def take_shapes(self) -> None:
        """Lines that are known by where they stand and how they look."""
        self._drop(dict.fromkeys(stray_words(self.text, self.folded, self.lines), "stray-word"))
        for _ in range(links_below(self.text, self.folded, self.lines)):
            self._take(*self.lines.pop(), "links-below")

    def take_name_above(self) -> None:
        """The line above the report's first paragraph, if a rule knows it."""
        for number, (start, end) in enumerate(self.lines[:_HEAD]):
            if number and self.folded.count(" ", start, end) + 1 >= _LINE_WORDS:
                above, stop = self.lines[number - 1]
                for rule in self.book.above:
                    if match := self._fits(rule, above, stop, 0):
                        self._take(above, stop, rule.id)
                        self._read(rule, match)
                        del self.lines[number - 1]
                        return
            if self._is_paragraph(start, end):
                return  # the report has begun

    # ── inside lines ──

    def take_stretches(self) -> None:
        if stretches := find_stretches(self.text, self.folded, self.book):
            self._cut(stretches)

    def _cut(self, stretches: list[tuple[int, int, str]]) -> None:
        """Take stretches, given in order, out of the lines they lie in."""
        left: list[Span] = []
        number = 0
        for at, end in self.lines:
            while number < len(stretches) and stretches[number][0] < end:
                start, stop, rule_id = stretches[number]
                start = max(start, at)
                if min(stop, end) > start:
                    self._take(start, min(stop, end), rule_id)
                    left += [span] if (span := self._trim(at, start)) else []
                    at = min(stop, end)
                if stop > end:
                    break  # it goes on in the next line
                number += 1
            left += [span] if (span := self._trim(at, end)) else []
        self.lines = left

    # ── the end ──

    def take_tail(self) -> None:
        while self.lines:
            start, end = self.lines[-1]
            last = _LAST_END.match(self.folded, start, end)
            tail = last.end() if last else start
            if (tail == start and len(self.lines) == 1) or not ends_open(self.folded, tail, end):
                return
            rule, match = self._line_rule(tail, end)
            words = self.folded.count(" ", tail, end) + 1
            for candidate in () if rule else self.book.tail:
                in_place = not candidate.letters or any(letter in self.folded for letter in candidate.letters)
                if in_place and (match := self._fits(candidate, tail, end, words)):
                    rule = candidate
                    break
            if not rule:
                return
            self._take(tail, end, rule.id)
            self._read(rule, match)
            rest = self._trim(start, tail)
            self.lines[-1:] = [rest] if rest else []

    # ── what the text says of itself ──

    def _read(self, rule: Rule, match: re.Match[str] | None) -> None:
        if match is None:
            return
        said = " ".join(self.text[match.start() : match.end()].split())
        for group in ("date", "author"):
            if group in match.re.groupindex and match[group]:
                words = self.text[match.start(group) : match.end(group)]
                if group == "author":
                    self._note(group, words, f"text: “{said}”")
                elif date := find_date(match[group]):
                    if "weekday" in match.re.groupindex and match["weekday"] and ":" not in said:
                        self.calendar = self.calendar or (date[0], f"text: “{said}”")
                    else:
                        self._note(group, date[0], f"text: “{said}”")

    def _note(self, what: str, value: str, basis: str) -> None:
        """Keep what the text says of itself; what it said first counts."""
        if what not in self.found:
            self.found[what], self.basis[what] = value, basis

    def take_titles(self, title: str | None) -> None:
        crumbs = [self.text[start:end] for start, end, rule in self.taken if rule == "breadcrumb"]
        lines = [self.text[start:end] for start, end in self.lines]
        folded = [self.folded[start:end] for start, end in self.lines]
        headed = self._has_heading()
        known, repeats = repeated_titles(lines, folded, title, crumbs, headed)
        self._drop(repeats)
        if known:
            self._note("title", known, "text: the path above the report")
        elif headed and (line := heading(self.text[slice(*self.lines[0])])):
            self._note("title", line, "text: its first line")

    def _has_heading(self) -> bool:
        """Whether the first line may be a heading: not in a text of one line, nor in one broken into short lines."""
        return len(self.lines) > 1 and not broken(self.text, self.lines)

    def read_dateline(self) -> None:
        for start, end in self.lines[:2]:
            if said := dateline(self.text[start : min(end, start + 160)]):
                words, date = said
                self._note("dateline", words, "text: dateline")
                self._note("date", date, f"text: dateline “{words}”")
                break
        if self.calendar:
            self._note("date", *self.calendar)

    def result(self) -> Cleaned:
        """Kept spans: the lines that are left, those next to each other joined."""
        kept: list[Span] = []
        self.taken.sort()
        starts = [start for start, _, _ in self.taken]
        for start, end in self.lines:
            if kept and bisect_left(starts, kept[-1][1]) == bisect_left(starts, start):
                kept[-1] = kept[-1][0], end
            else:
                kept.append((start, end))
        return Cleaned(kept, self.taken, self.found, self.basis)
