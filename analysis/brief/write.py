"""One command, one file: what is asked is checked first, then made whole in memory, then put in its place."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from ..errors import InputError
from ..knowledge import LANGUAGES
from . import labels as label_texts

#: Format → what a reader calls it.
FORMATS = {"docx": "Word document", "pptx": "slides", "pdf": "PDF of the whole book"}
NAME = "across-the-caspian"


def write(root: Path, ids: Sequence[str] | None = None, format: str | None = None, language: str = "en",
          output: Path | None = None, overwrite: bool = False) -> Path:
    """Makes a briefing from the repository at ``root`` and returns where it lies.

    Without ``ids`` a Word document takes as many figures as two pages bear, and slides take all. Without ``format``
    the ending of ``output`` decides, or it is a Word document. The same input gives the same bytes.

    Raises
    ------
    InputError: an id, a format or a language is unknown, something asked does not go together, the file exists or
        cannot be written, or the corpus cannot be used. Nothing has been written then.
    """
    format = _format(format, output)
    if language not in LANGUAGES:
        label_texts.load(language)
    target = Path(output) if output else Path(_name(format, language))
    _check_target(target, overwrite)
    if format == "pdf":
        if ids is not None or language != "en":
            raise InputError("a PDF holds the whole book, which is in English",
                             place="--figures" if ids is not None else "--language",
                             remedy="Leave this out, or ask for --format docx or pptx")
        from .pdf import pdf

        blob = pdf(root)
    else:
        blob = _document(root, ids, format, language)
    _put(target, blob, overwrite)
    return target


def _document(root: Path, ids: Sequence[str] | None, format: str, language: str) -> bytes:
    from .. import citing, pipeline
    from ..figures import all_figures, get
    from ..tables import corpus_of
    from .contents import contents

    for id in ids or ():
        get(id)  # an unknown one is told before anything is computed
    labels = label_texts.load(language)
    tables = pipeline.load(root)
    cited = citing.of_book(root, corpus_of(tables))
    if format == "pptx":
        from .slides import slides

        return slides(contents(tables, cited, ids or [figure.id for figure in all_figures()], labels))
    from .word import word

    return word(contents(tables, cited, ids or (), labels))


def _format(format: str | None, output: Path | None) -> str:
    ending = Path(output).suffix.lower().lstrip(".") if output else ""
    if format is None:
        if ending and ending not in FORMATS:
            raise InputError(f"there is no format for the ending “.{ending}”", place="--output",
                             remedy=f"End the name with {_listed('.')}")
        return ending or "docx"
    if format not in FORMATS:
        raise InputError(f"there is no format “{format}”", place="--format", remedy=f"Use {_listed()}")
    if ending in FORMATS and ending != format:
        raise InputError(f"the ending of “{output}” is not that of the format {format}", place="--output",
                         remedy=f"End the name with .{format}")
    return format


def _listed(before: str = "") -> str:
    *first, last = (before + name for name in FORMATS)
    return f"{', '.join(first)} or {last}"


def _name(format: str, language: str) -> str:
    return f"{NAME}.pdf" if format == "pdf" else f"{NAME}-brief-{language}.{format}"


def _check_target(target: Path, overwrite: bool) -> None:
    """Refuses what can be known to fail before minutes are spent."""
    if target.is_dir():
        raise InputError("the output is a folder", file=target, remedy="Name a file in it")
    if target.exists() and not overwrite:
        raise InputError("the file exists already, and may hold changes of yours", file=target,
                         remedy="Name another with --output, or add --overwrite")
    if not target.absolute().parent.is_dir():
        raise InputError("cannot be written: there is no such folder", file=target.absolute().parent,
                         remedy="Make it, or choose another with --output")


def _put(target: Path, blob: bytes, overwrite: bool) -> None:
    """Puts the file in place whole, or leaves what was there."""
    target = target.resolve()  # a link stays, and what it points to is replaced
    name = None
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        with os.fdopen(handle, "wb") as out:
            out.write(blob)
        os.chmod(name, 0o644)
        if overwrite:
            os.replace(name, target)
        else:
            os.link(name, target)  # fails if somebody made the file meanwhile
            os.unlink(name)
    except FileExistsError:
        Path(name).unlink(missing_ok=True)
        _check_target(target, overwrite)
    except OSError as error:
        if name:
            Path(name).unlink(missing_ok=True)
        raise InputError(f"cannot be written: {error.strerror or error}", file=target,
                         remedy="Close it if a program has it open, or choose another with --output") from None
