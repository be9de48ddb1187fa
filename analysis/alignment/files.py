"""Two articles from files, aligned: the records of the command ``align``.

=========  ============================================================================================
field      meaning
=========  ============================================================================================
a, b       the sentences of either side: ``[start, end]`` pairs in code points of the raw article; one of
           them is empty where a sentence stands alone
score      from 0 to 1; above one half the evidence is for the pair; 0 where a sentence stands alone
evidence   what both sides have in common, by kind: see ``analysis.alignment.evidence``
=========  ============================================================================================

Records are in the order of ``a``; a sentence that only ``b`` has comes after what stands before it there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..bulk import records
from ..corpus.model import RawArticle
from ..corpus.read import STDIN, read_inputs
from ..errors import InputError
from .evidence import evidence
from .features import Report, report
from .likeness import Likeness
from .path import Aligner


def aligned(a: str | Path, b: str | Path) -> Iterator[dict[str, Any]]:
    """The steps of the alignment of two files of one article each (the same file twice is allowed).

    Raises
    ------
    InputError: a file cannot be read, holds no article or several, is in none of the five languages, or nothing is
        left of it when what is no report has been taken out.
    """
    if str(a) == str(b) == STDIN:
        raise InputError("both articles from standard input", file=STDIN, remedy="Name a file for one of them")
    one, other = (_report(path, key) for path, key in ((a, "a"), (b, "b")))
    for step in Aligner(Likeness(one, other)).align():
        spans = [[[side.units[place].start, side.units[place].end] for place in places]
                 for side, places in ((one, step.a), (other, step.b))]
        yield {"a": spans[0], "b": spans[1], "score": round(step.score, 3), "evidence": evidence(one, other, step)}


def _report(path: str | Path, key: str) -> Report:
    from .. import knowledge
    from ..tables import from_records

    article = replace(_only(path), id=key)
    (record,) = records([article])
    if not record["sentences"]:
        raise InputError(
            "no sentence of a report in it", file=path, remedy="Give a file with the text of an article in it"
        )
    return report(from_records([record], entities=knowledge.load().describe()), key)


def _only(path: str | Path) -> RawArticle:
    articles = read_inputs([path])
    first = next(articles)
    if next(articles, None) is not None:
        raise InputError("more than one article in it", file=path, remedy="Give two files of one article each")
    return first
