"""What every step of finding mentions shares: the knowledge, the rules of the language, and looks at a document."""

from __future__ import annotations

import re

from ..knowledge import Knowledge
from ..knowledge.wordlists import WordLists
from .links import KnownPeople, holds
from .model import Document
from .morphology import rules
from .people import PeopleFinder
from .roles import Span
from .romanize import slug

#: Locative and ablative; the dative is left out, for it looks like other endings.
_OBLIQUE = {
    "az": re.compile(r"d[aə]n?$"),
    "tr": re.compile(r"[dt][ae]n?$"),
    "kk": re.compile(r"(?:[дт][ае]|[днт][ае]н|[dt][ae]|[dnt][ae]n)$"),
}


class Context:
    """Everything prepared for one language and script; made once, used for many documents."""

    def __init__(
        self, knowledge: Knowledge, wordlists: WordLists, known_people: KnownPeople, language: str, script: str
    ) -> None:
        self.knowledge, self.wordlists, self.known_people = knowledge, wordlists, known_people
        self.language, self.script = language, script
        self.people = PeopleFinder(wordlists, language, script)
        self.morphology = rules(language, script)
        self._plain = {
            wordlists.folded(name, language, script).split()[-1]
            for entity in knowledge.entities.values()
            if entity.type in ("COUNTRY", "PLACE")
            for name in (*entity.names.get(language, ()), *entity.abbreviations.get(language, ()))
        }

    def oblique(self, word: str) -> bool:
        """Is the folded name of a state in a case that cannot own what follows ("Qazaxıstanda Prezident …")?"""
        ending = _OBLIQUE.get(self.language)
        return ending is not None and word not in self._plain and bool(ending.search(word))

    def surface(self, doc: Document, first: int, last: int) -> str:
        """The raw text of tokens first to last."""
        return doc.text[doc.tokens.starts[first] : doc.tokens.ends[last]]

    def slug(self, doc: Document, first: int, last: int) -> str:
        """An id made from the raw text of tokens first to last."""
        return slug(self.surface(doc, first, last), self.language, self.script)

    def in_office(self, entities: tuple[str, ...], date: str | None) -> tuple[str, ...]:
        """Of namesakes, those in an office on the date."""
        if date is None:
            return ()
        return tuple(
            entity
            for entity in entities
            if entity in self.knowledge.entities
            and any(holds(office, date) for office in self.knowledge.entities[entity].offices)
        )

    def taken(self, doc: Document, spans: list[Span]) -> list[bool]:
        """Tokens that cannot be part of a new person's name: other names, and titles."""
        taken = [False] * len(doc.tokens)
        for span in spans:
            for token in range(span.first, span.last + 1):
                taken[token] = True
        for layer in ("title", "personal-title", "common-body"):
            for first, last, _ in doc.hits.get(layer, ()):
                for token in range(first, last + 1):
                    # "Sultan", "Khan" are given names as well as titles
                    taken[token] = (
                        taken[token] or layer != "personal-title" or not self.people.is_given(doc.tokens.words[token])
                    )
        return taken

    def begins_a_name(self, doc: Document, token: int) -> bool:
        """Is the word a given name with a surname right behind it?"""
        tokens = doc.tokens
        return (
            token + 1 < len(tokens)
            and doc.folded[tokens.ends[token] : tokens.starts[token + 1]] == " "
            and doc.text[tokens.starts[token + 1]].isupper()
            and self.people.is_given(tokens.words[token])
            and self.people.is_surname(tokens.words[token + 1])
        )


def by_token(spans: list[Span]) -> dict[int, Span]:
    """The span that covers each token."""
    return {token: span for span in spans for token in range(span.first, span.last + 1)}


def stem_alike(one: str, other: str) -> bool:
    """Do two words begin alike for all but an ending (Komitəsinin, Komitə)?"""
    short, long = sorted((one, other), key=len)
    shared = 0
    while shared < len(short) and short[shared] == long[shared]:
        shared += 1
    return shared >= 4 and shared >= len(short) - 2


def alike(some: list[str], others: list[str]) -> bool:
    """Are the words of two names the same, endings aside?"""
    return all(one == other or stem_alike(one, other) for one, other in zip(some, others, strict=True))
