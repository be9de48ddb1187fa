"""The codebook's files: what is read from them, and what is refused with file and line."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from analysis import knowledge
from analysis.annotate import codes, tone
from analysis.annotate.lexicon import Lexicon
from analysis.errors import InputError
from analysis.knowledge import FOLDER, LANGUAGES, codebook


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the codebook's files, for a test to spoil."""
    shutil.copytree(FOLDER / "codes", tmp_path / "codes")
    return tmp_path


def spoil(folder: Path, name: str, old: str, new: str) -> int:
    """Replace the first ``old`` in a file; the 1-based line in which it stood."""
    file = folder / "codes" / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def refusal(folder: Path) -> InputError:
    with pytest.raises(InputError) as caught:
        codebook.load(folder)
    return caught.value


def test_the_codes_are_those_of_the_codebook_in_its_order():
    book = codebook.load()
    assert list(book.items["theme"])[:3] == ["political-dialogue", "trade-economy", "energy"]
    assert [len(book.items[axis]) for axis in ("theme", "frame", "tone")] == [12, 8, 2]
    for items in book.items.values():
        for item in items.values():
            assert item.definition and item.include and item.exclude


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_pattern_can_be_matched(language):
    """The loader's own check of patterns agrees with the lexicon, which would refuse a bad one here."""
    for script in ("cyrl", "latn") if language == "kk" else ("latn",):
        Lexicon([*codes.entries(language, script), *tone.entries(language, script)], language, script)


def test_a_group_gives_its_conditions_to_each_of_its_cues(folder):
    group = "      - {cues: [zebra, gnu], weight: 0.5, unless: [lion]}\n"
    spoil(folder, "themes.yaml", "    en:\n      - [official", f"    en:\n{group}      - [official")
    found = [cue for cue in codebook.load(folder).cues["theme", "en"] if cue.pattern in ("zebra", "gnu")]
    assert [(cue.code, cue.weight, cue.unless) for cue in found] == [("political-dialogue", 0.5, ("lion",))] * 2


def test_words_before_and_behind_make_a_cue_of_each_pair(folder):
    group = "      - {before: [zebra, gnu], behind: [lion, herd], weight: 0.5}\n"
    spoil(folder, "themes.yaml", "    en:\n      - [official", f"    en:\n{group}      - [official")
    pairs = {"zebra .. lion", "zebra .. herd", "gnu .. lion", "gnu .. herd"}
    found = [cue for cue in codebook.load(folder).cues["theme", "en"] if cue.pattern in pairs]
    assert {cue.pattern for cue in found} == pairs and {cue.weight for cue in found} == {0.5}


def test_a_group_without_cues_is_refused(folder):
    spoil(folder, "themes.yaml", "    en:\n      - [official", "    en:\n      - {before: [zebra]}\n      - [official")
    assert "a group needs cues" in str(refusal(folder))


def test_a_code_stands_in_one_file_of_its_axis(folder):
    codes_of = folder / "codes"
    kinship = (codes_of / "frames.yaml").read_text(encoding="utf-8").split("- code: friendship\n")[0]
    with open(codes_of / "frames-cooperation.yaml", "a", encoding="utf-8") as file:
        file.write("\n- code: kinship\n" + kinship.split("- code: kinship\n")[1])
    error = refusal(folder)
    assert (Path(error.file).name, "stands twice" in str(error)) == ("frames-cooperation.yaml", True)


@pytest.mark.parametrize("bad", ["up .. ..  down", ".. away", "away ..", "*", "half*way", "a||b", "what?"])
def test_a_bad_pattern_is_refused_with_its_line(folder, bad):
    line = spoil(folder, "themes.yaml", "[official visit, ", f"[official visit, '{bad}', ")
    error = refusal(folder)
    assert (Path(error.file).name, error.line) == ("themes.yaml", line)
    assert bad.split()[0] in str(error)


def test_a_bad_pattern_in_a_condition_or_a_rule_is_refused(folder):
    line = spoil(folder, "rules.yaml", "[not, ", "[not, '.. not', ")
    assert refusal(folder).line == line


@pytest.mark.parametrize("name, old, new, says", [
    ("themes.yaml", "  label: Energy\n", "  label: Energy\n  colour: red\n", "unknown key"),
    ("themes.yaml", "- code: energy\n", "- code: enregy\n", "unknown theme “enregy”"),
    ("frames.yaml", "  label: Concern\n", "", "label"),
    ("themes.yaml", "    kk:\n", "    ky:\n", "ky"),
    ("rules.yaml", "- kind: pointer\n", "- kind: finger\n", "kind"),
])
def test_an_item_of_the_wrong_form_is_refused_with_the_line_it_begins_in(folder, name, old, new, says):
    line = spoil(folder, name, old, new)
    error = refusal(folder)
    assert Path(error.file).name == name
    assert says in str(error)
    text = (folder / "codes" / name).read_text(encoding="utf-8").splitlines()
    begins = max(number for number, content in enumerate(text, 1) if content.startswith("- ") and number <= line)
    assert error.line == begins


def test_a_code_given_twice_is_refused_where_it_stands_again(folder):
    spoil(folder, "frames.yaml", "- code: kinship\n", "- code: friendship\n")
    error = refusal(folder)
    assert "“friendship” stands twice" in str(error)
    lines = (folder / "codes" / "frames.yaml").read_text(encoding="utf-8").splitlines()
    assert lines[error.line - 1] == "- code: friendship" and "- code: friendship" in lines[: error.line - 1]


def test_a_missing_code_is_named(folder):
    file = folder / "codes" / "themes.yaml"
    text = file.read_text(encoding="utf-8")
    start = text.index("- code: environment\n")
    file.write_text(text[:start] + text[text.index("- code: commemoration\n"):], encoding="utf-8")
    assert "“environment” is missing" in str(refusal(folder))


def test_a_cue_of_both_tones_is_refused_with_its_line(folder):
    line = spoil(folder, "tone.yaml", "[praise, ", "[praise, bad, ")
    error = refusal(folder)
    assert (Path(error.file).name, error.line) == ("tone.yaml", line)
    assert "“bad” speaks for tone 1 and for tone -1" in str(error)


def test_a_cue_of_both_tones_is_accepted_where_conditions_tell_them_apart(folder):
    good, bad = "      - {cues: [zebra], with: [lion]}\n", "      - {cues: [zebra], unless: [lion]}\n"
    spoil(folder, "tone.yaml", "      - [praise, ", f"{good}      - [praise, ")
    spoil(folder, "tone.yaml", "      - [bad, ", f"{bad}      - [bad, ")
    codebook.load(folder)
    spoil(folder, "tone.yaml", good, "      - {cues: [zebra]}\n")
    codebook.load.cache_clear()
    assert "“zebra” speaks for" in str(refusal(folder))


def test_a_frame_and_the_tone_may_not_contradict_each_other_either(folder):
    spoil(folder, "tone.yaml", "[praise, ", "[praise, double standard, ")
    assert "double standard" in str(refusal(folder))


def test_no_pattern_stands_twice_under_the_same_conditions():
    """A cue that stands twice is a slip: the second has no effect, or undoes the first's conditions."""
    twice = []
    for (axis, language), cues in codebook.load().cues.items():
        seen: dict[tuple[str, str, bool, bool], tuple[str, ...]] = {}
        for cue in cues:
            key = cue.code, cue.pattern, cue.fallback, cue.in_names
            if key in seen and axis != "tone" and not (cue.with_ or cue.near):
                twice.append((axis, language, cue.code, cue.pattern))
            seen[key] = cue.unless
    assert not twice


def test_the_files_are_short_enough_to_edit():
    for file in (FOLDER / "codes").glob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        assert text.count("\n") < 2000
        assert not re.search(r"\t", text)


def test_every_condition_on_mentions_names_entities_and_tags_that_exist():
    entities = knowledge.load().entities
    tags = {tag for entity in entities.values() for tag in entity.tags}
    unknown = []
    for item in codebook.load().items["theme"].values():
        for condition in item.entities:
            assert condition.tags or condition.ids, item.code
            unknown += [(item.code, slug) for slug in condition.ids if slug not in entities]
            unknown += [(item.code, slug) for slug in condition.excluded if slug not in entities and slug not in tags]
            assert not condition.tags or tags & {*condition.tags}, (item.code, condition.tags)
    assert not unknown
