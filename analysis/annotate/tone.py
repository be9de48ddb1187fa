"""Tone of a sentence: does it speak well (1) or ill (-1) of its subject, or neither (0)?

The cues of ``knowledge/codes/tone.yaml`` and those of frames that carry a tone are summed for both sides. A negated
cue counts for the other side at half weight ("not fruitful"), a negated unfavourable one for none ("no threat"). Soft
cues, which call states friends, partners or allies, do not count where that is merely what was talked about.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..knowledge import FOLDER, codebook
from . import scope as scoping
from .codes import Score
from .model import NARRATOR, Code, Document

_ENOUGH = 0.99
_CLEAR = 0.99                              # how much one side must outweigh the other where both speak


def entries(language: str, script: str, folder: Path = FOLDER) -> Iterator[tuple[str, str, Any]]:
    """(pattern, layer, payload) of the cues of tone; what conditions them is looked for by ``codes``."""
    for cue in codebook.load(folder).cues["tone", language]:
        yield cue.pattern, "tone", cue


def annotate(doc: Document) -> None:
    """Set the tone of every sentence and append the cue behind each that is not 0."""
    for number, scope, (hits,) in scoping.scopes(doc, "tone"):
        if not hits:
            continue
        sentence = doc.sentences[number]
        talk = "talks" in scope.rules and sentence.speakers == (NARRATOR,)
        sides = {"1": Score(), "-1": Score()}
        for first, last, cue in hits:
            if not scope.counts(first, last, cue, True) or cue.soft and talk:
                continue
            if scope.negated(first, last):
                if cue.code == "1":
                    sides["-1"].add(first, last, cue.weight / 2, cue.pattern)
                continue
            sides[cue.code].add(first, last, cue.weight, cue.pattern)
        good, bad = sides["1"].sum, sides["-1"].sum
        code = None
        if good >= _ENOUGH and good - bad >= _CLEAR:
            code = "1"
        elif bad >= _ENOUGH and bad - good >= _CLEAR:
            code = "-1"
        if code is not None:
            sentence.tone = int(code)
            _, first, last, pattern = sides[code].best
            doc.codes.append(Code(number, "tone", code, doc.tokens.starts[first], doc.tokens.ends[last], pattern))
