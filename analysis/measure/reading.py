"""The report texts once more, word by word, for what the tables do not hold: status, time, measure and act.

The tables (of gold as of the program) say where sentences and names are; the cues of ``knowledge/cues`` are looked up
in them here, once a corpus.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.annotate.lexicon import Lexicon, PatternError
from analysis.annotate.model import Document, Sentence
from analysis.annotate.speech import exact_slots
from analysis.annotate.text import fold, kazakh_latin, tokenize
from analysis.errors import InputError
from analysis.knowledge import claimbook, codebook
from analysis.knowledge.files import FOLDER
from analysis.tables import kept

from .base import LANGUAGES

if TYPE_CHECKING:
    from analysis.tables import Tables

Span = tuple[int, int]
#: Languages whose verb stands before what it governs; the others close a clause with it.
VERB_FIRST = frozenset({"en", "ru"})
#: What one boundary between a cue and a word counts for, in words.
COMMA, STOP = 4, 9
_CLAUSE = {"en": {"while", "which", "whereas", "although", "but"}, "ru": {"который", "которая", "которые", "но", "а"},
           "az": {"lakin", "amma"}, "tr": {"ancak", "ama"}, "kk": {"бірақ", "ал"}}


@dataclass
class Text:
    """One article: its words, what the cues found in them, and the names. Token spans are [first, last] inclusive."""

    doc: Document
    date: str
    hits: dict[str, list[tuple[int, int, Any]]]
    names: list[tuple[int, int, str, str, str]] = field(default_factory=list)   # first last type entity kind
    numbers: dict[int, int] = field(default_factory=dict)       # sentence number of the tables → its place in doc

    def sentence(self, number: int) -> Sentence | None:
        """The sentence of that number of the tables; None outside sentences."""
        place = self.numbers.get(number)
        return None if place is None else self.doc.sentences[place]

    def within(self, layer: str, sentence: Sentence) -> list[tuple[int, int, Any]]:
        """The hits of a layer inside a sentence."""
        found = self.hits.get(layer, [])
        low = bisect_left(found, sentence.first, key=lambda hit: hit[0])
        return found[low:bisect_left(found, sentence.last, key=lambda hit: hit[0])]

    def tokens(self, start: int, end: int) -> Span:
        """The tokens of a stretch of characters."""
        tokens = self.doc.tokens
        first = min(bisect_right(tokens.ends, start), max(len(tokens) - 1, 0))
        return first, max(first, bisect_left(tokens.starts, end) - 1)

    def words(self, first: int, last: int) -> str:
        """Tokens first to last as they stand in the text, on one line."""
        tokens = self.doc.tokens
        return " ".join(self.doc.text[tokens.starts[first]:tokens.ends[last]].split())

    def distance(self, one: Span, other: Span) -> int:
        """How far two stretches are apart, in words; commas and the borders of clauses count as several."""
        (_, left), (right, _) = sorted((one, other))
        if right <= left:
            return 0
        tokens, folded, out = self.doc.tokens, self.doc.folded, 0
        border = _CLAUSE.get(self.doc.language, ())
        for at in range(left, right):
            between = folded[tokens.ends[at]:tokens.starts[at + 1]]
            # sentences that lost the space between them stand as one ("… grew.The trade …")
            parted = any(mark in between for mark in ";:(!?") or " - " in between or (
                "." in between and len(tokens.words[at]) > 2)
            out += 1 + (STOP if parted else COMMA if "," in between else 0)
            out += COMMA if at + 1 < right and tokens.words[at + 1] in border else 0
        return out


def texts(t: Tables) -> dict[str, Text]:
    """Every article in one of the five languages, by id; read once for as long as the tables live."""
    store = kept(t)
    if "reading" not in store:
        store["reading"] = {text.doc.id: text for text in _texts(t)}
    return store["reading"]


def _texts(t: Tables):
    spans: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for doc_id, number, start, end in t.sentences[["doc_id", "sentence", "start", "end"]].itertuples(index=False):
        spans[doc_id].append((number, start, end))
    named: dict[str, list[tuple[int, int, str, str, str]]] = defaultdict(list)
    rows = t.mentions.loc[t.mentions["sentence"] >= 0, ["doc_id", "start", "end", "type", "entity", "kind"]]
    for doc_id, *mention in rows.itertuples(index=False):
        named[doc_id].append(tuple(mention))
    for doc_id, text, language, date in t.articles[["doc_id", "text", "language", "date"]].itertuples(index=False):
        if language not in LANGUAGES or not isinstance(text, str):
            continue
        doc = document(doc_id, text, language, spans[doc_id])
        hits = lexicon(language, doc.script).match(doc)
        verbs = [hit for hit in hits.get("status", []) if not _month(doc, hit[0])]
        hits["status"] = sorted(verbs + _by_ending(doc), key=lambda hit: hit[:2])
        out = Text(doc, date if isinstance(date, str) else "", hits)
        out.names = sorted((*out.tokens(start, end), type_, entity, kind) for start, end, type_, entity, kind
                           in named[doc_id])
        out.numbers = {number: place for place, (number, _, _) in enumerate(spans[doc_id])}
        yield out


def _month(doc: Document, at: int) -> bool:
    """Is the word the month of May, and no verb?"""
    tokens = doc.tokens
    return tokens.words[at] == "may" and doc.text[tokens.starts[at]] == "M" and doc.language == "en"


def document(doc_id: str, text: str, language: str, spans: list[tuple[int, int, int]]) -> Document:
    """The article as words, with its sentences (number, start, end) as token spans."""
    folded = fold(text)
    cyrillic = sum("а" <= letter <= "ё" for letter in folded) * 2 > sum(letter.isalpha() for letter in folded)
    doc = Document(doc_id, text, folded, language, "cyrl" if cyrillic else "latn", None,
                   tokenize(folded, language, text), [])
    starts, ends = doc.tokens.starts, doc.tokens.ends
    for _, start, end in spans:
        doc.sentences.append(Sentence(start, end, first=bisect_left(starts, start), last=bisect_right(ends, end)))
    return doc


@lru_cache(maxsize=16)
def lexicon(language: str, script: str, folder: Path = FOLDER) -> Lexicon:
    """The cues of a language and script.

    Raises
    ------
    InputError: a pattern of ``knowledge/cues`` does not follow the syntax.
    """
    entries = [(exact_slots(pattern), layer, payload)
               for pattern, layer, payload in claimbook.load(folder).entries(language)]
    for (kind, of), patterns in codebook.load(folder).rules.items():
        if of == language and "negation" in kind:
            entries += [(pattern, "rule", kind) for pattern in patterns]
    try:
        return Lexicon(entries, language, script)
    except PatternError as error:
        raise InputError(str(error), file=folder / "cues", remedy="Mend the pattern") from None


@lru_cache(maxsize=16)
def _endings(language: str, script: str) -> tuple[tuple[tuple[str, ...], str], ...]:
    """Endings of verbs and the status they mark; the longest readings first, since -abilecek ends in -ecek."""
    latin = language == "kk" and script == "latn"
    out = []
    for (of, status), endings in claimbook.load().endings.items():
        if of == language and endings:
            out.append((tuple(fold(kazakh_latin(ending) if latin else ending) for ending in endings), status))
    return tuple(sorted(out, key=lambda item: item[1] != "conditional"))


def _by_ending(doc: Document) -> list[tuple[int, int, str]]:
    found = []
    for endings, status in _endings(doc.language, doc.script):
        taken = {first for first, _, _ in found}
        found += [(at, at, status) for at, word in enumerate(doc.tokens.words)
                  if at not in taken and word.endswith(endings) and len(word) > 4]
    return found
