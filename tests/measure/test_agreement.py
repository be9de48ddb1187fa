"""α against the krippendorff package and by hand; scores by hand."""

import copy
import random

import krippendorff
import numpy as np
import pytest

from analysis.measure import agreement as a


@pytest.mark.parametrize("level", a.LEVELS)
@pytest.mark.parametrize("seed", range(12))
def test_alpha_equals_the_reference_package(level, seed):
    draw = random.Random(seed)
    coders, units = draw.randint(2, 4), draw.randint(3, 25)
    rows = [[draw.choice([None, -1, 0, 1, 1, 3]) for _ in range(units)] for _ in range(coders)]
    numbers = np.array([[np.nan if value is None else value for value in row] for row in rows])
    found = a.krippendorff_alpha(rows, level)
    assert found.value == pytest.approx(krippendorff.alpha(numbers, level_of_measurement=level), abs=1e-12)
    assert a.krippendorff_alpha(numbers.tolist(), level) == found, "NaN is missing, as None is"


def test_alpha_by_hand():
    # ten units, two coders, values 0 and 1: coincidences 00: 12, 11: 4, 01 = 10: 2; n0 = 14, n1 = 6, n = 20
    one = [0, 1, 0, 0, 0, 0, 0, 0, 1, 1]
    two = [0, 1, 0, 0, 0, 0, 1, 0, 1, 0]
    assert a.krippendorff_alpha([one, two]).value == pytest.approx(1 - 19 * 4 / (2 * 14 * 6))


def test_alpha_of_words_and_of_systematic_disagreement():
    assert a.krippendorff_alpha([["x", "y", "x"], ["x", "y", "x"]]).value == 1
    assert a.krippendorff_alpha([[0, 1], [1, 0]]).value < 0


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([[1, 1, 1], [1, 1, 1]], "every value is 1"),
        ([[1, None], [None, 2]], "no unit was judged by two coders"),
        ([], "no unit was judged"),
        ([[1, 2, 3]], "no unit was judged"),
    ],
)
def test_undefined_is_said_to_be_undefined(rows, reason):
    found = a.krippendorff_alpha(rows)
    assert found.value is None
    assert reason in found.reason


def test_ratings_that_do_not_fit_are_refused():
    with pytest.raises(ValueError, match="no level 'ratio'"):
        a.krippendorff_alpha([[1], [1]], "ratio")
    with pytest.raises(ValueError, match="a place for every unit"):
        a.krippendorff_alpha([[1, 2], [1]])


def test_order_counts_in_ordinal_alpha_only_by_rank():
    rows, stretched = [[0, 1, 2, 2, 0], [0, 2, 2, 1, 0]], [[0, 5, 90, 90, 0], [0, 90, 90, 5, 0]]
    assert a.krippendorff_alpha(rows, "ordinal").value == pytest.approx(
        a.krippendorff_alpha(stretched, "ordinal").value
    )
    assert a.krippendorff_alpha(rows, "interval").value != pytest.approx(
        a.krippendorff_alpha(stretched, "interval").value
    )


def _sentence(start, end, themes=(), frames=(), tone=0, speaker=("narrator",), quoted=False):
    return {
        "start": start,
        "end": end,
        "themes": list(themes),
        "frames": list(frames),
        "tone": tone,
        "speaker": list(speaker),
        "quoted": quoted,
    }


def _mention(start, end, entity, kind="name", of_type="PERSON"):
    return {"start": start, "end": end, "entity": entity, "kind": kind, "type": of_type}


GOLD = {
    "id": "a",
    "language": "en",
    "date": "2020",
    "boilerplate": [[40, 50]],
    "sentences": [
        _sentence(0, 10, ["energy"], tone=1, speaker=["ann"]),
        _sentence(10, 20, ["energy", "transport"], ["concern"]),
        _sentence(20, 40, [], tone=-1),
    ],
    "mentions": [_mention(0, 3, "ann"), _mention(10, 13, "bob"), _mention(20, 26, "ann", "role")],
    "figures": [{"start": 30, "end": 32, "value": 40, "unit": "percent"}],
}
# the first two sentences run together; the last is missed for the boilerplate
SYSTEM = {
    "id": "a",
    "language": "en",
    "date": "2021",
    "sentences": [_sentence(0, 20, ["energy"], ["kinship"], 1, ["ANN"]), _sentence(40, 50)],
    "mentions": [_mention(0, 5, "ANN"), _mention(11, 13, "ANN"), _mention(50, 60, "x")],
    "figures": [{"start": 29, "end": 32, "value": 40.0, "unit": "people"}],
}


def test_scores_by_hand():
    table = a.scores([GOLD], [SYSTEM]).set_index(["layer", "code"])[["tp", "fp", "fn"]]
    cells = {key: tuple(row) for key, row in zip(table.index, table.values.tolist(), strict=True)}
    assert cells["theme", "all"] == (2, 0, 1)
    assert cells["theme", "energy"] == (2, 0, 0)
    assert cells["theme", "transport"] == (0, 0, 1)
    assert cells["frame", "all"] == (0, 2, 1)
    assert cells["tone", "1"] == (1, 1, 0)
    assert cells["tone", "0"] == (0, 1, 1)
    assert cells["tone", "-1"] == (0, 0, 1)
    assert cells["mention", "name"] == (2, 1, 0)
    assert cells["mention", "role"] == (0, 0, 1)
    assert cells["speaker", "named"] == (1, 1, 0)
    assert cells["boilerplate", "all"] == (0, 1, 1)
    assert cells["figure", "all"] == (1, 0, 0)
    assert a.macro_f1(a.scores([GOLD], [SYSTEM]), "theme") == pytest.approx(0.5)


def test_accuracies_by_hand():
    table = a.accuracies([GOLD], [SYSTEM]).set_index("what")
    assert table.loc["link:name", ["n", "of"]].tolist() == [1, 2], "ANN is ann, so she cannot be bob too"
    assert table.loc["span", ["n", "of"]].tolist() == [0, 2]
    assert table.loc["tone", ["n", "of"]].tolist() == [1, 3]
    assert table.loc["figure-unit", ["n", "of"]].tolist() == [0, 1]
    assert table.loc["date", ["n", "of"]].tolist() == [0, 1]
    assert ((table["low"] <= table["share"]) & (table["share"] <= table["high"])).all()


def test_gold_against_itself_is_without_fault(gold):
    table = a.scores(gold, copy.deepcopy(gold), by="language")
    assert not table[["fp", "fn"]].to_numpy().any()
    assert set(table["group"]) == {"all", "en", "az"}
    assert (table["f1"] == 1).all()
    assert (a.accuracies(gold, gold)["share"] == 1).all()
    found = a.alphas(gold, gold)
    assert set(found["alpha"].dropna()) == {1}
    environment = found.set_index("code").loc["environment"]
    assert environment["reason"] == "undefined: every value is 0"
    assert found["low"].isna().all()
    assert found.loc[0, "reason"] == "no interval: 5 articles, and resampling needs at least 20"


def test_a_missing_article_counts_as_missed(gold):
    table = a.scores(gold, gold[:-1]).set_index(["layer", "code"])
    assert table.at[("theme", "parliament-law"), "fn"] == 4
    assert table.at[("theme", "all"), "precision"] == 1


def test_ratings_of_one_variable():
    table = a.ratings([GOLD], [SYSTEM], "tone")
    assert table.loc["gold"].tolist() == [1, 0, -1]
    assert table.loc["system"].tolist() == [1, 1, None]
    assert a.ratings([GOLD], [SYSTEM], "theme", "transport").loc["gold"].tolist() == [0, 1, 0]
    assert a.ratings([GOLD], [SYSTEM], "speaker").loc["system"].tolist()[:2] == ["ann", "ann"], "names are mapped"
    with pytest.raises(ValueError, match="a code goes with"):
        a.ratings([GOLD], [SYSTEM], "theme")
    with pytest.raises(ValueError, match="no variable 'mood'"):
        a.ratings([GOLD], [SYSTEM], "mood")


def test_from_twenty_articles_alpha_has_an_interval():
    draw = random.Random(1)
    gold = [
        GOLD | {"id": f"d{k}", "sentences": [_sentence(0, 10, tone=draw.choice([-1, 0, 1])) for _ in range(3)]}
        for k in range(20)
    ]
    system = copy.deepcopy(gold)
    for record in system[::3]:
        record["sentences"][0]["tone"] = 0
    row = a.alphas(gold, system, repeats=100).iloc[0]
    assert row["low"] < row["alpha"] < row["high"] <= 1


def test_resampled_alpha_is_alpha_of_the_articles_drawn():
    table = a.ratings([GOLD, GOLD | {"id": "b"}], [SYSTEM], "tone")
    pieces = a._coincidences(table)
    whole = a.krippendorff_alpha(table.to_numpy().tolist(), "ordinal").value
    assert a._pooled(pieces, "ordinal") == pytest.approx(whole)
    twice = [[*row, *row] for row in table.to_numpy().tolist()]
    assert a._pooled(pieces * 2, "ordinal") == pytest.approx(a.krippendorff_alpha(twice, "ordinal").value)
    assert np.isnan(a._pooled([], "ordinal"))
