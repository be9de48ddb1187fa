"""Digests of the files a result depends on, so that nothing stale is ever shown and nothing fresh is made twice."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

#: What the annotations, figures and notebook cells are computed from.
RESULTS = ("seeds", "analysis", "requirements.txt")
#: What the pages are made from besides.
PAGES = ("book", "_config.yml", "_toc.yml", "pyproject.toml", "CITATION.cff")
#: Parts of ``analysis`` that lay the book out but never change a result: editing them re-executes no chapter.
LAYOUT = ("analysis/site", "analysis/build.py", "analysis/cli.py", "analysis/__main__.py")
#: What the data package is made from besides a result.
PACKAGE = ("analysis/datapackage.py", "analysis/knowledge/columns.py", "analysis/knowledge/columns.yaml",
           "analysis/knowledge/tables.yaml")
SKIPPED = {"__pycache__", ".ipynb_checkpoints"}


def of_results(root: Path) -> str:
    """Digest (64 hex digits) of everything a figure or a cell's output depends on."""
    return of_files(root, (path for path in _files(root, RESULTS)
                           if not _under(path.relative_to(root), (*LAYOUT, *PACKAGE))))


def of_package(root: Path) -> str:
    """Digest (64 hex digits) of everything the data package depends on."""
    whole = f"{of_results(root)} {of_files(root, _files(root, (*PACKAGE, 'CITATION.cff')))}"
    return hashlib.sha256(whole.encode()).hexdigest()


def of_book(root: Path) -> str:
    """Digest (64 hex digits) of everything a page of the book depends on, the commit that citations name included."""
    from .citing import commit

    whole = f"{of_files(root, _files(root, (*RESULTS, *PAGES)))} {commit(root)}"
    return hashlib.sha256(whole.encode()).hexdigest()


def of_files(root: Path, files: Iterable[Path]) -> str:
    """Digest of files' names below ``root`` and their contents, and of the Python version; order does not matter."""
    whole = hashlib.sha256(f"python {sys.version_info.major}.{sys.version_info.minor}".encode())
    for path in sorted(set(files)):
        whole.update(f"\0{path.relative_to(root).as_posix()}\0".encode())
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def _files(root: Path, names: Iterable[str]) -> Iterator[Path]:
    """All files named, or below the folders named; compiled and temporary files left out."""
    for name in names:
        path = root / name
        if path.is_file():
            yield path
        for below in path.rglob("*"):
            if below.is_file() and not below.name.startswith(".") and not SKIPPED & set(below.parts):
                yield below


def _under(path: Path, folders: Iterable[str]) -> bool:
    return any(path.is_relative_to(folder) for folder in folders)
