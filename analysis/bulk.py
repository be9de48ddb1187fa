"""Many articles to many records, one after the other: what the command line and the evaluation run on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from .corpus.model import RawArticle
from .errors import InputError


def records(articles: Iterable[RawArticle]) -> Iterator[dict[str, Any]]:
    """The annotated articles in the exchange format, in order; nothing is read ahead.

    Raises
    ------
    InputError: an article is in none of the five languages; the article and where it came from are named.
    """
    from .annotate.pipeline import annotate
    from .corpus.outlets import by_address
    from .exchange import to_record

    for article in articles:
        fields = dict(article.fields)
        if (outlet := by_address(fields.get("url"))) is not None:
            fields.setdefault("outlet", outlet.name)
            if fields["outlet"] == outlet.name:
                fields.setdefault("outlet_country", outlet.country)
        try:
            annotated = annotate(article.id, article.text, fields=fields)
        except InputError as error:
            if error.file is not None:
                raise
            raise InputError(
                error.problem,
                file=article.file or None,
                line=article.line,
                remedy=error.remedy,
                place=error.place or f"article “{article.id}”",
            ) from None
        yield to_record(annotated.fields, annotated.removals, annotated.doc)
