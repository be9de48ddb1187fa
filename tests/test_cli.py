"""The command line: what it writes, and one clear message for every mistake."""

import itertools
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from analysis import __version__, cli
from analysis.errors import InputError
from analysis.exchange import read_jsonl

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
_HASHES = itertools.count(1)  # every run orders its sets in another way; what is written must not show it


def run(*words, stdin=b""):
    """The command line as a user starts it."""
    done = subprocess.run(
        [sys.executable, "-m", "analysis", *map(str, words)],
        input=stdin,
        capture_output=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONHASHSEED": str(next(_HASHES))},
    )
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


@pytest.fixture
def call(monkeypatch, capsys):
    """The command line inside this process, where everything it needs is loaded only once."""

    def inside(*words):
        monkeypatch.setattr(sys, "argv", ["analysis", *map(str, words)])
        with pytest.raises(SystemExit) as stopped:
            cli.main()
        out, err = capsys.readouterr()
        return stopped.value.code or 0, out, err

    return inside


@pytest.fixture(scope="module")
def annotated(tmp_path_factory):
    file = tmp_path_factory.mktemp("out") / "seeds.jsonl"
    status, out, err = run("annotate", SEEDS, "--output", file)
    assert (status, out) == (0, "") and "5 articles" in err
    return file


def test_help_teaches_and_imports_nothing_heavy():
    code = (
        "import sys; from analysis.cli import app; sys.argv = ['analysis', '--help']\n"
        "try: app()\nexcept SystemExit: pass\n"
        "print([m for m in ('spacy', 'pandas', 'matplotlib', 'numpy', 'babel', 'pydantic') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", cwd=ROOT)
    assert "Examples:" in done.stdout and done.stdout.endswith("[]\n")


@pytest.mark.parametrize("command", ["annotate", "align", "book", "evaluate", "data"])
def test_each_command_shows_an_example(command):
    shown = CliRunner().invoke(cli.app, [command, "--help"])
    assert shown.exit_code == 0 and f"python -m analysis {command}" in shown.output


def test_version():
    assert __version__ in CliRunner().invoke(cli.app, ["--version"]).output


def test_annotations_are_in_the_format_and_in_order(annotated):
    records = list(read_jsonl(annotated))
    assert [record["id"] for record in records] == sorted(path.stem for path in SEEDS.glob("*.txt"))
    for record in records:
        assert record["text"] == (SEEDS / f"{record['id']}.txt").read_bytes().decode("utf-8")
        assert record["sentences"] and record["mentions"] and record["boilerplate"] is not None
        assert all(len(item) == 3 for item in record["boilerplate"])
    assert [record["language"] for record in records] == ["en", "az", "en", "en", "en"]
    assert [record["date"] for record in records] == [
        "2020-01-31",
        "2020-01",
        "2023-04-12",
        "2019-07-03",
        "2024-03-11",
    ]
    assert records[0]["outlet"] == "AzerNews" and records[0]["author"] == "Rasana Gasimova"


def test_twice_is_the_same_byte_for_byte(annotated, tmp_path):
    assert run("annotate", SEEDS, "-o", tmp_path / "again.jsonl")[0] == 0
    assert (tmp_path / "again.jsonl").read_bytes() == annotated.read_bytes()


def test_json_lines_from_standard_input_to_standard_output(annotated):
    lines = [
        {"id": f"{number}/ə", "text": record["text"], "date": record["date"]}
        for number, record in enumerate(read_jsonl(annotated))
    ][::-1]
    status, out, err = run("annotate", "-", stdin="\n".join(json.dumps(line) for line in lines).encode())
    records = [json.loads(line) for line in out.splitlines()]
    assert status == 0 and err == "" and [record["id"] for record in records] == [line["id"] for line in lines]
    alone = {record["text"]: record["sentences"] for record in read_jsonl(annotated)}
    assert all(record["sentences"] == alone[record["text"]] for record in records)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, ("in.txt: no such file or folder", "Check the path")),
        ("один".encode("cp1251"), ("in.txt, line 1: not UTF-8", "Save the file as UTF-8")),
        (b"\n", ("in.txt: the file is empty",)),
        (
            "Les ministres se sont rencontrés lundi à Bakou pour discuter du transit.".encode(),
            ("in.txt", "in no language that is known here", "English", "Azerbaijani", "Russian", "Kazakh", "Turkish"),
        ),
    ],
)
def test_a_mistake_is_one_message_and_status_1(call, tmp_path, content, words):
    file, out = tmp_path / "in.txt", tmp_path / "out.jsonl"
    if content is not None:
        file.write_bytes(content)
    status, stdout, err = call("annotate", SEEDS, file, "--output", out)
    assert status == 1 and stdout == "" and not out.exists() and os.listdir(tmp_path) in ([], ["in.txt"])
    assert err.startswith("Error: ") and err.count("\n") == 1 and "Traceback" not in err
    assert all(word in err for word in words)


def test_unknown_language_in_json_lines_names_the_line(call, tmp_path):
    file = tmp_path / "in.jsonl"
    good = {"id": "a", "text": "The ministers met in Baku on Monday and discussed the transit of goods."}
    bad = {"id": "b", "text": "Die Minister trafen sich am Montag in Baku und berieten über den Transit."}
    file.write_text(f"{json.dumps(good)}\n{json.dumps(bad)}\n", encoding="utf-8")
    status, _, err = call("annotate", file, "-o", tmp_path / "out.jsonl")
    assert status == 1 and "in.jsonl, line 2: " in err and "“b”" in err and not (tmp_path / "out.jsonl").exists()


def test_reader_that_stops_early_is_no_error():
    done = subprocess.run(
        f'"{sys.executable}" -m analysis annotate seeds | head -c 100', shell=True, capture_output=True, cwd=ROOT
    )
    assert len(done.stdout) == 100 and b"Traceback" not in done.stderr and b"rror" not in done.stderr


def test_evaluate_annotates_gold_or_scores_what_is_given(call, tmp_path):
    status, out, _ = call(
        "evaluate", SEEDS / "gold.jsonl", "--by", "language", "--json", "--output", tmp_path / "out.jsonl"
    )
    scores = json.loads(out)
    assert status == 0 and list(scores) == ["all", "en", "az"]
    assert scores["all"]["boilerplate"] == 1 and scores["all"]["sentence-ends"] == 1
    ours = list(read_jsonl(tmp_path / "out.jsonl"))
    assert [record["id"] for record in ours] == [record["id"] for record in read_jsonl(SEEDS / "gold.jsonl")]
    assert all(record["outlet"] is None for record in ours)  # gold's own fields were not looked at
    status, out, _ = call("evaluate", SEEDS / "gold.jsonl", tmp_path / "out.jsonl", "--json")
    assert json.loads(out)["all"] == scores["all"]


def test_evaluate_shows_a_table(call):
    status, out, _ = call("evaluate", SEEDS / "gold.jsonl", SEEDS / "gold.jsonl", "--by", "language")
    assert status == 0 and "5 articles of gold" in out
    row = next(line.split() for line in out.splitlines() if "mention:name" in line)
    assert row == ["mention:name", "1.000", "172", "1.000", "128", "1.000", "44"]
    assert "themes=energy" not in out
    assert "themes=energy" in call("evaluate", SEEDS / "gold.jsonl", SEEDS / "gold.jsonl", "--full")[1]


def test_evaluate_refuses_what_is_no_gold(call):
    status, _, err = call("evaluate", SEEDS / "catalogue.csv")
    assert status == 1 and "catalogue.csv, line 1: no valid JSON" in err
    status, _, err = call("evaluate", SEEDS / "gold.jsonl", "--by", "mood")
    assert status == 1 and "no article has a field “mood”" in err


def test_book_passes_on_what_the_builder_says(monkeypatch, tmp_path, capsys):
    import analysis.build

    built = []
    monkeypatch.setattr(
        analysis.build,
        "build_book",
        lambda root, *, verbose: built.append((root, verbose)) or tmp_path / "index.html",
    )
    shown = CliRunner().invoke(cli.app, ["book", "--root", str(tmp_path), "-v"])
    assert (
        shown.exit_code == 0 and shown.output.strip() == str(tmp_path / "index.html") and built == [(tmp_path, True)]
    )

    def fail(root, *, verbose):
        raise InputError("a chapter fails", file="book/x.md", line=3, remedy="Mend it")

    monkeypatch.setattr(analysis.build, "build_book", fail)
    monkeypatch.setattr(sys, "argv", ["analysis", "book"])
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    assert stopped.value.code == 1
    assert capsys.readouterr().err == "Error: book/x.md, line 3: a chapter fails. Mend it\n"
