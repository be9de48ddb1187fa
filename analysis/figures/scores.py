"""How well each instrument reads, in detail: by layer beside simpler means, by type of name, by code, as agreement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..measure import agreement, baselines, validation
from ..measure.base import FRAMES, LANGUAGES, THEMES, TONES, code_label
from ..measure.intervals import MINIMUM_UNITS
from . import shapes, style
from .common import TYPE_LABELS, capital, count, listing
from .methods import METHOD, gold_for, records_of
from .registry import Content, NothingToShow, register

if TYPE_CHECKING:
    import pandas as pd

    from ..tables import Tables

CLASS_LABELS = {**TYPE_LABELS, "demonym": "demonyms", "role": "offices"}
TONE_LABELS = {"1": "speaks well", "0": "neither", "-1": "speaks ill"}
#: Rows of the dot plot: what to call them, (layer, code) of the program's F1; tone and names are in the baselines too.
LAYERS = {
    "names": ("mention", "name"),
    "demonyms": ("mention", "demonym"),
    "offices": ("mention", "role"),
    "named speakers": ("speaker", "named"),
    "themes": ("theme", "all"),
    "frames": ("frame", "all"),
    "tone": None,
    "figures": ("figure", "all"),
}
AXES = {"theme": "Theme", "frame": "Frame", "tone": "Tone"}


def two(value: float | None) -> str:
    """A score with two decimals; nothing for a missing one."""
    return "" if value is None or value != value else f"{value:.2f}"


def within(value: float | None, low: float | None, high: float | None) -> str:
    """A score with the range or interval it lies in: "0.94 (0.86–1.00)"."""
    bounds = f" ({two(low)}–{two(high)})" if two(low) and two(high) else ""
    return f"{two(value)}{bounds}" if two(value) else ""


def languages_of(groups: object) -> list[str]:
    """The languages among groups, in the order of the book."""
    return [language for language in LANGUAGES if language in set(groups)]  # type: ignore[call-overload]


def on_gold(gold: list[dict]) -> str:
    """What was scored: "90 sentences in 5 articles"."""
    return f"{count(sum(len(r['sentences']) for r in gold), 'sentence')} in {count(len(gold), 'article')}"


def f1_within(row: object) -> str:
    """F1 with its interval, or with the range over the articles where there is none."""
    from_articles = two(row.low)  # type: ignore[attr-defined]
    low, high = (row.low, row.high) if from_articles else (row.lowest, row.highest)  # type: ignore[attr-defined]
    return within(row.f1, low, high)  # type: ignore[attr-defined]


def brackets(articles: int) -> str:
    """What the brackets in a table of ``validation.detailed`` are, and what they mean."""
    f1 = "the range over the articles" if articles < MINIMUM_UNITS else "its 95% interval"
    exact = "at precision and recall the exact 95% interval"
    return f"In brackets: {exact}, at F1 {f1}. {validation.intervals_mean(articles)}"


@register(
    "scores-by-layer",
    "How well each instrument reads, beside simpler means",
    unit="F1 (for tone the mean of its three classes); 1 is no error",
    method=METHOD + " General tools and guesses are given the people's own sentences. The majority guess gives every "
    "sentence the commonest label.",
)
def scores_by_layer(t: Tables) -> Content:
    data = layers(gold_for(t), records_of(t))
    languages = languages_of(data["group"]) or [validation.ALL]
    several = len(languages) > 1
    rows: list[tuple[str, list, str, bool]] = []
    for language in languages:
        own = data[data["group"] == language]
        if several:
            rows.append((LANGUAGES[language], [], "", True))
        for layer, own_dots in own.groupby("layer", sort=False):
            marks = [(r.f1, style.METHODS[r.method], "") for r in own_dots.iloc[::-1].itertuples()]
            rows.append((layer, marks, f"{int(own_dots['n'].max()):,}", False))
    labels, dots, ends, headings = (list(column) for column in zip(*rows, strict=True))
    used = [method for method in style.METHODS if method in set(data["method"])]

    def draw(head):
        ticks = [(x / 4, f"{x / 4:g}") for x in range(5)]
        return shapes.dots(
            head,
            labels,
            dots,
            span=(0, 1),
            ticks=ticks,
            axis="F1. At the right: how many there are to be found (for tone: sentences).",
            key=[(method, style.METHODS[method]) for method in used],
            headings=headings,
            ends=("n", ends),
            rings=True,
        )

    gold = gold_for(t)
    said = []
    for layer, own in data[data["group"] == validation.ALL].groupby("layer", sort=False):
        first, *rest = own.itertuples()
        others = f"; {listing(f'{r.method} {two(r.f1)}' for r in rest)}" if rest else ""
        said.append(f"{layer} {two(first.f1)} (n = {first.n}{others})")
    caption = (
        f"The program and what one gets without it, on {on_gold(gold)} labelled by people"
        f"{', by language' if several else ''}. VADER and TextBlob know English only. "
        "The rules were written with these articles at hand, so expect less on others."
    )
    return Content(data, caption, f"Dot plot of F1, all languages together: {'; '.join(said)}.", on_gold(gold), draw)


def layers(gold: list[dict], system: list[dict]) -> pd.DataFrame:
    """``group layer method n f1``: the program and the simpler means, by language and over all."""
    import pandas as pd

    by = "language"
    detailed = validation.detailed(gold, system, by)
    tone = baselines.tone_table(gold, system, by).rename(columns={"of": "n", "macro_f1": "f1"})
    codes = baselines.code_table(gold, system, by).rename(columns={"gold": "n"})
    names = baselines.name_table(gold, system, by).rename(columns={"gold": "n"})
    names = names[(names["asked"] == "place and type") & (names["method"] != baselines.PROGRAM)]
    codes = codes[codes["method"] != baselines.PROGRAM]
    own = detailed.rename(columns={"gold": "n"}).assign(method=baselines.PROGRAM)
    out = []
    for layer, key in LAYERS.items():
        if key is None:
            parts = [tone]
        else:
            parts = [own[(own["layer"] == key[0]) & (own["code"] == key[1])]]
            parts += [names] if layer == "names" else [codes[codes["axis"] == key[0]]]
        out += [part.assign(layer=layer)[["group", "layer", "method", "n", "f1"]] for part in parts]
    table = pd.concat([part for part in out if len(part)], ignore_index=True)
    return table[(table["n"] > 0) & table["f1"].notna()].reset_index(drop=True)


@register(
    "scores-by-type",
    "How well names are found and linked, by language and type",
    kind="table",
    unit="mentions",
    method=METHOD,
)
def scores_by_type(t: Tables) -> Content:
    import pandas as pd

    gold, system = gold_for(t), records_of(t)
    detailed = validation.detailed(gold, system, "language")
    linked = {(r.group, r.type): r for r in validation.linking(gold, system, "language").itertuples()}
    detailed = detailed[detailed["layer"].isin(["type", "mention"]) & (detailed["code"] != "name")]
    order = {name: i for i, name in enumerate(validation.CLASSES)}
    groups = [*(languages := languages_of(detailed["group"])), validation.ALL]
    detailed = detailed[detailed["group"].isin(groups)].assign(
        place=lambda d: [(groups.index(g), order[c]) for g, c in zip(d["group"], d["code"], strict=True)]
    )
    detailed = detailed.sort_values("place").drop(columns=["place", "layer"]).rename(columns={"code": "type"})
    if len(languages) < 2:
        detailed = detailed[detailed["group"] == validation.ALL]
    found = [linked.get((r.group, r.type)) for r in detailed.itertuples()]
    data = detailed.assign(
        linked=[r.n if r else 0 for r in found],
        of_linked=[r.of if r else 0 for r in found],
        linked_low=[r.low if r else None for r in found],
        linked_high=[r.high if r else None for r in found],
    ).reset_index(drop=True)
    if not len(data):
        raise NothingToShow("neither the people nor the program found a name")
    shown = pd.DataFrame(
        {
            "Language": [LANGUAGES.get(group, "All") for group in data["group"]],
            "Mentions": [CLASS_LABELS[code] for code in data["type"]],
            "Gold": data["gold"],
            "Found": data["found"],
            "Right": data["right"],
            "Precision": [within(r.precision, r.precision_low, r.precision_high) for r in data.itertuples()],
            "Recall": [within(r.recall, r.recall_low, r.recall_high) for r in data.itertuples()],
            "F1": [f1_within(r) for r in data.itertuples()],
            "Linked right": [
                f"{r.linked} of {r.of_linked} ({two(r.linked_low)}–{two(r.linked_high)})" if r.of_linked else ""
                for r in data.itertuples()
            ],
        }
    )
    every = linked.get((validation.ALL, validation.ALL))
    links = f" Of {every.of:,} mentions found, {every.n:,} are linked to the right entity." if every else ""
    caption = (
        "Gold: mentions that people marked. Found: mentions that the program marked. Right: those that overlap, one to "
        f"one, and agree in type.{links} {brackets(len(gold))}"
    )
    overall = data[data["group"] == validation.ALL]
    said = "; ".join(f"{CLASS_LABELS[r.type]} {two(r.f1)} of {r.gold}" for r in overall.itertuples())
    alt = f"Table of mentions by language and type. F1 and number of gold mentions, all languages: {said}.{links}"
    return Content(data, caption, alt, on_gold(gold), shown=shown, row_headers=2)


@register(
    "scores-by-code",
    "How well each theme, frame and tone is read",
    kind="table",
    unit="sentences",
    method=METHOD,
)
def scores_by_code(t: Tables) -> Content:
    import pandas as pd

    gold, system = gold_for(t), records_of(t)
    detailed = validation.detailed(gold, system, "language")
    order = {(axis, code): i for i, (axis, code) in enumerate(_codes())}
    rows = detailed[detailed["layer"].isin(AXES) & (detailed["code"] != "all")].rename(columns={"layer": "axis"})
    rows = rows.assign(place=[order.get(key, len(order)) for key in zip(rows["axis"], rows["code"], strict=True)])
    rows = rows.sort_values(["place", "code"], kind="stable").drop(columns="place")
    if not len(rows):
        raise NothingToShow("no sentence carries a code")
    rows.insert(3, "label", [_label(axis, code) for axis, code in zip(rows["axis"], rows["code"], strict=True)])
    every = rows[rows["group"] == validation.ALL]
    languages = languages_of(rows["group"])
    f1 = {(r.group, r.axis, r.code): r for r in rows.itertuples()}
    shown = pd.DataFrame(
        {
            "Kind": [AXES[axis] for axis in every["axis"]],
            "Code": [capital(label) for label in every["label"]],
            "Gold": every["gold"],
            "Found": every["found"],
            "Right": every["right"],
            "Precision": [within(r.precision, r.precision_low, r.precision_high) for r in every.itertuples()],
            "Recall": [within(r.recall, r.recall_low, r.recall_high) for r in every.itertuples()],
            "F1": [f1_within(r) for r in every.itertuples()],
        }
        | {
            LANGUAGES[language]: [
                f"{two(row.f1)} of {row.gold}" if (row := f1.get((language, r.axis, r.code))) is not None else ""
                for r in every.itertuples()
            ]
            for language in (languages if len(languages) > 1 else [])
        }
    ).reset_index(drop=True)
    means = every[every["gold"] > 0].groupby("axis", sort=False)["f1"].mean()
    mean = listing(f"{AXES[axis].lower()}s {two(value)}" for axis, value in means.items())
    absent = [_label(axis, code) for axis, code in _codes() if ("all", axis, code) not in f1]
    caption = (
        "Sentences that carry each code: in gold, as found by the program, and right."
        f"{' At the right F1 in each language and how many gold has.' if len(languages) > 1 else ''} Mean F1 of the "
        f"codes that gold uses: {mean}.{_unseen(absent)} {brackets(len(gold))}"
    )
    least = every.sort_values(["f1", "gold"], kind="stable").head(3)
    weak = listing(f"{r.label} {two(r.f1)} ({r.gold} in gold)" for r in least.itertuples())
    alt = f"Table of scores by code. Mean F1 of the codes that gold uses: {mean}. Lowest: {weak}."
    return Content(rows.reset_index(drop=True), caption, alt, on_gold(gold), shown=shown, row_headers=2)


def _unseen(labels: list[str]) -> str:
    return f" Neither gold nor the program has {listing(labels, last='or')}." if labels else ""


def _codes() -> list[tuple[str, str]]:
    return [("theme", c) for c in THEMES] + [("frame", c) for c in FRAMES] + [("tone", str(c)) for c in TONES]


def _label(axis: str, code: str) -> str:
    return TONE_LABELS.get(code, code) if axis == "tone" else code_label(code)


@register(
    "agreement-alpha",
    "Agreement of the program with the people",
    kind="table",
    unit="Krippendorff's alpha",
    method=METHOD + " Alpha is 1 for perfect agreement and 0 for what chance would give; tone counts as ordinal.",
)
def agreement_alpha(t: Tables) -> Content:
    import pandas as pd

    gold, system = gold_for(t), records_of(t)
    data = agreement.alphas(gold, system)
    if not data["units"].any():
        raise NothingToShow("no sentence was judged by both the people and the program")
    scored = {(r.layer, r.code): r for r in agreement.scores(gold, system).itertuples()}
    rows = [scored.get((r.variable, r.code)) for r in data.itertuples()]
    data = data.assign(gold=[r.gold if r else 0 for r in rows], program=[r.system if r else 0 for r in rows])
    data.loc[data["code"] == "", ["gold", "program"]] = None
    names = {"tone": "Tone", "speaker": "Speaker", "quoted": "Quotation"}
    labels = [code_label(r.code) if r.code else names[r.variable].lower() for r in data.itertuples()]
    shown = pd.DataFrame(
        {
            "Kind": [AXES.get(r.variable, names.get(r.variable, "")) for r in data.itertuples()],
            "Code": [capital(label) if r.code else "all" for label, r in zip(labels, data.itertuples(), strict=True)],
            "Alpha": [two(value) or "undefined" for value in data["alpha"]],
            "95% interval": [f"{two(r.low)}–{two(r.high)}" if two(r.low) else "" for r in data.itertuples()],
            "Level": data["level"],
            "Sentences": data["units"],
            "In gold": [f"{n:.0f}" if n == n and n is not None else "" for n in data["gold"]],
            "By program": [f"{n:.0f}" if n == n and n is not None else "" for n in data["program"]],
            "Why undefined": [_why(r.reason, r.alpha) for r in data.itertuples()],
        }
    )
    if not data["low"].notna().any():
        shown = shown.drop(columns="95% interval")
    known = data.assign(label=labels)[data["alpha"].notna()]
    low = known[known["alpha"] < 0.8].sort_values("alpha")
    weak = listing(f"{r.label} ({two(r.alpha)})" for r in low.itertuples())
    few = count(len(gold), "article")
    caption = (
        "Each sentence is one unit; for a theme or frame the question is whether it carries it. Krippendorff asks for "
        "0.8 where conclusions are to stand and takes 0.667 for tentative ones. "
        + (f"Below 0.8: {weak}. " if weak else "All that are defined reach 0.8. ")
        + "Alpha is undefined where there was nothing to disagree on. A code that few sentences carry moves a lot with "
        "one of them. "
        + (f"No interval is given: drawing {few} again would pretend to know more." if len(gold) < MINIMUM_UNITS else
           "Intervals come from drawing articles again.")
    )  # fmt: skip
    tone = data.iloc[0]
    said = f"tone {two(tone['alpha']) or 'undefined'} on {count(int(tone['units']), 'sentence')}"
    span = f"from {two(known['alpha'].min())} to {two(known['alpha'].max())}" if len(known) else "undefined throughout"
    alt = (
        f"Table of alpha: {said}; over all variables and codes {span}; "
        f"{count(int(data['alpha'].isna().sum()), 'value')} undefined."
    )
    return Content(data, caption, alt, on_gold(gold), shown=shown, row_headers=2)


def _why(reason: str, alpha: float) -> str:
    if alpha == alpha:
        return ""
    said = reason.removeprefix("undefined: ")
    words = {"every value is 0": "no sentence carries it", "every value is 1": "every sentence carries it"}
    return words.get(said, said)
