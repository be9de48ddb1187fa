"""Which case a name or title stands in, read from its ending: can it be a subject?

Names of unknown people have no dictionary form, so the rules look for endings that only a case can explain; a name
the knowledge base lists is compared with its dictionary form. All words are folded; ``key`` is the language, for
Kazakh with its script ("kk-cyrl", "kk-latn").
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from .speech import ending

_POSSESSIVE = r"(?:l[aəe]r)?(?:s?[iuü]|[iuü]m[iuü]z|[yğg][iuü])?(?:d[iuü]r)?"
_NOMINATIVE_END = {
    "az": re.compile(_POSSESSIVE),
    "tr": re.compile(_POSSESSIVE),
    "kk-cyrl": re.compile(r"(?:[лдт][ае]р)?(?:с?[ыі]|г[іы]|ғ[ыі]|[ыі]м[ыі]з)?"),
    "kk-latn": re.compile(r"(?:[ldt][ae]r)?(?:s?[yi]|g[iy]|ǵ[yi]|[yi]m[yi]z)?"),
}
# Case endings as they show on a name whose base is not known.
_OBLIQUE_END = {
    "az": r"n[iuü]n|nd[aə]n?|yl[aə]|n[aə]|ni|(?<=[bcçdfgğhjklmnpqrsştvxyz])(?:in|un|ün|d[aə]n?|l[aə]|ə)|y[aə]|yi",
    "tr": r"'(?:n?[iuü]n|y?[aeiuü]|[dt][ae]n?|n[ae]|nd[ae]n?|yl?[ae]|l[ae])\w*|"
    r"(?:s[iuü]|l[ae]r[iu]|l[iuü]ğ[iuü])(?:n[iuü]n|n[ae]|nd[ae]n?|n[iuü]|yl[ae])",
    "kk-cyrl": r"[дтн][ыі]ң|[қғ]а|[кг]е|[дтн][ыі]|[дт][ае]|[дтн][ае]н|[мбп]ен|[ыі]н[ае]?|[ыі]нда|[ыі]нде",
    "kk-latn": r"[dtn][yi]ń|[qǵ]a|[kg]e|[dtn][yi]|[dt][ae]|[dtn][ae]n|[mbp]en|[yi]n[ae]?|[yi]nda|[yi]nde",
    "ru": r"ым|им|ом|ем|ему|ому|ого|его|ой|ею|ами|ями|ах|ях|ых|их|у|ю|(?<=[бвгджзклмнпрстфхцчшщ])[еы]",
}
# Names of bodies end in a possessive, which looks like a case ending on other words ("қызметі", "nazirliyi").
_BODY_OBLIQUE = {
    "az": r"n[iuü]n|nd[aə]n?|yl[aə]|n[aə]|ni|[^aeəiouöü](?:d[aə]n?|l[aə])",
    "tr": _OBLIQUE_END["tr"],
    "kk-cyrl": r"[дтн][ыі]ң|[ыі]н(?:а|е|да|де|ан|ен)?|[мбп]ен|[ндт][ае]н?|[қғ]а|[кг]е",
    "kk-latn": r"[dtn][yi]ń|[yi]n(?:a|e|da|de|an|en)?|[mbp]en|[ndt][ae]n?|[qǵ]a|[kg]e",
    "ru": r"ом|ем|ой|ей|у|ю|(?<!и)е|ии|[ыиь]|ами|ями|ах|ях|ета|нка|нда|нтра|ента|юза|вета|ства|дома|офиса|штаба|суда",
}
_OBLIQUE_NAME, _OBLIQUE_BODY = (
    {key: re.compile(rf"(?:{pattern})$") for key, pattern in table.items()} for table in (_OBLIQUE_END, _BODY_OBLIQUE)
)
_RUSSIAN_ADJECTIVE = re.compile(r"(?:ый|ий|ой|ая|яя|ое|ее|ого|его|ому|ему|ым|им|ом|ой|ую|юю|ые|ие|ых|их)$")
_RUSSIAN_MAN = re.compile(r"(?:ов|ев|ин|ян|ич|ий|ко|ль|н|р|т|д|к|с)а$")
_CASES = {
    "ablative": {"az": r"n?d[aə]n$", "tr": r"n?[dt][ae]n$", "kk-cyrl": r"[ндт][ае]н$", "kk-latn": r"[ndt][ae]n$"},
    "locative": {"az": r"n?d[aə]$", "tr": r"n?[dt][ae]$", "kk-cyrl": r"[дт][ае]$", "kk-latn": r"[dt][ae]$"},
}
_PLURAL = re.compile(r"[yiuü]?[ldtлдт][aəeае][rр]")
# A noun with a possessive behind a bare state name makes a compound of the two; adjectives in -ki and objects do not.
_POSSESSED = re.compile(r"(?:[iuüыіy]|n[iuü]n|[ыіyi][nн](?:[dд]\w*|[aеаe])?)$")
_LOOKS_POSSESSED = re.compile(r"(?:d[aəe]ki|[дт][ае][ғг][ыі]|[dt][ae][ǵg][yi]|[дтн][ыі]|[dtn][yi])$")


def name_oblique(key: str, words: Sequence[str], known: Collection[str], type_: str) -> tuple[bool, bool]:
    """Does a name stand in an oblique case? And can it, in Russian, only be a woman's nominative (or a man's genitive)?

    ``words``: the folded words of the name; ``known``: last words of its dictionary forms; ``type_``: the entity type.
    """
    word = words[-1]
    if key == "en":
        return False, False
    if type_ == "ORG":
        if key == "ru":
            return bool(_OBLIQUE_BODY[key].search(_russian_head(words))), False
        return word not in known and bool(_OBLIQUE_BODY[key].search(word)), False
    if word in known:
        return False, False
    if key == "tr":
        return "'" in word and bool(_OBLIQUE_NAME["tr"].search(word)), False
    bases = [base for base in known if len(base) > 2 and word.startswith(base)]
    if key == "ru" and known and (bases or type_ in ("COUNTRY", "PLACE")):
        return True, False
    if bases:
        rest = word[len(max(bases, key=len)) :]
        return type_ == "PERSON" or not _NOMINATIVE_END[key].fullmatch(rest), False
    if key == "ru":
        if type_ == "PERSON" and word.endswith(("ова", "ева", "ина", "ая")):
            return False, True
        if type_ == "PERSON" and _RUSSIAN_MAN.search(word):
            return True, False
        return bool(_OBLIQUE_NAME[key].search(word)) and not word.endswith(("ский", "ий", "кой")), False
    return len(word) > 4 and bool(_OBLIQUE_NAME[key].search(word)), False


def _russian_head(words: Sequence[str]) -> str:
    """The first noun of a body's name, which shows its case ("пресс-служба Президента", "Высшего совета")."""
    return next((word for word in words if word != "пресс" and not _RUSSIAN_ADJECTIVE.search(word)), words[-1])


def title_oblique(key: str, word: str, bases: Sequence[str]) -> bool:
    """Does a title stand in an oblique case, judged against its base forms?"""
    if key == "en":
        return False
    if key == "ru":
        return word not in bases
    if key == "tr" and "'" in word:
        return True
    return not _NOMINATIVE_END[key].fullmatch(ending(word, bases))


def title_plural(key: str, word: str, bases: Sequence[str]) -> bool:
    """Is a title of an agglutinative language in the plural, so that nobody in particular is meant?"""
    return bool(_PLURAL.match(ending(word, bases)))


def shown_case(key: str, word: str) -> str:
    """The case, "ablative" or "locative", if the ending shows it (where from, where it was said); else empty."""
    return next((case for case, ends in _CASES.items() if key in ends and re.search(ends[key], word)), "")


def possessed(words: Sequence[str]) -> bool:
    """Do the words behind a bare state name make a compound with it ("Qazaxıstan nümayəndə heyəti")?"""
    return any(_POSSESSED.search(word) and not _LOOKS_POSSESSED.search(word) for word in words)
