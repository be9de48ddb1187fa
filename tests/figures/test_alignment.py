"""The table on alignments made by hand."""

from analysis.figures import get


def test_the_table_says_what_one_pair_is_worth(seeds):
    content = get("alignment-quality").content(seeds)
    assert list(content.shown["In gold"]) == [12, 12, 12] and float(content.shown["F1"].iloc[-1]) >= 0.85
    assert "One pair of reports is one pair of reports" in content.caption and content.n == "12 pairs"
    assert "AzerNews 2020 and Metbuat.az 2020 (12 pairs)" in content.caption


def test_a_corpus_without_such_gold_says_so(corpora):
    content = get("alignment-quality").content(corpora["many"])
    assert content.empty and "aligned by hand" in content.caption
