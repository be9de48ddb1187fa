"""Numbers and lists in words."""

import pytest

from analysis.measure import wording as w


@pytest.mark.parametrize(
    ("noun", "n", "expected"),
    [
        ("article", 1, "1 article"),
        ("article", 0, "0 articles"),
        ("country", 2, "2 countries"),
        ("entity", 3, "3 entities"),
        ("person", 2, "2 people"),
        ("attributed sentence", 2, "2 attributed sentences"),
        ("day", 2, "2 days"),
        ("speech", 2, "2 speeches"),
        ("sentence", 1234, "1,234 sentences"),
    ],
)
def test_a_count_agrees_with_its_number(noun, n, expected):
    assert w.count(n, noun) == expected


def test_small_counts_in_words():
    assert w.count(0, "article", words=True) == "no articles"
    assert w.count(1, "article", words=True) == "one article"
    assert w.count(11, "article", words=True) == "11 articles"


def test_verbs_agree_with_their_number():
    assert [w.verb("speak", n) for n in (0, 1, 2)] == ["speak", "speaks", "speak"]
    assert (w.verb("carry", 1), w.plural("is", 1), w.plural("is", 0)) == ("carries", "is", "are")


@pytest.mark.parametrize(
    ("n", "of", "expected"),
    [
        (0, 10, "0%"),
        (1, 3, "33%"),
        (1, 400, "under 1%"),
        (399, 400, "over 99%"),
        (10, 10, "100%"),
        (0, 0, "no share"),
        (1, 200, "1%"),
        (5, 1000, "1%"),
    ],
)
def test_a_percentage_never_rounds_to_nothing_or_everything(n, of, expected):
    assert w.percent(n, of) == expected


def test_lists_are_joined_and_cut():
    assert w.listing([]) == "none"
    assert w.listing(["a"]) == "a"
    assert w.listing(["a", "b"], "or") == "a or b"
    assert w.listing(iter("abcde"), limit=3) == "a, b, c and 2 others"
    assert w.listing("abcd", limit=3) == "a, b, c and d", "“1 other” would be as long as the name it hides"
    assert w.counted([("friendly", 2), ("close", 1)]) == "friendly (2) and close (1)"


def test_years_are_joined_into_ranges_of_three_or_more():
    assert w.years([2023, 2019, 2024, 2019]) == "2019, 2023 and 2024"
    assert w.years([2019, 2020, 2021, 2024]) == "2019–2021 and 2024"


def test_other_words():
    assert [w.times(n) for n in (1, 2, 3)] == ["once", "twice", "3 times"]
    assert w.of(2, 90, "sentence") == "2 of 90 sentences"
    assert w.quoted("two\n  lines") == "“two lines”"
    assert w.capital("“energy” and others") == "“Energy” and others"
    assert w.capital("") == ""
