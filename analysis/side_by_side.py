"""Two reports of one event as a page to read: sentence beside sentence, each linked with its counterpart.

Plain anchors, so that it works without JavaScript; ``book/_static/pair.js`` only lights up counterparts that stand
elsewhere. Words of articles are escaped, each with its language.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

from .measure.wording import capital, listing, plural
from .narrative import lang

if TYPE_CHECKING:
    from .tables import Tables

#: For JupyterLab, which does not have the book's style sheet.
STYLE = """
.corpus-pair ol { list-style: none; margin: 0; padding: 0; }
.corpus-pair li { display: grid; gap: 0 1.5rem; padding: .6rem 0; margin: 0; border-top: 1px solid rgba(128,128,128,.5);
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr)); }
.corpus-pair p { margin: 0 0 .3rem; overflow-wrap: anywhere; }
.corpus-pair .which { font-size: .8rem; font-weight: 600; }
.corpus-pair .none { font-style: italic; }
.corpus-pair .notes { grid-column: 1 / -1; font-size: .85rem; }
.corpus-pair li:hover .sentence, .corpus-pair li:focus-within .sentence, .corpus-pair .sentence:target {
  background: rgba(0,114,178,.12); }
.corpus-pair mark { background: rgba(199,119,0,.25); color: inherit; padding: 0 .1em; }
"""
#: Kind of evidence of the alignment → what to call it; those that say most to a reader.
_COMMON = ("speakers", "entities", "figures", "dates", "themes")


def page(t: Tables, a: str | None = None, b: str | None = None) -> str:
    """The two reports side by side, or in a sentence why there are none; without names those that the book compares.

    Raises
    ------
    InputError: there is no such article, or it has no sentences.
    """
    from .measure import pairs

    if a is None or b is None:
        pair = pairs.chosen(t)
        if pair is None:
            return f"<p>{escape(capital(pairs.why_none(t)))}.</p>"
        a, b = pair
    return pair_html(t, a, b)


def pair_html(t: Tables, a: str, b: str) -> str:
    """The two reports as HTML, a section with a list; ids of sentences are ``pair-a-1``, ``pair-b-1`` and so on."""
    from .figures.pair import labels_of
    from .measure import pairs

    steps = pairs.align(t, a, b)
    named = pairs.entities(t, a, b)
    own = {side: set(named.loc[named["where"] == side, "entity"]) for side in "ab"}
    labels = dict(zip("ab", labels_of(t, a, b), strict=True))
    differs = _differences(t, a, b, labels)
    sides = {side: _Side(t, doc, side, labels[side], own[side]) for side, doc in (("a", a), ("b", b))}
    rows = list(steps.itertuples(index=False))
    items = []
    pointers = _pointers(rows, sides)
    for place, step in enumerate(rows):
        items += pointers.get(place, [])
        items.append(_row(step, sides, differs.get(step.step, [])))
    items += pointers.get(len(rows), [])
    label = escape(f"{labels['a']} beside {labels['b']}")
    heads = "".join(f'<p class="side {side}">{escape(labels[side])}</p>' for side in "ab")
    note = ("<p>Marked: who and what the other report never names. Each sentence leads to its counterpart, where one "
            f"was found.{_others(t, a, b)}</p>")
    return (f'<section class="corpus-pair" aria-label="{label}">{note}<div class="heads" aria-hidden="true">{heads}'
            f'</div><ol>{"".join(items)}</ol></section>')


class _Side:
    """One report: its sentences as HTML."""

    def __init__(self, t: Tables, doc: str, side: str, label: str, marked: Iterable[str]) -> None:
        articles = t.articles.set_index("doc_id")
        self.side, self.label = side, label
        self.language, self.raw = articles.at[doc, "language"], articles.at[doc, "text"]
        rows = t.sentences.loc[t.sentences["doc_id"] == doc]
        self.spans = {n: (start, end) for n, start, end in rows[["sentence", "start", "end"]].itertuples(index=False)}
        found = t.mentions.loc[(t.mentions["doc_id"] == doc) & t.mentions["entity"].isin(set(marked))]
        self.marks = sorted(found[["start", "end"]].itertuples(index=False, name=None))

    def numbers(self, step: object) -> list[int]:
        """The sentences of a step on this side."""
        return [int(n) for n in getattr(step, f"sentences_{self.side}").split("|") if n]

    def cell(self, numbers: list[int], other: _Side, theirs: list[int]) -> str:
        """The sentences, each with an anchor, and links to their counterparts."""
        which = f'<p class="which"><span class="label">{escape(self.label)}, </span>{numbered(numbers)}</p>'
        away = f' data-with="{" ".join(other.anchor(n) for n in theirs)}"' if theirs else ""
        said = "".join(f'<p class="sentence" id="{self.anchor(n)}"{lang(self.language)}{away}>{self.words(n)}</p>'
                       for n in numbers)
        return f'<div class="side {self.side}">{which}{said}{other.links(theirs)}</div>'

    def links(self, numbers: list[int]) -> str:
        """Links to sentences of this side, for the other to lead here."""
        if not numbers:
            return ""
        links = ", ".join(f'<a href="#{self.anchor(n)}">counterpart: sentence {n + 1}</a>' for n in numbers)
        return f'<p class="counterpart">{links}</p>'

    def anchor(self, number: int) -> str:
        return f"pair-{self.side}-{number + 1}"

    def words(self, number: int) -> str:
        """A sentence on one line, with what the other report never names marked."""
        at, last = self.spans[number]
        out = ""
        for start, end in self.marks:
            if at <= start and end <= last:
                out += escape(self.raw[at:start]) + f"<mark>{escape(self.raw[start:end])}</mark>"
                at = end
        return " ".join((out + escape(self.raw[at:last])).split())


def _row(step: object, sides: dict[str, _Side], differs: list[str]) -> str:
    numbers = {side: sides[side].numbers(step) for side in "ab"}
    cells = ""
    for side, other in ("ab", "ba"):
        cells += sides[side].cell(numbers[side], sides[other], numbers[other]) if numbers[side] else (
            f'<div class="side {side}"><p class="which"><span class="label">{escape(sides[side].label)}</span></p>'
            '<p class="none">no counterpart found</p></div>')
    common = "; ".join(dict.fromkeys(part for name in _COMMON for part in getattr(step, name, "").split("; ") if part))
    said = f'<p class="notes">In common: {escape(common)}.</p>' if common else ""
    said += "".join(f'<p class="notes differs">Different: {escape(what)}.</p>' for what in differs)
    kind = {"pair": "both", "only a": "only-a", "only b": "only-b"}[step.kind]
    return f'<li class="{kind}{" changed" if differs else ""}">{cells}{said}</li>'


def _pointers(rows: list, sides: dict[str, _Side]) -> dict[int, list[str]]:
    """Row → what stands before it in the place of sentences of b that are set beside one of a elsewhere.

    Where most stand elsewhere the two have no common order, and pointers would only be in the way.
    """
    crossing = [row for row in rows if row.crossing]
    if 2 * len(crossing) > sum(row.kind == "pair" for row in rows):
        return {}
    out: dict[int, list[str]] = {}
    for row in sorted(crossing, key=lambda row: sides["b"].numbers(row)):
        theirs, ours = sides["b"].numbers(row), sides["a"].numbers(row)
        place = next((i for i, other in enumerate(rows) if not other.crossing and other.sentences_b
                      and sides["b"].numbers(other)[0] > theirs[0]), len(rows))
        what = escape(f"{capital(numbered(theirs))} of {sides['b'].label}")
        where = escape(f"stands beside {numbered(ours)} of {sides['a'].label}")
        link = f'<a href="#{sides["b"].anchor(theirs[0])}">{what}</a>'
        out.setdefault(place, []).append(f'<li class="elsewhere"><p class="notes">{link} {where}.</p></li>')
    return out


def _differences(t: Tables, a: str, b: str, labels: dict[str, str]) -> dict[int, list[str]]:
    """Step → in which ways the two differ where they tell the same, in words."""
    from .measure import pairs

    rows = pairs.differences(t, a, b)
    rows = rows.loc[rows["kind"].str.startswith("other")]
    out: dict[int, list[str]] = {}
    for step, kind, what in rows[["step", "kind", "what"]].itertuples(index=False):
        for side, label in labels.items():
            what = what.replace(f"only {side}: ", f"only {label}: ")
        out.setdefault(step, []).append(f"{kind.removeprefix('other ')} ({what})")
    return out


def _others(t: Tables, a: str, b: str) -> str:
    """Which further reports of the event there are, as a sentence, if there are any."""
    rows = t.articles.set_index("doc_id")
    event = rows.at[a, "event"]
    rest = rows.loc[(rows["event"] == event) & ~rows.index.isin([a, b]), "label"]
    if event != rows.at[b, "event"] or not len(rest):
        return ""
    return escape(f" The corpus has {len(rest)} further {plural('report', len(rest))} of this event: {listing(rest)}.")


def numbered(numbers: list[int]) -> str:
    """Sentence numbers as people count them: [0] → "sentence 1", [2, 3] → "sentences 3 and 4"."""
    return f"{plural('sentence', len(numbers))} {listing(str(n + 1) for n in numbers)}"
