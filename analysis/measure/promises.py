"""Agreements and promises: what the reports say was signed, founded, opened, visited, given, announced or wished.

Sentence by sentence, each with the words that report it. This is what the press reports, not what happened: an act
that no article mentions is not here, and one that an article calls signed may never have been.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from analysis.annotate import acts as finder
from analysis.annotate.scope import Scope
from analysis.knowledge import claimbook
from analysis.tables import kept

from . import periods, reading
from .base import LANGUAGES, NARRATOR, UNKNOWN, name_of, names, share, states, tidy
from .claims import parties_of

if TYPE_CHECKING:
    import pandas as pd

    from analysis.annotate.model import Sentence
    from analysis.tables import Tables

_INT, _STR, _FLOAT = "int64", "object", "float64"
_COLUMNS = {"act": _INT, "doc_id": _STR, "label": _STR, "reported": _STR, "language": _STR, "event": _STR,
            "sentence": _INT, "start": _INT, "end": _INT, "words": _STR, "type": _STR, "rung": _STR, "plover": _STR,
            "actors": _STR, "names": _STR, "states": _STR, "about": _STR, "about_names": _STR, "date": _STR,
            "date_basis": _STR, "date_words": _STR, "due": _STR, "due_words": _STR, "sentence_text": _STR}
#: How the date of an act is known.
SAID, REPORT, UNDATED = "said", "report", "undated"
_ABOUT = {"visit": ("PLACE", "COUNTRY", "ORG"), "programme": ("EVENT",)}
_NEAR = 12              # words (commas count as several) between an act and what it is about
_TIME = 18              # the same between an act and the time that belongs to it
_JOINED = 4             # words between two things that one act is done to
_BY = frozenset({"from", "by", "от"})
_PASSIVE = frozenset({"was", "were", "been", "being", "be"})
# Genitives, as in folded text: what stands in one owns the subject, and is none.
_OF = {"az": re.compile(r"(?:n?[iuü]n)$"), "tr": re.compile(r"'n?[iuü]n$"),
       "kk": re.compile(r"(?:[ндт][ыі]ң|[ndt][yi]ń)$")}
_ACTING = ("PERSON", "ORG", "COUNTRY")


def rungs() -> list[str]:
    """The rungs of the ladder, from the least to the most substance."""
    return list(claimbook.load().rungs)


def label(code: str, kind: str = "type") -> str:
    """What to print for a type of act or (kind "rung") for a rung."""
    listed = claimbook.load().types if kind == "type" else claimbook.load().rungs
    return listed[code].label if code in listed else code.replace("-", " ")


def plover(type_: str, rung: str) -> str:
    """The PLOVER event type of an act, "" where none fits: what is announced is AGREE; wishes, courtesies are none."""
    if rung in ("courtesy", "wish") or type_ == "courtesy":
        return ""
    return "AGREE" if rung == "intention" else claimbook.load().types[type_].plover or ""


def acts(t: Tables) -> pd.DataFrame:
    """Every act that a sentence reports, in the order of the articles and their texts.

    ``act doc_id label reported language event sentence start end words type rung plover actors names states about
    about_names date date_basis date_words due due_words sentence_text``.
    act: number from 0; reported: the report's date, "" if unknown; start, end, words: what reports it; type, rung: of
    ``knowledge/cues/act-types.yaml``; actors: entity ids joined by "|" ("" where the sentence does not say), with their
    names and states joined by "; "; about: entities that it is done to or leads to, likewise; date: when it was done or
    announced, as in ``periods``; date_basis: said (in the sentence), report (the report's own date) or undated; due:
    the time it is to be done by or runs to.
    """
    store = kept(t)
    if "acts" not in store:
        store["acts"] = _acts(t)
    return store["acts"].copy()


def _acts(t: Tables) -> pd.DataFrame:
    book, known, of_state = claimbook.load(), names(t), states(t)
    labels = t.articles.set_index("doc_id")[["label", "event", "language"]].to_dict("index")
    spoken = t.voices.groupby(["doc_id", "sentence"])["speaker"].agg(list).to_dict()
    out = []
    for doc_id, text in reading.texts(t).items():
        about = labels[doc_id]
        for number in text.numbers:
            sentence = text.sentence(number)
            if sentence is None or not text.within("act", sentence):
                continue
            words = _words(text, sentence)
            times = periods.periods(text, sentence)
            speakers = [who for who in spoken.get((doc_id, number), []) if who != NARRATOR]
            for act in finder.find(words, book):
                who = _actors(text, sentence, act, words, speakers)
                things = _about(text, sentence, act, who)
                what = [entity for _, _, entity in things]
                date, basis, said, due = _dated(text, act, things, times)
                out.append({
                    "act": len(out), "doc_id": doc_id, "label": about["label"], "reported": text.date,
                    "language": LANGUAGES.get(about["language"], about["language"]), "event": about["event"],
                    "sentence": number, "start": text.doc.tokens.starts[act.first],
                    "end": text.doc.tokens.ends[act.last], "words": text.words(act.first, act.last),
                    "type": act.type, "rung": act.rung, "plover": plover(act.type, act.rung),
                    "actors": "|".join(who), "names": "; ".join(name_of(known, one) for one in who),
                    "states": "; ".join(dict.fromkeys(of_state.get(one, UNKNOWN) for one in who)),
                    "about": "|".join(what), "about_names": "; ".join(name_of(known, one) for one in what),
                    "date": date, "date_basis": basis, "date_words": said,
                    "due": due.period if due else "", "due_words": due.words if due else "",
                    "sentence_text": " ".join(text.doc.text[sentence.start:sentence.end].split())})
    return tidy(out, _COLUMNS)


def _words(text: reading.Text, sentence: Sentence) -> finder.Words:
    scope = Scope(text.doc, [], [], text.within("rule", sentence))
    return finder.Words(
        acts=text.within("act", sentence), statuses=text.within("status", sentence),
        names=[(first, last, type_) for first, last, type_, _, kind in _named(text, sentence) if kind == "name"],
        distance=text.distance, negated=scope.negated, verb_first=text.doc.language in reading.VERB_FIRST)


def _named(text: reading.Text, sentence: Sentence) -> list[tuple[int, int, str, str, str]]:
    return [name for name in text.names if sentence.first <= name[0] < sentence.last]


def _actors(text: reading.Text, sentence: Sentence, act: finder.Act, words: finder.Words,
            speakers: list[str]) -> list[str]:
    """Who acts: whoever wishes, thanks or promises is the one who speaks; else both sides where the sentence says so,
    or the nearest name before the act (English, Russian), the first in the sentence (Azerbaijani, Kazakh, Turkish).
    Nobody, where the words are passive and do not say."""
    tokens = text.doc.tokens.words
    named = [name for name in _named(text, sentence) if name[2] in _ACTING]
    following = tokens[act.last + 1] if act.last + 1 < sentence.last else ""
    # "a gift from the Kazakh people", "the two-day visit of a delegation of …"
    if tokens[act.last] in _BY or (act.type == "visit" and following in ("of", "by")):
        return [name[3] for name in named if name[0] > act.last][:1]
    before = [name for name in named if name[1] < act.first]
    if act.type == "invitation":
        return [name[3] for name in before if name[2] != "COUNTRY"][-1:] or [name[3] for name in before][-1:]
    if speakers and (act.rung in ("courtesy", "wish") or act.type == "cooperation"):
        return speakers
    joint = [a for a, _, item in words.acts if item.role == "both" and a < act.first]
    people = [name for name in before if name[2] == "PERSON"]
    if joint and not any(name[0] > joint[-1] for name in people):
        states_ = list(dict.fromkeys(name[3] for name in before if name[2] == "COUNTRY" and name[0] > joint[-1]))
        return states_ if len(states_) > 1 else list(parties_of(text))
    if set(tokens[max(act.first - 2, 0):act.first + 1]) & _PASSIVE:
        return []
    if not words.verb_first:
        genitive = _OF.get(text.doc.language)
        before = [name for name in before if name[2] == "COUNTRY" or not genitive
                  or not genitive.search(tokens[name[1]])]
        people = [name for name in before if name[2] == "PERSON"]
    chosen = people or [name for name in before if name[2] == "ORG"] or before
    return [chosen[-1 if words.verb_first else 0][3]] if chosen else []


def _about(text: reading.Text, sentence: Sentence, act: finder.Act, actors: list[str]) -> list[tuple[int, int, str]]:
    """What the act is done to, or where a visit leads, as (first, last, entity): named things of its type near by, and
    those joined to them."""
    kinds = _ABOUT.get(act.type) or claimbook.load().types[act.type].objects
    span, verb_first = (act.first, act.last), text.doc.language in reading.VERB_FIRST
    things = [(first, last, entity) for first, last, type_, entity, kind in _named(text, sentence)
              if type_ in kinds and kind == "name" and entity not in actors]
    behind = [thing for thing in things if thing[0] > act.last]
    if verb_first == bool(behind) or act.type == "visit":
        things = behind if verb_first else [thing for thing in things if thing[1] < act.first]
    if set(text.doc.tokens.words[max(act.first - 2, 0):act.first + 1]) & _PASSIVE:
        things = [thing for thing in things if not _parted(text, thing[:2], span)]
    near = sorted((text.distance(thing[:2], span), thing) for thing in things)
    found = [thing for far, thing in near if far <= _NEAR]
    for thing in sorted(things):
        if thing not in found and any(text.distance(thing[:2], other[:2]) <= _JOINED for other in found):
            found.append(thing)
    return list({thing[2]: thing for thing in reversed(found)}.values())[::-1]


def _parted(text: reading.Text, one: reading.Span, other: reading.Span) -> bool:
    """Does a comma part two stretches of words?"""
    (_, left), (right, _) = sorted((one, other))
    tokens = text.doc.tokens
    return right > left and "," in text.doc.folded[tokens.ends[left]:tokens.starts[right]]


def _dated(text: reading.Text, act: finder.Act, things: list[tuple[int, int, str]],
           times: list[periods.Period]) -> tuple[str, str, str, periods.Period | None]:
    """(date, how it is known, the words, the time it is due): what is announced is dated by the report."""
    span, ahead = (act.first, act.last), act.rung in ("wish", "intention")

    def due_by(one: periods.Period) -> bool:
        if one.named:                       # "Programme … until 2026": the term of what is signed
            return any(first <= one.first and one.last <= last for first, last, _ in things)
        return text.distance((one.first, one.last), span) <= _TIME

    due = next((one for one in times if _ahead(one, text.date, ahead) and due_by(one)), None)
    own = periods.nearest(text, [one for one in times if one is not due and not one.period.startswith("/")], span,
                          _TIME)
    if own is not None and not ahead and act.rung != "courtesy":
        return own.period, SAID if own.period else UNDATED, own.words, due
    return (text.date, REPORT, "", due) if text.date else ("", UNDATED, "", due)


def _ahead(one: periods.Period, date: str, announced: bool) -> bool:
    """Is it a time to come: one with an end, or behind the report, or any that an announcement names?"""
    return one.period.startswith("/") or (announced and bool(one.period)) or bool(
        date and one.begins > date and not one.begins.startswith(date))


def _counted(rows: pd.DataFrame, column: str, order: list[str], articles: int) -> pd.DataFrame:
    out = [{column: code, "label": label(code, column), "n": len(own), "of": len(rows),
            "articles": own["doc_id"].nunique(), "of_articles": articles, "events": own["event"].nunique()}
           for code in order for own in [rows.loc[rows[column] == code]]] if len(rows) else []
    table = tidy(out, {column: _STR, "label": _STR, "n": _INT, "of": _INT, "share": _FLOAT, "articles": _INT,
                       "of_articles": _INT, "events": _INT})
    table["share"] = share(table["n"], table["of"])
    return table


def by_rung(t: Tables) -> pd.DataFrame:
    """``rung label n of share articles of_articles events``: acts by rung, from the lowest; rungs without any stay."""
    return _counted(acts(t), "rung", rungs(), len(t.articles))


def by_type(t: Tables) -> pd.DataFrame:
    """``type label n of share articles of_articles events``: acts by type, most frequent first; types without any
    stay."""
    table = _counted(acts(t), "type", list(claimbook.load().types), len(t.articles))
    return table.sort_values("n", ascending=False, kind="stable").reset_index(drop=True)
