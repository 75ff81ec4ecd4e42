"""Findings that came or went, as far as no other change says the same.

Findings whose code is an outcome of one port (``refused``, ``certificate_expired`` …) are told by the change of that
port, a filter or a preference by the change of the domain. A finding about a port that does not answer any more, or
about a server that is gone, has not been mended: it could not be made this time.
"""

from collections.abc import Iterable, Iterator

from advisor.findings.values import Finding, Severity, subject_of, subject_of_host
from advisor.report.compare.tools import pairs
from advisor.report.compare.values import Change, ChangeCode, Weight
from advisor.report.documents.server_report import ServerReport
from probes.codes import Reason, Status
from probes.results import Service

_Key = tuple[str, str]
_BAD = frozenset({Severity.FAILED, Severity.WARNING})
_TOLD_BY_PORTS = frozenset({*(reason.value for reason in Reason), "untested_from_here", "rate_limited_here"})
_TOLD_BY_DOMAIN = frozenset({"filter_in_front", "forwarder_in_front", "preference_imap", "preference_pop3"})
_TOLD = _TOLD_BY_PORTS | _TOLD_BY_DOMAIN


def finding_changes(old: ServerReport, new: ServerReport) -> Iterator[Change]:
    """Findings that are new, gone, or of another severity. Figures in them may change without being news."""
    before, after = _findings(old), _findings(new)
    silent = _seen(old) - _answering(new)
    for key in sorted(after.keys() - before.keys()):
        yield _change(ChangeCode.FINDING_ADDED, _weight_of_new(after[key]), after[key])
    for key in sorted(before.keys() - after.keys()):
        if before[key].subject not in silent:
            weight = Weight.GOOD_NEWS if before[key].severity in _BAD else Weight.WORTH_KNOWING
            yield _change(ChangeCode.FINDING_REMOVED, weight, before[key])
    for key in sorted(before.keys() & after.keys()):
        if before[key].severity is not after[key].severity:
            yield _change(ChangeCode.FINDING_CHANGED, _weight_of_new(after[key]), after[key])


def _findings(server: ServerReport) -> dict[_Key, Finding]:
    return {(each.code, each.subject): each for each in server.findings if each.code not in _TOLD}


def _seen(server: ServerReport) -> set[str]:
    return _subjects(server.report.services)


def _answering(server: ServerReport) -> set[str]:
    return _subjects(each for each in server.report.services if each.status is Status.COMPLETED)


def _subjects(services: Iterable[Service]) -> set[str]:
    """Findings speak of a port, of a protocol at a host, or of a host."""
    return {
        subject
        for each in services
        for subject in (subject_of(each), subject_of_host(each.protocol, each.host), each.endpoint, each.host)
    }


def _weight_of_new(finding: Finding) -> Weight:
    if finding.severity in _BAD:
        return Weight.NEEDS_ACTION
    return Weight.GOOD_NEWS if finding.severity is Severity.PASSED else Weight.WORTH_KNOWING


def _change(code: ChangeCode, weight: Weight, finding: Finding) -> Change:
    return Change(code, weight, finding.subject, pairs(finding=finding.code, finding_severity=finding.severity))
