"""Who speaks where no verb beside a name says so: openers, statements, labels, sources, on sentences of our own."""

import pytest
from speech_support import BODY, PERSON, STATE, document, speakers

from analysis.annotate import voices

DEMIR, BERG, SALIMOV = (PERSON, "ayse-demir"), (PERSON, "anna-berg"), (PERSON, "timur-salimov")
MINISTRY = (BODY, "ministry-of-energy-of-azerbaijan")
NAMES = {
    "en": {
        "Anna Berg": BERG,
        "Berg": BERG,
        "Timur Salimov": SALIMOV,
        "Kazakhstan": (STATE, "kazakhstan"),
        "Azerbaijan": (STATE, "azerbaijan"),
        "Ministry of Energy": MINISTRY,
        "Caspian News": (BODY, "caspian-news"),
    },
    "az": {
        "Anar Səmədov": BERG,
        "Anar Səmədovun": BERG,
        "Timur Salimovun": SALIMOV,
        "Energetika Nazirliyi": MINISTRY,
        "Qazaxıstan": (STATE, "kazakhstan"),
    },
    "ru": {
        "Анна Берг": BERG,
        "Анны Берг": BERG,
        "Тимур Салимов": SALIMOV,
        "Касым-Жомарт Токаев": (PERSON, "kassym-jomart-tokayev"),
        "Ильхама Алиева": (PERSON, "ilham-aliyev"),
        "@Президентом Азербайджана": (PERSON, "ilham-aliyev"),
        "Казахстан": (STATE, "kazakhstan"),
        "Каспий Ньюс": (BODY, "kaspii-news"),
    },
    "kk": {
        "Анна Берг": BERG,
        "Тимур Сәлімов": SALIMOV,
        "Anna Berg": BERG,
        "Қасым-Жомарт Тоқаев": (PERSON, "kassym-jomart-tokayev"),
        "Қазақстан": (STATE, "kazakhstan"),
    },
    "tr": {
        "Ayşe Demir": DEMIR,
        "Demir": DEMIR,
        "Demir’in": DEMIR,
        "Timur Salimov": SALIMOV,
        "Enerji Bakanlığından": MINISTRY,
        "Hazar Birliği": (BODY, "caspian-union"),
        "Kazakistan": (STATE, "kazakhstan"),
    },
}
NARRATOR = "narrator"


def check(language, text, expected):
    assert speakers(text, language, NAMES[language]) == expected


@pytest.mark.parametrize(
    "text",
    [
        'Ayşe Demir, "Yol uzun. Hazırız. Bunu bitireceğiz" dedi.',
        'Hazar Birliği Başkanı Ayşe Demir , "Yol uzun. Hazırız. Çalışmalar var" diye konuştu.',
        'İki ülke arasındaki yola dikkati çeken Demir, "Yol uzun. Hazırız. Bunu bitireceğiz." ifadelerini kullandı.',
        'Demir, "Yol uzun. Hazırız. Bunu bitireceğiz',
    ],
)
def test_who_stands_in_front_of_a_quotation_speaks_all_of_it(text):
    doc = document(text, "tr", NAMES["tr"])
    voices.annotate(doc)
    assert [(sentence.speakers, sentence.quoted) for sentence in doc.sentences] == [(("ayse-demir",), True)] * 3


def test_a_statement_frames_a_quotation_and_goes_on_behind_it():
    text = (
        "Enerji Bakanlığından yapılan yazılı açıklamada, “Saha açıldı. Üretim başladı” ifadeleri kullanıldı. "
        "Üretimin artacağı belirtildi."
    )
    check("tr", text, [MINISTRY[1]] * 3)


def test_whose_saying_is_reported_speaks():
    check("tr", "Demir’in ev sahiplerine teşekkür ettiği kaydedildi.", ["ayse-demir"])


def test_a_speaker_announces_what_the_next_line_quotes():
    check("tr", 'Ayşe Demir şunları kaydetti:\n\n"Yol uzun, biz hazırız. Bu sürecek."', ["ayse-demir"] * 3)
    check("tr", "Ayşe Demir, yolun açılacağını belirtti:\n\n- Yol uzun.\n\n- Kış sert.", ["ayse-demir"] * 3)


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("kk", "Мұнай тасымалы артады. Бұл туралы министр Тимур Сәлімов мәлім етті.", "timur-salimov"),
        ("kk", "Munaı tasymaly artady. Bul týraly mınıstr Anna Berg málim etti.", "anna-berg"),
        ("az", "İxrac artır. Bu barədə nazir Anar Səmədov bildirib.", "anna-berg"),
        ("ru", "Экспорт растет. Об этом сообщила Анна Берг.", "anna-berg"),
    ],
)
def test_a_later_sentence_names_the_speaker_of_the_lead(language, text, speaker):
    check(language, text, [speaker] * 2)


def test_a_bare_title_is_the_last_speakers_who_holds_it_not_the_addressees():
    text = (
        "Глава государства встретился с Президентом Азербайджана. Касым-Жомарт Токаев поздравил Ильхама Алиева.\n\n"
        "– Это стало возможным благодаря Вашей политике. Это большое событие, – подчеркнул Президент."
    )
    check("ru", text, [NARRATOR] + ["kassym-jomart-tokayev"] * 3)


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("kk", "Қасым-Жомарт Тоқаев, Қазақстан\nПрезиденті:\n- Жоба басталды. Жол ашық.", "kassym-jomart-tokayev"),
        ("kk", "Анна Берг, энергетика министрі:\n\nӨндіріс өсті. Жол ашық.", "anna-berg"),
        ("ru", "Анна Берг, министр энергетики:\n\nДобыча растет. Дорога открыта.", "anna-berg"),
        ("en", "Anna Berg, energy minister:\n\nOutput is growing. The road is open.", "anna-berg"),
        ("en", "Statement by Anna Berg\n\n- Dear friends,\n\nI thank all of you.", "anna-berg"),
    ],
)
def test_a_label_or_heading_gives_the_floor_to_what_stands_below_it(language, text, speaker):
    assert set(speakers(text, language, NAMES[language])) == {speaker}


def test_a_name_with_a_participle_before_a_colon_is_no_label():
    check("en", "Anna Berg, who said little, left: the talks ended. It rained.", [NARRATOR] * 2)


def test_a_signed_post_is_its_authors():
    text = "The forum closed.\n\nTalks were held. Results noted.\n— Anna Berg (@annaberg) May 3, 2024\n\nIt rained."
    check("en", text, [NARRATOR, "anna-berg", "anna-berg", "anna-berg", NARRATOR])


@pytest.mark.parametrize(
    "text",
    [
        "“The field will open soon,” read a statement by the Ministry of Energy.",
        "“The field will open soon,” said a statement from the Ministry of Energy.",
    ],
)
def test_a_statement_may_be_read_behind_its_words(text):
    check("en", text, [MINISTRY[1]])


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "According to Berg, in the coming years Kazakhstan expects more cargo.", "anna-berg"),
        ("az", "Anar Səmədovun sözlərinə görə, Qazaxıstan yeni xətti vacib hesab edir.", "anna-berg"),
        ("ru", "По словам Анны Берг, Казахстан считает проект важным.", "anna-berg"),
        ("tr", "Ayşe Demir'e göre, Kazakistan bu adımı önemli buluyor, diye düşünüyor.", "ayse-demir"),
    ],
)
def test_a_source_that_opens_the_sentence_goes_before_a_state_inside_it(language, text, speaker):
    check(language, text, [speaker])


def test_a_statement_as_a_source_leaves_the_state_its_words():
    check("en", "According to the statement, Azerbaijan expressed hope for peace.", ["azerbaijan"])
    check("en", "According to earlier plans, the road is open.", [NARRATOR])


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("az", "Ekspertlərin fikrincə, ixrac artacaq.", "experts"),
        ("ru", "По мнению экспертов, экспорт вырастет.", "experts"),
        ("kk", "Сарапшылардың айтуынша, экспорт өседі.", "experts"),
        ("tr", "Uzmanlara göre, ihracat artacak.", "experts"),
    ],
)
def test_unnamed_experts_are_a_source_in_any_case(language, text, speaker):
    check(language, text, [speaker])


def test_whom_it_was_told_is_not_who_told_it():
    check(
        "ru",
        '"Дорога открыта и работает", - сказал Каспий Ньюс политический обозреватель Тимур Салимов.',
        ["timur-salimov"],
    )


def test_the_new_ambassador_is_behind_his_verb():
    text = "Ties can reach a higher level, said the new Ambassador of Azerbaijan to Kazakhstan, Timur Salimov."
    check("en", text, ["timur-salimov"])


def test_a_ministry_that_only_its_kind_names_speaks_under_it():
    check("en", "The ministry said that output grew.", ["ministry"])
    check("kk", "Министрлік өндіріс өскенін мәлімдеді.", ["ministry"])


def test_a_language_spoken_is_no_statement():
    check("en", "Anna Berg spoke in English.", [NARRATOR])
    check("ru", "Анна Берг говорила на английском языке.", [NARRATOR])


def test_an_expert_in_front_of_an_office_holder_speaks_of_him():
    text = "Анна Берг сарапшы. Сарапшы Мемлекет басшысы Қасым-Жомарт Тоқаев тапсырма бергенін еске алады."
    assert speakers(text, "kk", NAMES["kk"])[1] != "kassym-jomart-tokayev"


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "Berg noted progress. For this purpose, it plans to build a port.", "anna-berg"),
        ("ru", "Анна Берг отметила рост. Для этого нужен новый порт.", "anna-berg"),
        ("az", "Anar Səmədov nailiyyətləri qeyd edib. Bunun üçün yeni liman lazımdır.", "anna-berg"),
        ("kk", "Анна Берг өсімді атап өтті. Оған қоса, жаңа порт салынуда.", "anna-berg"),
        ("tr", "Ayşe Demir artışı belirtti. Bunun için yeni bir liman gerekiyor.", "ayse-demir"),
    ],
)
def test_a_sentence_that_continues_goes_on_with_the_speaker(language, text, speaker):
    check(language, text, [speaker] * 2)


def test_a_quotation_behind_the_word_for_a_statement_needs_no_comma():
    text = "Enerji Bakanlığından yapılan açıklamada “Saha açıldı, iş başladı. Üretim sürüyor” denildi."
    check("tr", text, [MINISTRY[1]] * 2)


def test_a_list_of_highlights_is_the_speech_it_comes_from():
    speech = "Demir’in konuşmasından öne çıkanlar:\n\nYol uzun sürecek.\n\nKışın hava sert."
    text = f"{speech}\n\nAyşe Demir, Bakü’yü ziyaret etti."
    check("tr", text, ["ayse-demir"] * 3 + [NARRATOR])


def test_the_head_of_state_of_a_report_is_that_of_its_language():
    names = NAMES["kk"] | {"Ильхам Әлиев": (PERSON, "ilham-aliyev")}
    text = "Қасым-Жомарт Тоқаев пен Ильхам Әлиев кездесті. Мемлекет басшысы жолдың маңызын атап өтті."
    assert speakers(text, "kk", names) == [NARRATOR, "kassym-jomart-tokayev"]


def test_a_state_behind_also_does_not_take_the_floor_from_a_person():
    text = "Анна Берг өсімді атап өтті. Сондай-ақ Қазақстан жаңа жол салып жатқанын атап өтті."
    check("kk", text, ["anna-berg"] * 2)


def test_who_is_told_does_not_speak():
    text = "Work is going on, Deputy Energy Minister Anna Berg, who took part in the forum, told Caspian News."
    check("en", text, ["anna-berg"])


def test_as_somebody_noted():
    check("en", "Energy Minister Anna Berg arrived. As the minister noted, output will grow.", [NARRATOR, "anna-berg"])


def test_a_deputy_minister_may_be_called_just_that():
    text = "Deputy Energy Minister Anna Berg arrived. Output grows steadily, the deputy minister said."
    check("en", text, [NARRATOR, "anna-berg"])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Anna Berg met with Timur Salimov. During the talks, it was noted that trade had grown."),
        ("en", "Anna Berg met with Timur Salimov. The importance of new routes was emphasized."),
        ("ru", "Анна Берг встретилась с Тимуром Салимовым. На встрече было отмечено, что торговля растет."),
        ("az", "Anar Səmədov Timur Salimovla görüşüb. Görüşdə əlaqələrin inkişafı vurğulanıb."),
        ("kk", "Анна Берг Тимур Сәлімовпен кездесті. Кездесуде сауданың маңызы айтылды."),
        ("tr", "Ayşe Demir, Timur Salimov ile bir araya geldi. Görüşmede ticaretin arttığı vurgulandı."),
    ],
)
def test_what_is_noted_when_two_meet_is_both_theirs(language, text):
    met = {"Тимуром Салимовым": SALIMOV, "Timur Salimovla": SALIMOV, "Тимур Сәлімовпен": SALIMOV}
    found = speakers(text, language, NAMES[language] | met)
    assert found[0] == NARRATOR and found[1] in ("anna-berg+timur-salimov", "ayse-demir+timur-salimov")


def test_what_is_discussed_when_two_meet_is_nobodys_words():
    check("en", "Anna Berg met with Timur Salimov. New routes were discussed during the talks.", [NARRATOR] * 2)


def test_what_will_be_assessed_is_no_report_of_words():
    check("tr", "Ayşe Demir artışı belirtti. Toplantıda yeni yollar değerlendirilecek.", ["ayse-demir", NARRATOR])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Anna Berg said output was growing. Turnover rose fivefold last year."),
        ("ru", "Анна Берг отметила рост добычи. Объем перевозок вырос в пять раз."),
        ("az", "Anar Səmədov bildirib ki, hasilat artır. Daşıma həcmi beş dəfə çoxalıb."),
        ("kk", "Анна Берг өсімді атап өтті. Тасымал көлемі бес есе артты."),
        ("tr", "Ayşe Demir üretimin arttığını belirtti. Taşıma hacmi beş kat büyüdü."),
    ],
)
def test_within_a_paragraph_a_speaker_goes_on_behind_it_the_outlet_does(language, text):
    first, second = text.split(". ", 1)
    whole = f"A.\n\nB.\n\n{text}\n\nC."
    assert len(set(speakers(whole, language, NAMES[language])[2:4])) == 1
    apart = speakers(f"A.\n\nB.\n\n{first}.\n\n{second}\n\nC.", language, NAMES[language])
    assert apart[2] != NARRATOR and apart[3] == NARRATOR


def test_a_paragraph_that_turns_to_somebody_else_does_not_go_on():
    text = "A.\n\nB.\n\nAnna Berg said output was growing. The works of Timur Salimov opened in May.\n\nC."
    check("en", text, [NARRATOR, NARRATOR, "anna-berg", NARRATOR, NARRATOR])


def test_a_headline_is_the_outlets_where_a_later_sentence_names_the_speaker():
    check(
        "az",
        "İxrac artır\n\nİxrac ötən il artıb. Bu barədə nazir Anar Səmədov bildirib.",
        [NARRATOR] + ["anna-berg"] * 2,
    )


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "– Жол ұзақ. Біз дайынбыз, – дейді Шығыс мәдени қоғамдастық орталығының өкілі Анна Берг."),
        ("ru", "«Путь долгий, мы готовы», – сказал новый временный управляющий портовых складов Тимур Салимов."),
        ("en", "“The road is long,” said the newly chosen acting manager of the harbour works Anna Berg."),
    ],
)
def test_a_long_office_may_stand_between_a_turned_verb_and_its_subject(language, text):
    assert set(speakers(text, language, NAMES[language])) <= {"anna-berg", "timur-salimov"}


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("kk", "Анна Берг жолдың маңызын атап өтті.\n– Жол ұзақ. Біз дайынбыз.", "anna-berg"),
        ("ru", "Анна Берг отметила значение дороги.\n– Дорога длинная. Мы готовы.", "anna-berg"),
        (
            "tr",
            'Ayşe Demir artışı belirtti.\n"Hedefimiz ortak pazar kurmak"\nAyşe Demir umutlu olduğunu söyledi.',
            "ayse-demir",
        ),
    ],
)
def test_a_line_of_speech_behind_a_speaker_is_theirs(language, text, speaker):
    assert set(speakers(text, language, NAMES[language])) == {speaker}


def test_the_head_of_state_may_be_named_later():
    text = "Мемлекет басшысы жолдың маңызын атап өтті.\n\nҚасым-Жомарт Тоқаев портты аралады."
    check("kk", text, ["kassym-jomart-tokayev", NARRATOR])


@pytest.mark.parametrize(
    ("language", "text", "owner"),
    [
        (
            "tr",
            "Ayşe Demir artışı belirtti. Hazar Birliği tarafından yapılan açıklamada, yolun açıldığı bildirildi.",
            "caspian-union",
        ),
        (
            "en",
            "“Ties grow,” said a statement by the Ministry of Energy. Anna Berg noted it. "
            "“All is well,” the statement added.",
            None,
        ),
    ],
)
def test_a_statement_keeps_its_owner(language, text, owner):
    assert speakers(text, language, NAMES[language])[-1] == (owner or MINISTRY[1])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Правительство опровергло сообщения. Посольство заявило о протесте.", ["government", "embassy"]),
        ("Анна Берг поблагодарила всех. Пожелала участникам успеха.", ["anna-berg", "anna-berg"]),
        ("Тимур Салимов уточнил, что поезд будет ходить чаще.", ["timur-salimov"]),
        ("Об этом заявил журналистам в кулуарах форума новый управляющий порта Тимур Салимов.", ["timur-salimov"]),
    ],
)
def test_russian_verbs_of_saying(text, expected):
    check("ru", text, expected)


def test_by_a_minister_of_a_state_is_not_by_the_state():
    names = NAMES["en"] | {"Azerbaijan's": (STATE, "azerbaijan")}
    text = "This was stated by Azerbaijan's Energy Minister Anna Berg at a forum."
    assert speakers(text, "en", names) == ["anna-berg"]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("ru", "Анна Берг рассказала о порте. «Это сложно, но возможно», - говорит эксперт.", "anna-berg"),
        ("ru", "Анна Берг рассказала о порте. По мнению ученого, это сложно.", "anna-berg"),
        ("ru", "Анна Берг рассказала о порте. Анна Берг, со своей стороны, сообщила о планах.", "anna-berg"),
        ("tr", "Ayşe Demir limanı anlattı. Uzman, işin zor olduğunu vurguladı.", "ayse-demir"),
        ("kk", "Анна Берг порт туралы айтты. «Бұл қиын, бірақ мүмкін», – деді ведомство басшысы.", "anna-berg"),
        ("kk", "– Бұл қиын, бірақ мүмкін, – деді Қазақстан Президенті Анна Берг форумда.", "anna-berg"),
    ],
)
def test_a_kind_of_person_is_the_one_who_has_been_speaking(language, text, speaker):
    check(language, text, [speaker] * len(speakers(text, language, NAMES[language])))


def test_scholars_are_many_and_a_scholar_is_one():
    check("ru", "Анна Берг рассказала о порте. Ученые предупреждают об отмели.", ["anna-berg", "scientists"])
