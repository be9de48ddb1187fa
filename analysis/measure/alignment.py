"""The sentences of two reports side by side, as tables; how they are found is told in ``analysis.alignment``."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from analysis.tables import kept

from .base import code_label, coded, name_of, names, selected, tidy
from .coding import _article as check_article

if TYPE_CHECKING:
    import pandas as pd

    from analysis.alignment.model import Step
    from analysis.tables import Tables

_INT, _STR, _FLOAT = "int64", "object", "float64"
_COLUMNS = {"step": _INT, "kind": _STR, "sentences_a": _STR, "sentences_b": _STR, "text_a": _STR, "text_b": _STR,
            "score": _FLOAT, "crossing": "bool", "entities": _STR, "figures": _STR, "dates": _STR, "speakers": _STR,
            "themes": _STR, "concepts": _STR, "cognates": _STR}


def align(t: Tables, a: str, b: str, kinds: Collection[str] | None = None) -> pd.DataFrame:
    """The two reports in steps, in the order of ``a``.

    ``step kind sentences_a sentences_b text_a text_b score crossing entities figures dates speakers themes concepts
    cognates``. kind: "pair", "only a" or "only b"; sentences: their numbers joined by "|"; score: from 0 to 1, above
    one half where the evidence is for the pair; crossing: the pair stands out of order (its sentences of ``b`` too,
    then); the last seven: what the pair has in common, joined by "; ": names, figures and bare numbers, dates, labels
    of themes, and words that mean the same or sound alike ("visit ~ səfər").

    kinds: the kinds of evidence to look at (``alignment.model.KINDS``); all of them if None.
    """
    check_article(t, a)
    check_article(t, b)
    made = kept(t)
    key = f"alignment {a} {b} {sorted(kinds) if kinds is not None else 'all'}"
    if key not in made:
        made[key] = _table(t, a, b, kinds)
    return made[key].copy()


def _table(t: Tables, a: str, b: str, kinds: Collection[str] | None) -> pd.DataFrame:
    from analysis.alignment.evidence import evidence
    from analysis.alignment.features import report
    from analysis.alignment.likeness import Likeness
    from analysis.alignment.path import Aligner

    one, other = report(t, a), report(t, b)
    known = names(t)
    out = []
    for number, step in enumerate(Aligner(Likeness(one, other, kinds)).align()):
        found = evidence(one, other, step)
        sides = [[report.units[place] for place in places] for report, places in ((one, step.a), (other, step.b))]
        row = {"step": number, "kind": _kind(step), "score": step.score, "crossing": step.crossing}
        for side, units in zip("ab", sides, strict=True):
            row[f"sentences_{side}"] = "|".join(str(unit.number) for unit in units)
            row[f"text_{side}"] = " ".join(" ".join(unit.text for unit in units).split())
        for kind in ("entities", "speakers"):
            row[kind] = "; ".join(sorted(name_of(known, value) for value in found.get(kind, ())))
        row["figures"] = "; ".join([*found.get("figures", ()), *found.get("numbers", ())])
        row["dates"] = "; ".join(found.get("dates", ()))
        row["themes"] = "; ".join(code_label(value) for value in found.get("themes", ()))
        for kind in ("concepts", "cognates"):
            row[kind] = "; ".join(f"{word} ~ {its}" for word, its in found.get(kind, ()))
        out.append(row)
    return tidy(out, _COLUMNS)


def _kind(step: Step) -> str:
    return "pair" if step.a and step.b else "only a" if step.a else "only b"


def left_out(t: Tables, a: str, b: str) -> pd.DataFrame:
    """Sentences of ``b`` that align with nothing in ``a``: ``sentence text themes entities new``.

    new: those of its entities that ``a`` does not name at all; lists joined by "; ".
    """
    steps = align(t, a, b)
    numbers = {int(cell) for cell in steps.loc[steps["kind"] == "only b", "sentences_b"]}
    named = selected(t)
    in_a = set(named.loc[named["doc_id"] == a, "entity"])
    known = names(t)
    own = named.loc[named["doc_id"] == b].groupby("sentence")["entity"].agg(lambda s: list(dict.fromkeys(s))).to_dict()
    themes = coded(t, "theme")
    what = themes.loc[themes["doc_id"] == b].groupby("sentence")["code"].agg(list).to_dict()
    rows = t.sentences.loc[(t.sentences["doc_id"] == b) & t.sentences["sentence"].isin(numbers)]
    out = [{"sentence": r.sentence, "text": " ".join(r.text.split()),
            "themes": "; ".join(code_label(code) for code in what.get(r.sentence, [])),
            "entities": "; ".join(name_of(known, entity) for entity in own.get(r.sentence, [])),
            "new": "; ".join(name_of(known, entity) for entity in own.get(r.sentence, []) if entity not in in_a)}
           for r in rows.itertuples(index=False)]
    return tidy(out, {"sentence": _INT, "text": _STR, "themes": _STR, "entities": _STR, "new": _STR})
