"""Position, lead, title, and company kept."""

from itertools import combinations

import pytest

from analysis.measure import cooccurrence as c
from analysis.measure import entities as e
from analysis.measure import prominence as p


@pytest.fixture
def report(corpus):
    return corpus(
        [
            {
                "id": "a",
                "title": "Senate of Kazakhstan visits Bakı",
                "language": "en",
                "sentences": [
                    {
                        "text": "Senate of Kazakhstan went to Baku.",
                        "mentions": [("Senate of Kazakhstan", "ORG", "senate"), ("Baku", "PLACE", "baku")],
                    },
                    {"text": "Kazakhstan is near.", "mentions": [("Kazakhstan", "COUNTRY", "kazakhstan")]},
                    {
                        "text": "Baku and BAKI met Kazakhstan.",
                        "mentions": [
                            ("Baku", "PLACE", "baku"),
                            ("BAKI", "PLACE", "baku"),
                            ("Kazakhstan", "COUNTRY", "kazakhstan"),
                        ],
                    },
                ],
            }
        ]
    )


def test_lead_position_and_share_of_sentences(report):
    table = p.prominence(report).set_index("entity")
    assert table.loc["senate", ["first", "in_lead", "n", "of"]].tolist() == [0, True, 1, 3]
    assert not table.at["kazakhstan", "in_lead"]
    assert table.at["baku", "share"] == pytest.approx(2 / 3)
    length = len("Senate of Kazakhstan went to Baku.\nKazakhstan is near.\nBaku and BAKI met Kazakhstan.")
    assert table.at["kazakhstan", "first"] == pytest.approx(len("Senate of Kazakhstan went to Baku.\n") / length)


def test_a_title_names_by_the_articles_own_forms_and_the_longest_name(report):
    table = p.prominence(report).set_index("entity")["in_title"]
    assert table["senate"]
    assert table["baku"], "Bakı is BAKI of the text: the four i are one letter"
    assert not table["kazakhstan"], "it stands in the title only inside the Senate's name"


def test_an_untitled_article_has_no_title_to_be_in(corpus, seeds):
    t = corpus([{"id": "a", "sentences": [{"text": "Baku.", "mentions": [("Baku", "PLACE", "baku")]}]}])
    assert p.prominence(t)["in_title"].isna().all()
    assert p.prominence_summary(t)[["titles", "of_titles"]].values.tolist() == [[0, 0]]
    summary = p.prominence_summary(seeds).set_index("entity")
    assert summary.loc["kazakhstan", ["titles", "of_titles", "leads", "articles"]].tolist() == [1, 1, 4, 5], (
        "the Azerbaijani lead names bodies of Kazakhstan, not the state"
    )
    assert ((summary["first"] >= 0) & (summary["first"] <= 1)).all()


@pytest.mark.parametrize("unit", ["sentence", "article"])
def test_cooccurrence_recounts_the_gold(seeds, gold, unit):
    units = []
    for record in gold:
        spans = [(s["start"], s["end"]) for s in record["sentences"]]
        inside = [{m["entity"] for m in record["mentions"] if a <= m["start"] and m["end"] <= b} for a, b in spans]
        units += inside if unit == "sentence" else [set().union(*inside)]
    table = c.cooccurrence(seeds, unit)
    for row in table.itertuples(index=False):
        both = sum({row.a, row.b} <= members for members in units)
        a, b = (sum(one in members for members in units) for one in (row.a, row.b))
        assert (row.n, row.n_a, row.n_b, row.of) == (both, a, b, len(units))
        assert row.jaccard == pytest.approx(both / (a + b - both))
        assert row.expected == pytest.approx(a * b / len(units))
    pairs = {pair for members in units for pair in combinations(sorted(members), 2)}
    assert {(row.a, row.b) for row in table.itertuples(index=False)} == pairs


def test_the_network_holds_only_what_its_edges_join(seeds):
    nodes, edges = e.network(seeds, minimum=3, top=8)
    assert (edges["n"] >= 3).all()
    assert set(nodes["entity"]) == set(edges["a"]) | set(edges["b"])
    assert nodes["strength"].sum() == 2 * edges["n"].sum()
    assert nodes["degree"].sum() == 2 * len(edges)
    assert len(nodes) <= 8


def test_another_unit_is_refused(seeds):
    with pytest.raises(ValueError, match="in a sentence or in an article, not in 'page'"):
        c.cooccurrence(seeds, "page")
