"""Tone of a sentence: does it speak well (1) or ill (-1) of its subject, or neither (0)?

The cues of ``knowledge/codes/tone.yaml`` and those of frames that carry a tone are summed for both sides.

- A side wins with a sum of 1; where the other speaks as well it must outweigh it by 2, or the sentence is balanced.
- A negated favourable cue speaks ill at half weight ("not fruitful"), a negated unfavourable one does not count,
  nor does an evil that is fought ("to prevent a conflict").
- Stressing importance or need is neutral, and so is a discussion: beside such words, weak and soft cues do not count.
- Soft cues call states friends, partners or allies; they do not count where that is merely what was talked about, nor
  do those of gain (soft for talks alone: that the importance of a gain is stressed takes nothing from it).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..knowledge import FOLDER, codebook
from . import scope as scoping
from .codes import Score
from .model import NARRATOR, Code, Document, Sentence
from .scope import Scope

_FAINT = 0.6                               # below this the other side is no counterweight
_CLEAR = 2                                 # by so much a side must outweigh the other where both speak
# A body that reports what others talked about speaks as an outlet does.
_REPORTERS = ("press-service", "ministry", "office", "administration")


def entries(language: str, script: str, folder: Path = FOLDER) -> Iterator[tuple[str, str, Any]]:
    """(pattern, layer, payload) of the cues of tone; what conditions them is looked for by ``codes``."""
    for cue in codebook.load(folder).cues["tone", language]:
        yield cue.pattern, "tone", cue


def annotate(doc: Document) -> None:
    """Set the tone of every sentence and append the cue behind each tone that is not 0."""
    for number, scope, (hits,) in scoping.scopes(doc, "tone"):
        if not hits:
            continue
        sentence = doc.sentences[number]
        good, bad = _sums(scope, hits, sentence)
        winner = good if _wins(good, bad) else bad if _wins(bad, good) else None
        if winner is not None:
            sentence.tone = 1 if winner is good else -1
            _, first, last, pattern = winner.best
            span = doc.tokens.starts[first], doc.tokens.ends[last]
            doc.codes.append(Code(number, "tone", str(sentence.tone), *span, pattern))


def _sums(scope: Scope, hits: list[scoping.Hit], sentence: Sentence) -> tuple[Score, Score]:
    good, bad = Score(), Score()
    subject = "discussed" in scope.rules or _talked_about(scope, sentence)
    # "not only a neighbour but a brother" is a claim, whatever is called important beside it
    neutral = "discussed" in scope.rules or ("importance" in scope.rules and "no-negation" not in scope.rules)
    for first, last, cue in hits:
        if cue.soft and (subject or (neutral and cue.soft is True)):
            continue
        if (cue.weight < 1 and neutral) or not scope.counts(first, last, cue, closed=True):
            continue
        if cue.code == "-1" and scope.remedied(first, last):
            continue
        if not scope.negated(first, last, cue.pattern):
            (good if cue.code == "1" else bad).add(first, last, cue.weight, cue.pattern)
        elif cue.code == "1":
            bad.add(first, last, cue.weight / 2, cue.pattern)
    return good, bad


def _talked_about(scope: Scope, sentence: Sentence) -> bool:
    """Does the sentence report what was talked about, and not what somebody claims?"""
    return "talks" in scope.rules and all(
        speaker == NARRATOR or any(word in speaker for word in _REPORTERS) for speaker in sentence.speakers)


def _wins(side: Score, other: Score) -> bool:
    return side.fires and (other.sum < _FAINT or side.sum - other.sum >= _CLEAR)
