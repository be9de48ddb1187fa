"""The one exception a user is meant to read."""

from __future__ import annotations

from pathlib import Path


class InputError(Exception):
    """Something the user gave cannot be used; says which file, where in it, and what to do.

    The command line prints the message alone, without a traceback, and exits with status 1.

    Parameters
    ----------
    problem: what is wrong, as a phrase without a full stop.
    file: the file or folder concerned, if there is one.
    line: 1-based line in ``file``, if it is known.
    place: a finer or other place (a field, a row, a key), if a line does not say it.
    remedy: what the user can do about it, as an imperative sentence.
    """

    def __init__(self, problem: str, *, file: str | Path | None = None, line: int | None = None,
                 place: str | None = None, remedy: str | None = None) -> None:
        self.problem, self.file, self.line, self.place, self.remedy = problem, file, line, place, remedy
        where = "" if file is None else f"{file}, line {line}: " if line else f"{file}: "
        at = f" ({place})" if place else ""
        then = f". {remedy}" if remedy else ""
        super().__init__(f"{where}{problem}{at}{then}")
