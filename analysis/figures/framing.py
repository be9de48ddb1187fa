"""Figures on tone and on frames."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..measure import evidence
from ..measure import tone as measure
from ..measure.base import NARRATOR
from ..measure.intervals import smallness
from . import coded, shapes, style
from .common import articles, count, of_all, others, ranked, some, without_sentence
from .registry import Content, register

if TYPE_CHECKING:
    from ..tables import Tables

TONE_METHOD = (
    "Tone of a sentence is what it conveys to a general reader: that it speaks well of its subject, ill of it or of "
    "a bad thing, or neither. It belongs to the sentence, whoever speaks."
)
TONE_NAMES = {1: "speaks well of its subject", 0: "neither, or both", -1: "speaks ill"}


def _tone(t: Tables, by: str, noun: str, limit: int) -> Content:
    data = some(measure.counts(t, by), "there is no sentence")
    some(t.sentences, "there is no sentence")
    groups = list(articles(t)["doc_id"]) if by == "article" else list(dict.fromkeys(data["group"]))
    sizes = dict(zip(data["group"], data["of"], strict=True))
    empty = [g for g in groups if not sizes[g]]
    groups = [g for g in groups if sizes[g]]
    shown = groups[:limit]
    labels = evidence.told_apart({
        g: "The outlets themselves" if g == NARRATOR else label
        for g, label in zip(data["group"], data["label"], strict=True)
    })
    cells = {(r.group, r.tone): r for r in data.itertuples()}
    order = {group: i for i, group in enumerate(groups + empty)}
    data = data.sort_values("group", key=lambda c: c.map(order), kind="stable").reset_index(drop=True)

    def draw(head):
        rows = [
            shapes.Row(
                labels[g],
                [
                    (cells[g, tone].share, style.TONES[tone], str(cells[g, tone].n or ""))
                    for tone in (1, 0, -1)
                ],
                f"of {cells[g, 1].of}",
                marks=[(labels[g], name) for name in TONE_NAMES.values()],
            )
            for g in shown
        ]
        return shapes.bars(head, rows, key=[(TONE_NAMES[tone], style.TONES[tone]) for tone in (1, 0, -1)], whole=1.0)

    whole = len(t.sentences)
    overall = {tone: int((t.sentences["tone"] == tone).sum()) for tone in (1, 0, -1)}
    summed = (
        f"{of_all(overall[1], whole, 'sentence')} speak well of their subject, {overall[0]} neither well nor ill, "
        f"and {overall[-1]} ill."
    )
    positive = (
        data[data["tone"] == 1]
        .assign(label=lambda d: d["group"].map(labels))
        .sort_values(["share", "label"], ascending=[False, True])
    )
    caption = (
        f"Sentences by tone, for each {noun}; numbers are sentences. {summed} "
        f"{smallness(t)}{others(len(groups) - len(shown), noun)}{without_sentence(labels[g] for g in empty)}"
    )
    alt = (
        f"Stacked bars of shares by {noun}. Largest share of sentences that speak well: "
        + ranked(positive, "label", lambda r: f"{r['n']} of {r['of']}", 5)
        + f". {summed}"
    )
    found = evidence.grouped(t, evidence.tones(t), by)
    found = found.assign(row=found["group"].map(labels), column=found["tone"].map(TONE_NAMES))
    behind = evidence.behind(t, found, [labels[g] for g in shown], [*TONE_NAMES.values()])
    return Content(
        data, caption, alt, f"{count(whole, 'sentence')}, {count(len(groups), noun)}", draw, evidence=behind
    )


@register("tone-by-article", "How well the reports speak", unit="share of each report's sentences", method=TONE_METHOD)
def tone_by_article(t: Tables) -> Content:
    return _tone(t, "article", "article", 40)


@register(
    "tone-by-speaker", "How well each speaker speaks", unit="share of each speaker's sentences", method=TONE_METHOD
)
def tone_by_speaker(t: Tables) -> Content:
    return _tone(t, "speaker", "speaker", 20)


@register(
    "frames-by-article",
    "How the relation is made to look, report by report",
    unit="sentences that carry the frame",
    method=coded.METHOD["frame"],
)
def frames_by_article(t: Tables) -> Content:
    return coded.by_group(t, "frame", "article", "article")


@register(
    "frames-by-speaker",
    "Who makes the relation look how",
    unit="sentences of the speaker that carry the frame",
    method=coded.METHOD["frame"] + " A sentence spoken jointly counts for each speaker.",
)
def frames_by_speaker(t: Tables) -> Content:
    return coded.by_group(t, "frame", "speaker", "speaker", limit=16)
