"""Pages that moved: who comes to the old address is led to the new one.

``book/addresses.csv`` lists every address that was ever published, below the root of the book; beside it, if it moved,
the new one. A figure's page ends in "/", as in ``figures/<id>/``; with it, its files are kept under the old id too.
"""

from __future__ import annotations

import csv
import posixpath
import re
import shutil
from html import escape
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from sphinx.util import logging

from .directives import PUBLISHED as FIGURES

if TYPE_CHECKING:
    from sphinx.application import Sphinx

logger = logging.getLogger(__name__)

ADDRESSES = "book/addresses.csv"
_ADDRESS = re.compile(r"(?:[\w.-]+/)*(?:[\w-]+\.[\w.]+)?(?:#[\w.-]+)?")


def setup(app: Sphinx) -> None:
    """Registers the redirects, once all pages and files are known."""
    app.connect("html-collect-pages", redirect, priority=900)


def addresses(root: Path) -> list[tuple[int, str, str]]:
    """Line, address and new address ("" where it did not move) of each entry; nothing if there is no such file."""
    try:
        with open(root / ADDRESSES, encoding="utf-8", newline="") as lines:
            reader = csv.DictReader(lines)
            return [(reader.line_num, row["address"], row["moved_to"] or "") for row in reader]
    except FileNotFoundError:
        return []


def redirect(app: Sphinx) -> list:
    """Writes a page at each old address that leads to the new one (``html-collect-pages``)."""
    moved = {old: (line, new) for line, old, new in addresses(Path(app.srcdir)) if new}
    for old, (line, new) in moved.items():
        wrong = _wrong(app, old, new, moved)
        if wrong:
            logger.warning("%s", wrong, location=f"{ADDRESSES}:{line}", type="caspian", subtype="moved")
            continue
        target = Path(app.outdir) / file_of(old)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(page(old, new), encoding="utf-8")
        ids = [PurePosixPath(name).name for name in (old, new) if name.startswith(f"{FIGURES}/")]
        if len(ids) == 2:
            for file in (Path(app.outdir) / FIGURES).glob(f"{ids[1]}.*"):
                shutil.copyfile(file, file.with_name(f"{ids[0]}{file.name.removeprefix(ids[1])}"))
    return []


def page(old: str, new: str) -> str:
    """The page at an old address."""
    up = posixpath.relpath(new.partition("#")[0] or ".", PurePosixPath(file_of(old)).parent.as_posix())
    to = escape(posixpath.join(up, "index.html") if file_of(new) != new.partition("#")[0] else up)
    to += escape("".join(new.partition("#")[1:]))
    return ('<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>This page has moved</title>\n'
            f'<meta http-equiv="refresh" content="0; url={to}">\n<link rel="canonical" href="{to}">\n</head>\n<body>\n'
            f'<main><h1>This page has moved</h1>\n<p>It is now <a href="{to}">here</a>.</p></main>\n</body>\n</html>\n')


def file_of(address: str) -> str:
    """The file at an address: a folder's is its index page."""
    place = address.partition("#")[0]
    return f"{place}index.html" if place.endswith("/") else place


def _wrong(app: Sphinx, old: str, new: str, moved: dict[str, tuple[int, str]]) -> str:
    """What is wrong with a redirect, or nothing."""
    for address in (old, new):
        if not _ADDRESS.fullmatch(address) or not address or ".." in address.split("/"):
            return f"“{address}” is no address below the book; write it as book/chapter.html or figures/id/"
    if "#" in old:
        return f"“{old}” is a place on a page; only whole pages can be led elsewhere"
    if _exists(app, old):
        return f"“{old}” is still a page of the book; remove the address it moved to"
    if new.partition("#")[0] in moved:
        return f"“{new}” has moved itself; give the address where it is now"
    return "" if _exists(app, new) else f"“{new}” is no page of the book"


def _exists(app: Sphinx, address: str) -> bool:
    file = file_of(address)
    if file.removesuffix(".html") in app.env.found_docs:
        return True
    if address.startswith(f"{FIGURES}/") and file.endswith("/index.html"):
        return (Path(app.outdir) / f"{PurePosixPath(file).parent}.json").is_file()
    return (Path(app.outdir) / file).is_file()
