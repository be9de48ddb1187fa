"""What an article is before it is annotated."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

LANGUAGES = ("en", "az", "ru", "kk", "tr")

#: What may be known of an article beside its text; every one is text or missing.
DOCUMENT_FIELDS = (
    "url",
    "outlet",
    "outlet_country",
    "title",
    "author",
    "date",
    "language",
    "label",
    "event",
    "event_label",
)

_PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(slots=True)
class RawArticle:
    """An article as given: ``text`` is untouched, and offsets count its code points."""

    id: str
    text: str
    fields: dict[str, str] = field(default_factory=dict)  # a selection of DOCUMENT_FIELDS
    file: str = ""
    line: int | None = None  # 1-based, for a line of a JSON lines file


@dataclass(slots=True)
class Article:
    """An article with all that is known of it: ``fields`` holds every one of ``DOCUMENT_FIELDS`` (``None`` when it is
    unknown) and, as ``<field>_basis``, how it is known."""

    id: str
    text: str
    fields: dict[str, str | None]
    removals: list[tuple[int, int, str]] = field(default_factory=list)


def is_partial_date(value: str) -> bool:
    """Whether a text is an ISO date that exists, or its year, or year and month ("2020", "2020-01", "2020-01-31")."""
    match = _PARTIAL_DATE.fullmatch(value)
    if not match:
        return False
    year, month, day = (int(part) if part else None for part in match.groups())
    if month is None:
        return True
    if not 1 <= month <= 12:
        return False
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return day is None or 1 <= day <= (28 if month == 2 and not leap else _MONTH_DAYS[month - 1])
