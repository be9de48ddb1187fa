"""A clean clone, and the book built in it once for all tests that read it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support import Book, check_out, lend_packages, run


@pytest.fixture(scope="session")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clean clone with borrowed packages, in a path with spaces, brackets and non-ASCII letters; left as it is."""
    root = check_out(tmp_path_factory.mktemp("clone") / "Über den Каспий – ə (1)" / "across the caspian")
    lend_packages(root)
    return root


@pytest.fixture(scope="session")
def book(clone: Path) -> Book:
    """The book as ``make book`` builds it in the clean clone, offline."""
    if not shutil.which("make"):
        pytest.skip("make is not installed")
    return Book(clone, clone / "_build" / "html", run("make", "book", cwd=clone).stdout)


@pytest.fixture
def copy(clone: Path, tmp_path: Path) -> Path:
    """The repository, unbuilt, for a test to change as it likes."""
    return Path(shutil.copytree(clone, tmp_path / "copy", ignore=shutil.ignore_patterns(".venv", ".git", "_build")))
