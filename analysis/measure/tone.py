"""Tone: how sentences speak of their subject (codebook, section 5), always with the number of sentences behind it.

A document's score is not offered: it would hide that most of a report is told neutrally.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .base import (
    TONE_NAMES,
    TONES,
    UNKNOWN,
    coded,
    name_of,
    names,
    selected,
    sentence_groups,
    share,
    sizes,
    states,
    tidy,
    voiced,
)

if TYPE_CHECKING:
    import pandas as pd

    from analysis.tables import Tables

_INT, _STR, _FLOAT = "int64", "object", "float64"


def _toned(t: Tables, by: str) -> pd.DataFrame:
    return sentence_groups(t, by).merge(t.sentences[["doc_id", "sentence", "tone"]], on=["doc_id", "sentence"])


def counts(t: Tables, by: str = "all") -> pd.DataFrame:
    """Three rows a group: ``group label tone n of share articles of_articles``.

    tone: 1, 0 or −1; of: the group's sentences; articles: those with at least one such sentence.
    """
    rows = _toned(t, by)
    n = rows.groupby(["group", "tone"]).agg(n=("sentence", "size"), articles=("doc_id", "nunique"))
    cells = {key: (int(a), int(b)) for key, a, b in zip(n.index, n["n"], n["articles"], strict=True)}
    out = []
    for g in sizes(t, by).itertuples(index=False):
        for tone in TONES:
            count, articles = cells.get((g.group, tone), (0, 0))
            out.append(
                {
                    "group": g.group,
                    "label": g.label,
                    "tone": tone,
                    "n": count,
                    "of": g.sentences,
                    "articles": articles,
                    "of_articles": g.articles,
                }
            )
    table = tidy(
        out,
        {
            "group": _STR,
            "label": _STR,
            "tone": _INT,
            "n": _INT,
            "of": _INT,
            "share": _FLOAT,
            "articles": _INT,
            "of_articles": _INT,
        },
    )
    table["share"] = share(table["n"], table["of"])
    return table


def _wide(table: pd.DataFrame) -> pd.DataFrame:
    for name in TONE_NAMES.values():
        table[f"share_{name}"] = share(table[name], table["of"])
    table["net"] = share(table["positive"] - table["negative"], table["of"])
    table["evaluative"] = table["positive"] + table["negative"]
    table["positive_of_evaluative"] = share(table["positive"], table["evaluative"])
    return table


def profile(t: Tables, by: str = "all") -> pd.DataFrame:
    """One row a group.

    ``group label positive neutral negative of share_positive share_neutral share_negative net evaluative
    positive_of_evaluative articles events``. of: the group's sentences; net: (positive − negative) / of; evaluative:
    sentences that are not neutral, of which positive_of_evaluative are positive.
    """
    rows = counts(t, by)
    grid = {(group, tone): n for group, tone, n in rows[["group", "tone", "n"]].itertuples(index=False)}
    table = sizes(t, by).rename(columns={"sentences": "of"})
    for tone, name in TONE_NAMES.items():
        table[name] = [grid[group, tone] for group in table["group"]]
    table = _wide(table.astype(dict.fromkeys(TONE_NAMES.values(), _INT)))
    return table[
        [
            "group",
            "label",
            "positive",
            "neutral",
            "negative",
            "of",
            "share_positive",
            "share_neutral",
            "share_negative",
            "net",
            "evaluative",
            "positive_of_evaluative",
            "articles",
            "events",
        ]
    ]


def by_speaker_target(t: Tables, level: str = "state") -> pd.DataFrame:
    """Tone of the sentences in which a speaker names a state, or anybody or anything of it.

    ``speaker speaker_name target target_name positive neutral negative of share_positive share_neutral share_negative
    net evaluative positive_of_evaluative``. ``level`` "state": speakers by state; "person": each by name. of: the
    speaker's sentences naming the target. A sentence naming two states counts for both: the tone is the sentence's,
    and who is praised or blamed in it is not decided here. The narrator is one of the speakers.
    """
    if level not in ("state", "person"):
        raise ValueError(f"speakers are told apart by state or by person, not by {level!r}")
    of_state, known = states(t), names(t)
    spoken = voiced(t)
    named = selected(t)[["doc_id", "sentence", "entity"]].drop_duplicates()
    named = named.assign(target=named["entity"].map(lambda entity: of_state.get(entity, UNKNOWN)).astype("object"))
    pairs = spoken.merge(named.loc[named["target"] != UNKNOWN], on=["doc_id", "sentence"])
    pairs = pairs.loc[pairs["speaker"] != pairs["entity"]]
    if level == "state":
        pairs = pairs.assign(speaker=pairs["speaker"].map(lambda who: of_state.get(who, UNKNOWN)).astype("object"))
    pairs = pairs[["doc_id", "sentence", "speaker", "target"]].drop_duplicates()
    pairs = pairs.merge(t.sentences[["doc_id", "sentence", "tone"]], on=["doc_id", "sentence"])
    out = [
        {
            "speaker": who,
            "speaker_name": name_of(known, who),
            "target": target,
            "target_name": name_of(known, target),
            "of": len(own),
        }
        | {name: int((own["tone"] == tone).sum()) for tone, name in TONE_NAMES.items()}
        for (who, target), own in pairs.groupby(["speaker", "target"])
    ]
    table = _wide(
        tidy(
            out,
            {
                "speaker": _STR,
                "speaker_name": _STR,
                "target": _STR,
                "target_name": _STR,
                "positive": _INT,
                "neutral": _INT,
                "negative": _INT,
                "of": _INT,
            },
        )
    )
    return table.sort_values(["of", "speaker_name", "target_name"], ascending=[False, True, True]).reset_index(
        drop=True
    )


def of_tone(t: Tables, tone: int) -> pd.DataFrame:
    """The sentences of one tone: ``doc_id label sentence speakers themes text`` (names and codes joined by "; ")."""
    rows = t.sentences.loc[t.sentences["tone"] == tone, ["doc_id", "sentence", "text"]]
    rows = rows.merge(t.articles[["doc_id", "label"]], on="doc_id")
    known = names(t)
    who = (
        voiced(t)
        .groupby(["doc_id", "sentence"])["speaker"]
        .agg(lambda s: "; ".join(name_of(known, one) for one in s))
        .to_dict()
    )
    what = coded(t, "theme").groupby(["doc_id", "sentence"])["code"].agg("; ".join).to_dict()
    out = [
        {
            "doc_id": r.doc_id,
            "label": r.label,
            "sentence": r.sentence,
            "speakers": who.get((r.doc_id, r.sentence), ""),
            "themes": what.get((r.doc_id, r.sentence), ""),
            "text": r.text,
        }
        for r in rows.itertuples(index=False)
    ]
    return tidy(out, {"doc_id": _STR, "label": _STR, "sentence": _INT, "speakers": _STR, "themes": _STR, "text": _STR})


def negatives(t: Tables) -> pd.DataFrame:
    """The negative sentences, each with article, speakers and themes: see ``of_tone``."""
    return of_tone(t, -1)


def pooled_and_mean(t: Tables) -> pd.DataFrame:
    """``tone n of pooled mean lowest highest articles``: share over all sentences beside the mean of the articles'
    shares."""
    rows = counts(t, "article")
    rows = rows.loc[rows["of"] > 0]
    out = [
        {
            "tone": tone,
            "n": int(own["n"].sum()),
            "of": int(own["of"].sum()),
            "mean": own["share"].mean(),
            "lowest": own["share"].min(),
            "highest": own["share"].max(),
            "articles": len(own),
        }
        for tone in TONES
        for own in [rows.loc[rows["tone"] == tone]]
    ]
    table = tidy(
        out,
        {
            "tone": _INT,
            "n": _INT,
            "of": _INT,
            "pooled": _FLOAT,
            "mean": _FLOAT,
            "lowest": _FLOAT,
            "highest": _FLOAT,
            "articles": _INT,
        },
    )
    table["pooled"] = share(table["n"], table["of"])
    return table
