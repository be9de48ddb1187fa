"""Mentions: names, demonyms and roles with their links (codebook, section 1).

The order of trust: what the knowledge base lists; names with a head word; people by the habits of names; later
mentions of people of the article; offices. Every step reads plain spans of tokens and the last one writes the
document's mentions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..knowledge import Knowledge
from ..knowledge.wordlists import WordLists
from . import bodies, names, roles
from .links import KnownPeople, holders, holds, plausible
from .model import Document, Mention
from .morphology import rules
from .people import PeopleFinder, Person, Persons
from .roles import Span
from .romanize import slug

_DOMAIN = re.compile(r"(?<![\w@./-])[A-Za-zƏəİıŞşÇçÖöÜüĞğ][\w-]*\.(?:kz|az|com|org|net|ru|tr|uz|kg|am|ge|info|news|tv)(?![\w/@])")
_CAMEL = re.compile(r"(?<![\w@./-])(?!Ma?c[A-Z]|De[A-Z]|Di[A-Z]|L[ae][A-Z])[A-Z][a-z]+(?:[A-Z][a-z]+)+(?![\w@/.-]*/)")


class MentionFinder:
    """Finds the mentions of documents in one language and script; made once, used for many."""

    def __init__(self, knowledge: Knowledge, wordlists: WordLists, known_people: KnownPeople, language: str, script: str) -> None:
        self.knowledge, self.wordlists, self.known_people = knowledge, wordlists, known_people
        self.language, self.script = language, script
        self.people = PeopleFinder(wordlists, language, script)
        self.morphology = rules(language, script)

    def entries(self) -> Iterator[tuple[str, str, Any]]:
        """What the lexicon is to look for on behalf of mentions."""
        yield from names.entries(self.knowledge, self.language, self.script)
        for pattern in self.wordlists.no_mentions.get(self.language, ()):
            yield pattern, "name", names.NO_MENTION
        for role in self.knowledge.roles.values():
            for title in role.titles.get(self.language, []):
                yield title, "title", (role.id, self.wordlists.folded(title, self.language, self.script))
        for pattern in self.wordlists.titles.get(self.language, ()):
            yield pattern, "personal-title", pattern
        for pattern, head in self.wordlists.heads.get(self.language, ()):
            yield pattern, "head", bodies.Head(*head)
        for pattern, body in self.wordlists.common_bodies.get(self.language, ()):
            yield pattern, "common-body", (body, self.wordlists.folded(pattern, self.language, self.script))

    def annotate(self, doc: Document) -> None:
        """Set ``doc.mentions``, ordered by start and without overlap but for a state inside an attached title."""
        capital = [doc.text[start].isupper() for start in doc.tokens.starts]
        spans = self._known(doc)
        spans = self._with_heads(doc, spans, self._surroundings(doc, spans, capital))
        spans = self._with_owner(doc, spans)
        spans = self._common_bodies(doc, spans)
        spans = self._brands(doc, spans)
        spans = self._people(doc, spans, capital)
        spans = self._abbreviated(doc, spans)
        spans = self._roles(doc, spans)
        doc.mentions = self._mentions(doc, spans)

    # --- bodies, places, states ------------------------------------------------------------------------------

    def _known(self, doc: Document) -> list[Span]:
        chosen = names.choose(names.accepted(doc, doc.hits.get("name", ())))
        spans = []
        full = {entry.entity for _, _, readings in chosen for entry in readings if entry.source != "short"}
        for first, last, readings in chosen:
            if names.NO_MENTION in readings:
                continue                    # "Türk dünyası" is the Turkic world, not Turkey's
            if first == last and self._begins_a_name(doc, first):
                continue                    # "Novruz Mammadov" is no holiday
            short = [entry for entry in readings if entry.source == "short"]
            if len(short) == len(readings):
                # a short form needs the full one in the article, or to be the only thing of that name
                named = [entry for entry in short if entry.entity in full]
                readings = named or (short if len({entry.entity for entry in short}) == 1 else [])
                if not readings:
                    continue
            entities = tuple(dict.fromkeys(entry.entity for entry in readings))
            if len(entities) > 1:
                entities = self._in_office(entities, doc.date) or entities
            entry = next(entry for entry in readings if entry.entity in entities)
            open_link = len(entities) > 1
            spans.append(Span(first, last, entry.type, entry.kind, slug(self._surface(doc, first, last), self.language, self.script)
                              if open_link else entities[0], "open" if open_link else entry.source, entities if open_link else ()))
        return spans

    def _begins_a_name(self, doc: Document, token: int) -> bool:
        """Is the word a given name with a surname right behind it?"""
        tokens = doc.tokens
        return token + 1 < len(tokens) and doc.folded[tokens.ends[token]:tokens.starts[token + 1]] == " " and \
            doc.text[tokens.starts[token + 1]].isupper() and self.people.is_given(tokens.words[token]) and \
            self.people.is_surname(tokens.words[token + 1])

    def _in_office(self, entities: tuple[str, ...], date: str | None) -> tuple[str, ...]:
        """Of namesakes, those in an office on the date."""
        if date is None:
            return ()
        return tuple(entity for entity in entities if entity in self.knowledge.entities
                     and any(holds(office, date) for office in self.knowledge.entities[entity].offices))

    def _surface(self, doc: Document, first: int, last: int) -> str:
        return doc.text[doc.tokens.starts[first]:doc.tokens.ends[last]]

    def _surroundings(self, doc: Document, spans: list[Span], capital: list[bool]) -> bodies.Surroundings:
        taken = self._taken(doc, spans)
        people = {token for span in spans if span.type == "PERSON" for token in range(span.first, span.last + 1)}
        for first, last, rule in self.people.find(doc, taken, capital, set()):
            if rule != "person:surname":    # given names and initials are sure enough to end a body's name
                people.update(range(first, last + 1))
        places = {token for span in spans if span.type in ("COUNTRY", "PLACE") for token in range(span.first, span.last + 1)}
        return bodies.Surroundings(capital, people, places)

    def _taken(self, doc: Document, spans: list[Span]) -> list[bool]:
        """Tokens that cannot be part of a new person's name: other names, and titles."""
        taken = [False] * len(doc.tokens)
        for span in spans:
            for token in range(span.first, span.last + 1):
                taken[token] = True
        for layer in ("title", "personal-title", "common-body"):
            for first, last, _ in doc.hits.get(layer, ()):
                for token in range(first, last + 1):
                    # "Sultan", "Khan" are given names as well as titles
                    taken[token] = taken[token] or layer != "personal-title" or not self.people.is_given(doc.tokens.words[token])
        return taken

    def _with_heads(self, doc: Document, spans: list[Span], around: bodies.Surroundings) -> list[Span]:
        """Names with a head word, unless the knowledge base covers the words as well or better."""
        owner = _owners(spans)
        # of two head words in one name the last is its kind ("Security Treaty Organisation"), in Russian the first
        sign = 1 if self.language == "ru" else -1
        found = sorted(bodies.find(doc, doc.hits.get("head", []), around), key=lambda item: (item[0] - item[1], item[0], sign * item[2]))
        for first, last, _, type_ in found:
            rule = f"{type_.lower()}:head"
            inside = {id(owner[token]): owner[token] for token in range(first, last + 1) if token in owner}.values()
            if any(span.first < first or span.last > last or span.first == first and span.last == last for span in inside):
                continue
            same = [span for span in inside if span.type == type_ and span.rule != rule]
            # a known name with its owner before or behind it is still that thing
            core = next((span for span in same if span.last == last or span.first == first), None)
            entity = core.entity if core is not None else self._slug(doc, first, last)
            new = Span(first, last, type_, "name", entity, f"{core.rule}+owner" if core is not None else rule)
            for span in list(inside):
                spans.remove(span)
            spans.append(new)
            for token in range(first, last + 1):
                owner[token] = new
        spans.sort(key=lambda span: span.first)
        return self._same_body(doc, spans)

    def _slug(self, doc: Document, first: int, last: int) -> str:
        return slug(self._surface(doc, first, last), self.language, self.script)

    def _same_body(self, doc: Document, spans: list[Span]) -> list[Span]:
        """A shorter form of a body named before is that body: "Diasporla İş üzrə Dövlət Komitəsi" … "Dövlət Komitəsi"."""
        seen: list[tuple[list[str], Span]] = []
        for span in spans:
            if span.type not in ("ORG", "EVENT", "DOCUMENT") or span.kind != "name":
                continue
            words = doc.tokens.words[span.first:span.last + 1]
            if span.rule.endswith(":head"):
                for longer, other in reversed(seen):
                    if other.type == span.type and len(longer) > len(words) > 1 and (
                            _alike(longer[-len(words):], words) or _alike(longer[: len(words)], words)):
                        span.entity, span.rule = other.entity, f"{span.rule}+short"
                        break
                    if other.type == span.type and len(longer) == len(words) and _alike(longer, words):
                        span.entity = other.entity
                        break
            seen.append((words, span))
        return spans

    def _with_owner(self, doc: Document, spans: list[Span]) -> list[Span]:
        """A state that says whose body it is belongs to the body's name ("Milli Majlis of Azerbaijan")."""
        out: list[Span] = []
        for number, span in enumerate(spans):
            if span.type == "COUNTRY" and span.last + 1 < len(doc.tokens) and (
                    number + 1 == len(spans) or spans[number + 1].first > span.last + 1) and \
                    self.wordlists.is_currency(doc.tokens.words[span.last + 1], self.language):
                continue                    # "US dollar", "Türk lirası": a currency is no mention
            previous = out[-1] if out else None
            if previous is not None and previous.kind == "name" and span.kind == "name" or (
                    previous is not None and previous.kind == "demonym" and span.type == "ORG"):
                if span.type in ("ORG", "EVENT") and previous.type == "COUNTRY" and self._belongs(span, previous) and \
                        self._owner_before(doc, previous, span):
                    out[-1] = Span(previous.first, span.last, span.type, "name", span.entity, f"{span.rule}+owner", span.candidates)
                    continue
                if span.type == "COUNTRY" and previous.type == "ORG" and self._belongs(previous, span) and \
                        self._owner_behind(doc, previous, span):
                    out[-1] = Span(previous.first, span.last, "ORG", "name", previous.entity, f"{previous.rule}+owner",
                                   previous.candidates)
                    continue
            out.append(span)
        return out

    def _belongs(self, body: Span, state: Span) -> bool:
        known = self.knowledge.entities.get(body.entity)
        return known is None and body.rule.endswith(":head") or known is not None and known.state == state.entity

    def _between(self, doc: Document, left: Span, right: Span) -> str:
        return doc.folded[doc.tokens.ends[left.last]:doc.tokens.starts[right.first]]

    def _owner_before(self, doc: Document, state: Span, body: Span) -> bool:
        between = self._between(doc, state, body)
        if self.language == "en":
            return between in ("'s ", "' ") or between == " "
        return between == " " and self.language != "ru"

    def _owner_behind(self, doc: Document, body: Span, state: Span) -> bool:
        between = self._between(doc, body, state)
        return between in (" of ", " of the ") if self.language == "en" else between == " " and self.language == "ru"

    def _common_bodies(self, doc: Document, spans: list[Span]) -> list[Span]:
        """Governments, ministries, embassies, press services written small but named with their state, body or office."""
        for _ in range(2):                  # a ministry with its state, then the press service of that ministry
            spans = self._common_bodies_once(doc, spans)
        return self._bare_abbreviations(doc, spans)

    def _bare_abbreviations(self, doc: Document, spans: list[Span]) -> list[Span]:
        """"МИД", "XİN" without a state: the ministry the article named before, or one left open."""
        taken = _owners(spans)
        for first, last, (kind, _) in doc.hits.get("common-body", ()):
            shown = self._surface(doc, first, last)
            if first != last or first in taken or sum(letter.isupper() for letter in shown) < 2 or shown.lower() == shown:
                continue
            named = {span.entity for span in spans if span.type == "ORG" and span.entity.startswith(f"{kind}-of-")}
            spans.append(Span(first, last, "ORG", "name", named.pop() if len(named) == 1 else kind, "body:abbreviation"))
        return sorted(spans, key=lambda span: span.first)

    def _common_bodies_once(self, doc: Document, spans: list[Span]) -> list[Span]:
        hits = [hit for hit in doc.hits.get("common-body", ()) if not roles.inside(hit[0], hit[1], spans)]
        if not hits:
            return spans
        offices = roles.find(doc, doc.hits.get("title", []), spans)
        # "the Prime Minister's press service": an office owns a body like a state does
        owners = [Span(office.first, office.last, "ORG", "name", f"{office.roles[0]}-of-{office.owner.entity}", "office")
                  for office in offices if office.attached is None]
        covered = {token for span in (*spans, *owners) for token in range(span.first, span.last + 1)}
        owners += [Span(first, last, "ORG", "name", meant[0], "office")
                   for first, last, meant, _ in roles.longest(doc.hits.get("title", [])) if not covered & set(range(first, last + 1))]
        inside_offices = {id(span) for owner in owners for span in spans if owner.first <= span.first and span.last <= owner.last}
        outer = sorted([*(span for span in spans if id(span) not in inside_offices), *owners], key=lambda span: span.first)
        for office in roles.find(doc, hits, outer):
            owner = office.owner
            kind = office.roles[0]
            if owner.rule == "office" and kind not in ("press-service", "administration"):
                continue
            entity = self.wordlists.common_body_entity(kind, owner.entity, self.knowledge) or f"{kind}-of-{owner.entity}"
            spans = [span for span in spans if span.last < office.first or span.first > office.last]
            spans.append(Span(office.first, office.last, "ORG", "name", entity, "body:owner"))
        return sorted(spans, key=lambda span: span.first)

    def _abbreviated(self, doc: Document, spans: list[Span]) -> list[Span]:
        """Abbreviations that the article introduces in brackets, and their later uses."""
        owner = _owners(spans)
        known: dict[str, Span] = {}
        out = list(spans)
        for span in spans:
            if span.type not in ("ORG", "EVENT", "DOCUMENT", "ROUTE") or span.kind != "name" or span.last + 1 >= len(doc.tokens):
                continue
            at = span.last + 1
            gap = doc.folded[doc.tokens.ends[span.last]:doc.tokens.starts[at]]
            shown = self._surface(doc, at, at)
            if gap.strip() == "(" and doc.folded[doc.tokens.ends[at]:doc.tokens.ends[at] + 1] in (")", ",") and \
                    2 <= len(shown) <= 10 and sum(letter.isupper() for letter in shown) >= 2 and at not in owner:
                known[shown] = span
        for shown, span in known.items():
            for number, start in enumerate(doc.tokens.starts):
                if number not in owner and doc.text.startswith(shown, start) and doc.tokens.ends[number] == start + len(shown):
                    out.append(Span(number, number, span.type, "name", span.entity, "abbreviation:introduced"))
        return sorted(out, key=lambda span: span.first)

    def _brands(self, doc: Document, spans: list[Span]) -> list[Span]:
        """Outlets named by their address ("Ranking.kz") and trade names in camel case ("TruthSocial")."""
        owner = _owners(spans)
        at = {start: number for number, start in enumerate(doc.tokens.starts)}
        new = []
        for pattern, rule in ((_DOMAIN, "org:address"), (_CAMEL, "org:camel-case")):
            for match in pattern.finditer(doc.text):
                first = at.get(match.start())
                if first is None:
                    continue
                last = first
                while last + 1 < len(doc.tokens) and doc.tokens.ends[last] < match.end():
                    last += 1
                if not any(token in owner for token in range(first, last + 1)):
                    new.append(Span(first, last, "ORG", "name", self._slug(doc, first, last), rule))
                    owner.update({token: new[-1] for token in range(first, last + 1)})
        return sorted([*spans, *new], key=lambda span: span.first)

    # --- people --------------------------------------------------------------------------------------------------

    def _people(self, doc: Document, spans: list[Span], capital: list[bool]) -> list[Span]:
        taken = self._taken(doc, spans)
        persons = Persons()
        for span in spans:
            if span.type == "PERSON":
                known = self.knowledge.entities.get(span.entity)
                first = known is not None and known.family == "first"
                persons.add(self.people.person(doc, span.first, span.last, span.entity, first), self.morphology)
        ends, starts = doc.tokens.ends, doc.tokens.starts
        titles = {last + 1 for _, last, _ in (*doc.hits.get("title", ()), *doc.hits.get("personal-title", ()))
                  if last + 1 < len(starts) and doc.folded[ends[last]:starts[last + 1]] in (" ", ", ")}
        new: list[Span] = []
        alone: list[tuple[int, str]] = []
        for first, last, rule in self.people.find(doc, taken, capital, titles):
            if first == last:
                alone.append((first, rule))
                continue
            person = self.people.person(doc, first, last)
            surface = " ".join(self._surface(doc, first, last).split())
            entity, rule = self._identify(doc, person, surface, rule, persons)
            new.append(Span(first, last, "PERSON", "name", entity, rule))
            for token in range(first, last + 1):
                taken[token] = True
            if "initial" not in rule:
                persons.add(Person(entity, person.given, person.family), self.morphology)
        new += self._later(doc, capital, taken, persons, titles)
        done = {span.first for span in new}
        for token, rule in alone:           # a surname behind a title, of someone nobody knows
            if token not in done:
                person = self.people.person(doc, token, token)
                new.append(Span(token, token, "PERSON", "name", person.entity, rule))
        return sorted([*spans, *new], key=lambda span: span.first)

    def _identify(self, doc: Document, person: Person, surface: str, rule: str, persons: Persons) -> tuple[str, str]:
        """The entity of a full name or of initials with a surname."""
        same = self.people.match_family(person.family, persons)
        if "initial" in rule:
            same = [other for other in same if other.given[:1] == person.given[:1] or
                    other.entity[:1] == slug(person.given, self.language, self.script)[:1]] or same
            if len({other.entity for other in same}) == 1:
                return same[0].entity, f"{rule}+article"
            known = self._surname_holders(person.family, doc.date)
            known = [entity for entity in known if entity[:1] == person.entity[:1]] or known
            return (known[0], f"{rule}+known") if len(known) == 1 else (person.entity, rule)
        for other in same:
            if other.given == person.given or self.people.same_given(other.given, person.given):
                return other.entity, f"{rule}+article"
        if self.people.patronymic(person.family):
            named = {other.entity for form in {person.given} for other in persons.by_given.get(form, ())}
            if len(named) == 1:             # "Нурсултан Абишевич": the bearer was named in full before
                return named.pop(), "person:patronymic"
        known_entity = self.known_people.find(f"{person.given} {person.family}", self.language, self.script)
        if known_entity is not None:
            return known_entity, f"{rule}+sound"
        return person.entity, rule

    def _surname_holders(self, family: str, date: str | None) -> list[str]:
        """Known people with the surname; of several, those in a leading office on the date."""
        found = [entity for form in {family, *(form.rstrip("~") for form in self.morphology.lookups(family))}
                 for entity in self.wordlists.surnames(self.knowledge, self.language, self.script).get(form, ())]
        found = list(dict.fromkeys(found))
        if len(found) > 1 and date is not None:
            found = list(self._in_office(tuple(found), date)) or found
        return found

    def _later(self, doc: Document, capital: list[bool], taken: list[bool], persons: Persons, titles: set[int]) -> list[Span]:
        """Surnames, and given names with a patronymic, of people the article or the knowledge base knows."""
        words = doc.tokens.words
        known: dict[int, list[names.NameEntry]] = {}
        for first, last, entry in names.accepted(doc, doc.hits.get("surname", ())):
            if first == last:
                known.setdefault(first, []).append(entry)
        out: list[Span] = []
        for token in range(len(words)):
            if not capital[token] or taken[token]:
                continue
            same = self.people.match_family(words[token], persons)
            if same:
                entity, rule, candidates = self._decide(doc, same, token)
                out.append(Span(token, token, "PERSON", "name", entity, rule, candidates))
                continue
            following = token + 1 if token + 1 < len(words) and capital[token + 1] and not taken[token + 1] else None
            if following is not None and self.people.patronymic(words[following]) or following is None and self._first_name(doc, token):
                named = {person.entity for form in self.morphology.lookups(words[token]) for person in persons.by_given.get(form, ())}
                if len(named) == 1:
                    last = token if following is None else following
                    out.append(Span(token, last, "PERSON", "name", named.pop(), "given:article" if following is None else "person:patronymic"))
                    taken[last] = True
                    continue
            if token in known:
                span = self._known_surname(doc, token, known[token], token in titles)
                if span is not None:
                    out.append(span)
                    if not span.candidates:
                        persons.add(self.people.person(doc, token, token, span.entity), self.morphology)
        return out

    def _first_name(self, doc: Document, token: int) -> bool:
        """Is the word a given name that can stand for its bearer here (not where a sentence's first word is merely capitalized)?"""
        word = doc.tokens.words[token]
        return self.language in ("az", "tr", "kk") and self.people.is_given(word) and word not in self.wordlists.doubtful[self.language]

    def _known_surname(self, doc: Document, token: int, entries: list[names.NameEntry], titled: bool) -> Span | None:
        """A surname of someone the article never names in full."""
        entities = tuple(dict.fromkeys(entry.entity for entry in entries))
        word = doc.tokens.words[token]
        telling = self.people.is_surname(word)
        alone = (token == 0 or not doc.text[doc.tokens.starts[token - 1]].isupper() or titled) and (
            token + 1 >= len(doc.tokens) or not doc.text[doc.tokens.starts[token + 1]].isupper()
            or doc.folded[doc.tokens.ends[token]:doc.tokens.starts[token + 1]] != " ")
        if not (telling or titled) and (len(word) < 5 or not alone):
            return None
        if len(entities) > 1 and doc.date is not None:
            entities = self._in_office(entities, doc.date) or entities
        leading = [entity for entity in entities
                   if any(office.role in ("president", "prime-minister", "foreign-minister") and plausible(office)
                          for office in self.knowledge.entities[entity].offices)]
        if len(entities) > 1 and len(leading) == 1:
            entities = (leading[0],)
        if len(entities) == 1:
            return Span(token, token, "PERSON", "name", entities[0], "surname:known")
        return Span(token, token, "PERSON", "name", slug(self._surface(doc, token, token), self.language, self.script), "surname:open",
                    entities)

    def _decide(self, doc: Document, same: list[Person], token: int) -> tuple[str, str, tuple[str, ...]]:
        entities = list(dict.fromkeys(person.entity for person in same))
        if len(entities) == 1:
            return entities[0], "surname:article", ()
        exact = [person.entity for person in same if person.family == doc.tokens.words[token]]
        if len(set(exact)) == 1:
            return exact[0], "surname:article", ()
        titled = self._titled_holder(doc, token, tuple(entities))
        if titled is not None:
            return titled, "surname:title", ()
        if doc.date is not None:
            leading = self._in_office(tuple(entities), doc.date)
            if len(leading) == 1:
                return leading[0], "surname:office", ()
        return slug(self._surface(doc, token, token), self.language, self.script), "surname:open", tuple(entities)

    def _titled_holder(self, doc: Document, token: int, entities: tuple[str, ...]) -> str | None:
        """The one of several namesakes who held, at any time, the office that stands before the surname."""
        for _, last, (role, _) in doc.hits.get("title", ()):
            if last == token - 1:
                holding = [entity for entity in entities if entity in self.knowledge.entities and any(
                    office.role == role and (holds(office, doc.date) if doc.date else plausible(office))
                    for office in self.knowledge.entities[entity].offices)]
                if len(holding) == 1:
                    return holding[0]
        return None

    # --- roles -----------------------------------------------------------------------------------------------------

    def _roles(self, doc: Document, spans: list[Span]) -> list[Span]:
        offices = roles.find(doc, doc.hits.get("title", []), spans)
        offices += self._offices_of_short_bodies(doc, spans, offices)
        stated: dict[tuple[str, str], str] = {}
        for office in offices:
            if office.attached is not None and not office.past:
                on_record = self._holders(office, None)
                if not on_record or office.attached.entity in on_record:
                    for role in office.roles:
                        stated.setdefault((role, office.owner.entity), office.attached.entity)
                elif office.attached.first > office.last + 1 or "," in doc.folded[
                        doc.tokens.ends[office.last]:doc.tokens.starts[office.attached.first]]:
                    office.attached = None  # "… with the Speaker of X, Y said": the record says they are two
        out = list(spans)
        for office in offices:
            if office.attached is not None or office.past:
                continue
            link = self._office_link(doc, office, stated)
            if link is not None:
                out = [span for span in out if span.last < office.first or span.first > office.last]
                out.append(Span(office.first, office.last, "PERSON", "role", *link))
        return sorted(out, key=lambda span: span.first)

    def _holders(self, office: roles.Office, date: str | None) -> tuple[str, ...]:
        """Everyone the office may mean: of a title with several meanings those that fit its owner come first."""
        state = office.owner.type == "COUNTRY"
        fitting = [role for role in office.roles if (self.knowledge.roles[role].of == "state") == state]
        for meant in (fitting, [role for role in office.roles if role not in fitting]):
            if any(holders(self.knowledge, role, office.owner.entity, None, office.to_state) for role in meant):
                return tuple(dict.fromkeys(person for role in meant for person in
                                           holders(self.knowledge, role, office.owner.entity, date, office.to_state)))
        return ()

    def _office_link(self, doc: Document, office: roles.Office, stated: dict[tuple[str, str], str]
                     ) -> tuple[str, str, tuple[str, ...]] | None:
        """Entity, rule and candidates of an office that stands for a person; None if it names nobody."""
        owner = office.owner.entity
        said = next((stated[role, owner] for role in office.roles if (role, owner) in stated), None)
        if said is not None:
            return said, "role:article", ()
        found = self._holders(office, doc.date)
        if len(found) == 1:
            return found[0], "role:date" if doc.date else "role:only", ()
        single = [role for role in office.roles if self.knowledge.roles[role].single]
        if not single:
            return None                     # an office that several hold at a time names nobody
        state = office.owner.type == "COUNTRY"
        role = next((role for role in single if (self.knowledge.roles[role].of == "state") == state), single[0])
        return f"{role}-of-{owner}", "role:open", found

    def _offices_of_short_bodies(self, doc: Document, spans: list[Span], found: list[roles.Office]) -> list[roles.Office]:
        """A title behind the bare head word of a body named before: "Komitə sədri" after "… Dövlət Komitəsi"."""
        if self.language in ("en", "ru"):
            return []
        owner = _owners(spans)
        starting = {span.first: span for span in spans}
        taken = {token for office in found for token in range(office.first, office.last + 1)}
        out = []
        for first, last, meant, title in roles.longest(doc.hits.get("title", [])):
            before = first - 1
            if before < 0 or first in taken or before in owner or first in owner or not doc.text[doc.tokens.starts[before]].isupper():
                continue
            if roles.plural(doc, doc.tokens.words[last], title.split()[-1]):
                continue
            for span in reversed(spans):
                if span.type == "ORG" and span.last < before and span.last > span.first and _stem_alike(
                        doc.tokens.words[span.last], doc.tokens.words[before]):
                    short = Span(before, before, "ORG", "name", span.entity, "body:head-alone")
                    office = roles.Office(before, last, meant, short, None)
                    office.attached = roles.attached(doc, office, starting, {})
                    out.append(office)
                    break
        return out

    # --- out ---------------------------------------------------------------------------------------------------------

    def _mentions(self, doc: Document, spans: list[Span]) -> list[Mention]:
        tokens = doc.tokens
        out, sentence = [], 0
        for span in spans:
            while sentence + 1 < len(doc.sentences) and doc.sentences[sentence].last <= span.first:
                sentence += 1
            end = tokens.ends[span.last]
            following = span.last + 1
            if self.language in ("az", "kk", "tr") and following < len(tokens) and tokens.starts[following] == end + 1 and \
                    doc.folded[end] in "-'" and self.morphology.is_ending(tokens.words[following]) and \
                    not doc.text[end + 1].isupper():
                end = tokens.ends[following]      # BMT-nin, AQSh-tyń
            out.append(Mention(tokens.starts[span.first], end, span.type, span.kind, span.entity, span.rule, span.candidates, sentence))
        return out


def _owners(spans: list[Span]) -> dict[int, Span]:
    return {token: span for span in spans for token in range(span.first, span.last + 1)}


def _stem_alike(one: str, other: str) -> bool:
    """Do two words begin alike for all but an ending (Komitəsinin, Komitə)?"""
    short, long = sorted((one, other), key=len)
    shared = 0
    while shared < len(short) and short[shared] == long[shared]:
        shared += 1
    return shared >= 4 and shared >= len(short) - 2


def _alike(some: list[str], others: list[str]) -> bool:
    return all(one == other or _stem_alike(one, other) for one, other in zip(some, others, strict=True))
