"""The slides, opened again: titles, charts with their data, tables, pictures, alternative texts, notes."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from lxml import etree
from pptx import Presentation

from analysis.brief import labels
from analysis.brief.contents import contents
from analysis.brief.slides import slides
from analysis.figures import get

IDS = ["who-is-heard", "voice-shares-by-article", "themes-by-article", "prominence", "corpus-overview", "claims"]


def make(tables, cited, language="en", ids=IDS):
    return slides(contents(tables, cited, ids, labels.load(language)))


@pytest.fixture(scope="module")
def made(seeds, cited):
    return {language: make(seeds, cited, language) for language in ("en", "az", "ru")}


def texts(slide):
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def opened(blob):
    return list(Presentation(io.BytesIO(blob)).slides)


@pytest.mark.parametrize("language", ("en", "az", "ru"))
def test_a_slide_for_each_figure_with_title_source_and_citation(made, language, cited):
    own = labels.load(language)
    first, *others = opened(made[language])
    assert first.shapes.title.text == own.say("title")
    assert [slide.shapes.title.text for slide in others] == [own.title(id, get(id).title).text for id in IDS]
    for id, slide in zip(IDS, others, strict=True):
        said = "\n".join(texts(slide))
        assert own.say("source", book="", articles="", years="", sources="").split(":")[0] in said
        assert f"https://example.org/book/figures/{id}/" in said and "n = " in said


def test_bars_are_charts_whose_numbers_can_be_changed(made, seeds):
    _, bars, shares, *_ = opened(made["en"])
    chart = next(shape for shape in bars.shapes if shape.has_chart).chart
    series = {each.name: list(each.values) for each in chart.plots[0].series}
    data = get("who-is-heard").data(seeds)
    assert sum(n or 0 for values in series.values() for n in values) == data["n"].sum()
    assert series["with quoted words"][1] or sum(n or 0 for n in series["with quoted words"]) == data["quoted"].sum()
    assert "PERCENT" in str(next(shape for shape in shares.shapes if shape.has_chart).chart.chart_type) or \
        next(shape for shape in shares.shapes if shape.has_chart).chart.chart_type.name == "BAR_STACKED_100"


def test_matrices_and_tables_are_tables(made, seeds):
    slide = opened(made["en"])[3]
    table = next(shape for shape in slide.shapes if shape.has_table).table
    data = get("themes-by-article").data(seeds)
    assert len(table.rows) == 1 + data["code"].nunique() and len(table.columns) == 1 + data["group"].nunique()
    assert sum(int(cell.text or 0) for row in list(table.rows)[1:] for cell in list(row.cells)[1:]) == data["n"].sum()
    assert table.first_row
    overview = next(shape for shape in opened(made["en"])[5].shapes if shape.has_table).table
    assert [cell.text for cell in overview.rows[0].cells][:2] == ["Article", "Outlet"]


@pytest.mark.parametrize("language", ("en", "az", "ru"))
def test_everything_drawn_has_words_for_who_does_not_see_it(made, language):
    for slide in opened(made[language])[1:]:
        drawn = [shape for shape in slide.shapes if shape.has_chart or shape.has_table or shape.shape_type == 13]
        assert len(drawn) == 1
        about = drawn[0]._element.xpath(".//p:cNvPr")[0]
        assert len(about.get("descr")) > 20 and about.get("name") in IDS


def test_pictures_stay_sharp(made):
    with zipfile.ZipFile(io.BytesIO(made["en"])) as archive:
        names = archive.namelist()
        assert "ppt/media/prominence.svg" in names
        slide = next(name for name in names if name.startswith("ppt/slides/slide") and b"svgBlip" in archive.read(name))
        relations = archive.read(slide.replace("slides/", "slides/_rels/") + ".rels")
    assert b"prominence.svg" in relations


@pytest.mark.parametrize("language", ("en", "ru"))
def test_notes_tell_how_to_read_limits_method_and_data(made, seeds, language):
    own = labels.load(language)
    for id, slide in zip(IDS, opened(made[language])[1:], strict=True):
        notes = slide.notes_slide.notes_text_frame.text
        for part in (own.say("reading"), own.say("limits"), own.say("data"), f"figures/{id}.csv"):
            assert part in notes, (id, part)
        assert get(id).caption(seeds).split(".")[0] in notes
        assert get(id).method[:40] in notes
    heard = opened(made[language])[1].notes_slide.notes_text_frame.text
    assert re.search(r"^[^\t\n]+ \(\d+\)\t\d*\t\d*$", heard, re.MULTILINE)


def test_runs_carry_their_language(made):
    tags = {run.get("lang") for slide in opened(made["az"]) for run in slide._element.iter("{*}rPr")} - {None}
    assert tags == {"az-Latn-AZ", "en-GB"}


def test_the_same_input_gives_the_same_bytes(made, seeds, cited):
    assert make(seeds, cited, "ru") == made["ru"]


def test_nothing_stands_outside_its_slide(made):
    for language in made:
        presentation = Presentation(io.BytesIO(made[language]))
        for slide in presentation.slides:
            for shape in slide.shapes:
                assert shape.left >= 0 and shape.left + shape.width <= presentation.slide_width
                assert shape.top >= 0 and shape.top + shape.height <= presentation.slide_height


@pytest.mark.parametrize("language", ("en", "kk"))
def test_a_corpus_without_articles_says_so(nothing, cited, language):
    said = labels.load(language).say("empty") if language != "en" else "Nothing to show"
    _, *others = opened(make(nothing, cited, language))
    assert all(any(text.startswith(said) for text in texts(slide)) for slide in others) and len(others) == len(IDS)


def test_hostile_words_are_words_and_no_formula(evil, cited):
    blob = make(evil, cited, "en", ["who-is-heard", "voice-shares-by-article", "corpus-overview", "prominence"])
    books = 0
    with zipfile.ZipFile(io.BytesIO(blob)) as archive:
        for name in archive.namelist():
            part = archive.read(name)
            if name.endswith(".xlsx"):
                books += 1
                with zipfile.ZipFile(io.BytesIO(part)) as book:
                    assert all(b"<f>" not in book.read(each) for each in book.namelist())
                    assert b"=cmd|" in book.read("xl/sharedStrings.xml")
            elif name.endswith((".xml", ".rels", ".svg")):
                etree.fromstring(part)
    assert books == 2
    slide = opened(blob)[1]
    chart = next(shape for shape in slide.shapes if shape.has_chart).chart
    assert any("=cmd|'/C calc'!A0 <w:p/>&amp;{0}]]></a:t> ə" in name for name in chart.plots[0].categories)
