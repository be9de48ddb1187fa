"""Articles in: reading files, taking out what is no part of the report, language, and what is known beside the text."""

from .catalogue import load_corpus, read_catalogue
from .clean import Cleaned, clean
from .language import detect, script
from .model import Article, RawArticle
from .read import read_inputs

__all__ = [
    "Article",
    "Cleaned",
    "RawArticle",
    "clean",
    "detect",
    "load_corpus",
    "read_catalogue",
    "read_inputs",
    "script",
]
