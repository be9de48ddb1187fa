"""Standing text and labels of a briefing in its language, from ``knowledge/labels/<language>.yaml``.

What a language's file lacks is given in English and says so (``Words.language``), so that a document can mark it.
Names of people, states and bodies come from the knowledge base.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal

from ..errors import InputError
from ..knowledge import FOLDER, LANGUAGE_NAMES, LANGUAGES
from ..knowledge.files import read_models
from ..knowledge.schema import Name, Strict
from .plain import plain

#: Language → what office programs call it.
TAGS = {"en": "en-GB", "az": "az-Latn-AZ", "ru": "ru-RU", "kk": "kk-KZ", "tr": "tr-TR"}
#: Groups that every language has in full; of the others English has none.
FULL = ("sentences", "nouns")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December")
_HOLES = string.Formatter()
#: Numbers with what they count, as captions have them: "90 sentences in 5 articles", "2 articles, 30 sentences".
_COUNTED = re.compile(r"(\d[\d,]*) ([a-z]+(?: [a-z]+)*?)(?:, | in | of (?=\d)|$)")


class Group(Strict):
    group: Literal["sentences", "nouns", "findings", "titles", "units", "labels"]
    texts: dict[Name, Name | dict[str, Name]]


@dataclass(frozen=True)
class Words:
    """Words, as an office file can hold them, and the language they are in."""

    text: str
    language: str = "en"

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", plain(self.text))


@dataclass(frozen=True)
class Labels:
    """The texts of one language: group → key → text, or the forms of a noun."""

    language: str
    texts: dict[str, dict[str, str | dict[str, str]]]

    @property
    def tag(self) -> str:
        return TAGS[self.language]

    @cached_property
    def _locale(self):
        from babel import Locale

        return Locale.parse("en_GB" if self.language == "en" else self.language)

    def say(self, key: str, **values: object) -> str:
        """The standing text of that key, filled in."""
        return self.texts["sentences"][key].format(**values)

    def finding(self, id: str, **values: object) -> Words | None:
        """The finding in the briefing's language, filled in; None where the language has no words for it."""
        text = self.texts["findings"].get(id)
        return Words(text.format(**values), self.language) if text else None

    def number(self, n: float) -> str:
        """A number as the language writes it."""
        from babel.numbers import format_decimal

        return format_decimal(n, locale=self._locale)

    def counted(self, n: int, noun: str) -> str:
        """A number and what it counts: 5, "article" → "5 статей"."""
        forms = self.texts["nouns"][noun]
        return f"{self.number(n)} {forms.get(self._locale.plural_form(n)) or forms['other']}"

    def part(self, n: int, of: int, noun: str) -> str:
        """A part of a number of things: 3, 40, "sentence" → "3 of 40 sentences"."""
        forms, category = self.texts["nouns"][noun], self._locale.plural_form(of)
        form = forms.get("of-one" if category == "one" else "of") or forms.get(category) or forms["other"]
        return self.say("part", n=self.number(n), of=self.number(of), noun=form)

    def size(self, said: str) -> Words:
        """What a figure says it counts ("90 sentences in 5 articles"), in this language if every noun is known."""
        found = list(_COUNTED.finditer(said))
        nouns = [self.singular(match[2]) for match in found]
        if self.language == "en" or not found or None in nouns or sum(len(match[0]) for match in found) != len(said):
            return Words(said)
        counts = (int(match[1].replace(",", "")) for match in found)
        return Words(", ".join(map(self.counted, counts, nouns)), self.language)

    def singular(self, noun: str) -> str | None:
        """The key of an English noun in whatever form; None if it is not known."""
        english = load("en").texts["nouns"]
        return next((key for key, forms in english.items() if noun in forms.values()), None)

    def day(self, date: object) -> str:
        """A date in words: "2020-01-31", "2020-01" or "2020"; "undated" if it is none."""
        from datetime import date as Date

        from babel.dates import format_date, format_skeleton

        if not isinstance(date, str) or not re.fullmatch(r"\d{4}(-\d{2}){0,2}", date):
            return self.say("undated")
        year, *rest = (int(part) for part in date.split("-"))
        if not rest:
            return str(year)
        if len(rest) == 1:
            return format_skeleton("yMMMM", Date(year, rest[0], 1), locale=self._locale)
        return format_date(Date(year, *rest), "long", locale=self._locale)

    def days(self, first: str, last: str) -> str:
        """A period from its first to its last date."""
        return " – ".join(dict.fromkeys(map(self.day, filter(None, (first, last))))) or self.say("undated")

    def language_name(self, code: object) -> str:
        """The name of a language by its code; "unknown" if it has none."""
        name = LANGUAGE_NAMES.get(code, "unknown") if isinstance(code, str) else "unknown"
        return self.label(name).text

    def title(self, id: str, english: str) -> Words:
        """The title of a figure."""
        return self._found("titles", id, english)

    def unit(self, english: str) -> Words:
        return self._found("units", english, english)

    def label(self, english: str) -> Words:
        """A label of a figure: a code, a name, or words with names in them; numbers are in every language."""
        if self.language == "en" or not any(map(str.isalpha, english)):
            return Words(english, self.language)
        for said, back in ((english, str), (english[:1].lower() + english[1:], self.capital)):
            text = self.texts["labels"].get(said)
            if text:
                return Words(back(text), self.language)
        name = _names(self.language).get(english) or self._date(english)
        if name:
            return Words(name, self.language)
        for pattern, holes, text in self._patterns:
            found = pattern.fullmatch(english)
            if found:
                return Words(text.format(**{hole: self.label(found[hole]).text for hole in holes}), self.language)
        return Words(english)

    def capital(self, text: str) -> str:
        """The text with a capital first letter; in Azerbaijani and Turkish that of i is İ."""
        first = "İ" if self.language in ("az", "tr") and text[:1] == "i" else text[:1].upper()
        return first + text[1:]

    def _date(self, english: str) -> str | None:
        """A date of the book ("3 July 2019", "January 2020") in this language; None if it is none."""
        found = re.fullmatch(r"(?:(\d{1,2}) )?([A-Z][a-z]+) (\d{4})", english)
        month = _MONTHS.index(found[2]) + 1 if found and found[2] in _MONTHS else 0
        return self.day(f"{found[3]}-{month:02}" + (f"-{int(found[1]):02}" if found[1] else "")) if month else None

    @cached_property
    def _patterns(self) -> list[tuple[re.Pattern[str], list[str], str]]:
        """Labels with holes as patterns."""
        found = []
        for english, text in self.texts["labels"].items():
            holes = _holes(english)
            if holes:
                parts = (f"{re.escape(words)}(?P<{hole}>.+)" if hole else re.escape(words)
                         for words, hole, _, _ in _HOLES.parse(english))
                found.append((re.compile("".join(parts)), holes, text))
        return found

    def _found(self, group: str, key: str, english: str) -> Words:
        text = self.texts[group].get(key)
        return Words(text, self.language) if text else Words(english)


def _holes(text: str) -> list[str]:
    return [hole for _, hole, _, _ in _HOLES.parse(text) if hole]


@lru_cache(maxsize=len(LANGUAGES))
def _names(language: str) -> dict[str, str]:
    """English name → name in the language, of whatever the knowledge base names without doubt."""
    from .. import knowledge

    names: dict[str, set[str]] = {}
    for entity in knowledge.load().entities.values():
        for name in entity.names.get(language, [])[:1]:
            names.setdefault(entity.name, set()).add(name.lstrip("="))
    return {english: own.pop() for english, own in names.items() if len(own) == 1}


@lru_cache(maxsize=8)
def load(language: str, folder: Path = FOLDER) -> Labels:
    """The texts of a language.

    Raises
    ------
    InputError: there is no such language, or its file lacks a text that English has, has one that English lacks, or
        leaves a hole of it empty; with file and line.
    """
    if language not in LANGUAGES:
        raise InputError(f"there is no language “{language}” for briefings", place="--language",
                         remedy=f"Use one of {', '.join(f'{code} ({LANGUAGE_NAMES[code]})' for code in LANGUAGES)}")
    file = folder / "labels" / f"{language}.yaml"
    texts: dict[str, dict] = {group: {} for group in (*FULL, "findings", "titles", "units", "labels")}
    for line, item in read_models(file, Group):
        texts[item.group] |= item.texts
        _check(item, folder, file, line)
    for group in FULL:
        if language != "en":
            _complete(load("en", folder).texts[group], texts[group], group, file)
    return Labels(language, texts)


def _check(item: Group, folder: Path, file: Path, line: int) -> None:
    """Refuses texts of the wrong kind, and texts whose holes are not those of the English ones."""
    for key, text in item.texts.items():
        at = {"file": file, "line": line, "place": f"group “{item.group}”, “{key}”"}
        if isinstance(text, dict) != (item.group == "nouns"):
            raise InputError("forms belong to nouns, and nouns have forms", **at, remedy="See en.yaml for the form")
        if item.group == "nouns" and "other" not in text:
            raise InputError("the noun lacks the form “other”", **at, remedy="Add it")
        if item.group == "nouns":
            continue
        try:
            holes = set(_holes(text))
        except ValueError:
            raise InputError("a brace that does not close", **at, remedy="Write {name}, or no brace") from None
        english = key if item.group == "labels" else None
        if item.group == "sentences":
            english = text if file.stem == "en" else load("en", folder).texts["sentences"].get(key)
        if english is not None and holes != set(_holes(english)):
            raise InputError("the words in braces are not those of the English text", **at,
                             remedy=f"It has: {', '.join(sorted(set(_holes(english)))) or 'none'}")


def _complete(english: Iterable[str], own: Iterable[str], group: str, file: Path) -> None:
    for keys, problem in ((set(english) - set(own), "is missing"), (set(own) - set(english), "is not used")):
        if keys:
            raise InputError(f"the text “{min(keys)}” {problem}", file=file, place=f"group “{group}”",
                             remedy="See en.yaml, which has them all")
