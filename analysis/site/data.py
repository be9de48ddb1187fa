"""The data package below the book (``data/``), and what a page says of it, made from the package itself:
``{corpus-data} download`` and ``{corpus-data} dictionary``.

Descriptions of figures hold words of articles, so everything enters the page as text nodes.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from ..datapackage import DESCRIPTOR, README
from .directives import PUBLISHED as FIGURES
from .directives import page_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

#: Where the package lies, as a page names it (from the root of the repository) …
PACKAGE = "/_build/data"
#: … and where readers find it, below the root of the published book.
PUBLISHED = "data"
TYPES = {"string": "text", "integer": "whole number", "number": "number", "boolean": "True or False"}


def setup(app: Sphinx) -> None:
    """Registers the directive and the publishing."""
    app.add_directive("corpus-data", CorpusData)
    app.connect("html-collect-pages", publish)


def publish(app: Sphinx) -> list:
    """Copies the package to ``data/`` below the pages (``html-collect-pages``); makes no page itself."""
    source, target = Path(app.srcdir) / PACKAGE.strip("/"), Path(app.outdir) / PUBLISHED
    if source.is_dir():
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(source, target)
    return []


class CorpusData(SphinxDirective):
    """The files to take (``download``), or every table with its columns and every figure with its file."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        relative, file = self.env.relfn2path(f"{PACKAGE}/{DESCRIPTOR}", self.env.docname)
        self.env.note_dependency(relative)
        about = json.loads(Path(file).read_text(encoding="utf-8"))
        if self.arguments[0] == "download":
            whole = f"{about['name']}.zip"
            size = bytes_in_words((Path(file).parent / whole).stat().st_size)
            return [nodes.paragraph("", "", self.link(whole, f"Everything in one ZIP file ({size})"), nodes.Text(" "),
                                    self.link(DESCRIPTOR, DESCRIPTOR), nodes.Text(" "), self.link(README, README),
                                    classes=["corpus-files"])]
        tables = [one for one in about["resources"] if not one["name"].startswith("figure-")]
        figures = [one for one in about["resources"] if one["name"].startswith("figure-")]
        return [*(self.table(one) for one in tables), self.figures(figures)]

    def link(self, name: str, words: str, title: str = "") -> nodes.reference:
        """A link to a file of the package."""
        up = "../" * self.env.docname.count("/")
        return nodes.reference("", words, internal=True, refuri=f"{up}{PUBLISHED}/{name}",
                               **({"reftitle": title} if title else {}))

    def section(self, name: str, title: str, *content: nodes.Node) -> nodes.section:
        found = nodes.section("", nodes.title("", "", nodes.Text(title)), *content, ids=[f"data-{name}"],
                              names=[f"data-{name}"])
        self.set_source_info(found)
        return found

    def files(self, one: Mapping[str, Any]) -> list[nodes.Node]:
        """Links to the CSV and the Parquet file of a table."""
        links: list[nodes.Node] = []
        for words, path in (("CSV", one["path"]), *(("Parquet", other["path"]) for other in one["alternates"])):
            links += [nodes.Text(" "), self.link(path, words, f"{one['title']}: {words}")]
        return links

    def table(self, one: Mapping[str, Any]) -> nodes.section:
        schema = one["schema"]
        rows = f"{one['rows']:,} {'row' if one['rows'] == 1 else 'rows'}. "
        said = [nodes.paragraph("", one["description"]),
                nodes.paragraph("", "", nodes.Text(rows), *_keys(schema), *self.files(one), classes=["corpus-files"])]
        return self.section(one["name"], one["title"], *said, _columns(schema["fields"]))

    def figures(self, found: Sequence[Mapping[str, Any]]) -> nodes.section:
        up = "../" * self.env.docname.count("/")
        items = nodes.bullet_list(bullet="-")
        columns: dict[tuple[str, ...], dict[str, Any]] = {}
        for one in found:
            id = one["name"].removeprefix("figure-")
            page = nodes.reference("", one["title"], internal=True, refuri=f"{up}{FIGURES}/{page_of(id)}")
            rows = f": {one['rows']:,} {'row' if one['rows'] == 1 else 'rows'} "
            items += nodes.list_item("", nodes.paragraph("", "", page, nodes.Text(rows), *self.files(one),
                                                         classes=["corpus-files"]))
            for field in one["schema"]["fields"]:
                key = (field["name"], field["type"], field.get("description", ""))
                columns.setdefault(key, {**field, "units": set()})["units"].add(field.get("unit", ""))
        merged = [field | {"unit": min(field["units"]) if len(field["units"]) == 1 else "what the figure counts"}
                  for _, field in sorted(columns.items())]
        intro = ("One table for each figure and table of the book, with the numbers that it shows; the page behind "
                 "each title says what was counted and how. Their columns, by name:")
        return self.section("figures", "The numbers of the figures", nodes.paragraph("", intro),
                            _columns(merged), nodes.paragraph("", "The tables:"), items)


def _keys(schema: Mapping[str, Any]) -> list[nodes.Node]:
    """How rows are named, and which other table they refer to, in words."""
    said: list[nodes.Node] = []
    if schema.get("primaryKey"):
        said += [nodes.Text("A row is named by "), *_names(schema["primaryKey"]), nodes.Text(". ")]
    for one in schema.get("foreignKeys", ()):
        said += [*_names(one["fields"]), nodes.Text(" as in "), nodes.literal("", one["reference"]["resource"]),
                 nodes.Text(". ")]
    return said


def _names(names: Sequence[str]) -> list[nodes.Node]:
    said: list[nodes.Node] = []
    for name in names:
        said += [nodes.Text(" and " if said else ""), nodes.literal("", name)]
    return said


def _columns(fields: Sequence[Mapping[str, Any]]) -> nodes.definition_list:
    """Columns with type, unit, meaning and limits."""
    items = nodes.definition_list(classes=["corpus-columns"])
    for field in fields:
        limits = field.get("constraints", {})
        about = TYPES[field["type"]] + (f" ({field['unit']})" if field.get("unit") else "")
        about += ", never empty" if limits.get("required") else ""
        term = nodes.term("", "", nodes.literal("", field["name"]), nodes.Text(f" {about}"))
        said = field.get("description", "")
        if limits.get("enum"):
            said += f": {', '.join(map(str, limits['enum']))}"
        items += nodes.definition_list_item("", term, nodes.definition("", nodes.paragraph("", f"{said}.")))
    return items


def bytes_in_words(size: int) -> str:
    """Such as "1.4 MB" or "310 kB"."""
    return f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{max(1, round(size / 1e3)):,} kB"
