"""Articles sorted into the events they report, where the catalogue does not say it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING

from .base import name_of, names, selected
from .namesakes import one_person
from .pairing import candidates
from .wording import day, listing

if TYPE_CHECKING:
    from analysis.tables import Tables


def groups(t: Tables, known: Mapping[str, str] | None = None) -> list[list[str]]:
    """The articles sorted into events: lists of ids, each with the articles in their order.

    The likeliest pairs are joined first, and two groups only if at least half of the pairs between them are of one
    event: so a chain of reports, each like the next, does not become one event. ``known``: the event of articles for
    which it is known; such events are never joined or split, but other articles may join them.
    """
    docs = list(t.articles["doc_id"])
    place = {doc: i for i, doc in enumerate(docs)}
    first: dict[str, int] = {}
    member = {doc: first.setdefault(event, place[doc]) if (event := (known or {}).get(doc)) else place[doc]
              for doc in docs}
    held = set(first.values())
    events: dict[int, list[str]] = defaultdict(list)
    for doc, event in member.items():
        events[event].append(doc)
    rows = candidates(t)
    pairs = list(rows.loc[rows["same_event"], ["a", "b"]].itertuples(index=False, name=None))
    alike = {*pairs, *((b, a) for a, b in pairs)}
    for a, b in pairs:
        one, other = member[a], member[b]
        if one == other or {one, other} <= held:
            continue
        between = [(x, y) in alike for x in events[one] for y in events[other]]
        if 2 * sum(between) < len(between):
            continue
        into, out = (one, other) if one in held or (other not in held and one < other) else (other, one)
        for doc in events[out]:
            member[doc] = into
        events[into] += events.pop(out)
    return [sorted(events[event], key=place.__getitem__) for event in sorted(events)]


def with_events(t: Tables) -> Tables:
    """The tables with articles sorted into events where the catalogue gives none.

    ``event_basis`` of an article: "catalogue"; "found: " and the reasons, for one that others report with it; missing
    for one that stands alone. A found event has the id of its first article, and as its label the people that all its
    reports name, with the month.
    """
    from dataclasses import replace

    rows = t.articles
    known = {doc: event for doc, event, basis in zip(rows["doc_id"], rows["event"], rows["event_basis"], strict=True)
             if basis == "catalogue"}
    found = [own for own in groups(t, known) if len(own) > 1 and any(doc not in known for doc in own)]
    if not found:
        return t
    pairs, table = candidates(t), rows.set_index("doc_id")
    changed = {}
    for own in found:
        given = next((doc for doc in own if doc in known), None)
        event, label = (table.at[given, "event"], table.at[given, "event_label"]) if given else (
            own[0], _event_label(t, own))
        for doc in (doc for doc in own if doc not in known):
            best = pairs.loc[pairs["a"].isin(own) & pairs["b"].isin(own) & ((pairs["a"] == doc) | (pairs["b"] == doc))
                             ].iloc[0]
            other = best["label_b"] if best["a"] == doc else best["label_a"]
            changed[doc] = event, label, f"found: with {other}, {best['reasons']}"
    columns = {name: [changed[doc][i] if doc in changed else old
                      for doc, old in zip(rows["doc_id"], rows[name], strict=True)]
               for i, name in enumerate(("event", "event_label", "event_basis"))}
    return replace(t, articles=rows.assign(**columns).astype(dict.fromkeys(columns, "str")))


def _event_label(t: Tables, docs: list[str]) -> str:
    """Such as "Zhanseit Tuimebayev and Fuad Muradov, January 2020"; the first report's label where nobody is in all."""
    rows, same = selected(t, ["PERSON"]), one_person(t)
    rows = rows.loc[rows["doc_id"].isin(docs)]
    rows = rows.assign(entity=[same.get(entity, entity) for entity in rows["entity"]])
    reports = rows.groupby("entity")["doc_id"].nunique()
    often = rows["entity"].value_counts()
    people = sorted((entity for entity, n in reports.items() if n == len(docs)), key=lambda one: (-often[one], one))
    articles = t.articles.set_index("doc_id")
    if not people:
        return str(articles.at[docs[0], "label"])
    dates = sorted(date for date in articles.loc[docs, "date"].dropna() if date)
    known = names(t)
    return listing(name_of(known, one) for one in people[:2]) + (f", {day(dates[0][:7])}" if dates else "")
