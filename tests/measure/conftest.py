"""Tables for the measures: the gold of the five seeds with what the catalogue says, and tiny corpora made by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from analysis import tables

ROOT = Path(__file__).resolve().parents[2]
AZ, EN2020, ASTANA, BAKU19, MAJLIS = (
    "001_bf240cc039c28393",
    "000_d59ad83c0298ad6c",
    "002_e20391bf89a0c085",
    "003_7afe9d9db3f1ef3e",
    "004_0cf0369e1160f46d",
)
CATALOGUE = {
    EN2020: {
        "label": "AzerNews 2020",
        "outlet_country": "Azerbaijan",
        "date": "2020-01-31",
        "event": "diaspora-visit",
        "event_label": "Assembly delegation in Baku",
    },
    AZ: {
        "label": "Metbuat.az 2020",
        "outlet_country": "Azerbaijan",
        "date": "2020-01",
        "event": "diaspora-visit",
        "event_label": "Assembly delegation in Baku",
    },
    ASTANA: {
        "label": "TDI 2023",
        "outlet_country": "Pakistan",
        "event": "astana-2023",
        "event_label": "Aliyev in Astana",
    },
    BAKU19: {
        "label": "Oval.az 2019",
        "outlet_country": "Azerbaijan",
        "date": "2019-07-03",
        "event": "baku-2019",
        "event_label": "Abdykalikova in Baku",
    },
    MAJLIS: {
        "label": "News.az 2024",
        "outlet_country": "Azerbaijan",
        "event": "majlis-2024",
        "event_label": "Tokayev at the Milli Majlis",
    },
}
KAZAKH = [
    "zhanseit-tuimebayev",
    "kassym-jomart-tokayev",
    "nursultan-nazarbayev",
    "gulshara-abdykalikova",
    "askar-mamin",
    "serzhan-abdykarimov",
    "assembly-of-people-of-kazakhstan",
    "senate-of-kazakhstan",
    "mazhilis",
    "astana",
    "akorda",
]
AZERBAIJANI = [
    "fuad-muradov",
    "ilham-aliyev",
    "heydar-aliyev",
    "novruz-mammadov",
    "sahiba-gafarova",
    "rashad-mammadov",
    "milli-majlis",
    "zarifa-aliyeva",
    "state-committee-on-work-with-diaspora",
    "baku",
    "fizuli",
    "alley-of-honors",
    "alley-of-martyrs",
]
COMMON = {
    "unesco": "UNESCO",
    "turkpa": "TURKPA",
    "organization-of-turkic-states": "Organization of Turkic States",
    "middle-corridor": "Middle Corridor",
}
ENTITIES = (
    {slug: {"state": "kazakhstan"} for slug in KAZAKH}
    | {slug: {"state": "azerbaijan"} for slug in AZERBAIJANI}
    | {slug: {"name": name} for slug, name in COMMON.items()}
)


def build(articles: list[dict], entities: dict | None = None) -> tables.Tables:
    """A tiny corpus: each article is {"id", sentences: [{text, speaker, tone, themes, frames, mentions, figures}],
    …fields}.

    A mention is (text, type, entity) or (text, type, entity, kind); a figure is (text, value, unit). Offsets are
    found in the sentence, each at its first place.
    """
    records, catalogue = [], {}
    for article in articles:
        text, record = "", {"id": article["id"], "sentences": [], "mentions": [], "figures": []}
        for item in article["sentences"]:
            start = len(text)
            text += item["text"] + "\n"
            record["sentences"].append(
                {
                    "start": start,
                    "end": start + len(item["text"]),
                    "speaker": item.get("speaker", ["narrator"]),
                    "quoted": item.get("quoted", False),
                    "tone": item.get("tone", 0),
                    "themes": item.get("themes", []),
                    "frames": item.get("frames", []),
                    **({"cues": item["cues"]} if "cues" in item else {}),
                }
            )
            for form, kind, entity, *rest in item.get("mentions", []):
                at = start + item["text"].index(form)
                record["mentions"].append(
                    {
                        "start": at,
                        "end": at + len(form),
                        "type": kind,
                        "entity": entity,
                        "kind": rest[0] if rest else "name",
                    }
                )
            for form, value, unit, *rest in item.get("figures", []):
                at = start + item["text"].index(form)
                record["figures"].append(
                    {
                        "start": at,
                        "end": at + len(form),
                        "value": value,
                        "unit": unit,
                        "qualifier": rest[0] if rest else "exact",
                        "what": rest[1] if len(rest) > 1 else "",
                    }
                )
        fields = {key: value for key, value in article.items() if key != "sentences"}
        records.append(record | fields | {"text": text})
        catalogue[article["id"]] = fields
    return tables.from_records(records, catalogue, entities)


@pytest.fixture(scope="session")
def seeds() -> tables.Tables:
    """Gold annotations of the five seed articles."""
    lines = (ROOT / "seeds" / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    return tables.from_records(map(json.loads, lines), CATALOGUE, ENTITIES)


@pytest.fixture(scope="session")
def empty() -> tables.Tables:
    """A corpus without articles."""
    return tables.from_records([])


@pytest.fixture(scope="session")
def corpus():
    """The builder of tiny corpora."""
    return build


@pytest.fixture(scope="session")
def gold() -> list[dict]:
    """The records behind ``seeds``, for counting by hand."""
    return [json.loads(line) for line in (ROOT / "seeds" / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
