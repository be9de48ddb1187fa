"""The fields that narrow a long table: with a keyboard, from a disk, and harmless where there is nothing to narrow."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "book" / "_static" / "filter.js"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
browser_path = next(filter(None, map(shutil.which, BROWSERS)), None)
pytestmark = pytest.mark.skipif(browser_path is None, reason=f"no browser found (looked for {', '.join(BROWSERS)})")
ROWS = [("visit", "carried out", "Kazakhstan", "CONSULT", "A"), ("document", "signed", "Azerbaijan", "SUPPORT", "A"),
        ("document", "wish", "İlham Əliyev", "none", "B"), ("courtesy", "courtesy", "<b>nobody</b>", "none", "B"),
        ("visit", "announced intention", "Қазақстан", "AGREE", "C")]
HEADS = ("Act", "Rung", "Who", "PLOVER", "Article")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Any, tmp_path: Path) -> Iterator[Any]:
    from html import escape

    def row(cells, tag="td"):
        return f"<tr>{''.join(f'<{tag}>{escape(cell)}</{tag}>' for cell in cells)}</tr>"

    def table(id, rows):
        return (f'<div class="corpus-table-with-notes"><table id="{id}"><thead>{row(HEADS, "th")}</thead>'
                f"<tbody>{''.join(map(row, rows))}</tbody></table></div>")

    (tmp_path / "filter.js").write_text(SCRIPT.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "page.html").write_text(
        f'<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>x</title>{table("agreements", ROWS)}'
        f'{table("claims", ROWS[:2])}{table("other", ROWS)}<script src="filter.js"></script></html>', encoding="utf-8")
    opened = browser.new_page()
    opened.goto((tmp_path / "page.html").as_uri())
    yield opened
    opened.close()


def shown(page: Any) -> int:
    return page.locator("#agreements tbody tr:visible").count()


def test_words_and_lists_narrow_the_rows_and_say_how_many(page: Any) -> None:
    assert shown(page) == len(ROWS)
    page.get_by_label("Any words").fill("əliyev ILHAM")
    assert shown(page) == 1
    assert page.locator('[role="status"]').inner_text() == f"1 of {len(ROWS)} rows"
    page.get_by_role("button", name="Show all rows").click()
    page.wait_for_function("document.querySelectorAll('#agreements tbody tr:not([hidden])').length === 5")
    page.get_by_label("Act").select_option("document")
    assert shown(page) == 2
    page.get_by_label("Rung").select_option("signed")
    assert shown(page) == 1


def test_it_works_with_a_keyboard(page: Any) -> None:
    page.get_by_label("Any words").focus()
    page.keyboard.type("Қазақ")
    assert shown(page) == 1
    for _ in range(6):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "BUTTON"
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelectorAll('#agreements tbody tr:not([hidden])').length === 5")


def test_words_of_cells_stay_text_and_other_tables_are_left_alone(page: Any) -> None:
    assert page.locator("form").count() == 1
    assert page.locator("form b").count() == 0
    assert "<b>nobody</b>" in page.get_by_label("Who").locator("option").all_inner_texts()
