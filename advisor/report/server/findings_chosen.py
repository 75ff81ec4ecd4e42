"""Which findings the check page shows, so that nothing is said twice there; the document holds them all."""

from collections.abc import Iterable

from advisor.findings.codes import FindingCode
from advisor.findings.rows.providers import PROVIDERS
from advisor.findings.values import Finding, Severity, subject_of
from advisor.report.server.notices import names_silent
from advisor.settings.candidates import is_proven
from probes.codes import NOT_THROUGH, Offer, Protocol, Reason, Source
from probes.host_names import host_name
from probes.results import ProbeReport

_ELSEWHERE = {
    FindingCode.FILTER_IN_FRONT,
    FindingCode.FORWARDER_IN_FRONT,
    FindingCode.PROVIDER_RECOGNISED,
    *PROVIDERS,
}  # among the notices and in the section on the provider
_TOLD_BY_OTHERS = {*NOT_THROUGH, Reason.RATE_LIMITED}  # untested or rate limited from here
_REASONS = frozenset(reason.value for reason in Reason)
_COVERED = {
    Reason.STARTTLS_NOT_OFFERED: FindingCode.CLEARTEXT_ONLY,
    Reason.PLAIN_ON_TLS_PORT: FindingCode.CLEARTEXT_ONLY,
    Reason.CERTIFICATE_NAME: FindingCode.CERTIFICATE_NAMES_OTHER_HOST,
}  # the cause, and what says more about the same service of the same host


def chosen(report: ProbeReport, findings: Iterable[Finding]) -> list[Finding]:
    """The findings that are shown, in their order."""
    found = tuple(findings)
    beside = _idle_guesses(report)
    doors = {host_name(each.host) for each in report.mail_exchangers}
    elsewhere = _ELSEWHERE | _said_by_provider(found)
    covering = {(each.code, _service_of(each.subject)) for each in found}
    return [
        each
        for each in found
        if each.code not in elsewhere
        and (each.subject not in beside or _is_known_name(each, doors))
        and not _is_covered(each, covering)
        and not _is_among_notices(report, each)
        and (each.code not in _REASONS or _is_worth_telling(report, each))
    ]


def _said_by_provider(findings: tuple[Finding, ...]) -> set[FindingCode]:
    """What the section on the provider says already."""
    known = any(each.code == FindingCode.OAUTH2_REQUIRED for each in findings)
    return {FindingCode.OAUTH2_ONLY} if known else set()


def _is_known_name(finding: Finding, doors: set[str]) -> bool:
    """Under the name that takes the domain's mail people set up their programs, whether anybody publishes it or not."""
    return finding.code == FindingCode.CERTIFICATE_NAMES_OTHER_HOST and dict(finding.params).get("host") in doors


def _is_among_notices(report: ProbeReport, finding: Finding) -> bool:
    """That the name directory is silent about the domain is said once, before everything else."""
    host = finding.subject.split(":")[1] if ":" in finding.subject else ""
    inside = host == report.domain or host.endswith(f".{report.domain}")
    return finding.code == Reason.DNS_FAILED and inside and names_silent(report)


def _is_covered(finding: Finding, covering: set[tuple[str, str]]) -> bool:
    other = {cause.value: code.value for cause, code in _COVERED.items()}.get(finding.code)
    return other is not None and (other, _service_of(finding.subject)) in covering


def _is_worth_telling(report: ProbeReport, finding: Finding) -> bool:
    """Of how attempts ended: faults always, what could not be tested only where it leaves a service open."""
    if finding.severity is not Severity.NOT_TESTED or finding.code in _TOLD_BY_OTHERS:
        return finding.severity in (Severity.FAILED, Severity.WARNING)
    protocol = Protocol(finding.subject.partition(":")[0])
    return report.offers.of(protocol) is Offer.UNREACHABLE


def _service_of(subject: str) -> str:
    """Protocol and host of a subject, without the port."""
    return ":".join(subject.split(":")[:2])


def _idle_guesses(report: ProbeReport) -> set[str]:
    """Servers that only we thought of and that prove nothing, where the service is offered by another one."""
    proven = {(each.protocol, host_name(each.host)) for each in report.services if is_proven(each)}
    return {
        subject_of(service)
        for service in report.services
        if service.claimed_by == (Source.GUESS,)
        and (service.protocol, host_name(service.host)) not in proven
        and report.offers.of(service.protocol) is Offer.OFFERED
    }
