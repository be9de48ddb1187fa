"""The sheet a picture is drawn on: title, unit and key above, source below, and in between a body measured in inches.

All lengths are inches on a sheet of fixed width, and text is measured before it is set, so that nothing is cut off
or set over something else whatever the words are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from . import style

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as Picture
    from matplotlib.font_manager import FontProperties
    from matplotlib.ft2font import FT2Font

MARGIN = 0.12
LEADING = 1.32  # line height in multiples of the type size


@dataclass(frozen=True)
class Head:
    """What stands above and below the body of a picture."""

    title: str
    unit: str = ""
    footer: str = ""


@dataclass(frozen=True)
class Mark:
    """Where a bar, a cell or a point stands: x and y of its upper left corner, width and height, as parts of the
    sheet's width and height."""

    row: str
    column: str
    box: tuple[float, float, float, float]


@lru_cache(maxsize=8192)
def width(text: str, points: float = style.BASE, weight: str = "normal") -> float:
    """Width of one line of text in inches."""
    if not text:
        return 0.0
    from matplotlib.ft2font import LoadFlags

    font = _measured(weight)
    font.set_size(points, style.DPI)
    font.set_text(text, 0.0, flags=LoadFlags.NO_HINTING)
    return font.get_width_height()[0] / 64 / style.DPI


@lru_cache(maxsize=4)
def _measured(weight: str) -> FT2Font:
    from matplotlib.font_manager import findfont, get_font

    return get_font([findfont(_font(style.BASE, weight, name)) for name in style.fonts()])


def _font(points: float, weight: str, family: str) -> FontProperties:
    from matplotlib.font_manager import FontProperties

    return FontProperties(family=family, size=points, weight=weight)


def line_height(points: float = style.BASE) -> float:
    """Height of a line in inches."""
    return points * LEADING / 72


@lru_cache(maxsize=1)
def _letters() -> frozenset[str]:
    from matplotlib.font_manager import findfont
    from matplotlib.ft2font import FT2Font

    return frozenset(chr(code) for name in style.fonts() for code in FT2Font(findfont(name)).get_charmap())


def legible(text: str) -> str:
    """Text without characters that the fonts lack, each as a white square."""
    if all(letter in _letters() or letter == "\n" for letter in text):
        return text
    return "".join(c if c in _letters() or c == "\n" else "□" for c in text)


def wrap(text: str, room: float, points: float = style.BASE, weight: str = "normal", lines: int | None = None) -> str:
    """Text broken into lines of at most ``room`` inches; with ``lines``, what is left over becomes an ellipsis."""

    def fits(words: str) -> bool:
        return width(words, points, weight) <= room

    text = legible(text)

    done: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            if fits(f"{line} {word}".strip()):
                line = f"{line} {word}".strip()
                continue
            if line:
                done.append(line)
            while not fits(word):  # a word wider than the room is broken where it must be
                cut = next((i for i in range(len(word) - 1, 1, -1) if fits(word[:i] + "-")), 1)
                done.append(word[:cut] + "-")
                word = word[cut:]
            line = word
        done.append(line)
    if lines and len(done) > lines:
        done = done[:lines]
        while done[-1] and not fits(done[-1] + "…"):
            done[-1] = done[-1][:-1]
        done[-1] = done[-1].rstrip(" ,;-") + "…"
    return "\n".join(done)


def height(text: str, points: float = style.BASE) -> float:
    """Height of wrapped text in inches."""
    return (text.count("\n") + 1) * line_height(points) if text else 0.0


class Canvas:
    """A sheet with its head and foot set, and a body of ``body`` inches to draw in.

    Parameters
    ----------
    head: title, unit and footer.
    body: height of the body in inches.
    key: words and colours that say what a colour stands for, set in lines above the body.
    """

    def __init__(self, head: Head, body: float, key: Sequence[tuple[str, str]] = ()) -> None:
        from matplotlib.figure import Figure

        room = style.WIDTH - 2 * MARGIN
        title = wrap(head.title, room, style.LARGE, "bold")
        unit = wrap(head.unit, room, style.SMALL)
        footer = wrap(head.footer, room, style.SMALL)
        keyed = _flow(key, room)
        heights = [
            height(title, style.LARGE),
            height(unit, style.SMALL),
            len(keyed) * line_height(style.BASE) * 1.1,
            height(footer, style.SMALL),
        ]
        above = MARGIN + heights[0] + heights[1] + heights[2] + (0.08 if keyed else 0) + 0.1
        below = MARGIN + heights[3] + (0.14 if footer else 0)
        self.width, self.height = style.WIDTH, above + body + below
        self.top, self.bottom = above, below
        self.picture = Figure(figsize=(self.width, self.height), dpi=100)
        self.picture.marks = []
        y = MARGIN
        for text, points, weight, colour, tall in (
            (title, style.LARGE, "bold", style.INK, heights[0]),
            (unit, style.SMALL, "normal", style.SOFT, heights[1]),
        ):
            self.text(MARGIN, y, text, points=points, weight=weight, colour=colour)
            y += tall
        self._key(keyed, y + 0.06)
        self.text(MARGIN, self.height - MARGIN - heights[3], footer, points=style.SMALL, colour=style.SOFT)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        points: float = style.BASE,
        weight: str = "normal",
        colour: str = style.INK,
        align: str = "left",
    ) -> None:
        """Sets text with its top at ``y`` inches from the sheet's top edge."""
        if text:
            self.picture.text(
                x / self.width,
                1 - y / self.height,
                text,
                fontsize=points,
                fontweight=weight,
                color=colour,
                ha=align,
                va="top",
                linespacing=1.15,
            )

    def axes(self, left: float, right: float = MARGIN, top: float = 0.0, bottom: float = 0.0) -> Axes:
        """Axes in the body: ``left``/``right`` from the sheet's edges, ``top``/``bottom`` from the body's, in "
        "inches."""
        low, high = self.bottom + bottom, self.height - self.top - top
        return self.picture.add_axes(
            (left / self.width, low / self.height, (self.width - left - right) / self.width, (high - low) / self.height)
        )

    def mark(self, name: tuple[str, str], x: float, y: float, wide: float, tall: float) -> None:
        """Notes where the mark of that row and column stands: inches from the sheet's left and from the body's top."""
        self.picture.marks.append(
            Mark(*name, (x / self.width, (self.top + y) / self.height, wide / self.width, tall / self.height))
        )

    def _key(self, lines: Sequence[Sequence[tuple[float, str, str]]], y: float) -> None:
        from matplotlib.patches import Rectangle

        side = 0.12
        for line in lines:
            for x, words, colour in line:
                self.picture.add_artist(
                    Rectangle(
                        (x / self.width, 1 - (y + side + 0.015) / self.height),
                        side / self.width,
                        side / self.height,
                        facecolor=colour,
                        edgecolor="none",
                        transform=self.picture.transFigure,
                    )
                )
                self.text(x + side + 0.06, y, words, points=style.SMALL)
            y += line_height(style.BASE) * 1.1


def _flow(key: Sequence[tuple[str, str]], room: float) -> list[list[tuple[float, str, str]]]:
    """Key entries laid out in lines: (x, words, colour)."""
    lines: list[list[tuple[float, str, str]]] = []
    x = room + 1
    for words, colour in key:
        wide = 0.18 + width(words, style.SMALL)
        if x + wide > MARGIN + room:
            lines.append([])
            x = MARGIN
        lines[-1].append((x, words, colour))
        x += wide + 0.2
    return lines


def message_picture(head: Head, message: str) -> Picture:
    """A picture that says in words why there is nothing to see."""
    text = wrap(message, style.WIDTH - 2 * MARGIN - 0.3, style.BASE)
    tall = height(text) + 0.3
    sheet = Canvas(head, tall)
    sheet.text(MARGIN + 0.15, sheet.top + 0.15, text, colour=style.SOFT)
    return sheet.picture
