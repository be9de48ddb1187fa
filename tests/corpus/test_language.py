"""The five languages are told apart, and no other is taken for one of them."""

import json
from pathlib import Path

import pytest

from analysis.annotate.text import kazakh_latin
from analysis.corpus.clean import clean
from analysis.corpus.language import detect, script
from analysis.errors import InputError

SEEDS = Path(__file__).parents[2] / "seeds"
KAZAKH = "Кеше Астанада екі елдің министрлері кездесіп, Каспий арқылы жүк тасымалын арттыру мәселелерін талқылады."
SENTENCES = {
    "en": "The ministers met in Baku on Monday and discussed the transit of goods.",
    "az": "Nazirlər bazar ertəsi Bakıda görüşüb və yüklərin tranzitini müzakirə ediblər.",
    "ru": "Министры встретились в понедельник в Баку и обсудили транзит грузов.",
    "kk": KAZAKH,
    "tr": "Bakanlar pazartesi günü Bakü'de bir araya gelerek yük taşımacılığını görüştü.",
}


@pytest.mark.parametrize("language", SENTENCES)
def test_one_sentence_is_enough(language):
    assert detect(SENTENCES[language])[0] == language


def test_capitals_do_not_matter():
    assert detect(SENTENCES["ru"].upper())[0] == "ru"
    assert detect(SENTENCES["en"].upper())[0] == "en"


def test_kazakh_in_latin_script():
    text = kazakh_latin(KAZAKH)
    assert detect(text) == ("kk", "letters: ǵ, ń, q")
    assert script(text) == "latn" and script(KAZAKH) == "cyrl"


def test_seeds_have_the_language_gold_says():
    for line in (SEEDS / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        report = " ".join(gold["text"][a:b] for a, b in clean(gold["text"]).kept)
        assert detect(report)[0] == gold["language"]


@pytest.mark.parametrize(
    "text",
    [
        "Les ministres se sont rencontrés lundi à Bakou pour discuter du transit des marchandises.",
        "Die Minister trafen sich am Montag in Baku und berieten über den Transit von Waren.",
        "部长们星期一在巴库会面，讨论了货物过境和双边合作问题。",
        "التقى الوزراء يوم الاثنين في باكو لبحث عبور البضائع والتعاون",
        "Міністри зустрілися в понеділок у Баку та обговорили транзит вантажів.",
        "Vazirlar dushanba kuni Bokuda uchrashib, yuk tashish masalalarini muhokama qilishdi.",
        "Министрлер дүйшөмбүдө Бакуда жолугушуп, жүк ташуу маселелерин талкуулашты.",
        "qwrt plkj vbnm zxcv fghj tyui sdfg hjkl",
    ],
)
def test_other_languages_and_gibberish_are_refused(text):
    with pytest.raises(
        InputError, match=r"the article is in no language.*English.*Azerbaijani.*Russian.*Kazakh.*Turkish"
    ):
        detect(text)


def test_too_short_to_tell_names_the_file():
    with pytest.raises(InputError, match=r"a.txt: the article has too few words"):
        detect("12 : 30 — Baku", file="a.txt")


@pytest.mark.parametrize("language", SENTENCES)
@pytest.mark.parametrize("other", SENTENCES)
def test_a_line_or_quotation_in_another_language_does_not_decide(language, other):
    report, strange = SENTENCES[language], SENTENCES[other]
    for text in (
        "\n".join([strange, *[report] * 3]),
        "\n".join([f"{report} {report}", f"“{strange}”", report]),
        " ".join([strange] + [report] * 30),
    ):
        assert detect(text)[0] == language
        assert script(text) == ("cyrl" if language in ("ru", "kk") else "latn")


def test_names_in_their_own_spelling_do_not_make_a_report_azerbaijani_or_kazakh():
    names = {"en": "İlham Əliyev and Mövlud Çavuşoğlu were there.", "ru": "Там были Мұрат Нұртілеу и Қасым Тоқаев."}
    for language, line in names.items():
        assert detect(f"{SENTENCES[language]} {line}")[0] == language


def test_rows_of_figures_do_not_count():
    assert detect("12.5 14.6 17.8 20.1\n" * 40 + SENTENCES["az"])[0] == "az"


OTHER_LATIN = ("Eki eldiñ prezidentteri Astanada kezdesip, jaña jol qwrılısı turalı kelisimge qol qoydı. "
               "Ministr bul joba öñirdegi eldler üşin mañızdı ekenin ayttı, dep habarladı baspasöz qızmeti.")


def test_kazakh_in_another_latin_spelling_is_kazakh():
    assert detect(OTHER_LATIN)[0] == "kk"


@pytest.mark.parametrize("text", [
    # Tatar and Crimean Tatar share most of its letters
    "Tatarstan prezidentı Qazan şähärendä yaña mäktäp açtı häm ukıtuçılarnı bäyräm belän täbrik itte, "
    "bu turıda matbuğat xezmäte xäbär itä.",
    "Qırım tatar milliy meclisi reisi Aqmescitte yañı mektepniñ açıluvında iştirak etti ve balalarğa bahşışlar berdi."])
def test_its_neighbours_are_not(text):
    with pytest.raises(InputError):
        detect(text)
