"""Comparisons by event, side, country, language and year: every group with its size, and what cannot be compared."""

from __future__ import annotations

from collections import Counter

import pytest

from analysis import tables
from analysis.figures import get
from analysis.figures.compared import GROUPINGS

IDS = ("themes-compared", "frames-compared", "tone-compared")


def record(id, *sentences):
    text, rows = "", []
    for tone, theme, frame, speaker in sentences:
        rows.append({"start": len(text), "end": len(text) + 5, "speaker": [speaker], "quoted": False, "tone": tone,
                     "themes": [theme], "frames": [frame]})
        text += "Word. "
    return {"id": id, "text": text, "mentions": [], "figures": [], "boilerplate": [], "sentences": rows}


def corpus(**own):
    one = record("a", (1, "energy", "concern", "x"), (0, "energy", "concern", "narrator"))
    two = record("b", (-1, "transport", "kinship", "x"), (-1, "energy", "kinship", "y"))
    catalogue = {id: {"label": id.upper(), "event": id, "event_label": f"Event {id}", "language": "en",
                      "outlet_country": "Azerbaijan", "date": f"20{20 + i}-01-01"} | own.get(id, {})
                 for i, id in enumerate("abc")}
    return tables.from_records([one, two, record("c")], catalogue, {"x": {"state": "kazakhstan"}})


@pytest.mark.parametrize("id", IDS)
def test_every_cell_has_as_many_sentences_as_it_says(seeds, id):
    content = get(id).content(seeds)
    counted = Counter(zip(content.evidence["row"], content.evidence["column"], strict=True))
    said = {}
    for r in content.data.to_dict("records"):
        label = "The outlets themselves" if r["group"] == "narrator" else r["label"][:1].upper() + r["label"][1:]
        column = r["code_label"][:1].upper() + r["code_label"][1:] if "code" in r else {
            1: "speaks well of its subject", 0: "neither, or both", -1: "speaks ill"}[r["tone"]]
        if r["n"]:
            said[f"{GROUPINGS[r['grouping']]}: {label}", column] = r["n"]
    assert said == counted


@pytest.mark.parametrize("id", IDS)
def test_a_group_without_a_sentence_is_named_and_not_drawn(id):
    t = corpus()
    content = get(id).content(t)
    assert "No sentence to compare: Event c." in content.caption
    words = [text.get_text() for text in get(id).draw(t).findobj() if hasattr(text, "get_text")]
    assert any("Event a" in word for word in words) and not any("Event c" in word for word in words)


@pytest.mark.parametrize("id", IDS)
def test_one_group_alone_is_no_comparison(id):
    caption = get(id).caption(corpus())
    assert "By language there is nothing to compare: all sentences are of one group." in caption
    assert "By event there is nothing" not in caption


@pytest.mark.parametrize("id", (*IDS, "themes-by-article", "tone-by-article"))
def test_where_every_group_has_sentences_nothing_is_said_of_it(seeds, id):
    assert "No sentence to compare" not in get(id).caption(seeds)


def test_nothing_at_all_to_compare_is_said():
    t = tables.from_records([record("a", (0, "energy", "concern", "narrator"))], {"a": {"language": "en"}})
    content = get("themes-compared").content(t)
    assert content.empty and "all sentences are of one event" in content.caption


@pytest.mark.parametrize("id", ("themes-by-article", "frames-by-article", "tone-by-article"))
def test_an_article_without_a_sentence_is_named_and_not_drawn(id):
    t = corpus()
    assert "No sentence to compare: C." in get(id).caption(t)
    words = [text.get_text() for text in get(id).draw(t).findobj() if hasattr(text, "get_text")]
    assert not any(word == "C" or word.startswith("C\u00a0") for word in words)


def test_speaker_and_target_are_kept_apart(seeds):
    content = get("tone-speaker-target").content(seeds)
    row = content.data.set_index(["speaker", "target"]).loc[("kazakhstan", "azerbaijan")]
    own = content.evidence.loc[content.evidence["row"] == "Speakers for Kazakhstan on Azerbaijan"]
    assert len(own) == row["of"] > 5
    assert (own["column"] == "speaks well of its subject").sum() == row["positive"]
