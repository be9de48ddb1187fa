"""People: new ones, and later mentions by surname, initial, given name or patronymic."""

from __future__ import annotations

from . import names
from .context import Context
from .links import holds, plausible
from .model import Document
from .people import Person, Persons
from .roles import Span
from .romanize import slug


def people(ctx: Context, doc: Document, spans: list[Span], capital: list[bool]) -> list[Span]:
    taken = ctx.taken(doc, spans)
    persons = Persons()
    for span in spans:
        if span.type == "PERSON":
            known = ctx.knowledge.entities.get(span.entity)
            first = known is not None and known.family == "first"
            persons.add(ctx.people.person(doc, span.first, span.last, span.entity, first), ctx.morphology)
    ends, starts = doc.tokens.ends, doc.tokens.starts
    titles = {
        last + 1
        for _, last, _ in (*doc.hits.get("title", ()), *doc.hits.get("personal-title", ()))
        if last + 1 < len(starts) and doc.folded[ends[last] : starts[last + 1]] in (" ", ", ")
    }
    new: list[Span] = []
    alone: list[tuple[int, str]] = []
    for first, last, rule in ctx.people.find(doc, taken, capital, titles):
        if first == last:
            alone.append((first, rule))
            continue
        person = ctx.people.person(doc, first, last)
        surface = " ".join(ctx.surface(doc, first, last).split())
        entity, rule = _identify(ctx, doc, person, surface, rule, persons)
        new.append(Span(first, last, "PERSON", "name", entity, rule))
        for token in range(first, last + 1):
            taken[token] = True
        if "initial" not in rule:
            persons.add(Person(entity, person.given, person.family), ctx.morphology)
    new += _later(ctx, doc, capital, taken, persons, titles)
    done = {span.first for span in new}
    for token, rule in alone:  # a surname behind a title, of someone nobody knows
        if token not in done:
            person = ctx.people.person(doc, token, token)
            new.append(Span(token, token, "PERSON", "name", person.entity, rule))
    return sorted([*spans, *new], key=lambda span: span.first)


def _identify(
    ctx: Context, doc: Document, person: Person, surface: str, rule: str, persons: Persons
) -> tuple[str, str]:
    """The entity of a full name or of initials with a surname."""
    same = ctx.people.match_family(person.family, persons)
    if "initial" in rule:
        same = [
            other
            for other in same
            if other.given[:1] == person.given[:1]
            or other.entity[:1] == slug(person.given, ctx.language, ctx.script)[:1]
        ] or same
        if len({other.entity for other in same}) == 1:
            return same[0].entity, f"{rule}+article"
        known = _surname_holders(ctx, person.family, doc.date)
        known = [entity for entity in known if entity[:1] == person.entity[:1]] or known
        return (known[0], f"{rule}+known") if len(known) == 1 else (person.entity, rule)
    for other in same:
        if other.given == person.given or ctx.people.same_given(other.given, person.given):
            return other.entity, f"{rule}+article"
    if ctx.people.patronymic(person.family):
        named = {other.entity for form in {person.given} for other in persons.by_given.get(form, ())}
        if len(named) == 1:  # "Нурсултан Абишевич": the bearer was named in full before
            return named.pop(), "person:patronymic"
    known_entity = ctx.known_people.find(f"{person.given} {person.family}", ctx.language, ctx.script)
    if known_entity is not None:
        return known_entity, f"{rule}+sound"
    return person.entity, rule


def _surname_holders(ctx: Context, family: str, date: str | None) -> list[str]:
    """Known people with the surname; of several, those in a leading office on the date."""
    found = [
        entity
        for form in {family, *(form.rstrip("~") for form in ctx.morphology.lookups(family))}
        for entity in ctx.wordlists.surnames(ctx.knowledge, ctx.language, ctx.script).get(form, ())
    ]
    found = list(dict.fromkeys(found))
    if len(found) > 1 and date is not None:
        found = list(ctx.in_office(tuple(found), date)) or found
    return found


def _later(
    ctx: Context, doc: Document, capital: list[bool], taken: list[bool], persons: Persons, titles: set[int]
) -> list[Span]:
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
        same = ctx.people.match_family(words[token], persons)
        if same:
            entity, rule, candidates = _decide(ctx, doc, same, token)
            out.append(Span(token, token, "PERSON", "name", entity, rule, candidates))
            continue
        following = token + 1 if token + 1 < len(words) and capital[token + 1] and not taken[token + 1] else None
        if (
            following is not None
            and ctx.people.patronymic(words[following])
            or following is None
            and _first_name(ctx, doc, token)
        ):
            named = {
                person.entity
                for form in ctx.morphology.lookups(words[token])
                for person in persons.by_given.get(form, ())
            }
            if len(named) == 1:
                last = token if following is None else following
                out.append(
                    Span(
                        token,
                        last,
                        "PERSON",
                        "name",
                        named.pop(),
                        "given:article" if following is None else "person:patronymic",
                    )
                )
                taken[last] = True
                continue
        if token in known:
            span = _known_surname(ctx, doc, token, known[token], token in titles)
            if span is not None:
                out.append(span)
                if not span.candidates:
                    persons.add(ctx.people.person(doc, token, token, span.entity), ctx.morphology)
    return out


def _first_name(ctx: Context, doc: Document, token: int) -> bool:
    """Is the word a given name that can stand for its bearer, beyond doubt, in a language whose press does so?"""
    word = doc.tokens.words[token]
    return (
        ctx.language in ("az", "tr", "kk")
        and ctx.people.is_given(word)
        and word not in ctx.wordlists.doubtful[ctx.language]
    )


def _known_surname(
    ctx: Context, doc: Document, token: int, entries: list[names.NameEntry], titled: bool
) -> Span | None:
    """A surname of someone the article never names in full."""
    entities = tuple(dict.fromkeys(entry.entity for entry in entries))
    word = doc.tokens.words[token]
    telling = ctx.people.is_surname(word)
    alone = (token == 0 or not doc.text[doc.tokens.starts[token - 1]].isupper() or titled) and (
        token + 1 >= len(doc.tokens)
        or not doc.text[doc.tokens.starts[token + 1]].isupper()
        or doc.folded[doc.tokens.ends[token] : doc.tokens.starts[token + 1]] != " "
    )
    if not (telling or titled) and (len(word) < 5 or not alone):
        return None
    if len(entities) > 1 and doc.date is not None:
        entities = ctx.in_office(entities, doc.date) or entities
    leading = [
        entity
        for entity in entities
        if any(
            office.role in ("president", "prime-minister", "foreign-minister") and plausible(office)
            for office in ctx.knowledge.entities[entity].offices
        )
    ]
    if len(entities) > 1 and len(leading) == 1:
        entities = (leading[0],)
    if len(entities) == 1:
        return Span(token, token, "PERSON", "name", entities[0], "surname:known")
    return Span(
        token,
        token,
        "PERSON",
        "name",
        slug(ctx.surface(doc, token, token), ctx.language, ctx.script),
        "surname:open",
        entities,
    )


def _decide(ctx: Context, doc: Document, same: list[Person], token: int) -> tuple[str, str, tuple[str, ...]]:
    entities = list(dict.fromkeys(person.entity for person in same))
    if len(entities) == 1:
        return entities[0], "surname:article", ()
    exact = [person.entity for person in same if person.family == doc.tokens.words[token]]
    if len(set(exact)) == 1:
        return exact[0], "surname:article", ()
    titled = _titled_holder(ctx, doc, token, tuple(entities))
    if titled is not None:
        return titled, "surname:title", ()
    if doc.date is not None:
        leading = ctx.in_office(tuple(entities), doc.date)
        if len(leading) == 1:
            return leading[0], "surname:office", ()
    return slug(ctx.surface(doc, token, token), ctx.language, ctx.script), "surname:open", tuple(entities)


def _titled_holder(ctx: Context, doc: Document, token: int, entities: tuple[str, ...]) -> str | None:
    """The one of several namesakes who held, at any time, the office that stands before the surname."""
    for _, last, (role, _) in doc.hits.get("title", ()):
        if last == token - 1:
            holding = [
                entity
                for entity in entities
                if entity in ctx.knowledge.entities
                and any(
                    office.role == role and (holds(office, doc.date) if doc.date else plausible(office))
                    for office in ctx.knowledge.entities[entity].offices
                )
            ]
            if len(holding) == 1:
                return holding[0]
    return None
