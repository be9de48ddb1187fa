"""Mends what the theme and myst-nb leave inaccessible, where it can be mended while the pages are made.

The rest is in ``book/_templates`` (landmarks) and ``book/_static`` (controls that exist only with JavaScript).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

#: Mark-up that the builders write and what it should have been. Text of a page cannot match: its quotes are escaped.
REPAIRS = {
    # a list role whose children are links, and a role that ARIA 1.3 deprecates
    '<div role="list" class="citation-list">': '<div class="citation-list">',
    ' role="doc-biblioentry">': ">",
    # a name for the toggle other than the words on it
    '<summary aria-label="Toggle hidden content">': "<summary>",
}


def setup(app: Sphinx) -> None:
    """Registers the repairs."""
    app.connect("html-page-context", repair)


def repair(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any],
           doctree: nodes.document | None) -> None:
    """Applies ``REPAIRS`` to the body of a page (``html-page-context``)."""
    body = context.get("body", "")
    for broken, mended in REPAIRS.items():
        body = body.replace(broken, mended)
    context["body"] = body
