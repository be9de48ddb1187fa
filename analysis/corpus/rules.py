"""The cleaning rules of ``knowledge/cleaning.yaml``, checked and made ready to match."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import Field, model_validator

from ..annotate.text import fold, kazakh_latin
from ..errors import InputError
from ..knowledge.files import FOLDER, read_models
from ..knowledge.schema import Name, Slug, Strict
from .dates import months

RULES = FOLDER / "cleaning.yaml"

_FIRST_WORD = re.compile(r"\w+")
_WORD = r"[^\W\d_]+(?:[-'.][^\W\d_]+)*\.?"
_PLACEHOLDERS = {
    # as it is printed; corpus.dates reads it
    "date": r"(?P<date>\d{4}-\d{2}(?:-\d{2})?(?:t[\d:.+z-]+)?|\d{1,2}[./]\d{1,2}[./]\d{4}"
    r"|\d{1,2}-\d{1,2}-\d{4}|\d{4}-\d{1,2}-\d{1,2}|\d{4}\.\d{2}\.\d{2}"
    r"|\d{1,2}(?:st|nd|rd|th)?\s+[^\W\d_]{3,12}\.?,?\s+\d{4}(?:-\w{2})?"
    r"|[^\W\d_]{3,12}\.?\s+\d{1,2},?\s+\d{4}|\d{4}\s+\w{1,5}\.?\s+\d{1,2}\s+[^\W\d_]{3,12})",
    "weekday": r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|(?:bazar ertəsi|çərşənbə axşami|çərşənbə|cümə axşami|cümə|şənbə|bazar)(?: günü)*"
    r"|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье"
    r"|дүйсенбі|сейсенбі|сәрсенбі|бейсенбі|жұма|сенбі|жексенбі"
    r"|pazartesi|sali|çarşamba|perşembe|cuma|cumartesi|pazar)",
    # words that must be written with a capital: a person; or any number of names
    "name": rf"(?P<author>{_WORD}(?:\s{_WORD}){{0,3}})",
    "names": rf"(?P<names>{_WORD}(?:\s{_WORD})*)",
}
#: Groups of a pattern whose words must begin with a capital in the raw text.
CAPITAL_GROUPS = ("author", "names")


class CleaningRule(Strict):
    id: Slug
    description: Name
    scope: Literal["prefix", "stamp", "line", "block", "run", "above", "tail"]
    phrases: dict[Literal["any", "en", "az", "ru", "kk", "tr"], list[Name]] = Field(default={})
    pattern: Name | None = None
    unless: Name | None = None
    letters: Name | None = None
    rest: Literal["none", "colon", "any"] = "any"
    inline: bool = False
    alone: bool = False
    holds: bool = False
    where: Literal["any", "head", "foot"] = "any"
    below: int = 8
    words: int = 40

    @model_validator(mode="after")
    def _has_something_to_match(self) -> CleaningRule:
        if not self.phrases and not self.pattern:
            raise ValueError("a rule needs phrases or a pattern")
        if (self.inline or self.holds) and not self.phrases:
            raise ValueError("a rule for lines that hold phrases, or for sentences that begin with them, needs phrases")
        return self


@dataclass(slots=True)
class Rule:
    """A cleaning rule made ready: ``match`` fits a whole line (scope run: any stretch; prefix: the beginning)."""

    id: str
    scope: str
    match: re.Pattern[str]
    phrase: re.Pattern[str] | None  # the phrases alone
    triggers: tuple[str, ...]  # folded phrases, one of which is in every match; empty: no such thing
    inline: bool
    alone: bool  # only where no sentence runs on from the line above to the line below
    holds: bool  # one of the phrases stands anywhere in the line
    unless: re.Pattern[str] | None  # fits what the rule must leave alone
    letters: frozenset[str]  # one of which the text must have; empty: no such condition
    where: str
    below: int
    words: int


@dataclass(slots=True)
class RuleBook:
    """The rules by the way they are looked up."""

    prefix: list[Rule] = field(default_factory=list)
    stamp: list[Rule] = field(default_factory=list)
    run: list[Rule] = field(default_factory=list)
    above: list[Rule] = field(default_factory=list)
    tail: list[Rule] = field(default_factory=list)
    #: Line and block rules by the first word of a phrase, or the sign it begins with; those that go inside lines too.
    by_word: dict[str, list[Rule]] = field(default_factory=dict)
    inline: dict[str, list[Rule]] = field(default_factory=dict)
    holding: list[Rule] = field(default_factory=list)  # line rules whose phrases may stand anywhere in the line
    always: list[Rule] = field(default_factory=list)  # line rules without phrases
    # What must be found in a line for one of ``holding``, and fit it for one of ``always``: quicker to ask than each.
    held: tuple[str, ...] = ()
    fits_always: re.Pattern[str] = re.compile("")
    longest_holding: int = 0  # words of the longest line that these can take
    longest: int = 0

    def close(self) -> None:
        """Make ready what is asked before the single rules."""
        self.held = tuple(dict.fromkeys(phrase for rule in self.holding for phrase in rule.triggers))
        nameless = (re.sub(r"\(\?P<\w+>", "(?:", rule.match.pattern) for rule in self.always)
        self.fits_always = re.compile("|".join(f"(?:{pattern})" for pattern in nameless))
        self.longest_holding = max((rule.words for rule in self.holding), default=0)
        self.longest = max((rule.words for rule in self.always), default=0)


def _fold_phrases(rule: CleaningRule) -> list[str]:
    phrases = []
    for language, given in rule.phrases.items():
        for phrase in given:
            phrases += [fold(phrase)] + ([fold(kazakh_latin(phrase))] if language == "kk" else [])
    return sorted(set(phrases), key=len, reverse=True)


def _phrase_pattern(phrase: str) -> str:
    """The phrase with any white space between its words; unless it ends in a star, its last letter ends a word."""
    pattern = re.escape(phrase.rstrip("*")).replace(r"\ ", r"\s+")
    return pattern + (r"(?!\w)" if phrase[-1].isalnum() else "")


def _ready(item: CleaningRule) -> Rule:
    phrases = _fold_phrases(item)
    either = "(?:" + "|".join(_phrase_pattern(phrase) for phrase in phrases) + ")"
    if item.pattern:
        pattern = re.sub(r"\{(\w+)\}", lambda found: _placeholder(found[1], either), item.pattern)
    else:
        pattern = either + {"none": r"\W*", "colon": r"\s*[:|#-].*", "any": r".*"}[item.rest]
    return Rule(
        item.id,
        item.scope,
        re.compile(pattern),
        re.compile(either) if phrases else None,
        tuple(phrase.rstrip("*") for phrase in phrases),
        item.inline,
        item.alone,
        item.holds,
        re.compile(item.unless) if item.unless else None,
        frozenset(item.letters or ""),
        item.where,
        item.below,
        item.words,
    )


def _placeholder(name: str, phrases: str) -> str:
    if name == "phrases":
        return phrases
    if name == "month":
        return "(?:" + "|".join(re.escape(month) for month in sorted(months(), key=len, reverse=True)) + ")"
    if name in _PLACEHOLDERS:
        return _PLACEHOLDERS[name]
    return "{" + name + "}"  # a repeat count such as {2}


@lru_cache(maxsize=4)
def rule_book(file: Path = RULES) -> RuleBook:
    """The rules of a file.

    Raises
    ------
    InputError: the file is no list of rules, a pattern is no regular expression, or an id stands twice.
    """
    book = RuleBook()
    seen: set[str] = set()
    for line, item in read_models(file, CleaningRule):
        if item.id in seen:
            raise InputError(f"the rule “{item.id}” stands twice", file=file, line=line, remedy="Rename one of them")
        seen.add(item.id)
        try:
            rule = _ready(item)
        except re.error as error:
            raise InputError(
                f"the pattern of “{item.id}” is no regular expression: {error}",
                file=file,
                line=line,
                remedy="Mend the pattern",
            ) from None
        _file_away(book, rule)
    book.close()
    return book


def _file_away(book: RuleBook, rule: Rule) -> None:
    if rule.scope in ("prefix", "stamp", "run", "above", "tail"):
        getattr(book, rule.scope).append(rule)
        return
    if rule.holds:
        book.holding.append(rule)
        return
    if not rule.triggers:
        book.always.append(rule)
    for key in {phrase_key(phrase) for phrase in rule.triggers}:
        book.by_word.setdefault(key, []).append(rule)
        if rule.inline:
            book.inline.setdefault(key, []).append(rule)


def phrase_key(folded: str, start: int = 0) -> str:
    """What a phrase, or a line, is looked up by: its first word, or the sign it begins with."""
    word = _FIRST_WORD.match(folded, start)
    return word.group() if word else folded[start : start + 1]
