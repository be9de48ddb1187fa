"""Downloaded chapters show their figures without the book, and are the same in every build."""

from __future__ import annotations

import json
from pathlib import Path

import nbformat
import pytest
from bs4 import BeautifulSoup
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from analysis.site.notebooks import stand_alone

PICTURE = "<svg>қ</svg>"


@pytest.fixture
def figures(tmp_path: Path) -> Path:
    words = {"title": "People", "caption": "Who & <b>what</b>.", "source": "Source: here."}
    (tmp_path / "people.json").write_text(json.dumps(words))
    (tmp_path / "people.svg").write_text(PICTURE, encoding="utf-8")
    table = words | {"columns": ["Who", "<i>n</i>"], "rows": [["Əliyev <script>", "7"]]}
    (tmp_path / "counts.json").write_text(json.dumps(table))
    return tmp_path


def notebook(*answers: dict[str, str]) -> nbformat.NotebookNode:
    outputs = [new_output("display_data", data=answer) for answer in answers]
    return new_notebook(cells=[new_markdown_cell("# Title"), new_code_cell("b.show()", outputs=outputs)])


def test_picture_takes_the_place_of_the_directive(figures: Path) -> None:
    chapter = notebook({"text/markdown": "```{corpus-figure} people\n```"})
    stand_alone(chapter, figures)
    nbformat.validate(chapter)
    data = chapter.cells[1].outputs[0].data
    assert data["image/svg+xml"] == PICTURE
    assert data["text/plain"] == "People. Who & <b>what</b>. Source: here."
    assert "text/markdown" not in data


def test_table_is_html_with_everything_escaped(figures: Path) -> None:
    chapter = notebook({"text/markdown": "```{corpus-table} counts\n```"})
    stand_alone(chapter, figures)
    soup = BeautifulSoup(chapter.cells[1].outputs[0].data["text/html"], "html.parser")
    assert [cell.text for cell in soup.find_all(["th", "td"])] == ["Who", "<i>n</i>", "Əliyev <script>", "7"]
    assert not soup.find_all(["b", "i", "script"])


def test_other_answers_stay(figures: Path) -> None:
    chapter = notebook({"text/html": "<p>word</p>"}, {"text/markdown": "a ```{corpus-figure} x```"})
    before = [dict(output.data) for output in chapter.cells[1].outputs]
    stand_alone(chapter, figures)
    assert [dict(output.data) for output in chapter.cells[1].outputs] == before


def test_cells_have_the_same_ids_in_every_build(figures: Path) -> None:
    first, second = notebook(), notebook()
    for chapter in (first, second):
        stand_alone(chapter, figures)
    assert [cell.id for cell in first.cells] == [cell.id for cell in second.cells]
    assert len({cell.id for cell in first.cells}) == 2
