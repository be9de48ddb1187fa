"""Numbers as they are written in five languages, and the data of the quantity annotator.

"14,5" is fourteen and a half in Azerbaijani, Russian, Kazakh and Turkish, "14.5" in English; a mark before exactly
three digits may part thousands instead. What a number is depends on the words around it, so those are data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import Field

from ..knowledge.files import FOLDER, read_models
from ..knowledge.schema import Language, Name, Strict
from .speech import exact_slots
from .text import fold, kazakh_latin

#: Endings that make "of so many" of a unit; ı and i are one letter in folded text.
_OF_SO_MANY = {
    "tr": ("lık", "luk", "lük"),
    "az": ("lıq", "lik", "luq", "lük"),
    "kk": ("лық", "лік", "дық", "дік", "тық", "тік"),
}
NUMBER_LAYER, UNIT_LAYER = "number-word", "unit"
Qualifier = Literal["exact", "more-than", "less-than", "about", "up-to"]


class NumberItem(Strict):
    """One item of ``cues/numbers.yaml``; see the head of that file."""

    language: Language
    kind: Literal[
        "numeral",
        "multiplier",
        "fraction",
        "factor",
        "span",
        "prefix",
        "suffix",
        "qualifier",
        "month",
        "ordinal",
        "label",
        "definite",
        "pair",
        "no-unit",
        "people",
        "half-year",
        "anniversary",
        "verb",
        "figure-word",
    ]
    patterns: list[Name] = Field(min_length=1)
    value: float | None = None
    unit: str | None = None
    alone: bool = False  # a multiplier that may stand for one of itself
    qualified: bool = False  # … but only behind a qualifier ("более сотни")
    qualifier: Qualifier | None = None
    side: Literal["before", "after"] | None = None


class UnitItem(Strict):
    """One item of ``cues/units.yaml``."""

    unit: Name
    kind: Literal["currency", "percent", "times", "time", "measure", "count"]
    signs: list[Name] = []
    en: list[Name] = []
    az: list[Name] = []
    ru: list[Name] = []
    kk: list[Name] = []
    tr: list[Name] = []


@dataclass(frozen=True, slots=True)
class NumberWord:
    """Payload of a hit in the layer ``number-word``."""

    kind: str
    value: float = 0.0
    unit: str = ""
    alone: bool = False
    qualified: bool = False
    qualifier: str = ""
    side: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """Payload of a hit in the layer ``unit``."""

    unit: str
    kind: str


@lru_cache(maxsize=4)
def _numbers(folder: Path) -> tuple[NumberItem, ...]:
    return tuple(item for _, item in read_models(folder / "cues" / "numbers.yaml", NumberItem))


@lru_cache(maxsize=4)
def _units(folder: Path) -> tuple[UnitItem, ...]:
    return tuple(item for _, item in read_models(folder / "cues" / "units.yaml", UnitItem))


@lru_cache(maxsize=4)
def signs(folder: Path = FOLDER) -> dict[str, Unit]:
    """Units by the sign that stands next to the digits ("$", "%")."""
    return {sign: Unit(item.unit, item.kind) for item in _units(folder) for sign in item.signs}


@lru_cache(maxsize=4)
def currencies(folder: Path = FOLDER) -> frozenset[str]:
    """The units that are money."""
    return frozenset(item.unit for item in _units(folder) if item.kind == "currency")


@lru_cache(maxsize=16)
def unit_words(language: str, script: str, folder: Path = FOLDER) -> frozenset[str]:
    """The words for units as the data have them, folded: a word of a text that is none of them has an ending."""
    words = {pattern.split()[-1] for item in _units(folder) for pattern in getattr(item, language)}
    forms = {form.strip("=*") for word in words for form in word.split("|")}
    return frozenset(fold(kazakh_latin(form) if (language, script) == ("kk", "latn") else form) for form in forms)


def _adjectives(pattern: str, language: str) -> Iterator[str]:
    """The adjective of a unit, "of so many": dolarlık, manatlıq, тонналық."""
    *front, last = pattern.split()
    if language in _OF_SO_MANY and last[0] != "=" and last[-1] != "*" and "|" not in last:
        yield " ".join([*front, "=" + "|".join(last + ending for ending in _OF_SO_MANY[language])])


def entries(language: str, script: str, folder: Path = FOLDER) -> Iterator[tuple[str, str, NumberWord | Unit]]:
    """(pattern, layer, payload) for the lexicon pass.

    Raises
    ------
    InputError: a file does not follow the schema.
    """
    items = [item for item in _numbers(folder) if item.language == language]
    for item in items:
        if item.kind in ("prefix", "suffix"):
            continue
        word = NumberWord(
            item.kind,
            item.value or 0.0,
            item.unit or "",
            item.alone,
            item.qualified,
            item.qualifier or "",
            item.side or "",
        )
        for pattern in item.patterns:
            yield exact_slots(pattern), NUMBER_LAYER, word
    for prefix in (item for item in items if item.kind == "prefix"):
        for suffix in (item for item in items if item.kind == "suffix"):
            word = NumberWord("compound", prefix.value or 0.0, suffix.unit or "")
            for head in prefix.patterns:
                for tail in suffix.patterns:
                    yield f"{head}{tail}*", NUMBER_LAYER, word
    for unit in _units(folder):
        for pattern in getattr(unit, language):
            yield exact_slots(pattern), UNIT_LAYER, Unit(unit.unit, unit.kind)
            if unit.kind in ("currency", "measure", "percent"):
                for adjective in _adjectives(pattern, language):
                    yield exact_slots(adjective), UNIT_LAYER, Unit(unit.unit, unit.kind)


# --- digits --------------------------------------------------------------------------------------------------------

_SPACES = re.compile(r"[\s\u00a0\u202f]")
_DIGITS = re.compile(r"\d[\d.,\s\u00a0\u202f]*\d|\d")


def parse(word: str, language: str, scaled: bool = False) -> float | None:
    """The value of a number in digits, as the press of the language writes it; None if it is no number.

    ``scaled``: a multiplier or a percent sign follows, so that a mark before three digits is a decimal mark ("3,883
    milyard"). Without one, "1,250" in Azerbaijani and "1.250" in Turkish are thousands.
    """
    match = _DIGITS.match(word)
    if match is None:
        return None
    digits = _SPACES.sub("", match.group())
    marks = {mark for mark in digits if mark in ".,"}
    if len(marks) == 2:
        decimal = max(marks, key=digits.rindex)
        digits = digits.replace("," if decimal == "." else ".", "").replace(decimal, ".")
    elif marks:
        mark = marks.pop()
        head, *groups = digits.split(mark)
        threes = all(len(group) == 3 for group in groups) and 0 < len(head) < 4 and head != "0"
        english_comma = language == "en" and mark == ","
        plain = not scaled and (language != "en" or mark == ",")  # nothing says that a part of one is meant
        thousands = threes and (len(groups) > 1 or english_comma or plain or groups[0] == "000")
        digits = "".join((head, *groups)) if thousands else digits.replace(mark, ".", 1) if len(groups) == 1 else ""
    try:
        return float(digits)
    except ValueError:
        return None
