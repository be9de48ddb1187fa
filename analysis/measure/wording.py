"""Numbers and lists in words, so that a computed sentence reads as if it had been written.

Plain functions over plain values; nothing here knows the tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_PLURALS = {
    "country": "countries",
    "party": "parties",
    "body": "bodies",
    "person": "people",
    "entity": "entities",
    "is": "are",
    "has": "have",
    "was": "were",
    "does": "do",
    "it": "they",
    "its": "their",
}


def plural(noun: str, n: int) -> str:
    """The noun (or one of a few verbs) as ``n`` wants it: plural for every number but one."""
    if n == 1:
        return noun
    head, _, last = noun.rpartition(" ")
    last = _PLURALS.get(last) or (
        last[:-1] + "ies"
        if last.endswith("y") and last[-2:-1] not in "aeiou"
        else last + "es"
        if last.endswith(("s", "x", "ch", "sh"))
        else last + "s"
    )
    return f"{head} {last}".strip()


def verb(base: str, n: int) -> str:
    """A verb as a subject of ``n`` wants it: "speak", 1 → "speaks", 2 → "speak"."""
    return plural(base, 2) if n == 1 else base


def number(n: int, words: bool = False) -> str:
    """1234 → "1,234"; with ``words``, up to ten in words (0 is "no")."""
    return _SMALL[n] if words and 0 <= n <= 10 else f"{n:,}"


def count(n: int, noun: str, words: bool = False) -> str:
    """3, "article" → "3 articles"; 1 → "1 article"; with ``words`` "three articles", "no articles"."""
    return f"{number(n, words)} {plural(noun, n)}"


def times(n: int) -> str:
    """1 → "once", 2 → "twice", 3 → "3 times"."""
    return {1: "once", 2: "twice"}.get(n) or count(n, "time")


def of(n: int, whole: int, noun: str) -> str:
    """2, 90, "sentence" → "2 of 90 sentences"."""
    return f"{number(n)} of {count(whole, noun)}"


def percent(n: float, whole: float = 1.0) -> str:
    """n / whole as a whole per cent that does not lie at the ends: "under 1%" is not 0, "over 99%" is not 100.

    "no share" where there is nothing to take a share of.
    """
    if not whole:
        return "no share"
    value = 100 * n / whole
    if 0 < value < 0.5:
        return "under 1%"
    if 99.5 <= value < 100:
        return "over 99%"
    return f"{int(value + 0.5)}%"


def listing(items: Iterable[str], last: str = "and", limit: int | None = None, more: str = "other") -> str:
    """["a", "b", "c"] → "a, b and c"; beyond ``limit`` the rest is counted ("a, b and 3 others"); nothing is
    "none"."""
    items = list(items)
    if not items:
        return "none"
    if limit is not None and len(items) > limit + 1:
        items = [*items[:limit], count(len(items) - limit, more)]
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} {last} {items[-1]}"


def counted(pairs: Iterable[tuple[str, int]], limit: int | None = None) -> str:
    """[("friendly", 3), ("close", 1)] → "friendly (3) and close (1)"."""
    return listing([f"{item} ({n})" for item, n in pairs], limit=limit)


def quoted(text: str) -> str:
    """The text in typographic quotation marks, on one line."""
    return f"“{' '.join(text.split())}”"


def years(values: Sequence[int]) -> str:
    """[2019, 2020, 2023] → "2019, 2020 and 2023"; a run of three or more is a range "2019–2021"."""
    values = sorted(set(values))
    runs: list[list[int]] = []
    for value in values:
        if runs and value == runs[-1][-1] + 1:
            runs[-1].append(value)
        else:
            runs.append([value])
    parts: list[str] = []
    for run in runs:
        parts += [f"{run[0]}–{run[-1]}"] if len(run) > 2 else [str(year) for year in run]
    return listing(parts)


def capital(sentence: str) -> str:
    """The sentence with a capital first letter, also behind an opening quotation mark; nothing else changes."""
    at = 1 if sentence.startswith("“") else 0
    return sentence[:at] + sentence[at:at + 1].upper() + sentence[at + 1:]


_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December")


def day(date: object) -> str:
    """A date in words: "2020-01-31" → "31 January 2020"; "2020-01" → "January 2020"; nothing → "no date known"."""
    if not isinstance(date, str) or not date:
        return "no date known"
    year, *rest = date.split("-")
    month = f"{_MONTHS[int(rest[0]) - 1]} " if rest else ""
    return f"{int(rest[1])} {month}{year}" if len(rest) > 1 else f"{month}{year}"
