"""Reports of two invented visits in five languages (``passages.yaml``), whole and changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path

import pytest
import yaml

from analysis import knowledge
from analysis.alignment.features import report
from analysis.alignment.likeness import Likeness
from analysis.alignment.model import Step
from analysis.alignment.path import Aligner
from analysis.annotate.pipeline import annotate
from analysis.annotate.text import kazakh_latin
from analysis.exchange import to_record
from analysis.tables import Tables, from_records

FILE = Path(__file__).parent / "passages.yaml"
LANGUAGES = ("en", "az", "ru", "kk", "tr")


@lru_cache(maxsize=1)
def _passages() -> dict[str, dict[str, list[str]]]:
    items = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    for item in items:
        item["kk-latin"] = [kazakh_latin(sentence) for sentence in item["kk"]]
    return {item["id"]: item for item in items}


@lru_cache(maxsize=256)
def _record(name: str, language: str, sentences: tuple[str, ...]) -> dict:
    text = "\n\n".join(sentences)
    found = annotate(name, text, language=language[:2], date="2023-05-15")
    record = to_record(found.fields, found.removals, found.doc)
    assert [text[s["start"]:s["end"]] for s in record["sentences"]] == list(sentences)
    return record


def tables(a: tuple[str, Sequence[str]], b: tuple[str, Sequence[str]]) -> Tables:
    """The tables of two reports "a" and "b", each a language and its sentences."""
    records = [_record(name, language, tuple(sentences)) for name, (language, sentences) in (("a", a), ("b", b))]
    return from_records(records, entities=knowledge.load().describe())


@pytest.fixture(scope="session")
def passages() -> dict[str, dict[str, list[str]]]:
    """Passage → language → sentences; sentence n tells the same in each."""
    return _passages()


@pytest.fixture(scope="session")
def aligned() -> Callable[..., list[Step]]:
    """The alignment of two reports, each given as (language, sentences)."""

    def steps(a: tuple[str, Sequence[str]], b: tuple[str, Sequence[str]]) -> list[Step]:
        t = tables(a, b)
        return Aligner(Likeness(report(t, "a"), report(t, "b"))).align()

    return steps


@pytest.fixture(scope="session")
def two() -> Callable[..., Tables]:
    """The tables of two reports "a" and "b", each given as (language, sentences)."""
    return tables
