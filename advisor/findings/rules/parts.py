"""What the rules share: how a finding is made, what it speaks of, and small questions to a report."""

from collections.abc import Iterable, Iterator

from advisor.findings.codes import FindingCode
from advisor.findings.table import outcome
from advisor.findings.values import Finding, Severity
from probes.codes import AUTOCONFIG_FILES, Protocol, Source, Status
from probes.host_names import NOT_OFFERED, host_name
from probes.results import Claim, Evidence, ProbeReport, Service

PUBLISHED = (
    Source.SRV,
    *AUTOCONFIG_FILES,
    Source.PACC,
    Source.AUTODISCOVER,
    Source.AUTODISCOVER_SRV,
    Source.TXT_MAILCONF,
)  # what the domain itself has published and can therefore change


def finding(code: FindingCode, subject: str, severity: Severity | None = None, **params: str | int) -> Finding:
    """A finding with the severity of the table, or a raised one."""
    return Finding(code.value, severity or outcome(code).severity, subject, tuple(params.items()))


def first_family(report: ProbeReport) -> Iterator[Service]:
    """The services without the repetitions on the other IP version."""
    return (service for service in report.services if not service.second_family)


def completed(report: ProbeReport, protocol: Protocol | None = None) -> list[Service]:
    """The services that could be examined to the end."""
    return [
        service
        for service in first_family(report)
        if service.status is Status.COMPLETED and protocol in (None, service.protocol)
    ]


def on_host(report: ProbeReport, protocol: Protocol, host: str) -> list[Service]:
    """Every attempt for a protocol on one host."""
    return [
        service
        for service in first_family(report)
        if service.protocol is protocol and host_name(service.host) == host_name(host)
    ]


def published(
    report: ProbeReport, protocol: Protocol | None = None, sources: tuple[Source, ...] = PUBLISHED
) -> list[Claim]:
    """The servers that ``sources`` name: those that the domain itself publishes."""
    return [
        claim
        for claim in report.claims
        if claim.source in sources and claim.host != NOT_OFFERED and protocol in (None, claim.protocol)
    ]


def where(evidence: Evidence) -> str:
    """The record or file that says so."""
    return evidence.record or evidence.url or ""


def once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings in their order, none twice for one code and subject."""
    seen: set[tuple[str, str]] = set()
    for each in findings:
        if (each.code, each.subject) not in seen:
            seen.add((each.code, each.subject))
            yield each
