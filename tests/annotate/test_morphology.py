"""A word of a text meets the lexicon word it is a form of, and no other."""

import pytest

from analysis.annotate.morphology import rules
from analysis.annotate.text import fold, kazakh_latin


def meets(language, script, base, form):
    morphology = rules(language, script)
    return bool(set(morphology.keys(fold(base))) & set(morphology.lookups(fold(form))))


@pytest.mark.parametrize(("language", "base", "forms"), [
    ("en", "stress", "stresses stressed stressing"), ("en", "note", "notes noted noting"),
    ("en", "supply", "supplies supplied"),
    ("en", "plan", "planned planning"), ("en", "tie", "ties"),
    ("ru", "Казахстан", "Казахстана Казахстану Казахстаном Казахстане"), ("ru", "Россия", "России Россию Россией"),
    ("ru", "стратегический", "стратегического стратегическая стратегическим стратегических"),
    ("ru", "организация", "организации организацией организаций"),
    ("ru", "казахстанец", "казахстанца казахстанцев казахстанцами"),
    ("ru", "Токаев", "Токаева Токаеву Токаевым"),
    ("az", "Qazaxıstan", "Qazaxıstanın Qazaxıstandakı Qazaxıstana Qazaxıstanla Qazaxıstandan"),
    ("az", "nazirlik", "nazirliyi nazirliyinin nazirliklər"),
    ("az", "azərbaycanlı", "azərbaycanlıların azərbaycanlılara"),
    ("az", "Əliyeva", "Əliyevanın Əliyevaya Əliyevadan"), ("az", "Bakı", "Bakıya Bakının Bakıda Bakıdakı"),
    ("tr", "Bakü", "Bakü'de Bakü'deki Bakü'nün"), ("tr", "işbirliği", "işbirliğini işbirliğinin işbirliğine"),
    ("tr", "ülke", "ülkeler ülkenin ülkelerin ülkemiz"), ("tr", "ortaklık", "ortaklığı ortaklığın")])
def test_forms_of_a_word_meet_it(language, base, forms):
    missed = [form for form in forms.split() if not meets(language, "latn", base, form)]
    assert not missed


@pytest.mark.parametrize(("base", "forms"), [
    ("Қазақстан", "Қазақстанның Қазақстанға Қазақстандағы Қазақстаннан Қазақстанмен"),
    ("серіктестік", "серіктестігі серіктестікті серіктестіктің"), ("Тоқаев", "Тоқаевтың Тоқаевпен Тоқаевқа"),
    ("халық", "халқы халқының халықтар"), ("президент", "президенті президентінің президенттер")])
def test_kazakh_in_both_scripts(base, forms):
    for form in forms.split():
        assert meets("kk", "cyrl", base, form)
        assert meets("kk", "latn", kazakh_latin(base), kazakh_latin(form))


@pytest.mark.parametrize(("language", "base", "other"), [
    ("en", "tie", "tiger"), ("en", "note", "notebook"), ("ru", "газ", "газета"), ("az", "Bakı", "baxış"),
    ("az", "qaz", "qazax"),
    ("tr", "Türk", "Türkmen"), ("tr", "gaz", "gazete"), ("az", "Əliyev", "Əliyeva")])
def test_other_words_do_not(language, base, other):
    assert not meets(language, "latn", base, other)


def test_endings_after_an_apostrophe_or_hyphen():
    assert rules("az").is_ending("nin") and rules("tr").is_ending("deki") and rules("kk", "latn").is_ending("tyń")
    assert not rules("az").is_ending("baku") and not rules("tr").is_ending("")
