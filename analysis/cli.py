"""The command line: ``python -m analysis annotate | align | book | brief | cite | evaluate``."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from . import __version__
from .errors import InputError

if TYPE_CHECKING:
    from .evaluate import Group

ROOT = Path(__file__).resolve().parent.parent

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="""How the press writes about Kazakhstan–Azerbaijan relations: annotate reports, measure how good the
    annotation is, build the book, cite its figures, hand out its data, make
    briefings.

    \b
    Examples:
      python -m analysis annotate seeds --output seeds.jsonl
      python -m analysis align english.txt azerbaijani.txt --output pairs.jsonl
      python -m analysis evaluate seeds/gold.jsonl --by language
      python -m analysis book
      python -m analysis cite themes-by-article
      python -m analysis data --output across-the-caspian-data
      python -m analysis brief --language ru

    Reports may be in English, Azerbaijani, Russian, Kazakh (either script) and Turkish.""",
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"Across the Caspian {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    pass


@app.command()
def annotate(
    inputs: Annotated[
        list[str], typer.Argument(metavar="INPUT", help="Text files, folders of them, JSON lines files, or -.")
    ],
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="Where to write; - is standard output.")
    ] = "-",
) -> None:
    """Annotate press reports and write one JSON object a line.

    \b
    INPUT is
      report.txt     one report; its name without .txt is its id
      folder         the .txt files in it and below; a catalogue.csv in it tells their dates, outlets …
      reports.jsonl  one object a line with "id" and "text", and where known "date", "outlet", "title",
                     "author", "url", "language"
      -              the same from standard input

    Each output line holds the raw text, what was left out of it and why, its sentences with speaker, themes, frames and
    tone, its mentions with the entity each is linked to, and the figures it quotes. Every start and end counts the
    characters of the raw text. Order and ids are kept. FILE appears when all is done, or not at all.

    \b
    Examples:
      python -m analysis annotate seeds --output seeds.jsonl
      python -m analysis annotate one.txt two.txt | head -1
      cat reports.jsonl | python -m analysis annotate - -o annotated.jsonl
    """
    from .bulk import records
    from .corpus.read import read_inputs
    from .exchange import write_jsonl

    count = write_jsonl(records(read_inputs(inputs)), output)
    if output != "-":
        typer.echo(f"{count} {'article' if count == 1 else 'articles'} → {output}", err=True)


@app.command()
def align(
    a: Annotated[str, typer.Argument(metavar="A", help="One article: a .txt file, or a .jsonl file with one line.")],
    b: Annotated[str, typer.Argument(metavar="B", help="The other, in the same language or another.")],
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="Where to write; - is standard output.")
    ] = "-",
) -> None:
    """Lay two articles side by side, sentence by sentence, and write one JSON object a step.

    Each line has the sentences of both sides as "a" and "b", lists of [start, end] that count the characters of the raw
    text; one of them is empty where a sentence stands alone. "score" runs from 0 to 1, and "evidence" says by kind
    what the two have in common: entities, figures, dates, speakers, themes, words that mean the same or sound alike.
    Nothing is translated. FILE appears when all is done, or not at all.

    \b
    Examples:
      python -m analysis align english.txt azerbaijani.txt --output pairs.jsonl
      python -m analysis align one.txt two.txt | head -3
    """
    from .alignment.files import aligned
    from .exchange import write_jsonl

    count = write_jsonl(aligned(a, b), output)
    if output != "-":
        typer.echo(f"{count} {'step' if count == 1 else 'steps'} → {output}", err=True)


@app.command()
def book(
    root: Annotated[
        Path, typer.Option("--root", metavar="FOLDER", help="The folder with seeds/, book/ and _config.yml.")
    ] = ROOT,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Show everything the builder says.")] = False,
) -> None:
    """Build the book from the articles in seeds/ and print the path of its front page.

    What has not changed since the last time is not built again. A chapter that fails, or a warning, fails the build,
    and the last good book stays.

    \b
    Example:
      python -m analysis book
    """
    from .build import build_book

    typer.echo(build_book(root, verbose=verbose))


@app.command()
def evaluate(
    gold: Annotated[str, typer.Argument(metavar="GOLD", help="Reports labelled by people, as JSON lines.")],
    system: Annotated[
        str | None,
        typer.Argument(metavar="[SYSTEM]", help="Annotations to score; without it, gold's texts are annotated now."),
    ] = None,
    by: Annotated[
        str | None, typer.Option("--by", metavar="FIELD", help="Also by a field of gold: language, outlet, id …")
    ] = None,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="Write the annotations that were scored.")
    ] = None,
    full: Annotated[bool, typer.Option("--full", help="Also every single theme, frame, tone and type.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print all scores as JSON.")] = False,
) -> None:
    """Score annotations against gold.

    Of gold's articles the program sees id and text alone. Scores run from 0 to 1: F1 of what is found, and the share
    of right decisions ("acc"). n is the number of gold units, or of decisions, behind a score; a score of few is a
    rough one.

    \b
    Examples:
      python -m analysis evaluate seeds/gold.jsonl
      python -m analysis evaluate seeds/gold.jsonl --by language --full
      python -m analysis evaluate seeds/gold.jsonl mine.jsonl --json
    """
    from .bulk import records
    from .evaluate import tallied, texts
    from .exchange import read_jsonl, write_jsonl

    wanted = list(read_jsonl(gold))
    if by is not None and not any(by in record for record in wanted):
        raise InputError(
            f"no article has a field “{by}”", file=gold, place="--by", remedy="Try language, outlet or id"
        )
    got = list(read_jsonl(system)) if system else list(records(texts(wanted, gold)))
    if output:
        write_jsonl(got, output)
    groups = tallied(wanted, got, by)
    if as_json:
        scores = {
            key: {name: round(score.value, 3) for name, score in group.scores().items()}
            for key, group in groups.items()
        }
        typer.echo(json.dumps(scores, ensure_ascii=False, indent=1))
    else:
        _show(groups, full)


@app.command()
def cite(
    figure: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="Id of a figure or table; without it, the book.")
    ] = None,
    style: Annotated[
        str, typer.Option("--style", "-s", metavar="STYLE", help="apa, chicago, bibtex, ris, csl-json or all.")
    ] = "all",
    root: Annotated[Path, typer.Option("--root", metavar="FOLDER", help="The folder with CITATION.cff and seeds/.")]
    = ROOT,
) -> None:
    """Show how to cite the book, or one of its figures and tables.

    A citation names the version, the commit, the articles' digest and the dates of the first and the last of them.

    \b
    Examples:
      python -m analysis cite themes-by-article
      python -m analysis cite themes-by-article --style bibtex >> references.bib
      python -m analysis cite
    """
    from . import citing, pipeline
    from .figures import get
    from .tables import corpus_of

    if style not in ("all", *citing.STYLES):
        raise InputError(f"there is no style “{style}”", place="--style",
                         remedy=f"Use one of {', '.join(citing.STYLES)} or all")
    found = get(figure) if figure else None
    cited = citing.of_book(root, corpus_of(pipeline.load(root)))
    if found:
        cited = citing.of_figure(cited, {"id": found.id, "title": found.title, "kind": found.kind})
    if style != "all":
        typer.echo(citing.STYLES[style](cited).rstrip())
        return
    typer.echo("\n\n".join(f"{name}\n{make(cited).rstrip()}" for name, make in citing.STYLES.items()))


@app.command()
def data(
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FOLDER", help="Where to write; a new folder, or an empty one.")
    ],
    root: Annotated[Path, typer.Option("--root", metavar="FOLDER", help="The folder with CITATION.cff and seeds/.")]
    = ROOT,
) -> None:
    """Write all tables and the data of all figures, as CSV and Parquet, with their description.

    datapackage.json tells what each table and column means, its type and unit, and the size and SHA-256 of each file;
    README.md the terms, and how to open the files in a spreadsheet. A ZIP file holds them all. FOLDER appears when all
    is done, or not at all.

    \b
    Example:
      python -m analysis data --output across-the-caspian-data
    """
    from . import citing, datapackage, pipeline
    from .tables import corpus_of

    datapackage.check_free(output)
    tables = pipeline.load(root)
    about = datapackage.write_package(tables, citing.of_book(root, corpus_of(tables)), output)
    typer.echo(f"{len(about['resources'])} tables → {output}", err=True)


@app.command()
def brief(
    figures: Annotated[
        str | None,
        typer.Option("--figures", "-f", metavar="ID,ID,…", help="Figures and tables; see the gallery or ids.txt."),
    ] = None,
    format: Annotated[
        str | None,
        typer.Option("--format", metavar="FORMAT", help="docx (Word), pptx (slides) or pdf (the whole book)."),
    ] = None,
    language: Annotated[
        str, typer.Option("--language", "-l", metavar="LANGUAGE", help="en, az, ru, kk or tr: labels, standing text.")
    ] = "en",
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Where to write; its ending may tell the format."),
    ] = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace FILE if it exists.")] = False,
    root: Annotated[Path, typer.Option("--root", metavar="FOLDER", help="The folder with CITATION.cff and seeds/.")]
    = ROOT,
) -> None:
    """Make a briefing from the book: two pages for Word, a slide for each figure, or a PDF of all its pages.

    Without --figures, a Word document holds what two pages bear, slides hold every figure. Sources, sizes, limits and
    citations come along. What is not known in the language stays English. FILE appears when all is done, or not at all.

    \b
    Examples:
      python -m analysis brief
      python -m analysis brief --figures who-is-heard,tone-by-article --format pptx --language ru
      python -m analysis brief --output book.pdf
    """
    from .brief import write

    ids = None if figures is None else [id.strip() for id in figures.split(",") if id.strip()]
    if ids == []:
        raise InputError("no figure is named", place="--figures", remedy="Name some, or leave it out")
    typer.echo(write(root, ids, format, language, output, overwrite))


def _show(groups: dict[str, Group], full: bool) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table

    scores = {key: group.scores() for key, group in groups.items()}
    names = list(dict.fromkeys(name for group in scores.values() for name in group))
    table = Table(box=box.SIMPLE_HEAD, header_style="bold")
    table.add_column("score", no_wrap=True)
    for key in groups:
        table.add_column(key, justify="right", no_wrap=True)
        table.add_column("n", justify="right", style="dim", no_wrap=True)
    for name in names:
        if full or not ("=" in name or name.startswith("type:")):
            cells = [scores[key].get(name) for key in groups]
            table.add_row(
                name,
                *(text for score in cells for text in ((f"{score.value:.3f}", str(score.n)) if score else ("", ""))),
            )
    console = Console(width=None if sys.stdout.isatty() else 30 + 22 * len(groups))
    every = groups["all"]
    lacking = f", {every.missing} of them missing from the system's" if every.missing else ""
    console.print(f"{every.articles} articles of gold{lacking}", highlight=False)
    console.print(table)


def main() -> None:
    """Run the command line; a mistake of the user's is one message and exit status 1."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")  # whatever the terminal's habit, the reports' letters must get out
    try:
        app(prog_name="python -m analysis")
    except InputError as error:
        typer.echo(f"Error: {error}", err=True)
        raise SystemExit(1) from None
