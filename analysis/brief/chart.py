"""What a picture shows, read back from it: bars, bars of shares, or a matrix of counts, as plain numbers.

A figure notes on its picture where each mark stands (``canvas.Mark``), and its evidence says what each mark counts.
From both it can be told whether the marks are bars or cells, so that a figure becomes an editable chart or table, and
is drawn again in another language, without being told of its shape. What is neither (dots, strokes, clouds) stays a
picture.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..figures import canvas, shapes, style
from ..measure.evidence import counts

if TYPE_CHECKING:
    from matplotlib.figure import Figure as Picture

    from ..figures import Content

#: How far two places on a picture may lie apart that are one, inches.
NEAR = 0.03


@dataclass(frozen=True)
class Chart:
    """The numbers of a picture.

    kind: bars (length is the count), shares (each bar is full, its parts are counts) or matrix.
    rows, columns: labels in English; a single column may be "".
    cells: row by row, the count and the colour of each mark; None where there is no mark.
    sizes: how many there are in all of a row or column, by its label: of bars the sum, of a matrix where it says so.
    key: what the colours stand for, as the picture says it.
    """

    kind: str
    rows: list[str]
    columns: list[str]
    cells: list[list[tuple[int, str] | None]]
    sizes: dict[str, int]
    key: list[tuple[str, str]]

    def counts(self) -> list[list[int | None]]:
        """The counts alone."""
        return [[cell and cell[0] for cell in row] for row in self.cells]

    def largest(self, limit: int = 3) -> list[tuple[str, str, int]]:
        """Row, column and count of the largest marks."""
        found = [(row, column, cell[0]) for row, own in zip(self.rows, self.cells, strict=True)
                 for column, cell in zip(self.columns, own, strict=True) if cell and cell[0]]
        return sorted(found, key=lambda mark: -mark[2])[:limit]

    def column_colours(self) -> list[str]:
        """The colour of each column: that of most of its marks."""
        found = []
        for column in zip(*self.cells, strict=True):
            own = [cell[1] for cell in column if cell]
            found.append(max(own, key=own.count) if own else style.OTHER_STATE)
        return found


def read(picture: Picture, content: Content) -> Chart | None:
    """The numbers of a figure's picture; None if it shows anything but bars or cells."""
    marks = getattr(picture, "marks", [])
    if content.evidence is None or not marks:
        return None
    wide, tall = picture.get_size_inches()
    boxes = {(mark.row, mark.column): [part * side for part, side in zip(mark.box, (wide, tall) * 2, strict=True)]
             for mark in marks}
    found = _patches(picture)
    patches = {name: patch for name, box in boxes.items() if (patch := _fitting(found, box))}
    if len(boxes) != len(marks) or len(patches) != len(marks):
        return None
    number = counts(content.evidence)
    cells = {name: number.get(name, 0) for name in boxes}
    kind = _kind(boxes, patches, cells)
    if kind is None or kind == "matrix" and not _printed(picture, boxes, cells):
        return None
    if kind == "matrix":
        boxes |= _empty(picture, found, list(boxes.values()))
    rows = [name for name in _ordered(boxes, 0, 1) if name]
    columns = [name for name in _ordered(boxes, 1, 0) if name or kind != "matrix"]
    grid = [[(cells[row, column], patches[row, column][4]) if (row, column) in cells else None for column in columns]
            for row in rows]
    sizes = (_sizes(picture, rows + columns) if kind == "matrix"
             else {name: sum(cell[0] for cell in own if cell) for name, own in zip(rows, grid, strict=True)})
    return Chart(kind, rows, columns, grid, sizes, _key(picture))


def draw(chart: Chart, head: canvas.Head, label: Callable[[str], str]) -> Picture:
    """The same picture with other words: labels go through ``label``, title, unit and source line are ``head``'s."""

    def sized(name: str) -> str:
        return shapes.with_size(label(name), chart.sizes[name]) if name in chart.sizes else label(name)

    key = [(label(words), colour) for words, colour in chart.key]
    if chart.kind != "matrix":
        rows = []
        for name, own in zip(chart.rows, chart.cells, strict=True):
            whole = chart.sizes[name] if chart.kind == "shares" else 1
            rows.append(shapes.Row(sized(name), [(cell[0] / whole, cell[1], str(cell[0])) for cell in own if cell]))
        if not key and len(chart.columns) > 1:
            key = [(label(name), colour) for name, colour in zip(chart.columns, chart.column_colours(), strict=True)]
        return shapes.bars(head, rows, key=key, whole=1.0 if chart.kind == "shares" else None)
    grounds = [max((cell[1] for cell in row if cell), key=_ink, default=style.INK) for row in chart.cells]
    shades = [[_ink(cell[1]) / (_ink(ground) or 1) if cell else 0.0 for cell in row]
              for row, ground in zip(chart.cells, grounds, strict=True)]
    texts = [[str(cell[0]) if cell else "" for cell in row] for row in chart.cells]
    return shapes.matrix(head, [sized(name) for name in chart.rows], [sized(name) for name in chart.columns], texts,
                         shades, colours=grounds, key=key)


def _patches(picture: Picture) -> list[tuple[float, float, float, float, str]]:
    """Rectangles of the body: left, top, width, height (inches from the sheet's upper left corner) and colour."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.colors import to_hex
    from matplotlib.patches import Rectangle

    FigureCanvasAgg(picture)  # gives the picture a renderer to measure with
    tall, dpi = picture.get_size_inches()[1], picture.dpi
    found = []
    for patch in (patch for axes in picture.axes for patch in axes.patches if isinstance(patch, Rectangle)):
        box = patch.get_window_extent()
        found.append((box.x0 / dpi, tall - box.y1 / dpi, box.width / dpi, box.height / dpi,
                      to_hex(patch.get_facecolor())))
    return found


def _fitting(patches: Iterable[tuple[float, float, float, float, str]],
             box: Sequence[float]) -> tuple[float, float, float, float, str] | None:
    """The rectangle that is as wide as the mark and stands in it."""
    left, top, wide, tall = box
    for patch in patches:
        if (abs(patch[0] - left) < NEAR and abs(patch[2] - wide) < 2 * NEAR
                and top - NEAR <= patch[1] and patch[1] + patch[3] <= top + tall + NEAR):
            return patch
    return None


def _kind(boxes: dict, patches: dict, cells: dict[tuple[str, str], int]) -> str | None:
    """Cells fill the height of their row and are of one width; bars leave air between rows, their width is the count
    or the count's share of its row."""
    if all(boxes[name][3] - patches[name][3] < NEAR for name in boxes):
        widths = [box[2] for box in boxes.values()]
        return "matrix" if max(widths) - min(widths) < NEAR else None
    scales: dict[str, list[float]] = {}
    for (row, _), box, n in zip(boxes, boxes.values(), cells.values(), strict=True):
        if not n:
            return None
        scales.setdefault(row, []).append(box[2] / n)
    if any(max(own) - min(own) > 0.02 * max(own) for own in scales.values()):
        return None
    every = [scale for own in scales.values() for scale in own]
    if max(every) - min(every) <= 0.02 * max(every):
        return "bars"
    lengths = [sum(box[2] for name, box in boxes.items() if name[0] == row) for row in scales]
    return "shares" if max(lengths) - min(lengths) < NEAR else None


def _printed(picture: Picture, boxes: dict, cells: dict[tuple[str, str], int]) -> bool:
    """Whether every cell has its count printed in it: a map of squares shows something else."""
    tall, dpi = picture.get_size_inches()[1], picture.dpi
    texts = [(x / dpi, tall - y / dpi, text.get_text()) for axes in picture.axes for text in axes.texts
             for x, y in [axes.transData.transform(text.get_position())]]
    return all(any(box[0] <= x <= box[0] + box[2] and box[1] <= y <= box[1] + box[3] and said == f"{cells[name]:,}"
                   for x, y, said in texts) for name, box in boxes.items())


def _empty(picture: Picture, patches: Iterable[tuple], boxes: Sequence[Sequence[float]]) -> dict:
    """Rows and columns of cells without a single mark, by the label that stands at their middle: nothing is a finding,
    too. A row is (label, ""), a column ("", label)."""
    wide, tall = picture.get_size_inches()
    texts = [(x * wide, (1 - y) * tall, _unwrapped(text.get_text()))
             for text in picture.texts for x, y in [text.get_position()]]
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    found = {}
    for x, y, across, down, _ in patches:
        middle, centre = x + across / 2, y + down / 2
        if not any(box[1] <= centre <= box[1] + box[3] for box in boxes):
            name = next((said for at, height, said in texts if at < left and abs(height - centre) < NEAR), None)
            found |= {(name, ""): [x, y, across, down]} if name else {}
        if not any(box[0] <= middle <= box[0] + box[2] for box in boxes):
            name = next((said for at, height, said in texts if height < top and abs(at - middle) < NEAR), None)
            found |= {("", name): [x, y, across, down]} if name else {}
    return found


def _unwrapped(text: str) -> str:
    """A label on one line and without its size."""
    return re.sub(r"\u00a0\([\d,]+\)$", "", " ".join(text.split("\n")))


def _ordered(boxes: dict[tuple[str, str], list[float]], part: int, side: int) -> list[str]:
    """Names of rows from top to bottom, or of columns from left to right (parts of bars: by how early they come)."""
    places: dict[str, list[float]] = {}
    for name, box in boxes.items():
        places.setdefault(name[part], []).append(box[side])
    return sorted(places, key=lambda name: sum(places[name]) / len(places[name]))


def _sizes(picture: Picture, names: Sequence[str]) -> dict[str, int]:
    """Numbers that stand in brackets behind the labels."""
    said = {" ".join(text.get_text().split("\n")) for text in picture.texts}
    found = {}
    for name in names:
        pattern = re.compile(re.escape(canvas.legible(name)) + r"\u00a0\(([\d,]+)\)")
        numbers = {match[1] for text in said if (match := pattern.fullmatch(text))}
        if len(numbers) == 1:
            found[name] = int(numbers.pop().replace(",", ""))
    return found


def _key(picture: Picture) -> list[tuple[str, str]]:
    """Words beside the coloured squares above the body."""
    from matplotlib.colors import to_hex
    from matplotlib.patches import Rectangle

    wide, tall = picture.get_size_inches()
    found = []
    for square in (artist for artist in picture.artists if isinstance(artist, Rectangle)):
        right, top = (square.get_x() + square.get_width()) * wide, (square.get_y() + square.get_height()) * tall
        for text in picture.texts:
            x, y = text.get_position()
            if 0 <= x * wide - right < 0.1 and abs(y * tall - top) < 0.05:
                found.append((text.get_text(), to_hex(square.get_facecolor())))
    return found


def _ink(colour: str) -> float:
    """How much of a colour there is on white: 0 for white."""
    from matplotlib.colors import to_rgb

    return 1 - min(to_rgb(colour))
