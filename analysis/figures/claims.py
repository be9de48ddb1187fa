"""The figures that the reports quote: the ledger as a table, and what is claimed over time as a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..knowledge import claimbook
from ..measure import claims as measure
from ..measure import conflicts, evidence
from ..measure.claim_status import STATUSES
from ..measure.periods import span_in_years
from . import dated, style
from .common import articles, count, cut, day, listing, others, some
from .registry import Content, NothingToShow, register

if TYPE_CHECKING:
    import pandas as pd

    from ..tables import Tables

_SHOWN = 150            # rows of the table on the page; the CSV has all
_ROWS = 30              # claims in the picture
STATUS = {"achieved": "achieved", "expected": "expected", "conditional": "possible", "target": "an aim"}
#: Shape, filling and colour of each status: told apart without colour.
MARKS = {
    "achieved": dated.Mark("o", True, style.INK, "given as achieved"),
    "expected": dated.Mark("^", True, "#0072B2", "expected"),
    "conditional": dated.Mark("D", False, "#D55E00", "possible"),
    "target": dated.Mark("s", False, "#117A65", "an aim"),
}


@register(
    "claims",
    "What is claimed in numbers, and by whom",
    kind="table",
    unit="quantities in the text",
    method="Every number that states a quantity, with its unit and qualifier; dates, ordinals and numbers inside "
    "names are none. Status, time and measure are read from words listed in knowledge/cues. "
    "A figure in the press is somebody's claim, not a fact checked here.",
)
def claims(t: Tables) -> Content:
    import pandas as pd

    data = some(conflicts.ledger(t), "no sentence states a quantity")
    order = {doc_id: i for i, doc_id in enumerate(articles(t)["doc_id"])}
    data = data.sort_values("doc_id", key=lambda c: c.map(order), kind="stable").reset_index(drop=True)
    data.insert(data.columns.get_loc("measure") + 1, "measure_label", data["measure"].map(measure.measure_label))
    top = data.head(_SHOWN)
    told = dict(zip(data["claim"], data["label"], strict=True))
    shown = pd.DataFrame(
        {
            "Figure": top["text"].tolist(),
            "Of what": [label or cut(what, 60) for label, what in zip(top["measure_label"], top["what"], strict=True)],
            "Given as": [STATUS[status] for status in top["status"]],
            "Time": [words or "not said" for words in top["period_words"]],
            "Said by": [_who(names) for names in top["names"]],
            "Article": top["label"].tolist(),
            "Other reports": [_others(r, told) for r in top.itertuples(index=False)],
            "Sentence": [dated.around(r.sentence_text, r.text) for r in top.itertuples(index=False)],
        }
    )
    said = int((data["names"] != "narrator").sum())
    statuses = data["status"].value_counts()
    caption = (
        f"{count(len(data), 'figure')} in {count(data['doc_id'].nunique(), 'article')} of {len(t.articles)}, claims of "
        f"the press and not facts of this book; {said} of them {'is' if said == 1 else 'are'} attributed to a speaker. "
        f"By status: {listing(f'{STATUS[s]} ({statuses[s]})' for s in STATUSES if s in statuses)}."
        + others(len(data) - len(top), "figure")
    )
    alt = (
        f"Table of {count(len(data), 'figure')}: "
        + listing((f"{row['Figure']} ({row['Given as']}, {row['Said by']}, {row['Article']})"
                   for _, row in shown.iterrows()), limit=8)
        + "."
    )
    n = f"{count(len(data), 'figure')} in {count(len(t.articles), 'article')}"
    return Content(data, caption, alt, n, shown=shown, evidence=_evidence(t, data))


def _name(claim: object) -> tuple[str, str]:
    """Row and column of a claim in the evidence: the figure's words, and what of and where."""
    return claim.text, f"{measure.measure_label(claim.measure) or 'no kind'}, {claim.label}"   # type: ignore[attr-defined]


def _evidence(t: Tables, data: pd.DataFrame) -> pd.DataFrame:
    names = [_name(claim) for claim in data.itertuples(index=False)]
    found = data[["doc_id", "sentence", "start", "end"]].assign(row=[row for row, _ in names],
                                                                column=[column for _, column in names])
    return evidence.behind(t, found, *(list(dict.fromkeys(part)) for part in zip(*names, strict=True)))


def _who(names: str) -> str:
    return "the outlet" if names == "narrator" else names.replace("narrator", "the outlet")


def _others(claim: object, told: dict[int, str]) -> str:
    """What other reports say on the same quantity."""
    said = []
    for column, words in (("corroborated_by", "the same in"), ("conflicts_with", "contradicted by"),
                          ("differs_from", "of another time or status in")):
        found = getattr(claim, column)
        if found:
            said.append(f"{words} {listing(dict.fromkeys(told[int(n)] for n in found.split('|')), limit=3)}")
    return "; ".join(said) or "none"


@register(
    "claims-over-time",
    "What is claimed of the same thing, over time",
    unit="figures on each kind of quantity, by the time they speak of",
    method="A figure stands at the time that its sentence names, else at the date of its report; the kind of quantity "
    "and the status are read from words listed in knowledge/cues.",
)
def claims_over_time(t: Tables) -> Content:
    rows = measure.claims(t)
    rows = rows.loc[(rows["measure"] != "") & (rows["measure"] != "duration")]
    data = some(rows, "no sentence states a quantity of a kind that is followed over time").copy()
    places = [_placed(r.period, r.date) for r in data.itertuples(index=False)]
    data = data.assign(place=[place for place, _, _ in places], basis=[basis for _, basis, _ in places],
                       ahead=[ahead for _, _, ahead in places])
    if not data["place"].notna().any():
        raise NothingToShow("no figure on a kind of quantity that is followed over time has a date, nor has its report")
    sizes = data["measure"].value_counts()
    listed = list(claimbook.load().measures)
    data["order"] = [(-sizes[m], listed.index(m)) for m in data["measure"]]
    data["at"] = [sum(place) / 2 if place else float("inf") for place in data["place"]]
    data = data.sort_values(["order", "at", "claim"], kind="stable")
    top = data.head(_ROWS)
    known = [place for place in top["place"] if place]
    low, high = int(min(a for a, _ in known)), int(max(b for _, b in known) - 1e-9) + 1

    def draw(head):
        step = max(1, -(-(high - low) // 7))
        return dated.moments(head, _moments(top), span=(low, high), marks=MARKS,
                             ticks=[(y, str(y)) for y in range(low, high + 1, step)])

    by = [f"{measure.measure_label(m)} ({n})" for m, n in sizes.items()]
    caption = (
        "Each mark is one figure, at the time its sentence speaks of or else when its report appeared; the shape says "
        f"how it is given. Claims of the press, not facts. By kind: {listing(by)}."
        + others(len(data) - len(top), "figure")
    )
    alt = "Figures on a line of years: " + listing(
        (f"{measure.measure_label(r.measure)} {r.text}, {STATUS[r.status]}, {_when(r)} ({r.label})"
         for r in top.itertuples(index=False)), limit=12) + "."
    keep = ["claim", "measure", "label", "date", "period", "period_words", "basis", "text", "value", "unit",
            "qualifier", "status", "status_words", "names", "sentence_text"]
    return Content(data[keep].reset_index(drop=True), caption, alt,
                   f"{count(len(data), 'figure')} in {count(data['doc_id'].nunique(), 'article')}", draw,
                   evidence=_evidence(t, top))


def _placed(period: str, date: str) -> tuple[tuple[float, float] | None, str, float | None]:
    """(from–to in years, how it is known, where a line to it begins): "until 2026" stands at 2026."""
    own = span_in_years(period) if period else None
    reported = span_in_years(date) if date else None
    if own is None and period.startswith("/"):
        end = span_in_years(period[1:])
        return (end, "sentence", reported[0] if reported else None) if end else (None, "", None)
    if own is None and period.endswith("/"):
        own = span_in_years(period[:-1])
    if own is not None:
        return own, "sentence", None
    return (reported, "report", None) if reported else (None, "", None)


def _when(r: object) -> str:
    return r.period_words or (day(r.date) if r.date else "no date known")       # type: ignore[attr-defined]


def _moments(rows: pd.DataFrame) -> list[dated.Moment]:
    out: list[dated.Moment] = []
    before = None
    for r in rows.itertuples(index=False):
        if r.measure != before:
            out.append(dated.Moment(measure.measure_label(r.measure).capitalize(), heading=True))
            before = r.measure
        label = f"+{r.text}" if r.unit == "percent" and r.status_words in _UP else r.text
        words = f"{STATUS[r.status]}, {r.label}" if r.place else f"{STATUS[r.status]}, {r.label}, undated"
        out.append(dated.Moment(cut(label, 60), r.place, r.status, cut(words, 42), start=r.ahead, name=_name(r)))
    return out


#: Words that say that a percentage is growth; the sign is ours.
_UP = frozenset({"increased", "increasing", "grew", "grown", "rose", "risen"})
