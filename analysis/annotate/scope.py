"""Where a cue counts: which words of a sentence stand inside a name or title, which are negated, what else is there.

Shared by the coding of themes and frames (``codes``) and of tone (``tone``).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from ..knowledge.codebook import Codebook, Cue
from .model import Document
from .text import fold

Hit = tuple[int, int, Cue]                 # first token, last token inclusive, cue

#: Names whose words say what the sentence is about as any other words do ("Investment Forum", "Middle Corridor").
OPEN_NAMES = frozenset({"EVENT", "ROUTE"})
_HIDING = ("title", "background")          # rules whose words are no cues: titles, acts that only date something
_PAST = frozenset({"denial", "tribute"})   # rules in whose sentences no evil is told
_REACH_BEFORE, _REACH_BEHIND = 3, 2        # words over which a negation reaches a cue
_BESIDE = 3                                # words from a cue to a name that belongs to it ("efforts of President X")
# Negated finite verbs and participles of the languages that negate by suffix (folded spelling); verbal nouns in
# -ma, -mə, -me and infinitives in -maq, -mek are none. Kazakh in both its scripts.
_VERB = {language: re.compile(endings) for language, endings in {
    "az": r"(?:\w{3,}|et|ol|al|de|ye|iç)m[iuü]r\w{0,4}"
          r"|\w{2,}(?:m[aə](?:d[iuü]|yib|yəcək|yacaq|miş|s[aə])\w{0,5}|m[aə]z(?:lar|lər)?)",
    "tr": r"\w{2,}(?:m[iuü]yor\w{0,4}|m[ae](?:di|miş|yacak|yecek|yan|yen)\w{0,5}|m[ae]z(?:lar|ler)?(?:s[ae]\w{0,3})?)",
    "kk": r"(?!көбей|k[oóö]be[iı])\w{2,}(?:[мбп][ае](?:й(?:д[ыі]|м[ыі]н|м[ыі]з)?|д[ыі]\w{0,3}|[ғг][ае]н\w{0,4}|с)"
          r"|[mbp][aei](?:i(?:d[yi]|m[yi]n|m[yi]z)?|d[yi]\w{0,3}|[gǵ][ae]n\w{0,4}|s))",
}.items()}


def entries(book: Codebook, language: str, axes: Iterable[str]) -> Iterator[tuple[str, str, Any]]:
    """Patterns of the conditions that cues of these axes depend on, and of the rules for all of them."""
    for pattern in sorted({pattern for axis in axes for pattern in book.conditions(axis, language)}):
        yield pattern, "condition", pattern
    for (kind, rule_language), patterns in book.rules.items():
        if rule_language == language:
            for pattern in patterns:
                yield pattern, "rule", kind


class Scope:
    """One sentence: its hits, and the judgement whether a cue in it counts."""

    __slots__ = ("doc", "hidden", "named", "open_names", "present", "rules", "stated", "types")

    def __init__(self, doc: Document, names: list[tuple[int, int, str]], conditions: list[tuple[int, int, str]],
                 rules: list[tuple[int, int, str]]) -> None:
        self.doc = doc
        self.named = names
        self.present = {pattern for _, _, pattern in conditions}
        self.rules: dict[str, list[tuple[int, int]]] = {}
        for first, last, kind in rules:
            self.rules.setdefault(kind, []).append((first, last))
        self.types = {type_ for _, _, type_ in names}
        self.hidden = [(first, last) for first, last, type_ in names if type_ not in OPEN_NAMES]
        self.open_names = [(first, last) for first, last, type_ in names if type_ in OPEN_NAMES]
        closed = [*self.hidden, *self.rules.get("title", ())]
        #: the conditions that words outside names and titles meet: a minister of trade is no trade
        self.stated = {pattern for first, last, pattern in conditions if not _inside(first, last, closed)}

    def token(self, position: int) -> int:
        """The token that holds or precedes a character position."""
        return max(0, bisect_right(self.doc.tokens.starts, position) - 1)

    def counts(self, first: int, last: int, cue: Cue, closed: bool = False) -> bool:
        """Do the conditions of the cue hold here? ``closed``: the names of events and routes hide cues as well."""
        if not cue.in_names:
            for begin, end in self.hidden:
                if begin <= first and last <= end:
                    return False
            if closed and _inside(first, last, self.open_names):
                return False
        if any(begin <= last and first <= end for kind in _HIDING for begin, end in self.rules.get(kind, ())):
            return False
        if cue.with_ and (self.present if cue.in_names else self.stated).isdisjoint(cue.with_):
            return False
        if cue.near and self.types.isdisjoint(cue.near):
            return False
        if cue.beside and not self._beside(first, last, cue.beside):
            return False
        return self.present.isdisjoint(cue.unless)

    def _beside(self, first: int, last: int, types: Iterable[str]) -> bool:
        """Does a mention of one of the types stand right before or behind the words ("the efforts of X")?"""
        return any(type_ in types and (0 <= first - end <= _BESIDE or 0 <= begin - last <= _BESIDE)
                   for begin, end, type_ in self.named)

    def negated(self, first: int, last: int, pattern: str = "") -> bool:
        """Does a negation reach the words: "not", "без" before them, "deyil", "емес", a verb in -mədi behind them?

        ``pattern``: the cue, if it is one; a verb that is negated in the cue itself turns nothing round.
        """
        if self._reached("negation", first, last):
            return True
        doc = self.doc
        verb = _VERB.get(doc.language)
        if verb is not None:
            words = doc.tokens.words
            for at in range(last + _own_negation(pattern, doc.language), min(last + _REACH_BEHIND + 1, len(words))):
                if at > last and _parted(doc, at - 1, at):
                    break
                if verb.fullmatch(words[at]):
                    return True
        return False

    def remedied(self, first: int, last: int, pattern: str = "") -> bool:
        """Is the evil that the words name fought or ended ("to prevent a conflict", "борьба с засухой")?

        Nor is an evil spoken of where it is denied, or where those who suffered it are remembered with a wreath.
        """
        return not _PAST.isdisjoint(self.rules) or self._reached("remedy", first, last)

    def _reached(self, kind: str, first: int, last: int) -> bool:
        """Does a word of the kind stand shortly before the words, or one of "<kind>-behind" shortly behind them?"""
        doc, rules = self.doc, self.rules
        innocent = rules.get("no-negation", ())
        for begin, end in rules.get(kind, ()):
            if first - _REACH_BEFORE <= end < first and not _inside(begin, end, innocent):
                if not _parted(doc, end, first):
                    return True
        for begin, end in rules.get(f"{kind}-behind", ()):
            if last < begin <= last + _REACH_BEHIND and not _inside(begin, end, innocent):
                if not _parted(doc, last, begin):
                    return True
        return False


@lru_cache(maxsize=20_000)
def _own_negation(pattern: str, language: str) -> bool:
    """Does the last word of a cue hold the negation of its verb ("yerine getirmiyor", "орындамай*")?"""
    end = fold(pattern.rpartition(" ")[2].strip("=*"))
    return any(_VERB[language].fullmatch(end + rest) for rest in ("", "di", "yib", "й"))


def _inside(first: int, last: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(begin <= first and last <= end for begin, end in spans)


def _parted(doc: Document, left: int, right: int) -> bool:
    """Does a comma or stop part two words?"""
    between = doc.folded[doc.tokens.ends[left]:doc.tokens.starts[right]]
    return "," in between or "." in between or ";" in between


def scopes(doc: Document, *layers: str) -> Iterator[tuple[int, Scope, list[list[Hit]]]]:
    """Sentence by sentence: its number, its scope, and the hits of each layer in it."""
    names = _names(doc)
    streams = [doc.hits.get(layer, []) for layer in ("condition", "rule", *layers)]
    at = [0] * len(streams)
    at_name = 0
    for number, sentence in enumerate(doc.sentences):
        last = sentence.last
        parts = []
        for index, stream in enumerate(streams):
            start = stop = at[index]
            while stop < len(stream) and stream[stop][0] < last:
                stop += 1
            at[index] = stop
            parts.append(stream[start:stop])
        begin = at_name
        while at_name < len(names) and names[at_name][0] < last:
            at_name += 1
        yield number, Scope(doc, names[begin:at_name], parts[0], parts[1]), parts[2:]


def _names(doc: Document) -> list[tuple[int, int, str]]:
    """Mentions as token spans (first, last inclusive, type), in order."""
    starts, found, at = doc.tokens.starts, [], 0
    for mention in doc.mentions:
        while at < len(starts) and starts[at] < mention.start:
            at += 1
        last = at
        while last + 1 < len(starts) and starts[last + 1] < mention.end:
            last += 1
        if at < len(starts):
            found.append((at, last, mention.type if mention.kind != "demonym" else "DEMONYM"))
    return found
