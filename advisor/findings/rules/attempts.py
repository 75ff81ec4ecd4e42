"""How single attempts ended: one finding for each that did not end well or showed a faulty certificate."""

from collections.abc import Iterator

from advisor.findings.rules.parts import first_family
from advisor.findings.table import outcome
from advisor.findings.values import Finding, subject_of
from probes.results import Certificate, ProbeReport, Service

NAMES_SHOWN = 3
UNKNOWN = "–"


def attempts(report: ProbeReport) -> Iterator[Finding]:
    """In the order of the report; what differs on the other IP version has findings of its own."""
    for service in first_family(report):
        if service.reason is not None:
            row = outcome(service.reason)
            yield Finding(service.reason.value, row.severity, subject_of(service), _params(service))


def _params(service: Service) -> tuple[tuple[str, str], ...]:
    if service.reason is None or not service.reason.value.startswith("certificate_"):
        return ()
    certificate = service.tls.certificate if service.tls else None
    if certificate is None:
        return (("names", UNKNOWN), ("issuer", UNKNOWN), ("until", UNKNOWN))
    return (
        ("names", _names(certificate)),
        ("issuer", certificate.issuer or UNKNOWN),
        ("until", certificate.not_after.date().isoformat()),
    )


def _names(certificate: Certificate) -> str:
    return ", ".join(certificate.names[:NAMES_SHOWN]) or certificate.subject or UNKNOWN
