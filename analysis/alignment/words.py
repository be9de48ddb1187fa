"""What words of an article mean in any language: concepts of the lexicon, days, months and number words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from ..annotate import numerals
from ..annotate.lexicon import Lexicon
from ..annotate.model import Document, Sentence
from ..annotate.text import fold, tokenize
from ..knowledge import concepts
from .model import Feature

_CONCEPT, _DATE, _NUMBER = "concept", "date", "number"
_DIGITS = re.compile(r"\d")
#: Possessive endings of the third person, and what the final consonant of a stem was before them.
_POSSESSED = {
    "az": (("[ıiuü]", "s[ıiuü]"), {"ğ": "q", "y": "k"}),
    "tr": (("[ıiuü]", "s[ıiuü]"), {"ğ": "k", "b": "p", "c": "ç", "d": "t"}),
    "kk": (("[ыі]", "с[ыі]"), {"ғ": "қ", "г": "к", "б": "п"}),
}
_CAPITAL_MONTHS = frozenset({"may", "march"})


@lru_cache(maxsize=12)
def lexicon(language: str, script: str) -> Lexicon:
    """The look-up of a language and script, made at first use and kept (InputError as in ``concepts.load``)."""
    return Lexicon(_entries(language), language, script)


def _patterns(concept: concepts.Concept, language: str) -> Iterator[str]:
    for wording in concept.words.get(language, ()):
        yield wording.removeprefix("to ") if language == "en" else wording
        if language in _POSSESSED and " " in wording:
            yield from _unpossessed(wording, language)


def _unpossessed(wording: str, language: str) -> Iterator[str]:
    """A Turkic compound without the ending of its head, which other endings may follow or replace ("neft yatağı",
    "neft yataqları")."""
    ending, hard = _POSSESSED[language]
    head, _, last = wording.rpartition(" ")
    for match in (match for match in (re.fullmatch(rf"(\w{{3,}}?)(?:{one})", last) for one in ending) if match):
        stem = match[1]
        yield f"{head} {stem}"
        if stem[-1] in hard:
            yield f"{head} {stem[:-1]}{hard[stem[-1]]}"


def _entries(language: str) -> Iterator[tuple[str, str, Any]]:
    for number, concept in enumerate(concepts.load()):
        for pattern in _patterns(concept, language):
            yield pattern, _CONCEPT, number
    for name, key in _calendar(language):
        yield name, _DATE, key
    for pattern, layer, word in numerals.entries(language, "latn"):
        if layer == numerals.NUMBER_LAYER and word.kind == "numeral" and word.value > 1:
            yield pattern, _NUMBER, f"{word.value:g}"


def _calendar(language: str) -> Iterator[tuple[str, str]]:
    """Names of months and days of the week, from CLDR."""
    from babel import Locale

    locale = Locale(language)
    for kind, groups in (("month", locale.months), ("weekday", locale.days)):
        for form in groups.values():
            for number, name in form.get("wide", {}).items():
                if len(name) > 2 and not _DIGITS.search(name):
                    yield name, f"{kind} {number}"


def document(text: str, spans: list[tuple[int, int]], language: str, script: str) -> Document:
    """An article with its tokens and the given sentences, ready for a look-up."""
    folded = fold(text)
    doc = Document("", text, folded, language, script, None, tokenize(folded, language, text), [(0, len(text))])
    starts, at = doc.tokens.starts, 0
    for start, end in spans:
        while at < len(starts) and starts[at] < start:
            at += 1
        first = at
        while at < len(starts) and starts[at] < end:
            at += 1
        doc.sentences.append(Sentence(start, end, first=first, last=at))
    return doc


def features(doc: Document) -> Iterator[Feature]:
    """Concepts, dates and numbers of every sentence, in no particular order; the same may come twice."""
    tokens = doc.tokens
    for layer, hits in lexicon(doc.language, doc.script).match(doc).items():
        for first, last, payload in hits:
            start, end = tokens.starts[first], tokens.ends[last]
            small = not doc.text[start].isupper()
            if layer == _DATE and doc.language == "en" and small and tokens.words[first] in _CAPITAL_MONTHS:
                continue
            yield Feature(layer, str(payload), start, end)
    for at, word in enumerate(tokens.words):
        if word[0].isdigit() and (value := numerals.parse(word, doc.language)) is not None:
            yield Feature(_NUMBER, f"{value:g}", tokens.starts[at], tokens.ends[at])


def concept_name(key: str) -> str:
    """What to call a concept in English."""
    return concepts.load()[int(key)].name
