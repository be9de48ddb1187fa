"""Inflection by rule: is this word of a text a form of that word of the lexicon?

Nothing is lemmatized. A lexicon word is filed under ``keys(word)``; a word of a text is looked up under
``lookups(word)``; the two meet exactly when the text's word is the lexicon word plus endings that the language
allows. English has verb and plural endings, Russian replaces the ending of nouns and adjectives, and Azerbaijani,
Turkish and Kazakh add a chain of suffixes (plural, possessive, case, -ki, copula).

All words are folded (``text.fold``): there, ı and i are one letter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from .text import fold, kazakh_latin


@dataclass(frozen=True)
class Morphology:
    """Rules of one language and script.

    ``keys`` gives the index keys of a lexicon word, ``lookups`` those of a word met in a text; ``is_ending`` tells
    whether a string can stand behind a name as its case ending (after an apostrophe or hyphen).
    """

    keys: Callable[[str], Iterable[str]]
    lookups: Callable[[str], Iterable[str]]
    is_ending: Callable[[str], bool]


# --- English ---------------------------------------------------------------------------------------------------


def _english_lookups(word: str) -> Iterable[str]:
    yield word
    if len(word) < 4:
        return
    if word.endswith("s") and not word.endswith("ss"):
        yield word[:-1]
        if word.endswith("es"):
            yield word[:-2]
        if word.endswith("ies"):
            yield word[:-3] + "y"
    for ending in ("ed", "ing"):
        if word.endswith(ending):
            stem = word[: -len(ending)]
            if len(stem) > 2:
                yield stem
                yield stem + "e"
                if stem[-1] == stem[-2]:
                    yield stem[:-1]
                if ending == "ed" and stem.endswith("i"):
                    yield stem[:-1] + "y"


# --- Russian ---------------------------------------------------------------------------------------------------

_RUSSIAN_ENDINGS = sorted(
    "а я о е ы и й ь у ю ом ем ой ей ою ею ам ям ами ями ах ях ов ев ий ый ая яя ое ее ые ие ого его ому ему ым им "
    "ых их ыми ими ую юю ью ия ии ию ией ием иям иями иях".split(),
    key=len,
    reverse=True,
)
_RUSSIAN_ADJECTIVE = ("ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие")


def _russian_keys(word: str) -> Iterable[str]:
    yield word
    if len(word) > 4 and word.endswith(_RUSSIAN_ADJECTIVE):
        yield word[:-2] + "~"
    if word[-1] in "аяоеыийь" and len(word) > 3:
        yield word[:-1] + "~"
    elif word[-1] not in "уюэ":
        yield word + "~"
    if word.endswith("ец") and len(word) > 4:  # казахстанец, казахстанца
        yield word[:-2] + "ц~"


def _russian_lookups(word: str) -> Iterable[str]:
    yield word
    yield word + "~"
    for ending in _RUSSIAN_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 1:
            yield word[: -len(ending)] + "~"


# --- Azerbaijani, Turkish, Kazakh --------------------------------------------------------------------------------

_VOWEL = r"[iuü]"
_AZERBAIJANI = re.compile(
    rf"(?:l[aə]r)?"
    rf"(?:{_VOWEL}?m(?:{_VOWEL}z)?|{_VOWEL}?n(?:{_VOWEL}z)?|s?{_VOWEL})?"
    rf"(?:n?{_VOWEL}n|[yn]?[aə]|[yn]?{_VOWEL}|n?d[aə]n?|y?l[aə]|n?d[aə]k[iu](?:l[aə]r)?(?:n?{_VOWEL}n|n[aə]|n{_VOWEL}|nd[aə]n?)?)?"
    rf"(?:d{_VOWEL}r(?:l[aə]r)?)?"
)
_TURKISH = re.compile(
    rf"(?:l[ae]r)?(?:{_VOWEL}?m(?:{_VOWEL}z)?|{_VOWEL}?n(?:{_VOWEL}z)?|s?{_VOWEL})?"
    rf"(?:n?{_VOWEL}n|[yn]?[ae]|[yn]?{_VOWEL}|n?[dt][ae]n?|y?l[ae]|n?[dt][ae]ki(?:l[ae]r)?(?:n{_VOWEL}n|n[ae]|n{_VOWEL}|nd[ae]n?)?)?"
    rf"(?:[dt]{_VOWEL}r)?"
)
_KAZAKH_CHAIN = (
    "(?:[лдт][ае]р)?(?:[ыі]?м(?:[ыі]з)?|[ыі]?ң(?:[ыі]з)?|с?[ыі])?"
    "(?:[ндт][ыі]ң|[ғгқк][ае]|[н]?[ае]|[ндт][ыі]|н|н?[дт][ае]|[ндт][ае]н|[мбп]ен(?:ен)?|н?[дт][ае][ғг][ыі](?:[лдт][ае]р)?(?:[ндт][ыі]ң|[ғг][ае]|[ндт][ыі]|н)?)?"
    "(?:м[ыі]н)?"
)
_KAZAKH = re.compile(_KAZAKH_CHAIN)


def _latin_chain() -> re.Pattern[str]:
    letters = re.compile(r"[а-яғқңөұүһі]")
    return re.compile(letters.sub(lambda match: fold(kazakh_latin(match.group())), _KAZAKH_CHAIN))


_KAZAKH_LATIN = _latin_chain()
# The final consonant of a stem softens before a vowel: nazirlik → nazirliyi, серіктестік → серіктестігі.
_SOFT = {
    "az": {"k": "y", "q": "ğ"},
    "tr": {"k": "ğ", "p": "b", "ç": "c", "t": "d"},
    "kk-cyrl": {"к": "г", "қ": "ғ", "п": "б"},
    "kk-latn": {"k": "g", "q": "ǵ", "p": "b"},
}
_HIGH = "iuüыіy"
# The open vowel of the first suffix follows the last vowel of the stem (i is ambiguous after folding). Kazakh is left
# out: Russian surnames take back suffixes there whatever their vowels (Тоқаевтың).
_BACK, _FRONT = set("aou"), set("eəöü")
_OPEN = {"az": ("a", "ə"), "tr": ("a", "e")}
_ALL_VOWELS = set("aeəiouöüáyýаәеиоөуұүыіэюя")


def _agglutinative(
    chain: re.Pattern[str], soft: dict[str, str], open_vowels: tuple[str, str] | None = None
) -> Morphology:
    matches = chain.fullmatch

    def harmonious(word: str, cut: int) -> bool:
        if open_vowels is None:
            return True
        suffix = next((letter for letter in word[cut:] if letter in _ALL_VOWELS), "")
        stem = next((letter for letter in reversed(word[:cut]) if letter in _ALL_VOWELS), "")
        back, front = open_vowels
        # Turkish loans in -l and -t take front suffixes (saat, rol)
        return not (
            suffix == back and stem in _FRONT or suffix == front and stem in _BACK and word[cut - 1] not in "lt"
        )

    def keys(word: str) -> Iterable[str]:
        yield word
        if len(word) > 3:
            if word[-1] in soft:
                yield word[:-1] + soft[word[-1]] + "~"
            if word[-2] in _HIGH and len(word) > 4 and word[-1] not in _ALL_VOWELS and word[-3] not in _ALL_VOWELS:
                yield word[:-2] + word[-1] + "~"  # халық → халқы, şehir → şehri

    def lookups(word: str) -> Iterable[str]:
        base, mark, ending = word.partition("'")
        if mark:  # Turkish: what stands before the apostrophe is the name
            yield base
            yield from lookups(base)
            return
        yield word
        for cut in range(len(word) - 1, 2, -1):
            if matches(word, cut) and harmonious(word, cut):
                yield word[:cut]
                if word[cut] in _ALL_VOWELS:
                    yield word[:cut] + "~"

    return Morphology(keys, lookups, lambda ending: bool(ending) and bool(matches(ending)))


_RULES = {
    "en": Morphology(lambda word: (word,), _english_lookups, lambda ending: ending == "s"),
    "ru": Morphology(_russian_keys, _russian_lookups, lambda ending: ending in _RUSSIAN_ENDINGS),
    "az": _agglutinative(_AZERBAIJANI, _SOFT["az"], _OPEN["az"]),
    "tr": _agglutinative(_TURKISH, _SOFT["tr"], _OPEN["tr"]),
    "kk-cyrl": _agglutinative(_KAZAKH, _SOFT["kk-cyrl"]),
    "kk-latn": _agglutinative(_KAZAKH_LATIN, _SOFT["kk-latn"]),
}


def rules(language: str, script: str = "latn") -> Morphology:
    """The inflection rules of a language (ISO 639-1: en az ru kk tr); Kazakh has them for both its scripts."""
    return _RULES[f"kk-{script}" if language == "kk" else language]
