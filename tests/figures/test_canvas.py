from __future__ import annotations

from pathlib import Path

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.font_manager import FontProperties, findfont

from analysis.figures import style
from analysis.figures.canvas import Canvas, Head, height, legible, message_picture, width, wrap


@pytest.mark.parametrize(
    "text", ["Kassym-Jomart Tokayev", "Şəhidlər xiyabanı", "Қазақстан халқы Ассамблеясы", "$40 and $50"]
)
def test_measured_width_is_the_width_drawn(text):
    with style.applied():
        sheet = Canvas(Head("t"), 1)
        sheet.text(0.2, 0.5, text, points=style.SMALL)
        renderer = FigureCanvasAgg(sheet.picture).get_renderer()
        drawn = sheet.picture.texts[-1].get_window_extent(renderer).width / sheet.picture.dpi
    assert width(text, style.SMALL) == pytest.approx(drawn, rel=0.01)


def test_every_letter_of_the_five_languages_has_a_glyph(recwarn):
    letters = "çəğıöşüÇƏĞIİÖŞÜ әғқңөұүһіӘҒҚҢӨҰҮҺІ ёЁыэъ áńǵýúóŋ “”«»…–№₸€₼"
    with style.applied():
        sheet = Canvas(Head(letters), 0.5)
        style.to_png(sheet.picture, 72)
    assert not [w for w in recwarn if "Glyph" in str(w.message)]


@pytest.mark.parametrize("weight", ["normal", "bold"])
def test_text_is_set_in_the_font_of_the_repository(weight):
    with style.applied():
        assert Path(findfont(FontProperties(weight=weight))).parent == style.FONTS


def test_wrapped_lines_fit_and_lose_nothing():
    text = "State Committee on Work with Diaspora of the Republic of Azerbaijan"
    wrapped = wrap(text, 1.5, style.SMALL)
    assert wrapped.replace("\n", " ") == text
    assert all(width(line, style.SMALL) <= 1.5 for line in wrapped.split("\n"))
    assert height(wrapped) == pytest.approx(height("x") * (wrapped.count("\n") + 1))


def test_a_word_wider_than_the_room_is_broken():
    wrapped = wrap("möhkəmləndirilməsindəkilərdən", 1.0, style.SMALL)
    assert all(width(line, style.SMALL) <= 1.0 for line in wrapped.split("\n"))
    assert wrapped.replace("-\n", "") == "möhkəmləndirilməsindəkilərdən"


def test_what_does_not_fit_the_lines_becomes_an_ellipsis():
    wrapped = wrap("one two three four five six seven eight nine ten", 0.7, style.SMALL, lines=2)
    assert wrapped.count("\n") == 1
    assert wrapped.endswith("…")
    assert all(width(line, style.SMALL) <= 0.7 for line in wrapped.split("\n"))


def test_a_no_break_space_holds_words_together():
    assert wrap("Oval.az 2019\u00a0(20)", 1.0, style.SMALL).split("\n")[-1] == "2019\u00a0(20)"


def test_a_dollar_sign_is_money_not_mathematics():
    picture = message_picture(Head("Worth $1 and $2"), "Nothing to show: $3 is not $4.")
    assert style.to_png(picture, 72)
    with style.applied():
        assert not message_picture(Head("a"), "$x$").texts[-1].get_parse_math()


def test_every_sheet_has_the_same_width():
    assert message_picture(Head("t", "u", "f"), "m " * 200).get_size_inches()[0] == style.WIDTH


def test_a_character_without_a_glyph_is_replaced(recwarn):
    assert legible("50₼, 北京, Bakı") == "50₼, □□, Bakı"
    with style.applied():
        style.to_png(message_picture(Head("50₼, 北京"), "北京"), 72)
    assert not [w for w in recwarn if "Glyph" in str(w.message)]
