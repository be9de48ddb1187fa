"""Unnamed people who speak: ``cues/speakers.yaml`` as entries of the lexicon, with the forms that can be subjects.

In English and Azerbaijani, Turkish and Kazakh the inflection rules of the lexicon find the forms and the ending tells
the case. Russian plurals have endings that no rule strips safely, so their forms are made here, the nominative first.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from pydantic import Field

from ..knowledge.files import read_models
from ..knowledge.schema import Strict
from .text import fold, kazakh_latin

#: What a Russian plural may end in beside its nominative: водител-ей, эксперт-ов, граждан, учен-ых.
_OBLIQUE = ("ов", "ев", "ей", "ам", "ям", "ами", "ями", "ах", "ях", "ых", "их", "ым", "им", "ыми", "ими")
_SINGULAR = ("и", "ы", "у", "ю", "ой", "ей", "е", "ом", "а")


class Speakers(Strict):
    """One item of ``cues/speakers.yaml``: an English noun and the nouns for it in the five languages."""

    noun: str
    en: list[str] = Field(default_factory=list)
    ru: list[str] = Field(default_factory=list)
    az: list[str] = Field(default_factory=list)
    kk: list[str] = Field(default_factory=list)
    tr: list[str] = Field(default_factory=list)


@lru_cache(maxsize=8)
def _items(file: Path) -> tuple[Speakers, ...]:
    return tuple(item for _, item in read_models(file, Speakers)) if file.exists() else ()


def entries(language: str, script: str, folder: Path) -> Iterator[tuple[str, str, tuple[str, ...], bool]]:
    """(pattern, noun, base forms of its last word, is it a case that is no subject?) of every group in a language."""
    for item in _items(folder / "cues" / "speakers.yaml"):
        for name in getattr(item, language):
            *before, last = name.split()
            base = fold(kazakh_latin(last) if script == "latn" and language == "kk" else last)
            if language == "ru":
                yield " ".join(f"={fold(word)}" for word in (*before, last)), item.noun, (base,), False
                forms = "|".join(f"={form}" for form in sorted(_russian(base)))
                if not before:  # a noun behind an adjective would need the adjective's forms too
                    yield forms, item.noun, (base,), True
            elif language == "en":
                yield " ".join(f"={word}" for word in name.split()), item.noun, (base,), False
            else:
                yield " ".join((*(f"={word}" for word in before), last)), item.noun, (base,), False


def _russian(nominative: str) -> set[str]:
    """Oblique forms of a plural or a collective noun."""
    stem = nominative[:-1] if nominative[-1] in "ыиаяеь" else nominative
    if nominative.endswith("ые"):
        stem = nominative[:-2]
    endings = _OBLIQUE if nominative[-1] in "ыиае" else _SINGULAR
    bare = {stem} if nominative.endswith("не") else set()  # граждане, граждан; but "эксперт" is one expert
    return {stem + ending for ending in endings} | bare - {nominative}
