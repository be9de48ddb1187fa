"""The fonts of pages and pictures have every letter of the book's languages, where the style sheet says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from matplotlib.ft2font import FT2Font
from PIL import Image, ImageDraw, ImageFont

from analysis.figures import style

STATIC = Path(__file__).resolve().parents[2] / "book" / "_static"
#: Of English, Azerbaijani, Turkish, Russian and Kazakh in both scripts, with the signs their press uses.
LETTERS = (
    "abcçdeəfgğhxıijkqlmnoöprsştuüvyzwâîû ABCÇDEƏFGĞHXIİJKQLMNOÖPRSŞTUÜVYZWÂÎÛ "
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюя АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ әғқңөұүһі ӘҒҚҢӨҰҮҺІ "
    "áǵńóúýŋūñäöüış ÁǴŃÓÚÝŊŪÑ “”„«»‘’…–—№₸₼₺₽€$%§°·"
)


def faces() -> dict[str, list[tuple[Path, list[range]]]]:
    """Style and weight → files with the code points they are fetched for, from the style sheet."""
    found: dict[str, list[tuple[Path, list[range]]]] = {}
    for rule in re.findall(r"@font-face \{(.*?)\}", (STATIC / "fonts.css").read_text(encoding="utf-8"), re.DOTALL):
        said = dict(re.findall(r"([\w-]+):\s*(.*?);", rule, re.DOTALL))
        ranges = []
        for part in re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", said["unicode-range"]):
            ranges.append(range(int(part[0], 16), int(part[1] or part[0], 16) + 1))
        file = STATIC / re.search(r'url\("(.*?)"\)', said["src"])[1]
        found.setdefault(f"{said['font-style']} {said['font-weight']}", []).append((file, ranges))
    return found


def drawn(font: ImageFont.FreeTypeFont, letter: str) -> bytes:
    sheet = Image.new("L", (80, 80))
    ImageDraw.Draw(sheet).text((10, 10), letter, font=font, fill=255)
    return sheet.tobytes()


@pytest.mark.parametrize("face", ["normal 400", "normal 700", "italic 400"])
def test_every_letter_of_the_five_languages_is_in_the_file_it_is_fetched_from(face: str) -> None:
    fonts = [(ImageFont.truetype(file, 40), ranges) for file, ranges in faces()[face]]
    for letter in LETTERS.replace(" ", ""):
        font = next((font for font, ranges in fonts if any(ord(letter) in part for part in ranges)), None)
        assert font is not None, f"no file is fetched for {letter!r}"
        assert drawn(font, letter) != drawn(font, "\uffff"), f"{letter!r} has no glyph in {font.path}"


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_the_pictures_have_them_too(weight: str) -> None:
    has = FT2Font(style.FONTS / f"CaspianSans-{weight}.ttf").get_charmap()
    assert not [letter for letter in LETTERS if ord(letter) not in has]


def test_pages_stay_light() -> None:
    files = [file for parts in faces().values() for file, _ in parts]
    assert len(files) == len(set(files)) == len(list((STATIC / "fonts").glob("*.woff2"))) == 6
    assert sum(file.stat().st_size for file in files) < 150_000


def test_the_licence_lies_beside_the_fonts() -> None:
    for folder in (STATIC / "fonts", style.FONTS):
        assert "SIL OPEN FONT LICENSE" in (folder / "OFL.txt").read_text(encoding="utf-8")
