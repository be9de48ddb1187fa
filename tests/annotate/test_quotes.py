"""Quoted speech: which stretches of a text are somebody's words, on sentences of our own."""

import pytest
from speech_support import document


def quoted(text, language="en"):
    return [text[start:end] for start, end in document(text, language).quotes]


@pytest.mark.parametrize(
    ("opening", "closing"), [("“", "”"), ("„", "“"), ("«", "»"), ('"', '"'), ("”", "”"), ("“", '"'), ("«", '"')]
)
def test_a_quotation_is_known_by_where_its_marks_stand_not_by_their_glyphs(opening, closing):
    speech = f"{opening}We are ready for talks,{closing}"
    assert quoted(f"{speech} she said.") == [speech]


def test_a_quotation_over_three_sentences_is_one_span():
    speech = "“We will build it. It takes years. The money is there,”"
    assert quoted(f"{speech} he said. The meeting ended.") == [speech]


def test_a_quotation_over_three_paragraphs_is_one_span():
    speech = "“We are friends.\nTrade is growing.\nThat is good.”"
    assert quoted(f"He noted:\n{speech}\nThe meeting ended.") == [speech]


def test_a_quotation_opened_anew_at_each_paragraph_gives_one_span_a_paragraph():
    text = "“We are friends, and that is good.\n“Trade is growing every year,” he said."
    assert quoted(text) == ["“We are friends, and that is good.", "“Trade is growing every year,”"]


def test_a_quotation_that_is_never_closed_ends_with_its_paragraph():
    text = "He said: “We are ready for talks. The money is there.\nThe meeting ended in the evening."
    assert quoted(text) == ["“We are ready for talks. The money is there."]


def test_a_quotation_that_was_never_opened_begins_with_its_sentence():
    text = "The meeting began. We are ready for talks,” she said."
    assert quoted(text) == ["We are ready for talks,”"]


def test_a_question_inside_a_quotation_does_not_end_it():
    speech = '"He asked me "Are you ready?" and I said that I was,"'
    assert quoted(f"{speech} the minister recalled.") == [speech]


def test_a_mark_glued_to_the_words_on_both_sides_still_opens():
    assert (
        quoted("It had 250 wagons.”The work is done and paid for,” he told us.")[-1]
        == "”The work is done and paid for,”"
    )


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The strategy is called “Bright Path” in English."),
        ("az", "Komitənin “Yol Xəritəsi”ndə hədəflər var."),
        ("az", "“Report”a verilən məlumata görə, səfər başlayıb."),
        ("ru", "Он награжден орденом «Достык»."),
        ("kk", "Фильм «Хабар» арнасында көрсетілді."),
        ("tr", "Toplantı “Ortak Gelecek” başlığıyla yapıldı."),
        ("az", "Tədbir “Bölünmüş dünyada etimadın bərpası: Xəzər nümunəsi” mövzusunda keçirilib."),
    ],
)
def test_names_and_titles_in_marks_are_no_speech(language, text):
    assert quoted(text, language) == []


def test_an_apostrophe_opens_nothing():
    assert quoted("The ministers' talks in Baku's centre didn't end.") == []


@pytest.mark.parametrize(
    ("language", "text", "speech"),
    [
        ("ru", "— Мы начинаем проект. Он нужен стране, — сказала она.", "— Мы начинаем проект. Он нужен стране,"),
        ("kk", "– Біз жоба бастаймыз. Ол елге қажет, – деп атап өтті министр.", "– Біз жоба бастаймыз. Ол елге қажет,"),
        ("az", "- Biz layihəyə başlayırıq, - deyə nazir bildirib.", "- Biz layihəyə başlayırıq,"),
    ],
)
def test_a_dash_introduces_speech_and_a_comma_with_a_dash_closes_it(language, text, speech):
    assert quoted(text, language) == [speech]


def test_a_dash_behind_a_dateline_introduces_nothing():
    assert quoted("АСТАНА. КАЗИНФОРМ – Министр прибыл в город, – сообщает агентство.", "ru") == []


def test_a_lower_case_fragment_is_the_speakers_wording():
    assert quoted("He called the ties “truly beneficial” and useful.") == ["“truly beneficial”"]
