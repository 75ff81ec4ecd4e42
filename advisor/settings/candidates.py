"""The servers that may be proposed for one protocol: named by a claim, and not spoken against by our own test."""

from dataclasses import dataclass

from advisor.settings.claim_order import rank_of, trust_of
from probes.codes import Protocol, Reason, Security, Source, Status
from probes.host_names import NOT_OFFERED, host_name
from probes.results import Claim, ProbeReport, Service
from probes.sign_in import nobody_signs_in

_UNTESTED = frozenset(
    {
        Reason.FILTERED,
        Reason.TIMED_OUT,
        Reason.GREETING_TIMEOUT,
        Reason.OUT_OF_TIME,
        Reason.RATE_LIMITED,
        Reason.TURNED_AWAY,
        Reason.CLOSED,
        Reason.RESET,
        Reason.TLS_TIMEOUT,
        Reason.DNS_FAILED,
        Reason.PORT_NOT_ALLOWED,
        Reason.LIMIT_EXCEEDED,
        Reason.LEFT_ALONE,
        Reason.NO_ROUTE,
        Reason.CANCELLED,
    }
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One way into one server that could be proposed; ``service`` is our own test of it where that is a proof."""

    claim: Claim
    port: int
    security: Security
    service: Service | None

    @property
    def host(self) -> str:
        """The server's name as it is compared."""
        return host_name(self.claim.host)

    @property
    def proven(self) -> bool:
        """Whether our own test proved it."""
        return self.service is not None and is_proven(self.service)

    def order(self) -> tuple[bool, int, int, bool]:
        """Sorts the best candidate first: proof, trust, rank, implicit TLS before STARTTLS (RFC 8314 section 3)."""
        return (
            not self.proven,
            trust_of(self.claim),
            rank_of(self.claim),
            self.security is not Security.TLS,
        )


def is_proven(service: Service) -> bool:
    """Whether our own encrypted connection worked and the certificate is trusted and made for this name."""
    certificate = service.tls.certificate if service.tls else None
    return (
        service.status is Status.COMPLETED
        and service.security is not Security.NONE
        and certificate is not None
        and certificate.trusted
        and certificate.name_matches
        and certificate.problem is None
    )


def is_usable(service: Service) -> bool:
    """Whether the server is proven, and somebody could sign in there."""
    return is_proven(service) and not nobody_signs_in(service)


def candidates(report: ProbeReport, protocol: Protocol) -> list[Candidate]:
    """Every server that may be proposed, the best first; equals stay in the order in which they were named."""
    found = (
        candidate
        for claim in named(report, protocol)
        for candidate in (*_tested(report, claim), *_untested(report, claim))
    )
    return sorted(found, key=Candidate.order)


def named(report: ProbeReport, protocol: Protocol) -> list[Claim]:
    """The claims that name a server for this protocol; filters in front of the mailboxes are none."""
    gateways = {host_name(exchanger.host) for exchanger in report.mail_exchangers if exchanger.gateway}
    return [
        claim
        for claim in report.claims
        if claim.protocol is protocol and claim.host != NOT_OFFERED and host_name(claim.host) not in gateways
    ]


def services_of(report: ProbeReport, claim: Claim) -> list[Service]:
    """All our tests of the claimed host for the claim's protocol, whatever the port."""
    return [
        service
        for service in report.services
        if service.protocol is claim.protocol and host_name(service.host) == host_name(claim.host)
    ]


def could_not_test(service: Service) -> bool:
    """Whether the failure says nothing about the server itself."""
    return service.status is Status.NOT_RUN or (service.status is Status.FAILED and service.reason in _UNTESTED)


def _tested(report: ProbeReport, claim: Claim) -> list[Candidate]:
    return [
        Candidate(claim, service.port, service.security, service)
        for service in services_of(report, claim)
        if is_usable(service)
    ]


def _untested(report: ProbeReport, claim: Claim) -> list[Candidate]:
    """The claimed endpoint itself, where no test spoke against it. A mere guess needs a test to be worth naming.

    A run says of every host at least that it was not tried; it leaves out only gateways, which hold no mailboxes. A
    server that we left alone says nothing against those that we tried instead, and nothing speaks for it.
    """
    if claim.source is Source.GUESS or claim.port is None or claim.security in (None, Security.NONE):
        return []
    services = services_of(report, claim)
    if not services or any(_disproves_name(service) for service in services):
        return []
    if all(_left_alone(service) for service in services) and _others_tried(report, claim):
        return []
    if any(service.port == claim.port and not could_not_test(service) for service in services):
        return []
    return [Candidate(claim, claim.port, claim.security or Security.TLS, None)]


def _left_alone(service: Service) -> bool:
    """Whether it was our own choice not to test; reports of before called that a limit."""
    return service.status is Status.NOT_RUN and service.reason in (Reason.LEFT_ALONE, Reason.LIMIT_EXCEEDED)


def _others_tried(report: ProbeReport, claim: Claim) -> bool:
    """Whether a server that somebody named for the same protocol was contacted."""
    hosts = {host_name(each.host) for each in named(report, claim.protocol) if each.source is not Source.GUESS}
    return any(
        each.protocol is claim.protocol and each.status is not Status.NOT_RUN and host_name(each.host) in hosts
        for each in report.services
    )


def _disproves_name(service: Service) -> bool:
    return service.tls is not None and service.tls.certificate is not None and not is_proven(service)
