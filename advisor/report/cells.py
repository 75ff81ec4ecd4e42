"""A verdict in a word or two, with its tone: what all pages about a company and its server are made of."""

from dataclasses import dataclass
from enum import StrEnum

from advisor.findings.codes import FindingCode
from advisor.findings.table import outcome
from advisor.findings.values import Severity
from advisor.text import Language
from probes.codes import Offer, Reason


class Tone(StrEnum):
    """How a statement is coloured; word and sign say the same, colour is never alone."""

    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Cell:
    """A verdict in a word or two, with its tone."""

    text: str
    tone: Tone


TONES = {
    Severity.PASSED: Tone.GOOD,
    Severity.INFO: Tone.NONE,
    Severity.WARNING: Tone.WARN,
    Severity.FAILED: Tone.BAD,
    Severity.NOT_TESTED: Tone.NONE,
}


def judged(code: Offer | Reason | FindingCode, language: Language) -> Cell:
    """An outcome by its name in the table, in the tone of its severity."""
    row = outcome(code)
    return Cell(row.name.into(language), TONES[row.severity])
