"""Folding keeps offsets true; tokens fall where names need them to."""

import pytest

from analysis.annotate.text import fold, in_alphabet_of_2018, is_other_kazakh_latin, kazakh_latin, tokenize


@pytest.mark.parametrize("text", ["İstanbul ISIĞI ıssız", "Ёлка “ok” – ’s", "a\u00adb \u200bc ﬁ ẞ Å", "Қазақстан ΑΩ Ǆ"])
def test_folding_never_changes_the_length(text):
    assert len(fold(text)) == len(text)


def test_the_four_letters_i_are_one():
    assert fold("İlham ILHAM ılham ilham") == "ilham ilham ilham ilham"


def test_apostrophes_quotes_and_dashes_become_one_of_each():
    assert fold("Azerbaijan`s ‘x’ “y” «z» a–b") == "azerbaijan's 'x' \"y\" \"z\" a-b"


@pytest.mark.parametrize(("damaged", "right"), [("Қазaқстан", "қазақстан"), ("Tоkayev", "tokayev")])
def test_a_stray_letter_of_the_other_script_is_mended(damaged, right):
    assert fold(damaged) == right


def test_words_glued_at_a_change_of_script_fall_apart():
    assert tokenize(fold("передаетNews.kzсо ссылкой")).words == ["передает", "news", "kz", "со", "ссылкой"]


def test_numbers_with_separators_are_one_token():
    assert tokenize("200,000 and 14.5 or 1 500").words == ["200,000", "and", "14.5", "or", "1 500"]


def test_soft_hyphens_do_not_part_a_word():
    tokens = tokenize(fold("part\u00adner"))
    assert (tokens.words, tokens.starts, tokens.ends) == (["partner"], [0], [8])


def test_the_turkish_apostrophe_keeps_the_ending():
    assert tokenize(fold("Bakü'deki"), "tr").words == ["bakü'deki"]
    assert tokenize(fold("Azerbaijan's"), "en").words == ["azerbaijan", "s"]


@pytest.mark.parametrize(("cyrillic", "latin"), [
    ("Қазақстан", "Qazaqstan"), ("стратегиялық", "strategııalyq"), ("Пашинян", "Pashınıan"), ("Нью-Дели", "Nıý-Delı"),
    ("Әлиев", "Álıev"), ("Тоқаев", "Toqaev")])
def test_kazakh_in_the_latin_alphabet_of_2018(cyrillic, latin):
    assert kazakh_latin(cyrillic) == latin


@pytest.mark.parametrize(("word", "expected"), [
    ("Qırğızstan", "Қырғызстан"), ("jäne", "және"), ("şekara", "шекара"), ("kelissöz", "келіссөз"),
    ("wlttıq", "ұлттық"), ("tawar", "тауар"), ("üşin", "үшін"), ("qol", "қол"), ("elşi", "елші"),
    ("aytıldı", "айтылды")])
def test_another_latin_spelling_of_kazakh_meets_the_known_one(word, expected):
    assert in_alphabet_of_2018(word) == fold(kazakh_latin(expected))


def test_which_latin_spelling_a_kazakh_text_has():
    assert is_other_kazakh_latin("Eki eldiñ ministrleri kezdesti")
    assert not is_other_kazakh_latin("Eki eldiń mınıstrleri kezdesti")
