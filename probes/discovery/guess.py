"""Guesses, for protocols that no source speaks of: usual names under the domain, but only such as exist in the DNS."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

from probes.codes import MAIL, Protocol, Source, Trust
from probes.discovery.catalogue import recognise
from probes.discovery.values import Discovered
from probes.errors import AddressRefusedError, DnsFailedError, NameNotFoundError
from probes.guard import Address
from probes.host_names import NOT_OFFERED, NULL_MX
from probes.results import Claim, Evidence, MailExchanger
from probes.toolbox import Toolbox

MAX_HOSTS = 4
MAX_FURTHER = 4  # more than are tried
MAX_NAMED = 8  # names of other services that are looked up
FIRST_NAMED = 2  # of these that come before the usual names
_PREFIXES = {
    Protocol.IMAP: ("imap", "mail"),
    Protocol.POP3: ("pop3", "pop", "mail"),
    Protocol.SUBMISSION: ("smtp", "mail"),
}
_Existing = dict[str, frozenset[Address]]


def missing(claims: Iterable[Claim]) -> tuple[Protocol, ...]:
    """The protocols that no claim speaks of, not even to say that they are off."""
    spoken_of = {claim.protocol for claim in claims}
    return tuple(protocol for protocol in MAIL if protocol not in spoken_of)


def candidates(
    domain: str, protocol: Protocol, claims: Iterable[Claim], exchangers: Iterable[MailExchanger]
) -> tuple[str, ...]:
    """Names worth a look, best first: a server that is named for something else, usual names, the MX, the domain."""
    named = [claim.host for claim in claims if claim.host != NOT_OFFERED and recognise(claim.host).gateway is None]
    usual = [f"{prefix}.{domain}" for prefix in _PREFIXES[protocol]]
    own = [each.host for each in exchangers if each.gateway is None and each.host != NULL_MX]
    others = tuple(dict.fromkeys(named))[:MAX_NAMED]
    return tuple(dict.fromkeys((*others[:FIRST_NAMED], *usual, *others[FIRST_NAMED:], *own, domain)))


def discover(
    domain: str, claims: tuple[Claim, ...], exchangers: tuple[MailExchanger, ...], tools: Toolbox
) -> Discovered:
    """Claims for the missing protocols. Raises ``DnsFailedError`` if the DNS answered for no name at all."""
    wanted = {protocol: candidates(domain, protocol, claims, exchangers) for protocol in missing(claims)}
    names = tuple(dict.fromkeys(name for each in wanted.values() for name in each))
    existing = _existing(names, tools)
    return Discovered(
        claims=tuple(
            claim(protocol, name, tools)
            for protocol, each in wanted.items()
            for name in _chosen([name for name in each if name in existing], existing)
        )
    )


def claim(protocol: Protocol, host: str, tools: Toolbox, record: str | None = None) -> Claim:
    """One guess; ``record``: what led to it, if it was not the name alone."""
    return Claim(Source.GUESS, protocol, host, Trust.NEEDS_CONSENT, Evidence(at=tools.at, record=record or host))


def _chosen(names: list[str], existing: _Existing) -> tuple[str, ...]:
    """The first few, and of the rest those that lead to other servers.

    What a run does not try of them stands in its report, so that nobody reads that all had refused.
    """
    chosen, rest = names[:MAX_HOSTS], names[MAX_HOSTS:]
    reached = frozenset[Address]().union(*(existing[name] for name in chosen))
    return (*chosen, *(name for name in rest if existing[name].isdisjoint(reached)))[: MAX_HOSTS + MAX_FURTHER]


def _existing(names: tuple[str, ...], tools: Toolbox) -> _Existing:
    """The names that exist, and those of which the DNS did not say: trying them tells that they are untested."""
    if not names:
        return {}
    with ThreadPoolExecutor(min(8, len(names))) as pool:
        found = dict(zip(names, pool.map(lambda name: _exists(name, tools), names), strict=True))
    if all(each is None for each in found.values()):
        raise DnsFailedError
    return {
        name: each if isinstance(each, frozenset) else frozenset() for name, each in found.items() if each is not False
    }


def _exists(name: str, tools: Toolbox) -> frozenset[Address] | bool | None:
    """The addresses of the name; True where they were refused, False for no such name, None: the DNS did not say."""
    try:
        return frozenset(tools.hosts.find(name, tools.deadline).addresses)
    except AddressRefusedError:
        return True
    except NameNotFoundError:
        return False
    except DnsFailedError:
        return None
