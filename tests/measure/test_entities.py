"""Frequencies, spellings and dispersion against counts made straight from the gold records."""

from collections import Counter

import pytest

from analysis.measure import entities as e
from analysis.measure.spread import dp


def _inside(record, mention) -> bool:
    return any(s["start"] <= mention["start"] and mention["end"] <= s["end"] for s in record["sentences"])


@pytest.fixture(scope="session")
def mentions(gold):
    return [(r, m) for r in gold for m in r["mentions"] if _inside(r, m)]


def test_frequencies_recount_the_gold(seeds, mentions):
    table = e.frequencies(seeds)
    assert dict(zip(table["entity"], table["n"], strict=True)) == Counter(m["entity"] for _, m in mentions)
    assert dict(zip(table["entity"], table["articles"], strict=True)) == {
        who: len({r["id"] for r, m in mentions if m["entity"] == who}) for who in table["entity"]
    }
    assert (table["names"] + table["demonyms"] + table["roles"] == table["n"]).all()
    assert table["share"].sum() == pytest.approx(1)
    assert (table["events"] <= table["articles"]).all()
    assert table["n"].is_monotonic_decreasing


def test_one_event_told_twice_counts_once_among_events(seeds):
    row = e.frequencies(seeds).set_index("entity").loc["fuad-muradov"]
    assert (row["articles"], row["events"], row["of_articles"], row["of_events"]) == (2, 1, 5, 4)


def test_a_selection_changes_its_denominator(seeds, mentions):
    people = e.frequencies(seeds, types=("PERSON",), kinds=("name",))
    wanted = [m for _, m in mentions if m["type"] == "PERSON" and m["kind"] == "name"]
    assert set(people["of"]) == {len(wanted)}
    assert people["n"].sum() == len(wanted)


def test_mentions_outside_every_sentence_are_not_counted(corpus):
    t = corpus([{"id": "a", "sentences": [{"text": "Baku met Baku.", "mentions": [("Baku", "PLACE", "baku")]}]}])
    t.mentions.loc[0, "sentence"] = -1
    assert not len(e.frequencies(t))


def test_by_group_is_a_full_grid_whose_cells_add_up(seeds):
    grid = e.by_group(seeds, "article")
    assert len(grid) == grid["entity"].nunique() * len(seeds.articles)
    assert grid.groupby("entity")["n"].sum().to_dict() == e.frequencies(seeds).set_index("entity")["n"].to_dict()
    wide = e.matrix(seeds, top=5)
    assert wide.shape == (5, 5)
    assert list(wide.columns) == list(seeds.articles["label"])
    assert wide.loc["Azerbaijan"].sum() == 47
    assert e.matrix(seeds, by="language", top=3, value="share").le(1).all().all()


def test_types_and_kinds_add_up(seeds):
    for table in (e.by_type(seeds), e.by_kind(seeds)):
        assert table["n"].sum() == table["of"].iloc[0] == 202
        assert (table["articles"] <= 5).all()


def test_spellings_keep_languages_and_entities_apart(seeds):
    rows = e.spellings(seeds)
    own = rows[rows["entity"] == "zhanseit-tuimebayev"]
    assert set(own.loc[own["language"] == "Azerbaijani", "form"]) == {
        "Canseit Tuymebayev",
        "Canseit Tuymebayevin",
        "C.Tuymebayev",
    }
    assert (rows.groupby(["entity", "language"])["n"].sum() == rows.groupby(["entity", "language"])["of"].first()).all()
    # the two Mammadovs and the two Aliyevs: no form is shared
    for a, b in (("novruz-mammadov", "rashad-mammadov"), ("ilham-aliyev", "heydar-aliyev")):
        assert not set(rows.loc[rows["entity"] == a, "form"]) & set(rows.loc[rows["entity"] == b, "form"])


def test_a_line_break_inside_a_form_is_a_space(corpus):
    t = corpus(
        [{"id": "a", "sentences": [{"text": "In Alma\n Ata.", "mentions": [("Alma\n Ata", "PLACE", "almaty")]}]}]
    )
    assert e.spellings(t)["form"].tolist() == ["Alma Ata"]


def test_dispersion_uses_the_sentences_of_the_articles(seeds):
    table = e.dispersion(seeds).set_index("entity")
    sizes = [13, 17, 23, 20, 17]
    assert table.at["kazakhstan", "dp"] == pytest.approx(dp([7, 11, 8, 11, 4], sizes))
    assert table.at["kazakhstan", "range"] == 5
    assert table.at["novruz-mammadov", "dp"] > table.at["kazakhstan", "dp"]


def test_words_of_two_languages_are_no_common_measure(seeds, corpus):
    with pytest.raises(ValueError, match=r"az, en.*use sentences"):
        e.dispersion(seeds, size="words")
    with pytest.raises(ValueError, match="sentences or words"):
        e.dispersion(seeds, size="letters")
    one = corpus(
        [{"id": "a", "language": "en", "sentences": [{"text": "Baku.", "mentions": [("Baku", "PLACE", "baku")]}]}]
    )
    assert e.dispersion(one, size="words")["dp"].tolist() == [0]


def test_third_parties_belong_to_neither_side(seeds):
    table = e.third_parties(seeds)
    assert set(table["entity"]) == {"organization-of-turkic-states", "turkpa", "unesco", "middle-corridor"}
    assert "iran" not in set(table["entity"]), "the “Also Read” line is no part of the report"
    assert "kazakhstan" in set(e.third_parties(seeds, ("azerbaijan", "pakistan"))["entity"])


def test_an_unlisted_body_is_no_evidence_of_a_third_party(corpus):
    article = {
        "id": "a",
        "sentences": [
            {
                "text": "Acme and UN in Iran and Oman with Chad.",
                "mentions": [
                    ("Acme", "ORG", "acme"),
                    ("UN", "ORG", "un"),
                    ("Iran", "COUNTRY", "iran"),
                    ("Oman", "COUNTRY", "oman"),
                    ("Chad", "COUNTRY", "chad"),
                ],
            }
        ],
    }
    t = corpus([article], {"un": {"name": "United Nations"}})
    assert set(e.third_parties(t, ("iran", "oman"))["entity"]) == {"un", "chad"}
