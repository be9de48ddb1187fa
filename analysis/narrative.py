"""Words of the book that are computed: findings, sentences behind them, codebook, names, quality, citation.

Plain functions that return HTML or text; ``book`` shows them. Whatever stands in an article or a knowledge file is
escaped here, and words of another language carry their ``lang``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from .errors import InputError
from .measure.wording import capital, count, listing
from .tables import kept

if TYPE_CHECKING:
    import pandas as pd

    from .citing import Citation
    from .tables import Tables

#: Chapter of a finding → the page that tells it.
PAGES = {"corpus": "corpus", "entities": "entities", "voices": "voices", "tone": "tone-framing", "themes": "themes",
         "pair": "one-visit", "claims": "figures-quoted", "agreements": "agreements"}
#: Entity types in the order of the glossary, with what a reader calls them.
TYPES = {"PERSON": "People", "COUNTRY": "States", "ORG": "Bodies", "EVENT": "Events", "DOCUMENT": "Documents",
         "ROUTE": "Routes", "PLACE": "Places"}
#: Instrument → (layer, code) of its F1, or what its decisions are called; and how a reader calls it.
_INSTRUMENTS = {
    "names": (("mention", "name"), "finder of names"), "links": ("link:name", "linking of names"),
    "speakers": (("speaker", "named"), "finder of speakers"), "themes": (("theme", "all"), "coder of themes"),
    "frames": (("frame", "all"), "coder of frames"), "tone": ("tone", "judge of tone"),
    "figures": (("figure", "all"), "reader of figures")}
_UNMEASURED = "No article of this corpus was labelled by hand, so how well the program reads it is not known."


def lang(language: object) -> str:
    """The attribute that marks a text's language; nothing where it is not known."""
    return f' lang="{escape(language)}"' if isinstance(language, str) else ""


def findings_html(t: Tables, ids: Iterable[str]) -> str:
    """Findings with what they rest on and how sure they are.

    Raises
    ------
    InputError: there is no finding of an id.
    """
    from .measure.findings import CHAPTERS, by_id

    store = kept(t)
    if "findings" not in store:
        store["findings"] = by_id(t)
    found = store["findings"]
    out = []
    for id in ids:
        if id not in found:
            raise InputError(f"there is no finding “{id}”", remedy=f"Findings of {', '.join(CHAPTERS)}: "
                             f"{', '.join(found)}")
        finding = found[id]
        out.append(f'<div class="corpus-finding" id="finding-{escape(id)}"><p>{escape(finding.sentence)}</p>'
                   f'<p class="sure"><strong>n:</strong> {escape(finding.n)}. '
                   f"<strong>How sure is this?</strong> {escape(finding.sure)}</p></div>")
    return "".join(out)


def briefs_html(t: Tables, ending: str = ".html") -> str:
    """The front page's findings, each with a link to the finding in its chapter."""
    from .measure.briefs import briefs

    items = "".join(
        f'<li><a href="{PAGES[brief.chapter]}{ending}#finding-{brief.finding}"><strong>{escape(brief.number)}</strong> '
        f"{escape(brief.rest)}</a></li>" for brief in briefs(t))
    return f'<ul class="corpus-briefs">{items}</ul>' if items else "<p>The corpus is too small to show anything.</p>"


def sentence_items(t: Tables, rows: pd.DataFrame, limit: int) -> tuple[str, int]:
    """List items for the sentences of rows with ``doc_id`` and ``sentence``, in the order of the articles; how many."""
    keys = rows[["doc_id", "sentence"]].drop_duplicates()
    found = t.sentences[["doc_id", "sentence", "text"]].merge(keys, on=["doc_id", "sentence"]).merge(
        t.articles[["doc_id", "label", "language"]], on="doc_id")
    items = "".join(
        f"<li><span{lang(r.language)}>{escape(' '.join(r.text.split()))}</span> <small>({escape(r.label)}, "
        f"sentence {r.sentence + 1})</small></li>"
        for r in found.head(limit).itertuples())
    return items, len(found)


def sentences_html(t: Tables, rows: pd.DataFrame, limit: int = 20) -> str:
    """Sentences as an HTML list; what is beyond ``limit`` is counted."""
    items, whole = sentence_items(t, rows, limit)
    left = whole - limit
    more = f"<p>{left:,} more {'is' if left == 1 else 'are'} not shown.</p>" if left > 0 else ""
    return f'<ul class="corpus-sentences">{items}</ul>{more}' if items else "<p>No sentence.</p>"


def behind_html(t: Tables, groups: Mapping[str, pd.DataFrame], limit: int = 20) -> str:
    """Sentences behind a number, folded away: one fold for each group that has any."""
    folds = "".join(
        f"<details><summary>{escape(title)}: {count(len(rows[['doc_id', 'sentence']].drop_duplicates()), 'sentence')}"
        f"</summary>{sentences_html(t, rows, limit)}</details>"
        for title, rows in groups.items() if len(rows))
    return (f'<div class="corpus-behind"><p>The sentences behind it:</p>{folds}</div>' if folds
            else '<div class="corpus-behind"><p>There is no sentence behind it.</p></div>')


def groups_behind(t: Tables, what: str) -> dict[str, pd.DataFrame]:
    """Sentences (``doc_id sentence``) by what a chapter counts, most first where the order is not fixed.

    what: theme, frame (by code), tone (ill, then well), relation (by group of words), speaker, quoted, unheard
    (sentences that name each), parties (that name both states), third (parties).

    Raises
    ------
    InputError: nothing of that name is counted.
    """
    if what not in _BEHIND:
        raise InputError(f"no sentences are kept for “{what}”", remedy=f"Use one of {', '.join(_BEHIND)}")
    return _BEHIND[what](t)


def _codes(axis: str):
    def groups(t: Tables) -> dict[str, pd.DataFrame]:
        from .measure.base import code_label, coded, codes_in

        rows = coded(t, axis)
        return {capital(code_label(code)): rows.loc[rows["code"] == code] for code in codes_in(t, axis)}

    return groups


def _tones(t: Tables) -> dict[str, pd.DataFrame]:
    return {title: t.sentences.loc[t.sentences["tone"] == tone]
            for tone, title in ((-1, "Speaks ill"), (1, "Speaks well"))}


def _relation(t: Tables) -> dict[str, pd.DataFrame]:
    from .measure.relations import relation_hits, word_groups

    rows = relation_hits(t)
    return {capital(item["noun"]): rows.loc[rows["group"] == group] for group, item in word_groups().items()}


def _speakers(t: Tables) -> dict[str, pd.DataFrame]:
    from .measure.base import NARRATOR, voiced
    from .measure.voices import heard

    rows = voiced(t)
    groups = {r.name: rows.loc[rows["speaker"] == r.speaker]
              for r in heard(t)[["name", "speaker"]].itertuples(index=False, name="Row")}
    return groups | {"The outlets themselves": rows.loc[rows["speaker"] == NARRATOR]}


def _quoted(t: Tables) -> dict[str, pd.DataFrame]:
    return {"In quotation marks": t.sentences.loc[t.sentences["quoted"]]}


def _naming(t: Tables, rows: pd.DataFrame) -> dict[str, pd.DataFrame]:
    from .measure.base import selected

    named = selected(t)
    return {r.name: named.loc[named["entity"] == r.entity]
            for r in rows[["name", "entity"]].itertuples(index=False, name="Row")}


def _unheard(t: Tables) -> dict[str, pd.DataFrame]:
    from .measure.voices import unheard

    return _naming(t, unheard(t))


def _third(t: Tables) -> dict[str, pd.DataFrame]:
    from .measure.entities import third_parties

    rows = third_parties(t)
    return _naming(t, rows.loc[rows["type"] != "PLACE"])


def _parties(t: Tables) -> dict[str, pd.DataFrame]:
    from .measure.base import name_of, names, parties, selected

    sides = parties(t)
    rows = selected(t, types=("COUNTRY",))[["doc_id", "sentence", "entity"]].drop_duplicates()
    rows = rows.loc[rows["entity"].isin(sides)]
    both = rows.loc[rows.groupby(["doc_id", "sentence"])["entity"].transform("nunique") == 2]
    return {listing(name_of(names(t), side) for side in sides): both}


_BEHIND = {"theme": _codes("theme"), "frame": _codes("frame"), "tone": _tones, "relation": _relation,
           "speaker": _speakers, "quoted": _quoted, "unheard": _unheard, "parties": _parties, "third": _third}


def quality(t: Tables) -> dict[str, str]:
    """How well each instrument reads this corpus, as a sentence, by instrument: names links speakers themes frames
    tone figures."""
    from .figures.methods import gold_for, records_of
    from .figures.registry import NothingToShow
    from .measure import agreement

    try:
        gold = gold_for(t)
    except NothingToShow:
        return dict.fromkeys(_INSTRUMENTS, _UNMEASURED)
    system = records_of(t)
    f1 = {(r.layer, r.code): r for r in agreement.scores(gold, system).itertuples()}
    right = {r.what: r for r in agreement.accuracies(gold, system).itertuples()}
    on = f"on {count(len(gold), 'article')} labelled by hand"
    out = {}
    for instrument, (key, called) in _INSTRUMENTS.items():
        if isinstance(key, tuple) and key in f1:
            row = f1[key]
            said = f"F1 {row.f1:.2f} ({row.gold:,} to be found, {row.tp:,} found, {row.fp:,} found in error)"
        elif key in right and right[key].of:
            row = right[key]
            said = f"{row.n:,} of {count(int(row.of), 'decision')} right"
        else:
            out[instrument] = f"The {called} had nothing to do {on}."
            continue
        out[instrument] = f"Checked {on}, the {called} reaches this: {said}."
    return out


def codebook_html(axis: str) -> str:
    """The codebook of an axis (theme, frame, tone): definition, what counts and what does not, examples by language."""
    from .knowledge import LANGUAGE_NAMES, codebook

    out = []
    for code, item in codebook.load().items[axis].items():
        parts = [f"<p>{escape(item.definition)}</p>"]
        for title, entries in (("Counts", item.include), ("Does not count", item.exclude)):
            if entries:
                parts.append(f"<p><strong>{title}:</strong> {escape('; '.join(entries))}.</p>")
        for language, examples in item.examples.items():
            parts.append("".join(
                f'<p class="example">{escape(LANGUAGE_NAMES[language])}: <q lang="{language}">{escape(example)}</q></p>'
                for example in examples[:1]))
        cues = sum(len(group.patterns) for groups in item.cues.values() for group in groups)
        parts.append(f"<p>Known by {count(cues, 'cue')} in {count(len(item.cues), 'language')}.</p>")
        out.append(f"<details><summary>{escape(item.label)} <code>{escape(code)}</code></summary>"
                   f"{''.join(parts)}</details>")
    return f'<div class="corpus-behind corpus-codebook">{"".join(out)}</div>'


def relation_words_html() -> str:
    """The groups of words for the relation, from feeling to obligation, with their words by language."""
    from .knowledge import LANGUAGE_NAMES
    from .measure.relations import word_groups

    out = []
    for item in word_groups().values():
        words = "; ".join(f'{LANGUAGE_NAMES[language]} <span lang="{language}">{escape(", ".join(found))}</span>'
                          for language, found in item["words"].items())
        basis = escape(item.get("basis", ""))
        out.append(f"<dt>{escape(capital(item['noun']))}</dt><dd>{basis} {words}.</dd>")
    return f'<dl class="corpus-names">{"".join(out)}</dl>'


def names_html(t: Tables, types: Iterable[str] = TYPES) -> str:
    """Who and what the articles name, under the English name, with the names in the other languages."""
    from . import knowledge

    known = knowledge.load()
    out = []
    for kind in types:
        rows = t.entities.loc[t.entities["type"] == kind].sort_values("name")
        items = "".join(f"<dt>{escape(r.name)}</dt><dd>{_about(known, r.entity)}</dd>"
                        for r in rows[["name", "entity"]].itertuples(index=False, name="Row"))
        if items:
            out.append(f"<details><summary>{TYPES[kind]}: {len(rows)}</summary>"
                       f'<dl class="corpus-names">{items}</dl></details>')
    return f'<div class="corpus-behind">{"".join(out)}</div>' if out else "<p>Nothing is named.</p>"


def _about(known, entity: str) -> str:
    """Offices and names of one entity in the knowledge base, as HTML."""
    from .knowledge import LANGUAGE_NAMES

    item = known.entities.get(entity)
    if item is None:
        return "Not in the knowledge base; known from the articles alone."
    said = []
    for office in item.offices:
        title, of = capital(known.roles[office.role].titles["en"][0]), known.entities[office.of].name
        there = f" to {known.entities[office.to_state].name}" if office.to_state else ""
        bounds = (f"since {office.since}" if office.since else "") if office.until is None else (
            f"{office.since} to {office.until}" if office.since else f"until {office.until}")
        said.append(escape(f"{title} of {of}{there}{f', {bounds}' if bounds else ''}"))
    words = [f"{LANGUAGE_NAMES[language]} <span lang=\"{language}\">{escape(names[0])}</span>"
             for language, names in item.names.items() if names and language != "en"]
    former = [escape(name) for name in item.former.get("en", ())]
    parts = ["; ".join(said), ", ".join(words), f"formerly {listing(former)}" if former else ""]
    return ". ".join(capital(part) for part in parts if part) + "."


def tables_html(t: Tables) -> str:
    """What the tables hold: rows and columns of each."""
    items = "".join(f"<dt><code>{escape(name)}</code>: {count(len(table), 'row')}</dt>"
                    f"<dd>{', '.join(f'<code>{escape(column)}</code>' for column in table.columns)}</dd>"
                    for name, table in t.items())
    return f'<dl class="corpus-names">{items}</dl>'


def sources_html(t: Tables, root: Path) -> str:
    """The articles with title, author and address, how each date is known, and what the catalogue remarks."""
    from .corpus.catalogue import CATALOGUE, read_catalogue
    from .figures.common import articles, day

    path = root / "seeds" / CATALOGUE
    notes = {id: row.get("note", "") for id, row in read_catalogue(path).items()} if path.is_file() else {}
    items = []
    for r in articles(t).itertuples() if len(t.articles) else ():
        said = [f"<cite{lang(r.language)}>{escape(r.title)}</cite>"] if _text(r.title) else []
        said += [escape(part) for part in (f"by {r.author}" if _text(r.author) else "", _text(r.outlet)) if part]
        if _text(r.url).startswith(("https://", "http://")):
            said.append(f'<a href="{escape(r.url)}">{escape(r.url)}</a>')
        dated = f"Date: {day(_text(r.date))}" + (f" ({r.date_basis})" if _text(r.date_basis) else "")
        parts = [", ".join(said), escape(dated), escape(notes.get(r.doc_id, "").rstrip("."))]
        items.append(f"<dt>{escape(r.label)}</dt><dd>{'. '.join(part for part in parts if part)}.</dd>")
    return f'<dl class="corpus-names">{"".join(items)}</dl>' if items else "<p>There is no article.</p>"


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def citation_html(cited: Citation) -> str:
    """A citation as a reference, and folded away in the other styles."""
    from .citing import STYLES, apa

    named = {"chicago": "Chicago", "bibtex": "BibTeX", "ris": "RIS", "csl-json": "CSL-JSON"}
    folds = "".join(f"<details><summary>{name}</summary><pre>{escape(STYLES[style](cited).strip())}</pre></details>"
                    for style, name in named.items())
    return f'<p class="corpus-citation">{escape(apa(cited))}</p><div class="corpus-behind">{folds}</div>'
