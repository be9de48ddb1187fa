"""What is known of the articles beside their texts, and the corpus that both together make.

The catalogue is a CSV file beside the articles. Every fact that is not in the text is given with its basis. Where text
and catalogue speak of the same thing, the text is believed; the catalogue fills what the text leaves open, and may make
the text's date finer ("2020-01" → "2020-01-31") but not change it.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path

from ..errors import InputError
from .clean import clean, report
from .language import detect
from .model import DOCUMENT_FIELDS, LANGUAGES, Article, RawArticle, is_partial_date
from .outlets import by_address, by_name
from .read import read_inputs

COLUMNS = (
    "doc_id",
    "file",
    "label",
    "title",
    "title_basis",
    "outlet",
    "outlet_basis",
    "outlet_country",
    "author",
    "author_basis",
    "date",
    "date_basis",
    "language",
    "url",
    "url_basis",
    "event",
    "event_label",
    "note",
)
#: Fields that the table of articles shows with the way they are known.
WITH_BASIS = ("title", "outlet", "author", "date", "url")
CATALOGUE = "catalogue.csv"


def read_catalogue(path: str | Path) -> dict[str, dict[str, str]]:
    """The rows of a catalogue by article id; empty cells are left out.

    Raises
    ------
    InputError: the file is missing, not UTF-8 or no CSV; a column is missing, unknown or given twice; or in a row there
        are more or fewer cells than columns, the id or file is missing, given twice or does not exist, the date is none
        or lacks its basis, or the language is unknown. File and line are named.
    """
    path = Path(path)
    try:
        content = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"not UTF-8 (byte {error.start})", file=path, remedy="Save the file as CSV in UTF-8") from None
    except OSError as error:
        raise InputError(error.strerror or "cannot be read", file=path) from None
    reader = csv.reader(io.StringIO(content, newline=""), strict=True)
    try:
        header = next(reader, [])
        _check_header([name.strip() for name in header], path)
        rows: dict[str, dict[str, str]] = {}
        start = reader.line_num + 1
        for cells in reader:
            if any(cell.strip() for cell in cells):
                row = _row([name.strip() for name in header], cells, path, start)
                if row["doc_id"] in rows:
                    raise InputError(
                        f"the article “{row['doc_id']}” has two rows",
                        file=path,
                        line=start,
                        remedy="Keep one of them",
                    )
                rows[row["doc_id"]] = row
            start = reader.line_num + 1  # a row may run over several lines; it is named by its first
    except csv.Error as error:
        raise InputError(
            f"no valid CSV: {error}", file=path, line=reader.line_num, remedy="Mend the quotation marks"
        ) from None
    return rows


def _check_header(header: list[str], path: Path) -> None:
    remedy = f"The first line must be: {','.join(COLUMNS)}"
    for name in COLUMNS:
        if header.count(name) != 1:
            raise InputError(
                f"the column “{name}” {'stands twice' if name in header else 'is missing'}",
                file=path,
                line=1,
                remedy=remedy,
            )
    for name in header:
        if name not in COLUMNS:
            raise InputError(f"unknown column “{name}”", file=path, line=1, remedy=remedy)


def _row(header: list[str], cells: list[str], path: Path, line: int) -> dict[str, str]:
    if len(cells) != len(header):
        raise InputError(
            f"{len(cells)} cells where the first line has {len(header)} columns",
            file=path,
            line=line,
            remedy="Put text that holds a comma into quotation marks",
        )
    row = {name: cell.strip() for name, cell in zip(header, cells, strict=True) if cell.strip()}

    def refuse(problem: str, place: str, remedy: str) -> InputError:
        return InputError(problem, file=path, line=line, place=place, remedy=remedy)

    for name in ("doc_id", "file"):
        if name not in row:
            raise refuse(
                "the cell is empty", name, "Name the article's file, and as its id the file's name without “.txt”"
            )
    if not (path.parent / row["file"]).is_file():
        raise refuse(
            f"there is no file “{row['file']}” beside the catalogue", "file", "Correct the name, or remove the row"
        )
    if row["doc_id"] != Path(row["file"]).stem:
        raise refuse(
            f"“{row['doc_id']}” is not the name of “{row['file']}” without its ending",
            "doc_id",
            f"Write {Path(row['file']).stem}",
        )
    if "date" in row and not is_partial_date(row["date"]):
        raise refuse(f"“{row['date']}” is no date", "date", "Write 2024-03-11, 2024-03 or 2024")
    if "date" in row and "date_basis" not in row:
        raise refuse("a date without how it is known", "date_basis", "Say where the date comes from, or leave it out")
    if row.get("language", "en") not in LANGUAGES:
        raise refuse(
            f"unknown language “{row['language']}”", "language", f"Use one of {', '.join(LANGUAGES)}, or leave it out"
        )
    return row


def load_corpus(folder: str | Path) -> list[Article]:
    """The articles of a folder, each with all that its text and the folder's ``catalogue.csv`` tell of it.

    Raises
    ------
    InputError: the folder is missing or has no article, a file or the catalogue cannot be used, or an article is in
        none of the five languages.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise InputError(
            "the folder of articles is missing",
            file=folder,
            remedy="Create it and put one .txt file an article into it",
        )
    raw = list(read_inputs([folder]))
    rows = read_catalogue(folder / CATALOGUE) if (folder / CATALOGUE).exists() else {}
    return [merge(article, rows.get(article.id, {})) for article in raw]


def merge(article: RawArticle, row: dict[str, str]) -> Article:
    """One article with its catalogue row: every one of ``DOCUMENT_FIELDS``, and ``<field>_basis`` where there is one.

    A date that neither the text states nor the catalogue gives with its basis is unknown.
    """
    cleaned = clean(article.text, row.get("title") or article.fields.get("title"))
    fields: dict[str, str | None] = dict.fromkeys(DOCUMENT_FIELDS) | {
        f"{name}_basis": None for name in (*WITH_BASIS, "language")
    }
    for name in DOCUMENT_FIELDS:
        if name in cleaned.found:
            fields[name], fields[f"{name}_basis"] = cleaned.found[name], cleaned.basis[name]
        if name in row and _may_fill(name, fields[name], row[name]):
            fields[name] = row[name]
            if name in WITH_BASIS:
                fields[f"{name}_basis"] = row.get(f"{name}_basis", "catalogue")
        elif name in article.fields and fields[name] is None:
            fields[name] = article.fields[name]
            if name in WITH_BASIS:
                fields[f"{name}_basis"] = "given with the article"
    outlet = by_name(fields["outlet"]) if fields["outlet"] else by_address(fields["url"])
    if outlet:
        if fields["outlet"] is None:
            fields["outlet"], fields["outlet_basis"] = outlet.name, "address"
        fields["outlet_country"] = fields["outlet_country"] or outlet.country
    fields["label"] = fields["label"] or article.id
    if fields["language"]:
        fields["language_basis"] = "catalogue" if "language" in row else "given with the article"
    else:
        fields["language"], fields["language_basis"] = detect(
            report(article.text, cleaned), file=article.file, line=article.line
        )
    return Article(article.id, article.text, fields, cleaned.removals)


def _may_fill(name: str, stated: str | None, given: str) -> bool:
    return stated is None or (name == "date" and given.startswith(stated))
