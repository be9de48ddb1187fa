"""The five-language lexicon: what its files may hold, and that ours are sound."""

import pytest

from analysis.errors import InputError
from analysis.knowledge import concepts

HEAD = "en,az,ru,kk,tr\n"


@pytest.fixture
def folder(tmp_path):
    def write(content, name="words.csv"):
        (tmp_path / name).write_text(content, encoding="utf-8")
        return tmp_path

    return write


def test_a_row_is_a_concept_with_its_wordings(folder):
    (found,) = concepts.load(folder(HEAD + "to sign | signing,imzala*|imza at*,подпис*,қол қой*,\n\n"))
    assert found.name == "to sign" and found.line == 2
    assert found.words == {
        "en": ("to sign", "signing"), "az": ("imzala*", "imza at*"), "ru": ("подпис*",), "kk": ("қол қой*",)}


def test_a_concept_of_two_files_is_one(folder):
    folder(HEAD + "road,yol,дорога,жол,yol\n", "a.csv")
    (found,) = concepts.load(folder(HEAD + "road,yol|şose,,,karayolu\n", "b.csv"))
    assert found.words["az"] == ("yol", "şose") and found.words["tr"] == ("yol", "karayolu")


@pytest.mark.parametrize(("content", "line", "said"), [
    ("en,az,ru,tr,kk\nroad,yol,дорога,yol,жол\n", 1, "the header is “en,az,ru,tr,kk”"),
    ("", 1, "the header is “”"),
    (HEAD + "road,yol\n", 2, "2 cells where the first line has 5 columns"),
    (HEAD + "road,,,,\n", 2, "words in two languages"),
    (HEAD + "sea,dəniz,море,теңіз,deniz\nroad,yol|,дорога,жол,yol\n", 3, "an empty alternative"),
    (HEAD + "road,*yol,дорога,жол,yol\n", 2, "“*yol” is no wording (az)"),
    (HEAD + "road,yol (şose),дорога,жол,yol\n", 2, "“yol (şose)” is no wording (az)"),
    (HEAD + "road,yol,дoрога,жол,yol\n", 2, "the Latin letter “o” in “дoрога” (ru)"),
    (HEAD + "road,yоl,дорога,жол,yol\n", 2, "the Cyrillic letter “о” in “yоl” (az)"),
    (HEAD + "road,yol|yol,дорога,жол,yol\n", 2, "“yol” stands twice (az)"),
    (HEAD + "road,yol,дорога,жол,yol\nsea,,море,теңіз,\nRoad,şose,,,yol\n", 4, "the concept “road” stands twice"),
    (HEAD + 'road,"yol,дорога,жол,yol\n', 2, "no valid CSV"),
])
def test_a_mistake_is_refused_with_file_and_line(folder, content, line, said):
    with pytest.raises(InputError) as refused:
        concepts.load(folder(content))
    assert refused.value.file.name == "words.csv" and refused.value.line == line
    assert said in str(refused.value) and refused.value.remedy


def test_latin_words_in_cyrillic_languages_are_allowed_whole(folder):
    (found,) = concepts.load(folder(HEAD + "IT,İT,IT|ИТ,IT,BT\n"))
    assert found.words["ru"] == ("IT", "ИТ")


def test_a_file_that_is_not_utf8(tmp_path):
    (tmp_path / "words.csv").write_bytes((HEAD + "road,yol,дорога,жол,yol\n").encode("utf-16"))
    with pytest.raises(InputError, match="not UTF-8"):
        concepts.load(tmp_path)


def test_our_files_are_sound():
    assert all(len(concept.words) > 1 for concept in concepts.load())
