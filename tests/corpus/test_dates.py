"""Dates in five languages; nothing that merely looks like one."""

import pytest

from analysis.annotate.text import fold
from analysis.corpus.dates import find_date, months


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Astana, 12 April 2023 (TDI)", "2023-04-12"),
        ("BAKU, April 3rd, 2023", "2023-04-03"),
        ("Aug. 9, 2023", "2023-08-09"),
        ("Bakı, 11 mart 2024-cü il", "2024-03-11"),
        ("12 SENTYABR 2023", "2023-09-12"),
        ("Баку. 15 апреля 2024 года", "2024-04-15"),
        ("13 мая 2024", "2024-05-13"),
        ("2023 жылғы 12 сәуірде", "2023-04-12"),
        ("2025 jylǵy 24 jeltoqsan", "2025-12-24"),
        ("24 желтоқсан 2025", "2025-12-24"),
        ("1 Kasım 2024", "2024-11-01"),
        ("11.03.2024 12:30", "2024-03-11"),
        ("date 2020-01", "2020-01"),
        ("2024-03-11T10:00", "2024-03-11"),
        ("2019-9-27 04:44", "2019-09-27"),
        ("2022.07.13 / 21:08", "2022-07-13"),
        ("updated 12.03.2024, published 11 March 2024", "2024-03-12"),
    ],
)
def test_dates_are_found(text, date):
    found = find_date(fold(text))
    assert found is not None and found[0] == date
    assert text[found[1] : found[2]].strip(" .") in text


@pytest.mark.parametrize(
    "text",
    [
        "maybe 12 2023",
        "5 marked 2023",
        "12 April",
        "April 2023",
        "31.02.2024",
        "31 June 2024",
        "40 % 2024",
        "2019-20",
        "2019-13-5",
        "1.2019.5.7",
        "12345-01",
        "13 14.03.20245",
        "",
    ],
)
def test_what_is_no_date_is_none(text):
    assert find_date(fold(text)) is None


def test_every_language_names_twelve_months():
    for word in ("January", "yanvar", "января", "қаңтар", "ocak"):
        assert months()[fold(word)] == 1
    assert set(months().values()) == set(range(1, 13))
