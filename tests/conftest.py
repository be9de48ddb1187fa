"""A clean clone, and the book built in it once for all tests that read it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support import Book, check_out, lend_packages, run


@pytest.fixture(scope="session")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """The book as ``make book`` builds it in a clean clone, offline, in a path with spaces and non-ASCII letters."""
    if not shutil.which("make"):
        pytest.skip("make is not installed")
    root = check_out(tmp_path_factory.mktemp("clone") / "Über den Каспий – ə (1)" / "across the caspian")
    lend_packages(root)
    return Book(root, root / "_build" / "html", run("make", "book", cwd=root).stdout)


@pytest.fixture
def copy_of_book(book: Book, tmp_path: Path) -> Callable[[], Path]:
    """A function that copies the repository with the built book, for tests that break or change something."""

    def copy() -> Path:
        return Path(shutil.copytree(book.root, tmp_path / "copy", ignore=shutil.ignore_patterns(".venv", ".git"),
                                    symlinks=True))

    return copy
