"""Figures quoted, taken as what they are: claims that somebody makes in an article.

A figure in the press is not a measurement. Each row says who gives it, when and of what time, whether as something
done, expected, possible or aimed at, and where. ``conflicts`` lays the figures on one quantity side by side.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.knowledge import claimbook
from analysis.tables import kept

from . import periods, reading
from .base import LANGUAGES, NARRATOR, UNKNOWN, name_of, names, share, states, tidy
from .claim_status import statuses

if TYPE_CHECKING:
    import pandas as pd

    from analysis.tables import Tables

_INT, _STR, _FLOAT = "int64", "object", "float64"
_COLUMNS = {"claim": _INT, "doc_id": _STR, "label": _STR, "date": _STR, "language": _STR, "event": _STR,
            "sentence": _INT, "start": _INT, "end": _INT, "text": _STR, "value": _FLOAT, "unit": _STR,
            "qualifier": _STR, "what": _STR, "measure": _STR, "status": _STR, "status_words": _STR, "period": _STR,
            "period_words": _STR, "actors": _STR, "speakers": _STR, "names": _STR, "states": _STR,
            "sentence_text": _STR}
_OF = 12                    # words (commas count as several) between a figure and what it measures


def claims(t: Tables) -> pd.DataFrame:
    """Every figure quoted, in the order of the articles and their texts: the ledger.

    ``claim doc_id label date language event sentence start end text value unit qualifier what measure status
    status_words period period_words actors speakers names states sentence_text``.
    claim: number from 0; date: of the report, "" if unknown; start, end: code points of the raw text; measure: a kind
    of ``knowledge/cues/measures.yaml``, "" if none fits; status: achieved, expected, conditional or target, and the
    words that say so; period: the time the figure is of, if the sentence says (as in ``periods``), and its words;
    actors: the states that the sentence, or else the article, is about, joined by "|"; speakers: entity ids joined by
    "|" ("narrator": the outlet itself); names and states of theirs joined by "; ".
    """
    store = kept(t)
    if "claims" not in store:
        store["claims"] = _claims(t)
    return store["claims"].copy()


def _claims(t: Tables) -> pd.DataFrame:
    known, of_state, read = names(t), states(t), reading.texts(t)
    figures = t.figures_quoted.assign(said=statuses(t))
    rows = figures.merge(t.articles[["doc_id", "label", "date", "language", "event"]], on="doc_id")
    place = {doc_id: i for i, doc_id in enumerate(t.articles["doc_id"])}
    rows = rows.assign(place=rows["doc_id"].map(place)).sort_values(["place", "start"], kind="stable")
    texts = {key: text for *key_, text in t.sentences[["doc_id", "sentence", "text"]].itertuples(index=False)
             for key in [tuple(key_)]}
    out = []
    for i, r in enumerate(rows.itertuples(index=False)):
        speakers = (r.speaker if isinstance(r.speaker, str) and r.speaker else NARRATOR).split("|")
        text = read.get(r.doc_id)
        what = r.what if isinstance(r.what, str) else ""
        when = _period(text, r.sentence, r.start, r.end) if text else None
        out.append({
            "claim": i, "doc_id": r.doc_id, "label": r.label, "date": r.date if isinstance(r.date, str) else "",
            "language": LANGUAGES.get(r.language, r.language), "event": r.event, "sentence": r.sentence,
            "start": r.start, "end": r.end, "text": " ".join(r.text.split()), "value": r.value,
            "unit": r.unit if isinstance(r.unit, str) else "", "qualifier": r.qualifier, "what": what,
            "measure": _measure(text, r.sentence, r.start, r.end, r.unit, what) if text else "",
            "status": r.said[0], "status_words": r.said[1], "period": when.period if when else "",
            "period_words": when.words if when else "",
            "actors": "|".join(actors(text, r.sentence)) if text else "", "speakers": "|".join(speakers),
            "names": "; ".join(name_of(known, who) for who in speakers),
            "states": "; ".join(dict.fromkeys(of_state.get(who, UNKNOWN) for who in speakers)),
            "sentence_text": " ".join(texts.get((r.doc_id, r.sentence), "").split())})
    return tidy(out, _COLUMNS)


def measure_label(measure: str) -> str:
    """What to print for a kind of measure: "trade-turnover" → "trade turnover"; "" for none."""
    item = claimbook.load().measures.get(measure)
    return item.label if item else measure.replace("-", " ")


def _period(text: reading.Text, number: int, start: int, end: int) -> periods.Period | None:
    sentence = text.sentence(number)
    return periods.nearest(text, periods.periods(text, sentence), text.tokens(start, end)) if sentence else None


def _measure(text: reading.Text, number: int, start: int, end: int, unit: str, what: str) -> str:
    """The kind of thing measured: by the description, else by the nearest word of the sentence that the unit allows."""
    book = claimbook.load().measures
    if unit in book["duration"].units:
        return "duration"
    for language in dict.fromkeys((text.doc.language, "en")):   # gold describes what is counted in English
        described = reading.document("", what, language, [(0, 0, len(what))])
        for _, _, measure in reading.lexicon(language, described.script).match(described).get("measure", ()):
            if unit in book[measure].units:
                return measure
    sentence = text.sentence(number)
    span = text.tokens(start, end)
    ranked = [(text.distance((a, b), span), a, measure)
              for a, b, measure in (text.within("measure", sentence) if sentence else ())
              if unit in book[measure].units]
    return min(ranked)[2] if ranked and min(ranked)[0] <= _OF else ""


def actors(text: reading.Text, number: int) -> tuple[str, ...]:
    """The states that a sentence is about, by id; where it names none or one ("bilateral"), the two of its article."""
    sentence = text.sentence(number)
    named = sorted({entity for first, _, type_, entity, _ in text.names if type_ == "COUNTRY"
                    and sentence is not None and sentence.first <= first < sentence.last})
    return tuple(named) if len(named) > 1 else parties_of(text)


def parties_of(text: reading.Text) -> tuple[str, ...]:
    """The two states that an article names most often (ties by id)."""
    counted: dict[str, int] = {}
    for _, _, type_, entity, _ in text.names:
        if type_ == "COUNTRY":
            counted[entity] = counted.get(entity, 0) + 1
    return tuple(sorted(sorted(counted, key=lambda entity: (-counted[entity], entity))[:2]))


def _counted(rows: pd.DataFrame, column: str, total: int, articles: int) -> pd.DataFrame:
    out = [{column: value, "n": len(own), "of": total, "articles": own["doc_id"].nunique(), "of_articles": articles}
           for value, own in rows.groupby(column)]
    table = tidy(out, {column: _STR, "n": _INT, "of": _INT, "share": _FLOAT, "articles": _INT, "of_articles": _INT})
    table["share"] = share(table["n"], table["of"])
    return table.sort_values(["n", column], ascending=[False, True]).reset_index(drop=True)


def by_unit(t: Tables) -> pd.DataFrame:
    """``unit n of share articles of_articles``: claims by unit; of: all claims."""
    rows = claims(t)
    return _counted(rows, "unit", len(rows), len(t.articles))


def by_speaker(t: Tables) -> pd.DataFrame:
    """``speaker name n of share articles of_articles``: claims by who makes them; a joint claim counts for each."""
    rows = claims(t)
    total = len(rows)
    rows = rows.assign(speaker=rows["speakers"].str.split("|")).explode("speaker") if total else rows.assign(speaker="")
    table = _counted(rows, "speaker", total, len(t.articles))
    known = names(t)
    table.insert(1, "name", table["speaker"].map(lambda who: name_of(known, who)).astype(_STR))
    return table


def only_once(t: Tables) -> pd.DataFrame:
    """Claims that one report of an event makes and another report of it does not.

    ``claim doc_id label text value unit names missing_in missing_label``: a row a claim and report without a figure
    of the same value and unit.
    """
    rows = claims(t)
    labels = dict(zip(t.articles["doc_id"], t.articles["label"], strict=True))
    made = set(rows[["doc_id", "value", "unit"]].itertuples(index=False, name=None))
    reports = {event: list(own) for event, own in t.articles.groupby("event", sort=False)["doc_id"]}
    out = [{"claim": r.claim, "doc_id": r.doc_id, "label": r.label, "text": r.text, "value": r.value, "unit": r.unit,
            "names": r.names, "missing_in": other, "missing_label": labels[other]}
           for r in rows.itertuples(index=False) for other in reports[r.event]
           if other != r.doc_id and (other, r.value, r.unit) not in made]
    return tidy(out, {"claim": _INT, "doc_id": _STR, "label": _STR, "text": _STR, "value": _FLOAT, "unit": _STR,
                      "names": _STR, "missing_in": _STR, "missing_label": _STR})
