"""Intervals of shares of codes: against the bootstrap of plain counts, and none where there are too few units."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from analysis.measure import coding, intervals, resampled


def many(corpus, articles=24, events=None):
    """Articles of which every third speaks of energy in half of its sentences, the others in one of five."""
    out = []
    for k in range(articles):
        sentences = [
            {"text": f"Sentence {k} {i}.", "themes": ["energy"] if (i % 2 if k % 3 == 0 else i == 0) else ["transport"]}
            for i in range(4 + k % 3)
        ]
        event = f"e{k // 2}" if events else None
        fields = {"language": "en" if k % 2 else "az", "event": event, "outlet_country": "A" if k % 3 else "B"}
        out.append({"id": f"d{k:02}", "sentences": sentences} | fields)
    return corpus(out)


def test_the_interval_is_the_bootstrap_of_the_articles_counts(corpus):
    t = many(corpus)
    row = coding.prevalence(t, "theme", unit="article").set_index("code").loc["energy"]
    marked = list(t.codes.loc[t.codes["code"] == "energy", "doc_id"])
    sizes = t.sentences.groupby("doc_id").size()
    counts = pd.DataFrame({"n": [marked.count(doc) for doc in sizes.index], "of": sizes.to_numpy()})
    wanted = intervals.bootstrap_share(counts)
    assert (row["low"], row["high"], row["units"]) == (wanted.low, wanted.high, 24)
    assert row["low"] < row["share"] < row["high"] and row["reason"] == ""


def test_events_are_drawn_as_a_whole(corpus):
    t = many(corpus, 40, events=True)
    units = [coding.prevalence(t, "theme", codes=["energy"], unit=unit)["units"].iloc[0] for unit in resampled.UNITS]
    assert units == [40, 20]
    t = many(corpus, 38, events=True)
    event = coding.prevalence(t, "theme", unit="event").set_index("code").loc["energy"]
    assert math.isnan(event["low"]) and event["reason"].startswith("no interval: 19 events")


def test_five_articles_have_none(seeds):
    table = coding.prevalence(seeds, "theme", "language", unit="article")
    assert table["low"].isna().all() and table["high"].isna().all()
    assert set(table["reason"]) == {
        "no interval: 4 articles, and resampling needs at least 20",
        "no interval: 1 article, and resampling needs at least 20",
    }


def test_a_code_nobody_uses_has_no_interval_of_no_width(corpus):
    row = coding.prevalence(many(corpus), "theme", unit="article").set_index("code").loc["environment"]
    assert math.isnan(row["low"]) and row["reason"] == "no interval: no sentence carries the code"


def test_groups_with_few_articles_stay_without(corpus):
    table = coding.prevalence(many(corpus, 44), "theme", "language", ["energy"], unit="article").set_index("group")
    assert table["low"].notna().all() and set(table["units"]) == {22}
    table = coding.prevalence(many(corpus, 39), "theme", "language", ["energy"], unit="article").set_index("group")
    assert table["low"].notna().to_dict() == {"az": True, "en": False}


def test_strata_keep_their_sizes(corpus):
    t = many(corpus)
    table = coding.prevalence(t, "theme", codes=["energy"])
    plain = resampled.with_intervals(t, table, "theme", "all", "article").iloc[0]
    within = resampled.with_intervals(t, table, "theme", "all", "article", "outlet_country").iloc[0]
    assert within["high"] - within["low"] < 0.5 * (plain["high"] - plain["low"]), "strata explain most differences"


def test_the_rest_of_the_table_is_as_without(seeds, empty):
    plain = coding.prevalence(seeds, "frame", "speaker")
    pd.testing.assert_frame_equal(coding.prevalence(seeds, "frame", "speaker", unit="event")[plain.columns], plain)
    assert list(coding.prevalence(empty, "frame", unit="event").columns)[-4:] == ["low", "high", "units", "reason"]


def test_wrong_units_and_strata_are_refused(seeds):
    with pytest.raises(ValueError, match="article or an event"):
        coding.prevalence(seeds, "theme", unit="sentence")
    with pytest.raises(ValueError, match="no column 'mood'"):
        resampled.with_intervals(seeds, coding.prevalence(seeds, "theme"), "theme", "all", strata="mood")
