"""How near a system's annotations come to gold: the scores by name, for all articles and by group.

Spans match by overlap, one to one, within type and kind; labels are compared on gold's sentences, of which the
system's nearest sentence speaks; figures match on overlap and value; entity names are mapped one to one before they are
compared, so that only merging and splitting costs. The counting is ``measure.scoring``'s; here it gets its names and is
added up.

=====================  =================================================================================
name                   score
=====================  =================================================================================
boilerplate            F1 of leaving out what is no report
mention:<kind>         F1 of names, demonyms, roles; ``type:<TYPE>`` of names of one type
entities-in-article    F1 of the set of entities of an article
themes, frames         F1 over sentence and code; ``themes=<code>`` of one code
tone=<value>           F1 of one value
speaker-named          F1 of speakers other than the narrator
figures                F1 of quantities: place and value
sentence-ends          F1 of where sentences end (the system's own sentences; in no other scorer)
acc <what>             share of right decisions: span-exact and link:<kind> of matched mentions, tone, speaker,
                       quoted (in no other scorer), figure-unit, date and language where gold has them
macro <axis>           mean F1 over the codes that gold uses
=====================  =================================================================================
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from .corpus.model import RawArticle
from .measure.scoring import entity_names, prepared, tally

Record = Mapping[str, Any]
ALL = "all"

_NAMES = {
    "boilerplate": "boilerplate",
    "entity": "entities-in-article",
    "speaker": "speaker-named",
    "figure": "figures",
}
_AXES = {"theme": "themes", "frame": "frames"}
_ACCURACIES = {"span": "span-exact"}


@dataclass
class Score:
    """One score: its value, and of how many gold units (F1) or decisions (accuracy, named ``acc …``) it speaks."""

    value: float
    n: int


@dataclass
class Group:
    """What was counted in a group of articles."""

    articles: int = 0
    missing: int = 0  # articles of which the system has nothing
    counts: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0, 0]))  # tp, fp, fn
    right: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))  # right, of

    def scores(self) -> dict[str, Score]:
        """Every score by name: F1 of what was counted, accuracies, means over codes."""
        f1 = {
            name: Score(2 * tp / (2 * tp + fp + fn), tp + fn)
            for name, (tp, fp, fn) in sorted(self.counts.items())
            if tp + fp + fn
        }
        accuracy = {f"acc {name}": Score(right / n, n) for name, (right, n) in sorted(self.right.items()) if n}
        macro = {}
        for axis in ("themes", "frames", "tone"):
            used = [score.value for name, score in f1.items() if name.startswith(f"{axis}=") and score.n]
            if used:
                macro[f"macro {axis}"] = Score(sum(used) / len(used), len(used))
        return f1 | accuracy | macro


def tallied(gold: Iterable[Record], system: Iterable[Record], by: str | None = None) -> dict[str, Group]:
    """What a system gets right and wrong: group ``all``, and one for each value of gold's field ``by``."""
    gold, system = list(gold), list(system)
    has = {record["id"] for record in system}
    groups: dict[str, Group] = {ALL: Group()}
    for wanted, got in prepared(gold, system, entity_names(gold, system)):
        counts, right = tally(wanted, got)
        for key in dict.fromkeys((ALL, str(wanted.get(by)) if by else ALL)):
            group = groups.setdefault(key, Group())
            group.articles += 1
            group.missing += wanted["id"] not in has
            for (layer, code), values in counts.items():
                _add(group.counts[_name(layer, code)], values)
            _add(group.counts["sentence-ends"], _ends(wanted, got))
            for what, values in right.items():
                _add(group.right[_ACCURACIES.get(what, what)], values)
    return groups


def _name(layer: str, code: str) -> str:
    if layer in _NAMES:
        return _NAMES[layer]
    if layer in _AXES:
        return _AXES[layer] if code == "all" else f"{_AXES[layer]}={code}"
    return f"tone={code}" if layer == "tone" else f"{layer}:{code}"


def _ends(wanted: Record, got: Record) -> list[int]:
    gold, system = ({sentence["end"] for sentence in side.get("sentences", [])} for side in (wanted, got))
    return [len(gold & system), len(system - gold), len(gold - system)]


def _add(total: list[int], values: Iterable[int]) -> None:
    for place, value in enumerate(values):
        total[place] += value


def evaluate(gold: Iterable[Record], system: Iterable[Record], by: str | None = None) -> dict[str, dict[str, float]]:
    """Scores by group and name, between 0 and 1; a score that nothing was counted for is left out.

    Parameters
    ----------
    gold, system: records in the exchange format; an article that the system lacks counts as empty.
    by: a document field of gold (language, outlet, id) to group by beside ``all``.
    """
    return {
        key: {name: score.value for name, score in group.scores().items()}
        for key, group in tallied(gold, system, by).items()
    }


def texts(gold: Iterable[Record], file: str = "") -> Iterable[RawArticle]:
    """Gold's articles as a system may see them: id and text alone."""
    return (RawArticle(record["id"], record["text"], {}, file, None) for record in gold)
