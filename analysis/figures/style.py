"""The one look of all pictures: sizes, type, colours, and how a picture becomes a file.

Pictures are drawn 5.2 inches wide. On a phone 390 px wide the page leaves them 358 px, so that one point of type
is 0.96 px there; nothing is set smaller than 9.5 pt, about 9 px. They stand on an opaque white card, which a dark
page shows as it is. Colours are from Okabe and Ito's palette and from Paul Tol's muted one; each set that is used
side by side is tested under simulated colour blindness.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.figure import Figure as Picture

WIDTH = 5.2  # inches
DPI = 300
FONT = "Caspian Sans"  # from the repository, so that it is the same everywhere; all letters of our languages
FALLBACK = "DejaVu Sans"  # comes with matplotlib: letters of other scripts, and signs
FONTS = Path(__file__).with_name("fonts")
SMALL, BASE, LARGE = 9.5, 10.0, 12.0  # points

INK, SOFT, RULE, FAINT, CARD = "#1a1a1a", "#555555", "#c8c8c8", "#ececec", "#ffffff"

#: States that turn up again and again keep their colour in every picture.
STATES = {"kazakhstan": "#0072B2", "azerbaijan": "#D55E00", "armenia": "#CC79A7"}
OTHER_STATE = "#5f5f5f"
#: Words of a cloud that belong to no family.
QUIET = "#757575"
#: One colour for each axis of coding.
AXES = {"theme": "#117A65", "frame": "#882255"}
TONES = {1: "#009E73", 0: "#BDBDBD", -1: "#882255"}
#: Families of words for the relation: feeling, kinship, obligation; word groups of the knowledge base belong to one.
RELATION = {"friendship": "#A86400", "kinship": "#7A1548", "alliance": "#0072B2"}
RELATION_WORDS = {
    "friendly": "friendship",
    "neighbourly": "friendship",
    "brotherly": "kinship",
    "partner": "alliance",
    "strategic": "alliance",
    "allied": "alliance",
}
#: The speaker's own words, the report's rendering of them, and the outlet itself.
SPEECH = {"quoted": "#004C80", "reported": "#4FA3D9", "narrator": "#BDBDBD"}
TYPES = {
    "PERSON": "#882255",
    "COUNTRY": "#0072B2",
    "ORG": "#9C5C00",
    "PLACE": "#00865F",
    "EVENT": "#1a1a1a",
    "DOCUMENT": "#1a1a1a",
    "ROUTE": "#1a1a1a",
}
#: This program, and what it is compared with.
METHODS = {
    "this program": "#0072B2",
    "VADER": "#D55E00",
    "TextBlob": "#CC79A7",
    "majority guess": "#1a1a1a",
    "runs of capitals": "#009E73",
}
#: What one of two articles has, what both have, what the other has.
SIDES = {"a": "#C77700", "both": "#BDBDBD", "b": "#0072B2"}

_RC = {
    "font.family": [FONT, FALLBACK],
    "font.size": BASE,
    "text.color": INK,
    "text.parse_math": False,
    "text.hinting": "no_hinting",  # widths that grow with the size, so that what was measured is what is drawn
    "axes.edgecolor": RULE,
    "axes.labelcolor": INK,
    "axes.labelsize": SMALL,
    "axes.linewidth": 0.8,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.unicode_minus": True,
    "xtick.color": RULE,
    "xtick.labelcolor": INK,
    "xtick.labelsize": SMALL,
    "ytick.color": RULE,
    "ytick.labelcolor": INK,
    "ytick.labelsize": SMALL,
    "xtick.major.size": 0,
    "ytick.major.size": 0,
    "figure.facecolor": CARD,
    "savefig.facecolor": CARD,
    "axes.facecolor": CARD,
    "svg.fonttype": "path",
    "pdf.fonttype": 42,
    "axes.axisbelow": True,
    "grid.color": FAINT,
    "grid.linewidth": 0.8,
    "lines.solid_capstyle": "butt",
    "path.simplify": True,
}


@contextmanager
def applied(salt: str = "across-the-caspian") -> Iterator[None]:
    """The look, for as long as something is drawn or saved; ``salt`` fixes the ids inside an SVG."""
    import matplotlib

    fonts()
    with matplotlib.rc_context(rc={**matplotlib.rcParamsDefault, **_RC, "svg.hashsalt": salt}):
        yield


@lru_cache(maxsize=1)
def fonts() -> tuple[str, str]:
    """The families that text is set in, the first that has a letter; makes ours known to matplotlib."""
    from matplotlib.font_manager import fontManager

    for file in sorted(FONTS.glob("*.ttf")):
        fontManager.addfont(file)
    return FONT, FALLBACK


def state_colour(state: str | None) -> str:
    """Colour of a state by entity id; grey for all without one of their own."""
    return STATES.get(state, OTHER_STATE) if isinstance(state, str) else OTHER_STATE


def relation_colour(group: str) -> str:
    """Colour of a group of relation words; ink for one of somebody's own."""
    return RELATION.get(RELATION_WORDS.get(group, ""), INK)


def ink_on(colour: str) -> str:
    """Black or white, whichever reads better on a colour: one of the two always reaches 4.5 to 1."""
    return max(("#000000", "#ffffff"), key=lambda ink: contrast(colour, ink))


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast ratio of two colours, 1 to 21."""
    first, second = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (first + 0.05) / (second + 0.05)


def _luminance(colour: str) -> float:
    from matplotlib.colors import to_rgb

    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def tint(colour: str, share: float) -> str:
    """A colour mixed with white; ``share`` 0 is white, 1 the colour."""
    from matplotlib.colors import to_hex, to_rgb

    return to_hex([1 - share * (1 - c) for c in to_rgb(colour)])


def to_svg(picture: Picture, salt: str, title: str = "", description: str = "") -> bytes:
    """The picture as SVG, letters as outlines; the same bytes every time."""
    out = io.BytesIO()
    with applied(salt):
        picture.savefig(
            out,
            format="svg",
            metadata={"Date": None, "Creator": None, "Title": title or None, "Description": description or None},
        )
    return out.getvalue()


def to_png(picture: Picture, dpi: int = DPI) -> bytes:
    """The picture as PNG; the same bytes every time."""
    out = io.BytesIO()
    with applied():
        picture.savefig(out, format="png", dpi=dpi, metadata={"Software": None}, pil_kwargs={"compress_level": 4})
    return out.getvalue()


def to_pdf(picture: Picture, title: str = "", description: str = "") -> bytes:
    """The picture as PDF, letters as text; the same bytes every time."""
    out = io.BytesIO()
    with applied():
        picture.savefig(out, format="pdf", metadata={"CreationDate": None, "ModDate": None, "Producer": None,
                                                     "Creator": None, "Title": title, "Subject": description})
    return out.getvalue()


def in_grey(png: bytes) -> bytes:
    """A PNG without its colours, as a printer without colours would set it; size and resolution stay."""
    from PIL import Image

    out = io.BytesIO()
    with Image.open(io.BytesIO(png)) as image:
        image.convert("L").save(out, "png", dpi=image.info.get("dpi", (DPI, DPI)), compress_level=4)
    return out.getvalue()
