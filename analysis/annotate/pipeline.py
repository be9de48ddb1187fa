"""From the raw text of one article to all annotations: the one core behind the command line, the book and spaCy.

Everything that can be prepared for a language is prepared once (``annotator``); annotating an article is then one
look-up pass over its words and a few rules a sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from .. import knowledge
from ..corpus import clean as cleaning
from ..corpus import language as languages
from ..errors import InputError
from ..knowledge import FOLDER, wordlists
from . import codes, quantities, quotes, sentences, tone, voices
from .lexicon import Lexicon, PatternError
from .links import KnownPeople
from .mentions import MentionFinder
from .model import Document
from .text import fold, in_alphabet_of_2018, is_other_kazakh_latin, tokenize

#: Layers behind mentions, in the order they build on each other.
_LAYERS = (voices, codes, tone, quantities)


@dataclass
class Annotated:
    """One annotated article: document fields, what cleaning removed ([start, end, rule]), and the document."""

    fields: dict[str, Any]
    removals: list[tuple[int, int, str]]
    doc: Document


@lru_cache(maxsize=4)
def _known_people(folder: Path) -> KnownPeople:
    return KnownPeople(knowledge.load(folder))


class Annotator:
    """Everything prepared for one language and script."""

    def __init__(self, language: str, script: str, folder: Path = FOLDER) -> None:
        self.language, self.script = language, script
        self.mentions = MentionFinder(
            knowledge.load(folder), wordlists.load(folder), _known_people(folder), language, script
        )
        entries: list[tuple[str, str, Any]] = list(self.mentions.entries())
        for layer in _LAYERS:
            entries += layer.entries(language, script)
        try:
            self.lexicon = Lexicon(entries, language, script)
        except PatternError as error:
            raise InputError(str(error), file=folder, remedy="Mend the pattern in the knowledge files") from None

    def document(
        self, id: str, text: str, kept: list[tuple[int, int]], date: str | None, folded: str | None = None
    ) -> Document:
        """The working document with its sentences and everything the lexicon found (``folded``: ``fold(text)``)."""
        folded = fold(text) if folded is None else folded
        tokens = tokenize(folded, self.language, text)
        if (self.language, self.script) == ("kk", "latn") and is_other_kazakh_latin(text):
            tokens.words = [in_alphabet_of_2018(text[a:b]) for a, b in zip(tokens.starts, tokens.ends, strict=True)]
        doc = Document(id, text, folded, self.language, self.script, date, tokens, kept)
        doc.sentences = sentences.split(text, folded, kept, self.language)
        starts, at = doc.tokens.starts, 0
        for sentence in doc.sentences:
            while at < len(starts) and starts[at] < sentence.start:
                at += 1
            sentence.first = at
            while at < len(starts) and starts[at] < sentence.end:
                at += 1
            sentence.last = at
        doc.hits = self.lexicon.match(doc)
        return doc

    def annotate(self, doc: Document) -> Document:
        """Lay all layers over the document."""
        self.mentions.annotate(doc)
        doc.quotes = quotes.find_quotes(doc.text, doc.folded, doc.sentences)
        for layer in _LAYERS:
            layer.annotate(doc)
        return doc


@lru_cache(maxsize=16)
def annotator(language: str, script: str, folder: Path = FOLDER) -> Annotator:
    """The annotator of a language (en az ru kk tr) and script (latn, cyrl), made at first use and kept."""
    return Annotator(language, script, folder)


def annotate(
    id: str,
    text: str,
    *,
    language: str | None = None,
    date: str | None = None,
    fields: Mapping[str, Any] | None = None,
    folder: Path = FOLDER,
) -> Annotated:
    """Annotate one raw article.

    Parameters
    ----------
    id: the article's identifier.
    text: the raw text; all offsets refer to it.
    language: ISO 639-1 code if it is known; detected otherwise.
    date: the report's ISO date if it is known beside the text; what the text itself states comes first.
    fields: document fields known beside the text (url, outlet, title, author, date, language).

    Raises
    ------
    InputError: the language is none of the five.
    """
    fields = dict(fields or {})
    folded = fold(text)
    cleaned = cleaning.clean(text, fields.get("title"), folded)
    known = {
        **{name: value for name, value in fields.items() if value},
        **{name: value for name, value in cleaned.found.items() if value},
    }
    report = cleaning.report(text, cleaned)  # its language and script: the page around it may be in another
    language = language or fields.get("language") or languages.detect(report)[0]
    layers = annotator(language, languages.script(report), folder)
    doc = layers.document(id, text, cleaned.kept, date or known.get("date"), folded)
    layers.annotate(doc)
    return Annotated({**known, "language": language, "date": known.get("date") or date}, cleaned.removals, doc)


def annotate_all(articles: Iterable[tuple[str, str, Mapping[str, Any]]], folder: Path = FOLDER) -> Iterable[Annotated]:
    """Annotate (id, text, fields) one after the other, in order."""
    for id, text, fields in articles:
        yield annotate(id, text, fields=fields, folder=folder)
