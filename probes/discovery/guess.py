"""Guesses, for protocols that no source speaks of: usual names under the domain, but only such as exist in the DNS."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

from probes.codes import MAIL, Protocol, Source, Trust
from probes.discovery.catalogue import recognise
from probes.discovery.values import Discovered
from probes.errors import AddressRefusedError, DnsFailedError, NameNotFoundError
from probes.host_names import NOT_OFFERED, NULL_MX
from probes.results import Claim, Evidence, MailExchanger
from probes.toolbox import Toolbox

MAX_HOSTS = 4
MAX_NAMED = 8  # names of other services that are looked up
_PREFIXES = {
    Protocol.IMAP: ("imap", "mail"),
    Protocol.POP3: ("pop3", "pop", "mail"),
    Protocol.SUBMISSION: ("smtp", "mail"),
}


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
    return tuple(dict.fromkeys((*tuple(dict.fromkeys(named))[:MAX_NAMED], *usual, *own, domain)))


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
            for name in [name for name in each if name in existing][:MAX_HOSTS]
        )
    )


def claim(protocol: Protocol, host: str, tools: Toolbox, record: str | None = None) -> Claim:
    """One guess; ``record``: what led to it, if it was not the name alone."""
    return Claim(Source.GUESS, protocol, host, Trust.NEEDS_CONSENT, Evidence(at=tools.at, record=record or host))


def _existing(names: tuple[str, ...], tools: Toolbox) -> frozenset[str]:
    """The names that exist, and those of which the DNS did not say: trying them tells that they are untested."""
    if not names:
        return frozenset()
    with ThreadPoolExecutor(min(8, len(names))) as pool:
        found = dict(zip(names, pool.map(lambda name: _exists(name, tools), names), strict=True))
    if all(each is None for each in found.values()):
        raise DnsFailedError
    return frozenset(name for name, each in found.items() if each is not False)


def _exists(name: str, tools: Toolbox) -> bool | None:
    """Whether the name has an address, refused or not; None where the DNS did not say."""
    try:
        tools.hosts.find(name, tools.deadline)
    except AddressRefusedError:
        return True
    except NameNotFoundError:
        return False
    except DnsFailedError:
        return None
    return True
