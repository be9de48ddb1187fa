"""Themes and frames: one test a clause of the codebook, with sentences of our own in several languages."""

from __future__ import annotations

import pytest
from coding_support import SPEAKER, document, fired, frames, themes

from analysis.knowledge import LANGUAGES, codebook
from analysis.knowledge.codebook import CODES

BOOK = codebook.load()
EXAMPLES = [(axis, code, language, example, latin)
            for axis in ("theme", "frame") for code in CODES[axis]
            for language, examples in BOOK.items[axis][code].examples.items() for example in examples
            for latin in ((False, True) if language == "kk" else (False,))]


@pytest.mark.parametrize("axis, code, language, example, latin", EXAMPLES)
def test_every_example_of_the_codebook_receives_its_code(axis, code, language, example, latin):
    assert code in fired(document(example, language=language, latin=latin), axis)


@pytest.mark.parametrize("axis", ["theme", "frame"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_cues_and_an_example_in_every_language(axis, language):
    for code, item in BOOK.items[axis].items():
        assert item.cues.get(language), f"{code} has no cues in {language}"
        assert item.examples.get(language), f"{code} has no example in {language}"


# --- themes: one cue sentence a theme and language, and nothing else fires -------------------------------------------

PLAIN = {
    "political-dialogue": {
        "en": "The heads of state met in the palace and exchanged views.",
        "az": "Prezidentlər sarayda görüşüb və fikir mübadiləsi aparıblar.",
        "ru": "Президенты встретились во дворце и обменялись мнениями.",
        "kk": "Президенттер сарайда кездесіп, пікір алмасты.",
        "tr": "Cumhurbaşkanları sarayda bir araya geldi ve görüş alışverişinde bulundu."},
    "trade-economy": {
        "en": "Exporters will pay a lower tariff.",
        "az": "Sahibkarlar daha az vergi ödəyəcək.",
        "ru": "Предприниматели заплатят меньше налогов.",
        "kk": "Кәсіпкерлер салықты аз төлейді.",
        "tr": "Girişimciler daha az vergi ödeyecek."},
    "energy": {
        "en": "The pipeline carries gas to the south.",
        "az": "Boru kəməri qazı cənuba aparır.",
        "ru": "Газопровод ведёт на юг.",
        "kk": "Газ құбыры оңтүстікке тартылған.",
        "tr": "Boru hattı gazı güneye taşıyor."},
    "transport": {
        "en": "Wagons wait at the seaport.",
        "az": "Vaqonlar limanda gözləyir.",
        "ru": "Вагоны стоят на железной дороге.",
        "kk": "Вагондар теміржолда тұр.",
        "tr": "Vagonlar demiryolunda bekliyor."},
    "digital-innovation": {
        "en": "Artificial intelligence will read the forms.",
        "az": "Süni intellekt ərizələri oxuyacaq.",
        "ru": "Искусственный интеллект прочтёт заявления.",
        "kk": "Жасанды интеллект өтініштерді оқиды.",
        "tr": "Yapay zeka başvuruları okuyacak."},
    "culture-education": {
        "en": "The museum shows old manuscripts.",
        "az": "Muzeydə qədim əlyazmalar var.",
        "ru": "В музее хранятся древние рукописи.",
        "kk": "Музейде көне қолжазбалар бар.",
        "tr": "Müzede eski el yazmaları var."},
    "diaspora-communities": {
        "en": "Compatriots abroad look after each other.",
        "az": "Soydaşlarımız diaspor təşkilatları yaradıblar.",
        "ru": "Соотечественники создали землячество.",
        "kk": "Отандастар этномәдени бірлестік құрды.",
        "tr": "Soydaşlarımız diaspora derneği kurdu."},
    "parliament-law": {
        "en": "The referendum on the constitution is set for June.",
        "az": "Konstitusiya üzrə referendum iyunda olacaq.",
        "ru": "Референдум по конституции назначен на июнь.",
        "kk": "Конституция бойынша референдум маусымда өтеді.",
        "tr": "Anayasa referandumu haziranda yapılacak."},
    "security-conflict": {
        "en": "Soldiers opened fire at the front line.",
        "az": "Əsgərlər təmas xəttində silahlı qarşıdurmada iştirak ediblər.",
        "ru": "Солдаты открыли огонь, начался обстрел.",
        "kk": "Әскер майданда атқылауды бастады.",
        "tr": "Askerler cephede ateşkesi bozdu."},
    "environment": {
        "en": "The drought has dried the reservoir.",
        "az": "Quraqlıq su anbarını qurudub.",
        "ru": "Засуха осушила водохранилище.",
        "kk": "Құрғақшылық су қоймасын құрғатты.",
        "tr": "Kuraklık barajı kuruttu."},
    "commemoration": {
        "en": "They laid a wreath at the mausoleum.",
        "az": "Onlar məqbərə önünə əklil qoyublar.",
        "ru": "Они возложили венок к мавзолею.",
        "kk": "Олар кесенеге гүл шоғын қойды.",
        "tr": "Onlar türbeye çelenk bıraktı."},
}


@pytest.mark.parametrize("theme, language", [(theme, language) for theme in PLAIN for language in LANGUAGES])
def test_a_field_is_named_and_no_other(theme, language):
    assert themes(PLAIN[theme][language], language=language) == {theme}


def test_every_theme_but_the_multilateral_is_covered_above():
    assert set(PLAIN) | {"multilateral"} == set(CODES["theme"])


@pytest.mark.parametrize("language, sentence", [
    ("en", "They support each other in international organizations."),
    ("az", "Onlar beynəlxalq təşkilatlarda bir-birinə kömək edir."),
    ("ru", "Они помогают друг другу в международных организациях."),
    ("kk", "Олар халықаралық ұйымдарда бір-біріне көмектеседі."),
    ("tr", "Uluslararası kuruluşlarda birbirlerine yardım ediyorlar."),
])
def test_acting_together_in_organisations_is_multilateral(language, sentence):
    assert "multilateral" in themes(sentence, language=language)


def test_a_sentence_may_have_several_themes_or_none():
    assert themes("They spoke of crude, railways and robots.") == {"energy", "transport", "digital-innovation"}
    assert themes("It rained in the evening.") == set()


# --- the name of a body, a host or a document is no topic ------------------------------------------------------------

def test_the_name_of_a_body_is_no_topic():
    name = {"State Committee on Work with Diaspora": ("ORG", "state-committee-on-work-with-diaspora")}
    sentence = "The delegation visited the State Committee on Work with Diaspora."
    assert themes(sentence, names=name) == {"political-dialogue"}
    assert "diaspora-communities" in themes(sentence), "without the mention the words would count"


def test_a_visit_to_a_parliament_is_political_dialogue():
    assert themes("The President has visited the Milli Majlis.",
                  names={"Milli Majlis": ("ORG", "milli-majlis")}) == {"political-dialogue"}


def test_ties_between_two_parliaments_are_their_own_theme():
    names = {"Milli Majlis": ("ORG", "milli-majlis"), "Mazhilis": ("ORG", "mazhilis")}
    assert themes("He praised the ties between the Milli Majlis and the Mazhilis.", names=names) == {"parliament-law"}


@pytest.mark.parametrize("language, sentence", [
    ("en", "The Minister of Energy met with the President."),
    ("en", "The Minister of Trade and Industry met with the President."),
    ("az", "Energetika naziri Prezidentlə görüşüb."),
    ("ru", "Министр энергетики провёл встречу с послом."),
    ("kk", "Энергетика министрі елшімен кездесу өткізді."),
    ("tr", "Enerji Bakanı büyükelçi ile görüştü."),
])
def test_an_office_is_no_topic(language, sentence):
    assert themes(sentence, language=language) == {"political-dialogue"}


def test_an_office_hides_only_its_own_words():
    assert themes("The Minister of Energy spoke of railways.") == {"transport"}


def test_the_name_of_an_event_says_what_it_is_about():
    name = {"Baku Investment Forum": ("EVENT", "baku-investment-forum")}
    assert themes("He said this at the Baku Investment Forum.", names=name) == {"trade-economy"}


def test_a_route_is_transport_or_energy_by_what_runs_on_it():
    assert "transport" in themes("They spoke of Zangezur.", names={"Zangezur": ("ROUTE", "zangezur-corridor")})
    assert themes("They spoke of the BTC.", names={"BTC": ("ROUTE", "baku-tbilisi-ceyhan")}) == {"energy"}
    assert "transport" not in themes("Europe needs the Southern Gas Corridor.")


def test_an_organisation_is_a_topic_but_its_envoy_and_its_summit_as_a_venue_are_not():
    name = {"OSCE": ("ORG", "organization-for-security-and-cooperation-in-europe")}
    assert "multilateral" in themes("The OSCE remains a platform of dialogue.", names=name)
    assert "multilateral" not in themes("The OSCE special envoy attended the meeting.", names=name)
    assert "multilateral" not in themes("They met on the sidelines of the OSCE.", names=name)


def test_an_organisation_as_a_trade_partner_is_no_topic():
    assert themes("Trade turnover with the EU grew.", names={"EU": ("ORG", "european-union")}) == {"trade-economy"}


# --- relations in general, fields, and what is near -----------------------------------------------------------------

@pytest.mark.parametrize("language, general, field", [
    ("en", "They praised the cooperation.", "They praised the cooperation in transport."),
    ("az", "Onlar əməkdaşlığı müzakirə ediblər.", "Onlar nəqliyyat sahəsində əməkdaşlığı müzakirə ediblər."),
    ("ru", "Они говорили о сотрудничестве.", "Они говорили о сотрудничестве в сфере транспорта."),
    ("kk", "Олар ынтымақтастықты талқылады.", "Олар көлік саласындағы ынтымақтастықты талқылады."),
    ("tr", "İş birliğini konuştular.", "Ulaştırma alanında iş birliğini konuştular."),
])
def test_cooperation_is_political_dialogue_only_where_no_field_is_named(language, general, field):
    assert themes(general, language=language) == {"political-dialogue"}
    assert themes(field, language=language) == {"transport"}


def test_a_visit_abroad_is_political_whatever_else_it_was_for_but_a_tour_at_home_is_not():
    abroad = "On a visit to Georgia he opened a factory."
    assert themes(abroad, names={"Georgia": ("COUNTRY", "georgia")}) == {"political-dialogue", "trade-economy"}
    assert themes("During a visit in his district he opened a factory.") == {"trade-economy"}


def test_cooperation_listed_with_politics_is_both():
    assert themes("They spoke of political, trade and economic cooperation.") == {"political-dialogue", "trade-economy"}
    assert themes("Речь шла о политическом и торгово-экономическом сотрудничестве.", language="ru") == {
        "political-dialogue", "trade-economy"}


@pytest.mark.parametrize("language, sentence", [
    ("en", "We are brothers and friends, a brotherly people."), ("az", "Biz qardaşıq."), ("ru", "Мы братские народы."),
    ("kk", "Біз бауырласпыз."), ("tr", "Biz kardeşiz."),
])
def test_calling_each_other_brothers_speaks_of_relations(language, sentence):
    assert themes(sentence, language=language) == {"political-dialogue"}


def test_humanitarian_ties_are_culture_and_humanitarian_aid_is_not():
    assert "culture-education" in themes("They agreed on humanitarian cooperation.")
    assert "culture-education" not in themes("They agreed on humanitarian aid.")
    assert "culture-education" not in themes("Самолёт доставил гуманитарную помощь.", language="ru")


def test_customs_are_transport_but_a_disputed_border_is_conflict():
    assert themes("Customs will work faster at the checkpoint.") == {"transport"}
    assert themes("The border dispute goes on.") == {"security-conflict"}


def test_an_aircraft_is_transport_and_its_crash_under_inquiry_is_not():
    assert themes("The airline opens a daily flight.") == {"transport"}
    assert themes("The crash of the airliner on a regular flight is still examined.") == {"security-conflict"}


def test_talks_that_settle_a_conflict_are_conflict_throughout_the_report():
    lead = "Yeni barış görüşmeleri başladı."
    assert themes(lead, "Görüşmelere üç heyet katılıyor.", language="tr") == {"security-conflict"}
    assert themes("Ziyaret başladı.", "Görüşmelere üç heyet katılıyor.", language="tr") == {"political-dialogue"}


def test_a_memorial_recalls_the_fallen_and_is_no_conflict():
    sentence = "Onlar ərazi bütövlüyü uğrunda şəhid olanların məzarına gül qoyublar."
    assert themes(sentence, language="az") == {"commemoration"}


# --- context ---------------------------------------------------------------------------------------------------------

@pytest.mark.parametrize("language, before, after", [
    ("en", "The pipeline is ready.", "This will change a lot."),
    ("az", "Boru kəməri hazırdır.", "Bu, çox şeyi dəyişəcək."),
    ("ru", "Газопровод готов.", "Это многое изменит."),
    ("kk", "Газ құбыры дайын.", "Бұл көп нәрсені өзгертеді."),
    ("tr", "Boru hattı hazır.", "Bu çok şeyi değiştirecek."),
])
def test_a_sentence_that_points_back_keeps_the_theme(language, before, after):
    assert themes(before, after, language=language) == {"energy"}
    assert themes(after, language=language) == set()


def test_a_quotation_keeps_its_theme_and_another_speaker_does_not_take_it_over():
    sentences = "The pipeline is ready.", "Everybody worked hard."
    assert themes(*sentences, quoted=True, speakers=SPEAKER) == {"energy"}
    assert themes(*sentences, quoted=True, speakers=[SPEAKER, ("another",)]) == set()
    assert themes(*sentences) == set()


def test_a_theme_is_not_carried_on_for_ever():
    doc = document("The pipeline is ready.", *["This changes everything."] * 4)
    assert [fired(doc, "theme", number) for number in range(5)] == [{"energy"}, {"energy"}, {"energy"}, set(), set()]


def test_a_quotation_that_points_back_to_nothing_keeps_its_theme_for_one_sentence():
    doc = document("The pipeline is ready.", *["Everybody worked hard."] * 3, quoted=True, speakers=SPEAKER)
    assert [fired(doc, "theme", number) for number in range(4)] == [{"energy"}, {"energy"}, set(), set()]


# --- frames ----------------------------------------------------------------------------------------------------------

@pytest.mark.parametrize("language, sentence", [
    ("en", "Our brotherly nations belong to the Turkic world."), ("az", "Qardaş xalqlarımız türk dünyasına bağlıdır."),
    ("ru", "Братские народы принадлежат к тюркскому миру."), ("kk", "Бауырлас халықтар түркі әлеміне кіреді."),
    ("tr", "Kardeş halklarımız Türk dünyasına bağlıdır."),
])
def test_kinship(language, sentence):
    assert frames(sentence, language=language) == {"kinship"}


def test_a_word_inside_a_name_makes_no_frame():
    name = {"Cooperation Council of Turkic-Speaking States": ("ORG", "organization-of-turkic-states")}
    assert frames("He spoke about the Cooperation Council of Turkic-Speaking States.", names=name) == set()
    order = {"орденом «Достык»": ("DOCUMENT", "x")}
    assert frames("Он говорил с орденом «Достык» на груди.", language="ru", names=order) == set()
    group = {"Friendship Bridge": ("PLACE", "friendship-bridge")}
    assert frames("They met at the Friendship Bridge.", names=group) == set()


def test_the_name_of_a_friendship_group_is_no_friendship():
    assert "friendship" not in frames("The friendship group met.")
    assert "friendship" not in frames("Они смотрели друг на друга.", language="ru")
    assert "friendship" in frames("The friendship of the peoples is old.")


def test_signing_a_declaration_on_alliance_makes_both_frames():
    name = {"Declaration on Allied Relations": ("DOCUMENT", "declaration-on-allied-relations")}
    assert frames("The presidents signed the Declaration on Allied Relations.", names=name) == {
        "strategic-alliance", "institution-building"}
    assert frames("He quoted the Declaration on Allied Relations.", names=name) == set()


def test_a_list_of_what_agreements_cover_makes_none():
    assert frames("The agreements cover media, sports and small companies.") == set()


@pytest.mark.parametrize("language, sentence", [
    ("en", "Trade increased by 40 percent."), ("az", "Ticarət 40 faiz artıb."),
    ("ru", "Торговля выросла на 40 процентов."), ("kk", "Сауда 40 пайызға өсті."), ("tr", "Ticaret yüzde 40 arttı."),
])
def test_growth_with_a_number_is_pragmatic_gain(language, sentence):
    assert frames(sentence, language=language) == {"pragmatic-gain"}


def test_the_prospects_of_cooperation_as_a_subject_are_no_gain():
    assert frames("The sides discussed the prospects of cooperation.") == set()
    assert frames("Стороны обсудили перспективы сотрудничества.", language="ru") == set()


@pytest.mark.parametrize("language, sentence", [
    ("en", "Under the wise leadership of the President much was done."),
    ("az", "Ulu öndərin müdrik siyasəti yadda qalıb."),
    ("ru", "Под мудрым руководством Президента сделано многое."), ("kk", "Президенттің көреген саясаты елге таныс."),
    ("tr", "Cumhurbaşkanının liderliğinde çok iş yapıldı."),
])
def test_crediting_a_leader(language, sentence):
    assert frames(sentence, language=language) == {"leadership"}


@pytest.mark.parametrize("language, support, refusal", [
    ("en", "The country will support the territorial integrity of its neighbour.",
     "The country will not support the territorial integrity of its neighbour."),
    ("az", "Ölkə qonşusunun ərazi bütövlüyünü dəstəkləyir.", "Ölkə qonşusunun ərazi bütövlüyünü dəstəkləmir."),
    ("ru", "Страна поддерживает позицию соседа.", "Страна не поддерживает позицию соседа."),
    ("kk", "Ел көршісінің аумақтық тұтастығын қолдайды.", "Ел көршісінің аумақтық тұтастығын қолдамайды."),
    ("tr", "Ülke komşusunun toprak bütünlüğünü destekliyor.", "Ülke komşusunun toprak bütünlüğünü desteklemiyor."),
])
def test_support_is_solidarity_and_refused_support_is_not(language, support, refusal):
    assert "solidarity" in frames(support, language=language)
    assert "solidarity" not in frames(refusal, language=language)


def test_state_support_of_an_industry_is_no_solidarity():
    assert "solidarity" not in frames("The state will support textile producers.")


@pytest.mark.parametrize("language, sentence", [
    ("en", "He criticized double standards."), ("az", "O, ikili standartları tənqid edib."),
    ("ru", "Он раскритиковал двойные стандарты."), ("kk", "Ол қос стандартты сынады."),
    ("tr", "Çifte standartları eleştirdi."),
])
def test_criticism_is_concern(language, sentence):
    assert frames(sentence, language=language) == {"concern"}


# --- every label names its cue ----------------------------------------------------------------------------------------

def test_a_code_names_the_words_behind_it():
    doc = document("In Baku they praised the Middle Corridor and mutual trust.")
    found = {code.code: (doc.text[code.start:code.end], code.cue) for code in doc.codes if code.axis != "tone"}
    assert found["transport"] == ("Middle Corridor", "middle corridor")
    assert found["friendship"] == ("mutual trust", "mutual trust")


def test_a_code_from_a_mention_names_the_entity():
    doc = document("They spoke of the BTC.", names={"BTC": ("ROUTE", "baku-tbilisi-ceyhan")})
    code = next(code for code in doc.codes if code.axis == "theme")
    assert (doc.text[code.start:code.end], code.cue) == ("BTC", "entity:baku-tbilisi-ceyhan")


def test_half_cues_must_be_two_different_ones():
    assert themes("The price is fair.") == set()
    assert themes("The price, the price and again the price.") == set()
    assert themes("The price of these products is fair.") == {"trade-economy"}


@pytest.mark.parametrize("language, evil, remedy", [
    ("en", "The crisis goes on.", "They spoke of ways to prevent a crisis."),
    ("az", "Böhran davam edir.", "Onlar böhranın həlli yollarını axtarır."),
    ("ru", "Кризис продолжается.", "Они говорили о преодолении кризиса."),
    ("kk", "Дағдарыс жалғасуда.", "Олар дағдарыстың алдын алу жолдарын іздейді."),
    ("tr", "Kriz sürüyor.", "Krizin önlenmesi için yollar aranıyor."),
])
def test_an_evil_is_concern_and_fighting_it_is_not(language, evil, remedy):
    assert "concern" in frames(evil, language=language)
    assert "concern" not in frames(remedy, language=language)


def test_a_theme_that_is_kept_names_the_pointer_and_the_cue_it_goes_back_to():
    doc = document("The pipeline is ready.", "This will change a lot.", "It took years.")
    found = [(code.sentence, doc.text[code.start:code.end], code.cue) for code in doc.codes if code.axis == "theme"]
    assert found == [(0, "pipeline", "pipeline"), (1, "This", "continues:pipeline"), (2, "It", "continues:pipeline")]
    for code in doc.codes:
        assert doc.sentences[code.sentence].start <= code.start < code.end <= doc.sentences[code.sentence].end
