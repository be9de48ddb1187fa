"""What the chapters call: bundles for book and JupyterLab, facts for the prose."""

from __future__ import annotations

import json
from ast import literal_eval
from html.parser import HTMLParser
from pathlib import Path

import pytest

from analysis import book as b
from analysis import tables
from analysis.errors import InputError

ROOT = Path(__file__).resolve().parents[1]
EN, AZ = "000_d59ad83c0298ad6c", "001_bf240cc039c28393"
EVIL = 'Ministers said <script>alert("x")</script> & “$5” {ref}`a` [b](http://c)'


class Reader(HTMLParser):
    """Collects tags and text, and checks that tags are closed in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict]] = []
        self.words = ""
        self.feed(html)
        assert not self.open, self.open

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in ("img", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if not self.open or self.open[-1] != "style":
            self.words += data


@pytest.fixture(scope="module")
def gold() -> tables.Tables:
    lines = (ROOT / "seeds" / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    visit = {"event": "visit", "event_label": "A visit"}
    catalogue = {EN: visit | {"label": "AzerNews 2020"}, AZ: visit | {"label": "Metbuat.az 2020"}}
    return tables.from_records(map(json.loads, lines), catalogue)


@pytest.fixture
def shown(monkeypatch, gold):
    """Bundles given to the notebook, with the gold as the corpus."""
    import IPython.display

    bundles: list[dict] = []
    monkeypatch.setattr(IPython.display, "display", lambda data, raw=False: bundles.append(data))
    monkeypatch.setattr(b, "load", lambda: gold)
    monkeypatch.delenv(b.BUILDING, raising=False)
    return bundles


def evil() -> tables.Tables:
    """Two reports of one event whose words look like markup."""
    records = []
    for id, language in (("en-1", "en"), ("az-1", "az")):
        text = EVIL + ". Kazakhstan agreed."
        start = text.index("Kazakhstan")
        records.append(
            {
                "id": id,
                "text": text,
                "language": language,
                "sentences": [
                    {
                        "start": 0,
                        "end": start - 1,
                        "speaker": ["narrator"],
                        "quoted": False,
                        "tone": 0,
                        "themes": [],
                        "frames": [],
                    },
                    {
                        "start": start,
                        "end": len(text),
                        "speaker": ["a<b>"],
                        "quoted": False,
                        "tone": 0,
                        "themes": ["x&<y>"],
                        "frames": [],
                    },
                ],
                "mentions": [
                    {"start": start, "end": start + 10, "type": "COUNTRY", "kind": "name", "entity": f"k-{language}"}
                ],
            }
        )
    return tables.from_records(records, {r["id"]: {"event": "e", "label": f"<i>{r['id']}</i>"} for r in records})


def test_show_speaks_to_the_book_and_to_jupyterlab(shown):
    b.show("tone-by-article")
    (bundle,) = shown
    assert bundle["text/markdown"] == "```{corpus-figure} tone-by-article\n```"
    page = Reader(bundle["text/html"])
    (image,) = [attrs for tag, attrs in page.tags if tag == "img"]
    assert image["src"].startswith("data:image/png;base64,")
    assert "sentences" in image["alt"] and "Source: " in page.words


def test_a_table_is_shown_with_headers(shown, gold):
    b.table("claims")
    assert shown[0]["text/markdown"] == "```{corpus-table} claims\n```"
    page = Reader(shown[0]["text/html"])
    assert {attrs["scope"] for tag, attrs in page.tags if tag == "th"} == {"col", "row"}
    assert "tenfold" in page.words


def test_nothing_is_drawn_for_jupyterlab_while_the_book_is_built(shown, monkeypatch):
    monkeypatch.setenv(b.BUILDING, "1")
    b.show("tone-by-article")
    assert "text/html" not in shown[0]


def test_an_unknown_figure_is_an_input_error(shown):
    with pytest.raises(InputError, match="who-is-heard"):
        b.show("who-is-herd")
    assert not shown


def test_facts_are_glued_as_plain_text(monkeypatch):
    """In the form that myst-nb's own ``glue`` gives them."""
    from IPython.core.interactiveshell import InteractiveShell
    from myst_nb.ext import glue

    InteractiveShell.instance()        # myst-nb asks the shell how to show a value
    outputs = []
    monkeypatch.setattr("IPython.display.display", lambda data, raw, metadata: outputs.append((data, metadata)))
    monkeypatch.setattr(glue, "ipy_display", lambda data, raw, metadata: outputs.append((data, metadata)))
    said = """Kazakhstan's "friend" – “40%” of $5 \\ `x`, 'quoted' end' """ + "and on " * 60
    b.glue_facts({"said": said, "n": 12345, "share": "12%"}, prefix="voices-")
    # myst-nb reads the plain output back as a Python literal
    shown = {metadata["scrapbook"]["name"]: literal_eval(data["application/papermill.record/text/plain"])
             for data, metadata in outputs}
    assert shown == {"voices-said": said, "voices-n": "12,345", "voices-share": "12%"}
    outputs.clear()
    b.glue_facts({"share": "12%"})
    glue.glue("share", "12%", display=False)
    assert outputs[0] == outputs[1]


@pytest.mark.parametrize("facts", [{"a b": 1}, {"a`": 1}, {"": 1}, {"n": None}, {"n": float("nan")}])
def test_a_fact_that_prose_cannot_take_is_refused(facts):
    with pytest.raises(ValueError, match=r"glue|missing"):
        b.glue_facts(facts)


def test_words_of_articles_never_become_markup():
    t = evil()
    page = Reader(b.sentences_html(t, t.sentences))
    assert {tag for tag, _ in page.tags} <= {"style", "ul", "ol", "li", "p", "span", "small", "div"}
    assert page.words.count(EVIL) == 2
    assert "<i>en-1</i>" in page.words


def test_sentences_are_capped_and_counted(gold):
    page = Reader(b.sentences_html(gold, gold.sentences, limit=5))
    assert sum(tag == "li" for tag, _ in page.tags) == 5
    assert f"{len(gold.sentences) - 5} more are not shown." in page.words
    assert "No sentence." in Reader(b.sentences_html(gold, gold.sentences.head(0))).words


def test_the_pair_is_one_event_in_two_languages(monkeypatch, gold):
    monkeypatch.setattr(b, "load", lambda: gold)
    assert b.pair() == (EN, AZ)
    monkeypatch.setattr(b, "load", lambda: tables.from_records([]))
    with pytest.raises(InputError, match="catalogue"):
        b.pair()
