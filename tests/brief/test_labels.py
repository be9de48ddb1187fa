"""Standing text in five languages: complete, counted and filled in as each language wants it."""

from __future__ import annotations

import string

import pytest

from analysis.brief import labels
from analysis.brief.labels import Words
from analysis.errors import InputError
from analysis.figures import pinned
from analysis.knowledge import LANGUAGES, codebook

OTHERS = [language for language in LANGUAGES if language != "en"]


def holes(text: str) -> set[str]:
    return {hole for _, hole, _, _ in string.Formatter().parse(text) if hole}


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_says_all_that_english_says_with_the_same_holes(language):
    own, english = (labels.load(each).texts for each in (language, "en"))
    for group in labels.FULL:
        assert set(own[group]) == set(english[group])
    for key, text in english["sentences"].items():
        assert holes(own["sentences"][key]) == holes(text), key
    assert set(own["titles"]) <= set(pinned())


def test_all_languages_translate_the_same_things():
    first, *rest = ({group: set(texts) for group, texts in labels.load(each).texts.items()} for each in OTHERS)
    assert all(each == first for each in rest)
    for findings in zip(*(labels.load(each).texts["findings"].items() for each in OTHERS), strict=True):
        assert len({(key, frozenset(holes(text))) for key, text in findings}) == 1


@pytest.mark.parametrize("language", OTHERS)
def test_every_theme_and_frame_has_a_name(language):
    items = codebook.load().items
    said = [labels.load(language).label(item.label) for axis in ("theme", "frame") for item in items[axis].values()]
    assert all(words.language == language and words.text for words in said)
    assert len({words.text for words in said}) == len(said)


@pytest.mark.parametrize("n, said", [(1, "1 статья"), (2, "2 статьи"), (5, "5 статей"), (11, "11 статей"),
                                     (21, "21 статья"), (1234, "1\u00a0234 статьи")])
def test_numbers_take_the_form_that_russian_gives_them(n, said):
    assert labels.load("ru").counted(n, "article") == said


def test_parts_of_a_whole():
    assert labels.load("en").part(3, 40, "sentence") == "3 of 40 sentences"
    assert labels.load("ru").part(3, 41, "sentence") == "3 из 41 предложения"
    assert labels.load("ru").part(3, 40, "sentence") == "3 из 40 предложений"
    assert labels.load("tr").part(3, 40, "sentence") == "40 cümle içinde 3"


@pytest.mark.parametrize("said, expected", [
    ("90 sentences in 5 articles", Words("90 предложений, 5 статей", "ru")),
    ("2 articles, 30 sentences", Words("2 статьи, 30 предложений", "ru")),
    ("65 mentions of 13 people", Words("65 упоминаний, 13 человек", "ru")),
    ("1,234 sentences", Words("1\u00a0234 предложения", "ru")),
    ("4 articles in English", Words("4 articles in English", "en")),
    ("3 wombats in 5 articles", Words("3 wombats in 5 articles", "en")),
    ("0", Words("0", "en")),
])
def test_sizes_are_translated_whole_or_not_at_all(said, expected):
    assert labels.load("ru").size(said) == expected


def test_labels_with_names_in_them():
    ru, az = labels.load("ru"), labels.load("az")
    assert ru.label("Kazakhstan") == Words("Казахстан", "ru")
    assert ru.label("Kazakhstan's side") == Words("сторона: Казахстан", "ru")
    assert az.label("Speakers for Azerbaijan on Kazakhstan").text == "Azərbaycan adından, Qazaxıstan haqqında"
    assert ru.label("By language: English").text == "Язык: английский"
    assert ru.label("Nobody in particular") == Words("Nobody in particular", "en")
    assert ru.label("2019") == Words("2019", "ru")


def test_a_capital_i_has_its_dot_in_azerbaijani_and_turkish():
    assert labels.load("az").capital("institut") == "İnstitut" and labels.load("tr").capital("iyi") == "İyi"
    assert labels.load("en").capital("institution") == "Institution"


def test_dates():
    assert labels.load("en").day("2019-07-03") == "3 July 2019"
    assert labels.load("az").day("2020-01") == "yanvar 2020"
    assert labels.load("tr").days("2019-07-03", "2024-03-11") == "3 Temmuz 2019 – 11 Mart 2024"
    assert labels.load("ru").day(None) == labels.load("ru").days("", "") == "без даты"
    assert labels.load("az").label("3 July 2019").text == "3 iyul 2019"


def test_an_unknown_language_is_told_with_those_there_are():
    with pytest.raises(InputError, match="no language “de”.*ru \\(Russian\\)"):
        labels.load("de")


@pytest.mark.parametrize("change, said", [
    (lambda text: text.replace("    findings: Что видно из статей\n", ""), "“findings” is missing"),
    (lambda text: text.replace("    rests:", "    rest:"), "“rest.*” is (missing|not used)"),
    (lambda text: text.replace('"n = {n}."', '"n = {m}."'), "words in braces are not those of the English text"),
    (lambda text: text.replace('"n = {n}."', '"n = {n."'), "brace that does not close"),
    (lambda text: text.replace("- group: nouns", "- group: noun"), "group"),
])
def test_a_mistake_in_a_file_is_told_with_its_place(tmp_path, change, said):
    folder = tmp_path / "labels"
    folder.mkdir()
    for language in ("en", "ru"):
        text = (labels.FOLDER / "labels" / f"{language}.yaml").read_text(encoding="utf-8")
        (folder / f"{language}.yaml").write_text(change(text) if language == "ru" else text, encoding="utf-8")
    with pytest.raises(InputError, match=said) as error:
        labels.load("ru", tmp_path)
    assert "ru.yaml" in str(error.value)
