"""From every mark of a picture back to the raw articles, and counted again there."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path

import pytest

from analysis import pipeline
from analysis.figures import all_figures, export, get
from analysis.measure import evidence

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
#: Figure → (the columns of its data that name row and column of a mark, the column that holds its number).
COUNTED = {
    "themes-by-article": ("code_label", "label", "n"), "themes-by-year": ("code_label", "label", "n"),
    "themes-by-outlet": ("code_label", "label", "n"), "frames-by-article": ("code_label", "label", "n"),
    "theme-by-frame": ("theme_label", "frame_label", "n"), "distinctive-words": ("label", "form", "n"),
    "relation-vocabulary": ("word_group_label", "label", "n"), "entities-by-article": ("name", "label", "n"),
    "co-occurrence": ("b_name", "a_name", "n"), "voice-shares-by-article": ("label", "name", "n"),
    "speakers-about-whom": ("name", "entity_name", "n")}
#: Tables whose every row is one thing counted.
LISTED = ("claims", "agreements")


@pytest.fixture(scope="module")
def t():
    return pipeline.load(SEEDS.parent)


def with_evidence():
    """Ids of the figures that count words of the articles."""
    t = pipeline.load(SEEDS.parent)
    return [figure.id for figure in all_figures() if figure.content(t).evidence is not None]


def rows_of(figure, t):
    return list(csv.DictReader(io.StringIO(export.evidence_csv(figure.content(t).evidence, t).decode())))


@pytest.mark.parametrize("id", with_evidence())
def test_the_words_of_the_file_stand_in_the_raw_article(t, id):
    rows = rows_of(get(id), t)
    assert rows
    for row in rows:
        raw = (SEEDS / f"{row['article']}.txt").read_text(encoding="utf-8")
        assert raw[int(row["start"]):int(row["end"])] == row["words"] != ""
        assert raw[int(row["sentence_start"]):int(row["sentence_end"])] == row["text"]
        assert int(row["sentence_start"]) <= int(row["start"]) < int(row["end"]) <= int(row["sentence_end"])


@pytest.mark.parametrize("id", COUNTED)
def test_every_number_is_as_many_rows(t, id):
    row, column, n = COUNTED[id]
    content = get(id).content(t)
    key = sorted if id == "co-occurrence" else list         # whose pairs have no order
    counted = Counter(tuple(key((a.lower(), b.lower()))) for a, b in zip(
        content.evidence["row"], content.evidence["column"], strict=True))
    shown = {tuple(key((str(r[row]).lower(), str(r[column]).lower()))): r[n]
             for r in content.data.to_dict("records") if r[n]}
    if id == "distinctive-words":           # the data hold more words than the picture
        shown = {key: shown[key] for key in counted}
    assert shown == counted


@pytest.mark.parametrize("id", [id for id in with_evidence() if get(id).kind == "figure"])
def test_every_mark_of_the_picture_has_its_words_and_the_other_way_round(t, id):
    figure = get(id)
    behind = figure.content(t).evidence
    marks = export.placed(figure.draw(t), behind)
    names = [(mark["row"], mark["column"]) for mark in marks]
    assert len(set(names)) == len(names)
    assert {name: mark["n"] for name, mark in zip(names, marks, strict=True)} == evidence.counts(behind)
    for mark in marks:
        left, top, wide, tall = mark["box"]
        assert 0 <= left < left + wide <= 100.1 and 0 <= top < top + tall <= 100.1 and wide > 0.4 and tall > 0.4


@pytest.mark.parametrize("id", with_evidence())
def test_addresses_of_marks_are_plain_and_different(t, id):
    found = export.anchors(get(id).content(t).evidence)
    assert len(set(found.values())) == len(found)
    assert all(anchor.replace("-", "").isalnum() and anchor.isascii() for anchor in found.values())


def test_a_cell_of_themes_by_speaker_is_recounted_from_the_tables(t):
    content = get("themes-by-speaker").content(t)
    codes = t.codes.loc[t.codes["axis"] == "theme"]
    spoken = codes.merge(t.voices, on=["doc_id", "sentence"])
    of = spoken.loc[spoken["speaker"] == "kassym-jomart-tokayev"].drop_duplicates(["doc_id", "sentence", "code"])
    own = content.evidence.loc[content.evidence["row"] == "Kassym-Jomart Tokayev"]
    assert len(own) == len(of) > 3


@pytest.mark.parametrize("id", LISTED)
def test_every_row_of_a_ledger_leads_to_its_words(t, id):
    content = get(id).content(t)
    keys = ["doc_id", "start", "end"]
    assert sorted(content.data[keys].itertuples(index=False, name=None)) == sorted(
        content.evidence[keys].itertuples(index=False, name=None))


@pytest.mark.parametrize("id", ("name-confusion", "tone-confusion"))
def test_every_cell_of_a_confusion_leads_to_what_was_confused(t, id):
    content = get(id).content(t)
    counts = content.data.loc[(content.data["group"] == "all") & (content.data["n"] > 0), "n"]
    assert sorted(evidence.counts(content.evidence).values()) == sorted(counts)


def test_the_timeline_counts_every_act_once(t):
    content = get("agreements-timeline").content(t)
    assert len(content.evidence) == content.data["n"].sum() == len(get("agreements").content(t).data)
