"""The five-language lexicon: which words of the press mean the same (``bilingual/*.csv``, format in its README)."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ..errors import InputError
from .files import FOLDER

LANGUAGES = ("en", "az", "ru", "kk", "tr")
BILINGUAL = FOLDER / "bilingual"

_CYRILLIC = ("ru", "kk")
_WORD = re.compile(r"=?\w+(?:['’]\w+)*\*?")
_LATIN_LETTER = re.compile(r"[A-Za-zÀ-ɏƏə]")
_CYRILLIC_LETTER = re.compile(r"[Ѐ-ӿ]")


@dataclass(frozen=True, slots=True)
class Concept:
    """One row: its name (the first English word) and its wordings by language; file and line for messages."""

    name: str
    words: dict[str, tuple[str, ...]]
    file: Path
    line: int


@lru_cache(maxsize=4)
def load(folder: Path = BILINGUAL) -> tuple[Concept, ...]:
    """The concepts of all files of a folder, in the order of files and lines; those of one name are made one.

    Raises
    ------
    InputError: a file is not UTF-8 or no CSV, its header is another, a row has more or fewer cells or fewer than two
        filled ones, a wording is malformed, in the wrong script or given twice, or a concept stands twice in a file.
    """
    found: dict[str, Concept] = {}
    for file in sorted(folder.glob("*.csv")):
        for key, concept in _file(file).items():
            other = found.get(key)
            found[key] = _joined(other, concept) if other else concept
    return tuple(found.values())


def _joined(one: Concept, other: Concept) -> Concept:
    words = {
        language: tuple(dict.fromkeys((*one.words.get(language, ()), *other.words.get(language, ()))))
        for language in LANGUAGES
    }
    return Concept(one.name, {language: forms for language, forms in words.items() if forms}, one.file, one.line)


def _file(file: Path) -> dict[str, Concept]:
    try:
        content = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"not UTF-8 (byte {error.start})", file=file, remedy="Save the file as CSV in UTF-8") from None
    except OSError as error:
        raise InputError(error.strerror or "cannot be read", file=file) from None
    reader = csv.reader(io.StringIO(content, newline=""), strict=True)
    try:
        header = [cell.strip() for cell in next(reader, [])]
        if header != list(LANGUAGES):
            raise InputError(
                f"the header is “{','.join(header)}”",
                file=file,
                line=1,
                remedy=f"The first line must be: {','.join(LANGUAGES)}",
            )
        concepts: dict[str, Concept] = {}
        start = reader.line_num + 1
        for cells in reader:
            if any(cell.strip() for cell in cells):
                key, concept = _row(cells, file, start)
                if key in concepts:
                    raise InputError(
                        f"the concept “{key}” stands twice",
                        file=file,
                        line=start,
                        remedy=f"It also stands in line {concepts[key].line}; keep one, or tell them apart in English",
                    )
                concepts[key] = concept
            start = reader.line_num + 1
    except csv.Error as error:
        raise InputError(
            f"no valid CSV: {error}", file=file, line=reader.line_num, remedy="Mend the quotation marks"
        ) from None
    return concepts


def _row(cells: list[str], file: Path, line: int) -> tuple[str, Concept]:
    if len(cells) != len(LANGUAGES):
        raise InputError(
            f"{len(cells)} cells where the first line has {len(LANGUAGES)} columns",
            file=file,
            line=line,
            remedy="Part alternatives by “|”, not by a comma, and leave an empty cell between two commas",
        )
    words: dict[str, tuple[str, ...]] = {}
    for language, cell in zip(LANGUAGES, cells, strict=True):
        if cell.strip():
            words[language] = _wordings(cell, language, file, line)
    if len(words) < 2:
        raise InputError(
            "a concept needs words in two languages at least", file=file, line=line, remedy="Fill a cell, or drop it"
        )
    key = "|".join(sorted(next(iter(words.values())))).lower()
    return key, Concept(next(iter(words.values()))[0], words, file, line)


def _wordings(cell: str, language: str, file: Path, line: int) -> tuple[str, ...]:
    def refuse(problem: str, remedy: str) -> InputError:
        return InputError(problem, file=file, line=line, place=language, remedy=remedy)

    wordings: list[str] = []
    for part in cell.split("|"):
        wording = " ".join(part.split())
        if not wording:
            raise refuse(f"an empty alternative in “{cell.strip()}”", "Drop a “|”")
        for word in re.split(r"[ \-]", wording):
            if not _WORD.fullmatch(word):
                raise refuse(f"“{wording}” is no wording", "Write words, “word*” for a stem or “=word” for one form")
        wrong = (_LATIN_LETTER if language in _CYRILLIC else _CYRILLIC_LETTER).search(wording)
        if wrong and not (language in _CYRILLIC and _all_latin(wording)):
            script = "Latin" if language in _CYRILLIC else "Cyrillic"
            raise refuse(f"the {script} letter “{wrong.group()}” in “{wording}”", "Write the word in its own script")
        if wording in wordings:
            raise refuse(f"“{wording}” stands twice", "Keep one")
        wordings.append(wording)
    return tuple(wordings)


def _all_latin(wording: str) -> bool:
    """“IT”, “online”: a word that Russian and Kazakh write in Latin letters throughout."""
    return not _CYRILLIC_LETTER.search(wording)


def main() -> None:
    """Read every file and print how many concepts it holds; the first mistake is one message and exit status 1."""
    try:
        for file in sorted(BILINGUAL.glob("*.csv")):
            print(f"{len(_file(file)):5}  {file.name}")
        print(f"{len(load()):5}  concepts together")
    except InputError as error:
        raise SystemExit(f"Error: {error}") from None


if __name__ == "__main__":
    main()
