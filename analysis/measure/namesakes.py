"""People whom the knowledge base does not have, known again in reports of other languages by the sound of their names.

Within an article the linker does this; between articles an unknown person has the id of one spelling of the name.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ..annotate.links import person_key
from ..tables import kept
from .base import UNKNOWN, selected

if TYPE_CHECKING:
    from analysis.tables import Tables


def one_person(t: Tables) -> dict[str, str]:
    """Entity → the entity that stands for it: itself, or the first whose given and family name sound the same.

    Only people outside the knowledge base with given and family name, each of two consonants at least, and only where
    the spellings come from different languages: two spellings in one language may be two people.
    """
    if "one person" not in kept(t):
        kept(t)["one person"] = _one_person(t)
    return kept(t)["one person"]


def _one_person(t: Tables) -> dict[str, str]:
    unknown = t.entities.loc[(t.entities["type"] == "PERSON") & ~t.entities["known"]]
    name = dict(zip(unknown["entity"], unknown["name"], strict=True))
    spoken: dict[str, set[str]] = defaultdict(set)
    for entity, language in selected(t, ["PERSON"])[["entity", "language"]].itertuples(index=False):
        if entity in name and language != UNKNOWN:
            spoken[entity].add(language)
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for entity in spoken:
        key = person_key(name[entity], "en")
        if min(len(part.partition("+")[0]) for part in key) > 1:
            groups[key].append(entity)
    out = {}
    for own in groups.values():
        languages = [language for entity in own for language in spoken[entity]]
        if len(own) > 1 and len(languages) == len(set(languages)):
            out |= dict.fromkeys(own, own[0])
    return out
