"""Which ports of which hosts are tried in the first pass: each standard port of each claimed host once."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from probes.codes import Protocol, Reason, Security
from probes.discovery.catalogue import recognise
from probes.host_names import NOT_OFFERED
from probes.ports import STANDARD_PORTS
from probes.results import Claim

MAX_HOSTS = 5  # per protocol; more names than this is a mistake or an attempt to use us against others
MAX_TRIED = 8  # per protocol, where sources that answer late name others than those that were faster
MAX_ROWS = 40  # per protocol, with those that are only reported as left alone


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


def endpoints(
    claims: Iterable[Claim], allow_ports: tuple[int, ...], begun: Collection[Endpoint] = ()
) -> tuple[Endpoint, ...]:
    """The endpoints that the claims lead to beyond those ``begun``, each once, in the order of the claims.

    A better source that answers late still gets its hosts tried, but all sources together only so many. Gateways hold
    no mailboxes.
    """
    found = {endpoint.key: endpoint for endpoint in begun}
    tried = {protocol: _tried(begun, protocol) for protocol in STANDARD_PORTS}
    named: dict[Protocol, dict[str, int]] = {protocol: {} for protocol in STANDARD_PORTS}
    rows = Counter(endpoint.protocol for endpoint in begun)
    for claim in claims:
        if claim.host == NOT_OFFERED or recognise(claim.host).gateway:
            continue
        place = named[claim.protocol].setdefault(claim.host, len(named[claim.protocol]))
        barred = None if _may_be_tried(claim.host, place, tried[claim.protocol]) else Reason.LIMIT_EXCEEDED
        for endpoint in _of_claim(claim, allow_ports, barred):
            if endpoint.key not in found and rows[endpoint.protocol] < MAX_ROWS:
                found[endpoint.key] = endpoint
                rows[endpoint.protocol] += 1
    return tuple(found.values())[len(begun) :]


def _tried(begun: Iterable[Endpoint], protocol: Protocol) -> set[str]:
    return {each.host for each in begun if each.protocol is protocol and each.barred is not Reason.LIMIT_EXCEEDED}


def _may_be_tried(host: str, place: int, tried: set[str]) -> bool:
    """Whether there is room for this host, which is the one at ``place`` of all that are named; takes the room."""
    if host in tried:
        return True
    room = place < MAX_HOSTS and len(tried) < MAX_TRIED
    if room:
        tried.add(host)
    return room


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
