"""Digests change with what they stand for and with nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis import digest


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("seeds/a.txt", "seeds/catalogue.csv", "analysis/knowledge/people.yaml", "analysis/measure/voices.py",
                 "analysis/site/files.py", "analysis/cli.py", "requirements.txt", "book/voices.md",
                 "book/_static/x.css", "_config.yml", "_toc.yml", "pyproject.toml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    return tmp_path


@pytest.mark.parametrize("name", ["seeds/a.txt", "seeds/catalogue.csv", "analysis/knowledge/people.yaml",
                                  "analysis/measure/voices.py", "requirements.txt"])
def test_results_change_with_data_knowledge_code_and_pins(root: Path, name: str) -> None:
    before = digest.of_results(root)
    (root / name).write_text("changed")
    assert digest.of_results(root) != before


@pytest.mark.parametrize("name", ["analysis/site/files.py", "analysis/cli.py", "book/voices.md", "book/_static/x.css",
                                  "_config.yml"])
def test_layout_changes_the_book_but_no_result(root: Path, name: str) -> None:
    results, book = digest.of_results(root), digest.of_book(root)
    (root / name).write_text("changed")
    assert digest.of_results(root) == results
    assert digest.of_book(root) != book


@pytest.mark.parametrize("name", ["analysis/datapackage.py", "analysis/knowledge/columns.yaml", "CITATION.cff"])
def test_what_describes_the_data_changes_the_package_and_no_result(root: Path, name: str) -> None:
    results, package = digest.of_results(root), digest.of_package(root)
    (root / name).write_text("changed")
    assert digest.of_results(root) == results
    assert digest.of_package(root) != package


def test_the_package_changes_with_the_results(root: Path) -> None:
    before = digest.of_package(root)
    (root / "seeds/a.txt").write_text("changed")
    assert digest.of_package(root) != before


def test_files_added_removed_and_renamed_are_noticed(root: Path) -> None:
    seen = {digest.of_results(root)}
    (root / "seeds/b.txt").write_text("another")
    seen.add(digest.of_results(root))
    (root / "seeds/b.txt").rename(root / "seeds/c.txt")
    seen.add(digest.of_results(root))
    (root / "seeds/a.txt").unlink()
    seen.add(digest.of_results(root))
    assert len(seen) == 4


def test_what_python_and_editors_leave_behind_does_not_matter(root: Path) -> None:
    before = digest.of_book(root)
    (root / "analysis/__pycache__").mkdir()
    (root / "analysis/__pycache__/x.pyc").write_text("compiled")
    (root / "seeds/.DS_Store").write_text("finder")
    assert digest.of_book(root) == before


def test_a_missing_folder_is_no_error(root: Path) -> None:
    before = digest.of_results(root)
    for path in (root / "seeds").iterdir():
        path.unlink()
    (root / "seeds").rmdir()
    assert digest.of_results(root) != before
