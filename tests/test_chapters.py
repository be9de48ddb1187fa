"""The chapters as they are written: no claim typed by hand, every finding and figure told once, terms explained."""

from __future__ import annotations

import ast
import csv
import json
import re
from pathlib import Path

import pytest
import yaml

from analysis import tables
from analysis.figures.registry import pinned
from analysis.measure import findings

ROOT = Path(__file__).resolve().parents[1]
BOOK = ROOT / "book"
CODE = re.compile(r"^```\{code-cell\}.*?^```$", re.MULTILINE | re.DOTALL)
GALLERY = "figures"

#: Numerals that are names of things and no counts.
NAMES = re.compile(r"UTF-8|\bF1\b|version 3\.\d+|CC BY 4\.0|licenses/by/4\.0")
#: Counts in words; "one" and "two" are left out: the two states are the subject of the book.
WORDS = re.compile(r"\b(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|dozens?|hundreds?|"
                   r"thousands?|(?!unfold)\w+fold|half|third of|per ?cent of)\b", re.IGNORECASE)


def _toc() -> list[str]:
    toc = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))
    return [toc["root"]] + [entry["file"] for part in toc["parts"] for entry in part["chapters"]]


CHAPTERS = {name.removeprefix("book/"): (ROOT / f"{name}.md").read_text(encoding="utf-8") for name in _toc()}


def body(chapter: str) -> str:
    """The chapter without the header that makes it a notebook."""
    text = CHAPTERS[chapter]
    return text.split("---\n", 2)[2] if text.startswith("---\n") else text


def cells(chapter: str) -> list[str]:
    """The code of a chapter's cells, options left out."""
    found = [cell.split("\n", 1)[1].removesuffix("```") for cell in CODE.findall(body(chapter))]
    return ["\n".join(line for line in cell.splitlines() if not line.startswith(":")) for cell in found]


def called(chapter: str, *functions: str) -> list[str]:
    """Texts that a chapter's cells hand to functions of ``b``, in order."""
    nodes = [node for cell in cells(chapter) for node in ast.walk(ast.parse(cell)) if isinstance(node, ast.Call)]
    return [argument.value for node in nodes
            if isinstance(node.func, ast.Attribute) and node.func.attr in functions
            for argument in node.args if isinstance(argument, ast.Constant) and isinstance(argument.value, str)]


def prose(chapter: str) -> str:
    """What a reader reads: no code, no options, no addresses of links and roles; citations as ¶."""
    text = CODE.sub("", body(chapter))
    text = re.sub(r"^```(?!\{glossary\})\w*.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    text = re.sub(r"^:(?:class|filter):.*$", "", text, flags=re.MULTILINE)
    text = re.sub(r"\{cite:\w+\}`[^`]*`", "¶", text)
    text = re.sub(r"\{(?:glue:\w+|numref|doc|ref|term)\}`(?:([^`<]*)<[^`]*>|[^`]*)`", r"\1", text)
    text = re.sub(r"`[^`]*`", "", text)
    return re.sub(r"^\d+\. ", "", text, flags=re.MULTILINE)


def sentences(text: str) -> list[str]:
    flat = re.sub(r"\n(?![\n\-|])", " ", text)
    return [part for line in flat.splitlines() for part in re.split(r"(?<=[.:;!?])\s+", line) if part.strip()]


@pytest.fixture(scope="module")
def ids() -> list[str]:
    """Every finding, in the order of the chapters: the same for any corpus."""
    return [finding.id for finding in findings.all_findings(tables.from_records([]))]


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_chapter_opens_with_what_you_learn(chapter: str) -> None:
    first = re.sub(r"^# .*$", "", body(chapter).strip(), count=1, flags=re.MULTILINE).strip()
    before, found, after = first.partition(":::{admonition} What you will learn")
    assert found and len(before.split()) < 40 and "```" not in before and "#" not in before
    learn = after.split(":::")[0].partition(":class: learn\n")[2]
    assert 10 < len(learn.split()) < 60


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_no_number_is_typed_by_hand(chapter: str) -> None:
    """A sentence with a source may hold numbers: what is known of the world stays true with another corpus."""
    typed = [sentence for sentence in sentences(prose(chapter)) if "¶" not in sentence
             and (re.search(r"\d", NAMES.sub("", sentence)) or WORDS.search(sentence))]
    assert not typed


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_no_person_or_outlet_of_the_corpus_is_named_by_hand(chapter: str) -> None:
    records = [json.loads(line) for line in (ROOT / "seeds" / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    people = {mention["entity"].replace("-", " ") for record in records for mention in record["mentions"]
              if mention["type"] == "PERSON"}
    with open(ROOT / "seeds" / "catalogue.csv", encoding="utf-8", newline="") as file:
        outlets = {row["outlet"].lower() for row in csv.DictReader(file)}
    surnames = {name.split()[-1] for name in people}
    for sentence in sentences(prose(chapter)):
        if "¶" not in sentence:
            words = sentence.lower()
            assert not [name for name in people | outlets if name in words], sentence
            assert not surnames & set(re.findall(r"\w+", words)), sentence


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_cells_narrate_and_call(chapter: str) -> None:
    """Anything with a branch in it belongs into the package, where it is tested."""
    allowed = (ast.Expr, ast.Assign, ast.Import, ast.ImportFrom)
    for cell in CODE.findall(body(chapter)):
        assert "\n:tags: [hide-input]\n" in cell
    for cell in cells(chapter):
        tree = ast.parse(cell)
        assert all(isinstance(node, allowed) for node in tree.body), cell
        assert not [node for node in ast.walk(tree) if isinstance(node, (ast.IfExp, ast.Lambda, ast.BoolOp))], cell


def test_every_finding_is_told_once(ids: list[str]) -> None:
    told = [id for chapter in CHAPTERS for id in called(chapter, "findings")]
    assert sorted(told) == sorted(ids)


def test_a_finding_is_told_in_the_chapter_that_the_front_page_leads_to() -> None:
    from analysis.narrative import PAGES

    made = {finding.id: finding.chapter for finding in findings.all_findings(tables.from_records([]))}
    for chapter in CHAPTERS:
        for id in called(chapter, "findings"):
            assert PAGES[made[id]] == chapter, id


def test_every_figure_is_shown_in_one_chapter() -> None:
    shown = [id for chapter in CHAPTERS if chapter != GALLERY for id in called(chapter, "show", "table")]
    assert sorted(shown) == sorted(pinned())
    assert any("b.gallery()" in cell for cell in cells(GALLERY))


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_figure_is_explained_where_it_stands(chapter: str) -> None:
    explained = [id for words in re.findall(r"\*\*How to read (.*?)\.?\*\*", body(chapter), re.DOTALL)
                 for id in re.findall(r"\{numref\}`([\w-]+)`", words)]
    assert sorted(explained) == sorted(called(chapter, "show", "table"))


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_no_heading_takes_the_address_of_a_figure(chapter: str) -> None:
    slugs = {re.sub(r"\W+", "-", title.lower()).strip("-") for title in re.findall(r"^#+ (.*)$", body(chapter), re.M)}
    assert not slugs & set(pinned())


def test_every_term_is_in_the_glossary() -> None:
    glossary = body("glossary").partition("```{glossary}")[2].partition("```")[0]
    terms = {line.strip().lower() for line in glossary.splitlines() if line and not line.startswith(" ")}
    used = {(target or words).strip().lower() for text in CHAPTERS.values()
            for words, target in re.findall(r"\{term\}`([^`<]+?)(?:<([^`>]+)>)?`", text)}
    assert used and used <= terms
    assert list(dict.fromkeys(sorted(terms))) == sorted(terms)


def test_every_source_is_in_the_bibliography_and_used() -> None:
    bib = (BOOK / "references.bib").read_text(encoding="utf-8")
    entries = dict(re.findall(r"@\w+\{(\w+),\n  keywords = \{(\w+)\}", bib))
    assert set(entries.values()) == {"method", "background"}
    assert len(entries) == len(re.findall(r"^@", bib, re.MULTILINE))
    cited = {key for text in CHAPTERS.values() for keys in re.findall(r"\{cite:\w+\}`([^`]+)`", text)
             for key in keys.split(",")}
    assert cited == set(entries)


def test_chapters_lead_on() -> None:
    """Each chapter with findings says what comes next, and how sure it is."""
    for chapter in ("entities", "voices", "tone-framing", "themes", "one-visit", "figures-quoted", "agreements"):
        headings = re.findall(r"^## (.*)$", body(chapter), re.MULTILINE)
        assert headings[-2:] == ["How sure is this", "What next"], chapter


@pytest.mark.parametrize(("text", "typed"), [("Of 5 articles, all.", True), ("Five articles say so.", True),
                                             ("It grew tenfold.", True), ("Since 2021 ¶.", False),
                                             ("Save it as UTF-8.", False), ("The two states agreed.", False)])
def test_the_lint_finds_what_it_should(text: str, typed: bool) -> None:
    found = [sentence for sentence in sentences(text) if "¶" not in sentence
             and (re.search(r"\d", NAMES.sub("", sentence)) or WORDS.search(sentence))]
    assert bool(found) is typed
