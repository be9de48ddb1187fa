"""Words that sound alike across languages and scripts: Johnson, Conson and Джонсон; referendum and референдумда.

Every form that a word may be an inflection of is written in one rough alphabet of sounds. Two words are cognates when
such forms differ little, by an edit distance in which vowels and neighbouring sounds cost less. Loan words and foreign
names, which the press of all five languages shares, are found so; native words of the Turkic languages too. It is
chance that short words sound alike, so they must agree wholly.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from functools import lru_cache

from ..annotate.morphology import rules
from ..annotate.romanize import romanize

_LEAST = 4              # sounds of a word that is compared
_ALIKE = 0.82           # likeness from which two forms are one word; short ones must reach _ALIKE_SHORT
_SHORT, _ALIKE_SHORT = 5, 0.9
_DOWN = (("shch", "S"), ("dzh", "J"), ("dj", "J"), ("tch", "C"), ("sch", "S"), ("sh", "S"), ("ch", "C"), ("zh", "J"),
         ("kh", "h"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("qu", "kv"), ("ks", "x"), ("q", "k"),
         ("w", "v"), ("j", "J"), ("y", "i"))
_SOFT_G, _SOFT_C = re.compile("g(?=[eiy])"), re.compile("c(?=[eiy])")
_VOWELS = frozenset("aeiou")
_NEAR = [frozenset(pair) for pair in ("Jg", "JC", "JS", "Jd", "kC", "kg", "hg", "hk", "vu", "vf", "bp", "td", "sz",
                                      "sS", "sC", "Jz", "ts", "xk", "xs", "xz", "bv", "ci")]
_CLASS = {letter: group[0] for group in ("bp", "vf", "gkhx", "dt", "JCSszc", "mn") for letter in group}


@lru_cache(maxsize=65536)
def sound(word: str, language: str, script: str = "latn") -> tuple[str, ...]:
    """The sounds of a folded word, in each way it may be read (English and foreign c, g)."""
    readings = [romanize(word, language, script).lower()]
    if language == "tr":
        readings.append(romanize(word, "en").lower())      # Turkish leaves foreign names as they are
    out: list[str] = []
    for plain in readings:
        out += _read(plain, language in ("en", "tr"))
    return tuple(dict.fromkeys(out))


def _read(plain: str, latin: bool) -> Iterator[str]:
    """The sounds of a word in plain letters; in English and foreign spelling c, ch and g may be read in two ways."""
    if latin and "ch" in plain:
        yield from _read(plain.replace("ch", "k"), latin)
    if latin and _SOFT_G.search(plain):
        yield from _read(_SOFT_G.sub("j", plain), latin)
    if latin and _SOFT_C.search(plain):
        yield from _read(_SOFT_C.sub("s", plain), latin)
    for letters, one in _DOWN:
        plain = plain.replace(letters, one)
    plain = "".join(letter for letter in plain.replace("c", "k") if letter.isalnum())
    if plain[:1] == "u" and plain[1:2] in _VOWELS:
        plain = "v" + plain[1:]                              # Уэльс, Uels
    yield "".join(letter for place, letter in enumerate(plain) if plain[place - 1:place] != letter)


@lru_cache(maxsize=65536)
def forms(word: str, language: str, script: str = "latn") -> tuple[str, ...]:
    """The sounds of every form that a folded word may be an inflection of, itself first."""
    base = word.partition("'")[0] if language == "tr" else word
    stems = [base, *(stem.rstrip("~") for stem in rules(language, script).lookups(base))]
    found = (reading for stem in dict.fromkeys(stems) if len(stem) > 2 for reading in sound(stem, language, script))
    return tuple(dict.fromkeys(found))


_COSTS = {one + other: 0.3 for one in _VOWELS for other in _VOWELS if one != other}
_COSTS |= {one + other: 0.4 for pair in _NEAR for one in pair for other in pair if one != other}
_GAPS = dict.fromkeys((*_VOWELS, "h"), 0.35)
_CHANGE, _GAP = 1.0, 0.9


@lru_cache(maxsize=131072)
def likeness(one: str, other: str) -> float:
    """How alike two forms sound, from 0 to 1: one less the cheapest edit over the length of the longer; 0 for less than
    ``_ALIKE``."""
    longest = max(len(one), len(other))
    dearest = longest * (1 - _ALIKE)
    if abs(_consonants(one) - _consonants(other)) * _GAP > dearest:
        return 0.0
    gaps = [_GAPS.get(letter, _GAP) for letter in other]
    row = [0.0]
    for gap in gaps:
        row.append(row[-1] + gap)
    for letter in one:
        own = _GAPS.get(letter, _GAP)
        above, row = row, [row[0] + own]
        for place, to in enumerate(other):
            changed = above[place] if letter == to else above[place] + _COSTS.get(letter + to, _CHANGE)
            row.append(min(changed, above[place + 1] + own, row[place] + gaps[place]))
        if min(row) > dearest:
            return 0.0
    return 1 - row[-1] / longest if row[-1] <= dearest else 0.0


@lru_cache(maxsize=65536)
def _consonants(form: str) -> int:
    return sum(letter not in _GAPS for letter in form)


def _bucket(form: str) -> str:
    """What cognates always share: how they begin, and the class of the first consonant behind."""
    first = form[0]
    head = "V" if first in _VOWELS or first in "vf" else _CLASS.get(first, first)
    second = next((letter for letter in form[1:] if letter not in _VOWELS and letter != "h"), "")
    return head + _CLASS.get(second, second)


def cognates(a: Collection[str], b: Collection[str], in_a: tuple[str, str], in_b: tuple[str, str],
             names: Collection[str] = ()) -> dict[tuple[str, str], float]:
    """The pairs of words of two vocabularies that sound alike → how much, from ``_ALIKE`` to 1.

    Parameters
    ----------
    a, b: folded words.
    in_a, in_b: language and script of each.
    names: words that stand with a capital inside sentences; of them, three sounds are enough.
    """
    ours, theirs = _by_form(a, in_a, names), _by_form(b, in_b, names)
    buckets: dict[str, list[str]] = defaultdict(list)
    for form in theirs:
        buckets[_bucket(form)].append(form)
    found: dict[tuple[str, str], float] = {}
    for form, words in ours.items():
        for its in buckets.get(_bucket(form), ()):
            for word in words:
                for other in theirs[its]:
                    if alike := _alike(form, its, word in names and other in names):
                        found[word, other] = max(found.get((word, other), 0.0), alike)
    return found


def _by_form(words: Collection[str], where: tuple[str, str], names: Collection[str]) -> dict[str, list[str]]:
    """The forms of a vocabulary that are long enough to be compared → the words they are forms of."""
    found: dict[str, list[str]] = {}
    for word in sorted(words):
        for form in forms(word, *where):
            if len(form) >= (_LEAST - 1 if word in names else _LEAST):
                found.setdefault(form, []).append(word)
    return found


def _alike(one: str, other: str, both_names: bool) -> float:
    shorter = min(len(one), len(other))
    if shorter < (_LEAST - 1 if both_names else _LEAST):
        return 0.0
    alike = likeness(one, other)
    return alike if alike >= (_ALIKE if shorter > _SHORT or both_names and shorter > _LEAST else _ALIKE_SHORT) else 0.0
