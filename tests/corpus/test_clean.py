"""What is no part of the report goes, with its offsets and rule; what is part of it stays."""

import json
from itertools import pairwise
from pathlib import Path

import pytest

from analysis.annotate.text import fold
from analysis.corpus.clean import clean
from analysis.corpus.rules import rule_book
from analysis.errors import InputError

SEEDS = Path(__file__).parents[2] / "seeds"
REPORT = "The ministers met in Baku on Monday and discussed the transit of goods across the Caspian Sea."
MORE = "They agreed to meet again in the autumn, the ministry said."


def read(doc_id):
    return next(SEEDS.glob(f"{doc_id}*.txt")).read_bytes().decode("utf-8")


def taken(text, **more):
    return [(text[start:end], rule) for start, end, rule in clean(text, **more).removals]


def body(text):
    return [text[start:end] for start, end in clean(text).kept]


def test_every_gold_unit_of_the_seeds_is_rightly_kept_or_dropped():
    for line in (SEEDS / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        kept = clean(gold["text"]).kept

        def share(start, end, kept=kept):
            return sum(max(0, min(end, b) - max(start, a)) for a, b in kept) / (end - start)

        assert [gold["text"][a:b] for a, b in gold["boilerplate"] if share(a, b) > 0] == []
        # the first sentence of one seed holds the date prefix, so a sentence may lose a few characters
        assert [s for s in gold["sentences"] if share(s["start"], s["end"]) < 0.95] == []


def test_each_removal_of_the_seeds_names_its_rule():
    assert taken(read("000")) == [("By Rasana Gasimova", "byline"), ("---", "separator")]
    assert [rule for _, rule in taken(read("001"))] == ["date-prefix", "script-notice"]
    assert taken(read("002")) == [
        ("Also Read:\u00a0Telephonic contact between Foreign Ministers of Iran and Azerbaijan", "also-read")
    ]
    assert [rule for _, rule in taken(read("003"))] == [
        "breadcrumb",
        "repeated-title",
        "title-fragment",
        "author-box",
    ]
    assert taken(read("004")) == [("date 2024-03-11", "date-prefix"), ("+ ↺ − 16 px", "text-size")]


def test_what_the_seeds_say_of_themselves():
    found = {doc: clean(read(doc)).found for doc in ("000", "001", "002", "003", "004")}
    assert found["000"] == {"author": "Rasana Gasimova"}
    assert found["001"] == {"date": "2020-01"}
    assert found["002"] == {"date": "2023-04-12", "dateline": "Astana, 12 April 2023"}
    assert found["003"] == {
        "author": "Fidan Abdullayeva",
        "title": "Azerbaijan and Kazakhstan are friendly countries that enjoy strategic relationship",
    }
    assert found["004"] == {"date": "2024-03-11"}
    assert clean(read("001")).basis["date"] == "text: “date 2020-01”"


@pytest.mark.parametrize(
    "text",
    [read(doc) for doc in ("000", "001", "002", "003", "004")]
    + [REPORT, f"\ufeff{REPORT}\r\n\r\nTags: oil\r\n", "---", f"{REPORT} Also read: Oil price {MORE}"],
)
def test_kept_and_removed_share_the_text(text):
    cleaned = clean(text)
    spans = sorted([(a, b) for a, b in cleaned.kept] + [(a, b) for a, b, _ in cleaned.removals])
    assert all(a < b for a, b in spans)
    assert all(b <= c for (_, b), (c, _) in pairwise(spans))
    covered = "".join(text[a:b] for a, b in spans)
    assert "".join(covered.split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Read also: Oil price falls", "also-read"),
        ("Oxşar xəbərlər", "also-read"),
        ("Həmçinin oxuyun: Neft ucuzlaşdı", "also-read"),
        ("Читайте также: Цена нефти упала", "also-read"),
        ("Тоже читайте — Цена нефти", "also-read"),
        ("Оқи отырыңыз: Мұнай арзандады", "also-read"),
        ("Oqı otyryńyz: Munaı arzandady", "also-read"),
        ("Ayrıca okuyun: Petrol ucuzladı", "also-read"),
        ("İlgili Haberler", "also-read"),
        ("Фото: Акорда", "photo-credit"),
        ("Фото пресс-службы правительства", "photo-credit"),
        ("Photo: Trend", "photo-credit"),
        ("Photo by Aida Serik", "photo-credit"),
        ("Foto", "photo-credit"),
        ("FOTO: AZƏRTAC", "photo-credit"),
        ("Сурет: primeminister.kz", "photo-credit"),
        ("© 2024 Kaspi News. All rights reserved.", "copyright"),
        ("Bütün hüquqlar qorunur", "copyright"),
        ("При использовании материалов ссылка обязательна.", "copyright"),
        ("Tüm hakları saklıdır.", "copyright"),
        ("We use cookies to give you the best experience.", "script-notice"),
        ("Follow us on Telegram!", "subscribe"),
        ("Подписывайтесь на наш Telegram-канал", "subscribe"),
        ("Bizi Facebook-da izləyin", "subscribe"),
        ("Bizi Twitter'dan takip edin", "subscribe"),
        ("Telegram-арнамызға жазылыңыз", "subscribe"),
        ("Tags: Caspian, transit", "tags"),
        ("Теги: Каспий, транзит", "tags"),
        ("Etiketlər: Xəzər", "tags"),
        ("Açar sözlər: Xəzər", "tags"),
        ("#Kazakhstan #Azerbaijan", "hashtags"),
        ("Нашли ошибку? Выделите её и нажмите Ctrl+Enter", "mistake-notice"),
        ("13 апреля 2024 15:29", "date-line"),
        ("Published: 11 March 2024, 14:05", "date-line"),
        ("11.03.2024 | 14:05", "date-line"),
        ("Yayınlanma Tarihi: 19 Kasım 2024", "date-line"),
        ("12:30", "clock-line"),
        ("Сегодня, 12:30", "clock-line"),
        ("1 204 просмотра", "share-counter"),
        ("Baxış sayı: 311", "share-counter"),
        ("3 min read", "reading-time"),
        ("Share", "share-buttons"),
        ("Facebook Twitter Telegram", "share-buttons"),
        ("Поделиться", "share-buttons"),
        ("ADVERTISEMENT", "advertisement"),
        ("Жарнама", "advertisement"),
        ("https://example.org/news/1", "address"),
        ("***", "separator"),
        ("Автор: Аида Серик", "byline"),
        ("By Aida Serik in Nation on 9 August 2023", "byline"),
        ("Müəllif: Leyla Quliyeva", "byline"),
        ("Marat Serik, correspondent", "reporter"),
        ("Марат Серик, собкор", "reporter"),
        ("(Reporting by Marat Serik; editing by Aida Serik)", "reporter"),
        ("Theme: Economy", "field"),
        ("Region:Azerbaijan, Turkey", "field"),
        ("Источник: пресс-служба порта", "field"),
        ("Mənbə: Xəzər xəbər", "field"),
        ("Дереккөз: порт баспасөз қызметі", "field"),
        ("Kaynak: Hazar Haber", "field"),
        ("731", "number-line"),
        ("0", "number-line"),
        ("16+", "number-line"),
        ("0.7312 +0,4%", "number-line"),
        ("3F2A91C4-77DE-4B0A-9C11-5D0E8A7B6C2F", "identifier"),
        ("IMG_2041", "identifier"),
        ("port-aktau-2.jpg", "identifier"),
        ("This text is available in Русский and ქართული", "other-language"),
        ("Read in English", "other-language"),
        ("Читать на казахском языке", "other-language"),
        ("Орыс тіліне аудару", "other-language"),
        ("ҚАЗ РУС ENG", "language-switch"),
        ("ru | az | en", "language-switch"),
        ("Follow @kaspiport", "subscribe"),
        ("@kaspiport", "handle"),
        ("Telegram: @kaspiport", "handle"),
        ("kaspiport.kz", "site-name"),
        ("Haber Merkezi", "newsroom"),
        ("Марат Серик Корреспондент", "reporter"),
        ("The ferry in the port - Kaspi Port, 1920, 12.03.2024", "picture-size"),
        ("Fotoğraf 10", "photo-credit"),
        ("2024-5-7 04:44 |", "date-line"),
        ("Подробнее читайте на kaspiport.kz ...", "also-read"),
        ("N", "stray-word"),
        ("press@kaspiport.kz", "mail"),
        ("Новый паром вышел в море   https://kaspiport.kz/news/parom-123/", "address"),
        ("Коллаж: Каспий порт", "photo-credit"),
        ("Foto: Xəzər limanı", "photo-credit"),
        ("Кадр из видео", "photo-credit"),
        ("Паром в порту Актау. Фото: пресс-служба порта", "caption"),
        ("The ferry in the port of Aktau © Marat Serik / Kaspi Port", "caption"),
        ("USD 1.7000 EUR 1.9812", "rates"),
        ("• AZN/KZT = 301.2 0.4%", "rates"),
        ("Bakı +12°C", "weather"),
        ("Siyasət İqtisadiyyat Cəmiyyət Dünya İdman", "menu"),
        ("Политика | Экономика", "menu"),
        ("page 3 of 7", "page-number"),
        ("Войдите, чтобы оставить комментарий", "subscribe"),
        ("Connect with us", "share-buttons"),
        ("close", "share-buttons"),
        ("25.11.2022 | 15:58", "date-line"),
        ("07.05.2024 [17:08]", "date-line"),
        ("12:10, 25 Ноябрь 2025 | GMT +5", "date-line"),
        ("министр", "stray-word"),
    ],
)
def test_lines_that_sites_add(line, rule):
    assert taken(f"{REPORT}\n\n{line}\n\n{MORE}") == [(line, rule)]


@pytest.mark.parametrize(
    "line",
    [
        "Also read out at the meeting was a message from President Aliyev, who thanked the guests.",
        "By 2030 trade will double, the minister said.",
        "Related talks were held in Astana.",
        "По теме карабахского урегулирования стороны обменялись мнениями.",
        "Видео с места события опубликовал МИД.",
        "Share of exports rose to 40 percent.",
        "Photographs were shown to the guests.",
        "Home to two million people, Baku hosts the forum.",
        "“Follow us,” the guide said to the delegation.",
        "March 2024 brought new rules.",
        "15:29 on the clock, the train left Aktau.",
        "Popular singers took part.",
        "Фотография передана музею.",
        "Основные темы: транзит и энергетика обсуждены отдельно.",
        "Bakı, Azərbaycan",
        "Alley of Honors",
        "About the agreement the minister said nothing.",
        "Teknik görüşmeler yapıldı",
        "Gündəm barədə nazir məlumat verib.",
        "He said",
        "2024",
        "2022-2026",
        "Regional security",
        "Energy and transport",
        "Economy",
        "Транспорт",
        "Source of energy",
        "Источник в порту сообщил о росте перевозок.",
        "Тема: транзит через море обсуждалась отдельно.",
        "Mövzu üzrə məruzə dinlənilib.",
        "Kaynak: Bakanlık rakamları dün açıkladı.",
        "Тіл мен мәдениет",
        "Русский язык",
        "Мұнай тасымалы",
        "Contacts between the ports are growing.",
        "Next steps",
        "More trade, fewer barriers",
        "Copyright law was discussed as well.",
        "If you found oil here, you would be rich, he joked.",
        "Bu yazı daş üzərində həkk olunub.",
        "Использование материалов с низким весом ускорит стройку.",
        "Наш канал поставок надёжен, сказал министр.",
        "He can be reached at press@kaspiport.kz, the ministry said.",
        "— Marat Serik (@marat_serik) July 16, 2022",
        "Tokayev: “We are neighbours”",
        "10 documents",
        "$500 million",
        "– What will change?",
        "Фото на память",
        "Foto sərgi açılıb",
        "Resmi karşılama töreni",
    ],
)
def test_lines_that_are_report_stay(line):
    assert taken(f"{REPORT}\n\n{line}\n\n{MORE}") == []


def test_headlines_below_a_block_heading_go_with_it_until_the_report_goes_on():
    text = f"{REPORT}\n\nRelated Articles\n\nOil price falls\n\nGas price rises sharply\n\n{MORE}"
    assert [rule for _, rule in taken(text)] == ["also-read"] * 3
    assert [clean(text).kept[i] for i in (0, 1)] == [(0, len(REPORT)), (text.index(MORE), len(text))]


def test_junk_inside_a_line_that_lost_its_breaks():
    text = (
        "Президент прибыл в Баку.Продолжение■Зачем он летит13 апреля 2024 15:29■Токаев прилетел15 апреля 2024 11:34"
        "Стороны провели переговоры.Фото пресс-службы АкордыПосле переговоров подписаны документы."
    )
    assert taken(text) == [
        ("Продолжение■Зачем он летит13 апреля 2024 15:29■Токаев прилетел15 апреля 2024 11:34", "related-run"),
        ("Фото пресс-службы Акорды", "photo-credit-run"),
    ]
    assert body(text) == [
        "Президент прибыл в Баку.",
        "Стороны провели переговоры.",
        "После переговоров подписаны документы.",
    ]


def test_notice_inside_a_line_goes_to_the_end_of_its_sentence():
    assert body(f"{REPORT} Follow us on Twitter @kaspi. {MORE}") == [REPORT, MORE]
    assert body(f"{REPORT} Также он отметил рост. Подписывайтесь на наш канал! {MORE}") == [
        REPORT + " Также он отметил рост.",
        MORE,
    ]


def test_of_a_link_inside_a_line_only_the_words_that_announce_it_go():
    text = f"{REPORT} Also read | Oil price falls {MORE}"
    assert taken(text) == [("Also read |", "also-read-mark")]


@pytest.mark.parametrize(
    ("tail", "rule", "author"),
    [
        ("Faiq Tarverdi", "author-line", "Faiq Tarverdi"),
        ("About Leyla Mammadli", "author-box", "Leyla Mammadli"),
        ("Foto", "photo-credit", None),
        ("Leyla Mammadli Kazakhstan Prezident Astana Forum", "names-run", None),
    ],
)
def test_what_stands_behind_the_last_sentence(tail, rule, author):
    cleaned = clean(f"{REPORT} {MORE} {tail}")
    assert [removal[2] for removal in cleaned.removals] == [rule]
    assert cleaned.found.get("author") == author


def test_keywords_behind_a_turkic_report_but_not_its_last_sentence():
    report = "Nazirlər Bakıda görüşüblər. Görüşdə əməkdaşlıq müzakirə edilib. "
    assert taken(report + "Leyla Quliyeva Astana nazir görüş əməkdaşlıq") == [
        ("Leyla Quliyeva Astana nazir görüş əməkdaşlıq", "keyword-run")
    ]
    assert taken(report + "İlham Əliyev qonaqları salamlayıb") == []  # its full stop is lost, its verb is not
    assert taken(REPORT + " President Tokayev thanked the guests for coming") == []


def test_title_said_again_goes_and_said_once_stays():
    title = "Ministers discuss transit across the Caspian Sea"
    assert taken(f"{title}\n\n{REPORT}") == []
    assert clean(f"{title}\n\n{REPORT}").found["title"] == title
    assert taken(f"{title}\n\n{title}.\n\nMinisters discuss transit\n\n{REPORT}") == [
        (f"{title}.", "repeated-title"),
        ("Ministers discuss transit", "title-fragment"),
    ]
    assert taken(f"Home » News » {title}\n{title}\n{REPORT}") == [
        (f"Home » News » {title}", "breadcrumb"),
        (title, "repeated-title"),
    ]
    assert "title" not in clean(f"{REPORT}\n\n{MORE}").found


@pytest.mark.parametrize(
    ("beginning", "date"),
    [
        ("Astana, 12 April 2023 (TDI): President", "2023-04-12"),
        ("BAKU, Azerbaijan, April 12, 2023 – The", "2023-04-12"),
        ("Bakı, 11 mart 2024-cü il, AZƏRTAC. Prezident", "2024-03-11"),
        ("Баку, 15 апреля 2024 года. Президент", "2024-04-15"),
        ("АСТАНА. 2023 жылғы 12 сәуір. Президент", "2023-04-12"),
        ("Ankara, 19 Kasım 2024 - Bakan", "2024-11-19"),
    ],
)
def test_datelines_date_the_report(beginning, date):
    cleaned = clean(f"{beginning} met his guests in the capital.\n\n{MORE}")
    assert cleaned.found["date"] == date and cleaned.basis["date"].startswith("text: dateline")


@pytest.mark.parametrize(
    "beginning",
    [
        "On 12 April 2023 the presidents met.",
        "In Astana on 12 April 2023, ministers met.",
        "BAKU, Azerbaijan, April 12. The minister left.",
        "The agreement of 12 April 2023, signed in Baku, is in force.",
        "Astana 12 April 2023 forum participants met.",
    ],
)
def test_dates_of_events_do_not_date_the_report(beginning):
    assert "date" not in clean(f"{beginning}\n\n{MORE}").found


def test_carriage_returns_and_byte_order_mark():
    text = f"\ufeffdate 2024-03-11\r\n{REPORT}\r\n\r\n---\r\n"
    assert taken(text) == [("\ufeff", "byte-order-mark"), ("date 2024-03-11", "date-prefix"), ("---", "separator")]
    assert body(text) == [REPORT]


@pytest.mark.parametrize(
    ("head", "rules", "found"),
    [
        ("date 2024-07-04 4 July 2024 08:30 (UTC+04:00)", ["date-prefix", "date-line"], {"date": "2024-07-04"}),
        ("date 2019-03-30 By Trend", ["date-prefix", "byline"], {"date": "2019-03-30", "author": "Trend"}),
        (
            "date 2023-04-13 Aida Serik",
            ["date-prefix", "author-above"],
            {"date": "2023-04-13", "author": "Aida Serik"},
        ),
        ("date 2023-04-07 Yandex metrika counter", ["date-prefix", "script-notice"], {"date": "2023-04-07"}),
        ("(MENAFN- AzerNews)\nAida Serik", ["syndicator", "author-above"], {"author": "Aida Serik"}),
        ("Politics Materials 11 March 2024 20:03 (UTC +04:00)", ["section-and-date"], {"date": "2024-03-11"}),
        ("В регионе\n06 марта, 2026\n19:41", ["section", "date-line", "clock-line"], {"date": "2026-03-06"}),
        ("Region\n• 06 mart, 2026\n• 19:56", ["section", "date-line", "clock-line"], {"date": "2026-03-06"}),
        ("Сенбі, 23 Қараша 2024\n27.08.2022, 17:10 359", ["date-line", "date-line"], {"date": "2022-08-27"}),
        (
            "Сұхбат • 21 Ақпан, 2025\n4236 рет\nкөрсетілді",
            ["section-and-day", "share-counter", "share-buttons"],
            {"date": "2025-02-21"},
        ),
        ("Yuxarı\nAna səhifə Gündəm\n12 Punto 14 Punto", ["share-buttons", "breadcrumb", "letter-size"], {}),
        ("Сейчас читают:", ["news-list"], {}),
        ("фото Аиды Серик, Марата Ахметова", ["photo-credit"], {}),
    ],
)
def test_what_sites_put_above_the_report(head, rules, found):
    cleaned = clean(f"{head}\n\n{REPORT}\n\n{MORE}")
    assert [rule for _, _, rule in cleaned.removals] == rules
    assert cleaned.found == found
    assert cleaned.kept == [(len(head) + 2, len(head) + 4 + len(REPORT) + len(MORE))]


@pytest.mark.parametrize(
    ("foot", "rules"),
    [
        ("Tarix\n2014.08.10 / 21:08\nMüəllif\nLeyla Quliyeva", ["label", "date-line", "label", "label"]),
        ("Digər xəbərlər\n\nNeft ucuzlaşdı\n\nKreml sonra daha üç vilayətini...", ["also-read"] * 3),
        ("Xəbər 745 dəfə oxunub.\n\nSON XƏBƏRLƏR", ["share-counter", "news-list"]),
        (
            "Пікірлер жоқ. Бірінші болыңыз!\n\nПікір жазыңыз\n\nТағы да оқыңыз:",
            ["subscribe", "subscribe", "also-read"],
        ),
        ("Сообщение Путин прибыл появились сначала на Новости дня.", ["feed-note"]),
        ("17:49, 20.03.2019\nСмотрите также", ["date-line", "also-read"]),
        ("MENAFN12032024000195011045ID1107964714", ["identifier"]),
        ("Aida Serik is a staff journalist, follow her on Twitter: @aida", ["author-note"]),
        ("Абай-ақпарат", ["names-run"]),
    ],
)
def test_what_sites_put_below_the_report(foot, rules):
    cleaned = clean(f"{REPORT}\n\n{MORE}\n\n{foot}")
    assert [rule for _, _, rule in cleaned.removals] == rules
    assert cleaned.kept == [(0, len(REPORT) + 2 + len(MORE))]


def test_paragraph_printed_twice_goes_once():
    assert taken(f"A title here\n{REPORT}\nПОДЕЛИТЬСЯ\n{REPORT}\n{MORE}") == [
        ("ПОДЕЛИТЬСЯ", "share-buttons"),
        (REPORT, "repeated-line"),
    ]


def test_first_sentence_that_resembles_the_title_stays():
    title = "Azerbaijan and Kazakhstan are bound by an old friendship"
    assert taken(f"{title}\n{title[:-11]} and lasting friendship.\n{REPORT}") == []


def test_navigation_above_the_report_takes_no_title_with_it():
    title = "Ministers discuss transit across the Caspian Sea"
    cleaned = clean(f"Latest news\n\n{title}\n\n{REPORT}")
    assert cleaned.found["title"] == title
    assert [rule for _, _, rule in cleaned.removals] == ["news-list"]


def test_text_broken_into_short_lines_has_no_heading():
    lines = [
        "Historical and economic relations between the two",
        "states have developed well in the past years.",
        "In these years, trade between both has grown to a",
        "level that nobody had foreseen, and the parties",
        "now discuss the transit of goods by rail and sea",
        "to Europe, which both consider a common task.",
    ]
    cleaned = clean("\n".join(lines))
    assert cleaned.found == {} and cleaned.removals == []


def test_rules_file_mistakes_name_their_line(tmp_path):
    file = tmp_path / "rules.yaml"
    for content, message in [
        (
            "- id: a\n  description: x\n  scope: line\n  pattern: '('\n",
            r"rules.yaml, line 1: the pattern of “a” is no regular",
        ),
        ("- id: a\n  description: x\n  scope: line\n  pattern: b\n" * 2, r"line 5: the rule “a” stands twice"),
        ("- id: a\n  description: x\n  scope: page\n  pattern: b\n", r"line 1: .*“scope”"),
        ("- id: a\n  description: x\n  scope: line\n", "a rule needs phrases or a pattern"),
    ]:
        file.write_text(content, encoding="utf-8")
        rule_book.cache_clear()
        with pytest.raises(InputError, match=message):
            rule_book(file)


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Transport", "section"),
        ("İnfrastruktur", "section"),
        ("Общество 0 2 291 Марат Серик", "section"),
        ("25 ноября", "day-line"),
        ("/ / Ports", "breadcrumb"),
    ],
)
def test_lines_that_belong_to_the_head_only_above_the_report(line, rule):
    assert taken(f"Ministers discuss transit across the sea\n{line}\n\n{REPORT}\n\n{MORE}") == [(line, rule)]
    assert taken(f"{REPORT}\n\n{line}\n\n{MORE}") == []


def test_date_and_time_glued_to_the_first_words_go_alone():
    cleaned = clean(f"Ports of two countries agree\n07.05.2024 | 15:58{REPORT}\n{MORE}")
    assert [rule for _, _, rule in cleaned.removals] == ["stamp"]
    assert cleaned.found["date"] == "2024-05-07"
    assert taken(f"07.05.2024 15:58 ships left Aktau for Baku.\n{MORE}") == []


@pytest.mark.parametrize("line", ["on", "more", "25", "кроме", "kaspiport.kz"])
def test_line_inside_a_sentence_stays(line):
    text = f"The minister, who spoke of the port and the railway\n{line}\ndays before the visit, praised both.\n{MORE}"
    assert taken(text) == []


def test_headlines_of_other_pages_below_the_report():
    links = ["Ferry leaves Baku for Aktau", "Who will pay for the railway?", "New cranes in the port - PHOTO"]
    assert [rule for _, rule in taken("\n".join([REPORT, MORE, *links]))] == ["links-below"] * 3
    # what was signed is no list of links: it is announced, or nothing in it asks, shouts or is cut short
    assert taken("\n".join([REPORT, "The following was signed:", *links])) == []
    signed = ["Agreement on customs data", "Memorandum of the two ports", "Plan of the railways for 2025"]
    assert taken("\n".join([REPORT, MORE, *signed])) == []
    assert taken("\n".join([REPORT, *links[:2]])) == []


def test_text_broken_into_short_lines_loses_no_word():
    lines = [
        "Nazirlər Bakıda görüşüb və",
        "yükdaşımaları",
        "müzakirə ediblər. Onlar",
        "payızda",
        "yenidən görüşəcəklər.",
    ]
    assert taken("\n".join(lines)) == [] and taken("\n\n".join(lines)) == []


def test_value_below_a_label_is_short():
    assert taken(f"Published:\n{REPORT[:-1]}\n{MORE}") == [("Published:", "label")]


def test_today_in_the_head_of_a_page_is_only_believed_without_another_date():
    calendar, own = "Friday, 8 November 2024", "27.08.2022, 17:10"
    assert clean(f"{calendar}\n\n{REPORT}").found["date"] == "2024-11-08"
    assert clean(f"{calendar}\n{own}\n\n{REPORT}").found["date"] == "2022-08-27"
    assert clean(f"{calendar} 17:10\n\n{REPORT}\n\n{own}").found["date"] == "2024-11-08"


def test_folded_text_may_be_given():
    text = f"Home » News\n{REPORT}\nRegion: Azerbaijan\n{MORE} Follow us on Telegram!"
    assert clean(text, folded=fold(text)) == clean(text)


def test_furniture_leaves_the_headline_its_place():
    title = "Ministers discuss transit across the Caspian Sea"
    cleaned = clean(f"{title}\n\n0\n588\n\nTheme: Politics\n\n{REPORT}\n\nTransit grows\n\n{MORE}")
    assert cleaned.found["title"] == title
    assert [rule for _, _, rule in cleaned.removals] == ["number-line", "number-line", "field"]


def test_title_with_the_name_of_the_site_goes_and_the_headline_stays():
    title = "Ministers discuss transit across the Caspian Sea"
    cleaned = clean(f"{title} - Kaspi Port News\n\n{title}\n\n{REPORT}\n{MORE}")
    assert [rule for _, _, rule in cleaned.removals] == ["page-title"]
    assert cleaned.found["title"] == title
    assert taken(f"{title} - minister\n\n{REPORT}") == []
