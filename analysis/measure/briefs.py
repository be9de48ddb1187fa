"""The findings in brief: one sentence with one number and what it is a number of, for the front page.

A brief rests on the same rows as the finding it is named after, which tells the whole. Where a corpus has nothing to
say on one, there is no brief: the front page is short rather than empty.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from . import coding, entities, pairs, relations, tone, voices
from .base import NARRATOR, UNDATED, code_label, coded, name_of, names, parties, sizes, voiced
from .findings_pair import chosen_pair, labels
from .wording import count, listing, of, plural, quoted, verb

if TYPE_CHECKING:
    from analysis.tables import Tables


@dataclass(frozen=True, slots=True)
class Brief:
    """One line of the front page: ``number`` and ``rest`` make the sentence.

    finding: id of the finding that it shortens; chapter: as in ``Finding``; number: a count with its denominator, in
    words ("4 of 5 outlets"); rest: how the sentence goes on.
    """

    finding: str
    chapter: str
    number: str
    rest: str

    @property
    def sentence(self) -> str:
        return f"{self.number} {self.rest}"


def _part(n: int, whole: int, noun: str) -> tuple[str, str]:
    """A count with its denominator, and the verb "is" that goes with it: (5, 7) → "5 of 7 …", "are"."""
    nothing = f"None of {'the ' * (whole > 1)}{count(whole, noun)}"
    return (of(n, whole, noun), plural("is", n)) if n else (nothing, "is")


def briefs(t: Tables) -> list[Brief]:
    """What the corpus shows, most telling first; what it has nothing on is left out."""
    made = (_shift(t), _one_side(t), _praise(t), _between(t), _unheard(t), _quoted(t), _left_out(t), _outlets(t))
    return [brief for brief in made if brief is not None]


def _outlets(t: Tables) -> Brief | None:
    based = t.articles.drop_duplicates("outlet")[["outlet", "outlet_country"]].dropna()
    where = based["outlet_country"].value_counts()
    if not len(where):
        return None
    country, n = str(where.index[0]), int(where.iloc[0])
    known = names(t)
    absent = [side for side in (name_of(known, party) for party in parties(t)) if side not in set(where.index)]
    nowhere = f", none in {listing(absent, 'or')}" if absent else ""
    number, be = _part(n, int(t.articles["outlet"].nunique()), "outlet")
    return Brief("corpus-outlets", "corpus", number, f"{be} based in {country}{nowhere}.")


def _shift(t: Tables) -> Brief | None:
    """The strongest word for the relation that the first year covered does not have."""
    rows = relations.relation_words(t, "year")
    rows = rows.loc[rows["group"] != UNDATED]
    used = rows.loc[rows["n"] > 0]
    years = sorted(map(int, set(rows["group"])))
    if len(years) < 2 or not len(used):
        return None
    since = {group: min(map(int, own["group"])) for group, own in used.groupby("word_group", sort=False)}
    new = [group for group in relations.word_groups() if since.get(group, years[0]) > years[0]]
    if not new:
        return None
    nouns = {group: item["noun"] for group, item in relations.word_groups().items()}
    group = new[-1]                         # the groups stand in the order from feeling to obligation
    own = rows.loc[rows["word_group"] == group]
    later = own.loc[own["group"].astype(int) >= since[group]]
    before = own.loc[own["group"].astype(int) < since[group]]
    forms = dict.fromkeys(item.rpartition(" ")[0] for cell in later["forms"] for item in cell.split("; ") if item)
    n = int(later["n"].sum())
    rest = (f"since {since[group]} {verb('speak', n)} of {nouns[group]} ({listing(map(quoted, forms), limit=3)}), "
            f"none of the {int(before['of'].sum())} before")
    first = used.loc[used["group"] == str(years[0])].sort_values("n", ascending=False)
    if len(first):
        rest += f"; in {years[0]} the usual words are those of {nouns[first['word_group'].iloc[0]]}"
    return Brief("relation-shift", "tone", of(n, int(later["of"].sum()), "sentence"), f"{rest}.")


def _one_side(t: Tables) -> Brief | None:
    """The theme that one side raises most while the other never does."""
    sides, known = parties(t), names(t)
    if len(sides) < 2:
        return None
    whole = dict(sizes(t, "speaker_state")[["group", "sentences"]].itertuples(index=False, name=None))
    if not all(whole.get(side) for side in sides):
        return None
    rows = coding.prevalence(t, "theme", "speaker_state")
    cells = {(code, group): n for code, group, n in rows[["code", "group", "n"]].itertuples(index=False, name=None)}
    alone = [(int(cells.get((code, side), 0)), code, side, other)
             for code in dict.fromkeys(rows["code"]) for side, other in (sides, sides[::-1])
             if cells.get((code, side), 0) > 1 and not cells.get((code, other), 0)]
    if not alone:
        return None
    n, code, side, other = max(alone, key=lambda item: item[0])
    rest = (f"spoken for {name_of(known, side)} {plural('is', n)} about “{code_label(code)}”, which no speaker for "
            f"{name_of(known, other)} raises.")
    return Brief("themes-one-side", "themes", of(n, int(whole[side]), "sentence"), rest)


def _praise(t: Tables) -> Brief | None:
    own = voiced(t).drop_duplicates(["doc_id", "sentence"])
    own = own.merge(t.sentences[["doc_id", "sentence", "tone"]], on=["doc_id", "sentence"])
    own = own.loc[own["tone"] == 1]
    if not len(own):
        return None
    said = int((own["speaker"] != NARRATOR).sum())
    number, be = _part(said, len(own), "sentence")
    rest = "none is told by an outlet itself" if said == len(own) else "the rest the outlets tell themselves"
    return Brief("tone-voices", "tone", number, f"of praise {be} spoken by a source; {rest}.")


def _between(t: Tables) -> Brief | None:
    sides = parties(t)
    rows = tone.by_speaker_target(t)
    rows = rows.loc[rows["speaker"].isin(sides) & rows["target"].isin(sides) & (rows["speaker"] != rows["target"])]
    whole, bad = int(rows["of"].sum()), int(rows["negative"].sum())
    if not whole:
        return None
    number, _ = _part(bad, whole, "sentence")
    rest = f"in which one side names the other {verb('speak', max(bad, 1))} ill"
    ill = t.sentences.loc[t.sentences["tone"] == -1, ["doc_id", "sentence"]]
    themes = coded(t, "theme").merge(ill, on=["doc_id", "sentence"])["code"].value_counts()
    if len(themes):
        top = themes.loc[themes == themes.max()].index
        said = listing(f"“{code_label(code)}”" for code in sorted(top))
        rest += f"; where anything is spoken ill of, the theme is most often {said}"
    return Brief("tone-between", "tone", number, f"{rest}.")


def _unheard(t: Tables) -> Brief | None:
    rows, people = voices.unheard(t), len(entities.frequencies(t, types=("PERSON",)))
    if not len(rows):
        return None
    who = f"{':' if len(rows) < 3 else ', among them'} {listing(rows['name'].head(2))}"
    rest = f"named {plural('is', len(rows))} never heard{who}."
    return Brief("voices-unheard", "voices", of(len(rows), people, "person"), rest)


def _quoted(t: Tables) -> Brief | None:
    rows = voices.quotation(t, "all")
    if not len(rows):
        return None
    n, whole = int(rows["n"].sum()), int(rows["of"].sum())
    number, _ = _part(n, whole, "sentence")
    rest = "" if n == whole else "; the others paraphrase"
    return Brief("voices-quoted", "voices", number, f"given to a speaker {verb('hold', max(n, 1))} the speaker's own "
                 f"words in quotation marks{rest}.")


def _left_out(t: Tables) -> Brief | None:
    """What the report with more sentences of its own tells and the other leaves out."""
    pair = chosen_pair(t)
    if pair is None:
        return None
    steps = pairs.align(t, *pair)
    single = steps.loc[steps["kind"] != "pair"]
    alone = {side: [int(n) for cell in single[f"sentences_{side}"] if cell for n in cell.split("|")] for side in "ab"}
    fuller = "a" if len(alone["a"]) > len(alone["b"]) else "b"
    n = len(alone[fuller])
    if not n:
        return None
    (doc, other) = pair if fuller == "a" else pair[::-1]
    name, other_name = labels(t, *pair) if fuller == "a" else labels(t, *pair)[::-1]
    rest = f"of {name} {plural('has', n)} no counterpart in {other_name} of the same event"
    rows = coded(t, "theme")
    elsewhere = set(rows.loc[rows["doc_id"] == other, "code"])
    own = rows.loc[(rows["doc_id"] == doc) & rows["sentence"].isin(alone[fuller]), "code"].value_counts()
    own = own.loc[[code for code in own.index if code not in elsewhere]]
    if len(own):
        rest += f", among them all on “{code_label(own.index[0])}”"
    return Brief("pair-left-out", "pair", of(n, int((t.sentences["doc_id"] == doc).sum()), "sentence"), f"{rest}.")
