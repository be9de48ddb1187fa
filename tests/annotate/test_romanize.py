"""One romanization a language, after the habits of the English-language press."""

import pytest

from analysis.annotate.romanize import romanize, slug


@pytest.mark.parametrize(("name", "language", "script", "expected"), [
    ("Cəlil Xəlilov", "az", "latn", "Jalil Khalilov"), ("İlqar Şıxəliyev", "az", "latn", "Ilgar Shykhaliyev"),
    ("Юрий Ежов", "ru", "cyrl", "Yuriy Yezhov"), ("Жансая Қуанышева", "kk", "cyrl", "Zhansaya Kuanysheva"),
    ("Jansaıa Qýanysheva", "kk", "latn", "Zhansaya Kuanysheva"), ("Çağrı Şahin", "tr", "latn", "Chagri Shahin"),
    ("Zhanna", "en", "latn", "Zhanna")])
def test_names_in_english_letters(name, language, script, expected):
    assert romanize(name, language, script) == expected


@pytest.mark.parametrize(("name", "language", "expected"), [
    ("Fəxrəddin Əliyev-Tağı", "az", "fakhraddin-aliyev-taghy"), ("", "en", "unnamed"), ("!?", "en", "unnamed"),
    ("<b>Ali</b> ../x", "en", "b-ali-b-x")])
def test_slugs_are_ascii_and_harmless_whatever_the_text_holds(name, language, expected):
    assert slug(name, language) == expected
