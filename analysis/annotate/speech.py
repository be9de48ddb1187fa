"""The words that hand the floor over: cues of speech as data, and the form in which each stands in a text.

Whether "bildirib", "bildirilib" or "bildirən" is meant decides who speaks (somebody, nobody in particular, or the
noun behind it), so a matched verb is classed by its ending, per language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import Field

from ..knowledge.files import FOLDER, read_models
from ..knowledge.schema import Language, Strict
from . import speakers
from .text import fold, kazakh_latin

LAYER = "speech"
#: Languages in which a verb closes the clause and may go without a subject.
DROPS = frozenset({"az", "tr", "kk"})

Kind = Literal[
    "say",
    "welcome",
    "credit",
    "source",
    "according",
    "impersonal",
    "message",
    "note",
    "teaser",
    "act",
    "meeting",
    "met",
    "back",
    "document",
    "pronoun",
    "shared",
    "side",
    "person",
    "body",
]
#: How a verb of speech stands: with a subject of its own, beside the sentence's verb, without a subject,
#: in front of a noun.
Form = Literal["finite", "converb", "passive", "participle", "other"]


class SpeechCue(Strict):
    """One item of ``cues/speech.yaml``; see the head of that file."""

    language: Language
    kind: Kind
    patterns: list[str] = Field(min_length=1)
    side: Literal["before", "after"] | None = None
    self_: bool = Field(default=False, alias="self")  # without a name beside it, the last speaker is meant
    number: Literal["one", "many", "thing"] | None = None
    noun: str | None = None
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cue:
    """Payload of a hit in the layer ``speech``."""

    kind: str
    side: str = ""
    own: bool = False
    number: str = ""
    noun: str = ""
    roles: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()  # the words that may stand last, to tell endings by
    oblique: bool = False  # a group in a case that is no subject


@lru_cache(maxsize=8)
def _cues(file: Path) -> tuple[SpeechCue, ...]:
    return tuple(cue for _, cue in read_models(file, SpeechCue))


def exact_slots(pattern: str) -> str:
    """Let a "=" before a slot of alternatives hold for each of them."""
    slots = []
    for slot in pattern.split():
        if slot.startswith("=") and "|" in slot:
            slot = "|".join(part if part[0] == "=" or part[-1] == "*" else f"={part}" for part in slot.split("|"))
        slots.append(slot)
    return " ".join(slots)


def entries(language: str, script: str, folder: Path = FOLDER) -> Iterator[tuple[str, str, Cue]]:
    """(pattern, layer, payload) for the lexicon pass; ``script`` is left to the lexicon.

    Raises
    ------
    InputError: a cue file does not follow the schema.
    """
    for item in _cues(folder / "cues" / "speech.yaml"):
        if item.language != language:
            continue
        for pattern in item.patterns:
            slot = kazakh_latin(pattern.split()[-1]) if script == "latn" and language == "kk" else pattern.split()[-1]
            bases = tuple(fold(word.strip("=*")) for word in slot.split("|"))
            yield (
                exact_slots(pattern),
                LAYER,
                Cue(
                    item.kind,
                    item.side or "",
                    item.self_,
                    item.number or "",
                    item.noun or "",
                    item.roles,
                    bases,
                ),
            )
    for pattern, noun, bases, oblique in speakers.entries(language, script, folder):
        yield pattern, LAYER, Cue("group", noun=noun, bases=bases, oblique=oblique)


# --- function words -------------------------------------------------------------------------------------------------


class Grammar(Strict):
    """One item of ``cues/grammar.yaml``; see the head of that file."""

    language: Language
    kind: Literal[
        "preposition",
        "postposition",
        "passed",
        "and",
        "subordinate",
        "relative",
        "conjunction",
        "light",
        "oblique-self",
        "follows",
        "goes-on",
        "also",
        "then-noun",
        "first-person",
        "auxiliary",
        "heading",
        "addressed",
        "noted",
    ]
    words: list[str] = Field(min_length=1)


@lru_cache(maxsize=256)
def words_of(kind: str, language: str, script: str, folder: Path = FOLDER) -> frozenset[str]:
    """Function words of a kind, folded; Kazakh in the script asked for."""
    found: set[str] = set()
    for _, item in read_models(folder / "cues" / "grammar.yaml", Grammar):
        if (item.kind, item.language) == (kind, language):
            found |= {fold(kazakh_latin(word) if (language, script) == ("kk", "latn") else word) for word in item.words}
    return frozenset(found)


@lru_cache(maxsize=64)
def phrase_pattern(kind: str, language: str, script: str) -> re.Pattern[str]:
    """The words and phrases of a kind as one pattern of whole words, for folded text."""
    return re.compile(
        "|".join(
            rf"\b{re.escape(word)}(?!\w)" for word in sorted(words_of(kind, language, script), key=len, reverse=True)
        )
    )


# --- forms of verbs (on folded text) -------------------------------------------------------------------------------

_FINITE = {
    "az": r"(?:[iuü]b(?:d[iuü]r)?(?:l[aə]r)?|d[iuü](?:l[aə]r)?|m[iuü]ş(?:d[iuü]r?)?(?:l[aə]r)?|[iuü]r(?:l[aə]r)?|[aə]r|"
    r"m[aə]qd[aə](?:d[iuü]r)?|m[aə]kd[aə](?:d[iuü]r)?|[aə]c[aə][qk](?:d[iuü]r)?)",
    "tr": r"(?:[dt][iuü](?:l[ae]r)?|m[iuü]ş(?:t[iuü]r?)?(?:l[ae]r)?|[iuü]yor(?:du|lar|lardi)?|m[ae]kte(?:dir|ydi)?|"
    r"[ae]c[ae]k(?:t[iuü]r?|l[ae]r)?|[iuüae]r(?:l[ae]r|ken)?)",
    "kk-cyrl": r"(?:[дт][ыі]|й?[аеы]ды|й?[аеі]ді|йды|йді|м[ае][кқ](?:ші|шы)?)",
    "kk-latn": r"(?:[dt][yi]|i?[aey]dy|i?[aei]di|m[ae][kq](?:shi|shy)?)",
    "ru": r"(?:л|ла|ло|ли|лся|лась|лись|ет|ит|ют|ят|ут|ат|ен|ена|ены)",
}
_CONVERB = {
    "az": r"(?:[aə]r[aə][qk]|k[əa]n)",
    "tr": r"(?:[ae]r[ae]k|[iuü]p|ken)",
    "kk-cyrl": r"(?:п)",
    "kk-latn": r"(?:p)",
    "ru": r"(?:[аяу]я|[иаяуе]в|вши|вшись|ясь|говоря)",
}
_PASSIVE_RUSSIAN = re.compile(r"(?:ется|ится|лось|[еаоя]но|ято|ыто|нуто)$")
#: A verbal noun-like form that is also a finite perfect, when the sentence or clause ends behind it.
_PERFECT = {"kk-cyrl": r"(?:[ғқ]ан|[гк]ен)", "kk-latn": r"(?:[ǵq]an|[gk]en)"}
_PARTICIPLE = {
    "az": r"[aə]n",
    "tr": r"[ae]n",
    "kk-cyrl": r"(?:[ғқ]ан|[гк]ен)",
    "kk-latn": r"(?:[ǵq]an|[gk]en)",
    "ru": r"(?:вш|ющ|ущ|ящ|ащ)\w{2,3}",
}
# The passive's suffix right behind a stem: bildir-il-ib, vurğula-n-ıb, belirt-il-di, айт-ыл-ды.
_PASSIVE_BEHIND = {
    "az": r"[iuü]?[ln][iuüdm]",
    "tr": r"[iuü]?[ln][iuüdm]",
    "kk-cyrl": r"[ыі]?[лн](?:[ыі]?[дпғгмб]|[ае]д)",
    "kk-latn": r"[yi]?[ln](?:[yi]?[dpǵgmb]|[ae]d)",
}
_PASSIVE_BEHIND = {key: re.compile(pattern) for key, pattern in _PASSIVE_BEHIND.items()}
#: Reflexive verbs of saying and thinking that have somebody as their subject ("жалуются", "надеется"); others of that
#: form are passives ("отмечается").
_REFLEXIVE_RUSSIAN = re.compile(
    r"(?:жал|наде|опаса|возмуща|призна|ссыла|сомнева|соглаша|обраща|дел|отзыва|восхища|удивля|интересу)\w*[юуя]?тся$"
)
_SHORT_ADJECTIVES = {
    "уверен",
    "уверена",
    "уверены",
    "убежден",
    "убеждена",
    "убеждены",
    "намерен",
    "намерена",
    "намерены",
}


def _compiled(table: dict[str, str]) -> dict[str, re.Pattern[str]]:
    return {key: re.compile(rf"{pattern}$") for key, pattern in table.items()}


_FINITE_END, _CONVERB_END, _PERFECT_END, _PARTICIPLE_END = map(_compiled, (_FINITE, _CONVERB, _PERFECT, _PARTICIPLE))
_ENGLISH_BE = {"was", "were", "is", "are", "been", "be", "being"}
_ADVERBS = {"also", "further", "repeatedly", "then"}


_NOMINAL = {
    "az": r"[dt][iuü][ğyk](?:[iuü]n?[iuüəa]?)?",
    "tr": r"[dt][iuü][ğk](?:[iuü]n?[iuüea]?)?",
    "kk-cyrl": r"(?:[ғқ]ан|[гк]ен|йт[ыі]н|т[ыі]н)(?:д[ыі][ғк][ыі])?[ыі]?н?",
    "kk-latn": r"(?:[ǵq]an|[gk]en|[iı]t[yi]n|t[yi]n)(?:d[yi][ǵk][yi])?[yi]?n?",
}
_NOMINAL_END = _compiled(_NOMINAL)
_GENITIVE = re.compile(r"(?:n?[iuü]n|[ндт][ыі]ң|[ndt][yi]ń)$")


def nominal_of(language: str, script: str) -> Callable[[str], bool]:
    """Tells whether a folded verb is made a noun ("ettiği", "dediyi", "айтқаны"): somebody's saying is meant."""
    pattern = _NOMINAL_END[f"kk-{script}" if language == "kk" else language]
    return lambda word: bool(pattern.search(word))


_FUTURE = re.compile(r"(?:[ae]c[ae][kğ]|[aə]c[aə][qkğy])")


def future(language: str, word: str) -> bool:
    """Is a folded verb of Azerbaijani or Turkish in the future?"""
    return language in ("az", "tr") and bool(_FUTURE.search(word))


def genitive(word: str) -> bool:
    """Does a folded word of Azerbaijani, Turkish or Kazakh look like a genitive?"""
    return bool(_GENITIVE.search(word))


def ending(word: str, bases: Sequence[str]) -> str:
    """What a word adds to the base it shares most with; the base's own last letters may have softened."""
    shared = max((_shared(word, base) for base in bases), default=0)
    return word[shared:]


def _shared(word: str, base: str) -> int:
    at = 0
    while at < min(len(word), len(base)) and word[at] == base[at]:
        at += 1
    return at


def form(
    language: str,
    script: str,
    words: Sequence[str],
    ends_clause: bool,
    before: Sequence[str] = (),
    bases: Sequence[str] = (),
) -> Form:
    """The form of a matched verb.

    Parameters
    ----------
    words: the folded words of the hit.
    ends_clause: a mark, a conjunction or the sentence's end stands behind it (decides the Kazakh perfect).
    before: the words in front of it (an English passive shows there).
    bases: the stems that the pattern asked for (a passive shows right behind the stem).
    """
    if language == "en":
        if words[0].endswith("ing"):
            return "converb"
        if before and before[-1] == "to":
            return "other"  # "appeared to insist"
        auxiliaries = [word for word in before if word not in _ADVERBS and not word.endswith("ly")]
        if auxiliaries and auxiliaries[-1] in _ENGLISH_BE and not words[0].endswith("s"):
            return "passive"
        return "finite"
    key = f"kk-{script}" if language == "kk" else language
    if language == "ru":
        for word in words:
            if word in _SHORT_ADJECTIVES or _REFLEXIVE_RUSSIAN.match(word):
                return "finite"
            if _PASSIVE_RUSSIAN.search(word):
                return "passive"
            if _PARTICIPLE_END["ru"].search(word):
                return "participle"
        for word in words:
            if _FINITE_END["ru"].search(word) and not word.endswith(("ен", "ена", "ены")):
                return "finite"
            if _CONVERB_END["ru"].search(word):
                return "converb"
        return "other"
    word = words[-1].partition("'")[0]
    if bases and _PASSIVE_BEHIND[key].match(ending(word, bases)):
        return "passive"
    if key in _PERFECT_END and ends_clause and _PERFECT_END[key].search(word):
        return "finite"
    if _PARTICIPLE_END[key].search(word):
        return "participle"
    if _CONVERB_END[key].search(word):
        return "converb"
    return "finite" if _FINITE_END[key].search(word) else "other"
