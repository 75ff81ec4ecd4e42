"""Why a record or a file was not read, from what the source kept of its own steps."""

from collections.abc import Sequence
from dataclasses import dataclass

from advisor.report.arrival.values import Status, Why
from probes.codes import Reason, Source, SourceNote
from probes.codes import Status as Ran
from probes.results import Evidence, ProbeReport, SourceCheck

_UNASKED: dict[Reason, Why] = {
    Reason.DNS_FAILED: Why.DNS_SILENT,
    Reason.RATE_LIMITED: Why.NOT_REACHED,
    Reason.ADDRESS_REFUSED: Why.NOT_REACHED,
    Reason.PORT_NOT_ALLOWED: Why.NOT_REACHED,
    Reason.LEFT_ALONE: Why.NOT_REACHED,
    Reason.NO_ROUTE: Why.NOT_REACHED,
    Reason.OUT_OF_TIME: Why.NOT_REACHED,
    Reason.CANCELLED: Why.NOT_REACHED,
}
"""Endings that say nothing about what is published."""
_ENDINGS: dict[Reason, Why] = {
    Reason.NAME_NOT_FOUND: Why.NO_NAME,
    Reason.LIMIT_EXCEEDED: Why.TOO_LONG,
    Reason.PROTOCOL_ERROR: Why.NOT_READABLE,
    Reason.TLS_FAILED: Why.ENCRYPTION,
    Reason.TLS_VERSION: Why.ENCRYPTION,
    Reason.TLS_ON_PLAIN_PORT: Why.ENCRYPTION,
    Reason.PLAIN_ON_TLS_PORT: Why.ENCRYPTION,
    Reason.WRONG_PROTOCOL: Why.ENCRYPTION,
}
_NOTES: dict[SourceNote, Why] = {
    SourceNote.NOT_READABLE: Why.NOT_READABLE,
    SourceNote.HTML_INSTEAD: Why.HTML,
    SourceNote.LOGIN_WANTED: Why.LOGIN,
    SourceNote.CERTIFICATE_PROBLEM: Why.CERTIFICATE,
}
_REASONS = frozenset(reason.value for reason in Reason)
_NO_FILE = frozenset({"404", "410"})
_UNAUTHORIZED = "401"


@dataclass(frozen=True, slots=True)
class Nothing:
    """That nothing was read; ``status`` is ``missing`` or ``not_asked``."""

    status: Status
    why: Why
    reason: Reason | None = None
    code: str | None = None


NOT_RUN = Nothing(Status.NOT_ASKED, Why.NOT_REACHED)


def check_of(report: ProbeReport, source: Source) -> SourceCheck | None:
    """How this source answered, or None where it was not asked."""
    return next((check for check in report.sources if check.source is source), None)


def from_reason(reason: Reason) -> Nothing:
    """What an attempt that ended so says."""
    if reason in _UNASKED:
        return Nothing(Status.NOT_ASKED, _UNASKED[reason], reason)
    if reason.value.startswith("certificate_"):
        return Nothing(Status.MISSING, Why.CERTIFICATE, reason)
    return Nothing(Status.MISSING, _ENDINGS.get(reason, Why.NO_ANSWER), reason)


def from_status(status: str | None) -> Nothing:
    """What a step of the DNS that ended so says; None for a record that was found but made no claim."""
    if status is None:
        return Nothing(Status.MISSING, Why.UNUSABLE)
    if status in _REASONS and status != Reason.NAME_NOT_FOUND:
        return Nothing(Status.NOT_ASKED, Why.DNS_SILENT, Reason(status))
    return Nothing(Status.MISSING, Why.NO_RECORD)


def nothing_read(check: SourceCheck | None, steps: Sequence[Evidence]) -> Nothing:
    """Why a web address gave no servers; ``steps`` are those on the way there, the last one decides, also where it is
    the record that would have named the address.
    """
    if check is None or check.status is Ran.NOT_RUN:
        return NOT_RUN
    if steps and steps[-1].record:
        return from_status(steps[-1].status)
    last = steps[-1].status if steps else None
    if last in _REASONS:
        return from_reason(Reason(last))
    if last is not None and not last.startswith("2"):
        return Nothing(Status.MISSING, _of_code(last), code=last)
    if last is None and check.reason is not None:
        return from_reason(check.reason)
    why = next((why for note, why in _NOTES.items() if note in check.notes), None)
    if why is None and last is not None:
        why = Why.TOO_LONG if check.reason is Reason.LIMIT_EXCEEDED else Why.EMPTY
    return Nothing(Status.MISSING, why or Why.NO_FILE)


def _of_code(code: str) -> Why:
    if code == _UNAUTHORIZED:
        return Why.LOGIN
    return Why.NO_FILE if code in _NO_FILE else Why.WEB_ERROR
