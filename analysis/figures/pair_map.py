"""The two reports of one event as two columns of sentences, with a line from each to its counterpart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..measure import evidence
from ..measure import pairs as measure
from ..measure.base import code_label, coded, name_of, names, selected
from . import style
from .canvas import MARGIN, Canvas, height, line_height, width, wrap
from .common import capital, count, cut, listing
from .pair import METHOD, chosen, labels_of
from .registry import Content, register

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure as Picture

    from ..tables import Tables
    from .canvas import Head

#: Colour of a link where both tell the same, but another speaks or the figures differ.
CHANGED = style.AXES["frame"]
_BODY = 4.6             # inches for the longer report, within the least and most of a sentence
_LEAST, _MOST = 0.07, 0.24
_BLOCK, _GAP = 0.34, 1.0        # widths of a column and of what is between the columns


@dataclass(frozen=True)
class _Label:
    """What a run of sentences that stand alone is about: first and last, and the words set beside them."""

    first: int
    last: int
    text: str


@register(
    "one-visit-map",
    "One visit, two reports: what both tell, and what only one tells",
    unit="each block is a sentence, in the order of the report",
    method=METHOD,
)
def one_visit_map(t: Tables) -> Content:
    a, b = chosen(t)
    labels = dict(zip("ab", labels_of(t, a, b), strict=True))
    steps, differences = measure.align(t, a, b), measure.differences(t, a, b)
    sizes = {side: int((t.sentences["doc_id"] == doc).sum()) for side, doc in (("a", a), ("b", b))}
    data = _sentences(t, (a, b), steps, differences)
    links = _links(steps, differences)
    alone = {side: data.loc[(data["side"] == side) & (data["kind"] == "alone"), "sentence"].tolist() for side in "ab"}
    beside = {side: _runs(t, doc, other, alone[side])
              for side, doc, other in (("a", a, b), ("b", b, a))}

    def draw(head: Head) -> Picture:
        return _picture(head, labels, sizes, alone, links, beside)

    told = [f"{len(alone[side])} of {count(sizes[side], 'sentence')} in {labels[side]} "
            f"{'has' if len(alone[side]) == 1 else 'have'} no counterpart" for side in "ab"]
    longest = [f"{labels[side]}, {_span(run)}: {run.text}" for side in "ab"
               for run in sorted(beside[side], key=lambda run: run.first - run.last)[:2]]
    changed = differences.loc[differences["kind"].str.startswith("other")]
    said = listing(f"{kind} ({n})" for kind, n in changed["kind"].value_counts(sort=False).items())
    caption = (
        f"{'; '.join(told)}. " + (f"Alone stand {cut('; '.join(longest), 300)}. " if longest else "")
        + (f"Where both tell the same, they differ in {said}. " if len(changed) else "")
        + "What one report lacks may be left out by it or added by the other."
    )
    alt = f"Two columns of sentences with lines between counterparts. {'; '.join(told)}."
    found = evidence.whole_sentences(t, data.assign(
        doc_id=data["side"].map({"a": a, "b": b}), row=[f"Sentence {n + 1}" for n in data["sentence"]],
        column=data["side"].map(labels)))
    rows = [f"Sentence {n + 1}" for n in range(max(sizes.values()))]
    data = data.assign(report=data["side"].map(labels), sentence=data["sentence"] + 1).drop(columns="side")
    columns = ["report", "sentence", "kind", "counterpart", "difference", "text"]
    return Content(data[columns], caption, alt, f"2 articles, {count(sum(sizes.values()), 'sentence')}", draw,
                   evidence=evidence.behind(t, found, rows, list(labels.values())))


def _sentences(t: Tables, docs: tuple[str, str], steps: pd.DataFrame, differences: pd.DataFrame) -> pd.DataFrame:
    """``side sentence kind counterpart difference text``: kind is "alone" or "in both"; sentences from 0, counterparts
    from 1."""
    import pandas as pd

    changed = differences.loc[differences["kind"].str.startswith("other")]
    what = changed.groupby("step")["kind"].agg("; ".join).to_dict()
    rows = []
    for side, other, doc in (("a", "b", docs[0]), ("b", "a", docs[1])):
        texts = t.sentences.loc[t.sentences["doc_id"] == doc].set_index("sentence")["text"]
        for step in steps.itertuples(index=False):
            theirs = [str(int(n) + 1) for n in getattr(step, f"sentences_{other}").split("|") if n]
            rows += [{"side": side, "sentence": n, "kind": "in both" if theirs else "alone",
                      "counterpart": "; ".join(theirs), "difference": what.get(step.step, ""),
                      "text": " ".join(texts[n].split())}
                     for n in map(int, filter(None, getattr(step, f"sentences_{side}").split("|")))]
    table = pd.DataFrame(rows, columns=["side", "sentence", "kind", "counterpart", "difference", "text"])
    return table.sort_values(["side", "sentence"], kind="stable").reset_index(drop=True)


def _links(steps: pd.DataFrame, differences: pd.DataFrame) -> list[tuple[int, int, bool]]:
    """Sentence of a, sentence of b, and whether another speaks or counts otherwise there."""
    changed = set(differences.loc[differences["kind"].str.startswith("other"), "step"])
    return [(int(i), int(j), step.step in changed) for step in steps.itertuples(index=False) if step.kind == "pair"
            for i in step.sentences_a.split("|") for j in step.sentences_b.split("|")]


def _runs(t: Tables, doc: str, other: str, numbers: Sequence[int]) -> list[_Label]:
    """The runs of sentences that stand alone, each with its themes and those whom the other report never names."""
    themes, named, known = coded(t, "theme"), selected(t), names(t)
    elsewhere = set(named.loc[named["doc_id"] == other, "entity"])
    words = dict(zip(t.sentences.loc[t.sentences["doc_id"] == doc, "sentence"],
                     t.sentences.loc[t.sentences["doc_id"] == doc, "text"], strict=True))
    runs: list[list[int]] = []
    for n in sorted(numbers):
        if runs and n == runs[-1][-1] + 1:
            runs[-1].append(n)
        else:
            runs.append([n])
    out = []
    for run in runs:
        codes = themes.loc[(themes["doc_id"] == doc) & themes["sentence"].isin(run), "code"].value_counts(sort=False)
        own = named.loc[(named["doc_id"] == doc) & named["sentence"].isin(run), "entity"]
        new = [name_of(known, entity) for entity in dict.fromkeys(own) if entity not in elsewhere]
        top = [code_label(code) for code in sorted(codes.index, key=lambda code: -codes[code])][:1]
        told = "; ".join([*top, *([listing(new, limit=2)] if new else [])])
        out.append(_Label(run[0], run[-1], capital(told) if told else cut(f"“{words[run[0]]}", 40) + "”"))
    return out


def _span(run: _Label) -> str:
    return f"sentence {run.first + 1}" if run.first == run.last else f"sentences {run.first + 1}–{run.last + 1}"


def _picture(head: Head, labels: dict[str, str], sizes: dict[str, int], alone: dict[str, list[int]],
             links: list[tuple[int, int, bool]], beside: dict[str, list[_Label]]) -> Picture:
    from matplotlib.patches import Polygon, Rectangle

    tall = {side: min(max(_BODY / max(sizes.values()), _LEAST), _MOST) for side in "ab"}
    side_room = (style.WIDTH - 2 * MARGIN - 2 * _BLOCK - _GAP) / 2
    left = {"a": MARGIN + side_room, "b": MARGIN + side_room + _BLOCK + _GAP}
    texts = {side: [wrap(run.text, side_room - 0.12, style.SMALL, lines=3) for run in beside[side]] for side in "ab"}
    heads = {side: wrap(labels[side], side_room + _BLOCK, style.SMALL, "bold", lines=3) for side in "ab"}
    top = max(height(text, style.SMALL) for text in heads.values()) + 0.08
    body = max(sizes[side] * tall[side] for side in "ab")
    places = {side: _spread([(run.first + run.last + 1) / 2 * tall[side] for run in beside[side]],
                            [height(text, style.SMALL) + 0.05 for text in texts[side]], body) for side in "ab"}
    key = [("in both", style.SIDES["both"]), ("in both, another speaker or figure", CHANGED),
           (f"only {labels['a']}", style.SIDES["a"]), (f"only {labels['b']}", style.SIDES["b"])]
    sheet = Canvas(head, top + body + 0.08, key)
    axes = sheet.axes(0, 0, top)
    axes.set_xlim(0, style.WIDTH)
    axes.set_ylim(body + 0.08, 0)
    axes.set_xticks([])
    axes.set_yticks([])
    for spine in axes.spines.values():
        spine.set_visible(False)
    changed = {"a": {i for i, _, other in links if other}, "b": {j for _, j, other in links if other}}
    for i, j, other in sorted(links, key=lambda link: link[2]):
        corners = [(left["a"] + _BLOCK, i * tall["a"] + 0.02), (left["b"], j * tall["b"] + 0.02),
                   (left["b"], (j + 1) * tall["b"] - 0.02), (left["a"] + _BLOCK, (i + 1) * tall["a"] - 0.02)]
        axes.add_patch(Polygon(corners, closed=True, linewidth=0,
                               facecolor=style.tint(CHANGED if other else style.SIDES["both"], 0.55 if other else 0.5)))
    for side in "ab":
        single = set(alone[side])
        for n in range(sizes[side]):
            colour = style.SIDES[side] if n in single else CHANGED if n in changed[side] else style.SIDES["both"]
            y = n * tall[side]
            axes.add_patch(Rectangle((left[side], y + 0.01), _BLOCK, tall[side] - 0.02, facecolor=colour, linewidth=0))
            sheet.mark((f"Sentence {n + 1}", labels[side]), left[side], top + y, _BLOCK, tall[side])
            if tall[side] >= line_height(style.SMALL) or n % 5 == 4:
                axes.text(left[side] + _BLOCK / 2, y + tall[side] / 2, str(n + 1), fontsize=style.SMALL, ha="center",
                          va="center_baseline", color=style.ink_on(colour))
        for text, place in zip(texts[side], places[side], strict=True):
            if place is not None:
                x = left["a"] - 0.08 if side == "a" else left["b"] + _BLOCK + 0.08
                axes.text(x, place, text, fontsize=style.SMALL, ha="right" if side == "a" else "left", va="center",
                          linespacing=1.1)
        wide = max(width(line, style.SMALL, "bold") for line in heads[side].split("\n"))
        x = left["a"] + _BLOCK - wide if side == "a" else left["b"]
        sheet.text(x, sheet.top + 0.02, heads[side], points=style.SMALL, weight="bold")
    return sheet.picture


def _spread(centres: Sequence[float], heights: Sequence[float], body: float) -> list[float | None]:
    """Where labels stand so that none covers another: near their centres, in order; those of the shortest runs that
    find no room have none (None)."""
    kept = list(range(len(centres)))
    while kept and sum(heights[i] for i in kept) > body:
        kept.pop()
    out: list[float | None] = [None] * len(centres)
    edge = 0.0
    for i in kept:
        out[i] = edge = max(centres[i], edge + heights[i] / 2)
        edge += heights[i] / 2
    edge = body
    for i in reversed(kept):
        out[i] = min(out[i], edge - heights[i] / 2)
        edge = out[i] - heights[i] / 2
    return out
