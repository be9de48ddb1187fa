"""Pictures of where something stands: in time, in an article, on a sheet of words."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from . import style
from .canvas import MARGIN, Canvas, Head, line_height, width, wrap
from .shapes import GAP, _inch_axes, _set_labels, row_labels

if TYPE_CHECKING:
    from matplotlib.figure import Figure as Picture


def timeline(
    head: Head,
    rows: Sequence[tuple[str, tuple[float, float] | None, bool, str, str]],
    *,
    ticks: Sequence[tuple[float, str]],
    span: tuple[float, float],
    key: Sequence[tuple[str, str]] = (),
) -> Picture:
    """One row an item: label, from–to in years (None: unknown), whether the date is sure, its colour, words beside it.

    A sure date is a filled mark, an inferred one a ring; a span of time is a bar.
    """
    labels = row_labels([row[0] for row in rows], least=0.34)
    left = MARGIN + labels.wide + GAP
    bottom = line_height(style.SMALL) + 0.1
    sheet = Canvas(head, labels.tall + bottom, key)
    inches = style.WIDTH - left - MARGIN
    pad = 0.12
    low, high = span
    unit = (high - low) / (inches - 2 * pad)
    axes = _inch_axes(sheet, left, labels, (low - pad * unit, high + pad * unit), bottom=bottom)
    for x, _ in ticks:
        axes.axvline(x, color=style.FAINT, linewidth=0.8)
    for i, (_, when, sure, colour, words) in enumerate(rows):
        y = labels.centres[i]
        axes.plot([low, high], [y, y], color=style.FAINT, linewidth=0.8)
        if when is None:
            axes.text(
                low,
                y,
                words,
                va="center_baseline",
                fontsize=style.SMALL,
                color=style.SOFT,
                bbox={"facecolor": style.CARD, "edgecolor": "none", "pad": 0.6},
            )
            continue
        middle = sum(when) / 2
        if when[1] - when[0] > 8 * unit / 72:
            axes.plot(when, [y, y], color=colour, linewidth=5)
        axes.plot(
            [middle],
            [y],
            "o",
            color=colour,
            markersize=8,
            markerfacecolor=colour if sure else style.CARD,
            markeredgewidth=1.8,
        )
        wide = (width(words, style.SMALL) + 0.14) * unit
        after = middle + wide <= high + pad * unit
        axes.text(
            middle + (0.11 if after else -0.11) * unit,
            y,
            words,
            fontsize=style.SMALL,
            ha="left" if after else "right",
            va="center_baseline",
            bbox={"facecolor": style.CARD, "edgecolor": "none", "pad": 0.6},
        )
    axes.spines["left"].set_visible(False)
    axes.set_xticks([x for x, _ in ticks], [word for _, word in ticks])
    _set_labels(sheet, labels, left - GAP, 0)
    return sheet.picture


def strips(
    head: Head,
    rows: Sequence[str],
    columns: Sequence[str],
    marks: Mapping[tuple[int, int], Sequence[float]],
    *,
    colours: Sequence[str],
    key: Sequence[tuple[str, str]] = (),
    note: str = "",
    names: tuple[Sequence[str], Sequence[str]] | None = None,
) -> Picture:
    """Where in each column's text (0 its start, 1 its end) each row occurs: a short stroke for each occurrence.

    Columns are named by numbers, which the note below explains with the names. ``names``: names of rows and columns in
    the figure's evidence.
    """
    labels = row_labels(rows, room=1.55)
    left = MARGIN + labels.wide + GAP
    top = line_height(style.SMALL) + 0.06
    named = wrap(note, style.WIDTH - 2 * MARGIN, style.SMALL)
    below = (named.count("\n") + 1) * line_height(style.SMALL) + 0.12 if note else 0.05
    sheet = Canvas(head, labels.tall + top + below, key)
    cell = (style.WIDTH - left - MARGIN) / max(len(columns), 1)
    axes = _inch_axes(sheet, left, labels, (0, len(columns)), top=top, bottom=below)
    share = max(0.0, 1 - 0.07 / cell)
    # where columns are narrower than their numbers, only every second, third, … is numbered
    step = max(1, math.ceil((max((width(name, style.SMALL) for name in columns), default=0) + 0.05) / cell))
    for j, name in enumerate(columns):
        axes.axvspan(j + (1 - share) / 2, j + (1 + share) / 2, color="#f4f4f4", linewidth=0)
        if j % step == 0:
            sheet.text(left + (j + 0.5) * cell, sheet.top, name, points=style.SMALL, align="center")
    for (i, j), places in marks.items():
        half = labels.heights[i] / 2 - 0.045
        if names and places:
            y = top + labels.centres[i] - labels.heights[i] / 2
            sheet.mark((names[0][i], names[1][j]), left + j * cell, y, cell, labels.heights[i])
        at = [j + (1 - share) / 2 + share * (0.03 + 0.94 * place) for place in places]
        axes.vlines(at, labels.centres[i] - half, labels.centres[i] + half, color=colours[i], linewidth=1.7)
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.set_xticks([])
    sheet.text(MARGIN, sheet.top + top + labels.tall + 0.08, named, points=style.SMALL, colour=style.SOFT)
    _set_labels(sheet, labels, left - GAP, top)
    return sheet.picture


def cloud(
    head: Head,
    words: Mapping[str, float],
    colours: Mapping[str, str],
    *,
    key: Sequence[tuple[str, str]] = (),
    names: Mapping[str, str] | None = None,
) -> Picture:
    """Words in sizes that follow their counts, upright, as outlines that stay sharp at any size.

    The layout is the wordcloud package's with a fixed seed, on a sheet made as tall as it takes to place every word in
    its due size: type that grows with the square root of the count, so that it is the inked area that compares.
    ``names``: words in the picture and their names in the figure's evidence.
    """
    from matplotlib.patches import PathPatch
    from matplotlib.transforms import Affine2D

    wide = style.WIDTH - 2 * MARGIN
    placed, tall = layout(tuple(sorted(words.items(), key=lambda pair: (-pair[1], pair[0]))), wide)
    sheet = Canvas(head, tall, key)
    axes = sheet.axes(MARGIN, MARGIN)
    axes.set_xlim(0, wide * _PIXELS)
    axes.set_ylim(tall * _PIXELS, 0)
    axes.set_xticks([])
    axes.set_yticks([])
    axes.axis("off")
    for word, size, x, y in placed:
        outline = _outline(word, size)
        box = outline.get_extents()
        move = Affine2D().scale(1, -1).translate(x - box.x0, y + box.y1)
        patch = PathPatch(outline.transformed(move), facecolor=colours.get(word, style.INK), edgecolor="none")
        patch.set_gid(f"word-{word}")
        if names and word in names:
            wide_, tall_ = box.width / _PIXELS, box.height / _PIXELS
            sheet.mark((names[word], ""), MARGIN + x / _PIXELS, y / _PIXELS, wide_, tall_)
        axes.add_patch(patch)
    return sheet.picture


_PIXELS = 100  # layout pixels to the inch
_SMALLEST, _LARGEST = 14, 46  # layout pixels; 10 points are 13.9


@lru_cache(maxsize=1024)
def _outline(word: str, size: float):
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import TextPath

    return TextPath((0, 0), word, size=size, prop=FontProperties(family=style.fonts()), usetex=False)


def sizes(words: Sequence[tuple[str, float]], wide: float) -> dict[str, int]:
    """Type size of each word in layout pixels, growing with the square root of its count; none wider than "
    "``wide`` inches."""
    roots = {word: math.sqrt(count) for word, count in words}
    low, high = min(roots.values()), max(roots.values())
    widths = {word: _outline(word, 100).get_extents().width / 100 for word in roots}
    largest = _LARGEST
    while True:
        found = {
            word: round(_SMALLEST + (largest - _SMALLEST) * ((root - low) / (high - low) if high > low else 0.25))
            for word, root in roots.items()
        }
        if largest <= _SMALLEST or all(widths[word] * size <= wide * _PIXELS - 12 for word, size in found.items()):
            return found
        largest -= 1


def layout(words: Sequence[tuple[str, float]], wide: float) -> tuple[list[tuple[str, float, float, float]], float]:
    """Where each word stands (word, size, left and top edge in layout pixels), and the height in inches it takes."""
    from PIL.ImageFont import truetype
    from wordcloud import WordCloud

    file = str(style.FONTS / "CaspianSans-Regular.ttf")
    due = sizes(words, wide)
    room = sum(_outline(word, size).get_extents().width * size * 1.25 for word, size in due.items())
    tall = max(1.2, room / (wide * _PIXELS) / _PIXELS * 1.35)
    placed: list[tuple[str, float, float, float]] = []
    for _ in range(12):
        sheet = WordCloud(
            width=int(wide * _PIXELS),
            height=int(tall * _PIXELS),
            font_path=file,
            random_state=1,
            prefer_horizontal=1.0,
            min_font_size=_SMALLEST - 2,
            max_font_size=max(due.values()),
            margin=10,
            font_step=1,
            relative_scaling=1,
            max_words=len(due),
            collocations=False,
        )
        sheet.generate_from_frequencies(due)
        # wordcloud gives row and column of the inked box, in that order; it is a little wider there, since PIL sets
        # letters on whole pixels
        placed = []
        for (word, _), size, (row, column), _, _ in sheet.layout_:
            left, _, right, _ = truetype(file, size).getbbox(word)
            spare = (right - left - _outline(word, size).get_extents().width) / 2
            placed.append((word, float(size), column + spare, float(row)))
        if len(placed) == len(due) and all(abs(size - due[word]) <= 1 for word, size, _, _ in placed):
            break
        tall *= 1.12
    return placed, tall
