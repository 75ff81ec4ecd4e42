"""A verdict in a word or two, with its tone: what all pages about a company and its server are made of."""

from dataclasses import dataclass
from enum import StrEnum

from advisor.findings.codes import FindingCode
from advisor.findings.table import outcome
from advisor.findings.values import Severity
from advisor.text import Language
from probes.codes import Offer, Protocol, Reason
from probes.results import ProbeReport
from probes.sign_in import all_closed


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


def offer_cell(report: ProbeReport, protocol: Protocol, language: Language) -> Cell:
    """The verdict on one service; where servers answer and nobody can sign in, that is said instead."""
    closed = all_closed(each for each in report.services if each.protocol is protocol)
    return judged(FindingCode.NO_SIGN_IN_OFFERED if closed else report.offers.of(protocol), language)


def judged(code: Offer | Reason | FindingCode, language: Language) -> Cell:
    """An outcome by its name in the table, in the tone of its severity."""
    row = outcome(code)
    return Cell(row.name.into(language), TONES[row.severity])
