"""Figures as claims."""

from analysis.measure import claims as c
from analysis.measure import conflicts as k


def test_every_figure_is_a_claim_with_its_sentence(seeds, gold):
    rows = c.claims(seeds)
    assert len(rows) == sum(len(r["figures"]) for r in gold)
    assert all(text in sentence for text, sentence in zip(rows["text"], rows["sentence_text"], strict=True))
    tenfold = rows.set_index("text").loc["tenfold"]
    assert tenfold[["names", "states", "value"]].tolist() == ["Zhanseit Tuimebayev", "kazakhstan", 10]
    joint = rows.set_index("text").loc["40%"]
    assert joint["states"] == "kazakhstan; azerbaijan"


def test_by_unit_and_speaker(seeds):
    assert c.by_unit(seeds)["n"].sum() == 7
    speakers = c.by_speaker(seeds).set_index("speaker")
    assert speakers.loc["kassym-jomart-tokayev", ["n", "of", "articles"]].tolist() == [3, 7, 1]
    assert speakers.at["narrator", "n"] == 1


def _article(doc, event, text, value, unit, what="", language="en", entities=("iran", "oman")):
    names = {"iran": "Iran", "oman": "Oman", "chad": "Chad"}
    mentions = [(names[e], "COUNTRY", e) for e in entities]
    sentence = f"{text} {' '.join(names[e] for e in entities)}"
    return {
        "id": doc,
        "event": event,
        "language": language,
        "sentences": [
            {
                "text": sentence,
                "themes": ["trade-economy"],
                "mentions": mentions,
                "figures": [(text, value, unit, "exact", what)],
            }
        ],
    }


def test_reports_of_one_event_are_compared_across_languages(seeds, corpus):
    row = k.quantities(seeds).iloc[0]
    assert (row["values"], row["agree"], row["articles"]) == ("200000; 200000", True, 2)
    t = corpus(
        [
            _article("a", "e", "200,000", 200000, "people"),
            _article("b", "e", "120 min", 120000, "people", language="az"),
        ]
    )
    row = k.quantities(t).iloc[0]
    assert (row["lowest"], row["highest"], row["agree"]) == (120000, 200000, False)


def test_other_events_units_or_subjects_are_not_compared(corpus):
    for other in (
        _article("b", "f", "5", 5, "people"),
        _article("b", "e", "5", 5, "km"),
        _article("b", "e", "5", 5, "people", entities=("chad",)),
    ):
        assert not len(k.quantities(corpus([_article("a", "e", "4", 4, "people"), other])))


def test_the_same_description_is_compared_across_events_in_one_language(corpus):
    what = "things of Iran and Oman"
    a = _article("a", "e", "4", 4, "USD", what)
    assert len(k.quantities(corpus([a, _article("b", "f", "5", 5, "USD", what)]))) == 1
    assert not len(k.quantities(corpus([a, _article("b", "f", "5", 5, "USD", what, language="az")])))


def test_lengths_are_not_matched_without_words(corpus):
    t = corpus([_article("a", "e", "2 days", 2, "days"), _article("b", "e", "3 days", 3, "days")])
    assert not len(k.quantities(t))


def test_what_only_one_report_has(seeds):
    rows = c.only_once(seeds)
    assert rows[["text", "label", "missing_label"]].values.tolist() == [
        ["tenfold", "AzerNews 2020", "Metbuat.az 2020"],
        ["two-day", "AzerNews 2020", "Metbuat.az 2020"],
    ]


def test_the_seven_figures_of_the_seeds(seeds):
    rows = c.claims(seeds).set_index("text")
    expected = {
        "tenfold": (10, "times", "exact", "zhanseit-tuimebayev", "achieved", "community"),
        "two-day": (2, "days", "exact", "narrator", "achieved", "duration"),
        "more than 200,000": (200000, "people", "more-than", "fuad-muradov", "achieved", "community"),
        "200 mindən çox": (200000, "people", "more-than", "fuad-muradov", "achieved", "community"),
        "40%": (40, "percent", "exact", "kassym-jomart-tokayev|ilham-aliyev", "achieved", "trade-turnover"),
        "$500 million": (5e8, "USD", "exact", "kassym-jomart-tokayev|ilham-aliyev", "achieved", "trade-turnover"),
        "$1 billion": (1e9, "USD", "exact", "kassym-jomart-tokayev", "conditional", "trade-turnover"),
    }
    columns = ["value", "unit", "qualifier", "speakers", "status", "measure"]
    assert {text: tuple(row) for text, row in rows[columns].T.to_dict("list").items()} == expected
    assert rows.at["two-day", "period"] == "2020-01-30/2020-02-01"
    assert set(rows["actors"]) == {"azerbaijan|kazakhstan"}


def test_the_program_reads_the_seven_as_gold_does():
    from analysis import pipeline

    rows = c.claims(pipeline.load())
    got = sorted(zip(rows["value"], rows["unit"], rows["status"], rows["measure"], rows["speakers"], strict=True))
    assert got == sorted([
        (10, "times", "achieved", "community", "zhanseit-tuimebayev"), (2, "days", "achieved", "duration", "narrator"),
        (200000, "people", "achieved", "community", "fuad-muradov"),
        (200000, "people", "achieved", "community", "fuad-muradov"),
        (40, "percent", "achieved", "trade-turnover", "kassym-jomart-tokayev|ilham-aliyev"),
        (5e8, "USD", "achieved", "trade-turnover", "kassym-jomart-tokayev|ilham-aliyev"),
        (1e9, "USD", "conditional", "trade-turnover", "kassym-jomart-tokayev")])


def test_what_a_figure_measures(corpus):
    def measure(text, unit, language="en", what=""):
        item = {"text": text, "figures": [("5", 5, unit, "exact", what)]}
        return c.claims(corpus([{"id": "a", "language": language, "sentences": [item]}]))["measure"].iloc[0]

    assert measure("Exports grew to 5 dollars.", "USD") == "exports"
    assert measure("Exports went through 5 ports.", "ports") == ""
    assert measure("The talks on exports took 5 days.", "days") == "duration"
    assert measure("Ixracın həcmi 5 dollardır.", "USD", "az") == "exports"
    assert measure("This sum may reach 5 dollars.", "USD", what="bilateral trade") == "trade-turnover"
    assert measure("They spoke of 5 dollars.", "USD") == ""
