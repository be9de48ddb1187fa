"""What tests of the whole share: commands run offline, clean clones, and a book that was built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
#: Not to be copied where there is no git to say what belongs to the repository.
MADE = shutil.ignore_patterns(".venv", "_build", ".git", "__pycache__", ".pytest_cache", ".ruff_cache", "*.egg-info")
#: Nothing may be fetched: no package index, and a proxy that nobody listens at.
OFFLINE = {"PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull, "PIP_FIND_LINKS": "", "PIP_EXTRA_INDEX_URL": "",
           "http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9",
           "HTTP_PROXY": "http://127.0.0.1:9", "HTTPS_PROXY": "http://127.0.0.1:9", "no_proxy": "127.0.0.1,localhost"}


@dataclass(frozen=True)
class Book:
    """A built book: its repository, its pages' folder, and what building it printed."""

    root: Path
    html: Path
    output: str

    def pages(self) -> list[Path]:
        """Every page a reader can reach; not the bare redirect at the top."""
        return sorted(page for page in self.html.rglob("*.html")
                      if page != self.html / "index.html" and "_static" not in page.parts)


def environment(**more: str) -> dict[str, str]:
    """The environment for a command that must neither use the network nor the variables of this very test run."""
    kept = {name: value for name, value in os.environ.items()
            if name not in ("PYTHONPATH", "MAKEFLAGS", "MAKELEVEL", "MFLAGS", "VIRTUAL_ENV", "no_proxy", "NO_PROXY")}
    return kept | OFFLINE | {"PYTHONUTF8": "1"} | more


def run(*command: str | Path, cwd: Path, check: bool = True, **more: str) -> subprocess.CompletedProcess[str]:
    """Runs a command and returns what it printed; a failure shows it."""
    words = [str(word) for word in command]
    done = subprocess.run(words, cwd=cwd, env=environment(**more), capture_output=True, text=True, encoding="utf-8")
    if check and done.returncode:
        pytest.fail(f"{' '.join(words)} ended with {done.returncode}:\n{done.stdout}\n{done.stderr}", pytrace=False)
    return done


def check_out(target: Path) -> Path:
    """A clone of the repository's last commit, brought up to what is changed in tracked files of the working tree."""
    if not (ROOT / ".git").exists() or not shutil.which("git"):
        shutil.copytree(ROOT, target, ignore=MADE)
        return target
    run("git", "clone", "--quiet", ROOT, target, cwd=ROOT)
    changed = run("git", "diff", "--name-only", "-z", "HEAD", cwd=ROOT).stdout.split("\0")
    for name in filter(None, changed):
        (target / name).unlink(missing_ok=True)
        if (ROOT / name).exists():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, target / name)
    return target


def lend_packages(target: Path) -> None:
    """A ``.venv`` in ``target`` that finds the packages of this very environment, as if they were installed in it."""
    folder = target / ".venv"
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    site = sysconfig.get_path("purelib", vars={"base": str(folder), "platbase": str(folder)})
    lent = sorted({sysconfig.get_path("purelib"), sysconfig.get_path("platlib")})
    Path(site, "lent.pth").write_text("\n".join(lent) + "\n", encoding=sys.getfilesystemencoding())
