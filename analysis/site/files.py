"""Files beside the pages: exported figures under stable addresses, and each chapter as a notebook."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..build import STAMP
from .directives import FIGURES, PUBLISHED

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Registers what is written beside the pages."""
    app.connect("builder-inited", forget_stamp)
    app.connect("html-page-context", offer_notebook, priority=400)      # before the theme makes its buttons
    app.connect("build-finished", publish_figures)


def forget_stamp(app: Sphinx) -> None:
    """Whatever is written over a finished book by hand, it is no longer the book ``build_book`` vouched for."""
    (Path(app.outdir) / STAMP).unlink(missing_ok=True)


def publish_figures(app: Sphinx, exception: Exception | None) -> None:
    """Copies the exported figures to ``figures/`` below the pages (``build-finished``)."""
    source = Path(app.srcdir) / FIGURES.strip("/")
    if exception is None and app.builder.format == "html" and source.is_dir():
        target = Path(app.outdir) / PUBLISHED
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(source, target)


def offer_notebook(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any],
                   doctree: nodes.document | None) -> None:
    """Puts the chapter with its results beside its page as ``.ipynb``; the theme makes a button of it
    (``html-page-context``)."""
    source = Path(app.outdir).parent / "jupyter_execute" / f"{pagename}.ipynb"
    if doctree is None or not source.is_file():
        return
    import nbformat
    from jupyter_cache import get_cache

    notebook = nbformat.read(source, as_version=4)
    with suppress(KeyError):                # a chapter without code has no results
        _, notebook = get_cache(app.env.mystnb_config.execution_cache_path).merge_match_into_notebook(notebook)
    for number, cell in enumerate(notebook.cells):
        cell["id"] = f"cell-{number}"       # drawn by lot otherwise, and different in every build
    target = Path(app.outdir) / "_sources" / f"{pagename}.ipynb"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(nbformat.writes(notebook), encoding="utf-8")
    context["ipynb_source"] = f"{pagename}.ipynb"
