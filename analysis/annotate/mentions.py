"""Mentions: names, demonyms and roles with their links (codebook, section 1).

The order of trust: what the knowledge base lists; names with a head word; people by the habits of names; later
mentions of people of the article; offices. Every step reads plain spans of tokens and the last one writes the
document's mentions.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..knowledge import Knowledge
from ..knowledge.wordlists import WordLists
from . import bodies, names, names_listed, names_of_bodies, names_of_people, offices
from .context import Context
from .links import KnownPeople
from .model import Document, Mention
from .roles import Span


class MentionFinder:
    """Finds the mentions of documents in one language and script; made once, used for many."""

    def __init__(
        self, knowledge: Knowledge, wordlists: WordLists, known_people: KnownPeople, language: str, script: str
    ) -> None:
        self.context = Context(knowledge, wordlists, known_people, language, script)

    def entries(self) -> Iterator[tuple[str, str, Any]]:
        """What the lexicon is to look for on behalf of mentions."""
        knowledge, lists, language, script = (
            self.context.knowledge,
            self.context.wordlists,
            self.context.language,
            self.context.script,
        )
        yield from names.entries(knowledge, language, script)
        for role in knowledge.roles.values():
            for title in role.titles.get(language, []):
                yield title, "title", (role.id, lists.folded(title, language, script))
        for pattern in lists.titles.get(language, ()):
            yield pattern, "personal-title", pattern
        for pattern, head in lists.heads.get(language, ()):
            yield pattern, "head", bodies.Head(*head)
        for pattern in lists.no_mentions.get(language, ()):
            yield pattern, "name", names.NO_MENTION
        for pattern, kind in lists.meetings.get(language, ()):
            yield pattern, "meeting", kind
        for pattern, body in lists.common_bodies.get(language, ()):
            yield pattern, "common-body", (body, lists.folded(pattern, language, script))

    def annotate(self, doc: Document) -> None:
        """Set ``doc.mentions``, ordered by start; only a state inside an attached title is nested."""
        ctx = self.context
        capital = [doc.text[start].isupper() for start in doc.tokens.starts]
        spans = names_listed.listed(ctx, doc)
        spans = names_of_bodies.with_heads(ctx, doc, spans, names_of_bodies.surroundings(ctx, doc, spans, capital))
        spans = names_of_bodies.with_owner(ctx, doc, spans)
        spans = names_of_bodies.common_bodies(ctx, doc, spans)
        spans = names_of_bodies.meetings(ctx, doc, spans)
        spans = names_of_bodies.brands(ctx, doc, spans)
        spans = names_of_people.people(ctx, doc, spans, capital)
        spans = names_of_bodies.abbreviated(ctx, doc, spans)
        spans = offices.free_standing(ctx, doc, spans)
        doc.mentions = self._mentions(doc, spans)

    def _mentions(self, doc: Document, spans: list[Span]) -> list[Mention]:
        tokens = doc.tokens
        out, sentence = [], 0
        for span in spans:
            while sentence + 1 < len(doc.sentences) and doc.sentences[sentence].last <= span.first:
                sentence += 1
            end = tokens.ends[span.last]
            following = span.last + 1
            if (
                self.context.language in ("az", "kk", "tr")
                and following < len(tokens)
                and tokens.starts[following] == end + 1
                and doc.folded[end] in "-'"
                and self.context.morphology.is_ending(tokens.words[following])
                and not doc.text[end + 1].isupper()
            ):
                end = tokens.ends[following]  # BMT-nin, AQSh-tyń
            out.append(
                Mention(
                    tokens.starts[span.first],
                    end,
                    span.type,
                    span.kind,
                    span.entity,
                    span.rule,
                    span.candidates,
                    sentence,
                )
            )
        return out
