"""Lists of words that mark names: given names, surname endings, titles, head words of bodies."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from . import FOLDER, Knowledge
from .files import read_items


@dataclass
class WordLists:
    """Folded given names, surname endings, and patterns by language.

    ``doubtful``: given names that are also common words in a language, where they mark a person only before a word
    that ends like a surname.
    """

    given: set[str] = field(default_factory=set)
    doubtful: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    endings: tuple[str, ...] = ()
    titles: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    heads: dict[str, list[tuple[str, tuple[str, str, bool]]]] = field(default_factory=lambda: defaultdict(list))
    common_bodies: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    no_mentions: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    #: language → (pattern, "head" | "named" | "ordinal")
    meetings: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    currencies: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _surnames: dict[tuple[int, str, str], dict[str, list[str]]] = field(default_factory=dict)

    def like_surname(self, word: str) -> bool:
        """Does a folded word end like a surname and have something before the ending?"""
        return len(word) > 4 and word.endswith(self.endings)

    @staticmethod
    def folded(pattern: str, language: str, script: str) -> str:
        """A pattern as it stands in folded text of the script."""
        from ..annotate.text import fold, kazakh_latin

        return fold(kazakh_latin(pattern) if language == "kk" and script == "latn" else pattern).replace("-", " ")

    def surnames(self, knowledge: Knowledge, language: str, script: str) -> dict[str, list[str]]:
        """Folded family names of known people in a language → their ids."""
        key = (id(knowledge), language, script)
        if key not in self._surnames:
            table: dict[str, list[str]] = defaultdict(list)
            for entity in knowledge.entities.values():
                if entity.type == "PERSON" and entity.family != "none":
                    for name in entity.names.get(language, []):
                        words = name.split()
                        surname = self.folded(words[0] if entity.family == "first" else words[-1], language, script)
                        if len(words) > 1 and entity.id not in table[surname]:
                            table[surname].append(entity.id)
            self._surnames[key] = dict(table)
        return self._surnames[key]

    def is_currency(self, word: str, language: str) -> bool:
        """Does the folded word begin like the name of a currency in the language?"""
        return word.startswith(self.currencies.get(language, ("\0",)))

    @staticmethod
    def common_body_entity(kind: str, owner: str, knowledge: Knowledge) -> str | None:
        """The known entity behind "the government of X", "the embassy of Y"; None if none or several are listed."""
        for entity in (f"{kind}-of-{owner}", f"{owner}-{kind}", f"{kind}-of-the-{owner}"):
            if entity in knowledge.entities:
                return entity
        tagged = [entity.id for entity in knowledge.entities.values() if entity.state == owner and kind in entity.tags]
        return tagged[0] if len(tagged) == 1 else None


@lru_cache(maxsize=4)
def load(folder: Path = FOLDER) -> WordLists:
    """Read the word lists of a knowledge folder (``names/*.yaml`` and ``common-bodies.yaml``)."""
    from ..annotate.text import fold, kazakh_latin

    lists = WordLists()
    for _, item in read_items(folder / "names" / "given-names.yaml"):
        for part in item["lists"]:
            for name in part["names"]:
                lists.given.add(fold(name))
                if part["script"] == "cyrl":
                    lists.given.add(fold(kazakh_latin(name)))
    for _, item in read_items(folder / "names" / "doubtful-given-names.yaml"):
        for word in item["words"]:
            lists.doubtful[item["language"]] |= {fold(word), fold(kazakh_latin(word))}
    endings: set[str] = set()
    for _, item in read_items(folder / "names" / "surname-endings.yaml"):
        for ending in item["endings"]:
            endings.add(fold(ending))
            if item["script"] == "cyrl" and item.get("latin_kazakh", True):
                endings.add(fold(kazakh_latin(ending)))
    lists.endings = tuple(sorted(endings, key=len, reverse=True))
    for _, item in read_items(folder / "names" / "personal-titles.yaml"):
        lists.titles[item["language"]] += item["words"]
    for _, item in read_items(folder / "names" / "body-heads.yaml"):
        # English names have their head word as it stands: "Processing" is no "Process"
        exact = "=" if item["language"] == "en" else ""
        lists.heads[item["language"]] += [
            (" ".join(exact + part for part in word.split()),
             (item["type"], item["position"], bool(item.get("capital"))))
            for word in item["words"]
        ]
    for _, item in read_items(folder / "names" / "no-mentions.yaml"):
        lists.no_mentions[item["language"]] += item["words"]
    for _, item in read_items(folder / "names" / "meetings.yaml"):
        for key, kind in (("heads", "head"), ("named", "named"), ("ordinals", "ordinal")):
            lists.meetings[item["language"]] += [(word, kind) for word in item[key]]
    for _, item in read_items(folder / "common-bodies.yaml"):
        for language, patterns in item["names"].items():
            lists.common_bodies[language] += [(pattern, item["id"]) for pattern in patterns]
    for _, item in read_items(folder / "currency-words.yaml"):
        lists.currencies[item["language"]] = tuple(
            form
            for word in item["words"]
            for form in {fold(word), fold(kazakh_latin(word)) if item["language"] == "kk" else fold(word)}
        )
    return lists
