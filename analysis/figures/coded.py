"""Tables of counts for themes and frames: codes against articles, years, outlets or speakers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..measure import coding, evidence
from ..measure.base import NARRATOR
from ..measure.intervals import MINIMUM_UNITS, smallness
from ..measure.wording import capital, count, listing
from . import shapes, style
from .common import MANY, articles, of_all, others, shade, some, without_sentence
from .registry import Content, NothingToShow

if TYPE_CHECKING:
    import pandas as pd

    from ..tables import Tables

NOUN = {"theme": "theme", "frame": "frame"}
METHOD = {
    "theme": "A sentence carries a theme when it is about that field of relations or co-operation; it may carry "
    "none or several.",
    "frame": "A sentence carries a frame when it makes the relation look that way; it may carry none or several.",
}


def by_group(t: Tables, axis: str, by: str, noun: str, limit: int = 40) -> Content:
    """Content of a matrix of codes and groups: sentences with the code, shaded by their share of the group's sentences.

    ``noun`` is what one group is called in captions ("article", "year", "speaker").
    """
    if not len(t.sentences):
        raise NothingToShow("there is no sentence")
    data = some(coding.prevalence(t, axis, by, unit="event"), "there is no sentence")
    if by == "article":
        place = {doc_id: i for i, doc_id in enumerate(articles(t)["doc_id"])}
        data = data.sort_values(["group"], key=lambda c: c.map(place), kind="stable")
    if by == "speaker":
        data = data.sort_values(["of", "label"], ascending=[False, True], kind="stable")
    data = data.reset_index(drop=True)
    present = set(data.loc[data["n"] > 0, "code"])
    if not present:
        raise NothingToShow(f"no sentence carries a {NOUN[axis]}")
    sizes = dict(zip(data["group"], data["of"], strict=True))
    every = [group for group, n in sizes.items() if n]      # a group without a sentence cannot be compared
    groups = every[:limit]
    flipped = by == "speaker" or len(groups) > MANY
    codes = [code for code in coding.codes_in(t, axis) if not flipped or code in present]
    named = dict(zip(data["code"], data["code_label"], strict=True))
    labels = evidence.told_apart({
        group: "The outlets themselves" if group == NARRATOR else label
        for group, label in zip(data["group"], data["label"], strict=True)
    })
    words = {code: capital(named[code]) for code in codes}
    heads = [shapes.with_size(labels[group], sizes[group]) for group in groups]
    cells = {
        (code, group): (n, share)
        for code, group, n, share in zip(data["code"], data["group"], data["n"], data["share"], strict=True)
    }

    def draw(head):
        counts = [[cells[code, group][0] for group in groups] for code in codes]
        # a speaker's shares rest on a handful of sentences: one of one would be the darkest
        measured = 0 if by == "speaker" else 1
        largest = max(cells[code, group][measured] for code in codes for group in groups)
        shades = [[shade(cells[code, group][measured], largest) for group in groups] for code in codes]
        if flipped:
            counts, shades = ([list(row) for row in zip(*grid, strict=True)] for grid in (counts, shades))
        texts = [[str(n or "") for n in row] for row in counts]
        rows, columns = (heads, [*words.values()]) if flipped else ([*words.values()], heads)
        return shapes.matrix(head, rows, columns, texts, shades, colours=style.AXES[axis], marks=marks)

    marks = [*words.values()], [labels[group] for group in groups]
    found = evidence.grouped(t, evidence.codes(t, axis), by)
    found = found.assign(row=found["code"].map(words), column=found["group"].map(labels))
    behind = evidence.behind(t, found, *marks)
    if flipped:
        marks, behind = marks[::-1], evidence.turned(behind)
    units, whole = len(every), len(t.sentences)
    leading, overall = _leading(data, every, labels), _overall(t, axis)
    absent = [named[code] for code in coding.codes_in(t, axis) if code not in present]
    caption = (
        f"Sentences that carry each {NOUN[axis]}, by {noun}; in brackets all sentences of the {noun}, and the darker "
        f"the cell, the {'more they are' if by == 'speaker' else 'larger their share'}. {overall}{_absent(absent)} "
        f"{smallness(t)}{_intervals(data)}{others(units - len(groups), noun)}"
        f"{without_sentence(labels[group] for group, n in sizes.items() if not n)}"
    )
    alt = f"Matrix of {NOUN[axis]}s by {noun}. Most frequent: {leading}. {overall}"
    return Content(data, caption, alt, f"{count(whole, 'sentence')}, {count(units, noun)}", draw, evidence=behind)


def _leading(data: pd.DataFrame, groups: list[str], labels: dict[str, str], limit: int = 8) -> str:
    """Such as "political dialogue in Oval.az 2019 (14 of 20), …": the commonest code of each group."""
    said = []
    for group in groups[:limit]:
        own = data[data["group"] == group]
        most = int(own["n"].max())
        best = list(own.loc[own["n"] == most, "code_label"]) if most else []
        size = count(int(own["of"].iloc[0]), "sentence")
        said.append(
            f"{labels[group]}: {listing(best)}"
            + (f" ({'each ' if len(best) > 1 else ''}{most} of {size})" if best else f" ({size})")
        )
    return "; ".join(said) + (f"; and {len(groups) - limit} more" if len(groups) > limit else "")


def _overall(t: Tables, axis: str) -> str:
    """Such as "Over all: political dialogue in 45 of 90 sentences (50%) and …"."""
    rows = coding.prevalence(t, axis).sort_values("n", ascending=False, kind="stable")
    rows = rows[rows["n"] > 0].head(2)
    return (
        "Over all articles: "
        + listing(f"{r.code_label} in {of_all(int(r.n), int(r.of), 'sentence')}" for r in rows.itertuples())
        + "."
    )


def _intervals(data: pd.DataFrame) -> str:
    if not data["low"].notna().any():
        return ""
    return f" Shares on {MINIMUM_UNITS} events and more have a 95% interval in the CSV, from drawing events again."


def _absent(names: list[str]) -> str:
    return f" No sentence carries {listing(names, last='or')}." if names else ""
