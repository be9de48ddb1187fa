"""What the lexicon finds in a sentence of each language."""

import pytest

from analysis.alignment import words
from analysis.knowledge import concepts

HEAD = "en,az,ru,kk,tr\n"
ROWS = """to sign|signing,imzala*|imza at*,подпис*,қол қой*,imzala*
customs document,gömrük sənədi,таможенный документ,кеден құжаты,gümrük belgesi
bridge,körpü,мост,көпір,köprü
"""


@pytest.fixture
def lexicon(tmp_path, monkeypatch):
    def use(rows):
        (tmp_path / "words.csv").write_text(HEAD + rows, encoding="utf-8")
        concepts.load.cache_clear()
        words.lexicon.cache_clear()
        monkeypatch.setattr(concepts, "load", lambda loaded=concepts.load: loaded(tmp_path))

    yield use
    monkeypatch.undo()
    words.lexicon.cache_clear()


def found(text, language, script="latn"):
    doc = words.document(text, [(0, len(text))], language, script)
    return {(feature.kind, feature.key, text[feature.start:feature.end]) for feature in words.features(doc)}


@pytest.mark.parametrize(("language", "script", "text", "expected"), [
    ("en", "latn", "They signed the customs documents.", ["signed", "customs documents"]),
    ("az", "latn", "Gömrük sənədləri imzalanıb, körpüdən keçiblər.", ["imzalanıb", "Gömrük sənədləri", "körpüdən"]),
    ("ru", "cyrl", "Подписаны таможенные документы о мостах.", ["Подписаны", "таможенные документы", "мостах"]),
    ("kk", "cyrl", "Кеден құжаттарына қол қойылды.", ["қол қойылды", "Кеден құжаттарына"]),
    ("kk", "latn", "Keden qujattaryna qol qoıyldy, kópirden ótti.", ["qol qoıyldy", "Keden qujattaryna", "kópirden"]),
    ("tr", "latn", "Gümrük belgeleri imzalandı.", ["imzalandı", "Gümrük belgeleri"]),
])
def test_inflected_concepts(lexicon, language, script, text, expected):
    lexicon(ROWS)
    assert {words_ for kind, _, words_ in found(text, language, script) if kind == "concept"} == set(expected)


def test_a_concept_has_one_key_in_all_languages(lexicon):
    lexicon(ROWS)
    keys = {key for text, language, script in (
        ("a bridge", "en", "latn"), ("körpü", "az", "latn"), ("мосты", "ru", "cyrl"), ("көпірдің", "kk", "cyrl"))
        for kind, key, _ in found(text, language, script) if kind == "concept"}
    assert len(keys) == 1 and words.concept_name(keys.pop()) == "bridge"


@pytest.mark.parametrize(("language", "script", "text"), [
    ("en", "latn", "On Friday, 3 May, 2.5 or seven"), ("az", "latn", "Mayın 3-də, cümə günü, yeddi və 2,5"),
    ("ru", "cyrl", "В пятницу, 3 мая, семь и 2,5"), ("kk", "cyrl", "Жұма күні, 3 мамырда жеті, 2,5"),
    ("tr", "latn", "3 Mayıs Cuma günü yedi, 2,5"),
])
def test_dates_and_numbers(language, script, text):
    keys = {(kind, key) for kind, key, _ in found(text, language, script)}
    assert keys >= {("date", "month 5"), ("number", "3"), ("number", "7"), ("number", "2.5")}
    assert any(kind == "date" and key.startswith("weekday") for kind, key in keys)


def test_may_without_a_capital_is_no_month():
    assert not any(kind == "date" for kind, _, _ in found("They may march on.", "en"))
