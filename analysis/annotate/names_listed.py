"""Names that the knowledge base lists."""

from __future__ import annotations

from . import names
from .context import Context
from .model import Document
from .roles import Span
from .romanize import slug


def listed(ctx: Context, doc: Document) -> list[Span]:
    chosen = names.choose(doc, names.accepted(doc, doc.hits.get("name", ())))
    spans = []
    full = {entry.entity for _, _, readings in chosen for entry in readings if entry.source != "short"}
    for first, last, readings in chosen:
        if names.NO_MENTION in readings:
            continue  # "Türk dünyası" is the Turkic world, not Turkey's
        if first == last and ctx.begins_a_name(doc, first):
            continue  # "Novruz Mammadov" is no holiday
        short = [entry for entry in readings if entry.source == "short"]
        if len(short) == len(readings):
            # a short form needs the full one in the article, or to be the only thing of that name
            named = [entry for entry in short if entry.entity in full]
            readings = named or (short if len({entry.entity for entry in short}) == 1 else [])
            if not readings:
                continue
        entities = tuple(dict.fromkeys(entry.entity for entry in readings))
        if len(entities) > 1:
            entities = ctx.in_office(entities, doc.date) or entities
        entry = next(entry for entry in readings if entry.entity in entities)
        open_link = len(entities) > 1
        spans.append(
            Span(
                first,
                last,
                entry.type,
                entry.kind,
                slug(ctx.surface(doc, first, last), ctx.language, ctx.script) if open_link else entities[0],
                "open" if open_link else entry.source,
                entities if open_link else (),
                entry.type == "COUNTRY" and ctx.oblique(doc.tokens.words[last]),
            )
        )
    return spans
