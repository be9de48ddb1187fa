"""Annotated articles as JSON lines: one object an article, the format of gold and of the ``annotate`` command.

=============  ==========================================================================================
field          meaning
=============  ==========================================================================================
id, text       the article's identifier and its raw text; offsets count its code points, ``[start, end)``
url, outlet, outlet_country, title, author, date, language
               document fields; ``null`` where neither text nor source tells
boilerplate    what is no part of the report: ``[start, end]``, in our output ``[start, end, rule]``
sentences      start, end, speaker (entity ids, or ``["narrator"]``), quoted, themes, frames, tone (-1, 0, 1);
               in our output also paragraph, speaker_rule, and cues: axis (theme, frame, tone), code, start,
               end, cue
mentions       start, end, type, kind, entity; in our output also rule, and candidates of an undecided link
figures        start, end, value, unit, qualifier, what; in our output also speaker and rule
=============  ==========================================================================================
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from .corpus.model import LANGUAGES, is_partial_date
from .corpus.read import STDIN, check_encodable, parse_line
from .errors import InputError

if TYPE_CHECKING:
    from .annotate.model import Document

FIELDS = ("url", "outlet", "outlet_country", "title", "author", "date", "language")
TYPES = ("PERSON", "COUNTRY", "PLACE", "ORG", "EVENT", "DOCUMENT", "ROUTE")
KINDS = ("name", "demonym", "role")
QUALIFIERS = ("exact", "more-than", "less-than", "about", "up-to")
TONES = (-1, 0, 1)
AXES = ("theme", "frame", "tone")


def codes(axis: str) -> tuple[str, ...]:
    """The codes of an axis (theme, frame, tone) in the codebook's order."""
    from .knowledge.codebook import CODES

    return CODES[axis]


# ── out ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def to_record(fields: Mapping[str, Any], removals: Iterable[tuple[int, int, str]], doc: Document) -> dict[str, Any]:
    """The JSON object of an annotated article.

    Parameters
    ----------
    fields: what is known of the article; of it, ``FIELDS`` are written.
    removals: what cleaning took out: start, end, rule.
    doc: the annotated document.
    """
    order = {axis: {code: place for place, code in enumerate(codes(axis))} for axis in ("theme", "frame")}
    cues: list[list[dict[str, Any]]] = [[] for _ in doc.sentences]
    found: list[dict[str, set[str]]] = [{"theme": set(), "frame": set()} for _ in doc.sentences]
    for code in doc.codes:
        cues[code.sentence].append(
            {"axis": code.axis, "code": code.code, "start": code.start, "end": code.end, "cue": code.cue}
        )
        if code.axis != "tone":
            found[code.sentence][code.axis].add(code.code)
    sentences = [
        {
            "start": sentence.start,
            "end": sentence.end,
            "speaker": list(sentence.speakers),
            "quoted": sentence.quoted,
            "themes": sorted(found[number]["theme"], key=order["theme"].__getitem__),
            "frames": sorted(found[number]["frame"], key=order["frame"].__getitem__),
            "tone": sentence.tone,
            "paragraph": sentence.paragraph,
            "speaker_rule": sentence.speaker_rule,
            "cues": cues[number],
        }
        for number, sentence in enumerate(doc.sentences)
    ]
    mentions = []
    for mention in doc.mentions:
        item = {
            "start": mention.start,
            "end": mention.end,
            "type": mention.type,
            "kind": mention.kind,
            "entity": mention.entity,
            "rule": mention.rule,
        }
        mentions.append(item | {"candidates": list(mention.candidates)} if mention.candidates else item)
    figures = [
        {
            "start": quantity.start,
            "end": quantity.end,
            "value": int(quantity.value) if float(quantity.value).is_integer() else quantity.value,
            "unit": quantity.unit,
            "qualifier": quantity.qualifier,
            "what": quantity.what,
            "speaker": list(quantity.speakers),
            "rule": quantity.rule,
        }
        for quantity in doc.quantities
    ]
    known = {name: fields.get(name) or None for name in FIELDS}
    return {
        "id": doc.id,
        **known,
        "text": doc.text,
        "boilerplate": [list(removal) for removal in removals],
        "sentences": sentences,
        "mentions": mentions,
        "figures": figures,
    }


def write_jsonl(records: Iterable[Mapping[str, Any]], path: str | Path) -> int:
    """Write records one a line, all or nothing; returns how many.

    The file appears when the last record is in it; when anything fails before, what stood there stays. ``-`` is
    standard output, and devices and pipes are written to as they are: there, lines appear as they come.

    Raises
    ------
    InputError: the folder is missing or cannot be written to.
    """
    if str(path) == STDIN:
        return _write(records, sys.stdout)
    target = Path(path)
    try:
        if target.exists() and not target.is_file():
            if target.is_dir():
                raise InputError("the output is a folder", file=path, remedy="Name a file in it")
            with open(target, "w", encoding="utf-8") as stream:
                return _write(records, stream)
        target = target.resolve()  # a link stays, and what it points to is replaced
        staging = target.with_name(f".{target.name}.{os.getpid()}.tmp")
        with open(staging, "x", encoding="utf-8", newline="\n") as stream:
            try:
                count = _write(records, stream)
                stream.close()
                os.replace(staging, target)
                return count
            finally:
                staging.unlink(missing_ok=True)
    except OSError as error:
        raise InputError(
            f"cannot be written: {error.strerror or error}",
            file=path,
            remedy="Check that the folder exists and may be written to",
        ) from None


def _write(records: Iterable[Mapping[str, Any]], stream: TextIO) -> int:
    count = 0
    for record in records:
        stream.write(json.dumps(record, ensure_ascii=False, allow_nan=False) + "\n")
        count += 1
    return count


# ── in ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def read_jsonl(path: str | Path) -> Iterator[dict[str, Any]]:
    """The records of a file, checked one by one.

    Raises
    ------
    InputError: the file cannot be read or has no record, a line is no JSON object, an id stands twice, a field is
        missing or of the wrong kind, an offset lies outside the text, or a code is unknown; file, line and field are
        named.
    """
    seen: set[str] = set()
    try:
        with open(path, "rb") as lines:
            for number, data in enumerate(lines, 1):
                if not data.strip():
                    continue
                try:
                    line = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
                except UnicodeDecodeError:
                    raise InputError("not UTF-8", file=path, line=number, remedy="Save the file as UTF-8") from None
                record = parse_line(line, str(path), number)
                _Check(path, number).record(record)
                if record["id"] in seen:
                    raise InputError(
                        f"a second article has the id “{record['id']}”",
                        file=path,
                        line=number,
                        remedy="Keep one of them",
                    )
                seen.add(record["id"])
                yield record
    except OSError as error:
        raise InputError(error.strerror or "cannot be read", file=path, remedy="Check the path") from None
    if not seen:
        raise InputError("no annotated article in it", file=path, remedy="Write it with “annotate … --output”")


class _Check:
    """Looks one record over; every complaint names its field."""

    def __init__(self, path: str | Path, line: int) -> None:
        self.path, self.line = path, line

    def refuse(self, problem: str, place: str) -> InputError:
        return InputError(
            problem,
            file=self.path,
            line=self.line,
            place=place,
            remedy="See the table at the head of analysis/exchange.py for the format",
        )

    def need(self, fits: bool, place: str, kind: str, value: object) -> None:
        if not fits:
            given = json.dumps(value, ensure_ascii=False)[:60]
            raise self.refuse("is missing" if value is None else f"must be {kind}, not {given}", place)

    def record(self, record: dict[str, Any]) -> None:
        for name in ("id", "text"):
            value = record.get(name)
            self.need(isinstance(value, str) and value != "", name, "text", value)
            check_encodable(record[name], str(self.path), self.line, name)
        for name in FIELDS:
            value = record.get(name)
            self.need(value is None or isinstance(value, str), name, "text or null", value)
        if record.get("date"):
            self.need(is_partial_date(record["date"]), "date", "an ISO date", record["date"])
        if record.get("language"):
            self.one_of(record["language"], LANGUAGES, "language")
        size = len(record["text"])
        for name, look in (
            ("boilerplate", self.removal),
            ("sentences", self.sentence),
            ("mentions", self.mention),
            ("figures", self.figure),
        ):
            value = record.get(name)
            self.need(isinstance(value, list), name, "a list", value)
            for number, item in enumerate(value):
                look(item, f"{name}[{number}]", size)

    def one_of(self, value: object, known: tuple[Any, ...], place: str) -> None:
        if not isinstance(value, (str, int)) or isinstance(value, bool) or value not in known:
            kind = f"one of {', '.join(map(str, known))}"
            self.need(False, place, kind, value)

    def span(self, start: object, end: object, place: str, size: int) -> None:
        whole = type(start) is int and type(end) is int
        fits = whole and 0 <= start < end <= size
        self.need(fits, place, f"a span inside the text of {size} characters", [start, end])

    def item(self, item: object, place: str, size: int) -> dict[str, Any]:
        self.need(isinstance(item, dict), place, "an object", item)
        self.span(item.get("start"), item.get("end"), place, size)
        return item

    def removal(self, item: object, place: str, size: int) -> None:
        self.need(isinstance(item, list) and len(item) in (2, 3), place, "[start, end] or [start, end, rule]", item)
        self.span(item[0], item[1], place, size)

    def sentence(self, item: object, place: str, size: int) -> None:
        item = self.item(item, place, size)
        who = item.get("speaker")
        self.need(
            isinstance(who, list) and bool(who) and all(isinstance(name, str) for name in who),
            f"{place}.speaker",
            "a list of entity ids",
            who,
        )
        self.need(isinstance(item.get("quoted"), bool), f"{place}.quoted", "true or false", item.get("quoted"))
        for axis in ("theme", "frame"):
            given = item.get(f"{axis}s")
            self.need(isinstance(given, list), f"{place}.{axis}s", "a list of codes", given)
            for code in given:
                self.one_of(code, codes(axis), f"{place}.{axis}s")
        self.one_of(item.get("tone"), TONES, f"{place}.tone")

    def mention(self, item: object, place: str, size: int) -> None:
        item = self.item(item, place, size)
        self.one_of(item.get("type"), TYPES, f"{place}.type")
        self.one_of(item.get("kind"), KINDS, f"{place}.kind")
        entity = item.get("entity")
        self.need(isinstance(entity, str) and entity != "", f"{place}.entity", "an entity id", entity)

    def figure(self, item: object, place: str, size: int) -> None:
        item = self.item(item, place, size)
        value = item.get("value")
        self.need(type(value) in (int, float), f"{place}.value", "a number", value)
        for name in ("unit", "what"):
            self.need(isinstance(item.get(name), str), f"{place}.{name}", "text", item.get(name))
        self.one_of(item.get("qualifier"), QUALIFIERS, f"{place}.qualifier")
