"""Who could be the subject of a verb: the noun phrases of a stretch of text that name, or stand for, a speaker.

A phrase is read together with the title before it and the apposition behind it. Whether it can be a subject shows
in the preposition before it (English, Russian) or in its ending (Russian, Azerbaijani, Kazakh, Turkish).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from ..knowledge import Knowledge
from . import cases
from .model import Document, Mention
from .phrases import Phrase
from .speech import DROPS, LAYER, Cue, ending, words_of
from .text import fold, kazakh_latin
from .titles import Titles

_ENDING = 4  # letters of a case ending that a hyphen joins
_KINDS = {"PERSON": "person", "ORG": "body", "COUNTRY": "state", "PLACE": "place"}
_CUE_KINDS = ("pronoun", "shared", "side", "group", "body")
#: Kinds that can be coordinated with each other.
_ALIKE = (("person", "title"), ("body", "state", "place"))


class Subjects:
    """Finds the phrases of one document; holds what does not change within it."""

    def __init__(self, doc: Document, knowledge: Knowledge) -> None:
        self.doc, self.knowledge, self.language = doc, knowledge, doc.language
        self.key = f"kk-{doc.script}" if doc.language == "kk" else doc.language
        self._token_at = {start: number for number, start in enumerate(doc.tokens.starts)}
        self.spans = [self._token_span(mention) for mention in doc.mentions]
        self.named = {token for first, last in self.spans for token in range(first, last + 1)}
        owners = {
            last + 1: mention.entity
            for mention, (_, last) in zip(doc.mentions, self.spans, strict=True)
            if mention.type == "COUNTRY"
        }
        self.titles = Titles(doc, knowledge, owners)
        self._places = {
            last for mention, (_, last) in zip(doc.mentions, self.spans, strict=True) if mention.type == "PLACE"
        }
        self._states = {  # by their last token
            last: (first, mention.entity)
            for mention, (first, last) in zip(doc.mentions, self.spans, strict=True)
            if mention.type in ("COUNTRY", "PLACE")
        }
        self._nominatives: dict[str, set[str]] = {}
        self._cues: dict[int, list[tuple[int, Cue]]] = {}
        for first, last, cue in doc.hits.get(LAYER, ()):
            if cue.kind in _CUE_KINDS:
                self._cues.setdefault(first, []).append((last, cue))
        self._cue_starts = sorted(self._cues)
        self._adjectives: set[int] = set()
        self._prepositions, self._postpositions, self._passed, self.and_words, self._then_noun, self._addressed = (
            words_of(kind, doc.language, doc.script)
            for kind in ("preposition", "postposition", "passed", "and", "then-noun", "addressed")
        )

    def _token_span(self, mention: Mention) -> tuple[int, int]:
        starts = self.doc.tokens.starts
        first = self._token_at.get(mention.start)
        if first is None:
            first = next((n for n, start in enumerate(starts) if start >= mention.start), len(starts) - 1)
        last = first
        while last + 1 < len(starts) and starts[last + 1] < mention.end:
            last += 1
        return first, last

    def _known_nominatives(self, entity: str) -> set[str]:
        """Last words of the entity's names as the dictionary has them."""
        known = self._nominatives.get(entity)
        if known is None:
            known = self._nominatives[entity] = set()
            record = self.knowledge.entities.get(entity)
            if record is not None:
                for table in (record.names, record.abbreviations, record.short, record.former):
                    for name in table.get(self.language, ()):
                        known.add(re.split(r"[\s.\-]", fold(kazakh_latin(name) if self.key == "kk-latn" else name))[-1])
        return known

    def gap(self, left: int, right: int) -> str:
        """What stands between two tokens, without spaces at its ends."""
        tokens = self.doc.tokens
        return self.doc.folded[tokens.ends[left] : tokens.starts[right]].strip()

    # --- phrases ---------------------------------------------------------------------------------------------------

    def phrases(self, first: int, last: int, numbers: Iterable[int], quoted: Sequence[bool] | None) -> list[Phrase]:
        """The phrases among tokens [first, last), in order.

        Parameters
        ----------
        numbers: indices of the mentions in the stretch.
        quoted: per token of the document, whether it is inside quoted speech; those tokens give no phrase.
        """
        covered: set[int] = set()
        self._adjectives = set()
        phrases: list[Phrase] = []
        for number in numbers:
            begin, end = self.spans[number]
            if quoted is not None and quoted[begin]:
                continue
            if begin == end and any(cue.kind == "group" for _, cue in self._cues.get(begin, ())):
                continue  # "Şahidlər" are witnesses and no Mr Şahid
            mention = self.doc.mentions[number]
            if mention.kind == "demonym":
                self._adjectives.update(range(begin, end + 1))
                continue
            if mention.type != "PERSON" or mention.kind == "role":
                covered.update(range(begin, end + 1))
            phrase = self._of_mention(begin, end, mention)
            if phrase is not None:
                phrases.append(phrase)
        phrases += self._of_titles(first, last, phrases, covered, quoted)
        phrases = [
            phrase
            for phrase in phrases
            if not any(
                other is not phrase
                and other.kind in ("person", "body")
                and other.first <= phrase.first
                and phrase.last <= other.last
                and (other.first, other.last) != (phrase.first, phrase.last)
                for other in phrases
            )
        ]
        phrases += self._of_cues(first, last, phrases, quoted)
        phrases.sort(key=lambda phrase: (phrase.first, -phrase.last))
        out: list[Phrase] = []
        for phrase in phrases:
            if not out or phrase.first > out[-1].last:
                out.append(phrase)
        self._finish(out, first)
        return out

    def _of_mention(self, begin: int, end: int, mention: Mention) -> Phrase | None:
        kind = _KINDS.get(mention.type)
        if kind is None:
            return None
        phrase = Phrase(begin, end, kind, (mention.entity,), named=mention.kind == "name")
        if mention.kind == "role":
            return phrase  # its case shows in the title
        words = self.doc.tokens.words
        phrase.oblique, phrase.feminine = cases.name_oblique(
            self.key, words[begin : end + 1], self._known_nominatives(mention.entity), mention.type
        )
        if phrase.oblique:
            phrase.case = cases.shown_case(self.key, words[end])
        if kind == "place":
            record = self.knowledge.entities.get(mention.entity)
            if record is None or "capital" not in record.tags or not record.state:
                return None  # only a capital stands for a government
            phrase.entities = (record.state,)
        return phrase

    def _of_titles(
        self, first: int, last: int, phrases: list[Phrase], covered: set[int], quoted: Sequence[bool] | None
    ) -> list[Phrase]:
        """Give titles to the people they belong to; the others are phrases of their own."""
        people = [phrase for phrase in phrases if phrase.kind == "person"]
        words, starts = self.doc.tokens.words, self.titles.starts
        alone = []
        for begin in starts[bisect_left(starts, first) : bisect_left(starts, last)]:
            if quoted is not None and quoted[begin]:
                continue
            end, roles, bases = self.titles.spans[begin]
            oblique = cases.title_oblique(self.key, words[end], bases)
            if begin in covered and end in covered:
                # the title inside "the Kazakh President", or inside the name of a body
                for phrase in people:
                    if phrase.first <= begin and end <= phrase.last:
                        phrase.roles |= roles
                        if oblique and (self.language != "ru" or begin == phrase.first):
                            phrase.oblique = True
            elif not self.titles.attach(begin, people, covered, self._adjectives):
                alone.append(Phrase(begin, end, "title", roles=roles, oblique=oblique))
        return alone

    def _of_cues(self, first: int, last: int, phrases: list[Phrase], quoted: Sequence[bool] | None) -> list[Phrase]:
        """Pronouns, shared and unnamed subjects, common nouns for bodies."""
        taken = {at for phrase in phrases for at in range(phrase.first, phrase.last + 1)}
        words = self.doc.tokens.words
        out = []
        for at in self._cue_starts[bisect_left(self._cue_starts, first) : bisect_left(self._cue_starts, last)]:
            # the longest match, but of phrases with a gap ("both … presidents") the tightest
            for end, cue in sorted(self._cues[at], key=lambda item: item[0] if item[1].kind == "shared" else -item[0]):
                if at in taken or end in taken or (quoted is not None and quoted[at]):
                    continue
                if cue.kind == "pronoun" and not self._is_pronoun(at):
                    continue
                phrase = Phrase(at, end, "common-body" if cue.kind == "body" else cue.kind, cue=cue)
                phrase.oblique = cue.oblique
                if cue.kind in ("group", "side", "body"):
                    self._of_state(phrase, cue, phrases)
                    if cue.kind == "side" and not phrase.entities:
                        continue
                if cue.kind == "group" and self.language in DROPS and self._accusative(at, words[end], cue):
                    phrase.oblique = True
                declined = cue.kind == "body" or (cue.kind == "group" and self.language in DROPS)
                if declined and cases.title_oblique(self.key, words[end], cue.bases):
                    phrase.oblique, phrase.case = True, cases.shown_case(self.key, words[end])
                if cue.kind == "body" and self.language == "ru" and not phrase.entities:
                    self._of_body(phrase, phrases)
                out.append(phrase)
                taken.update(range(phrase.first, phrase.last + 1))
                break
        return out

    def _of_body(self, phrase: Phrase, phrases: list[Phrase]) -> None:
        """Take in the body that a Russian word for a body belongs to ("пресс-служба акимата")."""
        behind = phrase.last + 1
        other = next((other for other in phrases if other.first == behind and other.kind in ("body", "state")), None)
        cues = [(end, cue) for end, cue in self._cues.get(behind, ()) if cue.kind == "body"]
        if behind >= len(self.doc.tokens) or self.gap(phrase.last, behind):
            return
        if other is not None and other.oblique:
            phrase.entities, phrase.last = other.entities, other.last
            phrases.remove(other)
        elif cues and self.doc.tokens.words[cues[0][0]] not in cues[0][1].bases:
            phrase.entities, phrase.last = (cues[0][1].noun,), cues[0][0]

    def _accusative(self, first: int, word: str, cue: Cue) -> bool:
        """Is a plural in -i an object ("qonaqları salamlayan")? As a possessive it has its owner before it."""
        if len(ending(word, cue.bases)) != 1:
            return False
        if first == 0 or self.gap(first - 1, first):
            return True
        return bool(cases.shown_case(self.key, self.doc.tokens.words[first - 1]))

    def _of_state(self, phrase: Phrase, cue: Cue, phrases: list[Phrase]) -> None:
        """Take in the state beside a word ("Kazakh authorities", "Azərbaycan tərəfi", "official Baku")."""
        behind = next(
            (other for other in phrases if other.first == phrase.last + 1 and other.kind in ("state", "place")), None
        )
        if cue.kind == "side" and behind is not None:
            phrase.kind, phrase.entities, phrase.last = "state", behind.entities, behind.last
            phrases.remove(behind)
            return
        before = self._states.get(phrase.first - 1)
        if before is not None and self.gap(phrase.first - 1, phrase.first).strip("\"'") == "":
            begin, entity = before
            phrase.entities, phrase.first = (entity,), begin
            if cue.kind == "side":
                phrase.kind = "state"
            phrases[:] = [other for other in phrases if other.first != begin]

    def _is_pronoun(self, at: int) -> bool:
        """Is it "he", not "that"? The words "o" and "ол" are both; as "that" they stand before one of a few nouns."""
        words = self.doc.tokens.words
        return at + 1 >= len(words) or words[at + 1] not in self._then_noun

    # --- can it be a subject? ----------------------------------------------------------------------------------------

    def _finish(self, phrases: list[Phrase], floor: int) -> None:
        """Prepositions, genitives, datelines and coordination, once the phrases have their full extent."""
        tokens = self.doc.tokens
        for number, phrase in enumerate(phrases):
            phrase.oblique |= self._after_preposition(phrase.first, floor) and not self._as_noted(phrase)
            phrase.oblique |= self._in_address(phrase)
            if phrase.kind == "body" and phrase.first and self._addressed:
                phrase.oblique |= tokens.words[phrase.first - 1] in self._addressed  # "в интервью агентству X"
            if phrase.last + 1 < len(tokens):
                between = self.doc.folded[tokens.ends[phrase.last] : tokens.starts[phrase.last + 1]]
                if self.language == "en":
                    phrase.oblique |= between.strip() in ("'", "`") and tokens.words[phrase.last + 1] == "s"
                if self.language in ("en", "ru"):
                    phrase.oblique |= between == "-"  # "the China-proposed initiative"
                if phrase.first == floor and phrase.kind in ("body", "place") and between != "-":
                    phrase.oblique |= between.strip() in ("-", "(", ".")  # a dateline
                if self.language in DROPS:
                    behind = tokens.words[phrase.last + 1]
                    phrase.oblique |= between.strip() == "" and behind in self._postpositions
                    phrase.oblique |= between in ("-", "'") and len(behind) <= _ENDING and phrase.kind == "group"
                    phrase.oblique |= self._attributive(phrase)
            if number:
                self._coordinate(phrases, number)

    def _as_noted(self, phrase: Phrase) -> bool:
        """Is it the subject in "As X noted, …"?"""
        words, at = self.doc.tokens.words, phrase.first - 1
        while at > 0 and words[at] in self._passed:
            at -= 1
        return self.language == "en" and words[at] == "as" and phrase.last + 1 in self.titles.verbs

    def _in_address(self, phrase: Phrase) -> bool:
        """Is a state named only to say where a place is ("in Astana, Kazakhstan, told …")?"""
        if self.language != "en" or phrase.kind != "state" or phrase.first - 1 not in self._places:
            return False
        return self.gap(phrase.first - 1, phrase.first) == ","

    def _after_preposition(self, first: int, floor: int) -> bool:
        words, at = self.doc.tokens.words, first - 1
        for _ in range(3):
            if not self._prepositions or at < floor or self.gap(at, at + 1).strip("\"'"):
                return False
            if words[at] in self._prepositions:
                return True
            if words[at] not in self._passed and at not in self._adjectives:
                return False
            at -= 1
        return False

    def _coordinate(self, phrases: list[Phrase], number: int) -> None:
        """Join a phrase with the one before it, past the owner of its title ("X və Qazaxıstanın naziri Y")."""
        phrase, at = phrases[number], number - 1
        begin = phrase.first
        while (
            at > 0 and phrases[at].oblique and phrases[at].kind in ("state", "body") and phrases[at].last == begin - 1
        ):
            begin, at = phrases[at].first, at - 1
        before = phrases[at]
        if not any(phrase.kind in kinds and before.kind in kinds for kinds in _ALIKE):
            return
        words = self.doc.tokens.words
        joint = [
            words[at]
            for at in range(before.last + 1, begin)
            if words[at] not in self._passed and words[at] != "counterpart" and at not in self._adjectives
        ]
        if len(joint) == 1 and joint[0] in self.and_words:
            phrase.partner, phrase.joined, before.joined = phrases.index(before), True, True
            if self.language in ("en", "ru"):
                phrase.oblique |= before.oblique
            else:
                before.oblique |= phrase.oblique  # the last of several carries the case of all

    def _attributive(self, phrase: Phrase) -> bool:
        """Is a bare state, body or title the first part of a compound ("Qazaxıstan heyəti", "ведомство басшысы")?"""
        office = phrase.kind == "title" or (phrase.kind == "person" and not phrase.named)
        owner = phrase.kind in ("state", "place", "common-body")
        if not (owner or office and phrase.cue is None):
            return False
        tokens, at = self.doc.tokens, phrase.last + 1
        if at >= len(tokens) or self.doc.folded[tokens.ends[phrase.last] : tokens.starts[at]] != " ":
            return False
        if owner and at in self.titles.spans:
            return True
        if office:
            apart = at in self.named or at in self.titles.spans
            return self.doc.text[tokens.starts[at]].isupper() and not apart
        return phrase.cue is None and cases.possessed(tokens.words[at : at + 2])
