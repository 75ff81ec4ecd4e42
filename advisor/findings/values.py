"""One finding about a mail server: what is so, how bad it is, and of what it speaks. Codes only, no wording."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters; "could not test" is never "failed"."""

    FAILED = "failed"
    WARNING = "warning"
    INFO = "info"
    PASSED = "passed"
    NOT_TESTED = "not_tested"


@dataclass(frozen=True, slots=True)
class Finding:
    """``subject`` names what is meant (such as ``imap:mail.example.com:993``), ``params`` the figures of the text."""

    code: str
    severity: Severity
    subject: str
    params: tuple[tuple[str, str | int | float], ...] = ()
