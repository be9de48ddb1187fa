"""Claims on a line of years, acts on a ladder, and the table of claims that a briefing writer filters."""

import pytest

from analysis import tables
from analysis.figures import dated, get


def _corpus(*sentences, language="en", **fields):
    """One report; each sentence is a text, or (text, words of a figure, value, unit)."""
    text, marked, figures = "", [], []
    for item in sentences:
        words, *figure = item if isinstance(item, tuple) else (item,)
        start = len(text)
        text += words + "\n"
        marked.append({"start": start, "end": start + len(words), "speaker": ["narrator"], "quoted": False,
                       "themes": [], "frames": [], "tone": 0})
        if figure:
            at = start + words.index(figure[0])
            figures.append({"start": at, "end": at + len(figure[0]), "value": figure[1], "unit": figure[2],
                            "qualifier": "exact", "what": ""})
    return tables.from_records([{"id": "a", "text": text, "language": language, "sentences": marked,
                                 "figures": figures, "label": "Paper", **fields}])


def test_the_trade_turnover_of_the_seeds_stands_over_time(seeds):
    data = get("claims-over-time").data(seeds)
    trade = data.loc[data["measure"] == "trade-turnover"]
    assert trade[["text", "status"]].values.tolist() == [
        ["40%", "achieved"], ["$500 million", "achieved"], ["$1 billion", "conditional"]]
    assert "$1 billion, possible" in get("claims-over-time").alt(seeds)


def test_each_status_has_a_shape_of_its_own():
    from analysis.figures.agreements import _SHAPES
    from analysis.figures.claims import MARKS

    assert len({(mark.shape, mark.filled) for mark in MARKS.values()}) == len(MARKS)
    assert len({shape for shape, _, _ in _SHAPES.values()}) == len(_SHAPES)


def test_a_figure_stands_at_the_time_of_its_sentence_or_of_its_report():
    t = _corpus(("Last year exports reached $5.", "$5", 5, "USD"), ("Exports grew to $6.", "$6", 6, "USD"),
                ("Exports will reach $7 by 2030.", "$7", 7, "USD"), date="2023-04-12", year=2023)
    rows = get("claims-over-time").data(t)
    assert rows[["text", "period", "basis"]].values.tolist() == [
        ["$5", "2022", "sentence"], ["$6", "", "report"], ["$7", "/2030", "sentence"]]


@pytest.mark.parametrize(
    ("t", "said"),
    [
        (_corpus("They met.", date="2023-04-12"), "no sentence states a quantity of a kind"),
        (_corpus(("Exports grew to $6.", "$6", 6, "USD")), "has a date"),
    ],
)
def test_what_cannot_stand_over_time_says_why(t, said):
    content = get("claims-over-time").content(t)
    assert content.empty and said in content.caption


def test_acts_without_any_date_have_a_table_and_no_timeline():
    t = _corpus("They signed a treaty.")
    assert get("agreements").content(t).shown["Date"].tolist() == ["undated"]
    assert "no act has a date" in get("agreements-timeline").caption(t)
    assert "acts labelled by hand" in get("agreements-check").caption(t)


def test_the_timeline_of_the_seeds_runs_from_the_first_year_to_the_last(seeds):
    data = get("agreements-timeline").data(seeds)
    assert sorted(set(data["year"])) == ["2019", "2020", "2022", "2023", "2024"]
    assert data["n"].sum() == len(get("agreements").data(seeds))
    declaration = data.loc[(data["year"] == "2022") & (data["rung"] == "signed")]
    assert declaration["about"].str.contains("Declaration").all() and len(declaration) == 1


def test_the_ledger_can_be_downloaded_with_everything_in_it(seeds):
    header = get("claims").csv(seeds).decode().splitlines()[0].split(",")
    assert {"value", "unit", "qualifier", "what", "measure", "status", "speakers", "date", "period", "sentence_text",
            "corroborated_by", "conflicts_with", "differs_from"} <= set(header)
    shown = get("claims").content(seeds).shown
    assert "the same in" in " ".join(shown["Other reports"])
    assert "claims of the press and not facts" in get("claims").caption(seeds)


@pytest.mark.parametrize(
    ("text", "words", "limit", "cut"),
    [
        ("one two three four five six", "one", 12, "one two …"),
        ("one two three four five six", "six", 12, "… five six"),
        ("one two three", "two", 50, "one two three"),
        ("one two three four five six seven", "not there", 10, "one two …"),
    ],
)
def test_a_sentence_is_cut_around_its_words(text, words, limit, cut):
    found = dated.around(text, words, limit)
    assert found == cut and (words not in text or words in found)
