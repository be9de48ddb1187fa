"""The tidy tables that everything after annotation works on.

One row is one thing; every row names its article (``doc_id``) and, where it stands for words, their code points
``start``/``end`` in the raw text, so that any number can be walked back to the words behind it. Gold and the
annotators' output become the same tables, so measures and figures run on either.
"""

from __future__ import annotations

import weakref
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

#: Columns of every table with their pandas dtypes, in order.
COLUMNS: dict[str, dict[str, str]] = {
    # one row an article; date may be partial ("2020-01"); *_basis says how the value is known
    "articles": {
        "doc_id": "str",
        "label": "str",
        "title": "str",
        "outlet": "str",
        "outlet_country": "str",
        "author": "str",
        "date": "str",
        "date_basis": "str",
        "year": "Int64",
        "language": "str",
        "language_basis": "str",
        "url": "str",
        "event": "str",
        "event_label": "str",
        "event_basis": "str",
        "text": "str",
    },
    # what cleaning took out, and by which rule
    "removals": {"doc_id": "str", "start": "int64", "end": "int64", "rule": "str", "text": "str"},
    # sentence: 0-based number in the article; words: count of word tokens
    "sentences": {
        "doc_id": "str",
        "sentence": "int64",
        "start": "int64",
        "end": "int64",
        "paragraph": "int64",
        "words": "int64",
        "quoted": "bool",
        "tone": "int64",
        "text": "str",
    },
    # one row a sentence and speaker; speaker is an entity id or "narrator"
    "voices": {"doc_id": "str", "sentence": "int64", "speaker": "str", "rule": "str"},
    # sentence is -1 for a mention outside every sentence; candidates: entity ids joined by "|" when undecided
    "mentions": {
        "doc_id": "str",
        "sentence": "int64",
        "start": "int64",
        "end": "int64",
        "text": "str",
        "type": "str",
        "kind": "str",
        "entity": "str",
        "rule": "str",
        "candidates": "str",
    },
    # axis: theme, frame or tone; one row a cue that fired (start, end: the cue); gold has no cues: start = end = -1
    "codes": {
        "doc_id": "str",
        "sentence": "int64",
        "axis": "str",
        "code": "str",
        "start": "int64",
        "end": "int64",
        "cue": "str",
    },
    "figures_quoted": {
        "doc_id": "str",
        "sentence": "int64",
        "start": "int64",
        "end": "int64",
        "text": "str",
        "value": "float64",
        "unit": "str",
        "qualifier": "str",
        "what": "str",
        "speaker": "str",
    },
    # one row an entity that is mentioned; name: English display name; known: it stands in the knowledge base
    "entities": {"entity": "str", "name": "str", "type": "str", "state": "str", "known": "bool"},
}


@dataclass
class Tables:
    """The tables of one corpus; columns and dtypes as in ``COLUMNS``."""

    articles: pd.DataFrame
    removals: pd.DataFrame
    sentences: pd.DataFrame
    voices: pd.DataFrame
    mentions: pd.DataFrame
    codes: pd.DataFrame
    figures_quoted: pd.DataFrame
    entities: pd.DataFrame

    def items(self) -> Iterable[tuple[str, pd.DataFrame]]:
        """Name and table, in the order of ``COLUMNS``."""
        return [(field.name, getattr(self, field.name)) for field in fields(self)]

    def name(self, entity: str) -> str:
        """English display name of an entity id; the id itself in words if the corpus does not mention it."""
        found = self.entities.loc[self.entities["entity"] == entity, "name"]
        return found.iloc[0] if len(found) else entity.replace("-", " ").title()


_kept: dict[int, dict[str, Any]] = {}


def kept(tables: Tables) -> dict[str, Any]:
    """A store for what has been made of these tables, so that it is made once.

    By identity, since tables compare by value and have no hash; it is gone with the tables.
    """
    if id(tables) not in _kept:
        weakref.finalize(tables, _kept.pop, id(tables), None)
        _kept[id(tables)] = {}
    return _kept[id(tables)]


def corpus_of(tables: Tables) -> dict[str, Any]:
    """What a citation says of the corpus: ``articles`` (how many), ``first`` and ``last`` (ISO dates, perhaps partial,
    "" if none is dated) and ``digest`` (SHA-256 of ids, texts and dates)."""
    import hashlib

    rows = tables.articles[["doc_id", "text", "date"]].fillna("")
    dates = sorted(date for date in rows["date"] if date)
    whole = hashlib.sha256()
    for row in sorted(rows.itertuples(index=False, name=None)):
        for part in row:
            whole.update(f"{len(part)}\0{part}".encode())
    return {"articles": len(rows), "first": dates[0] if dates else "", "last": dates[-1] if dates else "",
            "digest": whole.hexdigest()}


def frame(table: str, rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """A table of ``COLUMNS`` from rows; a field a row lacks is missing (an empty table keeps its columns)."""
    import pandas as pd

    columns = COLUMNS[table]
    data = pd.DataFrame(list(rows), columns=list(columns))
    return data.astype(columns).reset_index(drop=True)


def from_records(
    records: Iterable[Mapping[str, Any]],
    catalogue: Mapping[str, Mapping[str, Any]] | None = None,
    entities: Mapping[str, Mapping[str, Any]] | None = None,
) -> Tables:
    """Tables of annotated articles in the exchange format (gold or output of ``annotate``).

    Parameters
    ----------
    records: one mapping an article, as described in ``analysis.exchange``.
    catalogue: what is known of each article beside its text, by article id; its fields fill what a record leaves empty.
    entities: name, type and state of known entities, by id; an unknown entity is named after its id.
    """
    catalogue, entities = catalogue or {}, entities or {}
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in COLUMNS}
    mentioned: dict[str, str] = {}
    for record in records:
        doc_id, text = record["id"], record["text"]
        known = catalogue.get(doc_id, {})
        row = {"doc_id": doc_id, "text": text}
        for name in COLUMNS["articles"]:
            if name not in row:
                value = record.get(name)
                row[name] = known.get(name) if value in (None, "") else value
        row["label"] = row["label"] or doc_id
        row["event_basis"] = row["event_basis"] or ("catalogue" if row["event"] else None)
        row["event"] = row["event"] or doc_id
        row["event_label"] = row["event_label"] or row["event"]
        row["year"] = int(row["date"][:4]) if row["date"] else None
        rows["articles"].append(row)
        for item in record.get("boilerplate", []):
            start, end = item[:2]
            rows["removals"].append(
                {
                    "doc_id": doc_id,
                    "start": start,
                    "end": end,
                    "text": text[start:end],
                    "rule": item[2] if len(item) > 2 else None,
                }
            )
        sentences = record.get("sentences", [])
        spans = [(sentence["start"], sentence["end"]) for sentence in sentences]

        def within(start: int, end: int, spans: list[tuple[int, int]] = spans) -> int:
            return next((i for i, (a, b) in enumerate(spans) if a <= start and end <= b), -1)

        for number, sentence in enumerate(sentences):
            start, end = sentence["start"], sentence["end"]
            key = {"doc_id": doc_id, "sentence": number}
            rows["sentences"].append(
                key
                | {
                    "start": start,
                    "end": end,
                    "paragraph": sentence.get("paragraph", 0),
                    "words": len(text[start:end].split()),
                    "quoted": sentence["quoted"],
                    "tone": sentence["tone"],
                    "text": text[start:end],
                }
            )
            rows["voices"] += [
                key | {"speaker": who, "rule": sentence.get("speaker_rule")} for who in sentence["speaker"]
            ]
            cues = sentence.get("cues") or [
                {"axis": axis, "code": code, "start": -1, "end": -1, "cue": None}
                for axis in ("theme", "frame")
                for code in sentence[f"{axis}s"]
            ]
            rows["codes"] += [key | cue for cue in cues]
        for mention in record.get("mentions", []):
            start, end = mention["start"], mention["end"]
            mentioned.setdefault(mention["entity"], mention["type"])
            rows["mentions"].append(
                {
                    "doc_id": doc_id,
                    "sentence": within(start, end),
                    "start": start,
                    "end": end,
                    "text": text[start:end],
                    "type": mention["type"],
                    "kind": mention["kind"],
                    "entity": mention["entity"],
                    "rule": mention.get("rule"),
                    "candidates": "|".join(mention.get("candidates", [])),
                }
            )
        for figure in record.get("figures", []):
            start, end = figure["start"], figure["end"]
            number = within(start, end)
            speaker = figure.get("speaker") or (sentences[number]["speaker"] if number >= 0 else ["narrator"])
            rows["figures_quoted"].append(
                {
                    "doc_id": doc_id,
                    "sentence": number,
                    "start": start,
                    "end": end,
                    "text": text[start:end],
                    "value": figure["value"],
                    "unit": figure["unit"],
                    "qualifier": figure["qualifier"],
                    "what": figure["what"],
                    "speaker": "|".join([speaker] if isinstance(speaker, str) else speaker),
                }
            )
    speakers = {row["speaker"] for row in rows["voices"]} - {"narrator"}
    for entity in sorted(set(mentioned) | speakers):
        known = entities.get(entity, {})
        rows["entities"].append(
            {
                "entity": entity,
                "name": known.get("name") or entity.replace("-", " ").title(),
                "type": known.get("type") or mentioned.get(entity, "ORG"),
                "state": known.get("state"),
                "known": bool(known),
            }
        )
    return Tables(**{name: frame(name, rows[name]) for name in COLUMNS})
