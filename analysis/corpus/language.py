"""Which of the five languages a report is written in, and in which script.

A report is judged in pieces, and each piece votes with its length: a line of the site's own in another language, or a
quotation, does not decide. The letters tell where they can: ə is Azerbaijani, ұ beside қ and і is Kazakh, ǵ beside q is
Kazakh in the Latin script of qz.inform.kz, which no language identifier knows. For the rest a naive Bayes identifier
over byte n-grams (langid.py of Lui & Baldwin 2012, in the py3langid fork, whose model lies in the package) ranks all
its 140 languages; asked of our five alone it would call French English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from ..errors import InputError
from .model import LANGUAGES

NAMES = {"en": "English", "az": "Azerbaijani", "ru": "Russian", "kk": "Kazakh", "tr": "Turkish"}

_PIECES = 8
_SAMPLE = 300  # code points of a piece that are looked at; more than the identifier needs on every gold report
_SHORT = 40  # code points; a piece this short only counts where there is no longer one
_FEWEST_LETTERS = 16
# Shares of the letters from which a piece is in a language. Paragraphs in Azerbaijani have 4 to 15 % ə, Kazakh ones 10
# to 20 % of the letters that Russian lacks; what names in another language's report add stays below these.
_SCHWA = 0.03
_KAZAKH = 0.08
_LETTERS = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile(r"[\u0400-\u052f]+")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u0259\u1e00-\u1eff]+")
# Words of Kazakh in its Latin spellings other than that of 2018: j at the beginning, and frequent words that Tatar and
# Crimean Tatar, which share most of the letters, have otherwise (yıl, içün, buldı).
_KAZAKH_WORDS = re.compile(r"\b(?:j[^\W\d_]{2,}|üşin|uşın|boldı|bolıp|osı|turalı|boyınşa|dep|degen|qazaq\w*)\b")
_OF_KAZAKH = re.compile(r"[әғқңөұүі]")


def script(text: str) -> str:
    """``cyrl`` or ``latn``, whichever most letters of the text belong to."""
    pieces = list(_pieces(text))
    cyrillic = sum(weight for piece, weight in pieces if _is_cyrillic(piece))
    return "cyrl" if cyrillic * 2 > sum(weight for _, weight in pieces) else "latn"


def _is_cyrillic(piece: str) -> bool:
    return _count(_CYRILLIC, piece) > _count(_LATIN, piece)


def _count(letters: re.Pattern[str], text: str) -> int:
    return sum(map(len, letters.findall(text)))


def detect(text: str, *, file: str | None = None, line: int | None = None) -> tuple[str, str]:
    """The language most of a report is in, and on what basis it was told.

    Parameters
    ----------
    text: the report, best without what the page added (notices are often in another language).
    file, line: where the article came from, for the message.

    Raises
    ------
    InputError: the report is in none of the five languages, or too short to tell.
    """
    pieces = sorted(_pieces(text), key=lambda piece: -piece[1])
    total = sum(weight for _, weight in pieces)
    if total < _FEWEST_LETTERS:
        raise _unknown("too few words to tell the language", file, line)
    votes: dict[str, int] = {}
    bases: dict[str, str] = {}
    for piece, weight in pieces:
        language, basis = _language(piece.lower())
        votes[language] = votes.get(language, 0) + weight
        bases.setdefault(language, basis)
        if votes[language] * 2 > total:
            break  # the rest cannot outvote it
    best = max(votes, key=lambda language: votes[language])
    if best in LANGUAGES:
        return best, bases[best]
    raise _unknown(
        f"in no language that is known here (nearest: “{best}”)" if best != "zxx" else "in no language at all",
        file,
        line,
    )


def _pieces(text: str) -> Iterator[tuple[str, int]]:
    """Samples from about eight parts of a text, each with how many letters its part has, near enough."""
    lines = [line for line in text.splitlines() if line.strip()]
    together = -(-len(lines) // _PIECES)
    parts = ["\n".join(lines[at : at + together]) for at in range(0, len(lines), max(together, 1))]
    parts = [part for part in parts if len(part) > _SHORT] or parts
    if len(parts) == 1 and len(parts[0]) > 3 * _SAMPLE:  # one long paragraph
        size = -(-len(parts[0]) // _PIECES)
        parts = [parts[0][at : at + size] for at in range(0, len(parts[0]), size)]
    for part in parts:
        sample = part[:_SAMPLE]
        yield sample, _count(_LETTERS, sample) * len(part) // len(sample)


def _language(sample: str) -> tuple[str, str]:
    """The language of one piece in small letters, and how it was told."""
    letters = _count(_LETTERS, sample)
    if sample.count("ə") > _SCHWA * letters:
        return "az", "letters: ə"
    if "қ" in sample and len(_OF_KAZAKH.findall(sample)) > _KAZAKH * letters and "і" in sample:
        return "kk", "letters: ұ, қ, і"
    if "q" in sample and sample.count("ǵ") + sample.count("ń") * 2 > letters / 200:
        return "kk", "letters: ǵ, ń, q"
    if "q" in sample and len(_KAZAKH_WORDS.findall(sample)) > letters / 100:
        return "kk", "words: jäne, üşin, boldı …"
    language, share = _identifier().rank(sample)[0]
    return language, f"letter sequences (py3langid): {share:.2f} of the probability over 140 languages"


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
