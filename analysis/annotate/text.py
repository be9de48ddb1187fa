"""Folding and tokenizing: the view of a text on which names and cues are matched.

Folding maps every code point to exactly one code point, so that an offset in the folded text is an offset in
the raw one. It lowers case, makes one letter of the four i of the Turkic Latin alphabets (İ I ı i: capital I
is ambiguous between the languages, and no pair of names here differs in that letter alone), and makes one of
the many apostrophes, quotation marks, dashes and spaces.
"""

from __future__ import annotations

import re
from functools import lru_cache

from .model import Tokens

_APOSTROPHES = "’‘ʼ`´′ʹꞌ＇ʻ"
_DASHES = "‐‑‒–—―−"
_QUOTES = "“”„‟«»″"
_SPACES = "\u00a0\u2007\u202f\u2009\u200a\u2002\u2003\u3000"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"


def _folding() -> dict[int, str]:
    table: dict[int, str] = {}
    for point in range(0x2100):
        low = chr(point).lower()
        if len(low) == 1 and low != chr(point):
            table[point] = low
    table |= {ord("İ"): "i", ord("I"): "i", ord("ı"): "i", ord("Ё"): "е", ord("ё"): "е"}
    for letters, plain in ((_APOSTROPHES, "'"), (_DASHES, "-"), (_QUOTES, '"'), (_SPACES, " ")):
        table |= {ord(letter): plain for letter in letters}
    return table


_FOLD = _folding()
# Letters that look the same in Latin and Cyrillic; texts that passed through several hands mix them inside a word.
_LATIN_LOOKS = dict(zip("асеорхуіһкмнтв", "aceopxyihkmhtb", strict=True))
_CYRILLIC_LOOKS = {latin: cyrillic for cyrillic, latin in _LATIN_LOOKS.items() if latin in "aceopxyik"}
_CYRILLIC = "а-яәғқңөұүһіђ-џѐ-ѯ"
_MIXED = re.compile(rf"[a-z][{_CYRILLIC}]|[{_CYRILLIC}][a-z]")
_RUN = re.compile(rf"[a-z]+|[{_CYRILLIC}]+")
_WORD_LETTERS = re.compile(rf"[a-z{_CYRILLIC}]+")
# A word is a run of letters of one script (a name glued to the word before it falls apart at the change of
# script) or of digits; invisible joiners inside a word belong to it.
_TOKEN = re.compile(rf"\d+(?:[.,\u00a0 ]\d{{3}})*(?:[.,]\d+)?|[{_CYRILLIC}]+(?:[{_INVISIBLE}]+[{_CYRILLIC}]+)*"
                    rf"|[^\W\d_{_CYRILLIC}]+(?:[{_INVISIBLE}]+[^\W\d_{_CYRILLIC}]+)*")
# Turkish sets case endings of names off with an apostrophe: one word there, its base before the mark.
_TURKISH_TOKEN = re.compile(rf"(?:{_TOKEN.pattern})(?:'[^\W\d_]+)?")
_GLUED = re.compile(r"[а-яёәғқңөұүһі](?=[А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі])")
_STRIP_INVISIBLE = {ord(mark): None for mark in _INVISIBLE}


def fold(text: str) -> str:
    """The text in lower case with one form of each i, apostrophe, dash, quotation mark and space; same length."""
    folded = text.translate(_FOLD)
    return _mend_homoglyphs(folded) if _MIXED.search(folded) else folded


def _mend_homoglyphs(folded: str) -> str:
    """Give a stray look-alike letter inside a word the script of the rest of the word."""

    def mend(match: re.Match[str]) -> str:
        word = match.group()
        runs = _RUN.findall(word)
        if len(runs) == 1:
            return word
        latin = sum(len(run) for run in runs if run[0] <= "z")
        table, minority = ((_CYRILLIC_LOOKS, [run for run in runs if run[0] <= "z"]) if latin * 2 < len(word)
                           else (_LATIN_LOOKS, [run for run in runs if run[0] > "z"]))
        if any(len(run) > 1 or run not in table for run in minority) or len(word) < 3:
            return word                       # two words glued together, not one word with a stray letter
        return "".join(table.get(letter, letter) for letter in word)

    return _WORD_LETTERS.sub(mend, folded)


def tokenize(folded: str, language: str = "en", text: str | None = None) -> Tokens:
    """Words and numbers of a folded text with their offsets.

    A hyphenated compound gives one token a part, so that the same name matches however it is joined; an apostrophe
    ends a word ("azerbaijan's" → azerbaijan, s) except in Turkish, where the ending stays ("bakü'deki" is one
    token). "1,500" and "14.5" are one token. With the raw ``text`` Cyrillic words that lost the space between them
    ("которойКазахстан") fall apart at the capital.
    """
    pattern = _TURKISH_TOKEN if language == "tr" else _TOKEN
    spans = [match.span() for match in pattern.finditer(folded)]
    if text is not None and _GLUED.search(text):
        spans = [part for start, end in spans for part in _unglued(text, start, end)]
    words = [folded[start:end] for start, end in spans]
    if any(mark in folded for mark in _INVISIBLE):
        words = [word.translate(_STRIP_INVISIBLE) for word in words]
    return Tokens(words, [start for start, _ in spans], [end for _, end in spans])


def _unglued(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A token in its parts, if a capital inside shows two words; the capitals of a trade name (КазМунайГаз) do not."""
    cuts = [match.start() + 1 for match in _GLUED.finditer(text, start, end)]
    if len(cuts) != 1 or min(cuts[0] - start, end - cuts[0]) < (4 if text[start].isupper() else 2):
        return [(start, end)]
    return [(start, cuts[0]), (cuts[0], end)]


# The 2018 Latin alphabet in which qz.inform.kz writes Kazakh, with its digraphs.
_KAZAKH_LATIN = dict(zip("абвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыьіэюя", (
    "a", "b", "v", "g", "ǵ", "d", "e", "ıo", "j", "z", "ı", "ı", "k", "q", "l", "m", "n", "ń", "o", "ó", "p", "r",
    "s", "t", "ý", "u", "ú", "f", "h", "h", "ts", "ch", "sh", "sh", "", "y", "", "i", "e", "ıý", "ıa"), strict=True))
_KAZAKH_LATIN["ә"] = "á"


@lru_cache(maxsize=65536)
def kazakh_latin(text: str) -> str:
    """Kazakh Cyrillic in the 2018 Latin alphabet ("Тоқаев" → "Toqaev"); other characters stay."""
    out = []
    for letter in text:
        latin = _KAZAKH_LATIN.get(letter.lower())
        if latin is None:
            out.append(letter)
        else:
            out.append(latin[:1].upper() + latin[1:] if letter != letter.lower() else latin)
    return "".join(out)


# Other Latin spellings of Kazakh (the alphabet of 2021 and those of news sites and converters before it), letter by
# letter in the alphabet of 2018. What differs most: ä ğ ñ ö ü ş ç for á ǵ ń ó ú sh ch, and ı for y.
_OTHER_LATIN = {"ä": "á", "ə": "á", "ğ": "ǵ", "ñ": "ń", "ŋ": "ń", "ö": "ó", "ü": "ú", "ū": "u", "ş": "sh", "ç": "ch",
                "ı": "y", "ï": "ı", "y": "ı", "x": "h", "w": "ý"}
_OTHER_KAZAKH = re.compile("[äğñş]")
_KAZAKH_2018 = re.compile("[áǵńóý]")
_W_AS_VOWEL = re.compile(r"(?<![aäeiıoöuüūï])w(?![aäeiıoöuüūï])")      # "wlttıq": ұ


def is_other_kazakh_latin(text: str) -> bool:
    """Is a Kazakh text in the Latin script spelled otherwise than in the alphabet of 2018?"""
    lower = text.lower()
    return len(_OTHER_KAZAKH.findall(lower)) > len(_KAZAKH_2018.findall(lower))


@lru_cache(maxsize=65536)
def in_alphabet_of_2018(word: str) -> str:
    """A Kazakh word of another Latin spelling, folded, as the alphabet of 2018 spells it: "Qırğızstan" →
    "qyrǵyzstan"."""
    lower = _W_AS_VOWEL.sub("u", word.replace("I", "ı").replace("İ", "i").lower())
    return fold("".join(_OTHER_LATIN.get(letter, letter) for letter in lower))
