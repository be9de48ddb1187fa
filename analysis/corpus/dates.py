"""Dates as the press prints them, in five languages.

Month names come from CLDR through babel, each with the endings it takes inside a date ("sentyabrın", "12 апреля"); the
Kazakh ones also in the Latin script of qz.inform.kz. Only a date with its year is a date here.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ..annotate.text import fold, kazakh_latin
from .model import LANGUAGES, is_partial_date

# "2020-01": a month alone is allowed in figures, since some sites print no more.
_ISO = re.compile(r"(?<![\d.-])(\d{4})-(\d{2})(?:-(\d{2}))?(?![\d-])")
_NUMERIC = re.compile(r"(?<![\d.-])(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)")
# The year first, behind dots or with days and months of one figure ("2022.07.13", "2019-9-27").
_YEAR_FIRST = re.compile(r"(?<![\d.-])(\d{4})([.-])(\d{1,2})\2(\d{1,2})(?!\d)")


@lru_cache(maxsize=1)
def months() -> dict[str, int]:
    """Number of each month name, folded; full and short names, in all languages."""
    from babel import Locale

    names: dict[str, int] = {}
    for language in LANGUAGES:
        for forms in Locale(language).months.values():
            for width in ("wide", "abbreviated"):
                for number, name in forms.get(width, {}).items():
                    for form in {name, kazakh_latin(name)} if language == "kk" else {name}:
                        key = fold(form).rstrip(".")
                        if len(key) > 2:
                            names.setdefault(key, number)
    return names | {"sept": 9}


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    names = sorted(months(), key=len, reverse=True)
    long, short = ("|".join(re.escape(name) for name in names if (len(name) > 3) == wide) for wide in (True, False))
    month = rf"(?:(?P<m>{long})\w{{0,3}}|(?P<s>{short})\b)\.?"  # only a long name can carry an ending safely
    day, year = r"(?P<d>\d{1,2})", r"(?P<y>(?:19|20)\d{2})(?!\d)"
    return (
        re.compile(rf"(?<!\d){day}(?:st|nd|rd|th)?\s+(?:of\s+)?{month},?\s+{year}"),  # 12 April 2023, 12 апреля 2023
        re.compile(rf"(?<!\w){month}\s+{day}(?:st|nd|rd|th)?,?\s+{year}"),  # April 12, 2023
        re.compile(rf"(?<!\d){year}\s*(?:жылғы|жыл\w*|ж|jylǵy|jyl\w*|j)?\.?,?\s+{day}\s*-?\s*{month}"),
    )  # 2023 жылғы 12 сәуір


def find_date(folded: str, start: int = 0, end: int | None = None) -> tuple[str, int, int] | None:
    """The first full date in a folded text: ISO date and the span it stands in; ``None`` if there is none.

    ``2020-01`` counts (a month is all some sites print); day and month in figures are read in that order, which all
    five languages' press uses with full stops.
    """
    end = len(folded) if end is None else end
    best: tuple[str, int, int] | None = None
    if not re.compile(r"\d").search(folded, start, end):
        return None
    for match in _ISO.finditer(folded, start, end):
        if is_partial_date(match.group()):
            best = (match.group(), *match.span())
            break
    if match := _NUMERIC.search(folded, start, end):
        day, _, month, year = match.groups()
        best = _earlier(best, f"{year}-{int(month):02}-{int(day):02}", match)
    if match := _YEAR_FIRST.search(folded, start, end):
        year, _, month, day = match.groups()
        best = _earlier(best, f"{year}-{int(month):02}-{int(day):02}", match)
    for pattern in _patterns():
        if match := pattern.search(folded, start, end):
            best = _earlier(best, f"{match['y']}-{months()[match['m'] or match['s']]:02}-{int(match['d']):02}", match)
    return best


def _earlier(best: tuple[str, int, int] | None, value: str, match: re.Match[str]) -> tuple[str, int, int] | None:
    if not is_partial_date(value) or (best and best[1] <= match.start()):
        return best
    return value, *match.span()
