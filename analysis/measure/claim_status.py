"""Whether a figure or an act is reported as done, expected, possible, or aimed at.

The words that say so are data (``knowledge/cues/claim-status.yaml``). Of those in the sentence the one that governs
the figure is the nearest by distance in words, where a comma, a semicolon or a relative pronoun counts as several
words, and a word on the side where the language does not put its verbs (before the object in English and Russian,
behind it in Azerbaijani, Kazakh and Turkish) as several more.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .reading import STOP, VERB_FIRST, Span, Text, texts

if TYPE_CHECKING:
    from analysis.annotate.model import Sentence
    from analysis.tables import Tables

ACHIEVED, EXPECTED, CONDITIONAL, TARGET = "achieved", "expected", "conditional", "target"
#: What a claim can be, from what is to what is wanted.
STATUSES = (ACHIEVED, EXPECTED, CONDITIONAL, TARGET)
_WRONG_SIDE = 5         # words that the wrong side counts for
_REACH = 26             # words beyond which nothing is governed
_REACH_BACK = 10        # the same on the wrong side: a long subject holds figures that its verb says nothing of
_AND = frozenset({"and", "и"})
_GOVERNED = 3           # words behind a verb of plan or future that it takes with it ("expected to be increased")


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that gave a status: tokens [first, last]."""

    first: int
    last: int
    status: str


def cues(text: Text, sentence: Sentence) -> list[Cue]:
    """The words of status in a sentence; what a word of plan or future governs has no status of its own ("expected to
    be increased", "может достичь")."""
    found = [Cue(*hit) for hit in text.within("status", sentence)]
    unreal = [cue for cue in found if cue.status != ACHIEVED]
    return [cue for cue in found if not any(_takes(text, other, cue) for other in unreal)]


def _takes(text: Text, governor: Cue, cue: Cue) -> bool:
    if governor is cue:
        return False
    if cue.status == ACHIEVED and governor.first <= cue.last and cue.first <= governor.last:
        return True
    if text.doc.language in VERB_FIRST:
        return 0 < cue.first - governor.last <= _GOVERNED and text.distance(
            (governor.first, governor.last), (cue.first, cue.last)) <= _GOVERNED
    return False


def governing(text: Text, sentence: Sentence, span: Span, found: list[Cue] | None = None) -> Cue | None:
    """The words that say what a stretch of tokens is reported as; None where no word does."""
    best: tuple[int, int, Cue] | None = None
    before = text.doc.language in VERB_FIRST
    for cue in cues(text, sentence) if found is None else found:
        cost = text.distance((cue.first, cue.last), span)
        left = cue.last < span[0]
        inside = not left and cue.first <= span[1]
        if not inside and left != before:
            cost += _WRONG_SIDE + (STOP if before and _another(text, cue.first) else 0)
            if cost > _REACH_BACK:
                continue
        # at the same distance what is only wanted or possible outweighs a report: "could have reached"
        ranked = (cost, STATUSES.index(cue.status) * -1 if cue.status in STATUSES else 0, cue)
        if cost <= _REACH and (best is None or ranked[:2] < best[:2]):
            best = ranked
    return best[2] if best else None


def _another(text: Text, at: int) -> bool:
    """Does a conjunction stand right before a word, so that another predicate begins there?"""
    return at > 0 and text.doc.tokens.words[at - 1] in _AND


def statuses(t: Tables) -> list[tuple[str, str]]:
    """(status, the words that say so) of every row of ``t.figures_quoted``, in its order.

    A figure in a sentence without such words is achieved, and so is one in a language that is not known; a wish makes
    a conditional one. A figure in brackets behind another (the same sum in another currency), and one that no word
    reaches, has the status of the figure before it in the sentence.
    """
    read = texts(t)
    out: list[tuple[str, str]] = []
    before: tuple[str, int, int] | None = None
    for doc_id, number, start, end in t.figures_quoted[["doc_id", "sentence", "start", "end"]].itertuples(index=False):
        text = read.get(doc_id)
        sentence = text.sentence(number) if text else None
        if text is None or sentence is None:
            out.append((ACHIEVED, ""))
            continue
        goes_on = before is not None and before[:2] == (doc_id, number) and before[2] <= start
        beside = goes_on and text.doc.folded[before[2]:start].strip() == "("
        cue = None if beside else governing(text, sentence, text.tokens(start, end))
        if cue is None:
            out.append(out[-1] if goes_on else (ACHIEVED, ""))
        else:
            words = text.words(cue.first, cue.last)
            out.append((CONDITIONAL if cue.status == "wished" else cue.status, words))
        before = (doc_id, number, end)
    return out
