"""Tone with its denominators."""

import pytest

from analysis.measure import base, tone


def test_counts_recount_the_gold(seeds, gold):
    rows = tone.counts(seeds, "article")
    for record in gold:
        own = rows[rows["group"] == record["id"]]
        for value in (1, 0, -1):
            assert own.loc[own["tone"] == value, "n"].item() == sum(s["tone"] == value for s in record["sentences"])


@pytest.mark.parametrize("by", base.GROUPINGS)
def test_shares_add_up_and_net_tone_is_their_difference(seeds, by):
    table = tone.profile(seeds, by)
    assert (table["positive"] + table["neutral"] + table["negative"] == table["of"]).all()
    assert (table["share_positive"] + table["share_neutral"] + table["share_negative"]).tolist() == pytest.approx(
        [1] * len(table)
    )
    assert table["net"].tolist() == pytest.approx((table["share_positive"] - table["share_negative"]).tolist())
    assert table["net"].between(-1, 1).all()


def test_nothing_to_judge_has_no_share(corpus):
    t = corpus([{"id": "a", "sentences": [{"text": "So."}]}, {"id": "b", "sentences": []}])
    table = tone.profile(t, "article").set_index("group")
    assert table.at["a", "positive_of_evaluative"] != table.at["a", "positive_of_evaluative"], "NaN: nobody took a side"
    assert table.loc["b", ["share_positive", "net"]].isna().all()


def test_speaker_and_target(corpus):
    t = corpus(
        [
            {
                "id": "a",
                "sentences": [
                    {
                        "text": "Iran and Oman are kind.",
                        "speaker": ["ann"],
                        "tone": 1,
                        "mentions": [("Iran", "COUNTRY", "iran"), ("Oman", "COUNTRY", "oman")],
                    },
                    {"text": "Iran is not.", "speaker": ["ann"], "tone": -1, "mentions": [("Iran", "COUNTRY", "iran")]},
                    {"text": "Acme.", "tone": 1, "mentions": [("Acme", "ORG", "acme")]},
                ],
            }
        ],
        {"ann": {"state": "oman", "name": "Ann"}},
    )
    rows = tone.by_speaker_target(t).set_index(["speaker", "target"])
    assert rows.loc[("oman", "iran"), ["positive", "negative", "of", "net"]].tolist() == [1, 1, 2, 0]
    assert rows.loc[("oman", "oman"), ["positive", "of"]].tolist() == [1, 1]
    assert len(rows) == 2, "a target of unknown state is left out"
    assert set(tone.by_speaker_target(t, "person")["speaker_name"]) == {"Ann"}
    with pytest.raises(ValueError, match="by state or by person"):
        tone.by_speaker_target(t, "party")


def test_the_negative_sentences_of_the_seeds(seeds):
    rows = tone.negatives(seeds)
    assert rows[["label", "speakers"]].values.tolist() == [
        ["Oval.az 2019", "Novruz Mammadov"],
        ["News.az 2024", "Sahiba Gafarova"],
    ]
    assert "security-conflict" in rows["themes"].iloc[0]
    assert len(tone.of_tone(seeds, 1)) == 44


def test_pooled_and_mean_weigh_articles_differently(corpus):
    t = corpus(
        [
            {"id": "a", "sentences": [{"text": "So.", "tone": 1}]},
            {"id": "b", "sentences": [{"text": "So.", "tone": 0}] * 3},
            {"id": "c", "sentences": []},
        ]
    )
    row = tone.pooled_and_mean(t).set_index("tone").loc[1]
    assert row[["n", "of", "pooled", "mean", "lowest", "highest", "articles"]].tolist() == [1, 4, 0.25, 0.5, 0, 1, 2]
