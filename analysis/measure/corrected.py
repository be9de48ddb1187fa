"""Shares of codes corrected for the coder's measured error: design-based supervised learning.

A program that labels every sentence errs, and its errors do not cancel out: they shift every share that is computed
from its labels. Where some sentences, drawn with a known probability, have been labelled by people as well, the shift
can be measured and taken off (Egami, Hinck, Stewart & Wei 2023, "Using imperfect surrogates for downstream inference:
design-based supervised learning for social science applications of large language models"). What is needed is the
probability of being drawn; nothing has to be assumed about the errors.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.errors import InputError

from .base import FRAMES, THEMES, code_label, tidy
from .intervals import MINIMUM_UNITS
from .scoring import Record, prepared, sentence_labels
from .wording import count

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

NOT_DRAWN = "not corrected: what was labelled by hand was not drawn by chance"
_UNUSED = 0.5  # probability of a unit without a human label: any value below 1 does, none is used


@dataclass(frozen=True, slots=True)
class Corrected:
    """A share of sentences, uncorrected and corrected; ``reason`` says why ``se``, ``low`` and ``high`` are missing."""

    naive: float  # of the machine's labels
    gold: float  # of the human labels, weighted by the inverse of their probabilities
    corrected: float
    se: float | None  # standard error of the corrected share, by clusters
    low: float | None
    high: float | None
    units: int
    labelled: int
    clusters: int
    reason: str = ""


def design_adjusted(
    machine: Sequence[float], human: Sequence[float | None], probability: float | Sequence[float]
) -> np.ndarray:
    """One value a unit whose mean is free of the machine's bias: Ŷ + (R / π) · (Y − Ŷ).

    Parameters
    ----------
    machine: the machine's label of every unit, Ŷ.
    human: the human label, Y, where there is one (R = 1), else None.
    probability: with which a unit was drawn for labelling by hand, π: one for all, or one each.

    Raises
    ------
    ValueError: lengths differ, a probability is not within (0, 1], or a unit that was certain to be drawn has no label.
    """
    import numpy as np

    labels = np.asarray(machine, dtype=float)
    if np.ndim(probability) and len(probability) != len(labels) or len(human) != len(labels):  # type: ignore[arg-type]
        raise ValueError("every unit needs a machine label, a place for a human one, and a probability")
    chance = np.broadcast_to(np.asarray(probability, dtype=float), labels.shape)
    if len(labels) and not ((chance > 0) & (chance <= 1)).all():
        raise ValueError("a unit is drawn with a probability above 0 and not above 1")
    drawn = np.array([value is not None for value in human], dtype=bool)
    if (~drawn & (chance == 1)).any():
        raise ValueError("a unit that was certain to be drawn has no human label")
    truth = np.array([label if value is None else value for value, label in zip(human, labels, strict=True)], float)
    return labels + np.where(drawn, (truth - labels) / chance, 0.0)


def clustered_error(values: Sequence[float], clusters: Sequence[Hashable]) -> float:
    """Standard error of a mean of units that come in clusters: √(C / (C − 1) · Σ (Σ residuals of a cluster)²) / N.

    NaN for fewer than two clusters, of which nothing is known about how clusters differ.
    """
    import numpy as np

    numbers = np.asarray(values, dtype=float)
    names = {name: i for i, name in enumerate(dict.fromkeys(clusters))}
    if len(names) < 2:
        return math.nan
    sums = np.zeros(len(names))
    np.add.at(sums, [names[name] for name in clusters], numbers - numbers.mean())
    return float(np.sqrt(len(names) / (len(names) - 1) * (sums**2).sum()) / len(numbers))


def corrected_share(
    machine: Sequence[float],
    human: Sequence[float | None],
    clusters: Sequence[Hashable],
    probability: float | Sequence[float] = 1.0,
    cluster: str = "article",
    level: float = 0.95,
) -> Corrected:
    """The share of units with a label of 1: of the machine's labels, and corrected by the human ones.

    Parameters
    ----------
    machine, human, probability: as in ``design_adjusted``; labels are 0 or 1.
    clusters: the article (or event) of each unit; whole clusters are what the standard error takes as drawn from a
        larger press. Below ``intervals.MINIMUM_UNITS`` of them neither it nor the interval (Student's t) is given,
        nor where all are alike.
    cluster: what a cluster is, for the message.

    The corrected share is unbiased whatever the errors, and therefore not held within 0 and 1: with few human labels
    it may fall outside.
    """
    import numpy as np
    from scipy.stats import t

    values = design_adjusted(machine, human, probability)
    n, groups = len(values), len(set(clusters))
    chance = np.broadcast_to(np.asarray(probability, dtype=float), values.shape)
    known = [(value, 1 / p) for value, p in zip(human, chance, strict=True) if value is not None]
    weights = sum(weight for _, weight in known)
    shares = {
        "naive": float(np.mean(np.asarray(machine, float))) if n else math.nan,
        "gold": float(sum(value * weight for value, weight in known) / weights) if known else math.nan,
        "corrected": float(values.mean()) if n and known else math.nan,
    }
    sizes = {"units": n, "labelled": len(known), "clusters": groups}
    if not known:
        return Corrected(**shares, se=None, low=None, high=None, **sizes, reason="not corrected: nothing was labelled")
    if groups < MINIMUM_UNITS:
        reason = f"no interval: {count(groups, cluster)}, and a standard error needs at least {MINIMUM_UNITS}"
        return Corrected(**shares, se=None, low=None, high=None, **sizes, reason=reason)
    se = clustered_error(values, clusters)
    if se < 1e-12:  # an interval of no width would claim that nothing else is possible
        reason = f"no interval: every {cluster} has the same share"
        return Corrected(**shares, se=None, low=None, high=None, **sizes, reason=reason)
    reach = float(t.ppf((1 + level) / 2, groups - 1)) * se
    return Corrected(**shares, se=se, low=shares["corrected"] - reach, high=shares["corrected"] + reach, **sizes)


def code_shares(
    gold: Iterable[Record],
    system: Iterable[Record],
    axis: str,
    clusters: Mapping[str, Hashable] | None = None,
    cluster: str = "article",
) -> pd.DataFrame:
    """Every code's share of the sentences: the machine's, gold's and the corrected one.

    ``axis code code_label naive gold corrected se low high units labelled clusters reason``. Units are gold's sentences
    in labelled articles and the system's own in others. If gold holds every article, every sentence was certain to be
    labelled; else every gold record must say with which ``probability`` its article was drawn, or nothing is corrected
    and ``reason`` says so. ``clusters``: article → what counts as one draw (its event, say); the article by default.

    Raises
    ------
    InputError: a gold record's probability is no number above 0 and up to 1.
    """
    gold, system = list(gold), list(system)
    labelled = {record["id"] for record in gold}
    every = all(record["id"] in labelled for record in system)
    chances = {record["id"]: 1.0 if every else _probability(record) for record in gold}
    drawn = None not in chances.values()
    units: list[tuple[str, set[str], set[str] | None]] = []
    for one, other in prepared(gold, system, {}):
        units += [(one["id"], unit[axis][1] or set(), unit[axis][0]) for unit in sentence_labels(one, other)]
    for record in system:
        if record["id"] not in labelled:
            units += [(record["id"], set(sentence[f"{axis}s"]), None) for sentence in record["sentences"]]
    probability = [chances.get(doc) if drawn and doc in labelled else _UNUSED for doc, _, _ in units]
    groups = [clusters.get(doc, doc) if clusters else doc for doc, _, _ in units]
    fixed = THEMES if axis == "theme" else FRAMES
    used = {code for _, a, b in units for code in a | (b or set())}
    out = []
    for code in [*fixed, *sorted(used - set(fixed))]:
        machine = [int(code in found) for _, found, _ in units]
        human = [None if wanted is None else int(code in wanted) for _, _, wanted in units]
        found = corrected_share(machine, human, groups, probability, cluster)
        row = {name: getattr(found, name) for name in Corrected.__slots__}
        if gold and not drawn:
            row |= {"corrected": math.nan, "se": None, "low": None, "high": None, "reason": NOT_DRAWN}
        out.append({"axis": axis, "code": code, "code_label": code_label(code)} | row)
    return tidy(
        out,
        {"axis": "object", "code": "object", "code_label": "object"}
        | dict.fromkeys(("naive", "gold", "corrected", "se", "low", "high"), "float64")
        | {"units": "int64", "labelled": "int64", "clusters": "int64", "reason": "object"},
    )


def _probability(record: Record) -> float | None:
    chance = record.get("probability")
    if chance is not None and (not isinstance(chance, (int, float)) or not 0 < chance <= 1):
        raise InputError(
            f"article {record['id']!r} was drawn with probability {chance!r}",
            place="probability",
            remedy="Give a number above 0 and up to 1, or leave the field out.",
        )
    return chance
