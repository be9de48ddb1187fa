"""The notebook cache follows the data, and old ones go."""

from __future__ import annotations

import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from analysis.site.execution import KEPT, choose_cache


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text("first")
    return tmp_path


def chosen(root: Path) -> Path:
    config = SimpleNamespace(nb_execution_cache_path="")
    choose_cache(SimpleNamespace(srcdir=str(root)), config)
    return Path(config.nb_execution_cache_path)


def test_the_same_data_keep_their_cache(root: Path) -> None:
    assert chosen(root) == chosen(root)
    assert chosen(root).parent == root / "_build" / "cache"


def test_a_changed_article_gets_another_cache_and_gets_the_old_one_back(root: Path) -> None:
    first = chosen(root)
    (root / "seeds" / "a.txt").write_text("second")
    assert chosen(root) != first
    (root / "seeds" / "a.txt").write_text("first")
    assert chosen(root) == first


def test_caches_used_longest_ago_are_removed(root: Path) -> None:
    seen = []
    for number in range(KEPT + 2):
        (root / "seeds" / "a.txt").write_text(str(number))
        seen.append(chosen(root))
        os.utime(seen[-1], (number, number))
    (root / "seeds" / "a.txt").write_text("last")
    last = chosen(root)
    assert {path.name for path in (root / "_build" / "cache").iterdir()} == {
        path.name for path in [*seen[-KEPT + 1:], last]}
