"""Who and what is named: frequency, spelling, spread over articles, prominence and company kept.

Every count is of mentions (or of sentences holding one) as the codebook defines them; a mention outside every
sentence of the report (in a removed title, say) is not counted.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from .base import LANGUAGES, UNKNOWN, article_groups, described, parties, selected, share, sizes, tidy
from .cooccurrence import cooccurrence, network
from .prominence import prominence, prominence_summary
from .spread import dp, dp_norm, juilland_d

if TYPE_CHECKING:
    import pandas as pd

    from analysis.tables import Tables

__all__ = [
    "by_group",
    "by_kind",
    "by_type",
    "cooccurrence",
    "dispersion",
    "frequencies",
    "matrix",
    "network",
    "prominence",
    "prominence_summary",
    "spellings",
    "third_parties",
]

_INT, _STR, _FLOAT = "int64", "object", "float64"


def frequencies(t: Tables, types: Collection[str] | None = None, kinds: Collection[str] | None = None) -> pd.DataFrame:
    """How often each entity is mentioned, in how many sentences, articles and events.

    ``entity name type state n of share names demonyms roles sentences of_sentences articles of_articles events
    of_events``; n: mentions, of: all mentions of the selection.
    """
    rows = selected(t, types, kinds)
    total = {
        "of": len(rows),
        "of_sentences": len(t.sentences),
        "of_articles": len(t.articles),
        "of_events": t.articles["event"].nunique(),
    }
    out = []
    groups = dict(iter(rows.groupby("entity", sort=False)))
    for item in described(t, list(groups)):
        own = groups[item["entity"]]
        kind = own["kind"].value_counts()
        out.append(
            item
            | total
            | {
                "n": len(own),
                "names": kind.get("name", 0),
                "demonyms": kind.get("demonym", 0),
                "roles": kind.get("role", 0),
                "sentences": len(own[["doc_id", "sentence"]].drop_duplicates()),
                "articles": own["doc_id"].nunique(),
                "events": own["event"].nunique(),
            }
        )
    columns = {
        "entity": _STR,
        "name": _STR,
        "type": _STR,
        "state": _STR,
        "n": _INT,
        "of": _INT,
        "share": _FLOAT,
        "names": _INT,
        "demonyms": _INT,
        "roles": _INT,
        "sentences": _INT,
        "of_sentences": _INT,
        "articles": _INT,
        "of_articles": _INT,
        "events": _INT,
        "of_events": _INT,
    }
    table = tidy(out, columns)
    table["share"] = share(table["n"], table["of"])
    return table.sort_values(["n", "articles", "name"], ascending=[False, False, True]).reset_index(drop=True)


def by_group(
    t: Tables,
    by: str,
    types: Collection[str] | None = None,
    kinds: Collection[str] | None = None,
    top: int | None = None,
) -> pd.DataFrame:
    """Mentions of each entity in each group of articles, the zero cells included.

    ``entity name type group label n of share``; of: all selected mentions of the group.
    """
    rows = selected(t, types, kinds).merge(article_groups(t, by)[["doc_id", "group"]], on="doc_id")
    cells = rows.groupby(["entity", "group"]).size().to_dict()
    totals = rows["group"].value_counts().to_dict()
    order = frequencies(t, types, kinds).head(top) if top is not None else frequencies(t, types, kinds)
    groups = sizes(t, by)
    out = [
        {
            "entity": e.entity,
            "name": e.name,
            "type": e.type,
            "group": g.group,
            "label": g.label,
            "n": cells.get((e.entity, g.group), 0),
            "of": totals.get(g.group, 0),
        }
        for e in order[["entity", "name", "type"]].itertuples(index=False)
        for g in groups[["group", "label"]].itertuples(index=False)
    ]
    table = tidy(
        out,
        {
            "entity": _STR,
            "name": _STR,
            "type": _STR,
            "group": _STR,
            "label": _STR,
            "n": _INT,
            "of": _INT,
            "share": _FLOAT,
        },
    )
    table["share"] = share(table["n"], table["of"])
    return table


def matrix(
    t: Tables, by: str = "article", types: Collection[str] | None = None, top: int = 20, value: str = "n"
) -> pd.DataFrame:
    """``by_group`` as a grid: a row an entity (its name), a column a group (its label), for heat maps."""
    rows = by_group(t, by, types, top=top)
    grid = rows.pivot(index="entity", columns="group", values=value)
    order, groups = list(dict.fromkeys(rows["entity"])), list(dict.fromkeys(rows["group"]))
    grid = grid.reindex(index=order, columns=groups)
    called = dict(zip(rows["entity"], rows["name"], strict=True))
    labels = dict(zip(rows["group"], rows["label"], strict=True))
    grid.index, grid.columns = [called[e] for e in order], [labels[g] for g in groups]
    return grid


def _by_mention_column(t: Tables, column: str) -> pd.DataFrame:
    rows = selected(t)
    out = [
        {
            column: value,
            "n": len(own),
            "of": len(rows),
            "entities": own["entity"].nunique(),
            "articles": own["doc_id"].nunique(),
            "of_articles": len(t.articles),
        }
        for value, own in rows.groupby(column)
    ]
    table = tidy(
        out,
        {column: _STR, "n": _INT, "of": _INT, "share": _FLOAT, "entities": _INT, "articles": _INT, "of_articles": _INT},
    )
    table["share"] = share(table["n"], table["of"])
    return table.sort_values(["n", column], ascending=[False, True]).reset_index(drop=True)


def by_type(t: Tables) -> pd.DataFrame:
    """``type n of share entities articles of_articles``: mentions by type of thing."""
    return _by_mention_column(t, "type")


def by_kind(t: Tables) -> pd.DataFrame:
    """``kind n of share entities articles of_articles``: mentions by kind (name, demonym, role)."""
    return _by_mention_column(t, "kind")


def spellings(t: Tables) -> pd.DataFrame:
    """Every form in which an entity stands in the articles, per language.

    ``entity name type language form kind n of share articles``; of: the entity's mentions in that language. Forms
    keep their case endings; white space and line breaks inside a form count as one space.
    """
    rows = selected(t)
    rows = rows.assign(form=rows["text"].str.split().str.join(" "))
    of = rows.groupby(["entity", "language"]).size().to_dict()
    items = {item["entity"]: item for item in described(t, list(rows["entity"].unique()))}
    out = [
        items[entity]
        | {
            "language": LANGUAGES.get(language, language),
            "form": form,
            "kind": kind,
            "n": len(own),
            "of": of[entity, language],
            "articles": own["doc_id"].nunique(),
        }
        for (entity, language, form, kind), own in rows.groupby(["entity", "language", "form", "kind"])
    ]
    table = tidy(
        out,
        {
            "entity": _STR,
            "name": _STR,
            "type": _STR,
            "language": _STR,
            "form": _STR,
            "kind": _STR,
            "n": _INT,
            "of": _INT,
            "share": _FLOAT,
            "articles": _INT,
        },
    )
    table["share"] = share(table["n"], table["of"])
    return table.sort_values(["name", "language", "n", "form"], ascending=[True, True, False, True]).reset_index(
        drop=True
    )


def dispersion(
    t: Tables, types: Collection[str] | None = None, minimum: int = 1, size: str = "sentences"
) -> pd.DataFrame:
    """How evenly the mentions of each entity are spread over the articles.

    ``entity name type n range of_articles dp dp_norm juilland_d``; see ``analysis.measure.spread`` for the measures.
    The expected share of an article is its share of the sentences; ``size="words"`` takes words instead, which is
    refused for several languages at once, since an agglutinative language says the same in fewer words.
    """
    if size not in ("sentences", "words"):
        raise ValueError(f"the size of an article is counted in sentences or words, not in {size!r}")
    present = sorted(set(t.articles["language"].dropna()))
    if size == "words" and len(present) > 1:
        raise ValueError(f"words of different languages ({', '.join(present)}) are no common measure; use sentences")
    table = sizes(t, "article")
    parts = dict(zip(table["group"], table[size], strict=True))
    cells = selected(t, types).groupby(["entity", "doc_id"]).size().to_dict()
    frequent = frequencies(t, types)
    out = []
    for e in frequent.loc[frequent["n"] >= minimum, ["entity", "name", "type", "n"]].itertuples(index=False):
        counts = [cells.get((e.entity, doc_id), 0) for doc_id in parts]
        of = list(parts.values())
        out.append(
            {
                "entity": e.entity,
                "name": e.name,
                "type": e.type,
                "n": e.n,
                "range": sum(n > 0 for n in counts),
                "of_articles": len(parts),
                "dp": dp(counts, of),
                "dp_norm": dp_norm(counts, of),
                "juilland_d": juilland_d(counts, of),
            }
        )
    return tidy(
        out,
        {
            "entity": _STR,
            "name": _STR,
            "type": _STR,
            "n": _INT,
            "range": _INT,
            "of_articles": _INT,
            "dp": _FLOAT,
            "dp_norm": _FLOAT,
            "juilland_d": _FLOAT,
        },
    )


def third_parties(t: Tables, between: tuple[str, ...] | None = None) -> pd.DataFrame:
    """States, bodies, places and routes that belong to neither of the two parties (default: ``base.parties``).

    ``entity name type state n of share sentences articles of_articles``; of: all mentions of the corpus. People and
    documents are left out, and so is a body of which no state is known unless it is known to be international
    (``entities.known``): an unlisted company is not evidence of a third party. Places of unknown state are left out
    too.
    """
    inside = set(parties(t) if between is None else between)
    rows = frequencies(t)
    listed = set(t.entities.loc[t.entities["known"], "entity"])
    outside = (rows["type"] == "COUNTRY") & ~rows["entity"].isin(inside)
    foreign = rows["type"].isin(["ORG", "PLACE", "ROUTE"]) & ~rows["state"].isin([*inside, UNKNOWN])
    common = rows["type"].isin(["ORG", "ROUTE"]) & (rows["state"] == UNKNOWN) & rows["entity"].isin(listed)
    keep = ["entity", "name", "type", "state", "n", "of", "share", "sentences", "articles", "of_articles"]
    return rows.loc[outside | foreign | common, keep].reset_index(drop=True)
