"""The vocabulary of themes, field by field: the same matter in five languages receives the same theme and no other."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from coding_support import SPEAKER, document, fired, themes

from analysis.knowledge import LANGUAGES
from analysis.knowledge.codebook import CODES

MATTERS = yaml.safe_load(Path(__file__).with_name("theme_sentences.yaml").read_text(encoding="utf-8"))
SENTENCES = [pytest.param(theme, language, sentence, id=f"{theme}-{number}-{language}")
             for theme, matters in MATTERS.items() for number, matter in enumerate(matters, 1)
             for language, sentence in matter.items()]


@pytest.mark.parametrize("theme, language, sentence", SENTENCES)
def test_a_matter_has_its_theme_in_every_language(theme, language, sentence):
    assert themes(sentence, language=language) == {theme}


@pytest.mark.parametrize("theme, sentence", [(theme, matter["kk"]) for theme in MATTERS for matter in MATTERS[theme]])
def test_kazakh_in_latin_letters_is_read_alike(theme, sentence):
    assert themes(sentence, language="kk", latin=True) == {theme}


def test_every_theme_has_matters_in_every_language():
    assert set(MATTERS) == {*CODES["theme"]}
    assert all(set(matter) == {*LANGUAGES} for matters in MATTERS.values() for matter in matters)


# --- words that look like a cue and are none ------------------------------------------------------------------------

@pytest.mark.parametrize("language, sentence, not_theme", [
    ("az", "Bazar ertəsi hava günəşli olacaq.", "trade-economy"),          # Monday
    ("tr", "Pazartesi günü hava güneşli olacak.", "trade-economy"),
    ("az", "O, sabah gəlir.", "trade-economy"),                            # "comes", not "income"
    ("tr", "Yarın buraya gelir.", "trade-economy"),
    ("kk", "Кездесу жемісті болды.", "trade-economy"),                     # "fruitful"
    ("kk", "Ол кемеңгер адам еді.", "transport"),                          # "wise", not "ship"
    ("kk", "Ол ештеңе көрмейді.", "culture-education"),                    # "does not see", not "exhibition"
    ("ru", "В связи с этим он задержался.", "political-dialogue"),
    ("ru", "Он стоял в углу.", "energy"),                                  # "corner", not "coal"
    ("tr", "Bursa'ya kar yağdı.", "culture-education"),                    # the city, not "grant"
    ("tr", "Operasyon üç saat sürdü.", "culture-education"),
    ("tr", "Filoloji bölümü yarın açılıyor.", "transport"),
    ("az", "O, öz fikrini müdafiə edib.", "security-conflict"),            # defended a view
    ("en", "The river burst its banks.", "trade-economy"),
    ("en", "Greenhouse gas is measured every hour.", "energy"),
])
def test_a_word_that_only_looks_like_a_cue(language, sentence, not_theme):
    assert not_theme not in themes(sentence, language=language)


@pytest.mark.parametrize("language, decision", [
    ("az", "Qanun qəbul edilib."), ("kk", "Парламент заң қабылдады."), ("tr", "Yasa kabul edildi."),
])
def test_to_adopt_a_law_is_to_receive_nobody(language, decision):
    assert themes(decision, language=language) <= {"parliament-law"}


@pytest.mark.parametrize("language, sentence", [
    ("en", "Oil companies use the pipeline."), ("az", "Neft şirkətləri boru kəmərindən istifadə edir."),
    ("ru", "Нефтяные компании пользуются трубопроводом."), ("kk", "Мұнай компаниялары құбырды пайдаланады."),
    ("tr", "Petrol şirketleri boru hattını kullanıyor."),
])
def test_companies_and_markets_of_oil_are_energy(language, sentence):
    assert themes(sentence, language=language) == {"energy"}


@pytest.mark.parametrize("language, between", [
    ("en", "Peace talks between Baku and Yerevan are expected."),
    ("az", "Bakı ilə İrəvan arasında danışıqlar gözlənilir."),
    ("ru", "Ожидаются переговоры между Баку и Ереваном."),
    ("tr", "Azerbaycan ile Ermenistan arasında müzakereler bekleniyor."),
])
def test_talks_between_the_two_that_were_at_war_settle_the_conflict(language, between):
    assert "security-conflict" in themes(between, language=language)


# --- the matter of the report ---------------------------------------------------------------------------------------

LEAD = {
    "en": ("The ferry line was opened.", "Freight goes by rail to the port.", "The day was long and very hot."),
    "az": ("Bərə xətti açılıb.", "Yüklər dəmir yolu ilə limana gedir.", "Uzun və çox isti bir gün idi."),
    "ru": ("Паромная линия открыта.", "Грузы идут в порт по железной дороге.", "День был длинным и очень жарким."),
    "kk": ("Паром желісі ашылды.", "Жүктер теміржолмен портқа барады.", "Күн ұзақ әрі өте ыстық болды."),
    "tr": ("Feribot hattı açıldı.", "Yükler demiryoluyla limana gidiyor.", "Uzun ve çok sıcak bir gündü."),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_on_one_matter_keeps_to_it(language):
    first, second, plain = LEAD[language]
    assert themes(plain, language=language) == set()
    assert themes(first, second, plain, language=language) == {"transport"}


def test_a_matter_is_named_more_than_once_and_by_most():
    plain = "The day was long and very hot."
    assert themes("The ferry line was opened.", plain) == set(), "named once"
    others = ("The ferry line was opened.", "The museum shows paintings.", "The court heard the case.",
              "Freight goes by rail.")
    assert themes(*others, plain) == set(), "one matter of several"


def test_general_words_in_a_report_on_one_matter_speak_of_it():
    report = "The ferry line was opened.", "Freight goes by rail to the port."
    assert themes("The sides praised their cooperation.") == {"political-dialogue"}
    assert themes(*report, "The sides praised their cooperation.") == {"transport"}
    assert themes(*report, "The sides praised their bilateral relations.") == {"political-dialogue"}


def test_a_matter_that_the_report_does_not_begin_with_is_not_read_into_what_says_nothing():
    late = ("He lives in a small house.", "His garden is large.", "The ferry line was opened.", "Freight goes by rail.")
    assert themes(*late, "The day was long and very hot.") == set()


def test_a_heading_a_dateline_and_a_credit_line_have_no_matter():
    report = "The ferry line was opened.", "Freight goes by rail to the port."
    assert themes(*report, "Almaty.") == set()
    assert themes(*report, "This was announced by the deputy on Monday.") == set()


def test_what_names_nothing_hands_nothing_on():
    doc = document("The ferry line was opened.", "Freight goes by rail.", "The day was long and very hot.",
                   "The museum shows paintings.", "This will please everybody.")
    assert fired(doc, "theme", 4) == {"culture-education"}
    cue = next(code.cue for code in doc.codes if code.sentence == 2)
    assert cue.startswith("matter:"), "the label names the matter and its first cue"


def test_general_talk_is_no_matter_to_go_on_with():
    assert themes("They held a meeting in the palace.", "This went on for an hour.") == set()


# --- organisations and their summits ---------------------------------------------------------------------------------

@pytest.mark.parametrize("language, organisation, summit", [
    ("en", "The country became a member state.", "The summit will be held in spring."),
    ("az", "Ölkə üzv dövlət olub.", "Sammit yazda keçiriləcək."),
    ("ru", "Стране дали статус наблюдателя.", "Саммит пройдёт весной."),
    ("kk", "Елге байқаушы мәртебесі берілді.", "Саммит көктемде өтеді."),
    ("tr", "Ülkeye gözlemci statüsü verildi.", "Zirve baharda yapılacak."),
])
def test_where_an_organisation_was_named_the_summit_is_its_own(language, organisation, summit):
    assert themes(organisation, summit, language=language) == {"multilateral"}
    assert "multilateral" not in themes(summit, language=language)


@pytest.mark.parametrize("language, sentence, surface", [
    ("en", "The ministers met within the summit of the OSCE.", "OSCE"),
    ("en", "The ministers met on the margins of the OSCE.", "OSCE"),
    ("ru", "Министры встретились в рамках саммита ОБСЕ.", "ОБСЕ"),
    ("az", "Nazirlər ATƏT sammiti çərçivəsində görüşüblər.", "ATƏT"),
    ("kk", "Министрлер ЕҚЫҰ саммиті аясында кездесті.", "ЕҚЫҰ"),
    ("tr", "Bakanlar AGİT zirvesi kapsamında bir araya geldi.", "AGİT"),
])
def test_a_summit_as_the_place_of_a_meeting_is_no_topic(language, sentence, surface):
    name = {surface: ("ORG", "organization-for-security-and-cooperation-in-europe")}
    assert themes(sentence, language=language, names=name) == {"political-dialogue"}


def test_heads_of_state_who_sign_a_named_treaty_conduct_politics():
    name = {"Treaty on Borders": ("DOCUMENT", "treaty-on-borders")}
    assert "political-dialogue" in themes("The presidents signed the Treaty on Borders.", names=name)
    assert "political-dialogue" not in themes("The farmers read the Treaty on Borders.", names=name)


def test_a_deputy_named_by_his_seat_is_no_lawmaking():
    assert themes("Об этом сказал депутат Мажилиса.", language="ru") == set()
    assert themes("Депутаты обсудили поправки.", language="ru") == {"parliament-law"}


def test_a_quotation_of_another_speaker_keeps_the_matter_of_the_report_only():
    report = "The pipeline is ready.", "Gas will flow in May.", "Everybody worked hard here."
    assert themes(*report, quoted=True, speakers=[SPEAKER, SPEAKER, ("another",)]) == {"energy"}


# --- business words and words of cooperation yield to a field ---------------------------------------------------------

@pytest.mark.parametrize("language, first, second, general", [
    ("en", "The pipeline is full of oil.", "Electricity is cheap.", "The company will hold its meeting in May."),
    ("az", "Boru kəməri neftlə doludur.", "Elektrik ucuzdur.", "Şirkət iclasını mayda keçirəcək."),
    ("ru", "Трубопровод полон нефти.", "Электроэнергия дешева.", "Компания проведёт заседание в мае."),
    ("kk", "Құбыр мұнайға толы.", "Электр қуаты арзан.", "Компания отырысын мамырда өткізеді."),
    ("tr", "Boru hattı petrolle dolu.", "Elektrik ucuz.", "Şirket oturumunu mayısta yapacak."),
])
def test_a_company_belongs_to_the_matter_of_the_report(language, first, second, general):
    assert themes(general, language=language) == {"trade-economy"}, "a company's meeting is no diplomacy"
    assert themes(first, second, general, language=language) == {"energy"}


@pytest.mark.parametrize("language, sentence", [
    ("en", "Our countries cooperate in the field of museums."), ("az", "Ölkələrimiz muzey sahəsində əməkdaşlıq edir."),
    ("ru", "Наши страны развивают сотрудничество музеев."), ("kk", "Елдеріміз музей саласында ынтымақтасады."),
    ("tr", "Ülkelerimiz müzeler alanında iş birliği yapıyor."),
])
def test_cooperation_in_a_named_field_is_that_field_only(language, sentence):
    assert themes(sentence, language=language) == {"culture-education"}


def test_companies_named_with_their_field_are_no_trade():
    names = {"SOCAR": ("ORG", "socar"), "KazMunayGas": ("ORG", "kazmunaygas")}
    assert themes("SOCAR invited KazMunayGas.", names=names) == {"energy"}


@pytest.mark.parametrize("language, sentence", [
    ("en", "Two million dollars went to the victims."), ("az", "Zərərçəkənlərə 2 milyon dollar verilib."),
    ("ru", "Пострадавшим выделили 2 миллиона долларов."), ("kk", "Зардап шеккендерге 2 миллион доллар берілді."),
    ("tr", "Depremzedelere bağış olarak 2 milyon dolar verildi."),
])
def test_money_given_as_help_is_no_trade(language, sentence):
    assert "trade-economy" not in themes(sentence, language=language)


# --- accidents and disasters: condolences and help --------------------------------------------------------------------

@pytest.mark.parametrize("language, crash, dead, condolence, who", [
    ("en", "A bus accident killed nine.", "The police detained the driver.", "The King sent his condolences to Oman.",
     "Oman"),
    ("az", "Partlayış olub.", "Polis sürücünü saxlayıb.", "Kral Omana başsağlığı verib.", "Omana"),
    ("ru", "Произошёл взрыв.", "Полиция задержала водителя.", "Король выразил соболезнования Оману.", "Оману"),
    ("kk", "Жарылыс болды.", "Полиция жүргізушіні ұстады.", "Король Оманға көңіл айтты.", "Оманға"),
    ("tr", "Patlama oldu.", "Polis şüpheliyi gözaltına aldı.", "Kral Umman'a başsağlığı diledi.", "Umman"),
])
def test_condolences_are_relations_and_the_accident_reported_on(language, crash, dead, condolence, who):
    names = {who: ("COUNTRY", "oman")}
    assert themes(condolence, language=language, names=names) == {"political-dialogue"}
    assert themes(crash, dead, condolence, language=language, names=names) == {"political-dialogue",
                                                                              "security-conflict"}


def test_condolences_in_a_report_on_trade_are_no_accident():
    names = {"Oman": ("COUNTRY", "oman")}
    report = "Exports of wheat grew.", "Farmers sold cotton.", "The King sent his condolences to Oman."
    assert themes(*report, names=names) == {"political-dialogue"}


# --- the work of conventions; names, titles and venues ----------------------------------------------------------------

@pytest.mark.parametrize("language, sentence", [
    ("en", "The secretariat of the convention moved to Geneva."), ("az", "Konvensiyanın katibliyi Cenevrəyə köçüb."),
    ("ru", "Секретариат конвенции переехал в Женеву."), ("kk", "Конвенцияның хатшылығы Женеваға көшті."),
    ("tr", "Sözleşmenin sekretaryası Cenevre'ye taşındı."),
])
def test_the_bodies_of_a_convention_act_for_many(language, sentence):
    assert "multilateral" in themes(sentence, language=language)


def test_the_convention_on_the_sea_is_environment_and_multilateral():
    names = {"Tehran Convention": ("DOCUMENT", "tehran-convention")}
    assert themes("He read out the Tehran Convention.", names=names) == {"environment", "multilateral"}


def test_many_sided_is_not_multilateral():
    assert themes("Многостороннее сотрудничество растёт.", language="ru") == {"political-dialogue"}
    assert "multilateral" in themes("Работают многосторонние форматы.", language="ru")


@pytest.mark.parametrize("language, sentence", [
    ("en", "The theatre named after the poet closed its season."),
    ("en", "The Year of Constitution began with a concert."),
    ("en", "Occupational safety is taught at the university."),
    ("az", "Sənaye təhlükəsizliyi sahəsində universitet açılıb."),
    ("en", "The plenary session of the forum was about museums."),
    ("ru", "Пленарное заседание форума посвятили музеям."),
    ("kk", "Форумның пленарлық отырысы музейлерге арналды."),
    ("az", "Forumun plenar iclası muzeylərə həsr olunub."),
    ("az", "Gənclər siyasəti naziri muzeyə gedib."),
    ("en", "The Consul General went to the museum."),
    ("ru", "Генеральный консул пришёл в музей."),
    ("tr", "Sergide tarihi belgeler yer alıyor."),
])
def test_names_titles_and_venues_add_no_field(language, sentence):
    assert themes(sentence, language=language) == {"culture-education"}


def test_a_speaker_is_named_by_the_parliament_and_makes_no_law():
    names = {"Milli Meclis": ("ORG", "milli-majlis"), "Senato": ("ORG", "senate-of-kazakhstan"),
             "TBMM": ("ORG", "grand-national-assembly-of-turkey")}
    assert "parliament-law" not in themes("Milli Meclis Başkanı geldi.", language="tr",
                                          names={"Milli Meclis": names["Milli Meclis"]})
    assert themes("Milli Meclis, TBMM ve Senato ile çalışıyor.", language="tr", names=names) == {"parliament-law"}


def test_the_climate_conference_as_a_venue_is_no_environment():
    names = {"COP29": ("EVENT", "cop29")}
    assert themes("The museums signed it on the sidelines of COP29.", names=names) == {"culture-education"}


@pytest.mark.parametrize("language, reach, bring", [
    ("tr", "Satışları iki katına ulaştırmak istiyorlar.", "Ulaştırma ağı büyüyor."),
    ("tr", "Maliyetler yüksek.", "Maliye güçlü."),
])
def test_turkish_words_that_begin_alike(language, reach, bring):
    assert themes(reach, language=language) != themes(bring, language=language)
    assert themes(bring, language=language) in ({"transport"}, {"trade-economy"})


def test_an_organisation_that_only_speaks_is_the_source():
    names = {"OSCE": ("ORG", "organization-for-security-and-cooperation-in-europe")}
    body = ("organization-for-security-and-cooperation-in-europe",)
    assert themes("The OSCE said the port was closed.", names=names, speakers=body) == {"transport"}
    assert themes("The OSCE opened the port.", names=names) == {"multilateral", "transport"}


@pytest.mark.parametrize("language, sentence", [
    ("en", "The concert was attended by the ambassador."), ("az", "Konsertdə səfir iştirak edib."),
    ("ru", "В концерте принял участие посол."), ("kk", "Концертке елші қатысты."),
    ("tr", "Konsere büyükelçi katıldı."),
])
def test_an_ambassador_among_the_guests_makes_it_relations_as_well(language, sentence):
    assert themes(sentence, language=language) == {"culture-education", "political-dialogue"}


def test_relations_of_those_in_conflict_are_the_conflict():
    assert themes("Relations between the two sank into open conflict.") == {"security-conflict"}
    assert themes("Relations between the two are good.") == {"political-dialogue"}
