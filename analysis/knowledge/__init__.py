"""Knowledge as data: entities, roles, codes and cues that the annotators use, read from files a person can edit.

``load(folder)`` reads the folder that ships with the package or one of the same form for another domain.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from ..errors import InputError
from .files import FOLDER, read_items, read_models
from .schema import Entity, Office, Role

LANGUAGES = ("en", "az", "ru", "kk", "tr")
LANGUAGE_NAMES = {"en": "English", "az": "Azerbaijani", "ru": "Russian", "kk": "Kazakh", "tr": "Turkish"}

__all__ = ["FOLDER", "LANGUAGES", "LANGUAGE_NAMES", "Knowledge", "load", "read_items"]


@dataclass(frozen=True)
class Knowledge:
    """Entities and roles by id; ``holders`` lists (person, office) by (role, of); ``places``: file, line of an id."""

    folder: Path
    entities: dict[str, Entity]
    roles: dict[str, Role]
    places: dict[str, tuple[Path, int]]
    holders: dict[tuple[str, str], list[tuple[str, Office]]] = field(default_factory=dict)

    def describe(self) -> dict[str, dict[str, str | None]]:
        """Name, type and state of every entity, by id, as ``tables.from_records`` takes them."""
        return {
            entity.id: {"name": entity.name, "type": entity.type, "state": entity.state}
            for entity in self.entities.values()
        }


@lru_cache(maxsize=4)
def load(folder: Path = FOLDER) -> Knowledge:
    """Read the entities and roles of a knowledge folder.

    Raises
    ------
    InputError: a file does not follow the schema, an id stands twice, an office names an unknown role or entity,
        a name belongs to two entities, or two people hold an office that has one holder at the same time; with
        file and line.
    """
    roles: dict[str, Role] = {}
    places: dict[str, tuple[Path, int]] = {}
    for line, role in read_models(folder / "roles.yaml", Role):
        if role.id in roles:
            raise InputError(
                f"the role “{role.id}” stands twice", file=folder / "roles.yaml", line=line, remedy="Keep one"
            )
        roles[role.id] = role
    entities: dict[str, Entity] = {}
    for file in sorted((folder / "entities").glob("*.yaml")):
        for line, entity in read_models(file, Entity):
            if entity.id in entities:
                other, other_line = places[entity.id]
                raise InputError(
                    f"the id “{entity.id}” stands twice",
                    file=file,
                    line=line,
                    remedy=f"It also stands in {other.name}, line {other_line}; keep one",
                )
            entities[entity.id] = entity
            places[entity.id] = (file, line)
    _refuse_shared_names(entities, places)
    holders = _holders(entities, roles, places)
    return Knowledge(folder, entities, roles, places, holders)


def _refuse_shared_names(entities: dict[str, Entity], places: dict[str, tuple[Path, int]]) -> None:
    """A name means one entity in a language; only people may share one, if their offices' dates tell them apart."""
    owners: dict[tuple[str, str], str] = {}
    for entity in entities.values():
        for group in (entity.names, entity.former, entity.abbreviations):
            for language, names in group.items():
                for name in names:
                    key = (language, name if name.isupper() else name.casefold())
                    other = entities[owners.setdefault(key, entity.id)]
                    if other is entity or entity.type == other.type == "PERSON" and entity.offices and other.offices:
                        continue
                    file, line = places[entity.id]
                    raise InputError(
                        f"the name “{name}” ({language}) of “{entity.id}” is also that of “{other.id}”",
                        file=file,
                        line=line,
                        remedy=f"Keep it with one of them; the other stands in {places[other.id][0].name}, "
                        f"line {places[other.id][1]}",
                    )


def _holders(
    entities: dict[str, Entity], roles: dict[str, Role], places: dict[str, tuple[Path, int]]
) -> dict[tuple[str, str], list[tuple[str, Office]]]:
    holders: dict[tuple[str, str], list[tuple[str, Office]]] = defaultdict(list)
    for entity in entities.values():
        file, line = places[entity.id]
        for office in entity.offices:
            if office.role not in roles:
                raise InputError(
                    f"unknown role “{office.role}”",
                    file=file,
                    line=line,
                    place=f"item “{entity.id}”",
                    remedy="Add it to roles.yaml or use one that stands there",
                )
            if office.of not in entities:
                raise InputError(
                    f"an office of the unknown entity “{office.of}”",
                    file=file,
                    line=line,
                    place=f"item “{entity.id}”",
                    remedy="Add the entity or mend the id",
                )
            if office.since and office.until and office.until < office.since:
                raise InputError(
                    f"an office that ends ({office.until}) before it begins ({office.since})",
                    file=file,
                    line=line,
                    place=f"item “{entity.id}”",
                    remedy="Mend the dates",
                )
            holders[office.role, office.of].append((entity.id, office))
    for (role, of), terms in holders.items():
        terms.sort(key=lambda term: term[1].since or "")
        if not roles[role].single:
            continue
        for (earlier, first), (later, second) in zip(terms, terms[1:], strict=False):
            # unknown bounds cannot overlap; the day of the handover belongs to both
            if earlier != later and second.since and (first.until or "9999") > second.since and first.since:
                file, line = places[later]
                raise InputError(
                    f"{later} holds the office {role} of {of} from {second.since} while {earlier} holds it",
                    file=file,
                    line=line,
                    remedy="Mend the dates of one of them",
                )
    return dict(holders)
