"""Reading articles from text files, folders and JSON lines, one at a time."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ..errors import InputError
from .model import DOCUMENT_FIELDS, LANGUAGES, RawArticle, is_partial_date

#: Endings of files that hold one JSON object a line.
JSON_LINES = (".jsonl", ".ndjson")
STDIN = "-"


def read_inputs(paths: Iterable[str | Path]) -> Iterator[RawArticle]:
    """The articles of files and folders, in the order given; nothing is read ahead.

    A ``.txt`` file is one article, named after the file. A folder stands for the ``.txt`` files in it and below, in the
    order of their names; its ``catalogue.csv``, if there is one, gives their document fields. A ``.jsonl`` file (or
    ``-``, standard input) holds one object a line with ``id``, ``text`` and any of ``DOCUMENT_FIELDS``; other keys are
    passed over. The text is kept as it stands, carriage returns and a byte order mark included, so that an offset
    always counts the code points of the file.

    Raises
    ------
    InputError: a path is missing or of an unknown kind, a folder has no article or a malformed catalogue, a file or
        line is not UTF-8, a line is no JSON object of this form, an article is empty, or two articles share an id.
    """
    seen: dict[str, str] = {}
    for path in paths:
        for article in _read_one(path):
            here = f"{article.file}, line {article.line}" if article.line else article.file
            if article.id in seen:
                raise InputError(
                    f"a second article has the id “{article.id}”; the first is in {seen[article.id]}",
                    file=article.file,
                    line=article.line,
                    remedy="Give every article an id (a file name) of its own",
                )
            seen[article.id] = here
            yield article


def _read_one(path: str | Path) -> Iterator[RawArticle]:
    if str(path) == STDIN:
        yield from _json_lines(sys.stdin.buffer, "standard input")
        return
    path = Path(path)
    if path.is_dir():
        files = sorted(
            file
            for file in path.rglob("*.txt")
            if file.is_file() and not any(part.startswith(".") for part in file.relative_to(path).parts)
        )
        if not files:
            raise InputError(
                "the folder holds no .txt file",
                file=path,
                remedy="Put one article into each .txt file, or name a .jsonl file",
            )
        known = _catalogue(path)
        for file in files:
            article = _text_file(file)
            article.fields = known.get(article.id, {})
            yield article
    elif not path.exists():
        raise InputError("no such file or folder", file=path, remedy="Check the path")
    elif path.suffix.lower() in JSON_LINES:
        try:
            with open(path, "rb") as lines:
                yield from _json_lines(lines, str(path))
        except OSError as error:
            raise InputError(error.strerror or "cannot be read", file=path) from None
    elif path.suffix.lower() == ".txt":
        yield _text_file(path)
    else:
        raise InputError(
            f"files ending in “{path.suffix}” are not read",
            file=path,
            remedy="Give .txt files, folders of them, or .jsonl files",
        )


def _catalogue(folder: Path) -> dict[str, dict[str, str]]:
    """Document fields by article id from the folder's catalogue, if it has one."""
    from .catalogue import CATALOGUE, read_catalogue

    if not (folder / CATALOGUE).exists():
        return {}
    rows = read_catalogue(folder / CATALOGUE)
    return {doc_id: {name: row[name] for name in DOCUMENT_FIELDS if name in row} for doc_id, row in rows.items()}


def _text_file(path: Path) -> RawArticle:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(error.strerror or "cannot be read", file=path) from None
    text = _decode(data, path, 1)
    if not text.strip("\ufeff \t\r\n"):
        raise InputError("the file is empty", file=path, remedy="Remove it, or put the article's text into it")
    return RawArticle(path.stem, text, {}, str(path))


def _decode(data: bytes, file: str | Path, line: int) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(
            f"not UTF-8: byte {data[error.start]:#04x} at position {error.start}",
            file=file,
            line=line + data.count(b"\n", 0, error.start),
            remedy="Save the file as UTF-8",
        ) from None


def _json_lines(lines: Iterable[bytes], file: str) -> Iterator[RawArticle]:
    empty = True
    for number, data in enumerate(lines, 1):
        if number == 1:
            data = data.removeprefix(b"\xef\xbb\xbf")  # here the mark belongs to the file, not to an article
        if data.strip():
            empty = False
            yield _article(_decode(data, file, number), file, number)
    if empty:
        raise InputError("no article in it", file=file, remedy="Write one JSON object with “id” and “text” a line")


def parse_line(line: str, file: str, number: int) -> dict[str, Any]:
    """The JSON object on one line; InputError with file and line when there is none."""
    try:
        value = json.loads(line)
    except ValueError as error:
        problem = getattr(error, "msg", str(error))
        place = f"column {error.colno}" if isinstance(error, json.JSONDecodeError) else None
        raise InputError(
            f"no valid JSON: {problem}", file=file, line=number, place=place, remedy="Write one JSON object a line"
        ) from None
    except RecursionError:
        raise InputError(
            "JSON nested too deeply", file=file, line=number, remedy="Write one flat JSON object a line"
        ) from None
    if not isinstance(value, dict):
        raise InputError(
            "a line must be a JSON object", file=file, line=number, remedy='Write {"id": "…", "text": "…"}'
        )
    return value


def _article(line: str, file: str, number: int) -> RawArticle:
    value = parse_line(line, file, number)
    for key in ("id", "text"):
        if not isinstance(value.get(key), str) or not value[key].strip():
            problem = f"“{key}” is missing" if value.get(key) is None else f"“{key}” must be text and not empty"
            raise InputError(problem, file=file, line=number, remedy=f"Give every article a “{key}” in quotation marks")
        check_encodable(value[key], file, number, key)
    return RawArticle(value["id"], value["text"], document_fields(value, file, number), file, number)


def check_encodable(text: str, file: str, number: int, key: str) -> None:
    """InputError for text with half a surrogate pair, which no UTF-8 file could hold."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputError(
            f"“{key}” holds half of a character (a lone surrogate) at position {error.start}",
            file=file,
            line=number,
            remedy="Write the character whole",
        ) from None


def document_fields(value: dict[str, Any], file: str | Path, line: int) -> dict[str, str]:
    """The document fields that a mapping gives, checked; empty ones are left out."""
    fields: dict[str, str] = {}
    for name in DOCUMENT_FIELDS:
        given = value.get(name)
        if given is None or given == "":
            continue
        if not isinstance(given, str):
            raise InputError(f"“{name}” must be text", file=file, line=line, remedy="Put it in quotation marks")
        check_encodable(given, str(file), line, name)
        fields[name] = given
    if "date" in fields and not is_partial_date(fields["date"]):
        raise InputError(
            f"“{fields['date']}” is no date",
            file=file,
            line=line,
            place="date",
            remedy="Write 2024-03-11, 2024-03 or 2024, or leave it out",
        )
    if "language" in fields and fields["language"] not in LANGUAGES:
        raise InputError(
            f"unknown language “{fields['language']}”",
            file=file,
            line=line,
            place="language",
            remedy=f"Use one of {', '.join(LANGUAGES)}, or leave it out to have it detected",
        )
    return fields
