"""People the knowledge base does not know, and later mentions of anyone by surname, initial or patronymic.

A new person is recognized by what languages do around names: a given name before a capitalized word, a surname's
ending, an initial, a title. Every mention carries the rule that found it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..knowledge.wordlists import WordLists
from .model import Document
from .morphology import Morphology, rules
from .romanize import slug
from .text import fold

_INITIALS = re.compile(r"(?<![^\W\d_])((?:[^\W\d_]{1,2}\.\s?){1,2})(?=[^\W\d_]{2})")
_PARTICLES = {
    "de",
    "von",
    "van",
    "der",
    "bin",
    "ibn",
    "al",
    "el",
    "ben",
    "da",
    "du",
    "la",
    "le",
    "oglu",
    "oğlu",
    "qizi",
    "kyzy",
    "uly",
    "xanim",
    "hanim",
    "bəy",
    "bey",
    "ag",
    "оглы",
    "кызы",
    "улы",
    "ұлы",
    "қызы",
    "ханым",
    "уулу",
}
_ADDRESS = {"xanim", "bəy", "hanim", "bey", "ханым", "мырза"}
_PATRONYMIC = re.compile(r"(?:ович|евич|ич|овн|евн|ичн|инич)(?:а|у|ем|ом|е|ой|ы|ей)?$|(?:ovich|evich|ovna|evna)$|vıch")


@dataclass(slots=True)
class Person:
    """One person of the article: the id and the folded forms by which later mentions are known."""

    entity: str
    given: str
    family: str


@dataclass(slots=True)
class Persons:
    """The people an article names in full, by family and given name."""

    by_family: dict[str, list[Person]] = field(default_factory=lambda: defaultdict(list))
    by_given: dict[str, list[Person]] = field(default_factory=lambda: defaultdict(list))
    ids: set[str] = field(default_factory=set)

    def add(self, person: Person, morphology: Morphology) -> None:
        if person.entity in self.ids:
            return
        self.ids.add(person.entity)
        for key in set(morphology.keys(person.family)) if person.family else ():
            self.by_family[key].append(person)
        for key in set(morphology.keys(person.given)) if person.given else ():
            self.by_given[key].append(person)


class PeopleFinder:
    """Finds people in documents of one language; made once, used for many."""

    def __init__(self, wordlists: WordLists, language: str, script: str) -> None:
        self.lists, self.language, self.script = wordlists, language, script
        self.morphology = rules(language, script)
        self._given: dict[str, bool] = {}
        self._surname: dict[str, bool] = {}

    def is_given(self, word: str) -> bool:
        """Is the folded word a form of a given name?"""
        known = self._given.get(word)
        if known is None:
            known = self._given[word] = any(
                form.rstrip("~") in self.lists.given for form in self.morphology.lookups(word)
            )
        return known

    def _opens_name(self, words: list[str], at: int, last: int) -> bool:
        """Is the word at ``at`` a given name, beyond doubt or with a surname behind it?"""
        if not self.is_given(words[at]):
            return False
        doubtful = self.lists.doubtful.get(self.language, ())
        if not any(form.rstrip("~") in doubtful for form in self.morphology.lookups(words[at])):
            return True
        return any(self.is_surname(words[number]) for number in range(at + 1, min(at + 3, last + 1)))

    def is_surname(self, word: str) -> bool:
        """Does the folded word end like a surname, case endings aside?"""
        known = self._surname.get(word)
        if known is None:
            known = self._surname[word] = any(
                self.lists.like_surname(form.rstrip("~")) for form in self.morphology.lookups(word)
            )
        return known

    def patronymic(self, word: str) -> bool:
        """Does the folded word look like a patronymic (Абишевича, Heydarovich)?"""
        return bool(_PATRONYMIC.search(word))

    def base_form(self, word: str, family: bool, inflected: bool = False) -> str:
        """The nominative of an inflected name, as far as endings and lists of names tell; else the word as it stands.

        A final -a of a surname is a case ending only if the given name beside it is ``inflected`` as well.
        """
        low = fold(word)
        plain = word.replace("’", "'").partition("'")[0]
        telling = self.lists.like_surname if family else self.lists.given.__contains__
        forms = sorted({form.rstrip("~") for form in self.morphology.lookups(low)} | {low}, key=len)
        for form in forms:
            if (
                len(form) > 2
                and telling(form)
                and low.startswith(form)
                and not (family and not inflected and low in (form + "a", form + "а"))
            ):
                return word[: len(form)]
        return plain

    def match_family(self, word: str, persons: Persons) -> list[Person]:
        """People of the article whose family name the folded word is a form of."""
        found: dict[str, Person] = {}
        for form in self.morphology.lookups(word):
            for person in persons.by_family.get(form, ()):
                found.setdefault(person.entity, person)
        return list(found.values())

    def same_given(self, one: str, other: str) -> bool:
        """Are two folded given names forms of one, or one the initial of the other?"""
        return bool(set(self.morphology.lookups(one)) & set(self.morphology.keys(other))) or bool(
            set(self.morphology.lookups(other)) & set(self.morphology.keys(one))
        )

    def find(
        self, doc: Document, taken: list[bool], capital: list[bool], titled: set[int]
    ) -> Iterator[tuple[int, int, str]]:
        """New people: (first token, last token, rule) in runs of capitalized words.

        ``taken``: tokens that are known to be something else; ``titled``: tokens that follow a title.
        """
        tokens, text = doc.tokens, doc.text
        words, starts, ends = tokens.words, tokens.starts, tokens.ends
        initials = self._initials(doc)
        for sentence in doc.sentences:
            at = sentence.first
            while at < sentence.last:
                if not capital[at] or taken[at]:
                    at += 1
                    continue
                end = at
                while (
                    end + 1 < sentence.last
                    and not taken[end + 1]
                    and _space(text, starts[end], ends[end], starts[end + 1])
                    and (
                        capital[end + 1]
                        or words[end + 1] in _PARTICLES
                        and (
                            end + 2 < sentence.last
                            and capital[end + 2]
                            and not taken[end + 2]
                            or words[end + 1] in ("oglu", "oğlu", "qizi", "xanim", "оглы", "кызы", "uly")
                        )
                    )
                ):
                    end += 1
                found = self._person(doc, at, end, initials, titled)
                if found is not None:
                    first, last, rule = found
                    yield first, last, rule
                    at = last + 1
                else:
                    at = end + 1
        return

    def _person(
        self, doc: Document, first: int, last: int, initials: dict[int, int], titled: set[int]
    ) -> tuple[int, int, str] | None:
        """The part of a run of capitalized words that is a person's name, with the rule that says so."""
        words = doc.tokens.words
        for at in range(first, last + 1):
            size = last - at + 1
            if at in initials and initials[at] <= last:
                return at, initials[at], "person:initial"
            if size >= 2 and self._opens_name(words, at, last):
                end = min(last, at + 3)
                # a long run ends with the first surname
                for number in range(at + 1, end + 1):
                    if self.is_surname(words[number]):
                        end = number
                        break
                else:
                    end = min(end, at + 2) if size > 2 and not self.is_surname(words[end]) else end
                return at, end, "person:given"
            if at in titled and size <= 4 and (size >= 2 or self.is_surname(words[at])):
                return at, min(last, at + 2), "person:title"
            if (
                size >= 2
                and self.is_surname(words[at + 1])
                and len(words[at]) > 1
                and not self.is_surname(words[at])
                and (at > first or size <= 3)
            ):
                start = at
                while start > first and doc.folded[doc.tokens.ends[start - 1] : doc.tokens.starts[start]] == "-":
                    start -= 1  # Kassym-Jomart: a hyphen belongs to the given name
                return start, at + 1, "person:surname"
        return None

    def _initials(self, doc: Document) -> dict[int, int]:
        """First token of a run of initials → token of the surname behind it."""
        out: dict[int, int] = {}
        if "." not in doc.text:
            return out
        at = {start: number for number, start in enumerate(doc.tokens.starts)}
        for match in _INITIALS.finditer(doc.text):
            first, surname = at.get(match.start()), at.get(match.end())
            if first is None or surname is None or not doc.text[match.start()].isupper():
                continue
            if (
                doc.text[match.end()].isupper()
                and not doc.text[match.end() + 1].isupper()
                and all(doc.text[doc.tokens.starts[number]].isupper() for number in range(first, surname))
            ):
                out[first] = surname
        return out

    def person(
        self, doc: Document, first: int, last: int, entity: str | None = None, family_first: bool = False
    ) -> Person:
        """The person behind a full name in the text: base forms, and the given entity or an id made from the name."""
        tokens, text = doc.tokens, doc.text
        parts: list[str] = []
        for number in range(first, last + 1):
            shown = text[tokens.starts[number] : tokens.ends[number]]
            if parts and text[tokens.ends[number - 1] : tokens.starts[number]] == "-":
                parts[-1] += "-" + shown
            elif fold(shown) not in _ADDRESS:
                parts.append(shown)
        if family_first:
            parts = [*parts[1:], parts[0]]
        given = [self.base_form(part, False) for part in parts[:-1]]
        inflected = bool(given) and given[0] != parts[0]
        family = self.base_form(parts[-1], True, inflected) if parts else ""
        if entity is None:
            entity = slug(" ".join([*given, family]), self.language, self.script)
        return Person(entity, fold(given[0]) if given else "", fold(family))


def _space(text: str, begin: int, end: int, start: int) -> bool:
    """Can the token [begin, end) and the one at ``start`` be parts of one person's name?"""
    gap = text[end:start].replace("\u00a0", " ")
    return gap in (" ", "-") or gap in (".", ". ") and end - begin <= 2
