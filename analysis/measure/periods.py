"""The time that a sentence speaks of: "last year", "in January–June", "until 2026", resolved against the report's date.

A period is written as in ISO 8601, as far as it is known: a year "2022", a month "2023-04", a day "2023-04-12", two of
them with a stroke for a stretch ("2023-01/2023-06"), a stroke in front for what is open before ("/2026": until 2026),
one behind for what is open after ("2020/": since 2020). A relative time in an undated report has words and no period.
"""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from analysis.corpus.dates import months
from analysis.knowledge.claimbook import PeriodItem

from .reading import Span, Text

if TYPE_CHECKING:
    from analysis.annotate.model import Sentence

_REACH = 16             # words (commas count as several) beyond which a time belongs to something else
_NEAR = 2               # words between a year and the word that makes a limit of it
_YEAR = re.compile(r"(?<![\d.,$€-])(?:19|20)\d{2}(?![\d,.-]\d|\d)")
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d{2})\s?-\s?((?:19|20)\d{2})(?!\d)")


@dataclass(frozen=True, slots=True)
class Period:
    """A time in a sentence: tokens [first, last], the words, and the period ("" where it cannot be resolved)."""

    first: int
    last: int
    words: str
    period: str
    named: bool = False         # stands inside a name, such as that of a programme

    @property
    def ends(self) -> str:
        """The last moment, as an ISO date that may be partial; "" where it is open or unknown."""
        return self.period.rpartition("/")[2]

    @property
    def begins(self) -> str:
        """The first moment, likewise."""
        return self.period.partition("/")[0] if "/" in self.period else self.period


@lru_cache(maxsize=1)
def _dates() -> tuple[re.Pattern[str], ...]:
    names = sorted((name for name in months() if len(name) > 3), key=len, reverse=True)
    month = r"(?:" + "|".join(re.escape(name) for name in names) + r")\w{0,3}"
    year = r"(?:[,\s-]+(?:of\s+)?(?P<y>(?:19|20)\d{2})(?!\d))?"
    dash = r"\s*(?:-|to|до|по|and|и|və|ve)\s*"
    return (
        # January 30-February 1 (2020); 30 января - 1 февраля
        re.compile(rf"(?<!\w)(?P<m>{month})\s+(?P<d>\d{{1,2}}){dash}(?P<m2>{month})\s+(?P<d2>\d{{1,2}})(?!\d){year}"),
        re.compile(rf"(?<!\d)(?P<d>\d{{1,2}})\s*-?\s*(?P<m>{month}){dash}(?P<d2>\d{{1,2}})\s*-?\s*(?P<m2>{month}){year}"),
        # March 10-11; 10-11 марта
        re.compile(rf"(?<!\w)(?P<m>{month})\s+(?P<d>\d{{1,2}})-(?P<d2>\d{{1,2}})(?!\d){year}"),
        re.compile(rf"(?<!\d)(?P<d>\d{{1,2}})\s?-\s?(?P<d2>\d{{1,2}})\s*-?\s*(?P<m>{month}){year}"),
        # April 12 (, 2023); 12 апреля
        re.compile(rf"(?<!\w)(?P<m>{month})\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?![\d.,]?\d){year}"),
        re.compile(rf"(?<![\d.,])(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s*-?\s*(?P<m>{month}){year}"),
        # January-June (2023); in March (2023)
        re.compile(rf"(?<!\w)(?P<m>{month})\s?-\s?(?P<m2>{month}){year}"),
        re.compile(rf"(?<!\w)(?:in|в|во|of|for)\s+(?P<m>{month}){year}"),
        re.compile(rf"(?<!\w)(?P<m>{month})[\s,]+(?P<y>(?:19|20)\d{{2}})(?!\d)"),
        re.compile(rf"(?<!\w)(?P<m>{month})\s+(?:ayı\w*|ai?y\w*|aylar\w*|айы\w*|айлар\w*)"),
    )


def periods(text: Text, sentence: Sentence) -> list[Period]:
    """Every time that a sentence names, in order; of overlapping ones the longest."""
    found = _by_form(text, sentence) + _by_words(text, sentence)
    found.sort(key=lambda one: (one.first - one.last, one.first))
    kept: list[Period] = []
    for one in found:
        if all(one.last < other.first or other.last < one.first for other in kept):
            kept.append(one)
    inside = [(first, last) for first, last, _, _, kind in text.names if kind == "name"]
    return sorted((Period(one.first, one.last, one.words, one.period,
                          any(a <= one.first and one.last <= b and b > a for a, b in inside)) for one in kept),
                  key=lambda one: one.first)


def nearest(text: Text, found: list[Period], span: Span, reach: int = _REACH) -> Period | None:
    """The time that belongs to a stretch of tokens: the nearest in words, if it is near enough."""
    ranked = sorted((text.distance((one.first, one.last), span), one.first, one) for one in found if not one.named)
    return ranked[0][2] if ranked and ranked[0][0] <= reach else None


def _by_form(text: Text, sentence: Sentence) -> list[Period]:
    """Dates, months and years, with the words that make limits of them."""
    folded, out = text.doc.folded, []
    for pattern in _dates():
        for match in pattern.finditer(folded, sentence.start, sentence.end):
            parts = match.groupdict()
            year = int(parts["y"]) if parts.get("y") else None
            out.append(_limited(text, sentence, match.span(), _of_date(parts, year, text.date)))
    for match in _YEARS.finditer(folded, sentence.start, sentence.end):
        out.append(_limited(text, sentence, match.span(), f"{match[1]}/{match[2]}"))
    for match in _YEAR.finditer(folded, sentence.start, sentence.end):
        part = _part_beside(text, sentence, match.span())
        period = f"{match[0]}-{part[0]:02}/{match[0]}-{part[1]:02}" if part else match[0]
        out.append(_limited(text, sentence, match.span(), period))
    return out


def _of_date(parts: dict[str, str | None], year: int | None, date: str) -> str:
    """A day, month or stretch of them; without a year of its own it takes the one that brings it nearest the report."""
    first = _month(parts["m"])
    year = year or _nearest_year(first, date)
    if year is None:
        return ""
    begins = f"{year}-{first:02}" + (f"-{int(parts['d']):02}" if parts.get("d") else "")
    if not parts.get("m2") and not parts.get("d2"):
        return begins if _valid(begins) else ""
    last = _month(parts["m2"]) if parts.get("m2") else first
    ends = f"{year + (last < first)}-{last:02}" + (f"-{int(parts['d2']):02}" if parts.get("d2") else "")
    return f"{begins}/{ends}" if _valid(begins) and _valid(ends) else ""


def _month(word: str | None) -> int:
    known, word = months(), word or ""
    return next((known[word[:cut]] for cut in range(len(word), 2, -1) if word[:cut] in known), 1)


def _nearest_year(month: int, date: str) -> int | None:
    if not date:
        return None
    year, own = int(date[:4]), int(date[5:7]) if len(date) >= 7 else 6
    return min((year, year - 1, year + 1), key=lambda candidate: abs((candidate - year) * 12 + month - own))


def _valid(date: str) -> bool:
    try:
        datetime.date.fromisoformat(date if len(date) == 10 else f"{date}-01")
    except ValueError:
        return False
    return True


def _part_beside(text: Text, sentence: Sentence, span: tuple[int, int]) -> tuple[int, int] | None:
    first, last = text.tokens(*span)
    return next((item.months for a, b, item in text.within("period", sentence) if item.kind == "part"
                 and (0 < first - b <= _NEAR + 1 or 0 < a - last <= _NEAR + 1)), None)


def _limited(text: Text, sentence: Sentence, span: tuple[int, int], period: str) -> Period:
    """A time with the limit beside it: "until 2026" is "/2026"."""
    first, last = text.tokens(*span)
    for a, b, item in text.within("period", sentence):
        before = item.side == "before" and a < first and 0 < first - b <= _NEAR
        behind = item.side == "behind" and last < b and a - last <= _NEAR
        if item.kind in ("until", "since") and "/" not in period and (before or behind):
            if before and text.distance((a, b), (first, last)) > _NEAR:
                continue
            period = (f"/{period}" if item.kind == "until" else f"{period}/") if period else ""
            first, last = min(a, first), max(b, last)
            break
    return Period(first, last, text.words(first, last), period)


def _by_words(text: Text, sentence: Sentence) -> list[Period]:
    """"Last year", "this month", "first half": by their distance from the report's date."""
    out = []
    hits = text.within("period", sentence)
    for a, b, item in hits:
        if item.kind == "relative":
            out.append(Period(a, b, text.words(a, b), relative(item, text.date)))
        elif item.kind == "part" and item.months:
            year = next((shifted for c, d, other in hits if other.kind == "relative" and other.unit == "year"
                         and (0 < c - b <= _NEAR + 1 or 0 < a - d <= _NEAR + 1)
                         and (shifted := relative(other, text.date))), text.date[:4])
            first, last = item.months
            out.append(Period(a, b, text.words(a, b), f"{year}-{first:02}/{year}-{last:02}" if year else ""))
    return out


def relative(item: PeriodItem, date: str) -> str:
    """A relative time as a period; "" if the report's date does not reach far enough (a month for "yesterday")."""
    if not date:
        return ""
    year, month, day = int(date[:4]), date[5:7], date[8:10]
    if item.unit == "year":
        return str(year + item.offset)
    if not month:
        return ""
    at = year * 12 + int(month) - 1 + item.offset * (3 if item.unit == "quarter" else 1)
    if item.unit == "month":
        return f"{at // 12}-{at % 12 + 1:02}"
    if item.unit == "quarter":
        first = at - at % 3
        return f"{first // 12}-{first % 12 + 1:02}/{first // 12}-{first % 12 + 3:02}"
    if not day:
        return ""
    own = datetime.date(year, int(month), int(day)) + datetime.timedelta(
        days=item.offset * (7 if item.unit == "week" else 1))
    if item.unit == "day":
        return own.isoformat()
    monday = own - datetime.timedelta(days=own.weekday())
    return f"{monday.isoformat()}/{(monday + datetime.timedelta(days=6)).isoformat()}"


def span_in_years(period: str) -> tuple[float, float] | None:
    """A period as a stretch of years (2023.0 is the first of January 2023); None for an open or unknown one."""
    begins, _, ends = period.partition("/")
    ends = ends or begins if "/" not in period else ends
    if not begins or not ends:
        return None
    return _point(begins, False), _point(ends, True)


def _point(date: str, end: bool) -> float:
    year, *rest = (int(part) for part in date.split("-"))
    if not rest:
        return year + (1.0 if end else 0.0)
    month = rest[0]
    length = calendar.monthrange(year, month)[1]
    day = rest[1] if len(rest) > 1 else length if end else 1
    return year + (month - 1 + (day - (0 if end else 1)) / length) / 12
