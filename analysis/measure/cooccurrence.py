"""Which entities stand together, in sentences or in articles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection
from itertools import combinations
from typing import TYPE_CHECKING

from .base import described, selected, share, tidy

if TYPE_CHECKING:
    import pandas as pd

    from analysis.tables import Tables

_EDGE = {
    "a": "object",
    "a_name": "object",
    "b": "object",
    "b_name": "object",
    "n": "int64",
    "n_a": "int64",
    "n_b": "int64",
    "of": "int64",
    "share": "float64",
    "expected": "float64",
    "jaccard": "float64",
    "articles": "int64",
    "of_articles": "int64",
    "events": "int64",
}


def cooccurrence(
    t: Tables, unit: str = "sentence", types: Collection[str] | None = None, minimum: int = 1
) -> pd.DataFrame:
    """Pairs of entities that stand in one unit ("sentence" or "article"), a before b by id.

    ``a a_name b b_name n n_a n_b of share expected jaccard articles of_articles events``. n: units with both; n_a,
    n_b: units with each; of: all units; expected: n_a · n_b / of, what chance alone would give; jaccard: n / (n_a +
    n_b − n). No pointwise mutual information: on counts of one to three it ranks the rarest pairs first and nothing
    else.
    """
    if unit not in ("sentence", "article"):
        raise ValueError(f"entities stand together in a sentence or in an article, not in {unit!r}")
    rows = selected(t, types)
    keys = ["doc_id", "sentence"] if unit == "sentence" else ["doc_id"]
    units: dict[tuple, set[str]] = defaultdict(set)
    for entity, *key in rows[["entity", *keys]].drop_duplicates().itertuples(index=False):
        units[tuple(key)].add(entity)
    single: Counter[str] = Counter()
    places: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key, members in units.items():
        single.update(members)
        for pair in combinations(sorted(members), 2):
            places[pair].append(key[0])
    called = {item["entity"]: item["name"] for item in described(t, list(single))}
    event = dict(zip(t.articles["doc_id"], t.articles["event"], strict=True))
    of = len(t.sentences) if unit == "sentence" else len(t.articles)
    out = [
        {
            "a": a,
            "a_name": called[a],
            "b": b,
            "b_name": called[b],
            "n": len(docs),
            "n_a": single[a],
            "n_b": single[b],
            "of": of,
            "expected": single[a] * single[b] / of,
            "jaccard": len(docs) / (single[a] + single[b] - len(docs)),
            "articles": len(set(docs)),
            "of_articles": len(t.articles),
            "events": len({event[doc] for doc in docs}),
        }
        for (a, b), docs in places.items()
        if len(docs) >= minimum
    ]
    table = tidy(out, _EDGE)
    table["share"] = share(table["n"], table["of"])
    return table.sort_values(["n", "jaccard", "a_name", "b_name"], ascending=[False, False, True, True]).reset_index(
        drop=True
    )


def network(
    t: Tables, types: Collection[str] | None = None, minimum: int = 2, top: int = 30, unit: str = "sentence"
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Nodes and edges of the co-occurrence network among the ``top`` entities by sentences.

    Edges: as ``cooccurrence``, of at least ``minimum`` units. Nodes: ``entity name type n degree strength``; n:
    sentences naming it;
    degree: its edges; strength: the sum of their n. Entities without an edge are no nodes.
    """
    rows = selected(t, types)
    n = rows[["doc_id", "sentence", "entity"]].drop_duplicates()["entity"].value_counts()
    kept = set(sorted(n.index, key=lambda entity: (-n[entity], entity))[:top])
    edges = cooccurrence(t, unit, types, minimum)
    edges = edges.loc[edges["a"].isin(kept) & edges["b"].isin(kept)].reset_index(drop=True)
    degree: Counter[str] = Counter()
    strength: Counter[str] = Counter()
    for a, b, weight in edges[["a", "b", "n"]].itertuples(index=False):
        for end in (a, b):
            degree[end] += 1
            strength[end] += weight
    nodes = tidy(
        [
            {key: item[key] for key in ("entity", "name", "type")}
            | {"n": int(n[item["entity"]]), "degree": degree[item["entity"]], "strength": strength[item["entity"]]}
            for item in described(t, list(degree))
        ],
        {"entity": "object", "name": "object", "type": "object", "n": "int64", "degree": "int64", "strength": "int64"},
    )
    return nodes.sort_values(["n", "name"], ascending=[False, True]).reset_index(drop=True), edges
