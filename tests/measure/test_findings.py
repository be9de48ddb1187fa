"""Findings: true for the seeds, and for any other corpus."""

import re
from dataclasses import fields

import pytest

from analysis.measure import findings as f
from analysis.measure.facts import facts

SPOKEN = {"ann": {"name": "Ann", "state": "oman"}, "bob": {"name": "Bob", "state": "iran"}}
STATES = [("Iran", "COUNTRY", "iran"), ("Oman", "COUNTRY", "oman")]


def _one(text="Iran and Oman are friendly.", **more):
    return {"text": text, "mentions": STATES} | more


@pytest.fixture(scope="session")
def found(seeds):
    return f.by_id(seeds)


@pytest.fixture(scope="session")
def values(seeds):
    return facts(seeds)


def _say(t, id_):
    """One finding, made with its chapter only."""
    make = {"relation": "tone", "frames": "tone"}.get(id_.partition("-")[0], id_.partition("-")[0])
    return {finding.id: finding for finding in f.CHAPTERS[make](t)}[id_]


@pytest.mark.parametrize(
    ("id_", "parts"),
    [
        ("corpus-size", ["5 articles on 4 events", "English (4) and Azerbaijani (1)", "2019, 2020, 2023 and 2024"]),
        ("corpus-outlets", ["4 are based in Azerbaijan and 1 is based in Pakistan", "None is based in Kazakhstan"]),
        ("entities-third", ["No third state is named", "Organization of Turkic States (3 articles)"]),
        ("entities-spellings", ["Zhanseit Tuimebayev in 5", "“C.Tuymebayev”"]),
        (
            "voices-states",
            ["61 sentences", "36 (59%) are spoken for Azerbaijan", "One sentence spoken jointly is counted"],
        ),
        ("voices-quoted", ["8 of 61 attributed sentences (13%)", "all of them in Oval.az 2019"]),
        ("voices-unheard", ["6 of 13 people", "Heydar Aliyev (named in 3 articles)"]),
        ("voices-silent", ["Ilham Aliyev is named 3 times in News.az 2024"]),
        ("tone-overall", ["44 speak well", "2 ill", "96% are positive"]),
        ("tone-voices", ["40 are positive (66%)", "4 are (14%)"]),
        ("tone-between", ["33 sentences", "none is negative"]),
        (
            "relation-shift",
            [
                "In 2019",
                "friendship (3 of 20 sentences), strategy (2) and brotherhood (1)",
                "“alliance” and “allied”: 3 of 40 sentences since, none of the 50 before",
                "Words of friendship and brotherhood stand in every year covered",
            ],
        ),
        ("relation-sides", ["strategy 3 to 0", "only speakers for Kazakhstan use words of partnership and strategy"]),
        ("themes-main", ["“Political dialogue” is the most frequent theme: 55 of 90 sentences (61%)"]),
        ("themes-absent", ["No sentence is about “environment”", "Only one sentence each is about “energy”"]),
        ("themes-one-side", ["only speakers for Azerbaijan raise", "“multilateral” (10)"]),
        ("themes-one-voice", ["“parliament and law” by Sahiba Gafarova (4 sentences)"]),
        (
            "pair-left-out",
            [
                "The Azerbaijani report tells in 7 of 17 sentences what the English report leaves out",
                "Heydar Aliyev",
                "nothing at all on “commemoration",
            ],
        ),
        (
            "pair-figures",
            ["both quote “more than 200,000” (“200 mindən çox”)", "only the English report has “tenfold”"],
        ),
        ("claims-source", ["6 of 7 figures come from a named speaker"]),
        ("claims-compared", ["“200 mindən çox” in Metbuat.az 2020 bear each other out"]),
    ],
)
def test_what_the_seeds_show(found, id_, parts):
    for part in parts:
        assert part in found[id_].sentence


def _corpora(corpus):
    yield "one", corpus([{"id": "a", "sentences": [_one()]}])
    yield "undated", corpus([{"id": k, "sentences": [_one()]} for k in "ab"])
    yield (
        "partly dated",
        corpus([{"id": "a", "date": "2020-01", "sentences": [_one()]}, {"id": "b", "sentences": [_one()]}]),
    )
    yield "no words", corpus([{"id": "a", "date": "2020", "sentences": []}])
    yield "nothing named", corpus([{"id": "a", "language": "en", "outlet": "x", "sentences": [{"text": "So."}]}])
    yield "one state", corpus([{"id": "a", "sentences": [{"text": "Iran.", "mentions": STATES[:1], "tone": -1}]}])
    yield (
        "only speakers",
        corpus(
            [
                {
                    "id": k,
                    "event": "e",
                    "language": "en",
                    "date": f"20{k}",
                    "sentences": [
                        _one(
                            speaker=["ann"], tone=1, themes=["energy"], frames=["kinship"], figures=[("Iran", 3, "km")]
                        ),
                        _one(speaker=["bob"], quoted=True, tone=1),
                    ],
                }
                for k in ("19", "20")
            ],
            SPOKEN,
        ),
    )
    yield "unknown speakers", corpus([{"id": "a", "outlet": "x", "sentences": [_one(speaker=["zed"])]}])


def test_the_same_findings_and_facts_for_any_corpus(found, values, empty, corpus):
    ids = list(found)
    keys = {chapter: list(own) for chapter, own in values.items()}
    for name, t in [("empty", empty), *_corpora(corpus)]:
        said = f.all_findings(t)
        assert [finding.id for finding in said] == ids, name
        numbers = facts(t)
        assert {chapter: list(own) for chapter, own in numbers.items()} == keys, name
        for finding in said:
            for field in fields(finding):
                assert getattr(finding, field.name).strip(), (name, finding.id, field.name)
            assert finding.sentence[0].isupper() or finding.sentence[0].isdigit() or finding.sentence[0] == "“", finding
            assert finding.sentence.endswith("."), finding
            assert not re.search(
                r"\bnan\b|None of them both|\b1 (?:articles|sentences|figures|people|outlets)\b|  |\.\.|<NA>",
                finding.sentence,
            ), (name, finding)
        for own in numbers.values():
            assert {type(value) for value in own.values()} <= {int, str}, name


def test_ties_are_told_as_ties(corpus):
    t = corpus(
        [
            {
                "id": "a",
                "sentences": [
                    {
                        "text": "Ann, Bob, Cyd.",
                        "mentions": [("Ann", "PERSON", "ann"), ("Bob", "PERSON", "bob"), ("Cyd", "PERSON", "cyd")],
                        "themes": ["energy", "transport"],
                        "speaker": ["ann", "bob"],
                    }
                ],
            }
        ],
        SPOKEN,
    )
    assert "Ann, Bob and Cyd are named most often: once each" in _say(t, "entities-people").sentence
    assert "Ann and Bob are heard most, in 1 of 1 sentence each" in _say(t, "voices-heard").sentence
    assert "are the most frequent themes: 1 of 1 sentence (100%) each" in _say(t, "themes-main").sentence


def test_a_shift_is_only_told_between_years(corpus):
    articles = [
        {"id": "a", "language": "en", "date": "2019", "sentences": [_one()]},
        {"id": "b", "language": "en", "sentences": [_one("Iran and Oman are allied.")]},
    ]
    assert "No other year is covered" in _say(corpus(articles), "relation-shift").sentence
    undated = [{"id": "b", "language": "en", "sentences": [_one()]}]
    assert "No article is dated" in _say(corpus(undated), "relation-shift").sentence
    articles[1]["date"] = "2023"
    sentence = _say(corpus(articles), "relation-shift").sentence
    assert "In 2023 words of alliance (“allied”: 1 of 1 sentence since, none of the 1 before) come in." in sentence
    assert "every year" not in sentence
    articles[1]["sentences"] = [_one()]
    sentence = _say(corpus(articles), "relation-shift").sentence
    assert "No further words for it come in later. Words of friendship stand in every year covered." in sentence


def test_a_speaker_of_a_third_state_does_not_break_one_side(corpus):
    speakers = SPOKEN | {"cyd": {"name": "Cyd", "state": "chad"}}
    t = corpus(
        [
            {
                "id": "a",
                "sentences": [
                    _one(speaker=["ann"], themes=["energy"]),
                    _one(speaker=["ann"], themes=["energy"]),
                    _one(speaker=["bob"]),
                    _one(speaker=["cyd"], themes=["energy"]),
                ],
            }
        ],
        speakers,
    )
    assert _say(t, "themes-one-side").sentence.startswith(
        "Of the two sides, only speakers for Oman raise “energy” (2)."
    )


def test_bad_words_between_the_sides_are_told(corpus):
    t = corpus([{"id": "a", "sentences": [_one(speaker=["ann"], tone=-1), _one(speaker=["bob"], tone=1)]}], SPOKEN)
    assert "1 is negative, and 1 is positive (50%)" in _say(t, "tone-between").sentence


def test_outlets_of_unknown_country(corpus):
    t = corpus(
        [
            {"id": "a", "outlet": "x", "outlet_country": "Iran", "sentences": [_one()]},
            {"id": "b", "outlet": "y", "sentences": [_one()]},
        ]
    )
    sentence = _say(t, "corpus-outlets").sentence
    assert "1 is based in Iran and of 1 the country is not known" in sentence
    assert "None is known to be based in Oman" in sentence


def test_other_figures_differ(corpus):
    def article(doc, value):
        return {
            "id": doc,
            "event": "e",
            "language": "en",
            "sentences": [
                _one("Iran and Oman trade 5 things.", themes=["trade-economy"], figures=[("5 things", value, "USD")])
            ],
        }

    assert "“5 things” in b contradict each other" in _say(corpus([article("a", 5), article("b", 6)]),
        "claims-compared").sentence


def test_two_reports_in_one_language_go_by_their_labels(corpus):
    people = [("Ann Lee", "PERSON", "ann-lee"), ("Bo Kim", "PERSON", "bo-kim")]
    texts = {"a": ("Ann Lee met Bo Kim.", "Nobody signed."), "b": ("Bo Kim received Ann Lee.", "Nobody signed.")}
    t = corpus([{"id": k, "label": f"Paper {k}", "event": "e", "language": "en", "sentences": [
        _one(one, mentions=people), _one(other, mentions=[])]} for k, (one, other) in texts.items()])
    assert _say(t, "pair-extent").sentence.startswith("Paper a has 2 sentences, Paper b 2")
    assert _say(t, "pair-left-out").sentence == "Neither report tells anything that the other leaves out."
    assert _say(t, "pair-extent").sure.startswith("Descriptive: n = 2 articles on 1 event.")


def test_facts_equal_the_findings_numbers(values):
    assert (values["voices"]["attributed"], values["voices"]["quoted"], values["voices"]["party_b_n"]) == (61, 8, 36)
    assert (values["tone"]["positive"], values["tone"]["n_kinship"], values["tone"]["words_allied"]) == (44, 6, 3)
    assert (values["themes"]["top"], values["themes"]["top_share"]) == ("political dialogue", "61%")
    assert values["pair"]["a_aligned"] + values["pair"]["a_alone"] == values["pair"]["a_sentences"] == 13
    assert (values["pair"]["b_alone"], values["pair"]["both_figures"]) == (7, 1)
    assert (values["entities"]["top"], values["entities"]["everywhere_n"]) == ("Azerbaijan", 2)
    assert (values["corpus"]["first_year"], values["corpus"]["undated"]) == (2019, 0)
    assert (values["claims"]["claims"], values["claims"]["sourced"]) == (7, 6)
