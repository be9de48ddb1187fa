"""What the ledgers of claims and of promises know: words of status, time, measure and act (``cues/*.yaml``).

The form of each file is described in its head.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, Field, model_validator

from ..errors import InputError
from .files import FOLDER, read_models
from .schema import EntityType, Language, Name, Slug, Strict

Patterns = Annotated[list[Name], Field(min_length=1)]
Status = Literal["achieved", "expected", "conditional", "target", "wished"]
Unit = Literal["day", "week", "month", "quarter", "year"]


class StatusItem(Strict):
    """One item of ``claim-status.yaml``."""

    language: Language
    status: Status
    patterns: Patterns
    endings: list[Name] = []
    basis: Name


class PeriodItem(Strict):
    """One item of ``periods.yaml``."""

    language: Language
    kind: Literal["relative", "part", "until", "since"]
    patterns: Patterns
    unit: Unit | None = None
    offset: int = 0
    months: tuple[Annotated[int, Field(ge=1, le=12)], Annotated[int, Field(ge=1, le=12)]] | None = None
    side: Literal["before", "behind"] | None = None

    @model_validator(mode="after")
    def _complete(self) -> PeriodItem:
        wanted = {"relative": "unit", "part": "months"}.get(self.kind, "side")
        if getattr(self, wanted) is None:
            raise ValueError(f"an item of kind “{self.kind}” needs “{wanted}”")
        return self


class MeasureItem(Strict):
    """One item of ``measures.yaml``."""

    measure: Slug
    label: Name
    units: Annotated[list[Name], Field(min_length=1)]
    directed: Literal["people", "state"] | None = None
    patterns: dict[Language, list[Name]]
    basis: Name


class TypeItem(Strict):
    """One item of ``act-types.yaml``: a type of act, or a rung of the ladder."""

    kind: Literal["type", "rung"]
    code: Slug
    label: Name
    definition: Name
    plover: str | None = None
    objects: list[EntityType] = []
    mark: str | None = None


class ActItem(Strict):
    """One item of ``acts.yaml``."""

    language: Language
    type: Slug
    role: Literal["act", "object", "both"]
    rung: Slug | None = None
    needs: Literal["object", "status"] | None = None
    patterns: Patterns
    basis: Name | None = None


@dataclass(frozen=True)
class ClaimBook:
    """All of it, checked.

    ``entries(language)`` are (pattern, layer, payload) for the lexicon; the layers are ``status`` (a status),
    ``period`` (a ``PeriodItem``), ``measure`` (an id) and ``act`` (an ``ActItem``).
    """

    measures: dict[str, MeasureItem]
    types: dict[str, TypeItem]
    rungs: dict[str, TypeItem]
    endings: dict[tuple[str, str], tuple[str, ...]]
    _entries: dict[str, list[tuple[str, str, object]]] = field(repr=False)

    def entries(self, language: str) -> Iterator[tuple[str, str, object]]:
        """What the lexicon is to look for in a language."""
        yield from self._entries.get(language, ())


Item = TypeVar("Item", bound=BaseModel)


def _unique(items: Iterator[tuple[int, Item]], key: str, file: Path) -> dict[str, Item]:
    out: dict[str, Item] = {}
    for line, item in items:
        code = getattr(item, key)
        if code in out:
            raise InputError(f"“{code}” stands twice", file=file, line=line, remedy="Join the two items")
        out[code] = item
    return out


@lru_cache(maxsize=4)
def load(folder: Path = FOLDER) -> ClaimBook:
    """Reads the files.

    Raises
    ------
    InputError: a file does not follow its form, or an act names a type or rung that is not there.
    """
    cues = folder / "cues"
    types_file = cues / "act-types.yaml"
    types: dict[str, TypeItem] = {}     # "courtesy" is a type and a rung: each has a name space of its own
    rungs: dict[str, TypeItem] = {}
    for line, item in read_models(types_file, TypeItem):
        into = types if item.kind == "type" else rungs
        if item.code in into:
            raise InputError(f"the {item.kind} “{item.code}” stands twice", file=types_file, line=line,
                             remedy="Join the two items")
        into[item.code] = item
    entries: dict[str, list[tuple[str, str, object]]] = defaultdict(list)
    endings: dict[tuple[str, str], tuple[str, ...]] = {}
    for _, item in read_models(cues / "claim-status.yaml", StatusItem):
        entries[item.language] += [(pattern, "status", item.status) for pattern in item.patterns]
        endings[item.language, item.status] = endings.get((item.language, item.status), ()) + tuple(item.endings)
    for _, item in read_models(cues / "periods.yaml", PeriodItem):
        entries[item.language] += [(pattern, "period", item) for pattern in item.patterns]
    measures_file = cues / "measures.yaml"
    measures = _unique(read_models(measures_file, MeasureItem), "measure", measures_file)
    for item in measures.values():
        for language, patterns in item.patterns.items():
            entries[language] += [(pattern, "measure", item.measure) for pattern in patterns]
    acts_file = cues / "acts.yaml"
    for line, item in read_models(acts_file, ActItem):
        if item.type != "any" and item.type not in types:
            raise InputError(f"there is no type of act “{item.type}”", file=acts_file, line=line,
                             remedy=f"Use one of {', '.join(types)}, or add it to act-types.yaml")
        if (item.role == "act") != (item.rung is not None) or (item.rung and item.rung not in rungs):
            raise InputError("an item of role “act” names a rung, and no other item does", file=acts_file, line=line,
                             remedy=f"Rungs: {', '.join(rungs)}")
        entries[item.language] += [(pattern, "act", item) for pattern in item.patterns]
    return ClaimBook(measures, types, rungs, endings, dict(entries))
