"""Repairs touch mark-up and never words."""

from __future__ import annotations

from html import escape

from analysis.site.access import REPAIRS, repair


def repaired(body: str) -> str:
    context = {"body": body}
    repair(None, "page", "page.html", context, None)
    return context["body"]


def test_roles_that_help_nobody_go() -> None:
    body = '<div role="list" class="citation-list"><div class="citation" id="a" role="doc-biblioentry">A</div></div>'
    assert repaired(body) == '<div class="citation-list"><div class="citation" id="a">A</div></div>'


def test_toggles_are_named_by_their_words() -> None:
    body = '<summary aria-label="Toggle hidden content"><p>Show the code</p></summary>'
    assert repaired(body) == "<summary><p>Show the code</p></summary>"


def test_words_that_look_like_the_markup_stay() -> None:
    words = "".join(f"<p>{escape(broken)}</p>" for broken in REPAIRS)
    assert repaired(words) == words


def test_pages_without_a_body_are_left_alone() -> None:
    assert repaired("") == ""
