"""The data package: everything described, what is said of a file true, the same bytes every time, all or nothing."""

from __future__ import annotations

import csv
import hashlib
import importlib.util
import io
import json
import re
import sys
import zipfile
from pathlib import Path

import pandas as pd
import pytest

from analysis import citing, cli, datapackage, exchange, tables
from analysis.errors import InputError
from analysis.figures import pinned
from analysis.figures.export import EVIDENCE
from analysis.knowledge import codebook, columns

HERE = Path(__file__).parent
CITED = citing.Citation("A book: of two parts", ("Somebody", "Somebody Else"), "1.2.3", "2026-01-02",
                        "https://example.org/book/")


def corpora():
    """The made-up corpora of the figures' tests."""
    spec = importlib.util.spec_from_file_location("corpora_of_figures", HERE / "figures" / "conftest.py")
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


@pytest.fixture(scope="module")
def gold() -> tables.Tables:
    return corpora().gold()


@pytest.fixture(scope="module")
def folder(gold: tables.Tables, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data") / "package"
    datapackage.write_package(gold, CITED, folder)
    return folder


@pytest.fixture(scope="module")
def about(folder: Path) -> dict:
    return json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))


# ── described ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("corpus", ["gold", "one", "empty"])
def test_every_column_is_described_and_every_number_has_a_unit(corpus: str, gold: tables.Tables) -> None:
    t = gold if corpus == "gold" else corpora().made(1, people=3) if corpus == "one" else tables.from_records([])
    for one in datapackage.resources(t):
        for field in one.schema["fields"]:
            place = f"{one.name}: {field['name']} (describe it in analysis/knowledge/columns.yaml)"
            assert field.get("description"), place
            if one.name in tables.COLUMNS or len(one.rows):
                assert ("unit" in field) == (field["type"] in ("integer", "number")), place


def test_every_table_and_figure_is_in_the_package(about: dict) -> None:
    names = [one["name"] for one in about["resources"]]
    assert names == [*tables.COLUMNS, "evidence", *(f"figure-{id}" for id in pinned())]


def test_what_is_described_exists() -> None:
    described = columns.load()
    assert set(described.tables) == {*tables.COLUMNS, "evidence"}
    known = {*tables.COLUMNS, "evidence", *pinned()}
    assert {where for where, _ in described.columns} - {""} <= known
    for id, table in described.tables.items():
        own = set(tables.COLUMNS.get(id, ("figure", *EVIDENCE)))
        assert {*table.key, *(name for one in table.refers for name in one.columns)} <= own
        assert all(len(one.columns) == len(described.tables[one.to].key) > 0 for one in table.refers)


def test_allowed_values_are_those_of_the_exchange_format() -> None:
    said = {(table, name): described.values for (table, name), described in columns.load().columns.items()
            if described.values}
    assert said == {("articles", "language"): ["en", "az", "ru", "kk", "tr"], ("sentences", "tone"): [-1, 0, 1],
                    ("mentions", "type"): list(exchange.TYPES), ("entities", "type"): list(exchange.TYPES),
                    ("mentions", "kind"): list(exchange.KINDS), ("codes", "axis"): list(exchange.AXES),
                    ("figures_quoted", "qualifier"): list(exchange.QUALIFIERS)}
    assert set(exchange.AXES) == set(codebook.CODES)


def test_a_column_described_twice_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "tables.yaml").write_text("", encoding="utf-8")
    (tmp_path / "columns.yaml").write_text("- {name: n, description: one}\n- {name: n, description: two}\n",
                                           encoding="utf-8")
    with pytest.raises(InputError, match=r"line 2: the column is described twice.*“n”"):
        columns.load(tmp_path)


# ── true ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_frictionless_finds_nothing_wrong(folder: Path) -> None:
    import frictionless

    report = frictionless.validate(str(folder / "datapackage.json"))
    assert report.valid, report.flatten(["name", "type", "message"])[:5]


def test_every_file_has_the_size_and_digest_that_are_told(folder: Path, about: dict) -> None:
    told = {one["path"]: one for entry in about["resources"] for one in (entry, *entry["alternates"])}
    for path, one in told.items():
        content = (folder / path).read_bytes()
        assert (one["bytes"], one["hash"]) == (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}")
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert found == {*told, "datapackage.json", "README.md", "a-book-data.zip"}


def cast(value: str, kind: str) -> object:
    if value == "":
        return None
    return {"string": str, "integer": int, "number": float, "boolean": {"True": True, "False": False}.get}[kind](value)


def test_each_file_read_by_its_schema_is_the_table(folder: Path, about: dict, gold: tables.Tables) -> None:
    made = {one.name: one for one in datapackage.resources(gold)}
    for entry in about["resources"]:
        with open(folder / entry["path"], encoding="utf-8", newline="") as lines:
            header, *rows = csv.reader(lines)
        fields = entry["schema"]["fields"]
        assert header == [field["name"] for field in fields] and len(rows) == entry["rows"]
        table = made[entry["name"]].rows
        parquet = pd.read_parquet(folder / entry["alternates"][0]["path"])
        for place, field in enumerate(fields):
            wanted = [None if pd.isna(value) or value == "" else value for value in table[field["name"]]]
            got = [cast(row[place], field["type"]) for row in rows]
            same = [None if pd.isna(value) else value for value in parquet[field["name"]]]
            if field["type"] == "number":
                wanted, got, same = ([None if v is None else pytest.approx(v) for v in wanted], got, same)
            if field["type"] == "string":
                wanted = [None if value is None else str(value) for value in wanted]
            assert got == wanted and same == wanted, (entry["name"], field["name"])


def test_rows_are_named_and_refer_as_told_and_values_are_allowed(folder: Path, about: dict) -> None:
    rows = {}
    for entry in about["resources"]:
        with open(folder / entry["path"], encoding="utf-8", newline="") as lines:
            rows[entry["name"]] = list(csv.DictReader(lines))
    for entry in about["resources"]:
        schema, own = entry["schema"], rows[entry["name"]]
        keys = [tuple(row[name] for name in schema.get("primaryKey", ())) for row in own]
        assert not schema.get("primaryKey") or len(set(keys)) == len(keys), entry["name"]
        for reference in schema.get("foreignKeys", ()):
            there = {tuple(row[name] for name in reference["reference"]["fields"])
                     for row in rows[reference["reference"]["resource"]]}
            assert {tuple(row[name] for name in reference["fields"]) for row in own} <= there, entry["name"]
        for field in schema["fields"]:
            limits = field.get("constraints", {})
            for row in own:
                value = row[field["name"]]
                assert value or not limits.get("required"), (entry["name"], field["name"], row)
                if value:
                    assert cast(value, field["type"]) in limits.get("enum", [cast(value, field["type"])])
                    assert re.fullmatch(limits.get("pattern", "(?s:.*)"), value)
                    assert "minimum" not in limits or float(value) >= limits["minimum"]


def test_words_of_the_articles_are_under_no_licence_and_their_sources_are_named(about: dict, gold) -> None:
    closed = {one["name"] for one in about["resources"] if any(x["name"] == "other-closed" for x in one["licenses"])}
    for one in about["resources"]:
        held = {field["name"] for field in one["schema"]["fields"]}
        if {"text", "sentence_text"} & held and one["name"] != "figure-same-event":
            assert one["name"] in closed, one["name"]
    assert not {"voices", "entities", "figure-themes-by-article"} & closed
    assert len(about["sources"]) == len(gold.articles)
    assert all(source["path"].startswith("https://") for source in about["sources"] if "path" in source)


def test_a_book_of_somebody_else_is_named_after_it(about: dict) -> None:
    assert (about["name"], about["version"], about["homepage"]) == ("a-book-data", "1.2.3", CITED.url)
    assert [one["title"] for one in about["contributors"]] == list(CITED.authors)


# ── formulas ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_cells_that_look_like_formulas_stay_as_they_are_and_are_counted() -> None:
    rows = pd.DataFrame({"text": ["=1+1", "@x", "-dash", "+994 12", "-1", "+2.5", "plain", None], "n": [-1] * 8})
    schema = {"fields": [{"name": "text", "type": "string"}, {"name": "n", "type": "integer"}]}
    one = datapackage.Resource("x", "x", "x", "x", rows, schema, True)
    assert one.formulas() == 4                  # a number alone is a number to a spreadsheet too
    assert [row["text"] for row in csv.DictReader(io.StringIO(one.csv().decode()))][:2] == ["=1+1", "@x"]
    said = {"title": "x", "version": "1", "homepage": "x", "resources": [], "corpus": {"articles": 1, "digest": "0"}}
    assert "4 such cells begin so" in datapackage.readme(said, 4)
    assert "no cell begins so" in datapackage.readme(said, 0)


# ── the same every time ───────────────────────────────────────────────────────────────────────────────────────────────


def test_the_archive_holds_all_files_and_no_date(folder: Path) -> None:
    with zipfile.ZipFile(folder / "a-book-data.zip") as zipped:
        assert zipped.testzip() is None
        assert {one.date_time for one in zipped.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        inside = {one.filename: zipped.read(one) for one in zipped.infolist()}
    outside = {f"a-book-data/{path.relative_to(folder).as_posix()}": path.read_bytes()
               for path in folder.rglob("*") if path.is_file() and path.suffix != ".zip"}
    assert inside == outside


# ── all or nothing ────────────────────────────────────────────────────────────────────────────────────────────────────


def call(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str]:
    monkeypatch.setattr(sys, "argv", ["analysis", "data", *map(str, words)])
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    return stopped.value.code or 0, capsys.readouterr().err


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch, gold: tables.Tables) -> None:
    monkeypatch.setattr("analysis.pipeline.load", lambda root: gold)


def test_the_command_writes_the_package(loaded, monkeypatch, capsys, tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()                  # an empty folder will do
    status, said = call(monkeypatch, capsys, "--output", tmp_path / "new")
    assert status == 0 and f"tables → {tmp_path / 'new'}" in said
    about = json.loads((tmp_path / "new" / "datapackage.json").read_text(encoding="utf-8"))
    assert about["name"] == "across-the-caspian-data"
    assert (tmp_path / "new" / "across-the-caspian-data.zip").is_file()


def test_a_folder_with_something_in_it_is_left_alone(loaded, monkeypatch, capsys, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    status, said = call(monkeypatch, capsys, "--output", tmp_path)
    assert status == 1 and "exists and is not empty. Name a new folder" in said
    status, said = call(monkeypatch, capsys, "--output", tmp_path / "mine.txt")
    assert status == 1 and "is a file" in said
    status, said = call(monkeypatch, capsys, "--output", tmp_path / "no" / "such")
    assert status == 1 and "does not exist" in said
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_nothing_is_left_of_a_package_that_could_not_be_written(gold, monkeypatch, tmp_path: Path) -> None:
    def full(self: Path, content: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(InputError, match="No space left"):
        datapackage.write_package(gold, CITED, tmp_path / "new")
    assert not list(tmp_path.iterdir())
