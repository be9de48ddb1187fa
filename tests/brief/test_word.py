"""The Word document, opened again: headings, captions, footnotes, tables, alternative texts, language, properties."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from analysis.brief import labels
from analysis.brief.contents import TABLE, contents
from analysis.brief.word import word
from analysis.figures import get

LANGUAGES = ("en", "az", "ru", "kk", "tr")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def make(tables, cited, language="en", ids=()):
    return word(contents(tables, cited, ids, labels.load(language)))


def parts(blob):
    with zipfile.ZipFile(io.BytesIO(blob)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def made(seeds, cited):
    return {language: make(seeds, cited, language) for language in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_captions_and_tables_are_real(made, language):
    say = labels.load(language).say
    document = Document(io.BytesIO(made[language]))
    styled = [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs]
    assert styled[0] == ("Title", say("title"))
    heads = [text for style, text in styled if style == "Heading 1"]
    assert heads == [say("rests"), say("findings"), say("figures"), say("cite")]
    assert 3 <= sum(style == "Heading 2" for style, _ in styled) <= 5
    assert 1 <= sum(style == "List Number" for style, _ in styled) <= 5
    body = document.element.body
    fields = [field.get(qn("w:instr")) for field in body.iter(qn("w:fldSimple"))]
    assert fields == [" SEQ Figure \\* ARABIC "] * 2 + [" SEQ Table \\* ARABIC "]
    captions = [text for style, text in styled if style == "Caption"]
    assert len(captions) == 3
    assert "n = 5" in " ".join(text for _, text in styled)


def test_tables_can_be_edited_and_read_aloud(made, seeds):
    (table,) = Document(io.BytesIO(made["en"])).tables
    shown = get(TABLE).content(seeds).shown
    assert [cell.text for cell in table.rows[0].cells] == list(shown.columns)
    assert [row.cells[0].text for row in table.rows[1:]] == list(shown["Article"])
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert table._tbl.tblPr.find(qn("w:tblDescription")).get(qn("w:val")) == get(TABLE).alt(seeds)


def test_pictures_have_words_and_stay_sharp(made, seeds):
    files = parts(made["en"])
    document = etree.fromstring(files["word/document.xml"])
    described = document.findall(".//{*}inline/{*}docPr")
    assert [each.get("descr") for each in described] == [get(each.get("name")).alt(seeds) for each in described]
    assert len(described) == 2 and len({each.get("id") for each in described}) == 2
    relations = {each.get("Id"): each.get("Target")
                 for each in etree.fromstring(files["word/_rels/document.xml.rels"])}
    for blip in document.findall(".//{*}blip"):
        png = files["word/" + relations[blip.get(qn("r:embed"))]]
        svg = files["word/" + relations[blip.find(".//{*}svgBlip").get(qn("r:embed"))]]
        assert png.startswith(b"\x89PNG") and etree.fromstring(svg).tag.endswith("}svg")
        wide = int.from_bytes(png[16:20], "big")
        assert wide / (int(blip.getparent().getparent().find(".//{*}ext[@cx]").get("cx")) / 914400) >= 300
    assert b'Extension="svg"' in files["[Content_Types].xml"] or b".svg" in files["[Content_Types].xml"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_footnotes_are_real_and_name_sources(made, language, cited):
    files = parts(made[language])
    notes = etree.fromstring(files["word/footnotes.xml"])
    numbers = [note.get(f"{W}id") for note in notes if note.get(f"{W}type") is None]
    references = [each.get(f"{W}id") for each in
                  etree.fromstring(files["word/document.xml"]).iter(f"{W}footnoteReference")]
    assert references == numbers and len(numbers) >= 8
    texts = ["".join(note.itertext()) for note in notes]
    source = labels.load(language).say("source", book="Across the Caspian", articles="", years="", sources="")
    assert sum(text.strip().startswith(source.split(":")[0]) for text in texts) == 3
    assert sum("(2026). " in text and "Version 1.2.3" in text for text in texts) == 3
    links = {each.get("Id"): each.get("Target") for each in
             etree.fromstring(files["word/_rels/footnotes.xml.rels"])}
    targets = [links[each.get(qn("r:id"))] for each in notes.iter(f"{W}hyperlink")]
    assert sum(target.startswith("https://example.org/book/figures/") for target in targets) == 3
    assert sum("#finding-" in target for target in targets) >= 4
    assert files["word/settings.xml"].index(b"footnotePr") < files["word/settings.xml"].index(b"<w:compat>")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_language_is_told(made, language):
    tag = labels.TAGS[language]
    files = parts(made[language])
    styles = etree.fromstring(files["word/styles.xml"])
    assert styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang").get(f"{W}val") == tag
    assert Document(io.BytesIO(made[language])).core_properties.language == tag
    document = etree.fromstring(files["word/document.xml"])
    marked = {"".join(run.itertext()) for run in document.iter(f"{W}r")
              if (lang := run.find(f"{W}rPr/{W}lang")) is not None and lang.get(f"{W}val") == "en-GB"}
    assert bool(marked) == (language != "en")
    if language != "en":
        assert any("Words of different languages are no common measure" in text for text in marked)


def test_properties_tell_title_author_and_the_books_date(made, cited):
    about = Document(io.BytesIO(made["ru"])).core_properties
    assert (about.title, about.author) == (labels.load("ru").say("title"), cited.authors[0])
    assert about.created.isoformat()[:19] == about.modified.isoformat()[:19] == "2026-01-02T00:00:00"


def test_the_same_input_gives_the_same_bytes(made, seeds, cited):
    assert make(seeds, cited, "az") == made["az"]


def test_figures_chosen_come_in_their_order_with_data_to_edit(seeds, cited):
    document = Document(io.BytesIO(make(seeds, cited, ids=["prominence", "who-is-heard", "prominence"])))
    heads = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "Heading 2"]
    assert heads == [get("prominence").title, get("who-is-heard").title, get("who-is-heard").title]
    (table,) = document.tables
    data = get("who-is-heard").data(seeds)
    sums = {row.cells[0].text.rpartition(" (")[0]: sum(int(cell.text or 0) for cell in row.cells[1:])
            for row in table.rows[1:]}
    own = dict(zip(data["name"], data["n"], strict=True))
    assert all(own[name] == n for name, n in sums.items() if name in own) and len(set(own) & set(sums)) >= 5


def test_a_picture_with_english_labels_says_so_in_other_languages(seeds, cited):
    said = labels.load("az").say("only-english")
    texts = [p.text for p in Document(io.BytesIO(make(seeds, cited, "az", ["prominence"]))).paragraphs]
    assert any(said in text for text in texts)
    assert not any(said in p.text for p in Document(io.BytesIO(make(seeds, cited, "az", ["who-is-heard"]))).paragraphs)


@pytest.mark.parametrize("language", ("en", "ru"))
def test_a_corpus_without_articles_says_so(nothing, cited, language):
    document = Document(io.BytesIO(make(nothing, cited, language, ["who-is-heard", "claims"])))
    texts = [paragraph.text for paragraph in document.paragraphs]
    said = labels.load(language).say("empty") if language == "ru" else "Nothing to show"
    assert sum(text.startswith(said) for text in texts) == 2
    assert labels.load(language).say("no-findings") in texts
    assert not document.tables and not document.inline_shapes
    make(nothing, cited, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_words_are_words(evil, cited, language):
    ids = ["corpus-overview", "who-is-heard", "voice-shares-by-article", "people-mentioned", "prominence"]
    blob = make(evil, cited, language, ids)
    for name, part in parts(blob).items():
        if name.endswith((".xml", ".rels", ".svg")):
            etree.fromstring(part)
            assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", part), name
    document = Document(io.BytesIO(blob))
    cells = [cell.text for row in document.tables[0].rows for cell in row.cells]
    assert any("=cmd|'/C calc'!A0 <w:p/>&amp;{0}]]></a:t> ə" in cell for cell in cells)
