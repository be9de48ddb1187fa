"""Findings in brief: true for the seeds, silent where a corpus has nothing to say, and each tied to its finding."""

import pytest

from analysis.measure import findings
from analysis.measure.briefs import briefs

SPOKEN = {"ann": {"name": "Ann", "state": "oman"}, "bob": {"name": "Bob", "state": "iran"}}
STATES = [("Iran", "COUNTRY", "iran"), ("Oman", "COUNTRY", "oman")]


def _said(t):
    return {brief.finding: brief.sentence for brief in briefs(t)}


def _one(text="Iran and Oman are friendly.", **more):
    return {"text": text, "mentions": STATES} | more


@pytest.mark.parametrize(
    ("id_", "sentence"),
    [
        ("corpus-outlets", "4 of 5 outlets are based in Azerbaijan, none in Kazakhstan."),
        (
            "relation-shift",
            "3 of 40 sentences since 2023 speak of alliance (“alliance” and “allied”), none of the 50 before; in 2019 "
            "the usual words are those of friendship.",
        ),
        (
            "themes-one-side",
            "10 of 36 sentences spoken for Azerbaijan are about “multilateral”, which no speaker for Kazakhstan "
            "raises.",
        ),
        ("tone-voices", "40 of 44 sentences of praise are spoken by a source; the rest the outlets tell themselves."),
        (
            "tone-between",
            "None of the 33 sentences in which one side names the other speaks ill; where anything is spoken ill of, "
            "the theme is most often “security and conflict”.",
        ),
        ("voices-unheard", "6 of 13 people named are never heard, among them Heydar Aliyev and Rashad Mammadov."),
        (
            "voices-quoted",
            "8 of 61 sentences given to a speaker hold the speaker's own words in quotation marks; the others "
            "paraphrase.",
        ),
        (
            "pair-left-out",
            "7 of 17 sentences of the Azerbaijani report have no counterpart in the English report of the same event, "
            "among them all on “commemoration and honours”.",
        ),
    ],
)
def test_the_seeds_in_brief(seeds, id_, sentence):
    assert _said(seeds)[id_] == sentence


def test_every_brief_shortens_a_finding_of_its_chapter(seeds):
    found = findings.by_id(seeds)
    made = briefs(seeds)
    assert len({brief.finding for brief in made}) == len(made)
    for brief in made:
        assert found[brief.finding].chapter == brief.chapter
        assert brief.sentence.count(".") == 1 and brief.sentence.endswith(".")


def test_nothing_is_said_of_nothing(empty, corpus):
    assert briefs(empty) == []
    assert briefs(corpus([{"id": "a", "sentences": [{"text": "So."}]}])) == []


def test_one_of_something_is_singular(corpus):
    said = _said(
        corpus(
            [
                {
                    "id": "a",
                    "outlet": "Daily",
                    "outlet_country": "Iran",
                    "sentences": [
                        _one(speaker=["ann"], tone=1, quoted=True),
                        {"text": "Carl.", "mentions": [("Carl", "PERSON", "carl")]},
                    ],
                }
            ],
            SPOKEN,
        )
    )
    assert said["corpus-outlets"] == "1 of 1 outlet is based in Iran, none in Oman."
    assert said["tone-voices"] == "1 of 1 sentence of praise is spoken by a source; none is told by an outlet itself."
    assert said["voices-unheard"] == "1 of 1 person named is never heard: Carl."
    assert said["voices-quoted"] == (
        "1 of 1 sentence given to a speaker holds the speaker's own words in quotation marks."
    )
    assert said["tone-between"] == "None of 1 sentence in which one side names the other speaks ill."


def test_praise_that_only_outlets_tell(corpus):
    said = _said(corpus([{"id": "a", "sentences": [_one(tone=1)]}]))
    assert said["tone-voices"].startswith("None of 1 sentence of praise is spoken by a source; the rest")


def test_the_shift_names_the_strongest_new_word(corpus):
    t = corpus(
        [
            {"id": "a", "date": "2019", "language": "en", "sentences": [_one()]},
            {"id": "b", "date": "2021", "language": "en", "sentences": [_one("Iran and Oman are strategic partners.")]},
            {"id": "c", "date": "2022", "language": "en", "sentences": [_one("Iran and Oman are allied.")]},
        ]
    )
    said = _said(t)["relation-shift"]
    assert said.startswith("1 of 1 sentence since 2022 speaks of alliance (“allied”), none of the 2 before; in 2019")
    steady = corpus([{"id": k, "date": k, "language": "en", "sentences": [_one()]} for k in ("2019", "2020")])
    assert "relation-shift" not in _said(steady)


def test_themes_of_one_side_need_both_sides_heard(corpus):
    own = [_one(speaker=["ann"], themes=["energy"]), _one(speaker=["ann"], themes=["energy"])]
    assert "themes-one-side" not in _said(corpus([{"id": "a", "sentences": own}], SPOKEN))
    both = corpus([{"id": "a", "sentences": [*own, _one(speaker=["bob"])]}], SPOKEN)
    assert _said(both)["themes-one-side"] == (
        "2 of 2 sentences spoken for Oman are about “energy”, which no speaker for Iran raises."
    )
