"""What the corpus shows, as sentences computed from the tables: the book's findings.

Each chapter's function makes the same findings, by id, for any corpus; where there is nothing to report the sentence
says that. ``briefs`` holds some of them in one sentence each, ``facts`` the single numbers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .briefs import Brief, briefs
from .facts import facts
from .finding import Finding
from .findings_claims import agreements_findings, claims_findings
from .findings_pair import chosen_pair, labels, pair_findings
from .findings_people import corpus_findings, entities_findings, voices_findings
from .findings_telling import themes_findings, tone_findings

if TYPE_CHECKING:
    from analysis.tables import Tables

__all__ = ["CHAPTERS", "Brief", "Finding", "agreements_findings", "all_findings", "briefs", "by_id", "chosen_pair",
           "claims_findings", "corpus_findings", "entities_findings", "facts", "labels", "pair_findings",
           "themes_findings", "tone_findings", "voices_findings"]

#: Chapter → the function that makes its findings.
CHAPTERS = {"corpus": corpus_findings, "entities": entities_findings, "voices": voices_findings, "tone": tone_findings,
            "themes": themes_findings, "pair": pair_findings, "claims": claims_findings,
            "agreements": agreements_findings}


def all_findings(t: Tables) -> list[Finding]:
    """Every finding, chapter by chapter."""
    return [finding for make in CHAPTERS.values() for finding in make(t)]


def by_id(t: Tables) -> dict[str, Finding]:
    """Every finding by its id."""
    return {finding.id: finding for finding in all_findings(t)}
