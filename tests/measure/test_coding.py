"""Themes and frames: prevalence, carriers, comparison."""

import pytest

from analysis.errors import InputError
from analysis.measure import base, coding, framing, themes

A, B = "000_d59ad83c0298ad6c", "001_bf240cc039c28393"


@pytest.mark.parametrize(("axis", "field"), [("theme", "themes"), ("frame", "frames")])
def test_prevalence_recounts_the_gold(seeds, gold, axis, field):
    rows = coding.prevalence(seeds, axis, "article")
    assert len(rows) == 5 * len(base.codes_in(seeds, axis)), "zero cells are rows"
    for row in rows.itertuples(index=False):
        record = next(r for r in gold if r["id"] == row.group)
        assert (row.n, row.of) == (sum(row.code in s[field] for s in record["sentences"]), len(record["sentences"]))
    whole = coding.prevalence(seeds, axis)
    assert whole["n"].sum() == rows["n"].sum()
    assert set(whole["of"]) == {90}


@pytest.mark.parametrize("by", base.GROUPINGS)
def test_a_code_never_outgrows_its_group(seeds, by):
    rows = coding.prevalence(seeds, "theme", by)
    assert (rows["n"] <= rows["of"]).all()
    assert (rows["articles"] <= rows["of_articles"]).all()
    assert (rows["events"] <= rows["articles"]).all()
    assert (coding.uncoded(seeds, "frame", by)["n"] >= 0).all()


def test_two_cues_of_one_code_count_once(corpus):
    cues = [{"axis": "theme", "code": "energy", "start": k, "end": k + 3, "cue": "oil"} for k in (0, 4)]
    t = corpus([{"id": "a", "sentences": [{"text": "oil gas.", "cues": cues}, {"text": "So."}]}])
    row = coding.prevalence(t, "theme", codes=["energy"]).iloc[0]
    assert (row["n"], row["of"]) == (1, 2)
    assert coding.sentences_with(t, "theme", "energy")["cue"].tolist() == ["oil; gas"]
    assert coding.uncoded(t, "theme")[["n", "of"]].values.tolist() == [[1, 2]]


def test_the_cross_table_and_its_margins(seeds, gold):
    table = coding.cross(seeds)
    sentences = [s for r in gold for s in r["sentences"]]
    for row in table.itertuples(index=False):
        assert row.n == sum(row.row in s["themes"] and row.column in s["frames"] for s in sentences)
        assert row.of == sum(row.row in s["themes"] for s in sentences)
        assert row.of_column == sum(row.column in s["frames"] for s in sentences)
    assert table.loc[table["of"] == 0, "share"].isna().all(), "a share of no sentence is no number"
    turned = framing.by_theme(seeds).set_index(["column", "row"])["n"]
    assert table.set_index(["row", "column"])["n"].to_dict() == turned.to_dict()


def test_carriers_rank_with_ties(seeds):
    rows = coding.carriers(seeds, "theme")
    culture = rows[rows["code"] == "culture-education"]
    assert culture[["speaker", "n", "rank"]].values.tolist()[:3] == [
        ["kassym-jomart-tokayev", 4, 1],
        ["narrator", 4, 1],
        ["novruz-mammadov", 1, 3],
    ]
    without = themes.by_speaker(seeds, narrator=False)
    assert "narrator" not in set(without["speaker"])
    assert without.loc[without["code"] == "culture-education", "of"].iloc[0] == 10, (
        "the denominator keeps the narrator's"
    )
    assert (rows.groupby("code")["n"].sum() >= rows.groupby("code")["of"].first()).all()


def test_pooled_and_mean_of_articles(corpus):
    t = corpus(
        [
            {"id": "a", "sentences": [{"text": "So.", "themes": ["energy"]}]},
            {"id": "b", "sentences": [{"text": "So."}] * 4},
            {"id": "c", "sentences": []},
        ]
    )
    row = themes.pooled_and_mean(t).set_index("code").loc["energy"]
    assert row[["n", "of", "pooled", "mean", "lowest", "highest", "articles", "of_articles"]].tolist() == [
        1,
        5,
        0.2,
        0.5,
        0,
        1,
        1,
        2,
    ]


def test_comparison_of_two_articles(seeds):
    table = themes.compare(seeds, A, B).set_index("code")
    assert table.loc["commemoration", ["n_a", "of_a", "n_b", "of_b"]].tolist() == [0, 13, 3, 17]
    assert table.at["commemoration", "difference"] == pytest.approx(3 / 17)
    assert "energy" not in table.index
    back = themes.compare(seeds, B, A).set_index("code")
    assert back["difference"].to_dict() == pytest.approx((-table["difference"]).to_dict())


def test_a_comparison_with_nothing_says_so(seeds, corpus):
    with pytest.raises(InputError, match=r"no article 'x' in the corpus.*Choose one of: 000_"):
        themes.compare(seeds, A, "x")
    t = corpus([{"id": "a", "sentences": [{"text": "So."}]}, {"id": "b", "sentences": []}])
    with pytest.raises(InputError, match="'b' has no sentence to compare"):
        framing.compare(t, "a", "b")


def test_overlap_of_profiles(corpus):
    t = corpus(
        [
            {"id": "a", "sentences": [{"text": "So.", "themes": ["energy", "transport"]}]},
            {"id": "b", "sentences": [{"text": "So.", "themes": ["energy"]}] * 2},
            {"id": "c", "sentences": [{"text": "So.", "themes": ["multilateral"]}]},
            {"id": "d", "sentences": [{"text": "So."}]},
        ]
    )
    shared = {(r.a, r.b): r.shared for r in themes.overlap(t).itertuples(index=False)}
    assert (shared["a", "b"], shared["a", "c"]) == (0.5, 0)
    assert shared["a", "d"] != shared["a", "d"], "an article without a code has no profile"


def test_the_reports_of_one_visit_share_most(seeds):
    assert themes.overlap(seeds).iloc[0][["a", "b", "same_event"]].tolist() == [A, B, True]
    assert framing.overlap(seeds).iloc[0]["same_event"]


def test_the_sentences_behind_a_cell(seeds):
    rows = framing.sentences_with(seeds, "kinship", "year", "2020")
    assert rows["label"].tolist() == ["AzerNews 2020", "Metbuat.az 2020"]
    assert rows["speakers"].str.contains("Tuimebayev").all()
    assert (
        len(framing.sentences_with(seeds, "kinship")) == framing.prevalence(seeds).set_index("code").at["kinship", "n"]
    )
    assert framing.uncoded(seeds)["n"].item() + 43 == 90


def test_another_axis_is_refused(seeds):
    with pytest.raises(ValueError, match="no axis 'tone'; choose one of theme, frame"):
        coding.prevalence(seeds, "tone")
