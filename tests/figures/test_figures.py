"""Every registered figure, on the gold of the seeds and on corpora that are empty, tiny, undated and large."""

from __future__ import annotations

import json
import math
import re
import warnings
from itertools import combinations
from pathlib import Path

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from analysis.figures import all_figures, get, pinned

ROOT = Path(__file__).resolve().parents[2]
CORPORA = ("seeds", "empty", "one", "undated", "many")
PICTURES = [figure.id for figure in all_figures() if figure.kind == "figure"]
TABLES = [figure.id for figure in all_figures() if figure.kind == "table"]


@pytest.fixture(params=CORPORA)
def corpus(request, seeds, corpora):
    return seeds if request.param == "seeds" else corpora[request.param]


def corners(text, renderer) -> list[tuple[float, float]]:
    """The four corners of the words as drawn, in pixels; a leaning label is not its upright box."""
    slope = text.get_rotation()
    if not slope:
        box = text.get_window_extent(renderer)
        return [(box.x0, box.y0), (box.x1, box.y0), (box.x1, box.y1), (box.x0, box.y1)]
    text.set_rotation(0)
    box = text.get_window_extent(renderer)
    text.set_rotation(slope)
    x0, y0 = text.get_transform().transform(text.get_position())
    a = math.radians(slope)
    flat = [(0, 0), (box.width, 0), (box.width, box.height), (0, box.height)]
    return [(x0 + x * math.cos(a) - y * math.sin(a), y0 + x * math.sin(a) + y * math.cos(a)) for x, y in flat]


def overlap(one, other, slack: float = 2.5) -> bool:
    """Whether two convex quadrilaterals overlap by more than ``slack`` pixels in every direction (separating axis)."""
    for shape in (one, other):
        for (x0, y0), (x1, y1) in zip(shape, [*shape[1:], shape[0]], strict=True):
            length = math.hypot(x1 - x0, y1 - y0) or 1.0
            nx, ny = (y1 - y0) / length, (x0 - x1) / length
            a = [x * nx + y * ny for x, y in one]
            b = [x * nx + y * ny for x, y in other]
            if min(max(a), max(b)) - max(min(a), min(b)) <= slack:
                return False
    return True


def shown_texts(picture):
    found = [t for t in picture.texts if t.get_text().strip()]
    for axes in picture.axes:
        found += [t for t in axes.texts if t.get_text().strip()]
        found += [
            t for t in axes.get_xticklabels() + axes.get_yticklabels() if t.get_text().strip() and t.get_visible()
        ]
    return found


@pytest.mark.parametrize("id", PICTURES)
def test_pictures_draw_without_a_warning_and_nothing_is_cut_off_or_overlaps(id, corpus):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        picture = get(id).draw(corpus)
        canvas = FigureCanvasAgg(picture)
        canvas.draw()
    renderer = canvas.get_renderer()
    wide, tall = picture.bbox.width, picture.bbox.height
    boxes = [(text.get_text(), corners(text, renderer)) for text in shown_texts(picture)]
    for words, box in boxes:
        for x, y in box:
            assert -1 <= x <= wide + 1 and -1 <= y <= tall + 1, f"{words!r} is cut off"
    for (one, a), (other, b) in combinations(boxes, 2):
        assert not overlap(a, b), f"{one!r} overlaps {other!r}"


@pytest.mark.parametrize("id", PICTURES)
def test_nothing_is_set_smaller_than_a_phone_can_show(id, seeds):
    picture = get(id).draw(seeds)
    assert min(text.get_fontsize() for text in shown_texts(picture)) * 358 / (picture.get_figwidth() * 72) >= 9


@pytest.mark.parametrize("id", pinned())
def test_words_of_a_figure_are_sentences_without_paths_or_gaps(id, corpus):
    figure = get(id)
    for words in (figure.caption(corpus), figure.alt(corpus), figure.source(corpus)):
        assert words.strip().endswith("."), words
        assert not re.search(r"\.(svg|png|csv|py)\b|_build|\bnan\b|None|\{|\}|  |\.\.(?!\.)", words), words
        assert not re.search(r"\b1 (sentences|articles|mentions|people|entities|words|speakers)\b", words), words
    assert figure.title not in figure.caption(corpus)


@pytest.mark.parametrize("id", pinned())
def test_the_numbers_in_the_words_stand_in_the_data(id, seeds):
    """The largest counts that the alternative text gives are counts of the data (or of the corpus as a whole)."""
    figure = get(id)
    data, words = figure.data(seeds), f"{figure.alt(seeds)} {figure.caption(seeds)}"
    if figure.content(seeds).empty:
        pytest.skip("the gold agrees with itself")
    assert len(data)
    said = {int(n.replace(",", "")) for n in re.findall(r"(?<![\d.,–$-])\d[\d,]*(?![\d.]*\d)(?!%)", words)}
    known = {int(v) for column in data.select_dtypes("number") for v in data[column].dropna()}
    known |= {len(data), len(seeds.articles), len(seeds.sentences)} | {data[c].nunique() for c in data}
    assert said & known, (said, known)


@pytest.mark.parametrize("id", TABLES)
def test_tables_have_columns_and_rows(id, seeds):
    content = get(id).content(seeds)
    shown = content.data if content.shown is None else content.shown
    assert len(shown) and len(shown.columns) >= (1 if content.empty else 3)
    assert all(isinstance(name, str) and name for name in shown.columns)


@pytest.mark.parametrize("id", pinned())
def test_an_empty_corpus_says_so(id, corpora):
    content = get(id).content(corpora["empty"])
    assert content.empty
    assert content.caption.startswith("Nothing to show: ")


# The numbers below are recounted from the gold file itself, past tables and measures.


@pytest.fixture(scope="module")
def gold() -> dict[str, dict]:
    lines = (ROOT / "seeds" / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    return {record["id"]: record for record in map(json.loads, lines)}


def kept(record: dict) -> list[dict]:
    """Mentions inside a sentence of the report."""
    spans = [(s["start"], s["end"]) for s in record["sentences"]]
    return [m for m in record["mentions"] if any(a <= m["start"] and m["end"] <= b for a, b in spans)]


def test_entities_by_article_recounted(seeds, gold):
    data = get("entities-by-article").data(seeds)
    assert len(data) >= 50
    for row in data.itertuples():
        assert row.n == sum(m["entity"] == row.entity for m in kept(gold[row.group])), row


def test_people_mentioned_recounted(seeds, gold):
    data = get("people-mentioned").data(seeds)
    everyone = [m["entity"] for record in gold.values() for m in kept(record) if m["type"] == "PERSON"]
    assert dict(zip(data["entity"], data["n"], strict=True)) == {who: everyone.count(who) for who in set(everyone)}


def test_dispersion_recounted(seeds, gold):
    for row in get("dispersion").data(seeds).itertuples():
        record = gold[row.doc_id]
        body = record["sentences"][0]["start"], record["sentences"][-1]["end"]
        assert any(m["entity"] == row.entity and m["start"] == row.start for m in record["mentions"])
        assert row.place == pytest.approx((row.start - body[0]) / (body[1] - body[0]), abs=1e-3)


def test_voices_recounted(seeds, gold):
    sentences = [s for record in gold.values() for s in record["sentences"]]
    for row in get("who-is-heard").data(seeds).itertuples():
        own = [s for s in sentences if row.speaker in s["speaker"]]
        assert (row.n, row.quoted) == (len(own), sum(s["quoted"] for s in own)), row
    shares = get("voice-shares-by-article").data(seeds)
    for doc_id, own in shares.groupby("doc_id"):
        assert own["n"].sum() == len(gold[doc_id]["sentences"])
        assert own["share"].sum() == pytest.approx(1)
        told = own.loc[own["voice"] == "narrator", "n"].sum()
        assert told == sum(s["speaker"] == ["narrator"] for s in gold[doc_id]["sentences"])


def test_people_never_heard_recounted(seeds, gold):
    data = get("heard-and-mentioned").data(seeds).set_index("entity")
    speakers = {who for record in gold.values() for s in record["sentences"] for who in s["speaker"]}
    assert set(data.index[data["heard_in"] == 0]) == set(data.index) - speakers
    assert data.at["heydar-aliyev", "heard_in"] == 0 < data.at["ilham-aliyev", "heard_in"]


@pytest.mark.parametrize(("id", "field"), [("themes-by-article", "themes"), ("frames-by-article", "frames")])
def test_codes_by_article_recounted(id, field, seeds, gold):
    data = get(id).data(seeds)
    assert data["n"].sum() == sum(len(s[field]) for record in gold.values() for s in record["sentences"])
    for row in data.itertuples():
        assert row.n == sum(row.code in s[field] for s in gold[row.group]["sentences"])
        assert row.of == len(gold[row.group]["sentences"])


def test_themes_by_frame_recounted(seeds, gold):
    sentences = [s for record in gold.values() for s in record["sentences"]]
    for row in get("theme-by-frame").data(seeds).itertuples():
        assert row.n == sum(row.theme in s["themes"] and row.frame in s["frames"] for s in sentences)


def test_tone_recounted(seeds, gold):
    for row in get("tone-by-article").data(seeds).itertuples():
        assert row.n == sum(s["tone"] == row.tone for s in gold[row.group]["sentences"])


def test_words_for_the_relation_walk_back_to_the_text(seeds, gold):
    data = get("relation-vocabulary").data(seeds)
    text = {2019: "003_7afe9d9db3f1ef3e", 2023: "002_e20391bf89a0c085", 2024: "004_0cf0369e1160f46d"}
    for row in data.itertuples():
        if int(row.group) in text and row.forms:
            body = gold[text[int(row.group)]]["text"].lower()
            for form in row.forms.split("; "):
                word, n = form.rsplit(" ", 1)
                assert len(re.findall(rf"\b{re.escape(word)}\b", body)) >= int(n), form
    found = {(r.word_group, r.group): r.n for r in data.itertuples()}
    assert found["friendly", "2019"] > 0 and found["allied", "2019"] == 0 and found["allied", "2023"] > 0


def test_claims_are_the_figures_of_the_text(seeds, gold):
    data = get("claims").data(seeds)
    wanted = {
        (id, f["text"])
        for id, r in gold.items()
        for f in ({"text": r["text"][x["start"] : x["end"]]} for x in r["figures"])
    }
    assert {(row.doc_id, row.text) for row in data.itertuples()} == wanted
    assert "tenfold" in get("claims").alt(seeds)


def test_the_pair_is_the_visit_told_in_two_languages(seeds):
    caption = get("one-visit-summary").caption(seeds)
    assert "AzerNews 2020 (English) and Metbuat.az 2020 (Azerbaijani)" in caption
    data = get("one-visit-summary").data(seeds)
    only = data[data["where"].str.startswith("only AzerNews")].set_index("what")["items"]
    assert "tenfold" in only["figures quoted"]
    assert (data.groupby("what")["n"].sum() == data.groupby("what")["of"].first()).all()


def test_gold_against_itself_is_without_error(seeds):
    shown = get("validation").content(seeds).shown
    assert set(shown["All"]) == {"1.00"}
    assert list(shown.columns[-3:]) == ["All", "English", "Azerbaijani"]
    assert get("validation-errors").caption(seeds) == "Nothing to show: the program and the people agree on everything."


def test_a_wrong_label_is_listed_with_its_words(seeds, gold):
    from dataclasses import replace

    wrong = replace(
        seeds,
        sentences=seeds.sentences.assign(tone=seeds.sentences["tone"].where(seeds.sentences.index != 1, 1)),
        mentions=seeds.mentions.drop(index=0),
    )
    data = get("validation-errors").data(wrong)
    assert sorted(data["layer"]) == ["mention", "tone"]
    first = seeds.mentions.iloc[0]
    assert data.set_index("layer").at["mention", "text"] == " ".join(first["text"].split())
    assert data.set_index("layer").at["tone", "gold"] == "0" and data.set_index("layer").at["tone", "program"] == "+1"


def test_what_is_left_out_is_counted(corpora):
    many = corpora["many"]
    people = get("people-mentioned")
    assert "35 other people are not shown." in people.caption(many)
    assert len(people.data(many)) == 60


@pytest.mark.parametrize(
    "id",
    ["entities-by-article", "themes-by-article", "themes-by-year", "frames-by-article", "frames-by-speaker",
     "theme-by-frame", "relation-vocabulary", "tone-by-article", "voice-shares-by-article"],
)  # fmt: skip
def test_the_picture_prints_the_numbers_of_its_data(id, seeds):
    figure = get(id)
    texts = [t.get_text() for axes in figure.draw(seeds).axes for t in axes.texts]
    printed = sorted(int(text) for text in texts if text.isdigit())
    assert printed == sorted(int(n) for n in figure.data(seeds)["n"] if n)


def test_the_picture_of_pairs_prints_their_numbers(seeds):
    figure = get("co-occurrence")
    printed = sorted(int(t.get_text()) for axes in figure.draw(seeds).axes for t in axes.texts)
    assert printed == sorted(figure.data(seeds)["n"])
    assert max(printed) == 31


def test_the_picture_of_speakers_prints_their_numbers(seeds):
    figure = get("who-is-heard")
    data = figure.data(seeds)
    words = {t.get_text().replace("\n", " ") for axes in figure.draw(seeds).axes for t in axes.texts}
    for row in data.itertuples():
        assert f"{row.n} in {row.articles} article{'' if row.articles == 1 else 's'}" in words
