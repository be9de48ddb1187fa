"""Laying the sentences of two reports side by side, in whatever languages they are.

Two sentences tell the same if they name the same entities, quote the same figures, let the same person speak and are
on the same themes. Each of these weighs by how rare it is in the two reports (an inverse document frequency over
their sentences), and the likeness of two sentences is the weight they share over the weight they have together.
Reports of one event mostly keep its order, so the best alignment that never crosses itself is found by dynamic
programming over pairs, one-to-two and two-to-one steps and sentences left alone. It is a first, plain alignment: it
cannot see that two sentences agree in wording alone, and a report that tells things in another order is only partly
aligned.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .base import NARRATOR, code_label, coded, name_of, names, selected, tidy, voiced
from .coding import _article as check_article

if TYPE_CHECKING:
    import pandas as pd

    from analysis.tables import Tables

#: Likeness below which two sentences are not taken to tell the same.
THRESHOLD = 0.2
_STEPS = ((1, 1), (1, 2), (2, 1))
_GAIN = 0.05                # by how much two sentences together must beat the better of them alone
_POSITION = 0.1             # what standing at the same point of both reports adds
_WEIGHTS = {"entity": 1.0, "figure": 2.0, "speaker": 1.0, "theme": 0.5, "frame": 0.5}


@dataclass(slots=True)
class _Unit:
    number: int
    text: str
    place: float                # 0 at the beginning of the report, 1 at its end
    features: set[tuple[str, str]] = field(default_factory=set)


def _units(t: Tables, doc: str) -> list[_Unit]:
    rows = t.sentences.loc[t.sentences["doc_id"] == doc].sort_values("sentence")
    units = {number: _Unit(number, text, i / max(len(rows) - 1, 1))
             for i, (number, text) in enumerate(zip(rows["sentence"], rows["text"], strict=True))}
    for kind, table, column in (("entity", selected(t), "entity"), ("speaker", voiced(t), "speaker"),
                                ("theme", coded(t, "theme"), "code"), ("frame", coded(t, "frame"), "code")):
        own = table.loc[table["doc_id"] == doc]
        for number, value in zip(own["sentence"], own[column], strict=True):
            if number in units and value != NARRATOR:
                units[number].features.add((kind, value))
    own = t.figures_quoted.loc[t.figures_quoted["doc_id"] == doc]
    for number, value, unit in own[["sentence", "value", "unit"]].itertuples(index=False):
        if number in units:
            units[number].features.add(("figure", f"{value:g} {unit}"))
    return list(units.values())


def _weights(units: list[_Unit]) -> dict[tuple[str, str], float]:
    frequency = Counter(feature for unit in units for feature in unit.features)
    return {feature: _WEIGHTS[feature[0]] * math.log(1 + len(units) / n) for feature, n in frequency.items()}


def _likeness(a: list[_Unit], b: list[_Unit], weight: dict[tuple[str, str], float]) -> float:
    """Shared over joint weight of two runs of sentences; 0 where nothing but themes or frames is shared."""
    one, two = (set().union(*(unit.features for unit in run)) for run in (a, b))
    common = one & two
    if not any(kind not in ("theme", "frame") for kind, _ in common):
        return 0.0
    return _total(common, weight) / _total(one | two, weight)


def _total(features: set[tuple[str, str]], weight: dict[tuple[str, str], float]) -> float:
    return math.fsum(weight[feature] for feature in features)     # exact, so that the order of a set does not matter


def _alone(a: list[_Unit], b: list[_Unit], weight: dict[tuple[str, str], float]) -> float:
    return max(_likeness([one], [two], weight) for one in a for two in b)


def _place(run: list[_Unit]) -> float:
    return sum(unit.place for unit in run) / len(run)


def _path(a: list[_Unit], b: list[_Unit]) -> list[tuple[int, int, float]]:
    """Steps (sentences of a, of b, likeness) of the best alignment; likeness 0 for a sentence left alone."""
    weight = _weights([*a, *b])
    best = [[0.0] * (len(b) + 1) for _ in range(len(a) + 1)]
    came: dict[tuple[int, int], tuple[int, int, float]] = {}
    for i in range(len(a) + 1):
        for j in range(len(b) + 1):
            options = [(best[i - 1][j], (1, 0, 0.0))] if i else []
            options += [(best[i][j - 1], (0, 1, 0.0))] if j else []
            for da, db in _STEPS:
                if i < da or j < db:
                    continue
                runs = a[i - da:i], b[j - db:j]
                likeness = _likeness(*runs, weight)
                if likeness < THRESHOLD or (da + db > 2 and likeness < _alone(*runs, weight) + _GAIN):
                    continue
                near = _POSITION * (1 - abs(_place(runs[0]) - _place(runs[1])))
                options.append((best[i - da][j - db] + likeness + near, (da, db, likeness)))
            if options:
                best[i][j], came[i, j] = max(options, key=lambda option: (option[0], option[1][0] + option[1][1]))
    steps, i, j = [], len(a), len(b)
    while i or j:
        step = came[i, j]
        steps.append(step)
        i, j = i - step[0], j - step[1]
    return steps[::-1]


def _numbers(run: list[_Unit]) -> str:
    return "|".join(str(unit.number) for unit in run)


def _text(run: list[_Unit]) -> str:
    return " ".join(" ".join(unit.text for unit in run).split())


def align(t: Tables, a: str, b: str) -> pd.DataFrame:
    """The two reports in steps, in their own order.

    ``step kind sentences_a sentences_b text_a text_b score entities figures speakers themes``. kind: "pair", "only a"
    or "only b"; sentences: their numbers joined by "|"; score: likeness from 0 to 1; the last four: what the pair has
    in common, names and labels joined by "; " (frames stand among the themes' evidence only in the score).
    """
    check_article(t, a)
    check_article(t, b)
    left, right = _units(t, a), _units(t, b)
    known, out, i, j = names(t), [], 0, 0
    for number, (da, db, likeness) in enumerate(_path(left, right)):
        runs = left[i:i + da], right[j:j + db]
        i, j = i + da, j + db
        shown = [set().union(*(unit.features for unit in run)) for run in runs]
        common = shown[0] & shown[1] if da and db else set()
        evidence = {kind: sorted(value for found, value in common if found == kind) for kind in _WEIGHTS}
        out.append({
            "step": number, "kind": "pair" if da and db else "only a" if da else "only b", "score": likeness,
            "sentences_a": _numbers(runs[0]), "sentences_b": _numbers(runs[1]), "text_a": _text(runs[0]),
            "text_b": _text(runs[1]),
            "entities": "; ".join(name_of(known, value) for value in evidence["entity"]),
            "figures": "; ".join(evidence["figure"]),
            "speakers": "; ".join(name_of(known, value) for value in evidence["speaker"]),
            "themes": "; ".join(code_label(value) for value in evidence["theme"])})
    return tidy(out, {"step": "int64", "kind": "object", "sentences_a": "object", "sentences_b": "object",
                      "text_a": "object", "text_b": "object", "score": "float64", "entities": "object",
                      "figures": "object", "speakers": "object", "themes": "object"})


def left_out(t: Tables, a: str, b: str) -> pd.DataFrame:
    """Sentences of ``b`` that align with nothing in ``a``: ``sentence text themes entities new``.

    new: those of its entities that ``a`` does not name at all; lists joined by "; ".
    """
    steps = align(t, a, b)
    numbers = {int(cell) for cell in steps.loc[steps["kind"] == "only b", "sentences_b"]}
    named = selected(t)
    in_a = set(named.loc[named["doc_id"] == a, "entity"])
    known = names(t)
    own = named.loc[named["doc_id"] == b].groupby("sentence")["entity"].agg(lambda s: list(dict.fromkeys(s))).to_dict()
    themes = coded(t, "theme")
    what = themes.loc[themes["doc_id"] == b].groupby("sentence")["code"].agg(list).to_dict()
    rows = t.sentences.loc[(t.sentences["doc_id"] == b) & t.sentences["sentence"].isin(numbers)]
    out = [{"sentence": r.sentence, "text": " ".join(r.text.split()),
            "themes": "; ".join(code_label(code) for code in what.get(r.sentence, [])),
            "entities": "; ".join(name_of(known, entity) for entity in own.get(r.sentence, [])),
            "new": "; ".join(name_of(known, entity) for entity in own.get(r.sentence, []) if entity not in in_a)}
           for r in rows.itertuples(index=False)]
    return tidy(out, {"sentence": "int64", "text": "object", "themes": "object", "entities": "object", "new": "object"})
