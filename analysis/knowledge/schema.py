"""The shape of the knowledge files: what may stand in them, checked when they are read."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

Language = Literal["en", "az", "ru", "kk", "tr"]
EntityType = Literal["PERSON", "COUNTRY", "PLACE", "ORG", "EVENT", "DOCUMENT", "ROUTE"]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
# A year alone is a number to YAML.
PartialDate = Annotated[str, BeforeValidator(lambda value: str(value) if isinstance(value, int) else value),
                        StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
Name = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Names = dict[Language, list[Name]]

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Office(Strict):
    """A term of office; ``to`` is missing while it lasts."""

    role: Slug
    of: Slug
    to_state: Slug | None = None            # of an ambassador: the receiving state or body
    since: PartialDate | None = Field(default=None, alias="from")
    until: PartialDate | None = Field(default=None, alias="to")


class Entity(Strict):
    id: Slug
    type: EntityType
    name: Name
    names: Names = {}
    abbreviations: Names = {}
    former: Names = {}
    short: Names = {}
    demonyms: Names = {}
    gender: Literal["m", "f"] | None = None
    family: Literal["first", "last", "none"] = "last"
    state: Slug | None = None
    offices: list[Office] = []
    tags: list[Slug] = []
    basis: Name


class Role(Strict):
    id: Slug
    of: Literal["state", "body", "place"]
    single: bool
    titles: Names
