"""Figures that lay two reports of one event side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..measure import pairs as measure
from ..measure.base import LANGUAGES, NARRATOR, code_label
from . import shapes, style
from .common import capital, count, cut, listing, shade
from .registry import Content, NothingToShow, register

if TYPE_CHECKING:
    import pandas as pd

    from ..tables import Tables

METHOD = (
    "Compared are annotations that do not depend on the language: linked entities, speakers, figures quoted, codes. "
    "What one report lacks may be left out by it or added by the other; the table does not know which."
)
#: Kinds of entities that are told apart, in this order.
_KINDS = (
    ("PERSON", "people"),
    ("COUNTRY", "states"),
    ("PLACE", "places"),
    ("ORG", "bodies"),
    ("EVENT", "events"),
    ("DOCUMENT", "documents"),
    ("ROUTE", "routes"),
)


def chosen(t: Tables) -> tuple[str, str]:
    """The two reports that are compared (``pairs.chosen``).

    Raises
    ------
    NothingToShow: there are no two reports of one event in different words.
    """
    pair = measure.chosen(t)
    if pair is None:
        raise NothingToShow(measure.why_none(t))
    return pair


def labels_of(t: Tables, a: str, b: str) -> tuple[str, str]:
    """The two labels, with the language where it differs: "AzerNews 2020 (English)"."""
    rows = t.articles.set_index("doc_id")
    languages = [LANGUAGES.get(rows.at[doc, "language"], "") for doc in (a, b)]
    if languages[0] == languages[1] or not all(languages):
        return rows.at[a, "label"], rows.at[b, "label"]
    return tuple(f"{rows.at[doc, 'label']} ({language})" for doc, language in zip((a, b), languages, strict=True))


def _shares(t: Tables, a: str, b: str) -> pd.DataFrame:
    """``what where n items``: things that only the one report has, both have, only the other has."""
    import pandas as pd

    named, heard, quoted = measure.entities(t, a, b), measure.voices(t, a, b), measure.figures(t, a, b)
    sets = [
        (label, dict(zip(own["name"], own["where"], strict=True)))
        for kind, label in _KINDS
        if len(own := named[named["type"] == kind])
    ]
    heard = heard[heard["speaker"] != NARRATOR]
    sets.append(("voices", dict(zip(heard["name"], heard["where"], strict=True))))
    figures = [
        (text_a or text_b, where)
        for text_a, text_b, where in zip(quoted["text_a"], quoted["text_b"], quoted["where"], strict=True)
    ]
    rows = []
    for axis in ("theme", "frame"):
        own = measure.profile(t, axis, a, b)
        sets.append(
            (
                f"{axis}s",
                {
                    code_label(code): "both" if n_a and n_b else "a" if n_a else "b"
                    for code, n_a, n_b in zip(own["code"], own["n_a"], own["n_b"], strict=True)
                },
            )
        )
    for what, items in [(what, list(found.items())) for what, found in sets] + [("figures quoted", figures)]:
        if not items:
            continue
        for where in ("a", "both", "b"):
            own = [name for name, place in items if place == where]
            rows.append({"what": what, "where": where, "n": len(own), "of": len(items), "items": "; ".join(own)})
    return pd.DataFrame(rows, columns=["what", "where", "n", "of", "items"])


@register(
    "one-visit-summary",
    "One visit, two reports: what each tells",
    unit="different people, states, …, named, heard, quoted or coded",
    method=METHOD,
)
def one_visit_summary(t: Tables) -> Content:
    a, b = chosen(t)
    data = _shares(t, a, b)
    if not len(data):
        raise NothingToShow("neither report names, quotes or codes anything")
    label_a, label_b = labels_of(t, a, b)
    cells = {(r.what, r.where): r for r in data.itertuples()}
    names = {"a": f"only {label_a}", "both": "both", "b": f"only {label_b}"}
    what = list(dict.fromkeys(data["what"]))

    def draw(head):
        rows = [
            shapes.Row(
                capital(kind),
                [(cells[kind, where].n, style.SIDES[where], str(cells[kind, where].n or "")) for where in names],
            )
            for kind in what
        ]
        return shapes.bars(head, rows, key=[(names[where], style.SIDES[where]) for where in names])

    def only(where: str, limit: int = 6) -> str:
        own = [f"{cells[kind, where].items.replace('; ', ', ')} ({kind})" for kind in what if cells[kind, where].n]
        return "; ".join(own[:limit]) if own else "nothing"

    steps = measure.align(t, a, b)
    alone = {
        side: sum(len(cell.split("|")) for cell in steps.loc[steps["kind"] == f"only {side}", f"sentences_{side}"])
        for side in "ab"
    }
    sizes = t.sentences["doc_id"].value_counts()
    data = data.replace({"where": {"a": f"only {label_a}", "b": f"only {label_b}"}})
    caption = (
        f"Different things in {label_a} and {label_b}. Only the former has {cut(only('a'), 260)}; only the latter has "
        f"{cut(only('b'), 320)}. {alone['a']} of {count(int(sizes[a]), 'sentence')} of the former and {alone['b']} of "
        f"{int(sizes[b])} of the latter find no counterpart."
    )
    alt = (
        f"Stacked bars of what only {label_a}, both, or only {label_b} has: "
        + "; ".join(f"{kind} {cells[kind, 'a'].n}, {cells[kind, 'both'].n}, {cells[kind, 'b'].n}" for kind in what)
        + "."
    )
    return Content(data, caption, alt, f"2 articles, {count(int(sizes[a] + sizes[b]), 'sentence')}", draw)


@register(
    "one-visit-themes",
    "One visit, two reports: how much room each theme gets",
    unit="sentences that carry the theme",
    method=METHOD,
)
def one_visit_themes(t: Tables) -> Content:
    a, b = chosen(t)
    data = measure.profile(t, "theme", a, b)
    if not len(data):
        raise NothingToShow("no sentence of the two reports carries a theme")
    label_a, label_b = labels_of(t, a, b)
    of_a, of_b = int(data["of_a"].iloc[0]), int(data["of_b"].iloc[0])
    rows = list(data.itertuples())
    largest = max(data["share_a"].max(), data["share_b"].max())

    def draw(head):
        heads = [shapes.with_size(label_a, of_a), shapes.with_size(label_b, of_b)]
        return shapes.matrix(
            head,
            [capital(r.code_label) for r in rows],
            heads,
            [[str(r.n_a), str(r.n_b)] for r in rows],
            [[shade(r.share_a, largest), shade(r.share_b, largest)] for r in rows],
            colours=style.AXES["theme"],
        )

    gaps = data.assign(gap=data["difference"].abs()).sort_values(["gap", "code"], ascending=[False, True])
    said = listing(f"{r.code_label} ({r.n_a} of {of_a} against {r.n_b} of {of_b})" for r in gaps.head(3).itertuples())
    caption = (
        f"Sentences on each theme in {label_a} and {label_b}; in brackets all sentences of the report, and the darker "
        f"the cell, the larger their share. They differ most in {said}. Themes that neither carries are left out."
    )
    alt = f"Two columns of counts by theme. Largest differences: {said}."
    return Content(data, caption, alt, f"2 articles, {count(of_a + of_b, 'sentence')}", draw)
