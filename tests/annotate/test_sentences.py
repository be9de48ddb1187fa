"""Sentence ends in five languages: what ends one, and what only looks as if it did."""

import json
from pathlib import Path

import pytest

from analysis.annotate.sentences import habits, split
from analysis.annotate.text import fold
from analysis.corpus.clean import clean
from analysis.errors import InputError

SEEDS = Path(__file__).parents[2] / "seeds"


def sentences(text, language="en", kept=None):
    return [text[s.start : s.end] for s in split(text, fold(text), kept or [(0, len(text))], language)]


def parted(marked, language):
    """“|” marks where sentences part; it is taken out with nothing in its place."""
    expected = [piece.strip() for piece in marked.split("|")]
    assert sentences(marked.replace("|", ""), language) == expected


def test_seeds_part_as_gold_does():
    ours, gold = set(), set()
    for line in (SEEDS / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        text = record["text"]
        found = split(text, fold(text), clean(text).kept, record["language"])
        ours |= {(record["id"], s.start, s.end) for s in found}
        gold |= {(record["id"], s["start"], s["end"]) for s in record["sentences"]}
    assert {key[::2] for key in ours} == {key[::2] for key in gold}  # every end, and no other
    assert len(ours ^ gold) == 2  # one beginning differs: gold keeps the date prefix in the first sentence of 001


# One text a line; “|” marks where its sentences part.
MARKED = {
    "en": """
Trade grew by 3.5% in 2023.| Exports reached $1.2 billion.| It was a record!| Was it?| Yes.
Mr. Aliyev met Dr. J. R. Smith of Acme Inc. in the U.S. capital on Aug. 9.| They signed No. 5 of it.
Officials from the U.S. Department of State came.| He left the U.S.| The talks went on.
“We advance each other’s interests.| I am hopeful,” said the minister.| “Our ties are close.”| “They grow.”
He called it "a bridge."| "We will build it," he added.| The work (see p. 12.) goes on.| It grew ($7 bn).| Good.
ALMATY.| Nov 30 (Interfax-Kazakhstan) – The president spoke.| 1,200 people listened.
St. Petersburg hosted Gov. Ivanov et al. at 5 p.m. sharp.| Then... silence.| Then...| Silence again.
""",
    "az": """
C.Tuymebayev Bakıya gəlib.| Görüşdə M. Əliyev və prof. Leyla Quliyeva iştirak edib.| 2024-cü ildə 14.5 faiz artıb.
“Biz qardaşıq!” – Prezident deyib.| “Bu, belədir”, – o əlavə edib.| Sonra səfər davam edib.
""",
    "ru": """
В 2015 г. Президент посетил г. Алматы и ул. Абая.| Он вернулся в г.Баку.| Это было в 2015 г.| Оборот 5 млрд. тенге.
Так было в 1951-1955 гг.| Посол (1940-1945 гг.) Иванов и Дж. Байден обсудили ст. 12 и т.е. всё.| Это итог.
Президент прибыл в Баку.|Стороны подписали договор.|"В этом ключе встреча важна", - заявил он.|Tengrinews.kz сообщает.
«Мы готовы к диалогу», - сказал А. В. Иванов.| «Да!» - ответил Л.Гандилов.| - Мы идем вперед.
""",
    "kk": """
Ол 2015 ж. Астанада болды.| Т.б. мәселелер қаралды.| Горбачев "Күш бар ма?" (...) деп сұрады.| — Біз доспыз.
Sh.Nuryshev kezdesý ótkizdi.| Dj.D.Vens keldi.| KAZINFORM — Memleket basshysy sóılesti.
""",
    "tr": """
12. Cumhurbaşkanı 2. Karabağ Savaşı'nı anlattı.| Dr. Ahmet Kaya 5. turu izledi.| XX. Yüzyıl bitti.| Bu iyi.
Toplantı 2024.| Kaya, "Finansman şart.| Hepimiz katkı vermeliyiz" dedi.| Tutar 1,3 trilyon dolara (44,93 lira) ulaştı.
""",
}


@pytest.mark.parametrize(
    ("language", "marked"), [(code, line) for code, lines in MARKED.items() for line in lines.strip().splitlines()]
)
def test_languages(language, marked):
    parted(marked, language)


@pytest.mark.parametrize(
    "text",
    [
        "News.Az reported it",
        "on 30.12.2016 in Baku",
        "the C.I.S. Summit",
        "Ranking.kz said",
        "at 12.30 he",
        "version 2.0 of the U.S.-led plan",
        "1. Kazakhstan and Azerbaijan",
    ],
)
def test_stops_inside(text):
    assert sentences(text) == [text]


def test_quotation_mark_of_the_wrong_kind_opens_when_nothing_is_open():
    parted("They numbered 250 pieces of hardware.|”The mission is over,” he told them.", "en")
    parted("He said “it is over.”|The mission ended.", "en")


def test_paragraphs_part_and_are_numbered():
    text = "A headline without a stop\nASTANA. He came.\r\n\r\n  They met. \n\nIt was late."
    found = split(text, fold(text), [(0, len(text))], "en")
    assert [(text[s.start : s.end], s.paragraph) for s in found] == [
        ("A headline without a stop", 0),
        ("ASTANA.", 1),
        ("He came.", 1),
        ("They met.", 2),
        ("It was late.", 3),
    ]


def test_line_wrapped_inside_a_sentence_is_no_paragraph():
    text = "The ministers met in Baku and\nagreed on transit. They\nleft.\n\nlower case begins a paragraph"
    assert sentences(text) == [
        "The ministers met in Baku and\nagreed on transit.",
        "They\nleft.",
        "lower case begins a paragraph",
    ]


def test_text_broken_into_lines_of_one_width_is_put_together():
    text = (
        "Political ties\nThe ministers of the two countries met in the capital of Kazakhstan and\n"
        "Azerbaijan expressed its support for the transit of goods. The parties\nDiscussed energy and the ports of\n"
        "Aktau and Alat.\nTrade grew.\nThe next round of talks between both delegations will be held in the city of\n"
        "Baku, the Caspian port on its western shore, in autumn of this year, as\nAida Serik said."
    )
    assert [sentence.replace("\n", " ") for sentence in sentences(text)] == [
        "Political ties",
        "The ministers of the two countries met in the capital of Kazakhstan and Azerbaijan expressed its support for "
        "the transit of goods.",
        "The parties Discussed energy and the ports of",
        "Aktau and Alat.",
        "Trade grew.",
        "The next round of talks between both delegations will be held in the city of Baku, the Caspian port on its "
        "western shore, in autumn of this year, as Aida Serik said.",
    ]


def test_no_sentence_runs_over_what_was_cut_out():
    text = "He came to Baku. Photo: Trend They met."
    found = split(text, fold(text), [(0, 16), (30, len(text))], "en")
    assert [(text[s.start : s.end], s.paragraph) for s in found] == [("He came to Baku.", 0), ("They met.", 0)]


@pytest.mark.parametrize("text", ["", "   \n ", ".", "…", "!!!", "«»", "a", "\ufeffА."])
def test_odd_texts_keep_their_offsets(text):
    found = split(text, fold(text), [(0, len(text))] if text else [], "ru")
    assert all(
        0 <= s.start < s.end <= len(text) and text[s.start : s.end].strip() == text[s.start : s.end] for s in found
    )


def test_abbreviations_of_kazakh_hold_in_latin_script():
    assert {"дж", "dj"} <= habits("kk").initials


def test_mistake_in_the_file_is_named(tmp_path):
    file = tmp_path / "abbreviations.yaml"
    file.write_text("- language: en\n- language: fr\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"abbreviations.yaml, line 2"):
        habits("en", file)
