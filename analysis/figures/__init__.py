"""Numbers → citable figures: one registry, one style, exports.

``from analysis.figures import get, all_figures``; pictures, tables, captions and alternative texts hang off the
figure. Importing this package does not import matplotlib.
"""

from __future__ import annotations

from .registry import Content, Figure, NothingToShow, all_figures, get, pinned, register, source_line

__all__ = ["Content", "Figure", "NothingToShow", "all_figures", "get", "pinned", "register", "source_line"]
