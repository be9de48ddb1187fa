"""How to cite the book and each of its figures: in words, and in the formats that reference managers read.

Author, title, version, year and address come from ``CITATION.cff``, the one place where they are set. A figure's
citation also says which articles its numbers rest on: the corpus's digest and the dates of its first and last article.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .errors import InputError
from .measure.wording import day

#: The address of a figure's page below that of the book.
FIGURE_PAGE = "figures/{id}/"


@dataclass(frozen=True)
class Citation:
    """What is cited: the book, or a figure or table of it.

    Attributes
    ----------
    id, title, kind: of the figure or table; empty for the book.
    book, authors, version, date, url: from CITATION.cff; date is ISO; url is the figure's, if it is one.
    commit: short hash of the repository's commit, "+" behind it if files were changed since; "" if not known.
    corpus: first twelve digits of the corpus's SHA-256; first, last: dates of its first and last article.
    """

    book: str
    authors: tuple[str, ...]
    version: str
    date: str
    url: str
    id: str = ""
    title: str = ""
    kind: str = ""
    commit: str = ""
    corpus: str = ""
    first: str = ""
    last: str = ""

    @property
    def year(self) -> str:
        return self.date[:4]

    @property
    def key(self) -> str:
        """Key for BibTeX: "acrossthecaspian2026-themes-by-article"."""
        name = "".join(letter for letter in self.book.split(":")[0].lower() if letter.isalnum() and letter.isascii())
        return f"{name or 'book'}{self.year}{f'-{self.id}' if self.id else ''}"

    @property
    def edition(self) -> str:
        """Such as "Version 0.1.0, commit 1a2b3c4"."""
        return f"Version {self.version}" + (f", commit {self.commit}" if self.commit else "")

    @property
    def data(self) -> str:
        """Such as "articles of 2 July 2019 to 11 March 2024, corpus 9f8e7d6c5b4a"; "" for what is not known."""
        dates = [day(date) for date in dict.fromkeys((self.first, self.last)) if date]
        parts = [f"articles of {' to '.join(dates)}"] if dates else []
        return ", ".join(parts + ([f"corpus {self.corpus}"] if self.corpus else []))


def of_book(root: Path, corpus: Mapping[str, Any] | None = None) -> Citation:
    """The citation of the book whose repository is at ``root``.

    ``corpus``: digest, first and last as the export's manifest has them.

    Raises
    ------
    InputError: CITATION.cff is missing or lacks what a citation needs.
    """
    import yaml

    file = root / "CITATION.cff"
    try:
        cff = yaml.safe_load(file.read_text(encoding="utf-8"))
        authors = tuple(one.get("name") or f"{one['given-names']} {one['family-names']}" for one in cff["authors"])
        known = {"book": str(cff["title"]), "authors": authors, "version": str(cff["version"]),
                 "date": str(cff["date-released"]), "url": str(cff["url"])}
    except (OSError, yaml.YAMLError) as error:
        raise InputError(f"cannot be read: {error}", file=file, remedy="Restore the file") from None
    except (KeyError, TypeError, AttributeError) as error:
        raise InputError(f"lacks {error}", file=file,
                         remedy="Give title, authors, version, date-released and url") from None
    corpus = corpus or {}
    return Citation(**known, commit=commit(root), corpus=str(corpus.get("digest") or "")[:12],
                    first=corpus.get("first") or "", last=corpus.get("last") or "")


def of_figure(book: Citation, record: Mapping[str, Any]) -> Citation:
    """The citation of a figure or table; ``record`` has its id, title and kind."""
    from dataclasses import replace

    url = f"{book.url.rstrip('/')}/{FIGURE_PAGE.format(id=record['id'])}"
    return replace(book, id=record["id"], title=record["title"], kind=record["kind"], url=url)


def commit(root: Path) -> str:
    """Short hash of the commit that is checked out, "+" behind it if a tracked file was changed; "" without git."""
    if not (root / ".git").exists() or not shutil.which("git"):
        return ""
    try:
        head, changed = (subprocess.run(["git", "-C", str(root), *words], capture_output=True, text=True, timeout=20)
                         for words in (("rev-parse", "--short=10", "HEAD"),
                                       ("status", "--porcelain", "--untracked-files=no")))
    except (OSError, subprocess.SubprocessError):
        return ""
    return "" if head.returncode else head.stdout.strip() + "+" * bool(changed.stdout.strip())


def apa(c: Citation) -> str:
    """APA, 7th edition."""
    edition = "; ".join(part for part in (c.edition, c.data) if part)
    if not c.id:
        return f"{_authors(c)} ({c.year}). {c.book} ({edition}). {c.url}"
    return f"{_authors(c)} ({c.year}). {c.title} [{c.kind.capitalize()}]. In {c.book} ({edition}). {c.url}"


def chicago(c: Citation) -> str:
    """Chicago Manual of Style, 17th edition, author and date."""
    edition = ". ".join(part for part in (c.edition, c.data[:1].upper() + c.data[1:]) if part)
    what = f"“{c.title}.” {c.kind.capitalize()} in {c.book}" if c.id else c.book
    return f"{_authors(c)} {c.year}. {what}. {edition}. {c.url}."


def bibtex(c: Citation) -> str:
    """BibTeX: ``@incollection`` for a figure, ``@book`` for the book."""
    fields = {"author": "{" + " and ".join(map(_tex, c.authors)) + "}" if len(c.authors) == 1
              else " and ".join("{" + _tex(name) + "}" for name in c.authors),
              "title": _tex(c.title or c.book)}
    if c.id:
        fields["booktitle"] = _tex(c.book)
    fields |= {"year": c.year, "edition": _tex(c.edition), "url": c.url}
    if c.data:
        fields["note"] = _tex(f"{c.kind.capitalize()}; {c.data}" if c.id else c.data[:1].upper() + c.data[1:])
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@{'incollection' if c.id else 'book'}{{{c.key},\n{lines}}}\n"


def ris(c: Citation) -> str:
    """RIS, for EndNote, Zotero and others; CHAP for a figure, BOOK for the book."""
    lines = [("TY", "CHAP" if c.id else "BOOK"), *(("AU", name) for name in c.authors), ("TI", c.title or c.book)]
    lines += [("T2", c.book)] if c.id else []
    lines += [("PY", c.year), ("DA", c.date.replace("-", "/")), ("ET", c.edition)]
    lines += [("N1", c.data)] if c.data else []
    lines += [("UR", c.url), ("ER", "")]
    return "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in lines)


def csl(c: Citation) -> dict[str, Any]:
    """One item of CSL-JSON 1.0."""
    item: dict[str, Any] = {"id": c.key, "type": "chapter" if c.id else "book",
                            "author": [{"literal": name} for name in c.authors], "title": c.title or c.book}
    if c.id:
        item |= {"container-title": c.book, "genre": c.kind.capitalize()}
    item |= {"issued": {"date-parts": [[int(part) for part in c.date.split("-")]]}, "version": c.version, "URL": c.url}
    note = "; ".join(part for part in (f"commit {c.commit}" if c.commit else "", c.data) if part)
    return item | ({"note": note} if note else {})


def csl_json(c: Citation) -> str:
    """CSL-JSON, as text: a list of one item."""
    return json.dumps([csl(c)], ensure_ascii=False, indent=1) + "\n"


#: Name of a style → what makes it.
STYLES: dict[str, Callable[[Citation], str]] = {"apa": apa, "chicago": chicago, "bibtex": bibtex, "ris": ris,
                                                "csl-json": csl_json}


def _authors(c: Citation) -> str:
    names = list(c.authors)
    said = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} & {names[-1]}"
    return said if said.endswith(".") else f"{said}."


_TEX = str.maketrans({"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "%": r"\%", "&": r"\&", "$": r"\$", "#": r"\#",
                      "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"})


def _tex(text: str) -> str:
    return " ".join(text.split()).translate(_TEX)
