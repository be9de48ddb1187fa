"""Themes, frames and tone as data: definitions for the reader, cues for the coder, from one set of files.

``codes/themes.yaml``, ``codes/frames*.yaml``, ``codes/tone.yaml`` hold one item a code; ``codes/rules.yaml`` the words
that change what a cue means. The form is described in the head of each file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal, get_args

from pydantic import Field, model_validator

from ..errors import InputError
from .files import FOLDER, read_models
from .schema import EntityType, Language, Name, Slug, Strict

#: Axis → the codes it must have, in the order of the codebook.
CODES: dict[str, tuple[str, ...]] = {
    "theme": ("political-dialogue", "trade-economy", "energy", "transport", "digital-innovation", "culture-education",
              "diaspora-communities", "parliament-law", "multilateral", "security-conflict", "environment",
              "commemoration"),
    "frame": ("kinship", "friendship", "strategic-alliance", "pragmatic-gain", "leadership", "solidarity",
              "institution-building", "concern"),
    "tone": ("1", "-1"),
}
FILES = {"theme": ("themes.yaml",), "frame": ("frames.yaml", "frames-cooperation.yaml"), "tone": ("tone.yaml",)}
Kind = Literal["title", "guest", "negation", "negation-behind", "no-negation", "remedy", "remedy-behind", "talks",
               "discussed", "round", "summit", "relief", "importance", "pointer", "credit", "background",
               "denial", "tribute"]

_WORD = r"=?[^\W_]+(?:['’-][^\W_]+)*\*?"
_SLOT = re.compile(rf"(?:{_WORD}|#)(?:\|(?:{_WORD}|#))*")
Pattern = Annotated[str, Field(min_length=1)]
Weight = Annotated[float, Field(gt=0, le=1)]


class CueGroup(Strict):
    """Cues that count under the same conditions."""

    cues: list[Pattern] = Field(default_factory=list)
    before: list[Pattern] = Field(default_factory=list)
    behind: list[Pattern] = Field(default_factory=list)
    weight: Weight = 1.0
    fallback: bool = False
    in_names: bool = False
    with_: list[Pattern] = Field(default_factory=list, alias="with")
    unless: list[Pattern] = Field(default_factory=list)
    near: list[EntityType] = Field(default_factory=list)
    beside: list[EntityType] = Field(default_factory=list)
    tone: Literal[-1, 0, 1] = 0
    soft: bool | Literal["talks"] = False

    @property
    def patterns(self) -> list[str]:
        """The cues, and each word of ``before`` with each of ``behind`` up to four words later."""
        return self.cues + [f"{first} .. {second}" for first in self.before for second in self.behind]

    @model_validator(mode="after")
    def _some_cue(self) -> CueGroup:
        if not self.patterns:
            raise ValueError("a group needs cues, or before and behind")
        return self

    @model_validator(mode="before")
    @classmethod
    def _short_forms(cls, value: object) -> object:
        """A pattern, or a list of patterns, stands for a group without conditions."""
        return {"cues": [value]} if isinstance(value, str) else {"cues": value} if isinstance(value, list) else value


class EntityCondition(Strict):
    """Mentions that count like a cue: of the type, with one of the tags or ids, none of them in ``except``."""

    type: EntityType
    tags: list[Slug] = Field(default_factory=list)
    ids: list[Slug] = Field(default_factory=list)
    excluded: list[Slug] = Field(default_factory=list, alias="except")
    unless: list[Pattern] = Field(default_factory=list)
    not_guests: bool = False
    weight: Weight = 1.0


class CodeItem(Strict):
    code: Name
    label: Name
    definition: Name
    include: list[Name] = Field(default_factory=list)
    exclude: list[Name] = Field(default_factory=list)
    examples: dict[Language, list[Name]] = Field(default_factory=dict)
    entities: list[EntityCondition] = Field(default_factory=list)
    cues: dict[Language, list[CueGroup]]


class RuleItem(Strict):
    kind: Kind
    basis: Name
    patterns: dict[Language, list[Pattern]]


@dataclass(frozen=True, slots=True, eq=False)
class Cue:
    """One pattern that speaks for one code; compared by identity, so a hit leads straight to its conditions."""

    axis: str
    code: str
    pattern: str
    weight: float = 1.0
    fallback: bool = False
    in_names: bool = False
    with_: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    soft: bool | Literal["talks"] = False
    beside: tuple[str, ...] = ()


@dataclass(frozen=True)
class Codebook:
    """Items by axis and code; cues by axis and language; words of each rule kind by language."""

    items: dict[str, dict[str, CodeItem]]
    cues: dict[tuple[str, str], tuple[Cue, ...]]
    rules: dict[tuple[str, str], tuple[str, ...]]

    def conditions(self, axis: str, language: str) -> set[str]:
        """Patterns that must be looked for because a cue or entity of the axis depends on them."""
        found = {pattern for cue in self.cues[axis, language] for pattern in cue.with_ + cue.unless}
        for item in self.items[axis].values():
            found.update(pattern for condition in item.entities for pattern in condition.unless)
        return found


def _cues(item: CodeItem, axis: str, language: str) -> Iterator[Cue]:
    for group in item.cues.get(language, ()):
        for pattern in group.patterns:
            conditions = tuple(group.with_), tuple(group.unless), tuple(group.near), group.soft, tuple(group.beside)
            yield Cue(axis, item.code, pattern, group.weight, group.fallback, group.in_names, *conditions)
            if group.tone:
                yield Cue("tone", str(group.tone), pattern, group.weight, False, group.in_names, *conditions)


def line_of(file: Path, pattern: str, start: int) -> int:
    """The line at or behind ``start`` where a pattern is written; ``start`` itself if it cannot be told."""
    for number, text in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if number >= start and pattern in text:
            return number
    return start


@lru_cache(maxsize=4)
def load(folder: Path = FOLDER) -> Codebook:
    """Read the codebook of a knowledge folder.

    Raises
    ------
    InputError: an unknown key, code or rule kind, a code missing or given twice, a bad pattern, a cue that speaks for
        both tones without a condition that tells them apart; with file and line.
    """
    items: dict[str, dict[str, CodeItem]] = {}
    cues: dict[tuple[str, str], list[Cue]] = {(axis, language): [] for axis in CODES for language in get_args(Language)}
    for axis, names in FILES.items():
        found: dict[str, CodeItem] = {}
        for file in (folder / "codes" / name for name in names):
            for line, item in read_models(file, CodeItem):
                if item.code not in CODES[axis]:
                    raise InputError(f"unknown {axis} “{item.code}”", file=file, line=line,
                                     remedy=f"Use one of: {', '.join(CODES[axis])}")
                if item.code in found:
                    raise InputError(f"the {axis} “{item.code}” stands twice", file=file, line=line, remedy="Keep one")
                found[item.code] = item
                for language in item.cues:
                    for cue in _cues(item, axis, language):
                        _check(cue.pattern, file, line, *cue.with_, *cue.unless)
                        cues[cue.axis, language].append(cue)
        missing = [code for code in CODES[axis] if code not in found]
        if missing:
            raise InputError(f"the {axis} “{missing[0]}” is missing", file=folder / "codes" / names[0],
                             remedy="Add an item for it")
        items[axis] = {code: found[code] for code in CODES[axis]}
    _refuse_contradictions(cues, folder)
    return Codebook(items, {key: tuple(found) for key, found in cues.items()}, _rules(folder))


def _rules(folder: Path) -> dict[tuple[str, str], tuple[str, ...]]:
    file, rules = folder / "codes" / "rules.yaml", {}
    for line, item in read_models(file, RuleItem):
        for language, patterns in item.patterns.items():
            for pattern in patterns:
                _check(pattern, file, line)
            rules[item.kind, language] = rules.get((item.kind, language), ()) + tuple(patterns)
    return rules


def _check(pattern: str, file: Path, line: int, *more: str) -> None:
    for each in (pattern, *more):
        slots = each.split()
        gaps = [number for number, slot in enumerate(slots) if slot == ".."]
        bad = [slot for slot in slots if slot != ".." and not _SLOT.fullmatch(slot)]
        if bad or not slots or any(number in (0, len(slots) - 1) or slots[number - 1] == ".." for number in gaps):
            raise InputError(f"bad pattern “{each}”", file=file, line=line_of(file, each, line),
                             place=f"“{bad[0]}”" if bad else "a gap stands between words",
                             remedy="Write words, word*, =word, a|b, # for a number, and “ .. ” between words")


def _refuse_contradictions(cues: dict[tuple[str, str], list[Cue]], folder: Path) -> None:
    """A cue may speak for praise or for blame; where it stands for both, each side needs a condition of its own."""
    for (axis, language), found in cues.items():
        if axis != "tone":
            continue
        sides: dict[str, set[str]] = {}
        for cue in found:
            sides.setdefault(cue.pattern, set()).add(cue.code)
        for cue in found:
            if len(sides[cue.pattern]) > 1 and not (cue.with_ or cue.unless or cue.near or cue.beside):
                file = folder / "codes" / FILES["tone"][0]
                raise InputError(f"the cue “{cue.pattern}” speaks for tone 1 and for tone -1", file=file,
                                 line=line_of(file, cue.pattern, 1), place=language,
                                 remedy="Take it out of one (frames.yaml gives tones too), or add conditions to both")
