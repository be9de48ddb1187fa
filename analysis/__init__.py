"""Across the Caspian: how the press writes about Kazakhstan–Azerbaijan relations.

One way through: articles (``corpus``) → annotations (``annotate``) → tables (``tables``) → measures
(``measure``) → figures (``figures``) → the book. Importing this package is cheap: spaCy, pandas and
matplotlib are imported by the modules that need them, when they are needed.
"""

__version__ = "0.1.0"
