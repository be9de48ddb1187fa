"""Tables on how well the annotators do: scores against gold, and the errors themselves."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..measure import agreement
from ..measure.base import LANGUAGES, code_label
from ..measure.scoring import entity_names, matched, prepared, sentence_labels
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
        mentions = t.mentions.loc[t.mentions["doc_id"] == doc, ["start", "end", "type", "kind", "entity"]].to_dict(
            "records"
        )
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
        "Intervals for the shares are in the CSV; for F1 there are too few articles."
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
    data = pd.DataFrame(
        list(differences(gold, system)), columns=["doc_id", "layer", "start", "end", "gold", "program", "text"]
    )
    if not len(data):
        raise NothingToShow("the program and the people agree on everything")
    labels = dict(zip(t.articles["doc_id"], t.articles["label"], strict=True))
    top = data.head(60)
    shown = pd.DataFrame(
        {
            "Article": top["doc_id"].map(labels),
            "What": top["layer"],
            "People": top["gold"],
            "Program": top["program"],
            "Text": [cut(text, 200) for text in top["text"]],
        }
    ).reset_index(drop=True)
    counts = data["layer"].value_counts()
    summed = listing(f"{layer} ({n})" for layer, n in counts.items())
    caption = (
        f"All {count(len(data), 'difference')}, by kind: {summed}; with the words they are about."
        f"{others(len(data) - len(top), 'difference')}"
    )
    return Content(
        data,
        caption,
        f"Table of {count(len(data), 'difference')} between program and people: {summed}.",
        f"{count(len(data), 'difference')} in {count(len(gold), 'article')}",
        shown=shown,
    )


def differences(gold: list[dict[str, Any]], system: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Every difference between two annotations: ``doc_id layer start end gold program text``, in the order of layers.

    layer: "mention", "link", "speaker", "theme", "frame", "tone" or "figure"; an empty gold or program is a thing that
    the one has and the other lacks.
    """
    called = entity_names(gold, system)
    rows = [row for one, other in prepared(gold, system, called) for row in (*_spans(one, other), *_labels(one, other))]
    order = {layer: i for i, layer in enumerate(("mention", "link", "speaker", "theme", "frame", "tone", "figure"))}
    yield from sorted(rows, key=lambda row: order[row["layer"]])


def _row(record: dict, layer: str, span: dict, gold: str, program: str) -> dict[str, Any]:
    return {
        "doc_id": record["id"],
        "layer": layer,
        "start": span["start"],
        "end": span["end"],
        "gold": gold,
        "program": program,
        "text": " ".join(record["text"][span["start"] : span["end"]].split()),
    }


def _spans(one: dict, other: dict) -> Iterator[dict[str, Any]]:
    ours, theirs = list(one["mentions"]), list(other.get("mentions", []))
    pairs = matched(ours, theirs, lambda a, b: a["type"] == b["type"] and a["kind"] == b["kind"])
    for a, b in pairs:
        if a["entity"] != b["entity"]:
            yield _row(one, "link", a, a["entity"], b["entity"])
    taken = {id(span) for pair in pairs for span in pair}
    yield from (_row(one, "mention", m, f"{m['type']} {m['kind']}", "") for m in ours if id(m) not in taken)
    yield from (_row(one, "mention", m, "", f"{m['type']} {m['kind']}") for m in theirs if id(m) not in taken)
    ours, theirs = list(one.get("figures", [])), list(other.get("figures", []))
    pairs = matched(ours, theirs, lambda a, b: abs(a["value"] - b["value"]) <= 1e-6 * max(1, abs(a["value"])))
    for a, b in pairs:
        if a["unit"] != b["unit"]:
            yield _row(one, "figure", a, f"{a['value']:g} {a['unit']}", f"{b['value']:g} {b['unit']}")
    taken = {id(span) for pair in pairs for span in pair}
    yield from (_row(one, "figure", f, f"{f['value']:g} {f['unit']}", "") for f in ours if id(f) not in taken)
    yield from (_row(one, "figure", f, "", f"{f['value']:g} {f['unit']}") for f in theirs if id(f) not in taken)


def _labels(one: dict, other: dict) -> Iterator[dict[str, Any]]:
    for unit in sentence_labels(one, other):
        span = one["sentences"][unit["sentence"]]
        for axis in ("theme", "frame"):
            wanted, got = unit[axis][0], unit[axis][1] or set()
            if wanted != got:
                yield _row(one, axis, span, _listed(wanted), _listed(got))
        wanted, got = unit["tone"]
        if wanted != (got or 0):
            yield _row(one, "tone", span, f"{wanted:+d}" if wanted else "0", f"{got:+d}" if got else "0")
        wanted, got = unit["speaker"][0], unit["speaker"][1] or set()
        if wanted != got:
            yield _row(one, "speaker", span, ", ".join(sorted(wanted)), ", ".join(sorted(got)))


def _listed(codes: set[str]) -> str:
    return ", ".join(code_label(code) for code in sorted(codes)) or "none"
