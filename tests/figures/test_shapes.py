"""The drawn marks say the numbers they were given."""

from __future__ import annotations

from itertools import combinations

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_rgb

from analysis.figures import get, places, shapes, style
from analysis.figures.canvas import Head

HEAD = Head("Title", "unit", "Source.")


def texts(picture) -> list[str]:
    return [t.get_text() for axes in picture.axes for t in axes.texts] + [t.get_text() for t in picture.texts]


def patches(picture):
    return [p for axes in picture.axes for p in axes.patches]


def inches(picture, artist) -> float:
    renderer = FigureCanvasAgg(picture).get_renderer()
    return artist.get_window_extent(renderer).width / picture.dpi


def test_bars_are_as_long_as_their_numbers():
    rows = [
        shapes.Row("a", [(12, "#0072B2", "12")], "12 in all"),
        shapes.Row("b", [(3, "#0072B2", ""), (6, "#D55E00", "6")], "9"),
        shapes.Row("none", [(0, "#0072B2", "")], "0"),
    ]
    picture = shapes.bars(HEAD, rows)
    long, short, second = (inches(picture, bar) for bar in patches(picture))
    assert long / short == pytest.approx(4, rel=0.02)
    assert second / short == pytest.approx(2, rel=0.02)
    assert {"12 in all", "9", "0", "a", "b", "none"} <= set(texts(picture))


def test_a_whole_bar_is_the_length_of_one():
    picture = shapes.bars(
        HEAD, [shapes.Row("a", [(0.25, "#0072B2", "")]), shapes.Row("b", [(1, "#0072B2", "")])], whole=1.0
    )
    quarter, full = (inches(picture, bar) for bar in patches(picture))
    assert quarter / full == pytest.approx(0.25, rel=0.02)


def test_words_behind_the_longest_bar_stay_on_the_sheet():
    with style.applied():
        rows = [shapes.Row("a", [(500, "#0072B2", "500")], "500 of 501 sentences in 17 articles")]
        picture = shapes.bars(HEAD, rows)
        renderer = FigureCanvasAgg(picture).get_renderer()
        right = max(t.get_window_extent(renderer).x1 for axes in picture.axes for t in axes.texts)
    assert right <= picture.bbox.width


def test_a_number_that_does_not_fit_its_part_is_left_out():
    picture = shapes.bars(HEAD, [shapes.Row("a", [(1, "#0072B2", "1"), (999, "#D55E00", "999")])])
    assert "999" in texts(picture)
    assert "1" not in texts(picture)


def test_matrix_prints_every_number_and_darkens_with_it():
    picture = shapes.matrix(
        HEAD, ["r1", "r2"], ["c1", "c2"], [["1", "8"], ["", "4"]], [[0.2, 1], [0, 0.6]], colours="#0072B2"
    )
    assert {"1", "8", "4"} <= set(texts(picture))
    grounds = [sum(to_rgb(p.get_facecolor())) for p in patches(picture)]
    assert len(grounds) == 4
    assert grounds[1] < grounds[3] < grounds[0] < grounds[2] == 3.0


def test_cells_that_do_not_exist_are_not_drawn():
    picture = shapes.matrix(
        HEAD, ["r1", "r2"], ["c1", "c2"], [["1", "1"]] * 2, [[1, 1]] * 2, colours="#0072B2", blank=lambda i, j: j > i
    )
    assert len(patches(picture)) == 3


def test_column_labels_lie_flat_where_they_fit_and_lean_where_not():
    assert shapes.column_labels(["2019", "2020"], 3.0)[1] == 0
    many, slope, cell, _ = shapes.column_labels(["Diaspora and communities"] * 12, 3.2)
    assert slope > 0
    assert len(many) * cell <= 3.2


@pytest.mark.parametrize("count", [1, 5, 12, 16])
def test_leaning_labels_end_on_the_sheet(count):
    picture = shapes.matrix(
        HEAD,
        ["Row"],
        ["Interparliamentary Commission on Trade"] * count,
        [["1"] * count],
        [[1] * count],
        colours="#0072B2",
    )
    renderer = FigureCanvasAgg(picture).get_renderer()
    assert all(t.get_window_extent(renderer).x1 <= picture.bbox.width + 1 for t in picture.texts)


def test_dots_stand_at_their_values():
    picture = shapes.dots(
        HEAD, ["a", "b"], [[(2.0, "#0072B2", "")], [(-1.0, "#D55E00", "x")]], span=(-2, 2), ticks=[(0, "0")], zero=0
    )
    axes = picture.axes[0]
    marks = [line for line in axes.lines if line.get_marker() == "o"]
    assert [float(line.get_xdata()[0]) for line in marks] == [2.0, -1.0]
    assert axes.get_xlim()[0] < -1 and axes.get_xlim()[1] > 2


def test_strokes_stand_where_the_mentions_are():
    picture = places.strips(HEAD, ["a"], ["1", "2"], {(0, 0): [0.0, 1.0], (0, 1): [0.5]}, colours=["#0072B2"])
    drawn = sorted(float(s[0][0]) for c in picture.axes[0].collections for s in c.get_segments())
    assert 0 < drawn[0] < drawn[1] < 1 < drawn[2] < 2
    assert drawn[2] == pytest.approx(1.5)


def test_timeline_tells_sure_dates_from_inferred_ones():
    rows = [
        ("a", (2019.5, 2019.5), True, "#0072B2", "x"),
        ("b", (2020.0, 2020.1), False, "#0072B2", "y"),
        ("c", None, False, "#0072B2", "no date known"),
    ]
    picture = places.timeline(HEAD, rows, span=(2019, 2021), ticks=[(2019, "2019")])
    marks = [line for line in picture.axes[0].lines if line.get_marker() == "o"]
    assert [line.get_markerfacecolor() for line in marks] == ["#0072B2", style.CARD]
    assert [float(line.get_xdata()[0]) for line in marks] == pytest.approx([2019.5, 2020.05])
    assert "no date known" in texts(picture)


WORDS = {"Қазақстан": 49, "Azərbaycan": 36, "dostluq": 9, "visit": 4, "State Committee on Work with Diaspora": 4} | {
    f"word{i}": 1 for i in range(25)
}


def test_type_grows_with_the_square_root_of_the_count():
    sizes = places.sizes(sorted(WORDS.items()), 4.9)
    low, high = sizes["word1"], sizes["Қазақстан"]
    for word, count in WORDS.items():
        assert sizes[word] == pytest.approx(low + (high - low) * (count**0.5 - 1) / 6, abs=1)
    assert low >= 9.5 * 100 / 72


@pytest.mark.parametrize("id", ["entity-cloud", "theme-vocabulary-cloud-en", "theme-vocabulary-cloud-az"])
def test_no_word_of_a_cloud_of_the_book_touches_another(seeds, id):
    picture = get(id).draw(seeds)
    FigureCanvasAgg(picture).draw()
    inked = {p.get_gid(): p.get_path().transformed(p.get_transform()) for p in patches(picture) if p.get_gid()}
    assert len(inked) > 20
    assert not [(a, b) for a, b in combinations(inked, 2) if inked[a].intersects_path(inked[b])]


def test_every_word_of_a_cloud_is_placed_in_its_size_without_touching_another():
    placed, tall = places.layout(tuple(sorted(WORDS.items(), key=lambda p: (-p[1], p[0]))), 4.9)
    assert {word for word, *_ in placed} == set(WORDS)
    due = places.sizes(sorted(WORDS.items()), 4.9)
    assert all(abs(size - due[word]) <= 1 for word, size, *_ in placed)
    picture = places.cloud(HEAD, WORDS, {})
    renderer = FigureCanvasAgg(picture).get_renderer()
    inked = [p.get_path().transformed(p.get_transform()) for p in patches(picture)]
    assert len(inked) == len(WORDS)
    edge = picture.axes[0].get_window_extent(renderer)
    for i, ink in enumerate(inked):
        box = ink.get_extents()
        assert edge.x0 - 1 <= box.x0 and box.x1 <= edge.x1 + 1 and edge.y0 - 1 <= box.y0 and box.y1 <= edge.y1 + 1
        assert not any(ink.intersects_path(other) for other in inked[i + 1 :])
