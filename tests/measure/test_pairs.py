"""Two reports of one event."""

import pytest

from analysis.errors import InputError
from analysis.measure import pairs as p

EN, AZ = "000_d59ad83c0298ad6c", "001_bf240cc039c28393"


def test_the_event_told_twice(seeds):
    assert p.events_with_several(seeds)[["articles", "doc_ids", "languages"]].values.tolist() == [
        [2, f"{EN}|{AZ}", "en|az"]
    ]


def test_who_is_named_in_which(seeds):
    rows = p.entities(seeds, EN, AZ).set_index("entity")
    assert rows.loc["zhanseit-tuimebayev", ["n_a", "n_b", "where"]].tolist() == [3, 3, "both"]
    assert set(rows.index[rows["where"] == "b"]) >= {"heydar-aliyev", "zarifa-aliyeva", "alley-of-martyrs"}
    turned = p.entities(seeds, AZ, EN).set_index("entity")
    assert {"a": "b", "b": "a", "both": "both"}[turned.at["heydar-aliyev", "where"]] == rows.at[
        "heydar-aliyev", "where"
    ]


def test_who_is_heard_in_which(seeds):
    rows = p.voices(seeds, EN, AZ).set_index("speaker")
    assert rows.loc["fuad-muradov", ["n_a", "of_a", "n_b", "of_b"]].tolist() == [4, 13, 4, 17]
    assert rows.at["state-committee-on-work-with-diaspora", "where"] == "b"


def test_figures_quoted_in_one_only(seeds):
    rows = p.figures(seeds, EN, AZ)
    assert rows[["text_a", "text_b", "where"]].values.tolist() == [
        ["more than 200,000", "200 mindən çox", "both"],
        ["tenfold", "", "a"],
        ["two-day", "", "a"],
    ]
    assert p.figures(seeds, AZ, EN)["where"].tolist() == ["both", "b", "b"]
    assert rows["sentence_b"].tolist() == [9, -1, -1]


def test_a_figure_is_paired_once(corpus):
    t = corpus(
        [
            {"id": "a", "sentences": [{"text": "5 km or 5 km", "figures": [("5 km", 5, "km"), ("5 km", 5, "km")]}]},
            {"id": "b", "sentences": [{"text": "5 km", "figures": [("5 km", 5, "km")]}]},
        ]
    )
    assert p.figures(t, "a", "b")["where"].tolist() == ["both", "a"]


def test_the_alignment_of_the_visit(seeds):
    steps = p.align(seeds, EN, AZ)
    pairs = steps.loc[steps["kind"] == "pair", ["sentences_a", "sentences_b"]].values.tolist()
    for pair in (
        ["3", "6"],
        ["4", "7"],
        ["5", "8"],
        ["6", "9"],
        ["7", "10"],
        ["8|9", "11"],
        ["10", "12"],
        ["11", "14"],
    ):
        assert pair in pairs
    number = steps.set_index("sentences_b").loc["9"]
    assert number["figures"] == "200000 people"
    assert "Azerbaijan" in number["entities"]


@pytest.mark.parametrize(("a", "b"), [(EN, AZ), (AZ, EN), (EN, "004_0cf0369e1160f46d")])
def test_every_sentence_stands_in_one_step_in_order(seeds, a, b):
    steps = p.align(seeds, a, b)
    for side, doc in (("a", a), ("b", b)):
        numbers = [int(n) for cell in steps[f"sentences_{side}"] if cell for n in cell.split("|")]
        assert numbers == list(range((seeds.sentences["doc_id"] == doc).sum()))
    assert steps.loc[steps["kind"] == "pair", "score"].between(0.2, 1).all()
    assert (steps.loc[steps["kind"] != "pair", "score"] == 0).all()


def test_an_article_aligns_with_itself(seeds):
    steps = p.align(seeds, AZ, AZ)
    paired = steps[steps["kind"] == "pair"]
    assert (paired["sentences_a"] == paired["sentences_b"]).all()
    assert (paired["score"] == 1).all()


def test_a_shared_theme_alone_is_no_evidence(corpus):
    t = corpus([{"id": k, "language": "en", "sentences": [{"text": k, "themes": ["energy"]}]}
                for k in ("Oil.", "Gas.")])
    assert p.align(t, "Oil.", "Gas.")["kind"].tolist() in (["only a", "only b"], ["only b", "only a"])


def test_what_the_english_report_leaves_out(seeds):
    rows = p.left_out(seeds, EN, AZ)
    wreaths = rows[rows["themes"].str.contains("commemoration")]
    assert wreaths["sentence"].tolist() == [2, 3, 4]
    assert "Heydar Aliyev" in wreaths["new"].iloc[0]


def test_the_summary_counts_what_the_tables_hold(seeds):
    rows = p.summary(seeds, EN, AZ).set_index("what")
    assert rows.loc["sentences", ["n_a", "n_b"]].tolist() == [13, 17]
    assert rows.loc["figures"].tolist() == [3, 1, 1]
    assert rows.loc["people"].tolist() == [5, 6, 4]
    assert (rows["both"] <= rows[["n_a", "n_b"]].min(axis=1)).all()


@pytest.mark.parametrize("compare", [p.entities, p.voices, p.figures, p.align, p.left_out, p.summary])
def test_an_article_that_is_not_there_is_named(seeds, compare):
    with pytest.raises(InputError, match="no article 'x' in the corpus"):
        compare(seeds, EN, "x")
