"""Who could be the subject of a verb: the noun phrases of a stretch of text that name, or stand for, a speaker.

A phrase is read together with the title before it and the apposition behind it. Whether it can be a subject shows
in the preposition before it (English, Russian) or in its ending (Russian, Azerbaijani, Kazakh, Turkish).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ..knowledge import Knowledge
from .model import Document, Mention
from .speech import LAYER, Cue
from .text import fold, kazakh_latin

#: Longest stretch of words between a title and the name it belongs to ("Head of APK's Secretariat of the … X").
_TITLE_REACH = 14


@dataclass(slots=True)
class Phrase:
    """A noun phrase, tokens [first, last].

    ``kind``: person body state place title pronoun shared group common-body; ``entities``: whom it names, if it names
    somebody; ``cue``: what else is known (offices of a title, number of a pronoun, noun of a group).
    """

    first: int
    last: int
    kind: str
    entities: tuple[str, ...] = ()
    roles: frozenset[str] = frozenset()
    cue: Cue | None = None
    oblique: bool = False
    feminine: bool | None = None            # Russian surnames in -а: nominative of a woman or genitive of a man
    with_: int = -1                         # index of the phrase it is coordinated with ("X and Y")
    case: str = ""                          # where the text shows it: "locative", "ablative"
    generic: bool = True                    # a title without a state or body that says whose


@dataclass(slots=True)
class Titles:
    """Titles and other words for a person, without overlap: first token → (last token, offices, base of the last word)."""

    spans: dict[int, tuple[int, frozenset[str], str]] = field(default_factory=dict)


_PREPOSITIONS = {
    "en": set("of with by to for in at from on between under after before during among about against towards toward into "
              "alongside including via within upon over through without like than regarding as per behind beside beyond "
              "concerning despite following featuring versus".split()),
    "ru": set("в во на с со к ко о об обо от до из у за над под при для без между через после перед против около по про "
              "среди ради кроме вместо вокруг относительно благодаря согласно включая".split()),
}
_SKIPPED = {
    "en": set("the a an his her its their our my both former late new current then visiting incoming outgoing acting "
              "newly then-".split()),
    "ru": set("его ее их наш наша своего своей новым новой бывшим".split()),
}
_AND = {"en": {"and"}, "ru": {"и"}, "az": {"və", "ilə"}, "tr": {"ve", "ile"}, "kk": {"және", "мен", "пен", "бен", "jáne", "men", "pen", "ben"}}
_WITH = {"ilə", "ile", "мен", "пен", "бен", "men", "pen", "ben"}

_POSSESSIVE = r"(?:l[aəe]r)?(?:s?[iuü]|[iuü]m[iuü]z|[yğg][iuü])?(?:d[iuü]r)?"
_NOMINATIVE_END = {
    "az": re.compile(_POSSESSIVE), "tr": re.compile(_POSSESSIVE),
    "kk-cyrl": re.compile(r"(?:[лдт][ае]р)?(?:с?[ыі]|г[іы]|ғ[ыі]|[ыі]м[ыі]з)?"),
    "kk-latn": re.compile(r"(?:[ldt][ae]r)?(?:s?[yi]|g[iy]|ǵ[yi]|[yi]m[yi]z)?"),
}
# Case endings as they show on a name whose base is not known.
_OBLIQUE_END = {
    "az": re.compile(r"(?:n[iuü]n|nd[aə]n?|yl[aə]|n[aə]|ni|(?<=[bcçdfgğhjklmnpqrsştvxyz])(?:in|un|ün|d[aə]n?|l[aə]|ə)|y[aə]|yi)$"),
    "tr": re.compile(r"'(?:n?[iuü]n|y?[aeiuü]|[dt][ae]n?|n[ae]|nd[ae]n?|yl?[ae]|l[ae])\w*$|(?:s[iuü]|l[ae]r[iu]|l[iuü]ğ[iuü])(?:n[iuü]n|n[ae]|nd[ae]n?|n[iuü]|yl[ae])$"),
    "kk-cyrl": re.compile(r"(?:[дтн][ыі]ң|[қғ]а|[кг]е|[дтн][ыі]|[дт][ае]|[дтн][ае]н|[мбп]ен|[ыі]н[ае]?|[ыі]нда|[ыі]нде)$"),
    "kk-latn": re.compile(r"(?:[dtn][yi]ń|[qǵ]a|[kg]e|[dtn][yi]|[dt][ae]|[dtn][ae]n|[mbp]en|[yi]n[ae]?|[yi]nda|[yi]nde)$"),
    "ru": re.compile(r"(?:ым|им|ом|ем|ему|ому|ого|его|ой|ею|ами|ями|ах|ях|ых|их|у|ю|(?<=[бвгджзклмнпрстфхцчшщ])[еы])$"),
}
_ABLATIVE = {"az": re.compile(r"n?d[aə]n$"), "tr": re.compile(r"n?[dt][ae]n$"), "kk": re.compile(r"[ндтndt][аеae]н?n?$")}
_LOCATIVE = {"az": re.compile(r"n?d[aə]$"), "tr": re.compile(r"n?[dt][ae]$"), "kk": re.compile(r"[дтdt][аеae]$")}


class Subjects:
    """Finds the phrases of one document; holds what does not change within it."""

    def __init__(self, doc: Document, knowledge: Knowledge) -> None:
        self.doc, self.knowledge = doc, knowledge
        self.language = doc.language
        self.key = f"kk-{doc.script}" if doc.language == "kk" else doc.language
        tokens = doc.tokens
        self._token_at = {start: number for number, start in enumerate(tokens.starts)}
        self.spans = [self._token_span(mention) for mention in doc.mentions]
        self.titles = self._titles()
        self._nominatives: dict[str, set[str]] = {}
        self._cues: dict[int, list[tuple[int, Cue]]] = {}
        for first, last, cue in doc.hits.get(LAYER, ()):
            if cue.kind in ("pronoun", "shared", "side", "group", "person", "body"):
                self._cues.setdefault(first, []).append((last, cue))

    def _token_span(self, mention: Mention) -> tuple[int, int]:
        starts = self.doc.tokens.starts
        first = self._token_at.get(mention.start)
        if first is None:
            first = next((n for n, s in enumerate(starts) if s >= mention.start), len(starts) - 1)
        last = first
        while last + 1 < len(starts) and starts[last + 1] < mention.end:
            last += 1
        return first, last

    def _titles(self) -> dict[int, tuple[int, frozenset[str], str]]:
        found: dict[tuple[int, int], tuple[set[str], str]] = {}
        for first, last, (role, title) in self.doc.hits.get("title", ()):
            roles, _ = found.setdefault((first, last), (set(), title.split()[-1]))
            roles.add(role)
        for first, last, cue in self.doc.hits.get(LAYER, ()):
            if cue.kind == "person" and (first, last) not in found:
                found[first, last] = (set(cue.roles), cue.base)
        spans: dict[int, tuple[int, frozenset[str], str]] = {}
        done = -1
        for (first, last), (roles, base) in sorted(found.items(), key=lambda item: (item[0][0], -item[0][1])):
            if first > done:
                spans[first] = (last, frozenset(roles), fold(base))
                done = last
        return spans

    # --- case ----------------------------------------------------------------------------------------------------

    def _known_nominatives(self, entity: str) -> set[str]:
        """Last words of the entity's names as the dictionary has them."""
        known = self._nominatives.get(entity)
        if known is None:
            known = set()
            record = self.knowledge.entities.get(entity)
            if record is not None:
                names = [*record.names.get(self.language, ()), *record.abbreviations.get(self.language, ()),
                         *record.short.get(self.language, ()), *record.former.get(self.language, ())]
                for name in names:
                    if self.key == "kk-latn":
                        name = kazakh_latin(name)
                    known.add(re.split(r"[\s.\-]", fold(name))[-1])
            self._nominatives[entity] = known
        return known

    def _name_case(self, mention: Mention, last: int) -> tuple[bool, bool | None]:
        """Is the name in an oblique case? And for a Russian surname in -а: can it only be a woman's nominative?"""
        if self.language == "en":
            return False, None
        word = self.doc.tokens.words[last]
        known = self._known_nominatives(mention.entity)
        if word in known:
            return False, None
        if self.language == "tr":
            if "'" in word:
                return bool(_OBLIQUE_END["tr"].search(word)), None
            return bool(mention.type == "ORG" and _OBLIQUE_END["tr"].search(word)), None
        end = _OBLIQUE_END[self.key]
        if any(word.startswith(base) and len(base) > 2 for base in known):
            base = max((base for base in known if word.startswith(base)), key=len)
            rest = word[len(base):]
            if self.language == "ru":
                return True, None
            return not _NOMINATIVE_END[self.key].fullmatch(rest) if mention.type != "PERSON" else True, None
        if self.language == "ru":
            if mention.type == "PERSON" and word.endswith(("ова", "ева", "ина", "ая")):
                return False, True
            if mention.type == "PERSON" and re.search(r"(?:ов|ев|ин|ян|ич|ий|ко|ль|н|р|т|д|к|с)а$", word):
                return True, None
            if mention.type != "PERSON" and word.endswith(("а", "и", "ы")):
                first_word = self.doc.tokens.words[self._token_at.get(mention.start, last)]
                return not first_word.endswith(("ство", "ия", "ет", "т", "ба", "ие", "нк", "д", "ь", "р")), None
            return bool(end.search(word)) and not word.endswith(("ский", "ий", "кой")), None
        return len(word) > 4 and bool(end.search(word)), None

    def _title_case(self, last: int, base: str) -> bool:
        """Is the title in an oblique case, judged against its base form?"""
        word = self.doc.tokens.words[last]
        if self.language == "en":
            return False
        if self.key == "kk-latn":
            base = fold(kazakh_latin(base)) if not base.isascii() and re.search("[а-я]", base) else base
        if self.language == "ru":
            return word != base
        word = word.partition("'")[0] if "'" not in base else word
        shared = 0
        while shared < min(len(word), len(base)) and word[shared] == base[shared]:
            shared += 1
        rest = word[shared:]
        if self.language == "tr" and "'" in self.doc.tokens.words[last]:
            return True
        return not _NOMINATIVE_END[self.key].fullmatch(rest)

    def _after_preposition(self, first: int, floor: int) -> bool:
        prepositions = _PREPOSITIONS.get(self.language)
        if not prepositions:
            return False
        words, at = self.doc.tokens.words, first - 1
        steps = 0
        while at >= floor and steps < 3 and self._beside(at):
            if words[at] in prepositions:
                return True
            if not (words[at] in _SKIPPED[self.language] or at in self._adjectives):
                return False
            at -= 1
            steps += 1
        return False

    def _beside(self, at: int) -> bool:
        """Is there nothing but a space between this token and the next?"""
        tokens = self.doc.tokens
        return at + 1 >= len(tokens) or self.doc.folded[tokens.ends[at]:tokens.starts[at + 1]].strip(" \"'") == ""

    def _gap(self, left: int, right: int) -> str:
        tokens = self.doc.tokens
        return self.doc.folded[tokens.ends[left]:tokens.starts[right]].strip()

    # --- phrases ---------------------------------------------------------------------------------------------------

    def phrases(self, first: int, last: int, numbers: Iterable[int], quoted: Sequence[bool] | None) -> list[Phrase]:
        """The phrases among tokens [first, last), in order.

        Parameters
        ----------
        numbers: indices of the mentions in the stretch.
        quoted: per token of the document, whether it is inside quoted speech; those tokens give no phrase.
        """
        out: list[Phrase] = []
        covered: set[int] = set()
        self._adjectives: set[int] = set()
        items: list[tuple[int, int, Mention]] = []
        for number in numbers:
            begin, end = self.spans[number]
            if quoted is not None and quoted[begin]:
                continue
            mention = self.doc.mentions[number]
            items.append((begin, end, mention))
            if mention.kind == "demonym":
                self._adjectives.update(range(begin, end + 1))
            elif mention.type != "PERSON" or mention.kind == "role":
                covered.update(range(begin, end + 1))
        title_spans = []
        for at in range(first, last):
            title = self.titles.get(at)
            if title and not (quoted is not None and quoted[at]):
                title_spans.append((at, *title))
        phrases: list[Phrase] = []
        for begin, end, mention in items:
            phrase = self._of_mention(begin, end, mention, first, last)
            if phrase is not None:
                phrases.append(phrase)
        people = {phrase.first: phrase for phrase in phrases if phrase.kind == "person"}
        for begin, end, roles, base in title_spans:
            if begin in covered and end in covered:
                # the title inside "the Kazakh President", or inside the name of a body
                for phrase in people.values():
                    if phrase.first <= begin and end <= phrase.last:
                        phrase.roles |= roles
                        if self._title_case(end, base) and (self.language != "ru" or begin == phrase.first):
                            phrase.oblique = True
                continue
            owner = self._owner_of_title(begin, end, people.values(), covered)
            if owner is not None:
                owner.roles |= roles
                if end < owner.first:
                    owner.first = begin
                    if self.language == "ru" and self._title_case(end, base):
                        owner.oblique = True
                continue
            phrases.append(Phrase(begin, end, "title", roles=roles, oblique=self._title_case(end, base),
                                  generic=not self._owned(begin, phrases)))
        phrases = [phrase for phrase in phrases
                   if not any(other is not phrase and other.first <= phrase.first and phrase.last <= other.last
                              and (other.first, other.last) != (phrase.first, phrase.last) for other in phrases
                              if other.kind in ("person", "body"))]
        phrases += self._of_cues(first, last, phrases, quoted)
        phrases.sort(key=lambda phrase: (phrase.first, -phrase.last))
        for phrase in phrases:
            if not out or phrase.first > out[-1].last:
                out.append(phrase)
        self._finish(out, first)
        return out

    def _of_mention(self, begin: int, end: int, mention: Mention, first: int, last: int) -> Phrase | None:
        if mention.kind == "demonym":
            return None
        kinds = {"PERSON": "person", "ORG": "body", "COUNTRY": "state", "PLACE": "place"}
        kind = kinds.get(mention.type)
        if kind is None:
            return None
        phrase = Phrase(begin, end, kind, (mention.entity,))
        if mention.kind == "role":
            return phrase                     # its case shows in the title
        phrase.oblique, phrase.feminine = self._name_case(mention, end)
        if kind == "place":
            record = self.knowledge.entities.get(mention.entity)
            if record is not None and "capital" in record.tags and record.state:
                phrase.entities = (record.state,)
            elif record is not None:
                return None                   # no capital: a place does not speak
        words = self.doc.tokens.words
        if self.language == "en" and end + 1 < len(words) and words[end + 1] == "s" and self._gap(end, end + 1) in ("'", "`"):
            phrase.oblique = True
        if phrase.oblique and self.language in _ABLATIVE:
            if _ABLATIVE[self.language].search(words[end]):
                phrase.case = "ablative"
            elif _LOCATIVE[self.language].search(words[end]):
                phrase.case = "locative"
        return phrase

    def _owner_of_title(self, begin: int, end: int, people: Iterable[Phrase], covered: set[int]) -> Phrase | None:
        """The person a title is attached to: the name behind it, else the name before it with a comma between."""
        words = self.doc.tokens.words
        behind = min((person for person in people if person.first > end), key=lambda person: person.first, default=None)
        if behind is not None and behind.first - end <= _TITLE_REACH:
            between = range(end + 1, behind.first)
            plain = [at for at in between if at not in covered and at not in self._adjectives and not self._in_title(at)]
            joints = self._gap(end, end + 1)
            limit = 6 if self.language in ("en", "ru") and (end + 1 < len(words) and (
                words[end + 1] in ("of", "to", "for", "on") or self.language == "ru")) else 1
            commas = sum(self._gap(at, at + 1).count(",") for at in range(end, behind.first))
            hard = any(mark in self._gap(at, at + 1) for at in range(end, behind.first) for mark in '.;:"!?')
            if not hard and commas <= 1 and len(plain) <= limit and not any(at in self._verbs for at in plain) and not (
                    joints == "," and len(plain)) and not (set(words[at] for at in plain) & (_AND[self.language] | {"that", "who"})):
                return behind
        before = max((person for person in people if person.last < begin), key=lambda person: person.last, default=None)
        if before is not None and begin - before.last <= 3 and "," in self._gap(before.last, before.last + 1) and all(
                words[at] in ("the", "a", "an") or at in self._adjectives or at in covered for at in range(before.last + 1, begin)):
            # "X, Minister of …" unless a name follows the title, which was tried first
            return before
        return None

    @property
    def _verbs(self) -> set[int]:
        cached = getattr(self, "_verb_tokens", None)
        if cached is None:
            cached = {first for first, _, cue in self.doc.hits.get(LAYER, ()) if cue.kind in ("say", "act", "credit", "welcome")}
            self._verb_tokens = cached
        return cached

    def _in_title(self, at: int) -> bool:
        return any(start <= at <= span[0] for start in range(at - 4, at + 1) if (span := self.titles.get(start)))

    def _owned(self, begin: int, phrases: list[Phrase]) -> bool:
        return begin - 1 in self._adjectives or any(phrase.last == begin - 1 for phrase in phrases)

    def _of_cues(self, first: int, last: int, phrases: list[Phrase], quoted: Sequence[bool] | None) -> list[Phrase]:
        taken = {at for phrase in phrases for at in range(phrase.first, phrase.last + 1)}
        out = []
        for at in range(first, last):
            for end, cue in sorted(self._cues.get(at, ()), key=lambda item: -item[0]):
                if cue.kind == "person" or at in taken or end in taken or quoted is not None and quoted[at]:
                    continue
                phrase = Phrase(at, end, {"body": "common-body"}.get(cue.kind, cue.kind), cue=cue)
                if cue.kind in ("group", "side", "common-body", "body"):
                    self._of_state(phrase, phrases)
                    if cue.kind == "side" and not phrase.entities:
                        continue
                if cue.kind == "pronoun" and not self._is_pronoun(at):
                    continue
                if cue.kind == "body":
                    phrase.oblique = self._title_case(end, cue.base) if not phrase.entities else phrase.oblique
                    if phrase.oblique and self.language in _ABLATIVE and _ABLATIVE[self.language].search(self.doc.tokens.words[end]):
                        phrase.case = "ablative"
                out.append(phrase)
                taken.update(range(at, end + 1))
                break
        return out

    def _of_state(self, phrase: Phrase, phrases: list[Phrase]) -> None:
        """Take in the state or place in front of a group ("Kazakh authorities", "Azərbaycan tərəfi", "official Baku")."""
        cue = phrase.cue
        behind = next((other for other in phrases if other.first == phrase.last + 1 and other.kind in ("state", "place")), None)
        if cue is not None and cue.kind == "side" and behind is not None:
            phrase.entities, phrase.last = behind.entities, behind.last
            phrase.kind = "state"
            phrases.remove(behind)
            return
        for mention, (begin, end) in zip(self.doc.mentions, self.spans, strict=True):
            if end == phrase.first - 1 and mention.type in ("COUNTRY", "PLACE") and self._beside(end):
                phrase.entities = (mention.entity,)
                phrase.first = begin
                if cue is not None and cue.kind == "side":
                    phrase.kind = "state"
                for other in [other for other in phrases if other.first == begin]:
                    phrases.remove(other)
                return

    def _is_pronoun(self, at: int) -> bool:
        """"o", "ол" are also "that": a pronoun has a mark or no noun behind it; its own sentence start is enough."""
        word = self.doc.tokens.words[at]
        if word not in ("o", "ол", "ol"):
            return True
        following = self.doc.tokens.words[at + 1] if at + 1 < len(self.doc.tokens) else ""
        if self._gap(at, at + 1).startswith(",") if following else True:
            return True
        return following not in ("cümlədən", "zaman", "vaxt", "kimi", "qədər", "кезде", "жерде", "үшін", "кезеңде", "күні",
                                 "zamanki", "dönem", "gün", "nedenle", "tarihte", "kezde", "úshin", "jerde")

    def _finish(self, phrases: list[Phrase], floor: int) -> None:
        """Prepositions, genitives and coordination, once the phrases have their full extent."""
        words = self.doc.tokens.words
        for number, phrase in enumerate(phrases):
            if self._after_preposition(phrase.first, floor):
                phrase.oblique = True
            if self.language == "en" and phrase.last + 1 < len(words) and words[phrase.last + 1] == "s" and \
                    self._gap(phrase.last, phrase.last + 1) in ("'", "`"):
                phrase.oblique = True
            if self.language in ("az", "tr", "kk") and phrase.kind in ("state", "place") and not phrase.oblique and \
                    phrase.cue is None and self._attributive(phrase):
                phrase.oblique = True
            if number and phrase.kind in ("person", "body", "state", "title"):
                before = phrases[number - 1]
                joint = words[before.last + 1:phrase.first]
                bare = [word for word in joint if word not in _SKIPPED.get(self.language, ()) and word not in ("counterpart", "the")]
                bare = [word for word in bare if before.last + 1 + joint.index(word) not in self._adjectives]
                if before.kind in ("person", "body", "state", "title") and bare and len(bare) == 1 and bare[0] in _AND[self.language]:
                    phrase.with_ = number - 1
                    if bare[0] in _WITH:
                        continue
                    if before.oblique and self.language in ("en", "ru"):
                        phrase.oblique = True

    def _attributive(self, phrase: Phrase) -> bool:
        """Is a bare state name the first part of a compound ("Qazaxıstan nümayəndə heyəti")?"""
        tokens = self.doc.tokens
        at = phrase.last + 1
        if at >= len(tokens) or self.doc.folded[tokens.ends[phrase.last]:tokens.starts[at]] != " ":
            return False
        return any(re.search(r"(?:[iuüыіy]|s[iuü]|n[iuü]n|[ыіyi][nн](?:[dд]\w*|[aеаe])?)$", tokens.words[number])
                   for number in range(at, min(at + 3, len(tokens))))
