"""Words of any origin as office files take them: on one line, without what XML cannot hold."""

from __future__ import annotations

import re

#: Control characters, lone surrogates and non-characters: XML 1.0 has no way to write them.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def lawful(text: str) -> str:
    """The text without characters that XML forbids."""
    return _FORBIDDEN.sub("", text)


def plain(text: object) -> str:
    """The text on one line, spaces collapsed (a no-break space stays), without characters that XML forbids."""
    return re.sub(r"[ \t\r\n\x85\u2028\u2029]+", " ", lawful(str(text))).strip(" ")
