"""Records are written whole or not at all, and read with every mistake named."""

import copy
import json
import os
from pathlib import Path

import pytest

from analysis.annotate.model import Code, Document, Mention, Quantity, Sentence, Tokens
from analysis.errors import InputError
from analysis.exchange import FIELDS, codes, read_jsonl, to_record, write_jsonl

GOLD = Path(__file__).parents[1] / "seeds" / "gold.jsonl"
TEXT = "date 2024-03-11\nThe President of Kazakhstan hailed ties. Trade grew by 40%."


def document():
    return Document(
        "a",
        TEXT,
        TEXT.lower(),
        "en",
        "latn",
        "2024-03-11",
        Tokens([], [], []),
        [(16, len(TEXT))],
        sentences=[Sentence(16, 56, 0, True, ("x", "y"), "verb", 1), Sentence(57, len(TEXT), 0)],
        mentions=[
            Mention(20, 43, "PERSON", "role", "kassym-jomart-tokayev", "role:date"),
            Mention(33, 43, "COUNTRY", "name", "kazakhstan", "alias", ("kazakhstan", "kazakh-ssr")),
        ],
        codes=[
            Code(0, "theme", "political-dialogue", 51, 55, "ties"),
            Code(0, "theme", "political-dialogue", 44, 50, "hail*"),
            Code(0, "tone", "1", 44, 50, "hail*"),
            Code(1, "frame", "pragmatic-gain", 63, 67, "grew"),
            Code(1, "theme", "transport", 57, 62, "x"),
            Code(1, "theme", "trade-economy", 57, 62, "trade"),
        ],
        quantities=[Quantity(71, 74, 40.0, "percent", "exact", "trade", ("narrator",), "number")],
    )


def test_record_of_a_document():
    record = to_record({"date": "2024-03-11", "outlet": "", "label": "A"}, [(0, 15, "date-prefix")], document())
    assert record["date"] == "2024-03-11" and record["outlet"] is None and "label" not in record
    assert set(FIELDS) <= set(record)
    assert record["boilerplate"] == [[0, 15, "date-prefix"]]
    first, second = record["sentences"]
    assert (first["speaker"], first["speaker_rule"], first["quoted"], first["tone"]) == (["x", "y"], "verb", True, 1)
    assert first["themes"] == ["political-dialogue"] and first["frames"] == []
    assert [cue["axis"] for cue in first["cues"]] == ["theme", "theme", "tone"]
    assert second["themes"] == ["trade-economy", "transport"]  # in the codebook's order, each once
    assert second["frames"] == ["pragmatic-gain"]
    assert "candidates" not in record["mentions"][0]
    assert record["mentions"][1]["candidates"] == ["kazakhstan", "kazakh-ssr"]
    assert record["figures"][0]["value"] == 40 and isinstance(record["figures"][0]["value"], int)
    for name in ("sentences", "mentions", "figures"):
        assert all(0 <= item["start"] < item["end"] <= len(TEXT) for item in record[name])


def test_written_and_read_again_is_the_same(tmp_path):
    records = [to_record({}, [], document()), json.loads(GOLD.read_text(encoding="utf-8").splitlines()[1])]
    file = tmp_path / "out.jsonl"
    assert write_jsonl(iter(records), file) == 2
    assert list(read_jsonl(file)) == records
    assert "ə" in file.read_text(encoding="utf-8")  # letters are written, not escaped


def test_nothing_is_left_when_a_record_fails(tmp_path):
    file = tmp_path / "out.jsonl"
    file.write_text("old", encoding="utf-8")

    def records():
        yield {"id": "a"}
        raise InputError("broken")

    with pytest.raises(InputError, match=r"broken"):
        write_jsonl(records(), file)
    assert file.read_text(encoding="utf-8") == "old"
    assert os.listdir(tmp_path) == ["out.jsonl"]


def test_output_that_cannot_be_written(tmp_path):
    with pytest.raises(InputError, match=r"cannot be written.*folder exists"):
        write_jsonl([], tmp_path / "none" / "out.jsonl")
    with pytest.raises(InputError, match=r"the output is a folder"):
        write_jsonl([], tmp_path)


def test_a_link_keeps_pointing_and_a_device_stays_a_device(tmp_path):
    (tmp_path / "real.jsonl").write_text("", encoding="utf-8")
    (tmp_path / "link.jsonl").symlink_to(tmp_path / "real.jsonl")
    write_jsonl([{"id": "a"}], tmp_path / "link.jsonl")
    assert (tmp_path / "link.jsonl").is_symlink()
    assert (tmp_path / "real.jsonl").read_text(encoding="utf-8") == '{"id": "a"}\n'
    write_jsonl([{"id": "a"}], os.devnull)
    assert not Path(os.devnull).is_file()


def test_standard_output(capsys):
    write_jsonl([{"id": "ə"}], "-")
    assert capsys.readouterr().out == '{"id": "ə"}\n'


def test_gold_is_in_the_format():
    assert len(list(read_jsonl(GOLD))) == 5


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda r: r.pop("text"), r"is missing \(text\)"),
        (lambda r: r.update(id=3), r"must be text, not 3 \(id\)"),
        (lambda r: r.pop("mentions"), r"is missing \(mentions\)"),
        (lambda r: r.update(figures={}), r"must be a list, not {} \(figures\)"),
        (lambda r: r.update(date="yesterday"), r"must be an ISO date.*\(date\)"),
        (lambda r: r.update(language="de"), r"must be one of en, az, ru, kk, tr.*\(language\)"),
        (lambda r: r["boilerplate"].append([3]), r"\(boilerplate\[1\]\)"),
        (lambda r: r["boilerplate"].append([0, 10**6]), r"inside the text of 75 characters.*\(boilerplate\[1\]\)"),
        (lambda r: r["mentions"][0].update(start=-1), r"inside the text.*\(mentions\[0\]\)"),
        (lambda r: r["mentions"][0].update(end=True), r"inside the text.*\(mentions\[0\]\)"),
        (lambda r: r["mentions"][1].update(type="CITY"), r"not \"CITY\" \(mentions\[1\]\.type\)"),
        (lambda r: r["mentions"][1].update(kind=None), r"is missing \(mentions\[1\]\.kind\)"),
        (lambda r: r["mentions"][1].update(entity=""), r"\(mentions\[1\]\.entity\)"),
        (lambda r: r["sentences"][0].update(themes=["weather"]), r"not \"weather\" \(sentences\[0\]\.themes\)"),
        (lambda r: r["sentences"][0].update(frames="concern"), r"must be a list.*\(sentences\[0\]\.frames\)"),
        (lambda r: r["sentences"][0].update(tone=2), r"must be one of -1, 0, 1, not 2 \(sentences\[0\]\.tone\)"),
        (lambda r: r["sentences"][0].update(tone=True), r"not true \(sentences\[0\]\.tone\)"),
        (lambda r: r["sentences"][0].update(speaker=[]), r"\(sentences\[0\]\.speaker\)"),
        (lambda r: r["sentences"].append(7), r"must be an object, not 7 \(sentences\[2\]\)"),
        (lambda r: r["figures"][0].update(value="40"), r"must be a number.*\(figures\[0\]\.value\)"),
        (lambda r: r["figures"][0].update(qualifier="circa"), r"\(figures\[0\]\.qualifier\)"),
    ],
)
def test_a_mistake_names_line_and_field(tmp_path, change, message):
    good = json.loads(json.dumps(to_record({}, [(0, 15, "date-prefix")], document())))
    bad = copy.deepcopy(good)
    bad["id"] = "b"
    change(bad)
    file = tmp_path / "in.jsonl"
    file.write_text(f"{json.dumps(good)}\n\n{json.dumps(bad)}\n", encoding="utf-8")
    with pytest.raises(InputError, match=rf"in\.jsonl, line 3: .*{message}"):
        list(read_jsonl(file))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "no annotated article"),
        (b"\xff\n", "line 1: not UTF-8"),
        (b"[]\n", "line 1: a line must be a JSON object"),
        (b"{\n", "line 1: no valid JSON"),
    ],
)
def test_files_that_hold_no_records(tmp_path, content, message):
    file = tmp_path / "in.jsonl"
    file.write_bytes(content)
    with pytest.raises(InputError, match=message):
        list(read_jsonl(file))
    with pytest.raises(InputError, match=r"No such file"):
        list(read_jsonl(tmp_path / "none.jsonl"))


def test_an_id_stands_once(tmp_path):
    file = tmp_path / "in.jsonl"
    line = json.dumps(to_record({}, [], document()))
    file.write_text(f"{line}\n{line}\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"line 2: a second article has the id “a”"):
        list(read_jsonl(file))


def test_codes_are_those_that_gold_uses():
    used = {axis: set() for axis in ("themes", "frames")}
    for record in read_jsonl(GOLD):
        for sentence in record["sentences"]:
            for axis in used:
                used[axis] |= set(sentence[axis])
    assert used["themes"] <= set(codes("theme")) and used["frames"] <= set(codes("frame"))
