"""From what a probe run saw to the findings of its report."""

from advisor.findings.table import outcome
from advisor.findings.values import Finding
from probes.results import ProbeReport, Service


def findings_of(report: ProbeReport) -> tuple[Finding, ...]:
    """One finding for each attempt that did not end well or showed a faulty certificate, in the order of the report."""
    return tuple(
        Finding(service.reason.value, outcome(service.reason).severity, subject_of(service))
        for service in report.services
        if service.reason is not None
    )


def subject_of(service: Service) -> str:
    """What a finding speaks of, such as ``imap:mail.example.com:993``."""
    return f"{service.protocol}:{service.host}:{service.port}"
