"""Real footnotes in a Word document, which python-docx cannot make: the part that holds them, and references to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from .labels import TAGS, Words

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_LINES = ("separator", "continuationSeparator")
#: An address in running text, without the full stop or bracket behind it.
_ADDRESS = re.compile(r"(https://[^\s]*[^\s.,;)])")
TEXT, REFERENCE = "footnote text", "footnote reference"


class Footnotes:
    """The footnotes of one document."""

    def __init__(self, document: Document) -> None:
        lines = "".join(
            f'<w:footnote w:type="{kind}" w:id="{number - 1}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" '
            f'w:lineRule="auto"/></w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>'
            for number, kind in enumerate(_LINES))
        self._notes = parse_xml(f"<w:footnotes {nsdecls('w', 'r')}>{lines}</w:footnotes>")
        package = document.part.package
        self._part = XmlPart(PackURI("/word/footnotes.xml"), _TYPE, self._notes, package)
        document.part.relate_to(self._part, RELATIONSHIP_TYPE.FOOTNOTES)
        settings = document.settings.element
        named = parse_xml(f"<w:footnotePr {nsdecls('w')}>" + "".join(
            f'<w:footnote w:id="{number - 1}"/>' for number in range(len(_LINES))) + "</w:footnotePr>")
        compat = settings.find(qn("w:compat"))      # the schema wants it before this one
        settings.append(named) if compat is None else compat.addprevious(named)
        self._styles(document)
        self._count = 0

    def _styles(self, document: Document) -> None:
        text = document.styles.add_style(TEXT, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
        text.base_style = document.styles["Normal"]
        text.font.size = Pt(8)
        text.paragraph_format.space_after, text.paragraph_format.space_before = Pt(0), Pt(0)
        text.paragraph_format.line_spacing = 1.0
        reference = document.styles.add_style(REFERENCE, WD_STYLE_TYPE.CHARACTER, builtin=True)
        reference.font.superscript = True
        self._ids = text.style_id, reference.style_id

    def add(self, paragraph: Paragraph, *said: Words) -> None:
        """Sets a reference at the end of the paragraph, and the footnote; addresses in it become links."""
        self._count += 1
        number = str(self._count)
        run = paragraph.add_run(style=REFERENCE)
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), number)
        run._r.append(reference)
        note = parse_xml(
            f'<w:footnote {nsdecls("w", "r")} w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{self._ids[0]}"/></w:pPr>'
            f'<w:r><w:rPr><w:rStyle w:val="{self._ids[1]}"/></w:rPr><w:footnoteRef/></w:r></w:p></w:footnote>')
        line = note.find(qn("w:p"))
        for words in said:
            for part in _ADDRESS.split(f" {words.text}" if words.text else ""):
                self._link(line, part) if part.startswith("https://") else self._run(line, part, words.language)
        self._notes.append(note)

    def _link(self, line: Any, address: str) -> None:
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), self._part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        self._run(link, address, "en")
        line.append(link)

    def _run(self, line: Any, text: str, language: str) -> None:
        if not text:
            return
        run = parse_xml(f'<w:r {nsdecls("w")}><w:rPr><w:lang w:val="{TAGS[language]}"/></w:rPr>'
                        '<w:t xml:space="preserve"/></w:r>')
        run.find(qn("w:t")).text = text
        line.append(run)
