"""What simpler means reach on the same sentences: general sentiment tools, a majority guess, runs of capitals.

A score says little by itself. Beside it belongs what one gets without any of the work. Every baseline is given gold's
own sentences, which is an advantage over a system that has to find them. VADER (Hutto & Gilbert 2014) and TextBlob's
lexicon know English only; on other languages they are run all the same, since that is what a reader of a tool's score
may have before him.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from .agreement import accuracies, macro_f1, scores
from .base import TONES, tidy
from .scoring import Record

if TYPE_CHECKING:
    import pandas as pd

PROGRAM, VADER, TEXTBLOB, MAJORITY, CAPITALS = (
    "this program",
    "VADER",
    "TextBlob",
    "majority guess",
    "runs of capitals",
)
#: VADER's authors take a compound score this far from 0 for positive or negative.
VADER_THRESHOLD = 0.05

_INT, _STR, _FLOAT = "int64", "object", "float64"
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")


@lru_cache(maxsize=1)
def _vader():
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    return SentimentIntensityAnalyzer()


@lru_cache(maxsize=1)
def _textblob():
    from textblob.en.sentiments import PatternAnalyzer

    return PatternAnalyzer()


def vader(text: str) -> int:
    """Tone of an English text by VADER's compound score: 1 from 0.05 up, −1 from −0.05 down, else 0."""
    compound = _vader().polarity_scores(text)["compound"]
    return (compound >= VADER_THRESHOLD) - (compound <= -VADER_THRESHOLD)


def textblob(text: str) -> int:
    """Tone of an English text by the sign of TextBlob's polarity (its lexicon of adjectives)."""
    polarity = _textblob().analyze(text).polarity
    return (polarity > 0) - (polarity < 0)


def _plain(record: Record) -> list[dict[str, Any]]:
    """Gold's sentences without their labels."""
    nothing = {"speaker": ["narrator"], "quoted": False, "tone": 0, "themes": [], "frames": []}
    return [{"start": s["start"], "end": s["end"], **nothing} for s in record["sentences"]]


def toned(gold: Iterable[Record], judge: Callable[[str], int]) -> list[dict[str, Any]]:
    """Records in which every gold sentence has the tone that a tool gives its text; other layers are empty."""
    out = []
    for record in gold:
        sentences = _plain(record)
        for sentence in sentences:
            sentence["tone"] = judge(record["text"][sentence["start"] : sentence["end"]])
        out.append({"id": record["id"], "sentences": sentences, "mentions": []})
    return out


def guessed(gold: Iterable[Record]) -> list[dict[str, Any]]:
    """Records in which every sentence has gold's most frequent theme, frame and tone (ties by name).

    The labels are counted in the very gold they are scored against, which nobody could know beforehand: no constant
    guess does better on single decisions.
    """
    gold = list(gold)
    sentences = [s for record in gold for s in record["sentences"]]
    best = {field: _commonest(code for s in sentences for code in s[field]) for field in ("themes", "frames")}
    labels: dict[str, Any] = {field: [] if code is None else [code] for field, code in best.items()}
    labels["tone"] = _commonest(s["tone"] for s in sentences) or 0
    return [{"id": r["id"], "sentences": [s | labels for s in _plain(r)], "mentions": []} for r in gold]


def _commonest(values: Iterable[Any]) -> Any:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], str(value))) if counts else None


def capitals(text: str) -> list[tuple[int, int, str]]:
    """Names in one sentence as somebody would find them who knows no names: runs of words with a capital.

    (start, end, type) with offsets in the text; one word is guessed to be a COUNTRY, several a PERSON, the commonest
    types of their lengths. A single word at the start of the sentence is no name: it has its capital anyway.
    """
    words = [(match.start(), match.start() + len(match.group().rstrip(".'’-"))) for match in _WORD.finditer(text)]
    runs: list[list[tuple[int, int]]] = []
    previous = None
    for start, end in words:
        if text[start].isupper():
            if previous is not None and runs and runs[-1][-1] == previous and text[previous[1] : start].isspace():
                runs[-1].append((start, end))
            else:
                runs.append([(start, end)])
        previous = (start, end)
    first = words[0] if words else None
    return [
        (run[0][0], run[-1][1], "PERSON" if len(run) > 1 else "COUNTRY") for run in runs if run != [first]
    ]


def capitalised(gold: Iterable[Record]) -> list[dict[str, Any]]:
    """Records whose mentions are the runs of capitals in gold's sentences; other layers are empty."""
    out = []
    for record in gold:
        mentions = [
            {"start": s["start"] + a, "end": s["start"] + b, "type": of_type, "kind": "name", "entity": f"{a}-{b}"}
            for s in record["sentences"]
            for a, b, of_type in capitals(record["text"][s["start"] : s["end"]])
        ]
        out.append({"id": record["id"], "sentences": _plain(record), "mentions": mentions})
    return out


def tone_table(gold: Iterable[Record], system: Iterable[Record], by: str | None = None) -> pd.DataFrame:
    """Tone by method: ``method group right of accuracy low high macro_f1 f1_positive f1_neutral f1_negative``.

    of: sentences; low, high: exact 95 % interval of the accuracy; macro_f1: mean F1 of the values that gold uses.
    """
    gold = list(gold)
    methods = {PROGRAM: list(system), VADER: toned(gold, vader), TEXTBLOB: toned(gold, textblob)}
    methods[MAJORITY] = guessed(gold)
    out = []
    for method, records in methods.items():
        f1, right = scores(gold, records, by), accuracies(gold, records, by)
        found = {(r.group, r.code): r.f1 for r in f1.loc[f1["layer"] == "tone"].itertuples()}
        for row in right.loc[right["what"] == "tone"].itertuples():
            values = {
                f"f1_{name}": found.get((row.group, str(tone)))
                for tone, name in zip(TONES, ("positive", "neutral", "negative"), strict=True)
            }
            out.append(
                {"method": method, "group": row.group, "right": row.n, "of": row.of, "accuracy": row.share,
                 "low": row.low, "high": row.high, "macro_f1": macro_f1(f1, "tone", row.group)} | values
            )  # fmt: skip
    return tidy(
        out,
        {"method": _STR, "group": _STR, "right": _INT, "of": _INT}
        | dict.fromkeys(
            ("accuracy", "low", "high", "macro_f1", "f1_positive", "f1_neutral", "f1_negative"), _FLOAT
        ),
    )


def code_table(gold: Iterable[Record], system: Iterable[Record], by: str | None = None) -> pd.DataFrame:
    """Themes and frames by method: ``axis method group gold found right precision recall f1 macro_f1``."""
    gold = list(gold)
    out = []
    for method, records in ((PROGRAM, list(system)), (MAJORITY, guessed(gold))):
        table = scores(gold, records, by)
        for axis in ("theme", "frame"):
            for row in table.loc[(table["layer"] == axis) & (table["code"] == "all")].itertuples():
                mean = macro_f1(table, axis, row.group)
                out.append({"axis": axis, "method": method, "macro_f1": mean} | _scored(row))
    out.sort(key=lambda row: row["axis"], reverse=True)
    return tidy(out, {"axis": _STR, "method": _STR} | _SCORED | {"macro_f1": _FLOAT})


def name_table(gold: Iterable[Record], system: Iterable[Record], by: str | None = None) -> pd.DataFrame:
    """Names by method: ``method asked group gold found right precision recall f1``.

    asked: "place and type", as everywhere else, or "place" alone, with any type.
    """
    gold, system = list(gold), list(system)
    out = []
    for method, records in ((PROGRAM, system), (CAPITALS, capitalised(gold))):
        for asked, change in (("place and type", {}), ("place", {"type": "PERSON"})):
            ours, theirs = ([_names(record, change) for record in side] for side in (gold, records))
            table = scores(ours, theirs, by)
            for row in table.loc[(table["layer"] == "mention") & (table["code"] == "name")].itertuples():
                out.append({"method": method, "asked": asked} | _scored(row))
    return tidy(out, {"method": _STR, "asked": _STR} | _SCORED)


_SCORED = {"group": _STR, "gold": _INT, "found": _INT, "right": _INT, "precision": _FLOAT, "recall": _FLOAT,
           "f1": _FLOAT}  # fmt: skip


def _scored(row: Any) -> dict[str, Any]:
    return {"group": row.group, "gold": row.gold, "found": row.system, "right": row.tp, "precision": row.precision,
            "recall": row.recall, "f1": row.f1}  # fmt: skip


def _names(record: Record, change: Mapping[str, str]) -> dict[str, Any]:
    return {**record, "mentions": [{**m, **change} for m in record["mentions"] if m.get("kind", "name") == "name"]}
