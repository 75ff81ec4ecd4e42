"""Where the servers of a domain will probably be found, told by the DNS before its run begins."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace

from probes.deadline import Deadline
from probes.discovery.catalogue import ProviderFacts, provider_of_domain, provider_of_host, recognise
from probes.discovery.domains import registrable
from probes.errors import ProbeError
from probes.fairness import Place
from probes.host_names import NOT_OFFERED, NULL_MX
from probes.meeting import MAPPED
from probes.resolver import Resolver
from probes.results import ProbeReport

FIRST = 3  # mail exchangers whose addresses are asked for
MOST = 8  # published servers whose addresses are asked for
LABELS = {"imap": ("_imaps", "_imap"), "pop3": ("_pop3s", "_pop3"), "submission": ("_submissions", "_submission")}
"""What a domain may publish for each protocol; the questions go out at once with that for the exchangers."""

USUAL = {"imap": ("imap",), "pop3": ("pop3", "pop"), "submission": ("smtp",)}
"""Names under the domain that a run tries for a protocol of which no record speaks, besides ``mail`` and itself."""


class Placing:
    """Finds the places of many domains; for use from several threads."""

    def __init__(self, resolver: Resolver) -> None:
        """``resolver`` is asked little and all at once."""
        self._resolver = resolver
        self._providers: dict[str, Place] = {}

    def place_of(self, domain: str, deadline: Deadline) -> Place:
        """The provider and servers behind a domain; a domain that tells nothing has a place of its own.

        A recognised provider or filter by its id, else the organisation of the best mail exchanger; and the servers to
        which the domain's records, or the usual names under it, lead. Never raises ``ProbeError``.
        """
        own = provider_of_domain(domain)
        if own is not None:
            return self._of_provider(own, deadline)
        labels = [f"{label}._tcp.{domain}" for labels in LABELS.values() for label in labels]
        resolver = self._resolver.ahead([(domain, "MX"), *((label, "SRV") for label in labels)], deadline)
        place, leading = self._by_exchangers(domain, _exchangers(domain, resolver, deadline), deadline)
        published = {protocol: _published(domain, protocol, resolver, deadline) for protocol in LABELS}
        named = tuple(dict.fromkeys(host for hosts in published.values() for host in hosts or ()))
        unspoken = [protocol for protocol, hosts in published.items() if hosts is None]
        usual = () if place.provider in self._providers else _usual(domain, unspoken)
        return replace(
            place,
            servers=place.servers | {*named} | self._addresses((*leading, *named[:MOST], *usual), deadline),
            others=frozenset(map(_organisation, named)) - {place.provider, registrable(domain)},
        )

    def _by_exchangers(self, domain: str, hosts: list[str], deadline: Deadline) -> tuple[Place, list[str]]:
        """What the exchangers alone tell, and which of them may be the servers themselves."""
        for found in map(recognise, hosts):
            if found.provider is not None:
                return self._of_provider(found.provider, deadline), []
            if found.gateway is not None:  # says nothing of where the mailboxes are
                return Place(found.gateway.id, alike=False), []
        if not hosts:
            return Place(domain, alike=False), []
        return Place(registrable(hosts[0]) or hosts[0], frozenset(hosts)), hosts[:FIRST]

    def _of_provider(self, provider: ProviderFacts, deadline: Deadline) -> Place:
        """Asked once: a domain may lead to the same servers under names of its own."""
        if provider.id not in self._providers:
            hosts = {server.host for server in provider.servers} | {host for _, host in provider.own_domain_hosts}
            servers = frozenset(hosts) | self._addresses(hosts, deadline)
            self._providers[provider.id] = Place(provider.id, servers, well_known=servers)
        return self._providers[provider.id]

    def _addresses(self, hosts: Iterable[str], deadline: Deadline) -> frozenset[str]:
        asked = tuple(dict.fromkeys(hosts))
        if not asked:
            return frozenset()
        resolver = self._resolver.ahead([(host, kind) for host in asked for kind in ("A", "AAAA")], deadline)
        found: set[str] = set()
        for host in asked:
            with suppress(ProbeError):
                found.update(resolver.addresses(host, deadline).records)
        return frozenset(each.removeprefix(MAPPED) for each in found)


def _exchangers(domain: str, resolver: Resolver, deadline: Deadline) -> list[str]:
    with suppress(ProbeError):
        return [record.host for record in resolver.mx(domain, deadline).records if record.host != NULL_MX]
    return []


def _published(domain: str, protocol: str, resolver: Resolver, deadline: Deadline) -> list[str] | None:
    """The hosts of the records for a protocol, also where they say that it is off; None where there is no record."""
    targets: list[str] = []
    for label in LABELS[protocol]:
        with suppress(ProbeError):
            targets.extend(record.target for record in resolver.srv(f"{label}._tcp.{domain}", deadline).records)
    return [host for host in targets if host != NOT_OFFERED] if targets else None


def _usual(domain: str, protocols: Iterable[str]) -> list[str]:
    prefixes = [prefix for protocol in protocols for prefix in (*USUAL[protocol], "mail")]
    return [*(f"{prefix}.{domain}" for prefix in prefixes), domain] if prefixes else []


def _organisation(host: str) -> str:
    provider = provider_of_host(host)
    return provider.id if provider else registrable(host) or host


def shared_servers(report: ProbeReport, place: Place) -> frozenset[str]:
    """The servers of a report that bear no name of its domain, so that other customers of its place may be on them.

    Where the customers of a place need not be ``alike`` (a filter, a domain that tells nothing) nothing is learned.
    """
    if not place.alike:
        return frozenset()
    own = registrable(report.domain) or report.domain
    foreign = (each for each in report.services if (registrable(each.host) or each.host) != own)
    return frozenset(name for each in foreign if each.address for name in (each.host, each.address))
