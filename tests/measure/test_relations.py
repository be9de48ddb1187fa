"""The vocabulary of the relation, and how it moves with the years."""

import pytest

from analysis.annotate.text import kazakh_latin
from analysis.errors import InputError
from analysis.measure import relations as r


def test_words_of_each_group_in_the_seeds(seeds):
    rows = r.relation_words(seeds)
    counts = rows.set_index(["word_group", "group"])["n"].unstack()
    assert counts.loc["friendly"].tolist() == [3, 2, 1, 1]
    assert counts.loc["allied"].tolist() == [0, 0, 2, 1]
    assert counts.loc["strategic"].tolist() == [2, 0, 2, 1]
    assert rows.set_index(["word_group", "group"]).at[("brotherly", "2020"), "forms"] == "fraternal 1; qardaşlıq 1"


def test_words_inside_names_are_not_counted(corpus):
    text = "The Declaration on Strategic Relations and the allied states."
    name = [("Declaration on Strategic Relations", "DOCUMENT", "declaration")]
    t = corpus([{"id": "a", "language": "en", "sentences": [{"text": text, "mentions": name}]}])
    assert set(r.relation_hits(t)["group"]) == {"allied"}
    hit = r.relation_hits(t).iloc[0]
    assert t.articles["text"].iloc[0][hit["start"] : hit["end"]] == "allied"


@pytest.mark.parametrize(
    ("language", "text", "group"),
    [
        ("en", "They are our closest allies.", "allied"),
        ("az", "İki qardaş xalq.", "brotherly"),
        ("az", "Müttəfiqlik münasibətləri.", "allied"),
        ("ru", "Братские народы.", "brotherly"),
        ("ru", "О союзнических отношениях.", "allied"),
        ("kk", "Бауырлас халықтар.", "brotherly"),
        ("kk", kazakh_latin("Достық қатынастар."), "friendly"),
        ("tr", "Kardeş ülkeler.", "brotherly"),
        ("tr", "Stratejik ilişkiler.", "strategic"),
    ],
)
def test_words_in_every_language_and_script(corpus, language, text, group):
    t = corpus([{"id": "a", "language": language, "sentences": [{"text": "1."}, {"text": text}]}])
    hits = r.relation_hits(t)
    assert hits[["group", "sentence"]].values.tolist() == [[group, 1]]


@pytest.mark.parametrize(
    ("language", "text"),
    [("ru", "Они помогают друг другу в Союзе."), ("en", "The rally befell its strategy."), ("xx", "friendly")],
)
def test_words_that_only_look_alike(corpus, language, text):
    t = corpus([{"id": "a", "language": language, "sentences": [{"text": text}]}])
    assert not len(r.relation_hits(t))


def test_frames_carry_the_words_behind_them(corpus, seeds):
    cues = [{"axis": "frame", "code": "friendship", "start": 4, "end": 12, "cue": "friendly"}]
    t = corpus([{"id": "a", "date": "2019", "sentences": [{"text": "Our friendly ties.", "cues": cues}]}])
    row = r.relation_frames(t).set_index("code").loc["friendship"]
    assert (row["n"], row["of"], row["cues"], row["group"]) == (1, 1, "friendly 1", "2019")
    assert set(r.relation_frames(seeds)["cues"]) == {""}, "gold has no cues"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("- {group: a, label: a, words: {en: [b]}}", "line 1: a group lacks 'noun'"),
        ("- &x {group: a, label: a, noun: n, words: {en: [b]}}\n- *x", "line 2|stands twice|line 1"),
        ("- {group: a, label: a, noun: n, words: {xx: [b]}}", "line 1: unknown language 'xx'"),
    ],
)
def test_a_faulty_list_is_refused_with_its_line(tmp_path, text, problem):
    file = tmp_path / "words.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=problem):
        r.word_groups(file)
