"""Reports of one event: found on the seeds and on made-up ones in five languages, and told apart from others."""

import itertools
import math

import pytest
from visit_support import TOLD, annotated, report

from analysis import pipeline
from analysis.measure import events, pairing

EN, AZ = "000_d59ad83c0298ad6c", "001_bf240cc039c28393"
LATER = "2019-03-04"
#: The same two people, another place and matter; the same day and city, other people; the same people, years before.
OTHERS = {
    "en-talks": "Marat Seitov and Kamran Mammadov discussed the price of jet fuel in Ganja.\n\nThe talks with the "
                "airline went on for two hours.",
    "ru-fire": "В Актау загорелся склад.\n\nПожарный Тимур Ахметов сообщил, что никто не пострадал.",
    "tr-before": "Marat Seitov, Kamran Mammadov ile Bakü'de telefonla görüştü.\n\nSeitov, görüşmenin verimli geçtiğini "
                 "söyledi.",
}


def pairs_of(rows):
    return {frozenset(pair) for pair in rows.loc[rows["same_event"], ["a", "b"]].itertuples(index=False, name=None)}


@pytest.fixture(scope="module")
def news():
    """The visit in five languages on two days, and three other reports."""
    texts = {f"{language}-visit": report(language) for language in TOLD} | OTHERS
    dates = {f"{language}-visit": f"2021-06-{14 + place % 2}" for place, language in enumerate(TOLD)}
    return annotated(texts, dates | {"en-talks": "2022-02-10", "ru-fire": "2021-06-14", "tr-before": LATER})


def test_of_the_seeds_the_visit_pairs_and_nothing_else():
    rows = pairing.candidates(pipeline.load())
    assert pairs_of(rows) == {frozenset([EN, AZ])}
    best = rows.iloc[0]
    assert best["score"] > 0.99 and (rows["score"].iloc[1:] < 0.2).all()
    assert {"Zhanseit Tuimebayev", "Fuad Muradov"} <= set(best["people"].split("; "))
    assert best["reasons"].startswith("both name Zhanseit Tuimebayev, Fuad Muradov")
    assert "their dates allow the same day" in best["reasons"]
    assert "both quote more than 200,000" in best["reasons"]


def test_gold_pairs_as_the_program_does(seeds):
    assert pairs_of(pairing.candidates(seeds)) == {frozenset([EN, AZ])}


def test_one_visit_in_five_languages_is_one_event(news):
    visits = [f"{language}-visit" for language in TOLD]
    assert pairs_of(pairing.candidates(news)) == {frozenset(pair) for pair in itertools.combinations(visits, 2)}
    assert sorted(map(len, events.groups(news))) == [1, 1, 1, 5]


def test_reasons_name_people_days_and_figures(news):
    rows = pairing.candidates(news).set_index(["a", "b"])
    row = rows.loc[("en-visit", "az-visit")]
    assert row["days"] == 1 and row["dates"] == "published within 1 day"
    assert "both name" in row["reasons"] and "Marat Seitov" in row["people"]
    assert "both quote 450,000 tonnes" in row["reasons"]
    assert rows.loc[("en-visit", "tr-visit"), "dates"] == "published on the same day"


def test_far_dates_are_no_candidates(news):
    rows = pairing.candidates(news)
    assert "tr-before" not in set(rows["a"]) | set(rows["b"])


def test_without_dates_more_is_needed(corpus):
    def two(*dates):
        people = [("Ann Lee", "PERSON", "ann-lee"), ("Ulm", "PLACE", "ulm")]
        return corpus([{"id": f"{k}", "date": date, "sentences": [
            {"text": f"Ann Lee saw Ulm {k}.", "mentions": people}]} for k, date in enumerate(dates)])

    score = [pairing.candidates(two(*dates))["score"].tolist() for dates in (
        ("2020-01-31", "2020-01-31"), ("2020-01-31", "2020-01-28"), ("2020-01-31", "2020-01"), ("2020-01-31", None))]
    same, near, vague, none = (own[0] for own in score)
    assert same > near > vague > none
    assert pairing.candidates(two("2020-01-31", "2020-02-28")).empty


def test_what_everybody_names_says_little(corpus):
    def article(k, who):
        return {"id": f"a{k:02}", "date": "2020-01-31", "sentences": [
            {"text": f"{who} spoke.", "mentions": [(who, "PERSON", who.lower())]}]}

    rare = pairing.candidates(corpus([article(0, "Ann"), article(1, "Ann"), *(article(k, "Bo") for k in range(2, 12))]))
    score = rare.set_index(["a", "b"])["score"]
    assert score["a00", "a01"] > score["a02", "a03"]


def test_a_news_agency_is_no_reason(corpus):
    t = corpus([{"id": k, "date": "2020-01-31", "sentences": [{"text": f"APA saw {k}.", "mentions": [
        ("APA", "ORG", "apa")]}]} for k in "ab"])
    assert pairing.candidates(t).empty


def test_the_order_of_articles_changes_nothing_but_the_sides(news):
    from dataclasses import replace

    turned = replace(news, articles=news.articles.iloc[::-1].reset_index(drop=True))
    here, there = (pairing.candidates(t) for t in (news, turned))
    scores = [{frozenset((r.a, r.b)): round(r.score, 9) for r in rows.itertuples()} for rows in (here, there)]
    assert scores[0] == scores[1]


def test_the_same_file_twice_is_one_event_and_one_text():
    t = annotated({"en-1": report("en"), "en-2": report("en")})
    row = pairing.candidates(t).iloc[0]
    assert row["text"] == "same text" and row["same_event"] and row["reasons"].startswith("the same text; ")


@pytest.mark.parametrize("texts", [{}, {"en-1": "Marat Seitov spoke in Aktau."}], ids=["none", "one"])
def test_too_few_articles_give_no_candidates(texts, seeds):
    t = annotated(texts)
    none = pairing.candidates(t)
    assert none.empty and none.dtypes.to_dict() == pairing.candidates(seeds).dtypes.to_dict()
    assert events.groups(t) == [[name] for name in texts]


def test_scores_are_probabilities_and_sorted(news):
    scores = pairing.candidates(news)["score"].tolist()
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score < 1 or math.isclose(score, 1) for score in scores)


# ── events ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_articles_without_a_catalogue_get_events(news):
    rows = events.with_events(news).articles.set_index("doc_id")
    visits = [f"{language}-visit" for language in TOLD]
    assert set(rows.loc[visits, "event"]) == {"en-visit"}
    assert set(rows.loc[visits, "event_label"]) == {"Kamran Mammadov and Marat Seitov, June 2021"}
    assert rows.loc[visits, "event_basis"].str.startswith("found: with ").all()
    assert rows.loc[list(OTHERS), "event"].tolist() == list(OTHERS)
    assert rows.loc[list(OTHERS), "event_basis"].isna().all()


def test_the_catalogue_is_believed_and_others_may_join():
    texts = {f"{language}-visit": report(language) for language in TOLD}
    dates = dict.fromkeys(texts, "2021-06-14")
    known = {"en-visit": {"event": "one", "event_label": "One"}, "az-visit": {"event": "two", "event_label": "Two"}}
    t = events.with_events(annotated(texts, dates, known))
    rows = t.articles.set_index("doc_id")
    assert rows.loc[["en-visit", "az-visit"], "event"].tolist() == ["one", "two"]
    assert rows.loc[["en-visit", "az-visit"], "event_basis"].tolist() == ["catalogue"] * 2
    assert set(rows["event"]) == {"one", "two"}
    assert dict(zip(rows["event"], rows["event_label"], strict=True)) == {"one": "One", "two": "Two"}


def test_a_chain_of_reports_is_not_one_event(monkeypatch, corpus):
    t = corpus([{"id": k, "sentences": [{"text": f"{k}."}]} for k in "abcd"])
    rows = pairing.candidates(t).reindex(range(3))
    rows = rows.assign(a=list("abc"), b=list("bcd"), same_event=True)
    monkeypatch.setattr(events, "candidates", lambda t: rows)
    assert events.groups(t) == [["a", "b", "c"], ["d"]]


def test_nothing_found_changes_nothing(corpus):
    t = corpus([{"id": k, "sentences": [{"text": f"{k}."}]} for k in "ab"])
    assert events.with_events(t) is t
