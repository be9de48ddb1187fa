"""What every measure shares: groupings of sentences and articles, their sizes, names and labels.

A grouping is one of ``GROUPINGS``. All but the last two put each article into exactly one group; ``speaker`` and
``speaker_state`` put a sentence into the group of each of its speakers.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from analysis.knowledge import LANGUAGE_NAMES as LANGUAGES
from analysis.knowledge import codebook
from analysis.knowledge.codebook import CODES

if TYPE_CHECKING:
    import pandas as pd

    from analysis.tables import Tables

NARRATOR = "narrator"
UNKNOWN = "unknown"
UNDATED = "undated"

#: Grouping → what one group is.
GROUPINGS: dict[str, str] = {
    "all": "the whole corpus",
    "article": "an article",
    "event": "an event",
    "outlet": "an outlet",
    "outlet_country": "the country an outlet is based in",
    "language": "a language",
    "year": "a year of publication",
    "speaker": "a speaker",
    "speaker_state": "the state a speaker serves",
}
ARTICLE_GROUPINGS = tuple(list(GROUPINGS)[:-2])
_COLUMN = {"article": "doc_id"}


# The codes of the codebook, in its order: a code that no sentence carries is a finding and keeps its zero row.
THEMES, FRAMES = CODES["theme"], CODES["frame"]
TONES = (1, 0, -1)
TONE_NAMES = {1: "positive", 0: "neutral", -1: "negative"}


def check_by(by: str, allowed: Iterable[str] = GROUPINGS) -> str:
    """The grouping itself; ValueError naming the choices if there is none of that name."""
    if by not in tuple(allowed):
        raise ValueError(f"no grouping {by!r}; choose one of {', '.join(allowed)}")
    return by


@lru_cache(maxsize=1)
def _code_labels() -> dict[str, str]:
    labels = {code: item.label for axis in ("theme", "frame") for code, item in codebook.load().items[axis].items()}
    return {code: label[:1].lower() + label[1:] for code, label in labels.items()}


def code_label(code: str) -> str:
    """The codebook's label of a theme or frame as it stands in a sentence: "trade-economy" → "trade and economy"."""
    return _code_labels().get(code, code.replace("-", " "))


def codes_in(t: Tables, axis: str) -> list[str]:
    """The codes of an axis (theme or frame) in the codebook's order, then any others that the tables use."""
    fixed = {"theme": THEMES, "frame": FRAMES}.get(axis, ())
    used = set(t.codes.loc[t.codes["axis"] == axis, "code"])
    return list(fixed) + sorted(used - set(fixed))


def coded(t: Tables, axis: str) -> pd.DataFrame:
    """``doc_id sentence code``: each code of a sentence once, however many cues carried it."""
    found = t.codes.loc[t.codes["axis"] == axis, ["doc_id", "sentence", "code"]]
    return found.drop_duplicates().reset_index(drop=True)


def names(t: Tables) -> dict[str, str]:
    """Display name of every entity of the tables, and of the narrator."""
    return dict(zip(t.entities["entity"], t.entities["name"], strict=True)) | {NARRATOR: NARRATOR, UNKNOWN: UNKNOWN}


def name_of(known: Mapping[str, str], entity: str) -> str:
    """Display name; an id that the tables do not list, in words."""
    return known.get(entity) or entity.replace("-", " ").title()


def states(t: Tables) -> dict[str, str]:
    """The state of every entity: a country is its own; "unknown" where none is known."""
    rows = zip(t.entities["entity"], t.entities["type"], t.entities["state"], strict=True)
    known = {
        entity: entity if kind == "COUNTRY" else state if isinstance(state, str) and state else UNKNOWN
        for entity, kind, state in rows
    }
    return known | {NARRATOR: NARRATOR}


def selected(t: Tables, types: Collection[str] | None = None, kinds: Collection[str] | None = None) -> pd.DataFrame:
    """The mentions inside sentences, of these types (PERSON, …) and kinds (name, demonym, role), with their event."""
    rows = t.mentions.loc[t.mentions["sentence"] >= 0]
    if types is not None:
        rows = rows.loc[rows["type"].isin(types)]
    if kinds is not None:
        rows = rows.loc[rows["kind"].isin(kinds)]
    known = t.articles[["doc_id", "event", "language"]].fillna({"language": UNKNOWN})
    return rows.merge(known, on="doc_id").reset_index(drop=True)


def described(t: Tables, entities: Collection[str]) -> list[dict[str, object]]:
    """``entity name type state`` of each; the type is the one mentioned most often where the tables list none."""
    known, of_state = names(t), states(t)
    types = dict(zip(t.entities["entity"], t.entities["type"], strict=True))
    return [
        {
            "entity": entity,
            "name": name_of(known, entity),
            "type": types.get(entity, UNKNOWN),
            "state": of_state.get(entity, UNKNOWN),
        }
        for entity in entities
    ]


def voiced(t: Tables) -> pd.DataFrame:
    """``doc_id sentence speaker``: one row a sentence and speaker.

    A sentence nobody is named for is the narrator's; one that somebody speaks together with the narrator is theirs.
    """
    keys = t.sentences[["doc_id", "sentence"]]
    pairs = t.voices[["doc_id", "sentence", "speaker"]].drop_duplicates()
    pairs = pairs.loc[pairs["speaker"] != NARRATOR]
    out = keys.merge(pairs, on=["doc_id", "sentence"], how="left")
    return out.assign(speaker=out["speaker"].fillna(NARRATOR))


def article_groups(t: Tables, by: str) -> pd.DataFrame:
    """``doc_id event group label`` of every article, in the order of the tables."""
    check_by(by, ARTICLE_GROUPINGS)
    a = t.articles
    if by == "all":
        group, label = a["doc_id"].map(lambda _: "all"), a["doc_id"].map(lambda _: "all articles")
    elif by == "year":
        group = label = a["year"].astype("string").fillna(UNDATED)
    else:
        group = a[_COLUMN.get(by, by)].fillna(UNKNOWN)
        label = {
            "article": a["label"],
            "event": a["event_label"],
            "language": group.map(lambda code: LANGUAGES.get(code, code)),
        }.get(by, group)
    return a[["doc_id", "event"]].assign(group=group.astype(object), label=label.astype(object))


def sentence_groups(t: Tables, by: str) -> pd.DataFrame:
    """``doc_id sentence group label``: which group each sentence belongs to; several rows for joint speakers."""
    check_by(by)
    if by in ARTICLE_GROUPINGS:
        groups = article_groups(t, by)[["doc_id", "group", "label"]]
        return t.sentences[["doc_id", "sentence"]].merge(groups, on="doc_id")
    known, pairs = names(t), voiced(t)
    of_state = states(t)
    group = pairs["speaker"] if by == "speaker" else pairs["speaker"].map(lambda who: of_state.get(who, UNKNOWN))
    pairs = pairs.assign(group=group.astype(object))[["doc_id", "sentence", "group"]].drop_duplicates()
    return pairs.assign(label=pairs["group"].map(lambda entity: name_of(known, entity)).astype(object)).reset_index(
        drop=True
    )


def sizes(t: Tables, by: str) -> pd.DataFrame:
    """``group label sentences words articles events`` of every group, in reading order.

    Years ascend with the undated last, articles and events keep the order of the tables, others come largest first.
    """
    import pandas as pd

    rows = sentence_groups(t, by).merge(t.sentences[["doc_id", "sentence", "words"]], on=["doc_id", "sentence"])
    rows = rows.merge(t.articles[["doc_id", "event"]], on="doc_id")
    out = rows.groupby(["group", "label"], sort=False).agg(
        sentences=("sentence", "size"),
        words=("words", "sum"),
        articles=("doc_id", "nunique"),
        events=("event", "nunique"),
    )
    out = out.reset_index()
    if by in ARTICLE_GROUPINGS:  # a group whose articles have no sentence left is still there, with zeros
        groups = article_groups(t, by)
        empty = (
            groups.loc[~groups["group"].isin(set(out["group"]))]
            .groupby(["group", "label"], sort=False)
            .agg(articles=("doc_id", "nunique"), events=("event", "nunique"))
            .reset_index()
            .assign(sentences=0, words=0)
        )
        if len(empty):
            out = pd.concat([out, empty[out.columns]], ignore_index=True) if len(out) else empty[out.columns]
        whole = groups.groupby("group").agg(articles=("doc_id", "nunique"), events=("event", "nunique"))
        out = out.assign(articles=out["group"].map(whole["articles"]), events=out["group"].map(whole["events"]))
    if by == "year":
        order = out["group"].map(lambda year: (year == UNDATED, year))
        out = out.iloc[sorted(range(len(out)), key=order.tolist().__getitem__)]
    elif by in ("article", "event"):
        place = {group: i for i, group in enumerate(dict.fromkeys(article_groups(t, by)["group"]))}
        out = out.iloc[sorted(range(len(out)), key=lambda i: place[out["group"].iloc[i]])]
    else:
        out = out.sort_values(["sentences", "label"], ascending=[False, True])
    counts = dict.fromkeys(("sentences", "words", "articles", "events"), "int64")
    return out.astype({"group": "object", "label": "object"} | counts).reset_index(drop=True)


def share(n: pd.Series, of: pd.Series | int) -> pd.Series:
    """n / of, NaN where there is nothing to take a share of."""
    import pandas as pd

    whole = of if isinstance(of, pd.Series) else pd.Series(of, index=n.index)
    return n.astype("float64") / whole.astype("float64").where(whole > 0)


def parties(t: Tables) -> tuple[str, ...]:
    """The two states named in most sentences (ties by name): those whose relations the corpus is about."""
    rows = t.mentions.loc[(t.mentions["type"] == "COUNTRY") & (t.mentions["sentence"] >= 0)]
    counted = rows[["doc_id", "sentence", "entity"]].drop_duplicates()["entity"].value_counts()
    return tuple(sorted(counted.index, key=lambda entity: (-counted[entity], entity))[:2])


def tidy(rows: Iterable[Mapping[str, object]], columns: Mapping[str, str]) -> pd.DataFrame:
    """A table with exactly these columns and dtypes, also when there are no rows."""
    import pandas as pd

    return pd.DataFrame(list(rows), columns=list(columns)).astype(dict(columns)).reset_index(drop=True)
