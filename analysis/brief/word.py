"""A briefing as a Word document: headings, findings, figures with captions, tables to edit, footnotes with sources."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Inches, Pt, RGBColor

from .footnotes import Footnotes
from .labels import TAGS, Words
from .office import MARGIN, add_svg, column_widths, fitting, set_properties
from .zipped import steady

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

    from .contents import Contents, Item, Table

FONT = "Arial"  # on every office computer, with Azerbaijani and Kazakh letters
INK, BLUE, GREY = RGBColor(0x1A, 0x1A, 0x1A), RGBColor(0x00, 0x4C, 0x80), RGBColor(0x55, 0x55, 0x55)
#: Points, and space before and after: of the styles that are used.
_STYLES = {"Normal": (9.5, 0, 4, INK), "Title": (16, 0, 2, BLUE), "Subtitle": (10, 0, 6, GREY),
           "Heading 1": (12.5, 8, 3, BLUE), "Heading 2": (10.5, 6, 2, INK), "Caption": (8.5, 2, 5, GREY),
           "List Number": (9.5, 0, 2, INK), "Header": (8, 0, 0, GREY), "Footer": (8, 0, 0, GREY)}
#: Inches that a picture may take at most, and between the margins.
WIDE, TALL, ROOM = 4.9, 6.0, 6.69


def word(contents: Contents) -> bytes:
    """The briefing as a .docx file; the same contents give the same bytes."""
    document = Document()
    brief = _Brief(document, contents)
    brief.opening()
    brief.figures()
    brief.closing()
    out = io.BytesIO()
    document.save(out)
    return steady(out.getvalue())


class _Brief:
    """The document while it is written."""

    def __init__(self, document: Any, contents: Contents) -> None:
        self.document, self.contents, self.labels = document, contents, contents.labels
        self._page()
        self._look()
        self._language()
        set_properties(document.core_properties, contents)
        self.notes = Footnotes(document)
        self._shown = {"figure": 0, "table": 0}

    def opening(self) -> None:
        """Title, what everything rests on, and the findings."""
        say, contents = self.labels.say, self.contents
        self._said(contents.title, "Title")
        rests = self._said(contents.subtitle, "Subtitle")
        self.notes.add(rests, self._own(f"{contents.edition}. {say('computed')}"))
        self._said(say("rests"), "Heading 1")
        self._said(f"{contents.corpus} {contents.limits}")
        self._said(say("findings"), "Heading 1")
        if not contents.findings:
            self._said(say("no-findings"))
        for finding in contents.findings:
            paragraph = self._words(self.document.add_paragraph(style="List Number"), finding.sentence)
            self.notes.add(paragraph, finding.rests_on, self._own(say("chapter", url=finding.url)))

    def figures(self) -> None:
        """Every figure with caption and footnote; tables as tables. Without any table, that of the first figure."""
        items = self.contents.items
        if items:
            self._said(self.labels.say("figures"), "Heading 1")
        for item in items:
            self._figure(item)
        if not any(item.kind == "table" for item in items):
            charted = next((item for item in items if item.chart), None)
            if charted:
                self._data(charted)

    def closing(self) -> None:
        """How to cite, and the licence."""
        say = self.labels.say
        self._said(say("cite"), "Heading 1")
        self._words(self.document.add_paragraph(), Words(self.contents.citation))
        self._said(say("licence"))

    def _figure(self, item: Item) -> None:
        heading = self._words(self.document.add_paragraph(style="Heading 2"), item.title)
        heading.paragraph_format.keep_with_next = True
        if item.empty:
            self._noted(self._words(self.document.add_paragraph(), item.caption), item)
            return
        if item.kind == "table":
            self._caption(item, above=True)
            self._table(item.table, item.title.text, item.alt.text, item.url)
            return
        image = item.image()
        scale = min(WIDE / image.wide, TALL / image.tall)
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        paragraph.paragraph_format.space_after = Pt(0)
        shown = paragraph.add_run().add_picture(io.BytesIO(image.png), width=Inches(image.wide * scale))
        about = shown._inline.docPr
        for name, value in (("name", item.id), ("descr", item.alt.text), ("title", item.title.text)):
            about.set(name, value)
        add_svg(shown._inline, self.document.part, image, f"word/media/{item.id}.svg", Part, PackURI)
        self._caption(item)

    def _data(self, item: Item) -> None:
        heading = self._words(self.document.add_paragraph(style="Heading 2"), item.title)
        heading.paragraph_format.keep_with_next = True
        self._caption(item, above=True, kind="table", text=Words(
            self.labels.say("counted", unit=item.unit.text), self.labels.language))
        self._table(item.table, item.title.text, item.alt.text, item.url)

    def _caption(self, item: Item, above: bool = False, kind: str = "", text: Words | None = None) -> None:
        """ "Figure 1. …", numbered by the word processor, with the source in a footnote."""
        kind = kind or item.kind
        self._shown[kind] += 1
        paragraph = self.document.add_paragraph(style="Caption")
        paragraph.paragraph_format.keep_with_next = above
        before, _, after = self.labels.say(kind, number="\x00").partition("\x00")
        self._run(paragraph, before, bold=True)
        paragraph._p.append(_field(f"SEQ {kind.capitalize()} \\* ARABIC", str(self._shown[kind]), bold=True))
        self._run(paragraph, f"{after}. ", bold=True)
        self._words(paragraph, text or item.caption)
        if item.english_picture():
            self._run(paragraph, f" {self.labels.say('only-english')}")
        self._noted(paragraph, item)

    def _noted(self, paragraph: Paragraph, item: Item) -> None:
        size = self.labels.say("size", n=item.size.text)
        self.notes.add(paragraph, self._own(f"{item.source} {size}"),
                       Words(self.labels.say("cite-figure", citation=item.citation), self.labels.language))

    def _table(self, table: Table, title: str, description: str, url: str) -> None:
        shown = table.first(self.contents.rows)
        points = fitting(shown, ROOM, (8, 7.5, 7))
        made = self.document.add_table(rows=1, cols=len(shown.columns), style="Table Grid")
        made.alignment, made.autofit = WD_TABLE_ALIGNMENT.LEFT, False
        properties = made._tbl.tblPr
        side = round(1440 * MARGIN)
        margins = parse_xml(f'<w:tblCellMar {nsdecls("w")}><w:left w:w="{side}" w:type="dxa"/>'
                            f'<w:right w:w="{side}" w:type="dxa"/></w:tblCellMar>')
        properties.find(qn("w:tblLook")).addprevious(margins)  # the schema has an order
        for tag, value in (("w:tblCaption", title), ("w:tblDescription", description)):
            element = OxmlElement(tag)
            element.set(qn("w:val"), value)
            properties.append(element)
        _repeat(made.rows[0])
        for cell, words in zip(made.rows[0].cells, shown.columns, strict=True):
            self._cell(cell, words, points, bold=True)
            cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="E8EEF4"/>'))
        for row in shown.rows:
            cells = made.add_row().cells
            for cell, words, numeric in zip(cells, row, shown.numeric, strict=True):
                self._cell(cell, words, points, right=numeric)
        for column, wide in zip(made.columns, column_widths(shown, ROOM, points), strict=True):
            for cell in column.cells:
                cell.width = Inches(wide)
            column.width = Inches(wide)
        if shown.left:
            more = self.labels.say("more-rows", rows=self.labels.counted(shown.left, "row"))
            self._said(f"{more} {self.labels.say('all-data', url=_csv(url))}", "Caption")

    def _cell(self, cell: Any, words: Words, points: float, bold: bool = False, right: bool = False) -> None:
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(0)
        if right:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        self._words(paragraph, words, bold=bold, points=points)

    def _own(self, text: str) -> Words:
        return Words(text, self.labels.language)

    def _said(self, text: str, style: str | None = None) -> Paragraph:
        return self._words(self.document.add_paragraph(style=style), self._own(text))

    def _words(self, paragraph: Paragraph, words: Words, bold: bool = False, points: float = 0) -> Paragraph:
        """Words in their language, which the spelling checker and the screen reader are told if it is another."""
        self._run(paragraph, words.text, words.language, bold, points)
        return paragraph

    def _run(self, paragraph: Paragraph, text: str, language: str = "", bold: bool = False, points: float = 0) -> None:
        if not text:
            return
        run = paragraph.add_run(text)
        run.bold = bold or None
        if points:
            run.font.size = Pt(points)
        if language and language != self.labels.language:
            tag = OxmlElement("w:lang")
            tag.set(qn("w:val"), TAGS[language])
            run._r.get_or_add_rPr().append(tag)

    def _page(self) -> None:
        """A4, with the book's name and the page's number below."""
        section = self.document.sections[0]
        section.orientation = WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2)
        section.top_margin, section.bottom_margin = Cm(1.6), Cm(1.6)
        section.header_distance = section.footer_distance = Cm(0.8)

    def _look(self) -> None:
        for name, (points, before, after, colour) in _STYLES.items():
            style = self.document.styles[name]
            style.font.size, style.font.color.rgb, style.font.italic = Pt(points), colour, False
            style.font.bold = name.startswith("Heading") or name == "Title"
            style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
            style.paragraph_format.line_spacing = 1.05
            properties = style.element.get_or_add_rPr()
            fonts = properties.get_or_add_rFonts()
            fonts.attrib.clear()
            for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
                fonts.set(qn(f"w:{kind}"), FONT)
            spacing = properties.find(qn("w:spacing"))
            if spacing is not None:
                properties.remove(spacing)
        border = self.document.styles["Title"].element.pPr.find(qn("w:pBdr"))
        if border is not None:
            border.getparent().remove(border)
        footer = self.document.sections[0].footer.paragraphs[0]
        footer.style = self.document.styles["Footer"]
        self._run(footer, "Across the Caspian · CC BY 4.0 · ")
        for piece, said in _pages(self.labels.say("page", page="\x00", pages="\x01")):
            footer._p.append(_field(piece, "1")) if said else self._run(footer, piece)

    def _language(self) -> None:
        """The language of the whole document, for whoever checks its spelling or reads it aloud."""
        tag = self.labels.tag
        defaults = self.document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
        for element in (defaults.find(qn("w:lang")), self.document.settings.element.find(qn("w:themeFontLang"))):
            if element is not None:
                element.set(qn("w:val"), tag)


def _pages(text: str) -> list[tuple[str, bool]]:
    """Words and fields (True) of "Page \x00 of \x01"."""
    found, fields = [], {"\x00": "PAGE", "\x01": "NUMPAGES"}
    for letter in text:
        if letter in fields:
            found.append((fields[letter], True))
        elif found and not found[-1][1]:
            found[-1] = (found[-1][0] + letter, False)
        else:
            found.append((letter, False))
    return found


def _field(instruction: str, shown: str, bold: bool = False) -> Any:
    """A field that the word processor computes, with what it shows until then."""
    look = "<w:rPr><w:b/></w:rPr>" if bold else ""
    field = parse_xml(f'<w:fldSimple {nsdecls("w")}><w:r>{look}<w:t/></w:r></w:fldSimple>')
    field.set(qn("w:instr"), f" {instruction} ")
    field.find(f".//{qn('w:t')}").text = shown
    return field


def _repeat(row: Any) -> None:
    """The first row stands again on every page, and is read out as the heads of the columns."""
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    properties.append(OxmlElement("w:tblHeader"))


def _csv(url: str) -> str:
    """The address of a figure's data."""
    return f"{url.rstrip('/')}.csv"
