"""Sentences into working documents, for the tests of themes, frames and tone."""

from __future__ import annotations

from functools import lru_cache

from analysis.annotate import codes, tone
from analysis.annotate.lexicon import Lexicon
from analysis.annotate.model import NARRATOR, Document, Mention, Sentence
from analysis.annotate.text import fold, kazakh_latin, tokenize

SPEAKER = ("some-person",)


@lru_cache(maxsize=16)
def _lexicon(language: str, script: str) -> Lexicon:
    return Lexicon([*codes.entries(language, script), *tone.entries(language, script)], language, script)


def document(*sentences: str, language: str = "en", speakers: tuple[str, ...] | list[tuple[str, ...]] = (NARRATOR,),
             names: dict[str, tuple[str, str]] | None = None, quoted: bool = False, latin: bool = False) -> Document:
    """The sentences as one coded article.

    Parameters
    ----------
    speakers: of every sentence, or a list with those of each.
    names: surface → (type, entity) of the mentions, wherever the surface stands; kind is name.
    latin: write Kazakh in Latin letters.
    """
    text = " ".join(kazakh_latin(sentence) if latin else sentence for sentence in sentences)
    script = "cyrl" if language in ("ru", "kk") and not latin else "latn"
    folded = fold(text)
    doc = Document("x", text, folded, language, script, None, tokenize(folded, language), [(0, len(text))])
    at, token = 0, 0
    for number, sentence in enumerate(sentences):
        end = at + len(kazakh_latin(sentence) if latin else sentence)
        who = speakers[number] if isinstance(speakers, list) else speakers
        first = token
        while token < len(doc.tokens) and doc.tokens.starts[token] < end:
            token += 1
        doc.sentences.append(Sentence(at, end, quoted=quoted, speakers=who, first=first, last=token))
        at = end + 1
    for surface, (type_, entity) in (names or {}).items():
        start = text.find(surface)
        assert start >= 0, surface
        where = next(i for i, s in enumerate(doc.sentences) if s.start <= start < s.end)
        doc.mentions.append(Mention(start, start + len(surface), type_, "name", entity, "test", sentence=where))
    doc.mentions.sort(key=lambda mention: mention.start)
    doc.hits = _lexicon(language, script).match(doc)
    codes.annotate(doc)
    tone.annotate(doc)
    return doc


def fired(doc: Document, axis: str, sentence: int = 0) -> set[str]:
    """The codes of an axis in a sentence."""
    return {code.code for code in doc.codes if code.axis == axis and code.sentence == sentence}


def themes(*sentences: str, **options) -> set[str]:
    """The themes of the last of the sentences."""
    return fired(document(*sentences, **options), "theme", len(sentences) - 1)


def frames(*sentences: str, **options) -> set[str]:
    """The frames of the last of the sentences."""
    return fired(document(*sentences, **options), "frame", len(sentences) - 1)


def tone_of(*sentences: str, **options) -> int:
    """The tone of the last of the sentences."""
    return document(*sentences, **options).sentences[-1].tone
