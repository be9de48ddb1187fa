"""Which of the five languages a report is written in, and in which script.

The letters decide where they can: ə is Azerbaijani, ұ is Kazakh, ǵ beside q is Kazakh in the Latin script of
qz.inform.kz, which no language identifier knows. For the rest a naive Bayes identifier over byte n-grams (langid.py of
Lui & Baldwin 2012, in the py3langid fork, whose model lies in the package) ranks all its 140 languages; asked of our
five alone it would call French English.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from ..errors import InputError
from .model import LANGUAGES

NAMES = {"en": "English", "az": "Azerbaijani", "ru": "Russian", "kk": "Kazakh", "tr": "Turkish"}

_SAMPLE = 400  # code points; twice what the identifier needs to be right on every gold report
_FEWEST_LETTERS = 16
_LETTERS = re.compile(r"[^\W\d_]")
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u0259\u1e00-\u1eff]")


def script(text: str) -> str:
    """``cyrl`` or ``latn``, whichever most letters of the first 400 characters belong to."""
    sample = text[:_SAMPLE]
    return "cyrl" if len(_CYRILLIC.findall(sample)) > len(_LATIN.findall(sample)) else "latn"


def detect(text: str, *, file: str | None = None, line: int | None = None) -> tuple[str, str]:
    """The language of a report and on what basis it was told.

    Parameters
    ----------
    text: the report, best without what the page added (notices are often in another language).
    file, line: where the article came from, for the message.

    Raises
    ------
    InputError: the report is in none of the five languages, or too short to tell.
    """
    sample = text[:_SAMPLE].lower()
    letters = len(_LETTERS.findall(sample))
    if letters < _FEWEST_LETTERS:
        raise _unknown("too few words to tell the language", file, line)
    if sample.count("ə") * 50 > letters:
        return "az", "letters: ə"
    if sample.count("ұ") + sample.count("қ") > 1 and "і" in sample:
        return "kk", "letters: ұ, қ, і"
    if "q" in sample and sample.count("ǵ") + sample.count("ń") * 2 > letters / 200:
        return "kk", "letters: ǵ, ń, q"
    ranked = _identifier().rank(sample)
    best, share = ranked[0]
    if best in LANGUAGES:
        return best, f"letter sequences (py3langid): {share:.2f} of the probability over 140 languages"
    raise _unknown(
        f"in no language that is known here (nearest: “{best}”)" if best != "zxx" else "in no language at all",
        file,
        line,
    )


def _unknown(problem: str, file: str | None, line: int | None) -> InputError:
    known = ", ".join(f"{NAMES[code]} ({code})" for code in LANGUAGES)
    return InputError(
        f"the article is {problem}" if problem.startswith("in ") else f"the article has {problem}",
        file=file,
        line=line,
        remedy=f"Remove it, or state its language if it is one of {known}",
    )


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
