"""The lists that mark names: what they catch, and the common words they must leave alone."""

import pytest

from analysis import knowledge
from analysis.annotate.pipeline import annotate
from analysis.annotate.text import fold
from analysis.knowledge import wordlists


@pytest.fixture(scope="module")
def lists():
    return wordlists.load()


def places(text, language):
    doc = annotate("test", text, fields={"language": language}).doc
    return [(text[mention.start:mention.end], mention.entity) for mention in doc.mentions
            if mention.type in ("PLACE", "COUNTRY")]


@pytest.mark.parametrize(("language", "text"), [
    ("ru", "Самое важное обсудили вчера. Потом гости уехали. Дело закрыто. Малый зал открыт."),
    ("az", "Limanın yükaşırma imkanı artıb. Qarşıda yeni layihələr var."),
    ("tr", "Kazandıkları ödülü gösterdiler. Karşı tarafla görüşüldü. Arasında iyi ilişkiler var. Gine de konuştular."),
])
def test_common_words_at_the_start_of_a_sentence_are_no_places(language, text):
    assert places(text, language) == []


@pytest.mark.parametrize(("language", "text", "expected"), [
    ("ru", "Из Дели, Поти и Газы вылетели в Самоа.", ["new-delhi", "poti", "gaza", "samoa"]),
    ("ru", "Встреча прошла в Семее и Ханое.", ["semey", "hanoi"]),
    ("tr", "Heyet Kazan'dan Roma'ya geçti.", ["kazan", "rome"]),
    ("en", "Talks on central Asia and the Caspian sea were held in Nur-Sultan.",
     ["central-asia", "caspian-sea", "astana"]),
    ("kk", "Делегация Семейге және Алма-Атаға барды.", ["semey", "almaty"]),
])
def test_inflected_former_and_small_written_places(language, text, expected):
    assert [entity for _, entity in places(text, language)] == expected


@pytest.mark.parametrize(("language", "text", "expected"), [
    ("az", "Türk dünyasının birliyi və türk şirkətləri müzakirə olunub.", ["turkey"]),
    ("tr", "Türk dünyası liderleri Türk heyetini kabul etti.", ["turkey"]),
    ("en", "Latin American envoys met American experts.", ["united-states"]),
    ("ru", "Обсудили казахстанско-азербайджанские связи и тюркский мир.", ["kazakhstan", "azerbaijan"]),
    ("kk", "Түркі әлемі мен түрік халқы туралы айтылды.", ["turkey"]),
])
def test_turkic_is_not_turkish_nor_latin_america_the_united_states(language, text, expected):
    assert [entity for _, entity in places(text, language)] == expected


@pytest.mark.parametrize("word", [
    "Tuimebayev", "Гафарова", "Hacızadə", "Саргсян", "Kobakhidze", "Məmmədov", "Сейдахметұлы"])
def test_surnames_by_their_ending(lists, word):
    assert lists.like_surname(fold(word))


@pytest.mark.parametrize("word", [
    "humanitarian", "Asian", "Berlin", "Kremlin", "международный", "магазин", "Milli", "July"])
def test_other_words_do_not_end_like_surnames(lists, word):
    assert not lists.like_surname(fold(word))


def test_doubtful_given_names_are_doubtful_in_their_language_only(lists):
    assert fold("Ali") in lists.doubtful["az"] and fold("Ali") in lists.given
    assert fold("Ali") not in lists.doubtful["en"]


def test_states_of_the_world():
    base = knowledge.load()
    states = [entity for entity in base.entities.values()
              if entity.type == "COUNTRY" and "historical" not in entity.tags]
    assert 195 <= len(states) <= 200
    unnamed = [entity.id for entity in states if set(entity.names) != set(knowledge.LANGUAGES)]
    assert unnamed == []
    complete = [entity for entity in states if set(entity.demonyms) == set(knowledge.LANGUAGES)]
    assert len(complete) >= 150
