"""What Word and PowerPoint files have in common: pictures that stay sharp, document properties."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from lxml import etree

from ..figures import canvas
from .contents import Contents, Image, Table
from .plain import plain

_SVG = "image/svg+xml"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ASVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_IMAGE = f"{_R}/image"
#: The address under which office programs look for an SVG beside the picture they can all show.
_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"

#: Inches left and right of the text in a cell.
MARGIN = 0.05


def add_svg(element: Any, part: Any, image: Image, name: str, part_type: Any, uri_type: Any) -> None:
    """Puts the SVG beside the PNG of a picture that stands in ``part`` already.

    Programs that know the extension (Word and PowerPoint since 2016, LibreOffice since 7) show the SVG at any size, all
    others the PNG. ``part_type`` and ``uri_type`` are the library's classes of a part and of its name.
    """
    svg = part_type(partname=uri_type(f"/{name}"), content_type=_SVG, package=part.package, blob=image.svg)
    blip = element.find(f".//{{{_A}}}blip")
    holder = etree.SubElement(blip, f"{{{_A}}}extLst")
    extension = etree.SubElement(holder, f"{{{_A}}}ext", uri=_EXTENSION)
    etree.SubElement(extension, f"{{{_ASVG}}}svgBlip", {f"{{{_R}}}embed": part.relate_to(svg, _IMAGE)},
                     nsmap={"asvg": _ASVG})


def column_widths(table: Table, room: float, points: float) -> list[float]:
    """Widths of the columns in inches, ``room`` together: each has its longest word, the rest goes to long texts."""
    least, wanted = (list(widths) for widths in zip(*_widths(table, points), strict=True))
    spare = room - sum(least)
    if spare <= 0:
        return [room * own / sum(least) for own in least]
    missing = sum(wanted) - sum(least)
    if missing <= spare:
        return [own + (room - sum(wanted)) / len(wanted) for own in wanted]
    return [own + spare * (full - own) / missing for own, full in zip(least, wanted, strict=True)]


def fitting(table: Table, room: float, sizes: Sequence[float]) -> float:
    """The first of these type sizes in which no word of the table has to be broken, else the last."""
    return next((points for points in sizes if sum(least for least, _ in _widths(table, points)) <= room), sizes[-1])


def _widths(table: Table, points: float) -> list[tuple[float, float]]:
    """Of each column the width of its longest word and of its longest text, with the cell's margins."""
    found = []
    for column in zip(table.columns, *table.rows, strict=True):
        texts = [(words.text, "bold" if i == 0 else "normal") for i, words in enumerate(column)]
        found.append((max(_wide(word, points, weight) for text, weight in texts for word in text.split(" ")),
                      max(_wide(text, points, weight) for text, weight in texts)))
    return found


def _wide(text: str, points: float, weight: str) -> float:
    """Width of a text in a cell, inches; the book's typeface stands for that of the document, which may be wider."""
    return 2 * MARGIN + 0.02 + 1.08 * canvas.width(text, points, weight)


def set_properties(properties: Any, contents: Contents) -> None:
    """Title, author, language and the book's date; nothing of the hour or the machine."""
    day = datetime.fromisoformat(contents.date).replace(tzinfo=UTC)
    properties.title, properties.author = contents.title[:255], contents.author[:255]
    properties.last_modified_by, properties.revision = contents.author[:255], 1
    properties.subject, properties.comments = plain(contents.subtitle)[:255], contents.citation[:255]
    properties.keywords, properties.category = "CC BY 4.0", ""
    properties.language = contents.labels.tag
    properties.created = properties.modified = day.replace(tzinfo=None)
    properties.last_printed = day.replace(tzinfo=None)
