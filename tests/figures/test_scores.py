"""Figures on how well the program reads, on a corpus in which it errs and one in which only a part has gold."""

from __future__ import annotations

import copy
import json
import random
import warnings

import pandas as pd
import pytest

from analysis.figures import get, methods, scores
from analysis.measure import corrected

IDS = """validation validation-errors scores-by-layer scores-by-type scores-by-code name-confusion tone-confusion
    agreement-alpha name-baselines theme-baselines tone-baselines code-shares-corrected""".split()


def spoilt(t, seed=2):
    """Gold records for tables: what the tables say, changed here and there as if the program had erred."""
    draw = random.Random(seed)
    gold = copy.deepcopy(methods.records_of(t))
    for record in gold:
        record["mentions"] = [m for m in record["mentions"] if draw.random() > 0.1]
        for m in record["mentions"]:
            m["type"] = draw.choice(["ORG", "PLACE"]) if draw.random() < 0.1 else m["type"]
            m["entity"] = "somebody-else" if draw.random() < 0.1 else m["entity"]
            m["candidates"] = []
        for s in record["sentences"]:
            s["tone"] = draw.choice([-1, 0, 1]) if draw.random() < 0.3 else s["tone"]
            s["themes"] = [] if draw.random() < 0.2 else s["themes"]
            s["speaker"] = ["narrator"] if draw.random() < 0.2 else s["speaker"]
    return gold


@pytest.fixture
def labelled(monkeypatch, tmp_path):
    """Puts records in the place of the seeds' gold."""

    def put(records):
        path = tmp_path / "gold.jsonl"
        path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
        monkeypatch.setattr(methods, "GOLD", path)

    return put


def fresh(t):
    """The same tables without contents made before."""
    return type(t)(**dict(t.items()))


@pytest.fixture
def many(corpora, labelled):
    t = fresh(corpora["many"])
    labelled(spoilt(t))
    return t


@pytest.mark.parametrize("id", IDS)
def test_figures_of_errors_say_what_they_show(id, many):
    content = get(id).content(many)
    assert not content.empty
    for words in (content.caption, content.alt):
        assert words.endswith(".") and "nan" not in words and "None" not in words and "  " not in words
    if content.draw is not None:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            get(id).draw(many)
    elif content.shown is not None:
        cells = content.shown.astype(str).to_numpy().ravel().tolist()
        assert not {"nan", "None"} & set(cells)


def test_from_twenty_articles_tables_have_intervals(many):
    rows = get("scores-by-code").data(many)
    energy = rows[(rows["group"] == "all") & (rows["code"] == "energy")].iloc[0]
    assert energy["low"] < energy["f1"] <= energy["high"] and energy["of_articles"] == 30
    assert "no interval" not in get("scores-by-type").caption(many)
    assert "95% interval" in get("agreement-alpha").content(many).shown


def test_the_worst_come_first_and_ten_of_each(many):
    content = get("validation-errors").content(many)
    for _, own in content.data.groupby("layer"):
        assert own["severity"].is_monotonic_decreasing
    assert content.shown["What"].value_counts().max() == 10 and len(content.data) > len(content.shown)
    assert "other differences are not shown." in content.caption
    assert "Somebody Else" in set(content.shown["People"]), "entities stand under their names"


def test_confusions_count_every_mark_once(many):
    gold = methods.gold_for(many)
    cells = get("name-confusion").data(many)
    marked = cells[(cells["group"] == "all") & (cells["gold"] != "nothing")]
    assert marked["n"].sum() == sum(len(record["mentions"]) for record in gold)
    tones = get("tone-confusion").data(many)
    for tone, own in tones[tones["group"] == "all"].groupby("gold"):
        assert own["n"].sum() == sum(str(s["tone"]) == tone for record in gold for s in record["sentences"])


def test_the_picture_of_confusions_prints_its_numbers(many):
    figure = get("tone-confusion")
    printed = sorted(int(t.get_text()) for axes in figure.draw(many).axes for t in axes.texts)
    data = figure.data(many)
    assert printed == sorted(int(n) for n in data.loc[data["group"] == "all", "n"] if n)


def test_every_layer_stands_beside_its_baselines(seeds):
    data = get("scores-by-layer").data(seeds)
    methods_of = data.groupby("layer")["method"].agg(set)
    assert methods_of["tone"] == {"this program", "VADER", "TextBlob", "majority guess"}
    assert methods_of["names"] == {"this program", "runs of capitals"}
    assert methods_of["themes"] == methods_of["frames"] == {"this program", "majority guess"}
    own = data[data["method"] == "this program"]
    assert set(own["f1"]) == {1.0} and set(own["group"]) == {"all", "en", "az"}
    assert (data.loc[data["method"] != "this program", "f1"] < 0.9).all()


def test_the_correction_says_why_it_changes_nothing_or_what_it_rests_on(seeds, corpora, labelled):
    assert "the corrected share is the people's own" in get("code-shares-corrected").caption(fresh(seeds))
    t = fresh(corpora["many"])
    part = spoilt(t)[::2]
    labelled(part)
    caption = get("code-shares-corrected").caption(t)
    assert "not drawn by chance" in caption and "People labelled 50% of the sentences" in caption
    assert set(get("code-shares-corrected").content(t).shown["Corrected"]) == {""}
    t = fresh(corpora["many"])
    t.articles = t.articles.assign(event=t.articles["doc_id"])
    labelled([record | {"probability": 0.5} for record in part])
    content = get("code-shares-corrected").content(t)
    assert "drawn by chance." in content.caption and "95% interval" in content.shown
    found = content.data.dropna(subset=["se"])
    assert len(found) and (found["low"] < found["corrected"]).all()
    assert found["reason"].eq("").all() and corrected.NOT_DRAWN not in set(content.data["reason"])


def test_scores_in_words():
    assert scores.within(0.5, 0.25, 1) == "0.50 (0.25–1.00)"
    assert scores.within(0.5, None, None) == "0.50" and scores.within(None, 0.1, 0.2) == ""
    assert scores.languages_of(pd.Series(["az", "all", "en", "xx"])) == ["en", "az"]
