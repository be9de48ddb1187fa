"""The noun that a number counts, where it is none of the units that the data list."""

from __future__ import annotations

import re

from .model import Document, Sentence
from .number_reader import Number, NumberReader
from .numerals import Unit

ADJECTIVES_BETWEEN = 3  # words between a number and the noun it counts
_POSSESSIVE = re.compile(r"(?:[iuüıыі]n[iuüıaeəыі]n?|[iuüıыі]нын|[iuüı]nd[aə]n|ыны?ң?|сын)$")  # "milyarını"
# Ablatives and accusatives of nouns behind a number ("34 harften", "300 aileyi").
_CASE = {
    "tr": re.compile(r"(?:[dt][ae]n|y[iıuü]|[iıuü]n[iıuü])$"),
    "az": re.compile(r"(?:d[aə]n|n[ıiuü]n|n[ıiuü])$"),
    "kk": re.compile(r"(?:[дтн][ае]н|[дтн]ың|[дтн]ің|n[ae]n|[dtn]y[nń]|[dtn]i[nń])$"),
}
_RUSSIAN_ADJECTIVE = re.compile(r"(?:ых|их|ого|его|ой|ей|ые|ие|ым|им|ую)$")


class Nouns:
    """Reads the nouns behind the numbers of one document."""

    def __init__(self, doc: Document, reader: NumberReader) -> None:
        self.doc, self.tokens, self.reader, self.language = doc, doc.tokens, reader, doc.language

    def noun(self, number: Number, at: int, sentence: Sentence) -> Unit | None:
        """The noun that a number in digits counts, if one stands behind it."""
        if (
            at >= sentence.last
            or self.reader.between(at - 1, at).strip(" ")
            or self.reader.has(at, "no-unit", sentence)
        ):
            return None
        last = self.noun_end(at, sentence)
        word = self.doc.text[self.tokens.starts[last] : self.tokens.ends[last]]
        if self.declined(number):
            return None
        word = self._bare_word(word)
        return Unit(word.lower(), "noun") if word[:1].isalpha() and not word[:1].isupper() else None

    def counted(self, number: Number, at: int, sentence: Sentence) -> Unit | None:
        """The noun that a number in words counts; none for "one", for "two-way" and for pairs like "two countries"."""
        if number.value == 1 or at >= sentence.last or self.reader.between(at - 1, at) != " ":
            return None
        unit = self.noun(number, at, sentence) if self.tokens.words[at].isalpha() else None
        if unit is not None and self.language == "en" and not unit.unit.endswith(("s", "n", "e")):
            return None  # no plural
        return unit

    def declined(self, number: Number) -> bool:
        """Has a multiplier taken the ending of a noun ("70 milyarını"), which stands for what is counted?"""
        word = self.tokens.words[number.last]
        return number.scaled and self.language in ("az", "kk", "tr") and bool(_POSSESSIVE.search(word))

    def noun_end(self, at: int, sentence: Sentence) -> int:
        """Last token of the noun phrase behind a number: in English the first plural, elsewhere the next word."""
        words = self.tokens.words
        if self.language == "ru":
            while (
                at + 1 < sentence.last
                and _RUSSIAN_ADJECTIVE.search(words[at])
                and self.reader.between(at, at + 1) == " "
            ):
                at += 1
            return at
        if self.language != "en":
            return at
        for token in range(at, min(at + ADJECTIVES_BETWEEN + 1, sentence.last)):
            if self.reader.has(token, "no-unit", sentence) or (
                token > at and self.reader.between(token - 1, token).strip(" -")
            ):
                break
            if words[token].endswith("s") and not words[token].endswith(("ss", "us", "ous")):
                return token
        return at

    def _bare_word(self, word: str) -> str:
        """A noun without the case endings that are no part of any stem (Azerbaijani, Turkish, Kazakh)."""
        ending = _CASE.get(self.language)
        match = ending.search(word.lower()) if ending is not None else None
        return word[: match.start()] if match is not None and match.start() > 2 else word
