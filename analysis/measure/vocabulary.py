"""Words: how often, how evenly, and which of them set a group of articles apart.

One language at a time. An agglutinative language says in one word what an analytic one says in three, so counts or
rates of words are never put side by side across languages; ask for one language and compare groups within it.
"""

from __future__ import annotations

import importlib
import importlib.util
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import lru_cache
from itertools import combinations
from math import comb
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from analysis.annotate.morphology import rules
from analysis.annotate.text import fold, kazakh_latin, tokenize
from analysis.errors import InputError
from analysis.knowledge.files import FOLDER, read_items

from .base import ARTICLE_GROUPINGS, LANGUAGES, article_groups, check_by, share, tidy
from .intervals import SEED
from .relations import RELATION_FRAMES, relation_frames, relation_hits, relation_words, word_groups
from .spread import dp

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from analysis.tables import Tables

__all__ = ["RELATION_FRAMES", "distinctive", "occurrences", "relation_frames", "relation_hits", "relation_words",
           "stop_words", "word_groups", "words"]

#: Assignments of articles to groups up to which the null is enumerated; above, as many are drawn at random.
EXACT_UP_TO = 5000
_SHORTEST = 4               # letters a word needs before its forms are put together
_ABSENT = 0.01              # pseudo-count of a word that a given prior does not list


def _one_language(language: object) -> str:
    if not isinstance(language, str) or language not in LANGUAGES:
        raise ValueError(f"words are counted in one language at a time ({', '.join(LANGUAGES)}), not in {language!r}: "
                         "counts of words are no common measure of different languages")
    return language


@lru_cache(maxsize=16)
def stop_words(language: str, file: Path = FOLDER / "stopwords.yaml") -> frozenset[str]:
    """Folded function words of a language: spaCy's list, where it has one, and ``knowledge/stopwords.yaml``."""
    _one_language(language)
    found: set[str] = set()
    if importlib.util.find_spec(f"spacy.lang.{language}"):
        found |= set(importlib.import_module(f"spacy.lang.{language}.stop_words").STOP_WORDS)
    for line, item in read_items(file):
        if item.get("language") not in LANGUAGES:
            raise InputError(f"unknown language {item.get('language')!r}", file=file, line=line,
                             remedy=f"Use one of {', '.join(LANGUAGES)}")
        if item["language"] == language:
            found |= {str(word) for word in item.get("words", ())}
    if language == "kk":
        found |= {kazakh_latin(word) for word in found}
    return frozenset(word for entry in found for word in tokenize(fold(entry)).words)


def _lower(word: str, language: str) -> str:
    return word.replace("I", "ı").replace("İ", "i").lower() if language in ("az", "tr") else word.lower()


class _Occurrence(NamedTuple):
    """One counted word of a report: where it stands, folded, and as written in lower case."""

    doc_id: str
    sentence: int
    start: int
    end: int
    word: str
    written: str


def _occurrences(t: Tables, language: str, names: bool, stop: bool) -> list[_Occurrence]:
    """Every counted word of the report texts."""
    skip = stop_words(language) if stop else frozenset()
    hidden: dict[str, list[tuple[int, int]]] = defaultdict(list)
    if not names:
        for doc_id, start, end in t.mentions[["doc_id", "start", "end"]].itertuples(index=False):
            hidden[doc_id].append((start, end))
    own = t.articles.loc[t.articles["language"] == language]
    texts = dict(zip(own["doc_id"], own["text"], strict=True))
    out = []
    for doc_id, number, start, end in t.sentences[["doc_id", "sentence", "start", "end"]].itertuples(index=False):
        if doc_id not in texts:
            continue
        text = texts[doc_id][start:end]
        tokens = tokenize(fold(text))
        for word, a, b in zip(tokens.words, tokens.starts, tokens.ends, strict=True):
            if len(word) < 2 or word[0].isdigit() or word in skip:
                continue
            if any(x < start + b and start + a < y for x, y in hidden[doc_id]):
                continue
            out.append(_Occurrence(doc_id, number, start + a, start + b, word, _lower(text[a:b], language)))
    return out


def _bases(vocabulary: set[str], language: str, script: str) -> dict[str, str]:
    """Word → the shortest word of the vocabulary that it is an inflected form of, by the rules of the language."""
    morphology = rules(language, script)
    listed: dict[str, list[str]] = defaultdict(list)
    for word in vocabulary:
        if len(word) >= _SHORTEST:
            for key in morphology.keys(word):
                listed[key].append(word)
    found = {}
    for word in vocabulary:
        keys = morphology.lookups(word) if len(word) >= _SHORTEST else ()
        found[word] = min([word, *(base for key in keys for base in listed.get(key, ()))],
                          key=lambda base: (len(base), base))
    out = {}
    for word in vocabulary:
        base = word
        while found[base] != base:          # a form of a form; each step goes to a shorter or earlier word
            base = found[base]
        out[word] = base
    return out


def _words_to_bases(vocabulary: set[str], language: str) -> dict[str, str]:
    cyrillic = language == "ru" or (language == "kk" and any("а" <= word[0] <= "я" for word in vocabulary))
    return _bases(vocabulary, language, "cyrl" if cyrillic else "latn")


def occurrences(t: Tables, language: str, names: bool = False, stop: bool = True) -> pd.DataFrame:
    """``doc_id sentence word start end``: every word that ``words`` counts, where it stands in the raw text.

    word: the identity under which it is counted there.
    """
    found = _occurrences(t, _one_language(language), names, stop)
    base = _words_to_bases({one.word for one in found}, language)
    rows = [one._asdict() | {"word": base[one.word]} for one in found]
    return tidy(rows, {"doc_id": "object", "sentence": "int64", "word": "object", "start": "int64", "end": "int64"})


def _counted(t: Tables, language: str, names: bool, stop: bool
             ) -> tuple[dict[str, Counter[str]], dict[str, str], dict[str, str]]:
    """Counts of words by article; the spelling to print for each word; its forms with their numbers."""
    found = _occurrences(t, language, names, stop)
    base = _words_to_bases({one.word for one in found}, language)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for one in found:
        counts[one.doc_id][base[one.word]] += 1
        forms[base[one.word]][one.written] += 1
    printed = {word: min((form for form in own if fold(form) == word), default=word,
                         key=lambda form, own=own: (-own[form], form)) for word, own in forms.items()}
    listed = {word: "; ".join(f"{form} {n}" for form, n in sorted(own.items(), key=lambda item: (-item[1], item[0])))
              for word, own in forms.items()}
    return counts, printed, listed


def words(t: Tables, language: str, by: str = "all", names: bool = False, stop: bool = True) -> pd.DataFrame:
    """Words of the report texts in one language.

    ``group label word form forms n of share articles of_articles``. Inflected forms of a word that itself occurs are
    counted with it ("countries" under "country"); word is its folded identity, form what to print, forms lists what
    was counted. of: the group's counted words. Words inside a mention are left out unless ``names``, stop words
    unless ``stop`` is False; numbers and single letters always. ``by`` groups articles.
    """
    _one_language(language)
    check_by(by, ARTICLE_GROUPINGS)
    counts, printed, listed = _counted(t, language, names, stop)
    groups = article_groups(t, by)
    groups = groups.loc[groups["doc_id"].isin(set(t.articles.loc[t.articles["language"] == language, "doc_id"]))]
    out = []
    for (group, label), own in groups.groupby(["group", "label"], sort=False):
        total: Counter[str] = Counter()
        articles: Counter[str] = Counter()
        for doc_id in own["doc_id"]:
            total.update(counts[doc_id])
            articles.update(set(counts[doc_id]))
        out += [{"group": group, "label": label, "word": word, "form": printed[word], "forms": listed[word], "n": n,
                 "of": total.total(), "articles": articles[word], "of_articles": len(own)}
                for word, n in sorted(total.items(), key=lambda item: (-item[1], item[0]))]
    table = tidy(out, {"group": "object", "label": "object", "word": "object", "form": "object", "forms": "object",
                       "n": "int64", "of": "int64", "share": "float64", "articles": "int64", "of_articles": "int64"})
    table["share"] = share(table["n"], table["of"])
    return table


def log_odds(inside: np.ndarray, outside: np.ndarray, prior: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Log-odds ratio of each word between two counts with an informative Dirichlet prior, and its z-score.

    Monroe, Colaresi & Quinn (2008), equations 16, 18 and 20: δ = ln((y + a)/(n + a₀ − y − a)) for the one minus the
    same for the other, its variance approximately 1/(y + a) of the one plus that of the other. Arrays of words in the
    last axis.
    """
    import numpy as np

    total = prior.sum()
    sides = [(y + prior, y.sum(axis=-1, keepdims=True) + total) for y in (inside, outside)]
    (a, of_a), (b, of_b) = sides
    delta = np.log(a / (of_a - a)) - np.log(b / (of_b - b))
    return delta, delta / np.sqrt(1 / a + 1 / b)


def _assignments(units: int, chosen: int, repeats: int, seed: int) -> tuple[np.ndarray, bool]:
    """Rows of 0/1: which units form the group; all of them if they are few enough (then True), else random draws."""
    import numpy as np

    if comb(units, chosen) <= EXACT_UP_TO:
        rows = np.zeros((comb(units, chosen), units))
        for row, picked in zip(rows, combinations(range(units), chosen), strict=True):
            row[list(picked)] = 1
        return rows, True
    generator = np.random.default_rng(seed)
    order = np.argsort(generator.random((repeats, units)), axis=1)[:, :chosen]
    rows = np.zeros((repeats, units))
    np.put_along_axis(rows, order, 1, axis=1)
    return rows, False


def _prior(prior: str | Mapping[str, float], strength: float | None, vocabulary: list[str], matrix: np.ndarray
           ) -> tuple[np.ndarray, str]:
    import numpy as np

    if isinstance(prior, str):
        if prior != "corpus":
            raise ValueError(f"the prior is \"corpus\" or a mapping of folded words to counts, not {prior!r}")
        alpha, source = matrix.sum(axis=0), f"pooled corpus, {len(matrix)} articles, {int(matrix.sum())} words"
    else:
        alpha = np.array([float(prior.get(word, 0)) for word in vocabulary])
        source = f"given, {len(prior)} words"
    alpha = np.maximum(alpha, _ABSENT)
    if strength is not None:
        if strength <= 0:
            raise ValueError("the strength of a prior is a positive number of pseudo-words")
        alpha, source = alpha * strength / alpha.sum(), f"{source}, weighing {strength:g} words"
    return alpha, source


def distinctive(t: Tables, language: str, by: str = "article", prior: str | Mapping[str, float] = "corpus",
                strength: float | None = None, names: bool = False, stop: bool = True, minimum: int = 2,
                repeats: int = 2000, seed: int = SEED) -> pd.DataFrame:
    """Words that set each group of articles in one language apart from the others.

    ``group label word form n of n_rest of_rest log_odds z articles of_articles dp p p_floor assignments prior``.

    n of of: the word among the group's counted words; n_rest of of_rest: in the other groups; articles of
    of_articles: of this language holding the word; dp: its dispersion over them by sentences (``spread.dp``).
    log_odds and z as in ``log_odds`` (positive: the group's). p: the share of all ways to choose as many articles as
    the group has in which some word reaches this z, so it already allows for the number of words looked at; p_floor:
    the smallest p there can be. All ways are tried up to ``EXACT_UP_TO``, else ``repeats`` seeded draws. Where
    p_floor is large, nothing can be shown to be more than the accident of which article stands where, and the words
    merely describe.

    Parameters
    ----------
    prior: "corpus" (the pooled counts in this language) or counts by folded word.
    strength: total pseudo-count of the prior; as many words as it counts if None.
    minimum: occurrences in the language that a word needs to be looked at.

    Fewer than two groups give an empty table: nothing is set apart from nothing.
    """
    import numpy as np

    _one_language(language)
    check_by(by, ARTICLE_GROUPINGS)
    columns = {"group": "object", "label": "object", "word": "object", "form": "object", "n": "int64", "of": "int64",
               "n_rest": "int64", "of_rest": "int64", "log_odds": "float64", "z": "float64", "articles": "int64",
               "of_articles": "int64", "dp": "float64", "p": "float64", "p_floor": "float64", "assignments": "int64",
               "prior": "object"}
    counts, printed, _ = _counted(t, language, names, stop)
    groups = article_groups(t, by).set_index("doc_id")
    docs = [doc for doc in t.articles.loc[t.articles["language"] == language, "doc_id"] if counts.get(doc)]
    totals = sum((counts[doc] for doc in docs), Counter())
    vocabulary = sorted(totals)
    looked_at = np.array([totals[word] >= minimum for word in vocabulary], dtype=bool)
    of_docs = groups.loc[docs, "group"].tolist() if docs else []
    if len(set(of_docs)) < 2 or not looked_at.any():
        return tidy([], columns)
    matrix = np.array([[counts[doc][word] for word in vocabulary] for doc in docs], dtype=float)
    alpha, source = _prior(prior, strength, vocabulary, matrix)
    sentences = t.sentences["doc_id"].value_counts()
    spread = [dp(matrix[:, i], [int(sentences[doc]) for doc in docs]) for i in range(len(vocabulary))]
    whole, out = matrix.sum(axis=0), []
    null: dict[int, tuple[np.ndarray, bool]] = {}
    for group in dict.fromkeys(of_docs):
        member = np.array([own == group for own in of_docs], dtype=float)
        size = int(member.sum())
        if size not in null:
            rows, exact = _assignments(len(docs), size, repeats, seed)
            best = []
            for chunk in np.array_split(rows, max(1, len(rows) * len(vocabulary) // 2_000_000)):
                inside = chunk @ matrix
                best.append(log_odds(inside, whole - inside, alpha)[1][:, looked_at].max(axis=1))
            null[size] = np.concatenate(best), exact
        highest, exact = null[size]
        inside = member @ matrix
        delta, z = log_odds(inside, whole - inside, alpha)
        reached = (highest[:, None] >= z[None, :] - 1e-12).sum(axis=0)
        p = reached / len(highest) if exact else (1 + reached) / (1 + len(highest))
        floor = 1 / len(highest) if exact else 1 / (1 + len(highest))
        label = groups.loc[groups["group"] == group, "label"].iloc[0]
        found = [{"group": group, "label": label, "word": word, "form": printed[word], "n": int(inside[i]),
                  "of": int(inside.sum()), "n_rest": int(whole[i] - inside[i]), "of_rest": int((whole - inside).sum()),
                  "log_odds": delta[i], "z": z[i], "articles": int((matrix[:, i] > 0).sum()), "of_articles": len(docs),
                  "dp": spread[i], "p": p[i], "p_floor": floor, "assignments": len(highest), "prior": source}
                 for i, word in enumerate(vocabulary) if looked_at[i]]
        out += sorted(found, key=lambda row: (-row["z"], row["word"]))
    return tidy(out, columns)
