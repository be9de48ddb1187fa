"""Findings on the corpus, on who appears in it and on who speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import entities, voices
from .base import LANGUAGES, NARRATOR, UNKNOWN, name_of, names, parties, selected
from .finding import Finding, described, most
from .pairs import events_with_several
from .wording import capital, count, counted, listing, of, percent, plural, quoted, times, verb, years

if TYPE_CHECKING:
    from analysis.tables import Tables


def corpus_findings(t: Tables) -> list[Finding]:
    """corpus-size, corpus-outlets, corpus-retold."""
    return [_size(t), _outlets(t), _retold(t)]


def _size(t: Tables) -> Finding:
    a = t.articles
    size = f"{count(len(a), 'article')} on {count(a['event'].nunique(), 'event')}"
    if not len(a):
        return Finding("corpus-size", "The corpus holds no article.", "0 articles", "corpus", described(t))
    languages = a["language"].value_counts()
    told = counted([(LANGUAGES.get(code, str(code)), int(n)) for code, n in languages.items()])
    dated = [int(year) for year in a["year"].dropna()]
    when = f" Their dates fall in {years(dated)}" if dated else " None of them is dated"
    undated = len(a) - len(dated)
    if dated and undated:
        when += f"; {undated} {plural('is', undated)} undated"
    n = f"{size}, {count(len(t.sentences), 'sentence')}"
    return Finding("corpus-size", f"The corpus holds {size}, in {told}.{when}.", n, "corpus", described(t))


def _outlets(t: Tables) -> Finding:
    known = names(t)
    based = t.articles.drop_duplicates("outlet")[["outlet", "outlet_country"]].dropna(subset=["outlet"])
    where = based["outlet_country"].dropna().value_counts()
    total, unknown = len(based), int(based["outlet_country"].isna().sum())
    if not total:
        return Finding("corpus-outlets", "No outlet is named.", "0 outlets", "corpus", described(t))
    sides = [name_of(known, party) for party in parties(t)]
    absent = [side for side in sides if side not in set(where.index)]
    told = [f"{n} {plural('is', n)} based in {country}" for country, n in where.items()]
    if unknown:
        told.append(f"of {unknown} the country is not known")
    sentence = (f"Of {count(total, 'outlet')}, {listing(told)}." if len(where)
                else f"The country of {'the outlet' if total == 1 else f'all {total} outlets'} is not known.")
    if absent:
        sentence += (f" {'None is' if not unknown else 'None is known to be'} based in {listing(absent, 'or')}, "
                     f"so what {'its' if len(absent) == 1 else 'their'} press says of this is not heard here.")
    return Finding("corpus-outlets", sentence, count(total, "outlet"), "corpus", described(t))


def _retold(t: Tables) -> Finding:
    events = events_with_several(t)
    whole = t.articles["event"].nunique()
    if not len(events):
        sentence = "No event is told by more than one article." if whole else "There is no event to tell."
    else:
        told = listing(f"“{r.event_label}” ({count(r.articles, 'article')})" for r in events.itertuples(index=False))
        some = of(len(events), whole, "event")
        sentence = f"{some} {plural('is', len(events))} told by more than one article: {told}."
    return Finding("corpus-retold", capital(sentence), of(len(events), whole, "event"), "corpus", described(t))


def entities_findings(t: Tables) -> list[Finding]:
    """entities-parties, entities-people, entities-spread, entities-third, entities-spellings."""
    return [_parties(t), _people(t), _spread(t), _third(t), _spellings(t)]


def _parties(t: Tables) -> Finding:
    sides, known = parties(t), names(t)
    named = selected(t, types=("COUNTRY",))[["doc_id", "sentence", "entity"]].drop_duplicates()
    held = named.loc[named["entity"].isin(sides)].groupby(["doc_id", "sentence"])["entity"].nunique()
    whole = len(t.sentences)
    if len(sides) < 2:
        sentence = f"Only one state is named, {name_of(known, sides[0])}." if sides else "No state is named."
    else:
        both = int((held == 2).sum())
        sentence = (f"{' and '.join(name_of(known, side) for side in sides)} are the states named most: "
                    f"{of(len(held), whole, 'sentence')} name at least one of them, and {both} name both.")
    return Finding("entities-parties", sentence, of(len(held), whole, "sentence"), "entities", described(t))


def _people(t: Tables) -> Finding:
    rows = entities.frequencies(t, types=("PERSON",))
    total = count(len(rows), "person")
    if not len(rows):
        return Finding("entities-people", "No person is named.", total, "entities", described(t))
    top = most(rows)
    n, articles = int(top["n"].iloc[0]), top["articles"]
    each = " each" if len(top) > 1 else ""
    where = f", in {of(int(articles.iloc[0]), len(t.articles), 'article')}" if len(top) == 1 else ""
    sentence = (f"Of {total} named, {listing(top['name'], limit=4)} {plural('is', len(top))} named most often: "
                f"{times(n)}{each}{where}.")
    rest = rows.loc[rows["n"] < n].head(2)
    if len(rest):
        sentence += f" Next {verb('come', len(rest))} {counted(zip(rest['name'], rest['n'], strict=True))}."
    return Finding("entities-people", sentence, f"{int(rows['n'].sum())} mentions of {total}", "entities", described(t))


def _spread(t: Tables) -> Finding:
    rows, whole = entities.frequencies(t), len(t.articles)
    if not len(rows):
        return Finding("entities-spread", "Nothing is named.", "0 entities", "entities", described(t))
    if whole == 1:
        return Finding("entities-spread", "With one article, nothing can be said on who returns.", "1 article",
                       "entities",
                       described(t))
    everywhere, once = rows.loc[rows["articles"] == whole], int((rows["articles"] == 1).sum())
    first = (f"{capital(listing(everywhere['name'], limit=5))} {plural('is', len(everywhere))} named in every article"
             if len(everywhere) else "Nothing is named in every article")
    sentence = f"{first}; {once} of {count(len(rows), 'entity')} {plural('is', once)} named in one article only."
    return Finding("entities-spread", sentence, f"{count(len(rows), 'entity')} in {count(whole, 'article')}",
                   "entities",
                   described(t, "Who returns depends on which events were chosen."))


def _third(t: Tables) -> Finding:
    sides, known = parties(t), names(t)
    rows = entities.third_parties(t)
    rows = rows.loc[rows["type"] != "PLACE"]
    if not len(selected(t)):
        return Finding("entities-third", "Nothing is named.", "0 mentions", "entities", described(t))
    between = " and ".join(name_of(known, side) for side in sides) or "them"
    nations, bodies = rows.loc[rows["type"] == "COUNTRY"], rows.loc[rows["type"] != "COUNTRY"]

    def told(part):
        return listing((f"{r.name} ({count(r.articles, 'article')})"
                        for r in part[["name", "articles"]].itertuples(index=False, name="Row")), limit=5)

    if not len(rows):
        sentence = f"Beside {between}, no state and no international body or route is named."
    elif not len(nations):
        sentence = f"No third state is named beside {between}; third parties are bodies and routes: {told(bodies)}."
    else:
        sentence = (f"Beside {between}, {count(len(nations), 'other state')} {plural('is', len(nations))} named: "
                    f"{told(nations)}.")
        if len(bodies):
            sentence += f" Further third parties are {told(bodies)}."
    n = f"{int(rows['n'].sum())} of {count(len(selected(t)), 'mention')}"
    return Finding("entities-third", sentence, n, "entities",
                   described(t, "A state inside the name of an event or a body is not counted as named."))


def _spellings(t: Tables) -> Finding:
    rows = entities.spellings(t)
    rows = rows.loc[(rows["type"] == "PERSON") & (rows["kind"] == "name")]
    if not len(rows):
        return Finding("entities-spellings", "No person is named, so no name is spelt in two ways.", "0 names",
                       "entities",
                       described(t))
    found = rows.groupby(["entity", "name"], sort=False).agg(
        forms=("form", "nunique"), languages=("language", "nunique"), n=("n", "sum")).reset_index()
    found = found.sort_values(["forms", "languages", "n", "name"], ascending=[False, False, False, True])
    top = found.iloc[0]
    if top["forms"] == 1:
        sentence = "Every person is written in one way only."
    else:
        forms = rows.loc[rows["entity"] == top["entity"]].sort_values("n", ascending=False)["form"].drop_duplicates()
        several = int((found["forms"] > 1).sum())
        sentence = (f"{several} of {count(len(found), 'person')} {plural('is', several)} written in more than one way, "
                    f"{top['name']} in {top['forms']}: {listing(map(quoted, forms), limit=6)}.")
    return Finding("entities-spellings", sentence, f"{int(rows['n'].sum())} names of {count(len(found), 'person')}",
                   "entities", described(t))


def voices_findings(t: Tables) -> list[Finding]:
    """voices-states, voices-heard, voices-quoted, voices-narrator, voices-unheard, voices-silent, voices-about."""
    return [_states(t), _heard(t), _quoted(t), _narrator(t), _unheard(t), _silent(t), _about(t)]


def _attributed(t: Tables) -> int:
    rows = voices.voiced(t)
    return len(rows.loc[rows["speaker"] != NARRATOR, ["doc_id", "sentence"]].drop_duplicates())


def _states(t: Tables) -> Finding:
    rows, whole = voices.by_state(t), _attributed(t)
    n = of(whole, len(t.sentences), "sentence")
    if not whole:
        sentence = ("No sentence is attributed to anybody: the outlets speak alone." if len(t.sentences)
                    else "Nothing is said.")
        return Finding("voices-states", sentence, n, "voices", described(t))
    sides, other = rows.loc[rows["state"] != UNKNOWN], rows.loc[rows["state"] == UNKNOWN]
    told = [f"{r.n} ({percent(r.n, whole)}) {plural('is', r.n)} spoken for {r.name}"
            for r in sides[["n", "name"]].itertuples(index=False, name="Row")]
    if len(other):
        n_other = int(other["n"].iloc[0])
        told.append(f"{n_other} {plural('is', n_other)} spoken by people or bodies of no state that is known")
    sentence = f"Of the {count(whole, 'sentence')} attributed to somebody, {listing(told)}."
    joint = int(rows["n"].sum()) - whole
    if joint > 0:
        joint_ = capital(count(joint, "sentence", words=True))
        sentence += f" {joint_} spoken jointly {plural('is', joint)} counted for each side."
    return Finding("voices-states", sentence, n, "voices",
                   described(t, "Who speaks follows from where the meetings took place and who reports them."))


def _heard(t: Tables) -> Finding:
    rows, whole = voices.heard(t), len(t.sentences)
    n = of(_attributed(t), whole, "sentence")
    if not len(rows):
        return Finding("voices-heard", "Nobody is heard.", n, "voices", described(t))
    top = most(rows)
    each = " each" if len(top) > 1 else ""
    sentence = (f"{listing(top['name'], limit=4)} {plural('is', len(top))} heard most, in "
                f"{of(int(top['n'].iloc[0]), whole, 'sentence')}{each}; {count(len(rows), 'speaker')} "
                f"{plural('is', len(rows))} heard in all.")
    return Finding("voices-heard", sentence, n, "voices", described(t))


def _quoted(t: Tables) -> Finding:
    whole = _attributed(t)
    rows = voices.quotation(t, "article")
    n, some = int(rows["n"].sum()), rows.loc[rows["n"] > 0]
    if not whole:
        sentence = "Nothing is attributed, so nothing is quoted."
    elif not n:
        sentence = (f"None of {count(whole, 'attributed sentence')} holds the speaker's own words in quotation marks.")
    else:
        where = of(len(some), len(t.articles), "article")
        where = f"all of them in {some['label'].iloc[0]}" if len(some) == 1 and n > 1 else f"in {where}"
        rest = "" if n == whole else "; the rest is paraphrase"
        sentence = (f"{of(n, whole, 'attributed sentence')} ({percent(n, whole)}) {verb('hold', n)} the speaker's own "
                    f"words in quotation marks, {where}{rest}.")
    return Finding("voices-quoted", sentence, of(n, whole, "attributed sentence"), "voices",
                   described(t, "A paraphrase is the reporter's wording, also where it praises."))


def _narrator(t: Tables) -> Finding:
    rows = voices.narrator_share(t, "article")
    rows = rows.loc[rows["of"] > 0]
    n, whole = int(rows["n"].sum()), int(rows["of"].sum())
    if not whole:
        return Finding("voices-narrator", "There is no sentence to attribute.", "0 sentences", "voices", described(t))
    sentence = f"The outlets tell {of(n, whole, 'sentence')} ({percent(n, whole)}) in their own voice"
    low, high = rows["share"].min(), rows["share"].max()
    if len(rows) > 1 and low < high:
        least, top = (rows.loc[rows["share"] == value, "label"].iloc[0] for value in (low, high))
        sentence += f", from {percent(low)} ({least}) to {percent(high)} ({top})"
    return Finding("voices-narrator", sentence + ".", of(n, whole, "sentence"), "voices", described(t))


def _unheard(t: Tables) -> Finding:
    rows, people = voices.unheard(t), len(entities.frequencies(t, types=("PERSON",)))
    n = of(len(rows), people, "person")
    if not people:
        sentence = "No person is named."
    elif not len(rows):
        sentence = "Everybody who is named is also heard."
    else:
        told = listing((f"{r.name} (named in {count(r.articles, 'article')})"
                        for r in rows[["name", "articles"]].itertuples(index=False, name="Row")), limit=6)
        sentence = f"{n} named {plural('is', len(rows))} never heard: {told}."
    return Finding("voices-unheard", sentence, n, "voices", described(t, "The dead are among those who cannot speak."))


def _silent(t: Tables) -> Finding:
    rows = voices.unheard_by_article(t)
    rows = rows.loc[rows["elsewhere"]].sort_values(["n", "name"], ascending=[False, True])
    if not len(rows):
        sentence = "Nobody who is heard in one article is merely named in another."
    else:
        told = listing((f"{r.name} is named {times(r.n)} in {r.label}" for r in rows.itertuples(index=False)), limit=3,
                       more="more such case")
        sentence = f"Heard elsewhere, but merely named: {told}."
    return Finding("voices-silent", sentence, count(len(rows), "such case"), "voices", described(t))


def _about(t: Tables) -> Finding:
    sides, known = parties(t), names(t)
    rows = voices.about_states(t)
    cells = {(r.speaker_state, r.state): (r.n, r.of) for r in rows.itertuples(index=False)}
    told, basis = [], []
    for side in sides:
        whole = next((w for (a, _), (_, w) in cells.items() if a == side), 0)
        if not whole or len(sides) < 2:
            continue
        other = sides[1 - sides.index(side)]
        own, theirs = (cells.get((side, state), (0, whole))[0] for state in (side, other))
        told.append(f"speakers for {name_of(known, side)} name something of {name_of(known, other)} in {theirs} of "
                    f"their {count(whole, 'sentence')} and something of their own state in {own}")
        basis.append(f"{whole} sentences for {name_of(known, side)}")
    if told:
        sentence = capital("; ".join(told)) + "."
    else:
        sentence = "No sentence is known to be spoken for one of two states, so whom they speak of cannot be told."
    return Finding("voices-about", sentence, "; ".join(basis) or "0 sentences", "voices", described(t))
