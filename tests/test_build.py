"""Building: all or nothing, with a message that helps; stale results never shown."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from support import Book, run

CHAPTER = """---
jupytext:
  text_representation:
    extension: .md
    format_name: myst
kernelspec:
  display_name: Python 3
  language: python
  name: python3
---

# A chapter

```{{code-cell}} ipython3
:tags: [hide-input]

{code}
```
"""


def build(root: Path, **more: str) -> tuple[int, str, str]:
    """Exit status, output and messages of ``python -m analysis book`` in ``root``."""
    done = run(sys.executable, "-m", "analysis", "book", cwd=root, check=False, PYTHONPATH=str(root), **more)
    return done.returncode, done.stdout, done.stderr


def state(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Every file below a folder with its time of change and content."""
    return {str(path.relative_to(folder)): (path.stat().st_mtime_ns, path.read_bytes())
            for path in sorted(folder.rglob("*")) if path.is_file()}


def no_seeds(root: Path) -> None:
    shutil.rmtree(root / "seeds")


def no_articles(root: Path) -> None:
    for path in (root / "seeds").glob("*.txt"):
        path.unlink()


def empty_article(root: Path) -> None:
    (root / "seeds" / "005_new.txt").write_text(" \n")


def not_utf8(root: Path) -> None:
    (root / "seeds" / "005_new.txt").write_bytes("Kazakhstan and Azerbaijan\nagreed on café".encode("latin-1"))


def unknown_language(root: Path) -> None:
    (root / "seeds" / "005_new.txt").write_text(
        "Die Präsidenten von Kasachstan und Aserbaidschan trafen sich am Montag in der Hauptstadt.\n"
        "Sie sprachen über die weitere Zusammenarbeit der beiden Länder und über den Handel.\n", encoding="utf-8")


def too_many_cells(root: Path) -> None:
    with open(root / "seeds" / "catalogue.csv", "a", encoding="utf-8") as catalogue:
        catalogue.write("000_d59ad83c0298ad6c" + ",x" * 40 + "\n")


def unknown_article(root: Path) -> None:
    lines = (root / "seeds" / "catalogue.csv").read_text(encoding="utf-8").splitlines()
    lines.append("999_nowhere" + "," * (len(lines[0].split(",")) - 1))
    (root / "seeds" / "catalogue.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def broken_knowledge(root: Path) -> None:
    path = sorted((root / "analysis" / "knowledge" / "entities").glob("*.yaml"))[0]
    path.write_text(path.read_text(encoding="utf-8") + "- id: [unfinished\n", encoding="utf-8")


@pytest.mark.parametrize(("spoil", "file", "line"), [
    (no_seeds, "seeds", None), (no_articles, "seeds", None), (empty_article, "005_new.txt", None),
    (not_utf8, "005_new.txt", 2), (unknown_language, "005_new.txt", None), (too_many_cells, "catalogue.csv", 7),
    (unknown_article, "catalogue.csv", 7), (broken_knowledge, ".yaml", None)],
    ids=lambda value: getattr(value, "__name__", ""))
def test_unusable_input_gets_one_message_and_leaves_no_trace(copy: Path, spoil: Callable[[Path], None], file: str,
                                                             line: int | None) -> None:
    spoil(copy)
    status, output, messages = build(copy)
    assert status == 1
    assert not output
    assert "Traceback" not in messages
    assert len(messages.strip().splitlines()) == 1 or messages.count(file) == 1, messages
    assert file in messages
    assert line is None or f"line {line}" in messages
    # problem and remedy are sentences of their own
    assert messages.strip().count(". ") >= 1, messages
    assert not (copy / "_build").exists()


def test_unusable_input_leaves_the_last_good_book_alone(copy: Path) -> None:
    good = copy / "_build" / "html"
    good.mkdir(parents=True)
    (good / "index.html").write_text("the last good book")
    before = state(copy / "_build")
    not_utf8(copy)
    status, _, _ = build(copy)
    assert status == 1
    assert state(copy / "_build") == before


@pytest.fixture
def small(book: Book, copy: Path) -> Path:
    """The repository with a book of two pages, tables and figures ready, so that it builds in seconds."""
    (copy / "_build").mkdir()
    for name in ("figures", "figures.digest", "data", "data.digest", "tables"):
        source = book.root / "_build" / name
        if source.is_dir():
            shutil.copytree(source, copy / "_build" / name)
        elif source.exists():
            shutil.copy2(source, copy / "_build" / name)
    (copy / "_toc.yml").write_text("format: jb-book\nroot: book/index\nchapters:\n  - file: book/chapter\n")
    (copy / "book" / "index.md").write_text("# Small\n\nA front page.\n")
    (copy / "book" / "chapter.md").write_text(CHAPTER.format(code="6 * 7"))
    return copy


def shown(root: Path) -> str:
    return (root / "_build" / "html" / "book" / "chapter.html").read_text(encoding="utf-8")


def test_failing_cell_is_named_and_the_last_good_book_stays(small: Path) -> None:
    assert build(small)[0] == 0
    assert "</span>42\n" in shown(small)
    before = state(small / "_build" / "html")
    (small / "book" / "chapter.md").write_text(CHAPTER.format(code="share = 1\n\nshare / 0"))
    status, _, messages = build(small)
    assert status == 1
    assert "book/chapter.md, line 17: a code cell fails: ZeroDivisionError: division by zero" in messages
    assert "Traceback" not in messages
    assert state(small / "_build" / "html") == before
    assert not list((small / "_build").glob("work-*"))
    # and it fails again: no half-done state passes for success
    assert build(small)[0] == 1
    (small / "book" / "chapter.md").write_text(CHAPTER.format(code="6 * 8"))
    assert build(small)[0] == 0
    assert "</span>48\n" in shown(small)


def test_warning_fails_the_build_and_is_shown(small: Path) -> None:
    (small / "book" / "chapter.md").write_text(CHAPTER.format(code="1") + "\nSee {numref}`no-such-figure`.\n")
    status, _, messages = build(small)
    assert status == 1
    assert "book/chapter.md:20" in messages and "no-such-figure" in messages
    assert not (small / "_build" / "html").exists()


def test_error_output_of_a_cell_fails_the_build(small: Path) -> None:
    (small / "book" / "chapter.md").write_text(CHAPTER.format(code="import warnings\nwarnings.warn('doubtful')"))
    status, _, messages = build(small)
    assert status == 1
    assert "book/chapter.md" in messages


def test_removed_chapter_disappears_from_the_book(small: Path) -> None:
    assert build(small)[0] == 0
    (small / "_toc.yml").write_text("format: jb-book\nroot: book/index\n")
    assert build(small)[0] == 0
    assert not (small / "_build" / "html" / "book" / "chapter.html").exists()


def test_two_builds_give_the_same_bytes(small: Path) -> None:
    assert build(small)[0] == 0
    first = {name: content for name, (_, content) in state(small / "_build" / "html").items()}
    for name in ("html", "cache"):
        shutil.rmtree(small / "_build" / name)
    assert build(small)[0] == 0
    assert {name: content for name, (_, content) in state(small / "_build" / "html").items()} == first


def test_plain_jupyter_book_builds_it_too(small: Path) -> None:
    command = "from jupyter_book.cli.main import main; main()"
    run(sys.executable, "-c", command, "build", ".", "-W", "-n", "--keep-going", cwd=small, PYTHONPATH=str(small))
    assert "</span>42\n" in shown(small)
    assert (small / "_build" / "html" / "figures").is_dir()


def test_book_written_over_by_hand_is_built_again(small: Path) -> None:
    assert build(small)[0] == 0
    assert "up to date" in build(small)[2]
    command = "from jupyter_book.cli.main import main; main()"
    run(sys.executable, "-c", command, "build", ".", cwd=small, PYTHONPATH=str(small))
    assert "up to date" not in build(small)[2]


def test_book_lost_between_two_renames_comes_back(small: Path) -> None:
    assert build(small)[0] == 0
    before = state(small / "_build" / "html")
    (small / "_build" / "html").rename(small / "_build" / "html.old")
    assert "up to date" in build(small)[2]
    assert state(small / "_build" / "html") == before
