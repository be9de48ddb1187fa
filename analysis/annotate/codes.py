"""Themes and frames: what a sentence is about, and how it makes the matter look.

A code fires in a sentence when the weights of its different cues sum to 1; each code names the strongest of them.
Definitions and cues are data (``knowledge/codes``). This module knows how cues count, and seven rules of context:

- general words ("meeting", "cooperation", "company") count only where no field is named in words of its own;
- a sentence without a topic that calls states brothers, friends or allies, or in which one stands by the other, speaks
  of their relations; so does one that calls them kin for the culture they share;
- a sentence without a topic that points back ("This …"), or goes on within the same quotation, keeps the field of the
  sentence before it, unless it only names the source;
- in a report on one matter (most sentences that name a field name the same), a sentence that names no field, or
  speaks of relations in general words only, goes on with that matter;
- where an organisation has been named before, "the summit" is a gathering of it;
- in a report on an accident or a disaster, condolences and help between states belong to it as well;
- in a report on a conflict, the rounds, delegations and sessions are those of the talks on the conflict.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from .. import knowledge
from ..knowledge import FOLDER, codebook
from ..knowledge.codebook import EntityCondition
from . import scope as scoping
from .model import NARRATOR, Code, Document, Mention
from .scope import Hit, Scope

AXES = ("theme", "frame")
RELATIONS = "political-dialogue"           # the theme of relations in general
CONFLICT = "security-conflict"
_CALAMITIES = frozenset({CONFLICT, "environment"})   # matters that condolences and help are sent for
ORGANISATIONS = "multilateral"
HERITAGE = "culture-education"             # what peoples share, where they are called kin
_RELATION_FRAMES = ("kinship", "friendship", "strategic-alliance", "solidarity")
# Support refused, an agreement not signed and growth that fails to come are none, nor is an evil that is fought.
_TURNED = {"solidarity": Scope.negated, "institution-building": Scope.negated, "pragmatic-gain": Scope.negated,
           "concern": Scope.remedied}
_SUBJECTS = frozenset({"pragmatic-gain"})  # frames that a matter merely discussed does not make
_ENOUGH = 0.99                             # 1 but for rounding
_NEAR = 3                                  # words between an organisation and the office somebody holds in it
_CARRIED = 2                               # sentences in a row that may keep the topic of one before them
_CONTINUES = "continues:"                  # before the cue of a theme kept from the sentence before
_MATTER = "matter:"                        # before the first cue of the matter that the whole report is about
_MOST = 0.6                                # share of the sentences with a field that must name the matter
_LEAD = 2                                  # headline and first sentence
_SENTENCE = 4                              # words; less is a dateline or a heading between parts
_OPENING = 3                               # words at the beginning of a sentence in which a pointer points back


def entries(language: str, script: str, folder: Path = FOLDER) -> Iterator[tuple[str, str, Any]]:
    """(pattern, layer, payload) of all that themes, frames and tone depend on; layers theme, frame, condition, rule."""
    book = codebook.load(folder)
    for axis in AXES:
        for cue in book.cues[axis, language]:
            yield cue.pattern, axis, cue
    yield from scoping.entries(book, language, (*AXES, "tone"))


class Score:
    """Sum of the weights of different, not overlapping cues of one code, and the strongest cue."""

    __slots__ = ("before", "best", "end", "last", "patterns")

    def __init__(self, *cue: Any) -> None:
        self.before = self.last = 0.0
        self.end = -1
        self.patterns: set[str] = set()
        self.best: tuple[float, int, int, str] = (0.0, 0, 0, "")
        if cue:
            self.add(*cue)

    @property
    def fires(self) -> bool:
        return self.sum >= _ENOUGH

    @property
    def sum(self) -> float:
        return self.before + self.last

    def add(self, first: int, last: int, weight: float, pattern: str) -> None:
        """Count a cue; of overlapping cues the heaviest counts, of a repeated cue the first."""
        if weight > self.best[0] or (weight == self.best[0] and last - first > self.best[2] - self.best[1]):
            self.best = (weight, first, last, pattern)
        if pattern in self.patterns:
            return
        self.patterns.add(pattern)
        if first > self.end:
            self.before += self.last
            self.last, self.end = weight, last
        else:
            self.last, self.end = max(self.last, weight), max(self.end, last)


Fired = dict[str, Score]


def annotate(doc: Document, folder: Path = FOLDER) -> None:
    """Append the themes and frames of every sentence to ``doc.codes``."""
    order = {axis: codebook.load(folder).items[axis] for axis in AXES}
    conditions = _entity_conditions(folder)
    mentions: dict[int, list[Mention]] = defaultdict(list)
    for mention in doc.mentions:
        mentions[mention.sentence].append(mention)
    read: list[tuple[Scope, Fired, Fired, Fired]] = []
    for number, scope, (themes, frames) in scoping.scopes(doc, *AXES):
        framed = _fired(_scores(scope, frames, closed=True)[0])
        strong, general = _scores(scope, themes, closed=False)
        _add_entities(strong, scope, mentions[number], conditions)
        read.append((scope, _fired(strong), _fired(general), framed))
    topic = _Topic(doc, [strong for _, strong, _, _ in read])
    for number, (scope, strong, general, framed) in enumerate(read):
        _write(doc, number, "theme", topic.of(number, scope, strong, general, framed), order["theme"])
        _write(doc, number, "frame", framed, order["frame"])


class _Topic:
    """What the article is about as it goes on: the rules of context."""

    def __init__(self, doc: Document, named: list[Fired]) -> None:
        """``named``: the fields that each sentence names."""
        self.doc = doc
        self.matter = _matter(named)
        self.leads = any(self.matter.keys() & fields.keys() for fields in named[:_LEAD])
        self.previous: Fired = {}
        self.carried = 0
        self.on_conflict = self.on_organisation = False

    def of(self, number: int, scope: Scope, strong: Fired, general: Fired, framed: Fired) -> Fired:
        """The themes of the next sentence, from the cues that fired in it and from the sentences before it."""
        relation = _relation(framed)
        # a company's agreement is business, not diplomacy
        general = {code: score for code, score in general.items() if code != RELATIONS} or general
        fired = strong or general or relation
        if "kinship" in framed and strong.keys() == {HERITAGE}:
            fired = relation | strong
        gathering = self._gathering(scope) if fired.keys() <= {RELATIONS} else {}
        goes_on = not strong and not gathering and self._goes_on(number, scope, fired, relation)
        self.carried = self.carried + 1 if goes_on else 0
        if gathering:
            fired = strong | gathering
        elif goes_on:
            fired = self._continued(number, scope)
        elif not strong and not relation and self._keeps_to_the_matter(number, scope, general):
            self.previous = {}                 # what names nothing itself hands nothing on
            return self._on_the_matter(number, general)
        if "relief" in scope.rules and fired.keys() <= {RELATIONS}:
            fired = fired | {code: Score(*scope.rules["relief"][0], 1.0, _MATTER + score.best[3])
                             for code, score in self.matter.items() if code in _CALAMITIES}
        if number == 0:
            self.on_conflict = CONFLICT in fired and RELATIONS not in fired
        self.on_organisation |= ORGANISATIONS in strong
        self.previous = fired
        return fired

    def _gathering(self, scope: Scope) -> Fired:
        """What talks or a summit are about, if the report has said so before."""
        if self.on_conflict and "round" in scope.rules:
            return {CONFLICT: Score(*scope.rules["round"][0], 1.0, "rule:talks on a conflict")}
        if self.on_organisation and "summit" in scope.rules and "guest" not in scope.rules:
            return {ORGANISATIONS: Score(*scope.rules["summit"][0], 1.0, "rule:summit of an organisation")}
        return {}

    def _goes_on(self, number: int, scope: Scope, fired: Fired, relation: Fired) -> bool:
        """Does a sentence without a field of its own go on with that of the sentence before it?"""
        if self.previous.keys() <= {RELATIONS} or self.carried == _CARRIED or "credit" in scope.rules:
            return False
        pointer = _pointer(self.doc, number, scope)
        if fired:
            return pointer is not None and RELATIONS not in self.previous and not relation
        # without a word that points back, a quotation goes on with its matter for one sentence
        return pointer is not None or self.carried == 0 and _same_quotation(self.doc, number)

    def _keeps_to_the_matter(self, number: int, scope: Scope, general: Fired) -> bool:
        """Does a sentence without a field of its own belong to the matter of the report?"""
        sentence = self.doc.sentences[number]
        if not self.matter or "credit" in scope.rules or sentence.last - sentence.first < _SENTENCE:
            return False
        return bool(general) or self.leads

    def _on_the_matter(self, number: int, general: Fired) -> Fired:
        """The matter of the report, with the general words that stand for it, or the first word of the sentence."""
        first = self.doc.sentences[number].first
        _, begin, end, _ = next(iter(general.values())).best if general else (1.0, first, first, "")
        return {code: Score(begin, end, 1.0, _MATTER + score.best[3]) for code, score in self.matter.items()}

    def _continued(self, number: int, scope: Scope) -> Fired:
        """The fields before, each with the words that point back and the cue it goes back to."""
        first = self.doc.sentences[number].first
        span = _pointer(self.doc, number, scope) or (first, first)
        return {code: Score(*span, 1.0, _CONTINUES + score.best[3].removeprefix(_CONTINUES))
                for code, score in self.previous.items() if code != RELATIONS}


def _scores(scope: Scope, hits: list[Hit], closed: bool) -> tuple[Fired, Fired]:
    """Scores by code, with the cues that count only where nothing else is named kept apart."""
    scores: Fired = {}
    general: Fired = {}
    for first, last, cue in hits:
        turned = _TURNED.get(cue.code)
        if closed and cue.code in _SUBJECTS and "discussed" in scope.rules:
            continue
        if not scope.counts(first, last, cue, closed):
            continue
        if turned is not None and turned(scope, first, last, cue.pattern):
            continue
        into = general if cue.fallback else scores
        score = into.get(cue.code)
        if score is None:
            score = into[cue.code] = Score()
        score.add(first, last, cue.weight, cue.pattern)
    return scores, general


def _fired(scores: Fired) -> Fired:
    return {code: score for code, score in scores.items() if score.fires}


def _relation(framed: Fired) -> Fired:
    """The theme of relations, if the sentence makes them look like kinship, friendship, alliance or support."""
    for code in _RELATION_FRAMES:
        if code in framed:
            return {RELATIONS: framed[code]}
    return {}


def _matter(named: list[Fired]) -> Fired:
    """The one field that most sentences of a report name, as it fired first; empty if there is none such."""
    speaking = [fields for fields in named if fields]
    counts = Counter(code for fields in speaking for code in fields if code != RELATIONS)
    for code, count in counts.most_common(1):
        if count > 1 and count >= _MOST * len(speaking):
            return {code: next(fields[code] for fields in speaking if code in fields)}
    return {}


def _pointer(doc: Document, number: int, scope: Scope) -> tuple[int, int] | None:
    """The words at the beginning of a sentence that point back ("This", "eyni zamanda"), as tokens."""
    first = doc.sentences[number].first
    return next((span for span in scope.rules.get("pointer", ()) if span[0] < first + _OPENING), None)


def _same_quotation(doc: Document, number: int) -> bool:
    """Do this sentence and the one before it hold words of one speaker in quotation marks?"""
    before, here = doc.sentences[number - 1], doc.sentences[number]
    return before.quoted and here.quoted and before.speakers == here.speakers != (NARRATOR,)


@lru_cache(maxsize=4)
def _entity_conditions(folder: Path) -> dict[str, list[tuple[str, EntityCondition, frozenset[str]]]]:
    """Conditions by mention type: (theme, condition, the ids it applies to)."""
    known = knowledge.load(folder).entities.values()
    found: dict[str, list[tuple[str, EntityCondition, frozenset[str]]]] = defaultdict(list)
    for item in codebook.load(folder).items["theme"].values():
        for condition in item.entities:
            excluded = {*condition.excluded}
            tagged = {entity.id for entity in known
                      if not excluded.intersection(entity.tags) and not set(entity.tags).isdisjoint(condition.tags)}
            ids = frozenset((tagged | {*condition.ids}) - excluded)
            found[condition.type].append((item.code, condition, ids))
    return found


def _add_entities(scores: Fired, scope: Scope, mentions: list[Mention], conditions: dict) -> None:
    for mention in mentions:
        speakers = scope.doc.sentences[mention.sentence].speakers    # who only speaks is the source, not the topic
        for code, condition, ids in conditions.get(mention.type, ()):
            if mention.entity not in ids or any(pattern in scope.present for pattern in condition.unless):
                continue
            first, last = scope.token(mention.start), scope.token(mention.end - 1)
            if condition.weight < 1 and _in_title(scope, first, last):
                continue
            if condition.not_guests and (mention.entity in speakers or _is_guest(scope, first, last)):
                continue
            scores.setdefault(code, Score()).add(first, last, condition.weight, f"entity:{mention.entity}")


def _is_guest(scope: Scope, first: int, last: int) -> bool:
    """Is the organisation named as the one that somebody works for ("UN envoy", "генсек ШОС")?"""
    guests = scope.rules.get("guest", ())
    return any(first - _NEAR - 1 <= end < first or last < begin <= last + _NEAR for begin, end in guests)


def _in_title(scope: Scope, first: int, last: int) -> bool:
    """Is the body named in somebody's office ("speaker of the Milli Majlis")?"""
    return any(begin <= last and first <= end for begin, end in scope.rules.get("title", ()))


def _write(doc: Document, number: int, axis: str, fired: Fired, order: dict[str, Any]) -> None:
    for code in order:
        score = fired.get(code)
        if score is not None:
            _, first, last, pattern = score.best
            doc.codes.append(Code(number, axis, code, doc.tokens.starts[first], doc.tokens.ends[last], pattern))
