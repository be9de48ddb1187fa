"""Who is meant: offices on a date, surnames within an article, one person in several spellings."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from ..knowledge import Knowledge
from ..knowledge.schema import Office
from .romanize import romanize

#: Offices that make someone the head of a body, looked up when the article says only "head", "chairman", "sədr".
HEADS = tuple(
    "chair secretary managing-director high-representative bank-governor speaker secretary-general president "
    "minister director director-general ceo head governor rector".split()
)


def _bounds(date: str) -> tuple[str, str]:
    """First and last day that a partial ISO date can mean."""
    return (date + "-01-01"[len(date) - 4 :])[:10], (date + "-12-31"[len(date) - 4 :])[:10]


def holds(office: Office, date: str) -> bool:
    """Can the office be held on the date? Partial dates and open bounds count as possible."""
    first, last = _bounds(date)
    since = _bounds(office.since)[0] if office.since else ""
    until = _bounds(office.until)[1] if office.until else "9999"
    return since <= last and first <= until


#: Reports of this domain are from 2010 or later: an undated one cannot mean whoever left office before.
EARLIEST = "2010"


def plausible(office: Office) -> bool:
    """Can an undated report mean the one who holds this office?"""
    return (office.until or "9999") >= EARLIEST


def holders(
    knowledge: Knowledge, role: str, owner: str, date: str | None, to_state: str | None = None
) -> tuple[str, ...]:
    """Everyone who may hold ``role`` of ``owner`` (a state or body) on ``date``; undated, everyone since ``EARLIEST``.

    The office of a state's body is found from the state as well ("Azerbaijani Speaker"), and the head of a body by
    any word for its head. On the day of a handover the newcomer is preferred.
    """
    terms = list(knowledge.holders.get((role, owner), ()))
    if not terms:
        if owner in knowledge.entities and knowledge.entities[owner].type == "COUNTRY":
            for body in _bodies_of(knowledge).get(owner, ()):
                terms += knowledge.holders.get((role, body), ())
        elif role in HEADS and (post := _minister_of(knowledge, owner)) is not None:
            terms += knowledge.holders.get(post, ())
        elif role in HEADS:
            for other in HEADS:
                terms += knowledge.holders.get((other, owner), ())
    if to_state is not None:
        terms = [term for term in terms if term[1].to_state == to_state]
    if date is None:
        terms = [term for term in terms if plausible(term[1])] or terms
    else:
        terms = [term for term in terms if holds(term[1], date)]
        if len(date) == 10:
            begun = [term for term in terms if (term[1].since or "") <= date]
            handed_over = [term for term in begun if term[1].until != date]
            terms = handed_over or begun or terms
    return tuple(dict.fromkeys(person for person, _ in terms))


def _minister_of(knowledge: Knowledge, ministry: str) -> tuple[str, str] | None:
    """The office that heads a ministry, as (role, state): its field's minister ("глава МИД Казахстана")."""
    entity = knowledge.entities.get(ministry)
    if entity is None or entity.state is None or not ministry.startswith("ministry-of-"):
        return None
    field = ministry.removeprefix("ministry-of-").removeprefix("national-").split("-")[0]
    role = {"internal": "interior"}.get(field, field) + "-minister"
    return (role, entity.state) if role in knowledge.roles else None


def _bodies_of(knowledge: Knowledge) -> dict[str, list[str]]:
    cached = _BODIES.get(id(knowledge))
    if cached is None:
        cached = defaultdict(list)
        for entity in knowledge.entities.values():
            if entity.state and entity.type == "ORG":
                cached[entity.state].append(entity.id)
        _BODIES[id(knowledge)] = cached
    return cached


_BODIES: dict[int, dict[str, list[str]]] = {}

# --- one person in several spellings ---------------------------------------------------------------------------

_SOUNDS = (
    (r"dzh|dj|zh|j|c(?=[eiyaou])", "j"),
    (r"kh|gh|x", "h"),
    (r"sh|shch|sch", "s"),
    (r"ch|tch", "c"),
    (r"ts|tz", "s"),
    (r"q|ck|k", "k"),
    (r"ph", "f"),
    (r"w", "v"),
    (r"th", "t"),
)
_FEMININE = re.compile(r"(?:ova|eva|ina|aya|skaya|qizi|kyzy)$")


@lru_cache(maxsize=65536)
def sound_key(name: str) -> str:
    """Consonants of a romanized name, with one letter for sounds that press spellings mix (j/zh/c, kh/gh/x, q/k).

    Two spellings of one name share it (Zhanseit, Canseit, Janseit); the feminine ending of a surname is kept
    (Aliyev, Aliyeva), for it tells two people apart.
    """
    low = re.sub(r"[^a-z]", "", name.lower())
    feminine = bool(_FEMININE.search(low))
    for pattern, sound in _SOUNDS:
        low = re.sub(pattern, sound, low)
    consonants = re.sub(r"[aeiouyh]", "", low[1:])
    first = "v" if low[:1] == "u" and low[1:2] == "i" else low[:1]
    key = re.sub(r"(.)\1+", r"\1", ("" if first in "aeiouyh" else first) + consonants)
    return key + ("+f" if feminine else "")


def person_key(full_name: str, language: str, script: str = "latn") -> tuple[str, str]:
    """Sound keys of the first given name and of the family name of "Given … Family"."""
    words = romanize(full_name, language, script).split()
    return (sound_key(words[0]), sound_key(words[-1])) if len(words) > 1 else ("", sound_key(words[0]) if words else "")


class KnownPeople:
    """Known people by the sound of their names, for spellings no list foresees."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._by_key: dict[tuple[str, str], list[str]] = defaultdict(list)
        for entity in knowledge.entities.values():
            if entity.type == "PERSON" and entity.family == "last":
                for language, names in entity.names.items():
                    for name in names:
                        key = person_key(name, language)
                        if all(key) and entity.id not in self._by_key[key]:
                            self._by_key[key].append(entity.id)

    def find(self, full_name: str, language: str, script: str = "latn") -> str | None:
        """The one known person whose given and family name sound so; None if there is none or more than one.

        Keys of a single consonant say too little and never match.
        """
        key = person_key(full_name, language, script)
        if len(key[0].partition("+")[0]) < 2 or len(key[1].partition("+")[0]) < 2:
            return None
        found = self._by_key.get(key, [])
        return found[0] if len(found) == 1 else None
