"""Documents as an office program shows them: converted by LibreOffice where it is installed."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest
from pypdf import PdfReader

from analysis.brief import labels
from analysis.brief.contents import contents
from analysis.brief.slides import slides
from analysis.brief.word import word

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")


def letters(text):
    """Its letters as far as every typeface has them: others come from a second one, and out of their order."""
    return re.sub("[^A-Za-zА-Яа-я0-9]", "", text)


def converted(folder, name, blob):
    (folder / name).write_bytes(blob)
    subprocess.run([SOFFICE, "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--convert-to",
                    "pdf", "--outdir", folder, folder / name], check=True, capture_output=True, timeout=300)
    return PdfReader((folder / name).with_suffix(".pdf"))


@pytest.mark.parametrize("language", ("en", "az", "ru", "kk", "tr"))
def test_the_brief_has_two_pages_with_everything_on_them(seeds, cited, tmp_path, language):
    own = labels.load(language)
    whole = contents(seeds, cited, (), own)
    pages = [page.extract_text() for page in converted(tmp_path, "brief.docx", word(whole)).pages]
    assert len(pages) == 2
    said = letters("".join(pages))
    for words in (own.say("title"), own.say("findings"), own.say("cite"), own.say("licence"),
                  *(item.title.text for item in whole.items)):
        assert letters(words) in said
    assert "1.2.3" in pages[0] and "CC BY 4.0" in pages[1]


@pytest.mark.parametrize("language", ("en", "ru"))
def test_each_slide_is_one_page_with_its_title(seeds, cited, tmp_path, language):
    ids = ["who-is-heard", "themes-by-article", "frames-by-speaker", "prominence", "corpus-overview"]
    whole = contents(seeds, cited, ids, labels.load(language))
    pages = [letters(page.extract_text()) for page in converted(tmp_path, "deck.pptx", slides(whole)).pages]
    assert len(pages) == 1 + len(ids)
    assert all(letters(item.title.text) in page for item, page in zip(whole.items, pages[1:], strict=True))
    assert all(letters(f"figures/{id}/") in page for id, page in zip(ids, pages[1:], strict=True))
