"""The vocabulary of the relation: how friendly, brotherly, strategic or allied the reports make it.

Two views of one thing. Frames (codebook, section 4) are judgements on sentences; relation words are plain words of
the report text, listed in ``knowledge/relation_words.yaml``, so that a shift can be read without believing any coder.
``vocabulary`` re-exports these functions.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.annotate.lexicon import Lexicon, PatternError
from analysis.errors import InputError
from analysis.knowledge.files import FOLDER, read_items

from .base import LANGUAGES, sentence_groups, share, sizes, tidy
from .coding import cue_words, prevalence
from .reading import document

if TYPE_CHECKING:
    import pandas as pd

    from analysis.tables import Tables

#: Frames that say what the relation is, from feeling to obligation.
RELATION_FRAMES = ("friendship", "kinship", "strategic-alliance")
_NAMED = ("ORG", "DOCUMENT", "EVENT", "PERSON")
_LAYER = "relation"


def _listed(counts: Counter[str]) -> str:
    return "; ".join(f"{word} {n}" for word, n in sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def relation_frames(t: Tables, by: str = "year", frames: Sequence[str] = RELATION_FRAMES) -> pd.DataFrame:
    """Sentences that carry each relation frame in each group, and the words that carried it.

    Columns of ``coding.prevalence`` plus ``cues``: the words as they stand in the text with their number ("friendly
    2; brotherly 1"), empty where the tables hold no cues (gold).
    """
    import pandas as pd

    table = prevalence(t, "frame", by, list(frames))
    groups = sentence_groups(t, by)
    of_sentence: dict[tuple[str, int], list[str]] = defaultdict(list)
    for doc_id, sentence, group in groups[["doc_id", "sentence", "group"]].itertuples(index=False):
        of_sentence[doc_id, sentence].append(group)
    found: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for (doc_id, sentence, code), words in cue_words(t, "frame").items():
        for group in of_sentence[doc_id, sentence]:
            found[code, group].update(word.lower() for word in words)
    cues = [_listed(found[code, group]) for code, group in zip(table["code"], table["group"], strict=True)]
    return table.assign(cues=pd.Series(cues, index=table.index, dtype="object"))


@lru_cache(maxsize=4)
def word_groups(file: Path = FOLDER / "relation_words.yaml") -> dict[str, dict]:
    """The groups of ``relation_words.yaml`` by id: label, noun, words by language, basis.

    Raises
    ------
    InputError: a group without id, label, noun or words, a group given twice, or an unknown language.
    """
    out: dict[str, dict] = {}
    for line, item in read_items(file):
        missing = [key for key in ("group", "label", "noun", "words") if not item.get(key)]
        if missing:
            raise InputError(f"a group lacks {missing[0]!r}", file=file, line=line,
                             remedy="Give group, label, noun and words")
        if item["group"] in out:
            raise InputError(f"the group {item['group']!r} stands twice", file=file, line=line, remedy="Join the two")
        unknown = sorted(set(item["words"]) - set(LANGUAGES))
        if unknown:
            raise InputError(f"unknown language {unknown[0]!r}", file=file, line=line, place=f"group {item['group']!r}",
                             remedy=f"Use one of {', '.join(LANGUAGES)}")
        out[item["group"]] = item
    return out


@lru_cache(maxsize=16)
def _lexicon(language: str, script: str, file: Path) -> Lexicon:
    entries = [(pattern, _LAYER, group) for group, item in word_groups(file).items()
               for pattern in item["words"].get(language, ())]
    try:
        return Lexicon(entries, language, script)
    except PatternError as error:
        raise InputError(str(error), file=file, remedy="Mend the pattern") from None


def relation_hits(t: Tables, file: Path = FOLDER / "relation_words.yaml") -> pd.DataFrame:
    """Every relation word: ``doc_id sentence group start end form`` (code points of the raw text; form in lower
    case).

    Words inside the name of a body, document, event or person are left out, and so are languages without a list.
    """
    inside: dict[str, list[tuple[int, int]]] = defaultdict(list)
    named = t.mentions.loc[t.mentions["type"].isin(_NAMED) & (t.mentions["kind"] == "name")]
    for doc_id, start, end in named[["doc_id", "start", "end"]].itertuples(index=False):
        inside[doc_id].append((start, end))
    spans: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for doc_id, number, start, end in t.sentences[["doc_id", "sentence", "start", "end"]].itertuples(index=False):
        spans[doc_id].append((number, start, end))
    out = []
    for doc_id, text, language in t.articles[["doc_id", "text", "language"]].itertuples(index=False):
        if language not in LANGUAGES:
            continue
        doc = document(doc_id, text, language, spans[doc_id])
        for first, last, group in _lexicon(language, doc.script, file).match(doc).get(_LAYER, ()):
            start, end = doc.tokens.starts[first], doc.tokens.ends[last]
            if any(a <= start and end <= b for a, b in inside[doc_id]):
                continue
            number = next(number for number, a, b in spans[doc_id] if a <= start and end <= b)
            out.append({"doc_id": doc_id, "sentence": number, "group": group, "start": start, "end": end,
                        "form": " ".join(text[start:end].lower().split())})
    table = tidy(out, {"doc_id": "object", "sentence": "int64", "group": "object", "start": "int64", "end": "int64",
                       "form": "object"})
    return table.drop_duplicates(["doc_id", "group", "start", "end"]).reset_index(drop=True)


def relation_words(t: Tables, by: str = "year") -> pd.DataFrame:
    """Sentences of each group that hold a word of each word group, zero rows included.

    ``word_group group label n of share articles of_articles forms``; label names the group of articles or sentences,
    forms lists the words with their number ("friendly 2; friendship 1").
    """
    hits = relation_hits(t).rename(columns={"group": "word_group"})
    rows = hits.merge(sentence_groups(t, by)[["doc_id", "sentence", "group"]], on=["doc_id", "sentence"])
    cells = dict(iter(rows.groupby(["word_group", "group"])))
    out = []
    groups = list(sizes(t, by).itertuples(index=False))
    for word_group in word_groups():
        for g in groups:
            own = cells.get((word_group, g.group))
            forms = Counter(own["form"]) if own is not None else Counter()
            out.append({
                "word_group": word_group, "group": g.group, "label": g.label, "of": g.sentences,
                "n": 0 if own is None else len(own[["doc_id", "sentence"]].drop_duplicates()),
                "articles": 0 if own is None else own["doc_id"].nunique(), "of_articles": g.articles,
                "forms": _listed(forms)})
    table = tidy(out, {"word_group": "object", "group": "object", "label": "object", "n": "int64", "of": "int64",
                       "share": "float64", "articles": "int64", "of_articles": "int64", "forms": "object"})
    table["share"] = share(table["n"], table["of"])
    return table
