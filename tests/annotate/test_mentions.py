"""Mentions and links, by clause of the codebook, on sentences of our own in five languages."""

import pytest

from analysis.annotate.pipeline import annotate


def mentions(text, language, date="2024-05-10"):
    doc = annotate("t", text, language=language, date=date).doc
    return [(text[mention.start:mention.end], mention.type, mention.kind, mention.entity) for mention in doc.mentions]


def found(text, language, date="2024-05-10"):
    return {(surface, entity) for surface, _, _, entity in mentions(text, language, date)}


@pytest.mark.parametrize(("language", "text", "expected"), [
    ("en", "The delegation left Baku for Astana.",
    [("Baku", "PLACE", "name", "baku"), ("Astana", "PLACE", "name", "astana")]),
    ("az", "Nümayəndə heyəti Bakıdan Astanaya yola düşüb.",
    [("Bakıdan", "PLACE", "name", "baku"), ("Astanaya", "PLACE", "name", "astana")]),
    ("ru", "Делегация вылетела из Баку в Астану.",
    [("Баку", "PLACE", "name", "baku"), ("Астану", "PLACE", "name", "astana")]),
    ("kk", "Делегация Бакуден Астанаға ұшты.",
    [("Бакуден", "PLACE", "name", "baku"), ("Астанаға", "PLACE", "name", "astana")]),
    ("kk", "Delegatsııa Bakýden Astanaǵa ushty.",
    [("Bakýden", "PLACE", "name", "baku"), ("Astanaǵa", "PLACE", "name", "astana")]),
    ("tr", "Heyet Bakü'den Astana'ya uçtu.",
    [("Bakü'den", "PLACE", "name", "baku"), ("Astana'ya", "PLACE", "name", "astana")])])
def test_case_endings_belong_to_the_span_and_every_spelling_to_one_entity(language, text, expected):
    assert mentions(text, language) == expected


@pytest.mark.parametrize(("language", "text"), [
    ("en", "President Ilham Aliyev received the guests. Aliyev thanked them."),
    ("az", "Prezident İlham Əliyev qonaqları qəbul edib. Əliyev onlara təşəkkür edib."),
    ("ru", "Президент Ильхам Алиев принял гостей. Алиев поблагодарил их."),
    ("kk", "Президент Ильхам Әлиев қонақтарды қабылдады. Әлиев оларға алғыс айтты."),
    ("tr", "Cumhurbaşkanı İlham Aliyev konukları kabul etti. Aliyev onlara teşekkür etti.")])
def test_a_surname_alone_is_the_person_named_before(language, text):
    assert [entity for _, _, _, entity in mentions(text, language)] == ["ilham-aliyev", "ilham-aliyev"]


def test_a_title_is_outside_the_span_and_no_second_mention():
    assert mentions("President of Kazakhstan Kassym-Jomart Tokayev arrived.", "en") == [
        ("Kazakhstan", "COUNTRY", "name", "kazakhstan"),
        ("Kassym-Jomart Tokayev", "PERSON", "name", "kassym-jomart-tokayev")]


def test_a_comma_between_title_and_name_changes_nothing():
    assert [kind for _, _, kind, _ in mentions("Ilham Aliyev, the President of Azerbaijan, spoke.", "en")] == ["name",
        "name"]


@pytest.mark.parametrize(("language", "text", "surface"), [
    ("en", "The President of Kazakhstan toured the hall.", "President of Kazakhstan"),
    ("en", "The Kazakh President toured the hall.", "Kazakh President"),
    ("az", "Qazaxıstan Prezidenti zalı gəzib.", "Qazaxıstan Prezidenti"),
    ("ru", "Президент Казахстана осмотрел зал.", "Президент Казахстана"),
    ("kk", "Қазақстан Президенті залды аралады.", "Қазақстан Президенті"),
    ("tr", "Kazakistan Cumhurbaşkanı salonu gezdi.", "Kazakistan Cumhurbaşkanı")])
@pytest.mark.parametrize(("date", "holder"),
    [("2018-06-01", "nursultan-nazarbayev"), ("2023-06-01", "kassym-jomart-tokayev")])
def test_a_free_standing_role_is_the_holder_on_the_date(language, text, surface, date, holder):
    assert mentions(text, language, date) == [(surface, "PERSON", "role", holder)]


@pytest.mark.parametrize(("language", "text"), [
    ("ru", "Глава МИД Азербайджана выступил с речью."), ("en", "The Azerbaijani Foreign Minister spoke."),
    ("az", "Azərbaycanın xarici işlər naziri çıxış edib.")])
def test_the_head_of_a_ministry_is_a_role(language, text):
    assert [mention[2:] for mention in mentions(text, language)] == [("role", "jeyhun-bayramov")]


def test_without_a_date_a_role_with_several_holders_stays_open_visibly():
    doc = annotate("t", "The President of Kazakhstan toured the hall.", language="en").doc
    assert doc.mentions[0].rule == "role:open"
    assert {"nursultan-nazarbayev", "kassym-jomart-tokayev"} <= set(doc.mentions[0].candidates)


def test_without_a_date_the_holder_whom_the_article_names_is_meant():
    text = "Kassym-Jomart Tokayev arrived. The President of Kazakhstan toured the hall."
    doc = annotate("t", text, language="en").doc
    assert [(mention.entity, mention.rule) for mention in doc.mentions][-1] == ("kassym-jomart-tokayev", "role:named")


@pytest.mark.parametrize(("language", "text"), [
    ("en", "The presidents of Azerbaijan and Kazakhstan met."), ("en", "The Prime Minister noted this."),
    ("ru", "Президенты Азербайджана и Казахстана встретились."),
    ("az", "Azərbaycan və Qazaxıstan prezidentləri görüşüb.")])
def test_shared_roles_and_titles_without_a_state_are_no_mentions_but_the_states_are(language, text):
    assert all(kind == "name" and type_ == "COUNTRY" for _, type_, kind, _ in mentions(text, language))


def test_a_former_office_names_nobody():
    assert ("former President of Kazakhstan",
        "kassym-jomart-tokayev") not in found("The former President of Kazakhstan left.", "en")
    assert all(kind != "role" for _, _, kind, _ in mentions("The former President of Kazakhstan left.", "en"))


def test_the_article_itself_says_who_holds_an_office():
    text = ("Chairman of the Society of Weavers of Azerbaijan Tofiq Zamanov opened the fair. "
            "The chairman of the Society of Weavers of Azerbaijan left early.")
    assert mentions(text, "en")[-1][2:] == ("role", mentions(text, "en")[1][3])


@pytest.mark.parametrize(("language", "text", "expected"), [
    ("en", "Azerbaijan's State Committee on Work with Diaspora met.",
     [("Azerbaijan's State Committee on Work with Diaspora", "ORG", "name", "state-committee-on-work-with-diaspora")]),
    ("en", "He addressed the Milli Majlis of Azerbaijan.",
    [("Milli Majlis of Azerbaijan", "ORG", "name", "milli-majlis")])])
def test_the_owner_is_part_of_a_bodys_name(language, text, expected):
    assert mentions(text, language) == expected


def test_an_abbreviation_in_brackets_is_a_second_mention_of_the_same_body():
    text = "The Bureau of Caspian Studies Council (BCSC) met. The BCSC agreed on nothing."
    entities = [entity for _, type_, _, entity in mentions(text, "en") if type_ == "ORG"]
    assert len(entities) == 3 and len(set(entities)) == 1


def test_former_names_of_a_body_and_of_a_city_are_the_same_entity():
    assert {entity for _, entity in found("The Turkic Council met in Nur-Sultan.",
        "en")} == {"organization-of-turkic-states", "astana"}


def test_two_states_joined_by_a_hyphen_are_two_mentions():
    assert [surface for surface,
        *_ in mentions("Kazakh-Azerbaijani ties and Azerbaijan-Kazakhstan trade grew.", "en")] == [
        "Kazakh", "Azerbaijani", "Azerbaijan", "Kazakhstan"]
    assert [surface for surface,
        *_ in mentions("Отметили рост казахско-азербайджанской торговли.", "ru")] == ["казахско", "азербайджанской"]


def test_a_currency_is_no_mention():
    assert mentions("Trade reached 500 million US dollars.", "en") == []


def test_namesakes_stay_apart():
    text = "Novruz Mammadov met Ambassador Rashad Mammadov. Heydar Aliyev was the father of Ilham Aliyev."
    assert [entity for _, entity in [(m[0], m[3]) for m in mentions(text, "en", None)]] == [
        "novruz-mammadov", "rashad-mammadov", "heydar-aliyev", "ilham-aliyev"]


@pytest.mark.parametrize(("language", "text"), [
    ("en", "Zhanseit Tuimebayev spoke."), ("az", "Canseit Tuymebayev çıxış edib."),
    ("ru", "Выступил Жансеит Туймебаев."),
    ("tr", "Canseyt Tüymebayev konuştu.")])
def test_one_person_in_the_spellings_of_four_languages(language, text):
    assert [entity for _, _, _, entity in mentions(text, language)] == ["zhanseit-tuimebayev"]


def test_an_initial_and_a_patronymic_lead_to_the_person_of_the_article():
    assert {entity for _, _, _, entity in mentions("Canseit Tuymebayev gəlib. C.Tuymebayev danışıb.",
        "az")} == {"zhanseit-tuimebayev"}
    text = "Выступил Нурсултан Назарбаев. Нурсултан Абишевич поблагодарил гостей."
    assert {entity for _, _, _, entity in mentions(text, "ru")} == {"nursultan-nazarbayev"}


def test_people_nobody_knows_are_found_by_given_name_title_and_initial():
    names = {surface for surface, type_, *_ in mentions(
        "Political scientist Marat Qwxyzov and Ambassador Elnur Zzabbasov met D. Bqaliyev.", "en") if type_ == "PERSON"}
    assert {"Marat Qwxyzov", "Elnur Zzabbasov"} <= names


def test_the_wider_name_wins_over_the_names_inside_it():
    assert ("Senate of Kazakhstan", "senate-of-kazakhstan") in found("He visited the Senate of Kazakhstan.", "en")
    assert all(surface != "Kazakhstan" for surface, _ in found("He visited the Senate of Kazakhstan.", "en"))
