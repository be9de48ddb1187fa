"""Findings in other languages say what the book's say, number by number."""

from __future__ import annotations

import re

import pytest

from analysis.brief import findings, labels
from analysis.measure.briefs import Brief, briefs

OTHERS = ("az", "ru", "kk", "tr")


def numbers(text: str) -> list[str]:
    return re.findall(r"\d+", text)


@pytest.mark.parametrize("language", OTHERS)
def test_every_finding_of_the_seeds_is_reworded_with_the_same_numbers(seeds, language):
    for brief in briefs(seeds):
        said = findings.reworded(brief, labels.load(language))
        assert said is not None and said.language == language, brief.finding
        part = sorted(numbers(brief.number)) if numbers(brief.number)[1:] else sorted(["0", *numbers(brief.number)])
        found = numbers(said.text)
        assert all(n in found for n in part), (brief.sentence, said.text)
        assert set(found) <= {"0", *numbers(brief.sentence)}, (brief.sentence, said.text)


def test_english_is_the_books_own(seeds):
    said = findings.findings(seeds, labels.load("en"), "https://example.org/book", 3)
    assert [each.sentence.text for each in said] == [brief.sentence for brief in briefs(seeds)[:3]]
    assert all(each.url.startswith("https://example.org/book/book/") and "#finding-" in each.url for each in said)


def test_a_finding_whose_words_are_not_known_stays_english(seeds):
    ru = labels.load("ru")
    assert findings.reworded(Brief("voices-quoted", "voices", "3 of 9 sentences", "do something else."), ru) is None
    assert findings.reworded(Brief("brand-new", "voices", "3 of 9 sentences", "are new."), ru) is None
    assert findings.reworded(Brief("voices-quoted", "voices", "Some of them", "are new."), ru) is None


def test_names_and_codes_with_and_in_them_stay_whole():
    rest = "spoken for Bosnia and Herzegovina are about “trade and economy”, which no speaker for Kazakhstan raises."
    brief = Brief("themes-one-side", "themes", "2 of 21 sentences", rest)
    said = findings.reworded(brief, labels.load("ru"))
    assert "«торговля и экономика»" in said.text and "2 из 21 предложения" in said.text
    assert "Босния и Герцеговина" in said.text


def test_an_empty_corpus_has_none(nothing):
    assert findings.findings(nothing, labels.load("az"), "https://example.org") == []
