"""Names that the knowledge base lists."""

from __future__ import annotations

import re

from . import names
from .context import Context
from .model import Document
from .names import NameEntry
from .roles import Span
from .romanize import slug

#: The state whose press a language is above all; its reports name foreign ministries with their state.
_HOME = {"kk": "kazakhstan", "az": "azerbaijan", "tr": "turkey"}
_ADDRESS = re.compile(r"\w\.(kz|az|uz|kg|tj|tm|ge|am|ru)\b", re.IGNORECASE)
_STATES = {
    "kz": "kazakhstan",
    "az": "azerbaijan",
    "uz": "uzbekistan",
    "kg": "kyrgyzstan",
    "tj": "tajikistan",
    "tm": "turkmenistan",
    "ge": "georgia",
    "am": "armenia",
    "ru": "russia",
}
_OUTLETS = {"news-agency", "media", "newspaper", "broadcaster", "outlet", "news-outlet"}


def listed(ctx: Context, doc: Document) -> list[Span]:
    chosen = names.choose(doc, names.accepted(doc, doc.hits.get("name", ())))
    spans = []
    full = {entry.entity for _, _, readings in chosen for entry in readings if entry.source != "short"}
    states = {
        token: readings[0].entity
        for first, last, readings in chosen
        for token in (first, last)
        if readings[0].type == "COUNTRY"
    }
    for first, last, readings in chosen:
        if names.NO_MENTION in readings:
            continue  # "Türk dünyası" is the Turkic world, not Turkey's
        if first == last and ctx.begins_a_name(doc, first):
            continue  # "Novruz Mammadov" is no holiday
        short = [entry for entry in readings if entry.source == "short"]
        if len(short) == len(readings):
            # a short form needs the full one in the article, or to be the only thing of that name
            owner = _state_beside(doc, first, last, states)
            short = [entry for entry in short if owner in (None, ctx.knowledge.entities[entry.entity].state)]
            named = [entry for entry in short if entry.entity in full]
            alone = len({entry.entity for entry in short}) == 1
            readings = named or (short if alone else _at_home(ctx, doc, chosen, short))
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


def _state_beside(doc: Document, first: int, last: int, states: dict[int, str]) -> str | None:
    """The state right behind a name in Russian ("Минтранс РК"), right before it elsewhere ("Kazakh MFA")."""
    at = last + 1 if doc.language == "ru" else first - 1
    left, right = (last, at) if doc.language == "ru" else (at, first)
    if not 0 <= at < len(doc.tokens) or doc.folded[doc.tokens.ends[left] : doc.tokens.starts[right]] != " ":
        return None
    return states.get(at)


def _at_home(
    ctx: Context, doc: Document, chosen: list[tuple[int, int, list[NameEntry]]], short: list[NameEntry]
) -> list[NameEntry]:
    """A ministry named without its state: that of the state whose press reports it, or of the only state named."""
    entities = ctx.knowledge.entities
    ministries = {entities[entry.entity].state: entry for entry in short if "ministry" in entities[entry.entity].tags}
    if len(ministries) < len({entry.entity for entry in short}):
        return []
    home = _HOME.get(doc.language)
    named = {entry.entity for _, _, readings in chosen for entry in readings[:1] if entry.type == "COUNTRY"}
    if home is None:
        credited = [
            entities[entry.entity].state
            for _, _, readings in chosen
            for entry in readings[:1]
            if entry.entity in entities and _OUTLETS.intersection(entities[entry.entity].tags)
        ]
        address = _ADDRESS.search(doc.text)
        home = next((state for state in credited if state), _STATES[address[1].lower()] if address else None)
    candidates = [home] if home in ministries else [state for state in named if state in ministries]
    return [ministries[candidates[0]]] if len(candidates) == 1 else []
