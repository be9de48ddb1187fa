"""An address belongs to the outlet whose domain it lies in, and to no other."""

import pytest

from analysis.corpus.outlets import by_address, by_name, outlets
from analysis.errors import InputError


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.azernews.az/nation/1.html", "AzerNews"),
        ("en.trend.az/x", "Trend"),
        ("https://qz.inform.kz/news/1", "Kazinform"),
        ("http://www.aljazeera.com.tr/haber", "Al Jazeera"),
        ("https://nottrend.az", None),
        ("https://trend.az.example.org", None),
        ("https://[broken", None),
        ("", None),
        (None, None),
    ],
)
def test_by_address(url, name):
    found = by_address(url)
    assert (found.name if found else None) == name


def test_by_name_whatever_the_case():
    assert by_name("azernews").country == "Azerbaijan"
    assert by_name("The Moon") is None and by_name(None) is None


def test_a_domain_stands_once(tmp_path):
    file = tmp_path / "outlets.yaml"
    entry = "- {name: A, country: B, city: C, domains: [a.az], basis: imprint}\n"
    file.write_text(entry * 2, encoding="utf-8")
    with pytest.raises(InputError, match=r"line 2: the domain “a.az” is listed twice"):
        outlets(file)
