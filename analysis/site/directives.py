"""``{corpus-figure}``, ``{corpus-table}``: exported figures and tables as numbered, captioned elements of a page.
``{corpus-entry}``: one of them as an entry of the gallery, which leads to where it stands.

All read what ``analysis.figures.export`` wrote to ``_build/figures/<id>.json``. Captions, cells and alternative texts
hold words of articles, so all of it enters the page as text nodes; none of it is ever parsed as markup.
"""

from __future__ import annotations

import json
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx import addnodes
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from .. import citing
from ..narrative import citation_html

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

logger = logging.getLogger(__name__)

#: Where exported figures lie, as a page names it (from the root of the repository) …
FIGURES = "/_build/figures"
#: … and where readers find them, below the root of the published book.
PUBLISHED = "figures"


def setup(app: Sphinx) -> None:
    """Registers the directives."""
    app.add_node(Picture, html=(visit_picture, depart_picture))
    app.add_directive("corpus-figure", CorpusFigure)
    app.add_directive("corpus-table", CorpusTable)
    app.add_directive("corpus-entry", CorpusEntry)
    app.add_directive("corpus-citation", CorpusCitation)


class Picture(nodes.image):
    """An image that tells the browser its size (in CSS pixels) beforehand and is fetched when it comes into view.

    Its bars, cells and points lead to the sentences they count (``marks``: HTML).
    """


def visit_picture(writer: Any, node: Picture) -> None:
    """Writes a ``Picture`` as HTML."""
    name = writer.builder.images[node["uri"]]
    source = f"{writer.builder.imgpath}/{name}"
    image = writer.emptytag(node, "img", "", src=source, alt=node["alt"], width=str(node["width"]),
                            height=str(node["height"]), loading="lazy", decoding="async")
    writer.body.append(f'<div class="corpus-picture">{image}{node["marks"]}</div>\n')


def marks_html(record: Mapping[str, Any], page: str) -> str:
    """Links over the marks of a picture, each to the sentences it counts on the figure's page at address ``page``.

    They serve whoever points; who uses the keyboard or listens finds the same under the link to the page, so they are
    left out of the order of tabs and of what is read aloud.
    """
    links = []
    for mark in record.get("marks", ()):
        box = ";".join(f"{side}:{part}%" for side, part in zip(("left", "top", "width", "height"), mark["box"],
                                                               strict=True))
        name = ", ".join(part for part in (mark["row"], mark["column"]) if part)
        links.append(f'<a href="{escape(page)}#{escape(mark["anchor"])}" style="{box}" tabindex="-1" '
                     f'title="{escape(name)}: {mark["n"]:,}"></a>')
    return f'<div class="corpus-marks" aria-hidden="true">{"".join(links)}</div>' if links else ""


def depart_picture(writer: Any, node: Picture) -> None:
    """An image holds nothing."""


class CorpusDirective(SphinxDirective):
    """An element named by the id of an exported figure; ``{numref}`` finds it by that id.

    Option ``name`` replaces the id as the name to refer to, for a second appearance on another page
    (``:name: none`` for no name at all).
    """

    required_arguments = 1
    option_spec: ClassVar = {"name": directives.unchanged_required}
    kind: ClassVar[str] = ""

    def run(self) -> list[nodes.Node]:
        id = self.arguments[0]
        relative, file = self.env.relfn2path(f"{FIGURES}/{id}.json", self.env.docname)
        self.env.note_dependency(relative)
        try:
            record = json.loads(Path(file).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            logger.warning("no exported %s has the id %r; the ids are in analysis/figures/ids.txt", self.kind, id,
                           location=self.get_location(), type="caspian", subtype=self.kind)
            return []
        element = self.element(id, record)
        if self.options.setdefault("name", id) != "none":
            self.add_name(element)
        self.set_source_info(element)
        return [element]

    def element(self, id: str, record: dict[str, Any]) -> nodes.Element:
        raise NotImplementedError

    def notes(self, id: str, record: dict[str, Any], kinds: Sequence[str]) -> list[nodes.Node]:
        """The source line, and links to the files behind the element."""
        links = nodes.paragraph(classes=["corpus-files"])
        page = "Numbers and sentences" if record.get("evidence") else "Numbers"
        links += nodes.reference("", page, internal=True, refuri=published(self.env, page_of(id)),
                                 reftitle=f"{record['title']}: {page.lower()}")
        links += nodes.Text(" ")
        links += nodes.reference("", "Cite", internal=True, refuri=published(self.env, f"{page_of(id)}#cite"),
                                 reftitle=f"{record['title']}: how to cite it")
        links += nodes.Text(" ")
        for kind in kinds:
            title = f"{record['title']}: {kind.upper()}"
            links += nodes.reference("", kind.upper(), internal=True, refuri=published(self.env, f"{id}.{kind}"),
                                     reftitle=title)
            links += nodes.Text(" ")
        return [nodes.paragraph("", record["source"], classes=["corpus-source"]), links]


class CorpusFigure(CorpusDirective):
    """A picture with its number, caption, alternative text, source line and files."""

    kind = "figure"

    def element(self, id: str, record: dict[str, Any]) -> nodes.Element:
        image = Picture(uri=f"{FIGURES}/{id}.svg", alt=record["alt"], width=record["width"], height=record["height"],
                        marks=marks_html(record, published(self.env, page_of(id))))
        figure = nodes.figure("", image, classes=["corpus-figure"])
        figure += nodes.caption("", "", nodes.Text(record["caption"]))
        figure += nodes.legend("", *self.notes(id, record, ("csv", "svg", "pdf", "png", "json")))
        return figure


class CorpusTable(CorpusDirective):
    """A table with its number, caption, row and column headers, source line and files."""

    kind = "table"

    def element(self, id: str, record: dict[str, Any]) -> nodes.Element:
        columns, numeric = record["columns"], record["numeric"]
        table = nodes.table("", classes=["corpus-table"])
        table += nodes.title("", "", nodes.Text(f"{record['title']}. {record['caption']}"))
        group = nodes.tgroup(cols=len(columns))
        table += group
        for place in range(len(columns)):
            spec = nodes.colspec(colwidth=1)
            if place < record["row_headers"]:
                spec["stub"] = 1
            group += spec
        group += nodes.thead("", _row(columns, numeric))
        group += nodes.tbody("", *(_row(row, numeric) for row in record["rows"]))
        return nodes.container("", table, *self.notes(id, record, ("csv", "json")), classes=["corpus-table-with-notes"])

    def add_name(self, node: nodes.Element) -> None:
        super().add_name(node.next_node(nodes.table))


class CorpusEntry(CorpusDirective):
    """What the gallery says of a figure or table: a small picture, where it stands, what it counts, its files."""

    kind = "figure or table"

    def run(self) -> list[nodes.Node]:
        self.options["name"] = "none"       # the id belongs to the chapter that shows it
        return super().run()

    def element(self, id: str, record: dict[str, Any]) -> nodes.Element:
        entry = nodes.container("", classes=["corpus-entry"])
        title = nodes.paragraph("", "", nodes.strong("", record["title"]), nodes.Text(" ("))
        title += addnodes.pending_xref("", nodes.literal("", id), refdomain="std", reftype="numref", reftarget=id,
                                       refexplicit=False, refdoc=self.env.docname, refwarn=True)
        title += nodes.Text(")")
        entry += title
        if record["kind"] == "figure":
            image = Picture(uri=f"{FIGURES}/{id}.svg", alt=record["alt"], width=record["width"],
                            height=record["height"], marks="")
            entry += nodes.figure("", image, classes=["corpus-figure"])
        counted = ". ".join(part for part in (f"n: {record['n']}", f"Unit: {record['unit']}", record["method"]) if part)
        entry += [nodes.paragraph("", counted), nodes.paragraph("", "", nodes.Text("Id: "), nodes.literal("", id))]
        kinds = ("csv", "svg", "pdf", "png", "json") if record["kind"] == "figure" else ("csv", "json")
        entry += self.notes(id, record, kinds)[1]
        return entry


class CorpusCitation(SphinxDirective):
    """How to cite the book, with the commit it is built from."""

    def run(self) -> list[nodes.Node]:
        root = Path(self.env.app.srcdir)
        manifest = json.loads((root / FIGURES.strip("/") / "manifest.json").read_text(encoding="utf-8"))
        html = citation_html(citing.of_book(root, manifest["corpus"]))
        return [nodes.raw("", html, format="html")]


def _row(cells: Sequence[str], numeric: Sequence[bool]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", cell), classes=["number"] if number else [])
                           for cell, number in zip(cells, numeric, strict=True)))


def page_of(id: str) -> str:
    """The page of a figure below the published figures; a file, since a folder does not open from the disk."""
    return f"{id}/index.html"


def published(env: BuildEnvironment, name: str) -> str:
    """Address of an exported file, relative to the page that is being read."""
    return "../" * env.docname.count("/") + f"{PUBLISHED}/{name}"
