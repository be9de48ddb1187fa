"""One code book, many comparisons: themes, frames and tone by event, side, country, language and year at a glance."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ..measure import coding, evidence
from ..measure import tone as tone_measure
from ..measure.base import NARRATOR, TONE_NAMES, UNKNOWN, selected, states, voiced
from ..measure.intervals import smallness
from . import coded, shapes, style
from .common import articles, capital, count, listing, of_all, others, percent, shade, some, without_sentence
from .framing import TONE_METHOD
from .framing import TONE_NAMES as TONE_WORDS
from .registry import Content, NothingToShow, register

if TYPE_CHECKING:
    import pandas as pd

    from ..tables import Tables

#: What is compared → what stands above its groups.
GROUPINGS = {"event": "By event", "speaker_state": "By state of the speaker",
             "outlet_country": "By country of the outlet", "language": "By language", "year": "By year"}
LIMIT = 10                  # groups of one grouping that are drawn
OUTLETS = "the outlets themselves"
_KEYS = ["doc_id", "sentence"]


class _Groups:
    """The groups that can be compared, by grouping, and sentences that say what cannot."""

    def __init__(self, data: pd.DataFrame) -> None:
        self.labels: dict[tuple[str, str], str] = {}        # (grouping, group) → label
        self.sizes: dict[tuple[str, str], int] = {}
        self.notes = ""
        for by, own in data.groupby("grouping", sort=False):
            label = {group: OUTLETS if group == NARRATOR else str(label)
                     for group, label in zip(own["group"], own["label"], strict=True)}
            of = dict(zip(own["group"], (int(n) for n in own["of"]), strict=True))
            self.notes += without_sentence(label[group] for group, n in of.items() if not n)
            full = [group for group, n in of.items() if n]
            if len(full) < 2:
                self.notes += f" {GROUPINGS[by]} there is nothing to compare: all sentences are of one group."
                continue
            self.notes += others(len(full) - LIMIT, f"group {GROUPINGS[by].lower()}")
            told = evidence.told_apart({group: capital(label[group]) for group in full[:LIMIT]})
            self.labels |= {(by, group): name for group, name in told.items()}
            self.sizes |= {(by, group): of[group] for group in told}
        if not self.labels:
            raise NothingToShow("all sentences are of one event, side, country, language and year")

    def rows(self) -> list[tuple[tuple[str, str] | None, str]]:
        """(grouping, group) and label of every row; None for the heading of a grouping."""
        out: list[tuple[tuple[str, str] | None, str]] = []
        for by, heading in GROUPINGS.items():
            own = [((by, group), label) for (grouping, group), label in self.labels.items() if grouping == by]
            out += [(None, heading), *own] if own else []
        return out

    def name(self, key: tuple[str, str]) -> str:
        """The row's name in the evidence: "By year: 2019"."""
        return f"{GROUPINGS[key[0]]}: {self.labels[key]}"

    def evidence(self, t: Tables, found: pd.DataFrame, columns: list[str]) -> pd.DataFrame:
        """Evidence of all rows from ``found`` (``doc_id sentence start end column``)."""
        import pandas as pd

        parts = []
        for by in dict.fromkeys(by for by, _ in self.labels):
            own = evidence.grouped(t, found, by)
            names = {group: self.name((grouping, group)) for grouping, group in self.labels if grouping == by}
            parts.append(own.assign(row=own["group"].map(names)).dropna(subset="row"))
        return evidence.behind(t, pd.concat(parts), [self.name(key) for key, _ in self.rows() if key], columns)


def _said(parts: list[str], limit: int = 16) -> str:
    """Parts that may hold commas themselves, in a row."""
    return "; ".join(parts[:limit]) + (f"; and {len(parts) - limit} more" if len(parts) > limit else "")


def _stacked(t: Tables, measure: Callable[[str], pd.DataFrame]) -> pd.DataFrame:
    import pandas as pd

    some(t.sentences, "there is no sentence")
    parts = [table for by in GROUPINGS if len(table := measure(by).assign(grouping=by))]
    data = pd.concat(parts, ignore_index=True)
    # events in the order of time, like years
    order = {event: i for i, event in enumerate(dict.fromkeys(articles(t)["event"]))}
    place = [(0, order.get(r.group, 0)) if r.grouping == "event" else (1, i) for i, r in enumerate(data.itertuples())]
    data = data.iloc[sorted(range(len(data)), key=place.__getitem__)].reset_index(drop=True)
    return data[["grouping", *(name for name in data.columns if name != "grouping")]]


def _codes(t: Tables, axis: str) -> Content:
    data = _stacked(t, lambda by: coding.prevalence(t, axis, by, unit="event"))
    present = set(data.loc[data["n"] > 0, "code"])
    if not present:
        raise NothingToShow(f"no sentence carries a {axis}")
    codes = [code for code in coding.codes_in(t, axis) if code in present]
    words = {code: capital(name) for code, name in zip(data["code"], data["code_label"], strict=True)}
    groups = _Groups(data)
    rows = groups.rows()
    cells = {(r.grouping, r.group, r.code): r for r in data.itertuples()}
    # speakers and single reports may have a handful of sentences: shares are drawn, with the sizes beside them
    largest = max(cells[(*key, code)].share for key, _ in rows if key for code in codes)

    def draw(head):
        return shapes.matrix(
            head,
            [shapes.with_size(label, groups.sizes[key]) if key else label for key, label in rows],
            [words[code] for code in codes],
            [[str(cells[(*key, code)].n or "") if key else "" for code in codes] for key, _ in rows],
            [[shade(cells[(*key, code)].share, largest) if key else 0 for code in codes] for key, _ in rows],
            colours=style.AXES[axis],
            headings=[key is None for key, _ in rows],
            marks=([groups.name(key) if key else "" for key, _ in rows], [words[code] for code in codes]),
        )

    found = evidence.codes(t, axis)
    behind = groups.evidence(t, found.assign(column=found["code"].map(words)), [words[code] for code in codes])
    caption = (
        f"Sentences that carry each {axis}; in brackets all sentences of the group, and the darker the cell, the "
        f"larger their share. A sentence spoken jointly for two states counts for both. {smallness(t)}{groups.notes}"
    )
    best = {key: max(codes, key=lambda code, key=key: cells[(*key, code)].n) for key, _ in rows if key}
    said = [f"{groups.labels[key]}: {words[code].lower()} ({cells[(*key, code)].n} of {groups.sizes[key]})"
            for key, code in best.items() if cells[(*key, code)].n]
    alt = f"Matrix of {axis}s by event, side, country, language and year. Most frequent: {_said(said)}."
    n = f"{count(len(t.sentences), 'sentence')}, {count(len(groups.labels), 'group')}"
    return Content(data, caption, alt, n, draw, evidence=behind)


@register(
    "themes-compared",
    "Themes by event, side, country, language and year",
    unit="sentences that carry the theme",
    method=coded.METHOD["theme"] + " The state of a speaker is that of the office held.",
)
def themes_compared(t: Tables) -> Content:
    return _codes(t, "theme")


@register(
    "frames-compared",
    "Frames by event, side, country, language and year",
    unit="sentences that carry the frame",
    method=coded.METHOD["frame"] + " The state of a speaker is that of the office held.",
)
def frames_compared(t: Tables) -> Content:
    return _codes(t, "frame")


def _tone_row(label: str, own: dict[int, int], name: str) -> shapes.Row:
    of = sum(own.values())
    parts = [(own[tone] / of if of else 0, style.TONES[tone], str(own[tone] or "")) for tone in (1, 0, -1)]
    return shapes.Row(label, parts, f"of {of}", marks=[(name, TONE_WORDS[tone]) for tone in (1, 0, -1)])


_KEY = [(TONE_WORDS[tone], style.TONES[tone]) for tone in (1, 0, -1)]


@register(
    "tone-compared",
    "Tone by event, side, country, language and year",
    unit="share of each group's sentences",
    method=TONE_METHOD + " The state of a speaker is that of the office held.",
)
def tone_compared(t: Tables) -> Content:
    data = _stacked(t, lambda by: tone_measure.counts(t, by))
    groups = _Groups(data)
    cells: dict[tuple[str, str], dict[int, int]] = {}
    for r in data.itertuples():
        cells.setdefault((r.grouping, r.group), {})[r.tone] = int(r.n)

    def draw(head):
        rows = [
            _tone_row(label, cells[key], groups.name(key)) if key else shapes.Row(label, heading=True)
            for key, label in groups.rows()
        ]
        return shapes.bars(head, rows, key=_KEY, whole=1.0)

    found = evidence.tones(t)
    behind = groups.evidence(t, found.assign(column=found["tone"].map(TONE_WORDS)), list(TONE_WORDS.values()))
    caption = (
        "Sentences by tone; numbers are sentences. A sentence spoken jointly for two states counts for both. "
        f"{smallness(t)}{groups.notes}"
    )
    said = [f"{groups.labels[key]}: {percent(cells[key][1], groups.sizes[key])} of {groups.sizes[key]}"
            for key, _ in groups.rows() if key]
    alt = f"Stacked bars of tone. Share of sentences that speak well: {_said(said)}."
    n = f"{count(len(t.sentences), 'sentence')}, {count(len(groups.labels), 'group')}"
    return Content(data, caption, alt, n, draw, evidence=behind)


@register(
    "tone-speaker-target",
    "Who speaks how of whom",
    unit="share of the speaker's sentences that name the state, or anybody or anything of it",
    method=TONE_METHOD + " A sentence that names two states counts for both; a speaker's own name does not count.",
)
def tone_speaker_target(t: Tables) -> Content:
    data = some(tone_measure.by_speaker_target(t), "no sentence names a state, or anybody or anything of one")
    speakers = list(dict.fromkeys(data["speaker"]))
    heard = [who for who in speakers if who != NARRATOR] + [who for who in speakers if who == NARRATOR]
    called = {r.speaker: OUTLETS if r.speaker == NARRATOR else "speakers of no known state" if r.speaker == UNKNOWN
              else f"speakers for {r.speaker_name}" for r in data.itertuples()}
    targets = evidence.told_apart(dict(zip(data["target"], data["target_name"], strict=True)))
    shown = data.groupby("speaker", sort=False).head(LIMIT)

    def name(who: str, target: str) -> str:
        return f"{capital(called[who])} on {targets[target]}"

    def draw(head):
        rows = []
        for who in heard:
            own = shown[shown["speaker"] == who]
            rows.append(shapes.Row(capital(called[who]), heading=True))
            rows += [_tone_row(f"on {targets[r.target]}", {tone: getattr(r, word) for tone, word in TONE_NAMES.items()},
                               name(who, r.target)) for r in own.itertuples()]
        return shapes.bars(head, rows, key=_KEY, whole=1.0)

    of_state = states(t)
    named = selected(t).sort_values("start", kind="stable")
    named = named.assign(target=named["entity"].map(lambda entity: of_state.get(entity, UNKNOWN)))
    pairs = voiced(t).merge(named, on=_KEYS)
    pairs = pairs.loc[pairs["speaker"] != pairs["entity"]]
    pairs = pairs.assign(who=pairs["speaker"].map(lambda who: of_state.get(who, UNKNOWN)))
    pairs = pairs.drop_duplicates([*_KEYS, "who", "target"]).merge(t.sentences[[*_KEYS, "tone"]], on=_KEYS)
    wanted = {(r.speaker, r.target): name(r.speaker, r.target) for r in shown.itertuples()}
    found = pairs.assign(row=[wanted.get(key) for key in zip(pairs["who"], pairs["target"], strict=True)],
                         column=pairs["tone"].map(TONE_WORDS)).dropna(subset="row")
    order = [name(who, target) for who in heard for target in shown.loc[shown["speaker"] == who, "target"]]
    behind = evidence.behind(t, found, order, list(TONE_WORDS.values()))
    blamed = data.loc[data["negative"] > 0]
    ill = (listing(f"{called[r.speaker]} on {targets[r.target]} {of_all(int(r.negative), int(r.of), 'sentence')}"
                   for r in blamed.itertuples()) if len(blamed) else "")
    caption = (
        "Sentences by tone, for each side that speaks and each state that it names; numbers are sentences. "
        + (f"Ill is spoken by {ill}. " if ill else "No such sentence speaks ill. ")
        + "The tone is the sentence's: it need not be the state named that is praised or blamed. "
        + f"{smallness(t)}{others(len(data) - len(shown), 'pair')}"
    )
    said = [f"{called[r.speaker]} on {targets[r.target]}: {r.positive} of {r.of} well"
            + (f", {r.negative} ill" if r.negative else "") for r in shown.itertuples()]
    alt = f"Stacked bars of tone by speaker and state named. {capital(_said(said))}."
    n = f"{count(int(data['of'].sum()), 'pair')} of sentence and state named"
    return Content(data, caption, alt, n, draw, evidence=behind)
