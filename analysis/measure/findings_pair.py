"""Findings on two reports of one event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import pairs
from .base import LANGUAGES, NARRATOR, code_label, coded
from .finding import Finding, described
from .wording import capital, count, counted, listing, of, plural, quoted, verb

if TYPE_CHECKING:
    import pandas as pd

    from analysis.tables import Tables

_PAIR_IDS = ("pair-extent", "pair-left-out", "pair-named", "pair-voices", "pair-figures", "pair-wording")
_ALIGNED = "Sentences are laid side by side by what they name, quote and are about, which misses some."


def chosen_pair(t: Tables) -> tuple[str, str] | None:
    """The two reports that the pair chapter compares (``pairs.chosen``), or None."""
    return pairs.chosen(t)


def labels(t: Tables, a: str, b: str) -> tuple[str, str]:
    """What to call the two: by language if they differ in it ("the English report"), else by the article's label."""
    rows = t.articles.set_index("doc_id")
    spoken = [LANGUAGES.get(rows.at[doc, "language"]) for doc in (a, b)]
    if all(spoken) and spoken[0] != spoken[1]:
        return f"the {spoken[0]} report", f"the {spoken[1]} report"
    return str(rows.at[a, "label"]), str(rows.at[b, "label"])


def pair_findings(t: Tables) -> list[Finding]:
    """pair-extent, pair-left-out, pair-named, pair-voices, pair-figures, pair-wording (of ``chosen_pair``)."""
    pair = chosen_pair(t)
    if pair is None:
        sentence = f"{capital(pairs.why_none(t))}; so no two reports can be compared."
        return [Finding(id_, sentence, "0 pairs", "pair", described(t)) for id_ in _PAIR_IDS]
    steps = pairs.align(t, *pair)
    return [_extent(t, pair, steps), _left_out(t, pair, steps), _named(t, pair), _voices(t, pair), _figures(t, pair),
            _wording(t, pair)]


def _numbers(steps: pd.DataFrame, side: str, paired: bool) -> list[int]:
    rows = steps.loc[(steps["kind"] == "pair") == paired, f"sentences_{side}"]
    return [int(number) for cell in rows if cell for number in cell.split("|")]


def _extent(t: Tables, pair: tuple[str, str], steps: pd.DataFrame) -> Finding:
    name_a, name_b = labels(t, *pair)
    told = [(name, len(_numbers(steps, side, True)), len(_numbers(steps, side, False)))
            for name, side in ((name_a, "a"), (name_b, "b"))]
    (_, both_a, only_a), (_, both_b, only_b) = told
    sentence = (f"{capital(name_a)} has {count(both_a + only_a, 'sentence')}, {name_b} {both_b + only_b}; "
                f"{both_a} of the one and {both_b} of the other tell the same, {only_a} and {only_b} stand alone.")
    n = f"{both_a + only_a} and {count(both_b + only_b, 'sentence')}"
    return Finding("pair-extent", sentence, n, "pair", described(t, _ALIGNED, pair))


def _left_out(t: Tables, pair: tuple[str, str], steps: pd.DataFrame) -> Finding:
    """What the report with more sentences of its own tells and the other leaves out."""
    alone = {side: _numbers(steps, side, False) for side in "ab"}
    fuller = "a" if len(alone["a"]) > len(alone["b"]) else "b"
    doc, other = pair if fuller == "a" else pair[::-1]
    name, other_name = labels(t, *pair) if fuller == "a" else labels(t, *pair)[::-1]
    whole = int((t.sentences["doc_id"] == doc).sum())
    n = of(len(alone[fuller]), whole, "sentence")
    if not alone[fuller]:
        return Finding("pair-left-out", "Neither report tells anything that the other leaves out.", n, "pair",
                       described(t, _ALIGNED, pair))
    rows = pairs.left_out(t, other, doc)
    own = coded(t, "theme")
    own = own.loc[(own["doc_id"] == doc) & own["sentence"].isin(rows["sentence"]), "code"].value_counts()
    elsewhere = coded(t, "theme")
    missing = set(own.index) - set(elsewhere.loc[elsewhere["doc_id"] == other, "code"])
    told = counted([(f"“{code_label(code)}”", int(k)) for code, k in own.items()], limit=4)
    sentence = f"{capital(name)} tells in {n} what {other_name} leaves out{f': {told}' if len(own) else ''}."
    if missing:
        themes = [f"“{code_label(code)}”" for code in own.index if code in missing]
        sentence += f" Of these themes {other_name} has nothing at all on {listing(themes, 'or')}."
    new = dict.fromkeys(entity for cell in rows["new"] if cell for entity in cell.split("; "))
    if new:
        sentence += f" With them go {listing(new, limit=6)}."
    return Finding("pair-left-out", sentence, n, "pair", described(t, _ALIGNED, pair))


def _named(t: Tables, pair: tuple[str, str]) -> Finding:
    rows = pairs.entities(t, *pair)
    name_a, name_b = labels(t, *pair)
    where = rows["where"].value_counts()
    both = int(where.get("both", 0))
    sentence = f"The two reports name {count(len(rows), 'entity')}; {both} {verb('stand', both)} in both."
    for side, name in (("a", name_a), ("b", name_b)):
        own = rows.loc[rows["where"] == side, "name"]
        sentence += f" Only {name} names {listing(own, limit=7)}." if len(own) else ""
    return Finding("pair-named", sentence, of(both, len(rows), "entity"), "pair", described(t, docs=pair))


def _voices(t: Tables, pair: tuple[str, str]) -> Finding:
    rows = pairs.voices(t, *pair)
    names = labels(t, *pair)
    size = [int((t.sentences["doc_id"] == doc).sum()) for doc in pair]
    told = []
    for side, name, whole in zip("ab", names, size, strict=True):
        own = rows.loc[(rows[f"n_{side}"] > 0) & (rows["speaker"] != NARRATOR)].sort_values(
            [f"n_{side}", "name"], ascending=[False, True])
        heard = counted(zip(own["name"], own[f"n_{side}"], strict=True), limit=4) if len(own) else "nobody"
        told.append(f"{name} lets {heard} speak in its {count(whole, 'sentence')}")
    sentence = capital("; ".join(told)) + "."
    steps = pairs.differences(t, *pair)
    changed = steps.loc[steps["kind"] == "other speaker", "what"]
    both = int(steps.loc[~steps["kind"].isin(["left out", "added"]), "step"].nunique())
    if len(changed):
        where = of(len(changed), both, "place")
        sentence += f" In {where} where both tell the same somebody else is heard: {listing(changed, limit=4)}."
    return Finding("pair-voices", sentence, f"{size[0]} and {count(size[1], 'sentence')}", "pair",
                   described(t, docs=pair))


def _figures(t: Tables, pair: tuple[str, str]) -> Finding:
    rows = pairs.figures(t, *pair)
    names = labels(t, *pair)
    n = count(len(rows), "figure")
    if not len(rows):
        return Finding("pair-figures", "Neither report quotes a figure.", n, "pair", described(t, docs=pair))
    both = rows.loc[rows["where"] == "both"]
    told = []
    if len(both):
        texts = [quoted(r.text_a) if r.text_a == r.text_b else f"{quoted(r.text_a)} ({quoted(r.text_b)})"
                 for r in both.itertuples(index=False)]
        told.append(f"both quote {listing(texts, limit=5)}")
    for side, name in zip("ab", names, strict=True):
        own = rows.loc[rows["where"] == side, f"text_{side}"]
        if len(own):
            told.append(f"only {name} has {listing(map(quoted, own), limit=5)}")
    return Finding("pair-figures", f"Of the figures, {'; '.join(told)}.", n, "pair",
                   described(t, "Figures are matched by value and unit.", pair))


def _wording(t: Tables, pair: tuple[str, str]) -> Finding:
    """How the two differ in frames: those that only one carries, or that they share them all."""
    rows = pairs.profile(t, "frame", *pair)
    names = labels(t, *pair)
    n = f"{count(int(rows['n_a'].sum() + rows['n_b'].sum()), 'frame')} in the two reports"
    if not len(rows):
        return Finding("pair-wording", "Neither report carries a frame.", n, "pair", described(t, docs=pair))
    shared = [f"“{label}”" for label in rows.loc[(rows["n_a"] > 0) & (rows["n_b"] > 0), "code_label"]]
    sentence = (f"Both reports carry the {plural('frame', len(shared))} {listing(shared)}." if shared
                else "The two reports have no frame in common.")
    for name, own, other in ((names[0], "n_a", "n_b"), (names[1], "n_b", "n_a")):
        alone = [f"“{label}”" for label in rows.loc[(rows[own] > 0) & (rows[other] == 0), "code_label"]]
        if alone:
            sentence += f" Only {name} has {listing(alone)}."
    return Finding("pair-wording", sentence, n, "pair", described(t, docs=pair))
