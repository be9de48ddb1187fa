"""Bodies, events, documents and routes that no list knows, recognized by their head word.

Where the head word stands differs: English has it first or last ("Ministry of Energy", "Energy Ministry") and
writes names with capitals; Azerbaijani, Turkish and Kazakh have it last, with a possessive ending; Russian has it
first or behind its adjectives, and only the first word of the name is capitalized, so that the end is found by
the genitives that follow.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .model import Document

#: Small words that may stand inside a name.
_INSIDE = {
    "en": {"of", "for", "and", "the", "on", "in", "with"},
    "az": {"və", "üzrə", "ilə", "üçün", "dair", "haqqinda", "yanində"},
    "tr": {"ve", "ile", "için", "dair"},
    "kk": {
        "және",
        "мен",
        "бен",
        "пен",
        "жөніндегі",
        "үшін",
        "туралы",
        "jáne",
        "jónindegi",
        "men",
        "ben",
        "pen",
        "týraly",
    },
    "ru": {"по", "и", "в", "с", "при", "о", "об", "на", "для", "имени", "между", "из", "за"},
}
#: Words that are capitalized at the start of a sentence or beside names and never begin a name.
_NEVER_FIRST = {
    "en": set(
        "the a an this that these those his her its their our my he she it they we in on at of for and but or as by "
        "with from to also both last next during after before following according while when since under meanwhile "
        "addressing chairman chairwoman head deputy minister president speaker ambassador director secretary".split()
    ),
    "az": set("bu o həmin və isə lakin amma sonra daha həmçinin eyni görüşdə".split()),
    "tr": set("bu o şu ve ancak ayrica daha sonra ise".split()),
    "kk": set("бұл ол осы және сондай bul ol osy jáne sondaı".split()),
    "ru": set(
        "в на по с и но а о об при для из от за до как также этот эта это президент глава министр председатель".split()
    ),
}
#: Events that English names with a small head word ("the Nagorno-Karabakh conflict"); others are too often plain words.
_SMALL_EVENTS = {"conflict", "war", "summit", "session", "forum", "referendum", "genocide", "massacre"}
_LONGEST = 12  # words of a name
_RUSSIAN_GENITIVE = tuple("ого его ых их ой ей ов ев ий а я ы и ам ям ств ек".split())


@dataclass(frozen=True, slots=True)
class Head:
    """A head word of names: the type it makes and where it stands in the name (first, last or any)."""

    type: str
    position: str
    capital: bool = False  # must the head word itself begin with a capital?


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known of a document's tokens when names with head words are looked for."""

    capital: list[bool]
    people: set[int]  # tokens of people's names
    places: set[int]  # tokens of states and places


def find(doc: Document, hits: list[tuple[int, int, Head]], around: Surroundings) -> Iterator[tuple[int, int, int, str]]:
    """(first token, last token, head's token, type) of every name with a head word; names may contain known names."""
    if not hits:
        return
    reach = {"en": _english, "ru": _russian}.get(doc.language, _head_last)
    for (first, last, head), (begin, end) in zip(hits, _sentence_bounds(doc, hits), strict=True):
        found = reach(doc, first, last, head, begin, end, around)
        if found is not None and found[1] - found[0] < _LONGEST:
            yield found[0], found[1], first, head.type


def _sentence_bounds(doc: Document, hits: list[tuple[int, int, Head]]) -> list[tuple[int, int]]:
    bounds, number = [], 0
    for first, _, _ in hits:
        while doc.sentences[number].last <= first:
            number += 1
        bounds.append((doc.sentences[number].first, doc.sentences[number].last))
    return bounds


def _adjacent(doc: Document, left: int, right: int, leftward: bool = False) -> bool:
    """May two tokens belong to one name? Going ``leftward``, an opening quotation mark is where the name begins."""
    gap = doc.folded[doc.tokens.ends[left] : doc.tokens.starts[right]]
    if gap == "":
        return doc.tokens.words[left][0].isdigit()
    return gap in (" ", "\n", "-", " - ", "'", '" ') or gap in ('"', ' "') and not leftward


def _quoted(doc: Document, first: int, last: int) -> bool:
    start, end = doc.tokens.starts[first], doc.tokens.ends[last]
    return doc.folded[max(start - 1, 0)] == '"' and doc.folded[end : end + 1] == '"'


def _english(
    doc: Document, first: int, last: int, head: Head, begin: int, end: int, around: Surroundings
) -> tuple[int, int] | None:
    words, inside, capital = doc.tokens.words, _INSIDE["en"], around.capital
    small = not capital[first]
    if small and not (head.type == "ROUTE" or head.type == "EVENT" and words[last] in _SMALL_EVENTS):
        return None
    left, right = first, last
    # to the left over capitals, and over a possessive ("Azerbaijan's State Committee")
    while left > begin and _adjacent(doc, left - 1, left, True):
        word = words[left - 1]
        if left - 1 in around.people and left != first:
            break
        if capital[left - 1] and word not in _NEVER_FIRST["en"]:
            left -= 1
        elif (
            head.type == "EVENT"
            and word in ("st", "nd", "rd", "th")
            and left - 2 >= begin
            and words[left - 2][0].isdigit()
        ):
            left -= 2  # "43rd session"
        elif head.type == "EVENT" and len(word) == 4 and word.isdigit() and left < first:
            left -= 1  # "2010 OSCE Summit"
        elif word == "s" and left - 2 >= begin and capital[left - 2] and _adjacent(doc, left - 2, left - 1):
            left -= 2
        elif (
            word == "and"
            and head.position != "first"
            and left - 2 >= begin
            and capital[left - 2]
            and capital[left]
            and words[left - 2] not in _NEVER_FIRST["en"]
            and not {left - 2, left} & (around.people | around.places)
        ):
            left -= 2  # "Ministry"-last names with two fields: "Trade and Integration Ministry"
        elif (
            small
            and head.type == "ROUTE"
            and word in ("gas", "oil", "main", "trunk", "fibre", "fiber", "optic", "submarine", "energy")
            and left - 2 >= begin
        ):
            left -= 1
        else:
            break
    while left < first and not capital[left] and not words[left][0].isdigit():
        left += 1
    if small and left == first:
        return None
    # to the right: "of the …", "for …", further capitals
    at = right
    while at + 1 < end and _adjacent(doc, at, at + 1) and (capital[at] or at == last):
        ahead = at + 1
        if ahead in around.people:
            break
        if capital[ahead] and not small:
            at = right = ahead
            continue
        if (
            words[ahead] == "s"
            and ahead + 1 < end
            and capital[ahead + 1]
            and right > last
            and doc.folded[doc.tokens.ends[at] : doc.tokens.starts[ahead]] == "'"
            and ahead + 1 not in around.people
        ):
            at = right = ahead + 1
            continue
        step = ahead
        while step < end and step - ahead < 2 and words[step] in inside and _adjacent(doc, step - 1, step):
            step += 1
        if (
            step == ahead
            or step >= end
            or not capital[step]
            or not _adjacent(doc, step - 1, step)
            or step in around.people
        ):
            break
        joint = words[ahead:step]
        if joint[0] in ("in", "with", "on") and (step in around.places or head.position == "last" and right == last):
            break  # "the Energy Ministry in Baku": the place is another thing
        if joint[0] == "and" and (len(joint) > 1 or right == last or step in around.places and at not in around.places):
            break  # "and the …" begins another name
        at = right = step
    if small and left < first and right > last and not words[left][0].isdigit() and words[last + 1] != "of":
        right = last
    if left == first and right == last:
        return None  # a bare head word is no name
    if head.type == "DOCUMENT" and left > 0 and words[left - 1] in ("a", "an"):
        return None  # with an indefinite article a document is generic
    return left, right


def _head_last(
    doc: Document, first: int, last: int, head: Head, begin: int, end: int, around: Surroundings
) -> tuple[int, int] | None:
    words, inside, capital = doc.tokens.words, _INSIDE[doc.language], around.capital
    left = first
    while left > begin and _adjacent(doc, left - 1, left, True):
        word = words[left - 1]
        if left - 1 in around.people and left != first:
            break
        if capital[left - 1] and word not in _NEVER_FIRST[doc.language]:
            left -= 1
        elif (
            word in inside
            and left - 2 >= begin
            and capital[left - 2]
            and _adjacent(doc, left - 2, left - 1)
            and left - 2 not in around.people
        ):
            left -= 2
        elif word[0].isdigit() and head.type == "EVENT" and left < first:
            left -= 1
        else:
            break
    if doc.language == "kk" and left == first and not capital[first] and head.type == "ORG":
        left = _kazakh_start(doc, first, begin, around)
        return None if left is None else (left, last)
    while left < first and left in around.people and first - left > 1 and left + 1 not in around.people:
        left += 1
    if head.capital and not capital[first]:
        return None
    if left == first and capital[first] and head.type == "DOCUMENT" and _quoted(doc, first, last):
        return left, last  # a title in quotation marks: “Yol Xəritəsi”
    if left == first or not capital[left] and not words[left][0].isdigit():
        return None
    if not capital[first] and all(token in around.places for token in range(left, first)):
        return None  # "Qazaxıstan parlamenti": a common noun behind a state
    if not capital[first] and head.type in ("ORG", "DOCUMENT"):
        return None
    return left, last


def _kazakh_start(doc: Document, first: int, begin: int, around: Surroundings) -> int | None:
    """Where a Kazakh name with a small head word begins: it capitalizes its first word alone ("Сыртқы істер
    министрлігі"), one or two small words before the head."""
    left = first
    while left > begin and first - left < 3 and not around.capital[left] and _adjacent(doc, left - 1, left, True):
        left -= 1
    if not around.capital[left] or left in around.people or left in around.places or first - left < 2:
        return None
    return None if doc.tokens.words[left] in _NEVER_FIRST["kk"] else left


_RUSSIAN_ADJECTIVE = tuple("ый ий ой ая ое ее ого его ому ему ым им ом ем ую ские ских".split())


def _russian(
    doc: Document, first: int, last: int, head: Head, begin: int, end: int, around: Surroundings
) -> tuple[int, int] | None:
    words, inside, capital = doc.tokens.words, _INSIDE["ru"], around.capital
    left = first
    while (
        left > begin
        and first - left < 4
        and not capital[left]
        and _adjacent(doc, left - 1, left, True)
        and words[left - 1].endswith(_RUSSIAN_ADJECTIVE)
        and words[left - 1] not in inside
    ):
        left -= 1
    if not capital[left]:
        return None
    right, at = last, last
    while at + 1 < end and at - last < 9 and _adjacent(doc, at, at + 1):
        ahead = at + 1
        word = words[ahead]
        if ahead in around.people and words[at] != "имени" and at not in around.people:
            break
        if capital[ahead]:
            at = right = ahead
        elif word in inside and ahead + 1 < end and _adjacent(doc, ahead, ahead + 1):
            if word in ("в", "на") and not words[first].startswith(("посольств", "консульств", "представительств")):
                break
            if word in ("в", "на", "о", "об", "из", "за", "для", "между") and not capital[ahead + 1]:
                break
            if word == "и" and not (words[ahead + 1].endswith(_RUSSIAN_GENITIVE) and at > last):
                break
            at = ahead
        elif len(word) > 3 and word.endswith(_RUSSIAN_GENITIVE) and not word.endswith(("ла", "ли", "ется", "ает")):
            at = right = ahead
        else:
            break
    while right > last and words[right] in inside:
        right -= 1
    if right == last and left == first:
        return None
    return left, right
