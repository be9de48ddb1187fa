"""The Makefile: sets itself up once, says what is missing, and does nothing twice."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from support import ROOT, Book, environment, run

pytestmark = pytest.mark.skipif(not shutil.which("make"), reason="make is not installed")


def test_make_book_ends_with_the_path_of_the_front_page(book: Book) -> None:
    last = book.output.rstrip().splitlines()[-1]
    assert Path(last) == book.html / "index.html"
    assert Path(last).is_file()


def test_second_run_neither_installs_nor_builds(book: Book) -> None:
    stamp, page = book.root / ".venv" / ".installed", book.html / "index.html"
    before = stamp.stat().st_mtime_ns, page.stat().st_mtime_ns
    done = run("make", "book", cwd=book.root)
    assert (stamp.stat().st_mtime_ns, page.stat().st_mtime_ns) == before
    assert "up to date" in done.stderr
    assert Path(done.stdout.rstrip().splitlines()[-1]) == page


@pytest.mark.parametrize("changed", ["requirements.txt", "pyproject.toml"])
def test_installs_again_when_the_packages_asked_for_change(book: Book, changed: str) -> None:
    assert "pip install" not in run("make", "-n", "book", cwd=book.root).stdout
    then = (book.root / changed).stat()
    try:
        os.utime(book.root / changed)
        assert "pip install" in run("make", "-n", "book", cwd=book.root).stdout
    finally:
        os.utime(book.root / changed, ns=(then.st_atime_ns, then.st_mtime_ns))


def test_installs_again_in_a_folder_that_was_moved(book: Book, tmp_path: Path) -> None:
    for name in ("Makefile", "requirements.txt", "pyproject.toml"):
        shutil.copy2(book.root / name, tmp_path)
    (tmp_path / ".venv").mkdir()
    shutil.copy2(book.root / ".venv" / ".installed", tmp_path / ".venv")
    assert "pip install" in run("make", "-n", "book", cwd=tmp_path).stdout


def test_kernels_find_the_clone_s_own_package_from_anywhere(book: Book, tmp_path: Path) -> None:
    python = book.root / ".venv" / "bin" / "python"
    found = run(python, "-c", "import analysis; print(analysis.__file__)", cwd=tmp_path).stdout
    assert Path(found.strip()) == book.root / "analysis" / "__init__.py"


def test_jupyterlab_opens_chapters_as_notebooks(book: Book) -> None:
    settings = book.root / ".venv" / "etc" / "jupyter" / "labconfig" / "default_setting_overrides.json"
    plugin = json.loads(settings.read_text(encoding="utf-8"))["@jupyterlab/docmanager-extension:plugin"]
    assert plugin["defaultViewers"]["markdown"] == "Jupytext Notebook"


def test_serve_shows_the_book(book: Book) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(["make", "serve", f"PORT={port}"], cwd=book.root, env=environment(),
                              start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        for _ in range(100):
            try:
                page = opener.open(f"http://127.0.0.1:{port}/book/index.html", timeout=5).read().decode("utf-8")
                break
            except urllib.error.URLError:
                assert server.poll() is None, "make serve ended by itself"
                time.sleep(0.1)
        assert "Across the Caspian" in page
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait()


def test_help_names_every_target() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.search(r"^\.PHONY: (help .*)$", makefile, re.MULTILINE)[1].split())
    said = run("make", "help", cwd=ROOT).stdout
    assert {target for target in targets if f"make {target}" not in said} == {"help", "install"}


def stranger(tmp_path: Path, python3: str | None) -> subprocess.CompletedProcess[str]:
    """``make book`` on a machine whose only Python is the shell script given."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("sh", "rm", "cat", "make"):
        (programs / name).symlink_to(shutil.which(name))
    if python3 is not None:
        (programs / "python3").write_text(f"#!/bin/sh\n{python3}\n")
        (programs / "python3").chmod(0o755)
    home = tmp_path / "a clone"
    home.mkdir()
    for name in ("Makefile", "requirements.txt", "pyproject.toml"):
        shutil.copy2(ROOT / name, home)
    return run("make", "book", cwd=home, check=False, PATH=str(programs))


@pytest.mark.parametrize("python3", [None, "exit 1"], ids=["none", "too old"])
def test_says_plainly_that_python_is_missing(tmp_path: Path, python3: str | None) -> None:
    done = stranger(tmp_path, python3)
    assert done.returncode != 0
    assert "Python 3.11 or newer was not found" in done.stderr
    assert "make PYTHON=" in done.stderr
    assert not (tmp_path / "a clone" / ".venv").exists()


def test_says_plainly_that_venv_is_missing(tmp_path: Path) -> None:
    done = stranger(tmp_path, 'case "$2" in *ensurepip*) exit 1;; esac; exit 0')
    assert done.returncode != 0
    assert "python3 lacks venv" in done.stderr and "apt install python3-venv" in done.stderr


def test_pins_name_one_version_of_every_direct_dependency() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = project["dependencies"] + [name for group in project["optional-dependencies"].values() for name in group]
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    pinned = [line for line in lines if line.strip() and not line.lstrip().startswith("#")]
    assert all(re.match(r"[A-Za-z0-9._-]+==[^ ]+( ; .+)?$", line) for line in pinned)
    names = {re.split(r"==", line)[0].lower().replace("_", "-") for line in pinned}
    assert {re.split(r"[<>=!~\[; ]", name)[0].lower().replace("_", "-") for name in asked} <= names
