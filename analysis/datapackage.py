"""All tables and the data of all figures as one package: CSV and Parquet, described in ``datapackage.json``.

The description follows the Data Package standard (https://datapackage.org): for every file its size and SHA-256, for
every column its type, meaning and unit, and how rows refer to each other. The same tables give the same bytes. The
files say what the articles say: a cell that a spreadsheet would take for a formula is not changed, since then its
words would no longer be those of the text; the package's README tells how to open it safely.
"""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import tempfile
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .annotate.romanize import slug
from .errors import InputError
from .knowledge import columns
from .tables import corpus_of

if TYPE_CHECKING:
    import pandas as pd

    from .citing import Citation
    from .tables import Tables

DESCRIPTOR, README = "datapackage.json", "README.md"
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
#: Where the figures' data lie in the package.
FIGURES = "figures"
LICENCE = {"name": "CC-BY-4.0", "title": "Creative Commons Attribution 4.0 International",
           "path": "https://creativecommons.org/licenses/by/4.0/"}
#: Of the articles themselves; no licence can be given for them.
CLOSED = {"name": "other-closed", "title": "Words of the articles: property of their publishers, no licence; kept here "
                                           "for research and quotation"}
#: Columns of the figures' data that hold more than a name or a number of an article.
WORDED = frozenset(("text", "text_a", "text_b", "sentence_text"))
#: Type of a column → what pandas reads it as, with room for missing values.
DTYPES = {"string": "str", "integer": "Int64", "number": "Float64", "boolean": "boolean"}
#: What a spreadsheet takes for a formula: not a number alone.
FORMULA = r"(?![+-]?[\d.,]+$)[=+\-@\t\r]"


@dataclass(frozen=True)
class Resource:
    """A table of the package: its name, place without the ending, title, description, rows, schema, and whether it
    holds words of the articles."""

    name: str
    path: str
    title: str
    description: str
    rows: pd.DataFrame
    schema: dict[str, Any]
    words: bool

    def csv(self) -> bytes:
        """UTF-8, comma, header line, nothing for a missing value."""
        return self.rows.to_csv(index=False, lineterminator="\n").encode("utf-8")

    def parquet(self) -> bytes:
        """What the CSV file says, as Parquet."""
        out = io.BytesIO()
        read(self.csv(), self.schema).to_parquet(out, index=False)
        return out.getvalue()

    def formulas(self) -> int:
        """How many cells of words begin as a formula does."""
        named = [field["name"] for field in self.schema["fields"] if field["type"] == "string"]
        return sum(int(self.rows[name].dropna().astype(str).str.match(FORMULA).sum()) for name in named)


def read(csv: bytes, schema: Mapping[str, Any]) -> pd.DataFrame:
    """A CSV file of the package as a table, with the types of its schema; an empty cell is missing."""
    import pandas as pd

    types = {field["name"]: DTYPES[field["type"]] for field in schema["fields"]}
    return pd.read_csv(io.BytesIO(csv), dtype=types, keep_default_na=False, na_values=[""], encoding="utf-8",
                       lineterminator="\n")


def resources(t: Tables) -> list[Resource]:
    """The corpus's tables, the evidence of all figures in one table, and the data of each figure."""
    from .figures import all_figures

    known = columns.load().tables
    made = [*t.items(), ("evidence", evidence(t))]
    found = [
        Resource(name, name, known[name].title, known[name].description, rows, schema(name, rows), known[name].words)
        for name, rows in made
    ]
    for figure in all_figures():
        content = figure.content(t)
        found.append(Resource(
            f"figure-{figure.id}", f"{FIGURES}/{figure.id}", figure.title, content.caption, content.data,
            schema(figure.id, content.data, figure.unit), bool(WORDED.intersection(content.data.columns))))
    return found


def evidence(t: Tables) -> pd.DataFrame:
    """The words behind the marks of all figures: ``figure`` (its id), then as ``figures.export.evidence_csv``."""
    import pandas as pd

    from .figures import all_figures
    from .figures.export import EVIDENCE, evidence_table

    parts = [evidence_table(content.evidence, t).assign(figure=figure.id) for figure in all_figures()
             if (content := figure.content(t)).evidence is not None and len(content.evidence)]
    names = ["figure", *EVIDENCE]
    if not parts:
        dtypes = {name: "int64" if "start" in name or "end" in name or name == "sentence" else "str" for name in names}
        return pd.DataFrame({name: pd.Series(dtype=dtype) for name, dtype in dtypes.items()})
    return pd.concat(parts, ignore_index=True)[names]


def schema(table: str, rows: pd.DataFrame, counted: str = "") -> dict[str, Any]:
    """The Table Schema of a table or figure; ``counted``: the unit that the figure states.

    A column that ``knowledge/columns.yaml`` does not know goes without description; a test looks for such.
    """
    described = columns.load()
    fields = []
    for name in rows.columns:
        field: dict[str, Any] = {"name": name, "type": kind(rows[name])}
        about = described.column(table, name)
        if about is None:
            fields.append(field)
            continue
        field["description"] = about.description
        if about.unit:
            field["unit"] = (counted or "things") if about.unit == columns.COUNTED else about.unit
        constraints: dict[str, Any] = {"required": True} if about.required else {}
        constraints |= {"enum": list(about.values)} if about.values else {}
        constraints |= {"minimum": about.minimum} if about.minimum is not None else {}
        constraints |= {"pattern": about.pattern} if about.pattern else {}
        fields.append(field | ({"constraints": constraints} if constraints else {}))
    said: dict[str, Any] = {"fields": fields, "missingValues": [""]}
    own = described.tables.get(table)
    if own and own.key:
        said["primaryKey"] = own.key
    if own and own.refers:
        said["foreignKeys"] = [
            {"fields": one.columns, "reference": {"resource": one.to, "fields": described.tables[one.to].key}}
            for one in own.refers]
    return said


def kind(values: pd.Series) -> str:
    """The type of a column, as a Table Schema names it."""
    from pandas.api.types import is_bool_dtype, is_float_dtype, is_integer_dtype

    for test, name in ((is_bool_dtype, "boolean"), (is_integer_dtype, "integer"), (is_float_dtype, "number")):
        if test(values):
            return name
    return "string"


def files_of(t: Tables, cited: Citation) -> dict[str, bytes]:
    """All files of the package by path, ``datapackage.json`` and the archive of them all included."""
    files: dict[str, bytes] = {}
    entries, formulas = [], 0
    for one in resources(t):
        csv, parquet = one.csv(), one.parquet()
        files |= {f"{one.path}.csv": csv, f"{one.path}.parquet": parquet}
        entries.append(entry(one, csv, parquet))
        formulas += one.formulas()
    about = descriptor(t, cited, entries)
    files[DESCRIPTOR] = (json.dumps(about, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
    files[README] = readme(about, formulas).encode("utf-8")
    name = about["name"]
    files[f"{name}.zip"] = archive({f"{name}/{path}": files[path] for path in sorted(files)})
    return files


def entry(one: Resource, csv: bytes, parquet: bytes) -> dict[str, Any]:
    """The description of a table. Its Parquet file is no resource of its own: it would be the same table twice, and
    validators would guess at its types."""
    return {
        "name": one.name,
        "path": f"{one.path}.csv",
        "type": "table",
        "title": one.title,
        "description": one.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(csv),
        "hash": f"sha256:{hashlib.sha256(csv).hexdigest()}",
        "rows": len(one.rows),
        "licenses": [LICENCE, CLOSED] if one.words else [LICENCE],
        "schema": one.schema,
        "alternates": [{"path": f"{one.path}.parquet", "format": "parquet",
                        "mediatype": "application/vnd.apache.parquet", "bytes": len(parquet),
                        "hash": f"sha256:{hashlib.sha256(parquet).hexdigest()}"}],
    }


def descriptor(t: Tables, cited: Citation, entries: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """``datapackage.json``; a source is an article."""
    sources = []
    for row in t.articles[["label", "title", "outlet", "url"]].fillna("").itertuples(index=False):
        title = ": ".join(part for part in (row.outlet or row.label, row.title) if part)
        sources.append({"title": title} | ({"path": row.url} if row.url.startswith(("http://", "https://")) else {}))
    return {
        "$schema": PROFILE,
        "name": f"{slug(cited.book.split(':')[0]) or 'book'}-data",
        "title": f"{cited.book}: the data",
        "description": "The articles, their annotations and the numbers behind every figure of the book. Text columns "
                       "hold the articles' own words, which remain their publishers' and are not covered by the "
                       "licence; where a resource holds such words, its licences say so.",
        "version": cited.version,
        "homepage": cited.url,
        "licenses": [LICENCE, CLOSED],
        "contributors": [{"title": name, "roles": ["author"]} for name in cited.authors],
        "sources": sources,
        "corpus": corpus_of(t),
        "resources": list(entries),
    }


def readme(about: Mapping[str, Any], formulas: int) -> str:
    """What is in the package, on what terms, and how to open it."""
    count = len(about["resources"])
    corpus = about["corpus"]
    cells = (f"In this package {formulas:,} such {'cell begins' if formulas == 1 else 'cells begin'} so."
             if formulas else "In this package no cell begins so.")
    return f"""# {about['title']}

Version {about['version']}, from {corpus['articles']:,} articles (corpus {corpus['digest'][:12]}). {about['homepage']}

{count:,} tables, each as CSV (UTF-8, comma, a header line, nothing for a missing value) and as Parquet. What every
table and column means, its type and unit, and the size and SHA-256 of each file stand in `datapackage.json`, in the
form of the Data Package standard (https://datapackage.org).

## Terms

Annotations and numbers: CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/). The articles' texts, and words quoted
from them in other columns, remain the property of their publishers, who are named with their addresses under "sources".
They are kept here for research and quotation; no licence is given for them, and none could be.

## Opening the tables

A spreadsheet program takes a cell that begins with =, +, - or @ for a formula. The files keep the articles' words as
they are, since the positions in other columns count their characters, and so do not guard such cells. {cells}
Import the CSV files with all columns as text (in Excel: Data, From Text/CSV, "Do not detect data types"), or read the
Parquet files, whose cells are never formulas.
"""


def archive(files: Mapping[str, bytes]) -> bytes:
    """A ZIP file of files by path; the same bytes for the same files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as zipped:
        for path, content in sorted(files.items()):
            about = zipfile.ZipInfo(path, date_time=(1980, 1, 1, 0, 0, 0))
            about.create_system, about.external_attr, about.compress_type = 3, 0o644 << 16, zipfile.ZIP_DEFLATED
            zipped.writestr(about, content)
    return out.getvalue()


def check_free(folder: str | Path) -> None:
    """Refuses a place where a package must not be written.

    Raises
    ------
    InputError: the folder exists and is not empty, is a file, or lies in no folder.
    """
    folder = Path(folder).absolute()
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise InputError("exists and is not empty" if folder.is_dir() else "is a file", file=folder,
                         remedy="Name a new folder")
    if not folder.parent.is_dir():
        raise InputError("the folder around it does not exist", file=folder, remedy=f"Make {folder.parent} first")


def write_package(t: Tables, cited: Citation, folder: str | Path) -> dict[str, Any]:
    """Writes the package as a folder, whole or not at all, in the place of whatever is there; returns its description.

    Raises
    ------
    InputError: it cannot be written.
    """
    folder = Path(folder).absolute()
    files = files_of(t, cited)
    try:
        staging = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
        try:
            for path, content in files.items():
                (staging / path).parent.mkdir(exist_ok=True)
                (staging / path).write_bytes(content)
            staging.chmod(0o755)
            if folder.exists():
                shutil.rmtree(folder)
            staging.rename(folder)
        finally:
            shutil.rmtree(staging, ignore_errors=True)
    except OSError as error:
        raise InputError(f"the data cannot be written: {error.strerror or error}", file=folder,
                         remedy="Choose a folder that can be written") from error
    return json.loads(files[DESCRIPTOR])
