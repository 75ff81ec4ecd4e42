"""One finding about a mail server: what is so, how bad it is, and of what it speaks. Codes only, no wording."""

from dataclasses import dataclass
from enum import StrEnum

from probes.codes import Protocol
from probes.results import Service


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


def subject_of(service: Service) -> str:
    """What is said of one port speaks of this, such as ``imap:mail.example.com:993``."""
    return f"{service.protocol}:{service.endpoint}"


def subject_of_host(protocol: Protocol, host: str) -> str:
    """What is said of one service of a host speaks of this, such as ``imap:mail.example.com``."""
    return f"{protocol}:{host}"
