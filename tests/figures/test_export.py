from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from analysis.errors import InputError
from analysis.figures import export, get, pinned

HERE = Path(__file__).parent
ENDINGS = ("csv", "json", "pdf", "png", "print.png", "svg", "evidence.csv")
SOME = ["tone-by-article", "entity-cloud", "claims", "dispersion", "corpus-timeline"]


@pytest.fixture(scope="module")
def folder(seeds, tmp_path_factory):
    folder = tmp_path_factory.mktemp("book") / "_build" / "figures"
    export.export_all(seeds, folder)
    return folder


def test_every_figure_has_its_files(folder):
    for id in pinned():
        endings = ("csv", "json") if get(id).kind == "table" else ("csv", "json", "pdf", "png", "print.png", "svg")
        assert all((folder / f"{id}.{ending}").stat().st_size for ending in endings)
    named = {f"{id}.{end}" for id in pinned() for end in ENDINGS}
    assert {path.name for path in folder.iterdir()} <= named | {"manifest.json"}


def test_metadata_says_what_a_page_needs(folder, seeds):
    for id in pinned():
        about = json.loads((folder / f"{id}.json").read_text(encoding="utf-8"))
        wanted = {
            "id",
            "kind",
            "title",
            "caption",
            "alt",
            "source",
            "n",
            "unit",
            "method",
            "function",
            "data_digest",
            "empty",
            "evidence",
        }
        wanted |= (
            {"columns", "rows", "numeric", "row_headers"} if about["kind"] == "table" else {"width", "height", "marks"}
        )
        assert set(about) == wanted
        assert about["data_digest"] == hashlib.sha256((folder / f"{id}.csv").read_bytes()).hexdigest()
        assert (about["caption"], about["alt"]) == (get(id).caption(seeds), get(id).alt(seeds))
        if about["kind"] == "table":
            assert all(len(row) == len(about["columns"]) == len(about["numeric"]) for row in about["rows"])
            assert all(isinstance(cell, str) for row in about["rows"] for cell in row)


def test_csv_holds_the_data(folder, seeds):
    rows = list(csv.DictReader(io.StringIO((folder / "who-is-heard.csv").read_text(encoding="utf-8"))))
    data = get("who-is-heard").data(seeds)
    assert [(row["speaker"], int(row["n"])) for row in rows] == list(zip(data["speaker"], data["n"], strict=True))


def test_pictures_have_the_sizes_that_are_told(folder):
    for id in ("tone-by-article", "themes-by-article"):
        about = json.loads((folder / f"{id}.json").read_text(encoding="utf-8"))
        with Image.open(folder / f"{id}.png") as picture:
            assert picture.size[0] == 1560
            assert picture.size[1] / picture.size[0] == pytest.approx(about["height"] / about["width"], abs=0.01)
        svg = (folder / f"{id}.svg").read_text(encoding="utf-8")
        assert "<text" not in svg, "letters are outlines, so that they look the same everywhere"
        assert "<title>" in svg and "<dc:date>" not in svg


def test_manifest_lists_every_file(folder):
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    listed = {name for figure in manifest["figures"] for name in figure["files"]}
    assert listed | {"manifest.json"} == {path.name for path in folder.iterdir()}
    assert [figure["id"] for figure in manifest["figures"]] == pinned()


def test_two_runs_give_the_same_bytes(tmp_path):
    code = (
        "import importlib.util, sys\n"
        "spec = importlib.util.spec_from_file_location('made', sys.argv[1])\n"
        "made = importlib.util.module_from_spec(spec); spec.loader.exec_module(made)\n"
        "from analysis.figures.export import export_all\n"
        "export_all(made.gold(), sys.argv[2], ids=sys.argv[3:], dpi=100)\n"
    )
    for run in ("1", "2"):
        environment = os.environ | {"PYTHONHASHSEED": run}
        subprocess.run(
            [sys.executable, "-c", code, HERE / "conftest.py", tmp_path / run, *SOME], check=True, env=environment
        )
    first = {path.name: path.read_bytes() for path in (tmp_path / "1").iterdir()}
    assert first == {path.name: path.read_bytes() for path in (tmp_path / "2").iterdir()}
    assert len(first) >= 4 * 4 + 2 + 1


def test_files_of_dropped_figures_go_and_others_stay(tmp_path, seeds):
    export.export_all(seeds, tmp_path, ids=["claims", "tone-by-article"], dpi=50)
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    export.export_all(seeds, tmp_path, ids=["claims"], dpi=50)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "claims.csv",
        "claims.evidence.csv",
        "claims.json",
        "manifest.json",
        "notes.txt",
    ]


def test_a_file_that_does_not_change_is_not_touched(tmp_path, seeds):
    export.export_all(seeds, tmp_path, ids=["claims"], dpi=50)
    os.utime(tmp_path / "claims.csv", (1, 1))
    export.export_all(seeds, tmp_path, ids=["claims"], dpi=50)
    assert (tmp_path / "claims.csv").stat().st_mtime == 1


def test_a_failing_write_leaves_the_old_file_whole(tmp_path, monkeypatch):
    path = tmp_path / "a.csv"
    export.write(path, b"old")

    def fail(*_):
        raise OSError("disk full")

    monkeypatch.setattr(export.os, "replace", fail)
    with pytest.raises(OSError, match="disk full"):
        export.write(path, b"new")
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.csv"]


def test_a_folder_that_cannot_be_made_is_told(tmp_path, seeds):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(InputError, match="cannot be written"):
        export.export_all(seeds, tmp_path / "file" / "figures", ids=["claims"])


def test_an_unknown_id_is_told_before_anything_is_written(tmp_path, seeds):
    with pytest.raises(InputError, match="claims"):
        export.export_all(seeds, tmp_path / "new", ids=["claim"])
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1234, "1,234"),
        (0.5, "0.5"),
        (2.0, "2"),
        (1500000.0, "1,500,000"),
        (None, ""),
        (float("nan"), ""),
        (True, "yes"),
        ("x", "x"),
    ],
)
def test_cells_of_tables_are_text(value, text):
    assert export.cell(value) == text
