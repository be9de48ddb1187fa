"""The command ``align``: what it writes, and one clear message for every mistake."""

import json
import sys
from pathlib import Path

import pytest

from analysis import cli

ROOT = Path(__file__).parents[2]
EN, AZ = (next((ROOT / "seeds").glob(f"{number}_*.txt")) for number in ("000", "001"))


@pytest.fixture
def call(monkeypatch, capsys):
    def inside(*words):
        monkeypatch.setattr(sys, "argv", ["analysis", *map(str, words)])
        with pytest.raises(SystemExit) as stopped:
            cli.main()
        out, err = capsys.readouterr()
        return stopped.value.code or 0, out, err

    return inside


def rows(text):
    return [json.loads(line) for line in text.splitlines()]


def test_two_articles_side_by_side(call, tmp_path):
    status, out, err = call("align", EN, AZ, "--output", tmp_path / "pairs.jsonl")
    steps = rows((tmp_path / "pairs.jsonl").read_text(encoding="utf-8"))
    assert status == 0 and out == "" and f"{len(steps)} steps" in err
    texts = {side: path.read_bytes().decode("utf-8") for side, path in (("a", EN), ("b", AZ))}
    for step in steps:
        assert list(step) == ["a", "b", "score", "evidence"] and (step["a"] or step["b"])
        assert (step["score"] > 0.5 and step["evidence"]) if step["a"] and step["b"] else step["score"] == 0
    for side, text in texts.items():
        spans = sorted(tuple(span) for step in steps for span in step[side])
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert all(end <= start for (_, end), (start, _) in zip(spans, spans[1:], strict=False))
    number = next(step for step in steps if "200000 people" in step["evidence"].get("figures", ()))
    assert "200,000" in texts["a"][slice(*number["a"][0])] and "200 mindən" in texts["b"][slice(*number["b"][0])]
    assert ["work", "işin"] in number["evidence"]["concepts"]


def test_the_same_file_twice_is_its_own_counterpart(call):
    status, out, _ = call("align", AZ, AZ)
    assert status == 0 and all(step["a"] == step["b"] and step["score"] == 1 for step in rows(out))


def test_a_damaged_page_is_aligned_like_a_clean_one(call, tmp_path, passages):
    a, b = passages["port"]["en"], passages["port"]["ru"]
    clean, damaged = tmp_path / "clean.txt", tmp_path / "damaged.txt"
    clean.write_text("\n\n".join(a), encoding="utf-8")
    worn = [sentence.replace("порт", "по\u00adрт").replace(" ", "\u00a0", 2) for sentence in b]
    worn[4] += worn.pop(5)                                              # the space between two sentences is lost
    worn.insert(3, "Читайте также: Что нового в порту")
    damaged.write_text("\ufeff" + "\r\n\r\n".join(worn) + "\r\nПоделиться 12\r\n", encoding="utf-8", newline="")
    status, out, _ = call("align", clean, damaged)
    texts = [clean.read_bytes().decode("utf-8"), damaged.read_bytes().decode("utf-8")]
    pairs = [[[texts[side][start:end] for start, end in step[key]] for side, key in enumerate("ab")]
             for step in rows(out) if step["a"] and step["b"]]
    plain = [[sentence.replace("\u00ad", "").replace("\u00a0", " ") for sentence in right] for _, right in pairs]
    assert status == 0
    found = {(a.index(one), b.index(other)) for (left, _), right in zip(pairs, plain, strict=True)
             for one in left for other in right if other in b}
    assert len(found & {(n, n) for n in range(12)}) >= 11 and len(found) <= 13


def test_one_sentence_and_json_lines(call, tmp_path):
    one, other = tmp_path / "one.txt", tmp_path / "other.jsonl"
    one.write_text("The President of Kazakhstan arrived in Baku on Monday.", encoding="utf-8")
    other.write_text(json.dumps({"id": "x", "text": "Президент Казахстана прибыл в Баку в понедельник."}),
                     encoding="utf-8")
    status, out, _ = call("align", one, other)
    assert status == 0 and [(len(step["a"]), len(step["b"])) for step in rows(out)] == [(1, 1)]
    assert {"entities", "dates"} <= set(rows(out)[0]["evidence"])


@pytest.mark.parametrize(("content", "words"), [
    (None, ("no such file", "Check the path")),
    (b"", ("in.txt: the file is empty",)),
    ("один".encode("cp1251"), ("in.txt, line 1: not UTF-8",)),
    ("Les ministres se sont rencontrés lundi à Bakou pour discuter du transit.".encode(), ("no language", "Kazakh")),
    (b"1 2 3.", ("in.txt", "too few words")),
])
@pytest.mark.parametrize("side", ["a", "b"])
def test_a_mistake_is_one_message_and_nothing_is_written(call, tmp_path, content, words, side):
    file, out = tmp_path / "in.txt", tmp_path / "out.jsonl"
    out.write_text("before")
    if content is not None:
        file.write_bytes(content)
    status, stdout, err = call("align", *((file, EN) if side == "a" else (EN, file)), "-o", out)
    assert status == 1 and stdout == "" and out.read_text() == "before"
    assert err.startswith("Error: ") and err.count("\n") == 1 and all(word in err for word in words)
    assert sorted(path.name for path in tmp_path.iterdir()) in (["in.txt", "out.jsonl"], ["out.jsonl"])


def test_a_folder_is_no_article(call):
    status, _, err = call("align", ROOT / "seeds", EN)
    assert status == 1 and "more than one article" in err and "one article each" in err


def test_both_from_standard_input(call):
    status, _, err = call("align", "-", "-")
    assert status == 1 and "both articles from standard input" in err
