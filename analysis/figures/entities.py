"""Figures on who and what is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..measure import entities as measure
from ..measure import evidence
from ..measure.base import LANGUAGES, UNKNOWN, selected
from . import shapes, style
from .common import (
    MANY,
    TYPE_LABELS,
    article_labels,
    articles,
    capital,
    count,
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


def mentions_of(t: Tables, names: dict[str, str]):
    """The mentions of the entities named, ``row`` being the entity's name, ``label`` its article's."""
    rows = selected(t)
    rows = rows.loc[rows["entity"].isin(names)]
    return rows.assign(row=rows["entity"].map(names), label=rows["doc_id"].map(article_labels(t)))


def names_of(top) -> dict[str, str]:
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
    found = mentions_of(t, names_of(top))
    found = found.loc[found["doc_id"].isin(docs)].assign(column=lambda d: d["label"])
    marks = [*names_of(top).values()], [article_labels(t)[d] for d in docs]
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
    names, ways = names_of(top), ("by name", "by office")
    found = mentions_of(t, names)
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
    names = names_of(top)
    found = mentions_of(t, names)
    found = found.assign(column=found["language"].map(lambda code: LANGUAGES.get(code, UNKNOWN)))
    behind = evidence.behind(t, found, [*names.values()], [*dict.fromkeys([*languages, UNKNOWN])])
    n = f"{count(len(rows), 'form')} of {count(len(order), 'entity')}"
    return Content(rows, caption, alt, n, shown=shown, evidence=behind)


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

    called = names_of(top)
    marks = [called[entity] for entity in ids[1:]], [called[entity] for entity in ids[:-1]]
    place = {name: i for i, name in enumerate(called.values())}
    own = mentions_of(t, called).sort_values("start", kind="stable").drop_duplicates([*KEYS, "entity"])
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
