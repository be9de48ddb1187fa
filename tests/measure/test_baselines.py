"""Baselines: the tools as their authors describe them, guesses and capitals by hand."""

from __future__ import annotations

import copy

import pytest

from analysis.measure import baselines as b

PLAIN = {"speaker": ["narrator"], "quoted": False, "themes": [], "frames": [], "tone": 0}


@pytest.mark.parametrize(
    ("text", "tone"),
    [("VADER is smart, handsome, and funny.", 1), ("Today SUX!", -1), ("The book was on the table.", 0)],
)
def test_vader_is_read_with_its_authors_thresholds(text, tone):
    assert b.vader(text) == tone


def test_a_compound_score_at_the_threshold_counts(monkeypatch):
    class Fixed:
        def __init__(self, value):
            self.value = value

        def polarity_scores(self, text):
            return {"compound": self.value}

    for value, tone in ((0.05, 1), (0.049, 0), (-0.049, 0), (-0.05, -1)):
        monkeypatch.setattr(b, "_vader", lambda value=value: Fixed(value))
        assert b.vader("") == tone


@pytest.mark.parametrize(("text", "tone"), [("A good day.", 1), ("A terrible day.", -1), ("A table.", 0)])
def test_textblob_is_read_by_its_sign(text, tone):
    assert b.textblob(text) == tone


def test_no_tool_knows_azerbaijani():
    text = "Tərəflər dostluq və qardaşlıq münasibətlərini yüksək qiymətləndiriblər."
    assert b.vader(text) == b.textblob(text) == 0


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They say Anna Green met Bob in Baku.", [("Anna Green", "PERSON"), ("Bob", "COUNTRY"), ("Baku", "COUNTRY")]),
        ("Anna Green, Bob and the CIS met.", [("Anna Green", "PERSON"), ("Bob", "COUNTRY"), ("CIS", "COUNTRY")]),
        ("The guests left.", []),
        ("Kazakhstan's guests left in 2020 .", []),
        ("Dünən Ələsgər İsmayıl danışıb.", [("Dünən Ələsgər İsmayıl", "PERSON")]),
        ("", []),
    ],
)
def test_runs_of_capitals(text, found):
    assert [(text[a:z], kind) for a, z, kind in b.capitals(text)] == found


def gold_of(*articles):
    out = []
    for name, sentences in articles:
        text = "".join(f"{s['text']}\n" for s in sentences)
        record, at = {"id": name, "language": "en", "text": text, "sentences": [], "mentions": []}, 0
        for s in sentences:
            labels = {key: value for key, value in s.items() if key not in ("text", "names")}
            record["sentences"].append(PLAIN | {"start": at, "end": at + len(s["text"])} | labels)
            for form, kind in s.get("names", []):
                a = at + s["text"].index(form)
                record["mentions"].append(
                    {"start": a, "end": a + len(form), "type": kind, "kind": "name", "entity": form.lower()}
                )
            at += len(s["text"]) + 1
        out.append(record)
    return out


GOLD = gold_of(
    ("a", [
        {"text": "In Baku they met.", "themes": ["energy"], "names": [("Baku", "PLACE")]},
        {"text": "A wonderful, great success.", "themes": ["energy", "transport"], "tone": 1},
    ]),
    ("b", [
        {"text": "They thanked Anna Green.", "themes": ["transport"], "frames": ["concern"], "tone": 1,
         "names": [("Anna Green", "PERSON")]},
        {"text": "It rained.", "themes": ["energy"], "tone": 1},
    ]),
)  # fmt: skip


def test_the_guess_is_the_commonest_label_for_every_sentence():
    sentences = [s for record in b.guessed(GOLD) for s in record["sentences"]]
    assert [(s["themes"], s["frames"], s["tone"]) for s in sentences] == [(["energy"], ["concern"], 1)] * 4
    empty = b.guessed([GOLD[0] | {"sentences": []}])
    assert empty[0]["sentences"] == []


def test_code_table_by_hand():
    table = b.code_table(GOLD, copy.deepcopy(GOLD)).set_index(["axis", "method"])
    guess = table.loc[("theme", b.MAJORITY)]
    # five codes in gold, four guessed, three of them right
    assert (guess["gold"], guess["found"], guess["right"]) == (5, 4, 3)
    assert guess["f1"] == pytest.approx(2 * 3 / (5 + 4))
    assert guess["macro_f1"] == pytest.approx((2 * 3 / (3 + 4) + 0) / 2)
    assert table.loc[("theme", b.PROGRAM), "f1"] == 1


def test_name_table_by_hand():
    table = b.name_table(GOLD, copy.deepcopy(GOLD)).set_index(["method", "asked"])
    # Baku is found, but taken for a state; Anna Green is found and is a person
    for asked, right in (("place", 2), ("place and type", 1)):
        row = table.loc[(b.CAPITALS, asked)]
        assert (row["gold"], row["found"], row["right"]) == (2, 2, right)
    assert set(table.loc[b.PROGRAM, "f1"]) == {1}


def test_tone_table_by_hand():
    table = b.tone_table(GOLD, copy.deepcopy(GOLD)).set_index("method")
    # the guess calls all four positive, of which three are
    guess = table.loc[b.MAJORITY]
    assert (guess["right"], guess["of"], guess["accuracy"]) == (3, 4, 0.75)
    assert guess["f1_positive"] == pytest.approx(2 * 3 / (3 + 4)) and guess["f1_neutral"] == 0
    assert guess["macro_f1"] == pytest.approx((6 / 7 + 0) / 2)
    assert table.loc[b.PROGRAM, "macro_f1"] == 1
    # VADER sees the great success, and thanks; not that rain is welcome
    assert table.loc[b.VADER, "right"] == 3


def test_baselines_fall_short_on_the_seeds_as_the_book_says(gold):
    tone = b.tone_table(gold, copy.deepcopy(gold), "language").set_index(["method", "group"])["macro_f1"]
    assert tone[b.VADER, "en"] < 0.7 and tone[b.MAJORITY, "en"] < tone[b.VADER, "en"]
    names = b.name_table(gold, copy.deepcopy(gold)).set_index(["method", "asked"])["f1"]
    assert names[b.CAPITALS, "place and type"] < names[b.CAPITALS, "place"] < 1


def test_nothing_gives_empty_tables():
    for table in (b.tone_table([], []), b.code_table([], []), b.name_table([], [])):
        assert not len(table) and len(table.columns)
