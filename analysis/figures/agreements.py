"""What the reports say was signed, founded, opened, visited, given, announced or wished."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..measure import evidence, promises, promises_check
from ..measure.wording import counted
from . import dated, style
from .common import capital, count, cut, day, listing, others, some
from .registry import Content, NothingToShow, register

if TYPE_CHECKING:
    import pandas as pd

    from ..tables import Tables

_SHOWN = 150            # rows of the table on the page; the CSV has all
_ROWS = 36              # lines of the timeline
METHOD = (
    "Words that report an act are listed by language, type and rung in knowledge/cues; a word of plan, possibility or "
    "wish that governs them takes the act down the ladder. It is what the press reports, not what happened."
)
#: Shapes of the rungs, told apart without colour: hollow while nothing binds.
_SHAPES = {"courtesy": ("o", False, "#757575"), "wish": ("v", False, "#A86400"), "intention": ("^", False, "#0072B2"),
           "signed": ("s", True, "#0072B2"), "implemented": ("D", True, "#117A65")}


@register("agreements", "Agreements and promises in the reports", kind="table", unit="acts that a sentence reports",
          method=METHOD)
def agreements(t: Tables) -> Content:
    import pandas as pd

    data = some(promises.acts(t), "no sentence reports an act")
    data = data.sort_values(["date", "act"], key=lambda c: c.where(c != "", "9999") if c.name == "date" else c,
                            kind="stable").reset_index(drop=True)
    top = data.head(_SHOWN)
    shown = pd.DataFrame(
        {
            "Act": [promises.label(code) for code in top["type"]],
            "Rung": [promises.label(code, "rung") for code in top["rung"]],
            "Words": [f"{r.words} ({cut(r.about_names, 90)})" if r.about_names else r.words
                      for r in top.itertuples(index=False)],
            "Who": [names or "not said" for names in top["names"]],
            "Date": [_date(r) for r in top.itertuples(index=False)],
            "PLOVER": [code or "none" for code in top["plover"]],
            "Article": top["label"].tolist(),
            "Sentence": [dated.around(r.sentence_text, r.words) for r in top.itertuples(index=False)],
        }
    )
    by = data["rung"].value_counts()
    caption = (
        f"{count(len(data), 'act')} in {count(data['doc_id'].nunique(), 'article')} of {len(t.articles)}, in the order "
        "of their dates, as the press reports them. By rung: "
        f"{counted((promises.label(rung, 'rung'), by[rung]) for rung in promises.rungs() if rung in by)}. "
        "A date in brackets is that of the report." + others(len(data) - len(top), "act")
    )
    alt = f"Table of {count(len(data), 'act')}: " + listing(
        (f"{row['Act']}, {row['Rung']} ({row['Date']}, {row['Article']})" for _, row in shown.iterrows()),
        limit=8) + "."
    found = data.assign(row=data["type"].map(promises.label).map(capital),
                        column=data["rung"].map(lambda rung: promises.label(rung, "rung")))
    behind = evidence.behind(t, found, list(dict.fromkeys(found["row"])), _rung_names())
    return Content(data, caption, alt, _n(data, t), shown=shown, evidence=behind)


def _rung_names() -> list[str]:
    return [promises.label(rung, "rung") for rung in promises.rungs()]


def _row_name(year: str, kind: str) -> str:
    """Row of a line of the timeline in the evidence."""
    return f"{year or 'Undated'}: {promises.label(kind)}"


def _n(data: pd.DataFrame, t: Tables) -> str:
    return f"{count(len(data), 'act')} in {count(len(t.articles), 'article')}"


def _date(r: Any) -> str:
    """The date of an act as printed: "2022: last year", "(12 April 2023)" for the report's own, "undated"; and when it
    is due."""
    due = f"; due {r.due_words}" if r.due_words else ""
    if r.date_basis == promises.SAID:
        words = "" if any(c.isdigit() for c in r.date_words) else f": {r.date_words}"
        return " to ".join(day(date) for date in r.date.split("/") if date) + words + due
    if r.date_basis == promises.REPORT:
        return f"({day(r.date)}){due}"
    return f"undated: {r.date_words}{due}" if r.date_words else f"undated{due}"


@register("agreements-timeline", "From courtesy to deed, year by year",
          unit="acts that the reports tell, by their date", method=METHOD)
def agreements_timeline(t: Tables) -> Content:
    data = some(promises.acts(t), "no sentence reports an act").copy()
    data["year"] = [date[:4] if date else "" for date in data["date"]]
    order = {rung: place for place, rung in enumerate(promises.rungs())}
    if not (data["year"] != "").any():
        raise NothingToShow("no act has a date, nor has any report that tells of one")
    grouped = data.groupby(["year", "rung", "type"], sort=False).agg(
        n=("act", "size"), articles=("label", _joined),
        about=("about_names", _joined)).reset_index()
    grouped["order"] = grouped["rung"].map(order)
    grouped = grouped.sort_values(["year", "order", "type"], key=lambda c: c.where(c != "", "9999")
                                  if c.name == "year" else c).reset_index(drop=True)
    left = len(grouped) - _ROWS
    top = grouped
    if left > 0:                            # of many lines those with most substance
        top = grouped.sort_values(["order", "n"], ascending=False, kind="stable").head(_ROWS).sort_index()

    def draw(head):
        marks = [dated.Mark(*_SHAPES.get(rung, ("o", True, style.INK)), promises.label(rung, "rung"))
                 for rung in promises.rungs()]
        return dated.ladder(head, _steps(top, order), marks)

    undated = int((data["year"] == "").sum())
    caption = (
        "Time runs down, substance to the right: each line is one kind of act in a year, a number beside the mark "
        "counts several. An act stands in the year that its sentence names, else in that of its report."
        + (f" {count(undated, 'act')} without a date at the end." if undated else "")
        + others(left, "line")
    )
    by = data["rung"].value_counts()
    years = [year for year in dict.fromkeys(grouped["year"]) if year]
    alt = (f"Acts on a ladder from {years[0]} to {years[-1]}: " + listing(
        f"{by.get(rung, 0)} {promises.label(rung, 'rung')}" for rung in promises.rungs()) + ". The highest: " + listing(
        (f"{promises.label(r.type)} {promises.label(r.rung, 'rung')}, {r.year or 'undated'}" for r in
         grouped.sort_values("order", ascending=False, kind="stable").itertuples(index=False)), limit=6) + ".")
    found = data.assign(row=[_row_name(*key) for key in zip(data["year"], data["type"], strict=True)],
                        column=data["rung"].map(lambda rung: promises.label(rung, "rung")))
    shown = set(zip(top["year"], top["type"], top["rung"], strict=True))
    found = found.loc[[key in shown for key in zip(data["year"], data["type"], data["rung"], strict=True)]]
    rows = list(dict.fromkeys(_row_name(*key) for key in zip(top["year"], top["type"], strict=True)))
    return Content(grouped[["year", "type", "rung", "n", "about", "articles"]], caption, alt, _n(data, t), draw,
                   evidence=evidence.behind(t, found, rows, _rung_names()))


def _joined(cells: pd.Series) -> str:
    """What the cells list, each item once."""
    return "; ".join(dict.fromkeys(item for cell in cells for item in cell.split("; ") if item))


def _steps(rows: pd.DataFrame, order: dict[str, int]) -> list[dated.Step]:
    out: list[dated.Step] = []
    known = [int(year) for year in rows["year"] if year]
    years = [str(year) for year in range(min(known), max(known) + 1)] if known else []
    if len(years) > 15:                     # a gap of decades needs no line a year
        years = sorted(set(rows["year"]) - {""})
    for year in [*years, *([""] if (rows["year"] == "").any() else [])]:
        own = rows.loc[rows["year"] == year]
        out.append(dated.Step(f"{year or 'Undated'}{'' if len(own) else ': no act'}", heading=True))
        for r in own.itertuples(index=False):
            about = f": {cut(r.about, 44)}" if r.about else ""
            name = _row_name(year, r.type), promises.label(r.rung, "rung")
            out.append(dated.Step(f"{promises.label(r.type)}{about}", order[r.rung], int(r.n), name=name))
    return out


@register("agreements-check", "The reader of acts against acts found by hand", kind="table",
          unit="acts in the articles labelled by hand",
          method="One person labelled the acts in two readings, before the program that finds them was written; an act "
          "counts as found if the program reports one of its type in the same sentence.",
          sources=("own coding", "acts labelled by hand"))
def agreements_check(t: Tables) -> Content:
    import pandas as pd

    from ..pipeline import ROOT

    file: Path = ROOT / "seeds" / promises_check.FILE
    labelled = promises_check.read_acts(file) if file.is_file() else None
    if labelled is None or not set(labelled["doc_id"]) & set(t.articles["doc_id"]):
        raise NothingToShow("no article of this corpus has acts labelled by hand")
    data = promises_check.scores(t, labelled)
    shown = pd.DataFrame({
        "What": data["what"], "Acts": data["n"], "Of": data["of"],
        "Share": ["" if share != share else f"{share:.2f}" for share in data["share"]],
        "95% interval": ["" if low != low else f"{low:.2f}–{high:.2f}"
                         for low, high in zip(data["low"], data["high"], strict=True)]})
    covered = len(set(labelled["doc_id"]) & set(t.articles["doc_id"]))
    labelled_n = count(int(data["of"].iloc[0]), "act")
    caption = (
        f"{labelled_n} labelled in {count(covered, 'article')}, by one reader in two passes. The cues were mended on "
        "these same articles: the table shows that nothing known is lost, and not how well other articles are read. "
        "The intervals take acts of one article as independent, which they are not."
    )
    alt = "Table of shares: " + listing(f"{r.what} {r.n} of {r.of}" for r in data.itertuples(index=False)) + "."
    return Content(data, caption, alt, f"{labelled_n} in {count(covered, 'article')}", shown=shown)
