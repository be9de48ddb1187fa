"""A briefing as slides: one for each figure, with a chart or table to edit, its source, and notes for the speaker."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from lxml import etree
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches, Pt

from ..figures import canvas, style
from .labels import TAGS, Words
from .native import add_chart
from .office import MARGIN, add_svg, column_widths, set_properties
from .zipped import steady

if TYPE_CHECKING:
    from .contents import Contents, Item, Table

FONT = "Arial"
#: Has all letters itself; in text that stands upright LibreOffice sets letters from a second typeface beside it.
BROAD = "DejaVu Sans"
WIDE, TALL = 13.333, 7.5  # inches of a slide
LEFT, ROOM = 0.6, 12.13  # inches from the left edge, and between the margins
TOP, BODY, FOOT = 1.55, 4.85, 6.5  # where the body begins, how tall it is, where source and citation stand
ASIDE = 3.7  # width of the caption beside a picture
INK, BLUE, GREY = "1A1A1A", "004C80", "555555"
TITLE_ONLY = 5  # of the library's layouts
#: Points that a table may be set in, best first; rows and columns of a matrix that still make a table to read.
SIZES, CELLS = (13, 12, 11, 10, 9), (21, 13)
#: Characters of a cell, and rows of the data in the notes.
LONGEST, NOTED = 160, 60


def slides(contents: Contents) -> bytes:
    """The briefing as a .pptx file; the same contents give the same bytes."""
    deck = _Deck(contents)
    deck.opening()
    for item in contents.items:
        deck.figure(item)
    out = io.BytesIO()
    deck.presentation.save(out)
    return steady(out.getvalue())


class _Deck:
    """The slides while they are written."""

    def __init__(self, contents: Contents) -> None:
        self.contents, self.labels = contents, contents.labels
        self.presentation = Presentation()
        _widen(self.presentation)
        _set_font(self.presentation)
        set_properties(self.presentation.core_properties, contents)

    def opening(self) -> None:
        """Title, what everything rests on, and the findings."""
        contents, say = self.contents, self.labels.say
        slide = self._slide(Words(contents.title, self.labels.language))
        lines = [(Words(contents.subtitle, self.labels.language), 16, False),
                 (self._own(f"{contents.corpus} {contents.limits}"), 14, False)]
        lines += [(self._own(say("findings")), 18, True)] if contents.findings else []
        lines += [(finding.sentence, 15, False) for finding in contents.findings]
        self._text(slide, (LEFT, TOP, ROOM, BODY), lines, space=6)
        self._foot(slide, f"{contents.edition}. {say('licence')}", contents.citation)
        notes = [f"{finding.sentence.text} {finding.rests_on.text} {say('chapter', url=finding.url)}"
                 for finding in contents.findings]
        slide.notes_slide.notes_text_frame.text = "\n".join(notes or [say("no-findings")])

    def figure(self, item: Item) -> None:
        """The slide of one figure or table."""
        slide = self._slide(item.title)
        counted = f"{self.labels.capital(item.unit.text)} · " if item.unit.text else ""
        self._text(slide, (LEFT, 1.0, ROOM, 0.45),
                   [(self._own(f"{counted}{self.labels.say('size', n=item.size.text)}"), 14, False)], colour=GREY)
        beside = [(item.caption, _points(item.caption.text, ASIDE, BODY - 0.5), False)]
        if item.english_picture():
            beside.append((self._own(self.labels.say("only-english")), 11, False))
        if item.empty:
            self._text(slide, (LEFT, TOP, ROOM, BODY), [(item.caption, 20, False)])
        elif item.kind == "table":
            self._wide_table(slide, item)
        elif item.chart and self._fits(item):
            self._text(slide, (LEFT + ROOM - ASIDE, TOP, ASIDE, BODY), beside, space=6)
            self._native(slide, item, (LEFT, TOP, ROOM - ASIDE - 0.3, BODY))
        else:
            self._text(slide, (LEFT + ROOM - ASIDE, TOP, ASIDE, BODY), beside, space=6)
            self._picture(slide, item, (LEFT, TOP, ROOM - ASIDE - 0.3, BODY))
        self._foot(slide, item.source, self.labels.say("cite-figure", citation=item.citation))
        slide.notes_slide.notes_text_frame.text = self._notes(item)

    def _fits(self, item: Item) -> bool:
        """Whether a chart or table of the program's own can be read on a slide; else the picture is shown."""
        rows, columns = len(item.chart.rows), len(item.chart.columns)
        if item.chart.kind != "matrix":
            return rows <= CELLS[0]
        return rows <= CELLS[0] and columns <= CELLS[1] and _matrix(item.table, ROOM - ASIDE - 0.3, BODY) is not None

    def _native(self, slide: Any, item: Item, box: tuple[float, float, float, float]) -> None:
        """A chart or a table whose numbers can be changed in the program."""
        left, top, wide, tall = box
        if item.chart.kind == "matrix":
            grounds = [["FFFFFF" if cell is None else cell[1].lstrip("#") for cell in row] for row in item.chart.cells]
            frame = self._table(slide, item.table, box, grounds)
        else:
            key = [(self.labels.label(words).text, colour) for words, colour in item.chart.key]
            if key:
                self._key(slide, key, (left, top, wide, 0.35))
                top, tall = top + 0.4, tall - 0.4
            frame = add_chart(slide, item, self.labels, (left, top, wide, tall), legend=not key)
        _describe(frame._element.nvGraphicFramePr.cNvPr, item)

    def _key(self, slide: Any, key: list[tuple[str, str]], box: tuple[float, float, float, float]) -> None:
        frame = self._text(slide, box, [])
        for words, colour in key:
            for text, shade in (("■\u00a0", colour.lstrip("#")), (f"{words}\u2003 ", INK)):
                self._run(frame.paragraphs[0], Words(text, self.labels.language), 12, colour=shade)

    def _picture(self, slide: Any, item: Item, box: tuple[float, float, float, float]) -> None:
        left, top, wide, tall = box
        image = item.image()
        scale = min(wide / image.wide, tall / image.tall)
        shown = slide.shapes.add_picture(io.BytesIO(image.png), Inches(left + (wide - image.wide * scale) / 2),
                                         Inches(top), Inches(image.wide * scale), Inches(image.tall * scale))
        _describe(shown._element.nvPicPr.cNvPr, item)
        add_svg(shown._element, slide.part, image, f"ppt/media/{item.id}.svg", Part, PackURI)

    def _wide_table(self, slide: Any, item: Item) -> None:
        """A table over the whole slide, as many rows as fit, its caption below."""
        tall = BODY - 0.85
        table = item.table.first(self.contents.rows)
        points, table = _shorter(table, ROOM, tall)
        frame = self._table(slide, table, (LEFT, TOP, ROOM, tall), None, points)
        below = TOP + sum(_row_tall(row, column_widths(table, ROOM, points), points)
                          for row in (table.columns, *table.rows)) + 0.15
        _describe(frame._element.nvGraphicFramePr.cNvPr, item)
        more = f" {self.labels.say('more-rows', rows=self.labels.counted(table.left, 'row'))}" if table.left else ""
        caption = Words(item.caption.text + (more if item.caption.language == self.labels.language else ""),
                        item.caption.language)
        lines = [(caption, 12, False)]
        if more and caption.text == item.caption.text:
            lines.append((self._own(more.strip()), 12, False))
        self._text(slide, (LEFT, below, ROOM, 0.7), lines)

    def _table(self, slide: Any, table: Table, box: tuple[float, float, float, float],
               grounds: list[list[str]] | None, points: float = 0) -> Any:
        """A table in the box; ``grounds`` are the colours of a matrix's cells."""
        left, top, wide, tall = box
        widths, points, upright = ((column_widths(table, wide, points), points, False) if grounds is None
                                   else _matrix(table, wide, tall))
        frame = slide.shapes.add_table(len(table.rows) + 1, len(table.columns), Inches(left), Inches(top),
                                       Inches(sum(widths)), Inches(0.1))
        made = frame.table
        made.first_row, made.horz_banding = True, False
        _plain_style(made)
        for column, inches in zip(made.columns, widths, strict=True):
            column.width = Inches(inches)
        for i, row in enumerate([table.columns, *table.rows]):
            made.rows[i].height = Inches(canvas.line_height(points) + 0.05)
            for j, words in enumerate(row):
                cell = made.cell(i, j)
                ground = "E8EEF4" if i == 0 else "FFFFFF" if grounds is None or j == 0 else grounds[i - 1][j - 1]
                align = PP_ALIGN.RIGHT if i and table.numeric[j] and grounds is None else None
                if grounds is not None and j:
                    align = PP_ALIGN.CENTER
                self._cell(cell, words, points, ground, bold=i == 0, align=None if upright and not i else align)
                if upright and i == 0 and j:
                    cell._tc.get_or_add_tcPr().set("vert", "vert270")
                    if any(map(_rare, words.text)):
                        cell.text_frame.paragraphs[0].runs[0].font.name = BROAD
        if upright:
            made.rows[0].height = Inches(_upright(table, points))
        return frame

    def _cell(self, cell: Any, words: Words, points: float, ground: str, bold: bool, align: Any) -> None:
        cell.margin_left = cell.margin_right = Inches(MARGIN)
        cell.margin_top = cell.margin_bottom = Inches(0.02)
        cell.vertical_anchor = MSO_ANCHOR.MIDDLE
        cell.fill.solid()
        cell.fill.fore_color.rgb = RGBColor.from_string(ground.upper())
        paragraph = cell.text_frame.paragraphs[0]
        paragraph.alignment = align
        if words.text:
            self._run(paragraph, words, points, bold, style.ink_on(f"#{ground}").lstrip("#"))
        end = paragraph._p.get_or_add_endParaRPr()  # an empty cell has a height, too
        end.set("sz", str(round(100 * points)))

    def _notes(self, item: Item) -> str:
        """How to read the figure, how far it goes, and its data: for the speaker, and to copy."""
        say = self.labels.say
        lines = [f"{say('reading')}: {item.caption.text}"]
        if item.english:
            lines.append(f"{say('said-in-english')} {item.english}")
        lines += [f"{say('method')} {item.method}"] if item.method else []
        lines += [self.contents.limits, f"{item.source} {say('size', n=item.size.text)}",
                  say("cite-figure", citation=item.citation), say("licence")]
        if item.empty:
            return "\n".join(lines)
        table = item.table.first(NOTED)
        lines += [say("data"), *("\t".join(words.text for words in row) for row in (table.columns, *table.rows))]
        if table.left:
            lines.append(say("more-rows", rows=self.labels.counted(table.left, "row")))
        return "\n".join([*lines, say("all-data", url=f"{item.url.rstrip('/')}.csv")])

    def _slide(self, title: Words) -> Any:
        slide = self.presentation.slides.add_slide(self.presentation.slide_layouts[TITLE_ONLY])
        frame = slide.shapes.title.text_frame
        frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.BOTTOM
        frame.paragraphs[0].alignment = PP_ALIGN.LEFT
        self._run(frame.paragraphs[0], title, 26 if canvas.width(title.text, 26, "bold") < ROOM else 20, True, BLUE)
        return slide

    def _foot(self, slide: Any, *lines: str) -> None:
        self._text(slide, (LEFT, FOOT, ROOM, 0.75), [(self._own(line), 10, False) for line in lines], colour=GREY)

    def _own(self, text: str) -> Words:
        return Words(text, self.labels.language)

    def _text(self, slide: Any, box: tuple[float, float, float, float], lines: list[tuple[Words, float, bool]],
              colour: str = INK, space: float = 0) -> Any:
        frame = slide.shapes.add_textbox(*map(Inches, box)).text_frame
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Emu(0)
        for i, (words, points, bold) in enumerate(lines):
            paragraph = frame.paragraphs[0] if i == 0 else frame.add_paragraph()
            paragraph.space_after = Pt(space)
            self._run(paragraph, words, points, bold, BLUE if bold else colour)
        return frame

    def _run(self, paragraph: Any, words: Words, points: float, bold: bool = False, colour: str = INK) -> None:
        run = paragraph.add_run()
        run.text = words.text
        run.font.size, run.font.bold = Pt(points), bold
        run.font.color.rgb = RGBColor.from_string(colour.upper())
        run._r.get_or_add_rPr().set("lang", TAGS[words.language])


def _describe(properties: Any, item: Item) -> None:
    for name, value in (("name", item.id), ("descr", item.alt.text), ("title", item.title.text)):
        properties.set(name, value)


def _points(text: str, wide: float, tall: float) -> float:
    """The largest type, up to 14 points, in which the text fits the box."""
    for points in (14, 13, 12, 11, 10):
        if canvas.height(canvas.wrap(text, wide, points), points) <= tall:
            break
    return points


def _row_tall(row: list[Words], widths: list[float], points: float) -> float:
    lines = max(canvas.wrap(words.text, wide - 0.13, points).count("\n") + 1
                for words, wide in zip(row, widths, strict=True))
    return lines * canvas.line_height(points) + 0.05


def _shorter(table: Table, wide: float, tall: float) -> tuple[float, Table]:
    """Type size and table of as many rows as fit: the largest type that takes all, else the smallest and fewer rows."""
    from ..figures.common import cut

    rows = [[Words(cut(words.text, LONGEST), words.language) for words in row] for row in table.rows]
    table = type(table)(table.columns, rows, table.numeric, table.left)
    for points in SIZES:
        widths = column_widths(table, wide, points)
        heights = [_row_tall(row, widths, points) for row in (table.columns, *table.rows)]
        if sum(heights) <= tall:
            return points, table
    kept = 0
    while kept < len(table.rows) and sum(heights[:kept + 2]) <= tall:
        kept += 1
    return SIZES[-1], table.first(max(kept, 1))


def _matrix(table: Table, wide: float, tall: float) -> tuple[list[float], float, bool] | None:
    """Widths of a matrix's columns, type size, and whether the heads of the columns stand upright; None if it cannot
    be read in so little room."""
    count = len(table.columns) - 1
    for points in SIZES:
        label = min(2.9, 0.14 + max(canvas.width(row[0].text, points) for row in table.rows))
        each = min(1.5, (wide - label) / count)
        widths = [label] + [each] * count
        upright = any(canvas.width(word, points, "bold") > each - 0.13
                      for words in table.columns[1:] for word in words.text.split(" "))
        head = _upright(table, points) if upright else _row_tall(table.columns, widths, points)
        if head + sum(_row_tall(row, widths, points) for row in table.rows) <= tall:
            return widths, points, upright
    return None


def _upright(table: Table, points: float) -> float:
    """Height of heads that stand upright, in one line: not every program breaks them."""
    return max(canvas.width(words.text, points, "bold") for words in table.columns[1:]) + 0.2


def _rare(letter: str) -> bool:
    """Whether Arial's free likenesses lack the letter: ə, and those that Kazakh adds to the Russian ones."""
    return 0x250 <= ord(letter) < 0x2000 and not 0x400 <= ord(letter) < 0x460


def _plain_style(table: Any) -> None:
    """Thin lines between cells, no colours of the program's own."""
    identifier = table._tbl.tblPr.find(qn("a:tableStyleId"))
    if identifier is not None:
        identifier.text = "{5940675A-B579-460E-94D1-54222C63F5DA}"  # "No Style, Table Grid"


def _widen(presentation: Any) -> None:
    """Sixteen to nine; what the layouts hold moves along."""
    factor = Inches(WIDE) / presentation.slide_width
    presentation.slide_width, presentation.slide_height = Inches(WIDE), Inches(TALL)
    for sheet in (presentation.slide_master, *presentation.slide_layouts):
        for shape in sheet.placeholders:
            if shape._element.spPr.find(qn("a:xfrm")) is not None:
                shape.left, shape.width = int(shape.left * factor), int(shape.width * factor)
    title = presentation.slide_layouts[TITLE_ONLY].placeholders[0]
    title.left, title.top, title.width, title.height = map(Inches, (LEFT - 0.1, 0.3, ROOM + 0.2, 0.7))


def _set_font(presentation: Any) -> None:
    """One typeface with all letters for headings and text."""
    for relation in presentation.slide_master.part.rels.values():
        if relation.reltype.endswith("/theme"):
            theme = etree.fromstring(relation.target_part.blob)
            for font in theme.iterfind(f".//{qn('a:latin')}"):
                font.set("typeface", FONT)
            relation.target_part._blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)
