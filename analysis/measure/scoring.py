"""What two annotations of one article have in common, layer by layer; ``agreement`` adds it up.

A record is a mapping in the exchange format (``analysis.exchange``).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from .base import NARRATOR, TONES

Record = Mapping[str, Any]
Span = Mapping[str, Any]


def shared(a: Span, b: Span) -> int:
    """Code points that two spans have in common."""
    return max(0, min(a["end"], b["end"]) - max(a["start"], b["start"]))


def matched(gold: list[Span], system: list[Span], same: Callable[[Span, Span], bool]) -> list[tuple[Span, Span]]:
    """Pairs of overlapping spans that may be the same, one to one, the closest pairs first."""
    found = []
    for i, a in enumerate(gold):
        for j, b in enumerate(system):
            common = shared(a, b)
            if common and same(a, b):
                found.append((common / max(a["end"] - a["start"], b["end"] - b["start"], 1), i, j))
    pairs, used_gold, used_system = [], set(), set()
    for _, i, j in sorted(found, reverse=True):
        if i not in used_gold and j not in used_system:
            used_gold.add(i)
            used_system.add(j)
            pairs.append((gold[i], system[j]))
    return pairs


def entity_names(gold: Iterable[Record], system: Iterable[Record]) -> dict[str, str]:
    """System's entity → gold's, one to one, equal names and frequent pairs first.

    A system may call an entity otherwise than gold does; only merging two entities or splitting one is an error. An
    entity that finds no partner of its own keeps its name, marked with "?" where gold uses that name for something
    else.
    """
    other = {record["id"]: record for record in system}
    pairs: Counter[tuple[str, str]] = Counter()
    for record in gold:
        theirs = list(other.get(record["id"], {}).get("mentions", []))
        for a, b in matched(list(record["mentions"]), theirs, lambda a, b: a["type"] == b["type"]):
            pairs[b["entity"], a["entity"]] += 1
    in_gold = {name for _, name in pairs}
    out: dict[str, str] = {}
    taken: set[str] = set()
    for (own, wanted), _ in sorted(pairs.items(), key=lambda item: (item[0][0] != item[0][1], -item[1], item[0])):
        if own not in out and wanted not in taken:
            out[own] = wanted
            taken.add(wanted)
    for own in {own for own, _ in pairs} - set(out):
        out[own] = f"?{own}" if own in in_gold else own
    return out


def prepared(gold: Iterable[Record], system: Iterable[Record], called: Mapping[str, str] | None = None
             ) -> Iterator[tuple[Record, Record]]:
    """Every gold article with the system's, whose entities are renamed by ``called``; an empty one where it has
    none."""
    gold, system = list(gold), list(system)
    called = entity_names(gold, system) if called is None else called
    other = {record["id"]: record for record in system}
    for record in gold:
        own = other.get(record["id"], {})
        yield record, {**own, "mentions": [{**m, "entity": called.get(m["entity"], m["entity"])}
                                           for m in own.get("mentions", [])],
                       "sentences": [{**s, "speaker": [called.get(who, who) for who in s.get("speaker", [NARRATOR])]}
                                     for s in own.get("sentences", [])]}


def _belonging(unit: Span, sentences: list[Span]) -> list[Span]:
    near = [(shared(unit, other), other) for other in sentences]
    near = [(common, other) for common, other in near
            if common > 0.3 * min(unit["end"] - unit["start"], other["end"] - other["start"])]
    return [other for _, other in sorted(near, key=lambda item: -item[0])]


def sentence_labels(gold: Record, system: Record) -> Iterator[dict[str, Any]]:
    """Labels of every gold sentence as pairs (gold, system): theme, frame, speaker (sets), tone, quoted.

    The system's side is None where it kept nothing of the sentence.
    """
    for number, unit in enumerate(gold["sentences"]):
        near = _belonging(unit, list(system.get("sentences", [])))
        row: dict[str, Any] = {"sentence": number}
        for axis in ("theme", "frame"):
            theirs = {code for other in near for code in other.get(f"{axis}s", [])} if near else None
            row[axis] = set(unit[f"{axis}s"]), theirs
        row["speaker"] = set(unit["speaker"]), set(near[0]["speaker"]) if near else None
        row["tone"] = unit["tone"], near[0].get("tone", 0) if near else None
        row["quoted"] = unit.get("quoted", False), near[0].get("quoted", False) if near else None
        yield row


Counts = dict[tuple[str, str], list[int]]
Right = dict[str, list[int]]


def tally(gold: Record, system: Record) -> tuple[Counts, Right]:
    """Counts [true positive, false positive, false negative] by (layer, code), and [right, decisions] by question."""
    counts: Counts = defaultdict(lambda: [0, 0, 0])
    right: Right = defaultdict(lambda: [0, 0])
    _body(gold, system, counts)
    _mentions(gold, system, counts, right)
    _sentences(gold, system, counts, right)
    _figures(gold, system, counts, right)
    for field in ("date", "language"):
        if gold.get(field):
            _decide(right, field, gold[field] == system.get(field))
    return counts, right


def _decide(right: Right, what: str, ok: bool) -> None:
    right[what][0] += ok
    right[what][1] += 1


def _matches(counts: list[int], hits: int, gold: int, system: int) -> None:
    for place, n in enumerate((hits, system - hits, gold - hits)):
        counts[place] += n


def _sets(counts: list[int], gold: set, system: set) -> None:
    _matches(counts, len(gold & system), len(gold), len(system))


def _body(gold: Record, system: Record, counts: Counts) -> None:
    kept = list(system.get("sentences", []))

    def is_kept(unit: Span) -> bool:
        return sum(shared(unit, sentence) for sentence in kept) >= 0.5 * (unit["end"] - unit["start"])

    cell = counts["boilerplate", "all"]
    cell[1] += sum(not is_kept(unit) for unit in gold["sentences"])
    for span in gold.get("boilerplate", []):
        cell[2 if is_kept({"start": span[0], "end": span[1]}) else 0] += 1


def _mentions(gold: Record, system: Record, counts: Counts, right: Right) -> None:
    ours, theirs = list(gold["mentions"]), list(system.get("mentions", []))
    for kind in ("name", "demonym", "role"):
        a, b = ([m for m in side if m.get("kind", "name") == kind] for side in (ours, theirs))
        pairs = matched(a, b, lambda x, y: x["type"] == y["type"])
        _matches(counts["mention", kind], len(pairs), len(a), len(b))
        for x, y in pairs:
            _decide(right, "span", (x["start"], x["end"]) == (y["start"], y["end"]))
            _decide(right, f"link:{kind}", x["entity"] == y["entity"])
    for of_type in sorted({m["type"] for m in [*ours, *theirs]}):
        a, b = ([m for m in side if m["type"] == of_type and m.get("kind", "name") == "name"]
                for side in (ours, theirs))
        _matches(counts["type", of_type], len(matched(a, b, lambda x, y: True)), len(a), len(b))
    _sets(counts["entity", "all"], {m["entity"] for m in ours}, {m["entity"] for m in theirs})


def _sentences(gold: Record, system: Record, counts: Counts, right: Right) -> None:
    for unit in sentence_labels(gold, system):
        for axis in ("theme", "frame"):
            wanted, got = unit[axis][0], unit[axis][1] or set()
            _sets(counts[axis, "all"], wanted, got)
            for code in wanted | got:
                _sets(counts[axis, code], {code} & wanted, {code} & got)
        tone, found = unit["tone"][0], unit["tone"][1] or 0
        _decide(right, "tone", tone == found)
        for value in TONES:
            if value in (tone, found):
                _sets(counts["tone", str(value)], {tone} & {value}, {found} & {value})
        speaker, heard = unit["speaker"][0], unit["speaker"][1] or set()
        _decide(right, "speaker", speaker == heard)
        _sets(counts["speaker", "named"], speaker - {NARRATOR}, heard - {NARRATOR})
        _decide(right, "quoted", unit["quoted"][0] == bool(unit["quoted"][1]))


def _figures(gold: Record, system: Record, counts: Counts, right: Right) -> None:
    ours, theirs = list(gold.get("figures", [])), list(system.get("figures", []))

    def equal(a: Span, b: Span) -> bool:
        return b.get("value") is not None and abs(a["value"] - b["value"]) <= 1e-6 * max(1, abs(a["value"]))

    pairs = matched(ours, theirs, equal)
    _matches(counts["figure", "all"], len(pairs), len(ours), len(theirs))
    for a, b in pairs:
        _decide(right, "figure-unit", a.get("unit") == b.get("unit"))
