"""Rules about encryption."""

from collections.abc import Iterator

from advisor.findings.codes import FindingCode
from advisor.findings.rules.parts import completed, finding, first_family, on_host
from advisor.findings.values import Finding, subject_of, subject_of_host
from advisor.settings.candidates import could_not_test
from probes.codes import Protocol, Reason, Security, Status, TlsVersion
from probes.host_names import host_name
from probes.results import ProbeReport, Service

_PLAIN_ONLY = frozenset({Reason.STARTTLS_NOT_OFFERED, Reason.PLAIN_ON_TLS_PORT})
_READABLE = frozenset({"PLAIN", "LOGIN"})  # mechanisms that send the password as it is (RFC 4616)
_OLD = {TlsVersion.TLS_1_0: "TLS 1.0", TlsVersion.TLS_1_1: "TLS 1.1"}
_WITH_IMPLICIT_TLS = frozenset({Protocol.IMAP, Protocol.POP3})  # submission on 587 alone is as it should be


def cleartext_only(report: ProbeReport) -> Iterator[Finding]:
    """A host whose service answers, but nowhere with encryption; a port that could not be tested may have it."""
    for protocol, host in _hosts(report):
        tried = on_host(report, protocol, host)
        encrypted = any(each.tls is not None or each.status is Status.COMPLETED for each in tried)
        untested = any(could_not_test(each) for each in tried)
        if not encrypted and not untested and any(each.reason in _PLAIN_ONLY for each in tried):
            yield finding(FindingCode.CLEARTEXT_ONLY, subject_of_host(protocol, host))


def cleartext_login_offered(report: ProbeReport) -> Iterator[Finding]:
    """A sign-in with a readable password is on offer before STARTTLS (RFC 8314 section 3); nobody tried it."""
    for service in first_family(report):
        before = tuple(token.upper() for token in service.capabilities.before_tls or ())
        can_encrypt = service.security is Security.STARTTLS and service.reason not in _PLAIN_ONLY
        if can_encrypt and _offers_readable_login(service.protocol, before):
            yield finding(FindingCode.CLEARTEXT_LOGIN_OFFERED, subject_of(service))


def _offers_readable_login(protocol: Protocol, tokens: tuple[str, ...]) -> bool:
    if protocol is Protocol.IMAP:  # RFC 3501 section 6.2.3: the LOGIN command is there unless it is disabled
        speaks_imap = any(token.startswith("IMAP4") for token in tokens)
        return speaks_imap and "LOGINDISABLED" not in tokens
    lines = [token.replace("AUTH=", "AUTH ", 1).replace('"', " ").split() for token in tokens]
    if protocol is Protocol.POP3 and ["USER"] in lines:
        return True
    return any(line[0] in ("SASL", "AUTH") and _READABLE & set(line[1:]) for line in lines if line)


def old_tls_versions_accepted(report: ProbeReport) -> Iterator[Finding]:
    """TLS 1.0 or 1.1 is still taken (RFC 8996)."""
    for service in _modern(report):
        old = [_OLD[check.version] for check in service.versions if check.accepted and check.version in _OLD]
        if old:
            yield finding(FindingCode.OLD_TLS_VERSIONS_ACCEPTED, subject_of(service), versions=", ".join(old))


def tls13_missing(report: ProbeReport) -> Iterator[Finding]:
    """TLS 1.3 was tried and refused; where it could not be tested nothing is said."""
    for service in _modern(report):
        if any(check.version is TlsVersion.TLS_1_3 and check.accepted is False for check in service.versions):
            yield finding(FindingCode.TLS13_MISSING, subject_of(service))


def _modern(report: ProbeReport) -> Iterator[Service]:
    """The services that take TLS 1.2 or newer; of those that know only older ones the attempt says enough."""
    return (service for service in first_family(report) if service.reason is not Reason.TLS_VERSION)


def starttls_only(report: ProbeReport) -> Iterator[Finding]:
    """STARTTLS works, and every port with implicit TLS is closed; a filtered one may be open elsewhere."""
    for service in completed(report):
        if service.protocol in _WITH_IMPLICIT_TLS and service.security is Security.STARTTLS:
            implicit = [
                each.reason for each in on_host(report, service.protocol, service.host) if each.security is Security.TLS
            ]
            if implicit and all(reason is Reason.REFUSED for reason in implicit):
                yield finding(FindingCode.STARTTLS_ONLY, subject_of(service))


def _hosts(report: ProbeReport) -> dict[tuple[Protocol, str], Service]:
    """Every service of every host once, in the order of the report."""
    return {(service.protocol, host_name(service.host)): service for service in first_family(report)}
