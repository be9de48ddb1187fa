"""Articles come in whole, in order, and every mistake in the input names its place."""

import json

import pytest

from analysis.corpus.read import read_inputs
from analysis.errors import InputError


def write(path, text, encoding="utf-8"):
    path.write_bytes(text.encode(encoding))
    return path


def test_text_file_is_one_article_named_after_it(tmp_path):
    [article] = read_inputs([write(tmp_path / "a.txt", "Bakı\r\nsabah\n")])
    assert (article.id, article.text, article.fields) == ("a", "Bakı\r\nsabah\n", {})


def test_byte_order_mark_stays_so_that_offsets_count_the_file(tmp_path):
    [article] = read_inputs([write(tmp_path / "a.txt", "\ufeffBaku")])
    assert article.text.index("Baku") == 1


def test_folder_gives_its_text_files_in_order_and_nothing_else(tmp_path):
    for name in ("b.txt", "a.txt", "notes.md", "gold.jsonl", ".hidden.txt"):
        write(tmp_path / name, name)
    (tmp_path / "more").mkdir()
    write(tmp_path / "more" / "c.txt", "c")
    assert [article.id for article in read_inputs([tmp_path])] == ["a", "b", "c"]


def test_json_lines_keep_order_ids_and_fields(tmp_path):
    lines = [
        {"id": "z", "text": "one", "date": "2024-03", "outlet": None, "sentences": []},
        {"id": "a/1", "text": "two\nlines", "language": "az", "url": "https://report.az/1"},
    ]
    file = write(tmp_path / "in.jsonl", "\ufeff" + "\n\n".join(json.dumps(line) for line in lines) + "\n")
    articles = list(read_inputs([file]))
    assert [(a.id, a.text, a.line) for a in articles] == [("z", "one", 1), ("a/1", "two\nlines", 3)]
    assert [a.fields for a in articles] == [{"date": "2024-03"}, {"language": "az", "url": "https://report.az/1"}]


def test_reading_is_lazy(tmp_path):
    good = write(tmp_path / "a.txt", "text")
    articles = read_inputs([good, tmp_path / "missing.txt"])
    assert next(articles).id == "a"
    with pytest.raises(InputError, match=r"missing.txt: no such file"):
        next(articles)


def test_not_utf8_names_file_and_line(tmp_path):
    file = tmp_path / "a.txt"
    file.write_bytes("один\nдва".encode("cp1251"))
    with pytest.raises(InputError, match=r"a.txt, line 1: not UTF-8.*Save the file as UTF-8"):
        list(read_inputs([file]))
    file.write_bytes(b"one\ntwo\nthr\xe9e")
    with pytest.raises(InputError, match=r"line 3"):
        list(read_inputs([file]))


def test_empty_folder_empty_file_and_unknown_kind(tmp_path):
    with pytest.raises(InputError, match=r"holds no .txt file"):
        list(read_inputs([tmp_path]))
    with pytest.raises(InputError, match=r"the file is empty"):
        list(read_inputs([write(tmp_path / "a.txt", "\ufeff \n")]))
    with pytest.raises(InputError, match=r"“.pdf” are not read"):
        list(read_inputs([write(tmp_path / "a.pdf", "x")]))
    with pytest.raises(InputError, match=r"no article in it"):
        list(read_inputs([write(tmp_path / "a.jsonl", "\n")]))


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{broken", r"line 2: no valid JSON"),
        ("[1]", r"line 2: a line must be a JSON object"),
        ("[" * 100_000, r"line 2: (JSON nested too deeply|no valid JSON)"),
        ('{"text": "x"}', r"line 2: “id” is missing"),
        ('{"id": 7, "text": "x"}', r"line 2: “id” must be text"),
        ('{"id": "b", "text": " "}', r"line 2: “text” must be text and not empty"),
        ('{"id": "b", "text": "\\ud800"}', r"line 2: “text” holds half of a character"),
        ('{"id": "b", "text": "x", "date": "11.03.2024"}', r"line 2: “11.03.2024” is no date \(date\)"),
        ('{"id": "b", "text": "x", "date": "2023-02-29"}', r"line 2: “2023-02-29” is no date"),
        ('{"id": "b", "text": "x", "language": "fr"}', r"line 2: unknown language “fr”.*en, az, ru, kk, tr"),
        ('{"id": "b", "text": "x", "outlet": 3}', r"line 2: “outlet” must be text"),
        ('{"id": "a", "text": "x"}', r"line 2: a second article has the id “a”; the first is in .*line 1"),
    ],
)
def test_bad_json_line_names_line_and_remedy(tmp_path, line, message):
    file = write(tmp_path / "in.jsonl", '{"id": "a", "text": "x"}\n' + line + "\n")
    with pytest.raises(InputError, match=message):
        list(read_inputs([file]))


def test_same_id_in_two_files_is_refused(tmp_path):
    (tmp_path / "more").mkdir()
    write(tmp_path / "a.txt", "x")
    write(tmp_path / "more" / "a.txt", "y")
    with pytest.raises(InputError, match=r"a second article has the id “a”"):
        list(read_inputs([tmp_path]))
