"""Where the servers of a domain will probably be found, told by its mail exchangers before its run begins."""

from collections.abc import Iterable

from probes.deadline import Deadline
from probes.discovery.catalogue import ProviderFacts, provider_of_domain, recognise
from probes.discovery.domains import registrable
from probes.errors import ProbeError
from probes.fairness import Place
from probes.resolver import Resolver
from probes.results import ProbeReport

FIRST = 3  # mail exchangers whose addresses are asked for


def place_of(domain: str, resolver: Resolver, deadline: Deadline) -> Place:
    """The provider and servers behind a domain; a domain that tells nothing has a place of its own.

    A recognised provider or filter by its id, else the organisation of the best mail exchanger. Never raises
    ``ProbeError``.
    """
    own = provider_of_domain(domain)
    if own is not None:
        return _of_provider(own)
    hosts = _exchangers(domain, resolver, deadline)
    for found in map(recognise, hosts):
        if found.provider is not None:
            return _of_provider(found.provider)
        if found.gateway is not None:  # says nothing of where the mailboxes are
            return Place(found.gateway.id)
    if not hosts:
        return Place(domain)
    return Place(registrable(hosts[0]) or hosts[0], frozenset({*hosts, *_addresses(hosts, resolver, deadline)}))


def shared_servers(report: ProbeReport, place: Place) -> frozenset[str]:
    """The servers of a report that bear no name of its domain, so that other customers of its place may be on them.

    Of a place without servers (a filter, a domain that tells nothing) nothing is learned: each has servers of its own.
    """
    if not place.servers:
        return frozenset()
    own = registrable(report.domain) or report.domain
    foreign = (each for each in report.services if (registrable(each.host) or each.host) != own)
    return frozenset(name for each in foreign if each.address for name in (each.host, each.address))


def _of_provider(provider: ProviderFacts) -> Place:
    hosts = {server.host for server in provider.servers} | {host for _, host in provider.own_domain_hosts}
    return Place(provider.id, frozenset(hosts))


def _exchangers(domain: str, resolver: Resolver, deadline: Deadline) -> list[str]:
    try:
        return [record.host for record in resolver.mx(domain, deadline).records if record.host != "."]
    except ProbeError:
        return []


def _addresses(hosts: Iterable[str], resolver: Resolver, deadline: Deadline) -> list[str]:
    found: list[str] = []
    for host in list(hosts)[:FIRST]:
        try:
            found.extend(resolver.addresses(host, deadline).records)
        except ProbeError:
            continue
    return found
