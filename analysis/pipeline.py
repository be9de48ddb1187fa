"""From a corpus folder to the tables everything else reads, computed once and kept until something changes."""

from __future__ import annotations

import shutil
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from . import digest

if TYPE_CHECKING:
    from .tables import Tables

#: The project's folder: where seeds/, book/ and _build/ lie.
ROOT = Path(__file__).resolve().parent.parent
_KEPT = 3  # digests whose tables stay on disk


def annotate_corpus(corpus: Path) -> Tables:
    """Read, clean and annotate every article of a folder, and find events that the catalogue does not give.

    Raises
    ------
    InputError: the folder, a file or the catalogue cannot be used.
    """
    from . import knowledge
    from .annotate.pipeline import annotate
    from .corpus import load_corpus
    from .exchange import to_record
    from .measure.events import with_events
    from .tables import from_records

    records, catalogue = [], {}
    for article in load_corpus(corpus):
        annotated = annotate(
            article.id,
            article.text,
            language=article.fields.get("language"),
            date=article.fields.get("date"),
            fields=article.fields,
        )
        records.append(to_record({**annotated.fields, **article.fields}, annotated.removals, annotated.doc))
        catalogue[article.id] = article.fields
    return with_events(from_records(records, catalogue, knowledge.load().describe()))


@lru_cache(maxsize=2)
def _load(corpus: Path, folder: Path) -> Tables:
    import pandas as pd

    from .tables import COLUMNS, Tables

    if folder.is_dir():
        return Tables(
            **{name: pd.read_parquet(folder / f"{name}.parquet").astype(columns) for name, columns in COLUMNS.items()}
        )
    tables = annotate_corpus(corpus)
    store = folder.parent
    store.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=".tables-", dir=store))
    for name, table in tables.items():
        table.to_parquet(staging / f"{name}.parquet", index=False)
    try:
        staging.rename(folder)
    except OSError:  # another process was quicker with the same tables
        shutil.rmtree(staging, ignore_errors=True)
    for old in sorted((path for path in store.iterdir() if path.is_dir()), key=lambda path: path.stat().st_mtime)[
        :-_KEPT
    ]:
        shutil.rmtree(old, ignore_errors=True)
    return tables


def load(root: str | Path = ROOT) -> Tables:
    """The tables of the project's corpus (``<root>/seeds``), annotated now or read from ``_build/tables``.

    Tables are kept under a digest of articles, catalogue, knowledge and code, so that a change of any of them is
    never overlooked.

    Raises
    ------
    InputError: the folder, a file or the catalogue cannot be used; nothing has been written then.
    """
    root = Path(root).resolve()
    return _load(root / "seeds", root / "_build" / "tables" / digest.of_results(root)[:16])
