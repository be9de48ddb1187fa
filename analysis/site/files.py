"""Files beside the pages: the exported figures under addresses that stay."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from ..build import STAMP
from .directives import FIGURES, PUBLISHED

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Registers what is written beside the pages."""
    app.connect("builder-inited", forget_stamp)
    app.connect("html-collect-pages", publish_figures, priority=400)       # before their pages are put beside them


def forget_stamp(app: Sphinx) -> None:
    """Whatever is written over a finished book by hand, it is no longer the book ``build_book`` vouched for."""
    (Path(app.outdir) / STAMP).unlink(missing_ok=True)


def publish_figures(app: Sphinx) -> list:
    """Copies the exported figures to ``figures/`` below the pages (``html-collect-pages``); makes no page itself."""
    source = Path(app.srcdir) / FIGURES.strip("/")
    if source.is_dir():
        target = Path(app.outdir) / PUBLISHED
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(source, target)
    return []
