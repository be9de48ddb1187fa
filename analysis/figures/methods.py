"""Tables on how well the annotators do: scores against gold, and the errors themselves."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..measure import agreement, mistakes
from ..measure.base import LANGUAGES, NARRATOR
from ..measure.intervals import MINIMUM_UNITS
from .common import count, cut, listing, others
from .registry import Content, NothingToShow, register

if TYPE_CHECKING:
    from ..tables import Tables

#: The hand-made annotations that a corpus is scored against, where it has them.
GOLD = Path(__file__).resolve().parents[2] / "seeds" / "gold.jsonl"
METHOD = (
    "Gold: the same articles read and labelled by hand under the codebook, differences settled. Mentions match by "
    "overlap, type and kind, "
    "one to one; sentence labels are compared on the gold sentences; entities after mapping names one to one."
)
#: (layer, code) of the scores that are shown, in this order, with what to call them.
SCORED = {
    ("boilerplate", "all"): "passages to take out",
    ("mention", "name"): "names",
    ("mention", "demonym"): "demonyms",
    ("mention", "role"): "offices standing for a person",
    ("entity", "all"): "entities of an article",
    ("speaker", "named"): "named speakers",
    ("theme", "all"): "themes",
    ("frame", "all"): "frames",
    ("tone", "1"): "tone: speaks well",
    ("tone", "0"): "tone: neither",
    ("tone", "-1"): "tone: speaks ill",
    ("figure", "all"): "figures quoted",
}
DECIDED = {
    "link:name": "link of a matched name",
    "link:demonym": "link of a matched demonym",
    "link:role": "link of a matched office",
    "tone": "tone of a sentence",
    "speaker": "speakers of a sentence",
    "quoted": "quotation in a sentence",
}


@lru_cache(maxsize=4)
def _lines(path: Path, stamp: int) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def gold_for(t: Tables) -> list[dict[str, Any]]:
    """Gold records of the articles of the tables: same id and same text, language filled in from the tables.

    Raises
    ------
    NothingToShow: there is no gold for any of them.
    """
    records = _lines(GOLD, GOLD.stat().st_mtime_ns) if GOLD.is_file() else []
    known = t.articles.set_index("doc_id")
    found = [
        record for record in records if record["id"] in known.index and known.at[record["id"], "text"] == record["text"]
    ]
    if not found:
        raise NothingToShow("no article of this corpus has been labelled by hand")
    return [{**record, "language": record.get("language") or known.at[record["id"], "language"]} for record in found]


def records_of(t: Tables) -> list[dict[str, Any]]:
    """The tables as records in the exchange format, as far as scoring reads them."""
    speakers = t.voices.groupby(["doc_id", "sentence"])["speaker"].agg(list).to_dict()
    codes = (
        t.codes.drop_duplicates(["doc_id", "sentence", "axis", "code"])
        .groupby(["doc_id", "sentence", "axis"])["code"]
        .agg(list)
        .to_dict()
    )
    out = []
    for article in t.articles.itertuples(index=False):
        doc = article.doc_id
        sentences = [
            {
                "start": s.start,
                "end": s.end,
                "quoted": bool(s.quoted),
                "tone": int(s.tone),
                "speaker": speakers.get((doc, s.sentence), ["narrator"]),
                "themes": codes.get((doc, s.sentence, "theme"), []),
                "frames": codes.get((doc, s.sentence, "frame"), []),
            }
            for s in t.sentences[t.sentences["doc_id"] == doc].itertuples(index=False)
        ]
        columns = ["start", "end", "type", "kind", "entity", "candidates"]
        mentions = t.mentions.loc[t.mentions["doc_id"] == doc, columns].to_dict("records")
        figures = t.figures_quoted.loc[
            t.figures_quoted["doc_id"] == doc, ["start", "end", "value", "unit", "qualifier"]
        ].to_dict("records")
        out.append(
            {
                "id": doc,
                "text": article.text,
                "language": article.language,
                "date": article.date,
                "sentences": sentences,
                "mentions": mentions,
                "figures": figures,
            }
        )
    return out


@register(
    "validation",
    "How well the program reads, measured against people",
    kind="table",
    unit="F1, or share of right decisions",
    method=METHOD,
)
def validation(t: Tables) -> Content:
    import pandas as pd

    gold, system = gold_for(t), records_of(t)
    scores = agreement.scores(gold, system, by="language")
    decided = agreement.accuracies(gold, system, by="language")
    groups = [group for group in dict.fromkeys(scores["group"]) if group == "all" or scores["group"].nunique() > 2]
    groups.sort(key=["all", *LANGUAGES, *groups].index)
    named = {"all": "All", **LANGUAGES}
    found = {(r.group, r.layer, r.code): r for r in scores.itertuples()}
    right = {(r.group, r.what): r for r in decided.itertuples()}
    rows = []
    for (layer, code), label in SCORED.items():
        if (row := found.get(("all", layer, code))) is not None:
            rows.append(
                {
                    "What is found": label,
                    "Measure": "F1",
                    "Gold": row.gold,
                    "Precision": _two(row.precision),
                    "Recall": _two(row.recall),
                    "Interval": "",
                    **{
                        named.get(g, g): _two(found[g, layer, code].f1) if (g, layer, code) in found else ""
                        for g in groups
                    },
                }
            )
    for what, label in DECIDED.items():
        if (row := right.get(("all", what))) is not None and row.of:
            rows.append(
                {
                    "What is found": label,
                    "Measure": "right",
                    "Gold": row.of,
                    "Precision": "",
                    "Recall": "",
                    "Interval": f"{row.low:.2f} to {row.high:.2f}",
                    **{
                        named.get(g, g): _two(right[g, what].share) if (g, what) in right and right[g, what].of else ""
                        for g in groups
                    },
                }
            )
    scores["kind"], decided["kind"] = "F1", "share right"
    data = pd.concat([scores, decided.rename(columns={"what": "layer"})], ignore_index=True)
    first = found.get(("all", "mention", "name"))
    caption = (
        (
            "F1 is the harmonic mean of precision (how much of what is found is right) and recall (how much of what "
            f"is there is found). Names: {_two(first.f1)} on {count(first.gold, 'gold mention')}. "
            if first is not None
            else ""
        )
        + f"Scored on {count(len(gold), 'article')} that the rules were written with, so expect less on others. "
        "Intervals are exact, at 95%, of the share over all"
        + ("; for F1 there are too few articles." if len(gold) < MINIMUM_UNITS else ".")
    )
    alt = (
        f"Table of scores on {count(len(gold), 'article')}: "
        + listing(f"{label} {_two(found['all', *key].f1)}" for key, label in SCORED.items() if ("all", *key) in found)
        + "."
    )
    sentences = sum(len(record["sentences"]) for record in gold)
    return Content(
        data, caption, alt, f"{count(sentences, 'sentence')} in {count(len(gold), 'article')}", shown=pd.DataFrame(rows)
    )


def _two(value: float | None) -> str:
    return "" if value is None or value != value else f"{value:.2f}"


@register(
    "validation-errors",
    "Where the program and the people differ",
    kind="table",
    unit="differences from gold",
    method=METHOD,
)
def validation_errors(t: Tables) -> Content:
    import pandas as pd

    gold, system = gold_for(t), records_of(t)
    data = mistakes.differences(gold, system)
    if not len(data):
        raise NothingToShow("the program and the people agree on everything")
    labels = dict(zip(t.articles["doc_id"], t.articles["label"], strict=True))
    top = mistakes.worst(data)
    shown = pd.DataFrame(
        {
            "Article": top["doc_id"].map(labels),
            "What": top["layer"],
            "How bad": [f"{n} {mistakes.SEVERITIES[n]}" for n in top["severity"]],
            "People": [_named(t, r.layer, r.gold) for r in top.itertuples()],
            "Program": [_named(t, r.layer, r.program) for r in top.itertuples()],
            "Text": [cut(text, 200) for text in top["text"]],
        }
    ).reset_index(drop=True)
    counts = data["layer"].value_counts()
    summed = listing(f"{layer} ({n})" for layer, n in counts.items())
    caption = (
        f"The program and the people differ in {count(len(data), 'place')}: {summed}. In each kind the worst come "
        "first, ten at most: 3 is something wrong in the place of something right, 2 something invented, 1 something "
        f"missed or left open.{others(len(data) - len(top), 'difference')}"
    )
    return Content(
        data,
        caption,
        f"Table of {count(len(data), 'difference')} between program and people: {summed}.",
        f"{count(len(data), 'difference')} in {count(len(gold), 'article')}",
        shown=shown,
    )


def _named(t: Tables, layer: str, value: str) -> str:
    """Entities by their names; anything else as it stands."""
    if layer not in ("link", "speaker") or value in (NARRATOR, "left open"):
        return value
    return listing(t.name(entity) for entity in value.split(", "))
