"""What the tables and columns that the book publishes mean: ``tables.yaml`` and ``columns.yaml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pydantic import Field

from ..errors import InputError
from .files import FOLDER, read_models
from .schema import Name, Strict

#: Instead of a unit: the one that the figure itself states.
COUNTED = "counted"


class Reference(Strict):
    """Columns of a table that name a row of another."""

    columns: list[Name]
    to: Name


class Table(Strict):
    id: Name
    title: Name
    description: Name
    key: list[Name] = []
    refers: list[Reference] = []
    words: bool = False


class Column(Strict):
    name: Name
    in_: list[Name] = Field(default=[], alias="in")
    description: Name
    unit: Name | None = None
    required: bool = False
    values: list[int | str] = []
    minimum: int | None = None
    pattern: str | None = None


@dataclass(frozen=True)
class Dictionary:
    """Tables by id, in the order of the file, and columns by (table or figure, name); ("", name) for all others."""

    tables: dict[str, Table]
    columns: dict[tuple[str, str], Column]

    def column(self, table: str, name: str) -> Column | None:
        """What a column of a table or figure means; nothing if nobody has said."""
        return self.columns.get((table, name)) or self.columns.get(("", name))


@lru_cache(maxsize=1)
def load(folder: Path = FOLDER) -> Dictionary:
    """The descriptions of all tables and columns.

    Raises
    ------
    InputError: a file cannot be read, an item has a mistake, or something is described twice; the line is named.
    """
    tables: dict[str, Table] = {}
    for line, table in read_models(folder / "tables.yaml", Table):
        if table.id in tables:
            raise InputError("the table is described twice", file=folder / "tables.yaml", line=line,
                             place=f"item “{table.id}”", remedy="Keep one of the items")
        tables[table.id] = table
    columns: dict[tuple[str, str], Column] = {}
    for line, column in read_models(folder / "columns.yaml", Column):
        for where in column.in_ or [""]:
            if (where, column.name) in columns:
                raise InputError(f"the column is described twice{f' for “{where}”' if where else ''}",
                                 file=folder / "columns.yaml", line=line, place=f"item “{column.name}”",
                                 remedy="Name what each is for under “in”, or keep one")
            columns[where, column.name] = column
    return Dictionary(tables, columns)
