"""The program beside simpler means on the same sentences, and its shares corrected for its measured error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..measure import baselines, corrected, validation
from ..measure.base import LANGUAGES
from ..measure.intervals import MINIMUM_UNITS
from .common import capital, count, listing, percent
from .methods import METHOD, gold_for, records_of
from .registry import Content, NothingToShow, register
from .scores import languages_of, on_gold, two, within

if TYPE_CHECKING:
    import pandas as pd

    from ..tables import Tables

GIVEN = "Every method is given the people's own sentences."


def _by_language(data: pd.DataFrame) -> list[tuple[str, str]]:
    """Groups to show and what to call them: all, and each language if there are several."""
    languages = languages_of(data["group"])
    return [(validation.ALL, "All")] + [(code, LANGUAGES[code]) for code in languages if len(languages) > 1]


@register(
    "tone-baselines",
    "Tone: the program beside general tools",
    kind="table",
    unit="sentences",
    method=f"{METHOD} {GIVEN} VADER: compound score of 0.05 and more is taken for praise, of -0.05 and less for blame. "
    "TextBlob: the sign of its polarity. Majority guess: every sentence has the commonest tone.",
)
def tone_baselines(t: Tables) -> Content:
    import pandas as pd

    gold = gold_for(t)
    data = baselines.tone_table(gold, records_of(t), "language")
    if not len(data):
        raise NothingToShow("no sentence has a tone")
    cells = {(r.method, r.group): r for r in data.itertuples()}
    methods = list(dict.fromkeys(data["method"]))
    shown = pd.DataFrame(
        [
            {"Method": capital(method), "Sentences right": f"{cells[method, 'all'].right} of {cells[method, 'all'].of}"}
            | {"Accuracy": within(cells[method, "all"].accuracy, cells[method, "all"].low, cells[method, "all"].high)}
            | {f"Mean F1, {name}": two(cells[method, group].macro_f1) for group, name in _by_language(data)}
            | {
                name: two(getattr(cells[method, "all"], field))
                for name, field in (
                    ("Speaks well", "f1_positive"), ("Neither", "f1_neutral"), ("Speaks ill", "f1_negative")
                )
            }
            for method in methods
        ]
    )  # fmt: skip
    said = listing(f"{method} {two(cells[method, 'all'].macro_f1)}" for method in methods)
    caption = (
        f"Mean F1 over the classes that gold uses: {said}. Accuracy with its exact 95% interval, and F1 of each class "
        "over all languages. VADER and TextBlob have English words only; on other languages they give what they give, "
        "which is mostly neither. They were made for reviews and short messages, not for reports of meetings."
    )
    return Content(data, caption, f"Table of tone by method. Mean F1: {said}.", on_gold(gold), shown=shown)


@register(
    "theme-baselines",
    "Themes and frames: the program beside a guess",
    kind="table",
    unit="sentences and their codes",
    method=f"{METHOD} {GIVEN} Majority guess: every sentence has the commonest theme and the commonest frame of all.",
)
def theme_baselines(t: Tables) -> Content:
    import pandas as pd

    gold = gold_for(t)
    data = baselines.code_table(gold, records_of(t), "language")
    if not len(data):
        raise NothingToShow("no sentence carries a code")
    cells = {(r.axis, r.method, r.group): r for r in data.itertuples()}
    rows = list(dict.fromkeys(zip(data["axis"], data["method"], strict=True)))
    shown = pd.DataFrame(
        [
            {
                "Codes": f"{axis}s",
                "Method": capital(method),
                "Gold": row.gold,
                "Found": row.found,
                "Right": row.right,
                "Precision": two(row.precision),
                "Recall": two(row.recall),
                "Mean F1 of the codes": two(row.macro_f1),
            }
            | {f"F1, {name}": two(cell.f1) if (cell := cells.get((axis, method, group))) is not None else ""
               for group, name in _by_language(data)}
            for axis, method in rows
            if (row := cells.get((axis, method, "all"))) is not None
        ]
    )  # fmt: skip
    said = listing(f"{axis}s {method} {two(cells[axis, method, 'all'].f1)}" for axis, method in rows)
    caption = (
        f"F1 over sentences and codes: {said}. The guess is the commonest code, counted in the answers themselves. No "
        "general tool knows these themes and frames."
    )
    return Content(data, caption, f"Table of themes and frames by method. F1: {said}.", on_gold(gold), shown=shown,
                   row_headers=2)  # fmt: skip


@register(
    "name-baselines",
    "Names: the program beside runs of capitals",
    kind="table",
    unit="names",
    method=f"{METHOD} {GIVEN} Runs of capitals: words with a capital that follow each other; one word is taken for a "
    "state, several for a person; a single one at the start of a sentence is left out.",
)
def name_baselines(t: Tables) -> Content:
    import pandas as pd

    gold = gold_for(t)
    data = baselines.name_table(gold, records_of(t), "language")
    if not len(data):
        raise NothingToShow("neither the people nor the program found a name")
    cells = {(r.method, r.asked, r.group): r for r in data.itertuples()}
    rows = [key for key in dict.fromkeys(zip(data["method"], data["asked"], strict=True)) if (*key, "all") in cells]
    shown = pd.DataFrame(
        [
            {
                "Method": capital(method),
                "Asked for": asked,
                "Gold": cells[method, asked, "all"].gold,
                "Found": cells[method, asked, "all"].found,
                "Right": cells[method, asked, "all"].right,
                "Precision": two(cells[method, asked, "all"].precision),
                "Recall": two(cells[method, asked, "all"].recall),
            }
            | {f"F1, {name}": two(cell.f1) if (cell := cells.get((method, asked, group))) is not None else ""
               for group, name in _by_language(data)}
            for method, asked in rows
        ]
    )  # fmt: skip
    said = listing(f"{method} {two(cells[method, asked, 'all'].f1)} ({asked})" for method, asked in rows)
    caption = (
        f"F1: {said}. Where a name stands can be guessed from its capitals; what it is cannot, and neither can a "
        "demonym, an office or the entity behind it."
    )
    return Content(data, caption, f"Table of names by method. F1: {said}.", on_gold(gold), shown=shown, row_headers=2)


@register(
    "code-shares-corrected",
    "Shares of themes and frames, corrected for the program's error",
    kind="table",
    unit="share of sentences",
    method="Design-based supervised learning (Egami, Hinck, Stewart & Wei 2023): to the program's label of each "
    "sentence is added the difference to the people's label, divided by the probability with which the sentence was "
    "drawn to be labelled by people. Standard errors by event.",
)
def code_shares_corrected(t: Tables) -> Content:
    import pandas as pd

    gold, system = gold_for(t), records_of(t)
    events = dict(zip(t.articles["doc_id"], t.articles["event"], strict=True))
    data = pd.concat(
        [corrected.code_shares(gold, system, axis, events, "event") for axis in ("theme", "frame")], ignore_index=True
    )
    used = data[(data["naive"] > 0) | (data["gold"] > 0)]
    if not len(used):
        raise NothingToShow("no sentence carries a code")
    first = used.iloc[0]
    shown = pd.DataFrame(
        {
            "Codes": used["axis"] + "s",
            "Code": [capital(label) for label in used["code_label"]],
            "Program": [_percent(value) for value in used["naive"]],
            "People": [_percent(value) for value in used["gold"]],
            "Corrected": [_percent(value) for value in used["corrected"]],
            "95% interval": [
                f"{_percent(r.low)} to {_percent(r.high)}" if r.low == r.low else "" for r in used.itertuples()
            ],
        }
    ).reset_index(drop=True)
    if not used["low"].notna().any():
        shown = shown.drop(columns="95% interval")
    units, labelled, clusters = int(first["units"]), int(first["labelled"]), int(first["clusters"])
    if first["reason"] == corrected.NOT_DRAWN:
        how = (
            f"People labelled {percent(labelled, units)} of the sentences, but those were not drawn by chance, so the "
            "other shares cannot be corrected by them."
        )
    elif labelled == units:
        how = (
            "People labelled every sentence, so the correction takes off the whole of the error and the corrected "
            "share is the people's own. It earns its keep where only a part, drawn by chance, is labelled."
        )
    else:
        how = f"People labelled {percent(labelled, units)} of the sentences, drawn by chance."
    none = (
        f" No interval is given: {count(clusters, 'event')}, and a standard error needs at least {MINIMUM_UNITS}."
        if clusters < MINIMUM_UNITS
        else ""
    )
    gap = used.assign(gap=(used["naive"] - used["gold"]).abs()).sort_values("gap", ascending=False, kind="stable")
    most = gap.iloc[0]
    widest = (
        f"The program's share is furthest from the people's for {most['code_label']}: {_percent(most['naive'])} "
        f"against {_percent(most['gold'])}."
        if most["gap"] > 0
        else "The program's shares are the people's."
    )
    caption = f"Share of {count(units, 'sentence')} that carry each code. {widest} {how}{none}"
    return Content(
        data,
        caption,
        f"Table of shares by code: the program's, the people's, corrected. {widest}",
        f"{count(units, 'sentence')}, {labelled:,} of them labelled by people",
        shown=shown,
        row_headers=2,
    )


def _percent(value: float) -> str:
    return "" if value != value else f"{100 * value:.1f}%"
