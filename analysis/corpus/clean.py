"""What is no part of the report: found by the rules of ``knowledge/cleaning.yaml``, logged with its offsets.

Nothing is rewritten. The result says which spans of the raw text are report and which were left out by which rule, so
an offset keeps its meaning, and what a left-out line told of the article (its date, its author, its title) is kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..annotate.text import fold
from .dates import find_date
from .rules import CAPITAL_GROUPS, Rule, RuleBook, rule_book
from .titles import dateline, heading, repeated_titles

Span = tuple[int, int]

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_FIRST_WORD = re.compile(r"[^\w\"']*(\w+)")
_OPENING = re.compile(r"(?:^|\n|[.!?…][\"')\]]*)[^\S\n]*(\w+)")  # the first word of a sentence or line
_SENTENCE_END = re.compile(r"[.!?…][\"')\]]*(?=\s|$)|[\n\r]|$")
_LAST_END = re.compile(r".*[.!?…][\"')\]]*\s+(?=\S)", re.S)
_ENDS_LIKE_A_SENTENCE = re.compile(r".*[.!?…:;,\"')\]]\s*", re.S)
_SMALL_WORDS = frozenset(
    re.findall(
        r"\w+", "de da van von der den bin al of and ve və и oğlu qizi uly kyzy qyzy oglu улы ұлы кызы қызы оглы"
    )
)
_HEAD, _FOOT = 8, 10  # lines from the top and from the bottom that count as head and foot
_LINE_WORDS = 7  # a line of so many words is a title, a paragraph, or the first line of one
_LONGEST = 60  # words; no rule takes a line this long
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
    page.take_name_above()
    page.take_tail()
    page.take_titles(title)
    page.read_dateline()
    return page.result()


class _Page:
    """The state of one cleaning: what is left of the lines, what was taken."""

    def __init__(self, text: str, folded: str, book: RuleBook) -> None:
        self.text, self.folded, self.book = text, folded, book
        self.lines: list[Span] = []
        for match in _LINE.finditer(text):
            if span := self._trim(*match.span()):
                self.lines.append(span)
        self.taken: list[tuple[int, int, str]] = []
        self.found: dict[str, str] = {}
        self.basis: dict[str, str] = {}

    def _trim(self, start: int, end: int) -> Span | None:
        """The span without white space at its ends; ``None`` if nothing is left."""
        piece = self.text[start:end]
        left = piece.lstrip()
        return (start + len(piece) - len(left), start + len(piece.rstrip())) if left else None

    def _take(self, start: int, end: int, rule: str) -> None:
        if span := self._trim(start, end):
            self.taken.append((*span, rule))

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
        total = len(self.lines)
        below, block = 0, ""  # how many more lines a block may take, and its rule
        begun = False  # a paragraph of the report has been seen
        for number, (start, end) in enumerate(self.lines):
            rule, match = self._line_rule(start, end, number, total)
            if rule:
                self._take(start, end, rule.id)
                self._read(rule, match)
                opens = match is not None and self._opens_block(rule, match, end, begun)
                below, block = (rule.below, rule.id) if opens else (0, "")
            elif below and self._is_headline(start, end):
                self._take(start, end, block)
                below -= 1
            else:
                below = 0
                begun = begun or self._is_paragraph(start, end)
                left.append((start, end))
        self.lines = left

    def _opens_block(self, rule: Rule, match: re.Match[str], end: int, begun: bool) -> bool:
        """Whether the lines below belong to a heading: nothing stands behind it, and it is no part of a menu."""
        alone = not self.folded[self._behind_phrase(rule, match) : end].strip(" :|->")
        return rule.scope == "block" and alone and (begun or rule.below == 1)

    def _is_paragraph(self, start: int, end: int) -> bool:
        words = self.folded.count(" ", start, end) + 1
        return words >= _LINE_WORDS and bool(_ENDS_LIKE_A_SENTENCE.fullmatch(self.folded, start, end))

    def _line_rule(
        self, start: int, end: int, number: int = 0, total: int = 1
    ) -> tuple[Rule | None, re.Match[str] | None]:
        folded, text = self.folded, self.text
        words = folded.count(" ", start, end) + 1
        word = _FIRST_WORD.match(folded, start, end)
        if word and not text[word.start(1)].islower():
            for rule in self.book.by_word.get(word[1], ()):
                if match := self._fits(rule, word.start(1), end, words, number, total):
                    return rule, match
        hopeless = words > _LONGEST or not self.book.fits_always.fullmatch(folded, start, end)
        for rule in () if hopeless else self.book.always:
            if match := self._fits(rule, start, end, words, number, total):
                return rule, match
        return None, None

    def _fits(self, rule: Rule, start: int, end: int, words: int, number: int, total: int) -> re.Match[str] | None:
        if (
            words > rule.words
            or (rule.where == "head" and number >= _HEAD)
            or (rule.where == "foot" and number < total - _FOOT)
        ):
            return None
        match = rule.match.fullmatch(self.folded, start, end)
        if not match or not self._capitals(match) or (rule.unless and rule.unless.fullmatch(self.folded, start, end)):
            return None
        if rule.scope == "block" and self.text[end - 1] in ".!?…" and not self._announces(rule, match):
            return None
        return match

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

    def _is_headline(self, start: int, end: int) -> bool:
        ends_open = self.text[end - 1] not in ".!…" or self.text.endswith(("...", "…"), start, end)
        return ends_open and self.folded.count(" ", start, end) < _BLOCK_WORDS

    def take_name_above(self) -> None:
        """The line above the report's first paragraph, if a rule knows it."""
        for number, (start, end) in enumerate(self.lines[:_HEAD]):
            if number and self.folded.count(" ", start, end) + 1 >= _LINE_WORDS:
                above, stop = self.lines[number - 1]
                for rule in self.book.above:
                    if match := self._fits(rule, above, stop, 0, 0, 1):
                        self._take(above, stop, rule.id)
                        self._read(rule, match)
                        del self.lines[number - 1]
                        return
            if self._is_paragraph(start, end):
                return  # the report has begun

    # ── inside lines ──

    def take_stretches(self) -> None:
        stretches: list[tuple[int, int, str]] = []
        for rule in self.book.run:
            if any(phrase in self.folded for phrase in rule.triggers):
                for match in rule.match.finditer(self.folded):
                    if self._begins_something(match.start()):
                        end = self._credit_end(match.end()) if "credit" in match.re.groupindex else match.end()
                        stretches.append((match.start(), end, rule.id))
        for opening in _OPENING.finditer(self.folded):
            at = opening.start(1)
            for rule in self.book.by_word.get(opening[1], ()):
                if rule.inline and not self.text[at].islower() and rule.phrase and rule.phrase.match(self.folded, at):
                    match = _SENTENCE_END.search(self.folded, at)
                    stretches.append((at, match.end() if match else len(self.text), rule.id))
                    break
        for start, end, rule_id in sorted(stretches):
            self._cut(start, end, rule_id)

    def _begins_something(self, at: int) -> bool:
        """Whether a place is where a sentence or line begins: behind the end of another, or glued to one."""
        if self.text[at].islower():
            return False
        before = self.text[:at].rstrip(" \t\xa0") if at and self.text[at - 1].isspace() else self.text[:at]
        return not before or before[-1] in '.!?…”"»)]\n\r' or (before[-1].islower() and len(before) == at)

    def _credit_end(self, at: int) -> int:
        """Where a picture's credit ends that nothing parts from what follows: with its first capitalised word."""
        text, size = self.text, len(self.text)
        while at < size and not text[at].isupper() and text[at] not in '\n.!?"“«':
            at += 1
        while at < size and (text[at].isupper() or text[at] == "."):  # initials, an acronym
            at += 1
        while at < size and (
            text[at].islower() or text[at] in "-’'" or (text[at] == "." and text[at + 1 : at + 2].islower())
        ):
            at += 1
        return at

    def _cut(self, start: int, end: int, rule_id: str) -> None:
        """Take a stretch out of the lines it lies in."""
        left: list[Span] = []
        for a, b in self.lines:
            if end <= a or b <= start:
                left.append((a, b))
                continue
            self._take(max(a, start), min(b, end), rule_id)
            left += [span for span in (self._trim(a, max(a, start)), self._trim(min(b, end), b)) if span]
        self.lines = left

    # ── the end ──

    def take_tail(self) -> None:
        while self.lines:
            start, end = self.lines[-1]
            last = _LAST_END.match(self.folded, start, end)
            tail = last.end() if last else start
            if (tail == start and len(self.lines) == 1) or _ENDS_LIKE_A_SENTENCE.fullmatch(self.folded, tail, end):
                return
            rule, match = self._line_rule(tail, end)
            words = self.folded.count(" ", tail, end) + 1
            for candidate in () if rule else self.book.tail:
                in_place = not candidate.letters or any(letter in self.folded for letter in candidate.letters)
                if in_place and (match := self._fits(candidate, tail, end, words, 0, 1)):
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
        for group in ("date", "author"):
            if match and group in match.re.groupindex and match[group]:
                words = self.text[match.start(group) : match.end(group)]
                basis = f"text: “{' '.join(self.text[match.start() : match.end()].split())}”"
                if group == "author":
                    self._note(group, words, basis)
                elif date := find_date(fold(words)):
                    self._note(group, date[0], basis)

    def _note(self, what: str, value: str, basis: str) -> None:
        """Keep what the text says of itself; what it said first counts."""
        if what not in self.found:
            self.found[what], self.basis[what] = value, basis

    def take_titles(self, title: str | None) -> None:
        crumbs = [self.text[start:end] for start, end, rule in self.taken if rule == "breadcrumb"]
        lines = [self.text[start:end] for start, end in self.lines]
        headed = self._has_heading()
        known, repeats = repeated_titles(lines, title, crumbs, headed)
        for number, rule in sorted(repeats.items(), reverse=True):
            self._take(*self.lines.pop(number), rule)
        if known:
            self._note("title", known, "text: the path above the report")
        elif headed and (line := heading(self.text[slice(*self.lines[0])])):
            self._note("title", line, "text: its first line")

    def _has_heading(self) -> bool:
        """Whether the first line may be a heading: not in a text of one line, nor in one broken into short lines."""
        open_ended = sum(not _ENDS_LIKE_A_SENTENCE.fullmatch(self.folded, *span) for span in self.lines)
        return len(self.lines) > 1 and (len(self.lines) < 6 or open_ended * 2 < len(self.lines))

    def read_dateline(self) -> None:
        for start, end in self.lines[:2]:
            if said := dateline(self.text[start : min(end, start + 160)]):
                words, date = said
                self._note("dateline", words, "text: dateline")
                self._note("date", date, f"text: dateline “{words}”")
                return

    def result(self) -> Cleaned:
        """Kept spans: the lines that are left, those next to each other joined."""
        kept: list[Span] = []
        for start, end in self.lines:
            if kept and not any(kept[-1][1] <= a < start for a, _, _ in self.taken):
                kept[-1] = kept[-1][0], end
            else:
                kept.append((start, end))
        return Cleaned(kept, sorted(self.taken), self.found, self.basis)
