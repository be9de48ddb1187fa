"""Names in Latin letters as the English-language press writes them, for the ids and names of unknown people.

Tables of our own after the habits of each language's press; the aim is that one person gets one spelling whether
an article writes Cansеit, Жансеит or Zhanseit, not a reversible transliteration.
"""

from __future__ import annotations

import re
import unicodedata

_AZERBAIJANI = {"ə": "a", "c": "j", "ç": "ch", "ş": "sh", "x": "kh", "q": "g", "ğ": "gh", "ö": "o", "ü": "u", "ı": "y"}
_TURKISH = {"ç": "ch", "ş": "sh", "ğ": "g", "ö": "o", "ü": "u", "ı": "i", "c": "j"}
_RUSSIAN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        (
            "a",
            "b",
            "v",
            "g",
            "d",
            "e",
            "e",
            "zh",
            "z",
            "i",
            "y",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "kh",
            "ts",
            "ch",
            "sh",
            "shch",
            "",
            "y",
            "",
            "e",
            "yu",
            "ya",
        ),
        strict=True,
    )
)
_KAZAKH = _RUSSIAN | {
    "ә": "a",
    "ғ": "g",
    "қ": "k",
    "ң": "n",
    "ө": "o",
    "ұ": "u",
    "ү": "u",
    "һ": "h",
    "і": "i",
    "у": "u",
}
_KAZAKH_LATIN = {"á": "a", "ǵ": "g", "q": "k", "ń": "n", "ó": "o", "ú": "u", "ý": "u", "ı": "i", "j": "zh", "x": "kh"}
_DIGRAPHS = (("ıa", "ya"), ("ıý", "yu"), ("ıo", "yo"))


def romanize(name: str, language: str, script: str = "latn") -> str:
    """The name in plain English letters; words keep their capitals ("Cəlil Xəlilov" → "Jalil Khalilov")."""
    if language == "kk" and script == "latn":
        table = _KAZAKH_LATIN
    else:
        table = {"az": _AZERBAIJANI, "tr": _TURKISH, "ru": _RUSSIAN, "kk": _KAZAKH}.get(language, {})
    if re.search(r"[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]", name):
        table = _KAZAKH if language == "kk" else _RUSSIAN
    words = []
    for word in name.replace("İ", "I").split(" "):
        low = word.lower().replace("i̇", "i")
        if table is _KAZAKH_LATIN:
            for pair, plain in _DIGRAPHS:
                low = low.replace(pair, plain)
        if table is _AZERBAIJANI and word[:1] == "I":
            low = "i" + low[1:]
        if language in ("ru", "kk"):
            low = re.sub(r"(?<=[аеёиоуыэюяәөұүі])е|^е", "ye", low)
        plain = "".join(table.get(letter, letter) for letter in low)
        plain = "".join(letter for letter in unicodedata.normalize("NFD", plain) if not unicodedata.combining(letter))
        words.append("-".join(part[:1].upper() + part[1:] for part in plain.split("-")))
    return " ".join(words)


def slug(name: str, language: str = "en", script: str = "latn") -> str:
    """An ASCII id made from a name: lower-case words joined by hyphens; ``unnamed`` if nothing is left."""
    plain = romanize(name, language, script).lower().replace("’", "").replace("'", "")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "unnamed"
