"""Figures quoted: numbers that state a quantity, with value, unit, qualifier and what they count (codebook, section 6).

Every number in digits or words is a candidate; what stands around it says whether it counts something
(``not_counted``). A number in words needs a noun to count.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from pathlib import Path

from ..knowledge import FOLDER
from . import not_counted, numerals
from .counted import Counted
from .model import Document, Quantity, Sentence
from .nouns import ADJECTIVES_BETWEEN, Nouns
from .number_reader import Number, NumberReader
from .numerals import NumberWord, Unit

#: Kinds of number words with which a quantity may begin; the first ones say by themselves what they count.
_EXPRESSIONS = ("half-year", "span", "compound", "factor", "fraction")
_BEGINNING = frozenset({"numeral", "multiplier", *_EXPRESSIONS})
_CUT = re.compile(r"(?<![\d.,])(\d{1,3})\.\s+$")  # "grew by 4." / "8%": a decimal point taken for a stop


def entries(language: str, script: str, folder: Path = FOLDER) -> Iterator[tuple[str, str, NumberWord | Unit]]:
    """What the lexicon is to look for on behalf of quantities."""
    return numerals.entries(language, script, folder)


def annotate(doc: Document) -> None:
    """Fill ``doc.quantities``; speakers are those of the sentence, so voices come first.

    Reads ``doc.hits["number-word"]``, ``doc.hits["unit"]`` and ``doc.mentions``.
    """
    reader = NumberReader(doc)
    begins = sorted(
        {number for number, word in enumerate(doc.tokens.words) if word[0].isdigit()}
        | {first for first, found in reader.words.items() if any(word.kind in _BEGINNING for _, word in found)}
    )
    doc.quantities = []
    finder = _Finder(doc, reader) if begins else None
    for number, sentence in enumerate(doc.sentences):
        low, high = bisect_left(begins, sentence.first), bisect_left(begins, sentence.last)
        if finder is not None and low < high:
            doc.quantities += finder.find(number, begins[low:high])


class _Finder:
    """Finds the quantities of one document."""

    def __init__(self, doc: Document, reader: NumberReader) -> None:
        self.doc, self.tokens, self.language, self.reader = doc, doc.tokens, doc.language, reader
        self.counted = Counted(doc, reader)
        self.nouns = Nouns(doc, reader)
        self.currencies = numerals.currencies()
        self.named = sorted(
            (mention.start, mention.end, mention.type) for mention in doc.mentions if mention.kind != "demonym"
        )

    def find(self, number: int, begins: Sequence[int]) -> Iterator[Quantity]:
        """The quantities of a sentence, in order; ``begins``: its tokens with which a quantity may begin."""
        sentence = self.doc.sentences[number]
        shaped = not_counted.shapes(self.reader, sentence)
        following = sentence.first
        before: Quantity | None = None
        for at in begins:
            if at < following:
                continue
            quantity, following = self._at(at, sentence, shaped, before)
            if quantity is not None:
                quantity.sentence, quantity.speakers = number, sentence.speakers
                if before is not None and self.doc.folded[before.end : quantity.start].strip() in ("-", "to", "до"):
                    self._join_range(before, quantity)
                before = quantity
                yield quantity

    def _join_range(self, low: Quantity, high: Quantity) -> None:
        """Give both ends of a range the unit and the multiplier that one of them has ("20–25 mln", "€2-3 bn")."""
        if low.unit and high.unit and low.unit != high.unit:
            return
        low.unit = high.unit = high.unit or low.unit
        number = self.reader.number_at(high)
        if number is not None and number.scaled and low.value < number.value / number.scale:
            low.value = _rounded(low.value * number.scale)

    def _at(
        self, at: int, sentence: Sentence, shaped: list[tuple[int, int]], before: Quantity | None
    ) -> tuple[Quantity | None, int]:
        """The quantity that begins at a token, if one does, and the token to go on from."""
        if self._inside_name(at):
            return None, at + 1
        found = next((item for kind in _EXPRESSIONS if (item := self.reader.word(at, kind)) is not None), None)
        if found is not None:
            quantity, following = self._of_words(at, *found, sentence, before), found[0] + 1
            while quantity is not None and following < sentence.last and self.tokens.starts[following] < quantity.end:
                following += 1
            return quantity, following
        number = self.reader.number(at, sentence)
        if number is None:
            return None, at + 1
        self._mend_cut(number)
        if number.digits and not_counted.no_quantity(self.reader, number, sentence, shaped):
            return None, number.last + 1
        return self._measured(number, sentence, before)

    def _inside_name(self, at: int) -> bool:
        start = self.tokens.starts[at]
        number = bisect_right(self.named, (start, len(self.doc.text), "~")) - 1
        return number >= 0 and self.named[number][0] <= start < self.named[number][1]

    def _mend_cut(self, number: Number) -> None:
        """Mend a decimal fraction that a stop and a space broke ("4." / "8%"): no sentence begins with "8%"."""
        sign, start = self.reader.sign(number), self.tokens.starts[number.first]
        cut = _CUT.search(self.doc.text, max(0, start - 8), start)
        if cut and sign is not None and sign[2].unit == "percent" and number.value == int(number.value):
            number.value = float(f"{cut.group(1)}.{self.tokens.words[number.first]}")

    # --- measured quantities ---------------------------------------------------------------------------------------

    def _measured(self, number: Number, sentence: Sentence, before: Quantity | None) -> tuple[Quantity | None, int]:
        tokens = self.tokens
        start, end, last = tokens.starts[number.first], tokens.ends[number.last], number.last
        unit, qualifier = None, "exact"
        rule = "digits" if number.digits else "words"
        sign = self.reader.sign(number)
        if sign is not None:
            start, end, unit = min(start, sign[0]), max(end, sign[1]), sign[2]
        following = self.reader.past_ending(last + 1, sentence)
        after = self.reader.qualifier_behind(following, sentence)
        if after is not None:
            last, qualifier = after[0], after[1].qualifier
            end, following = tokens.ends[last], last + 1
        if unit is None:
            found = self._unit_behind(number, following, sentence) if not self.nouns.declined(number) or after else None
            if found is not None:
                last, unit = found
                end, following = max(end, tokens.ends[last]), last + 1
                after = self.reader.qualifier_behind(following, sentence) if qualifier == "exact" else None
                if after is not None:
                    last, qualifier = after[0], after[1].qualifier
                    end, following = tokens.ends[last], last + 1
            else:
                found = self._unit_before(number.first, sentence)
                if found is not None:
                    start, unit = tokens.starts[found[0]], found[1]
        if qualifier == "exact":
            ahead = self.reader.qualifier_before(start, sentence)
            if ahead is not None:
                start, qualifier = tokens.starts[ahead[0]], ahead[1].qualifier
        if (
            qualifier == "exact"
            and before is not None
            and unit is not None
            and unit.kind == "currency"
            and self.doc.folded[before.end : start].strip() == "("
        ):
            qualifier = before.qualifier  # the same sum in another currency
        value = number.value
        if unit is not None and unit.unit == "decades":
            value, unit = value * 10, Unit("years", "time")
        if unit is None and number.scaled and before is not None and before.unit in self.currencies:
            if self._bare(number, following, sentence):
                unit = Unit(before.unit, "currency")  # "of $1.1 trillion, 70 billion"
        if unit is None:
            if number.digits:
                unit = self._age(number) or self.nouns.noun(number, following, sentence)
            elif number.scaled or self._continues(number, sentence, before):
                unit = Unit(before.unit, "count") if before is not None and not number.scaled else None
            else:
                unit = self.nouns.counted(number, following, sentence)
                if unit is None:
                    return None, number.last + 1
            if unit is not None and unit.kind == "noun":
                last = self.nouns.noun_end(following, sentence)
                end, unit = max(end, tokens.ends[last]), Unit(unit.unit, "count")
        if unit is None and not number.scaled and self._in_pair_of_digits(number, sentence):
            return None, number.last + 1
        if not self._counts(number, unit, last, sentence):
            return None, number.last + 1
        if unit is None and any(
            self.reader.has(at, "people", sentence) for at in range(number.first - 5, number.last + 4)
        ):
            unit = Unit("people", "count")  # "a nation of 19 million"
        quantity = Quantity(start, end, _rounded(value), unit.unit if unit else "", qualifier, rule=rule)
        noun = unit is not None and unit.kind == "count" and last > number.last
        quantity.what = self.counted.what(quantity, unit.kind if unit else "", noun, sentence, before)
        return quantity, max(last, number.last) + 1

    def _unit_behind(self, number: Number, at: int, sentence: Sentence) -> tuple[int, Unit] | None:
        """The unit behind a number: measures right behind it, counted nouns with adjectives between."""
        hyphen = at < sentence.last and self.reader.between(at - 1, at) == "-"
        for distance in range(ADJECTIVES_BETWEEN + 1):
            token = at + distance
            if (
                token >= sentence.last
                or (distance and self.reader.between(token - 1, token).strip(" -"))
                or (not distance and self.reader.between(at - 1, at).strip(" -.'"))
            ):
                return None
            found = self.reader.unit(token, sentence)
            if found is not None and (not distance or (found[1].kind == "count" and not hyphen)):
                return self._rate(*found, sentence)
            if (
                self.reader.has(token, "no-unit", sentence)
                or self.reader.has(token, "pair", sentence)
                or self.tokens.words[token][0].isdigit()
            ):
                return None
        return None

    def _rate(self, last: int, unit: Unit, sentence: Sentence) -> tuple[int, Unit]:
        """Take in the time behind a measure: "cubic metres per hour" is one unit."""
        words = self.tokens.words
        if self.language == "en" and unit.kind == "measure" and last + 2 < sentence.last and words[last + 1] == "per":
            time = self.reader.unit(last + 2, sentence)
            if time is not None and time[1].unit in ("hours", "days", "minutes"):  # a year's tons are tons
                return time[0], Unit(f"{unit.unit} per {words[last + 2]}", "measure")
        return last, unit

    def _unit_before(self, at: int, sentence: Sentence) -> tuple[int, Unit] | None:
        """A unit in front of the number: "yüzde 40", "USD 5 million"."""
        if at - 1 < sentence.first or self.reader.between(at - 1, at).strip():
            return None
        for first in (at - 2, at - 1):
            found = self.reader.unit(first, sentence) if first >= sentence.first else None
            if (
                found is not None
                and found[0] == at - 1
                and (
                    found[1].kind == "percent"
                    and self.language == "tr"
                    or found[1].kind == "currency"
                    and self.doc.text[self.tokens.starts[first] : self.tokens.ends[found[0]]].isupper()
                )
            ):
                return first, found[1]
        return None

    # --- what is counted ---------------------------------------------------------------------------------------------

    def _age(self, number: Number) -> Unit | None:
        """A bare number between marks behind a person is an age ("Tokayev, 68, …")."""
        start, end = self.tokens.starts[number.first], self.tokens.ends[number.last]
        person = any(
            b <= start and self.doc.folded[b:start].strip() in (",", "(") and type_ == "PERSON"
            for _, b, type_ in self.named
        )
        if person and number.value < 120 and self.doc.folded[end : end + 2].lstrip()[:1] in (",", ")"):
            return Unit("years", "time")
        return None

    def _counts(self, number: Number, unit: Unit | None, last: int, sentence: Sentence) -> bool:
        """Is it a count? Not "one", unless of a measure, and not two or "the three" of what is known to be so many."""
        measured = unit is not None and unit.kind in ("currency", "percent", "measure", "times")
        if not number.digits and number.value == 1 and not number.scaled:
            hyphen = number.last + 1 < sentence.last and self.reader.between(number.last, number.last + 1) == "-"
            time = unit is not None and unit.kind == "time"
            return (measured and self.language in ("en", "ru")) or (time and hyphen)
        if unit is not None and unit.kind == "time" and self.reader.has(last + 1, "anniversary", sentence):
            return False
        if measured or number.scaled or (unit is not None and unit.kind == "time"):
            return True
        known = (
            self.reader.has(number.first - 1, "definite", sentence)
            or number.value == 2
            or (number.value <= 5 and not number.digits and self.language != "en")
        )
        at = number.last + 1
        while (
            known
            and at < sentence.last
            and at <= number.last + ADJECTIVES_BETWEEN
            and not self.reader.between(at - 1, at).strip(" -")
        ):
            if self.reader.has(at, "pair", sentence):
                return False
            at += 1
        return True

    def _bare(self, number: Number, at: int, sentence: Sentence) -> bool:
        """Does a number with a multiplier count no noun of its own, so that the money before it goes on?"""
        if self.nouns.declined(number):
            return True
        return at >= sentence.last or self.nouns.noun(number, at, sentence) is None

    def _in_pair_of_digits(self, number: Number, sentence: Sentence) -> bool:
        """A score ("3-1"): two numbers in digits that a hyphen joins and that count nothing."""
        before, behind = number.first - 1, number.last + 1
        words, between = self.tokens.words, self.reader.between
        if before >= sentence.first and words[before][0].isdigit() and between(before, number.first) == "-":
            return True
        if behind < sentence.last and words[behind][0].isdigit() and between(number.last, behind) == "-":
            other = self.reader.number(behind, sentence)
            return other is None or (
                self.reader.sign(other) is None and self._unit_behind(other, other.last + 1, sentence) is None
            )
        return False

    def _continues(self, number: Number, sentence: Sentence, before: Quantity | None) -> bool:
        """Does a number in words without a noun go on with the one before it ("from two lanes to four")?"""
        return (
            before is not None
            and number.first > sentence.first
            and self.tokens.words[number.first - 1] in ("to", "до")
            and before.end <= self.tokens.starts[number.first]
            and number.value > 1
        )

    # --- expressions of several words ----------------------------------------------------------------------------

    def _of_words(
        self, at: int, last: int, word: NumberWord, sentence: Sentence, before: Quantity | None
    ) -> Quantity | None:
        """A factor, a fraction, a span of time or a compound ("tenfold", "half", "четверть века", "двухдневный")."""
        if word.kind == "half-year":
            return None
        start, end = self.tokens.starts[at], self.tokens.ends[last]
        value, unit = word.value, {"span": "years", "factor": "times", "fraction": "percent"}.get(word.kind, word.unit)
        if word.kind == "fraction":
            scaled = self._fraction_of(last + 1, value, sentence)
            if scaled is not None:
                end, value, unit = scaled
        qualifier = "exact"
        ahead = self.reader.qualifier_before(start, sentence)
        if ahead is not None:
            start, qualifier = self.tokens.starts[ahead[0]], ahead[1].qualifier
        else:
            after = self.reader.qualifier_behind(last + 1, sentence)
            if after is not None:
                end, qualifier = max(end, self.tokens.ends[after[0]]), after[1].qualifier
        quantity = Quantity(start, end, _rounded(value), unit, qualifier, rule=word.kind)
        kind = {"factor": "times", "fraction": ""}.get(word.kind, "time")
        quantity.what = self.counted.what(quantity, kind, False, sentence, before)
        return quantity

    def _fraction_of(self, at: int, percent: float, sentence: Sentence) -> tuple[int, float, str] | None:
        """The fraction of a multiplier or of a span of time ("half a million people", "yarım il"): end, value, unit."""
        while at < sentence.last and self.tokens.words[at] in ("a", "an"):
            at += 1
        found = self.reader.word(at, "multiplier") if at < sentence.last else None
        if found is not None:
            unit = self.reader.unit(found[0] + 1, sentence) if found[0] + 1 < sentence.last else None
            last = unit[0] if unit else found[0]
            return self.tokens.ends[last], percent / 100 * found[1].value, unit[1].unit if unit else ""
        unit = self.reader.unit(at, sentence) if at < sentence.last else None
        if unit is not None and unit[1].kind in ("time", "measure", "currency"):
            return self.tokens.ends[unit[0]], percent / 100, unit[1].unit
        return None


def _rounded(value: float) -> float:
    """The value without the noise of multiplication (14.5 × 10⁹ is a whole number)."""
    return float(round(value, 6))
