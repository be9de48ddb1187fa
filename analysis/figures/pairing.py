"""Tables on which articles report the same event, and which are the same text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..measure import near_copies as copies
from ..measure import pairing
from ..measure.wording import verb
from .common import count, listing, others, some
from .registry import Content, NothingToShow, register

if TYPE_CHECKING:
    from ..tables import Tables

_SHOWN = 40
_LIKELY = 0.05          # score below which a pair is in the CSV only


@register(
    "same-event",
    "Which articles report the same event",
    kind="table",
    unit="pairs of articles",
    method="Dates, people, bodies, places, events, documents and routes that both name, figures that both quote, and "
    "themes, each weighed by how rare it is (Fellegi and Sunter); no words are compared across languages.",
)
def same_event(t: Tables) -> Content:
    import pandas as pd

    data = some(pairing.candidates(t), "no two articles have a person, body or place in common on close dates")
    event = dict(zip(t.articles["doc_id"], t.articles["event"], strict=True))
    data.insert(data.columns.get_loc("same_event") + 1, "event_in_corpus",
                [event[a] == event[b] for a, b in zip(data["a"], data["b"], strict=True)])
    likely = data.loc[data["score"] >= _LIKELY]
    top = likely.head(_SHOWN)
    shown = pd.DataFrame(
        {
            "Article": top["label_a"].tolist(),
            "Article beside it": top["label_b"].tolist(),
            "Score": [f"{score:.2f}" for score in top["score"]],
            "Taken for one event": ["yes" if same else "no" for same in top["same_event"]],
            "Why": top["reasons"].tolist(),
        }
    )
    same = int(data["same_event"].sum())
    against = data.loc[data["same_event"] & ~data["event_in_corpus"]]
    caption = (
        f"{count(len(data), 'pair')} of articles with close or unknown dates and something in common; {same} "
        f"{verb('reach', same)} a score of {pairing.THRESHOLD}, above which two are taken to report one event. "
        + (f"{count(len(against), 'pair')} of these are different events in the catalogue, which is believed. "
           if len(against) else "")
        + f"Pairs below {_LIKELY} stand in the CSV only.{others(len(likely) - len(top), 'pair')}"
    )
    named = listing([f"{r.label_a} and {r.label_b}" for r in data.loc[data["same_event"]].itertuples()], limit=5)
    n = f"{count(len(data), 'pair')} of {count(len(t.articles), 'article')}"
    return Content(data, caption, f"Table of pairs. Of one event: {named}.", n, shown=shown, row_headers=2)


@register(
    "near-copies",
    "Articles that are the same text",
    kind="table",
    unit="pairs of articles",
    method=f"Runs of {copies.RUN} words; near-copies share at least half of all their runs, and one text is shortened "
    "from the other if at least four fifths of its runs stand there.",
)
def near_copies(t: Tables) -> Content:
    import pandas as pd

    data = copies.near_copies(t)
    if not len(data):
        raise NothingToShow("no article is a near-copy of another")
    labels = dict(zip(t.articles["doc_id"], t.articles["label"], strict=True))
    data.insert(2, "label_a", data["a"].map(labels))
    data.insert(3, "label_b", data["b"].map(labels))
    top = data.head(_SHOWN)
    shown = pd.DataFrame(
        {
            "Article": top["label_a"].tolist(),
            "Article beside it": top["label_b"].tolist(),
            "Found to be": top["kind"].tolist(),
            "Runs of words shared": [f"{r.runs_shared:,} of {r.runs_a:,} and {r.runs_b:,}" for r in top.itertuples()],
        }
    )
    kept = copies.independent(t)
    texts = int(kept["independent"].sum())
    caption = (
        f"{count(len(kept), 'article')} are {count(texts, 'text')}. Copies of one text are one witness and not "
        f"several.{others(len(data) - len(top), 'pair')}"
    )
    return Content(data, caption, f"Table of near-copies: {count(len(kept), 'article')}, {count(texts, 'text')}.",
                   f"{count(len(data), 'pair')}", shown=shown, row_headers=2)
