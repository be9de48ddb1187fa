"""The evidence of an aligned pair, by kind, for people to read."""

from __future__ import annotations

from collections.abc import Sequence

from .features import Report
from .model import Feature, Link, Step, Unit

#: Kind of feature → its key in the evidence. What stands under the first group is what both sides have in common,
#: under the second the two words that were taken to mean the same.
COMMON = {"entity": "entities", "figure": "figures", "number": "numbers", "date": "dates", "speaker": "speakers",
          "theme": "themes", "frame": "frames"}
LINKED = {"concept": "concepts", "cognate": "cognates"}


def evidence(a: Report, b: Report, step: Step) -> dict[str, list]:
    """What the two sides of a step have in common: lists by kind, those with nothing left out.

    Entities, figures ("200000 people"), numbers, dates ("month 5"), speakers and codes are their keys, in the order of
    ``a``; concepts and cognates are pairs [words of a, words of b], the weightiest first. A number that stands in a
    common figure is not given again, nor are the words of a common entity's name as cognates.
    """
    if not (step.a and step.b):
        return {}
    features = [[feature for number in numbers for feature in report.units[number].features]
                for report, numbers in ((a, step.a), (b, step.b))]
    there = {(feature.kind, feature.key) for feature in features[1]}
    out: dict[str, list] = {}
    for kind, name in COMMON.items():
        keys = dict.fromkeys(feature.key for feature in features[0]
                             if feature.kind == kind and (kind, feature.key) in there)
        if kind == "number":
            quoted = {figure.partition(" ")[0] for figure in out.get("figures", ())}
            keys = dict.fromkeys(key for key in keys if key not in quoted)
        if keys:
            out[name] = list(keys)
    named = [(feature.start, feature.end) for feature in features[0]
             if feature.kind == "entity" and ("entity", feature.key) in there]
    for kind, name in LINKED.items():
        links = [link for link in step.links if link.a.kind == kind
                 and not (kind == "cognate" and any(start <= link.a.start < end for start, end in named))]
        if links:
            out[name] = [_words(link, a.units, b.units, step) for link in sorted(links, key=lambda link: -link.weight)]
    return out


def _words(link: Link, a: Sequence[Unit], b: Sequence[Unit], step: Step) -> list[str]:
    return [_text(link.a, [a[number] for number in step.a]), _text(link.b, [b[number] for number in step.b])]


def _text(feature: Feature, units: Sequence[Unit]) -> str:
    unit = next(unit for unit in units if unit.start <= feature.start < unit.end)
    return " ".join(unit.text[feature.start - unit.start : feature.end - unit.start].split())
