"""Groupings, sizes and names."""

import pytest

from analysis.measure import base


def test_every_grouping_covers_every_sentence(seeds):
    for by in base.GROUPINGS:
        groups = base.sentence_groups(seeds, by)
        assert len(groups[["doc_id", "sentence"]].drop_duplicates()) == len(seeds.sentences), by
        if by in base.ARTICLE_GROUPINGS:
            assert len(groups) == len(seeds.sentences), by


def test_sizes_add_up_for_groupings_of_articles(seeds):
    for by in base.ARTICLE_GROUPINGS:
        table = base.sizes(seeds, by)
        assert table["sentences"].sum() == len(seeds.sentences)
        assert table["words"].sum() == seeds.sentences["words"].sum()
        assert table["articles"].sum() == len(seeds.articles)


def test_years_ascend_with_the_undated_last(corpus):
    t = corpus(
        [
            {"id": "b", "sentences": [{"text": "One."}]},
            {"id": "c", "date": "2021-05", "sentences": [{"text": "Two."}]},
            {"id": "a", "date": "2019", "sentences": [{"text": "Three."}, {"text": "Four."}]},
        ]
    )
    table = base.sizes(t, "year")
    assert list(table["group"]) == ["2019", "2021", "undated"]
    assert list(table["sentences"]) == [2, 1, 1]


def test_articles_keep_their_order_and_other_groups_come_largest_first(seeds):
    assert list(base.sizes(seeds, "article")["group"]) == list(seeds.articles["doc_id"])
    assert list(base.sizes(seeds, "outlet_country")["group"]) == ["Azerbaijan", "Pakistan"]
    assert base.sizes(seeds, "speaker")["sentences"].is_monotonic_decreasing


def test_an_article_without_sentences_is_still_a_group(corpus):
    t = corpus([{"id": "a", "sentences": [{"text": "One."}]}, {"id": "b", "sentences": []}])
    table = base.sizes(t, "article").set_index("group")
    assert table.loc["b", ["sentences", "articles"]].tolist() == [0, 1]
    assert base.sizes(t, "outlet_country")["group"].tolist() == ["unknown"]


def test_a_joint_statement_counts_for_each_speaker_and_once_for_their_state(corpus):
    t = corpus(
        [{"id": "a", "sentences": [{"text": "We agree.", "speaker": ["x", "y"]}]}],
        {"x": {"state": "kazakhstan"}, "y": {"state": "kazakhstan"}},
    )
    assert list(base.sizes(t, "speaker")["sentences"]) == [1, 1]
    assert base.sizes(t, "speaker_state")[["group", "sentences"]].values.tolist() == [["kazakhstan", 1]]


def test_what_somebody_says_together_with_the_narrator_is_theirs(corpus):
    t = corpus(
        [{"id": "a", "sentences": [{"text": "So.", "speaker": ["narrator", "x"]}, {"text": "So.", "speaker": []}]}]
    )
    assert base.voiced(t)["speaker"].tolist() == ["x", "narrator"]


def test_states_are_their_own_and_the_unknown_is_said(seeds):
    found = base.states(seeds)
    assert found["kazakhstan"] == "kazakhstan"
    assert found["sahiba-gafarova"] == "azerbaijan"
    assert found["unesco"] == "unknown"


def test_the_parties_are_the_states_named_in_most_sentences(seeds, corpus):
    assert base.parties(seeds) == ("kazakhstan", "azerbaijan")
    one = corpus(
        [
            {
                "id": "a",
                "sentences": [
                    {"text": "Iran Iran Oman", "mentions": [("Oman", "COUNTRY", "oman"), ("Iran", "COUNTRY", "iran")]}
                ],
            }
        ]
    )
    assert base.parties(one) == ("iran", "oman"), "a tie is settled by name"


def test_codes_of_the_codebook_come_first_and_others_follow(corpus):
    t = corpus([{"id": "a", "sentences": [{"text": "So.", "themes": ["zoology", "energy"]}]}])
    assert base.codes_in(t, "theme")[: len(base.THEMES)] == list(base.THEMES)
    assert base.codes_in(t, "theme")[-1] == "zoology"
    assert base.code_label("trade-economy") == "trade and economy"
    assert base.code_label("zoo-logy") == "zoo logy"


def test_a_grouping_that_does_not_exist_is_refused_with_the_choices(seeds):
    with pytest.raises(ValueError, match="choose one of all, article"):
        base.sizes(seeds, "moon")
    with pytest.raises(ValueError, match="no grouping 'speaker'"):
        base.article_groups(seeds, "speaker")
