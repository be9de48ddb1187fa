"""Figures quoted, taken as what they are: claims that somebody makes in an article.

A figure in the press is not a measurement. Each row says who gives it and where, and figures on one quantity are laid
side by side without choosing between them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.annotate.text import fold, tokenize

from .base import LANGUAGES, NARRATOR, UNKNOWN, coded, name_of, names, selected, share, states, tidy

if TYPE_CHECKING:
    import pandas as pd

    from analysis.tables import Tables

_INT, _STR, _FLOAT = "int64", "object", "float64"
_ALIKE = 0.5                # of the entities, or of the words of ``what``, that two claims on one quantity share


def claims(t: Tables) -> pd.DataFrame:
    """Every figure quoted, in the order of the articles and their texts.

    ``claim doc_id label date language event sentence text value unit qualifier what speakers names states
    sentence_text``.
    claim: number from 0; speakers: entity ids joined by "|" ("narrator": the outlet itself); names and states of
    theirs joined by "; ".
    """
    known, of_state = names(t), states(t)
    rows = t.figures_quoted.merge(t.articles[["doc_id", "label", "date", "language", "event"]], on="doc_id")
    place = {doc_id: i for i, doc_id in enumerate(t.articles["doc_id"])}
    rows = rows.assign(place=rows["doc_id"].map(place)).sort_values(["place", "start"])
    texts = {key: text for *key_, text in t.sentences[["doc_id", "sentence", "text"]].itertuples(index=False)
             for key in [tuple(key_)]}
    out = []
    for i, r in enumerate(rows.itertuples(index=False)):
        speakers = (r.speaker if isinstance(r.speaker, str) and r.speaker else NARRATOR).split("|")
        out.append({
            "claim": i, "doc_id": r.doc_id, "label": r.label, "date": r.date if isinstance(r.date, str) else "",
            "language": LANGUAGES.get(r.language, r.language), "event": r.event, "sentence": r.sentence,
            "text": " ".join(r.text.split()), "value": r.value, "unit": r.unit, "qualifier": r.qualifier,
            "what": r.what if isinstance(r.what, str) else "", "speakers": "|".join(speakers),
            "names": "; ".join(name_of(known, who) for who in speakers),
            "states": "; ".join(dict.fromkeys(of_state.get(who, UNKNOWN) for who in speakers)),
            "sentence_text": " ".join(texts.get((r.doc_id, r.sentence), "").split())})
    return tidy(out, {"claim": _INT, "doc_id": _STR, "label": _STR, "date": _STR, "language": _STR, "event": _STR,
                      "sentence": _INT, "text": _STR, "value": _FLOAT, "unit": _STR, "qualifier": _STR, "what": _STR,
                      "speakers": _STR, "names": _STR, "states": _STR, "sentence_text": _STR})


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


def _alike(one: set[str], other: set[str]) -> bool:
    return bool(one and other) and len(one & other) >= _ALIKE * len(one | other)


def _groups(t: Tables) -> tuple[pd.DataFrame, list[list[int]]]:
    """Claims, and those that speak of one quantity: at most one an article in a group.

    Two claims of different articles do if the unit is the same and either (same language) their descriptions share
    half of their words, or (same event, whatever the language) their sentences share half of their entities and a
    theme. Claims on the length of something (days, hours) describe too many things to be matched without words.
    """
    rows = claims(t)
    named = selected(t).groupby(["doc_id", "sentence"])["entity"].agg(set).to_dict()
    themes = coded(t, "theme").groupby(["doc_id", "sentence"])["code"].agg(set).to_dict()
    described = [{word for word in tokenize(fold(what)).words if len(word) > 3} for what in rows["what"]]
    facts = list(rows[["doc_id", "sentence", "event", "language", "unit", "speakers"]].itertuples(index=False))

    def same(i: int, j: int) -> bool:
        a, b = facts[i], facts[j]
        if a.unit != b.unit or a.doc_id == b.doc_id:
            return False
        if a.language == b.language and _alike(described[i], described[j]):
            return True
        if a.event != b.event or a.unit in ("days", "hours", "minutes"):
            return False
        one, other = (named.get((x.doc_id, x.sentence), set()) - set(x.speakers.split("|")) for x in (a, b))
        common = themes.get((a.doc_id, a.sentence), set()) & themes.get((b.doc_id, b.sentence), set())
        return _alike(one, other) and bool(common)

    groups: list[list[int]] = []
    for i in range(len(facts)):
        home = next((group for group in groups if all(facts[j].doc_id != facts[i].doc_id for j in group)
                     and any(same(i, j) for j in group)), None)
        if home is None:
            groups.append([i])
        else:
            home.append(i)
    return rows, [group for group in groups if len(group) > 1]


def quantities(t: Tables) -> pd.DataFrame:
    """Quantities that more than one article puts a figure on.

    ``quantity unit what claims articles events values lowest highest agree texts labels speakers``. quantity: number
    from 0; what: the first description there is; values, texts, labels, speakers: of the claims in order, joined by
    "; "; agree: all values are the same.
    """
    rows, groups = _groups(t)
    out = []
    for number, group in enumerate(groups):
        own = rows.iloc[group]
        low, high = own["value"].min(), own["value"].max()
        out.append({"quantity": number, "unit": own["unit"].iloc[0],
                    "what": next((what for what in own["what"] if what), ""),
                    "claims": "|".join(str(claim) for claim in own["claim"]), "articles": own["doc_id"].nunique(),
                    "events": own["event"].nunique(), "values": "; ".join(f"{value:g}" for value in own["value"]),
                    "lowest": low, "highest": high, "agree": bool(abs(high - low) <= 1e-6 * max(1.0, abs(high))),
                    "texts": "; ".join(own["text"]), "labels": "; ".join(own["label"]),
                    "speakers": "; ".join(own["names"])})
    return tidy(out, {"quantity": _INT, "unit": _STR, "what": _STR, "claims": _STR, "articles": _INT, "events": _INT,
                      "values": _STR, "lowest": _FLOAT, "highest": _FLOAT, "agree": "bool", "texts": _STR,
                      "labels": _STR, "speakers": _STR})


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
