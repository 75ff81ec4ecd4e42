"""What one outcome code means for a company: how bad it is, who can mend it, and the words for it."""

from dataclasses import dataclass
from enum import StrEnum

from advisor.findings.values import Severity
from advisor.text import Text


class Fixer(StrEnum):
    """Who can do something about a finding."""

    COMPANY = "company"
    PROVIDER = "provider"
    US = "us"
    NOBODY = "nobody"
    DEPENDS = "depends"


FIXER_NAMES: dict[Fixer, Text] = {
    Fixer.COMPANY: Text("Ihre Firma", "your company"),
    Fixer.PROVIDER: Text("Ihr Anbieter", "your provider"),
    Fixer.US: Text("der Betreiber dieser Prüfung", "whoever runs this check"),
    Fixer.NOBODY: Text("niemand, es ist nichts zu tun", "nobody, there is nothing to do"),
    Fixer.DEPENDS: Text(
        "je nach Grund Ihr Anbieter oder wer diese Prüfung betreibt",
        "your provider or whoever runs this check, depending on the cause",
    ),
}

SEVERITY_NAMES: dict[Severity, Text] = {
    Severity.FAILED: Text("Mangel", "Fault"),
    Severity.WARNING: Text("Achtung", "Attention"),
    Severity.INFO: Text("Hinweis", "Note"),
    Severity.PASSED: Text("In Ordnung", "In order"),
    Severity.NOT_TESTED: Text("Nicht geprüft", "Not tested"),
}


@dataclass(frozen=True, slots=True)
class Letter:
    """The heart of a letter to the provider, in its own words: what we saw, and what we ask for."""

    saw: Text
    ask: Text


@dataclass(frozen=True, slots=True)
class Outcome:
    """One row of the table: ``name`` is a status in a few words, ``meaning`` what is so, ``action`` what to do.

    The texts may hold fields that the finding's params fill. ``letter``: there where the provider can mend it.
    """

    severity: Severity
    fixer: Fixer
    name: Text
    meaning: Text
    action: Text
    letter: Letter | None = None
