"""Words, their forms, and log-odds against a slow second implementation."""

import math
import random
from itertools import combinations

import numpy as np
import pytest

from analysis.annotate.text import fold
from analysis.errors import InputError
from analysis.knowledge import LANGUAGES
from analysis.measure import vocabulary as v


@pytest.mark.parametrize("language", LANGUAGES)
def test_stop_words_are_folded_words(language):
    found = v.stop_words(language)
    assert len(found) > 150
    assert all(word == fold(word) and " " not in word for word in found)


def test_a_stop_list_of_an_unknown_language_is_refused_with_its_line(tmp_path):
    file = tmp_path / "stopwords.yaml"
    file.write_text("- {language: en, words: [foo]}\n- {language: xx, words: [bar]}\n", encoding="utf-8")
    with pytest.raises(InputError, match="line 2: unknown language 'xx'"):
        v.stop_words("en", file)


@pytest.mark.parametrize("language", [None, "xx", ["en", "az"], "all"])
def test_languages_are_never_mixed(seeds, language):
    for count in (v.words, v.distinctive):
        with pytest.raises(ValueError, match="one language at a time"):
            count(seeds, language)


def _words(t, **options):
    table = v.words(t, "en", **options)
    return dict(zip(table["word"], table["n"], strict=True))


def test_words_leave_out_names_stop_words_and_numbers(corpus):
    t = corpus(
        [
            {
                "id": "a",
                "language": "en",
                "sentences": [
                    {
                        "text": "The pipeline of Baku cost 500 million: a pipeline!",
                        "mentions": [("Baku", "PLACE", "baku")],
                    }
                ],
            },
            {"id": "b", "language": "az", "sentences": [{"text": "boru kəməri"}]},
        ]
    )
    assert _words(t) == {"pipeline": 2, "cost": 1, "million": 1}
    assert _words(t, names=True)["baku"] == 1
    assert _words(t, stop=False)["the"] == 1
    assert set(v.words(t, "az")["word"]) == {"boru", "kəməri"}


def test_forms_of_a_word_that_itself_occurs_are_counted_with_it(corpus):
    t = corpus(
        [
            {"id": "a", "language": "en", "sentences": [{"text": "Countries trust a country; visits visited."}]},
            {"id": "b", "language": "az", "sentences": [{"text": "Səfər zamanı səfərin məqsədi: ƏMƏKDAŞLIĞIN Azı."}]},
        ]
    )
    row = v.words(t, "en").set_index("word").loc["country"]
    assert (row["n"], row["forms"]) == (2, "countries 1; country 1")
    assert {"visits", "visited"} <= set(v.words(t, "en")["word"]), "without “visit” in the text the two stay apart"
    azerbaijani = v.words(t, "az").set_index("word")
    assert azerbaijani.at["səfər", "n"] == 2
    assert "əməkdaşlığın" in set(azerbaijani["form"]), "capital I is dotless there"


def test_word_counts_add_up(seeds):
    for language in ("en", "az"):
        whole, parts = v.words(seeds, language), v.words(seeds, language, by="article")
        assert whole["n"].sum() == whole["of"].iloc[0] == parts["n"].sum()
        assert (whole["articles"] <= whole["of_articles"]).all()
        assert whole["share"].sum() == pytest.approx(1)


def test_log_odds_by_hand():
    # y = 6 of 10 against 2 of 10, prior 2 of 4 words: odds (6+2)/(10+4-8) and (2+2)/(10+4-4)
    inside, outside, prior = np.array([6.0, 4]), np.array([2.0, 8]), np.array([2.0, 2])
    delta, z = v.log_odds(inside, outside, prior)
    assert delta[0] == pytest.approx(math.log(8 / 6) - math.log(4 / 10))
    assert z[0] == pytest.approx(delta[0] / math.sqrt(1 / 8 + 1 / 4))
    assert delta[1] == pytest.approx(-delta[0]), "with two words one's gain is the other's loss"
    assert v.log_odds(outside, inside, prior)[1] == pytest.approx(-z)


def _random(corpus, draw: random.Random, articles: int):
    letters = ["pipeline", "gas", "port", "school", "tariff", "uranium"]
    return corpus(
        [
            {
                "id": f"d{k}",
                "language": "en",
                "outlet": "x" if k < articles // 2 else "y",
                "sentences": [{"text": " ".join(draw.choices(letters, k=draw.randint(5, 20)))}],
            }
            for k in range(articles)
        ]
    )


def test_distinctive_words_equal_a_slow_second_reckoning(corpus):
    t = _random(corpus, random.Random(4), 6)
    table = v.distinctive(t, "en", by="outlet", minimum=1)
    texts = [text.split() for text in t.sentences["text"]]
    vocabulary = sorted({word for text in texts for word in text})
    alpha = {word: sum(text.count(word) for text in texts) for word in vocabulary}

    def z_of(chosen, word):
        sides = []
        for inside in (True, False):
            own = [text for k, text in enumerate(texts) if (k in chosen) == inside]
            y, n = sum(text.count(word) for text in own), sum(map(len, own))
            a = y + alpha[word]
            sides.append((math.log(a / (n + sum(alpha.values()) - a)), 1 / a))
        return (sides[0][0] - sides[1][0]) / math.sqrt(sides[0][1] + sides[1][1])

    best = [max(z_of(chosen, word) for word in vocabulary) for chosen in map(set, combinations(range(6), 3))]
    for row in table.itertuples(index=False):
        chosen = {0, 1, 2} if row.group == "x" else {3, 4, 5}
        z = z_of(chosen, row.word)
        assert row.z == pytest.approx(z)
        assert row.p == pytest.approx(sum(other >= z - 1e-12 for other in best) / len(best))
        assert (row.n, row.of_articles, row.assignments, row.p_floor) == (
            sum(texts[k].count(row.word) for k in chosen),
            6,
            20,
            1 / 20,
        )


def test_random_draws_come_near_the_enumeration(corpus, monkeypatch):
    t = _random(corpus, random.Random(9), 10)
    exact = v.distinctive(t, "en", by="outlet")
    monkeypatch.setattr(v, "EXACT_UP_TO", 10)
    drawn = v.distinctive(t, "en", by="outlet", repeats=3000)
    assert set(exact["assignments"]) == {252}
    assert set(drawn["assignments"]) == {3000}
    assert drawn["p"].tolist() == pytest.approx(exact["p"].tolist(), abs=0.05)
    assert drawn["p"].min() > 0
    assert v.distinctive(t, "en", by="outlet", repeats=3000).equals(drawn), "seeded"


def test_four_articles_cannot_show_more_than_one_in_four(seeds):
    table = v.distinctive(seeds, "en")
    assert set(table["p_floor"]) == {0.25}
    assert table["p"].min() >= 0.25
    assert table["prior"].str.startswith("pooled corpus, 4 articles").all()
    assert (table["n"] + table["n_rest"] >= 2).all()
    top = table.groupby("label").first()
    assert top.at["Oval.az 2019", "word"] == "minister"


def test_the_prior_is_an_argument_and_is_named(seeds):
    given = v.distinctive(seeds, "en", prior={"minister": 5000, "country": 10}, strength=100)
    assert given["prior"].iloc[0] == "given, 2 words, weighing 100 words"
    pooled = v.distinctive(seeds, "en")
    one, other = (
        table[(table["label"] == "Oval.az 2019") & (table["word"] == "minister")]["z"].item()
        for table in (given, pooled)
    )
    assert one != other
    with pytest.raises(ValueError, match="the prior is"):
        v.distinctive(seeds, "en", prior="moon")
    with pytest.raises(ValueError, match="positive number"):
        v.distinctive(seeds, "en", strength=0)


def test_nothing_is_distinctive_within_one_group(seeds):
    assert not len(v.distinctive(seeds, "az"))
    assert not len(v.distinctive(seeds, "ru"))
    assert "z" in v.distinctive(seeds, "ru").columns
    with pytest.raises(ValueError, match="no grouping 'speaker'"):
        v.distinctive(seeds, "en", by="speaker")
