"""Who is heard, recounted from gold and on small made-up reports."""

from collections import Counter

import pytest

from analysis.measure import voices as v


def test_heard_recounts_the_gold(seeds, gold):
    spoken = Counter(who for r in gold for s in r["sentences"] for who in s["speaker"])
    quoted = Counter(who for r in gold for s in r["sentences"] if s["quoted"] for who in s["speaker"])
    table = v.heard(seeds, narrator=True)
    assert dict(zip(table["speaker"], table["n"], strict=True)) == spoken
    assert dict(zip(table["speaker"], table["quoted"], strict=True)) == {who: quoted[who] for who in spoken}
    assert "narrator" not in set(v.heard(seeds)["speaker"])
    assert v.heard(seeds)["joint"].sum() == 2, "one sentence is spoken by both Presidents"


def test_articles_add_up_to_their_sentences(seeds):
    table = v.by_article(seeds)
    whole = table.groupby("doc_id")
    assert (whole["n"].sum() >= whole["of"].first()).all(), "joint sentences count twice, none is lost"
    assert (table["words"] <= table["of_words"]).all()
    assert (v.by_article(seeds, narrator=False)["speaker"] != "narrator").all()


def test_states_count_a_sentence_once(corpus):
    t = corpus(
        [{"id": "a", "sentences": [{"text": "We.", "speaker": ["x", "y"]}, {"text": "I.", "speaker": ["z"]}]}],
        {"x": {"state": "iran"}, "y": {"state": "iran"}},
    )
    table = v.by_state(t).set_index("state")
    assert table.loc["iran", ["n", "of", "speakers"]].tolist() == [1, 2, 2]
    assert table.loc["unknown", ["n", "of"]].tolist() == [1, 2]


def test_the_narrators_share_by_article_and_in_all(seeds, gold):
    own = sum(s["speaker"] == ["narrator"] for r in gold for s in r["sentences"])
    whole = v.narrator_share(seeds, "all")
    assert whole[["n", "of", "voiced"]].values.tolist() == [[own, 90, 90 - own]]
    assert v.narrator_share(seeds)["n"].sum() == own
    with pytest.raises(ValueError, match="no grouping 'speaker'"):
        v.narrator_share(seeds, "speaker")


def test_quotation_is_a_share_of_what_is_attributed(seeds, corpus):
    table = v.quotation(seeds, "article")
    assert (table["n"].sum(), table["of"].sum()) == (8, 61)
    assert table["label"].iloc[0] == "Oval.az 2019"
    quiet = corpus([{"id": "a", "sentences": [{"text": "“Go.”", "quoted": True}]}])
    assert not len(v.quotation(quiet, "article")), "a quotation nobody speaks is no speaker's"


def test_a_speakers_own_name_is_not_whom_they_speak_about(seeds, corpus):
    t = corpus(
        [
            {
                "id": "a",
                "sentences": [
                    {
                        "text": "Iran is kind, said Ann of Oman.",
                        "speaker": ["ann"],
                        "mentions": [
                            ("Iran", "COUNTRY", "iran"),
                            ("Ann", "PERSON", "ann"),
                            ("Oman", "COUNTRY", "oman"),
                        ],
                    },
                    {"text": "Fine.", "speaker": ["ann"]},
                ],
            }
        ],
        {"ann": {"state": "oman"}},
    )
    table = v.about(t)
    assert set(table["entity"]) == {"iran", "oman"}
    assert set(table["of"]) == {2}
    states = v.about_states(t)
    assert states[["speaker_state", "state", "n", "of"]].values.tolist() == [
        ["oman", "iran", 1, 2],
        ["oman", "oman", 1, 2],
    ]
    assert set(v.about(seeds, speakers=["ilham-aliyev"])["speaker"]) == {"ilham-aliyev"}


def test_who_is_named_but_never_heard(seeds):
    assert set(v.unheard(seeds)["entity"]) == {
        "heydar-aliyev",
        "nursultan-nazarbayev",
        "askar-mamin",
        "zarifa-aliyeva",
        "rashad-mammadov",
        "serzhan-abdykarimov",
    }
    rows = v.unheard_by_article(seeds)
    aliyev = rows[(rows["entity"] == "ilham-aliyev")]
    assert aliyev[["label", "n", "elsewhere"]].values.tolist() == [["News.az 2024", 3, True]]
    assert not rows.loc[rows["entity"] == "askar-mamin", "elsewhere"].any()


def test_rules_of_attribution_are_counted_once_a_sentence(corpus):
    t = corpus(
        [
            {
                "id": "a",
                "sentences": [
                    {"text": "We.", "speaker": ["x", "y"]},
                    {"text": "I.", "speaker": ["x"]},
                    {"text": "It."},
                ],
            }
        ]
    )
    t.voices["rule"] = ["verb", "verb", None, "narrator"]
    assert v.rules(t)[["rule", "n", "of"]].values.tolist() == [["unstated", 1, 2], ["verb", 1, 2]]
