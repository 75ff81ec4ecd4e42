"""Which ports of which hosts are tried in the first pass: each standard port of each claimed host once.

Every source has room of its own, so that what is tried does not depend on who answers first; where there may not be
enough for all, a host waits until its place among those of the better sources is certain. Where few are tried, the most
trusted of the others follow once all sources have answered.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from probes.codes import SOURCE_ORDER, Protocol, Reason, Security, Source, Trust
from probes.discovery.catalogue import recognise
from probes.host_names import NOT_OFFERED
from probes.ports import STANDARD_PORTS
from probes.results import CERTIFICATE_OF, Claim

ROOM = 1  # hosts of one source and protocol that are tried at once
ROOM_OF = {
    Source.MANUAL: 5,  # somebody typed them
    Source.SRV: 2,  # the server and its stand-in
    Source.AUTODISCOVER_V2: 0,  # these two name no servers
    Source.JMAP: 0,
    Source.GUESS: 4,  # these are asked last, and only where nobody else speaks
}
MAX_HOSTS = 5  # per protocol, once all have answered; more is a mistake or an attempt to use us against others
MAX_TRIED = 8  # per protocol in any case; so many sources that contradict each other exist in no real domain
MAX_ROWS = 40  # per protocol, with those that are only reported as left alone
MOST_NAMES = 3  # of one port at one address; with up to three questions for TLS versions these are six connections
_TRUST = tuple(Trust)
_PLACES = (*((source, False) for source in SOURCE_ORDER), (Source.GUESS, True))
"""Who has room before whom; the last is what a certificate led to."""
_Named = tuple[Protocol, str]


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One port to try; ``barred`` is the reason why it will not be.

    ``ahead``: the hosts that are tried at the same port in any case; where ``most_names`` of them lead to the very same
    address, one more name of it tells nothing new.
    """

    protocol: Protocol
    host: str
    port: int
    security: Security
    barred: Reason | None = None
    ahead: tuple[str, ...] = ()
    most_names: int = MOST_NAMES

    @property
    def key(self) -> tuple[Protocol, str, int]:
        """What makes it the same endpoint, whoever named it."""
        return self.protocol, self.host, self.port


def endpoints(
    claims: Iterable[Claim],
    allow_ports: tuple[int, ...],
    begun: Collection[Endpoint] = (),
    pending: Collection[Source] = (),
) -> tuple[Endpoint, ...]:
    """The endpoints that the claims lead to beyond those ``begun``, each once, the more trusted first.

    ``begun``: barred as ``left_alone`` where that was the outcome. ``pending``: the sources that are still being asked;
    once only guesses are, it is decided about the hosts for which their sources have no room. Gateways hold no
    mailboxes.
    """
    all_known = set(pending) <= {Source.GUESS}
    usable = [claim for claim in claims if claim.host != NOT_OFFERED and recognise(claim.host).gateway is None]
    usable.sort(key=lambda claim: _TRUST.index(claim.trust))  # stable: equals stay in the order of the sources
    tried = {(each.protocol, each.host) for each in begun if each.barred is not Reason.LEFT_ALONE}
    _add_with_room(usable, tried, pending)
    if all_known:
        _add(((claim.protocol, claim.host) for claim in usable), tried, MAX_HOSTS)
    found = {endpoint.key: endpoint for endpoint in begun}
    rows = Counter(endpoint.protocol for endpoint in begun)
    further: list[Endpoint] = []
    for claim in usable:
        wanted = (claim.protocol, claim.host) in tried
        if not wanted and not all_known:
            continue
        for endpoint in _of_claim(claim, allow_ports, None if wanted else Reason.LEFT_ALONE, found.values()):
            before = found.get(endpoint.key)
            if (before is None and rows[endpoint.protocol] < MAX_ROWS) or _again(claim, before):
                found[endpoint.key] = endpoint
                rows[endpoint.protocol] += before is None
                further.append(endpoint)
    return tuple(further)


def _again(claim: Claim, before: Endpoint | None) -> bool:
    """Whether a name that was left alone is worth a look after all: the server's own certificate led to it."""
    left_alone = before is not None and before.barred is Reason.LEFT_ALONE and before.most_names == MOST_NAMES
    return left_alone and _by_certificate(claim)


def _add_with_room(claims: Iterable[Claim], tried: set[_Named], pending: Collection[Source]) -> None:
    """Add the first hosts of each source, the better sources first, and leave room for what those may still name.

    What a certificate led to has room beside other guesses.
    """
    named: dict[tuple[Source, bool], dict[_Named, None]] = {}
    for claim in claims:
        named.setdefault((claim.source, _by_certificate(claim)), {})[claim.protocol, claim.host] = None
    for protocol in Protocol:
        kept = 0
        for place in _PLACES:
            hosts = [each for each in named.get(place, ()) if each[0] is protocol]
            room = ROOM_OF.get(place[0], ROOM)
            _add(hosts[:room], tried, MAX_TRIED - kept)
            if place[0] in pending and place[0] is not Source.GUESS:
                kept += max(room - len(hosts), 0)


def _add(further: Iterable[_Named], tried: set[_Named], most: int) -> None:
    """Add hosts, as long as fewer than so many are tried for their protocol."""
    count = Counter(protocol for protocol, _ in tried)
    for named in further:
        if named not in tried and count[named[0]] < most:
            tried.add(named)
            count[named[0]] += 1


def _of_claim(
    claim: Claim, allow_ports: tuple[int, ...], barred: Reason | None, before: Iterable[Endpoint]
) -> Iterable[Endpoint]:
    ahead = _ahead(claim, before)
    most = MOST_NAMES + _by_certificate(claim)  # the server's own certificate proposed this name
    standard = STANDARD_PORTS[claim.protocol]
    for port, security in standard:
        yield Endpoint(claim.protocol, claim.host, port, security, barred, ahead, most)
    if claim.port is None or claim.port in (port for port, _ in standard):
        return
    allowed = barred if claim.port in allow_ports else Reason.PORT_NOT_ALLOWED
    security = claim.security or Security.TLS
    if security is Security.NONE:  # a claim of clear text: whether the server can do better is worth a look
        security = Security.STARTTLS
    yield Endpoint(claim.protocol, claim.host, claim.port, security, allowed, ahead, most)


def _ahead(claim: Claim, before: Iterable[Endpoint]) -> tuple[str, ...]:
    """The hosts that come before for this protocol."""
    hosts = (each.host for each in before if each.protocol is claim.protocol and each.barred is None)
    return tuple(host for host in dict.fromkeys(hosts) if host != claim.host)


def _by_certificate(claim: Claim) -> bool:
    return (claim.evidence.record or "").startswith(CERTIFICATE_OF)
