"""Figures of several reports: borne out, contradicted, or of another time; no false conflict."""

import pytest

from analysis.measure import conflicts as k


def _article(doc, text, value, unit, *, qualifier="exact", event="e", date="2024-05-01", language="en", **more):
    """A report with one sentence and one figure; Iran and Oman are named where the sentence names them."""
    mentions = [(name, "COUNTRY", name.lower(), "name") for name in ("Iran", "Oman", "Chad") if name in text]
    mentions += [(name, "COUNTRY", slug, "demonym") for name, slug in (("Iranians", "iran"), ("Omanis", "oman"))
                 if name in text]
    figure = next(word for word in text.split() if word[0].isdigit() or word[0] == "$").rstrip(".,")
    return {"id": doc, "event": event, "date": date, "language": language, "sentences": [
        {"text": text, "mentions": mentions, "themes": ["trade-economy"], "figures": [(figure, value, unit, qualifier)],
         **more}]}


def _relation(corpus, *articles):
    return k.relations(corpus(list(articles)))["relation"].tolist()


TRADE = "Trade turnover of Iran and Oman reached $500 last year."


def test_no_false_conflict_on_the_seeds(seeds):
    rows = k.relations(seeds)
    assert rows["relation"].tolist() == ["agree"]
    assert not (k.ledger(seeds)["conflicts_with"] != "").any()
    pair = k.ledger(seeds).loc[lambda r: r["corroborated_by"] != ""]
    assert sorted(pair["text"]) == ["200 mindən çox", "more than 200,000"]


@pytest.mark.parametrize(
    ("value", "qualifier", "other", "other_qualifier", "same"),
    [
        (200_000, "more-than", 200_000, "exact", True),
        (200_000, "more-than", 220_000, "exact", True),
        (200_000, "more-than", 350_000, "exact", False),
        (200_000, "exact", 120_000, "exact", False),
        (529.4e6, "exact", 530e6, "exact", True),
        (529e6, "exact", 500e6, "exact", False),
        (529e6, "exact", 500e6, "about", True),
        (17, "exact", 18, "exact", False),
        (480e6, "exact", 500e6, "less-than", True),
        (0, "exact", 0, "exact", True),
    ],
)
def test_roundings_and_qualifiers_are_no_contradiction(value, qualifier, other, other_qualifier, same):
    assert k.compatible(value, qualifier, other, other_qualifier) is same
    assert k.compatible(other, other_qualifier, value, qualifier) is same


def test_another_value_of_the_same_time_and_states_contradicts(corpus):
    other = TRADE.replace("500", "700")
    assert _relation(corpus, _article("a", TRADE, 500e6, "USD"), _article("b", other, 700e6, "USD")) == ["conflict"]
    assert _relation(corpus, _article("a", TRADE, 500e6, "USD"), _article("b", TRADE, 500e6, "USD")) == ["agree"]


@pytest.mark.parametrize(
    "text",
    [
        "Trade turnover of Iran and Oman may reach $700 this year.",       # another status
        "Trade turnover of Iran and Oman reached $700 in 2019.",           # another year
        "Trade turnover of Iran and Oman reached $700.",                   # a time that is not said
    ],
)
def test_another_time_or_status_is_no_conflict(corpus, text):
    assert _relation(corpus, _article("a", TRADE, 500e6, "USD"), _article("b", text, 700e6, "USD")) == ["differ"]


@pytest.mark.parametrize("text", ["Trade turnover of Iran and Chad reached $700 last year.",
                                  "Investment of Iran in Oman reached $700 last year."])
def test_another_actor_or_quantity_is_not_compared(corpus, text):
    assert not _relation(corpus, _article("a", TRADE, 500e6, "USD"), _article("b", text, 700e6, "USD", event="f"))


def test_the_people_of_one_state_are_not_those_of_the_other(corpus):
    one = _article("a", "Some 500 Iranians live in Oman.", 500, "people")
    other = _article("b", "Some 700 Omanis live in Iran.", 700, "people")
    assert not _relation(corpus, one, other)


def test_across_languages_the_measure_is_compared(corpus):
    russian = "Товарооборот Iran и Oman в прошлом году составил $700."
    assert _relation(corpus, _article("a", TRADE, 500e6, "USD"),
                     _article("b", russian, 700e6, "USD", language="ru")) == ["conflict"]


def test_three_reports_and_the_same_one_twice(corpus):
    articles = [_article(doc, TRADE, 500e6, "USD") for doc in "abc"]
    t = corpus(articles)
    assert k.relations(t)["relation"].tolist() == ["agree"] * 3
    assert k.quantities(t)["articles"].tolist() == [3]
    assert k.ledger(t)["corroborated_by"].tolist() == ["1|2", "0|2", "0|1"]


def test_reports_of_other_events_long_apart_do_not_contradict(corpus):
    text = "Trade turnover of Iran and Oman reached $500."
    near = _article("b", text.replace("500", "700"), 700e6, "USD", event="f", date="2024-05-20")
    far = _article("c", text.replace("500", "700"), 700e6, "USD", event="g", date="2025-05-20")
    first = _article("a", text, 500e6, "USD")
    assert _relation(corpus, first, near) == ["conflict"]
    assert _relation(corpus, first, far) == ["differ"]
    assert _relation(corpus, first, near | {"date": ""}) == ["differ"]
