"""Articles in: reading files, taking out what is no part of the report, language, and what is known beside the text."""

from .catalogue import load_corpus, read_catalogue
from .model import Article, RawArticle
from .read import read_inputs

__all__ = ["Article", "RawArticle", "load_corpus", "read_catalogue", "read_inputs"]
