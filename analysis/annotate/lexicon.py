"""One pass over an article for everything that is looked up: names, cues, speech verbs, titles, units.

Patterns of all layers stand in one trie over words. A word of a text is resolved once to the lexicon words it is a
form of (and remembered: vocabulary repeats), so the pass costs a dictionary look-up for most words, however many
patterns there are.

Pattern syntax: words separated by spaces; ``word`` matches its inflected forms, ``=word`` only itself, ``word*``
anything that begins so, ``a|b`` one of several, ``word,`` a comma behind the word, ``#`` a number, `` .. `` a gap of
up to four words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import product
from typing import Any

from .model import Document
from .morphology import rules
from .text import fold, kazakh_latin, tokenize

GAP = 4  # words that " .. " may skip
_END, _GAP, _COMMA = 0, -1, -2  # keys of a trie node beside word ids, which start at 1
_CACHE_LIMIT = 400_000
_NUMBER_ID = 1


class PatternError(ValueError):
    """A pattern does not follow the syntax."""


class Lexicon:
    """Patterns of all layers for one language and script.

    Parameters
    ----------
    entries: (pattern, layer, payload); the same pattern may stand in several layers.
    language, script: whose inflection applies; Kazakh patterns are written in Cyrillic and derived for ``latn``.
    """

    def __init__(self, entries: Iterable[tuple[str, str, Any]], language: str, script: str = "latn") -> None:
        self._rules = rules(language, script)
        self._latin = language == "kk" and script == "latn"
        self._exact: dict[str, list[int]] = defaultdict(list)
        self._inflected: dict[str, list[int]] = defaultdict(list)
        self._prefixes: dict[str, int] = {}
        self._ids: dict[tuple[str, str], int] = {}
        self._root: dict[int, Any] = {}
        self._cache: dict[str, tuple[int, ...]] = {}
        self._shortest_prefix = 99
        for pattern, layer, payload in entries:
            for sequence in self._sequences(pattern):
                node = self._root
                for word in sequence:
                    node = node.setdefault(word, {})
                node.setdefault(_END, []).append((layer, payload))

    def _sequences(self, pattern: str) -> Iterable[tuple[int, ...]]:
        slots: list[list[int]] = []
        for slot in _slots(self._derive(pattern)):
            if slot == "..":
                if not slots or slots[-1] == [_GAP]:
                    raise PatternError(f"“{pattern}”: a gap stands between words")
                slots.append([_GAP])
                continue
            if slot == ",":
                slots.append([_COMMA])
                continue
            ids = [self._word_id(word) for word in slot.split("|")]
            slots.append(ids)
        if not slots or slots[-1] == [_GAP]:
            raise PatternError(
                f"“{pattern}”: no word to match" if not slots else f"“{pattern}”: a gap stands between words"
            )
        return product(*slots)

    def _derive(self, pattern: str) -> str:
        return kazakh_latin(pattern) if self._latin else pattern

    def _word_id(self, word: str) -> int:
        if word == "#":
            return _NUMBER_ID
        mode = "exact" if word.startswith("=") else "prefix" if word.endswith("*") else "inflected"
        base = word.strip("=*")
        key = (base, mode)
        if key not in self._ids:
            number = self._ids[key] = len(self._ids) + _NUMBER_ID + 1
            if mode == "exact":
                self._exact[base].append(number)
            elif mode == "prefix":
                self._prefixes[base] = number
                self._shortest_prefix = min(self._shortest_prefix, len(base))
            else:
                for form in set(self._rules.keys(base)):
                    self._inflected[form].append(number)
        return self._ids[key]

    def _resolve(self, word: str) -> tuple[int, ...]:
        # Turkish sets the ending of a name off: what stands before the apostrophe is the name itself
        found: set[int] = {number for form in {word, word.partition("'")[0]} for number in self._exact.get(form, ())}
        if word[0].isdigit():
            found.add(_NUMBER_ID)
        for form in set(self._rules.lookups(word)):
            found.update(self._inflected.get(form, ()))
        prefixes = self._prefixes
        for cut in range(self._shortest_prefix, len(word) + 1):
            number = prefixes.get(word[:cut])
            if number:
                found.add(number)
        if len(self._cache) > _CACHE_LIMIT:
            self._cache.clear()
        result = self._cache[word] = tuple(sorted(found))  # the order of equal matches must not vary
        return result

    def match(self, doc: Document) -> dict[str, list[tuple[int, int, Any]]]:
        """Every match in every sentence of the document, by layer: (first token, last token inclusive, payload).

        Words of one match stand next to each other (spaces, hyphens, apostrophes, quotation marks and the stop of
        an abbreviation may stand between them); a match never leaves its sentence. Ordered by first, then last token.
        """
        hits: dict[str, list[tuple[int, int, Any]]] = defaultdict(list)
        words, cache, resolve, root = doc.tokens.words, self._cache, self._resolve, self._root
        starts, ends, folded = doc.tokens.starts, doc.tokens.ends, doc.folded
        for sentence in doc.sentences:
            first, last = sentence.first, sentence.last
            ids = []
            for word in words[first:last]:
                known = cache.get(word)
                ids.append(resolve(word) if known is None else known)
            size = last - first
            for begin in range(size):
                for number in ids[begin]:
                    node = root.get(number)
                    if node is None:
                        continue
                    stack = [(begin, node)]
                    while stack:
                        at, node = stack.pop()
                        ended = node.get(_END)
                        if ended:
                            for layer, payload in ended:
                                hits[layer].append((first + begin, first + at, payload))
                        following = at + 1
                        if following >= size:
                            continue
                        if len(node) > 1 or not ended:
                            if _joined(folded, ends[first + at], starts[first + following]):
                                for number in ids[following]:
                                    child = node.get(number)
                                    if child is not None:
                                        stack.append((following, child))
                            elif _COMMA in node and folded[ends[first + at] : starts[first + following]].strip() == ",":
                                for number in ids[following]:
                                    child = node[_COMMA].get(number)
                                    if child is not None:
                                        stack.append((following, child))
                            beyond = node.get(_GAP)
                            if beyond is not None:
                                for skipped in range(following, min(following + GAP + 1, size)):
                                    for number in ids[skipped]:
                                        child = beyond.get(number)
                                        if child is not None:
                                            stack.append((skipped, child))
        for layer in hits.values():
            layer.sort(key=lambda hit: hit[:2])
        return dict(hits)


def _joined(folded: str, end: int, start: int) -> bool:
    """May the two tokens on both sides belong to one name or phrase, judged by what stands between them?"""
    gap = start - end
    if gap == 1:
        mark = folded[end]
        return mark in " \n-'\"/" or mark == "." and _abbreviated(folded, end)
    if gap == 0:
        return True  # glued words: the change of script parted them
    if gap > 3:
        return False
    between = folded[end:start]
    if between[0] == ".":
        return between.strip(" .\"'-") == "" and _abbreviated(folded, end)
    return between.strip(" \"'-") == ""


def _abbreviated(folded: str, end: int) -> bool:
    """Is the word that ends here an initial or a short abbreviation (st., dr.)?"""
    return end < 2 or not folded[end - 2].isalpha() or end < 3 or not folded[end - 3].isalpha()


def _slots(pattern: str) -> list[str]:
    out: list[str] = []
    for slot in pattern.split():
        if slot == "..":
            out.append(slot)
            continue
        # hyphens and apostrophes part words in the text, so they part words in a pattern
        parts: list[list[str]] = []
        for alternative in slot.split("|"):
            star, exact = alternative.endswith("*"), alternative.startswith("=")
            plain = alternative.removeprefix("=").removesuffix("*")
            words = ["#"] if alternative == "#" else tokenize(fold(plain)).words
            if "*" in plain or "=" in plain:
                raise PatternError(f"“{pattern}”: “{alternative}” is no word, word*, =word or #")
            if not words:
                raise PatternError(f"“{pattern}”: “{alternative}” has no letters")
            parts.append(
                [
                    ("=" if exact else "") + word + ("*" if star and number == len(words) - 1 else "")
                    for number, word in enumerate(words)
                ]
            )
        if len(parts) > 1 and any(len(part) > 1 for part in parts):
            raise PatternError(f"“{pattern}”: a hyphen or apostrophe cannot stand in an alternative of several words")
        if len(parts) == 1:
            out += parts[0]
            if slot.endswith(","):
                out.append(",")
        else:
            out.append("|".join(part[0] for part in parts))
    return out
