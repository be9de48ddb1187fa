"""Every figure and table as files: ``<id>.svg .pdf .png .print.png .csv .json``, ``<id>.evidence.csv`` where it counts
words of the articles, and ``manifest.json``.

The same tables give the same bytes. Everything is rendered before anything is written, each file is put in place
whole, and files of figures that an earlier export listed and this one no longer makes are removed.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..annotate.romanize import slug
from ..errors import InputError
from ..measure.evidence import counts
from ..tables import corpus_of
from . import registry, style

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure as Picture

    from ..tables import Tables
    from .registry import Figure

MANIFEST = "manifest.json"
CSS_PIXELS = 96  # to the inch
#: Columns of the files of evidence.
EVIDENCE = ("row", "column", "anchor", "article", "label", "language", "sentence", "start", "end", "words",
            "sentence_start", "sentence_end", "text")


def files_of(figure: Figure, tables: Tables, dpi: int = style.DPI) -> dict[str, bytes]:
    """The files of one figure, by name."""
    content = figure.content(tables)
    about = metadata(figure, tables)
    files = {f"{figure.id}.csv": figure.csv(tables)}
    if content.evidence is not None:
        files[evidence_file(figure.id)] = evidence_csv(content.evidence, tables)
    if content.draw is not None:
        picture = figure.draw(tables)
        about["marks"] = placed(picture, content.evidence)
        wide, tall = picture.get_size_inches()
        about |= {"width": round(wide * CSS_PIXELS), "height": round(tall * CSS_PIXELS)}
        files[f"{figure.id}.svg"] = style.to_svg(picture, figure.id, figure.title, content.alt)
        files[f"{figure.id}.pdf"] = style.to_pdf(picture, figure.title, content.alt)
        files[f"{figure.id}.png"] = style.to_png(picture, dpi)
        files[f"{figure.id}.print.png"] = style.in_grey(files[f"{figure.id}.png"])
    else:
        about |= table_parts(content.data if content.shown is None else content.shown, content.row_headers)
    files[f"{figure.id}.json"] = _json(about)
    return files


def evidence_file(id: str) -> str:
    """Name of the file that holds the words behind a figure's numbers."""
    return f"{id}.evidence.csv"


def evidence_table(evidence: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    """The words behind every mark, one row a thing counted, in the order of the figure.

    ``row column anchor article label language sentence start end words sentence_start sentence_end text``. article: the
    name of its file without the ending; sentence: counted from 1; start, end: code points of the raw text, of the
    words that made it count and of the sentence; anchor: address of the mark on the figure's page.
    """
    anchor = anchors(evidence)
    keys = ["doc_id", "sentence"]
    spans = tables.sentences[[*keys, "start", "end", "text"]]
    rows = evidence.merge(spans, on=keys, how="left", suffixes=("", "_sentence")).merge(
        tables.articles[["doc_id", "label", "language", "text"]], on="doc_id", how="left", suffixes=("", "_raw"))
    rows = rows.assign(
        anchor=[anchor[key] for key in zip(rows["row"], rows["column"], strict=True)],
        words=[raw[a:b] for raw, a, b in zip(rows["text_raw"], rows["start"], rows["end"], strict=True)],
        sentence=rows["sentence"] + 1)
    named = {"doc_id": "article", "start_sentence": "sentence_start", "end_sentence": "sentence_end"}
    return rows.rename(columns=named)[list(EVIDENCE)]


def evidence_csv(evidence: pd.DataFrame, tables: Tables) -> bytes:
    """``evidence_table`` as CSV; the articles' words as they are, whatever a spreadsheet would make of them."""
    return evidence_table(evidence, tables).to_csv(index=False, lineterminator="\n").encode("utf-8")


def anchors(evidence: pd.DataFrame) -> dict[tuple[str, str], str]:
    """(row, column) → the mark's address on the figure's page, made of their names."""
    found: dict[tuple[str, str], str] = {}
    for row, column in zip(evidence["row"], evidence["column"], strict=True):
        if (row, column) not in found:
            address = "--".join(slug(part) for part in (row, column) if part)
            taken = set(found.values())
            found[row, column] = address if address not in taken else f"{address}-{len(found)}"
    return found


def placed(picture: Picture, evidence: pd.DataFrame | None) -> list[dict[str, Any]]:
    """The marks of a picture that have evidence: row, column, n, anchor, and box (percent of the picture: left, top,
    width, height)."""
    if evidence is None:
        return []
    anchor, n = anchors(evidence), counts(evidence)
    return [{"row": mark.row, "column": mark.column, "n": n[mark.row, mark.column],
             "anchor": anchor[mark.row, mark.column], "box": [round(100 * part, 2) for part in mark.box]}
            for mark in picture.marks if (mark.row, mark.column) in n]


def metadata(figure: Figure, tables: Tables) -> dict[str, Any]:
    """What is known of a figure, as its JSON file has it (without sizes, columns and rows)."""
    content = figure.content(tables)
    return {
        "id": figure.id,
        "kind": figure.kind,
        "title": figure.title,
        "caption": content.caption,
        "alt": content.alt,
        "source": figure.source(tables),
        "n": content.n,
        "unit": figure.unit,
        "method": figure.method,
        "function": f"{figure.build.__module__}.{figure.build.__qualname__}",
        "empty": content.empty,
        "evidence": 0 if content.evidence is None else len(content.evidence),
        "data_digest": figure.digest(tables),
    }


def table_parts(data: pd.DataFrame, row_headers: int) -> dict[str, Any]:
    """Columns, rows as strings, which columns hold numbers, and how many leading columns name the row."""
    from pandas.api.types import is_bool_dtype, is_numeric_dtype

    numeric = [bool(is_numeric_dtype(data[name]) and not is_bool_dtype(data[name])) for name in data.columns]
    rows = [[cell(value) for value in row] for row in data.itertuples(index=False, name=None)]
    return {
        "columns": [str(name) for name in data.columns],
        "rows": rows,
        "numeric": numeric,
        "row_headers": min(row_headers, len(data.columns)),
    }


def cell(value: object) -> str:
    """One value of a table as text: thousands separated, at most three decimals, nothing for a missing value."""
    import pandas as pd

    if value is None or value is pd.NA or (isinstance(value, float) and value != value):
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if hasattr(value, "item"):
        value = value.item()
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, float):
        return (
            f"{value:,.0f}" if value == int(value) and abs(value) >= 1000 else f"{value:,.3f}".rstrip("0").rstrip(".")
        )
    return str(value)


def export_all(
    tables: Tables, folder: str | Path, ids: Iterable[str] | None = None, dpi: int = style.DPI
) -> list[Path]:
    """Writes the files of all figures (or of those named) and the manifest; returns what the folder then holds of them.

    Raises
    ------
    InputError: the folder cannot be made or written, or an id is unknown.
    """
    folder = Path(folder)
    figures = registry.all_figures() if ids is None else [registry.get(id) for id in ids]
    files: dict[str, bytes] = {}
    listed = []
    for figure in figures:
        own = files_of(figure, tables, dpi)
        files |= own
        listed.append(
            {
                "id": figure.id,
                "kind": figure.kind,
                "title": figure.title,
                "files": sorted(own),
                "data_digest": figure.digest(tables),
                "empty": figure.content(tables).empty,
            }
        )
    files[MANIFEST] = _json({"book": registry.BOOK, "corpus": corpus_of(tables), "figures": listed})
    try:
        folder.mkdir(parents=True, exist_ok=True)
        before = _listed(folder)
        for name, content in files.items():  # the manifest last: it only ever lists what is there
            write(folder / name, content)
        for name in before - set(files):
            (folder / name).unlink(missing_ok=True)
    except OSError as error:
        raise InputError(
            f"the figures cannot be written: {error.strerror or error}",
            file=folder,
            remedy="Choose a folder that can be written.",
        ) from error
    return [folder / name for name in files]


def _listed(folder: Path) -> set[str]:
    """Names of the files that an earlier export's manifest lists."""
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        return {Path(name).name for figure in manifest["figures"] for name in figure["files"]}
    except (OSError, ValueError, KeyError, TypeError):
        return set()


def write(path: Path, content: bytes) -> None:
    """Puts a file in place whole, or leaves what was there; a file that would not change is not touched."""
    if path.is_file() and path.read_bytes() == content:
        return
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
