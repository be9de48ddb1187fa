"""Agreements and promises of the seeds, and the check against acts found by hand."""

from pathlib import Path

import pytest

from analysis.errors import InputError
from analysis.measure import findings, promises
from analysis.measure import promises_check as check

ROOT = Path(__file__).resolve().parents[2]
ASTANA, AZ, EN2020, MAJLIS = "002", "001", "000", "004"


@pytest.fixture(scope="module")
def acts(seeds):
    return promises.acts(seeds)


def _one(acts, doc, type_, rung, words=""):
    rows = acts.loc[acts["doc_id"].str.startswith(doc) & (acts["type"] == type_) & (acts["rung"] == rung)
                    & acts["words"].str.contains(words)]
    assert len(rows), (doc, type_, rung)
    return rows.iloc[0]


def test_the_declaration_and_the_programme_were_signed_the_year_before(acts):
    row = _one(acts, ASTANA, "document", "signed", "inked")
    assert (row["date"], row["date_basis"], row["date_words"]) == ("2022", "said", "last year")
    assert (row["due"], row["due_words"]) == ("/2026", "until 2026")
    assert row["actors"] == "azerbaijan|kazakhstan"
    assert "Declaration" in row["about_names"] and "Program" in row["about_names"]
    assert row["plover"] == "SUPPORT"


def test_the_council_was_agreed_on_and_founded(acts):
    assert _one(acts, ASTANA, "body", "intention")["about"] == "supreme-interstate-council"
    founded = _one(acts, ASTANA, "body", "signed")
    assert (founded["words"], founded["actors"]) == ("establishing", "azerbaijan|kazakhstan")


def test_the_road_the_gift_and_the_days_of_culture(acts):
    assert _one(acts, ASTANA, "opening", "implemented")["words"] == "inaugurated"
    assert _one(acts, ASTANA, "delivery", "implemented", "gift")["actors"] == "kazakhstan"
    assert _one(acts, ASTANA, "opening", "intention")["words"] == "begin working"
    days = _one(acts, ASTANA, "programme", "intention")
    assert (days["due"], days["plover"]) == ("2023", "AGREE")


def test_visits_invitations_and_courtesies(acts):
    visit = _one(acts, EN2020, "visit", "implemented")
    assert (visit["date"], visit["date_basis"]) == ("2020-01-30/2020-02-01", "said")
    assert _one(acts, AZ, "invitation", "wish")["actors"] == "state-committee-on-work-with-diaspora"
    assert _one(acts, AZ, "visit", "intention")["plover"] == "AGREE"
    assert _one(acts, ASTANA, "invitation", "wish")["actors"] == "kassym-jomart-tokayev"
    assert len(acts.loc[acts["doc_id"].str.startswith(AZ) & (acts["type"] == "courtesy")]) == 5
    assert _one(acts, MAJLIS, "cooperation", "wish", "interest")["actors"] == "kassym-jomart-tokayev"


def test_every_act_can_be_walked_back_to_its_words(seeds, acts):
    texts = dict(zip(seeds.articles["doc_id"], seeds.articles["text"], strict=True))
    for r in acts.itertuples():
        assert " ".join(texts[r.doc_id][r.start:r.end].split()) == r.words
        assert r.words in r.sentence_text


def test_by_rung_and_type_keep_what_has_none(seeds, empty):
    rungs = promises.by_rung(seeds)
    assert rungs["rung"].tolist() == promises.rungs()
    assert rungs["n"].sum() == len(promises.acts(seeds)) == rungs["of"].iloc[0]
    assert promises.by_type(seeds)["n"].is_monotonic_decreasing
    assert not len(promises.by_rung(empty)) and not len(promises.by_type(empty))


def test_acts_of_the_seeds_against_those_found_by_hand(seeds):
    rows = check.scores(seeds, check.read_acts(ROOT / "seeds" / "acts.csv")).set_index("what")
    assert rows.at["found with the right rung, of those labelled", "share"] >= 0.9
    assert rows.at["right with its rung, of those found", "share"] >= 0.9


def test_the_check_counts_what_is_missed_and_what_is_too_much(corpus, tmp_path):
    t = corpus([{"id": "a", "language": "en", "sentences": [
        {"text": "They signed a treaty."}, {"text": "He thanked them."}, {"text": "They met."}]}])
    file = tmp_path / "acts.csv"
    file.write_text("doc_id,start,end,words,type,rung\na,5,11,signed,document,intention\na,39,47,met,visit,implemented\n"
                    "b,0,3,xyz,visit,implemented\n")
    labelled = check.read_acts(file)
    found = check.matched(t, labelled)[["type", "rung_gold", "rung_found"]].values.tolist()
    assert found == [["document", "intention", "signed"], ["courtesy", "", "courtesy"], ["visit", "implemented", ""]]
    shares = dict(check.scores(t, labelled)[["what", "share"]].itertuples(index=False, name=None))
    assert shares["found of those labelled"] == shares["right of those found"] == 0.5
    assert shares["rung right where both have the act"] == 0.0


@pytest.mark.parametrize(
    ("line", "said"),
    [("a,x,11,signed,document,signed", "whole numbers"), ("a,5,11,signed,papers,signed", "unknown type"),
     ("a,5,11,signed,document,sealed", "unknown type or rung")],
)
def test_a_mistake_in_the_labels_is_named(tmp_path, line, said):
    file = tmp_path / "acts.csv"
    file.write_text(f"doc_id,start,end,words,type,rung\n{line}\n")
    with pytest.raises(InputError, match=said) as raised:
        check.read_acts(file)
    assert "line 2" in str(raised.value)
    file.write_text("doc_id,start\n")
    with pytest.raises(InputError, match="“end” is missing"):
        check.read_acts(file)


def test_labels_of_the_seeds_stand_where_they_say(seeds):
    texts = dict(zip(seeds.articles["doc_id"], seeds.articles["text"], strict=True))
    for r in check.read_acts(ROOT / "seeds" / "acts.csv").itertuples():
        assert texts[r.doc_id][r.start:r.end] == r.words


def test_findings_of_the_seeds_and_of_nothing(seeds, empty):
    found = {finding.id: finding for finding in findings.agreements_findings(seeds)}
    assert "34 acts" in found["agreements-ladder"].sentence
    assert "announced and not yet done" in found["agreements-open"].sentence
    nothing = {finding.id: finding.sentence for finding in findings.agreements_findings(empty)}
    assert set(nothing) == set(found)
    assert all(sentence.startswith("No article reports") for sentence in nothing.values())


def test_an_undated_article_has_undated_acts(corpus):
    t = corpus([{"id": "a", "language": "en", "sentences": [{"text": "Last month they signed a treaty."}]}])
    assert promises.acts(t)["date_basis"].tolist() == ["undated"]
    assert "1 is undated" in findings.by_id(t)["agreements-dates"].sentence


def test_languages_without_cues_and_articles_without_sentences_have_no_acts(corpus):
    assert not len(promises.acts(corpus([{"id": "a", "language": "fr", "sentences": [{"text": "Ils signent."}]}])))
    assert not len(promises.acts(corpus([{"id": "a", "language": "en", "sentences": []}])))
