"""Figures quoted: numbers that state a quantity, with value, unit, qualifier and what they count (codebook, section 6).

Every number in digits or words is a candidate; what stands around it says whether it counts something or is a date,
a year, an ordinal, a clock time, a score, a label or a part of a name. A number in words needs a noun to count.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..knowledge import FOLDER
from . import numerals
from .model import Document, Quantity, Sentence
from .morphology import rules
from .numerals import NUMBER_LAYER, UNIT_LAYER, NumberWord, Unit

# Numbers that are no quantities by their shape: dates, clock times, scores, formats like 5+1, slashes, model names.
_SHAPES = re.compile(
    r"(?<!\d)\d{1,2}[./]\d{1,2}[./](?:19|20)?\d{2}(?!\d)|(?<!\d)(?:19|20)\d{2}-\d{2}-\d{2}(?!\d)|\d+[:+]\d+(?:[:+]\d+)*|\d+/\d+"
    r"|(?<!\d)(?:1[5-9]|20)\d{2}\s?-\s?(?:(?:1[5-9]|20)\d{2}|\d{2})(?!\d)|(?<=[a-zа-я])-?\d+(?![\d.,]*\s?%)|[№#]\s?\d+|\d{5,}-\d+|\+\d[\d -]{7,}")
#: Kinds of number words with which a quantity may begin.
_BEGINNING = frozenset({"numeral", "multiplier", "fraction", "factor", "span", "compound", "half-year"})
_YEAR = range(1500, 2101)
_DECADE = re.compile(r"\d{2,4}-?(?:s|х|е|лар|лер)$")
_ADJECTIVES_BETWEEN = 3                    # words between a number and the noun it counts
_CUT = re.compile(r"(?<![\d.,])(\d{1,3})\.\s+$")  # "grew by 4." / "8%": a decimal point taken for a stop
_RUSSIAN_ADJECTIVE = re.compile(r"(?:ых|их|ого|его|ой|ей|ые|ие|ым|им|ую)$")
_AGE_BEHIND = re.compile(r"\s*[,)]")
_STOP = re.compile(r"[,.;:!?()\[\]\"\n]|\s-\s")
_WORDS_OF_WHAT = 6


def entries(language: str, script: str, folder: Path = FOLDER) -> Iterator[tuple[str, str, NumberWord | Unit]]:
    """What the lexicon is to look for on behalf of quantities."""
    return numerals.entries(language, script, folder)


@dataclass(slots=True)
class _Number:
    """A number being read: tokens [first, last], its value, and whether it is written in digits."""

    first: int
    last: int
    value: float
    digits: bool
    scaled: bool = False                    # a multiplier belongs to it


def annotate(doc: Document) -> None:
    """Fill ``doc.quantities``; speakers are those of the sentence, so voices come first.

    Reads ``doc.hits["number-word"]``, ``doc.hits["unit"]`` and ``doc.mentions``.
    """
    words: dict[int, list[tuple[int, NumberWord]]] = {}
    for first, last, word in doc.hits.get(NUMBER_LAYER, ()):
        words.setdefault(first, []).append((last, word))
    begins = sorted({number for number, word in enumerate(doc.tokens.words) if word[0].isdigit()} | {
        first for first, found in words.items() if any(word.kind in _BEGINNING for _, word in found)})
    doc.quantities = []
    if not begins:
        return
    finder = _Finder(doc, words)
    for number, sentence in enumerate(doc.sentences):
        low, high = bisect_left(begins, sentence.first), bisect_left(begins, sentence.last)
        if low < high:
            doc.quantities += finder.find(number, begins[low:high])


class _Finder:
    """Finds the quantities of one document."""

    def __init__(self, doc: Document, words: dict[int, list[tuple[int, NumberWord]]]) -> None:
        self.doc, self.words, self.language = doc, words, doc.language
        self.tokens = doc.tokens
        self.units: dict[int, list[tuple[int, Unit]]] = {}
        for first, last, unit in doc.hits.get(UNIT_LAYER, ()):
            self.units.setdefault(first, []).append((last, unit))
        self.signs = numerals.signs()
        self.morphology = rules(doc.language, doc.script)
        self.named = sorted((mention.start, mention.end, mention.type) for mention in doc.mentions if mention.kind != "demonym")
        self.shapes: list[tuple[int, int]] = []

    # --- reading the words around a number -----------------------------------------------------------------------

    def _word(self, at: int, *kinds: str) -> tuple[int, NumberWord] | None:
        """The longest number word of one of the kinds that begins at the token."""
        found = [item for item in self.words.get(at, ()) if item[1].kind in kinds]
        return max(found, key=lambda item: item[0]) if found else None

    def _ending_here(self, at: int, floor: int, kind: str, side: str) -> tuple[int, NumberWord] | None:
        """A number word of a kind whose last token is ``at``: its first token and itself."""
        for first in range(max(floor, at - 3), at + 1):
            for last, word in self.words.get(first, ()):
                if last == at and word.kind == kind and word.side == side:
                    return first, word
        return None

    def _unit(self, at: int) -> tuple[int, Unit] | None:
        found = self.units.get(at)
        return max(found, key=lambda item: item[0]) if found else None

    def _between(self, left: int, right: int) -> str:
        return self.doc.folded[self.tokens.ends[left]:self.tokens.starts[right]]

    def _is(self, at: int, kind: str, sentence: Sentence) -> bool:
        return sentence.first <= at < sentence.last and any(word.kind == kind for _, word in self.words.get(at, ()))

    # --- numbers ---------------------------------------------------------------------------------------------------

    def find(self, number: int, begins: Sequence[int]) -> Iterator[Quantity]:
        """The quantities of a sentence, in order; ``begins``: its tokens with which a quantity may begin."""
        sentence = self.doc.sentences[number]
        self.shapes = [match.span() for match in _SHAPES.finditer(self.doc.folded, sentence.start, sentence.end)
                       if self.doc.text[match.start()] not in "–—"]
        following = sentence.first
        before: Quantity | None = None
        for at in begins:
            if at < following:
                continue
            quantity, following = self._at(at, sentence, before)
            if quantity is not None:
                quantity.sentence, quantity.speakers = number, sentence.speakers
                if before is not None and not before.unit and self.doc.folded[before.end:quantity.start].strip() in ("-", "to", "до"):
                    before.unit = quantity.unit              # "10–15 percent": both ends of a range
                before = quantity
                yield quantity

    def _at(self, at: int, sentence: Sentence, before: Quantity | None) -> tuple[Quantity | None, int]:
        """The quantity that begins at a token, if one does, and the token to go on from."""
        if self._inside_name(at):
            return None, at + 1
        for kind in ("half-year", "span", "compound", "factor", "fraction"):
            found = self._word(at, kind)
            if found is not None:
                quantity = self._of_words(at, *found, sentence)
                following = found[0] + 1
                while quantity is not None and following < sentence.last and self.tokens.starts[following] < quantity.end:
                    following += 1
                return quantity, following
        number = self._number(at, sentence)
        if number is None:
            return None, at + 1
        self._mend_cut(number)
        if number.digits and self._no_quantity(number, sentence):
            return None, number.last + 1
        return self._measured(number, sentence, before)

    def _inside_name(self, at: int) -> bool:
        start = self.tokens.starts[at]
        number = bisect_right(self.named, (start, len(self.doc.text), "~")) - 1
        return number >= 0 and self.named[number][0] <= start < self.named[number][1]

    def _number(self, at: int, sentence: Sentence) -> _Number | None:
        """The number, in digits or words, with its multipliers, that begins at a token."""
        total, current, last, digits, scaled = 0.0, None, at - 1, False, False
        largest = float("inf")
        token = at
        while token < sentence.last:
            if token > at and self._between(token - 1, token).strip("'-  ") and not self._abbreviated(token - 1):
                break
            word = self.tokens.words[token]
            if word[0].isdigit():
                if current is not None or (token > at and not scaled):
                    break
                percent = self.doc.text[self.tokens.ends[token]:self.tokens.ends[token] + 2].strip()[:1] == "%"
                value = numerals.parse(word, self.language, scaled=percent or self._scales(token + 1, sentence))
                if value is None:
                    break
                current, digits = value, True
                token, last = token + 1, token
                token = self._past_ending(token, sentence)
                continue
            found = self._word(token, "multiplier", "numeral")
            if found is None:
                break
            end, item = found
            if item.kind == "numeral":
                if current is not None and (digits or not _adds(current, item.value)):
                    break
                current = (current or 0.0) + item.value
            else:
                if current is None:
                    if not self._stands_alone(token, at, item, sentence):
                        break
                    current = 1.0
                if item.value >= largest:
                    break
                if item.value == 100 and not scaled:
                    current *= 100                 # "two hundred thousand"
                else:
                    total, current, largest = total + current * item.value, None, item.value
                scaled = scaled or item.value > 100
            token, last = end + 1, end
        if last < at:
            return None
        value = total + (current or 0.0)
        return _Number(at, last, value, digits, scaled)

    def _past_ending(self, token: int, sentence: Sentence) -> int:
        """Step over a case ending that a hyphen or apostrophe joins to the digits ("5-dən", "2024'te")."""
        if token < sentence.last and self._between(token - 1, token) in ("-", "'") and not self._is(token, "ordinal", sentence) \
                and self._unit(token) is None and self.language != "en" and self.morphology.is_ending(self.tokens.words[token]):
            return token + 1
        return token

    def _scales(self, token: int, sentence: Sentence) -> bool:
        if token >= sentence.last:
            return False
        found, unit = self._word(token, "multiplier"), self._unit(token)
        return found is not None or unit is not None and unit[1].kind == "percent"

    def _abbreviated(self, token: int) -> bool:
        """Does the stop behind a token belong to an abbreviation ("млн. тонн", "тыс. человек")?"""
        return self._word(token, "multiplier") is not None and self._between(token, token + 1).strip() == "."

    def _stands_alone(self, token: int, at: int, item: NumberWord, sentence: Sentence) -> bool:
        """May a multiplier without a number stand for one of itself ("a million", "более сотни")?"""
        if token != at:
            return False
        qualified = at > sentence.first and self._ending_here(at - 1, sentence.first, "qualifier", "before") is not None
        if item.qualified:
            return qualified
        if not item.alone:
            return False
        if self.language == "en":
            return at > sentence.first and self.tokens.words[at - 1] in ("a", "half", "one")
        if self.language == "ru":
            return self.tokens.words[at] in ("миллион", "миллиард", "триллион", "тысяча", "тысячу")
        return item.value == 100

    def _mend_cut(self, number: _Number) -> None:
        """A decimal fraction that a stop and a space broke ("4." / "8%"): no sentence begins with a percentage in digits."""
        sign = self._sign(number)
        cut = _CUT.search(self.doc.text, max(0, self.tokens.starts[number.first] - 8), self.tokens.starts[number.first])
        if cut is not None and sign is not None and sign[2].unit == "percent" and number.value == int(number.value):
            number.value = float(f"{cut.group(1)}.{self.tokens.words[number.first]}")

    # --- what is no quantity ---------------------------------------------------------------------------------------

    def _no_quantity(self, number: _Number, sentence: Sentence) -> bool:
        first, last = number.first, number.last
        tokens, words = self.tokens, self.tokens.words
        start, end = tokens.starts[first], tokens.ends[last]
        if any(a <= start < b for a, b in self.shapes):
            return True
        behind, before = last + 1, first - 1
        glued = behind < sentence.last and self._between(last, behind) in ("-", "'", "")
        if glued and self._is(behind, "ordinal", sentence) and (self._between(last, behind) or self._unit(behind) is None):
            return True
        if "'" in words[last] and self.language == "tr" and re.search(r"'(?:[iuü]?n?c[iuü])", words[last]):
            return True
        if self.language in ("tr", "az") and self.doc.folded[end:end + 2] == ". " and self.doc.text[end + 2:end + 3].islower():
            return True                        # "3. tur": the stop of an ordinal
        if re.match(r"\.\s+\d{1,3}\s?%", self.doc.text[end:end + 8]):
            return True                        # the first half of a broken decimal fraction
        if first == sentence.first and self.doc.folded[end:end + 1] in (")", ".") and not number.scaled:
            return True                        # the number of a list item
        whole = number.value == int(number.value) and not number.scaled
        if whole and number.value <= 31 and self._by_month(number, sentence):
            return True
        unit = self._unit(behind) if behind < sentence.last else None
        if whole and number.value in _YEAR and len(words[first].partition("'")[0]) == 4:
            # a year, unless what it counts stands right behind it
            if unit is None or unit[1].kind == "time" or glued:
                return self._sign(number) is None
        if unit is None and self._sign(number) is None and before >= sentence.first:
            if any(word.kind == "label" for _, word in self.words.get(before, ())):
                return True
            if not number.scaled and self._named_number(before, sentence):
                return True
        decade = glued and unit is not None and unit[1].unit == "years" and number.value % 10 == 0 and self._between(last, behind) == "-"
        return bool(decade and self.language in ("kk", "az")) or bool(_DECADE.match(self.doc.folded[start:end + 4]))

    def _by_month(self, number: _Number, sentence: Sentence) -> bool:
        """Is the number a day beside a month's name, alone or in a list of days ("15, 16, 18 Aug")?"""
        if self._is(number.first - 1, "month", sentence) and not self._sign(number):
            return True
        at = number.last + 1
        while at < sentence.last and at - number.last <= 8:
            if self._is(at, "month", sentence):
                return True
            word = self.tokens.words[at]
            day = word.isdigit() and int(word) <= 31
            if not (day or word in ("and", "və", "и", "ve", "және", "jáne") or self._between(at - 1, at) in ("-", "'")):
                return False
            at += 1
        return False

    def _named_number(self, before: int, sentence: Sentence) -> bool:
        """Does a capitalized word in front of a bare number make a name of both ("Vision 2030", "Forum 5")?"""
        start = self.tokens.starts[before]
        return before > sentence.first and self.doc.text[start].isupper() and self._between(before, before + 1) in (" ", "-") \
            and self.tokens.words[before] not in ("the", "a")

    # --- measured quantities ---------------------------------------------------------------------------------------

    def _sign(self, number: _Number) -> tuple[int, int, Unit] | None:
        """A unit's sign beside the digits: (start, end) of the sign, and the unit."""
        text = self.doc.text
        start, end = self.tokens.starts[number.first], self.tokens.ends[number.last]
        for sign, unit in self.signs.items():
            at = end + (text[end:end + 1] in (" ", "\u00a0") and sign == "%")
            if text.startswith(sign, at):
                return at, at + len(sign), unit
            for gap in (0, 1):
                begin = start - gap - len(sign)
                if begin >= 0 and text.startswith(sign, begin) and (gap == 0 or text[start - 1] in " \u00a0"):
                    if gap == 0 or sign == "%":
                        return begin, begin + len(sign), unit
        return None

    def _measured(self, number: _Number, sentence: Sentence, before: Quantity | None) -> tuple[Quantity | None, int]:
        tokens = self.tokens
        start, end, last = tokens.starts[number.first], tokens.ends[number.last], number.last
        unit, qualifier = None, "exact"
        rule = "digits" if number.digits else "words"
        sign = self._sign(number)
        if sign is not None:
            start, end, unit = min(start, sign[0]), max(end, sign[1]), sign[2]
        following = self._past_ending(last + 1, sentence)
        after = self._qualifier_behind(following, sentence)
        if after is not None:
            last, qualifier = after[0], after[1].qualifier
            end, following = tokens.ends[last], last + 1
        if unit is None:
            found = self._unit_behind(number, following, sentence)
            if found is not None:
                last, unit = found
                end, following = max(end, tokens.ends[last]), last + 1
                after = self._qualifier_behind(following, sentence) if qualifier == "exact" else None
                if after is not None:
                    last, qualifier = after[0], after[1].qualifier
                    end, following = tokens.ends[last], last + 1
            else:
                found = self._unit_before(number.first, sentence)
                if found is not None:
                    start, unit = tokens.starts[found[0]], found[1]
        if qualifier == "exact":
            ahead = self._qualifier_before(start, sentence)
            if ahead is not None:
                start, qualifier = tokens.starts[ahead[0]], ahead[1].qualifier
        if qualifier == "exact" and before is not None and unit is not None and unit.kind == "currency" and \
                self.doc.folded[before.end:start].strip() == "(":
            qualifier = before.qualifier       # the same sum in another currency
        value = number.value
        if unit is not None and unit.unit == "decades":
            value, unit = value * 10, Unit("years", "time")
        if unit is None:
            if number.digits:
                unit = self._age(number) or self._noun(number, following, sentence)
            elif number.scaled or self._continues(number, sentence, before):
                unit = Unit(before.unit, "count") if before is not None and not number.scaled else None
            else:
                unit = self._counted(number, following, sentence)
                if unit is None:
                    return None, number.last + 1
            if unit is not None and unit.kind == "noun":
                last = self._noun_end(following, sentence)
                end, unit = max(end, tokens.ends[last]), Unit(unit.unit, "count")
        if not self._counts(number, unit, last, sentence):
            return None, number.last + 1
        if unit is None and self._people_near(number, sentence):
            unit = Unit("people", "count")
        what = self._what(start, end, sentence)
        return Quantity(start, end, _rounded(value), unit.unit if unit else "", qualifier, what, rule=rule), max(last, number.last) + 1

    def _unit_behind(self, number: _Number, at: int, sentence: Sentence) -> tuple[int, Unit] | None:
        """The unit behind a number: measures right behind it, counted nouns with adjectives between."""
        hyphen = at < sentence.last and self._between(at - 1, at) == "-"
        for distance in range(_ADJECTIVES_BETWEEN + 1):
            token = at + distance
            if token >= sentence.last or (distance and self._between(token - 1, token).strip(" -")) or (
                    not distance and self._between(at - 1, at).strip(" -.'")):
                return None
            found = self._unit(token)
            if found is not None and (not distance or (found[1].kind == "count" and not hyphen)):
                return self._rate(*found, sentence)
            if self._is(token, "no-unit", sentence) or self._is(token, "pair", sentence) or self.tokens.words[token][0].isdigit():
                return None
        return None

    def _rate(self, last: int, unit: Unit, sentence: Sentence) -> tuple[int, Unit]:
        """"cubic metres per hour": the time belongs to the unit of a measure."""
        words = self.tokens.words
        if self.language == "en" and unit.kind == "measure" and last + 2 < sentence.last and words[last + 1] == "per":
            time = self._unit(last + 2)
            if time is not None and time[1].kind == "time":
                return time[0], Unit(f"{unit.unit} per {words[last + 2]}", "measure")
        return last, unit

    def _unit_before(self, at: int, sentence: Sentence) -> tuple[int, Unit] | None:
        """A unit in front of the number: "yüzde 40", "USD 5 million"."""
        if at - 1 < sentence.first or self._between(at - 1, at).strip():
            return None
        for first in (at - 2, at - 1):
            found = self._unit(first) if first >= sentence.first else None
            if found is not None and found[0] == at - 1 and (
                    found[1].kind == "percent" and self.language == "tr" or found[1].kind == "currency" and
                    self.doc.text[self.tokens.starts[first]:self.tokens.ends[found[0]]].isupper()):
                return first, found[1]
        return None

    def _qualifier_behind(self, at: int, sentence: Sentence) -> tuple[int, NumberWord] | None:
        if at >= sentence.last or self._between(at - 1, at).strip("' -"):
            return None
        found = [item for item in self.words.get(at, ()) if item[1].kind == "qualifier" and item[1].side == "after"]
        if not found:
            return None
        last, word = max(found, key=lambda item: item[0])
        if self.language != "en" and word.qualifier in ("more-than", "less-than") and not self._compares(at - 1):
            return None
        return last, word

    def _compares(self, at: int) -> bool:
        """Does the word before "çox", "артық", "fazla" stand in the ablative that a comparison needs?"""
        word = self.tokens.words[at]
        return bool(re.search(r"(?:d[aəe]n|t[ae]n|n[ae]n|[дтн][ае]н)$", word)) or word in ("ден", "дан", "dən", "dan") or \
            self.tokens.words[at + 1] in ("aşkın", "astam", "астам", "üzerinde")

    def _qualifier_before(self, start: int, sentence: Sentence) -> tuple[int, NumberWord] | None:
        at = next((token for token in range(sentence.last - 1, sentence.first - 1, -1) if self.tokens.ends[token] <= start), -1)
        if at < sentence.first or self.doc.folded[self.tokens.ends[at]:start].strip(" ($€£₸₼-"):
            return None
        if self.tokens.words[at] in ("the", "a") and at > sentence.first:
            at -= 1
        return self._ending_here(at, sentence.first, "qualifier", "before")

    # --- what is counted ---------------------------------------------------------------------------------------------

    def _age(self, number: _Number) -> Unit | None:
        """"Tokayev, 68, …": a bare number between marks behind a person is an age."""
        start, end = self.tokens.starts[number.first], self.tokens.ends[number.last]
        person = any(b <= start and self.doc.folded[b:start].strip() in (",", "(") and type_ == "PERSON" for _, b, type_ in self.named)
        if person and number.value < 120 and _AGE_BEHIND.match(self.doc.folded, end):
            return Unit("years", "time")
        return None

    def _noun(self, number: _Number, at: int, sentence: Sentence) -> Unit | None:
        """The noun that a number in digits counts, if one stands behind it."""
        if at >= sentence.last or self._between(at - 1, at).strip(" ") or self._is(at, "no-unit", sentence):
            return None
        last = self._noun_end(at, sentence)
        word = self.doc.text[self.tokens.starts[last]:self.tokens.ends[last]]
        return Unit(word.lower(), "noun") if word[:1].isalpha() and not word[:1].isupper() else None

    def _noun_end(self, at: int, sentence: Sentence) -> int:
        """Last token of the noun phrase behind a number: in English the first plural, elsewhere the next word."""
        words = self.tokens.words
        if self.language == "ru":
            while at + 1 < sentence.last and _RUSSIAN_ADJECTIVE.search(words[at]) and self._between(at, at + 1) == " ":
                at += 1
            return at
        if self.language != "en":
            return at
        for token in range(at, min(at + _ADJECTIVES_BETWEEN + 1, sentence.last)):
            if self._is(token, "no-unit", sentence) or (token > at and self._between(token - 1, token).strip(" -")):
                break
            if words[token].endswith("s") and not words[token].endswith(("ss", "us", "ous")):
                return token
        return at

    def _counted(self, number: _Number, at: int, sentence: Sentence) -> Unit | None:
        """The noun that a number in words counts; none for "one", for "two-way" and for pairs like "two countries"."""
        if number.value == 1 or at >= sentence.last or self._between(at - 1, at) != " ":
            return None
        if self._is(at, "no-unit", sentence) or self.tokens.words[at][0].isdigit() or not self.tokens.words[at].isalpha():
            return None
        unit = self._noun(number, at, sentence)
        if unit is None:
            return None
        if self.language == "en" and not unit.unit.endswith(("s", "n", "e")):
            return None
        return unit

    def _counts(self, number: _Number, unit: Unit | None, last: int, sentence: Sentence) -> bool:
        """Is it a count at all? Not "one", unless of a measure, and not two or "the three" of what all know to be so many."""
        measured = unit is not None and unit.kind in ("currency", "percent", "measure", "times")
        if not number.digits and number.value == 1 and not number.scaled:
            hyphen = self._between(number.last, number.last + 1) == "-" if number.last + 1 < sentence.last else False
            return measured and self.language in ("en", "ru") or bool(unit and unit.kind == "time" and hyphen)
        if measured or number.scaled or (unit is not None and unit.kind == "time"):
            return True
        known = self._is(number.first - 1, "definite", sentence) or number.value == 2 or (
            number.value <= 5 and not number.digits and self.language != "en")
        at = number.last + 1
        while known and at < sentence.last and at <= number.last + _ADJECTIVES_BETWEEN and not self._between(at - 1, at).strip(" -"):
            if self._is(at, "pair", sentence):
                return False
            at += 1
        return True

    def _continues(self, number: _Number, sentence: Sentence, before: Quantity | None) -> bool:
        """"from two lanes to four": a number in words without a noun goes on with the one before it."""
        return before is not None and number.first > sentence.first and self.tokens.words[number.first - 1] in ("to", "до") and \
            before.end <= self.tokens.starts[number.first] and number.value > 1

    def _people_near(self, number: _Number, sentence: Sentence) -> bool:
        return any(self._is(at, "people", sentence) for at in range(number.first - 5, number.last + 4))

    # --- expressions of several words ----------------------------------------------------------------------------

    def _of_words(self, at: int, last: int, word: NumberWord, sentence: Sentence) -> Quantity | None:
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
        ahead = self._qualifier_before(start, sentence)
        if ahead is not None:
            start, qualifier = self.tokens.starts[ahead[0]], ahead[1].qualifier
        else:
            after = self._qualifier_behind(last + 1, sentence)
            if after is not None:
                end, qualifier = max(end, self.tokens.ends[after[0]]), after[1].qualifier
        return Quantity(start, end, _rounded(value), unit, qualifier, self._what(start, end, sentence), rule=word.kind)

    def _fraction_of(self, at: int, percent: float, sentence: Sentence) -> tuple[int, float, str] | None:
        """"half a million people", "yarım milyon manat": the fraction of a multiplier or of a span of time."""
        while at < sentence.last and self.tokens.words[at] in ("a", "an"):
            at += 1
        found = self._word(at, "multiplier") if at < sentence.last else None
        if found is not None:
            unit = self._unit(found[0] + 1) if found[0] + 1 < sentence.last else None
            last = unit[0] if unit else found[0]
            return self.tokens.ends[last], percent / 100 * found[1].value, unit[1].unit if unit else ""
        unit = self._unit(at) if at < sentence.last else None
        if unit is not None and unit[1].kind in ("time", "measure", "currency"):
            return self.tokens.ends[unit[0]], percent / 100, unit[1].unit
        return None

    def _what(self, start: int, end: int, sentence: Sentence) -> str:
        """A few words beside the quantity: those behind it, and in front of it where few are behind."""
        text = self.doc.text
        behind = _STOP.split(text[end:sentence.end], maxsplit=1)[0].split()[:_WORDS_OF_WHAT]
        before = _STOP.split(text[sentence.start:start])[-1].split()
        if self.language in ("az", "kk", "tr") or len(behind) < 3:
            return " ".join(before[-_WORDS_OF_WHAT:] if len(before) > 1 else behind)
        return " ".join(behind)


def _adds(tens: float, ones: float) -> bool:
    """Do two number words make one number ("twenty five", "yüz əlli")?"""
    return tens > ones and tens % (10 if ones < 10 else 100) == 0


def _rounded(value: float) -> float:
    """The value without the noise of multiplication (14.5 × 10⁹ is a whole number)."""
    return float(round(value, 6))
