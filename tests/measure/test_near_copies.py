"""Copies of one text, shortened ones, and independent reports."""

import pytest
from visit_support import TOLD, annotated, report

from analysis.measure import near_copies as n
from analysis.measure.intervals import smallness

WORDS = "one two three four five six seven eight nine ten eleven twelve".split()
LONG = [f"{a} {b} and {c} saw the port." for a, b, c in zip(WORDS, WORDS[3:] + WORDS[:3], WORDS[7:] + WORDS[:7],
                                                            strict=True)]


def texts(corpus, language="en", **own):
    return corpus([{"id": name, "language": language, "sentences": [{"text": text} for text in sentences]}
                   for name, sentences in own.items()])


def kinds(t):
    return {(r.a, r.b): r.kind for r in n.near_copies(t).itertuples()}


def test_shared_runs_are_counted_as_by_hand(corpus):
    t = texts(corpus, a=["a b c d e f g h"], b=["a b c d e f g x"])
    row = n.near_copies(t).iloc[0]
    # abcde bcdef cdefg defgh | abcde bcdef cdefg defgx
    assert (row["runs_a"], row["runs_b"], row["runs_shared"]) == (4, 4, 3)
    assert row["jaccard"] == 3 / 5 and row["contained"] == 3 / 4


def test_the_same_words_in_other_marks_are_the_same_text(corpus):
    t = texts(corpus, a=["The port, he said, is open."], b=["the port he said is OPEN"])
    assert kinds(t) == {("a", "b"): "same text"}


def test_a_wire_text_with_another_byline_is_a_near_copy(corpus):
    t = texts(corpus, wire=LONG, paper=["By Our Own Correspondent in town", *LONG])
    assert kinds(t) == {("wire", "paper"): "near-copy"}


def test_a_shortened_text_is_told_apart(corpus):
    t = texts(corpus, whole=LONG, short=LONG[:5])
    assert kinds(t) == {("whole", "short"): "shortened"}


def test_a_quotation_in_common_makes_no_copy(corpus):
    quote = "“we shall build the port together and open it before the winter comes”, he said"
    t = texts(corpus, a=[*LONG, quote], b=[quote])
    assert kinds(t) == {}


def test_a_text_of_another_language_is_no_copy(corpus):
    t = corpus([{"id": k, "language": k, "sentences": [{"text": "Baku Astana Ankara Tashkent Tbilisi"}]}
                for k in ("az", "tr")])
    assert kinds(t) == {}


@pytest.mark.parametrize("language", TOLD)
def test_independent_reports_are_no_copies_and_repeated_ones_are(language):
    t = annotated({f"{language}-1": report(language), f"{language}-2": report(language, more=True)}
                  | {f"{other}-1": report(other) for other in TOLD if other != language})
    assert kinds(t) == {(f"{language}-1", f"{language}-2"): "near-copy"}


def test_of_the_seeds_none_is_a_copy(seeds):
    assert n.near_copies(seeds).empty
    assert n.independent(seeds)["independent"].all()


def test_a_formula_in_every_article_does_not_make_copies(corpus):
    formula = "all rights in this text are reserved by the agency"
    t = texts(corpus, **{f"a{k}": [formula, f"{k} was told by {k} and by {k + 1} and {k + 2}"] for k in range(50)})
    assert kinds(t) == {}


def test_copies_count_once_and_the_earliest_is_the_source(corpus):
    t = corpus([{"id": name, "language": "en", "date": date, "event": "e",
                 "sentences": [{"text": text} for text in own]}
                for name, date, own in (("late", "2020-02-02", LONG), ("undated", None, LONG),
                                        ("first", "2020-02-01", LONG), ("other", "2020-02-01", ["quite other"]))])
    rows = n.independent(t).set_index("doc_id")
    assert rows["source"].to_dict() == {"late": "first", "undated": "first", "first": "first", "other": "other"}
    assert rows["independent"].to_dict() == {"late": False, "undated": False, "first": True, "other": True}
    assert rows["copies"].tolist() == [3, 3, 3, 1]
    assert smallness(t) == "Descriptive: n = 4 articles, 2 texts without copies, on 1 event."
    assert smallness(t, docs=["first", "other"]) == "Descriptive: n = 2 articles on 1 event."


def test_empty_tables_keep_their_columns(empty, seeds):
    for measure in (n.near_copies, n.independent):
        assert measure(empty).empty and measure(empty).dtypes.to_dict() == measure(seeds).dtypes.to_dict()


def test_an_article_without_sentences_is_no_copy(corpus):
    t = texts(corpus, a=[], b=[])
    assert kinds(t) == {} and n.independent(t)["independent"].all()
