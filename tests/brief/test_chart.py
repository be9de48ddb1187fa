"""Charts read back from pictures hold what the evidence counts, and are drawn again in other words."""

from __future__ import annotations

import pytest
from matplotlib.colors import to_rgb

from analysis.brief import chart, labels
from analysis.figures import all_figures, get, style
from analysis.figures.canvas import Head
from analysis.measure.evidence import counts

KINDS = {"who-is-heard": "bars", "people-mentioned": "bars", "voice-shares-by-article": "shares",
         "tone-by-speaker": "shares", "themes-by-article": "matrix", "relation-vocabulary": "matrix",
         "co-occurrence": "matrix", "prominence": None, "dispersion": None, "entity-cloud": None,
         "distinctive-words": None, "corpus-timeline": None}


def read(id, tables):
    figure = get(id)
    return chart.read(figure.draw(tables), figure.content(tables))


@pytest.mark.parametrize("id, kind", KINDS.items())
def test_the_kind_of_a_picture_is_recognised(seeds, id, kind):
    found = read(id, seeds)
    assert (found and found.kind) == kind


def test_every_chart_holds_exactly_the_counts_of_its_evidence(seeds):
    seen = 0
    for figure in all_figures():
        content = figure.content(seeds)
        found = content.draw and not content.empty and chart.read(figure.draw(seeds), content)
        if not found:
            continue
        seen += 1
        shown = {(row, column): cell[0] for row, own in zip(found.rows, found.cells, strict=True)
                 for column, cell in zip(found.columns, own, strict=True) if cell and cell[0]}
        assert shown == counts(content.evidence), figure.id
    assert seen >= 15


def test_rows_and_columns_without_a_mark_are_kept(seeds):
    found = read("themes-by-article", seeds)
    data = get("themes-by-article").data(seeds)
    assert len(found.rows) == data["code"].nunique()
    empty = [row for row, own in zip(found.rows, found.counts(), strict=True) if not any(own)]
    unsaid = data.groupby("code_label")["n"].sum()
    assert {name.lower() for name in empty} == {name.lower() for name in unsaid[unsaid == 0].index}


def test_sizes_are_the_denominators(seeds):
    found, data = read("themes-by-year", seeds), get("themes-by-year").data(seeds)
    of = dict(data[["label", "of"]].itertuples(index=False, name=None))
    assert {name: found.sizes[name] for name in found.columns} == {str(name): n for name, n in of.items()}
    shares = read("voice-shares-by-article", seeds)
    assert sum(shares.sizes.values()) == len(seeds.sentences)


def test_a_picture_is_drawn_again_in_other_words(seeds):
    ru = labels.load("ru")
    for id in ("who-is-heard", "voice-shares-by-article", "themes-by-article"):
        found = read(id, seeds)
        with style.applied(id):
            again = chart.draw(found, Head("Заголовок"), lambda words: ru.label(words).text)
        texts = [text.get_text().replace("\n", " ") for text in again.texts]
        assert "Заголовок" in texts
        assert any("Политический диалог" in text or "Новруз Мамедов" in text or "сторона: Казахстан" in text
                   for text in texts)
        assert not {"Political dialogue", "Novruz Mammadov", "Kazakhstan's side"} & set(texts)
        assert again.get_size_inches()[0] == style.WIDTH


def test_shades_are_kept_when_a_matrix_is_drawn_again(seeds):
    found = read("themes-by-article", seeds)
    with style.applied("x"):
        again = chart.draw(found, Head(""), str)
    colours = [to_rgb(patch[4]) for patch in chart._patches(again)]
    for shade in {to_rgb(cell[1]) for row in found.cells for cell in row if cell}:
        assert min(max(abs(a - b) for a, b in zip(shade, other, strict=True)) for other in colours) < 2 / 255


def test_what_has_no_marks_is_no_chart(nothing):
    figure = get("who-is-heard")
    assert chart.read(figure.draw(nothing), figure.content(nothing)) is None
