"""Names the knowledge base knows: which patterns to look for, and which of the matches stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..knowledge import Knowledge
from .model import Document
from .text import fold, kazakh_latin, tokenize

#: Languages whose names are also looked for in a text of the key language, nearest first.
NEIGHBOURS = {"en": ("az", "tr"), "az": ("tr", "en"), "tr": ("az", "en"), "ru": ("kk", "en"), "kk": ("ru", "en")}
_LATIN = {"en", "az", "tr"}


@dataclass(frozen=True, slots=True)
class NameEntry:
    """What a matched pattern says: the entity, how it is named, and where capitals are required."""

    entity: str
    type: str
    kind: str  # name demonym
    source: str  # alias former abbreviation short demonym surname
    capitals: tuple[bool, ...]  # per word: must it begin with a capital letter in the text?
    exact: str | None = None  # an abbreviation must stand in this case
    own: bool = True  # from the text's own language, not from a neighbour
    words: str = ""  # the folded words of the name, as they stand in the knowledge base


#: A phrase that takes its words out of the search for names.
NO_MENTION = NameEntry("", "", "none", "alias", ())


def _capitals(name: str, language: str) -> tuple[bool, ...]:
    tokens = tokenize(fold(name), language)
    return tuple(name[start].isupper() for start in tokens.starts)


def _words(name: str, language: str) -> str:
    return " ".join(tokenize(fold(name), language).words)


def entries(knowledge: Knowledge, language: str, script: str) -> Iterator[tuple[str, str, NameEntry]]:
    """(pattern, layer, payload) for every name in the language, then for names of its neighbours.

    Layers: ``name`` for names and demonyms, ``surname`` for the family names of known people.
    """
    latin = language == "kk" and script == "latn"
    seen: set[tuple[str, str]] = set()
    for source_language in (language, *NEIGHBOURS[language]):
        own = source_language == language
        if latin and not own and source_language not in _LATIN:
            continue
        for entity in knowledge.entities.values():
            listed: list[tuple[str, str, list[str]]] = [
                ("alias", "name", entity.names.get(source_language, [])),
                ("former", "name", entity.former.get(source_language, [])),
                ("abbreviation", "name", entity.abbreviations.get(source_language, [])),
                ("short", "name", entity.short.get(source_language, [])),
            ]
            if own:
                listed.append(("demonym", "demonym", entity.demonyms.get(source_language, [])))
            for source, kind, names in listed:
                for name in names:
                    key = (fold(name), entity.id if kind == "name" else "demonym " + entity.id)
                    if key in seen or not own and not _fit_for_neighbours(name, source):
                        continue
                    seen.add(key)
                    shown = kazakh_latin(name) if latin and own else name
                    exact = shown if source == "abbreviation" or _is_abbreviation(shown) else None
                    yield (
                        _escape(name),
                        "name",
                        NameEntry(
                            entity.id,
                            entity.type,
                            kind,
                            source,
                            _capitals(shown, language),
                            exact,
                            own,
                            _words(shown, language),
                        ),
                    )
            if entity.type == "PERSON" and entity.family != "none" and own:
                for name in entity.names.get(source_language, []):
                    words = name.split()
                    surname = words[0] if entity.family == "first" else words[-1]
                    if len(words) > 1 and len(surname) > 1 and (fold(surname), "surname " + entity.id) not in seen:
                        seen.add((fold(surname), "surname " + entity.id))
                        shown = kazakh_latin(surname) if latin else surname
                        yield (
                            # with endings, short surnames are many other words ("Dinimiz" is no Mr Din)
                            _escape(surname) if len(surname) > 4 else f"={_escape(surname)}",
                            "surname",
                            NameEntry(entity.id, "PERSON", "name", "surname", _capitals(shown, language), None, own),
                        )


def _escape(name: str) -> str:
    """A name as a pattern: of the pattern syntax only "=" (this form alone) has a meaning in it."""
    return " ".join(
        word
        for word in name.replace("|", " ").replace("*", " ").replace("#", " ").split()
        if any(letter.isalnum() for letter in word)
    )


def _is_abbreviation(name: str) -> bool:
    return " " not in name and len(name) <= 6 and name.isupper()


def _fit_for_neighbours(name: str, source: str) -> bool:
    """Names of other languages are looked for only when they can hardly be a word of this one."""
    return (
        source in ("alias", "former") and (" " in name or len(name) >= 6) or source == "abbreviation" and len(name) >= 4
    )


def accepted(doc: Document, hits: Iterable[tuple[int, int, NameEntry]]) -> list[tuple[int, int, NameEntry]]:
    """The matches whose capitals are right."""
    text, starts, ends = doc.text, doc.tokens.starts, doc.tokens.ends
    out = []
    for first, last, entry in hits:
        if entry.exact is not None:
            begin = starts[first]
            shown = text[begin : begin + len(entry.exact)]
            if shown != entry.exact and not (shown.isupper() and entry.exact.isupper()):
                continue
            # the ending of an abbreviation is written small or set off: BMT-nin, ООН, not a longer capital word
            if ends[last] > begin + len(shown) and text[begin + len(shown)].isupper():
                continue
        elif any(
            need and not text[starts[first + number]].isupper()
            for number, need in enumerate(entry.capitals[: last - first + 1])
        ):
            continue
        out.append((first, last, entry))
    return out


_ORDER = {"alias": 0, "former": 1, "abbreviation": 1, "short": 2, "demonym": 3}


def choose(doc: Document, hits: list[tuple[int, int, NameEntry]]) -> list[tuple[int, int, list[NameEntry]]]:
    """Matches without overlap: the longest wins, then the leftmost.

    Of several readings of the chosen words those are kept that need no ending taken off ("Бразилиа" is the capital,
    not a form of Бразилия), then those of the text's own language, then proper names.
    """
    spans: dict[tuple[int, int], list[NameEntry]] = {}
    for first, last, entry in hits:
        spans.setdefault((first, last), []).append(entry)
    taken: set[int] = set()
    out = []
    for (first, last), readings in sorted(spans.items(), key=lambda item: (item[0][0] - item[0][1], item[0][0])):
        if any(token in taken for token in range(first, last + 1)):
            continue
        taken.update(range(first, last + 1))
        surface = " ".join(doc.tokens.words[first : last + 1])
        readings = [entry for entry in readings if entry.words == surface] or readings
        readings.sort(key=lambda entry: (not entry.own, _ORDER[entry.source]))
        best = (readings[0].own, _ORDER[readings[0].source] == 3)
        out.append((first, last, [entry for entry in readings if (entry.own, _ORDER[entry.source] == 3) == best]))
    return sorted(out, key=lambda item: item[:2])
