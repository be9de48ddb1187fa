"""What is taken for what: types of names, and tone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..measure import evidence, validation
from ..measure.wording import times
from . import shapes, style
from .common import capital, count, listing, of_all, shade
from .methods import METHOD, gold_for, records_of
from .registry import Content, NothingToShow, register
from .scores import CLASS_LABELS, TONE_LABELS, on_gold

if TYPE_CHECKING:
    import pandas as pd

    from ..tables import Tables


@register(
    "name-confusion",
    "What mentions are taken for",
    unit="mentions: people's marks in rows, the program's in columns",
    method=METHOD + " What overlaps and agrees is paired first, then what overlaps.",
)
def name_confusion(t: Tables) -> Content:
    gold = gold_for(t)
    data = validation.type_confusion(gold, records_of(t), "language")
    every = data[data["group"] == validation.ALL]
    if not every["n"].sum():
        raise NothingToShow("neither the people nor the program found a name")
    labels = {**CLASS_LABELS, validation.NOTHING: "nothing there"}
    theirs = {**labels, validation.NOTHING: "not found"}
    draw = _grid(every, labels, theirs, style.TYPES["COUNTRY"])
    behind = _behind(t, validation.confused_mentions(gold, records_of(t)), labels, theirs)
    marked = every[every["gold"] != validation.NOTHING]
    right = int(marked.loc[marked["gold"] == marked["found"], "n"].sum())
    whole = int(marked["n"].sum())
    invented = int(every.loc[every["gold"] == validation.NOTHING, "n"].sum())
    said = (
        f"{capital(of_all(right, whole, 'mention'))} that people marked are found as what they are. "
        f"{_confused(marked, labels)}{_invented(invented)}"
    )
    caption = (
        f"{said} In brackets how many people marked; the diagonal is right, and the darker the cell, the larger its "
        "share of the row."
    )
    alt = f"Matrix of types of mentions. {said} {_diagonal(marked, labels)}"
    return Content(data, caption, alt, on_gold(gold), draw, evidence=behind)


@register(
    "tone-confusion",
    "What tone is taken for",
    unit="sentences: people's labels in rows, the program's in columns",
    method=METHOD,
)
def tone_confusion(t: Tables) -> Content:
    gold = gold_for(t)
    data = validation.tone_confusion(gold, records_of(t), "language")
    every = data[data["group"] == validation.ALL]
    if not every["n"].sum():
        raise NothingToShow("no sentence has a tone")
    lost = every["found"] == validation.LEFT_OUT
    left_out = int(every.loc[lost, "n"].sum())
    labels = {**TONE_LABELS, validation.LEFT_OUT: validation.LEFT_OUT}
    draw = _grid(every if left_out else every[~lost], labels, labels, style.AXES["frame"])
    right, whole = int(every.loc[every["gold"] == every["found"], "n"].sum()), int(every["n"].sum())
    swapped = int(every.loc[every["gold"].isin(["1", "-1"]) & every["found"].isin(["1", "-1"])
                            & (every["gold"] != every["found"]), "n"].sum())  # fmt: skip
    said = (
        f"{capital(of_all(right, whole, 'sentence'))} get the tone that people gave them. "
        f"{_confused(every[~lost], labels)}{_swapped(swapped)}"
    )
    if left_out:
        said += f" {capital(count(left_out, 'sentence'))} the program left out; the scores take that for neither."
    caption = (
        f"{said} In brackets how many people labelled so; the darker the cell, the larger its share of the row."
    )
    alt = f"Matrix of tones. {said} {_diagonal(every, labels)}"
    behind = _behind(t, validation.confused_tones(gold, records_of(t)), labels, labels)
    return Content(data, caption, alt, on_gold(gold), draw, evidence=behind)


def _names(labels: dict[str, str], whose: str) -> dict[str, str]:
    """Names of rows and columns in the evidence."""
    return {one: f"{whose}: {label}" for one, label in labels.items()}


def _behind(t: Tables, found: pd.DataFrame, rows: dict[str, str], columns: dict[str, str]) -> pd.DataFrame:
    ours, theirs = _names(rows, "People"), _names(columns, "Program")
    found = evidence.in_sentences(t, found.assign(row=found["gold"].map(ours), column=found["found"].map(theirs)))
    return evidence.behind(t, found, list(ours.values()), list(theirs.values()))


def _invented(n: int) -> str:
    if not n:
        return "The program marks nothing where people marked nothing."
    stand = "stands" if n == 1 else "stand"
    return f"{capital(count(n, 'mention'))} of the program {stand} where people marked nothing."


def _swapped(n: int) -> str:
    if not n:
        return "Praise and blame are never mixed up."
    return f"Praise is taken for blame, or blame for praise, {times(n)}."


def _confused(rows: pd.DataFrame, labels: dict[str, str]) -> str:
    """The commonest confusions in words, or nothing."""
    off = rows[(rows["gold"] != rows["found"]) & (rows["n"] > 0)].sort_values("n", ascending=False, kind="stable")
    if not len(off):
        return ""
    said = listing(
        f"“{labels[r.gold]}” {'not found' if r.found == validation.NOTHING else f'as “{labels[r.found]}”'} ({r.n})"
        for r in off.head(3).itertuples()
    )
    return f"Most often confused: {said}. "


def _diagonal(rows: pd.DataFrame, labels: dict[str, str]) -> str:
    """How many of each row are right: "Right: people 53 of 53, …"."""
    sizes = rows.groupby("gold", sort=False)["n"].sum()
    right = rows[rows["gold"] == rows["found"]].set_index("gold")["n"]
    return f"Right: {listing(f'{labels[one]} {right[one]:,} of {n:,}' for one, n in sizes.items() if n)}."


def _grid(data: pd.DataFrame, rows: dict[str, str], columns: dict[str, str], colour: str):
    cells = {(r.gold, r.found): int(r.n) for r in data.itertuples()}
    ours, theirs = list(dict.fromkeys(data["gold"])), list(dict.fromkeys(data["found"]))
    sizes = {one: sum(cells.get((one, other), 0) for other in theirs) for one in ours}

    def draw(head):
        return shapes.matrix(
            head,
            [shapes.with_size(capital(rows[one]), sizes[one]) for one in ours],
            [capital(columns[other]) for other in theirs],
            [[str(cells.get((one, other), 0) or "") for other in theirs] for one in ours],
            [[shade(cells.get((one, other), 0), sizes[one]) for other in theirs] for one in ours],
            colours=colour,
            blank=lambda i, j: (ours[i], theirs[j]) not in cells,
            marks=([_names(rows, "People")[one] for one in ours], [_names(columns, "Program")[one] for one in theirs]),
        )

    return draw
