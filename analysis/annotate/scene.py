"""What a reader keeps in mind from sentence to sentence: who spoke last, who holds which office, who met whom."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from ..knowledge import Knowledge
from .context import stem_alike
from .links import holds
from .model import Document
from .phrases import Phrase
from .romanize import slug
from .speech import DROPS, genitive

_AGENCY_TAGS = {"news-agency", "media", "newspaper", "broadcaster", "outlet", "news-outlet"}

_HOME = {"kk": "kazakhstan", "az": "azerbaijan"}
_OBJECT = 3  # words between a pronoun and the object of its verb
_BODY_WORD = re.compile(
    r"(?:^|-)(?:ministry|press-service|committee|government|embassy|bank|fund|council|parliament|majlis|senate|"
    r"service|department|bureau|university|centre|center|organization|commission|administration|company|akimat|"
    r"holding|ranking|institute|association|union|office|secretariat|assembly|party|court|police)(?:-|$)"
)


#: Words for a body of any name, and what the bodies that they may stand for are called.
_ANY_BODY = {
    "agency": re.compile(r"ministry|committee|department|agency|service|administration|inspectorate|prosecutor|police"),
    "company": re.compile(
        r"^(?!.*(?:ministry|committee|parliament|majlis|government|embassy|press-service|presiden|council|commission))"
    ),
    "organization": re.compile(r"organization|union|council|association|fund|foundation|assembly|un$|unesco|turksoy"),
}
#: Offices of which a state has one, so that a bare title may be that of whoever the article names later.
_HEADS = frozenset({"president", "prime-minister"})


@dataclass(slots=True)
class Scene:
    """The people and bodies of an article as far as it has been read."""

    doc: Document
    knowledge: Knowledge
    speakers: tuple[str, ...] = ()  # of the last attributed sentence
    topic: str = ""  # the last person who was a subject
    opener: tuple[str, ...] = ()  # who stands in front of a quotation that is still open
    press: str = ""  # the last body that was named as the source of a report
    people: list[str] = field(default_factory=list)  # everyone named, in order of first mention
    spoken: list[str] = field(default_factory=list)  # everyone who spoke, in order
    titled: list[tuple[str, frozenset[str]]] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)  # bodies named, the latest last
    issuer: str = ""  # the last body that was a subject, unless it was an outlet
    groups: dict[str, str] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    met: tuple[str, ...] = ()  # the two who last met
    words: dict[str, set[str]] = field(default_factory=dict)  # words by which the article names each body

    def meet(self, phrases: list[Phrase]) -> None:
        """Note the people and bodies of a stretch of text, and who its subject is."""
        subject = ""
        for phrase in phrases:
            if phrase.kind == "person":
                entity = phrase.entities[0]
                self.types[entity] = "PERSON"
                if entity not in self.people and (phrase.named or entity in self.knowledge.entities):
                    self.people.append(entity)
                if phrase.roles:
                    self.titled.append((entity, phrase.roles))
                if not phrase.oblique and not subject:
                    subject = entity
            elif phrase.kind == "body":
                self.types[phrase.entities[0]] = "ORG"
                named = self.words.setdefault(phrase.entities[0], set())
                named.update(self.doc.tokens.words[phrase.first : phrase.last + 1])
                self.bodies.append(phrase.entities[0])
                if not phrase.oblique:
                    self.issuer = "" if self.is_agency(phrase.entities[0]) else phrase.entities[0]
        if subject:
            self.topic = subject

    def heard(self, speakers: tuple[str, ...]) -> None:
        """Note who has just spoken."""
        self.opener = ()
        self.speakers = speakers
        for speaker in speakers:
            if speaker not in self.spoken:
                self.spoken.append(speaker)
        if len(speakers) == 1 and self.is_person(speakers[0]):
            self.topic = speakers[0]

    def is_person(self, entity: str) -> bool:
        if entity in self.types:
            return self.types[entity] == "PERSON"
        record = self.knowledge.entities.get(entity)
        return record is not None and record.type == "PERSON"

    def is_agency(self, entity: str) -> bool:
        """Is it a news agency or another outlet, whose reports are sources and no voices?"""
        record = self.knowledge.entities.get(entity)
        if record is not None:
            return bool(_AGENCY_TAGS.intersection(record.tags))
        return (
            bool(
                re.search(
                    r"(?:^|-)(?:news|agency|agentliyi|agentstvo|tv|telegraph|times|post|informburo|press)$", entity
                )
            )
            and "press-service" not in entity
        )

    def is_outlet(self, phrase: Phrase) -> bool:
        """Is the subject of "передает", "xəbər verir" an outlet? A body that is not known and not called a ministry,
        press service or the like is one."""
        if phrase.kind not in ("body",):
            return False
        entity = phrase.entities[0]
        return self.is_agency(entity) or (entity not in self.knowledge.entities and not _BODY_WORD.search(entity))

    # --- who is meant ------------------------------------------------------------------------------------------------

    def resolve(self, phrase: Phrase, phrases: list[Phrase]) -> tuple[str, ...]:
        """The speakers a subject stands for; empty if the text does not make it plain."""
        kind = phrase.kind
        if kind in ("person", "body", "state", "place"):
            if kind == "person" and not phrase.named and phrase.entities[0] not in self.knowledge.entities:
                # an office whose holder only the article names ("the institute's director")
                return self.holder(phrase.roles, _objects(phrases)) or phrase.entities
            found = tuple(entity for entity in phrase.entities if not (kind == "body" and self.is_agency(entity)))
            return self._with_partners(phrase, phrases, found) if found else ()
        if kind == "title":
            return self._with_partners(phrase, phrases, self.holder(phrase.roles, _objects(phrases)))
        if kind == "pronoun":
            return self._pronoun(phrase, phrases)
        if kind == "shared":
            return self.parties(phrase)
        if kind == "group":
            return (self.group(phrase),)
        if kind == "common-body":
            return self.common_body(phrase)
        return ()

    def _with_partners(self, phrase: Phrase, phrases: list[Phrase], found: tuple[str, ...]) -> tuple[str, ...]:
        """The speakers a phrase stands for, with those it is coordinated with, in order."""
        if not phrase.joined:
            return found
        at = next(number for number, other in enumerate(phrases) if other is phrase)
        named: dict[int, tuple[str, ...]] = {at: found}
        backward, forward = phrase, at
        while backward.partner >= 0:
            number = backward.partner
            backward = phrases[number]
            named[number] = self._conjunct(backward, phrases)
        while (number := next((n for n, other in enumerate(phrases) if other.partner == forward), -1)) >= 0:
            named[number] = self._conjunct(phrases[number], phrases)
            forward = number
        return tuple(dict.fromkeys(entity for number in sorted(named) for entity in named[number]))

    def _conjunct(self, phrase: Phrase, phrases: list[Phrase]) -> tuple[str, ...]:
        if phrase.oblique:
            return ()
        return self.holder(phrase.roles, _objects(phrases)) if phrase.kind == "title" else phrase.entities

    def _pronoun(self, phrase: Phrase, phrases: list[Phrase]) -> tuple[str, ...]:
        number = phrase.cue.number if phrase.cue else "one"
        if number == "many":
            if len(self.speakers) > 1 or (self.speakers and not self.is_person(self.speakers[0])):
                return self.speakers
            return self.parties(phrase)
        if number == "thing":
            return self.speakers if self.speakers and not self.is_person(self.speakers[0]) else ()
        wanted = {"he": "m", "она": "f", "он": "m", "she": "f"}.get(self.doc.tokens.words[phrase.first])
        # who is named right behind the verb is somebody else ("He thanked Berg")
        others = {
            other.entities[0]
            for other in phrases
            if other.kind == "person" and 0 < other.first - phrase.last <= _OBJECT
        }
        for entity in (self.topic, *self.speakers, *reversed(self.people)):
            if entity and entity not in others and self.is_person(entity):
                record = self.knowledge.entities.get(entity)
                if not (wanted and record is not None and record.gender and record.gender != wanted):
                    return (entity,)
        return ()

    def holder(self, roles: frozenset[str], objects: Collection[str] = ()) -> tuple[str, ...]:
        """The person that a bare title stands for: the last speaker if the title fits, else the last so called.

        ``objects``: people whom the same sentence names in another case; the title means somebody else.
        """
        last = self.speakers[0] if len(self.speakers) == 1 and self.is_person(self.speakers[0]) else ""
        last = "" if last in objects else last
        if not roles:
            return next(
                ((who,) for who in (last, self.topic, *reversed(self.people)) if who and who not in objects), ()
            )
        bearers = [
            entity for entity, held in reversed(self.titled) if entity not in objects and _same_office(held, roles)
        ]
        if last and (last in bearers or self._in_office(last, roles)):
            return (last,)
        home = self._at_home(roles)
        if home and home not in objects and not any(entity in self.spoken for entity in bearers):
            return (home,)
        # of several, the one who has been speaking before
        for entity in bearers:
            if entity in self.spoken:
                return (entity,)
        if bearers:
            return (bearers[0],)
        named = [entity for entity in (last, *reversed(self.people)) if entity and entity not in objects]
        for date in (self.doc.date, None):  # in office on the day, else at any time ("Елбасы")
            for entity in named:
                record = self.knowledge.entities.get(entity)
                offices = record.offices if record is not None else ()
                if any(_same_office({office.role}, roles) and (not date or holds(office, date)) for office in offices):
                    return (entity,)
        if roles & _HEADS:
            for mention in self.doc.mentions:  # the lead says "the head of state", the next sentence who that is
                if mention.type == "PERSON" and self._in_office(mention.entity, roles & _HEADS):
                    return () if mention.entity in objects else (mention.entity,)
        if last and last not in {entity for entity, _ in self.titled}:
            record = self.knowledge.entities.get(last)
            if record is None or not record.offices:
                return (last,)
        return ()

    def _at_home(self, roles: frozenset[str]) -> str:
        """The president of the country whose language the report is in, if he is named: "Мемлекет басшысы" is his."""
        state = _HOME.get(self.doc.language)
        if state is None or "president" not in roles:
            return ""
        for mention in self.doc.mentions:
            record = self.knowledge.entities.get(mention.entity) if mention.type == "PERSON" else None
            if record is not None and record.state == state and self._in_office(mention.entity, roles):
                return mention.entity
        return ""

    def _in_office(self, entity: str, roles: frozenset[str]) -> bool:
        """Does somebody hold one of the offices on the report's date?"""
        record, date = self.knowledge.entities.get(entity), self.doc.date
        return bool(
            date
            and record is not None
            and any(_same_office({office.role}, roles) and holds(office, date) for office in record.offices)
        )

    def meeting(self, phrases: list[Phrase]) -> None:
        """Note who meet in a sentence that tells of their meeting."""
        found: dict[str, None] = {}
        for phrase in phrases:
            if phrase.kind in ("person", "title", "pronoun") and not self._owns(phrase):
                speakers = (self.topic,) if phrase.kind == "pronoun" else self.resolve(phrase, phrases)
                found.update((who, None) for who in speakers if who and self.is_person(who))
        if len(found) >= 2:
            self.met = tuple(found)[:2]

    def _owns(self, phrase: Phrase) -> bool:
        """Does a person stand in the genitive, so that somebody or something of theirs is meant?"""
        return self.doc.language in DROPS and genitive(self.doc.tokens.words[phrase.last])

    def parties(self, phrase: Phrase | None = None) -> tuple[str, ...]:
        """The two who met: those whom the article says met, else who have spoken, then who are named first."""
        heard = [entity for entity in self.spoken if self.is_person(entity)]
        if self.met and (len(heard) < 2 or set(self.met) <= set(heard)):
            return self.met
        order = [entity for entity in (*self.spoken, *self.people) if self.is_person(entity)]
        found = tuple(dict.fromkeys(order))[:2]
        return found if len(found) == 2 else ()

    def group(self, phrase: Phrase) -> str:
        """A slug of the wording for unnamed people, in English."""
        noun = phrase.cue.noun if phrase.cue else ""
        tokens = self.doc.tokens
        if not phrase.entities and self.doc.language == "en" and noun not in self.groups:
            return slug(self.doc.text[tokens.starts[phrase.first] : tokens.ends[phrase.last]], "en", "latn")
        if not phrase.entities:
            return self.groups.get(noun, noun)
        if self.doc.language == "en":
            text = self.doc.text[tokens.starts[phrase.first] : tokens.ends[phrase.last]]
            name = slug(text, "en", "latn")
        else:
            record = self.knowledge.entities.get(phrase.entities[0])
            demonyms = record.demonyms.get("en", ()) if record is not None else ()
            name = f"{slug(demonyms[0], 'en', 'latn') if demonyms else phrase.entities[0]}-{noun}"
        self.groups[noun] = name
        return name

    def common_body(self, phrase: Phrase) -> tuple[str, ...]:
        """The body of the article that "the ministry", "the press service" stands for."""
        noun = phrase.cue.noun if phrase.cue else ""
        known = [entity for entity in (*self.speakers, *reversed(self.bodies)) if entity and not self.is_agency(entity)]
        owner = phrase.entities[0] if phrase.entities else ""
        for entity in known:
            if (noun in entity or self._called(entity, phrase)) and owner in entity:
                return (entity,)
        if noun in _ANY_BODY and not owner:
            fitting = (entity for entity in known if self.types.get(entity) == "ORG" and _ANY_BODY[noun].search(entity))
            entity = next(fitting, "")
            if entity:
                return (entity,)
        return (f"{noun}-of-{owner}" if owner else noun,)

    def _called(self, entity: str, phrase: Phrase) -> bool:
        """Does the article name a body by the word that now stands for it ("Teşkilat" for "… Kültürü Teşkilatı")?"""
        bases = phrase.cue.bases if phrase.cue else ()
        return any(stem_alike(word, base) for word in self.words.get(entity, ()) for base in bases)


def _objects(phrases: Iterable[Phrase]) -> set[str]:
    return {phrase.entities[0] for phrase in phrases if phrase.kind == "person" and phrase.oblique}


def _same_office(held: frozenset[str] | set[str], roles: frozenset[str]) -> bool:
    """Do the offices of a person cover a bare title? "The minister" may be any minister, but no deputy one."""
    if held & roles:
        return True
    if "deputy-minister" in roles and any("deputy" in have or "vice" in have for have in held):
        return True
    return any(
        have.endswith(f"-{want}") and not have.startswith(("deputy", "first-deputy", "vice"))
        for want in roles
        for have in held
        if want in ("minister", "representative", "spokesperson", "secretary")
    )
