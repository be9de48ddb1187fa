"""What two reports of one event tell differently: left out, added, said by another, counted otherwise.

Read from ``a`` to ``b``: what only a tells is left out by b, what only b tells is added by it. Which of the two did
something cannot be known from two reports. Rests on the alignment of ``alignment.align`` and errs where that errs.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from .alignment import align
from .base import NARRATOR, code_label, coded, codes_in, name_of, names, selected, share, tidy, voiced
from .coding import _axis as check_axis
from .namesakes import one_person
from .wording import listing, quoted

if TYPE_CHECKING:
    import pandas as pd

    from analysis.tables import Tables

_INT, _STR, _FLOAT = "int64", "object", "float64"
KINDS = ("left out", "added", "other speaker", "other figure", "same")
#: Rule of a sentence whose speaker the words do not name: "it was noted that …".
_UNNAMED = "impersonal"
_COLUMNS = {"kind": _STR, "step": _INT, "what": _STR,
            **{f"{name}_{side}": _STR for name in ("sentences", "text", "entities", "figures", "speakers")
               for side in "ab"}}


def differences(t: Tables, a: str, b: str) -> pd.DataFrame:
    """``kind step what``, and of both sides ``sentences text entities figures speakers`` (``…_a``, ``…_b``).

    One row for each step of the alignment and each way in which the two differ there: a step may differ in speaker and
    in figure. kind: one of ``KINDS``. what: the difference in words; the themes of a sentence that one side has alone.
    sentences: numbers joined by "|"; entities, figures (the words of the text) and speakers: joined by "; ". A speaker
    whom the sentence itself does not name ("it was noted that …") is "unnamed", with who spoke before in brackets.
    Other figure: the step has a figure that the other report has nowhere. Raises what ``align`` raises.
    """
    sides = {side: _Side(t, doc) for side, doc in (("a", a), ("b", b))}
    out = []
    for step in align(t, a, b).itertuples(index=False):
        numbers = {side: [int(n) for n in getattr(step, f"sentences_{side}").split("|") if n] for side in "ab"}
        row = {"step": step.step, "sentences_a": step.sentences_a, "sentences_b": step.sentences_b,
               "text_a": step.text_a, "text_b": step.text_b}
        for side, own in numbers.items():
            row[f"entities_{side}"] = "; ".join(sides[side].entities(own))
            row[f"figures_{side}"] = "; ".join(sides[side].figures(own).values())
            row[f"speakers_{side}"] = "; ".join(sides[side].speakers(own))
        if step.kind != "pair":
            side = "a" if numbers["a"] else "b"
            out.append(row | {"kind": "left out" if side == "a" else "added",
                              "what": "; ".join(sides[side].themes(numbers[side]))})
            continue
        found = [(kind, what) for kind, what in (("other speaker", _other_speaker(sides, numbers)),
                                                 ("other figure", _other_figure(sides, numbers))) if what]
        out += [row | {"kind": kind, "what": what} for kind, what in found or [("same", "")]]
    return tidy(out, _COLUMNS)


class _Side:
    """One report, by sentence."""

    def __init__(self, t: Tables, doc: str) -> None:
        self.names = names(t)
        self._same = one_person(t)
        own = selected(t)
        self._named = own.loc[own["doc_id"] == doc].sort_values("start")
        self._quoted = t.figures_quoted.loc[t.figures_quoted["doc_id"] == doc].sort_values("start")
        self._voiced = _of(voiced(t), doc)
        self._themes = _of(coded(t, "theme"), doc)
        rules = t.voices.loc[t.voices["doc_id"] == doc, ["sentence", "rule"]].dropna()
        self._unnamed = {n for n, rule in rules.itertuples(index=False) if rule.startswith(_UNNAMED)}
        self.all_figures = set(zip(self._quoted["value"], self._quoted["unit"], strict=True))

    def entities(self, numbers: list[int]) -> list[str]:
        rows = self._named.loc[self._named["sentence"].isin(numbers), "entity"]
        return [name_of(self.names, entity) for entity in dict.fromkeys(rows)]

    def figures(self, numbers: list[int]) -> dict[tuple[float, str], str]:
        rows = self._quoted.loc[self._quoted["sentence"].isin(numbers), ["value", "unit", "text"]]
        return {(value, unit): " ".join(text.split()) for value, unit, text in rows.itertuples(index=False)}

    def heard(self, numbers: list[int]) -> dict[str, bool]:
        """Speaker → whether a sentence names them; the narrator only where nobody else is heard."""
        out: dict[str, bool] = {}
        for n, who in self._voiced.itertuples(index=False):
            if n in numbers:
                who = self._same.get(who, who)
                out[who] = out.get(who, False) or n not in self._unnamed
        return {who: named for who, named in out.items() if who != NARRATOR} or out

    def speakers(self, numbers: list[int]) -> list[str]:
        return [name_of(self.names, who) if named else "unnamed" if who == NARRATOR
                else f"unnamed (after {name_of(self.names, who)})" for who, named in self.heard(numbers).items()]

    def themes(self, numbers: list[int]) -> list[str]:
        rows = self._themes.loc[self._themes["sentence"].isin(numbers), "code"]
        return [code_label(code) for code in dict.fromkeys(rows)]


def _of(rows: pd.DataFrame, doc: str) -> pd.DataFrame:
    return rows.loc[rows["doc_id"] == doc].drop(columns="doc_id")


def _other_speaker(sides: dict[str, _Side], numbers: dict[str, list[int]]) -> str:
    heard = {side: sides[side].heard(numbers[side]) for side in "ab"}
    if heard["a"] == heard["b"]:
        return ""
    return " against ".join(listing(sides[side].speakers(numbers[side])) for side in "ab")


def _other_figure(sides: dict[str, _Side], numbers: dict[str, list[int]]) -> str:
    """"“120,000” against “200,000”" where the unit is the same, "only a: “tenfold”" where there is nothing like it."""
    own = {side: sides[side].figures(numbers[side]) for side in "ab"}
    alone = {side: {key: text for key, text in own[side].items() if key not in sides[other].all_figures}
             for side, other in ("ab", "ba")}
    said = []
    for key in list(alone["a"]):
        rival = next((other for other in alone["b"] if other[1] == key[1]), None)
        if rival:
            said.append(f"{quoted(alone['a'].pop(key))} against {quoted(alone['b'].pop(rival))}")
    said += [f"only {side}: {listing(map(quoted, alone[side].values()))}" for side in "ab" if alone[side]]
    return "; ".join(said)


def profile_by_alignment(t: Tables, axis: str, a: str, b: str) -> pd.DataFrame:
    """Themes or frames on what both tell and on what one tells alone: ``part code code_label n_a of_a share_a n_b of_b
    share_b``.

    part: "aligned" or "alone"; n: sentences of the part that carry the code, of: sentences of the part. Codes that
    neither part of either report carries are left out. Raises what ``align`` raises; ValueError for another axis.
    """
    check_axis(axis)
    steps = align(t, a, b)
    rows = coded(t, axis)
    out = []
    for part, chosen in (("aligned", steps["kind"] == "pair"), ("alone", steps["kind"] != "pair")):
        counts, sizes = {}, {}
        for side, doc in (("a", a), ("b", b)):
            numbers = {int(n) for cell in steps.loc[chosen, f"sentences_{side}"] for n in cell.split("|") if n}
            own = rows.loc[(rows["doc_id"] == doc) & rows["sentence"].isin(numbers)]
            counts[side], sizes[side] = Counter(own["code"]), len(numbers)
        out += [{"part": part, "code": code, "code_label": code_label(code), "n_a": counts["a"][code],
                 "of_a": sizes["a"], "n_b": counts["b"][code], "of_b": sizes["b"]} for code in codes_in(t, axis)]
    used = {row["code"] for row in out if row["n_a"] or row["n_b"]}
    table = tidy([row for row in out if row["code"] in used],
                 {"part": _STR, "code": _STR, "code_label": _STR, "n_a": _INT, "of_a": _INT, "share_a": _FLOAT,
                  "n_b": _INT, "of_b": _INT, "share_b": _FLOAT})
    table["share_a"], table["share_b"] = share(table["n_a"], table["of_a"]), share(table["n_b"], table["of_b"])
    return table
