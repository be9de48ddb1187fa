"""Figures that lay two reports of one event side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..measure import evidence
from ..measure import pairs as measure
from ..measure.base import LANGUAGES, NARRATOR, code_label, selected
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
    labels = evidence.told_apart({doc: str(rows.at[doc, "label"]) for doc in (a, b)})
    languages = [LANGUAGES.get(rows.at[doc, "language"], "") for doc in (a, b)]
    if languages[0] == languages[1] or not all(languages):
        return labels[a], labels[b]
    return tuple(f"{labels[doc]} ({language})" for doc, language in zip((a, b), languages, strict=True))


def _things(t: Tables, a: str, b: str) -> pd.DataFrame:
    """``what thing name where``: every different person, state, … that one of the two or both have, by kind."""
    import pandas as pd

    named, heard, quoted = measure.entities(t, a, b), measure.voices(t, a, b), measure.figures(t, a, b)
    rows = [(label, r.entity, r.name, r.where) for kind, label in _KINDS
            for r in named[named["type"] == kind].itertuples(index=False)]
    rows += [("voices", r.speaker, r.name, r.where) for r in heard.itertuples(index=False) if r.speaker != NARRATOR]
    for axis in ("theme", "frame"):
        rows += [(f"{axis}s", r.code, code_label(r.code), "both" if r.n_a and r.n_b else "a" if r.n_a else "b")
                 for r in measure.profile(t, axis, a, b).itertuples(index=False)]
    rows += [("figures quoted", i, r.text_a or r.text_b, r.where) for i, r in enumerate(quoted.itertuples(index=False))]
    return pd.DataFrame(rows, columns=["what", "thing", "name", "where"])


def _first_places(t: Tables, a: str, b: str) -> pd.DataFrame:
    """``what thing doc_id sentence start end``: where each thing of ``_things`` first stands, in a if it is there."""
    import pandas as pd

    spoken = evidence.whole_sentences(t, t.voices.rename(columns={"speaker": "thing"}))
    parts = [selected(t, [kind]).rename(columns={"entity": "thing"}).assign(what=label) for kind, label in _KINDS]
    parts.append(spoken.assign(what="voices"))
    parts += [evidence.codes(t, axis).rename(columns={"code": "thing"}).assign(what=f"{axis}s")
              for axis in ("theme", "frame")]
    quoted = measure.figures(t, a, b)
    for i, r in enumerate(quoted.itertuples(index=False)):
        doc, sentence = (a, r.sentence_a) if r.sentence_a >= 0 else (b, r.sentence_b)
        own = t.figures_quoted
        own = own.loc[(own["doc_id"] == doc) & (own["sentence"] == sentence) & (own["value"] == r.value)]
        parts.append(own.head(1).assign(what="figures quoted", thing=i))
    keep = ["what", "thing", "doc_id", "sentence", "start", "end"]
    rows = pd.concat([part[keep] for part in parts if len(part)] or [pd.DataFrame(columns=keep)], ignore_index=True)
    rows = rows.loc[rows["doc_id"].isin([a, b])].assign(second=lambda d: d["doc_id"] != a)
    rows = rows.sort_values(["second", "start"], kind="stable")
    return rows.drop_duplicates(["what", "thing"]).drop(columns="second")


def _counted(things: pd.DataFrame) -> pd.DataFrame:
    """``what where n of items``: how many things only the one report has, both have, only the other has."""
    import pandas as pd

    rows = []
    for what, own in things.groupby("what", sort=False):
        rows += [{"what": what, "where": where, "n": int((own["where"] == where).sum()), "of": len(own),
                  "items": "; ".join(own.loc[own["where"] == where, "name"])} for where in ("a", "both", "b")]
    return pd.DataFrame(rows, columns=["what", "where", "n", "of", "items"])


@register(
    "one-visit-summary",
    "One visit, two reports: what each tells",
    unit="different people, states, …, named, heard, quoted or coded",
    method=METHOD,
)
def one_visit_summary(t: Tables) -> Content:
    a, b = chosen(t)
    things = _things(t, a, b)
    data = _counted(things)
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
                marks=[(capital(kind), names[where]) for where in names],
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
    found = things.merge(_first_places(t, a, b), on=["what", "thing"])
    found = found.assign(row=found["what"].map(capital), column=found["where"].map(names))
    behind = evidence.behind(t, found, [capital(kind) for kind in what], list(names.values()))
    return Content(data, caption, alt, f"2 articles, {count(int(sizes[a] + sizes[b]), 'sentence')}", draw,
                   evidence=behind)


@register(
    "one-visit-themes",
    "One visit, two reports: themes of what both tell, and of what one tells alone",
    unit="sentences that carry the theme",
    method=METHOD,
)
def one_visit_themes(t: Tables) -> Content:
    return _profile(t, "theme")


@register(
    "one-visit-frames",
    "One visit, two reports: frames of what both tell, and of what one tells alone",
    unit="sentences that carry the frame",
    method=METHOD,
)
def one_visit_frames(t: Tables) -> Content:
    return _profile(t, "frame")


def _profile(t: Tables, axis: str) -> Content:
    a, b = chosen(t)
    data = measure.profile_by_alignment(t, axis, a, b)
    if not len(data):
        raise NothingToShow(f"no sentence of the two reports carries a {axis}")
    label_a, label_b = labels_of(t, a, b)
    parts = [(part, side) for part in ("aligned", "alone") for side in "ab"]
    of = {(r.part, side): getattr(r, f"of_{side}") for r in data.itertuples() for side in "ab"}
    cells = {(r.part, side, r.code): getattr(r, f"n_{side}") for r in data.itertuples() for side in "ab"}
    codes = dict(zip(data["code"], data["code_label"], strict=True))
    told = {"aligned": "told by both", "alone": "told alone"}
    heads = {(part, side): f"{label_a if side == 'a' else label_b}, {told[part]}" for part, side in parts}
    marks = [capital(label) for label in codes.values()], list(heads.values())

    def draw(head):
        counts = [[cells[part, side, code] for part, side in parts] for code in codes]
        largest = max(max(row) for row in counts)       # one of one would be the darkest share
        return shapes.matrix(
            head,
            marks[0],
            [shapes.with_size(heads[key], of[key]) for key in parts],
            [[str(n or "") for n in row] for row in counts],
            [[shade(n, largest) for n in row] for row in counts],
            colours=style.AXES[axis],
            marks=marks,
        )

    places = {(doc, n): (part, side) for side, doc in (("a", a), ("b", b))
              for part, numbers in _by_part(t, a, b, side).items() for n in numbers}
    found = evidence.codes(t, axis)
    keys = [places.get(key) for key in zip(found["doc_id"], found["sentence"], strict=True)]
    found = found.assign(row=found["code"].map(lambda code: capital(codes.get(code, ""))),
                         column=[heads.get(key, "") for key in keys])
    alone = [f"{codes[code]} ({cells['alone', side, code]} in {label_a if side == 'a' else label_b})"
             for code in codes for side in "ab" if cells["alone", side, code]
             and not any(cells["aligned", one, code] for one in "ab")]
    gaps = data.assign(gap=(data["share_a"] - data["share_b"]).abs()).loc[data["part"] == "aligned"]
    gaps = gaps.loc[gaps["gap"] > 0].sort_values(["gap", "code"], ascending=[False, True]).head(2)
    said = listing(f"{r.code_label} ({r.n_a} of {r.of_a} against {r.n_b} of {r.of_b})" for r in gaps.itertuples())
    caption = (
        f"Sentences with each {axis}, among those that tell what the other report tells too and among those that stand "
        f"alone; in brackets all sentences of the column, and the darker the cell, the more they are. "
        + (f"Only in what one tells alone: {listing(alone)}. " if alone else "")
        + (f"On what both tell they differ most in {said}. " if len(gaps) else "")
        + f"{capital(axis)}s that neither carries are left out."
    )
    alt = f"Matrix of counts by {axis}. " + (f"Only told alone: {listing(alone)}. " if alone else "") + (
        f"Largest differences on what both tell: {said}." if len(gaps) else "No difference on what both tell.")
    return Content(data, caption, alt, f"2 articles, {count(sum(of.values()), 'sentence')}", draw,
                   evidence=evidence.behind(t, found, *marks))


def _by_part(t: Tables, a: str, b: str, side: str) -> dict[str, list[int]]:
    """Sentences of one side that have a counterpart ("aligned"), and those that have none ("alone")."""
    steps = measure.align(t, a, b)
    return {part: [int(n) for cell in steps.loc[(steps["kind"] == "pair") == (part == "aligned"), f"sentences_{side}"]
                   for n in cell.split("|") if n] for part in ("aligned", "alone")}


_DIFFERENCE = {"left out": "only {a}", "added": "only {b}", "other speaker": "other speaker",
               "other figure": "other figure"}


@register(
    "one-visit-differences",
    "One visit, two reports: sentence by sentence, where they differ",
    kind="table",
    unit="steps of the alignment that differ",
    method=METHOD,
)
def one_visit_differences(t: Tables) -> Content:
    import pandas as pd

    a, b = chosen(t)
    data = measure.differences(t, a, b)
    label_a, label_b = labels_of(t, a, b)
    rows = data.loc[data["kind"] != "same"]
    if not len(rows):
        raise NothingToShow("the two reports tell the same in every sentence")
    kinds = {kind: capital(text.format(a=label_a, b=label_b)) for kind, text in _DIFFERENCE.items()}
    shown = pd.DataFrame(
        {
            "Difference": [kinds[kind] for kind in rows["kind"]],
            label_a: [_cell(numbers, text) for numbers, text in zip(rows["sentences_a"], rows["text_a"], strict=True)],
            label_b: [_cell(numbers, text) for numbers, text in zip(rows["sentences_b"], rows["text_b"], strict=True)],
            "What": [what.replace("only a: ", f"only {label_a}: ").replace("only b: ", f"only {label_b}: ")
                     for what in rows["what"]],
        }
    )
    kept = data["kind"].value_counts()
    said = listing(f"{kinds[kind].lower() if kind.startswith('other') else kinds[kind]} ({int(kept[kind])})"
                   for kind in _DIFFERENCE if kind in kept)
    caption = (
        f"In the order of the reports: {said}; {int(kept.get('same', 0))} further steps of the alignment do not differ "
        "in speaker or figures. A speaker is called unnamed where the sentence says that something was noted, and not "
        "by whom; in brackets who spoke before. The CSV has the whole sentences."
    )
    return Content(data, caption, f"Table of differences: {said}.", f"2 articles, {count(len(data), 'row')}",
                   shown=shown)


def _cell(numbers: str, text: str) -> str:
    if not numbers:
        return ""
    return f"{'; '.join(str(int(n) + 1) for n in numbers.split('|'))}: {cut(text, 150)}"
