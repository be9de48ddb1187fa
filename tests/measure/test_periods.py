"""Times that sentences name, by form and by their distance from the report."""

import pytest

from analysis.measure import periods as p
from analysis.measure import reading


def _periods(corpus, language, text, date="2023-04-12"):
    t = corpus([{"id": "a", "language": language, "date": date, "sentences": [{"text": text}]}])
    read = reading.texts(t)["a"]
    return [(one.words, one.period) for one in p.periods(read, read.sentence(0))]


@pytest.mark.parametrize(
    ("language", "text", "period"),
    [
        ("en", "Last year trade grew.", "2022"),
        ("en", "Trade grew in January–June 2022.", "2022-01/2022-06"),
        ("en", "They met on January 30-February 1.", "2023-01-30/2023-02-01"),
        ("en", "A programme until 2026 was adopted.", "/2026"),
        ("en", "Ties exist since 1992.", "1992/"),
        ("en", "The plan for 2022-2026 was signed.", "2022/2026"),
        ("en", "Signed on 12 April 2022.", "2022-04-12"),
        ("en", "Trade grew in the first half of 2022.", "2022-01/2022-06"),
        ("en", "They will meet next month.", "2023-05"),
        ("en", "They met yesterday.", "2023-04-11"),
        ("ru", "В прошлом году товарооборот вырос.", "2022"),
        ("ru", "Он вырастет к 2030 году.", "/2030"),
        ("ru", "За январь-июнь 2022 года он вырос.", "2022-01/2022-06"),
        ("az", "Ötən il dövriyyə artıb.", "2022"),
        ("az", "2030-cu ilədək dövriyyə artacaq.", "/2030"),
        ("az", "2025-ci ilə qədər proqram qəbul edilib.", "/2025"),
        ("tr", "Geçen yıl ticaret arttı.", "2022"),
        ("tr", "2030 yılına kadar artacak.", "/2030"),
        ("kk", "Былтыр сауда өсті.", "2022"),
        ("kk", "2030 жылға дейін өседі.", "/2030"),
        ("kk", "2030 jylǵa deıin ósedi.", "/2030"),
    ],
)
def test_a_time_as_a_period(corpus, language, text, period):
    assert period in [found for _, found in _periods(corpus, language, text)]


def test_a_relative_time_needs_the_report_s_date(corpus):
    assert _periods(corpus, "en", "Last year they met.", None) == [("Last year", "")]
    assert _periods(corpus, "en", "They met yesterday.", "2023-04") == [("yesterday", "")]
    assert _periods(corpus, "en", "Next month they meet.", "2023-12") == [("Next month", "2024-01")]


@pytest.mark.parametrize("text", ["On February 31 they met.", "Trade reached 2,022 tons.", "It cost $2022.",
                                  "Page 20222."])
def test_what_is_no_time(corpus, text):
    assert not [found for _, found in _periods(corpus, "en", text) if found]


def test_a_day_takes_the_year_that_brings_it_nearest(corpus):
    assert _periods(corpus, "en", "They met on December 30.", "2023-01-02") == [("December 30", "2022-12-30")]


def test_spans_in_years():
    assert p.span_in_years("2023") == (2023.0, 2024.0)
    assert p.span_in_years("2023-01/2023-06") == (2023.0, 2023.5)
    assert p.span_in_years("/2026") is None and p.span_in_years("") is None
