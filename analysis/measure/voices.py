"""Who is heard, about whom, how much in their own words, and who is named but never heard.

The unit is the sentence and its speakers (codebook, section 2). A sentence spoken jointly counts for each speaker.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from typing import TYPE_CHECKING

from .base import (
    NARRATOR,
    UNKNOWN,
    check_by,
    described,
    name_of,
    names,
    selected,
    sentence_groups,
    share,
    states,
    tidy,
    voiced,
)

if TYPE_CHECKING:
    import pandas as pd

    from analysis.tables import Tables

_INT, _STR, _FLOAT = "int64", "object", "float64"


def _spoken(t: Tables) -> pd.DataFrame:
    """One row a sentence and speaker, with what is known of the sentence, its article and the other speakers."""
    rows = voiced(t).merge(t.sentences[["doc_id", "sentence", "words", "quoted", "tone"]], on=["doc_id", "sentence"])
    rows = rows.merge(t.articles[["doc_id", "event", "label"]], on="doc_id")
    of_state = states(t)
    return rows.assign(
        state=rows["speaker"].map(lambda who: of_state.get(who, UNKNOWN)).astype("object"),
        joint=rows.duplicated(["doc_id", "sentence"], keep=False),
    )


def _attributed(t: Tables) -> pd.DataFrame:
    rows = _spoken(t)
    return rows.loc[rows["speaker"] != NARRATOR]


def heard(t: Tables, narrator: bool = False) -> pd.DataFrame:
    """Speakers by the sentences attributed to them.

    ``speaker name type state n of share quoted quoted_share joint articles of_articles events of_events``. of: all
    sentences of the corpus; quoted: those of the speaker's sentences that hold words in quotation marks; joint: those
    shared with another speaker. With ``narrator`` the outlet's own sentences have a row too.
    """
    rows = _spoken(t) if narrator else _attributed(t)
    total = {"of": len(t.sentences), "of_articles": len(t.articles), "of_events": t.articles["event"].nunique()}
    items = {item["entity"]: item for item in described(t, list(rows["speaker"].unique()))}
    out = [
        {
            "speaker": who,
            "name": items[who]["name"],
            "type": NARRATOR if who == NARRATOR else items[who]["type"],
            "state": items[who]["state"],
            "n": len(own),
            "quoted": int(own["quoted"].sum()),
            "joint": int(own["joint"].sum()),
            "articles": own["doc_id"].nunique(),
            "events": own["event"].nunique(),
        }
        | total
        for who, own in rows.groupby("speaker")
    ]
    table = tidy(
        out,
        {
            "speaker": _STR,
            "name": _STR,
            "type": _STR,
            "state": _STR,
            "n": _INT,
            "of": _INT,
            "share": _FLOAT,
            "quoted": _INT,
            "quoted_share": _FLOAT,
            "joint": _INT,
            "articles": _INT,
            "of_articles": _INT,
            "events": _INT,
            "of_events": _INT,
        },
    )
    table["share"], table["quoted_share"] = share(table["n"], table["of"]), share(table["quoted"], table["n"])
    return table.sort_values(["n", "name"], ascending=[False, True]).reset_index(drop=True)


def by_article(t: Tables, narrator: bool = True) -> pd.DataFrame:
    """Speakers within each article.

    ``speaker name state doc_id label n of share quoted words of_words words_share``; of and of_words: sentences and
    words of the article. Words are compared within an article only, never across languages.
    """
    rows = _spoken(t) if narrator else _attributed(t)
    whole = t.sentences.groupby("doc_id").agg(of=("sentence", "size"), of_words=("words", "sum"))
    known = names(t)
    out = [
        {
            "speaker": who,
            "name": name_of(known, who),
            "state": own["state"].iloc[0],
            "doc_id": doc_id,
            "label": own["label"].iloc[0],
            "n": len(own),
            "of": int(whole.at[doc_id, "of"]),
            "quoted": int(own["quoted"].sum()),
            "words": int(own["words"].sum()),
            "of_words": int(whole.at[doc_id, "of_words"]),
        }
        for (doc_id, who), own in rows.groupby(["doc_id", "speaker"])
    ]
    table = tidy(
        out,
        {
            "speaker": _STR,
            "name": _STR,
            "state": _STR,
            "doc_id": _STR,
            "label": _STR,
            "n": _INT,
            "of": _INT,
            "share": _FLOAT,
            "quoted": _INT,
            "words": _INT,
            "of_words": _INT,
            "words_share": _FLOAT,
        },
    )
    table["share"], table["words_share"] = share(table["n"], table["of"]), share(table["words"], table["of_words"])
    place = {doc_id: i for i, doc_id in enumerate(t.articles["doc_id"])}
    table = table.assign(place=table["doc_id"].map(place)).sort_values(
        ["place", "n", "name"], ascending=[True, False, True]
    )
    return table.drop(columns="place").reset_index(drop=True)


def by_state(t: Tables) -> pd.DataFrame:
    """Sentences attributed to speakers of each state.

    ``state name n of share speakers quoted articles of_articles``; of: all attributed sentences. A sentence two
    speakers of one state share counts once for it.
    """
    rows = _attributed(t)
    known = names(t)
    of = len(rows[["doc_id", "sentence"]].drop_duplicates())
    out = []
    for state, own in rows.groupby("state"):
        once = own.drop_duplicates(["doc_id", "sentence"])
        out.append(
            {
                "state": state,
                "name": name_of(known, state),
                "n": len(once),
                "of": of,
                "speakers": own["speaker"].nunique(),
                "quoted": int(once["quoted"].sum()),
                "articles": own["doc_id"].nunique(),
                "of_articles": len(t.articles),
            }
        )
    table = tidy(
        out,
        {
            "state": _STR,
            "name": _STR,
            "n": _INT,
            "of": _INT,
            "share": _FLOAT,
            "speakers": _INT,
            "quoted": _INT,
            "articles": _INT,
            "of_articles": _INT,
        },
    )
    table["share"] = share(table["n"], table["of"])
    return table.sort_values(["n", "name"], ascending=[False, True]).reset_index(drop=True)


def narrator_share(t: Tables, by: str = "article") -> pd.DataFrame:
    """How much of each group the outlet tells in its own voice.

    ``group label n of share voiced articles events``; n: the narrator's sentences, voiced: those attributed to
    somebody, of: both. ``by`` is a grouping of articles.
    """
    from .base import ARTICLE_GROUPINGS, sizes

    check_by(by, ARTICLE_GROUPINGS)
    told = voiced(t)
    told = told.loc[told["speaker"] == NARRATOR, ["doc_id", "sentence"]].drop_duplicates()
    n = told.merge(sentence_groups(t, by), on=["doc_id", "sentence"])["group"].value_counts()
    table = sizes(t, by).rename(columns={"sentences": "of"})
    table["n"] = table["group"].map(n).fillna(0).astype(_INT)
    table["share"], table["voiced"] = share(table["n"], table["of"]), table["of"] - table["n"]
    return table[["group", "label", "n", "of", "share", "voiced", "articles", "events"]]


def quotation(t: Tables, by: str = "speaker") -> pd.DataFrame:
    """How much of what is attributed is given in quotation marks.

    ``group label n of share articles``; n: quoted sentences, of: sentences attributed to somebody. Groups without an
    attributed sentence are missing: there is nothing that could have been quoted.
    """
    rows = _attributed(t).drop_duplicates(["doc_id", "sentence"])[["doc_id", "sentence", "quoted"]]
    rows = rows.merge(sentence_groups(t, by), on=["doc_id", "sentence"])
    rows = rows.loc[rows["group"] != NARRATOR]
    out = [
        {
            "group": group,
            "label": label,
            "n": int(own["quoted"].sum()),
            "of": len(own),
            "articles": own["doc_id"].nunique(),
        }
        for (group, label), own in rows.groupby(["group", "label"], sort=False)
    ]
    table = tidy(out, {"group": _STR, "label": _STR, "n": _INT, "of": _INT, "share": _FLOAT, "articles": _INT})
    table["share"] = share(table["n"], table["of"])
    return table.sort_values(["n", "of", "label"], ascending=[False, False, True]).reset_index(drop=True)


def about(t: Tables, speakers: Collection[str] | None = None, types: Collection[str] | None = None) -> pd.DataFrame:
    """Whom and what the sentences of each speaker name.

    ``speaker name entity entity_name entity_type n of share``; n: the speaker's sentences that name the entity, of:
    all of the speaker's sentences. The speaker's own name in them ("said Gafarova") is left out.
    """
    spoken = _attributed(t)[["doc_id", "sentence", "speaker"]]
    if speakers is not None:
        spoken = spoken.loc[spoken["speaker"].isin(speakers)]
    of = spoken["speaker"].value_counts()
    named = selected(t, types)[["doc_id", "sentence", "entity"]].drop_duplicates()
    pairs = spoken.merge(named, on=["doc_id", "sentence"])
    pairs = pairs.loc[pairs["speaker"] != pairs["entity"]]
    items = {item["entity"]: item for item in described(t, list(pairs["entity"].unique()))}
    known = names(t)
    out = [
        {
            "speaker": who,
            "name": name_of(known, who),
            "entity": entity,
            "entity_name": items[entity]["name"],
            "entity_type": items[entity]["type"],
            "n": len(own),
            "of": int(of[who]),
        }
        for (who, entity), own in pairs.groupby(["speaker", "entity"])
    ]
    table = tidy(
        out,
        {
            "speaker": _STR,
            "name": _STR,
            "entity": _STR,
            "entity_name": _STR,
            "entity_type": _STR,
            "n": _INT,
            "of": _INT,
            "share": _FLOAT,
        },
    )
    table["share"] = share(table["n"], table["of"])
    return table.sort_values(["of", "name", "n", "entity_name"], ascending=[False, True, False, True]).reset_index(
        drop=True
    )


def about_states(t: Tables) -> pd.DataFrame:
    """Which states the speakers of each state name, in any of their people, bodies or places.

    ``speaker_state state n of share``; n: sentences of that state's speakers naming something of the other state,
    of: all their sentences. The speakers themselves are not counted as named; entities of unknown state are left
    out.
    """
    spoken = _attributed(t)[["doc_id", "sentence", "speaker", "state"]].rename(columns={"state": "speaker_state"})
    of = spoken.drop_duplicates(["doc_id", "sentence", "speaker_state"])["speaker_state"].value_counts()
    of_state = states(t)
    named = selected(t)[["doc_id", "sentence", "entity"]].drop_duplicates()
    named = named.assign(state=named["entity"].map(lambda entity: of_state.get(entity, UNKNOWN)).astype("object"))
    pairs = spoken.merge(named.loc[named["state"] != UNKNOWN], on=["doc_id", "sentence"])
    pairs = pairs.loc[pairs["speaker"] != pairs["entity"]]
    cells = Counter(
        pairs[["doc_id", "sentence", "speaker_state", "state"]]
        .drop_duplicates()[["speaker_state", "state"]]
        .itertuples(index=False, name=None)
    )
    out = [{"speaker_state": a, "state": b, "n": n, "of": int(of[a])} for (a, b), n in cells.items()]
    table = tidy(out, {"speaker_state": _STR, "state": _STR, "n": _INT, "of": _INT, "share": _FLOAT})
    table["share"] = share(table["n"], table["of"])
    return table.sort_values(["of", "speaker_state", "n", "state"], ascending=[False, True, False, True]).reset_index(
        drop=True
    )


def unheard(t: Tables, types: Collection[str] = ("PERSON",)) -> pd.DataFrame:
    """Who is named somewhere in the corpus and heard nowhere in it.

    ``entity name type state n sentences articles of_articles``; n: mentions. The dead are among them: the tables do
    not know who is alive.
    """
    from .entities import frequencies

    speakers = set(_attributed(t)["speaker"])
    rows = frequencies(t, types)
    keep = ["entity", "name", "type", "state", "n", "sentences", "articles", "of_articles"]
    return rows.loc[~rows["entity"].isin(speakers), keep].reset_index(drop=True)


def unheard_by_article(t: Tables, types: Collection[str] = ("PERSON",)) -> pd.DataFrame:
    """Who is named in an article and not heard in that article.

    ``doc_id label entity name n elsewhere``; n: mentions in the article; elsewhere: heard in another article.
    """
    speakers = set(_attributed(t)[["doc_id", "speaker"]].itertuples(index=False, name=None))
    anywhere = {who for _, who in speakers}
    known, labels = names(t), dict(zip(t.articles["doc_id"], t.articles["label"], strict=True))
    counts = selected(t, types).groupby(["doc_id", "entity"]).size()
    place = {doc_id: i for i, doc_id in enumerate(t.articles["doc_id"])}
    out = [
        {
            "doc_id": doc_id,
            "label": labels[doc_id],
            "entity": entity,
            "name": name_of(known, entity),
            "n": int(n),
            "elsewhere": entity in anywhere,
        }
        for (doc_id, entity), n in counts.items()
        if (doc_id, entity) not in speakers
    ]
    out.sort(key=lambda row: (place[row["doc_id"]], -row["n"], row["name"]))
    return tidy(out, {"doc_id": _STR, "label": _STR, "entity": _STR, "name": _STR, "n": _INT, "elsewhere": "bool"})


def rules(t: Tables) -> pd.DataFrame:
    """``rule n of share``: which rule attributed how many sentences to somebody ("unstated" where the tables name
    none)."""
    rows = t.voices.loc[t.voices["speaker"] != NARRATOR, ["doc_id", "sentence", "rule"]].drop_duplicates()
    counts = rows["rule"].fillna("unstated").value_counts()
    table = tidy(
        [{"rule": rule, "n": int(n), "of": len(rows)} for rule, n in counts.items()],
        {"rule": _STR, "n": _INT, "of": _INT, "share": _FLOAT},
    )
    table["share"] = share(table["n"], table["of"])
    return table.sort_values(["n", "rule"], ascending=[False, True]).reset_index(drop=True)
