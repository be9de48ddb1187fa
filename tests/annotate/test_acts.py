"""Acts between states: what kind, and how far they have got, in sentences of our own."""

import pytest

from analysis import tables
from analysis.errors import InputError
from analysis.knowledge import FOLDER, claimbook
from analysis.measure import promises


def acts(language, text, *mentions, date="2023-04-12"):
    """(type, rung) of the acts of one sentence; a mention is (words, type)."""
    return [(r.type, r.rung) for r in rows(language, text, *mentions, date=date).itertuples()]


def rows(language, text, *mentions, date="2023-04-12", speaker="narrator"):
    record = {"id": "a", "text": text, "language": language, "date": date,
              "sentences": [{"start": 0, "end": len(text), "speaker": [speaker], "quoted": False, "tone": 0,
                             "themes": [], "frames": []}],
              "mentions": [{"start": text.index(words), "end": text.index(words) + len(words), "type": kind,
                            "kind": "name", "entity": words.lower().replace(" ", "-")} for words, kind in mentions]}
    return promises.acts(tables.from_records([record]))


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "The ministers signed a memorandum.", [("document", "signed")]),
        ("en", "The ministers will sign a memorandum in May.", [("document", "intention")]),
        ("en", "They agreed to sign a protocol.", [("document", "intention")]),
        ("en", "He hopes to sign a protocol.", [("document", "wish")]),
        ("en", "A joint fund was established.", [("body", "signed")]),
        ("en", "The presidents opened a new school.", [("opening", "implemented")]),
        ("en", "The school will be opened in May.", [("opening", "intention")]),
        ("en", "He invited his colleague to Muscat.", [("invitation", "wish")]),
        ("en", "He accepted the invitation.", [("invitation", "intention")]),
        ("en", "The minister arrived in Muscat.", [("visit", "implemented")]),
        ("en", "The minister will visit Muscat.", [("visit", "intention")]),
        ("en", "The library is a gift from Oman.", [("delivery", "implemented")]),
        ("en", "They agreed to hold days of culture.", [("programme", "intention")]),
        ("en", "He expressed interest in closer ties.", [("cooperation", "wish")]),
        ("en", "He thanked the hosts.", [("courtesy", "courtesy")]),
        ("ru", "Министры подписали меморандум.", [("document", "signed")]),
        ("ru", "Министры планируют подписать меморандум.", [("document", "intention")]),
        ("ru", "Президент посетил музей.", [("visit", "implemented")]),
        ("ru", "Президент посетит музей.", [("visit", "intention")]),
        ("ru", "Он поблагодарил хозяев.", [("courtesy", "courtesy")]),
        ("az", "Nazirlər memorandum imzalayıblar.", [("document", "signed")]),
        ("az", "Nazirlər memorandum imzalayacaqlar.", [("document", "intention")]),
        ("az", "Nazir Maskata səfər edib.", [("visit", "implemented")]),
        ("az", "O, minnətdarlığını bildirib.", [("courtesy", "courtesy")]),
        ("tr", "Bakanlar mutabakat zaptı imzaladı.", [("document", "signed")]),
        ("tr", "Bakanlar bir protokol imzalayacak.", [("document", "intention")]),
        ("tr", "Bakan ülkeyi ziyaret etti.", [("visit", "implemented")]),
        ("tr", "Bakan teşekkür etti.", [("courtesy", "courtesy")]),
        ("kk", "Министрлер меморандумға қол қойды.", [("document", "signed")]),
        ("kk", "Mınıstrler memorandýmǵa qol qoıdy.", [("document", "signed")]),
        ("kk", "Министрлер меморандумға қол қою жоспарлап отыр.", None),
        ("kk", "Ол алғыс айтты.", [("courtesy", "courtesy")]),
    ],
)
def test_acts_and_rungs_in_five_languages(language, text, found):
    got = acts(language, text)
    assert got == found if found is not None else all(rung != "signed" for _, rung in got)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The visit was discussed."),
        ("en", "During the visit they discussed trade."),
        ("en", "The memorandum covers tourism and sport."),
        ("en", "The council met in Muscat."),
        ("en", "He stressed the importance of cooperation."),
        ("en", "He highly appreciated the work."),
        ("en", "They did not sign the memorandum."),
        ("az", "Saziş imzalanmayıb."),
        ("ru", "Они не подписали соглашение."),
        ("en", ""),
        ("en", "  \n ..."),
    ],
)
def test_what_is_no_act(language, text):
    assert acts(language, text) == []


def test_words_inside_a_name_report_nothing():
    name = "Agreement on Opening the Route"
    assert acts("en", f"The {name} covers ports.", (name, "DOCUMENT")) == []


def test_relative_and_limited_dates():
    last = rows("en", "Last year they signed a treaty until 2026.").iloc[0]
    assert (last["date"], last["date_basis"], last["due"]) == ("2022", "said", "/2026")
    undated = rows("en", "Last year they signed a treaty.", date=None).iloc[0]
    assert (undated["date"], undated["date_basis"], undated["date_words"]) == ("", "undated", "Last year")
    report = rows("en", "They signed a treaty.").iloc[0]
    assert (report["date"], report["date_basis"]) == ("2023-04-12", "report")
    ahead = rows("en", "They will sign a treaty next year.").iloc[0]
    assert (ahead["date"], ahead["date_basis"], ahead["due"]) == ("2023-04-12", "report", "2024")


def test_who_acts():
    both = rows("en", "The presidents of Iran and Oman signed a treaty.", ("Iran", "COUNTRY"), ("Oman", "COUNTRY"))
    assert both["actors"].tolist() == ["iran|oman"]
    assert rows("en", "Several treaties were signed.").iloc[0]["actors"] == ""
    assert rows("en", "He thanked the hosts.", speaker="iran").iloc[0]["actors"] == "iran"


def test_plover_types():
    assert promises.plover("document", "signed") == "SUPPORT"
    assert promises.plover("visit", "implemented") == "CONSULT"
    assert promises.plover("opening", "intention") == "AGREE"
    assert promises.plover("document", "wish") == promises.plover("courtesy", "courtesy") == ""


def _spoilt(tmp_path, name, old, new):
    folder = tmp_path / "knowledge"
    (folder / "cues").mkdir(parents=True)
    for file in ("claim-status", "periods", "measures", "acts", "act-types"):
        text = (FOLDER / "cues" / f"{file}.yaml").read_text(encoding="utf-8")
        if file == name:
            assert old in text
            text = text.replace(old, new, 1)
        (folder / "cues" / f"{file}.yaml").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("acts", "type: document, role: act", "type: papers, role: act", "no type of act “papers”"),
        ("acts", "role: act, rung: signed, needs", "role: act, rung: sealed, needs", "names a rung"),
        ("act-types", "{kind: type, code: visit", "{kind: type, code: document", "stands twice"),
        ("claim-status", "status: expected", "status: hoped-for", "status"),
        ("periods", "unit: year, offset: -1, ", "", "unit"),
        ("measures", "- measure: imports", "- measure: exports", "stands twice"),
        ("measures", "units:", "unit:", "unknown key"),
    ],
)
def test_a_mistake_in_a_knowledge_file_is_named(tmp_path, name, old, new, said):
    with pytest.raises(InputError, match=said) as raised:
        claimbook.load(_spoilt(tmp_path, name, old, new))
    assert f"{name}.yaml" in str(raised.value) and "line" in str(raised.value)


def test_every_type_and_rung_is_used_and_explained():
    book = claimbook.load()
    used = {(item.type, item.rung) for language in ("en", "az", "ru", "kk", "tr")
            for _, layer, item in book.entries(language) if layer == "act" and item.role == "act"}
    assert {type_ for type_, _ in used} == set(book.types)
    assert {rung for _, rung in used} == set(book.rungs)
    assert all(item.definition.endswith(".") for item in (*book.types.values(), *book.rungs.values()))
