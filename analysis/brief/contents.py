"""What stands in a briefing, before it becomes a document: words with their language, charts, tables, pictures."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .. import citing
from ..figures import get, registry, style
from ..figures.canvas import Head
from ..figures.export import cell
from ..measure.intervals import smallness
from . import chart as charts
from .findings import Said, findings
from .labels import Labels, Words
from .plain import lawful, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from ..figures import Figure
    from ..tables import Tables
    from .chart import Chart

#: What a brief of two pages chooses its figures from, most telling first, and the table that goes with them.
CHOICE = ("voice-shares-by-article", "relation-vocabulary", "tone-by-article", "tone-speaker-target", "who-is-heard",
          "themes-by-year", "tone-by-speaker")
CHOSEN, TABLE = 2, "corpus-overview"
#: Inches of a picture that two pages bear, and rows of a table there and elsewhere.
LOW, FEW, MANY = 3.3, 6, 40
FINDINGS = 5


@dataclass(frozen=True)
class Table:
    """A table to edit: labels of its columns, rows of cells, which columns are numbers, how many rows are left out."""

    columns: list[Words]
    rows: list[list[Words]]
    numeric: list[bool]
    left: int = 0

    def first(self, count: int) -> Table:
        """The table with its first rows only."""
        kept = max(0, min(count, len(self.rows)))
        return Table(self.columns, self.rows[:kept], self.numeric, self.left + len(self.rows) - kept)


@dataclass(frozen=True)
class Image:
    """A picture as SVG and, for programs that cannot show that, as PNG; its size in inches."""

    svg: bytes
    png: bytes
    wide: float
    tall: float


@dataclass(frozen=True)
class Item:
    """A figure or table of the briefing.

    caption: in the briefing's language where that can be; ``english`` is then the book's own caption.
    chart: the numbers of bars and matrices; None for other pictures and for tables.
    """

    id: str
    kind: str
    title: Words
    unit: Words
    size: Words
    caption: Words
    english: str
    alt: Words
    source: str
    method: str
    citation: str
    url: str
    empty: bool
    chart: Chart | None
    table: Table
    figure: Figure = field(repr=False)
    tables: Tables = field(repr=False)
    labels: Labels = field(repr=False)

    def english_picture(self) -> bool:
        """Whether the picture has English labels in a briefing of another language."""
        return self.kind == "figure" and not self.empty and self.chart is None and self.labels.language != "en"

    def image(self) -> Image:
        """The picture without title and source line, which the document has beside it.

        Raises
        ------
        TypeError: a table has no picture.
        """
        if self.kind == "table":
            raise TypeError(f"{self.id} is a table")
        head = Head("", self.unit.text, self.labels.say("size", n=self.size.text))
        with style.applied(self.id):
            if self.chart and self.labels.language != "en":
                picture = charts.draw(self.chart, head, lambda words: self.labels.label(words).text)
            else:
                picture = self.figure.content(self.tables).draw(head)
        wide, tall = picture.get_size_inches()
        svg = style.to_svg(picture, self.id, self.title.text, self.alt.text).decode("utf-8")  # words in its comments
        return Image(lawful(svg).encode("utf-8"), style.to_png(picture), wide, tall)


@dataclass(frozen=True)
class Contents:
    """Everything a briefing says; ``rows`` is how many rows of a table it shows."""

    labels: Labels
    title: str
    subtitle: str
    edition: str
    corpus: str
    limits: str
    findings: list[Said]
    items: list[Item]
    citation: str
    author: str
    date: str
    rows: int = MANY


def contents(t: Tables, book: citing.Citation, ids: Sequence[str], labels: Labels) -> Contents:
    """The briefing on these figures; without any, on as many as two pages bear.

    Raises
    ------
    InputError: there is no figure of an id.
    """
    return Contents(
        labels=labels,
        title=labels.say("title"),
        subtitle=labels.say("subtitle", book=registry.BOOK, dates=labels.days(book.first, book.last)),
        edition=labels.say("edition", version=book.version, commit=f", commit {book.commit}" if book.commit else ""),
        corpus=_corpus(t, labels),
        limits=f"{_smallness(t, labels)} {labels.say('limits')}",
        findings=findings(t, labels, book.url, FINDINGS),
        items=[item(get(id), t, book, labels) for id in dict.fromkeys(ids or two_pages(t))],
        citation=plain(citing.apa(book)),
        author=plain("; ".join(book.authors)),
        date=book.date,
        rows=MANY if ids else FEW,
    )


def two_pages(t: Tables) -> list[str]:
    """The figures and the table of a brief that nobody chose: such as have something to show and are not tall."""
    low = []
    for figure in map(get, CHOICE):
        content = figure.content(t)
        if not content.empty and figure.draw(t).get_size_inches()[1] <= LOW + 0.8:  # title and source line go
            low.append(figure.id)
    return [*low[:CHOSEN], TABLE]


def item(figure: Figure, t: Tables, book: citing.Citation, labels: Labels) -> Item:
    """A figure or table as a briefing shows it."""
    content = figure.content(t)
    cited = citing.of_figure(book, {"id": figure.id, "title": figure.title, "kind": figure.kind})
    read = None
    if content.draw is not None and not content.empty:
        read = charts.read(figure.draw(t), content)
    title, unit = labels.title(figure.id, figure.title), labels.unit(figure.unit)
    english = plain(content.caption)
    caption, alt = Words(english), Words(content.alt)
    if labels.language != "en" and content.empty:
        caption = alt = Words(labels.say("empty"), labels.language)
    elif labels.language != "en" and read and unit.language == labels.language:
        largest = labels.say("largest", items="; ".join(_mark(labels, *mark) for mark in read.largest()))
        caption = Words(f"{labels.say(f'read-{read.kind}', unit=unit.text)} {largest}", labels.language)
        alt = Words(f"{labels.say(f'kind-{read.kind}')}: {title.text}. {largest}", labels.language)
    return Item(
        id=figure.id, kind=figure.kind, title=title, unit=unit,
        size=labels.size(content.n.replace("\u00a0", " ")), caption=caption,
        english="" if caption.text == english else english, alt=alt, source=_source(figure, t, labels),
        method=plain(figure.method), citation=plain(citing.apa(cited)), url=cited.url, empty=content.empty, chart=read,
        table=_table(content.data if content.shown is None else content.shown, labels) if read is None
        else _grid(read, labels), figure=figure, tables=t, labels=labels)


def _mark(labels: Labels, row: str, column: str, n: int) -> str:
    if not column:
        return f"{labels.label(row).text} ({labels.number(n)})"
    return labels.say("mark", row=labels.label(row).text, column=labels.label(column).text, n=labels.number(n))


def _grid(chart: Chart, labels: Labels) -> Table:
    """The counts of a chart as a table."""

    def named(name: str) -> Words:
        said = labels.label(name)
        size = f" ({labels.number(chart.sizes[name])})" if name in chart.sizes else ""
        return Words(said.text + size, said.language)

    single = chart.columns == [""]
    columns = [Words(labels.say("number"), labels.language)] if single else [named(name) for name in chart.columns]
    rows = [[named(name), *(Words("" if n is None else labels.number(n), labels.language) for n in own)]
            for name, own in zip(chart.rows, chart.counts(), strict=True)]
    head = Words(labels.say("row") if single else "", labels.language)
    return Table([head, *columns], rows, [False] + [True] * len(columns))


def _table(data: pd.DataFrame, labels: Labels) -> Table:
    """A data frame as a table, known words in the briefing's language."""
    from pandas.api.types import is_bool_dtype, is_numeric_dtype

    numeric = [bool(is_numeric_dtype(data[name]) and not is_bool_dtype(data[name])) for name in data.columns]
    rows = [[_cell(value, labels) for value in row] for row in data.itertuples(index=False, name=None)]
    return Table([labels.label(str(name)) for name in data.columns], rows, numeric)


def _cell(value: object, labels: Labels) -> Words:
    said = cell(value)
    if labels.language == "en":
        return Words(said)
    if isinstance(value, bool) or not hasattr(value, "__float__") or not said:
        return labels.label(said)
    return Words(labels.number(round(float(value), 3)), labels.language)


def _source(figure: Figure, t: Tables, labels: Labels) -> str:
    if labels.language == "en":
        return plain(figure.source(t))
    years = sorted({int(year) for year in t.articles["year"].dropna()})
    span = "–".join(dict.fromkeys(map(str, (years[0], years[-1])))) if years else labels.say("undated")
    return labels.say("source", book=registry.BOOK, articles=labels.counted(len(t.articles), "article"), years=span,
                      sources="; ".join(labels.label(source).text for source in figure.sources))


def _corpus(t: Tables, labels: Labels) -> str:
    """How many articles, of which languages and from outlets of which countries."""
    outlets = t.articles.drop_duplicates("outlet")["outlet_country"]
    countries = [labels.label(name if isinstance(name, str) else "unknown").text for name in outlets]
    languages = [labels.language_name(code) for code in t.articles["language"]]
    return labels.say("corpus", articles=labels.counted(len(t.articles), "article"),
                      events=labels.counted(t.articles["event"].nunique(), "event"),
                      sentences=labels.counted(len(t.sentences), "sentence"),
                      languages=_tally(languages, labels), countries=_tally(countries, labels))


def _tally(names: Sequence[str], labels: Labels) -> str:
    """Such as "English (4), Azerbaijani (1)", commonest first."""
    found = sorted(dict.fromkeys(names), key=lambda name: (-names.count(name), names.index(name)))
    return ", ".join(f"{name} ({labels.number(names.count(name))})" for name in found) or labels.say("none")


def _smallness(t: Tables, labels: Labels) -> str:
    """The book's sentence on how little, or how much, everything rests."""
    english = smallness(t)
    kind = re.match(r"(Descriptive|Based on): n = ", english.replace("Based on n", "Based on: n"))
    if labels.language == "en" or not kind:
        return english
    return labels.say("descriptive" if kind[1] == "Descriptive" else "based",
                      articles=labels.counted(len(t.articles), "article"),
                      events=labels.counted(t.articles["event"].nunique(), "event"))
