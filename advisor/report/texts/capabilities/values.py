"""What one ability of a mail server means to a company: the shape of the tables of capabilities."""

from dataclasses import dataclass
from enum import StrEnum

from advisor.text import Text


class Weight(StrEnum):
    """How much an ability counts when a company chooses between IMAP and POP3, or sets its programs up."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Meaning:
    """One row of a table. The token itself is put behind ``ability`` in brackets, so it is not part of the words.

    ``matters``: why it counts, on rows of high and medium weight. ``absence``: what follows where it really is not
    there; such rows are listed even where the token was not seen. ``early``: the standard wants it in the list that is
    shown before login too, so what is not there does not exist. ``before``: what it means if listed only before TLS.
    ``limits``: no gift but a restriction, good news where it is absent.
    """

    ability: Text
    weight: Weight
    matters: Text | None = None
    absence: Text | None = None
    early: bool = False
    before: Text | None = None
    limits: bool = False


def low(de: str, en: str, *, early: bool = False) -> Meaning:
    """An ability that makes little difference."""
    return Meaning(Text(de, en), Weight.LOW, early=early)


def none(de: str, en: str, *, early: bool = False) -> Meaning:
    """An ability that makes none to a company."""
    return Meaning(Text(de, en), Weight.NONE, early=early)
