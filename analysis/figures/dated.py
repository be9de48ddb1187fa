"""Pictures of what is said of a time: claims on a line of years, acts on the rungs of a ladder, year by year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from . import style
from .canvas import MARGIN, Canvas, Head, height, line_height, width, wrap
from .shapes import GAP, Labels, _inch_axes, _set_labels, row_labels

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as Picture

_MARK = 8.0             # points
_KEY = 0.24             # height of a line of the key, inches


@dataclass(frozen=True)
class Moment:
    """One row: a label, from–to in years (None: unknown), its marker (see ``MARKS``), and the words beside it.

    ``heading`` rows carry a label only. ``start``: where a line to the mark begins, if what it says reaches ahead.
    ``name``: the mark's row and column in the figure's evidence.
    """

    label: str
    when: tuple[float, float] | None = None
    mark: str = ""
    words: str = ""
    heading: bool = False
    start: float | None = None
    name: tuple[str, str] | None = None


@dataclass(frozen=True)
class Mark:
    """A marker of its own shape: matplotlib's name for it, whether it is filled, its colour, and what it stands for."""

    shape: str
    filled: bool
    colour: str
    label: str


def around(text: str, words: str, limit: int = 150) -> str:
    """The part of a text that stands around some words of it, cut at words, with ellipses for what is left out."""
    text, words = " ".join(text.split()), " ".join(words.split())
    words = words if words in text else ""
    at = text.find(words)
    if len(text) <= limit:
        return text
    low = max(0, min(at - (limit - len(words)) // 2, len(text) - limit))
    high = min(len(text), max(low + limit, at + len(words)))
    low = 0 if low == 0 else text.find(" ", low) + 1 or low
    high = len(text) if high == len(text) else max(text.rfind(" ", 0, high + 1), at + len(words))
    return f"{'… ' if low else ''}{text[min(low, at):high].strip()}{' …' if high < len(text) else ''}"


def _plot(axes: Axes, x: float, y: float, mark: Mark) -> None:
    axes.plot([x], [y], mark.shape, color=mark.colour, markersize=_MARK, markeredgewidth=1.8, linestyle="none",
              markerfacecolor=mark.colour if mark.filled else style.CARD)


def _key(sheet: Canvas, marks: Sequence[Mark], top: float = 0.0) -> None:
    """What each marker stands for, in lines below the head."""
    lines = _key_lines(marks)
    axes = sheet.axes(MARGIN, MARGIN, top, sheet.height - sheet.top - sheet.bottom - top - len(lines) * _KEY)
    axes.set_xlim(0, style.WIDTH - 2 * MARGIN)
    axes.set_ylim(len(lines) * _KEY, 0)
    axes.set_xticks([])
    axes.set_yticks([])
    axes.axis("off")
    for row, line in enumerate(lines):
        for x, mark in line:
            _plot(axes, x + 0.08, (row + 0.5) * _KEY, mark)
            axes.text(x + 0.22, (row + 0.5) * _KEY, mark.label, fontsize=style.SMALL, va="center_baseline")


def _key_lines(marks: Sequence[Mark]) -> list[list[tuple[float, Mark]]]:
    lines: list[list[tuple[float, Mark]]] = [[]]
    x = 0.0
    for mark in marks:
        wide = 0.36 + width(mark.label, style.SMALL)
        if lines[-1] and x + wide > style.WIDTH - 2 * MARGIN:
            lines.append([])
            x = 0.0
        lines[-1].append((x, mark))
        x += wide
    return lines


def moments(head: Head, rows: Sequence[Moment], *, span: tuple[float, float], ticks: Sequence[tuple[float, str]],
            marks: Mapping[str, Mark]) -> Picture:
    """Claims on a line of years, one row each, told apart by the shape of the mark and in words beside it."""
    bold = [row.heading for row in rows]
    labels = row_labels([row.label for row in rows], least=0.34, bold=bold)
    used = [mark for name, mark in marks.items() if any(row.mark == name for row in rows)]
    top = len(_key_lines(used)) * _KEY + 0.08
    left, bottom = MARGIN + labels.wide + GAP, line_height(style.SMALL) + 0.1
    sheet = Canvas(head, top + labels.tall + bottom)
    _key(sheet, used)
    pad, (low, high) = 0.12, span
    unit = (high - low) / (style.WIDTH - left - MARGIN - 2 * pad)
    axes = _inch_axes(sheet, left, labels, (low - pad * unit, high + pad * unit), top=top, bottom=bottom)
    for x, _ in ticks:
        axes.axvline(x, color=style.FAINT, linewidth=0.8)
    for i, row in enumerate(rows):
        if not row.heading:
            _moment(axes, row, labels.centres[i], marks[row.mark], span, unit, pad)
        if row.name and row.when:
            tall = labels.heights[i]
            x = left + pad + (sum(row.when) / 2 - low) / unit - tall / 2
            sheet.mark(row.name, x, top + labels.centres[i] - tall / 2, tall, tall)
    axes.spines["left"].set_visible(False)
    axes.set_xticks([x for x, _ in ticks], [word for _, word in ticks])
    _set_labels(sheet, labels, left - GAP, top, bold)
    return sheet.picture


def _moment(axes: Axes, row: Moment, y: float, mark: Mark, span: tuple[float, float], unit: float,
            pad: float) -> None:
    low, high = span
    box = {"facecolor": style.CARD, "edgecolor": "none", "pad": 0.6}
    axes.plot([low, high], [y, y], color=style.FAINT, linewidth=0.8)
    if row.when is None:
        axes.text(low, y, row.words, va="center_baseline", fontsize=style.SMALL, color=style.SOFT, bbox=box)
        return
    middle = sum(row.when) / 2
    if row.start is not None and row.start < middle:
        axes.plot([row.start, middle], [y, y], color=mark.colour, linewidth=1.6, linestyle=(0, (2, 1.5)))
    elif row.when[1] - row.when[0] > 10 * unit / 72:
        axes.plot(row.when, [y, y], color=mark.colour, linewidth=2.4)
    _plot(axes, middle, y, mark)
    rooms = [(high - middle) / unit + pad - 0.14, (middle - low) / unit + pad - 0.14]     # inches behind and before
    after = width(row.words, style.SMALL) <= rooms[0] or rooms[0] >= rooms[1]
    words = wrap(row.words, max(rooms[0 if after else 1], 0.3), style.SMALL, lines=1)
    axes.text(middle + (0.12 if after else -0.12) * unit, y, words, fontsize=style.SMALL, bbox=box,
              ha="left" if after else "right", va="center_baseline")


@dataclass(frozen=True)
class Step:
    """One row of a ladder: a label, the rung (number of a column) it reached, and how many acts it stands for.

    ``name``: the mark's row and column in the figure's evidence.
    """

    label: str
    rung: int = -1
    n: int = 1
    heading: bool = False
    name: tuple[str, str] | None = None


def ladder(head: Head, rows: Sequence[Step], marks: Sequence[Mark]) -> Picture:
    """Acts in the order of time, a mark in the column of the rung that each has reached; the higher, the more to the
    right."""
    bold = [row.heading for row in rows]
    names = [wrap(mark.label, 0.78, style.SMALL) for mark in marks]
    wide = [max(width(line, style.SMALL) for line in name.split("\n")) + 0.16 for name in names]
    right = sum(wide)
    labels: Labels = row_labels([row.label for row in rows], room=style.WIDTH - 2 * MARGIN - right - GAP, bold=bold)
    top = max(height(name, style.SMALL) for name in names) + 0.06 if names else 0.0
    left = style.WIDTH - MARGIN - right
    sheet = Canvas(head, top + labels.tall + 0.05)
    axes = _inch_axes(sheet, left, labels, (0, right), top=top, bottom=0.05)
    centres = [sum(wide[:i]) + wide[i] / 2 for i in range(len(wide))]
    for name, x in zip(names, centres, strict=True):
        axes.axvline(x, color=style.FAINT, linewidth=0.8)
        sheet.picture.text((left + x) / sheet.width, 1 - (sheet.top + top - 0.06) / sheet.height, name, ha="center",
                           va="bottom", fontsize=style.SMALL, linespacing=1.1, multialignment="center")
    for i, row in enumerate(rows):
        if row.heading:
            continue
        y = labels.centres[i]
        axes.plot([0, centres[row.rung]], [y, y], color=style.RULE, linewidth=0.8)
        _plot(axes, centres[row.rung], y, marks[row.rung])
        if row.name:
            tall = labels.heights[i]
            sheet.mark(row.name, left + centres[row.rung] - tall / 2, top + y - tall / 2, tall, tall)
        if row.n > 1:
            axes.text(centres[row.rung] + 0.11, y, str(row.n), fontsize=style.SMALL, va="center_baseline")
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.set_xticks([])
    _set_labels(sheet, labels, left - GAP, top, bold)
    return sheet.picture
