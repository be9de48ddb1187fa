"""Titles: which words name an office or a kind of person, and to whose name they belong."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ..knowledge import Knowledge
from . import cases
from .model import Document
from .phrases import Phrase
from .roles import plural
from .speech import LAYER, ending, words_of
from .text import fold, kazakh_latin

#: Longest stretch of words between a title and the name it belongs to ("Head of APK's Secretariat of the … X").
_REACH = 14
_PLAIN, _PLAIN_LINKED = 1, 6  # words in it that are no names; more where "of" or a genitive links them
_LINKS = frozenset({"of", "to", "for", "on"})
_ARTICLES = frozenset({"the", "a", "an"})
#: Offices abroad: the state in front of them is where they are held, not whom they serve.
_ABROAD = frozenset(
    {"ambassador", "permanent-representative", "consul-general", "charge-daffaires", "special-representative"}
)


class Titles:
    """The titles of one document; ``spans``: first token → (last token, offices, base forms of the last word)."""

    def __init__(self, doc: Document, knowledge: Knowledge, owners: dict[int, str]) -> None:
        """``owners``: the state named up to a token, by the token behind its name."""
        self.doc, self.knowledge, self.language, self.owners = doc, knowledge, doc.language, owners
        self.key = f"kk-{doc.script}" if doc.language == "kk" else doc.language
        self._and = words_of("and", doc.language, doc.script)
        hits = doc.hits.get(LAYER, ())
        self.verbs = {first for first, _, cue in hits if cue.kind in ("say", "act", "credit", "welcome")}
        self.spans = self._find()
        self.starts = sorted(self.spans)
        self._bearers: dict[str, set[str]] = {}  # offices that the article gives to people

    def _find(self) -> dict[int, tuple[int, frozenset[str], tuple[str, ...]]]:
        """The longest title at each place, without overlap."""
        hits = self.doc.hits.get(LAYER, ())
        found: dict[tuple[int, int], tuple[set[str], tuple[str, ...]]] = {}
        for first, last, (role, title) in self.doc.hits.get("title", ()):
            base = fold(title.split()[-1])
            base = fold(kazakh_latin(base)) if self.key == "kk-latn" else base
            meant, bases = found.get((first, last), (set(), ()))
            found[first, last] = (meant | {role}, bases if base in bases else (*bases, base))
        for first, last, cue in hits:
            if cue.kind == "person":
                found.setdefault((first, last), (set(cue.roles), cue.bases))
        shared = {at for first, last, cue in hits if cue.kind == "shared" for at in (first, last)}
        if self.language != "en":  # "ученые" are many; but "the official" may be the one named before
            shared |= {first for first, _, cue in hits if cue.kind == "group" and not cue.oblique}
        words = self.doc.tokens.words
        spans: dict[int, tuple[int, frozenset[str], tuple[str, ...]]] = {}
        done = -1
        for (first, last), (roles, bases) in sorted(found.items(), key=lambda item: (item[0][0], -item[0][1])):
            if first > done and first not in shared and not self._plural(words[last], bases):
                spans[first] = (last, frozenset(roles), bases)
                done = last
        return spans

    def _plural(self, word: str, bases: tuple[str, ...]) -> bool:
        """Is the title in the plural, so that nobody in particular is meant?"""
        if self.language in ("en", "ru"):
            nearest = max(bases, key=lambda base: len(word) - len(ending(word, (base,))))
            return plural(self.doc, word, nearest)
        return cases.title_plural(self.key, word, bases)

    def _gap(self, left: int, right: int) -> str:
        tokens = self.doc.tokens
        return self.doc.folded[tokens.ends[left] : tokens.starts[right]].strip()

    def attach(
        self, begin: int, people: Sequence[Phrase], covered: Collection[int], adjectives: Collection[int]
    ) -> bool:
        """Give the title that begins at a token to the person it belongs to; False if it stands for itself.

        Parameters
        ----------
        people: the people named in the sentence.
        covered, adjectives: tokens of the names of bodies, states and places, and of demonyms.
        """
        end, roles, bases = self.spans[begin]
        inside = next(
            (person for person in people if person.named and person.first < begin and end < person.last), None
        )
        if inside is not None:
            # a further title in a chain; "Deputy Energy Minister" is a deputy minister, no lawmaker
            if self.doc.tokens.words[begin - 1] == "deputy" and any(role.endswith("minister") for role in roles):
                inside.roles, roles = inside.roles - {"lawmaker"}, frozenset({"deputy-minister"})
            inside.roles |= roles
            self._bearers.setdefault(inside.entities[0], set()).update(roles)
            return True
        oblique = cases.title_oblique(self.key, self.doc.tokens.words[end], bases)
        owner = self._owner(begin, end, people, covered, adjectives)
        if owner is None or (end < owner.first and self._apart(begin, roles, oblique, owner)):
            return False
        owner.roles |= roles
        self._bearers.setdefault(owner.entities[0], set()).update(roles)
        if end < owner.first:
            owner.first = begin
            owner.oblique |= self.language == "ru" and oblique
        return True

    def _owner(
        self, begin: int, end: int, people: Sequence[Phrase], covered: Collection[int], adjectives: Collection[int]
    ) -> Phrase | None:
        """The person a title is attached to: the name behind it, else the name before it with a comma between."""
        words = self.doc.tokens.words
        behind = min((person for person in people if person.first > end), key=lambda person: person.first, default=None)
        if behind is not None and behind.named and self._in_front(end, behind, covered, adjectives):
            return behind
        before = max((person for person in people if person.last < begin), key=lambda person: person.last, default=None)
        if before is None or begin - before.last > 3 or "," not in self._gap(before.last, before.last + 1):
            return None
        between = range(before.last + 1, begin)
        apposed = all(words[at] in _ARTICLES or at in adjectives or at in covered for at in between)
        return before if apposed else None

    def _in_front(self, end: int, person: Phrase, covered: Collection[int], adjectives: Collection[int]) -> bool:
        """Does a title that ends at a token lead to the name behind it?"""
        words = self.doc.tokens.words
        between = range(end + 1, person.first)
        if len(between) > _REACH:
            return False
        gaps = [self._gap(at, at + 1) for at in range(end, person.first)]
        if any(mark in gap for gap in gaps for mark in '.;:"!?'):
            return False
        if self.language not in ("en", "ru"):
            # "Baş nazirin müavini və müdafiə naziri X"
            return all(words[at] in self._and or self._in_title(at) for at in between)
        plain = [at for at in between if at not in covered and at not in adjectives and not self._in_title(at)]
        if (gaps[0] == "," and plain) or sum(gap.count(",") for gap in gaps) > 1:
            return False
        linked = bool(between) and (self.language == "ru" or words[between[0]] in _LINKS)
        return len(plain) <= (_PLAIN_LINKED if linked else _PLAIN) and not any(
            at in self.verbs or words[at] in self._and or words[at] in ("that", "who") for at in plain
        )

    def _in_title(self, at: int) -> bool:
        return any(start in self.spans and at <= self.spans[start][0] for start in range(at - 4, at + 1))

    def _apart(self, begin: int, roles: frozenset[str], oblique: bool, person: Phrase) -> bool:
        """Does a title in front of a name belong to somebody else?"""
        if self.language == "ru":
            # "с председателем парламента, X назвал …": the cases differ
            return oblique and not person.oblique and "," in self._gap(person.first - 1, person.first)
        if self.language == "en":
            return False
        entity = person.entities[0]
        held = self._bearers.get(entity, set())
        elsewhere = any(roles & other for who, other in self._bearers.items() if who != entity)
        record = self.knowledge.entities.get(entity)
        own = any(start in self.spans for start in range(self.spans[begin][0] + 1, person.first))
        if not roles and own and record is not None and record.offices:
            return True  # "sarapshy Memleket basshysy X … aıtady": the expert speaks, of an office-holder
        if held and not person.roles and not held & roles and elsewhere:
            return True  # "Səfir X-in gəlişindən məmnundur", where X is the minister
        state = self.owners.get(begin)
        return not roles & _ABROAD and record is not None and state is not None and record.state not in (None, state)
