"""Words that sound alike across languages and scripts, and those that only begin so."""

import pytest

from analysis.alignment.sounds import cognates, likeness

EN, AZ, RU, TR = ("en", "latn"), ("az", "latn"), ("ru", "cyrl"), ("tr", "latn")
KK, KL = ("kk", "cyrl"), ("kk", "latn")


@pytest.mark.parametrize(("one", "in_one", "other", "in_other"), [
    ("parliament", EN, "parlamentinin", AZ), ("committee", EN, "комитетах", RU), ("terminal", EN, "терминалын", KK),
    ("terminal", EN, "termınalyn", KL), ("programme", EN, "programında", TR), ("washington", EN, "vaşinqtonda", AZ),
    ("george", EN, "corcun", AZ), ("christopher", EN, "кристофера", RU), ("michigan", EN, "miçiqanda", AZ),
    ("konferansta", TR, "конференцияда", KK), ("qardaşlıq", AZ, "kardeşlik", TR), ("talqat", AZ, "талгатом", RU),
])
def test_one_word_in_two_languages(one, in_one, other, in_other):
    names = {one, other}
    assert cognates({one}, {other}, in_one, in_other, names) and cognates({other}, {one}, in_other, in_one, names)


@pytest.mark.parametrize(("one", "in_one", "other", "in_other"), [
    ("commission", EN, "комитетах", RU), ("partner", EN, "parlamentinin", AZ), ("country", EN, "контракт", RU),
    ("minister", EN, "минута", RU), ("station", EN, "standartları", AZ), ("national", EN, "nazirlik", AZ),
    ("son", EN, "son", AZ),
])
def test_words_that_are_not_one(one, in_one, other, in_other):
    assert not cognates({one}, {other}, in_one, in_other)


def test_three_letters_are_enough_for_names_alone():
    assert cognates({"ali"}, {"əli"}, TR, AZ, {"ali", "əli"}) and not cognates({"ali"}, {"əli"}, TR, AZ)


def test_likeness_is_one_less_the_edits_over_the_length():
    assert likeness("terminal", "terminal") == 1
    assert likeness("terminal", "terminol") == pytest.approx(1 - 0.3 / 8)      # a vowel for a vowel
    assert likeness("terminal", "terminalk") == pytest.approx(1 - 0.9 / 9)     # a consonant more
    assert likeness("terminal", "korabl") == 0
