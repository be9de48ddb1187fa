"""An article that tries to be mark-up: the book notices that it came, and shows it as plain words everywhere."""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from support import Book, run

MARK = "caspianprobe"
ARTICLE = f"""
Kazakhstan and Azerbaijan <script>window.{MARK}=1</script> sign an agreement

The President of Kazakhstan Kassym-Jomart Tokayev met the President of Azerbaijan Ilham Aliyev in Baku on Monday.

"The strategic partnership <img src=x onerror="window.{MARK}=2"> of friendly countries is growing," Ilham Aliyev said.
Trade between Kazakhstan and Azerbaijan **{MARK} bold** reached 500 million dollars.
See [{MARK} link](javascript:window.{MARK}=3) and `{MARK} code`, $x$, "{MARK} quoted" -- and more of the two countries.
{{eval}}`{MARK}` {{raw}}`html` $$ \\alpha $$ ]({MARK}) <b>{MARK} tag</b> and 20 agreements were signed in Astana.
```{{raw}} html
<script>window.{MARK}=4</script>
```
"The bilateral cooperation of the two brotherly peoples | {MARK} | is at a high level," Kassym-Jomart Tokayev noted.
"""


@pytest.fixture(scope="module")
def hostile(book: Book, tmp_path_factory: pytest.TempPathFactory) -> Book:
    """The whole book with one more article, built on from the last good book."""
    root = Path(shutil.copytree(book.root, tmp_path_factory.mktemp("hostile") / "copy",
                                ignore=shutil.ignore_patterns(".venv", ".git")))
    (root / "seeds" / "005_hostile.txt").write_text(ARTICLE, encoding="utf-8")
    catalogue = root / "seeds" / "catalogue.csv"
    header = catalogue.read_text(encoding="utf-8").splitlines()[0].split(",")
    known = {"doc_id": "005_hostile", "file": "005_hostile.txt", "label": f"<i>{MARK} label</i>",
             "title": f"<script>window.{MARK}=5</script> **{MARK}**", "title_basis": "made up",
             "outlet": f"`{MARK}` outlet", "outlet_basis": "made up", "event": "hostile-visit",
             "event_label": f"<u>{MARK} event</u>"}
    with open(catalogue, "a", encoding="utf-8") as rows:
        rows.write(",".join(known.get(name, "") for name in header) + "\n")
    done = run(sys.executable, "-m", "analysis", "book", cwd=root, PYTHONPATH=str(root))
    return Book(root, root / "_build" / "html", done.stdout)


def test_the_cache_notices_the_new_article(book: Book, hostile: Book) -> None:
    for page in ("corpus", "entities"):
        before, after = ((one.html / "book" / f"{page}.html").read_text(encoding="utf-8") for one in (book, hostile))
        assert before != after
    assert MARK in (hostile.html / "book" / "corpus.html").read_text(encoding="utf-8")


def test_no_element_on_any_page_comes_from_the_article(hostile: Book) -> None:
    for page in hostile.pages():
        soup = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
        for tag in soup.find_all(True):
            own = "".join(tag.find_all(string=True, recursive=False))
            assert not (tag.name in ("script", "b", "i", "u", "strong", "em", "code", "style") and MARK in own
                        and not tag.find_parent(class_="highlight")), (page.name, str(tag)[:200])
            assert not any(name.startswith("on") and MARK in str(value) for name, value in tag.attrs.items())
            assert not str(tag.get("href", "")).lower().startswith("javascript:")
            address, _, fragment = str(tag.get("href", "")).partition("#")
            assert MARK not in str(tag.get("src", "")) and MARK not in address
            # a number of a figure leads to an anchor made of plain letters and hyphens
            assert MARK not in fragment or re.fullmatch(r"[a-z0-9-]+", fragment), fragment


def test_pictures_hold_the_words_as_words(hostile: Book) -> None:
    pictures = list((hostile.html / "figures").glob("*.svg"))
    assert pictures
    for picture in pictures:
        tags = {element.tag.rpartition("}")[2].lower() for element in ElementTree.parse(picture).iter()}
        assert "path" in tags and not tags & {"script", "foreignobject", "img", "b", "i", "u", "a"}, picture.name


def test_the_words_arrive_as_they_were_written(hostile: Book) -> None:
    found = [path.name for path in (hostile.html / "figures").glob("*.json")
             if f"<i>{MARK} label</i>" in path.read_text(encoding="utf-8")]
    assert found
    text = BeautifulSoup((hostile.html / "book" / "corpus.html").read_text(encoding="utf-8"), "html.parser").get_text()
    assert f"<i>{MARK} label</i>" in text


def test_notebooks_stay_valid_and_inert(hostile: Book) -> None:
    for path in (hostile.html / "_sources").rglob("*.ipynb"):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            for output in cell.get("outputs", []):
                soup = BeautifulSoup("".join(output.get("data", {}).get("text/html", [])), "html.parser")
                assert not [tag for tag in soup.find_all(["script", "b", "i", "u"]) if MARK in tag.get_text()]
                assert not [tag for tag in soup.find_all(True) if any(name.startswith("on") for name in tag.attrs)]
