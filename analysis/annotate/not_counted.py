"""Numbers in digits that count nothing: dates, years, ordinals, clock times, scores, labels, names, list items."""

from __future__ import annotations

import re

from .model import Sentence
from .number_reader import Number, NumberReader

# Known by their shape. Dashes are folded to hyphens, so a match that begins with one is checked against the text.
_SHAPES = re.compile(
    r"(?<!\d)\d{1,2}[./]\d{1,2}[./](?:19|20)?\d{2}(?!\d)"  # 12.05.2023
    r"|(?<!\d)(?:19|20)\d{2}-\d{2}-\d{2}(?!\d)"
    r"|(?<!\d)\d{1,2}\s?(?:[ap]\.?\s?m\b|o'clock)"
    r"|\d+[:+]\d+(?:[:+]\d+)*|\d+/\d+"  # 10:30, 5+1, 24/7
    r"|(?<!\d)(?:1[5-9]|20)\d{2}\s?-\s?(?:(?:1[5-9]|20)\d{2}|\d{2})(?!\d)"  # 2007-09
    r"|(?<=[a-zа-я])-?\d+(?![\d.,]*\s?%)|[№#]\s?\d+|\d{5,}-\d+|\+\d[\d -]{7,}"  # Su-25, № 5, telephone numbers
)
_YEARS = range(1500, 2101)
_DAYS = 31
_DECADE = re.compile(r"\d{2,4}-?(?:s|х|е|лар|лер)$")
_TURKISH_DECADE = re.compile(r"\d0(?:'?[lr][ai]r?|'?l[iuü])$")  # "90'lı yıllar", "90lar"
_TURKISH_ORDINAL = re.compile(r"'(?:[iuü]?n?c[iuü])")
_BROKEN = re.compile(r"\.\s+\d{1,3}\s?%")
_LIST_OF_DAYS = 8  # words that "15, 16, 18 Aug" may take


def shapes(reader: NumberReader, sentence: Sentence) -> list[tuple[int, int]]:
    """Spans of a sentence in which digits are no quantity by their shape."""
    found = _SHAPES.finditer(reader.doc.folded, sentence.start, sentence.end)
    return [match.span() for match in found if reader.doc.text[match.start()] not in "–—"]


def no_quantity(reader: NumberReader, number: Number, sentence: Sentence, shaped: list[tuple[int, int]]) -> bool:
    """Do the words around a number in digits say that it counts nothing?"""
    tokens, folded = reader.tokens, reader.doc.folded
    start, end = tokens.starts[number.first], tokens.ends[number.last]
    if any(a <= start < b for a, b in shaped) or _BROKEN.match(reader.doc.text, end):
        return True
    if _ordinal(reader, number, sentence) or _DECADE.match(folded[start : end + 4]):
        return True
    if _glued_letters(reader, number, sentence):
        return True
    if number.first == sentence.first and folded[end : end + 1] in (")", ".") and not number.scaled:
        return True  # the number of a list item
    if number.scaled:
        return False
    if number.value == int(number.value):
        if number.value <= _DAYS and _by_month(reader, number, sentence):
            return True
        if number.value in _YEARS and len(tokens.words[number.first].partition("'")[0]) == 4:
            return _year(reader, number, sentence)
    return _label(reader, number, sentence) or _round_years(reader, number, sentence)


def _joint(reader: NumberReader, number: Number, sentence: Sentence) -> str | None:
    """What joins the number to the word behind it, if that is glued to it."""
    behind = number.last + 1
    joint = reader.between(number.last, behind) if behind < sentence.last else " "
    return joint if joint in ("-", "'", "") else None


def _ordinal(reader: NumberReader, number: Number, sentence: Sentence) -> bool:
    """43rd, 26-й, 4'üncü; in Turkish and Azerbaijani also "3. tur"."""
    behind, joint = number.last + 1, _joint(reader, number, sentence)
    if (
        joint is not None
        and reader.has(behind, "ordinal", sentence)
        and (joint or reader.unit(behind, sentence) is None)
    ):
        return True
    if reader.language == "tr" and _TURKISH_DECADE.search(reader.tokens.words[number.last]):
        return True
    if reader.language == "tr" and _TURKISH_ORDINAL.search(reader.tokens.words[number.last]):
        return True
    stop = reader.between(number.last, behind) == ". " if behind < sentence.last else False
    return reader.language in ("tr", "az") and stop and not number.scaled


def _glued_letters(reader: NumberReader, number: Number, sentence: Sentence) -> bool:
    """3D, 5G, the 90s: letters behind the digits that are neither a unit nor a multiplier."""
    behind = number.last + 1
    glued = behind < sentence.last and reader.between(number.last, behind) == ""
    return glued and reader.unit(behind, sentence) is None and reader.tokens.words[behind][0].isalpha()


def _by_month(reader: NumberReader, number: Number, sentence: Sentence) -> bool:
    """A day beside a month's name, alone or in a list of days ("15, 16, 18 Aug")."""
    if reader.has(number.first - 1, "month", sentence) and not reader.sign(number):
        return True
    joining = {"and", "və", "и", "ve", "және", "jáne"}
    for at in range(number.last + 1, min(number.last + 1 + _LIST_OF_DAYS, sentence.last)):
        if reader.has(at, "month", sentence):
            return True
        word = reader.tokens.words[at]
        day = word.isdigit() and int(word) <= _DAYS
        if not (day or word in joining or reader.between(at - 1, at) in ("-", "'")):
            return False
    return False


def _year(reader: NumberReader, number: Number, sentence: Sentence) -> bool:
    """A number of four digits is a year, unless what it counts stands right behind it."""
    unit = reader.unit(number.last + 1, sentence)
    counted = unit is not None and unit[1].kind != "time" and _joint(reader, number, sentence) is None
    if counted and unit is not None and unit[1].kind == "count" and reader.language == "en":
        counted = reader.tokens.words[unit[0]].endswith(("s", "people", "men", "children"))  # "the 2020 agreement"
    return not counted and reader.sign(number) is None


def _label(reader: NumberReader, number: Number, sentence: Sentence) -> bool:
    """Article 5, No. 3; and names made of a capitalized word and a number ("Vision 2030")."""
    before = number.first - 1
    if before < sentence.first or reader.unit(number.last + 1, sentence) is not None or reader.sign(number) is not None:
        return False
    if reader.has(before, "label", sentence):
        return True
    if reader.language in ("az", "kk", "tr") and reader.has(number.last + 1, "label", sentence):
        return True
    capital = before > sentence.first and reader.doc.text[reader.tokens.starts[before]].isupper()
    return (
        capital
        and reader.between(before, number.first) in (" ", "-")
        and reader.tokens.words[before] not in ("the", "a")
    )


def _round_years(reader: NumberReader, number: Number, sentence: Sentence) -> bool:
    """The years of a decade ("90-жылдар", "90-cı illər")."""
    unit = reader.unit(number.last + 1, sentence)
    return (
        reader.language in ("kk", "az")
        and unit is not None
        and unit[1].unit == "years"
        and number.value % 10 == 0
        and _joint(reader, number, sentence) == "-"
    )
