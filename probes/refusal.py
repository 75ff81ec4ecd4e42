"""Domains and networks that the operator of an installation has promised to leave alone."""

import ipaddress
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from probes.target import Target, TargetError, TargetProblem, parse_host

Network = ipaddress.IPv4Network | ipaddress.IPv6Network


@dataclass(frozen=True, slots=True)
class Refusal:
    """What is left alone; a domain with everything under it."""

    domains: frozenset[str] = frozenset()
    networks: tuple[Network, ...] = ()

    def covers(self, name: str) -> bool:
        """Whether this host or domain is among them."""
        if not self.domains:
            return False
        labels = name.lower().split(".")
        return any(".".join(labels[number:]) in self.domains for number in range(len(labels)))


@cache
def refusal_of(texts: tuple[str, ...]) -> Refusal:
    """The meaning of an operator's list. Raises ``ValueError`` for what is neither a domain nor a network."""
    domains, networks = set(), []
    for text in texts:
        try:
            networks.append(ipaddress.ip_network(text))
        except ValueError:
            domains.add(parse_host(text.removeprefix("*.")))
    return Refusal(frozenset(domains), tuple(networks))


def unless_refused(target: Target, texts: Iterable[str]) -> Target:
    """``target``. Raises ``TargetError`` where it is to be left alone."""
    if refusal_of(tuple(texts)).covers(target.domain):
        raise TargetError(TargetProblem.REFUSED)
    return target
