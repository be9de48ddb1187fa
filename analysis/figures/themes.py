"""Figures on diplomatic themes and on the words for the relation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..measure import coding, evidence, vocabulary
from ..measure.base import LANGUAGES
from ..measure.intervals import smallness
from . import coded, shapes, style
from .common import MANY, articles, capital, count, cut, listing, of_all, others, ranked, shade, some
from .registry import Content, NothingToShow, register

if TYPE_CHECKING:
    from ..tables import Tables

METHOD = coded.METHOD["theme"]


@register("themes-by-article", "What the reports are about", unit="sentences that carry the theme", method=METHOD)
def themes_by_article(t: Tables) -> Content:
    return coded.by_group(t, "theme", "article", "article")


@register(
    "themes-by-year", "What the reports are about, year by year", unit="sentences that carry the theme", method=METHOD
)
def themes_by_year(t: Tables) -> Content:
    return coded.by_group(t, "theme", "year", "year")


@register("themes-by-outlet", "What each outlet writes about", unit="sentences that carry the theme", method=METHOD)
def themes_by_outlet(t: Tables) -> Content:
    return coded.by_group(t, "theme", "outlet", "outlet")


@register(
    "themes-by-speaker",
    "Who speaks about what",
    unit="sentences of the speaker that carry the theme",
    method=METHOD + " A sentence spoken jointly counts for each speaker.",
)
def themes_by_speaker(t: Tables) -> Content:
    return coded.by_group(t, "theme", "speaker", "speaker", limit=16)


@register(
    "theme-by-frame",
    "Which theme is told in which frame",
    unit="sentences that carry both",
    method=METHOD + " " + coded.METHOD["frame"],
)
def theme_by_frame(t: Tables) -> Content:
    data = some(coding.cross(t), "no sentence carries a theme and a frame")
    data = data.rename(
        columns={
            "row": "theme",
            "row_label": "theme_label",
            "column": "frame",
            "column_label": "frame_label",
            "of_column": "of_frame",
        }
    )
    rows = [(theme, own) for theme, own in data.groupby("theme", sort=False) if own["of"].iloc[0]]
    frames = [frame for frame, own in data.groupby("frame", sort=False) if own["of_frame"].iloc[0]]
    if not data["n"].sum():
        raise NothingToShow("no sentence carries a theme and a frame")
    cells = {(r.theme, r.frame): r.n for r in data.itertuples()}
    largest = int(data["n"].max())

    def draw(head):
        names = dict(zip(data["frame"], data["frame_label"], strict=True))
        totals = dict(zip(data["frame"], data["of_frame"], strict=True))
        counts = [[cells[theme, frame] for frame in frames] for theme, _ in rows]
        return shapes.matrix(
            head,
            [shapes.with_size(capital(own["theme_label"].iloc[0]), own["of"].iloc[0]) for _, own in rows],
            [shapes.with_size(capital(names[frame]), totals[frame]) for frame in frames],
            [[str(n or "") for n in row] for row in counts],
            [[shade(n, largest) for n in row] for row in counts],
            colours=style.AXES["frame"],
            marks=marks,
        )

    words = {code: capital(label) for code, label in zip(data["theme"], data["theme_label"], strict=True)}
    looks = {code: capital(label) for code, label in zip(data["frame"], data["frame_label"], strict=True)}
    marks = [words[theme] for theme, _ in rows], [looks[frame] for frame in frames]
    # what is marked in a sentence that carries both is the frame: the way of saying it
    themes = coding.coded(t, "theme").assign(row=lambda d: d["code"].map(words))[["doc_id", "sentence", "row"]]
    found = evidence.codes(t, "frame").assign(column=lambda d: d["code"].map(looks)).merge(
        themes, on=["doc_id", "sentence"]
    )

    best = data.sort_values(["n", "theme_label", "frame_label"], ascending=[False, True, True]).assign(
        pair=lambda d: d["theme_label"] + " as " + d["frame_label"]
    )
    first = best.iloc[0]
    whole = int(data["total"].iloc[0])
    caption = (
        f"Sentences that carry both the theme and the frame; in brackets all that carry the one. The commonest pair is "
        f"{first['theme_label']} as {first['frame_label']}: "
        f"{of_all(int(first['n']), int(first['of']), 'sentence')} on that theme."
    )
    alt = (
        "Matrix of themes and frames. Most frequent: "
        + ranked(best, "pair", lambda r: f"{r['n']} of {r['of']} sentences", 5)
        + "."
    )
    return Content(
        data, caption, alt, count(whole, "sentence"), draw, evidence=evidence.behind(t, found, *marks)
    )


@register(
    "relation-vocabulary",
    "The words for the relation, year by year",
    unit="sentences that hold such a word",
    method="Words of six groups (friendly, brotherly, neighbourly, partners, strategic, allied) in all languages, "
    "outside the names of "
    "bodies, documents, events and people; the list is in the knowledge base.",
)
def relation_vocabulary(t: Tables) -> Content:
    some(t.sentences, "there is no sentence")
    labels = {group: item["label"] for group, item in vocabulary.word_groups().items()}
    data = vocabulary.relation_words(t, by="year")
    data.insert(1, "word_group_label", data["word_group"].map(labels))
    present = [group for group in labels if data.loc[data["word_group"] == group, "n"].sum()]
    if not present:
        raise NothingToShow("no sentence holds a word of friendship, kinship or alliance")
    years = list(dict.fromkeys(data["group"]))
    cells = {(r.word_group, r.group): r for r in data.itertuples()}
    flipped = len(years) > MANY
    largest = data["share"].max()

    def draw(head):
        sizes = [shapes.with_size(str(cells[present[0], year].label), cells[present[0], year].of) for year in years]
        colours = [style.relation_colour(group) for group in present]
        counts = [[cells[group, year].n for year in years] for group in present]
        shades = [[shade(cells[group, year].share, largest) for year in years] for group in present]
        if flipped:
            counts, shades = ([list(row) for row in zip(*grid, strict=True)] for grid in (counts, shades))
        texts = [[str(n or "") for n in row] for row in counts]
        names = [capital(labels[group]) for group in present]
        said = {"friendship": "feeling", "kinship": "kinship", "alliance": "obligation"}
        key = [(words, style.RELATION[family]) for family, words in said.items() if style.RELATION[family] in colours]
        return (
            shapes.matrix(head, sizes, names, texts, shades, colours=style.RELATION["alliance"], marks=marks)
            if flipped
            else shapes.matrix(head, names, sizes, texts, shades, colours=colours, key=key, marks=marks)
        )

    words = {group: capital(labels[group]) for group in present}
    found = vocabulary.relation_hits(t).drop_duplicates(["doc_id", "sentence", "group"])
    found = found.assign(row=found["group"].map(words)).drop(columns="group")
    found = evidence.grouped(t, found, "year")
    found["column"] = found["group"].map({year: str(cells[present[0], year].label) for year in years})
    marks = [*words.values()], [str(cells[present[0], year].label) for year in years]
    behind = evidence.behind(t, found, *marks)
    if flipped:
        marks, behind = marks[::-1], evidence.turned(behind)

    absent = [labels[group] for group in labels if group not in present]
    found = [
        f"{labels[group]}: "
        + listing(
            f"{cells[group, y].n} of {count(cells[group, y].of, 'sentence')} in {cells[group, y].label}"
            for y in years
            if cells[group, y].n
        )
        for group in present
    ]
    caption = (
        "Sentences with a word of each group, by year; in brackets all sentences of the year, and the darker the "
        "cell, the larger their share."
        + _forms(data, labels, present)
        + (f" No sentence holds a word of the group {listing(absent, last='or')}." if absent else "")
        + f" {smallness(t)}"
    )
    alt = f"Matrix of word groups by year. {capital('; '.join(found))}."
    return Content(
        data, caption, alt, f"{count(len(t.sentences), 'sentence')}, {count(len(t.articles), 'article')}", draw,
        evidence=behind,
    )


def _forms(data, labels, present) -> str:
    """What was found, in words: " Words found: friendly (friendly, friendship); …"."""
    said = []
    for group in present:
        forms = [
            part.rsplit(" ", 1)[0]
            for own in data.loc[data["word_group"] == group, "forms"]
            for part in own.split("; ")
            if part
        ]
        said.append(f"{labels[group]} ({listing(list(dict.fromkeys(forms))[:6])})")
    return f" Words found: {'; '.join(said)}."


@register(
    "distinctive-words",
    "Words that set reports apart",
    unit="z-score of the log-odds ratio",
    method="Log-odds with an informative Dirichlet prior (Monroe, Colaresi & Quinn 2008), the prior being the "
    "pooled corpus in that "
    "language; p by permuting articles, allowing for the number of words looked at. Names and stop words are left out.",
)
def distinctive_words(t: Tables) -> Content:
    import pandas as pd

    languages = t.articles["language"].dropna().value_counts()
    if not len(languages):
        raise NothingToShow("no article has a known language")
    language = "en" if "en" in languages.index else languages.index[0]
    by, noun = ("article", "article") if languages[language] <= 6 else ("year", "year")
    found = vocabulary.distinctive(t, language, by=by)
    if not len(found):
        raise NothingToShow(f"fewer than two groups of articles in {LANGUAGES.get(language, language)} can be compared")
    order = list(articles(t)["doc_id"]) if by == "article" else sorted(found["group"].unique())
    groups = [group for group in order if group in set(found["group"])]
    kept = {group: found[(found["group"] == group) & (found["z"] > 0)].head(5) for group in groups}
    shown = [group for group in groups if len(kept[group])][-10:]
    data = some(found[found["z"] > 0], "no word sets one group apart").reset_index(drop=True)
    sure = any((own["p"] < 0.05).any() for own in kept.values())

    def draw(head):
        rows, bold, values, ends = [], [], [], []
        for group in shown:
            own = kept[group]
            rows.append(str(own.iloc[0]["label"]))
            bold.append(True)
            values.append([])
            ends.append("")
            for word in own.itertuples():
                rows.append(cut(word.form, 30))
                bold.append(False)
                values.append([(word.z, style.AXES["theme"] if word.p < 0.05 else style.OTHER_STATE, "")])
                ends.append(f"{word.n} | {word.n_rest}")
        top = max(float(kept[group]["z"].max()) for group in shown)
        step = 1 if top < 6 else 5
        ticks = [(x, str(x)) for x in range(0, int(top) + 1, step)]
        key = (
            [("rarely so by chance (p < 0.05)", style.AXES["theme"]), ("may be chance", style.OTHER_STATE)]
            if sure
            else []
        )
        return shapes.dots(
            head,
            rows,
            values,
            span=(0, top),
            ticks=ticks,
            zero=0,
            headings=bold,
            ends=("here | elsewhere", ends),
            key=key,
            axis="z (the further right, the more it sets the report apart)",
            marks=marks,
        )

    labels = evidence.told_apart({group: str(kept[group].iloc[0]["label"]) for group in shown})
    marks = [mark for group in shown for mark in ([], *([(labels[group], form)] for form in kept[group]["form"]))]
    spoken = [own.assign(column=own["form"])[["group", "word", "column"]] for own in map(kept.get, shown)]
    said = evidence.grouped(t, vocabulary.occurrences(t, language), by).merge(pd.concat(spoken), on=["group", "word"])
    behind = evidence.behind(
        t,
        said.assign(row=said["group"].map(labels)),
        list(labels.values()),
        list(dict.fromkeys(form for group in shown for form in kept[group]["form"])),
    )

    first = kept[shown[0]].iloc[0]
    floor = float(found["p_floor"].min())
    doubt = (
        f" With {count(int(languages[language]), 'article')} no word can reach a p below {floor:.2g}: the list "
        f"describes, it proves nothing."
        if floor > 0.05
        else ""
    )
    named = "; ".join(f"{kept[g].iloc[0]['label']}: {listing(list(kept[g]['form'])[:3])}" for g in shown)
    caption = (
        f"For each {noun} in {LANGUAGES.get(language, language)} the words that set it apart most; at the right how "
        f"often they stand in it and in all others. “{first['form']}” stands {first['n']} times in {first['label']} "
        f"and {first['n_rest']} times elsewhere.{doubt}{others(len(groups) - len(shown), noun)}"
    )
    alt = f"Dots of z-scores for the words of each {noun}. {named}."
    n = f"{count(int(languages[language]), 'article')} in {LANGUAGES.get(language, language)}"
    return Content(data, caption, alt, n, draw, evidence=behind)
