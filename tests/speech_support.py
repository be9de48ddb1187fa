"""Documents for tests of voices, quotations and quantities: mentions are given, so that nothing else is tested."""

from __future__ import annotations

from functools import lru_cache

from analysis import knowledge
from analysis.annotate import quantities, quotes, sentences, voices
from analysis.annotate.lexicon import Lexicon
from analysis.annotate.model import Document, Mention
from analysis.annotate.text import fold, tokenize

PERSON, STATE, BODY, PLACE = "PERSON", "COUNTRY", "ORG", "PLACE"


@lru_cache(maxsize=8)
def lexicon(language: str, script: str) -> Lexicon:
    """Cues of speech, number words, units and titles of a language."""
    titles = [
        (title, "title", (role.id, fold(title)))
        for role in knowledge.load().roles.values()
        for title in role.titles.get(language, [])
    ]
    return Lexicon(
        [*voices.entries(language, script), *quantities.entries(language, script), *titles], language, script
    )


def document(text: str, language: str, names: dict[str, tuple[str, str]] | None = None) -> Document:
    """A document with its sentences, hits and quotations.

    ``names``: surface → (type, entity); a surface that begins with "~" is a demonym, with "@" a role.
    """
    folded = fold(text)
    script = "cyrl" if sum("а" <= letter <= "я" for letter in folded) * 4 > len(folded) else "latn"
    doc = Document("t", text, folded, language, script, "2024-05-10", tokenize(folded, language), [(0, len(text))])
    doc.sentences = sentences.split(text, folded, doc.kept, language)
    starts = doc.tokens.starts
    for sentence in doc.sentences:
        sentence.first = sum(start < sentence.start for start in starts)
        sentence.last = sum(start < sentence.end for start in starts)
    taken: list[tuple[int, int]] = []
    for surface in sorted(names or {}, key=len, reverse=True):
        kind = {"~": "demonym", "@": "role"}.get(surface[0], "name")
        plain = surface.lstrip("~@")
        at = text.find(plain)
        while at >= 0:
            end = at + len(plain)
            if not any(a < end and at < b for a, b in taken):
                taken.append((at, end))
                number = next((n for n, s in enumerate(doc.sentences) if s.start <= at < s.end), -1)
                doc.mentions.append(Mention(at, end, names[surface][0], kind, names[surface][1], "given", (), number))
            at = text.find(plain, end)
    doc.mentions.sort(key=lambda mention: mention.start)
    doc.quotes = quotes.find_quotes(text, folded, doc.sentences)
    doc.hits = lexicon(language, script).match(doc)
    return doc


def speakers(text: str, language: str, names: dict[str, tuple[str, str]]) -> list[str]:
    """The speakers of each sentence, joined by "+"."""
    doc = document(text, language, names)
    voices.annotate(doc)
    return ["+".join(sorted(sentence.speakers)) for sentence in doc.sentences]
