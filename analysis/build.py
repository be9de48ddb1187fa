"""From the repository to the finished book, all or nothing.

The book is made in ``_build/work`` and takes the place of the one in ``_build/html`` only when every page is done
without a warning. Input that cannot be used is found before anything is written.
"""

from __future__ import annotations

import itertools
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from . import digest
from .errors import InputError

if TYPE_CHECKING:
    from .tables import Tables

#: In the finished book's folder: digest of all it was made from.
STAMP = ".digest"

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_PROGRESS = re.compile(r"(?:executing|reading sources\.\.\. \[ *\d+%\]|writing output\.\.\. \[ *\d+%\]) \S+")
_COMPLAINT = re.compile(r"\b(WARNING|ERROR|CRITICAL|SEVERE)\b")
#: A kernel's remarks on its own set-up, which concern no page.
_KERNEL = "[IPKernelApp]"
#: What myst-nb says of a failing cell; ``_failed_cells`` says which and where.
_SAID_BETTER = ("Executing notebook failed", "Notebook exception traceback saved")


def build_book(root: str | Path, *, verbose: bool = False) -> Path:
    """Builds the book of the repository at ``root`` if anything it is made from has changed.

    Progress goes to standard error, and only if that is a terminal; ``verbose`` shows everything the builder says.

    Returns
    -------
    The front page, ``<root>/_build/html/index.html``.

    Raises
    ------
    InputError: articles, catalogue or knowledge files cannot be used (``_build`` is untouched), or a chapter fails or
        gives a warning (the last good book stays as it was).
    """
    root = Path(root).resolve()
    html = root / "_build" / "html"
    page = html / "index.html"
    _recover(html)
    wanted = digest.of_book(root)
    if page.is_file() and _read(html / STAMP) == wanted:
        print("The book is up to date.", file=sys.stderr)
        return page
    prepare(root)
    with _working_folder(root / "_build") as work:
        made = _run_builder(root, work, verbose)
        (made / STAMP).write_text(wanted, encoding="utf-8")
        _swap(made, html)
    return page


def prepare(root: Path) -> None:
    """Annotates the articles, exports all figures to ``_build/figures`` and the data package to ``_build/data``,
    unless that is done for this state.

    Raises
    ------
    InputError: as ``build_book``; nothing has been written then.
    """
    for name, wanted, make in (("figures", digest.of_results(root), _make_figures),
                               ("data", digest.of_package(root), _make_package)):
        stamp = root / "_build" / f"{name}.digest"
        if _read(stamp) == wanted:
            continue
        from . import pipeline

        tables = pipeline.load(root)
        stamp.parent.mkdir(exist_ok=True)
        stamp.unlink(missing_ok=True)
        make(root, tables, stamp.with_name(name))
        stamp.write_text(wanted, encoding="utf-8")


def _make_figures(root: Path, tables: Tables, folder: Path) -> None:
    from .figures.export import export_all

    export_all(tables, folder)


def _make_package(root: Path, tables: Tables, folder: Path) -> None:
    from .citing import of_book
    from .datapackage import write_package
    from .tables import corpus_of

    write_package(tables, of_book(root, corpus_of(tables)), folder)


@contextmanager
def _working_folder(build: Path) -> Iterator[Path]:
    """A folder of this build's own in ``_build``, gone afterwards; so are those that killed builds left the day before.

    A build starts from nothing but the cache of executed chapters, so that no page of an earlier state survives, and
    two builds at once do not meet.
    """
    for left in build.glob("work-*"):
        if left.stat().st_mtime < time.time() - 24 * 3600:
            shutil.rmtree(left, ignore_errors=True)
    work = Path(tempfile.mkdtemp(prefix="work-", dir=build))
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _run_builder(root: Path, work: Path, verbose: bool) -> Path:
    """Runs Jupyter Book in ``work`` with warnings as errors; returns the folder with the finished pages."""
    made = work / "_build" / "html"
    report = root / "_build" / "build.log"
    command = [sys.executable, "-c", "from jupyter_book.cli.main import main; main()", "build", str(root),
               "--path-output", str(work), "-W", "-n", "--keep-going"]
    # Progress is read line by line; a kernel's debugger otherwise writes a warning about frozen modules.
    environment = os.environ | {"PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1", "PYDEVD_DISABLE_FILE_VALIDATION": "1"}
    with open(report, "w+", encoding="utf-8") as log:
        builder = subprocess.Popen(command, cwd=root, env=environment, stdout=subprocess.PIPE, stderr=log, text=True,
                                   encoding="utf-8", errors="replace")
        try:
            with _shown(verbose) as show:
                for line in builder.stdout:
                    show(line)
            status = builder.wait()
        finally:
            builder.kill()
            builder.wait()
            builder.stdout.close()
        log.seek(0)
        said = [_COLOUR.sub("", line).rstrip() for line in log]
    if status or not (made / "index.html").is_file():
        raise _failure(root, made, said, report)
    report.unlink()
    return made


@contextmanager
def _shown(verbose: bool) -> Iterator:
    """A function that shows a line of the builder's output as it should be seen here."""
    if verbose:
        yield lambda line: print(line, end="", file=sys.stderr)
    elif not sys.stderr.isatty():
        yield lambda line: None
    else:
        from rich.console import Console

        with Console(stderr=True).status("Building the book") as status:
            def show(line: str) -> None:
                found = _PROGRESS.search(_COLOUR.sub("", line))
                if found:
                    status.update(f"Building the book: {found[0].replace('[', '(').replace(']', ')')}")

            yield show


def _failure(root: Path, made: Path, said: list[str], report: Path) -> InputError:
    """One message for all that went wrong: failing cells first, then the builder's warnings."""
    cells = _failed_cells(root, made)
    said = [line.replace(f"{root}{os.sep}", "") for line in said if _KERNEL not in line]
    warnings = [line for line in said if _COMPLAINT.search(line) and not any(words in line for words in _SAID_BETTER)]
    crash = [line for line in itertools.takewhile(lambda line: not line.startswith("Traceback"), said) if line]
    everything = cells + (warnings or ([] if cells else crash))
    return InputError("the book was not built:\n  " + "\n  ".join(everything) + "\nWhat was built before is unchanged",
                      remedy=f"Mend these places and build again; the whole report is in {report.relative_to(root)}")


def _failed_cells(root: Path, made: Path) -> list[str]:
    """``book/chapter.md, line N: a code cell fails: Error: message`` for every chapter whose execution failed."""
    reports = made / "reports"
    found = []
    for report in sorted(reports.rglob("*.err.log")):
        chapter = report.relative_to(reports).as_posix().removesuffix(".err.log") + ".md"
        text = _COLOUR.sub("", report.read_text(encoding="utf-8"))
        error = next((line for line in reversed(text.splitlines()) if line.strip()), "no message")
        cell = re.search(r"^-{10,}\n(.*?)\n-{10,}$", text, re.MULTILINE | re.DOTALL)
        source = (root / chapter).read_text(encoding="utf-8")
        place = source.find(cell[1].strip()) if cell else -1
        line = f", line {source.count(chr(10), 0, place) + 1}" if place >= 0 else ""
        found.append(f"{chapter}{line}: a code cell fails: {error.strip()}")
    return found


def _recover(html: Path) -> None:
    """Puts the last good book back if a build was killed between the two renames of ``_swap``."""
    old = html.with_name("html.old")
    if old.is_dir() and not html.exists():
        old.rename(html)


def _swap(made: Path, html: Path) -> None:
    """Puts ``made`` in the place of ``html``."""
    old = html.with_name("html.old")
    shutil.rmtree(old, ignore_errors=True)
    if html.exists():
        html.rename(old)
    made.rename(html)
    shutil.rmtree(old, ignore_errors=True)


def _read(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
