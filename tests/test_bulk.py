"""Articles go through one after the other, with what is known of them, and a refusal names the article."""

import pytest

from analysis.bulk import records
from analysis.corpus.model import RawArticle
from analysis.errors import InputError

REPORT = "The ministers met in Baku on Monday and discussed the transit of goods across the Caspian Sea."


def test_order_and_ids_are_kept_and_nothing_is_read_ahead():
    read = []

    def articles():
        for name in ("b", "a", "c"):
            read.append(name)
            yield RawArticle(name, REPORT)

    made = records(articles())
    assert read == []
    assert next(made)["id"] == "b" and read == ["b"]
    assert [record["id"] for record in made] == ["a", "c"]


def test_what_is_known_of_an_article_is_written_with_it():
    known = {"url": "https://en.trend.az/1", "date": "2024-05-01", "author": "Aida Serik"}
    [record] = records([RawArticle("a", REPORT, known)])
    assert {name: record[name] for name in ("outlet", "outlet_country", "date", "author", "language")} == {
        "outlet": "Trend",
        "outlet_country": "Azerbaijan",
        "date": "2024-05-01",
        "author": "Aida Serik",
        "language": "en",
    }


def test_an_outlet_that_is_given_is_not_changed_by_the_address():
    [record] = records([RawArticle("a", REPORT, {"url": "https://en.trend.az/1", "outlet": "Kaspi News"})])
    assert record["outlet"] == "Kaspi News" and record["outlet_country"] is None


def test_what_the_text_states_comes_before_what_is_given():
    [record] = records(
        [RawArticle("a", f"date 2024-03-11\nBy Aida Serik\n{REPORT}", {"date": "2020", "author": "X Y"})]
    )
    assert (record["date"], record["author"]) == ("2024-03-11", "Aida Serik")


def test_a_refused_article_is_named():
    german = "Die Minister trafen sich am Montag in Baku und berieten über den Transit von Waren."
    with pytest.raises(InputError, match=r"in.jsonl, line 7: .*no language that is known here.*“a”"):
        list(records([RawArticle("a", german, {}, "in.jsonl", 7)]))


def test_an_article_of_nothing_but_notices_has_no_sentences():
    [record] = records([RawArticle("a", "Please enable JavaScript in your browser to read the news of this site.")])
    assert record["sentences"] == [] and [item[2] for item in record["boilerplate"]] == ["script-notice"]
