"""A page of its own for every exported figure and table: the numbers, and the sentences behind each of them.

Its address, ``figures/<id>/`` below the book, stays whatever chapter shows the figure. The pages are made from the
exported files alone; every word of an article goes through ``escape``.
"""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .. import citing
from ..narrative import citation_html
from .directives import FIGURES, PUBLISHED, marks_html

if TYPE_CHECKING:
    from sphinx.application import Sphinx

#: Rows of the table of numbers, and sentences of one mark, that stand on the page; the files hold all.
ROWS, SENTENCES = 300, 50
#: Columns of numbers that fit side by side; more are listed one below the other.
COLUMNS = 20
_NAMES = {"csv": "The numbers (CSV)", "evidence.csv": "The sentences behind them (CSV)",
          "svg": "Picture for the web and for editing (SVG)", "pdf": "Picture for print (PDF)",
          "png": "Picture for slides (PNG, 300 dots an inch)", "print.png": "Picture in grey (PNG, 300 dots an inch)",
          "json": "Caption, source and description (JSON)"}
#: Files of citations: ending → what readers call it, style.
CITATIONS = {"bib": ("BibTeX", "bibtex"), "ris": ("RIS", "ris"), "csl.json": ("CSL-JSON", "csl-json")}


def setup(app: Sphinx) -> None:
    """Registers the making of the pages."""
    app.connect("html-collect-pages", figure_pages)


def figure_pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Name, context and template of each page (``html-collect-pages``)."""
    folder = Path(app.srcdir) / FIGURES.strip("/")
    try:
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return
    book = citing.of_book(Path(app.srcdir), manifest["corpus"])
    for entry in manifest["figures"]:
        record = json.loads((folder / f"{entry['id']}.json").read_text(encoding="utf-8"))
        cited = citing.of_figure(book, record)
        for ending, (_, style) in CITATIONS.items():
            (Path(app.outdir) / PUBLISHED / f"{record['id']}.{ending}").write_text(
                citing.STYLES[style](cited), encoding="utf-8", newline="")
        body = page_html(record, entry["files"], folder, cited, _shown_at(app, record))
        yield f"{PUBLISHED}/{record['id']}/index", {"title": escape(record["title"]), "body": body}, "page.html"


def page_html(record: Mapping[str, Any], files: Sequence[str], folder: Path, cited: citing.Citation,
              shown: str = "") -> str:
    """The page of one exported figure or table as HTML; ``shown`` says where the book shows it."""
    id = record["id"]
    evidence = _read(folder / f"{id}.evidence.csv") if f"{id}.evidence.csv" in files else []
    words = f'<p>{escape(record["caption"])}</p><p class="corpus-source">{escape(record["source"])}</p>'
    picture = ""
    if record["kind"] == "figure":
        image = (f'<img src="../{id}.svg" alt="{escape(record["alt"])}" width="{record["width"]}" '
                 f'height="{record["height"]}">')
        picture = (f'<figure class="corpus-figure"><div class="corpus-picture">{image}'
                   f'{marks_html(record, "")}</div><figcaption>{words}</figcaption></figure>')
    about = "".join(f"<dt>{name}</dt><dd>{escape(said)}</dd>" for name, said in (
        ("Counted", record["unit"]), ("n", record["n"]), ("How", record["method"]), ("Id", id)) if said)
    links = "".join(f'<li><a href="../{name}">{title}</a></li>'
                    for end, title in _NAMES.items() if (name := f"{id}.{end}") in files)
    numbers = _numbers(folder / f"{id}.csv")
    if evidence:
        numbers = f"{_grid(evidence)}<details><summary>All columns of the data</summary>{numbers}</details>"
    sections = [("numbers", "The numbers", numbers)]
    if evidence:
        sections.append(("sentences", "The sentences behind them", _sentences(evidence)))
    sections += [("cite", "How to cite", _citation(record, cited)), ("files", "Files", f"<ul>{links}</ul>")]
    told = "".join(f'<section id="{anchor}"><h2>{title}</h2>{html}</section>' for anchor, title, html in sections)
    return (f'<section class="corpus-figure-page"><h1>{escape(record["title"])}</h1>'
            f"{picture or words}{shown}<dl>{about}</dl>{told}</section>")


def _citation(record: Mapping[str, Any], cited: citing.Citation) -> str:
    """The citation in all styles, the licence, and the lines that set the picture into another page."""
    files = ", ".join(f'<a href="../{record["id"]}.{ending}">{name}</a>' for ending, (name, _) in CITATIONS.items())
    licence = ('<p>Text, figures and tables: <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>. '
               "Words quoted from articles remain their publishers'.</p>")
    embed = ""
    if record["kind"] == "figure":
        address = cited.url.rstrip("/")
        lines = (f'<a href="{escape(address)}/"><img src="{escape(address)}.svg" alt="{escape(record["alt"])}" '
                 f'width="{record["width"]}" height="{record["height"]}"></a>')
        embed = ("<details><summary>To set the picture into another page</summary>"
                 f'<pre class="corpus-citation">{escape(lines)}</pre></details>')
    return f"{citation_html(cited)}<p>As a file: {files}.</p>{licence}{embed}"


def _grid(evidence: Sequence[Mapping[str, str]]) -> str:
    """How many sentences stand behind each mark, by row and column, each number leading to them."""
    marks = Counter((row["row"], row["column"], row["anchor"]) for row in evidence)
    rows, columns = (list(dict.fromkeys(row[name] for row in evidence)) for name in ("row", "column"))
    if sum(map(len, columns)) == 0 or len(columns) > COLUMNS:
        items = "".join(f"<li>{escape(_named(row, column))}: {_link(anchor, n)}</li>"
                        for (row, column, anchor), n in marks.items())
        return f"<ul>{items}</ul>"
    cells = {(row, column): _link(anchor, n) for (row, column, anchor), n in marks.items()}
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
    body = "".join(
        f'<tr><th scope="row">{escape(row)}</th>'
        + "".join(f'<td class="number">{cells.get((row, column), "")}</td>' for column in columns) + "</tr>"
        for row in rows)
    head = f'<tr><th scope="col">Each number leads to its sentences</th>{head}</tr>'
    return _scrolling(head, body, "Numbers that lead to sentences")


def _link(anchor: str, n: int) -> str:
    return f'<a href="#{escape(anchor)}">{n:,}</a>'


def _named(row: str, column: str) -> str:
    return ": ".join(part for part in (row, column) if part)


def _scrolling(head: str, body: str, label: str) -> str:
    return (f'<div class="corpus-scroll" tabindex="0" role="group" aria-label="{label}"><table class="table">'
            f"<thead>{head}</thead><tbody>{body}</tbody></table></div>")


def _numbers(file: Path) -> str:
    """The data as a table; long ones are cut, and that is said."""
    rows = _read(file)
    if not rows:
        return "<p>There are none.</p>"
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in rows[0])
    body = "".join(
        "<tr>" + "".join(_cell(value, place == 0) for place, value in enumerate(row.values())) + "</tr>"
        for row in rows[:ROWS])
    left = len(rows) - ROWS
    more = f"<p>{left:,} more rows are in the CSV file.</p>" if left > 0 else ""
    return _scrolling(f"<tr>{head}</tr>", body, "All columns of the data") + more


def _cell(value: str, first: bool) -> str:
    number = _number(value)
    text = escape(value if number is None else f"{number:,.3f}".rstrip("0").rstrip("."))
    if first:
        return f'<th scope="row">{text}</th>'
    return f"<td>{text}</td>" if number is None else f'<td class="number">{text}</td>'


def _number(value: str) -> float | None:
    """The value of a decimal fraction; whole numbers stay as they stand (they may be years)."""
    try:
        return float(value) if "." in value else None
    except ValueError:
        return None


def _sentences(evidence: Sequence[Mapping[str, str]]) -> str:
    """The sentences of every mark, under the mark's name, the words that made them count marked."""
    out = ["<p>In their own language; marked are the words that made a sentence count.</p>"]
    for anchor, group in groupby(evidence, key=lambda row: row["anchor"]):
        rows = list(group)
        items = "".join(_sentence(row) for row in rows[:SENTENCES])
        left = len(rows) - SENTENCES
        more = f"<p>{left:,} more are in the file of sentences.</p>" if left > 0 else ""
        name = escape(_named(rows[0]["row"], rows[0]["column"]))
        out.append(f'<section id="{escape(anchor)}" class="corpus-mark"><h3>{name}: {len(rows):,}</h3>'
                   f'<ol class="corpus-sentences">{items}</ol>{more}</section>')
    return "".join(out)


def _sentence(row: Mapping[str, str]) -> str:
    first, start, end = (int(row[name]) for name in ("sentence_start", "start", "end"))
    text, a, b = row["text"], start - first, end - first
    marked = (escape(text) if (a, b) == (0, len(text))
              else f"{escape(text[:a])}<mark>{escape(text[a:b])}</mark>{escape(text[b:])}")
    language = f' lang="{escape(row["language"])}"' if row["language"] else ""
    return (f"<li><span{language}>{' '.join(marked.split())}</span> <small>({escape(row['label'])}, sentence "
            f"{int(row['sentence']):,}; {escape(row['article'])}, characters {start:,} to {end:,})</small></li>")


def _shown_at(app: Sphinx, record: Mapping[str, Any]) -> str:
    """Such as "Figure 12 in the chapter Who speaks", with a link there."""
    found = app.env.domaindata["std"]["anonlabels"].get(record["id"])
    if not found:
        return ""
    docname, label = found[:2]
    number = app.env.toc_fignumbers.get(docname, {}).get(record["kind"], {}).get(label)
    what = f"{record['kind'].capitalize()} {'.'.join(map(str, number))}" if number else "It stands"
    up = "../" * (f"{PUBLISHED}/{record['id']}/index".count("/"))
    title = escape(app.env.titles[docname].astext())
    return f'<p>{what} in the chapter <a href="{up}{docname}.html#{label}">{title}</a>.</p>'


def _read(file: Path) -> list[dict[str, str]]:
    with open(file, encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
