"""Figures on who speaks in the reports, how much of it in their own words, and about whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..measure import entities as entity_measure
from ..measure import evidence
from ..measure import voices as measure
from ..measure.base import NARRATOR, selected, sentence_groups, voiced
from . import shapes, style
from .common import (
    article_labels,
    articles,
    capital,
    count,
    listing,
    of_all,
    others,
    percent,
    ranked,
    shade,
    share,
    some,
    state_key,
)
from .registry import Content, NothingToShow, register

if TYPE_CHECKING:
    import pandas as pd

    from ..tables import Tables

METHOD = (
    "A sentence is a speaker's when it reports that speaker's words or views, directly or indirectly; all else is "
    "the outlet's own. A sentence spoken jointly counts for each speaker."
)
NARRATOR_LABEL = "The outlets themselves"
NOBODY = "no sentence is attributed to a speaker"
KEYS = ["doc_id", "sentence"]
WAYS = ("with quoted words", "in other words")


@register("who-is-heard", "Who is heard", unit="sentences attributed to each speaker", method=METHOD)
def who_is_heard(t: Tables) -> Content:
    data = some(measure.heard(t, narrator=True), "there is no sentence")
    own = data["speaker"] == NARRATOR
    speakers, outlet = some(data[~own], NOBODY), data[own]
    top = speakers.head(20)

    def draw(head):
        rows = [
            shapes.Row(
                s.name,
                [
                    (s.quoted, style.SPEECH["quoted"], str(s.quoted or "")),
                    (s.n - s.quoted, style.SPEECH["reported"], str(s.n - s.quoted or "")),
                ],
                f"{s.n} in {count(s.articles, 'article')}",
                marks=[(names[s.speaker], way) for way in WAYS],
            )
            for s in top.itertuples()
        ]
        rows += [
            shapes.Row(
                NARRATOR_LABEL,
                [(s.n, style.SPEECH["narrator"], str(s.n))],
                f"{s.n} in {count(s.articles, 'article')}",
                marks=[(NARRATOR_LABEL, WAYS[1])],
            )
            for s in outlet.itertuples()
        ]
        key = [
            ("holds words in quotation marks", style.SPEECH["quoted"]),
            ("reported in other words", style.SPEECH["reported"]),
            ("the outlet's own voice", style.SPEECH["narrator"]),
        ]
        return shapes.bars(head, rows, key=key)

    names = evidence.told_apart(dict(zip(top["speaker"], top["name"], strict=True))) | {NARRATOR: NARRATOR_LABEL}
    said = evidence.whole_sentences(t, voiced(t).merge(t.sentences[[*KEYS, "quoted"]], on=KEYS))
    said = said.assign(
        row=said["speaker"].map(names),
        column=[WAYS[who == NARRATOR or not own] for who, own in zip(said["speaker"], said["quoted"], strict=True)],
    )
    total, quoted = int(data["of"].iloc[0]), int(speakers["quoted"].sum())
    told = int(outlet["n"].sum())
    first = top.iloc[0]
    caption = (
        f"Sentences by speaker. {first['name']} is heard most, in {of_all(int(first['n']), total, 'sentence')}; "
        f"in {of_all(told, total, 'sentence')} the outlet speaks itself. A sentence of two speakers counts for both."
        + others(len(speakers) - len(top), "speaker")
    )
    alt = (
        f"Bars of sentences for {count(len(top), 'speaker')} and the outlets. Heard most: "
        + ranked(top, "name", lambda s: f"{count(int(s['n']), 'sentence')}, {s['quoted']} with quoted words", 4)
        + f". The outlets' own voice: {of_all(told, total, 'sentence')}. With quoted words: "
        f"{count(quoted, 'sentence')}."
    )
    n = f"{count(total, 'sentence')} in {count(len(t.articles), 'article')}"
    return Content(data, caption, alt, n, draw, evidence=evidence.behind(t, said, [*names.values()], WAYS))


@register(
    "voice-shares-by-article", "Whose voice fills each report", unit="share of each report's sentences", method=METHOD
)
def voice_shares_by_article(t: Tables) -> Content:
    data = some(_voice_shares(t), "there is no sentence")
    order = articles(t)
    shown = order.head(40)
    present = list(dict.fromkeys(data["voice"]))
    colours = {voice: colour for voice, colour, _ in _palette(t, present)}
    labels, sides = article_labels(t), {voice: name for voice, _, name in _palette(t, present)}
    found = evidence.whole_sentences(t, _voices(t))
    found = found.assign(row=found["doc_id"].map(labels), column=found["voice"].map(sides))
    behind = evidence.behind(t, found, [labels[doc_id] for doc_id in shown["doc_id"]], [*sides.values()])

    def draw(head):
        rows = []
        for article in shown.itertuples():
            own = data[data["doc_id"] == article.doc_id]
            parts = [(r.share, colours[r.voice], str(r.n)) for r in own.itertuples()]
            end = f"of {int(own['of'].iloc[0])}" if len(own) else "no sentence"
            marks = [(labels[article.doc_id], name) for name in own["name"]]
            rows.append(shapes.Row(article.label, parts, end, marks=marks))
        return shapes.bars(head, rows, key=[(label, colour) for _, colour, label in _palette(t, present)], whole=1.0)

    told = data[data["voice"] == NARRATOR].sort_values(["share", "label"], ascending=[False, True])
    sums = data.groupby("name")["n"].sum().sort_values(ascending=False, kind="stable")
    total = int(data["n"].sum())
    caption = (
        "Sentences of each report by the state whose speakers they render, oldest report first; numbers are sentences. "
        + (
            f"The outlet itself speaks most in {told.iloc[0]['label']} ({told.iloc[0]['n']} of "
            f"{count(int(told.iloc[0]['of']), 'sentence')})."
            if len(told)
            else ""
        )
        + others(len(order) - len(shown), "article")
    )
    alt = (
        "Stacked bars of shares. Over all articles: "
        + listing(f"{name} {of_all(int(n), total, 'sentence')}" for name, n in sums.items())
        + ". Share told by the outlet: "
        + ranked(told, "label", lambda r: percent(r["share"]), 5)
        + "."
    )
    n = f"{count(total, 'sentence')} in {count(len(order), 'article')}"
    return Content(data, caption, alt, n, draw, evidence=behind)


def _palette(t: Tables, present: list[str]) -> list[tuple[str, str, str]]:
    """Voices that occur, with colour and name: states with a colour first, then the rest."""
    fixed = [(state, colour, f"{t.name(state)}'s side") for state, colour in style.STATES.items()]
    rest = [
        ("other", style.OTHER_STATE, "others"),
        ("several", style.INK, "several sides together"),
        (NARRATOR, style.SPEECH["narrator"], "the outlet itself"),
    ]
    return [row for row in fixed + rest if row[0] in present]


def _voices(t: Tables) -> pd.DataFrame:
    """``doc_id sentence voice``: each sentence once, by its speakers' state ("several" if they differ)."""
    groups = sentence_groups(t, "speaker_state")
    groups["group"] = groups["group"].map(
        lambda state: state if state in style.STATES or state == NARRATOR else "other"
    )
    sides = groups.groupby(["doc_id", "sentence"])["group"].agg(
        lambda own: own.iloc[0] if own.nunique() == 1 else "several"
    )
    return sides.rename("voice").reset_index()


def _voice_shares(t: Tables) -> pd.DataFrame:
    """``doc_id label voice name n of share``: sentences of each article by voice."""
    import pandas as pd

    rows = _voices(t)
    n = rows.groupby(["doc_id", "voice"]).size()
    of = rows["doc_id"].value_counts()
    named = {voice: label for voice, _, label in _palette(t, list(rows["voice"].unique()))}
    out = [
        {
            "doc_id": a.doc_id,
            "label": a.label,
            "voice": voice,
            "name": name,
            "n": int(n[a.doc_id, voice]),
            "of": int(of[a.doc_id]),
        }
        for a in t.articles.itertuples()
        for voice, name in named.items()
        if (a.doc_id, voice) in n.index
    ]
    table = pd.DataFrame(out, columns=["doc_id", "label", "voice", "name", "n", "of"])
    return table.assign(share=share(table["n"], table["of"]))


@register(
    "heard-and-mentioned",
    "Named, and heard or not",
    unit="sentences that name the person, sentences the person speaks",
    method=METHOD,
)
def heard_and_mentioned(t: Tables) -> Content:
    import pandas as pd

    named = some(entity_measure.frequencies(t, types=("PERSON",)), "no person is named in the articles")
    spoken = measure.heard(t).set_index("speaker")["n"]
    data = (
        named[["entity", "name", "state", "sentences", "articles", "of_articles", "of_sentences"]]
        .rename(columns={"sentences": "named_in", "of_sentences": "of"})
        .assign(heard_in=named["entity"].map(spoken).fillna(0).astype("int64"))
    )
    heard = data[data["heard_in"] > 0].sort_values(["heard_in", "named_in", "name"], ascending=[False, False, True])
    silent = data[data["heard_in"] == 0].sort_values(["named_in", "name"], ascending=[False, True])
    groups = [(title, rows.head(15)) for title, rows in (("Heard", heard), ("Named, never heard", silent)) if len(rows)]

    def draw(head):
        labels, cells, shades, bold, colours = [], [], [], [], []
        largest = max(int(data["named_in"].max()), int(data["heard_in"].max()))
        for title, rows in groups:
            for label, values, heading, state in [(title, (0, 0), True, None)] + [
                (r.name, (r.named_in, r.heard_in), False, r.state) for r in rows.itertuples()
            ]:
                labels.append(label)
                cells.append(["" if heading else str(n) for n in values])
                shades.append([shade(n, largest) for n in values])
                bold.append(heading)
                colours.append(style.state_colour(state))
        return shapes.matrix(
            head,
            labels,
            ["named in", "speaks in"],
            cells,
            shades,
            colours=colours,
            headings=bold,
            key=state_key((r.state for _, rows in groups for r in rows.itertuples()), t.name),
            marks=([part for _, rows in groups for part in ("", *(names[e] for e in rows["entity"]))], sides),
        )

    names = evidence.told_apart(
        {r.entity: r.name for _, rows in groups for r in rows.itertuples()}
    )
    sides = ["named in", "speaks in"]
    mentions = selected(t).sort_values("start", kind="stable").drop_duplicates([*KEYS, "entity"])
    spoken_in = evidence.whole_sentences(t, voiced(t)).rename(columns={"speaker": "entity"})
    found = pd.concat([mentions.assign(column=sides[0]), spoken_in.assign(column=sides[1])])
    found = found.assign(row=found["entity"].map(names)).dropna(subset="row")

    left = len(heard) + len(silent) - sum(len(rows) for _, rows in groups)
    caption = (
        f"Of {count(len(data), 'person')} named, {len(heard)} {'is' if len(heard) == 1 else 'are'} heard and "
        f"{len(silent)} {'is' if len(silent) == 1 else 'are'} not. Numbers are sentences; a person may speak in "
        "sentences that do not name them. "
        "The dead are among those named: the tables do not know who is alive." + others(left, "person")
    )
    alt = (
        "Two columns of counts for each person. Heard: "
        + (
            ranked(heard, "name", lambda r: f"named in {r['named_in']}, speaks in {r['heard_in']} sentences", 4)
            if len(heard)
            else "nobody"
        )
        + ". Named but never heard: "
        + (ranked(silent, "name", lambda r: f"named in {r['named_in']}", 5) if len(silent) else "nobody")
        + "."
    )
    n = f"{count(len(data), 'person')} in {count(len(t.articles), 'article')}"
    return Content(data, caption, alt, n, draw, evidence=evidence.behind(t, found, [*names.values()], sides))


@register(
    "speakers-about-whom",
    "Whom and what the speakers name",
    unit="sentences of the speaker that name it",
    method=METHOD + " A speaker's own name in the sentence is left out.",
)
def speakers_about_whom(t: Tables) -> Content:
    spoken = some(measure.heard(t), NOBODY).head(12)
    pairs = some(measure.about(t), "no speaker's sentence names anybody or anything else")
    targets = (
        pairs.groupby(["entity", "entity_name", "entity_type"])["n"]
        .sum()
        .reset_index()
        .sort_values(["n", "entity_name"], ascending=[False, True])
        .head(9)
    )
    ids = list(targets["entity"])
    data = pairs[pairs["speaker"].isin(set(spoken["speaker"])) & pairs["entity"].isin(set(ids))].reset_index(drop=True)
    if not len(data):
        raise NothingToShow("no speaker's sentence names anybody or anything else")
    cells = {(s, e): n for s, e, n in zip(data["speaker"], data["entity"], data["n"], strict=True)}

    def draw(head):
        counts = [[cells.get((s, e), 0) for e in ids] for s in spoken["speaker"]]
        return shapes.matrix(
            head,
            [shapes.with_size(s.name, s.n) for s in spoken.itertuples()],
            list(targets["entity_name"]),
            [[str(n or "") for n in row] for row in counts],
            [[shade(n, int(data["n"].max())) for n in row] for row in counts],
            colours=[style.state_colour(s.state) for s in spoken.itertuples()],
            key=state_key(spoken["state"], t.name),
            marks=marks,
        )

    who = evidence.told_apart(dict(zip(spoken["speaker"], spoken["name"], strict=True)))
    whom = evidence.told_apart(dict(zip(targets["entity"], targets["entity_name"], strict=True)))
    marks = [*who.values()], [*whom.values()]
    found = selected(t).sort_values("start", kind="stable").drop_duplicates([*KEYS, "entity"])
    found = found.merge(voiced(t), on=KEYS)
    found = found.loc[found["speaker"] != found["entity"]]
    found = found.assign(row=found["speaker"].map(who), column=found["entity"].map(whom))

    best = pairs.sort_values(["n", "name", "entity_name"], ascending=[False, True, True]).assign(
        pair=lambda d: d["name"] + " on " + d["entity_name"]
    )
    caption = (
        f"Sentences of each speaker (in brackets: all of them) that name somebody or something; the darker, the "
        f"more. {capital(str(best.iloc[0]['name']))} names {best.iloc[0]['entity_name']} in "
        f"{of_all(int(best.iloc[0]['n']), int(best.iloc[0]['of']), 'sentence')}."
    )
    alt = (
        "Matrix of speakers and what they name. Most: "
        + ranked(best, "pair", lambda r: f"{r['n']} of {r['of']} sentences", 5)
        + "."
    )
    return Content(
        data,
        caption,
        alt,
        f"{count(int(spoken['n'].sum()), 'attributed sentence')} of {count(len(spoken), 'speaker')}",
        draw,
        evidence=evidence.behind(t, found, *marks),
    )
