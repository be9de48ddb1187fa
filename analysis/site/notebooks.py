"""Each chapter as a notebook to download: with its results, and figures that show without the book around them."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .directives import FIGURES

if TYPE_CHECKING:
    from docutils import nodes
    from nbformat import NotebookNode
    from sphinx.application import Sphinx

#: What a cell answers with that shows an exported figure or table.
DIRECTIVE = re.compile(r"```\{corpus-(?:figure|table|entry)\} (\S+)\n```")


def setup(app: Sphinx) -> None:
    """Registers the writing of notebooks, before the theme makes its buttons."""
    app.connect("html-page-context", offer_notebook, priority=400)


def offer_notebook(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any],
                   doctree: nodes.document | None) -> None:
    """Puts the executed chapter beside its page; the theme makes a button of it (``html-page-context``)."""
    source = Path(app.outdir).parent / "jupyter_execute" / f"{pagename}.ipynb"
    if doctree is None or not source.is_file():
        return
    import nbformat
    from jupyter_cache import get_cache

    notebook = nbformat.read(source, as_version=4)
    with suppress(KeyError):                # a chapter without code has no results
        _, notebook = get_cache(app.env.mystnb_config.execution_cache_path).merge_match_into_notebook(notebook)
    target = Path(app.outdir) / "_sources" / f"{pagename}.ipynb"
    target.parent.mkdir(parents=True, exist_ok=True)
    stand_alone(notebook, Path(app.srcdir) / FIGURES.strip("/"))
    target.write_text(nbformat.writes(notebook), encoding="utf-8")
    context["ipynb_source"] = f"{pagename}.ipynb"


def stand_alone(notebook: NotebookNode, figures: Path) -> None:
    """Puts exported figures where the book's directives stand, and gives cells ids that stay the same."""
    for number, cell in enumerate(notebook.cells):
        cell["id"] = f"cell-{number}"       # drawn by lot otherwise, and different in every build
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            found = DIRECTIVE.fullmatch("".join(data.get("text/markdown", "")).strip())
            if found:
                output["data"] = _shown(figures, found[1])


def _shown(figures: Path, id: str) -> dict[str, str]:
    """An exported figure as a picture, a table as HTML; both with their words."""
    record = json.loads((figures / f"{id}.json").read_text(encoding="utf-8"))
    words = f"{record['title']}. {record['caption']} {record['source']}"
    if "rows" not in record:
        return {"image/svg+xml": (figures / f"{id}.svg").read_text(encoding="utf-8"), "text/plain": words}
    head = "".join(f"<th>{escape(name)}</th>" for name in record["columns"])
    rows = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in record["rows"])
    table = f"<table><caption>{escape(words)}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    return {"text/html": table, "text/plain": words}
