"""How prominently an entity stands in an article: how early, in the lead, in the title, in how much of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.annotate.text import fold, tokenize

from .base import described, selected, share, tidy

if TYPE_CHECKING:
    import pandas as pd

    from analysis.tables import Tables


def _occurs(forms: Sequence[Sequence[str]], words: Sequence[str]) -> list[tuple[int, int]]:
    return [
        (i, i + len(form))
        for form in forms
        for i in range(len(words) - len(form) + 1)
        if form and list(words[i : i + len(form)]) == list(form)
    ]


def in_titles(t: Tables) -> dict[tuple[str, str], bool]:
    """(article, entity) → a form that the article itself uses for the entity stands in its title.

    Only articles with a title are listed. A form inside a longer name of the title does not count ("Kazakhstan" in
    "Senate of Kazakhstan" where the article names the Senate).
    """
    titled = {
        doc_id: tokenize(fold(title)).words
        for doc_id, title in zip(t.articles["doc_id"], t.articles["title"], strict=True)
        if isinstance(title, str) and title
    }
    out: dict[tuple[str, str], bool] = {}
    for doc_id, own in selected(t).groupby("doc_id"):
        if doc_id not in titled:
            continue
        found = {
            entity: _occurs(sorted({tuple(tokenize(fold(text)).words) for text in rows["text"]}), titled[doc_id])
            for entity, rows in own.groupby("entity")
        }
        spans = {span for places in found.values() for span in places}
        outer = {s for s in spans if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in spans)}
        out |= {(doc_id, entity): any(span in outer for span in places) for entity, places in found.items()}
    return out


def prominence(t: Tables) -> pd.DataFrame:
    """One row an entity and article that names it.

    ``entity name type doc_id label first in_lead in_title n of share``. first: where its first mention stands, as a
    share of the report's length in characters (0 at the beginning, towards 1 at the end); in_lead: in the first
    sentence; in_title: missing where the article has no title; n: sentences naming it; of: sentences of the article.
    """
    rows = selected(t)
    body = t.sentences.groupby("doc_id").agg(start=("start", "min"), end=("end", "max"), sentences=("sentence", "size"))
    lead = t.sentences.groupby("doc_id")["sentence"].min()
    labels = dict(zip(t.articles["doc_id"], t.articles["label"], strict=True))
    items = {item["entity"]: item for item in described(t, list(rows["entity"].unique()))}
    titles = in_titles(t)
    out = []
    for (doc_id, entity), own in rows.groupby(["doc_id", "entity"], sort=False):
        start, end = int(body.at[doc_id, "start"]), int(body.at[doc_id, "end"])
        out.append(
            {key: items[entity][key] for key in ("entity", "name", "type")}
            | {
                "doc_id": doc_id,
                "label": labels[doc_id],
                "first": (int(own["start"].min()) - start) / max(end - start, 1),
                "in_lead": bool((own["sentence"] == lead[doc_id]).any()),
                "in_title": titles.get((doc_id, entity)),
                "n": own["sentence"].nunique(),
                "of": int(body.at[doc_id, "sentences"]),
            }
        )
    table = tidy(
        out,
        {
            "entity": "object",
            "name": "object",
            "type": "object",
            "doc_id": "object",
            "label": "object",
            "first": "float64",
            "in_lead": "bool",
            "in_title": "boolean",
            "n": "int64",
            "of": "int64",
            "share": "float64",
        },
    )
    table["share"] = share(table["n"], table["of"])
    place = {doc_id: i for i, doc_id in enumerate(t.articles["doc_id"])}
    return table.sort_values(
        ["doc_id", "first", "name"], key=lambda c: c.map(place) if c.name == "doc_id" else c
    ).reset_index(drop=True)


def prominence_summary(t: Tables) -> pd.DataFrame:
    """One row an entity: over all articles.

    ``entity name type articles of_articles leads titles of_titles first n of share``. leads: articles that name it in
    their first sentence; titles of of_titles: titles that name it, of the titled articles; first: mean over the
    articles naming it; n of of: sentences naming it, of all sentences.
    """
    rows = prominence(t)
    titled = sum(isinstance(title, str) and bool(title) for title in t.articles["title"])
    out = [
        {
            "entity": entity,
            "name": own["name"].iloc[0],
            "type": own["type"].iloc[0],
            "articles": len(own),
            "of_articles": len(t.articles),
            "leads": int(own["in_lead"].sum()),
            "of_titles": titled,
            "titles": int(own["in_title"].fillna(False).sum()),
            "first": own["first"].mean(),
            "n": int(own["n"].sum()),
            "of": len(t.sentences),
        }
        for entity, own in rows.groupby("entity")
    ]
    table = tidy(
        out,
        {
            "entity": "object",
            "name": "object",
            "type": "object",
            "articles": "int64",
            "of_articles": "int64",
            "leads": "int64",
            "titles": "int64",
            "of_titles": "int64",
            "first": "float64",
            "n": "int64",
            "of": "int64",
            "share": "float64",
        },
    )
    table["share"] = share(table["n"], table["of"])
    return table.sort_values(["articles", "leads", "first", "name"], ascending=[False, False, True, True]).reset_index(
        drop=True
    )
