"""Status of figures: the seven of the seeds, and sentences of our own in five languages."""

import pytest

from analysis.measure import claim_status as s


def _one(corpus, language, text, *figures):
    """The statuses of the figures of one sentence, each given by its words."""
    item = {"text": text, "figures": [(words, float(i + 1), "USD") for i, words in enumerate(figures)]}
    return [status for status, _ in s.statuses(corpus([{"id": "a", "language": language, "sentences": [item]}]))]


def test_all_figures_of_the_seeds(seeds):
    found = dict(zip(seeds.figures_quoted["text"], s.statuses(seeds), strict=True))
    assert {words: status for words, (status, _) in found.items()} == {
        "tenfold": "achieved", "two-day": "achieved", "more than 200,000": "achieved", "200 mindən çox": "achieved",
        "40%": "achieved", "$500 million": "achieved", "$1 billion": "conditional"}
    assert found["$1 billion"][1] == "might"


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("en", "Trade grew to $5 last year.", "achieved"),
        ("en", "Trade will reach $5 by 2030.", "expected"),
        ("en", "Trade is expected to be increased to $5.", "expected"),
        ("en", "Trade could exceed $5 if the port is built.", "conditional"),
        ("en", "The ministers plan to bring trade to $5.", "target"),
        ("en", "The sides agreed to double trade to $5.", "target"),
        ("en", "The goal is $5 a year.", "target"),
        ("ru", "Товарооборот составил $5.", "achieved"),
        ("ru", "Товарооборот вырастет до $5.", "expected"),
        ("ru", "Товарооборот может достичь $5.", "conditional"),
        ("ru", "Стороны намерены довести товарооборот до $5.", "target"),
        ("az", "Ticarət dövriyyəsi $5 təşkil edib.", "achieved"),
        ("az", "Ticarət dövriyyəsi $5 olacaq.", "expected"),
        ("az", "Ticarət dövriyyəsi $5 səviyyəsinə çata bilər.", "conditional"),
        ("az", "Məqsəd dövriyyəni $5 səviyyəsinə çatdırmaqdır.", "target"),
        ("tr", "Ticaret hacmi $5 seviyesine ulaştı.", "achieved"),
        ("tr", "Ticaret hacmi $5 olacak.", "expected"),
        ("tr", "Ticaret hacmi $5 seviyesine ulaşabilir.", "conditional"),
        ("tr", "Ticaret hacmini $5 seviyesine ulaştırmak hedefleniyor.", "target"),
        ("kk", "Тауар айналымы $5 болды.", "achieved"),
        ("kk", "Тауар айналымы $5 болады деп күтіледі.", "expected"),
        ("kk", "Тауар айналымы $5 жетуі мүмкін.", "conditional"),
        ("kk", "Тауар айналымын $5 жеткізу жоспарланып отыр.", "target"),
        ("kk", "Taýar aınalymyn $5 jetkizý josparlanyp otyr.", "target"),
    ],
)
def test_status_in_five_languages(corpus, language, text, status):
    assert _one(corpus, language, text, "$5") == [status]


@pytest.mark.parametrize(
    ("language", "text", "words", "statuses"),
    [
        ("en", "Trade reached $5 in May and will double to $9.", ("$5", "$9"), ["achieved", "expected"]),
        ("en", "Trade, which reached $5 in May, could grow to $9.", ("$5", "$9"), ["achieved", "conditional"]),
        ("en", "They plan to invest $5 ($9) in the port.", ("$5", "$9"), ["target", "target"]),
        ("az", "Dövriyyə $5 təşkil edib, gələn il $9 olacaq.", ("$5", "$9"), ["achieved", "expected"]),
    ],
)
def test_each_clause_has_its_own_status(corpus, language, text, words, statuses):
    assert _one(corpus, language, text, *words) == statuses


def test_a_result_is_no_aim(corpus):
    assert _one(corpus, "en", "Trade increased by 40% to reach $5.", "40%", "$5") == ["achieved", "achieved"]


def test_a_figure_without_words_or_language_or_sentence_is_achieved(corpus):
    assert _one(corpus, "en", "A group of $5.", "$5") == ["achieved"]
    assert _one(corpus, None, "They will have $5.", "$5") == ["achieved"]
    assert s.statuses(corpus([])) == []
