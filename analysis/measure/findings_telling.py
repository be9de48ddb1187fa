"""Findings on how it is told: tone, frames, the vocabulary of the relation, and themes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import coding, relations, tone
from .base import NARRATOR, UNDATED, code_label, coded, name_of, names, parties, sizes, voiced
from .finding import Finding, described, most
from .wording import capital, count, counted, listing, of, percent, plural, quoted, verb, years

if TYPE_CHECKING:
    import pandas as pd

    from analysis.tables import Tables

_UNHEARD = "As far as the speakers' states are known, not both states are heard, so"
_ONE_A_YEAR = "Where a year is one article, a difference between years is a difference between articles."


def _code(label: str) -> str:
    """A code's label in quotation marks: some hold an "and" of their own."""
    return f"“{label}”"


def _sizes_of(t: Tables, sides: tuple[str, ...]) -> tuple[dict[str, int], str]:
    """Sentences by state of the speaker, and those of the sides in words."""
    known = names(t)
    whole = dict(sizes(t, "speaker_state")[["group", "sentences"]].itertuples(index=False, name=None))
    told = [f"{count(whole.get(side, 0), 'sentence')} spoken for {name_of(known, side)}" for side in sides]
    return whole, listing(told) if told else "0 sentences"


def tone_findings(t: Tables) -> list[Finding]:
    """tone-overall, tone-voices, tone-negative, tone-between, frames-most, relation-shift, relation-sides."""
    return [_overall(t), _by_voice(t), _negative(t), _between(t), _frames(t), _shift(t), _sides(t)]


def _overall(t: Tables) -> Finding:
    rows = tone.profile(t)
    n = count(len(t.sentences), "sentence")
    if not len(rows) or not rows["of"].iloc[0]:
        return Finding("tone-overall", "There is no sentence to judge.", n, "tone", described(t))
    all_ = rows.iloc[0]
    sentence = (f"Of {n}, {all_['positive']} {verb('speak', all_['positive'])} well of the subject, "
                f"{all_['negative']} ill, and {all_['neutral']} do neither.")
    if all_["evaluative"]:
        sentence += f" Of those that take a side, {percent(all_['positive'], all_['evaluative'])} are positive."
    return Finding("tone-overall", sentence, n, "tone",
                   described(t, "Tone is what a sentence conveys; whether praise is deserved is not judged."))


def _by_voice(t: Tables) -> Finding:
    own = voiced(t).drop_duplicates(["doc_id", "sentence"])
    own = own.merge(t.sentences[["doc_id", "sentence", "tone"]], on=["doc_id", "sentence"])
    outlet, good = own["speaker"] == NARRATOR, own["tone"] == 1
    whole, told, told_of = int(good.sum()), int((good & outlet).sum()), int(outlet.sum())
    said_of = len(own) - told_of
    if not whole:
        sentence = "No sentence speaks well of its subject."
    elif not told_of or not said_of:
        who = "speakers" if not told_of else "the outlets themselves"
        sentence = f"Whatever is said well ({count(whole, 'sentence')}) comes from {who}."
    else:
        said = whole - told
        sentence = (f"Of the {count(said_of, 'sentence')} attributed to speakers, {said} {plural('is', said)} positive "
                    f"({percent(said, said_of)}); of the {told_of} that the outlets tell themselves, {told} "
                    f"{plural('is', told)} ({percent(told, told_of)}).")
    return Finding("tone-voices", sentence, of(whole, len(t.sentences), "sentence"), "tone",
                   described(t, "Which speeches are reported is the outlet's choice, too."))


def _negative(t: Tables) -> Finding:
    rows = tone.negatives(t)
    n = of(len(rows), len(t.sentences), "sentence")
    if not len(rows):
        return Finding("tone-negative", "No sentence speaks ill of anything.", n, "tone", described(t))
    themes = coded(t, "theme").merge(rows[["doc_id", "sentence"]], on=["doc_id", "sentence"])["code"].value_counts()
    who = rows["speakers"].str.split("; ").explode().value_counts()
    about = counted([(_code(code_label(code)), int(k)) for code, k in themes.items()], limit=4)
    by = counted([("the outlet" if name == NARRATOR else name, int(k)) for name, k in who.items()], limit=4)
    sentence = f"{n} {verb('speak', len(rows))} ill of the subject; by theme: {about}; by voice: {by}."
    return Finding("tone-negative", sentence, n, "tone", described(t))


def _between(t: Tables) -> Finding:
    sides, known = parties(t), names(t)
    rows = tone.by_speaker_target(t)
    rows = rows.loc[rows["speaker"].isin(sides) & rows["target"].isin(sides) & (rows["speaker"] != rows["target"])]
    whole, bad, good = (int(rows[column].sum()) for column in ("of", "negative", "positive"))
    n = f"{count(whole, 'sentence')} of one side naming the other"
    if not whole:
        sentence = "No speaker for either state names the other."
    else:
        pair = listing((name_of(known, side) for side in sides), "or")
        first = "none is negative" if not bad else f"{bad} {plural('is', bad)} negative"
        sentence = (f"Of the {count(whole, 'sentence')} in which a speaker for {pair} names the other state, or "
                    f"anybody or anything of it, {first}, and {good} {plural('is', good)} positive "
                    f"({percent(good, whole)}).")
    return Finding("tone-between", sentence, n, "tone",
                   described(t, "The tone is the whole sentence's, not only that of the name in it."))


def _frames(t: Tables) -> Finding:
    rows = coding.prevalence(t, "frame")
    framed = len(coded(t, "frame")[["doc_id", "sentence"]].drop_duplicates())
    n = of(framed, len(t.sentences), "sentence")
    rows = rows.loc[rows["n"] > 0].sort_values(["n", "code"], ascending=[False, True])
    if not len(rows):
        return Finding("frames-most", "No sentence carries a frame.", n, "tone", described(t))
    told = counted(zip(map(_code, rows["code_label"].head(3)), rows["n"].head(3), strict=True))
    everywhere = rows.loc[rows["articles"] == len(t.articles), "code_label"]
    sentence = f"{n} {verb('carry', framed)} a frame, most often {told}."
    if len(t.articles) > 1 and len(everywhere):
        sentence += f" {capital(listing(map(_code, everywhere)))} {verb('stand', len(everywhere))} in every article."
    return Finding("frames-most", sentence, n, "tone", described(t))


def _words(own: pd.DataFrame) -> str:
    forms: dict[str, int] = {}
    for cell in own["forms"]:
        for item in filter(None, cell.split("; ")):
            form, _, n = item.rpartition(" ")
            forms[form] = forms.get(form, 0) + int(n)
    return listing([quoted(form) for form, _ in sorted(forms.items(), key=lambda item: (-item[1], item[0]))], limit=4)


def _shift(t: Tables) -> Finding:
    """How the words for the relation change with the years: those of the first year, and those that come later."""
    rows = relations.relation_words(t, "year")
    rows = rows.loc[rows["group"] != UNDATED]
    nouns = {group: item["noun"] for group, item in relations.word_groups().items()}
    covered = [int(year) for year in dict.fromkeys(rows["group"])]
    size = rows.drop_duplicates("group")
    n = count(int(size["of"].sum()), "dated sentence") + f" in {count(int(size['of_articles'].sum()), 'article')}"
    note = described(t, _ONE_A_YEAR)
    if not covered:
        return Finding("relation-shift", "No article is dated, so no shift in vocabulary can be read.", n, "tone", note)
    used = rows.loc[rows["n"] > 0]
    if not len(used):
        return Finding("relation-shift", f"No word for the relation is used in {years(covered)}.", n, "tone", note)
    first = {group: min(map(int, own["group"])) for group, own in used.groupby("word_group", sort=False)}
    start = covered[0]
    opening = used.loc[used["group"] == str(start)].sort_values("n", ascending=False)
    of_first = count(int(size["of"].iloc[0]), "sentence")
    told = [f"{nouns[g]} ({k}{'' if i else f' of {of_first}'})"
            for i, (g, k) in enumerate(opening[["word_group", "n"]].itertuples(index=False, name=None))]
    sentence = (f"In {start} the relation is put in words of {listing(told)}." if told
                else f"In {start} no word for the relation is used.")
    if len(covered) == 1:
        return Finding("relation-shift", sentence + " No other year is covered.", n, "tone", note)
    later = sorted({year for year in first.values() if year > start})
    for year in later:
        parts = []
        for group in (group for group, since in first.items() if since == year):
            own = rows.loc[(rows["word_group"] == group) & (rows["group"].astype(int) >= year)]
            before = rows.loc[(rows["word_group"] == group) & (rows["group"].astype(int) < year)]
            since = f"{of(int(own['n'].sum()), int(own['of'].sum()), 'sentence')} since"
            earlier = f"none of the {int(before['of'].sum())} before"
            parts.append(f"words of {nouns[group]} ({_words(own)}: {since}, {earlier})")
        sentence += f" In {year} {listing(parts)} come in."
    if not later:
        sentence += " No further words for it come in later."
    stay = [nouns[group] for group, own in used.groupby("word_group", sort=False) if len(own) == len(covered)]
    if stay:
        sentence += f" Words of {listing(stay)} stand in every year covered."
    return Finding("relation-shift", sentence, n, "tone", note)


def _sides(t: Tables) -> Finding:
    """Which side's speakers use which words for the relation."""
    sides, known = parties(t), names(t)
    rows = relations.relation_words(t, "speaker_state")
    nouns = {group: item["noun"] for group, item in relations.word_groups().items()}
    whole, n = _sizes_of(t, sides)
    if len(sides) < 2 or not all(whole.get(side) for side in sides):
        return Finding("relation-sides", f"{_UNHEARD} their words cannot be compared.", n, "tone", described(t))
    told: list[str] = []
    alone: dict[str, list[str]] = {side: [] for side in sides}
    for group, own in rows.groupby("word_group", sort=False):
        by = dict(own[["group", "n"]].itertuples(index=False, name=None))
        first, second = (by.get(side, 0) for side in sides)
        if first + second:
            told.append(f"{nouns[group]} {first} to {second}")
        for side, one, other in ((sides[0], first, second), (sides[1], second, first)):
            if one > 1 and not other:
                alone[side].append(nouns[group])
    if not told:
        sentence = "No speaker for either state uses a word for the relation."
    else:
        between = " to ".join(name_of(known, side) for side in sides)
        sentence = f"Sentences with words for the relation, {between}: {listing(told)}."
        only = [f"only speakers for {name_of(known, side)} use words of {listing(own)}"
                for side, own in alone.items() if own]
        if only:
            sentence += f" Of the two sides, {'; '.join(only)}, and more than once."
    return Finding("relation-sides", sentence, n, "tone", described(t))


def themes_findings(t: Tables) -> list[Finding]:
    """themes-main, themes-absent, themes-one-voice, themes-one-side, themes-later, themes-pooled."""
    return [_main(t), _absent(t), _one_voice(t), _one_side(t), _later(t), _pooled(t)]


def _themed(t: Tables) -> str:
    return of(len(coded(t, "theme")[["doc_id", "sentence"]].drop_duplicates()), len(t.sentences), "sentence")


def _main(t: Tables) -> Finding:
    rows = coding.prevalence(t, "theme")
    rows = rows.loc[rows["n"] > 0].sort_values(["n", "code"], ascending=[False, True])
    n = _themed(t)
    if not len(rows):
        return Finding("themes-main", "No sentence carries a theme.", n, "themes", described(t))
    top, whole = most(rows), len(t.sentences)
    each = " each" if len(top) > 1 else ""
    k = int(top["n"].iloc[0])
    sentence = (f"{capital(listing(map(_code, top['code_label'])))} {plural('is', len(top))} the most frequent "
                f"{plural('theme', len(top))}: {of(k, whole, 'sentence')} ({percent(k, whole)}){each}.")
    rest = rows.loc[rows["n"] < k].head(3)
    if len(rest):
        told = counted(zip(map(_code, rest["code_label"]), rest["n"], strict=True))
        sentence += f" Next {verb('come', len(rest))} {told}."
    return Finding("themes-main", sentence, n, "themes", described(t))


def _absent(t: Tables) -> Finding:
    rows = coding.prevalence(t, "theme")
    n = _themed(t)
    if not len(t.sentences):
        return Finding("themes-absent", "There is no sentence that could carry a theme.", n, "themes", described(t))
    none, once = ([_code(label) for label in rows.loc[rows["n"] == k, "code_label"]] for k in (0, 1))
    sentence = (f"No sentence is about {listing(none, 'or')}." if none
                else "Every theme of the codebook is carried by some sentence.")
    if once:
        sentence += f" Only one sentence {'each ' if len(once) > 1 else ''}is about {listing(once)}."
    return Finding("themes-absent", sentence, n, "themes", described(t,
                   "Absent from these articles, not from the relation."))


def _one_voice(t: Tables) -> Finding:
    """Themes of at least two attributed sentences that one speaker alone gives voice to."""
    rows = coding.carriers(t, "theme", narrator=False)
    told = []
    for _, own in rows.groupby("code", sort=False):
        if len(own) == 1 and own["n"].iloc[0] > 1:
            label, who, k = own[["code_label", "name", "n"]].iloc[0]
            told.append(f"{_code(label)} by {who} ({count(int(k), 'sentence')})")
    sentence = (f"Voiced by one speaker alone: {listing(told)}." if told
                else "No theme of two attributed sentences or more is voiced by one speaker alone.")
    return Finding("themes-one-voice", sentence, _themed(t), "themes",
                   described(t, "The outlets' own sentences are left aside."))


def _one_side(t: Tables) -> Finding:
    """Themes that speakers of one of the two states raise twice or more and those of the other never."""
    sides, known = parties(t), names(t)
    rows = coding.prevalence(t, "theme", "speaker_state")
    cells = {(code, group): k for code, group, k in rows[["code", "group", "n"]].itertuples(index=False, name=None)}
    whole, n = _sizes_of(t, sides)
    if len(sides) < 2 or not all(whole.get(side) for side in sides):
        return Finding("themes-one-side", f"{_UNHEARD} their themes cannot be compared.", n, "themes", described(t))
    told = []
    for i, side in enumerate(sides):
        alone = [(_code(code_label(code)), cells[code, side]) for code in dict.fromkeys(rows["code"])
                 if cells.get((code, side), 0) > 1 and not cells.get((code, sides[1 - i]), 0)]
        if alone:
            told.append(f"only speakers for {name_of(known, side)} raise {counted(alone)}")
    sentence = (f"Of the two sides, {'; '.join(told)}. That is among {n}." if told
                else "No theme is raised twice or more by one side and never by the other.")
    return Finding("themes-one-side", sentence, n, "themes",
                   described(t, "What was not reported may still have been said."))


def _later(t: Tables) -> Finding:
    rows = coding.prevalence(t, "theme", "year")
    rows = rows.loc[rows["group"] != UNDATED]
    covered = [int(year) for year in dict.fromkeys(rows["group"])]
    size = rows.drop_duplicates("group")
    n = f"{count(int(size['of'].sum()), 'dated sentence')} in {count(int(size['of_articles'].sum()), 'article')}"
    note = described(t, _ONE_A_YEAR)
    if len(covered) < 2:
        sentence = "Without two years to compare, no theme can be said to come in."
        return Finding("themes-later", sentence, n, "themes", note)
    used = rows.loc[rows["n"] > 0]
    first = {code: min(map(int, own["group"])) for code, own in used.groupby("code", sort=False)}
    told = [f"{listing(_code(code_label(code)) for code, since in first.items() if since == year)} in {year}"
            for year in sorted({year for year in first.values() if year > covered[0]})]
    stay = [_code(code_label(code)) for code, own in used.groupby("code", sort=False) if len(own) == len(covered)]
    sentence = (f"Themes that are missing in {covered[0]} come in later: {'; '.join(told)}." if told
                else f"Every theme carried at all is carried in {covered[0]} already." if first
                else "No dated sentence carries a theme.")
    if stay:
        sentence += f" {capital(listing(stay))} {verb('stand', len(stay))} in every year covered."
    return Finding("themes-later", sentence, n, "themes", note)


def _pooled(t: Tables) -> Finding:
    """The theme whose share varies most between articles."""
    rows = coding.pooled_and_mean(t, "theme")
    rows = rows.loc[rows["n"] > 0]
    if not len(rows) or int(rows["of_articles"].max()) < 2:
        return Finding("themes-pooled", "Only where several articles carry themes can they be compared.", _themed(t),
                       "themes",
                       described(t))
    rows = rows.assign(range=rows["highest"] - rows["lowest"]).sort_values(["range", "code"], ascending=[False, True])
    top = rows.iloc[0]
    shares = coding.prevalence(t, "theme", "article", [top["code"]])
    shares = shares.loc[shares["of"] > 0]
    if top["range"] == 0:
        sentence = "Every theme has the same share in all articles."
    else:
        low, high = shares.loc[shares["share"].idxmin()], shares.loc[shares["share"].idxmax()]
        least, most_ = (f"{of(int(cell['n']), int(cell['of']), 'sentence')} ({cell['label']})" for cell in (low, high))
        sentence = f"The articles differ most in {_code(top['code_label'])}: from {least} to {most_}."
    return Finding("themes-pooled", sentence, _themed(t), "themes", described(t))
