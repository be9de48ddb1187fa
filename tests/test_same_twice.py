"""Same in, same out: two clean builds of one state give the same bytes, wherever and by whomever they are made."""

from __future__ import annotations

import hashlib
import shutil
import sys
from pathlib import Path

import pytest
from support import Book, run


@pytest.fixture(scope="module")
def again(book: Book, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of a second build: in another folder, another time zone and language, with sets in another order."""
    root = tmp_path_factory.mktemp("again") / "book"
    shutil.copytree(book.root, root, ignore=shutil.ignore_patterns(".venv", "_build", "__pycache__"))
    run(sys.executable, "-m", "analysis", "book", cwd=root, PYTHONPATH=str(root), PYTHONHASHSEED="20",
        TZ="Pacific/Kiritimati", LC_ALL="C", LANG="C", USER="somebody-else")
    return root / "_build" / "html"


def files(folder: Path) -> dict[str, str]:
    """Digest of every file below a folder."""
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.rglob("*")) if path.is_file()}


def test_two_clean_builds_give_the_same_files(book: Book, again: Path) -> None:
    assert set(files(book.html)) == set(files(again))


def part_of(name: str) -> str:
    """figures, data or pages."""
    return name.split("/")[0] if name.startswith(("figures/", "data/")) else "pages"


@pytest.mark.parametrize("part", ["figures", "data", "pages"])
def test_two_clean_builds_give_the_same_bytes(book: Book, again: Path, part: str) -> None:
    first, second = files(book.html), files(again)
    inside = [name for name in first if part_of(name) == part]
    assert inside
    assert not [name for name in inside if first[name] != second.get(name)]
