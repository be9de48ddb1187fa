"""Unnamed speakers: groups of people, bodies called by a common noun, ministries without their state; own sentences."""

import pytest
from speech_support import BODY, PERSON, PLACE, STATE, speakers

from analysis.annotate import speakers as groups
from analysis.annotate.pipeline import annotate
from analysis.errors import InputError
from analysis.knowledge import FOLDER

NARRATOR = "narrator"
NAMES = {
    "en": {"Anna Berg": (PERSON, "anna-berg"), "~Kazakh": (STATE, "kazakhstan")},
    "ru": {"Анна Берг": (PERSON, "anna-berg"), "Баку": (PLACE, "baku"), "Каспий Ньюс": (BODY, "kaspii-nyus")},
    "az": {"Anna Berg": (PERSON, "anna-berg")},
    "kk": {"Анна Берг": (PERSON, "anna-berg"), "Anna Berg": (PERSON, "anna-berg")},
    "tr": {"Anna Berg": (PERSON, "anna-berg")},
}


def check(language, text, expected, names=None):
    assert speakers(text, language, NAMES[language] | (names or {})) == expected


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "Farmers fear that the canal will dry up.", "farmers"),
        ("en", "Kazakh officials denied the report.", "kazakh-officials"),
        ("ru", "Очевидцы рассказали, что поезд остановился.", "eyewitnesses"),
        ("ru", "Перевозчики жалуются на очереди.", "carriers"),
        ("ru", "Граждане возмущаются ростом цен.", "residents"),
        ("az", "Sürücülər iddia edirlər ki, körpü bağlıdır.", "drivers"),
        ("az", "Şahidlər deyirlər ki, qatar dayanıb.", "eyewitnesses"),
        ("kk", "Тұрғындар жарық жоқ деп шағымданды.", "residents"),
        ("kk", "Balyqshylar kól tartylyp jatqanyn aıtady.", "fishermen"),
        ("tr", "Görgü tanıkları, trenin durduğunu anlattı.", "eyewitnesses"),
        ("tr", "Havacılık uzmanları, rotanın değişeceğini vurguluyor.", "experts"),
    ],
)
def test_unnamed_people_speak(language, text, speaker):
    check(language, text, [speaker])


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("ru", "По словам водителей, мост закрыт. По рассказам жителей, воды нет.", ["drivers", "residents"]),
        ("az", "Sakinlərin sözlərinə görə, körpü bağlıdır.", ["residents"]),
        ("kk", "Куәгерлердің айтуынша, көпір жабық.", ["eyewitnesses"]),
        ("tr", "Diplomatik kaynaklardan alınan bilgiye göre, toplantı ertelendi.", ["diplomatic-sources"]),
    ],
)
def test_unnamed_people_are_a_source_in_any_case(language, text, speaker):
    check(language, text, speaker)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("az", "Görüşdə qonaqları salamlayan Anna Berg dostluqdan danışıb."),
        ("ru", "Анна Берг поблагодарила водителей за терпение."),
        ("kk", "Анна Берг шаруалар үшін жаңа мүмкіндіктер барын айтты."),
        ("tr", "Anna Berg, çiftçileri ziyaret ederek desteğin süreceğini söyledi."),
    ],
)
def test_people_in_another_case_do_not_take_the_floor(language, text):
    check(language, text, ["anna-berg"])


def test_a_group_takes_the_floor_from_whoever_spoke_before():
    check("tr", "Anna Berg umutlu olduğunu söyledi. Çiftçiler ise suyun azaldığını belirtti.", ["anna-berg", "farmers"])


MINISTRY = (BODY, "ministry-of-energy-of-azerbaijan")
PORT = (BODY, "aktau-sea-port-company")


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        (
            "ru",
            "Министерство энергетики открыло станцию. В ведомстве уточнили, что работа завершена. "
            "Министерство сообщило о планах. В министерстве отметили рост. Там также пояснили, что сроки известны.",
            {"Министерство энергетики": MINISTRY},
        ),
        (
            "az",
            "Energetika Nazirliyi stansiya açıb. Nazirlikdən bildirilib ki, iş bitib. Qurumdan qeyd edilib ki, "
            "iş davam edəcək.",
            {"Energetika Nazirliyi": MINISTRY},
        ),
        (
            "kk",
            "Энергетика министрлігі станция ашты. Министрлік жұмыс біткенін айтты. Ведомство мәліметінше, бәрі дайын.",
            {"Энергетика министрлігі": MINISTRY},
        ),
        (
            "tr",
            "Enerji Bakanlığı istasyon açtı. Bakanlıktan yapılan açıklamada, işin bittiği belirtildi. "
            "Bakanlık, işin süreceğini duyurdu.",
            {"Enerji Bakanlığı": MINISTRY},
        ),
        (
            "en",
            "The Ministry of Energy opened a station. The ministry said the work was done. "
            "According to the ministry, more will follow.",
            {"Ministry of Energy": MINISTRY},
        ),
    ],
)
def test_the_ministry_is_the_one_named_before(language, text, names):
    found = speakers(text, language, NAMES[language] | names)
    assert found[0] == NARRATOR and set(found[1:]) == {MINISTRY[1]}


def test_a_common_noun_stands_for_the_body_that_the_article_calls_so():
    union = {"Hazar Teşkilatı": (BODY, "caspian-union"), "Enerji Bakanlığı": MINISTRY}
    text = "Hazar Teşkilatı ile Enerji Bakanlığı anlaştı. Teşkilattan yapılan açıklamaya göre, yol açılacak."
    check("tr", text, [NARRATOR, "caspian-union"], union)


def test_a_body_with_an_owner_of_its_own_is_no_other_body():
    names = {"пресс-службе завода": (BODY, "press-service-of-plant")}
    text = "В пресс-службе завода сообщили о запуске. По информации пресс-службы акимата, дорога открыта."
    check("ru", text, ["press-service-of-plant", "press-service-of-akimat"], names)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("В полиции сообщили, что дорога открыта.", "police"),
        ("Дорога открыта, рассказали в акимате.", "akimat"),
        ("В Кремле заявили, что ждут ответа.", "kremlin"),
        ("В Баку осудили это решение.", "azerbaijan"),
        ("Жители и гости города увидят концерт, рассказали в министерстве.", "ministry"),
    ],
)
def test_where_they_say_it_is_who_says_it(text, speaker):
    check("ru", text, [speaker])


def test_an_outlet_that_is_told_something_does_not_hide_who_tells_it():
    check("ru", "Анна Берг в интервью Каспий Ньюс отметила, что порт растет.", ["anna-berg"])


def test_an_abbreviation_that_nobody_knows_is_not_the_last_speaker():
    check("az", "Anna Berg işi yüksək qiymətləndirib. DSX-dən bildirilib ki, yol açıqdır.", ["anna-berg", "dskh"])


@pytest.mark.parametrize(
    ("language", "text", "ministry"),
    [
        ("kk", "Көлік министрлігі жаңа жол салынатынын мәлімдеді.", "ministry-of-transport-of-kazakhstan"),
        ("az", "Energetika Nazirliyi ixracın artdığını bildirib.", "ministry-of-energy-of-azerbaijan"),
        ("ru", "Вагоны ушли, передает Steppe.kz. В Министерстве транспорта сообщили о планах.", None),
        ("ru", "Казахстан строит дорогу. В Министерстве транспорта сообщили о планах.", None),
        ("ru", "Азербайджан рад. В Минтрансе РК сообщили о планах.", None),
    ],
)
def test_a_ministry_without_its_state_is_that_of_the_report(language, text, ministry):
    doc = annotate("t", text, language=language, date="2024-05-10").doc
    assert doc.sentences[-1].speakers == (ministry or "ministry-of-transport-of-kazakhstan",)


def test_a_ministry_that_may_be_several_is_left_open():
    text = "Казахстан и Узбекистан строят дорогу. В Министерстве транспорта сообщили о планах."
    doc = annotate("t", text, language="ru", date="2024-05-10").doc
    assert doc.sentences[-1].speakers[0] not in (
        "ministry-of-transport-of-kazakhstan",
        "ministry-of-transport-of-uzbekistan",
    )


def test_initials_of_a_body_are_the_body():
    text = "Степная водная комиссия провела заседание. В СВК отметили, что порт растет."
    doc = annotate("t", text, language="ru", date="2024-05-10").doc
    body = next(mention.entity for mention in doc.mentions if mention.type == "ORG")
    assert doc.sentences[1].speakers == (body,)


def test_every_group_has_a_noun_for_its_identifier_and_words_in_a_language():
    items = groups._items(FOLDER / "cues" / "speakers.yaml")
    assert len(items) > 40
    assert all(item.noun == item.noun.lower() and (item.en or item.ru or item.az) for item in items)
    assert len({item.noun for item in items}) == len(items)


def test_a_mistake_in_the_file_is_named_with_its_line(tmp_path):
    (tmp_path / "cues").mkdir()
    (tmp_path / "cues" / "speakers.yaml").write_text("- {noun: drivers, en: [drivers]}\n- {noun: cooks, de: [Köche]}\n")
    with pytest.raises(InputError, match=r"speakers\.yaml, line 2"):
        list(groups.entries("en", "latn", tmp_path))
