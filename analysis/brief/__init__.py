"""Briefings made from the book: a Word document, slides, or a PDF of all its pages.

``write(root, …)`` makes one file. Nothing here computes a number: figures come from ``figures``, findings from
``measure``, citations from ``citing``. Importing this package imports neither python-docx nor python-pptx.
"""

from __future__ import annotations

from .write import FORMATS, write

__all__ = ["FORMATS", "write"]
