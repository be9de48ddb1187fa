"""Word clouds: entities on one scale over all languages, and words of one language at a time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..measure import entities as entity_measure
from ..measure import evidence, vocabulary
from ..measure.base import LANGUAGES, selected
from . import places, style
from .common import count, cut, listing, others, ranked, some, type_key
from .registry import Content, register

if TYPE_CHECKING:
    from ..tables import Tables

SCALE = (
    "Type grows with the square root of the count, so that the inked areas compare; placing and direction mean nothing."
)


@register(
    "entity-cloud",
    "The names, at a glance",
    unit="mentions, all languages on one scale",
    method="Every mention in any language counts for its entity, which is shown under its English name. " + SCALE,
)
def entity_cloud(t: Tables) -> Content:
    every = some(entity_measure.frequencies(t), "no person, state, place or body is named in the articles")
    top = every.head(45)
    names = [cut(name, 48) for name in top["name"]]

    def draw(head):
        words: dict[str, float] = {}
        for name, n in zip(names, top["n"], strict=True):
            words[name] = words.get(name, 0) + int(n)
        colours = {name: style.TYPES.get(kind, style.INK) for name, kind in zip(names, top["type"], strict=True)}
        return places.cloud(head, words, colours, key=type_key(top["type"]), names={name: name for name in names})

    languages = [LANGUAGES.get(code, str(code)) for code in t.articles["language"].dropna().value_counts().index]
    total = int(every["of"].iloc[0])
    caption = (
        f"The {count(len(top), 'entity')} named most often in {count(len(t.articles), 'article')} "
        f"({listing(languages)}; mentions of all "
        f"languages on one scale). {SCALE} Largest: {ranked(top, 'name', lambda r: str(r['n']))}; smallest: "
        f"{int(top['n'].min())}." + others(len(every) - len(top), "entity")
    )
    alt = f"Word cloud of entities. Largest: {ranked(top, 'name', lambda r: count(int(r['n']), 'mention'), 6)}."
    rows = selected(t)
    rows = rows.assign(row=rows["entity"].map(dict(zip(top["entity"], names, strict=True))))
    behind = evidence.behind(t, rows.dropna(subset="row"), list(dict.fromkeys(names)))
    return Content(
        every, caption, alt, f"{count(total, 'mention')} of {count(len(every), 'entity')}", draw, evidence=behind
    )


def _words(t: Tables, language: str) -> Content:
    """Content words of the report texts in one language, those for the relation in colour."""
    name = LANGUAGES[language]
    own = t.articles[t.articles["language"] == language]
    some(own, f"no article is in {name}")
    every = some(vocabulary.words(t, language), f"no content word is left in the articles in {name}")
    hits = vocabulary.relation_hits(t)
    group_of = dict(zip(hits["form"], hits["group"], strict=True))
    families = {row.form: _family(row.forms, group_of) for row in every.itertuples()}
    repeated = every[every["n"] > 1]
    often = (repeated if len(repeated) >= 12 else every).head(60)
    # the words that the book is about are shown however rare
    top = every[every["form"].isin({*often["form"], *(form for form, family in families.items() if family)})]
    colours = {form: style.relation_colour(families[form]) if families[form] else style.QUIET for form in top["form"]}
    relation = [
        (label, style.RELATION[family])
        for label, family in (
            ("friendly, neighbourly", "friendship"),
            ("brotherly", "kinship"),
            ("partners, strategic, allied", "alliance"),
        )
        if style.RELATION[family] in colours.values()
    ]

    def draw(head):
        return places.cloud(
            head,
            dict(zip(top["form"], (int(n) for n in top["n"]), strict=True)),
            colours,
            key=relation,
            names={form: form for form in top["form"]},
        )

    total = int(every["of"].iloc[0])
    caption = (
        f"The {count(len(often), 'content word')} used most in {count(len(own), 'article')} in {name}, and every word "
        f"for the relation, in colour; forms of a word together, without names and stop words. {SCALE} Largest: "
        f"{ranked(top, 'form', lambda r: str(r['n']))}; smallest: {int(top['n'].min())}."
        + others(len(every) - len(top), "word")
        + " Sizes do not compare with those of another language."
    )
    alt = (
        f"Word cloud of {name} words. Largest: "
        f"{ranked(top, 'form', lambda r: count(int(r['n']), 'occurrence'), 8)}. Words for the relation: "
        + listing(
            f"{form} ({n})" for form, n in zip(top["form"], top["n"], strict=True) if colours[form] != style.QUIET
        )
        + "."
    )
    rows = vocabulary.occurrences(t, language)
    rows = rows.assign(row=rows["word"].map(dict(zip(top["word"], top["form"], strict=True)))).dropna(subset="row")
    behind = evidence.behind(t, rows, list(top["form"]))
    return Content(
        every, caption, alt, f"{count(total, 'content word')} in {count(len(own), 'article')}", draw, evidence=behind
    )


def _family(forms: str, group_of: Mapping[str, str]) -> str:
    """The group of relation words that one of the forms ("friendly 2; friendship 1") belongs to, or nothing."""
    found = [group_of[form] for form in (part.rsplit(" ", 1)[0] for part in forms.split("; ")) if form in group_of]
    return found[0] if found else ""


CLOUD = (
    "Words inside a name are left out, and so are the stop words of the language; inflected forms count with "
    "the word they belong to. "
)


@register(
    "theme-vocabulary-cloud-en",
    "The vocabulary of the English reports",
    unit="occurrences in articles in English",
    method=CLOUD + SCALE,
)
def theme_vocabulary_cloud_en(t: Tables) -> Content:
    return _words(t, "en")


@register(
    "theme-vocabulary-cloud-az",
    "The vocabulary of the Azerbaijani reports",
    unit="occurrences in articles in Azerbaijani",
    method=CLOUD + SCALE,
)
def theme_vocabulary_cloud_az(t: Tables) -> Content:
    return _words(t, "az")
