"""The few ways in which pictures show numbers: bars, a matrix of counts, dots on a scale.

Each takes a head, plain lists and colours, and gives back a finished picture; none knows what the numbers mean.
Rows run from top to bottom in the order given. Numbers stand beside their marks, so there is no axis to read off
unless the scale has no counts.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from . import style
from .canvas import MARGIN, Canvas, Head, height, line_height, width, wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as Picture

LABEL_ROOM = 1.75  # widest column of row labels, inches
ROW = 0.27  # least height of a row, inches
GAP = 0.1  # between label and mark


@dataclass(frozen=True)
class Row:
    """One row of bars: a label, its parts (value, colour, text inside the part or ""), and words behind the bar.

    ``heading`` rows carry a label only. ``marks`` are the names (row, column) of the parts in the figure's evidence.
    """

    label: str
    parts: Sequence[tuple[float, str, str]] = ()
    end: str = ""
    heading: bool = False
    marks: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True)
class Labels:
    """Row labels wrapped to a column, with each row's height and centre (inches from the body's top)."""

    texts: list[str]
    wide: float
    heights: list[float]
    centres: list[float]

    @property
    def tall(self) -> float:
        return sum(self.heights)


def with_size(label: str, size: int) -> str:
    """A label with its denominator in brackets, never on a line of its own: "Oval.az 2019 (20)"."""
    return f"{label}\u00a0({size:,})"


def row_labels(
    labels: Sequence[str], *, room: float = LABEL_ROOM, least: float = ROW, bold: Sequence[bool] = ()
) -> Labels:
    """Wraps labels to ``room`` inches, three lines at most, and finds where their rows stand."""
    weights = ["bold" if i < len(bold) and bold[i] else "normal" for i in range(len(labels))]
    wide_room = [style.WIDTH - 2 * MARGIN if weight == "bold" else room for weight in weights]
    texts = [wrap(label, wide_room[i], style.SMALL, weights[i], lines=3) for i, label in enumerate(labels)]
    wide = max(
        (
            width(line, style.SMALL)
            for text, weight in zip(texts, weights, strict=True)
            if weight == "normal"
            for line in text.split("\n")
        ),
        default=0.0,
    )
    heights = [max(least, height(text, style.SMALL) + 0.07) for text in texts]
    centres, y = [], 0.0
    for tall in heights:
        centres.append(y + tall / 2)
        y += tall
    return Labels(texts, wide, heights, centres)


def _inch_axes(
    sheet: Canvas,
    left: float,
    labels: Labels,
    span: tuple[float, float],
    top: float = 0.0,
    bottom: float = 0.0,
    right: float = MARGIN,
) -> Axes:
    """Axes whose y runs down in inches of the body, with the labels set at their left."""
    axes = sheet.axes(left, right, top, bottom)
    axes.set_ylim(labels.tall, 0)
    axes.set_xlim(*span)
    axes.set_yticks([])
    axes.spines["bottom"].set_visible(False)
    return axes


def _set_labels(sheet: Canvas, labels: Labels, right_edge: float, top: float, bold: Sequence[bool] = ()) -> None:
    for i, (text, centre) in enumerate(zip(labels.texts, labels.centres, strict=True)):
        heading = i < len(bold) and bold[i]
        x, align = (MARGIN, "left") if heading else (right_edge, "right")
        y = 1 - (sheet.top + top + centre) / sheet.height
        sheet.picture.text(
            x / sheet.width,
            y,
            text,
            fontsize=style.SMALL,
            ha=align,
            va="center" if "\n" in text else "center_baseline",
            linespacing=1.1,
            fontweight="bold" if heading else "normal",
            multialignment=align,
            bbox={"facecolor": style.CARD, "edgecolor": "none", "pad": 0.5} if heading else None,
        )


def bars(
    head: Head, rows: Sequence[Row], *, key: Sequence[tuple[str, str]] = (), whole: float | None = None
) -> Picture:
    """Horizontal bars, in parts if there are several; ``whole`` fixes the length of a full bar (for shares)."""
    bold = [row.heading for row in rows]
    labels = row_labels([row.label for row in rows], bold=bold)
    sheet = Canvas(head, labels.tall + 0.05, key)
    left = MARGIN + labels.wide + GAP
    longest = whole or max((sum(part[0] for part in row.parts) for row in rows), default=0) or 1
    total = {i: sum(part[0] for part in row.parts) for i, row in enumerate(rows)}
    room = style.WIDTH - left - MARGIN
    ends = {i: wrap(row.end, room * 0.45, style.SMALL) for i, row in enumerate(rows)}
    # the scale is the largest at which every bar still leaves room for the words behind it
    scale = min(
        [room / longest]
        + [
            (room - 0.06 - max(width(line, style.SMALL) for line in ends[i].split("\n"))) / total[i]
            for i in total
            if total[i] and ends[i]
        ]
    )
    axes = _inch_axes(sheet, left, labels, (0, room / scale))
    axes.axvline(0, color=style.RULE, linewidth=0.8)
    for i, row in enumerate(rows):
        if row.heading:
            continue
        x, tall = 0.0, min(0.2, labels.heights[i] - 0.07)
        for k, (value, colour, text) in enumerate(row.parts):
            if value and k < len(row.marks):
                y = labels.centres[i] - labels.heights[i] / 2
                sheet.mark(row.marks[k], left + x * scale, y, value * scale, labels.heights[i])
            if value:
                axes.barh(
                    labels.centres[i], value, left=x, height=tall, color=colour, edgecolor=style.CARD, linewidth=0.8
                )
            if text and value * scale > width(text, style.SMALL) + 0.03:
                axes.text(
                    x + value / 2,
                    labels.centres[i],
                    text,
                    ha="center",
                    va="center_baseline",
                    fontsize=style.SMALL,
                    color=style.ink_on(colour),
                )
            x += value
        axes.text(x + 0.06 / scale, labels.centres[i], ends[i], va="center", fontsize=style.SMALL, linespacing=1.1)
    axes.spines["left"].set_visible(False)
    axes.set_xticks([])
    _set_labels(sheet, labels, left - GAP, 0, bold)
    return sheet.picture


def column_labels(columns: Sequence[str], room: float) -> tuple[list[str], float, float, float]:
    """Column labels above cells: wrapped texts, angle in degrees, width of a cell, height they take (inches).

    ``room`` is what cells and the overhang of the labels have together. Labels lie flat where they fit their cells;
    else they lean, and the narrower the cells, the steeper they stand and the fewer lines each may have, so that
    neighbours never touch.
    """
    for widest in (0.75, 0.95, 1.15, 1.4):
        cell = min(room / max(len(columns), 1), widest)
        if all(width(word, style.SMALL) <= cell - 0.08 for name in columns for word in name.split(" ")):
            flat = [wrap(name, cell - 0.08, style.SMALL) for name in columns]
            if max((name.count("\n") for name in flat), default=0) < 3:
                return flat, 0, cell, max((height(name, style.SMALL) for name in flat), default=0) + 0.08
    for slope in (50, 65, 90):
        up, over = math.sin(math.radians(slope)), math.cos(math.radians(slope))
        cell = min(room / max(len(columns), 1), 0.75)
        while True:
            lines = int(cell * up / (line_height(style.SMALL) * 0.92))
            named = [wrap(name, 2.0, style.SMALL, lines=max(1, min(2, lines))) for name in columns]
            reach = [max(width(line, style.SMALL) for line in name.split("\n")) for name in named]
            beyond = max((j + 0.5) * cell + reach[j] * over for j in range(len(columns))) - room
            if beyond <= 0 or cell < 0.1:
                break
            cell *= 0.97
        if lines >= 1 or slope == 90:
            break
    tall = max(r * up + height(name, style.SMALL) * over for r, name in zip(reach, named, strict=True))
    return named, slope, cell, tall + 0.08


def matrix(
    head: Head,
    rows: Sequence[str],
    columns: Sequence[str],
    cells: Sequence[Sequence[str]],
    shades: Sequence[Sequence[float]],
    *,
    colours: Sequence[str] | str,
    key: Sequence[tuple[str, str]] = (),
    headings: Sequence[bool] = (),
    blank: Callable[[int, int], bool] = lambda i, j: False,
    marks: tuple[Sequence[str], Sequence[str]] | None = None,
) -> Picture:
    """A matrix of numbers, each on a ground as dark as it is large.

    Parameters
    ----------
    rows, columns: labels; column labels are set aslant above.
    cells: what is printed, row by row; "" leaves a cell empty.
    shades: 0 to 1, row by row: how much of the row's colour the cell takes.
    colours: one colour for all, or one a row.
    headings: rows that carry a label only.
    blank: cells (row, column) that do not exist, such as half of a symmetric matrix.
    marks: names of rows and columns in the figure's evidence.
    """
    from matplotlib.patches import Rectangle

    bold = list(headings) or [False] * len(rows)
    labels = row_labels(rows, bold=bold)
    left = MARGIN + labels.wide + GAP
    named, slope, cell, top = column_labels(columns, style.WIDTH - MARGIN - left)
    sheet = Canvas(head, labels.tall + top + 0.05, key)
    axes = _inch_axes(
        sheet,
        left,
        labels,
        (0, cell * len(columns)),
        top=top,
        bottom=0.05,
        right=style.WIDTH - left - cell * len(columns),
    )
    for i in range(len(rows)):
        if bold[i]:
            continue
        colour = colours if isinstance(colours, str) else colours[i]
        for j in range(len(columns)):
            if blank(i, j):
                continue
            share = shades[i][j]
            ground = style.tint(colour, share) if share > 0 else style.CARD
            y = labels.centres[i] - labels.heights[i] / 2
            if marks and cells[i][j]:
                sheet.mark((marks[0][i], marks[1][j]), left + j * cell, top + y, cell, labels.heights[i])
            axes.add_patch(
                Rectangle(
                    (j * cell + 0.01, y + 0.01),
                    cell - 0.02,
                    labels.heights[i] - 0.02,
                    facecolor=ground,
                    edgecolor=style.FAINT,
                    linewidth=0.6,
                )
            )
            if cells[i][j]:
                axes.text(
                    (j + 0.5) * cell,
                    labels.centres[i],
                    cells[i][j],
                    ha="center",
                    va="center_baseline",
                    fontsize=style.SMALL,
                    color=style.ink_on(ground),
                )
    for j, name in enumerate(named):
        sheet.picture.text(
            (left + (j + 0.5) * cell) / sheet.width,
            1 - (sheet.top + top - 0.05) / sheet.height,
            name,
            rotation=slope,
            rotation_mode="anchor",
            ha="left" if slope else "center",
            va="bottom",
            fontsize=style.SMALL,
            linespacing=1.05,
        )
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.set_xticks([])
    _set_labels(sheet, labels, left - GAP, top, bold)
    return sheet.picture


def dots(
    head: Head,
    rows: Sequence[str],
    values: Sequence[Sequence[tuple[float, str, str]]],
    *,
    span: tuple[float, float],
    ticks: Sequence[tuple[float, str]],
    axis: str = "",
    zero: float | None = None,
    key: Sequence[tuple[str, str]] = (),
    headings: Sequence[bool] = (),
    ends: tuple[str, Sequence[str]] | None = None,
    rings: bool = False,
    marks: Sequence[Sequence[tuple[str, str]]] = (),
) -> Picture:
    """Dots on a scale, one row a label: each dot is (value, colour, text beside it).

    Parameters
    ----------
    span: ends of the scale.
    ticks: value and words of each mark on the scale.
    axis: words below the scale.
    zero: where stems start; None draws none.
    ends: heading and texts of a column at the right, one text a row.
    rings: dots of one row may stand on each other, so they are drawn open, and around one of another colour.
    marks: names (row, column) of each row's dots in the figure's evidence; none where that has nothing to show.
    """
    bold = list(headings) or [False] * len(rows)
    labels = row_labels(rows, bold=bold)
    left = MARGIN + labels.wide + GAP
    column = 0.0 if ends is None else max(width(text, style.SMALL) for text in (ends[0], *ends[1])) + GAP
    room = style.WIDTH - left - MARGIN - column
    wrapped = wrap(axis, room + column, style.SMALL)
    bottom = line_height(style.SMALL) + height(wrapped, style.SMALL) + 0.12
    top = line_height(style.SMALL) + 0.04 if ends else 0.0
    sheet = Canvas(head, labels.tall + top + bottom, key)
    texts = [text for row in values for _, _, text in row if text]
    aside = max((width(text, style.SMALL) for text in texts), default=0) + 0.12
    low, high = span
    unit = (high - low) / (room - 2 * min(aside, room * 0.3) if texts else room - 0.2)
    edge = min(aside, room * 0.3) if texts else 0.1
    axes = _inch_axes(
        sheet, left, labels, (low - edge * unit, high + edge * unit), top=top, bottom=bottom, right=MARGIN + column
    )
    for x, _ in ticks:
        axes.axvline(x, color=style.RULE if x == zero else style.FAINT, linewidth=0.8)
    for i, row in enumerate(values):
        for k, (x, colour, text) in enumerate(row):
            under = len({tint for at, tint, _ in row[:k] if abs(x - at) < 0.04 * unit} - {colour}) if rings else 0
            if i < len(marks) and k < len(marks[i]):
                tall = labels.heights[i]
                centre = left + (x - low) / unit + edge
                sheet.mark(marks[i][k], centre - tall / 2, top + labels.centres[i] - tall / 2, tall, tall)
            if zero is not None:
                axes.plot([zero, x], [labels.centres[i]] * 2, color=colour, linewidth=1.6, solid_capstyle="butt")
            axes.plot(
                [x],
                [labels.centres[i]],
                "o",
                color=colour,
                markersize=6.5 + 4 * under,
                clip_on=False,
                markerfacecolor="none" if rings else colour,
                markeredgewidth=1.6 if rings else 0,
            )
            if text:
                before = zero is not None and x < zero
                axes.text(
                    x + (-0.08 if before else 0.08) * unit,
                    labels.centres[i],
                    text,
                    fontsize=style.SMALL,
                    ha="right" if before else "left",
                    va="center_baseline",
                )
    axes.spines["left"].set_visible(False)
    axes.set_xticks([x for x, _ in ticks], [word for _, word in ticks])
    if ends:
        for text, y in zip((ends[0], *ends[1]), (-top / 2, *labels.centres), strict=True):
            sheet.picture.text(
                1 - MARGIN / sheet.width,
                1 - (sheet.top + top + y) / sheet.height,
                text,
                fontsize=style.SMALL,
                ha="right",
                va="center_baseline",
                color=style.SOFT if y < 0 else style.INK,
            )
    sheet.text(
        left,
        sheet.height - sheet.bottom - height(wrapped, style.SMALL) - 0.02,
        wrapped,
        points=style.SMALL,
        colour=style.SOFT,
    )
    _set_labels(sheet, labels, left - GAP, top, bold)
    return sheet.picture
