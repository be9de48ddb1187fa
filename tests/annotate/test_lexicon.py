"""The one look-up pass: pattern syntax, sentence borders, and what stands between two words."""

import pytest

from analysis.annotate.lexicon import Lexicon, PatternError
from analysis.annotate.model import Document, Sentence
from analysis.annotate.text import fold, tokenize


def document(text, language="en", script="latn", borders=()):
    folded = fold(text)
    tokens = tokenize(folded, language)
    cuts = [0, *borders, len(text)]
    sentences = []
    for start, end in zip(cuts, cuts[1:], strict=False):
        inside = [number for number, at in enumerate(tokens.starts) if start <= at < end]
        sentences.append(Sentence(start, end, first=inside[0] if inside else 0, last=inside[-1] + 1 if inside else 0))
    return Document("d", text, folded, language, script, None, tokens, [(0, len(text))], sentences)


def matches(text, *patterns, language="en", script="latn", borders=()):
    doc = document(text, language, script, borders)
    hits = Lexicon([(pattern, "x", pattern) for pattern in patterns], language, script).match(doc).get("x", [])
    return [(text[doc.tokens.starts[first]:doc.tokens.ends[last]], pattern) for first, last, pattern in hits]


def test_words_match_their_forms_and_exact_words_do_not():
    assert matches("They noted ties", "note", "tie", "=tie") == [("noted", "note"), ("ties", "tie")]


def test_star_takes_any_ending_but_needs_the_beginning():
    assert matches("friendship and befriend", "friend*") == [("friendship", "friend*")]


def test_alternatives_and_numbers_fill_one_slot():
    assert matches("grew by 40 percent, rose by 7 percent", "grew|rose by # percent") == [
        ("grew by 40 percent", "grew|rose by # percent"), ("rose by 7 percent", "grew|rose by # percent")]


def test_a_gap_spans_up_to_four_words_of_the_sentence():
    assert matches("expressed his deep and sincere concern", "express .. concern") == [
        ("expressed his deep and sincere concern", "express .. concern")]
    assert matches("expressed one two three four five concern", "express .. concern") == []


def test_no_match_crosses_a_sentence():
    text = "They are strategic. Partners left."
    assert matches(text, "strategic partner", borders=(20,)) == []
    assert matches("express it. Concern grows.", "express .. concern", borders=(12,)) == []


def test_a_comma_parts_words_and_a_hyphen_joins_them():
    assert matches("oil, gas", "oil gas") == []
    assert matches("Kassym-Jomart Tokayev", "Kassym Jomart Tokayev", "Kassym-Jomart Tokayev") == [
        ("Kassym-Jomart Tokayev", "Kassym Jomart Tokayev"), ("Kassym-Jomart Tokayev", "Kassym-Jomart Tokayev")]


def test_every_overlapping_match_is_reported_in_order():
    assert matches("Deputy Prime Minister", "minister", "prime minister", "deputy prime minister") == [
        ("Deputy Prime Minister", "deputy prime minister"), ("Prime Minister", "prime minister"),
        ("Minister", "minister")]


def test_kazakh_patterns_serve_both_scripts():
    assert matches("стратегиялық серіктестікті", "стратегиялық серіктестік", language="kk", script="cyrl")
    assert matches("strategııalyq seriktestikti", "стратегиялық серіктестік", language="kk", script="latn")


@pytest.mark.parametrize("pattern", ["", "..", "a ..", ".. a", "*", "a*b c", "!"])
def test_a_bad_pattern_is_refused(pattern):
    with pytest.raises(PatternError):
        Lexicon([(pattern, "x", None)], "en")
