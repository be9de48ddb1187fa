"""The table of an alignment, and how it is scored against gold."""

import json
from pathlib import Path

import pytest

from analysis.errors import InputError
from analysis.measure import alignment_gold as gold
from analysis.measure.alignment import align
from analysis.pipeline import load

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / "seeds" / gold.FILE
EN, AZ = "000_d59ad83c0298ad6c", "001_bf240cc039c28393"
LAST = list(gold.EVIDENCE)[-1]


def test_the_visit_is_aligned_as_people_aligned_it(seeds):
    rows = gold.quality(seeds, FILE).set_index("evidence")
    assert rows.loc[LAST, "f1"] >= 0.85 and rows.loc[LAST, "gold"] == 12
    assert rows["f1"].idxmax() == LAST


def test_the_visit_as_the_program_annotates_it():
    assert gold.quality(load(ROOT), FILE).set_index("evidence").loc[LAST, "f1"] >= 0.85


def test_the_two_passes_and_what_was_settled():
    (passes,) = gold.read_gold(FILE).values()
    assert {name: len(pairs) for name, pairs in passes.items()} == {
        "first_pass": 12, "second_pass": 13, "settled": 12}
    assert gold.alignment_scores(passes["first_pass"], passes["second_pass"]).f1 == pytest.approx(24 / 25)


def test_gold_names_sentences_of_the_gold_annotations():
    spans = {record["id"]: {(s["start"], s["end"]) for s in record["sentences"]}
             for record in map(json.loads, (ROOT / "seeds" / "gold.jsonl").read_text(encoding="utf-8").splitlines())}
    for (a, b), passes in gold.read_gold(FILE).items():
        assert all(one in spans[a] and other in spans[b] for pairs in passes.values() for one, other in pairs)


def test_scores_over_pairs():
    scores = gold.alignment_scores({(0, 0), (1, 1), (1, 2)}, {(0, 0), (1, 2), (3, 3), (4, 4)})
    assert (scores.precision, scores.recall) == (2 / 4, 2 / 3) and scores.f1 == pytest.approx(4 / 7)
    assert gold.alignment_scores((), ()).f1 == 1 and gold.alignment_scores((), {(0, 0)}).f1 == 0


def test_a_run_counts_crosswise(seeds):
    steps = align(seeds, EN, AZ)
    assert {(8, 11), (9, 11)} <= gold.pairs_of(steps)


def test_evidence_is_shown_by_kind(seeds):
    row = align(seeds, EN, AZ).set_index("sentences_b").loc["8"]
    assert "projects ~ layihələr" in row["concepts"] and "programs ~ proqramlar" in row["cognates"]
    assert row["speakers"] == "Fuad Muradov" and not row["crossing"]


def test_one_kind_of_evidence_can_be_left_out(seeds):
    steps = align(seeds, EN, AZ, kinds=gold.EVIDENCE["names, figures, dates, codes and order"])
    assert (steps["concepts"] == "").all() and (steps["cognates"] == "").all() and (steps["kind"] == "pair").sum() > 5


def test_a_caller_cannot_change_what_is_kept(seeds):
    steps = align(seeds, EN, AZ)
    steps.loc[:, "score"] = 7.0
    assert (align(seeds, EN, AZ)["score"] <= 1).all()


def test_a_corpus_without_gold_has_an_empty_table(corpus, tmp_path):
    t = corpus([{"id": "a", "sentences": [{"text": "Oil."}]}])
    columns = ["article_a", "article_b", "label_a", "label_b", "evidence", "gold", "found", "right", "precision",
               "recall", "f1", "passes"]
    for file in (FILE, tmp_path / "none.csv"):
        table = gold.quality(t, file)
        assert len(table) == 0 and list(table) == columns


def test_an_article_of_one_sentence_and_one_of_none(corpus):
    t = corpus([{"id": "a", "language": "en", "sentences": [{"text": "Oil."}]},
                {"id": "b", "language": "az", "sentences": [{"text": "Neft."}, {"text": "Qaz."}]},
                {"id": "c", "language": "en", "sentences": []}])
    steps = align(t, "a", "b")
    assert sorted(n for cell in steps["sentences_b"] for n in cell.split("|") if n) == ["0", "1"]
    with pytest.raises(InputError, match="no sentence"):
        align(t, "a", "c")


HEADER = ",".join(gold.GOLD_COLUMNS) + "\n"


@pytest.mark.parametrize(("content", "line", "said"), [
    ("a,b\n", 1, "another header"),
    (HEADER + "a,0,5,b,0,x,yes,yes,yes,\n", 2, "no row"),
    (HEADER + "a,0,5,b,0,4,yes,maybe,yes,\n", 2, "no row"),
    (HEADER + "a,0,5,b,0,4,yes\n", 2, "no row"),
    (HEADER + "a,0,5,b,0,4,yes,yes,yes,\na,0,5,b,0,4,no,yes,yes,\n", 3, "stands twice"),
])
def test_a_mistake_in_gold_is_named_with_its_line(tmp_path, content, line, said):
    (tmp_path / "gold.csv").write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=said) as refused:
        gold.read_gold(tmp_path / "gold.csv")
    assert refused.value.line == line and refused.value.remedy
