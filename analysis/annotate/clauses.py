"""Which phrase is the subject of a verb of speech.

Where a subject stands differs: before the verb in English, on either side in Russian, at the head of the clause in
Azerbaijani, Kazakh and Turkish, whose verbs close the sentence; behind a quotation all of them may turn round.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .model import Document
from .phrases import Phrase
from .speech import LAYER, Cue, words_of

SVO = frozenset({"en", "ru"})
_LEADING = ("person", "title", "pronoun", "shared", "group")
_ARTICLES = frozenset({"the", "a", "an", "his", "her", "their"})
_TELLS = frozenset({"told", "tells", "telling", "informed", "assured", "reminded"})  # who stands behind is told
_REACH = {"en": 3, "ru": 2}  # words between a verb and a subject behind it; elsewhere one more
_ADJECTIVE = re.compile(r"(?:ый|ий|ая|ое|ые|ого|его)$")  # "сказал политический обозреватель X"
_NAME_IN_MARKS = re.compile(r'"[^"\n]{2,60}"')
_FAR = 14  # words of an office between a turned verb and the name
_ADJACENT = 6  # light words between a subject and its verb


@dataclass(slots=True)
class Verb:
    """A matched verb of speech, tokens [first, last], with its form (see ``speech.form``)."""

    first: int
    last: int
    cue: Cue
    form: str


class Clauses:
    """Subjects of verbs in one document."""

    def __init__(self, doc: Document, mask: Sequence[bool] | None) -> None:
        self.doc, self.mask, self.language = doc, mask, doc.language
        self._subordinate, self._relative, self._conjunctions, self._light = (
            words_of(kind, doc.language, doc.script) for kind in ("subordinate", "relative", "conjunction", "light")
        )
        self._passed = words_of("passed", doc.language, doc.script)
        self._demonyms = {mention.start for mention in doc.mentions if mention.kind == "demonym"}
        self._prepositions = words_of("preposition", doc.language, doc.script)
        self._verbs = {first for first, _, cue in doc.hits.get(LAYER, ()) if cue.kind in ("say", "act", "credit")}
        self._acts = {first for first, _, cue in doc.hits.get(LAYER, ()) if cue.kind == "act"}

    def subjects(self, verb: Verb, first: int, phrases: Sequence[Phrase]) -> list[Phrase]:
        """Phrases that may be the verb's subject, the likeliest first. ``first``: where the sentence begins."""
        clause = self.clause_start(verb.first, first)
        direct = [phrase for phrase in phrases if not phrase.oblique]
        left = [phrase for phrase in direct if clause <= phrase.first and phrase.last < verb.first]
        told = self.language == "en" and self.doc.tokens.words[verb.first] in _TELLS
        inverted = self._behind_mark(verb.first, first)
        right = [] if told else self._right(direct, verb)
        beside = [phrase for phrase in left if self.adjacent(phrase, verb)]
        turned = inverted and verb.first > first or self.language == "ru" and not left
        if turned and not (told or right or beside):
            right, inverted = self._far_behind(direct, verb), True
        out: list[Phrase] = []
        if inverted and verb.cue.kind == "credit" and verb.first > first and (right or not beside):
            return right[:1]  # ", передает X", ", reported X", "деп хабарлайды X"
        if inverted and right and (not beside or self.language == "ru" or verb.cue.kind == "credit"):
            out += right[:1]
        if self.language in SVO:
            out += beside[-1:]
            if self.language == "ru":
                out += right[:1]
            if not self._reduced(verb, left):
                out += [phrase for phrase in left if phrase.kind in _LEADING[:4]][:1] + left[:1]
            if not out and self.behind_quote(verb.first):
                out += [phrase for phrase in direct if phrase.last < clause][:1]
            return out
        leading = [phrase for phrase in left if phrase.kind in _LEADING]
        if self.behind_quote(clause):
            out += leading[-1:] or left[-1:]
        out += leading[:1] or left[:1]
        if inverted:
            out += right[:1]
        if not out:
            earlier = [phrase for phrase in direct if phrase.last < clause]
            out += [phrase for phrase in earlier if phrase.kind in _LEADING[:3]][:1] or earlier[:1]
        return out

    def subordinate(self, phrase: Phrase, verb: Verb, first: int) -> bool:
        """Do subject and verb stand in a clause that is not the sentence's own statement ("after X said …")?"""
        words = self.doc.tokens.words
        if verb.first and words[verb.first - 1] in self._relative and self.language in SVO:
            return True
        at = phrase.first - 1
        while at >= first and words[at] in _ARTICLES:
            at -= 1
        return at >= first and words[at] in self._subordinate and phrase.last < verb.first

    def agrees(self, phrase: Phrase, verb: Verb) -> bool:
        """Does a Russian past tense agree in gender and number with one person by name or office?"""
        if phrase.joined or phrase.kind not in ("person", "title"):
            return True
        words = self.doc.tokens.words[verb.first : verb.last + 1]
        return not any(word.endswith("ли") or (phrase.feminine and word.endswith("л")) for word in words)

    def clause_start(self, at: int, first: int) -> int:
        """First token of the stretch before ``at`` that no quotation, semicolon or colon interrupts."""
        tokens, folded = self.doc.tokens, self.doc.folded
        while at > first and not self.behind_quote(at):
            between = folded[tokens.ends[at - 1] : tokens.starts[at]]
            if ";" in between or ":" in between:
                break
            at -= 1
        return at

    def behind_quote(self, at: int) -> bool:
        """Does quoted speech end right before the token?"""
        return at > 0 and self.mask is not None and self.mask[at - 1]

    def _behind_mark(self, at: int, first: int) -> bool:
        """Does a mark, a quotation or a quoting word ("dep", "как") stand right before the verb?"""
        if at <= first:
            return True
        tokens = self.doc.tokens
        between = self.doc.folded[tokens.ends[at - 1] : tokens.starts[at]]
        return (
            any(mark in between for mark in ',-"')
            or self.behind_quote(at)
            or tokens.words[at - 1] in ("деп", "dep", "deyə", "diye", "как", "as")
        )

    def _right(self, direct: Sequence[Phrase], verb: Verb) -> list[Phrase]:
        """Phrases right behind a verb; a body that is told something stands before them ("сказал агентству X")."""
        right = [phrase for phrase in direct if self._right_behind(phrase, verb)]
        if right and right[0].kind == "body" and self.language == "ru":
            told = right[0]
            behind = [phrase for phrase in direct if phrase.first > told.last][:1]
            past = Verb(verb.first, told.last, verb.cue, verb.form)
            if behind and behind[0].kind in ("person", "title") and self._right_behind(behind[0], past):
                return [*behind, told]
        return right

    def _far_behind(self, direct: Sequence[Phrase], verb: Verb) -> list[Phrase]:
        """Who stands behind a turned verb and the words for an office that no list knows ("…, said the new deputy
        head of the company's board X"): the first person there, up to whom nothing ends or begins a clause."""
        tokens, folded = self.doc.tokens, self.doc.folded
        for phrase in direct:
            if phrase.first > verb.last and phrase.kind in ("person", "title"):
                words = tokens.words[verb.last + 1 : phrase.first]
                between = _NAME_IN_MARKS.sub("", folded[tokens.ends[verb.last] : tokens.starts[phrase.first]])
                parted = re.search(r'[.,;:"!?\n]', between)
                verbs = any(verb.last < at < phrase.first for at in self._verbs)
                if len(words) > _FAR or parted or verbs or not self._subordinate.isdisjoint(words):
                    return []
                behind = folded[tokens.ends[phrase.last] : tokens.ends[phrase.last] + 2].strip()
                ends = phrase.last + 1 >= len(tokens) or not behind[:1].isalnum()
                return [phrase] if ends or tokens.words[phrase.last + 1] in self._prepositions else []
        return []

    def _right_behind(self, phrase: Phrase, verb: Verb) -> bool:
        tokens = self.doc.tokens
        words = tokens.words[verb.last + 1 : phrase.first]
        distance = phrase.first - verb.last
        if self.language == "ru":
            distance -= sum(bool(_ADJECTIVE.search(word)) for word in words)
        if not 0 < distance <= _REACH.get(self.language, 3) or re.search(
            r'[.,;:"]', self.doc.folded[tokens.ends[verb.last] : tokens.starts[phrase.first]]
        ):
            return False
        return self.language != "en" or all(
            tokens.words[at] in _ARTICLES or tokens.words[at] in self._passed or tokens.starts[at] in self._demonyms
            for at in range(verb.last + 1, phrase.first)
        )

    def adjacent(self, phrase: Phrase, verb: Verb) -> bool:
        """Do only light words stand between a phrase and the verb behind it?"""
        words = self.doc.tokens.words[phrase.last + 1 : verb.first]
        return len(words) <= _ADJACENT and all(
            word in self._light or word.endswith("ly") or word[0].isdigit() for word in words
        )

    def _reduced(self, verb: Verb, left: Sequence[Phrase]) -> bool:
        """Is a verb a participle behind a noun ("the plant described as …") or in a relative clause?"""
        words = self.doc.tokens.words
        before = words[verb.first - 1] if verb.first else ""
        if before in self._relative:
            return True
        if self.language != "en" or not left or before in self._conjunctions or words[max(0, verb.first - 2)] == "and":
            return False
        subject = next((phrase for phrase in left if phrase.kind in _LEADING[:4]), left[0])
        return any(subject.last < act < verb.first and words[act - 1] not in self._relative for act in self._acts)
