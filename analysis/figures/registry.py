"""Every figure and table of the book, under an id that never changes.

A figure is registered once, by the function that builds its content; chapters, exports and citations all ask
here. Picture, data, caption and alternative text come out of one call, so they cannot tell different stories.
"""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import InputError

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure as Picture

    from ..tables import Tables
    from .canvas import Head

BOOK = "Across the Caspian"
IDS = Path(__file__).with_name("ids.txt")
MODULES = ("corpus", "entities", "standing", "voices", "framing", "themes", "compared", "clouds", "pair", "pair_map",
           "pairing", "alignment", "claims", "agreements", "methods", "scores", "confusion", "beside")


class NothingToShow(Exception):
    """A corpus has nothing for this figure; the message says why, as a sentence without a full stop."""


@dataclass(frozen=True)
class Content:
    """What one figure shows for one corpus.

    Attributes
    ----------
    data: the numbers shown, tidy, one row a mark or table row; exported as CSV.
    caption: what is shown and how to read it, with its denominators; without the title and without the source.
    alt: the finding in words for a reader who does not see the picture (largest values, n).
    n: the number of units behind it, in words ("202 mentions in 5 articles").
    draw: makes the picture, given title, unit and source line to set above and below it; None for a table.
    shown: a table as it stands on the page, if that is not the data as they stand.
    row_headers: how many leading columns of a table name the row.
    empty: the corpus has nothing to show here; the caption says why.
    evidence: the words behind each mark (``measure.evidence``); None where the numbers count no words.
    """

    data: pd.DataFrame
    caption: str
    alt: str
    n: str
    draw: Callable[[Head], Picture] | None = None
    shown: pd.DataFrame | None = None
    row_headers: int = 1
    empty: bool = False
    evidence: pd.DataFrame | None = None


@dataclass(frozen=True)
class Figure:
    """One registered figure or table; ``build(tables)`` makes its content, the methods hand out its parts."""

    id: str
    title: str
    build: Callable[[Tables], Content]
    kind: str = "figure"  # figure or table
    unit: str = ""  # what one counted thing is
    method: str = ""  # how the numbers came about, in a sentence
    sources: tuple[str, ...] = ("own coding",)

    def content(self, tables: Tables) -> Content:
        """The content for these tables; built once for as long as the tables live."""
        kept = _kept(tables)
        if self.id not in kept:
            kept[self.id] = self._content(tables)
        return kept[self.id]

    def _content(self, tables: Tables) -> Content:
        import pandas as pd

        try:
            return self.build(tables)
        except NothingToShow as reason:
            said = f"Nothing to show: {reason}."

            def message(head: Head) -> Picture:
                from .canvas import message_picture

                return message_picture(head, said)

            return Content(
                data=pd.DataFrame({"note": [said]}),
                caption=said,
                alt=said,
                n="0",
                empty=True,
                draw=None if self.kind == "table" else message,
            )

    def data(self, tables: Tables) -> pd.DataFrame:
        return self.content(tables).data

    def caption(self, tables: Tables) -> str:
        return self.content(tables).caption

    def alt(self, tables: Tables) -> str:
        return self.content(tables).alt

    def n(self, tables: Tables) -> str:
        return self.content(tables).n

    def source(self, tables: Tables) -> str:
        """The source line."""
        return source_line(tables, self.sources)

    def draw(self, tables: Tables) -> Picture:
        """The picture, in the book's style, title, unit, n and source line on it.

        Raises
        ------
        TypeError: a table has no picture.
        """
        from . import style
        from .canvas import Head

        content = self.content(tables)
        if content.draw is None:
            raise TypeError(f"{self.id} is a table")
        with style.applied(self.id):
            return content.draw(Head(self.title, self.unit, f"{self.source(tables)} n\u00a0=\u00a0{content.n}."))

    def csv(self, tables: Tables) -> bytes:
        """The data as CSV: UTF-8, comma, header line, empty for missing."""
        return self.data(tables).to_csv(index=False, lineterminator="\n").encode("utf-8")

    def digest(self, tables: Tables) -> str:
        """SHA-256 of the CSV."""
        return hashlib.sha256(self.csv(tables)).hexdigest()


def _kept(tables: Tables) -> dict[str, Content]:
    """Contents made so far; they hang on the tables (which compare by value, so cannot be a key) and go with them."""
    return vars(tables).setdefault("_contents", {})


_figures: dict[str, Figure] = {}


def register(id: str, title: str, **about: Any) -> Callable[[Callable[[Tables], Content]], Figure]:
    """Decorator: registers a content-building function as the figure ``id`` and puts the figure in its place."""

    def enter(build: Callable[[Tables], Content]) -> Figure:
        if id in _figures:
            raise ValueError(f"two figures have the id {id}")
        _figures[id] = Figure(id=id, title=title, build=build, **about)
        return _figures[id]

    return enter


@lru_cache(maxsize=1)
def _load() -> None:
    for module in MODULES:
        import_module(f"{__package__}.{module}")


def pinned() -> list[str]:
    """Ids in the order in which the book lists them; an id once published stays here."""
    lines = IDS.read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def all_figures() -> list[Figure]:
    """Every registered figure and table, in the order of the pinned list."""
    _load()
    order = {id: place for place, id in enumerate(pinned())}
    return sorted(_figures.values(), key=lambda figure: (order.get(figure.id, len(order)), figure.id))


def get(id: str) -> Figure:
    """The figure of this id.

    Raises
    ------
    InputError: no such figure; the nearest ids are offered.
    """
    _load()
    if id not in _figures:
        near = difflib.get_close_matches(id, _figures, n=3, cutoff=0.4)
        raise InputError(
            f"there is no figure “{id}”",
            remedy=f"Did you mean {' or '.join(near)}?" if near else "All ids are in analysis/figures/ids.txt.",
        )
    return _figures[id]


def source_line(tables: Tables, sources: tuple[str, ...] = ("own coding",)) -> str:
    """What numbers rest on: "Source: … corpus, 5 articles, 2019–2024; own coding."; "undated" if no date is known."""
    count = len(tables.articles)
    years = sorted({int(year) for year in tables.articles["year"].dropna()})
    span = "undated" if not years else str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"
    return f"Source: {BOOK} corpus, {count} article{'' if count == 1 else 's'}, {span}; {'; '.join(sources)}."
