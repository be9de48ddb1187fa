"""Figures on who and what is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..measure import entities as measure
from ..measure import evidence
from ..measure.base import LANGUAGES, UNKNOWN, selected
from . import places, shapes, style
from .common import (
    MANY,
    TYPE_LABELS,
    article_labels,
    articles,
    capital,
    count,
    cut,
    of_all,
    others,
    ranked,
    shade,
    some,
    state_key,
    type_key,
)
from .registry import Content, register

if TYPE_CHECKING:
    from ..tables import Tables

UNIT = "mentions (names, demonyms and offices)"
METHOD = (
    "Mentions as the codebook defines them: every name, demonym (“Kazakh”) and office (“the Kazakh President”) is "
    "linked to one entity, whatever the language or spelling."
)
NONE = "no person, state, place or body is named in the articles"
KEYS = ["doc_id", "sentence"]


def _mentions(t: Tables, names: dict[str, str]):
    """The mentions of the entities named, ``row`` being the entity's name, ``label`` its article's."""
    rows = selected(t)
    rows = rows.loc[rows["entity"].isin(names)]
    return rows.assign(row=rows["entity"].map(names), label=rows["doc_id"].map(article_labels(t)))


def _names(top) -> dict[str, str]:
    """Names by entity, no two the same."""
    return evidence.told_apart(dict(zip(top["entity"], top["name"], strict=True)))


@register("entities-by-article", "Who and what is named, article by article", unit=UNIT, method=METHOD)
def entities_by_article(t: Tables) -> Content:
    order = articles(t)
    many = len(order) > MANY
    every = some(measure.frequencies(t), NONE)
    top = every.head(10 if many else 20)
    data = measure.by_group(t, "article").loc[lambda d: d["entity"].isin(set(top["entity"]))].reset_index(drop=True)
    cells = {(e, g): n for e, g, n in zip(data["entity"], data["group"], data["n"], strict=True)}
    largest = int(data["n"].max())
    shown = order.head(40)
    ids, names = list(top["entity"]), list(top["name"])
    docs, labels = list(shown["doc_id"]), list(shown["label"])
    colours = [style.TYPES.get(kind, style.INK) for kind in top["type"]]
    counts = [[cells[e, d] for d in docs] for e in ids]
    found = _mentions(t, _names(top))
    found = found.loc[found["doc_id"].isin(docs)].assign(column=lambda d: d["label"])
    marks = [*_names(top).values()], [article_labels(t)[d] for d in docs]
    behind = evidence.behind(t, found, *marks)
    if many:
        marks, behind = marks[::-1], evidence.turned(behind)

    def draw(head):
        if many:
            flipped = [list(row) for row in zip(*counts, strict=True)]
            return shapes.matrix(
                head,
                labels,
                names,
                [[str(n or "") for n in row] for row in flipped],
                [[shade(n, largest) for n in row] for row in flipped],
                colours=style.TYPES["COUNTRY"],
                marks=marks,
            )
        return shapes.matrix(
            head,
            names,
            labels,
            [[str(n or "") for n in row] for row in counts],
            [[shade(n, largest) for n in row] for row in counts],
            colours=colours,
            key=type_key(top["type"]),
            marks=marks,
        )

    total, rest = int(every["of"].iloc[0]), every.iloc[len(top) :]
    first = top.iloc[0]
    tail = (
        f" The {count(len(rest), 'other entity')} together have {count(int(rest['n'].sum()), 'mention')}."
        if len(rest)
        else ""
    )
    caption = (
        f"Mentions of the {count(len(top), 'entity')} named most often, in each article, oldest first; the darker, "
        f"the more. {first['name']} has "
        f"{of_all(int(first['n']), total, 'mention')}.{tail}{others(len(order) - len(shown), 'article')}"
    )
    alt = (
        f"Matrix of mentions. Most often named: {ranked(top, 'name', lambda r: spread(r), 4)}. "
        f"In all, {count(total, 'mention')} of {count(len(every), 'entity')} in {count(len(order), 'article')}.{tail}"
    )
    n = f"{count(total, 'mention')} in {count(len(order), 'article')}"
    return Content(data, caption, alt, n, draw, evidence=behind)


def spread(row) -> str:
    """Such as "61 mentions, 5 of 5 articles"."""
    return f"{count(int(row['n']), 'mention')}, {row['articles']} of {count(int(row['of_articles']), 'article')}"


@register("people-mentioned", "The people who are named", unit=UNIT, method=METHOD)
def people_mentioned(t: Tables) -> Content:
    people = some(measure.frequencies(t, types=("PERSON",)), "no person is named in the articles")
    top = people.head(25)
    names, ways = _names(top), ("by name", "by office")
    found = _mentions(t, names)
    found = found.assign(column=[ways[kind == "role"] for kind in found["kind"]])

    def draw(head):
        rows = []
        for p in top.itertuples():
            colour = style.state_colour(p.state)
            rows.append(
                shapes.Row(
                    p.name,
                    [(p.names + p.demonyms, colour, ""), (p.roles, style.tint(colour, 0.45), "")],
                    f"{p.n} in {count(p.articles, 'article')}",
                    marks=[(names[p.entity], way) for way in ways],
                )
            )
        key = state_key(top["state"], t.name)
        return shapes.bars(head, rows, key=[*key, ("paler: by office alone", style.tint(style.OTHER_STATE, 0.45))])

    total, roles = int(people["of"].iloc[0]), int(people["roles"].sum())
    caption = (
        f"Mentions of people by name and, paler, by office alone (“the Kazakh President”: {roles} of "
        f"{count(total, 'mention')}); behind each bar all mentions and the number of articles they stand in. The "
        f"colour is the state a person serves.{others(len(people) - len(top), 'person')}"
    )
    alt = f"Bars of mentions for {count(len(top), 'person')}. Named most: {ranked(top, 'name', spread, 4)}."
    n = f"{count(total, 'mention')} of {count(len(people), 'person')}"
    behind = evidence.behind(t, found, [*names.values()], ways)
    return Content(people, caption, alt, n, draw, evidence=behind)


@register("entity-spellings", "One name, many spellings", kind="table", unit=UNIT, method=METHOD)
def entity_spellings(t: Tables) -> Content:
    import pandas as pd

    rows = some(measure.spellings(t), NONE)
    languages = sorted(rows["language"].unique(), key=lambda name: (name != "English", name))
    order = measure.frequencies(t)
    forms = dict(iter(rows.groupby(["entity", "language"])))

    def said(entity: str, language: str) -> str:
        own = forms.get((entity, language))
        if own is None:
            return ""
        same = own.groupby("form", sort=False)["n"].sum()
        return ", ".join(f"{form} ({n})" for form, n in same.items())

    many = rows.groupby("entity")["form"].nunique()
    top = order.loc[order["entity"].map(many) > 1].head(40)
    top = top if len(top) else order.head(40)
    shown = pd.DataFrame(
        {
            "Name": top["name"].to_list(),
            "Type": [TYPE_LABELS.get(kind, kind) for kind in top["type"]],
            **{language: [said(entity, language) for entity in top["entity"]] for language in languages},
        }
    )
    most = top.assign(forms=top["entity"].map(many)).sort_values(
        ["forms", "name"], ascending=[False, True], kind="stable"
    )
    first = most.iloc[0]
    left = len(order) - len(top)
    caption = (
        f"The forms, with case endings, in which each entity stands in the articles, and how often; languages apart. "
        f"{first['name']} has the most: {count(int(first['forms']), 'form')}."
        + (
            f" {capital(count(left, 'other entity'))} with a single form or named less often: see the CSV."
            if left
            else ""
        )
    )
    alt = (
        f"Table of name forms of {count(len(top), 'entity')} in {' and '.join(languages)}. Most forms: "
        + ranked(most, "name", lambda r: str(int(r["forms"])))
        + "."
    )
    names = _names(top)
    found = _mentions(t, names)
    found = found.assign(column=found["language"].map(lambda code: LANGUAGES.get(code, UNKNOWN)))
    behind = evidence.behind(t, found, [*names.values()], [*dict.fromkeys([*languages, UNKNOWN])])
    n = f"{count(len(rows), 'form')} of {count(len(order), 'entity')}"
    return Content(rows, caption, alt, n, shown=shown, evidence=behind)


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
    names = _names(top)
    first_mentions = _mentions(t, names).sort_values("start", kind="stable").drop_duplicates(["doc_id", "entity"])

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
    "co-occurrence",
    "Who is named together with whom",
    unit="sentences that name both",
    method="Two entities occur together where one sentence mentions both, however often. " + METHOD,
)
def co_occurrence(t: Tables) -> Content:
    pairs = some(measure.cooccurrence(t), "no sentence names two entities")
    paired = set(pairs["a"]) | set(pairs["b"])
    top = (
        measure.frequencies(t)
        .loc[lambda d: d["entity"].isin(paired)]
        .sort_values(["sentences", "name"], ascending=[False, True])
        .head(11)
    )
    ids, names = list(top["entity"]), list(top["name"])
    data = pairs[pairs["a"].isin(set(ids)) & pairs["b"].isin(set(ids))].reset_index(drop=True)
    n = {frozenset((a, b)): count_ for a, b, count_ in zip(data["a"], data["b"], data["n"], strict=True)}
    largest = max(n.values(), default=0)

    def draw(head):
        cells = [
            [n.get(frozenset((a, b)), 0) if j < i else 0 for j, b in enumerate(ids[:-1])]
            for i, a in enumerate(ids)
            if i
        ]
        shades = [[shade(value, largest) for value in row] for row in cells]
        return shapes.matrix(
            head,
            names[1:],
            names[:-1],
            [[str(value or "") for value in row] for row in cells],
            shades,
            colours=style.TYPES["COUNTRY"],
            blank=lambda i, j: j > i,
            marks=marks,
        )

    called = _names(top)
    marks = [called[entity] for entity in ids[1:]], [called[entity] for entity in ids[:-1]]
    place = {name: i for i, name in enumerate(called.values())}
    own = _mentions(t, called).sort_values("start", kind="stable").drop_duplicates([*KEYS, "entity"])
    both = own.merge(own[[*KEYS, "row"]].rename(columns={"row": "column"}), on=KEYS)
    both = both.loc[both["row"].map(place) > both["column"].map(place)]

    of = int(pairs["of"].iloc[0])
    best = pairs.iloc[0]
    caption = (
        f"Number of sentences that name both, for the {count(len(ids), 'entity')} named in most sentences. The "
        f"commonest pair, "
        f"{best['a_name']} and {best['b_name']}, stands together in {best['n']} of {count(of, 'sentence')}."
    )
    alt = (
        "Triangular matrix of pairs. Most often together: "
        + ranked(pairs.assign(pair=pairs["a_name"] + " with " + pairs["b_name"]), "pair", lambda r: f"{r['n']} of {of}")
        + " sentences."
    )
    return Content(data, caption, alt, f"{count(of, 'sentence')}", draw, evidence=evidence.behind(t, both, *marks))


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

    names = _names(top)
    found = _mentions(t, names)
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
