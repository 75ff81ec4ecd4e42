"""Which ports of which hosts are tried in the first pass: each standard port of each claimed host once."""

from collections.abc import Iterable
from dataclasses import dataclass

from probes.codes import Protocol, Reason, Security
from probes.discovery.catalogue import recognise
from probes.host_names import NOT_OFFERED
from probes.results import Claim

MAX_HOSTS = 5  # per protocol; more names than this is a mistake or an attempt to use us against others
STANDARD_PORTS = {
    Protocol.IMAP: ((993, Security.TLS), (143, Security.STARTTLS)),
    Protocol.POP3: ((995, Security.TLS), (110, Security.STARTTLS)),
    Protocol.SUBMISSION: ((465, Security.TLS), (587, Security.STARTTLS)),
    Protocol.MANAGESIEVE: ((4190, Security.STARTTLS),),
}


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One port to try; ``barred`` is the reason why it will not be."""

    protocol: Protocol
    host: str
    port: int
    security: Security
    barred: Reason | None = None

    @property
    def key(self) -> tuple[Protocol, str, int]:
        """What makes it the same endpoint, whoever named it."""
        return self.protocol, self.host, self.port


def endpoints(claims: Iterable[Claim], allow_ports: tuple[int, ...]) -> tuple[Endpoint, ...]:
    """All endpoints that the claims lead to, each once, in the order of the claims. Gateways hold no mailboxes."""
    found: dict[tuple[Protocol, str, int], Endpoint] = {}
    hosts: dict[Protocol, list[str]] = {protocol: [] for protocol in STANDARD_PORTS}
    for claim in claims:
        if claim.protocol not in STANDARD_PORTS or claim.host == NOT_OFFERED or recognise(claim.host).gateway:
            continue
        known = hosts[claim.protocol]
        if claim.host not in known:
            known.append(claim.host)
        too_many = Reason.LIMIT_EXCEEDED if known.index(claim.host) >= MAX_HOSTS else None
        for endpoint in _of_claim(claim, allow_ports, too_many):
            found.setdefault(endpoint.key, endpoint)
    return tuple(found.values())


def _of_claim(claim: Claim, allow_ports: tuple[int, ...], barred: Reason | None) -> Iterable[Endpoint]:
    standard = STANDARD_PORTS[claim.protocol]
    for port, security in standard:
        yield Endpoint(claim.protocol, claim.host, port, security, barred)
    if claim.port is None or claim.port in (port for port, _ in standard):
        return
    allowed = barred if claim.port in allow_ports else Reason.PORT_NOT_ALLOWED
    security = claim.security or Security.TLS
    if security is Security.NONE:  # a claim of clear text: whether the server can do better is worth a look
        security = Security.STARTTLS
    yield Endpoint(claim.protocol, claim.host, claim.port, security, allowed)
