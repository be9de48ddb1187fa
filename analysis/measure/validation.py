"""How well the instruments read, in detail: precision and recall with what they rest on, and what is taken for what.

Gold and system are records in the exchange format; they are matched as in ``scoring``. The unit is the article: from
``intervals.MINIMUM_UNITS`` articles up F1 has an interval from resampling articles, below that the range over the
articles stands in its place. Precision and recall, being shares of decisions, have an exact interval as well;
``intervals_mean`` says what it covers and what not.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from .base import TONES, share, tidy
from .intervals import MINIMUM_UNITS, bootstrap_share, clopper_pearson
from .scoring import Record, entity_names, matched, prepared, sentence_labels, tally
from .wording import count

if TYPE_CHECKING:
    import pandas as pd

#: Classes of mentions in the order of the codebook: a name by its type, a demonym, an office that stands for a person.
CLASSES = ("PERSON", "COUNTRY", "ORG", "PLACE", "EVENT", "DOCUMENT", "ROUTE", "demonym", "role")
#: What the other side has where one has nothing.
NOTHING = "nothing"
#: The system did not keep the sentence.
LEFT_OUT = "left out"
ALL = "all"

_INT, _STR, _FLOAT = "int64", "object", "float64"


def class_of(mention: Mapping[str, Any]) -> str:
    """The class of a mention: the type of a name, else "demonym" or "role"."""
    return mention["type"] if mention.get("kind", "name") == "name" else mention["kind"]


def _groups(record: Record, by: str | None) -> list[str]:
    return [ALL] if by is None else [ALL, str(record.get(by))]


def _ordered(groups: Iterable[str]) -> list[str]:
    return sorted(groups, key=lambda group: (group != ALL, group))


def detailed(gold: Iterable[Record], system: Iterable[Record], by: str | None = None) -> pd.DataFrame:
    """Precision, recall and F1 by group, layer and code, with what each rests on.

    ``group layer code gold found right precision precision_low precision_high recall recall_low recall_high f1 lowest
    highest articles of_articles low high``. Layers and codes as in ``agreement.scores``. gold, found, right: what is
    there, what the system put, and what of it is right. precision_low … recall_high: exact 95 % intervals (Clopper &
    Pearson). lowest, highest: least and greatest F1 of an article with anything to score, of which there are
    ``articles``. low, high: 95 % interval of F1 from resampling the group's ``of_articles``, missing below
    ``intervals.MINIMUM_UNITS``.
    """
    import pandas as pd

    gold, system = list(gold), list(system)
    cells: dict[tuple[str, str, str], list[list[int]]] = defaultdict(list)
    whole: Counter[str] = Counter()
    for one, other in prepared(gold, system, entity_names(gold, system)):
        whole.update(_groups(one, by))
        for (layer, code), counts in tally(one, other)[0].items():
            if sum(counts):
                for group in _groups(one, by):
                    cells[group, layer, code].append(counts)
    place = {group: i for i, group in enumerate(_ordered(whole))}
    out = []
    for (group, layer, code), articles in sorted(cells.items(), key=lambda item: (place[item[0][0]], item[0][1:])):
        right, wrong, missed = (sum(counts[i] for counts in articles) for i in range(3))
        row: dict[str, Any] = {
            "group": group,
            "layer": layer,
            "code": code,
            "gold": right + missed,
            "found": right + wrong,
            "right": right,
            "articles": len(articles),
            "of_articles": whole[group],
        }
        for what, of in (("precision", right + wrong), ("recall", right + missed)):
            low, high = clopper_pearson(right, of)
            row |= {what: right / of if of else None, f"{what}_low": low, f"{what}_high": high}
        # F1 is a share as well: twice what is right of all that is there and all that was found
        shares = [(2 * tp, 2 * tp + fp + fn) for tp, fp, fn in articles]
        interval = bootstrap_share(pd.DataFrame(shares + [(0, 0)] * (whole[group] - len(shares)), columns=["n", "of"]))
        each = [n / of for n, of in shares]
        row |= {"f1": interval.estimate, "lowest": min(each), "highest": max(each)}
        out.append(row | {"low": interval.low, "high": interval.high})
    names = ("precision", "precision_low", "precision_high", "recall", "recall_low", "recall_high", "f1", "lowest",
             "highest")  # fmt: skip
    return tidy(
        out,
        {"group": _STR, "layer": _STR, "code": _STR, "gold": _INT, "found": _INT, "right": _INT}
        | dict.fromkeys(names, _FLOAT)
        | {"articles": _INT, "of_articles": _INT, "low": _FLOAT, "high": _FLOAT},
    )


def intervals_mean(articles: int) -> str:
    """The sentences that say what the intervals of ``detailed`` cover, and what not, for so many articles."""
    exact = (
        "The exact interval of a share says how far chance could have moved it if every decision were made for itself. "
        "Decisions in one article are not, so it is rather too narrow, and it does not speak of other articles."
    )
    if articles < MINIMUM_UNITS:
        return f"{exact} Over {count(articles, 'article')} the range is given, which is no interval."
    return f"{exact} Intervals of F1 come from drawing whole articles again."


def linking(gold: Iterable[Record], system: Iterable[Record], by: str | None = None) -> pd.DataFrame:
    """Of the mentions found, how many were linked to the right entity: ``group type n of share low high``.

    type: one of ``CLASSES``, or "all". low, high: exact 95 % interval (Clopper & Pearson).
    """
    cells: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    gold, system = list(gold), list(system)
    for one, other in prepared(gold, system, entity_names(gold, system)):
        for a, b in _same_class(one, other):
            for group in _groups(one, by):
                for kind in (ALL, class_of(a)):
                    cells[group, kind][0] += a["entity"] == b["entity"]
                    cells[group, kind][1] += 1
    out = []
    for group in _ordered({group for group, _ in cells}):
        for kind in (ALL, *CLASSES):
            if (group, kind) in cells:
                n, of = cells[group, kind]
                low, high = clopper_pearson(n, of)
                out.append({"group": group, "type": kind, "n": n, "of": of, "low": low, "high": high})
    table = tidy(
        out, {"group": _STR, "type": _STR, "n": _INT, "of": _INT, "share": _FLOAT, "low": _FLOAT, "high": _FLOAT}
    )
    table["share"] = share(table["n"], table["of"])
    return table


def _same_class(one: Record, other: Record) -> list[tuple]:
    return matched(
        list(one.get("mentions", [])), list(other.get("mentions", [])), lambda a, b: class_of(a) == class_of(b)
    )


def type_pairs(one: Record, other: Record) -> Iterator[tuple[Mapping | None, Mapping | None]]:
    """Every mention of two records once: pairs (gold, system), None where the other side has nothing there.

    First what overlaps and agrees in class is paired, one to one, as for the scores; then what is left and overlaps.
    """
    pairs = _same_class(one, other)
    for _ in range(2):
        taken = {id(side) for pair in pairs for side in pair}
        ours = [m for m in one.get("mentions", []) if id(m) not in taken]
        theirs = [m for m in other.get("mentions", []) if id(m) not in taken]
        pairs = [*pairs, *matched(ours, theirs, lambda a, b: True)]
    yield from pairs
    taken = {id(side) for pair in pairs for side in pair}
    yield from ((m, None) for m in one.get("mentions", []) if id(m) not in taken)
    yield from ((None, m) for m in other.get("mentions", []) if id(m) not in taken)


def type_confusion(gold: Iterable[Record], system: Iterable[Record], by: str | None = None) -> pd.DataFrame:
    """What mentions are taken for: ``group gold found n``, every pair of classes that gold or the system uses.

    gold, found: one of ``CLASSES``, or "nothing". What is found at its place and as what it is stands in the diagonal,
    which adds up to the scores' right ones.
    """
    cells: Counter[tuple[str, str, str]] = Counter()
    for one, a, b in _typed(gold, system):
        for group in _groups(one, by):
            cells[group, class_of(a) if a else NOTHING, class_of(b) if b else NOTHING] += 1
    used = {label for _, a, b in cells for label in (a, b)}
    labels = [label for label in CLASSES if label in used]
    return _grid(cells, [*labels, NOTHING], [*labels, NOTHING], {(NOTHING, NOTHING)})


def _typed(gold: Iterable[Record], system: Iterable[Record]) -> Iterator[tuple[Record, Mapping | None, Mapping | None]]:
    return ((one, a, b) for one, other in prepared(gold, system, {}) for a, b in type_pairs(one, other))


def confused_mentions(gold: Iterable[Record], system: Iterable[Record]) -> pd.DataFrame:
    """The mentions that ``type_confusion`` counts: ``doc_id start end gold found``."""
    rows = [{"doc_id": one["id"], "start": (a or b)["start"], "end": (a or b)["end"],
             "gold": class_of(a) if a else NOTHING, "found": class_of(b) if b else NOTHING}
            for one, a, b in _typed(gold, system)]
    return tidy(rows, {"doc_id": _STR, "start": _INT, "end": _INT, "gold": _STR, "found": _STR})


def confused_tones(gold: Iterable[Record], system: Iterable[Record]) -> pd.DataFrame:
    """The sentences of gold that ``tone_confusion`` counts: ``doc_id start end gold found``."""
    rows = [{"doc_id": one["id"], "start": unit["start"], "end": unit["end"], "gold": wanted, "found": got}
            for one, unit, wanted, got in _toned(gold, system)]
    return tidy(rows, {"doc_id": _STR, "start": _INT, "end": _INT, "gold": _STR, "found": _STR})


def _toned(gold: Iterable[Record], system: Iterable[Record]) -> Iterator[tuple[Record, Mapping, str, str]]:
    """Article, gold sentence, its tone, and the tone it was given."""
    for one, other in prepared(gold, system, {}):
        for unit in sentence_labels(one, other):
            wanted, got = unit["tone"]
            yield one, one["sentences"][unit["sentence"]], str(wanted), LEFT_OUT if got is None else str(got)


def tone_confusion(gold: Iterable[Record], system: Iterable[Record], by: str | None = None) -> pd.DataFrame:
    """What tone gold's sentences are given: ``group gold found n``, zero cells included.

    gold: "1", "0", "-1"; found: the same, or "left out" for a sentence that the system did not keep (the scores take
    it for neutral).
    """
    cells: Counter[tuple[str, str, str]] = Counter()
    for one, _, wanted, got in _toned(gold, system):
        for group in _groups(one, by):
            cells[group, wanted, got] += 1
    return _grid(cells, list(map(str, TONES)), [*map(str, TONES), LEFT_OUT], set())


def _grid(cells: Counter, rows: list[str], columns: list[str], without: set[tuple[str, str]]) -> pd.DataFrame:
    out = [
        {"group": group, "gold": a, "found": b, "n": cells[group, a, b]}
        for group in _ordered({group for group, _, _ in cells})
        for a in rows
        for b in columns
        if (a, b) not in without
    ]
    return tidy(out, {"group": _STR, "gold": _STR, "found": _STR, "n": _INT})
