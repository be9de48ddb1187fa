"""The built book in a real browser: alone on the network, without errors, at home on a phone, open to everybody."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from support import Book

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1440, "height": 900}

browser_path = next(filter(None, map(shutil.which, BROWSERS)), None)
pytestmark = pytest.mark.skipif(browser_path is None, reason=f"no browser found (looked for {', '.join(BROWSERS)})")


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *args: Any) -> None:
        """Requests are no news."""


@pytest.fixture(scope="module")
def address(book: Book) -> Iterator[str]:
    """Where the built book is served."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=book.html)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """The browser of this machine."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        yield chromium
        chromium.close()


def open_page(browser: Any, address: str, **options: Any) -> tuple[Any, list[str]]:
    """A page at an address, and the list to which its errors and foreign requests are added."""
    page = browser.new_page(**options)
    troubles: list[str] = []
    page.on("console", lambda said: troubles.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("request", lambda request: troubles.append(request.url)
            if not request.url.startswith(("http://127.0.0.1:", "file:", "data:", "blob:")) else None)
    page.goto(address)
    return page, troubles


def test_no_page_reports_an_error_or_asks_another_host(book: Book, browser: Any, address: str) -> None:
    for file in book.pages():
        page, troubles = open_page(browser, f"{address}/{file.relative_to(book.html).as_posix()}")
        page.mouse.wheel(0, 100_000)        # pictures are fetched when they come into view
        page.wait_for_load_state("networkidle")
        broken = page.evaluate("[...document.images].filter(i => i.complete && !i.naturalWidth).map(i => i.src)")
        page.close()
        assert not troubles and not broken, (file.name, troubles, broken)


def test_pages_open_from_the_disk_without_a_server(book: Book, browser: Any) -> None:
    page, troubles = open_page(browser, (book.html / "index.html").as_uri())
    page.wait_for_url("**/book/index.html")
    assert page.locator("h1:visible").count() == 1
    page.close()
    assert not troubles


def test_no_page_scrolls_sideways_on_a_phone(book: Book, browser: Any, address: str) -> None:
    wide = {}
    for file in book.pages():
        page, _ = open_page(browser, f"{address}/{file.relative_to(book.html).as_posix()}", viewport=PHONE)
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        page.close()
        if over > 0:
            wide[file.relative_to(book.html).as_posix()] = over
    assert not wide


LOOKS = [("light", DESK), ("light", PHONE), ("dark", DESK), ("dark", PHONE)]


@pytest.mark.parametrize(("scheme", "viewport"), LOOKS, ids=["light-desk", "light-phone", "dark-desk", "dark-phone"])
def test_axe_finds_nothing(book: Book, browser: Any, address: str, scheme: str, viewport: dict[str, int]) -> None:
    """Chapters in all four looks; the pages of single figures, which are made by one hand, each in one of them."""
    import axe_playwright_python

    axe = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
    # WCAG 2.5.3 is an experiment to axe, and a rule to people who speak to their computer
    options = "{resultTypes: ['violations'], rules: {'label-content-name-mismatch': {enabled: true}}}"
    found = {}
    single = [file for file in book.pages() if file.parent.parent.name == "figures"]
    own = set(single[LOOKS.index((scheme, viewport))::len(LOOKS)])
    for file in book.pages():
        if file in single and file not in own:
            continue
        page, _ = open_page(browser, f"{address}/{file.relative_to(book.html).as_posix()}", viewport=viewport,
                            color_scheme=scheme)
        # colours fade in when the scheme is applied; what is judged is the page once it has settled
        page.add_style_tag(content="*, ::before, ::after { transition: none !important; animation: none !important; }")
        page.evaluate(axe)
        violations = page.evaluate(f"axe.run(document, {options}).then(result => result.violations)")
        page.close()
        if violations:
            found[file.relative_to(book.html).as_posix()] = [
                (rule["id"], [node["html"][:150] for node in rule["nodes"]][:3]) for rule in violations]
    assert not found


def test_from_a_finding_to_the_sentence_behind_a_cell(book: Book, browser: Any, address: str) -> None:
    page, troubles = open_page(browser, f"{address}/book/index.html", viewport=DESK)
    page.locator(".corpus-briefs a").first.click()
    page.wait_for_url("**/book/*.html#finding-*")
    page.goto(f"{address}/book/themes.html")
    mark = page.locator("#themes-by-article .corpus-marks a").first
    mark.scroll_into_view_if_needed()
    counted = int(mark.get_attribute("title").rsplit(": ")[-1])
    mark.click()
    page.wait_for_url("**/figures/themes-by-article/index.html#*")
    sentences = page.locator(f"[id='{page.url.split('#')[1]}'] li")
    assert sentences.count() == counted and sentences.first.locator("mark").count() == 1
    assert sentences.first.is_visible()
    page.close()
    assert not troubles


def test_code_unfolds_with_one_click(book: Book, browser: Any, address: str) -> None:
    page, _ = open_page(browser, f"{address}/book/entities.html")
    code = page.locator(".cell_input").first
    assert not code.is_visible()
    page.locator("details.hide summary").first.click()
    assert code.is_visible()
    page.close()


def test_search_finds_a_word_with_foreign_letters(book: Book, browser: Any, address: str) -> None:
    page, troubles = open_page(browser, f"{address}/search.html?q=Qazax%C4%B1stan")
    page.wait_for_selector("#search-results li", timeout=10_000)
    assert page.locator("#search-results li a").count() >= 1
    page.close()
    assert not troubles
