"""What the corpus shows, as sentences computed from the tables: the book's findings.

Each chapter's function makes the same findings, by id, for any corpus; where there is nothing to report the sentence
says that. ``facts`` holds the single numbers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .facts import facts
from .finding import Finding
from .findings_pair import chosen_pair, claims_findings, labels, pair_findings
from .findings_people import corpus_findings, entities_findings, voices_findings
from .findings_telling import themes_findings, tone_findings

if TYPE_CHECKING:
    from analysis.tables import Tables

__all__ = ["CHAPTERS", "FRONT_PAGE", "Finding", "all_findings", "by_id", "chosen_pair", "claims_findings",
           "corpus_findings", "entities_findings", "facts", "front_page", "labels", "pair_findings", "themes_findings",
           "tone_findings", "voices_findings"]

#: Chapter → the function that makes its findings.
CHAPTERS = {"corpus": corpus_findings, "entities": entities_findings, "voices": voices_findings, "tone": tone_findings,
            "themes": themes_findings, "pair": pair_findings, "claims": claims_findings}
#: The findings that the front page shows, in this order.
FRONT_PAGE = ("corpus-outlets", "relation-shift", "themes-one-side", "tone-voices", "voices-quoted", "voices-unheard",
              "entities-third", "pair-left-out", "pair-figures")


def all_findings(t: Tables) -> list[Finding]:
    """Every finding, chapter by chapter."""
    return [finding for make in CHAPTERS.values() for finding in make(t)]


def by_id(t: Tables) -> dict[str, Finding]:
    """Every finding by its id."""
    return {finding.id: finding for finding in all_findings(t)}


def front_page(t: Tables) -> list[Finding]:
    """The findings of ``FRONT_PAGE``; those on a pair of reports only if there is one."""
    found = by_id(t)
    return [found[id_] for id_ in FRONT_PAGE if chosen_pair(t) or not id_.startswith("pair-")]
