"""The findings of a briefing: in English as the book has them, in other languages the same in other words.

Nothing is counted twice: the parts of a finding (numbers, names, codes) are read back from the book's sentence and set
into the sentence of the other language. Where that cannot be done, the finding stays English and says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..measure.findings import briefs, by_id
from ..measure.intervals import smallness
from ..narrative import PAGES
from .labels import Labels, Words

if TYPE_CHECKING:
    from ..measure.briefs import Brief
    from ..tables import Tables

_PART = re.compile(r"(?:(?P<n>\d[\d,]*) of (?:the )?|None of (?:the )?)(?P<of>\d[\d,]*)? ?(?P<noun>[a-z]+)")
_QUOTED = re.compile("“([^”]+)”")
#: Finding → how the book words what follows the number; the names of the groups are those of the labels' texts.
_REST = {
    "corpus-outlets": r"(?:is|are) based in (?P<country>.+?), none in (?P<absent>.+)\.",
    "relation-shift": r"since (?P<since>\d+) speaks? of (?P<group>[^(]+) \((?P<forms>.+)\), none of the "
                      r"(?P<before>[\d,]+) before(?:;.*)?\.",
    "themes-one-side": r"spoken for (?P<side>.+) (?:is|are) about “(?P<theme>.+)”, which no speaker for (?P<other>.+) "
                       r"raises\.",
    "tone-voices": r"of praise (?:is|are) spoken by a source; the rest the outlets tell themselves\.",
    "tone-voices-all": r"of praise (?:is|are) spoken by a source; none is told by an outlet itself\.",
    "tone-between": r"in which one side names the other speaks? ill(?:;.*)?\.",
    "voices-unheard": r"named (?:is|are) never heard(?::|, among them) (?P<names>.+)\.",
    "voices-quoted": r"given to a speaker holds? the speaker's own words in quotation marks; the others paraphrase\.",
    "pair-left-out": r"of (?P<report>.+) (?:has|have) no counterpart in .+ of the same event(?:, .*)?\.",
}
#: Parts that hold several names, and parts that hold numbers; all others are a name or a code.
_LISTS, _NUMBERS = ("absent", "names"), ("before",)


@dataclass(frozen=True)
class Said:
    """One finding: its sentence; for a footnote what it rests on (in English, else empty) and its address."""

    id: str
    sentence: Words
    rests_on: Words
    url: str


def findings(t: Tables, labels: Labels, book_url: str, limit: int = 5) -> list[Said]:
    """The first findings of the front page in the briefing's language."""
    whole, small = by_id(t), smallness(t)
    made = []
    for brief in briefs(t)[:limit]:
        url = f"{book_url.rstrip('/')}/book/{PAGES[brief.chapter]}.html#finding-{brief.finding}"
        found = whole.get(brief.finding)
        note = f"{found.n}. {found.sure.removeprefix(small)}" if found and labels.language == "en" else ""
        made.append(Said(brief.finding, reworded(brief, labels) or Words(brief.sentence),
                         Words(note, labels.language), url))
    return made


def reworded(brief: Brief, labels: Labels) -> Words | None:
    """The finding in the words of another language; None in English, or if its parts cannot be told."""
    part = _PART.fullmatch(brief.number)
    for id in (brief.finding, f"{brief.finding}-all"):
        rest = re.fullmatch(_REST.get(id, "(?!)"), brief.rest)
        if labels.language == "en" or not part or not rest:
            continue
        noun = labels.singular(part["noun"])
        if noun is None:
            return None
        values = {name: _value(name, said, labels) for name, said in rest.groupdict().items()}
        counted = labels.part(_number(part["n"] or "0"), _number(part["of"] or "1"), noun)
        return labels.finding(id, part=counted, **values)
    return None


def _value(name: str, said: str, labels: Labels) -> str:
    if name in _NUMBERS:
        return labels.number(_number(said))
    if name == "forms":  # words of the articles stay as they are
        return ", ".join(_QUOTED.findall(said))
    if name == "report":
        return re.sub(r"^the (\w+) report$", lambda found: labels.label(found[1]).text, said)
    if name in _LISTS:  # a name may hold "and" itself, but then it is known as a whole
        whole = labels.label(said)
        items = [whole.text] if whole.language != "en" else [labels.label(item).text
                                                             for item in re.split(r", | and | or ", said)]
        return ", ".join(items)
    return labels.label(said).text


def _number(digits: str) -> int:
    return int(digits.replace(",", ""))
