"""Offices that stand alone for the person who holds them on the report's date."""

from __future__ import annotations

from . import roles
from .context import Context, by_token, stem_alike
from .links import holders
from .model import Document
from .roles import Span


def free_standing(ctx: Context, doc: Document, spans: list[Span]) -> list[Span]:
    offices = roles.find(doc, doc.hits.get("title", []), spans)
    offices += _offices_of_short_bodies(ctx, doc, spans, offices)
    stated: dict[tuple[str, str], str] = {}
    for office in offices:
        if office.attached is not None and not office.past:
            on_record = _holders(ctx, office, None)
            if not on_record or office.attached.entity in on_record:
                for role in office.roles:
                    stated.setdefault((role, office.owner.entity), office.attached.entity)
            elif (
                office.attached.first > office.last + 1
                or "," in doc.folded[doc.tokens.ends[office.last] : doc.tokens.starts[office.attached.first]]
            ):
                office.attached = None  # "… with the Speaker of X, Y said": the record says they are two
    present = {span.entity for span in spans if span.type == "PERSON"}
    out = list(spans)
    for office in offices:
        if office.attached is not None or office.past:
            continue
        link = _office_link(ctx, doc, office, stated, present)
        if link is not None:
            out = [span for span in out if span.last < office.first or span.first > office.last]
            out.append(Span(office.first, office.last, "PERSON", "role", *link))
    return sorted(out, key=lambda span: span.first)


def _holders(ctx: Context, office: roles.Office, date: str | None) -> tuple[str, ...]:
    """Everyone the office may mean: of a title with several meanings those that fit its owner come first."""
    state = office.owner.type == "COUNTRY"
    fitting = [role for role in office.roles if (ctx.knowledge.roles[role].of == "state") == state]
    for meant in (fitting, [role for role in office.roles if role not in fitting]):
        if any(holders(ctx.knowledge, role, office.owner.entity, None, office.to_state) for role in meant):
            return tuple(
                dict.fromkeys(
                    person
                    for role in meant
                    for person in holders(ctx.knowledge, role, office.owner.entity, date, office.to_state)
                )
            )
    return ()


def _office_link(
    ctx: Context, doc: Document, office: roles.Office, stated: dict[tuple[str, str], str], present: set[str]
) -> tuple[str, str, tuple[str, ...]] | None:
    """Entity, rule and candidates of an office that stands for a person; None if it names nobody."""
    owner = office.owner.entity
    said = next((stated[role, owner] for role in office.roles if (role, owner) in stated), None)
    if said is not None:
        return said, "role:article", ()
    found = _holders(ctx, office, doc.date)
    if len(found) == 1:
        return found[0], "role:date" if doc.date else "role:only", ()
    named = [person for person in found if person in present]
    if len(named) == 1:
        return named[0], "role:named", ()  # of several holders the article names one
    single = [role for role in office.roles if ctx.knowledge.roles[role].single]
    if not single:
        return None  # an office that several hold at a time names nobody
    state = office.owner.type == "COUNTRY"
    role = next((role for role in single if (ctx.knowledge.roles[role].of == "state") == state), single[0])
    return f"{role}-of-{owner}", "role:open", found


def _offices_of_short_bodies(
    ctx: Context, doc: Document, spans: list[Span], found: list[roles.Office]
) -> list[roles.Office]:
    """A title behind the bare head word of a body named before: "Komitə sədri" after "… Dövlət Komitəsi"."""
    if ctx.language in ("en", "ru"):
        return []
    owner = by_token(spans)
    starting = {span.first: span for span in spans}
    taken = {token for office in found for token in range(office.first, office.last + 1)}
    out = []
    for first, last, meant, title in roles.longest(doc.hits.get("title", [])):
        before = first - 1
        if (
            before < 0
            or first in taken
            or before in owner
            or first in owner
            or not doc.text[doc.tokens.starts[before]].isupper()
        ):
            continue
        if roles.plural(doc, doc.tokens.words[last], title.split()[-1]):
            continue
        for span in reversed(spans):
            if (
                span.type == "ORG"
                and span.last < before
                and span.last > span.first
                and stem_alike(doc.tokens.words[span.last], doc.tokens.words[before])
            ):
                short = Span(before, before, "ORG", "name", span.entity, "body:head-alone")
                office = roles.Office(before, last, meant, short, None)
                office.attached = roles.attached(doc, office, starting, {})
                out.append(office)
                break
    return out
