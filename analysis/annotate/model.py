"""What annotation passes around: one working document and the records laid over its text.

Every ``start``/``end`` is a half-open interval of Unicode code points in the raw article. The records are
plain and slotted: a bulk run makes millions of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field

NARRATOR = "narrator"


@dataclass(slots=True)
class Sentence:
    start: int
    end: int
    paragraph: int = 0                      # index of the paragraph in the article
    quoted: bool = False                    # holds, or stands inside, the speaker's own words in quotation marks
    speakers: tuple[str, ...] = (NARRATOR,)
    speaker_rule: str = "narrator"          # the rule that attributed the sentence
    tone: int = 0
    first: int = 0                          # tokens [first, last) of Document.tokens
    last: int = 0


@dataclass(slots=True)
class Mention:
    start: int
    end: int
    type: str                               # PERSON COUNTRY PLACE ORG EVENT DOCUMENT ROUTE
    kind: str                               # name demonym role
    entity: str                             # slug; for an undecided link a slug of the wording
    rule: str                               # what found and linked it, e.g. "alias", "person:title", "role:date"
    candidates: tuple[str, ...] = ()        # entities it might be, when the link was left open
    sentence: int = -1                      # index into Document.sentences


@dataclass(slots=True)
class Code:
    sentence: int                           # index into Document.sentences
    axis: str                               # theme frame tone
    code: str                               # a code of the codebook; for tone "1" or "-1"
    start: int                              # the words that fired it
    end: int
    cue: str                                # the cue's pattern, or "entity:<slug>", or the name of a rule


@dataclass(slots=True)
class Quantity:
    start: int
    end: int
    value: float
    unit: str
    qualifier: str                          # exact more-than less-than about up-to
    what: str = ""
    speakers: tuple[str, ...] = (NARRATOR,)
    rule: str = ""
    sentence: int = -1


@dataclass(slots=True)
class Tokens:
    """The words and numbers of a text. ``words`` are folded (see ``text.fold``); the lists run in parallel."""

    words: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.words)


@dataclass(slots=True)
class Document:
    """The working state of one article while the layers are laid over it."""

    id: str
    text: str                               # raw, as in the file
    folded: str                             # same length as ``text``: see ``text.fold``
    language: str                           # ISO 639-1: en az ru kk tr
    script: str                             # latn or cyrl
    date: str | None                        # ISO, possibly partial ("2020-01"); None when unknown
    tokens: Tokens
    kept: list[tuple[int, int]]             # the spans that are report text
    sentences: list[Sentence] = field(default_factory=list)
    hits: dict[str, list] = field(default_factory=dict)     # layer → [(first token, last token inclusive, payload)]
    mentions: list[Mention] = field(default_factory=list)   # ordered by start
    quotes: list[tuple[int, int]] = field(default_factory=list)  # spans of quoted speech, marks included
    codes: list[Code] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
