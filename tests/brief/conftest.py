"""Tables for briefings: the seeds as people labelled them, and a corpus whose words are up to no good."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from analysis import citing, knowledge, tables

ROOT = Path(__file__).resolve().parents[2]
#: Mark-up, a formula, a control character and the end of a CDATA section, where a name is expected.
EVIL = "=cmd|'/C calc'!A0 <w:p/>&amp;{0}\x0b\x01]]></a:t> \u0259"
LANGUAGES = ("en", "az", "ru", "kk", "tr")


@pytest.fixture(scope="session")
def seeds() -> tables.Tables:
    """The five articles, as labelled by hand, with what the catalogue knows of them."""
    lines = (ROOT / "seeds" / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    with open(ROOT / "seeds" / "catalogue.csv", encoding="utf-8", newline="") as file:
        rows = {row["doc_id"]: {key: value for key, value in row.items() if value} for row in csv.DictReader(file)}
    return tables.from_records(map(json.loads, lines), rows, knowledge.load().describe())


@pytest.fixture(scope="session")
def evil() -> tables.Tables:
    """Three articles whose outlets, labels, events, speakers and words are hostile."""
    records, catalogue = [], {}
    for i in range(3):
        text = f"Kazakhstan and friendly {EVIL} met. " * 2
        half = len(text) // 2
        record = {"id": f"a{i}", "text": text, "mentions": [], "figures": [], "boilerplate": [], "sentences": [
            {"start": start, "end": start + half, "quoted": bool(k), "tone": 1 - k, "themes": ["energy"],
             "frames": ["friendship"], "speaker": ["evil-one"] if k else ["narrator"]}
            for k, start in enumerate((0, half))]}
        record["mentions"] = [{"start": 0, "end": 10, "type": "COUNTRY", "kind": "name", "entity": "kazakhstan"},
                              {"start": half, "end": half + 10, "type": "PERSON", "kind": "name", "entity": "evil-one"}]
        records.append(record)
        catalogue[f"a{i}"] = {"label": f"{EVIL} {i}", "outlet": f"{EVIL} {i}", "outlet_country": EVIL, "event": f"e{i}",
                              "event_label": EVIL, "date": f"202{i}-01-02", "language": "en"}
    return tables.from_records(records, catalogue, {"evil-one": {"name": EVIL, "type": "PERSON", "state": None}})


@pytest.fixture(scope="session")
def nothing() -> tables.Tables:
    """A corpus without an article."""
    return tables.from_records([])


@pytest.fixture(scope="session")
def cited() -> citing.Citation:
    return citing.Citation(
        book="Across the Caspian: a book on Kazakhstan", authors=("Across the Caspian contributors",), version="1.2.3",
        date="2026-01-02", url="https://example.org/book/", commit="abc", corpus="0123456789ab", first="2019-07-03",
        last="2024-03-11")
