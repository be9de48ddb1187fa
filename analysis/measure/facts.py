"""Single numbers and names for the book's prose, by chapter, under short stable keys.

Every key is there for every corpus; a number of nothing is 0 and a list of nothing is "none", so that prose never
breaks. Numbers are plain ints, shares are whole per cent in words ("61%").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import claims, coding, conflicts, entities, pairs, promises, relations, tone, voices
from .base import FRAMES, LANGUAGES, NARRATOR, THEMES, code_label, coded, name_of, names, parties
from .findings_pair import chosen_pair, labels
from .intervals import MINIMUM_UNITS, smallness
from .wording import capital, listing, percent, years

if TYPE_CHECKING:
    import pandas as pd

    from analysis.tables import Tables

Facts = dict[str, str | int]


def _first(rows: pd.DataFrame, column: str, otherwise: str = "nobody") -> str:
    return str(rows[column].iloc[0]) if len(rows) else otherwise


def _key(prefix: str, code: str) -> str:
    return f"{prefix}_{code.replace('-', '_')}"


def _number(rows: pd.DataFrame, column: str = "n") -> int:
    return int(rows[column].iloc[0]) if len(rows) else 0


def corpus_facts(t: Tables) -> Facts:
    """articles, events, sentences, outlets, languages, language_count, countries, years, first_year, last_year,
    dated, undated, retold, removals, removed_articles, minimum_units (below which nothing is inferred), smallness."""
    a = t.articles
    dated = sorted(int(year) for year in a["year"].dropna())
    spoken = a["language"].dropna().drop_duplicates()
    return {
        "articles": len(a), "events": a["event"].nunique(), "sentences": len(t.sentences),
        "outlets": a["outlet"].nunique(),
        "languages": listing(LANGUAGES.get(code, code) for code in spoken), "language_count": len(spoken),
        "countries": listing(a["outlet_country"].dropna().drop_duplicates()),
        "years": years(dated) if dated else "none", "first_year": dated[0] if dated else "none",
        "last_year": dated[-1] if dated else "none", "dated": len(dated), "undated": len(a) - len(dated),
        "retold": len(pairs.events_with_several(t)), "removals": len(t.removals),
        "removed_articles": t.removals["doc_id"].nunique(), "minimum_units": MINIMUM_UNITS, "smallness": smallness(t)}


_TYPES = {"people": "PERSON", "states": "COUNTRY", "places": "PLACE", "bodies": "ORG"}


def entities_facts(t: Tables) -> Facts:
    """entities, mentions, names, demonyms, roles, people, states, places, bodies, top, top_n, second, second_n,
    top_person, top_person_n, everywhere, everywhere_n, once, once_share, third, third_n, pair_n, party_a, party_b,
    smallness."""
    rows = entities.frequencies(t)
    kinds, types = (rows[["names", "demonyms", "roles"]].sum(), rows["type"].value_counts())
    people = rows.loc[rows["type"] == "PERSON"]
    everywhere = rows.loc[(rows["articles"] == len(t.articles)) & (len(t.articles) > 1)]
    once, third = rows.loc[rows["articles"] == 1], entities.third_parties(t)
    edges, known = entities.cooccurrence(t), names(t)
    sides = [name_of(known, side) for side in parties(t)] + ["nobody", "nobody"]
    return {
        "entities": len(rows), "mentions": int(rows["n"].sum()), **{kind: int(n) for kind, n in kinds.items()},
        **{key: int(types.get(of_type, 0)) for key, of_type in _TYPES.items()},
        "top": _first(rows, "name", "nothing"), "top_n": _number(rows),
        "second": _first(rows[1:], "name", "nothing"), "second_n": _number(rows[1:]),
        "top_person": _first(people, "name"), "top_person_n": _number(people),
        "everywhere": listing(everywhere["name"], limit=6), "everywhere_n": len(everywhere),
        "once": len(once), "once_share": percent(len(once), len(rows)), "third": listing(third["name"], limit=6),
        "third_n": len(third), "pair": f"{_first(edges, 'a_name', 'nothing')} and {_first(edges, 'b_name', 'nothing')}",
        "pair_n": _number(edges), "party_a": sides[0], "party_b": sides[1], "smallness": smallness(t)}


def voices_facts(t: Tables) -> Facts:
    """sentences, attributed, attributed_share, narrator, narrator_share, speakers, top_speaker, top_speaker_n,
    quoted, quoted_share, quoted_articles, unheard, unheard_n, people, party_a, party_a_n, party_b, party_b_n,
    smallness."""
    whole, rows = len(t.sentences), voices.heard(t)
    told = int(voices.narrator_share(t, "all")["n"].sum())
    spoken = whole - told
    quoted = voices.quotation(t, "article")
    unheard, known = voices.unheard(t), names(t)
    states = dict(voices.by_state(t)[["state", "n"]].itertuples(index=False, name=None))
    sides = [*parties(t), "nobody", "nobody"]
    return {
        "sentences": whole, "attributed": spoken, "attributed_share": percent(spoken, whole), "narrator": told,
        "narrator_share": percent(told, whole), "speakers": len(rows), "top_speaker": _first(rows, "name"),
        "top_speaker_n": _number(rows), "quoted": int(quoted["n"].sum()),
        "quoted_share": percent(int(quoted["n"].sum()), spoken), "quoted_articles": int((quoted["n"] > 0).sum()),
        "unheard": listing(unheard["name"], limit=6), "unheard_n": len(unheard),
        "people": len(entities.frequencies(t, types=("PERSON",))), "party_a": name_of(known, sides[0]),
        "party_a_n": int(states.get(sides[0], 0)), "party_b": name_of(known, sides[1]),
        "party_b_n": int(states.get(sides[1], 0)), "smallness": smallness(t)}


def tone_facts(t: Tables) -> Facts:
    """sentences, positive, neutral, negative, and each as _share; evaluative, positive_of_evaluative; framed,
    framed_share, top_frame, top_frame_n; n_<frame> for each frame (hyphens as underscores); words_<group> for each
    group of relation words (sentences); smallness."""
    whole = len(t.sentences)
    tones = {name: int((t.sentences["tone"] == value).sum()) for value, name in tone.TONE_NAMES.items()}
    frames = coding.prevalence(t, "frame").sort_values(["n", "code"], ascending=[False, True])
    by_frame = dict(frames[["code", "n"]].itertuples(index=False, name=None))
    framed = len(coded(t, "frame")[["doc_id", "sentence"]].drop_duplicates())
    words = relations.relation_words(t, "all").groupby("word_group")["n"].sum()
    used = frames.loc[frames["n"] > 0]
    return {
        "sentences": whole, **tones, **{f"{name}_share": percent(n, whole) for name, n in tones.items()},
        "evaluative": whole - tones["neutral"],
        "positive_of_evaluative": percent(tones["positive"], whole - tones["neutral"]), "framed": framed,
        "framed_share": percent(framed, whole), "top_frame": _first(used, "code_label", "none"),
        "top_frame_n": _number(used), **{_key("n", code): int(by_frame.get(code, 0)) for code in FRAMES},
        **{_key("words", group): int(words.get(group, 0)) for group in relations.word_groups()},
        "smallness": smallness(t)}


def themes_facts(t: Tables) -> Facts:
    """sentences, themed, themed_share, themes (used), codes (in the codebook), top, top_n, top_share, second,
    second_n, third, third_n, absent, absent_n; n_<theme> for each theme; smallness."""
    whole = len(t.sentences)
    rows = coding.prevalence(t, "theme").sort_values(["n", "code"], ascending=[False, True])
    by_theme = dict(rows[["code", "n"]].itertuples(index=False, name=None))
    themed = len(coded(t, "theme")[["doc_id", "sentence"]].drop_duplicates())
    used = rows.loc[rows["n"] > 0]
    absent = [code_label(code) for code in THEMES if not by_theme.get(code)]
    ranked = {name: used[i:] for i, name in enumerate(("top", "second", "third"))}
    return {
        "sentences": whole, "themed": themed, "themed_share": percent(themed, whole), "themes": len(used),
        "codes": len(THEMES),
        **{name: _first(part, "code_label", "none") for name, part in ranked.items()},
        **{f"{name}_n": _number(part) for name, part in ranked.items()}, "top_share": percent(_number(used), whole),
        "absent": listing(absent), "absent_n": len(absent),
        **{_key("n", code): int(by_theme.get(code, 0)) for code in THEMES}, "smallness": smallness(t)}


def pair_facts(t: Tables) -> Facts:
    """found (0 or 1), which (a sentence that names the two), event, a, b, a_report, b_report, and a_…, b_… of:
    sentences, aligned, alone, entities, only
    (entities the other lacks), speakers, figures; both_entities, both_figures, both_speakers; smallness."""
    pair = chosen_pair(t)
    counts = ("sentences", "aligned", "alone", "entities", "only", "speakers", "figures")
    out: Facts = {"found": 0, "which": "There is no such pair in this corpus.",
                  "event": "none", "a": "none", "b": "none", "a_report": "none", "b_report": "none",
                  **{f"{side}_{what}": 0 for side in "ab" for what in counts}, "both_entities": 0, "both_figures": 0,
                  "both_speakers": 0, "smallness": smallness(t)}
    if pair is None:
        return out
    rows = t.articles.set_index("doc_id")
    steps, named, heard, quoted = (
        make(t, *pair) for make in (pairs.align, pairs.entities, pairs.voices, pairs.figures))
    heard = heard.loc[heard["speaker"] != NARRATOR]
    reports = labels(t, *pair)
    first, second = (rows.at[doc, "label"] for doc in pair)
    out["which"] = f"The reports are {first} and {second}, on “{rows.at[pair[0], 'event_label']}”."
    out |= {"found": 1, "event": str(rows.at[pair[0], "event_label"]), "smallness": smallness(t, docs=pair)}
    for what, table in (("entities", named), ("figures", quoted), ("speakers", heard)):
        out[f"both_{what}"] = int((table["where"] == "both").sum())
        for side in "ab":
            out[f"{side}_{what}"] = int(table["where"].isin(["both", side]).sum())
    for side, doc, report in zip("ab", pair, reports, strict=True):
        aligned = sum(len(cell.split("|")) for cell in steps.loc[steps["kind"] == "pair", f"sentences_{side}"])
        whole = int((t.sentences["doc_id"] == doc).sum())
        out |= {side: str(rows.at[doc, "label"]), f"{side}_report": capital(report), f"{side}_sentences": whole,
                f"{side}_aligned": aligned, f"{side}_alone": whole - aligned,
                f"{side}_only": int((named["where"] == side).sum())}
    return out


def claims_facts(t: Tables) -> Facts:
    """claims, articles (with a figure), of_articles, units, sourced, narrator, speakers, achieved, ahead (expected,
    possible or aimed at), dated (in the sentence), compared, agree, conflict, differ, once, top_speaker, top_speaker_n,
    smallness."""
    rows, compared = claims.claims(t), conflicts.quantities(t)
    by = claims.by_speaker(t)
    by = by.loc[by["speaker"] != NARRATOR]
    own = int((rows["speakers"] == NARRATOR).sum())
    return {
        "claims": len(rows), "articles": rows["doc_id"].nunique(), "of_articles": len(t.articles),
        "units": rows["unit"].nunique(), "sourced": len(rows) - own, "narrator": own, "speakers": len(by),
        "achieved": int((rows["status"] == "achieved").sum()), "ahead": int((rows["status"] != "achieved").sum()),
        "dated": int((rows["period"] != "").sum()), "compared": len(compared),
        **{kind: int((compared["relation"] == kind).sum()) for kind in ("agree", "conflict", "differ")},
        "once": claims.only_once(t)["claim"].nunique(), "top_speaker": _first(by, "name"), "top_speaker_n": _number(by),
        "smallness": smallness(t)}


def agreements_facts(t: Tables) -> Facts:
    """acts, articles (with an act), of_articles, n_<rung> for each rung, said, report, undated (how acts are dated),
    due (with a time to come), plover (acts that have a PLOVER type), smallness."""
    rows = promises.acts(t)
    basis, found = rows["date_basis"].value_counts(), rows["rung"].value_counts()
    return {
        "acts": len(rows), "articles": rows["doc_id"].nunique(), "of_articles": len(t.articles),
        **{_key("n", rung): int(found.get(rung, 0)) for rung in promises.rungs()},
        **{kind: int(basis.get(kind, 0)) for kind in (promises.SAID, promises.REPORT, promises.UNDATED)},
        "due": int((rows["due"] != "").sum()), "plover": int((rows["plover"] != "").sum()),
        "smallness": smallness(t)}


def facts(t: Tables) -> dict[str, Facts]:
    """The facts of every chapter."""
    return {"corpus": corpus_facts(t), "entities": entities_facts(t), "voices": voices_facts(t), "tone": tone_facts(t),
            "themes": themes_facts(t), "pair": pair_facts(t), "claims": claims_facts(t),
            "agreements": agreements_facts(t)}
