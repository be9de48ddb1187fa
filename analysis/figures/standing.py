"""Figures on where in the reports people, states and bodies are named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..measure import entities as measure
from ..measure import evidence
from . import places, shapes, style
from .common import article_labels, articles, capital, count, cut, others, ranked, some, type_key
from .entities import METHOD, NONE, mentions_of, names_of
from .registry import Content, register

if TYPE_CHECKING:
    from ..tables import Tables


@register(
    "prominence",
    "How early and how prominently they appear",
    unit="place of the first mention in each report",
    method="Place of the first mention as a share of the report's length in characters; the lead is the first "
    "sentence. " + METHOD,
)
def prominence(t: Tables) -> Content:
    data = some(measure.prominence(t), NONE)
    every = measure.prominence_summary(t)
    # in most articles first, then in most sentences: who is prominent over the corpus, not who opens one report
    top = every.sort_values(["articles", "n", "leads", "name"], ascending=[False, False, False, True]).head(16)
    own = data[data["entity"].isin(set(top["entity"]))].reset_index(drop=True)
    names = names_of(top)
    first_mentions = mentions_of(t, names).sort_values("start", kind="stable").drop_duplicates(["doc_id", "entity"])

    def draw(head):
        first = own.groupby("entity")["first"].apply(list)
        where = own.assign(label=own["doc_id"].map(article_labels(t))).groupby("entity")["label"].apply(list)
        colours = dict(zip(top["entity"], (style.TYPES.get(kind, style.INK) for kind in top["type"]), strict=True))
        values = [
            [(min(max(place, 0.0), 1.0), colours[entity], "") for place in first[entity]] for entity in top["entity"]
        ]
        return shapes.dots(
            head,
            list(top["name"]),
            values,
            span=(0, 1),
            ticks=[(0, "start"), (0.5, "middle"), (1, "end")],
            ends=("in the lead", [f"{r.leads} of {r.articles}" for r in top.itertuples()]),
            rings=True,
            axis="place in the report",
            key=type_key(top["type"]),
            marks=[[(names[entity], label) for label in where[entity]] for entity in top["entity"]],
        )

    leads = top.sort_values(["leads", "first", "name"], ascending=[False, True, True])
    caption = (
        "Each ring is the first mention in one report, from its start to its end; at the right, in how many of the "
        "reports that "
        "name the entity it stands in the first sentence. Rows by the number of articles and of sentences."
        + others(len(every) - len(top), "entity")
    )
    alt = (
        f"Rings on a scale from start to end of a report for {count(len(top), 'entity')}. Most often in the first "
        f"sentence: "
        + ranked(
            leads,
            "name",
            lambda r: (
                f"{r['leads']} of {count(int(r['articles']), 'report')}, on average first "
                f"named after {round(100 * r['first'])}% of the text"
            ),
        )
        + "."
    )
    n = f"{len(own)} pairs of entity and article in {count(len(t.articles), 'article')}"
    behind = evidence.behind(
        t, first_mentions.assign(column=first_mentions["label"]), [*names.values()], [*article_labels(t).values()]
    )
    return Content(own, caption, alt, n, draw, evidence=behind)


@register(
    "dispersion",
    "Where in the reports they are mentioned",
    unit="one stroke a mention, from start to end of each report",
    method="DP is Gries's deviation of proportions: 0 if mentions follow the lengths of the articles, near 1 if "
    "they crowd into one. " + METHOD,
)
def dispersion(t: Tables) -> Content:
    import pandas as pd

    order = articles(t).head(30)
    spread_ = some(measure.dispersion(t), NONE)
    top = spread_.sort_values(["range", "n", "name"], ascending=[False, False, True]).head(14)
    body = t.sentences.groupby("doc_id").agg(first=("start", "min"), last=("end", "max"))
    column = {doc_id: j for j, doc_id in enumerate(order["doc_id"])}
    row = {entity: i for i, entity in enumerate(top["entity"])}
    m = t.mentions[
        (t.mentions["sentence"] >= 0) & t.mentions["entity"].isin(set(row)) & t.mentions["doc_id"].isin(set(column))
    ]
    m = m.join(body, on="doc_id")
    at = ((m["start"] - m["first"]) / (m["last"] - m["first"]).clip(lower=1)).astype("float64")
    labels = dict(zip(order["doc_id"], order["label"], strict=True))
    facts = top.set_index("entity")
    data = pd.DataFrame(
        {
            "entity": m["entity"],
            "name": m["entity"].map(facts["name"]),
            "doc_id": m["doc_id"],
            "label": m["doc_id"].map(labels),
            "start": m["start"],
            "place": at.round(4),
            "n": m["entity"].map(facts["n"]),
            "articles": m["entity"].map(facts["range"]),
            "of_articles": m["entity"].map(facts["of_articles"]),
            "dp": m["entity"].map(facts["dp"]).round(4),
        }
    ).reset_index(drop=True)

    def draw(head):
        marks: dict[tuple[int, int], list[float]] = {}
        for entity, doc_id, place in zip(data["entity"], data["doc_id"], data["place"], strict=True):
            marks.setdefault((row[entity], column[doc_id]), []).append(place)
        note = " · ".join(
            f"{j + 1}\u00a0{cut(label, 40)}".replace(" ", "\u00a0") for j, label in enumerate(order["label"])
        )
        return places.strips(
            head,
            list(top["name"]),
            [str(j + 1) for j in range(len(order))],
            marks,
            colours=[style.TYPES.get(kind, style.INK) for kind in top["type"]],
            key=type_key(top["type"]),
            note=note,
            names=([*names.values()], [article_labels(t)[doc_id] for doc_id in order["doc_id"]]),
        )

    names = names_of(top)
    found = mentions_of(t, names)
    found = found.loc[found["doc_id"].isin(column)].assign(column=lambda d: d["label"])
    behind = evidence.behind(t, found, [*names.values()], [article_labels(t)[doc_id] for doc_id in order["doc_id"]])

    everywhere = top[top["range"] == top["of_articles"]]
    even = top.sort_values(["dp", "name"])
    caption = (
        f"Every mention of {count(len(top), 'entity')} at its place, articles from the oldest to the newest. "
        f"{capital(count(len(everywhere), 'entity', words=True))} of these "
        f"{'is' if len(everywhere) == 1 else 'are'} named in every article."
        + others(len(spread_) - len(top), "entity")
        + others(len(t.articles) - len(order), "article")
    )
    alt = (
        "Strokes for mentions in each article. Most evenly spread: "
        + ranked(even, "name", lambda r: f"{r['range']} of {count(int(r['of_articles']), 'article')}, DP {r['dp']:.2f}")
        + "."
    )
    n = f"{count(len(data), 'mention')} in {count(len(order), 'article')}"
    return Content(data, caption, alt, n, draw, evidence=behind)
