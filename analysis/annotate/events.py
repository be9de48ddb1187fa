"""Acts of speaking in a stretch of text: which words hand the floor over, and to whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .clauses import Clauses, Verb
from .model import Document
from .phrases import Phrase
from .romanize import slug
from .scene import Scene
from .sources import NEAR, Event, Hit, Sources
from .speech import DROPS, form, future, phrase_pattern, words_of
from .subjects import Subjects

#: Which reading of the same words wins: an act over a report, a passive over an active.
_RANK = {"act": 4, "impersonal": 3, "welcome": 2, "say": 2, "credit": 1}
#: Bodies whose statements are their own words; others pass on what those for whom they work have said.
_SPEAKS_ITSELF = ("ministry-of", "state-committee", "state-border", "armed-forces")
#: Russian: endings of "they say", "they said", and where they do.
_THEY, _WITHIN = ("ли", "ют", "ят", "ут", "ат"), ("в", "во")
_NOTE_WITHIN = 3  # "Напомним", "Note that" stands among the first words


@dataclass(slots=True)
class Reading:
    """What a stretch of text says about who speaks in it."""

    event: Event | None = None
    impersonal: bool = False
    acts: bool = False
    note: bool = False
    back: bool = False
    message: bool = False
    opener: tuple[str, ...] = ()


class Reader:
    """Reads one document from its start to its end; keeps the scene."""

    def __init__(self, doc: Document, subjects: Subjects, scene: Scene, mask: Sequence[bool] | None) -> None:
        self.doc, self.subjects, self.scene, self.mask = doc, subjects, scene, mask
        self.language = doc.language
        self.clauses = Clauses(doc, mask)
        self.sources = Sources(doc, self.clauses, scene, mask)
        self._noted = words_of("noted", doc.language, doc.script)
        self._auxiliaries = words_of("auxiliary", doc.language, doc.script)

    def read(self, first: int, last: int, hits: Sequence[Hit], mentions: Sequence[int]) -> Reading:
        """Who speaks in tokens [first, last), outside quotations; notes it in the scene."""
        mask = self.mask
        outer = [hit for hit in hits if mask is None or not mask[hit[0]]]
        phrases = self.subjects.phrases(first, last, mentions, mask)
        reading = self._flags(first, outer)
        if outer:
            reading.event = self._event(first, last, outer, phrases, reading)
        if reading.event is None:
            reading.event = self._headline(first, last, phrases)
        self.scene.meet(phrases)
        if any(cue.kind == "met" for _, _, cue in outer):
            self.scene.meeting(phrases)
        if mask is not None and last > first and not mask[first]:
            self.scene.opener = ()
            if reading.event is None and mask[last - 1]:
                reading.opener = self.scene.opener = self.sources.opener(first, last, outer, phrases)
        event = reading.event
        passes_on = event is not None and event.channel and not event.speakers[0].startswith(_SPEAKS_ITSELF)
        if event is not None and not (passes_on and self.scene.speakers):
            self.scene.heard(event.speakers)
        return reading

    def inside(self, first: int, last: int, hits: Sequence[Hit], mentions: Sequence[int]) -> tuple[str, ...]:
        """Who speaks, by name, in a stretch that a body quotes ("“The President noted …”, the press service said")."""
        mask = self.mask
        if mask is None:
            return ()
        phrases = [
            phrase
            for phrase in self.subjects.phrases(first, last, mentions, None)
            if mask[phrase.first] and phrase.kind != "pronoun"
        ]
        verbs = self._verbs([hit for hit in hits if mask[hit[0]]], last)
        for verb in verbs:
            if verb.cue.kind in ("say", "welcome") and verb.form == "finite":
                speakers, _ = self._speakers(verb, first, phrases, drop=False)
                if speakers:
                    self.scene.meet(phrases)
                    self.scene.heard(speakers)
                    return speakers
        return ()

    # --- what is there -----------------------------------------------------------------------------------------------

    def _flags(self, first: int, hits: Sequence[Hit]) -> Reading:
        reading = Reading()
        said = [(begin, end) for begin, end, cue in hits if cue.kind == "say"]
        for begin, end, cue in hits:
            if cue.kind == "teaser":
                reading.acts |= self.doc.tokens.words[begin + 1] != "что"
            elif cue.kind == "act":
                # "өтті" is an act of its own, but not in "атап өтті"
                reading.acts |= not any(a <= begin and end <= b and end - begin < b - a for a, b in said)
            elif cue.kind == "note" and begin - first <= _NOTE_WITHIN:
                reading.note = True
            elif cue.kind == "back":
                reading.back = True
            elif cue.kind == "message":
                reading.message = True
        return reading

    def _verbs(self, hits: Sequence[Hit], last: int) -> list[Verb]:
        """The verbs of saying among the hits, one a place, the longer and more specific reading winning."""
        best: dict[int, Hit] = {}
        words = self.doc.tokens.words
        teased = {begin for begin, end, cue in hits if cue.kind == "teaser" and words[begin + 1] != "что"}
        teased |= {begin for begin, _, cue in hits if cue.kind == "note"}  # "Note that" is no statement of experts
        for begin, end, cue in hits:
            if cue.kind not in _RANK or begin in teased:
                continue
            key = end if self.language in DROPS else begin
            held = best.get(key)
            if held is None or (end - begin, _RANK[cue.kind]) > (held[1] - held[0], _RANK[held[2].kind]):
                best[key] = (begin, end, cue)
        verbs = []
        for begin, end, cue in sorted(best.values(), key=lambda hit: hit[0]):
            if cue.kind == "act":
                continue
            shape = form(
                self.language,
                self.doc.script,
                words[begin : end + 1],
                self._clause_ends(end, last),
                words[max(0, begin - 3) : begin],
                cue.bases,
            )
            if cue.kind == "impersonal":
                shape = "passive" if self.language == "ru" or shape in ("finite", "converb", "passive") else shape
            if shape == "passive" and future(self.language, words[end]):
                continue  # "değerlendirilecek": what will be done, not what was said
            if shape == "passive" and cue.kind != "impersonal" and self.language in DROPS:
                continue  # the passive of a verb that is no report without its subject
            if shape in ("finite", "converb", "passive"):
                verbs.append(Verb(begin, end, cue, shape))
        return verbs

    def _clause_ends(self, end: int, last: int) -> bool:
        if end + 1 >= last:
            return True
        tokens = self.doc.tokens
        between = self.doc.folded[tokens.ends[end] : tokens.starts[end + 1]]
        return any(mark in between for mark in ',.;:!?-"') or tokens.words[end + 1] in (
            self.subjects.and_words | self._auxiliaries
        )

    # --- events ------------------------------------------------------------------------------------------------------

    def _event(
        self, first: int, last: int, hits: Sequence[Hit], phrases: list[Phrase], reading: Reading
    ) -> Event | None:
        verbs = self._verbs(hits, last)
        phrases, verbs = self.sources.without_sources(first, hits, phrases, verbs)
        starts = self.doc.tokens.starts
        opening = self.sources.opening(first, hits, phrases)
        if opening is not None and any(map(self.scene.is_person, opening.speakers)):
            return opening
        for verb in verbs:
            if verb.form == "finite" and (
                verb.cue.kind == "say" or verb.cue.kind == "welcome" and not self._of_person(verb, phrases)
            ):
                speakers, subject = self._speakers(verb, first, phrases, drop=True)
                if speakers and opening is not None and subject is not None and subject.kind in ("state", "place"):
                    return opening
                if speakers:
                    carried = subject is None or subject.kind == "pronoun"
                    return Event(
                        starts[verb.first],
                        speakers,
                        "pronoun" if carried else "verb",
                        channel=_is_channel(speakers),
                        pronoun=carried,
                    )
        for begin, end, cue in hits:
            if cue.kind == "according":
                speakers = self.sources.according(begin, end, cue, phrases)
                if speakers:
                    self.scene.press = "" if self.scene.is_person(speakers[0]) else speakers[0]
                    return Event(starts[begin], speakers, "according")
        kinds = {cue.kind for _, _, cue in hits}
        event = self.sources.message(hits, kinds, phrases) if "message" in kinds else None
        for verb in verbs:
            if event is None and verb.form == "passive" and verb.cue.kind != "welcome":
                event = self._impersonal(verb, first, last, kinds, phrases, reading)
        for verb in verbs:
            if event is None and verb.form == "converb" and verb.cue.kind == "say":
                speakers = self._main_subject(phrases)
                event = Event(starts[verb.first], speakers, "participle") if speakers else None
        for verb in verbs:
            if event is None and verb.form == "finite" and verb.cue.kind == "credit":
                speakers, subject = self._speakers(verb, first, phrases, drop=self.language == "ru")
                if speakers and subject is not None and subject.kind in ("body", "common-body"):
                    self.scene.press = speakers[0]
                event = (
                    Event(starts[verb.first], speakers, "credit", channel=_is_channel(speakers)) if speakers else None
                )
        return event

    def _headline(self, first: int, last: int, phrases: list[Phrase]) -> Event | None:
        """A headline that names its speaker behind a dash ("Ties to grow – President X"); it has no stop at its end."""
        phrase = phrases[-1] if phrases else None
        if phrase is None or phrase.last != last - 1 or phrase.first == first or phrase.kind not in ("person", "body"):
            return None
        tokens = self.doc.tokens
        between = self.doc.folded[tokens.ends[phrase.first - 1] : tokens.starts[phrase.first]]
        if (
            between.strip() != "-"
            or between == "-"
            or self.doc.folded[tokens.ends[last - 1] : tokens.ends[last - 1] + 1] in tuple(".!?,;:")
        ):
            return None
        speakers = self.scene.resolve(phrase, phrases)
        return Event(tokens.starts[phrase.first], speakers, "headline") if speakers else None

    def _of_person(self, verb: Verb, phrases: Sequence[Phrase]) -> bool:
        """Is a person or a delegation what is being welcomed?"""
        return any(
            0 < phrase.first - verb.last <= NEAR and phrase.kind in ("person", "title", "group", "pronoun")
            for phrase in phrases
        )

    def _impersonal(
        self, verb: Verb, first: int, last: int, kinds: set[str], phrases: list[Phrase], reading: Reading
    ) -> Event | None:
        words, start = self.doc.tokens.words, self.doc.tokens.starts[verb.first]
        if self.language == "en":
            if verb.last + 1 < last and words[verb.last + 1] == "by":
                speakers = self.sources.behind(verb.last, phrases)
                return Event(start, speakers, "passive:by") if speakers else None
            noted = not self._noted.isdisjoint(words[first : verb.first])
            if not noted and "it" not in words[max(first, verb.first - NEAR) : verb.first]:
                return None
        unknown = self._unknown_source(first, verb)
        if unknown:
            return Event(start, (unknown,), "passive:from")
        for phrase in phrases:
            if phrase.kind in ("body", "common-body", "state", "group") and phrase.case == "ablative":
                speakers = self.scene.resolve(phrase, phrases)
                if speakers:
                    self.scene.press = speakers[0] if phrase.kind == "body" else self.scene.press
                    return Event(start, speakers, "passive:from")
        if self.scene.opener:
            self.scene.press = "" if self.scene.is_person(self.scene.opener[0]) else self.scene.opener[0]
            return Event(start, self.scene.opener, "passive:quote", channel=bool(self.scene.press))
        reading.impersonal = True
        reported = self.sources.reported(verb, first, phrases)
        if reported:
            return Event(start, reported, "passive:reported")
        named = "document" in kinds and (self.scene.press,) != self.scene.speakers
        if reading.note or reading.back or named:
            return None
        spoken = tuple(entity for entity in self.scene.spoken if self.scene.is_person(entity))
        if "meeting" in kinds and len(spoken) == 2:
            return Event(start, spoken, "impersonal:meeting", pronoun=True)
        if self.scene.met and not spoken and (not self.scene.speakers or "meeting" in kinds):
            return Event(start, self.scene.met, "impersonal:met", pronoun=True)
        return Event(start, self.scene.speakers, "impersonal:last", pronoun=True) if self.scene.speakers else None

    def _unknown_source(self, first: int, verb: Verb) -> str:
        """An abbreviation that nobody knows in the ablative right before a passive ("DSX-dan bildirilib")."""
        tokens, at = self.doc.tokens, verb.first - 2
        if self.language not in DROPS or at < first or at in self.subjects.named:
            return ""
        shown = self.doc.text[tokens.starts[at] : tokens.ends[at]]
        joined = self.doc.folded[tokens.ends[at] : tokens.starts[at + 1]] in ("-", "'")
        ablative = tokens.words[at + 1] in ("dan", "dən", "den", "tan", "ten", "дан", "ден", "тан", "тен", "нан", "нен")
        return slug(shown, self.language, self.doc.script) if joined and ablative and shown.isupper() else ""

    def _main_subject(self, phrases: list[Phrase]) -> tuple[str, ...]:
        for phrase in phrases:
            if not phrase.oblique and phrase.kind not in ("state", "place", "common-body"):
                return self.scene.resolve(phrase, phrases)
        return ()

    def _speakers(
        self, verb: Verb, first: int, phrases: list[Phrase], drop: bool
    ) -> tuple[tuple[str, ...], Phrase | None]:
        """The subject of a verb and whom it stands for; ``drop``: the subject may be left out."""
        if self.language == "ru":
            speakers = self._place_of_speech(verb, phrases)
            if speakers:
                return speakers, None
        for phrase in self.clauses.subjects(verb, first, phrases):
            if self.clauses.subordinate(phrase, verb, first):
                return (), None
            if self._goes_on(phrase, first):
                return self.scene.speakers, None
            if self.language != "ru" or self.clauses.agrees(phrase, verb):
                return self.scene.resolve(phrase, phrases), phrase
        if not drop or self.language == "en":
            return (), None
        if self.language == "ru":
            opens = verb.first == first and verb.form == "finite" and len(self.scene.speakers) == 1
            return self.scene.speakers if opens else (), None
        for phrase in phrases:
            if phrase.case == "ablative" and phrase.kind in ("body", "common-body"):
                return self.scene.resolve(phrase, phrases), phrase
        topic = (self.scene.topic,) if self.scene.topic else ()
        return self.scene.opener or self.scene.speakers or topic, None

    def _goes_on(self, phrase: Phrase, first: int) -> bool:
        """Is a state only the subject of what is said, and the speaker left out ("Sondaı-aq Qazaqstan … atap ótti")?"""
        if self.language not in DROPS or phrase.kind not in ("state", "place") or not self.scene.speakers:
            return False
        opening = phrase_pattern("also", self.language, self.doc.script)
        return bool(opening.match(self.doc.folded, self.doc.tokens.starts[first])) and all(
            map(self.scene.is_person, self.scene.speakers)
        )

    def _place_of_speech(self, verb: Verb, phrases: list[Phrase]) -> tuple[str, ...]:
        """Russian: the body in which they say something ("В министерстве сообщили", "…, рассказали в министерстве")."""
        words = self.doc.tokens.words
        if not any(word.endswith(_THEY) for word in words[verb.first : verb.last + 1]):
            return ()
        for phrase in phrases:
            at = phrase.first - 1
            while at > 0 and phrase.first - at < 3 and words[at] not in _WITHIN:
                at -= 1  # "в казахстанском министерстве"
            beside = at == verb.last + 1 or (phrase.last < verb.first and self.clauses.adjacent(phrase, verb))
            if phrase.kind in ("body", "common-body", "place", "state") and words[at] in _WITHIN and beside:
                return self.scene.resolve(phrase, phrases)
        first = max(0, verb.first - NEAR)
        if "там" in words[first : verb.first] and not any(map(self.scene.is_person, self.scene.speakers)):
            return self.scene.speakers  # "Там также отметили"
        return ()


def _is_channel(speakers: tuple[str, ...]) -> bool:
    return len(speakers) == 1 and "press-service" in speakers[0]
