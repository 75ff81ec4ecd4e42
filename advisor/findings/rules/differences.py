"""Rules that compare two ways to the same server: both IP versions, and the ports with and without implicit TLS."""

from collections.abc import Iterator

from advisor.findings.codes import FindingCode
from advisor.findings.rules.parts import completed, finding, first_family, on_host
from advisor.findings.values import Finding, subject_of, subject_of_host
from probes.capa import offers_apop
from probes.codes import NOT_THROUGH, Authentication, Protocol, Reason, Security, Status
from probes.results import Certificate, ProbeReport, Service

_BROKEN = frozenset(
    {
        Reason.REFUSED,
        *NOT_THROUGH,
        Reason.GREETING_TIMEOUT,
        Reason.CLOSED,
        Reason.RESET,
        Reason.TLS_TIMEOUT,
        Reason.TLS_FAILED,
    }
)


def address_dead(report: ProbeReport) -> Iterator[Finding]:
    """A server that works only at a later one of its addresses: those before it were tried and let nobody in."""
    addresses = {facts.host: facts.addresses for facts in report.hosts}
    for service in report.services:
        same_kind = [each for each in addresses.get(service.host, ()) if (":" in each) is _is_ipv6(service)]
        if service.status is Status.COMPLETED and service.address in same_kind[1:]:
            dead = same_kind[: same_kind.index(service.address)]
            yield finding(FindingCode.ADDRESS_DEAD, subject_of(service), address=", ".join(dead))


def family_broken(report: ProbeReport) -> Iterator[Finding]:
    """The other IP version of a server that works does not.

    Where no address of that version let us through at all, our own network may be the cause, and nothing is said.
    """
    for first, second in _families(report):
        broken = second.status is Status.FAILED and second.reason in _BROKEN
        if first.status is Status.COMPLETED and broken and _reaches(report, _is_ipv6(second)):
            code = FindingCode.IPV6_BROKEN if _is_ipv6(second) else FindingCode.IPV4_BROKEN
            yield finding(code, subject_of(second), address=second.address or "")


def families_differ(report: ProbeReport) -> Iterator[Finding]:
    """Both IP versions answer, with another certificate or other abilities."""
    for first, second in _families(report):
        if first.status is second.status is Status.COMPLETED:
            what = [*_certificate_differs(first, second), *_lists_differ(first, second)]
            if what:
                yield finding(FindingCode.FAMILIES_DIFFER, subject_of(second), what=",".join(what))


def ports_differ(report: ProbeReport) -> Iterator[Finding]:
    """The port with implicit TLS and the one with STARTTLS show another certificate or other ways to sign in."""
    for first in completed(report):
        if first.security is not Security.TLS:
            continue
        others = [each for each in on_host(report, first.protocol, first.host) if each.security is Security.STARTTLS]
        for other in others:
            what = [*_certificate_differs(first, other), *_sign_in_differs(first, other)]
            if other.status is Status.COMPLETED and what:
                subject = subject_of_host(first.protocol, first.host)
                yield finding(FindingCode.PORTS_DIFFER, subject, host=first.host, what=",".join(what))


def _families(report: ProbeReport) -> Iterator[tuple[Service, Service]]:
    """Each repetition on the other IP version with the service that it repeats."""
    for second in report.services:
        same = (
            each
            for each in first_family(report)
            if second.second_family
            and (each.protocol, each.host, each.port) == (second.protocol, second.host, second.port)
        )
        first = next(same, None)
        if first is not None:
            yield first, second


def _is_ipv6(service: Service) -> bool:
    return ":" in (service.address or "")


def _reaches(report: ProbeReport, ipv6: bool) -> bool:
    """Whether any address of this IP version gave a sign of life."""
    return any(
        each.address is not None and _is_ipv6(each) is ipv6 and _tried(each) and each.reason not in NOT_THROUGH
        for each in report.services
    )


def _tried(service: Service) -> bool:
    return service.status is not Status.NOT_RUN


def _certificate_differs(one: Service, other: Service) -> list[str]:
    first, second = _certificate(one), _certificate(other)
    if first is None or second is None:
        return []
    return ["certificate"] if _identity(first) != _identity(second) else []


def _certificate(service: Service) -> Certificate | None:
    return service.tls.certificate if service.tls else None


def _identity(certificate: Certificate) -> tuple[object, ...]:
    """The public key where it is known: two certificates of one key are one server's."""
    if certificate.spki_sha256 is not None:
        return (certificate.spki_sha256,)
    return (certificate.subject, certificate.issuer, certificate.not_after)


def _lists_differ(one: Service, other: Service) -> list[str]:
    first, second = one.capabilities.after_tls, other.capabilities.after_tls
    if first is None or second is None:
        return []
    return ["capabilities"] if set(first) != set(second) else []


def _sign_in_differs(one: Service, other: Service) -> list[str]:
    differing = set(one.authentication) ^ set(other.authentication)
    return ["sign_in"] if differing - _in_greetings(one, other) else []


def _in_greetings(*services: Service) -> set[Authentication]:
    """APOP stands in the greeting of POP3: where that is clear text it does not count, on the other port it does."""
    offered = any(service.protocol is Protocol.POP3 and offers_apop(service.greeting) for service in services)
    return {Authentication.PASSWORD_ENCRYPTED} if offered else set()
