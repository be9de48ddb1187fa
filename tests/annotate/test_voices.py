"""Voices: whose words a sentence reports, trap by trap, on sentences of our own in five languages."""

import pytest
from speech_support import BODY, PERSON, PLACE, STATE, document, lexicon, speakers

from analysis.annotate import speech, voices
from analysis.errors import InputError

BERG, SALIMOV, DEMIR = (PERSON, "anna-berg"), (PERSON, "timur-salimov"), (PERSON, "ayse-demir")
ENERGY = (BODY, "ministry-of-energy-of-azerbaijan")
NAMES = {
    "en": {
        "Anna Berg": BERG,
        "Berg": BERG,
        "Timur Salimov": SALIMOV,
        "Salimov": SALIMOV,
        "Azerbaijan": (STATE, "azerbaijan"),
        "Kazakhstan": (STATE, "kazakhstan"),
        "~Armenian": (STATE, "armenia"),
        "~Kazakh": (STATE, "kazakhstan"),
        "Baku": (PLACE, "baku"),
        "Astana": (PLACE, "astana"),
        "Caspian News Wire": (BODY, "caspian-news-wire"),
        "Ministry of Energy": ENERGY,
        "Akorda press service": (BODY, "akorda-press-service"),
        "World Bank": (BODY, "world-bank"),
    },
    "az": {
        "Anar Səmədov": BERG,
        "Anar Səmədovun": BERG,
        "Səmədov": BERG,
        "Timur Salimov": SALIMOV,
        "T.Salimov": SALIMOV,
        "Timur Salimovla": SALIMOV,
        "Azərbaycan": (STATE, "azerbaijan"),
        "Qazaxıstanın": (STATE, "kazakhstan"),
        "Bakıda": (PLACE, "baku"),
        "Xəbər Xətti": (BODY, "kheber-khetti"),
        "Energetika Nazirliyindən": ENERGY,
        "Energetika Nazirliyi": ENERGY,
    },
    "ru": {
        "Анна Берг": BERG,
        "Берг": BERG,
        "Тимур Салимов": SALIMOV,
        "Салимов": SALIMOV,
        "Салимова": SALIMOV,
        "Салимовым": SALIMOV,
        "Тимуром Салимовым": SALIMOV,
        "Казахстан": (STATE, "kazakhstan"),
        "Азербайджан": (STATE, "azerbaijan"),
        "Баку": (PLACE, "baku"),
        "Министерстве энергетики": ENERGY,
        "пресс-служба министерства": (BODY, "press-service-of-ministry"),
        "Каспий Ньюс": (BODY, "kaspii-nyus"),
    },
    "kk": {
        "Анна Берг": BERG,
        "Берг": BERG,
        "Тимур Сәлімов": SALIMOV,
        "Сәлімовтың": SALIMOV,
        "Каспий Ньюс": (BODY, "kaspii-nyus"),
        "Энергетика министрлігі": ENERGY,
        "Энергетика министрлігінің": ENERGY,
        "Timur Sálimov": SALIMOV,
        "Anna Berg": BERG,
    },
    "tr": {
        "Ayşe Demir": DEMIR,
        "Demir": DEMIR,
        "Demir'in": DEMIR,
        "Demir'e": DEMIR,
        "Salimov": SALIMOV,
        "Timur Salimov": SALIMOV,
        "Enerji Bakanlığından": ENERGY,
    },
}
NARRATOR = "narrator"
BOTH = "anna-berg+timur-salimov"


def check(language, text, expected):
    assert speakers(text, language, NAMES[language]) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Anna Berg said trade had doubled. She added that a cable would follow.", ["anna-berg"] * 2),
        ("az", "Anar Səmədov bildirib ki, layihə davam edir. O qeyd edib ki, iş sürətlənir.", ["anna-berg"] * 2),
        ("ru", "Тимур Салимов отметил, что торговля растет. Он добавил, что проект готов.", ["timur-salimov"] * 2),
        ("kk", "Тимур Сәлімов жобаның маңызын атап өтті. Ол сенім білдірді.", ["timur-salimov"] * 2),
        ("kk", "Timur Sálimov jobanyń mańyzyn atap ótti. Ol senim bildirdi.", ["timur-salimov"] * 2),
        ("tr", "Ayşe Demir, ticaretin arttığını belirtti. O, sürecin hızlanacağını vurguladı.", ["ayse-demir"] * 2),
    ],
)
def test_indirect_speech_and_the_pronoun_that_goes_on(language, text, expected):
    check(language, text, expected)


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "“We will build it. It will take years. The money is there,” Berg said.", "anna-berg"),
        ("az", "“Biz dostuq. Bu dostluq əbədidir. Biz qonşuyuq”, - Anar Səmədov vurğulayıb.", "anna-berg"),
        ("ru", "«Мы построим его. Это займет годы. Деньги есть», - заявила Анна Берг.", "anna-berg"),
        ("kk", "«Біз салып жатырмыз. Ол көп уақыт алады. Қаржы бар», - деді Анна Берг.", "anna-berg"),
        (
            "tr",
            '"Biz dostuz. Bu dostluk sürecek. Yolumuz bir." ifadelerini kullanan Demir, yatırım çağrısında bulundu.',
            "ayse-demir",
        ),
    ],
)
def test_a_quotation_over_three_sentences_is_its_speakers_and_quoted(language, text, speaker):
    doc = document(text, language, NAMES[language])
    voices.annotate(doc)
    assert [(sentence.speakers, sentence.quoted) for sentence in doc.sentences[:3]] == [((speaker,), True)] * 3


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Anna Berg met with Timur Salimov. They discussed trade and agreed to hold a forum. The sides signed it.",
        ),
        ("az", "Tərəflər fikir mübadiləsi aparıblar. Görüşdə sənədlər imzalanıb."),
        ("ru", "Стороны обсудили планы. Главы государств обменялись мнениями и подписали документы."),
        ("kk", "Тараптар пікір алмасты. Кездесуде ынтымақтастық мәселелері талқыланды. Құжаттарға қол қойылды."),
        ("tr", "Taraflar görüş alışverişinde bulundu. Toplantıda iki ülke ilişkileri ele alındı."),
    ],
)
def test_acts_are_the_narrators(language, text):
    assert set(speakers(text, language, NAMES[language])) == {NARRATOR}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The forum opened in Baku, Caspian News Wire reported."),
        ("az", "Xəbər Xətti xəbər verir ki, Bakıda forum keçirilib."),
        ("ru", "В Баку открылся форум, передает Каспий Ньюс."),
        ("kk", "Форум ашылды, деп хабарлайды Каспий Ньюс."),
    ],
)
def test_an_agency_credited_as_the_source_is_no_voice(language, text):
    check(language, text, [NARRATOR])


def test_what_a_source_cites_is_no_voice_either():
    check("ru", "В Баку открылся форум, передает Каспий Ньюс со ссылкой на пресс-службу министерства.", [NARRATOR])


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "The Ministry of Energy said the field would open.", ENERGY[1]),
        ("en", "Output rose, the Akorda press service reported.", "akorda-press-service"),
        ("az", "Energetika Nazirliyindən bildirilib ki, ixrac artıb.", ENERGY[1]),
        ("ru", "В Министерстве энергетики сообщили, что авария устранена.", ENERGY[1]),
        ("ru", "Дорога открыта, сообщает пресс-служба министерства.", "press-service-of-ministry"),
        ("kk", "Экспорт өсті, деп хабарлайды Энергетика министрлігі.", ENERGY[1]),
        ("tr", "Enerji Bakanlığından yapılan açıklamada, üretimin arttığı bildirildi.", ENERGY[1]),
    ],
)
def test_a_ministry_or_press_service_that_gives_facts_is_a_voice(language, text, speaker):
    check(language, text, [speaker])


def test_who_speaks_within_a_press_services_report_goes_before_the_press_service():
    check("en", "Anna Berg praised the project, the Akorda press service reported.", ["anna-berg"])
    check(
        "ru",
        "«Салимов отметил рост торговли. Казахстан приветствует это», - говорится в сообщении пресс-службы.",
        ["timur-salimov", "kazakhstan"],
    )


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "According to Anna Berg, exports grew. According to the World Bank, growth will slow.",
            ["anna-berg", "world-bank"],
        ),
        ("az", "Anar Səmədovun sözlərinə görə, ixrac artacaq. Onun fikrincə, bu, yaxşıdır.", ["anna-berg"] * 2),
        ("ru", "По словам Салимова, экспорт вырос. По его мнению, рост продолжится.", ["timur-salimov"] * 2),
        ("kk", "Сәлімовтың айтуынша, экспорт өсті. Оның пікірінше, бұл жақсы.", ["timur-salimov"] * 2),
        ("tr", "Demir'e göre, süreç hızlanacak. Demir'in açıklamasına göre, ihracat arttı.", ["ayse-demir"] * 2),
    ],
)
def test_according_to(language, text, expected):
    check(language, text, expected)


def test_for_in_azerbaijani_is_not_according_to():
    check("az", "Anar Səmədov səmimi qəbula görə minnətdarlığını bildirib.", ["anna-berg"])


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "Berg noted the progress. It was emphasized that ties had grown.", "anna-berg"),
        ("az", "Anar Səmədov nailiyyətləri vurğulayıb. Qeyd edilib ki, əlaqələr genişlənir.", "anna-berg"),
        ("ru", "Тимур Салимов отметил рост торговли. Было подчеркнуто, что сроки известны.", "timur-salimov"),
        ("kk", "Тимур Сәлімов жобаны жоғары бағалады. Жұмыс жалғасатыны атап өтілді.", "timur-salimov"),
        ("tr", "Ayşe Demir, ticaretin arttığını belirtti. Sürecin hızlanacağı vurgulandı.", "ayse-demir"),
    ],
)
def test_an_impersonal_report_goes_on_with_the_last_speaker(language, text, speaker):
    check(language, text, [speaker, speaker])


def test_an_impersonal_report_of_a_meeting_is_of_both_who_have_spoken():
    check(
        "en",
        "Berg noted the progress. Salimov thanked her. During the talks, it was emphasized that ties had grown.",
        ["anna-berg", "timur-salimov", BOTH],
    )


def test_an_impersonal_report_that_nobody_can_be_tied_to_is_flagged():
    doc = document("Qeyd edilib ki, əlaqələr genişlənir.", "az")
    voices.annotate(doc)
    assert (doc.sentences[0].speakers, doc.sentences[0].speaker_rule) == ((NARRATOR,), "impersonal")


def test_a_report_says_it_and_nobody_of_the_article():
    check(
        "tr",
        "Ayşe Demir, ticaretin arttığını belirtti. Raporda, risklerin arttığı vurgulandı.",
        ["ayse-demir", NARRATOR],
    )


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "President Timur Salimov visited Baku. The President said he was pleased.", [NARRATOR, "timur-salimov"]),
        (
            "en",
            "Energy Minister Anna Berg and President Timur Salimov arrived. The minister noted progress.",
            [NARRATOR, "anna-berg"],
        ),
        ("az", "Energetika naziri Anar Səmədov gəlib. Nazir əlaqələri yüksək qiymətləndirib.", [NARRATOR, "anna-berg"]),
        (
            "ru",
            "Президент Тимур Салимов прибыл в Баку. Глава государства отметил рост торговли.",
            [NARRATOR, "timur-salimov"],
        ),
        ("kk", "Энергетика министрі Тимур Сәлімов келді. Министр сенім білдірді.", [NARRATOR, "timur-salimov"]),
        ("tr", "Enerji Bakanı Ayşe Demir geldi. Bakan, projenin sürdüğünü vurguladı.", [NARRATOR, "ayse-demir"]),
    ],
)
def test_a_bare_title_is_whoever_the_article_gave_it_to(language, text, expected):
    check(language, text, expected)


def test_a_bare_title_that_nobody_in_the_article_holds_is_left_open():
    check("en", "President Timur Salimov visited Baku. The Prime Minister noted progress.", [NARRATOR, NARRATOR])


def test_he_is_not_the_one_named_right_behind_the_verb():
    check("en", "Berg praised Salimov. He thanked Berg.", ["anna-berg", "timur-salimov"])


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Anna Berg and Timur Salimov praised the forum.", [BOTH]),
        (
            "en",
            "Berg noted progress. Salimov agreed to visit. Both ministers hailed the results.",
            ["anna-berg", NARRATOR, BOTH],
        ),
        ("ru", "Анна Берг и Тимур Салимов выразили надежду на успех.", [BOTH]),
    ],
)
def test_a_joint_statement_has_several_speakers(language, text, expected):
    check(language, text, expected)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Baku accused its neighbour of shelling. The Kazakh side expressed interest.",
            ["azerbaijan", "kazakhstan"],
        ),
        ("en", "Armenian officials rejected the claim. The officials said it was untrue.", ["armenian-officials"] * 2),
        ("az", "Azərbaycan tərəfi razılığını bildirib.", ["azerbaijan"]),
        ("ru", "Азербайджан осудил нападение. Официальный Баку потребовал извинений.", ["azerbaijan"] * 2),
    ],
)
def test_states_their_capitals_and_unnamed_groups_speak(language, text, expected):
    check(language, text, expected)


def test_a_states_mere_name_in_front_of_a_noun_does_not_speak():
    check(
        "az", "Azərbaycan nümayəndə heyətinin səfəri davam edir. Qazaxıstanın mövqeyi bildirilib.", [NARRATOR, NARRATOR]
    )


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Berg said trade grew. Note that the cable was proposed in 2020.", ["anna-berg", NARRATOR]),
        (
            "az",
            "Anar Səmədov bildirib ki, ixrac artıb. Qeyd edək ki, forum üçüncü dəfədir keçirilir.",
            ["anna-berg", NARRATOR],
        ),
        (
            "ru",
            "Салимов отметил рост. Напомним, форум прошел в мае. Ранее сообщалось, что срок продлен.",
            ["timur-salimov", NARRATOR, NARRATOR],
        ),
        ("kk", "Тимур Сәлімов өсімді атап өтті. Айта кетейік, форум мамырда өтті.", ["timur-salimov", NARRATOR]),
    ],
)
def test_the_outlets_own_reminder_is_the_narrators(language, text, expected):
    check(language, text, expected)


def test_a_teaser_tells_nothing_of_what_was_told():
    check(
        "ru",
        "Анна Берг рассказала, какие проекты ждут страну. Анна Берг рассказала, что проекты готовы.",
        [NARRATOR, "anna-berg"],
    )


def test_a_person_is_welcomed_but_a_decision_is_commented_on():
    check(
        "en",
        "Berg welcomed Salimov in Baku. Berg welcomed the guests. Berg welcomed the decision.",
        [NARRATOR, NARRATOR, "anna-berg"],
    )


def test_words_in_a_subordinate_clause_are_not_the_sentences_statement():
    check("en", "Berg arrived in Astana after Salimov announced the deal.", [NARRATOR])


def test_a_participle_behind_a_noun_or_a_thing_as_subject_is_no_speech():
    check(
        "en",
        "The plan, proposed by Berg last year, covers gas. The visit of Anna Berg highlighted close ties.",
        [NARRATOR] * 2,
    )


def test_a_russian_object_is_no_subject():
    check("ru", "Салимова поблагодарили за помощь. В Баку встретились с Салимовым.", [NARRATOR, NARRATOR])


def test_a_participle_before_the_subject_belongs_to_it():
    check("en", "Addressing the forum, Berg noted the results, adding that work continues.", ["anna-berg"])
    check("az", "Görülən işləri yüksək qiymətləndirən Anar Səmədov dostluqdan danışıb.", ["anna-berg"])


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("az", "İxrac artıb.\n\nXəbər Xətti xəbər verir ki, bunu Anar Səmədov deyib.", ["anna-berg"] * 2),
        ("ru", "Экспорт вырастет вдвое. Об этом заявил Тимур Салимов, передает Каспий Ньюс.", ["timur-salimov"] * 2),
    ],
)
def test_this_was_said_by_reaches_back_over_the_lead(language, text, expected):
    check(language, text, expected)


def test_a_sentence_that_points_back_goes_on_with_the_speaker():
    check(
        "en",
        "Berg mentioned that the centre was a gift. This centre is a sign of friendship. A road of 20 km leads there.",
        ["anna-berg", "anna-berg", NARRATOR],
    )


def test_labels_and_speeches_without_marks():
    check(
        "en",
        "President Timur Salimov: We are glad. Trade is growing.\n\nAnna Berg: I thank you.\n\nThe talks went on.",
        ["timur-salimov", "timur-salimov", "anna-berg", NARRATOR],
    )
    check(
        "en",
        "Addressing them, Anna Berg said:\n\nDear friends, I welcome you. I recall my visit.\n\nThe forum closed.",
        ["anna-berg"] * 3 + [NARRATOR],
    )


def test_a_headline_names_its_speaker_behind_a_dash():
    check("en", "Trade to double by 2030 – Anna Berg\n\nThe forum opened in Baku.", ["anna-berg", NARRATOR])


def test_a_dateline_is_no_subject():
    check("kk", "КАЗИНФОРМ – Тимур Сәлімов жобаны қолдайтынын мәлімдеді.", ["timur-salimov"])


def test_glued_sentences_are_read_one_by_one():
    check(
        "ru",
        "Анна Берг отметила рост торговли.Стороны обсудили планы.Салимов поблагодарил за прием.",
        ["anna-berg", NARRATOR, "timur-salimov"],
    )


def test_a_passive_names_its_speaker_behind_by():
    check("en", "It was noted by Anna Berg that ties had grown.", ["anna-berg"])


def test_a_subject_in_front_of_an_open_quotation_speaks_it():
    """Turkish closes a quotation with a verb that has no subject of its own; the subject opened the sentence before."""
    text = 'Salimov teşekkür etti. Ayşe Demir ise, "Biz hazırız. Daha da ileri gidebiliriz." açıklamasında bulundu.'
    check("tr", text, ["timur-salimov", "ayse-demir", "ayse-demir"])


def test_by_whom_something_was_done_is_no_subject():
    check("tr", "Timur Salimov, temelin Ayşe Demir tarafından atıldığını bildirdi.", ["timur-salimov"])
    check("az", "Anar Səmədov işin Timur Salimov tərəfindən görüldüyünü bildirib.", ["anna-berg"])


def test_coordinated_subjects_with_titles_of_their_own():
    text = (
        "Energetika naziri Anar Səmədov və Qazaxıstanın baş nazirinin müavini Timur Salimov əməkdaşlığı qeyd ediblər."
    )
    check("az", text, [BOTH])


def test_the_case_of_the_last_is_the_case_of_all():
    check("kk", "Тимур Сәлімов сөз сөйледі. Анна Берг пен Тимур Сәлімовке алғыс айтты.", [NARRATOR, "timur-salimov"])


def test_what_was_not_disclosed_is_said_by_nobody():
    check("az", "Anar Səmədov səfərin olacağını deyib. Səfərin tarixləri açıqlanmayıb.", ["anna-berg", NARRATOR])


def test_a_title_goes_to_its_bearer_not_to_the_name_behind_it():
    text = (
        "Energetika naziri Anar Səmədov gəlib. Səfir Timur Salimov onu qarşılayıb. "
        "Səfir Anar Səmədovun gəlişindən məmnun olduğunu bildirib."
    )
    check("az", text, [NARRATOR, NARRATOR, "timur-salimov"])


def test_a_russian_title_in_another_case_belongs_to_somebody_else():
    check("ru", "На встрече с председателем парламента, Тимур Салимов назвал страну близкой.", ["timur-salimov"])


def test_a_sentence_between_two_of_one_speaker_in_one_paragraph_goes_on():
    text = "Berg noted progress. Turnover has grown fivefold. “All is well, and good,” Berg said.\n\nIt rained.\n\nEnd."
    check("en", text, ["anna-berg", "anna-berg", "anna-berg", NARRATOR, NARRATOR])


def test_a_quotation_without_attribution_is_of_whom_the_next_sentence_names():
    check(
        "az",
        "“Biz dostuq, qonşuyuq və qardaşıq.”\n\nXəbər Xətti xəbər verir ki, bunu Anar Səmədov deyib.",
        ["anna-berg"] * 2,
    )


@pytest.mark.parametrize(
    "text", ["", " ", "“", "”", "— ", "said", "« « »", "Q: ", "“” said.", "Berg:", "- -\n- -", "\n\n:"]
)
def test_scraps_of_text_break_nothing(text):
    for language in NAMES:
        assert set(speakers(text, language, NAMES[language])) <= {NARRATOR, "anna-berg"}


def test_every_pattern_of_every_language_can_be_matched():
    for language, script in (
        ("en", "latn"),
        ("az", "latn"),
        ("ru", "cyrl"),
        ("kk", "cyrl"),
        ("kk", "latn"),
        ("tr", "latn"),
    ):
        assert len(list(voices.entries(language, script))) > 100
        lexicon(language, script)


def test_a_mistake_in_the_cue_file_is_named_with_its_line(tmp_path):
    (tmp_path / "cues").mkdir()
    (tmp_path / "cues" / "speech.yaml").write_text(
        "- {language: en, kind: say, patterns: [say]}\n- {language: en, kind: shout, patterns: [x]}\n"
    )
    with pytest.raises(InputError, match=r"speech\.yaml, line 2"):
        list(speech.entries("en", "latn", tmp_path))
