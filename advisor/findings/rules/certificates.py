"""Rules about certificates and what the name directory says of them."""

import re
from collections.abc import Iterator

from advisor.findings.codes import FindingCode
from advisor.findings.rules.parts import completed, finding, first_family
from advisor.findings.values import Finding, Severity, subject_of
from probes.codes import Source
from probes.host_names import host_name
from probes.results import CERTIFICATE_OF, Certificate, HostFacts, ProbeReport, Service

SOON_DAYS = 21
AT_ONCE_DAYS = 7
_OTHER_SERVER = re.compile(rf"{CERTIFICATE_OF}(?P<host>[^\s:]+):(?P<port>\d{{1,5}})")
_SMALLEST = {"RSA": 2048, "EC": 224}  # bits
_KEY = re.compile(r"(?P<kind>[A-Z]+) (?P<bits>\d{1,6})\b")
_OUTDATED = re.compile(r"\bDSA\b|\bSHA-?1\b")


def expires_soon(report: ProbeReport) -> Iterator[Finding]:
    """A certificate that is in order otherwise and ends within three weeks: a fault in the last.

    One that is made for a shorter time than three months is renewed later, so the same parts of its time count.
    """
    for service, certificate in _certificates(report):
        lifetime = (certificate.not_after - certificate.not_before).days
        soon, at_once = min(SOON_DAYS, lifetime // 4), min(AT_ONCE_DAYS, lifetime // 12)
        if certificate.problem is None and 0 <= certificate.days_left <= soon:
            severity = Severity.FAILED if certificate.days_left <= at_once else None
            until = certificate.not_after.date().isoformat()
            yield finding(
                FindingCode.CERTIFICATE_EXPIRES_SOON,
                subject_of(service),
                severity,
                days=certificate.days_left,
                until=until,
            )


def key_weak(report: ProbeReport) -> Iterator[Finding]:
    """RSA below 2048 bits (NIST SP 800-131A), outdated kinds of keys, or a signature with SHA-1."""
    for service, certificate in _certificates(report):
        if certificate.key and is_weak(certificate.key):
            yield finding(FindingCode.CERTIFICATE_KEY_WEAK, subject_of(service), key=certificate.key)


def is_weak(key: str) -> bool:
    """Whether a kind and size such as "RSA 1024" is below what counts as safe; unknown kinds are left alone."""
    upper = key.upper()
    found = _KEY.match(upper)
    too_small = found is not None and int(found["bits"]) < _SMALLEST.get(found["kind"], 0)
    return too_small or _OUTDATED.search(upper) is not None


def names_other_host(report: ProbeReport) -> Iterator[Finding]:
    """A certificate for another name that leads to the same server; the run noted that name as a guess."""
    proven = {host_name(service.host) for service in completed(report) if service.reason is None}
    for claim in sorted(report.claims, key=lambda each: host_name(each.host) not in proven):
        found = _OTHER_SERVER.fullmatch(claim.evidence.record or "") if claim.source is Source.GUESS else None
        if found is not None and host_name(found["host"]) != host_name(claim.host):
            host, port = host_name(found["host"]), int(found["port"])
            subject = f"{claim.protocol}:{host}:{port}"
            yield finding(FindingCode.CERTIFICATE_NAMES_OTHER_HOST, subject, host=host, name=host_name(claim.host))


def dane(report: ProbeReport) -> Iterator[Finding]:
    """Whether the DANE records of a port fit what the server shows (RFC 6698); none compared, nothing said."""
    subjects = {(host_name(each.host), each.port): subject_of(each) for each in reversed(tuple(first_family(report)))}
    for facts in report.hosts:
        for port, fits in _compared(facts).items():
            subject = subjects.get((host_name(facts.host), port), f"{facts.host}:{port}")
            yield finding(FindingCode.DANE_PRESENT if fits else FindingCode.DANE_MISMATCH, subject)


def _compared(facts: HostFacts) -> dict[int, bool]:
    """By port, whether any of the records that could be compared fits."""
    found: dict[int, bool] = {}
    for record in facts.tlsa:
        if record.matches is not None:
            found[record.port] = found.get(record.port, False) or record.matches
    return found


def caa(report: ProbeReport) -> Iterator[Finding]:
    """Who may issue certificates is laid down for the host or a parent (RFC 8659)."""
    for facts in report.hosts:
        if facts.caa:
            yield finding(FindingCode.CAA_PRESENT, facts.host, host=facts.host)


def _certificates(report: ProbeReport) -> Iterator[tuple[Service, Certificate]]:
    for service in first_family(report):
        if service.tls is not None and service.tls.certificate is not None:
            yield service, service.tls.certificate
