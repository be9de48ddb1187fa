"""What two reports tell differently: the facts of the seeds' visit, and made-up pairs in five languages."""

import pytest
from visit_support import GUEST, MORE, OTHER_NUMBER, TOLD, annotated, report

from analysis import pipeline
from analysis.errors import InputError
from analysis.measure import differences, pairs

EN, AZ = "000_d59ad83c0298ad6c", "001_bf240cc039c28393"


@pytest.fixture(scope="module")
def visit():
    """Differences of the two reports of the seeds as the program reads them."""
    t = pipeline.load()
    return pairs.differences(t, EN, AZ)


def having(rows, column, words):
    return rows.loc[rows[column].str.contains(words, regex=False)]


def test_wreaths_thanks_and_programme_stand_in_the_azerbaijani_report_only(visit):
    added = visit.loc[visit["kind"] == "added"]
    assert having(added, "entities_b", "Alley of Honors")["sentences_b"].tolist() == ["2"]
    assert having(added, "entities_b", "Alley of Martyrs")["sentences_b"].tolist() == ["4"]
    assert set(having(added, "what", "commemoration")["sentences_b"]) == {"2", "3", "4"}
    assert {"13", "15"} <= set(added["sentences_b"])            # the thanks, and what was still to come
    assert (added[["sentences_a", "text_a", "entities_a", "speakers_a"]] == "").all(axis=None)


def test_tenfold_stands_in_the_english_report_only(visit):
    rows = having(visit, "figures_a", "tenfold")
    assert set(rows["kind"]) & {"left out", "other figure"}
    assert having(visit, "figures_b", "tenfold").empty
    assert having(rows, "what", "“tenfold”")["kind"].tolist() in (["other figure"], [])


def test_the_voice_behind_the_number_shifts(visit):
    row = having(visit, "figures_a", "200,000").iloc[0]
    assert (row["kind"], row["sentences_a"], row["sentences_b"]) == ("other speaker", "6", "9")
    assert row["speakers_a"] == "Fuad Muradov"
    assert row["speakers_b"] == "unnamed (after Fuad Muradov)"
    assert "200 mindən çox" in row["figures_b"]
    assert "other figure" not in set(having(visit, "figures_a", "200,000")["kind"])


def test_nobody_else_is_heard_where_both_name_the_speaker(visit):
    same = visit.loc[visit["kind"] == "same"]
    assert {("5", "8"), ("11", "14")} <= set(zip(same["sentences_a"], same["sentences_b"], strict=True))
    assert (same["what"] == "").all()


def test_turned_round_left_out_becomes_added(seeds):
    there, back = pairs.differences(seeds, EN, AZ), pairs.differences(seeds, AZ, EN)
    left = set(there.loc[there["kind"] == "left out", "text_a"])
    assert left == set(back.loc[back["kind"] == "added", "text_b"]) and left


def test_every_sentence_is_in_the_rows_and_every_kind_is_known(seeds):
    rows = pairs.differences(seeds, EN, AZ)
    assert set(rows["kind"]) <= set(differences.KINDS)
    for side, size in (("a", 13), ("b", 17)):
        told = {int(n) for cell in rows[f"sentences_{side}"] for n in cell.split("|") if n}
        assert told == set(range(size))


def test_a_report_does_not_differ_from_itself(seeds):
    assert set(pairs.differences(seeds, AZ, AZ)["kind"]) == {"same"}


@pytest.fixture(scope="module")
def made():
    """Every language's report, and four others of each that differ from it in one thing."""
    texts = {}
    for language in TOLD:
        texts |= {f"{language}-plain": report(language), f"{language}-less": report(language, without=3),
                  f"{language}-more": report(language, more=True),
                  f"{language}-number": report(language, number=OTHER_NUMBER),
                  f"{language}-speaker": report(language, host=GUEST)}
    return annotated(texts)


def changes(t, one, other, how):
    """Rows that the change alone has made: those of the plain pair left out."""
    def told(rows):
        return [(r.kind, r.sentences_a, r.text_b, r.what) for r in rows.itertuples() if r.kind != "same"]

    plain = {row[:2] for row in told(pairs.differences(t, f"{one}-plain", f"{other}-plain"))}
    return [row for row in told(pairs.differences(t, f"{one}-plain", f"{other}-{how}")) if row[:2] not in plain]


PAIRS = [("en", "az"), ("en", "tr"), ("ru", "kk"), ("az", "ru"), ("kk", "en"), ("tr", "az"), ("en", "en")]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_an_omission_is_found(made, one, other):
    ((kind, sentence, text, _),) = changes(made, one, other, "less")
    assert (kind, sentence, text) == ("left out", "3", "")


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_an_added_paragraph_is_found(made, one, other):
    ((kind, sentence, text, _),) = changes(made, one, other, "more")
    assert (kind, sentence, text) == ("added", "", MORE[other])


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_a_changed_number_is_found(made, one, other):
    ((kind, sentence, _, what),) = changes(made, one, other, "number")
    assert (kind, sentence) == ("other figure", "2")
    assert "450" in what.split(" against ")[0] and "620" in what.split(" against ")[1]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_a_swapped_speaker_is_found(made, one, other):
    ((kind, sentence, _, what),) = changes(made, one, other, "speaker")
    assert (kind, sentence) == ("other speaker", "4")
    assert "Kamran" in what.split(" against ")[0] and "Marat" in what.split(" against ")[1]


def test_themes_of_what_both_tell_and_of_what_stands_alone(seeds):
    rows = pairs.profile_by_alignment(seeds, "theme", EN, AZ).set_index(["part", "code"])
    assert rows.loc[("alone", "commemoration"), ["n_a", "n_b"]].tolist() == [0, 3]
    assert rows.loc[("aligned", "commemoration"), ["n_a", "n_b"]].tolist() == [0, 0]
    whole = pairs.profile(seeds, "theme", EN, AZ).set_index("code")
    for code, row in whole.iterrows():
        for side in "ab":
            parts = [rows.loc[(part, code)] for part in ("aligned", "alone")]
            assert sum(part[f"n_{side}"] for part in parts) == row[f"n_{side}"]
            assert sum(part[f"of_{side}"] for part in parts) == row[f"of_{side}"]


def test_a_share_of_nothing_is_missing(seeds):
    rows = pairs.profile_by_alignment(seeds, "frame", AZ, AZ)
    alone = rows.loc[rows["part"] == "alone"]
    assert (alone["of_a"] == 0).all() and alone["share_a"].isna().all()


def test_another_axis_is_refused(seeds):
    with pytest.raises(ValueError, match="axis"):
        pairs.profile_by_alignment(seeds, "tone", EN, AZ)


@pytest.mark.parametrize("compare", [pairs.differences, lambda t, a, b: pairs.profile_by_alignment(t, "theme", a, b)])
def test_an_article_that_is_not_there_is_named(seeds, compare):
    with pytest.raises(InputError, match="no article 'x' in the corpus"):
        compare(seeds, EN, "x")
