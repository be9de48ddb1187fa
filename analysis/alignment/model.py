"""What alignment passes around: sentences with their features, and the links between two runs of sentences."""

from __future__ import annotations

from dataclasses import dataclass, field

#: Kinds of evidence, in the order in which they are shown. The last four belong to a sentence, not to words in it.
KINDS = ("entity", "figure", "number", "date", "concept", "cognate", "speaker", "theme", "frame", "quoted")
WHOLE = ("speaker", "theme", "frame", "quoted")


@dataclass(slots=True, frozen=True)
class Feature:
    """One thing that a sentence has in any language; ``start``/``end``: its words in the raw article, −1 if none."""

    kind: str
    key: str
    start: int = -1
    end: int = -1


@dataclass(slots=True)
class Unit:
    """One sentence; ``place`` runs from 0 (the beginning of the report) to 1 (its end)."""

    number: int
    start: int
    end: int
    text: str
    place: float
    features: list[Feature] = field(default_factory=list)

    @property
    def length(self) -> int:
        """Letters, digits and marks, spaces left out."""
        return max(sum(not letter.isspace() for letter in self.text), 1)


@dataclass(slots=True, frozen=True)
class Link:
    """Two features that mean the same, with the weight of the evidence (natural logarithm of a likelihood ratio)."""

    a: Feature
    b: Feature
    weight: float


@dataclass(slots=True)
class Match:
    """How much two runs of sentences speak for telling the same, and by what; ``weight``: as in ``Link``, summed."""

    weight: float
    links: list[Link]


@dataclass(slots=True)
class Step:
    """A part of an alignment: indices of sentences on both sides, either empty; score 0 where one is empty."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    score: float = 0.0
    links: list[Link] = field(default_factory=list)
    crossing: bool = False
