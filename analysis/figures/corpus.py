"""Figures on the corpus itself: what it holds, when it appeared, what was cleaned away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..knowledge.files import FOLDER, read_items
from ..measure.base import LANGUAGES, sizes
from . import places, style
from .common import articles, count, cut, day, listing, others, some
from .registry import Content, NothingToShow, register

if TYPE_CHECKING:
    from ..tables import Tables

METHOD = "What the text does not tell (outlet, date, event) is in the corpus's catalogue, with how each is known."


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


@register("corpus-overview", "The articles", kind="table", unit="articles", method=METHOD)
def corpus_overview(t: Tables) -> Content:
    import pandas as pd

    order = articles(t)
    found = sizes(t, "article").set_index("group")
    events = list(dict.fromkeys(order["event"]))
    shown = pd.DataFrame(
        [
            {
                "Article": a.label,
                "Outlet": _text(a.outlet) or "unknown",
                "Based in": _text(a.outlet_country) or "unknown",
                "Date": day(a.date),
                "Language": LANGUAGES.get(a.language, _text(a.language) or "unknown"),
                "Event": _text(a.event_label),
                "Sentences": int(found.at[a.doc_id, "sentences"]),
                "Words": int(found.at[a.doc_id, "words"]),
            }
            for a in order.itertuples()
        ]
    )
    longest = 100
    keep = [
        "doc_id",
        "label",
        "title",
        "outlet",
        "outlet_country",
        "author",
        "date",
        "date_basis",
        "year",
        "language",
        "language_basis",
        "url",
        "event",
        "event_label",
    ]
    data = order[keep].assign(sentences=shown["Sentences"], words=shown["Words"])
    languages = order["language"].map(lambda code: LANGUAGES.get(code, "unknown")).value_counts()
    caption = (
        f"{count(len(order), 'article')} on {count(len(events), 'event')}, oldest first: "
        f"{listing(f'{n} in {name}' for name, n in languages.items())}; {count(len(t.sentences), 'sentence')} in all. "
        f"Words of different languages are no common measure.{others(len(order) - longest, 'article')}"
    )
    shown = shown.head(longest)
    alt = f"Table of {count(len(order), 'article')} with outlet, country, date, language, event, sentences and words."
    return Content(data, caption, alt, count(len(order), "article"), shown=shown)


def _span(date: object) -> tuple[float, float] | None:
    """From–to in years of a full or partial ISO date: "2020-01" → (2020.0, 2020.083…)."""
    if not isinstance(date, str) or not date:
        return None
    year, *rest = (int(part) for part in date.split("-"))
    if not rest:
        return year, year + 1
    month = year + (rest[0] - 1) / 12
    return (month, month + 1 / 12) if len(rest) == 1 else (month + (rest[1] - 1) / 372, month + rest[1] / 372)


def _inside(basis: object) -> bool:
    """Whether a date stands in the article itself: its basis then begins with "text"."""
    return _text(basis).startswith("text")


@register("corpus-timeline", "When the articles appeared", unit="date of each article", method=METHOD)
def corpus_timeline(t: Tables) -> Content:
    order = articles(t)
    dated = order[order["date"].map(_span).notna()]
    if not len(dated):
        raise NothingToShow("no article carries a date")
    spans = [_span(date) for date in dated["date"]]
    low, high = int(min(s[0] for s in spans)), int(max(s[1] for s in spans)) + 1
    shown = order.head(40)
    countries = list(dict.fromkeys(_text(c) or "unknown" for c in shown["outlet_country"]))
    # an outlet's country in the colour of that state, where it has one
    colours = {c: style.STATES.get(c.lower().replace(" ", "-"), style.OTHER_STATE) for c in countries}
    data = order[["doc_id", "label", "outlet", "outlet_country", "date", "date_basis", "event", "event_label"]]

    def draw(head):
        step = max(1, -(-(high - low) // 7))
        rows = [
            (
                a.label,
                _span(a.date),
                _inside(a.date_basis),
                colours[_text(a.outlet_country) or "unknown"],
                day(a.date),
            )
            for a in shown.itertuples()
        ]
        known = [(f"outlet in {c}", colour) for c, colour in colours.items() if colour != style.OTHER_STATE]
        rest = [("outlet elsewhere or unknown", style.OTHER_STATE)] if style.OTHER_STATE in colours.values() else []
        return places.timeline(
            head, rows, span=(low, high), ticks=[(y, str(y)) for y in range(low, high + 1, step)], key=known + rest
        )

    sure = int(order["date_basis"].map(_inside).sum())
    undated = len(order) - len(dated)
    first, last = dated.iloc[0], dated.iloc[-1]
    caption = (
        f"A filled mark is a date that stands in the article ({sure} of {len(order)}), a ring one that is known from "
        "elsewhere; the overview table says how. "
        + (f"{count(undated, 'article')} without a date. " if undated else "")
        + f"The first is {first['label']} ({day(first['date'])}), the last {last['label']} ({day(last['date'])})."
        + others(len(order) - len(shown), "article")
    )
    alt = (
        "Dates of the articles on a line of years: "
        + listing((f"{a.label}, {day(a.date)}" for a in order.itertuples()), limit=12)
        + "."
    )
    return Content(data, caption, alt, count(len(order), "article"), draw)


@register(
    "cleaning-log",
    "What was taken out before counting",
    kind="table",
    unit="removed passages",
    method="Each removal is made by a named rule and logged with its place in the raw file; nothing else is changed.",
)
def cleaning_log(t: Tables) -> Content:
    import pandas as pd

    data = some(t.removals, "nothing was taken out of the articles")
    labels = dict(zip(t.articles["doc_id"], t.articles["label"], strict=True))
    described = {item["id"]: item["description"] for _, item in read_items(FOLDER / "cleaning.yaml")}
    data = data.assign(characters=data["end"] - data["start"], label=data["doc_id"].map(labels))[
        ["doc_id", "label", "rule", "start", "end", "characters", "text"]
    ]
    top = data.head(60)
    shown = pd.DataFrame(
        {
            "Article": top["label"],
            "What it is": [described.get(rule, _text(rule).replace("-", " ")) for rule in top["rule"]],
            "Characters": [f"{a}–{b}" for a, b in zip(top["start"], top["end"], strict=True)],
            "Text": [cut(_text(text), 110) for text in top["text"]],
        }
    ).reset_index(drop=True)
    out, whole = int(data["characters"].sum()), int(t.articles["text"].str.len().sum())
    touched = data["doc_id"].nunique()
    rules = data["rule"].map(lambda rule: _text(rule).replace("-", " ") or "unnamed rule").value_counts()
    caption = (
        f"{count(len(data), 'passage')} in {count(touched, 'article')}, {out:,} of {whole:,} characters, by place in "
        f"the raw file (counted in characters from 0); long ones shortened.{others(len(data) - len(top), 'passage')}"
    )
    alt = f"Table of {count(len(data), 'passage')} taken out: {listing(f'{rule} ({n})' for rule, n in rules.items())}."
    return Content(
        data.reset_index(drop=True),
        caption,
        alt,
        f"{count(len(data), 'passage')} in {count(touched, 'article')}",
        shown=shown,
    )
