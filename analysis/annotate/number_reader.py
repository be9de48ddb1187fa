"""Reading the words around a number: the number itself with its multipliers, and its sign."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from . import numerals
from .model import Document, Quantity, Sentence
from .morphology import rules
from .numerals import NUMBER_LAYER, UNIT_LAYER, NumberWord, Unit

_COMPARED = re.compile(r"(?:d[aəe]|t[ae]|n[ae]|[дтн][ае])[nн]$")  # ablatives
_UNCOMPARED = frozenset({"aşkin", "astam", "астам", "üzerinde"})  # qualifiers that need none
_HUNDRED = 100
#: Words that a multiplier without a number needs in front of it, or forms in which it means one of itself.
_ONE_OF_ITSELF = {"en": {"a", "half", "one"}, "ru": {"миллион", "миллиард", "триллион", "тысяча", "тысячу"}}


@dataclass(slots=True)
class Number:
    """A number, tokens [first, last]: its value, whether it is in digits, whether a multiplier belongs to it."""

    first: int
    last: int
    value: float
    digits: bool
    scaled: bool = False
    scale: float = 1.0  # the product of its multipliers, where there is one number before them


class NumberReader:
    """Look-ups among the number words and units of one document, by token."""

    def __init__(self, doc: Document) -> None:
        self.doc, self.tokens, self.language = doc, doc.tokens, doc.language
        self.words: dict[int, list[tuple[int, NumberWord]]] = {}
        self.units: dict[int, list[tuple[int, Unit]]] = {}
        for first, last, word in doc.hits.get(NUMBER_LAYER, ()):
            self.words.setdefault(first, []).append((last, word))
        for first, last, unit in doc.hits.get(UNIT_LAYER, ()):
            self.units.setdefault(first, []).append((last, unit))
        self._signs = numerals.signs()
        self._morphology = rules(doc.language, doc.script)

    def word(self, at: int, *kinds: str) -> tuple[int, NumberWord] | None:
        """The longest number word of one of the kinds that begins at the token: its last token, and itself."""
        found = [item for item in self.words.get(at, ()) if item[1].kind in kinds]
        return max(found, key=lambda item: item[0]) if found else None

    def qualifier_ending(self, at: int, floor: int) -> tuple[int, NumberWord] | None:
        """A qualifier that stands before numbers and ends at the token: its first token, and itself."""
        for first in range(max(floor, at - 3), at + 1):
            for last, word in self.words.get(first, ()):
                if last == at and word.kind == "qualifier" and word.side == "before":
                    return first, word
        return None

    def unit(self, at: int, sentence: Sentence) -> tuple[int, Unit] | None:
        """The longest unit that begins at the token: its last token, and itself."""
        found = self.units.get(at) if sentence.first <= at < sentence.last else None
        return max(found, key=lambda item: item[0]) if found else None

    def between(self, left: int, right: int) -> str:
        """What stands between two tokens."""
        return self.doc.folded[self.tokens.ends[left] : self.tokens.starts[right]]

    def has(self, at: int, kind: str, sentence: Sentence) -> bool:
        """Does a number word of the kind begin at the token?"""
        return sentence.first <= at < sentence.last and any(word.kind == kind for _, word in self.words.get(at, ()))

    def qualifier_before(self, start: int, sentence: Sentence) -> tuple[int, NumberWord] | None:
        """The qualifier in front of a position ("more than"): its first token, and itself."""
        at = bisect_right(self.tokens.ends, start) - 1
        if at < sentence.first or self.doc.folded[self.tokens.ends[at] : start].strip(" ($€£₸₼-"):
            return None
        if self.tokens.words[at] in ("the", "a") and at > sentence.first:
            at -= 1
        return self.qualifier_ending(at, sentence.first)

    def qualifier_behind(self, at: int, sentence: Sentence) -> tuple[int, NumberWord] | None:
        """The qualifier that begins at the token behind a number or unit ("-dən çox"): its last token, and itself."""
        if at >= sentence.last or self.between(at - 1, at).strip("' -"):
            return None
        found = [item for item in self.words.get(at, ()) if item[1].kind == "qualifier" and item[1].side == "after"]
        if not found:
            return None
        last, word = max(found, key=lambda item: item[0])
        compares = self.language != "en" and word.qualifier in ("more-than", "less-than")
        if compares and not _COMPARED.search(self.tokens.words[at - 1]) and self.tokens.words[at] not in _UNCOMPARED:
            return None  # "çox", "артық", "fazla" compare with what stands in the ablative
        return last, word

    # --- the number ------------------------------------------------------------------------------------------------

    def number(self, at: int, sentence: Sentence) -> Number | None:
        """The number, in digits or words, with its multipliers, that begins at a token."""
        total, current, last, digits, scaled, scale = 0.0, None, at - 1, False, False, 1.0
        largest = float("inf")
        token = at
        while token < sentence.last:
            if token > at and self.between(token - 1, token).strip("'- ") and not self._abbreviated(token - 1):
                break
            if self.tokens.words[token][0].isdigit():
                value = self._digits(token, sentence) if current is None and (token == at or scaled) else None
                if value is None:
                    break
                current, digits, last = value, True, token
                token = self.past_ending(token + 1, sentence)
                continue
            found = self.word(token, "multiplier", "numeral")
            if found is None:
                break
            end, item = found
            if item.kind == "numeral":
                if current is not None and (digits or not _adds(current, item.value)):
                    break
                current = (current or 0.0) + item.value
            elif item.value >= largest or (current is None and not self._stands_alone(token, at, item, sentence)):
                break
            elif item.value == _HUNDRED and not scaled:
                current = (current or 1.0) * _HUNDRED  # "two hundred thousand"
            else:
                total, current, largest = total + (current or 1.0) * item.value, None, item.value
                scaled, scale = True, scale * item.value
            token, last = end + 1, end
        return Number(at, last, total + (current or 0.0), digits, scaled, scale) if last >= at else None

    def number_at(self, quantity: Quantity) -> Number | None:
        """The number in digits of a quantity, read again."""
        at = bisect_left(self.tokens.starts, quantity.start)
        return self.number(at, self.doc.sentences[quantity.sentence])

    def _digits(self, token: int, sentence: Sentence) -> float | None:
        end = self.tokens.ends[token]
        percent = self.doc.text[end : end + 2].strip()[:1] == "%"
        following = token + 1
        unit = self.unit(following, sentence)
        scaled = (
            percent
            or (following < sentence.last and self.word(following, "multiplier") is not None)
            or (unit is not None and unit[1].kind == "percent")
        )
        return numerals.parse(self.tokens.words[token], self.language, scaled)

    def past_ending(self, token: int, sentence: Sentence) -> int:
        """Step over a case ending that a hyphen or apostrophe joins to what stands before ("5-dən", "2024'te")."""
        if (
            token < sentence.last
            and self.language != "en"
            and self.between(token - 1, token) in ("-", "'")
            and not self.has(token, "ordinal", sentence)
            and self.unit(token, sentence) is None
            and self._morphology.is_ending(self.tokens.words[token])
        ):
            return token + 1
        return token

    def _abbreviated(self, token: int) -> bool:
        """Does the stop behind a token belong to an abbreviation ("млн. тонн", "тыс. человек")?"""
        return self.word(token, "multiplier") is not None and self.between(token, token + 1).strip() == "."

    def _stands_alone(self, token: int, at: int, item: NumberWord, sentence: Sentence) -> bool:
        """May a multiplier without a number stand for one of itself ("a million", "более сотни")?"""
        if token != at:
            return False
        if item.qualified:
            return at > sentence.first and self.qualifier_ending(at - 1, sentence.first) is not None
        if not item.alone:
            return False
        if self.language == "en":
            return at > sentence.first and self.tokens.words[at - 1] in _ONE_OF_ITSELF["en"]
        if self.language == "ru":
            return self.tokens.words[at] in _ONE_OF_ITSELF["ru"]
        return item.value == _HUNDRED

    # --- its sign ----------------------------------------------------------------------------------------------------

    def sign(self, number: Number) -> tuple[int, int, Unit] | None:
        """A unit's sign beside the digits: its start and end, and the unit."""
        text = self.doc.text
        start, end = self.tokens.starts[number.first], self.tokens.ends[number.last]
        for sign, unit in self._signs.items():
            spaced = sign == "%"  # "5 %", "% 40"
            at = end + (spaced and text[end : end + 1] in (" ", "\u00a0"))
            if text.startswith(sign, at):
                return at, at + len(sign), unit
            for gap in (0, 1):
                begin = start - gap - len(sign)
                if begin >= 0 and text.startswith(sign, begin) and text[begin + len(sign) : start].strip() == "":
                    return begin, begin + len(sign), unit
        return None


def _adds(tens: float, ones: float) -> bool:
    """Do two number words make one number ("twenty five", "yüz əlli")?"""
    return tens > ones and tens % (10 if ones < 10 else _HUNDRED) == 0
