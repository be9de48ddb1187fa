"""Tables for the figures: the gold of the five seeds, and made-up corpora of any size."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from analysis import tables

ROOT = Path(__file__).resolve().parents[2]
VISIT = {"event": "diaspora-visit", "event_label": "Assembly delegation in Baku", "outlet_country": "Azerbaijan"}
CATALOGUE = {
    "000_d59ad83c0298ad6c": VISIT
    | {"label": "AzerNews 2020", "date": "2020-01-31", "date_basis": "catalogue", "year": 2020},
    "001_bf240cc039c28393": VISIT | {"label": "Metbuat.az 2020", "date": "2020-01", "date_basis": "text", "year": 2020},
    "002_e20391bf89a0c085": {
        "label": "The Diplomatic Insight 2023",
        "outlet_country": "Pakistan",
        "event": "astana-2023",
        "event_label": "Aliyev in Astana",
        "date_basis": "text",
    },
    "003_7afe9d9db3f1ef3e": {
        "label": "Oval.az 2019",
        "outlet_country": "Azerbaijan",
        "date": "2019-07-03",
        "date_basis": "catalogue",
        "event": "baku-2019",
        "event_label": "Abdykalikova in Baku",
    },
    "004_0cf0369e1160f46d": {
        "label": "News.az 2024",
        "outlet_country": "Azerbaijan",
        "event": "majlis-2024",
        "event_label": "Tokayev at the Milli Majlis",
        "date_basis": "text",
    },
}
# fmt: off
KAZAKH = [
    "zhanseit-tuimebayev", "kassym-jomart-tokayev", "nursultan-nazarbayev", "gulshara-abdykalikova", "askar-mamin",
    "serzhan-abdykarimov", "assembly-of-people-of-kazakhstan", "senate-of-kazakhstan", "mazhilis", "astana"]
AZERBAIJANI = [
    "fuad-muradov", "ilham-aliyev", "heydar-aliyev", "novruz-mammadov", "sahiba-gafarova", "rashad-mammadov",
    "milli-majlis", "state-committee-on-work-with-diaspora", "baku", "fizuli"]
# fmt: on
ENTITIES = {slug: {"state": "kazakhstan"} for slug in KAZAKH} | {slug: {"state": "azerbaijan"} for slug in AZERBAIJANI}
LONG = "Interparliamentary Commission on Economic, Scientific, Technical and Cultural-Humanitarian Co-operation"


def made(count: int, *, dated: bool = True, people: int = 60) -> tables.Tables:
    """A made-up corpus of ``count`` articles with many people, long names and labels, and (some) dates missing."""
    records, catalogue = [], {}
    themes = ["political-dialogue", "trade-economy", "energy", "transport", "environment"]
    frames = ["friendship", "kinship", "strategic-alliance", "concern"]
    for i in range(count):
        text, record = "", {"sentences": [], "mentions": [], "figures": [], "boilerplate": []}
        for k in range(12):
            who = (i * 7 + k) % people
            parts = [
                ("Kazakhstan", "COUNTRY", "kazakhstan"),
                ("Azerbaijan", "COUNTRY", "azerbaijan"),
                (f"Person Number {who}", "PERSON", f"person-number-{who}"),
                (LONG, "ORG", "long-commission"),
            ]
            start = len(text)
            for form, kind, entity in parts[: 2 + k % 3]:
                record["mentions"].append(
                    {"start": len(text), "end": len(text) + len(form), "type": kind, "kind": "name", "entity": entity}
                )
                text += form + " and "
            text += f"the friendly ministers discussed trade worth ${k + 1} million and $2 of goods."
            at = text.index(f"${k + 1} million", start)
            record["figures"].append(
                {
                    "start": at,
                    "end": at + len(f"${k + 1} million"),
                    "value": 1e6 * (k + 1),
                    "unit": "USD",
                    "qualifier": "exact",
                    "what": "trade",
                }
            )
            record["sentences"].append(
                {
                    "start": start,
                    "end": len(text),
                    "quoted": k % 4 == 1,
                    "tone": (k + i) % 3 - 1,
                    "themes": [themes[(i + k) % 5]],
                    "frames": [frames[k % 4]],
                    "speaker": ["narrator"] if k % 3 == 0 else [f"person-number-{who}"],
                }
            )
            text += "\n"
        name = f"{i:03}_article"
        date = f"{2010 + i % 16}-{1 + i % 12:02}-{1 + i % 28:02}" if dated and i % 5 != 4 else None
        catalogue[name] = {
            "label": f"The Very Long Outlet Name {i}" if i % 3 == 0 else f"Outlet {i}",
            "outlet": f"Outlet {i % 6}",
            "outlet_country": ["Azerbaijan", "Kazakhstan", None][i % 3],
            "date": date,
            "event": f"event-{i // 2}",
            "event_label": f"Event {i // 2}",
            "language": "en",
        }
        records.append({"id": name, "text": text, **record})
    entities = {
        f"person-number-{k}": {"state": ["kazakhstan", "azerbaijan", "armenia", None][k % 4]} for k in range(people)
    }
    return tables.from_records(records, catalogue, entities | {"long-commission": {"name": LONG}})


def gold() -> tables.Tables:
    """Gold annotations of the five seed articles."""
    lines = (ROOT / "seeds" / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    return tables.from_records(map(json.loads, lines), CATALOGUE, ENTITIES)


@pytest.fixture(scope="session")
def seeds() -> tables.Tables:
    return gold()


@pytest.fixture(scope="session")
def corpora() -> dict[str, tables.Tables]:
    """Corpora that a figure must bear: none, one, a few undated, many."""
    return {
        "empty": tables.from_records([]),
        "one": made(1, people=3),
        "undated": made(3, dated=False),
        "many": made(30),
    }
