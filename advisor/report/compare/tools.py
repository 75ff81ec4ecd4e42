"""What all comparisons share: what a report could not test, and lists as text."""

from collections.abc import Iterable
from enum import Enum, auto

from advisor.findings.table import outcome
from advisor.findings.values import Severity
from advisor.report.compare.values import Value
from probes.codes import Reason, Source, Status
from probes.results import ProbeReport, Service, SourceCheck

SEPARATOR = ", "


class SourceState(Enum):
    """What one check tells of a source."""

    NAMES = auto()
    SILENT = auto()
    UNKNOWN = auto()


def untested(status: Status, reason: Reason | None) -> bool:
    """Whether a check says nothing about the server: it was not made, or we did not get through."""
    if status is Status.COMPLETED:
        return False
    return status is Status.NOT_RUN or reason is None or outcome(reason).severity is Severity.NOT_TESTED


def service_untested(service: Service) -> bool:
    """``untested`` of one port."""
    return untested(service.status, service.reason)


def listed(items: Iterable[str]) -> str:
    """The items as one text, each once and in alphabetical order, so that the order of a list is no difference."""
    return SEPARATOR.join(sorted(set(items)))


def pairs(**params: Value) -> tuple[tuple[str, Value], ...]:
    """Named values as a change carries them."""
    return tuple(params.items())


def check_of(report: ProbeReport, source: Source) -> SourceCheck:
    """How a source answered; one that the report does not mention was not asked."""
    return next((each for each in report.sources if each.source is source), SourceCheck(source, Status.NOT_RUN))


def source_state(check: SourceCheck) -> SourceState:
    """Whether a source names servers, names none, or could not be asked."""
    if check.claims:
        return SourceState.NAMES
    return SourceState.UNKNOWN if untested(check.status, check.reason) else SourceState.SILENT


def existing(report: ProbeReport) -> frozenset[str]:
    """The hosts that were looked at, without those whose name does not exist."""
    return frozenset(each.host for each in report.services if each.reason is not Reason.NAME_NOT_FOUND)
