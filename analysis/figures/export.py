"""Every figure and table as files: ``<id>.svg .png .csv .json``, and ``manifest.json``.

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

from ..errors import InputError
from . import registry, style

if TYPE_CHECKING:
    import pandas as pd

    from ..tables import Tables
    from .registry import Figure

MANIFEST = "manifest.json"
CSS_PIXELS = 96  # to the inch


def files_of(figure: Figure, tables: Tables, dpi: int = style.DPI) -> dict[str, bytes]:
    """The files of one figure, by name."""
    content = figure.content(tables)
    about = metadata(figure, tables)
    files = {f"{figure.id}.csv": figure.csv(tables)}
    if content.draw is not None:
        picture = figure.draw(tables)
        wide, tall = picture.get_size_inches()
        about |= {"width": round(wide * CSS_PIXELS), "height": round(tall * CSS_PIXELS)}
        files[f"{figure.id}.svg"] = style.to_svg(picture, figure.id, figure.title, content.alt)
        files[f"{figure.id}.png"] = style.to_png(picture, dpi)
    else:
        about |= table_parts(content.data if content.shown is None else content.shown, content.row_headers)
    files[f"{figure.id}.json"] = _json(about)
    return files


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
    files[MANIFEST] = _json({"book": registry.BOOK, "figures": listed})
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
