"""The knowledge base: what ships is consistent, and mistakes are refused with file and line."""

import re
from collections import defaultdict

import pytest

from analysis import knowledge
from analysis.annotate.text import fold
from analysis.errors import InputError
from analysis.knowledge import LANGUAGES


@pytest.fixture(scope="module")
def base():
    return knowledge.load()


def test_size(base):
    names = sum(len(listed) for entity in base.entities.values()
                for group in (entity.names, entity.abbreviations, entity.former, entity.short, entity.demonyms)
                for listed in group.values())
    assert len(base.entities) >= 1500 and names >= 10000


def test_no_name_belongs_to_two_entities_of_one_language(base):
    owners = defaultdict(set)
    for entity in base.entities.values():
        for group in (entity.names, entity.former, entity.abbreviations):
            for language, names in group.items():
                for name in names:
                    owners[language, name if name.isupper() else fold(name)].add(entity.id)
    assert {key: ids for key, ids in owners.items() if len(ids) > 1} == {}


def test_everyone_has_a_name_in_english_and_the_region_in_all_five(base):
    assert [entity.id for entity in base.entities.values() if not entity.names.get("en")] == []
    region = [base.entities[state] for state in ("kazakhstan", "azerbaijan", "armenia", "georgia", "turkey", "russia",
        "uzbekistan")]
    assert all(set(entity.names) == set(LANGUAGES) and set(entity.demonyms) == set(LANGUAGES) for entity in region)


def test_states_and_owners_exist(base):
    missing = {entity.id: entity.state for entity in base.entities.values()
               if entity.state and entity.state not in base.entities}
    assert missing == {}


def test_russian_and_kazakh_names_are_cyrillic_and_the_others_latin(base):
    wrong = [(entity.id, language, name) for entity in base.entities.values() for language,
        names in entity.names.items()
             for name in names if re.search(r"[а-яА-Я]", name) and language in ("en", "az", "tr")]
    assert wrong == []


@pytest.mark.parametrize(("role", "of", "date", "holder"), [
    ("president", "kazakhstan", "2019-03-19", "nursultan-nazarbayev"),
    ("president", "kazakhstan", "2019-03-21", "kassym-jomart-tokayev"),
    ("president", "azerbaijan", "2020-11-10", "ilham-aliyev"),
    ("prime-minister", "azerbaijan", "2019-07-03", "novruz-mammadov"),
    ("prime-minister", "kazakhstan", "2019-07-03", "askar-mamin"),
    ("prime-minister", "armenia", "2023-01-01", "nikol-pashinyan"),
    ("president", "russia", "2010-05-01", "dmitry-medvedev"),
    ("president", "turkey", "2023-06-01", "recep-tayyip-erdogan")])
def test_well_known_holders(base, role, of, date, holder):
    from analysis.annotate.links import holders
    assert holders(base, role, of, date) == (holder,)


ROLES = "- {id: president, of: state, single: true, titles: {en: [President]}}\n"
STATE = "- {id: atlantis, type: COUNTRY, name: Atlantis, names: {en: [Atlantis]}, basis: a fable}\n"


def person(name, since, until):
    return (f"- {{id: {name}, type: PERSON, name: {name}, names: {{en: [A {name}]}}, basis: a fable,\n"
            f"   offices: [{{role: president, of: atlantis, from: {since}, to: {until}}}]}}\n")


@pytest.mark.parametrize(("entities", "line", "words"), [
    (STATE + STATE, 2, "stands twice"),
    (STATE + STATE.replace("id: atlantis", "id: lyonesse"), 2, "also that of"),
    (STATE.replace("basis", "bassis"), 1, "bassis"),
    (STATE.replace("COUNTRY", "LAND"), 1, "type"),
    (STATE + person("poseidon", 2010, 2015) + person("triton", 2014, 2018), 4, "holds"),
    (STATE + person("poseidon", 2015, 2010), 2, "before it begins"),
    (STATE + person("poseidon", 2010, 2015).replace("role: president", "role: king"), 2, "king"),
    ("- {id: atlantis, id: atlantis}\n", 1, "twice"),
    ("entities: []\n", 1, "list"),
    ("- {id: atlantis\n", 2, "YAML"),
])
def test_a_mistake_is_refused_with_file_and_line(tmp_path, entities, line, words):
    (tmp_path / "entities").mkdir()
    (tmp_path / "roles.yaml").write_text(ROLES, encoding="utf-8")
    (tmp_path / "entities" / "fable.yaml").write_text(entities, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        knowledge.load(tmp_path)
    assert caught.value.file.name == "fable.yaml" and caught.value.line == line and words in str(caught.value)
