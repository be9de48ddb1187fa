"""What a figure counts: the noun phrase it belongs to, in the words of the text.

Nearest by grammar: the noun in the figure itself ("17 projects"), what it is a quantity of ("tons of oil", "тонн
нефти"), the noun it stands before ("a two-day visit", "8% growth") or behind ("a capacity of 2 GW"), the object that
is changed by it ("increase trade by 40%"), else the subject of its clause. A clause without a subject of its own goes
on with what the figure before counts. Another figure is never part of it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from . import numerals
from .model import Document, Quantity, Sentence
from .number_reader import NumberReader
from .speech import DROPS, genitive, words_of

_BOUNDARY = re.compile(r"[,.;:!?()\[\]\"“”«»\n]|\s[-–—]\s|[–—]")
_WORDS = 9  # the longest phrase
#: Finite verbs behind a measure, by their ending; the other verbs are data.
_VERB_END = {
    "az": re.compile(r"(?:[iuü]b|[iuü]bl[aə]r|[iuü]bd[iuü]r|[aə]c[aə][qk]|m[iuü]şd[iuü]r?)$"),
    "tr": re.compile(r"(?:[dt][iuü]|[iuü]yor|[iuü]yordu|[ae]c[ae]k|m[iuü]ş(?:t[iuü]r?)?|[ae]r[ae]k)$"),
    "kk": re.compile(r"(?:[дт][ыі]|[еа]ді|[еа]ды|йды|йді|[ғқ]ан|[гк]ен|ып|іп|[dt][yi]|[ea]d[iy]|[ǵq]an|[gk]en|[yi]p)$"),
}
_LOOSE = frozenset(
    "due more less higher lower compared ago earlier later long old just only also about along worth "
    "чем целом быть içinde içerisinde ərzində müddət əvvəl sonra önce ішінде бойы бұрын кейін "
    "sadece yalnizca yalniz cəmi только лишь всего тек".split()
)
_SINCE = frozenset({"bəri", "beri", "бері", "keçən", "geçen", "өткен", "bu", "бұл", "biyilgi", "биылғы"})
_HEAD_BEHIND = frozenset({"of", "in", "for", "on", "from"})
_POINTING = {
    "en": {"it", "this", "that", "which", "they", "these"},
    "ru": {"это", "что", "который", "которая", "он", "она", "оно"},
    "az": {"bu", "o"},
    "tr": {"bu", "o"},
    "kk": {"бұл", "ол", "bul", "ol"},
}
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her", "our", "your", "this", "these", "some", "such"})
_OF_SO_MANY = ("lik", "luk", "lük", "liq", "luq", "лық", "лік", "дық", "дік", "тық", "тік")  # "dolarlık"
_SAME = frozenset({"сәйкес", "тиісті", "uyğun", "müvafiq", "eyni", "ayni", "өткен", "сол", "бұл"})
_COMPARED = re.compile(r"(?:салыстырғанда|salystyrǵanda|müqayisədə|nisbətən|kiyasla|oranla|göre)$")
_NOMINAL_BEFORE = _ARTICLES | {"of", "with", "in", "average", "annual"}


class Counted:
    """Finds what the figures of one document count, sentence by sentence."""

    def __init__(self, doc: Document, reader: NumberReader) -> None:
        self.doc, self.tokens, self.reader, self.language = doc, doc.tokens, reader, doc.language
        self._prepositions = words_of("preposition", doc.language, doc.script)
        self._subordinate = words_of("subordinate", doc.language, doc.script)
        conjunctions = words_of("and", doc.language, doc.script) | words_of("conjunction", doc.language, doc.script)
        self._conjunctions = conjunctions | self._subordinate
        self._verbs = {first for first, _, cue in doc.hits.get("speech", ()) if cue.kind in ("say", "act", "credit")}
        self._units = numerals.unit_words(doc.language, doc.script)
        self._stops = [mark.span() for mark in _BOUNDARY.finditer(doc.text)]
        self._marked = self._marks()
        self._last = ""  # what the last figure that is no duration counts
        self._sentence = -1
        self._inherited = ""  # the same, within the sentence

    def _marks(self) -> set[int]:
        """The tokens behind which a mark stands."""
        ends, found = self.tokens.ends, set[int]()
        for start, _ in self._stops:
            at = bisect_right(ends, start) - 1
            if at >= 0:
                found.add(at)
        return found

    def what(self, quantity: Quantity, kind: str, noun: bool, sentence: Sentence, before: Quantity | None) -> str:
        """The phrase for one quantity; the quantities of a document are asked for in order.

        Parameters
        ----------
        kind: of its unit (currency, percent, times, time, measure, count), empty if it has none.
        noun: the quantity's own span ends in the noun that is counted.
        before: the quantity in front of it in the sentence.
        """
        if sentence.start != self._sentence:
            self._sentence, self._inherited = sentence.start, ""
        found = self._what(quantity, kind, noun, sentence, before)
        if kind != "time" and found:
            self._last = self._inherited = found
        return found

    def _what(self, quantity: Quantity, kind: str, noun: bool, sentence: Sentence, before: Quantity | None) -> str:
        first, last = self._span(quantity, sentence)
        if noun:
            number = max(
                (at for at in range(first, last + 1) if self._numeric(at) or self._qualifies(at)), default=first
            )
            own = self._trimmed(list(range(number + 1, last + 1)))
            return self._text(own + self._complement(last + 1, sentence))
        floor = self._span(before, sentence)[1] + 1 if before is not None else sentence.first
        if self.language == "en" and first > floor and self.tokens.words[first - 1] == "of":
            head = self._nearest(self._segment(first - 1, floor), nominal=True)
            if head:
                return self._text(head)  # "a capacity of 2 GW"
        hyphen = self.language == "en" and last + 1 < sentence.last and self.reader.between(last, last + 1) == "-"
        if quantity.rule == "compound" or hyphen:
            return self._text(self._ahead(last + 1, sentence)) or self._left(first, floor, kind)
        return self._behind(first, last, kind, sentence) or self._left(first, floor, kind)

    # --- behind the figure -------------------------------------------------------------------------------------------

    def _behind(self, first: int, last: int, kind: str, sentence: Sentence) -> str:
        """What stands behind the figure and belongs to it: "of oil", "нефти", "growth"; empty if nothing does."""
        at = last + 1
        if self.language == "en" and kind == "currency":
            at = self._past_bracket(at, sentence)
        if at >= sentence.last or (at == last + 1 and last in self._marked):
            return ""
        word = self.tokens.words[at]
        if self.language == "en":
            if word == "of" and (kind != "percent" or first == sentence.first):
                return self._text(self._ahead(at + 1, sentence))
            nominal = at + 1 >= sentence.last or at in self._marked or self.tokens.words[at + 1] in _HEAD_BEHIND
            if at == last + 1 and kind != "times" and (self._opens_noun(at) or (self._is_change(at) and nominal)):
                return self._text([at, *self._ahead(at + 1, sentence, started=True)])
            return ""
        if self.language in DROPS and at + 1 < sentence.last and self.tokens.words[at] in ("bir", "бір"):
            at += 1  # the article, "2,4 milyar dolarlık bir proje"
        spaced = self.reader.between(at - 1, at) == " "
        if kind not in ("measure", "time", "currency") or not spaced or not self._opens_noun(at):
            return ""
        if self.language == "ru":
            return self._text(self._ahead(at, sentence)[:5])
        word = self.tokens.words[last]
        if word.endswith(_OF_SO_MANY):
            return self._text(self._ahead(at, sentence)[:3])
        return self._text(self._ahead(at, sentence)[:2]) if word in self._units else ""

    def _past_bracket(self, at: int, sentence: Sentence) -> int:
        """Step over the same sum in brackets: "170 bn tenge ($380 m) of dividends"."""
        if at < sentence.last and "(" in self.doc.text[self.tokens.ends[at - 1] : self.tokens.starts[at]]:
            while at < sentence.last and ")" not in self.doc.text[self.tokens.ends[at - 1] : self.tokens.starts[at]]:
                at += 1
        return at

    def _opens_noun(self, at: int) -> bool:
        """May a word open a noun phrase? No preposition, conjunction, verb, number or function word."""
        return self.tokens.words[at][0].isalpha() and not self._is_loose(at) and not self._is_verb(at)

    def _ahead(self, at: int, sentence: Sentence, started: bool = False) -> list[int]:
        """The noun phrase that begins at a token, with one complement ("growth in the real sector")."""
        out: list[int] = []
        complements = 0
        while at < sentence.last and len(out) < _WORDS and not self._numeric(at):
            word = self.tokens.words[at]
            if (out or started) and at - 1 in self._marked or self._is_verb(at) or word in self._conjunctions:
                break
            if out and word not in self._prepositions | _ARTICLES and "no-unit" in self._kinds(at):
                break  # "cargo last year"
            if word in self._prepositions:
                complements += 1
                if complements > 1 or not (out or started) or (self.language == "en" and word not in _HEAD_BEHIND):
                    break
            out.append(at)
            at += 1
        return self._trimmed(out) if not started else self._trimmed(out, keep_first=True)

    def _complement(self, at: int, sentence: Sentence) -> list[int]:
        """A short complement of a counted noun ("students | of law", "граждан | Казахстана")."""
        if at >= sentence.last or at - 1 in self._marked or self.language in DROPS:
            return []
        word = self.tokens.words[at]
        if word in (_HEAD_BEHIND if self.language == "en" else ("по", "из", "для")):
            ahead = self._ahead(at + 1, sentence)[:5]
            return [at, *ahead] if ahead else []
        return self._ahead(at, sentence)[:4] if self.language == "ru" and self._opens_noun(at) else []

    # --- in front of the figure --------------------------------------------------------------------------------------

    def _left(self, first: int, floor: int, kind: str) -> str:
        """The head or object in front of a figure, the subject of its clause, or what the figure before counts."""
        inherited = self._inherited if kind != "time" else ""
        bracketed = "(" in self.doc.text[max(0, self.tokens.starts[first] - 3) : self.tokens.starts[first]]
        segment = self._segment(first, floor, bracketed)
        if bracketed and segment:
            return self._text(self._nearest(segment)) or inherited
        joined = bool(segment) and segment[0] == floor and not any(self._is_verb(at) for at in segment)
        if not segment or (joined and inherited and self._is_loose(segment[0])):
            return inherited
        found = self._phrase(segment)
        if found and len(found) <= 4 and any(self._is_figure_word(at) for at in found):
            return self._last or self._text(found)
        if not found and not any(self.tokens.words[at] in ("we", "i", "you") for at in segment):
            return inherited
        return self._text(found)

    def _segment(self, first: int, floor: int, through_mark: bool = False) -> list[int]:
        """The tokens of the clause in front of a token, back to the figure before it."""
        at, out = first - 1, list[int]()
        while at >= floor:
            if at in self._marked and not (through_mark and not out):
                if any(self._content(token) for token in out) or any(self._is_verb(token) for token in out):
                    break
                if out or self._inherited:
                    break
            out.append(at)
            at -= 1
        return out[::-1]

    def _nearest(self, segment: list[int], nominal: bool = False) -> list[int]:
        """The last noun phrase of a stretch; ``nominal``: its last word is a noun, even if it could be a verb."""
        out: list[int] = []
        for at in reversed(segment):
            word = self.tokens.words[at]
            if (nominal and not out) or not (
                self._is_verb(at) or self._numeric(at) or (word in self._prepositions and word not in ("of", "with"))
            ):
                if word in self._conjunctions and at - 1 in self._marked:
                    break
                out.append(at)
            else:
                break
        return self._trimmed(out[::-1], keep_first=False)

    def _phrase(self, segment: list[int]) -> list[int]:
        """The object behind the last verb of a clause, else the noun phrase before it."""
        words = self.tokens.words
        if self.language in DROPS:
            return self._before_verb_final(segment)
        cut = next((n for n in range(len(segment) - 1, -1, -1) if words[segment[n]] in self._subordinate), -1)
        if any(self._content(at) for at in segment[cut + 1 :]):
            segment = segment[cut + 1 :]
        segment = self._without_time(segment)
        stretches: list[list[int]] = [[]]
        for at in segment:
            if self._is_verb(at) and not self._is_participle(at, segment[-1]):
                stretches.append([])
            else:
                stretches[-1].append(at)
        for number, stretch in reversed(list(enumerate(stretches))):
            if (
                stretch
                and words[stretch[0]] in self._prepositions
                and any(map(self._content, sum(stretches[:number], [])))
            ):
                continue  # "the tax paid to the budget"
            found = self._trimmed(self._without_figures(stretch))
            if found and any(self._content(at) for at in found):
                pointing = _POINTING[self.language]
                return [] if words[found[0]] in pointing and len(found) == 1 else self._trimmed(found[:_WORDS])
            if any(words[at] in _POINTING[self.language] for at in stretch):
                return []
        return []

    def _before_verb_final(self, segment: list[int]) -> list[int]:
        """Azerbaijani, Kazakh, Turkish: the words in front of the figure, without time and comparison."""
        words = self.tokens.words
        cut = max((n for n, at in enumerate(segment) if self._numeric(at)), default=-1)
        kept = segment[cut + 1 :]
        if not any(self._content(at) for at in kept):
            kept = segment[:cut] if cut >= 0 else []
        verb = max((n for n, at in enumerate(kept) if self._is_verb(at)), default=-1)
        kept = kept[verb + 1 :]
        while kept and (self._is_time(kept[0]) or self._is_loose(kept[0]) or words[kept[0]] in _SINCE):
            kept = kept[1:]
        compared = next((n for n, at in enumerate(kept) if _COMPARED.match(words[at])), -1)
        if compared >= 0:
            kept = kept[: max(0, compared - 1)] + kept[compared + 1 :]
            while kept and (genitive(words[kept[-1]]) or words[kept[-1]] in _SAME):
                kept = kept[:-1]
        return self._trimmed(kept)[-_WORDS + 2 :]

    def _without_time(self, segment: list[int]) -> list[int]:
        """A clause without the time it opens with ("In 2022", "В прошлом году")."""
        if segment and self.tokens.words[segment[0]] in self._prepositions:
            for n, at in enumerate(segment[:5]):
                if (
                    self._is_time(at)
                    or self.tokens.words[at] in ("году", "годах")
                    or (n and self.tokens.words[at][0].isdigit())
                ):
                    rest = segment[n + 1 :]
                    if rest and self._is_time(rest[0]):
                        rest = rest[1:]
                    return rest
        return segment

    def _without_figures(self, stretch: list[int]) -> list[int]:
        """A noun phrase up to a year or date in it, and to the preposition that leads there."""
        for n, at in enumerate(stretch):
            if self._numeric(at):
                head = stretch[:n]
                while head and self.tokens.words[head[-1]] not in self._prepositions and n - len(head) < 3:
                    head = head[:-1]
                kept = head if head and self.tokens.words[head[-1]] in self._prepositions else stretch[:n]
                return kept if any(self._content(token) for token in kept) else stretch[n + 1 :]
        return stretch

    # --- words -------------------------------------------------------------------------------------------------------

    def _span(self, quantity: Quantity, sentence: Sentence) -> tuple[int, int]:
        """First and last token of a quantity."""
        first = bisect_left(self.tokens.starts, quantity.start)
        return first, max(first, bisect_left(self.tokens.starts, quantity.end) - 1)

    def _kinds(self, at: int) -> set[str]:
        return {item.kind for _, item in self.reader.words.get(at, ())}

    def _numeric(self, at: int) -> bool:
        return self.tokens.words[at][0].isdigit() or bool(self._kinds(at) & {"numeral", "multiplier"})

    def _qualifies(self, at: int) -> bool:
        return any(
            item.kind == "qualifier" and at <= last
            for start in range(max(0, at - 2), at + 1)
            for last, item in self.reader.words.get(start, ())
        )

    def _is_change(self, at: int) -> bool:
        return "verb" in self._kinds(at)

    def _is_figure_word(self, at: int) -> bool:
        return "figure-word" in self._kinds(at)

    def _is_verb(self, at: int) -> bool:
        words = self.tokens.words
        if self.language == "en" and at and words[at - 1] in _NOMINAL_BEFORE and not words[at].endswith("ing"):
            return False  # "the amount", "an increase of"
        if at in self._verbs or self._is_change(at):
            return True
        pattern = _VERB_END.get(self.language)
        return pattern is not None and len(words[at]) > 3 and bool(pattern.search(words[at]))

    def _is_participle(self, at: int, end: int) -> bool:
        """Is it "transported" in "oil transported via the port to", where another verb rules the clause?"""
        words = self.tokens.words
        return (
            self.language == "en"
            and words[at].endswith("ed")
            and at + 1 < end
            and words[at + 1] in self._prepositions
            and words[at + 1] not in ("by", "to")
        )

    def _is_time(self, at: int) -> bool:
        return any(unit.kind == "time" for _, unit in self.reader.units.get(at, ())) or bool(
            self._kinds(at) & {"month", "ordinal"}
        )

    def _is_loose(self, at: int) -> bool:
        word = self.tokens.words[at]
        return (
            word in self._prepositions
            or word in self._conjunctions
            or word in _ARTICLES
            or word in _LOOSE
            or self._numeric(at)
            or bool(self._kinds(at) & {"no-unit", "definite", "qualifier"})
        )

    def _content(self, at: int) -> bool:
        word = self.tokens.words[at]
        pointing = word in _POINTING[self.language]
        return word[0].isalpha() and len(word) > 2 and not (pointing or self._is_loose(at) or self._is_time(at))

    def _trimmed(self, tokens: list[int], keep_first: bool = False) -> list[int]:
        """A phrase without articles in front and without loose words at either end."""
        low, high = 0, len(tokens)
        while not keep_first and low < high and self._is_loose(tokens[low]):
            low += 1
        while high > low and self._is_loose(tokens[high - 1]):
            high -= 1
        return tokens[low:high]

    def _text(self, tokens: Sequence[int]) -> str:
        """The words of the text from the first token to the last, on one line."""
        if not tokens:
            return ""
        low, high = self.tokens.starts[tokens[0]], self.tokens.ends[tokens[-1]]
        return " ".join(self.doc.text[low:high].split()).strip(" \"“”«»'’")
