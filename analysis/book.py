"""What the chapters call: tables, figures, numbers for the prose, and two reports side by side.

A chapter starts with ``from analysis import book as b`` and ``t = b.load()``. Words of articles are escaped wherever
they become HTML, and are text nodes in the built book.
"""

from __future__ import annotations

import base64
import os
import re
from collections.abc import Mapping
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING, Any

from . import narrative
from .narrative import sentences_html

if TYPE_CHECKING:
    import pandas as pd

    from .tables import Tables

__all__ = ["behind", "briefs", "cite", "codebook", "facts", "findings", "gallery", "glue_facts", "load", "names",
           "pair", "relation_words", "sentences", "show", "side_by_side", "sources", "table", "tables"]

#: Set while the book is built: pages then take figures from the export, and nothing is drawn for JupyterLab.
BUILDING = "CASPIAN_BUILDING"
_KEY = re.compile(r"[\w.-]+")
#: Before the type of an output that is kept for the prose and not shown.
_GLUED = "application/papermill.record/"


def load() -> Tables:
    """The tables of the corpus; annotated once, then read from where they are kept.

    Raises
    ------
    InputError: the articles, the catalogue or a knowledge file cannot be used.
    """
    return _loaded() if os.environ.get(BUILDING) else _loaded.__wrapped__()


@lru_cache(maxsize=1)
def _loaded() -> Tables:
    """The tables, looked for once; while the book is built nothing changes under a chapter."""
    from .pipeline import load as load_tables

    return load_tables()


def show(id: str) -> None:
    """Shows a figure: in the book numbered, with caption, source line and files; in JupyterLab as a picture.

    Raises
    ------
    InputError: there is no figure of that id.
    """
    from .figures import get

    figure = get(id)
    _display(f"```{{corpus-{figure.kind}}} {id}\n```", lambda: _figure_html(id))


def table(id: str) -> None:
    """Shows a registered table, as ``show`` does; the two differ in name only, for whoever reads the chapter."""
    show(id)


def gallery() -> None:
    """Lists every figure and table: where it stands, what it counts, its files and how to cite it."""
    from .figures import all_figures

    for figure in all_figures():
        _display(f"```{{corpus-entry}} {figure.id}\n```", lambda figure=figure: (
            f"<p><strong>{escape(figure.title)}</strong> (<code>{figure.id}</code>): {escape(figure.n(load()))}</p>"))


def findings(*ids: str) -> None:
    """Shows findings, each with what it rests on and how sure it is.

    Raises
    ------
    InputError: there is no finding of an id.
    """
    _display_html(narrative.findings_html(load(), ids), ", ".join(ids))


def briefs() -> None:
    """Shows the findings of the front page, each with a link to its chapter."""
    _display_html(narrative.briefs_html(load(), ".html" if os.environ.get(BUILDING) else ".md"), "findings in brief")


def behind(what: str, limit: int = 20) -> None:
    """Shows the sentences behind what a chapter counts, folded away; ``what`` as in ``narrative.groups_behind``."""
    t = load()
    _display_html(narrative.behind_html(t, narrative.groups_behind(t, what), limit), f"sentences behind {what}")


def codebook(axis: str) -> None:
    """Shows the codebook of an axis (theme, frame, tone) as the knowledge files have it."""
    _display_html(narrative.codebook_html(axis), f"codebook: {axis}")


def relation_words() -> None:
    """Shows the words for the relation, by group and language."""
    _display_html(narrative.relation_words_html(), "words for the relation")


def names() -> None:
    """Shows who and what the articles name, with the names in the other languages."""
    _display_html(narrative.names_html(load()), "names")


def tables() -> None:
    """Shows what the tables of the corpus are: rows and columns of each."""
    _display_html(narrative.tables_html(load()), "tables")


def sources() -> None:
    """Shows the articles with their addresses, how their dates are known, and what the catalogue remarks on them."""
    from .pipeline import ROOT

    _display_html(narrative.sources_html(load(), ROOT), "articles")


def cite() -> None:
    """Shows how to cite the book."""
    from . import citing
    from .pipeline import ROOT
    from .tables import corpus_of

    _display("```{corpus-citation}\n```", lambda: narrative.citation_html(citing.of_book(ROOT, corpus_of(load()))))


def facts(chapter: str) -> dict[str, str | int]:
    """Single numbers and names of a chapter (corpus, entities, voices, tone, themes, pair, claims), or ``quality``: how
    well each instrument reads the corpus, in a sentence.

    Raises
    ------
    InputError: there is no such chapter.
    """
    from .errors import InputError
    from .measure import facts as made

    t = load()
    if chapter == "quality":
        return dict(narrative.quality(t))
    make = getattr(made, f"{chapter}_facts", None)
    if make is None:
        raise InputError(f"there are no facts of “{chapter}”", remedy="See analysis/measure/facts.py")
    return make(t)


def glue_facts(facts: Mapping[str, object], prefix: str = "") -> None:
    """Hands values to the prose: ``{glue:text}`<prefix><key>` `` sets them as plain text.

    Whole numbers get their thousands separated; everything else goes in as ``str`` gives it.

    Raises
    ------
    ValueError: a key that a role could not name, or a value that is missing.
    """
    from IPython.display import display

    for key, value in facts.items():
        name = f"{prefix}{key}"
        if not _KEY.fullmatch(name):
            raise ValueError(f"{name!r} cannot be glued: use letters, digits, hyphen, underscore and full stop")
        if value is None or value != value:
            raise ValueError(f"the value of {name!r} is missing, and prose cannot have a gap")
        # What myst_nb.glue does with an object, without the seconds of imports that it does first. The text is read
        # back as a Python literal: a number with separators would turn into a tuple.
        glued = {"scrapbook": {"name": name, "mime_prefix": _GLUED}}
        display({f"{_GLUED}text/plain": repr(_said(value))}, raw=True, metadata=glued)


def _said(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    value = value.item() if hasattr(value, "item") else value
    return f"{value:,}" if isinstance(value, int) else str(value)


def _display(markdown: str, html: Any) -> None:
    """One output for two readers: the book takes the directive, JupyterLab the HTML."""
    from IPython.display import display

    bundle = {"text/markdown": markdown, "text/plain": markdown}
    if not os.environ.get(BUILDING):
        bundle["text/html"] = html()
    display(bundle, raw=True)


def _figure_html(id: str) -> str:
    """A figure or table as HTML that needs no other file."""
    from .figures import get, style
    from .figures.export import table_parts

    figure, t = get(id), load()
    content = figure.content(t)
    words = f"{escape(content.caption)} <small>{escape(figure.source(t))}</small>"
    if content.draw is None:
        parts = table_parts(content.data if content.shown is None else content.shown, content.row_headers)
        head = "".join(f'<th scope="col">{escape(name)}</th>' for name in parts["columns"])
        rows = "".join(
            "<tr>"
            + "".join(
                f'<th scope="row">{escape(cell)}</th>' if place < parts["row_headers"] else f"<td>{escape(cell)}</td>"
                for place, cell in enumerate(row)
            )
            + "</tr>"
            for row in parts["rows"]
        )
        title = f"<caption><strong>{escape(figure.title)}.</strong> {words}</caption>"
        return f"<table>{title}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    png = base64.b64encode(style.to_png(figure.draw(t), 150)).decode("ascii")
    image = f'<img src="data:image/png;base64,{png}" alt="{escape(content.alt)}" width="520">'
    return f"<figure>{image}<figcaption>{words}</figcaption></figure>"


def pair() -> tuple[str, str]:
    """Ids of the two reports that the book lays side by side: of one event, in two languages if there are such.

    Raises
    ------
    InputError: no event of the corpus is told by two articles.
    """
    from .errors import InputError
    from .measure import pairs

    found = pairs.chosen(load())
    if found is None:
        remedy = "Give two articles the same event in the catalogue, or leave this chapter out."
        raise InputError(pairs.why_none(load()), remedy=remedy)
    return found


_STYLE = """<style>
.corpus-sentences { padding-left: 1.2rem; } .corpus-sentences li { margin-bottom: .5rem; }
.corpus-finding { border-left: .25rem solid #0072b2; padding-left: .8rem; margin: 1rem 0; }
.corpus-finding .sure { font-size: .85rem; }
"""


def side_by_side(a: str | None = None, b: str | None = None) -> None:
    """Shows two reports in two columns, aligned sentence by sentence; on a phone one below the other.

    Without names it takes ``pair()``, and says so if there is none; see ``analysis.side_by_side``.

    Raises
    ------
    InputError: there is no such article, or it has no sentences.
    """
    from .side_by_side import page

    _display_html(page(load(), a, b), f"{a} beside {b}" if a and b else "two reports of one event")


def sentences(rows: pd.DataFrame, limit: int = 20) -> None:
    """Shows the sentences of rows with ``doc_id`` and ``sentence``, each with its article, in its own language."""
    _display_html(sentences_html(load(), rows, limit), f"{len(rows)} sentences")


def _display_html(html: str, plain: str) -> None:
    from IPython.display import display

    if not os.environ.get(BUILDING):        # the book has a style sheet
        from .side_by_side import STYLE

        html = f"{_STYLE}{STYLE}</style>{html}"
    display({"text/html": html, "text/plain": plain}, raw=True)
