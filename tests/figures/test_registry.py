from __future__ import annotations

import re
import subprocess
import sys

import pytest

from analysis import tables
from analysis.errors import InputError
from analysis.figures import Content, Figure, NothingToShow, all_figures, get, pinned, source_line

#: Ids that have been published. An id may be added to ids.txt, never taken out: addresses and citations hang on it.
PUBLISHED = """
    agreement-alpha claims cleaning-log co-occurrence code-shares-corrected corpus-overview corpus-timeline
    dispersion distinctive-words entities-by-article entity-cloud entity-spellings frames-by-article
    frames-by-speaker heard-and-mentioned name-baselines name-confusion one-visit-summary one-visit-themes
    people-mentioned prominence relation-vocabulary scores-by-code scores-by-layer scores-by-type
    speakers-about-whom theme-baselines theme-by-frame theme-vocabulary-cloud-az theme-vocabulary-cloud-en
    themes-by-article themes-by-outlet themes-by-speaker themes-by-year tone-baselines tone-by-article
    tone-by-speaker tone-confusion themes-compared frames-compared tone-compared tone-speaker-target
    validation validation-errors voice-shares-by-article who-is-heard
"""


def test_published_ids_never_vanish():
    assert set(PUBLISHED.split()) <= set(pinned())


def test_every_pinned_id_is_registered_and_every_figure_pinned():
    assert [figure.id for figure in all_figures()] == pinned()


def test_ids_are_slugs_listed_once():
    assert len(set(pinned())) == len(pinned())
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id) for id in pinned())


def test_every_figure_says_what_it_is():
    for figure in all_figures():
        assert figure.title and figure.unit and figure.method and figure.sources, figure.id
        assert figure.kind in ("figure", "table")


def test_an_unknown_id_offers_near_ones():
    with pytest.raises(InputError, match="entities-by-article"):
        get("entites-by-articles")


def test_content_is_made_once_for_the_same_tables():
    made = []

    def build(t):
        import pandas as pd

        made.append(t)
        return Content(pd.DataFrame({"n": [1]}), "c", "a", "1")

    figure, t = Figure("x", "X", build, kind="table"), tables.from_records([])
    figure.caption(t), figure.alt(t), figure.csv(t)
    assert len(made) == 1
    figure.caption(tables.from_records([]))
    assert len(made) == 2


def test_nothing_to_show_is_said_in_words():
    def build(t):
        raise NothingToShow("no article carries a date")

    figure, t = Figure("x", "X", build), tables.from_records([])
    assert figure.caption(t) == "Nothing to show: no article carries a date."
    assert figure.csv(t).decode() == "note\nNothing to show: no article carries a date.\n"
    words = " ".join(text.get_text() for text in figure.draw(t).findobj() if hasattr(text, "get_text"))
    assert "no article carries a date" in words


def test_a_table_has_no_picture(seeds):
    with pytest.raises(TypeError, match="table"):
        get("claims").draw(seeds)


def test_source_line_counts_articles_and_years(seeds, corpora):
    assert source_line(seeds) == "Source: Across the Caspian corpus, 5 articles, 2019–2024; own coding."
    assert source_line(corpora["undated"]) == "Source: Across the Caspian corpus, 3 articles, undated; own coding."
    assert source_line(corpora["one"]) == "Source: Across the Caspian corpus, 1 article, 2010; own coding."


def test_importing_the_figures_is_cheap():
    code = "import sys, analysis.figures as f; print('matplotlib' in sys.modules, 'pandas' in sys.modules)"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.split() == ["False", "False"]
