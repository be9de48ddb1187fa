"""The noun phrase as the voices see it."""

from __future__ import annotations

from dataclasses import dataclass

from .speech import Cue


@dataclass(slots=True)
class Phrase:
    """A noun phrase that names, or stands for, somebody who may speak; tokens [first, last].

    ``kind``: person body state place title pronoun shared group common-body; ``entities``: whom it names, if it names
    somebody; ``roles``: the offices of its title; ``cue``: the word that a pronoun, group or common noun was known by.
    """

    first: int
    last: int
    kind: str
    entities: tuple[str, ...] = ()
    roles: frozenset[str] = frozenset()
    cue: Cue | None = None
    named: bool = False  # a person by name, not by office
    oblique: bool = False
    feminine: bool = False  # Russian surnames in -а: nominative of a woman or genitive of a man
    partner: int = -1  # index of the phrase before it with which it is coordinated ("X and Y")
    joined: bool = False  # it is coordinated with another, before or behind
    case: str = ""  # where the text shows it: "locative", "ablative"
