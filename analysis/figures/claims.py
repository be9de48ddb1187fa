"""The table of figures that the reports quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..measure import claims as measure
from .common import count, cut, listing, others, some
from .registry import Content, register

if TYPE_CHECKING:
    from ..tables import Tables


@register(
    "claims",
    "What is claimed in numbers, and by whom",
    kind="table",
    unit="quantities in the text",
    method="Every number that states a quantity, with its unit and qualifier; dates, ordinals and numbers inside "
    "names are none. "
    "A figure in the press is somebody's claim, not a fact checked here.",
)
def claims(t: Tables) -> Content:
    import pandas as pd

    data = some(measure.claims(t), "no sentence states a quantity")
    order = {doc_id: i for i, doc_id in enumerate(_dated(t))}
    data = data.sort_values("doc_id", key=lambda c: c.map(order), kind="stable").reset_index(drop=True)
    top = data.head(60)
    shown = pd.DataFrame(
        {
            "Figure": [" ".join(text.split()) for text in top["text"]],
            "Of what": [_text(what) for what in top["what"]],
            "Said by": [
                "the outlet" if names == "narrator" else names.replace("narrator", "the outlet")
                for names in top["names"]
            ],
            "Article": top["label"],
            "Sentence": [cut(_text(text), 260) for text in top["sentence_text"]],
        }
    ).reset_index(drop=True)
    if not shown["Of what"].any():
        shown = shown.drop(columns="Of what")
    said = int((data["names"] != "narrator").sum())
    units = data["unit"].value_counts()
    caption = (
        f"{count(len(data), 'figure')} in {count(data['doc_id'].nunique(), 'article')} of {len(t.articles)}; {said} "
        f"of them {'is' if said == 1 else 'are'} attributed to a speaker. By unit: "
        f"{listing(f'{unit} ({n})' for unit, n in units.items())}." + others(len(data) - len(top), "figure")
    )
    alt = (
        f"Table of {count(len(data), 'figure')}: "
        + listing((f"{row['Figure']} ({row['Said by']}, {row['Article']})" for _, row in shown.iterrows()), limit=8)
        + "."
    )
    return Content(
        data, caption, alt, f"{count(len(data), 'figure')} in {count(len(t.articles), 'article')}", shown=shown
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _dated(t: Tables) -> list[str]:
    from .common import articles

    return list(articles(t)["doc_id"])
