"""A table on how well sentences are laid side by side, against an alignment that was made by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..measure.alignment_gold import FILE, quality
from .common import capital, count, listing
from .registry import Content, NothingToShow, register

if TYPE_CHECKING:
    from ..tables import Tables


@register(
    "alignment-quality",
    "Sentences laid side by side, against an alignment made by hand",
    kind="table",
    unit="pairs of sentences",
    method="A pair is right if the people put the same two sentences side by side; runs of sentences count crosswise.",
    sources=("own coding", "an alignment made by hand"),
)
def alignment_quality(t: Tables) -> Content:
    import pandas as pd

    from ..pipeline import ROOT

    data = quality(t, ROOT / "seeds" / FILE)
    if not len(data):
        raise NothingToShow("no two articles of this corpus have been aligned by hand")
    several = len(data[["article_a", "article_b"]].drop_duplicates())
    shown = pd.DataFrame({
        "Articles": [f"{a}, {b}" for a, b in zip(data["label_a"], data["label_b"], strict=True)],
        "Evidence": [capital(evidence) for evidence in data["evidence"]],
        "In gold": data["gold"], "Found": data["found"], "Right": data["right"],
        "Precision": [f"{value:.2f}" for value in data["precision"]],
        "Recall": [f"{value:.2f}" for value in data["recall"]],
        "F1": [f"{value:.2f}" for value in data["f1"]]})
    if several == 1:
        shown = shown.drop(columns="Articles")
    every = data.drop_duplicates(["article_a", "article_b"])
    named = listing(f"{r.label_a} and {r.label_b} ({count(int(r.gold), 'pair')})" for r in every.itertuples())
    twice = listing(f"{value:.2f}" for value in every["passes"])
    caution = ("One pair of reports is one pair of reports: nothing here says how well another would be aligned."
               if several == 1 else "The articles are few, and the scores of another pair may differ.")
    caption = (f"{named}, read by one person in two passes that agreed with F1 {twice}. Each row adds a kind of "
               f"evidence to the one above. {caution}")
    alt = "Table of F1 by evidence: " + listing(f"{r.evidence} {r.f1:.2f}" for r in data.itertuples()) + "."
    return Content(data, caption, alt, count(int(every["gold"].sum()), "pair"), shown=shown,
                   row_headers=1 if several == 1 else 2)
