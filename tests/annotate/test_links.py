"""Offices on a date, and one person in several spellings."""

import pytest

from analysis import knowledge
from analysis.annotate.links import KnownPeople, holders, holds, person_key, sound_key
from analysis.knowledge.schema import Office


@pytest.fixture(scope="module")
def base():
    return knowledge.load()


@pytest.mark.parametrize(("since", "until", "date", "expected"), [
    ("2019-03-20", None, "2019-03-19", False), ("2019-03-20", None, "2019-03-20", True),
    ("2019-03-20", None, "2019-03", True),
    ("2019-03-20", None, "2018", False), (None, "2019-03-20", "2019-03-21", False),
    ("2019", "2021", "2021-12-31", True),
    ("2019-06", "2019-06", "2019-06-30", True)])
def test_partial_dates_count_as_possible(since, until, date, expected):
    office = Office.model_validate({"role": "president", "of": "kazakhstan", "from": since, "to": until})
    assert holds(office, date) is expected


def test_on_the_day_of_a_handover_the_newcomer_holds_the_office(base):
    assert holders(base, "president", "kazakhstan", "2019-03-20") == ("kassym-jomart-tokayev",)


def test_the_head_of_a_body_is_found_from_its_state_and_by_any_word_for_a_head(base):
    assert holders(base, "speaker", "azerbaijan", "2024-03-11") == ("sahiba-gafarova",)
    assert holders(base, "chair", "milli-majlis", "2024-03-11") == ("sahiba-gafarova",)


def test_the_head_of_a_ministry_is_its_minister(base):
    assert holders(base, "chair", "ministry-of-foreign-affairs-of-azerbaijan", "2024-03-11") == ("jeyhun-bayramov",)


def test_an_undated_report_means_nobody_who_left_before_the_period(base):
    assert "heydar-aliyev" not in holders(base, "president", "azerbaijan", None)
    assert holders(base, "president", "azerbaijan", None) == ("ilham-aliyev",)


def test_an_ambassador_is_told_by_the_state_he_is_sent_to(base):
    sent = holders(base, "ambassador", "kazakhstan", "2020-01-31", "azerbaijan")
    assert sent == ("serzhan-abdykarimov",)


@pytest.mark.parametrize("spellings", [
    (("Zhanseit Tuimebayev", "en", "latn"), ("Canseit Tuymebayev", "az", "latn"), ("Жансеит Туймебаев", "ru", "cyrl"),
     ("Jansegit Túımebaev", "kk", "latn")),
    (("Kassym-Jomart Tokayev", "en", "latn"), ("Qasım-Jomart Tokayev", "az", "latn"),
    ("Касым-Жомарт Токаев", "ru", "cyrl"),
     ("Қасым-Жомарт Тоқаев", "kk", "cyrl"), ("Qasym-Jomart Toqaev", "kk", "latn"),
     ("Kasım Cömert Tokayev", "tr", "latn"))])
def test_spellings_of_one_person_share_the_family_key(spellings):
    assert len({person_key(*spelling)[1] for spelling in spellings}) == 1


@pytest.mark.parametrize(("one", "other"), [("Aliyev", "Aliyeva"), ("Mammadov", "Muradov"), ("Tokayev", "Tuimebayev")])
def test_different_families_do_not(one, other):
    assert sound_key(one) != sound_key(other)


def test_a_spelling_no_list_foresees_finds_its_person_and_a_short_key_finds_nobody(base):
    known = KnownPeople(base)
    assert known.find("Zhanseyit Tuimebaev", "en") == "zhanseit-tuimebayev"
    assert known.find("Ia Ea", "en") is None
    assert known.find("Qwerty Uiopov", "en") is None
