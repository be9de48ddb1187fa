"""From the tables of an annotated article to its sentences with everything about them that no language changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..corpus.language import script as script_of
from . import words
from .model import Feature, Unit
from .sounds import cognates

if TYPE_CHECKING:
    from ..tables import Tables

_NARRATOR = "narrator"


@dataclass
class Report:
    """One side of an alignment: its sentences, and its language and script (``en`` where it is not known)."""

    units: list[Unit]
    language: str
    script: str


def report(t: Tables, doc_id: str) -> Report:
    """The sentences of an article with their features (``Feature.key`` of a word: its folded form)."""
    article = t.articles.loc[t.articles["doc_id"] == doc_id].iloc[0]
    rows = t.sentences.loc[t.sentences["doc_id"] == doc_id].sort_values("sentence")
    language = article["language"] if isinstance(article["language"], str) else "en"
    text, spans = article["text"], list(zip(rows["start"], rows["end"], strict=True))
    script = script_of(text)
    if script == "cyrl" and language not in ("ru", "kk"):
        script = "latn"
    last = max(len(rows) - 1, 1)
    units = [Unit(number, start, end, text[start:end], place / last)
             for place, (number, (start, end)) in enumerate(zip(rows["sentence"], spans, strict=True))]
    by_number = {unit.number: unit for unit in units}
    _annotated(t, doc_id, by_number)
    doc = words.document(text, spans, language, "cyrl" if language == "ru" else script)
    _looked_up(doc, units)
    return Report(units, language, doc.script)


def _annotated(t: Tables, doc_id: str, units: dict[int, Unit]) -> None:
    def own(table: str) -> list:
        rows = getattr(t, table)
        return [row for row in rows.loc[rows["doc_id"] == doc_id].itertuples(index=False) if row.sentence in units]

    for row in own("mentions"):
        units[row.sentence].features.append(Feature("entity", row.entity, row.start, row.end))
    for row in own("figures_quoted"):
        units[row.sentence].features += [Feature("figure", f"{row.value:g} {row.unit}", row.start, row.end),
                                         Feature("number", f"{row.value:g}", row.start, row.end)]
    whole = {(row.sentence, row.axis, row.code) for row in own("codes") if row.axis in ("theme", "frame")}
    whole |= {(row.sentence, "speaker", row.speaker) for row in own("voices") if row.speaker != _NARRATOR}
    whole |= {(row.sentence, "quoted", "quoted") for row in own("sentences") if row.quoted}
    for number, kind, key in sorted(whole):
        units[number].features.append(Feature(kind, key))


def _looked_up(doc: words.Document, units: list[Unit]) -> None:
    """Concepts, dates, numbers and the words themselves, put to the sentence that each stands in."""
    found = [*words.features(doc), *_words(doc)]
    found.sort(key=lambda feature: feature.start)
    at = 0
    for unit, sentence in zip(units, doc.sentences, strict=True):
        while at < len(found) and found[at].start < sentence.start:
            at += 1
        seen = set(unit.features)
        while at < len(found) and found[at].start < sentence.end:
            if found[at] not in seen:
                seen.add(found[at])
                unit.features.append(found[at])
            at += 1


def _words(doc: words.Document) -> list[Feature]:
    from ..measure.vocabulary import stop_words

    tokens, common = doc.tokens, stop_words(doc.language)
    return [Feature("cognate", word, start, end)
            for word, start, end in zip(tokens.words, tokens.starts, tokens.ends, strict=True)
            if len(word) > 2 and not word[0].isdigit() and word not in common]


def names(report: Report) -> set[str]:
    """Words that stand with a capital where no sentence begins."""
    return {feature.key for unit in report.units for feature in unit.features
            if feature.kind == "cognate" and feature.start > unit.start + 2
            and unit.text[feature.start - unit.start].isupper()}


def shared_words(a: Report, b: Report) -> dict[tuple[str, str], float]:
    """The words of the two that are cognates → how alike they sound."""
    vocabularies = [{feature.key for unit in side.units for feature in unit.features if feature.kind == "cognate"}
                    for side in (a, b)]
    return cognates(*vocabularies, (a.language, a.script), (b.language, b.script), names(a) | names(b))
