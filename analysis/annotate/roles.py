"""Offices that stand for a person: "the President of Kazakhstan", "Milli Məclisin sədri", "спикер Мажилиса".

A title is a role mention when the words say whose office it is and no name stands beside it. Languages differ in
where the owner stands: English before (with 's or as an adjective) or after ("of"), Russian after in the genitive or
before as an adjective, Azerbaijani, Turkish and Kazakh before.
"""

from __future__ import annotations

from dataclasses import dataclass

from .model import Document

_PLURAL = {
    "az": ("lar", "lər"),
    "tr": ("lar", "ler"),
    "kk": ("лар", "лер", "дар", "дер", "тар", "тер", "lar", "ler", "dar", "der", "tar", "ter"),
}
_RUSSIAN_PLURAL = ("ы", "ов", "ам", "ами", "ах", "и", "ей", "ям", "ями", "ях")
_OF = {"of"}
_ARTICLES = {"the"}
#: Words that end an office: whoever held it is not the one who holds it on the report's date.
_PAST = {
    "en": {"former", "ex", "then", "late", "outgoing"},
    "az": {"keçmiş", "sabiq"},
    "ru": {"бывший", "бывшего", "экс"},
    "kk": {"бұрынғы", "экс", "buryngy", "burynǵy"},
    "tr": {"eski"},
}


@dataclass(slots=True)
class Span:
    """Tokens [first, last] read as one thing while mentions are being found."""

    first: int
    last: int
    type: str
    kind: str
    entity: str
    rule: str
    candidates: tuple[str, ...] = ()
    oblique: bool = False  # in a case that cannot own what follows (Qazaxıstanda)


@dataclass(slots=True)
class Office:
    """A title with its owner; ``first`` and ``last`` cover both. ``attached``: the span of the person it belongs to."""

    first: int
    last: int
    roles: tuple[str, ...]  # what the title can mean ("sədr": chair, speaker)
    owner: Span
    attached: Span | None
    past: bool = False
    to_state: str | None = None  # where an ambassador is posted


def plural(doc: Document, word: str, title: str) -> bool:
    """Is the title's last word in the plural, judged against its base form?"""
    if doc.language == "en":
        return word.endswith("s") and not title.endswith("s")
    if doc.language == "ru":
        base = title.rstrip("аяьй")
        return (
            word != title
            and word.startswith(base)
            and word[len(base) :] in _RUSSIAN_PLURAL
            and not (title.endswith(("а", "я")) and word.endswith(("ы", "и", "е")))
        )
    shared = 0
    while shared < min(len(word), len(title)) and word[shared] == title[shared]:
        shared += 1
    return word[shared:].lstrip("ğgyгғǵ").startswith(_PLURAL.get(doc.language, ()))


def find(doc: Document, titles: list[tuple[int, int, tuple[str, str]]], spans: list[Span]) -> list[Office]:
    """Titles with an owner. ``titles``: (first, last, (role, title)); ``spans`` ordered, without overlap."""
    starting = {span.first: span for span in spans}
    ending = {span.last: span for span in spans}
    covered = {
        token
        for span in spans
        if span.type != "PERSON" and span.last > span.first
        for token in range(span.first, span.last + 1)
    }
    done = -1
    offices: list[Office] = []
    for first, last, meant, title in by_length(titles):
        if first <= done:
            continue
        if first in covered and last in covered and inside(first, last, spans):
            continue
        office = None
        if not plural(doc, doc.tokens.words[last], title.split()[-1]):
            office = _owner(doc, first, last, meant, starting, ending)
        if office is not None or last not in starting:
            done = last  # else "глава МИД Казахстана": the title ends where the name of the body begins
        if office is not None:
            if "ambassador" in meant:
                _posting(doc, office, starting, ending)
            offices.append(office)
    following: dict[int, Office] = {office.first: office for office in offices}
    for office in reversed(offices):
        office.attached = attached(doc, office, starting, ending) or _chained(doc, office, following)
    for earlier, later in zip(offices, offices[1:], strict=False):
        if (
            later.attached is None
            and earlier.attached is not None
            and earlier.attached.last < earlier.first
            and doc.folded[doc.tokens.ends[earlier.last] : doc.tokens.starts[later.first]]
            in (" and ", ", ", " və ", " и ", " және ", " ve ")
        ):
            later.attached = earlier.attached  # "X, Minister of A and Chairman of B"
    return offices


def by_length(titles: list[tuple[int, int, tuple[str, str]]]) -> list[tuple[int, int, tuple[str, ...], str]]:
    """Titles at each token, the longest first, with all roles each can mean: (first, last, roles, title)."""
    out: dict[tuple[int, int], tuple[list[str], str]] = {}
    for first, last, (role, title) in titles:
        known = out.setdefault((first, last), ([], title))[0]
        if role not in known:
            known.append(role)
    return [
        (first, last, tuple(meant), title)
        for (first, last), (meant, title) in sorted(out.items(), key=lambda item: (item[0][0], -item[0][1]))
    ]


def longest(titles: list[tuple[int, int, tuple[str, str]]]) -> list[tuple[int, int, tuple[str, ...], str]]:
    """The longest title at each token with all roles it can mean: (first, last, roles, title)."""
    out: dict[int, tuple[int, int, tuple[str, ...], str]] = {}
    for reading in by_length(titles):
        out.setdefault(reading[0], reading)
    return list(out.values())


def inside(first: int, last: int, spans: list[Span]) -> bool:
    return any(span.first <= first and last <= span.last and span.type != "PERSON" for span in spans)


def _gap(doc: Document, left: int, right: int) -> str:
    return doc.folded[doc.tokens.ends[left] : doc.tokens.starts[right]]


def _owner(
    doc: Document, first: int, last: int, meant: tuple[str, ...], starting: dict[int, Span], ending: dict[int, Span]
) -> Office | None:
    words = doc.tokens.words
    past = first > 0 and words[first - 1] in _PAST[doc.language]
    before = first - 1 - past
    size = len(words)
    if doc.language == "en":
        # "of the Milli Majlis", "of Kazakhstan"
        at = last + 1
        if at < size and words[at] in _OF and _gap(doc, last, at) == " ":
            at += 1
            if at < size and words[at] in _ARTICLES:
                at += 1
            owner = starting.get(at)
            if owner is not None and owner.type in ("COUNTRY", "ORG", "PLACE") and owner.kind == "name":
                return Office(first, owner.last, meant, owner, None, past)
        if before >= 0 and words[before] == "s" and before > 0 and _gap(doc, before - 1, before) == "'":
            owner = ending.get(before - 1)
        else:
            owner = ending.get(before)
        if (
            owner is not None
            and _gap(doc, before, before + 1) == " "
            and (owner.type in ("COUNTRY", "ORG") or owner.type == "PLACE" and words[before] == "s")
        ):
            return Office(owner.first, last, meant, owner, None, past)
        return None
    if doc.language == "ru":
        owner = starting.get(last + 1)
        if (
            owner is not None
            and _gap(doc, last, last + 1) == " "
            and owner.type in ("COUNTRY", "ORG")
            and owner.kind == "name"
        ):
            return Office(first, owner.last, meant, owner, None, past)
        owner = ending.get(before) if before >= 0 else None
        if owner is not None and owner.kind == "demonym" and _gap(doc, before, before + 1) == " ":
            return Office(owner.first, last, meant, owner, None, past)
        return None
    owner = ending.get(before) if before >= 0 else None
    if (
        owner is not None
        and not owner.oblique
        and _gap(doc, before, before + 1) == " "
        and owner.type in ("COUNTRY", "ORG")
    ):
        return Office(owner.first, last, meant, owner, None, past)
    return None


_POSTED = {"en": {"to"}, "ru": {"в", "во"}}


def _posting(doc: Document, office: Office, starting: dict[int, Span], ending: dict[int, Span]) -> None:
    """An ambassador's receiving state: "to Azerbaijan", "в Азербайджане", "Azərbaycandakı"."""
    words = doc.tokens.words
    at = office.last + 1
    if at < len(words) and words[at] in _POSTED.get(doc.language, ()):
        at += 1 + (at + 1 < len(words) and words[at + 1] in _ARTICLES)
        state = starting.get(at)
        if state is not None and state.type in ("COUNTRY", "PLACE", "ORG"):
            office.last, office.to_state = state.last, state.entity if state.type == "COUNTRY" else None
    elif doc.language in ("az", "tr", "kk"):
        sender = ending.get(office.owner.first - 1)
        if sender is not None and sender.type == "COUNTRY" and office.owner.type in ("COUNTRY", "PLACE"):
            office.to_state = office.owner.entity if office.owner.type == "COUNTRY" else None
            office.owner, office.first = sender, sender.first


def _chained(doc: Document, office: Office, following: dict[int, Office]) -> Span | None:
    """The person of the next office when this one stands before it in a list: "Chairman of X (Y), Head of Z Name"."""
    at = office.last + 1
    for skipped in range(3):
        if at + skipped < len(doc.tokens) and at + skipped in following:
            between = doc.folded[doc.tokens.ends[office.last] : doc.tokens.starts[at + skipped]]
            if ("," in between or between == " - ") and ("(" in between) == (skipped > 0):
                return following[at + skipped].attached
    return None


def attached(doc: Document, office: Office, starting: dict[int, Span], ending: dict[int, Span]) -> Span | None:
    """The person whose name stands directly beside the office, with nothing or a comma between."""
    after = starting.get(office.last + 1)
    if (
        after is not None
        and after.type == "PERSON"
        and _gap(doc, office.last, office.last + 1).strip() in ("", ",", "-")
    ):
        return after
    before = ending.get(office.first - 1)
    articles = 0
    if before is None and office.first > 1 and doc.tokens.words[office.first - 1] in _ARTICLES:
        before, articles = ending.get(office.first - 2), 1
    if before is not None and before.type == "PERSON":
        gap = doc.folded[doc.tokens.ends[before.last] : doc.tokens.starts[office.first - articles]].strip()
        if gap in (",", "-", "("):
            return before
    return None
