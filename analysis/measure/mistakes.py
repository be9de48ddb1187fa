"""Where system and gold differ, one row a difference, with how bad each is.

What is said wrongly misleads a reader most, what is said of nothing less, what is passed over least; that order is the
same in every layer:

3 wrong     something false stands in the place of something true: another type, entity, person, tone, code or value
2 invented  something is said where gold has nothing: a name, a code, a speaker, praise or blame, a figure
1 missed    gold has something and the system nothing, or leaves it open
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from .base import NARRATOR, code_label, tidy
from .scoring import Record, entity_names, matched, prepared, sentence_labels
from .validation import class_of, type_pairs

if TYPE_CHECKING:
    import pandas as pd

WRONG, INVENTED, MISSED = 3, 2, 1
SEVERITIES = {WRONG: "wrong", INVENTED: "invented", MISSED: "missed"}
LAYERS = ("mention", "link", "speaker", "theme", "frame", "tone", "figure")


def differences(gold: Iterable[Record], system: Iterable[Record]) -> pd.DataFrame:
    """Every difference: ``doc_id layer severity start end gold program text``, by layer, the worst first.

    severity: 3, 2 or 1 as above; within one, what is wrong about more codes or people comes first, then the order of
    the articles. An empty gold or program is a thing that the one has and the other lacks. text: the words that it is
    about.
    """
    gold, system = list(gold), list(system)
    called = entity_names(gold, system)
    rows = [
        row
        for one, other in prepared(gold, system, called)
        for row in (*_mentions(one, other), *_figures(one, other), *_labels(one, other))
    ]
    rows.sort(key=lambda row: (LAYERS.index(row["layer"]), -row["severity"], -row["size"]))
    return tidy(
        rows,
        {"doc_id": "object", "layer": "object", "severity": "int64", "start": "int64", "end": "int64",
         "gold": "object", "program": "object", "text": "object"},
    )  # fmt: skip


def worst(table: pd.DataFrame, limit: int = 10) -> pd.DataFrame:
    """The first ``limit`` differences of each layer, same columns."""
    return table.groupby("layer", sort=False).head(limit).reset_index(drop=True)


def _row(
    record: Record, layer: str, severity: int, span: Record, gold: str, program: str, size: int = 1
) -> dict[str, Any]:
    return {
        "doc_id": record["id"],
        "layer": layer,
        "severity": severity,
        "size": size,
        "start": span["start"],
        "end": span["end"],
        "gold": gold,
        "program": program,
        "text": " ".join(record["text"][span["start"] : span["end"]].split()),
    }


def _mentions(one: Record, other: Record) -> Iterator[dict[str, Any]]:
    for a, b in type_pairs(one, other):
        if a is None:
            yield _row(one, "mention", INVENTED, b, "", _mention(b))
        elif b is None:
            yield _row(one, "mention", MISSED, a, _mention(a), "")
        elif class_of(a) != class_of(b):
            yield _row(one, "mention", WRONG, a, _mention(a), _mention(b))
        elif a["entity"] != b["entity"]:
            left_open = bool(b.get("candidates"))
            found = "left open" if left_open else b["entity"].removeprefix("?")
            yield _row(one, "link", MISSED if left_open else WRONG, a, a["entity"], found)


def _mention(m: Record) -> str:
    return f"{m['type']} {m['kind']}"


def _figures(one: Record, other: Record) -> Iterator[dict[str, Any]]:
    ours, theirs = list(one.get("figures", [])), list(other.get("figures", []))
    # as for the scores: what agrees in value first, then whatever else stands at the same place
    pairs = matched(ours, theirs, lambda a, b: abs(a["value"] - b["value"]) <= 1e-6 * max(1, abs(a["value"])))
    agreed = {id(span) for pair in pairs for span in pair}
    ours, theirs = ([f for f in side if id(f) not in agreed] for side in (ours, theirs))
    more = matched(ours, theirs, lambda a, b: True)
    for a, b in (*pairs, *more):
        if _figure(a) != _figure(b):
            yield _row(one, "figure", WRONG, a, _figure(a), _figure(b))
    taken = {id(span) for pair in more for span in pair}
    yield from (_row(one, "figure", MISSED, f, _figure(f), "") for f in ours if id(f) not in taken)
    yield from (_row(one, "figure", INVENTED, f, "", _figure(f)) for f in theirs if id(f) not in taken)


def _figure(f: Record) -> str:
    return f"{f['value']:g} {f['unit']}"


def _labels(one: Record, other: Record) -> Iterator[dict[str, Any]]:
    for unit in sentence_labels(one, other):
        span = one["sentences"][unit["sentence"]]
        for axis in ("theme", "frame"):
            wanted, got = unit[axis][0], unit[axis][1] or set()
            if wanted != got:
                yield _row(one, axis, *_sets(span, wanted, got, code_label), len(wanted ^ got))
        wanted, got = unit["tone"][0], unit["tone"][1] or 0
        if wanted != got:
            severity = WRONG if wanted * got < 0 else INVENTED if got else MISSED
            yield _row(one, "tone", severity, span, _tone(wanted), _tone(got))
        wanted, got = unit["speaker"][0] - {NARRATOR}, (unit["speaker"][1] or set()) - {NARRATOR}
        if wanted != got:
            yield _row(one, "speaker", *_sets(span, wanted, got, str, NARRATOR), len(wanted ^ got))


def _sets(span: Record, wanted: Collection, got: Collection, say: Any, nothing: str = "none") -> tuple:
    """Severity, place and words of two sets that differ."""
    missed, invented = set(wanted) - set(got), set(got) - set(wanted)
    severity = WRONG if missed and invented else INVENTED if invented else MISSED

    def said(values: Collection) -> str:
        return ", ".join(say(value).removeprefix("?") for value in sorted(values)) or nothing

    return severity, span, said(wanted), said(got)


def _tone(value: int) -> str:
    return f"{value:+d}" if value else "0"
