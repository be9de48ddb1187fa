"""How far a coder agrees with gold: Krippendorff's α, and precision, recall and F1 by code.

Two annotated corpora in the exchange format are compared article by article. Labels of sentences are compared on the
gold sentences: a system sentence belongs to every gold sentence that shares more than 0.3 of the shorter of the two;
codes are pooled over all that belong, tone and speaker are taken from the one that shares most.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from .base import FRAMES, THEMES, share, tidy
from .intervals import SEED, bootstrap
from .scoring import Record, entity_names, prepared, sentence_labels

if TYPE_CHECKING:
    import pandas as pd

LEVELS = ("nominal", "ordinal", "interval")
VARIABLES = {"tone": "ordinal", "speaker": "nominal", "quoted": "nominal", "theme": "nominal", "frame": "nominal"}


@dataclass(frozen=True, slots=True)
class Alpha:
    """Krippendorff's α, or None with the reason why it is undefined."""

    value: float | None
    level: str
    coders: int
    units: int                  # units with at least two values
    pairable: int               # values in those units
    reason: str = ""


def _missing(value: Any) -> bool:
    return value is None or (isinstance(value, float) and math.isnan(value))


def krippendorff_alpha(ratings: Iterable[Sequence[Hashable]], level: str = "nominal") -> Alpha:
    """Krippendorff's α from the coincidences of values (Krippendorff 2011, "Computing Krippendorff's
    alpha-reliability").

    Parameters
    ----------
    ratings: one row a coder, one place a unit; None or NaN where a coder said nothing. Any values for "nominal",
        numbers for "ordinal" (only their order counts) and "interval".
    level: which differences count: nominal (any), ordinal (by the ranks in between), interval (squared).

    Returns
    -------
    α = 1 − observed / expected disagreement. Undefined, and said to be so, if no unit has two values or if all values
    are the same, since then no disagreement could have been expected.
    """
    if level not in LEVELS:
        raise ValueError(f"no level {level!r}; choose one of {', '.join(LEVELS)}")
    rows = [list(row) for row in ratings]
    if len({len(row) for row in rows}) > 1:
        raise ValueError("every coder needs a place for every unit (None where nothing was said)")
    units = [[value for value in unit if not _missing(value)] for unit in zip(*rows, strict=True)]
    units = [unit for unit in units if len(unit) > 1]
    pairable = sum(map(len, units))
    if not units:
        return Alpha(None, level, len(rows), 0, 0, "undefined: no unit was judged by two coders")
    together: dict[tuple, float] = defaultdict(float)
    for unit in units:
        counts = Counter(unit)
        for a, n in counts.items():
            for b, m in counts.items():
                together[a, b] += n * (m - (a == b)) / (len(unit) - 1)
    value = _of_coincidences(together, level)
    reason = "" if value is not None else f"undefined: every value is {units[0][0]!r}"
    return Alpha(value, level, len(rows), len(units), pairable, reason)


def _of_coincidences(together: Mapping[tuple, float], level: str) -> float | None:
    """α of a matrix of coincidences; None if all values are the same."""
    totals: dict[Hashable, float] = defaultdict(float)
    for (a, _), n in together.items():
        totals[a] += n
    if len(totals) < 2:
        return None
    difference = _difference(level, totals)
    observed = sum(n * difference(a, b) for (a, b), n in together.items())
    expected = sum(totals[a] * totals[b] * difference(a, b) for a in totals for b in totals)
    return 1 - (sum(totals.values()) - 1) * observed / expected


def _difference(level: str, totals: Mapping[Any, float]):
    if level == "nominal":
        return lambda a, b: float(a != b)
    if level == "interval":
        return lambda a, b: float(a - b) ** 2
    order = sorted(totals)
    rank, below = {}, 0.0
    for value in order:                  # the mean rank of a value, so that differences count the cases in between
        rank[value] = below + totals[value] / 2
        below += totals[value]
    return lambda a, b: (rank[a] - rank[b]) ** 2


def ratings(gold: Iterable[Record], system: Iterable[Record], variable: str, code: str | None = None) -> pd.DataFrame:
    """Coder × sentence table of one variable: rows "gold" and "system", columns (article, gold sentence).

    ``variable``: tone, speaker ("a|b" for several), quoted, theme or frame; for the last two ``code`` names the code,
    whose values are 0 and 1. A sentence that the system did not keep is missing in its row.
    """
    import pandas as pd

    if variable not in VARIABLES:
        raise ValueError(f"no variable {variable!r}; choose one of {', '.join(VARIABLES)}")
    if (variable in ("theme", "frame")) != (code is not None):
        raise ValueError("a code goes with the variables theme and frame, and only with them")
    values: dict[tuple[str, int], tuple] = {}
    for one, other in prepared(gold, system):
        for unit in sentence_labels(one, other):
            pair = unit[variable]
            if code is not None:
                pair = tuple(None if side is None else int(code in side) for side in pair)
            elif variable == "speaker":
                pair = tuple(None if side is None else "|".join(sorted(side)) for side in pair)
            values[one["id"], unit["sentence"]] = pair
    columns = pd.MultiIndex.from_tuples(list(values), names=["doc_id", "sentence"]) if values else None
    return pd.DataFrame([[a for a, _ in values.values()], [b for _, b in values.values()]],
                        index=["gold", "system"], columns=columns, dtype=object)


def _alpha_of(table: pd.DataFrame, level: str) -> Alpha:
    return krippendorff_alpha(table.to_numpy().tolist(), level)


def alphas(gold: Iterable[Record], system: Iterable[Record], repeats: int = 500, seed: int = SEED) -> pd.DataFrame:
    """α of coder against gold for tone, speaker, quotation and every theme and frame.

    ``variable code level alpha low high units articles reason``. low, high: percentile bootstrap over articles, from
    ``intervals.MINIMUM_UNITS`` articles up and missing below; reason says why α or the interval is missing.
    """
    gold, system = list(gold), list(system)
    wanted = [("tone", None), ("speaker", None), ("quoted", None)]
    sentences = [sentence for record in [*gold, *system] for sentence in record["sentences"]]
    used = {axis: {code for sentence in sentences for code in sentence[f"{axis}s"]} for axis in ("theme", "frame")}
    for axis, fixed in (("theme", THEMES), ("frame", FRAMES)):
        wanted += [(axis, code) for code in [*fixed, *sorted(used[axis] - set(fixed))]]
    out = []
    for variable, code in wanted:
        table, level = ratings(gold, system, variable, code), VARIABLES[variable]
        found = _alpha_of(table, level)
        row = {"variable": variable, "code": code or "", "level": level, "alpha": found.value, "units": found.units,
               "articles": len(gold), "reason": found.reason}
        if found.value is not None:
            interval = bootstrap(_coincidences(table), partial(_pooled, level=level), repeats=repeats, seed=seed)
            row |= {"low": interval.low, "high": interval.high, "reason": interval.reason}
        out.append(row)
    return tidy(out, {"variable": "object", "code": "object", "level": "object", "alpha": "float64", "low": "float64",
                      "high": "float64", "units": "int64", "articles": "int64", "reason": "object"})


def _coincidences(table: pd.DataFrame) -> list[Counter]:
    """The coincidences of each article: of two coders, every unit adds its pair of values in both orders."""
    out: dict[str, Counter] = {doc: Counter() for doc, _ in table.columns}
    for (doc, _), a, b in zip(table.columns, *table.to_numpy().tolist(), strict=True):
        if not _missing(a) and not _missing(b):
            out[doc].update([(a, b), (b, a)])
    return list(out.values())


def _pooled(drawn: Sequence[Counter], level: str) -> float:
    together: Counter = Counter()
    for own in drawn:
        together.update(own)
    value = _of_coincidences(together, level) if together else None
    return math.nan if value is None else value


def scores(gold: Iterable[Record], system: Iterable[Record], by: str | None = None) -> pd.DataFrame:
    """Precision, recall and F1 of a system against gold.

    ``group layer code tp fp fn precision recall f1 gold system``; gold = tp + fn, system = tp + fp. Layers:
    boilerplate, mention (by kind), type (names by type), entity (entities of an article), theme, frame (code "all":
    pooled over the codes), tone (by value), speaker (named ones), figure (same place and value). ``by`` is a field of
    the records (language, outlet, id); without it, and always beside it, group "all". A ratio of nothing is missing.
    """
    cells: dict[tuple[str, str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    order: dict[tuple[str, str], None] = {}
    for record, counts, _ in _tallied(gold, system):
        for (layer, code), values in counts.items():
            order.setdefault((layer, code))
            for group in _groups(record, by):
                cells[group, layer, code] = [a + b for a, b in zip(cells[group, layer, code], values, strict=True)]
    groups = sorted({group for group, _, _ in cells}, key=lambda group: (group != "all", group))
    out = [{"group": group, "layer": layer, "code": code, "tp": tp, "fp": fp, "fn": fn,
            "precision": tp / (tp + fp) if tp + fp else None, "recall": tp / (tp + fn) if tp + fn else None,
            "f1": 2 * tp / (2 * tp + fp + fn) if tp + fp + fn else None, "gold": tp + fn, "system": tp + fp}
           for group in groups for layer, code in sorted(order) if (group, layer, code) in cells
           for tp, fp, fn in [cells[group, layer, code]] if tp + fp + fn]
    return tidy(out, {"group": "object", "layer": "object", "code": "object", "tp": "int64", "fp": "int64",
                      "fn": "int64", "precision": "float64", "recall": "float64", "f1": "float64", "gold": "int64",
                      "system": "int64"})


def accuracies(gold: Iterable[Record], system: Iterable[Record], by: str | None = None) -> pd.DataFrame:
    """Shares of right decisions: ``group what n of share low high`` with exact 95 % intervals (Clopper & Pearson).

    what: span (exact boundaries of matched mentions), link:name, link:demonym, link:role (same entity), tone,
    speaker, quoted, figure-unit, date, language.
    """
    from .intervals import clopper_pearson

    cells: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for record, _, right in _tallied(gold, system):
        for what, (n, of) in right.items():
            for group in _groups(record, by):
                cells[group, what] = [cells[group, what][0] + n, cells[group, what][1] + of]
    out = []
    for (group, what), (n, of) in sorted(cells.items(), key=lambda item: (item[0][0] != "all", item[0])):
        low, high = clopper_pearson(n, of)
        out.append({"group": group, "what": what, "n": n, "of": of, "low": low, "high": high})
    table = tidy(out, {"group": "object", "what": "object", "n": "int64", "of": "int64", "share": "float64",
                       "low": "float64", "high": "float64"})
    table["share"] = share(table["n"], table["of"])
    return table


def macro_f1(table: pd.DataFrame, layer: str, group: str = "all") -> float:
    """Mean F1 over the codes of a layer of ``scores`` that gold uses; NaN if it uses none."""
    rows = table.loc[(table["group"] == group) & (table["layer"] == layer)]
    rows = rows.loc[(rows["code"] != "all") & (rows["gold"] > 0)]
    return float(rows["f1"].mean()) if len(rows) else math.nan


def _groups(record: Record, by: str | None) -> list[str]:
    return ["all"] if by is None else ["all", str(record.get(by))]


def _tallied(gold: Iterable[Record], system: Iterable[Record]):
    from .scoring import tally

    gold, system = list(gold), list(system)
    called = entity_names(gold, system)
    for one, other in prepared(gold, system, called):
        counts, right = tally(one, other)
        yield one, counts, right
