"""Figures quoted: value, unit and qualifier, and what is no figure, on sentences of our own in five languages."""

import pytest
from speech_support import PERSON, document

from analysis.annotate import numerals, quantities, voices
from analysis.errors import InputError


def found(language, text, names=None):
    doc = document(text, language, names)
    quantities.annotate(doc)
    return doc.quantities


def values(language, text, names=None):
    return [quantity.value for quantity in found(language, text, names)]


def one(language, text):
    """Words, value, unit and qualifier of the only figure of a text."""
    (quantity,) = found(language, text)
    return text[quantity.start : quantity.end], quantity.value, quantity.unit, quantity.qualifier


@pytest.mark.parametrize(
    ("language", "word", "scaled", "value"),
    [
        ("en", "14.5", False, 14.5),
        ("en", "200,000", False, 200_000),
        ("en", "1,234,567", False, 1_234_567),
        ("en", "10.462", True, 10.462),
        ("en", "1,500", True, 1500),
        ("az", "14,5", True, 14.5),
        ("az", "3,883", True, 3.883),
        ("az", "1.250", False, 1250),
        ("ru", "14,5", False, 14.5),
        ("ru", "200 000", False, 200_000),
        ("ru", "3\u00a0000", False, 3000),
        ("tr", "1.500", False, 1500),
        ("tr", "44,93", True, 44.93),
        ("tr", "500'den", False, 500),
        ("kk", "14,5", True, 14.5),
        ("en", "1,234.5", False, 1234.5),
        ("az", "1.234,5", False, 1234.5),
    ],
)
def test_digits_are_read_as_the_language_writes_them(language, word, scaled, value):
    assert numerals.parse(word, language, scaled) == pytest.approx(value)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Exports reached $1.2bn.", ("$1.2bn", 1.2e9, "USD", "exact")),
        ("en", "The sum is 43.4 billion tenge.", ("43.4 billion tenge", 43.4e9, "KZT", "exact")),
        ("az", "Dövriyyə $60 mlrd təşkil edib.", ("$60 mlrd", 60e9, "USD", "exact")),
        ("az", "Dövriyyə 14,5 milyard dollara çatıb.", ("14,5 milyard dollara", 14.5e9, "USD", "exact")),
        ("az", "Layihəyə 3 min 500 manat ayrılıb.", ("3 min 500 manat", 3500, "AZN", "exact")),
        ("ru", "Оборот составил 14,5 млрд долларов.", ("14,5 млрд долларов", 14.5e9, "USD", "exact")),
        ("ru", "Выделено 1 млрд 200 млн тенге.", ("1 млрд 200 млн тенге", 1.2e9, "KZT", "exact")),
        ("ru", "Перевезено 300 тыс. тонн.", ("300 тыс. тонн", 300_000, "tonnes", "exact")),
        ("kk", "Айналым 500 миллион долларға жетті.", ("500 миллион долларға", 5e8, "USD", "exact")),
        ("kk", "Aınalym 500 mıllıon dollarǵa jetti.", ("500 mıllıon dollarǵa", 5e8, "USD", "exact")),
        ("tr", "Hacim 1,3 trilyon dolara ulaştı.", ("1,3 trilyon dolara", 1.3e12, "USD", "exact")),
    ],
)
def test_money_with_multipliers_and_signs(language, text, expected):
    assert one(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "Trade grew by 40%.", "40%"),
        ("en", "Trade grew by 40 per cent.", "40 per cent"),
        ("az", "İxrac 40 faiz artıb.", "40 faiz"),
        ("az", "Ərazinin 40 faizi qazlaşdırılıb.", "40 faizi"),
        ("ru", "Рост составил 40 процентов.", "40 процентов"),
        ("kk", "Сауда 40 пайызға өсті.", "40 пайызға"),
        ("tr", "Ticaret yüzde 40 arttı.", "yüzde 40"),
        ("tr", "Ticaret %40 arttı.", "%40"),
    ],
)
def test_per_cent_in_front_and_behind(language, text, words):
    assert one(language, text) == (words, 40, "percent", "exact")


@pytest.mark.parametrize(
    ("language", "text", "value", "unit", "qualifier"),
    [
        ("en", "More than 200,000 people came.", 200_000, "people", "more-than"),
        ("en", "It takes no more than 10 days.", 10, "days", "up-to"),
        ("en", "Nearly 16,000 vehicles pass.", 16_000, "vehicles", "about"),
        ("en", "Fewer than 30 firms applied.", 30, "companies", "less-than"),
        ("az", "Burada 200 mindən çox azərbaycanlı yaşayır.", 200_000, "people", "more-than"),
        ("az", "İki ildən az vaxt keçib.", 2, "years", "less-than"),
        ("az", "Təxminən 5 milyon insan gəlib.", 5_000_000, "people", "about"),
        ("az", "5 milyona yaxın insan gəlib.", 5_000_000, "people", "about"),
        ("ru", "Пришли более сотни человек.", 100, "people", "more-than"),
        ("ru", "Прибыли около 200 тыс. человек.", 200_000, "people", "about"),
        ("ru", "Это займет не более 10 дней.", 10, "days", "up-to"),
        ("kk", "Оған 200 мыңнан астам адам қатысты.", 200_000, "people", "more-than"),
        ("kk", "Шамамен 30 жоба бар.", 30, "projects", "about"),
        ("kk", "Оған 2 мыңға жуық адам келді.", 2000, "people", "about"),
        ("tr", "Yaklaşık 200 bin kişi geldi.", 200_000, "people", "about"),
        ("tr", "1.500 kişiden fazla katıldı.", 1500, "people", "more-than"),
    ],
)
def test_qualifiers_before_and_behind(language, text, value, unit, qualifier):
    words, *rest = one(language, text)
    assert rest == [value, unit, qualifier]


@pytest.mark.parametrize(
    ("language", "text", "value", "unit"),
    [
        ("en", "The number increased tenfold.", 10, "times"),
        ("en", "Exports doubled.", 2, "times"),
        ("en", "Half of it is gone.", 50, "percent"),
        ("en", "They paid a two-day visit.", 2, "days"),
        ("en", "A quarter century of ties passed.", 25, "years"),
        ("en", "Three decades of ties passed.", 30, "years"),
        ("en", "Half a million tonnes went west.", 500_000, "tonnes"),
        ("az", "Sayı 12 dəfə artıb.", 12, "times"),
        ("az", "Əhalinin yarısı köçüb.", 50, "percent"),
        ("az", "İkigünlük səfər başlayıb.", 2, "days"),
        ("az", "On iki sənəd imzalanıb.", 12, "documents"),
        ("ru", "Прошло четверть века.", 25, "years"),
        ("ru", "Экспорт вырос вдвое.", 2, "times"),
        ("ru", "Начался двухдневный визит.", 2, "days"),
        ("ru", "Уехала половина жителей.", 50, "percent"),
        ("ru", "Принят пятилетний план.", 5, "years"),
        ("ru", "Рост в 2,5 раза.", 2.5, "times"),
        ("kk", "Ширек ғасыр өтті.", 25, "years"),
        ("kk", "Екі күндік сапар басталды.", 2, "days"),
        ("kk", "Халықтың жартысы көшті.", 50, "percent"),
        ("tr", "Çeyrek asır geçti.", 25, "years"),
        ("tr", "Görüşmeler iki gün sürecek.", 2, "days"),
        ("tr", "Nüfusun yarısı göç etti.", 50, "percent"),
        ("tr", "Ticaret iki katına çıktı.", 2, "times"),
    ],
)
def test_number_words_multiples_parts_and_durations(language, text, value, unit):
    _, *rest = one(language, text)
    assert rest[:2] == [value, unit]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The 43rd session opened on 5 May 2019 at 10:30."),
        ("en", "On Aug. 11, and on 15, 16, 18 September, shots were heard."),
        ("en", "From 2016 to 2020, in 2007-09 and in the 1990s nothing changed."),
        ("en", "The two countries and both presidents agreed."),
        ("en", "Resolution 884, Article 5 and Vision 2030 were quoted."),
        ("en", "The C5+1, COP29 and SU-25 were named."),
        ("en", "It was one of the first in the first half of 2025."),
        ("en", "Double standards grew; it is a two-way street."),
        ("az", "2023-cü ilin 5 mayında 43-cü sessiya saat 10:00-da keçirilib."),
        ("az", "İki ölkə və hər iki tərəf razıdır."),
        ("az", "Bir neçə amil var, bu bir nömrəli məsələdir."),
        ("ru", "В 2024 году, 15 апреля, на 43-й сессии и в 26-м заседании."),
        ("ru", "Обе стороны и два государства довольны."),
        ("ru", "30-летие независимости отметили в 1990-е годы."),
        ("ru", "Это одна из важных тем, запущены десятки ракет."),
        ("kk", "2024 жылғы 15 сәуірде 43-ші сессия өтті."),
        ("kk", "Екі ел арасында келіссөз өтті, 20-21 қазан күндері."),
        ("tr", "2024'te, 15 Nisan'da 4'üncü tur ve 3. tur yapıldı."),
        ("tr", "İki ülke görüştü."),
    ],
)
def test_dates_ordinals_labels_and_pairs_are_no_figures(language, text):
    assert values(language, text) == []


def test_a_jubilee_is_no_duration():
    assert values("az", "Şairin 90 illik yubileyi qeyd olunub.") == []
    assert values("az", "30 illik dostluq davam edir.") == [30]


def test_a_year_in_front_of_a_singular_noun_is_a_year():
    assert values("en", "They follow the 2020 agreement.") == []
    assert values("en", "Some 2020 agreements were signed.") == [2020]


def test_numbers_inside_names_are_no_figures():
    assert values("en", "The Baku 2 Forum met.", {"Baku 2 Forum": ("EVENT", "baku-2-forum")}) == []


def test_a_number_counts_the_noun_behind_its_adjectives():
    words, _, unit, _ = one("en", "It will fund 17 major investment projects.")
    assert (words, unit) == ("17 major investment projects", "projects")


def test_a_measure_by_time_is_one_unit():
    assert one("en", "It carries 526,000 cubic meters per hour.")[2] == "cubic metres per hour"


def test_a_bare_number_behind_a_person_is_an_age():
    assert [
        (quantity.value, quantity.unit)
        for quantity in found("en", "Anna Berg, 68, resigned.", {"Anna Berg": (PERSON, "anna-berg")})
    ] == [(68, "years")]


def test_a_word_goes_on_with_the_noun_before_it():
    assert [(q.value, q.unit) for q in found("en", "It will grow from two lanes to four, and last.")] == [
        (2, "lanes"),
        (4, "lanes"),
    ]


def test_both_ends_of_a_range_have_its_unit():
    assert [(q.value, q.unit) for q in found("en", "Prices rose 10-15 percent.")] == [(10, "percent"), (15, "percent")]


def test_both_ends_of_a_range_have_its_multiplier():
    assert values("az", "Layihənin dəyəri 20–25 milyon manatdır.") == [20e6, 25e6]
    assert values("en", "It is worth €2-3 bn.") == [2e9, 3e9]


@pytest.mark.parametrize(
    "text", ["They won 3-1.", "It has 5G and 3D.", "They met at 6 p.m. and at 10 o'clock.", "In the 90s it rained."]
)
def test_scores_letters_and_clock_times_are_no_figures(text):
    assert values("en", text) == []


def test_the_same_sum_in_brackets_has_the_same_qualifier():
    assert [q.qualifier for q in found("en", "It costs over three billion tenge ($6.7 million).")] == [
        "more-than",
        "more-than",
    ]


def test_a_decimal_fraction_broken_at_its_point_is_mended():
    text = "Growth reached 5 %, with a 4.\n8% rise in trade."
    assert [(text[q.start : q.end], q.value) for q in found("en", text)] == [("5 %", 5), ("8%", 4.8)]


def test_a_figure_has_its_sentences_speakers():
    doc = document(
        "Anna Berg said trade grew by 40 percent. The road is 12 km long.", "en", {"Anna Berg": (PERSON, "anna-berg")}
    )
    voices.annotate(doc)
    quantities.annotate(doc)
    assert [(q.speakers, q.sentence) for q in doc.quantities] == [(("anna-berg",), 0), (("narrator",), 1)]


def test_what_is_counted_is_told_in_words_of_the_text():
    assert found("en", "Some 300 Kazakh students of law study in Baku.")[0].what != ""


def test_a_mistake_in_the_unit_file_is_named_with_its_line(tmp_path):
    (tmp_path / "cues").mkdir()
    (tmp_path / "cues" / "units.yaml").write_text("- {unit: km, kind: measure}\n- {unit: km, kind: length}\n")
    (tmp_path / "cues" / "numbers.yaml").write_text("- {language: en, kind: numeral, value: 2, patterns: [two]}\n")
    with pytest.raises(InputError, match=r"units\.yaml, line 2"):
        list(numerals.entries("en", "latn", tmp_path))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("tr", "90'lı yılların başında yol açıldı."),
        ("tr", "1990'lı yıllarda 2. Toplantı yapıldı."),
        ("az", "90-cı illərdə yol açılıb."),
        ("ru", "В 90-х годах, 11–12 марта, прошла 3-я встреча."),
        ("kk", "90-жылдары жол ашылды."),
        ("en", "On March 11-12 and in the 1990s it rained."),
        ("en", "It opened in three quarters of 2017, a year and a half ago."),
        ("en", "The site 7Caspian.az and @caspian24 told so."),
    ],
)
def test_decades_second_days_and_digits_in_names_are_no_figures(language, text):
    assert values(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        ("tr", "Bu 2,4 milyar dolarlık bir proje.", "USD"),
        ("az", "Bu, 500 milyon manatlıq layihədir.", "AZN"),
        ("kk", "Бұл 300 мың тонналық терминал.", "tonnes"),
        ("tr", "Alfabe 34 harften oluşuyor.", "letters"),
        ("tr", "Burada 300 aileyi gördük.", "families"),
        ("tr", "Orada 12 köpekten söz edildi.", "köpek"),
        ("ru", "Поставки выросли до $ 300 млн.", "USD"),
        ("en", "It ships 2 million tons per year.", "tonnes"),
    ],
)
def test_endings_and_spaces_leave_the_unit_as_it_is(language, text, unit):
    assert one(language, text)[2] == unit


def test_a_bare_sum_goes_on_with_the_money_before_it():
    text = "Bugün 1,1 trilyon dolarlık ticaretin sadece 70 milyarını kendi aramızda yapıyoruz."
    assert [(q.value, q.unit) for q in found("tr", text)] == [(1.1e12, "USD"), (70e9, "USD")]
    assert [q.unit for q in found("en", "It spent $5 billion on 20 million trees.")] == ["USD", "trees"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "It will fund 17 major road projects in Aktau.", ["major road projects in Aktau"]),
        ("en", "They paid a two-day visit to Baku.", ["visit"]),
        (
            "en",
            "The trade turnover of both states grew by 40% to reach $500 million.",
            ["trade turnover of both states"] * 2,
        ),
        ("en", "The route carried 2 million tons of dry cargo last year.", ["dry cargo"]),
        ("en", "They agreed to increase the trade turnover by 2-2.5 times.", ["trade turnover"] * 2),
        ("en", "The line has a capacity of 2 GW.", ["capacity"]),
        ("en", "The fund paid 170 billion tenge ($381 million) of dividends.", ["dividends"] * 2),
        ("en", "The tax paid to the budget reached $3 million.", ["tax"]),
        ("en", "In 2022, the amount of trade reached $3 million.", ["amount of trade"]),
        ("en", "Trade stood at $3 million. This sum will reach $9 million.", ["Trade"] * 2),
        ("en", "Exports grew by 7 percent, and in nine months they rose by 12 percent.", ["Exports", "", "Exports"]),
        ("ru", "В прошлом году объем перевозок вырос на 62%.", ["объем перевозок"]),
        ("ru", "По морю перевезено 300 тыс. тонн сухих грузов.", ["сухих грузов"]),
        ("ru", "Внешняя торговля между странами более чем удвоилась.", ["Внешняя торговля между странами"]),
        ("az", "2020-ci ildən bəri ticarət dövriyyəsi 5 dəfə artıb.", ["ticarət dövriyyəsi"]),
        ("az", "Ölkə ərazisinin 96 faizi qazlaşdırılıb.", ["Ölkə ərazisinin"]),
        ("kk", "Тауар айналымы 14,3%-ға артып, $529,4 млн-ды құрады.", ["Тауар айналымы"] * 2),
        ("kk", "Құбырмен 1,4 млн тонна мұнай тасымалданды.", ["мұнай"]),
        ("tr", "Ticaret hacmimiz 2019'da yaklaşık 4,5 milyar dolar oldu.", ["Ticaret hacmimiz"]),
        ("tr", "Bu 2,4 milyar dolarlık bir demir yolu.", ["demir yolu"]),
    ],
)
def test_what_is_counted_is_the_noun_phrase_nearest_by_grammar(language, text, expected):
    assert [quantity.what for quantity in found(language, text)] == expected


@pytest.mark.parametrize("language", ["en", "az", "ru", "kk", "tr"])
def test_what_is_counted_is_never_another_figure(language):
    text = {
        "en": "Trade grew by 40% to $500 million, or 3 million tons, and 12 percent more.",
        "az": "Ticarət 40 faiz artaraq 500 milyon dollara, yük 3 milyon tona çatıb.",
        "ru": "Торговля выросла на 40%, до 500 млн долларов, а грузы до 3 млн тонн.",
        "kk": "Сауда 40 пайызға артып, 500 миллион долларға, жүк 3 миллион тоннаға жетті.",
        "tr": "Ticaret yüzde 40 artarak 500 milyon dolara, yük 3 milyon tona ulaştı.",
    }[language]
    found_here = found(language, text)
    assert len(found_here) >= 3
    assert not any(any(letter.isdigit() for letter in quantity.what) for quantity in found_here)
