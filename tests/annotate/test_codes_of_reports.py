"""Themes, frames and tone of what diplomatic reports say again and again, in sentences of our own, per language."""

from __future__ import annotations

import pytest
from coding_support import SPEAKER, document, frames, themes

STATES = {
    "en": {"Kazakhstan": ("COUNTRY", "kazakhstan")}, "az": {"Qazaxıstan": ("COUNTRY", "kazakhstan")},
    "ru": {"Казахстан": ("COUNTRY", "kazakhstan")}, "kk": {"Қазақстан": ("COUNTRY", "kazakhstan")},
    "tr": {"Kazakistan": ("COUNTRY", "kazakhstan")},
}


def tone(sentence: str, language: str, speakers: tuple[str, ...] = SPEAKER) -> int:
    return document(sentence, language=language, speakers=speakers).sentences[0].tone


# --- themes ----------------------------------------------------------------------------------------------------------

@pytest.mark.parametrize("language, sentence", [
    ("en", "Old border issues have kept the two valleys apart."),
    ("az", "Sərhəd məsələləri iki vadini ayırıb."),
    ("ru", "Спорные участки разделяют две долины."),
    ("kk", "Шекара мәселелері екі алқапты бөліп тұр."),
    ("tr", "Sınır sorunları iki vadiyi ayırdı."),
])
def test_a_disputed_border_is_conflict(language, sentence):
    assert themes(sentence, language=language) == {"security-conflict"}


@pytest.mark.parametrize("language, sentence", [
    ("en", "The oil will be transported to the west by pipeline."),
    ("az", "Neftin tranziti boru kəməri ilə aparılır."),
    ("ru", "Транзит нефти идёт по трубопроводу."),
    ("kk", "Мұнай тасымалы құбыр арқылы жүреді."),
    ("tr", "Petrolün taşınması boru hattıyla sürüyor."),
])
def test_oil_in_a_pipeline_is_energy_and_no_transport(language, sentence):
    assert themes(sentence, language=language) == {"energy"}


@pytest.mark.parametrize("language, sentence", [
    ("az", "Dron hava limanına düşüb."), ("kk", "Дрон әуежайға құлады."),
    ("tr", "Saldırıda havalimanı vuruldu."), ("ru", "Беспилотник упал на международный аэропорт."),
])
def test_an_airport_under_attack_is_no_transport(language, sentence):
    assert themes(sentence, language=language) == {"security-conflict"}


@pytest.mark.parametrize("language, sentence", [
    ("en", "Both peoples have seen hard winters."), ("az", "Xalqlarımız çətin qışlar görüb."),
    ("ru", "Наши народы пережили суровые зимы."), ("kk", "Халықтарымыз қатты қысты көрді."),
    ("tr", "Halklarımız sert kışlar gördü."),
])
def test_the_peoples_as_such_are_a_matter_of_relations(language, sentence):
    assert themes(sentence, language=language) == {"political-dialogue"}


@pytest.mark.parametrize("language, sentence", [
    ("en", "He thanked the President."), ("az", "O, Prezidentə təşəkkür edib."), ("ru", "Он поблагодарил Президента."),
    ("kk", "Ол Президентке алғыс айтты."), ("tr", "Cumhurbaşkanına teşekkür etti."),
])
def test_thanks_to_a_head_of_state_are_a_matter_of_relations(language, sentence):
    assert themes(sentence, language=language) == {"political-dialogue"}


@pytest.mark.parametrize("language, before, credit", [
    ("en", "The pipeline is ready.", "This was announced by the deputy on Monday."),
    ("az", "Boru kəməri hazırdır.", "Bu barədə müavin məlumat verib."),
    ("ru", "Газопровод готов.", "Об этом пишет газета."),
    ("kk", "Газ құбыры дайын.", "Бұл туралы газет жазды."),
    ("tr", "Boru hattı hazır.", "Bunu vali dün söyledi."),
])
def test_a_sentence_that_only_names_its_source_keeps_no_theme(language, before, credit):
    assert themes(before, credit, language=language) == set()


def test_what_kin_share_in_culture_is_relations_as_well():
    both = {"political-dialogue", "culture-education"}
    assert themes("The kindred peoples keep similar songs and literature.") == both
    assert themes("Old songs and literature were heard.") == {"culture-education"}


def test_an_environment_for_something_is_no_nature():
    assert "environment" not in themes("The law makes a favourable investment environment.")
    assert "environment" in themes("The plant harms the environment.")


def test_the_public_holiday_of_a_state_is_commemorated():
    assert "commemoration" in themes("Tədbir Müstəqillik Günü münasibətilə keçirilib.", language="az")
    assert themes("Tədbir münasibətilə gəliblər.", language="az") == set(), "“on the occasion” are no relations"


# --- frames ----------------------------------------------------------------------------------------------------------

@pytest.mark.parametrize("language, made, discussed", [
    ("en", "The exports of wool increased by a third.", "They discussed how exports of wool increased."),
    ("az", "Yun ixracı artıb.", "Yun ixracının artımı müzakirə edilib."),
    ("ru", "Экспорт шерсти вырос.", "Они обсудили рост экспорта шерсти."),
    ("kk", "Жүн экспорты өсті.", "Жүн экспортының өсімі талқыланды."),
    ("tr", "Yün ihracatı arttı.", "Yün ihracatındaki artış ele alındı."),
])
def test_growth_as_a_subject_of_talks_is_no_gain(language, made, discussed):
    assert "pragmatic-gain" in frames(made, language=language) and tone(made, language) == 1
    assert "pragmatic-gain" not in frames(discussed, language=language) and tone(discussed, language) == 0


@pytest.mark.parametrize("language, sentence", [
    ("en", "The joint council was set up in spring."), ("az", "Birgə komissiya yazda yaradılıb."),
    ("ru", "Совместный фонд создан весной."), ("kk", "Бірлескен қоры көктемде құрылды."),
    ("tr", "Ortak komite baharda kuruldu."),
])
def test_setting_up_a_body_builds_an_institution(language, sentence):
    assert "institution-building" in frames(sentence, language=language)


def test_an_agreement_that_is_not_signed_builds_nothing():
    assert "institution-building" in frames("Стороны подписали соглашение.", language="ru")
    assert "institution-building" not in frames("Подписания соглашения не будет.", language="ru")


@pytest.mark.parametrize("language, sentence", [
    ("en", "He congratulated them on the restored territorial integrity."),
    ("az", "O, ərazi bütövlüyünün bərpası ilə bağlı təbrik edib."),
    ("ru", "Он поздравил их с восстановлением территориальной целостности."),
    ("kk", "Ол аумақтық тұтастықпен құттықтады."), ("tr", "Toprak bütünlüğü için tebrik etti."),
])
def test_to_congratulate_on_territorial_integrity_is_solidarity(language, sentence):
    assert "solidarity" in frames(sentence, language=language)


@pytest.mark.parametrize("language, sentence", [
    ("en", "The foundations of these ties were laid by the two presidents."),
    ("az", "Bu əlaqələrin təməlini iki prezident qoyub."), ("ru", "Основы этих связей заложили два президента."),
    ("kk", "Бұл байланыстың іргетасын екі президент қалаған."), ("tr", "Bu bağların temelini iki lider attı."),
])
def test_who_laid_the_foundations_is_credited(language, sentence):
    assert "leadership" in frames(sentence, language=language)


@pytest.mark.parametrize("language, sentence", [
    ("en", "There are no unresolved issues with Kazakhstan."),
    ("az", "Qazaxıstan ilə aramızda heç bir problem yoxdur."),
    ("ru", "С ними у нас нет нерешённых вопросов, сказал Казахстан."),
    ("kk", "Қазақстан екеуміздің арамызда ешқандай мәселе жоқ."),
    ("tr", "Kazakistan ile aramızda sorun yoktur."),
])
def test_that_nothing_stands_between_two_states_is_friendship_and_no_concern(language, sentence):
    found = frames(sentence, language=language, names=STATES[language])
    assert "friendship" in found and "concern" not in found


# --- tone ------------------------------------------------------------------------------------------------------------

@pytest.mark.parametrize("language, sentence", [
    ("en", "“We are friends,” he said."), ("az", "“Biz dostuq”, deyə o bildirib."), ("ru", "«Мы друзья», — сказал он."),
    ("kk", "«Біз доспыз», — деді ол."), ("tr", "“Biz dostuz” dedi."),
])
def test_to_call_each_other_friends_is_praise(language, sentence):
    assert tone(sentence, language) == 1
    assert "friendship" in frames(sentence, language=language)


@pytest.mark.parametrize("language, fact, aim", [
    ("en", "The ties continue to deepen every year.", "The aim of the visit is to deepen the ties."),
    ("az", "Əlaqələr ildən-ilə möhkəmlənir.", "Səfərin məqsədi əlaqələri möhkəmləndirməkdir."),
    ("ru", "Связи год от года крепнут.", "Цель визита — крепить связи."),
    ("kk", "Байланыс жыл сайын нығайып келеді.", "Сапардың мақсаты — байланысты нығайту."),
    ("tr", "Bağlar her yıl güçleniyor.", "Ziyaretin amacı bağları güçlendirmektir."),
])
def test_ties_that_grow_are_praise_and_the_aim_to_make_them_grow_is_not(language, fact, aim):
    assert tone(fact, language) == 1 and tone(aim, language) == 0


def test_a_priority_is_neutral_but_a_claim_beside_it_is_not():
    assert tone("Friendly relations are a priority.", "en") == 0
    assert tone("They are not only neighbours but friendly nations, and that is a priority.", "en") == 1


def test_that_differences_remain_is_a_concern_but_no_blame():
    sentence = "The parties agreed to meet again on matters where differences remain."
    assert "concern" in frames(sentence) and tone(sentence, "en") == 0
