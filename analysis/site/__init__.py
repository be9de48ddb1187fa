"""The book's Sphinx extension: what Jupyter Book lacks to show this corpus faithfully and to every reader.

It prepares tables, exported figures and the data package when they are out of date (so that a plain
``jupyter-book build .`` works too), keys the notebook cache by the data, adds the directives for exported figures and
tables, publishes the figures, the data and the notebooks beside the pages, and mends what the theme leaves
inaccessible.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


def setup(app: Sphinx) -> dict[str, Any]:
    """Registers everything with Sphinx."""
    from . import access, data, directives, execution, files, moved, notebooks, pages

    app.connect("config-inited", _prepare)
    for part in (execution, directives, files, pages, data, moved, notebooks, access):
        part.setup(app)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}


def _prepare(app: Sphinx, config: Config) -> None:
    """Makes tables and figures if they are not those of this state of the repository (``config-inited``)."""
    from sphinx.errors import ConfigError

    from ..build import prepare
    from ..errors import InputError

    try:
        prepare(Path(app.srcdir))
    except InputError as error:
        raise ConfigError(str(error)) from error
