"""The closer looks of the second pass, each one a question to one server or to the DNS."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from probes.attempts import attempt_at, attempt_at_each
from probes.codes import Protocol, Reason
from probes.errors import CancelledError
from probes.hosts import Host
from probes.plan import Endpoint
from probes.ports import best_port
from probes.results import HostFacts, Service, VersionCheck
from probes.tls_versions import check_versions
from probes.toolbox import Toolbox

SIEVE_SECONDS = 2.0  # behind many firewalls nobody answers; that is not worth the usual patience

Key = tuple[Protocol, str, int]
"""Protocol, host and port."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What one look brought: the versions of a port, one more row, or the facts of a host."""

    of: Key | None = None
    versions: tuple[VersionCheck, ...] = ()
    row: Service | None = None
    facts: HostFacts | None = None

    @property
    def limited(self) -> bool:
        """Whether the server said that it has had enough of us."""
        reasons = {check.reason for check in self.versions} | {self.row.reason if self.row else None}
        return Reason.RATE_LIMITED in reasons


Look = Callable[[Toolbox], Seen]


def versions_of(service: Service, host: Host, tools: Toolbox) -> Seen:
    """Which TLS versions this port takes."""
    try:
        return Seen(key_of(service), versions=check_versions(_endpoint(service), host, service.tls, tools))
    except CancelledError:
        return Seen()


def in_second_family(service: Service, host: Host, tools: Toolbox) -> Seen:
    """The port at the other address of its host; not run where this machine itself has no such network."""
    row = attempt_at_each(_endpoint(service), host, tools)
    return Seen(key_of(service), row=replace(row, second_family=True))


def filter_rules(host: Host, tools: Toolbox) -> Seen:
    """Whether filter rules can be managed (ManageSieve) where mail is read, although nobody speaks of it."""
    port, security = best_port(Protocol.MANAGESIEVE)
    endpoint = Endpoint(Protocol.MANAGESIEVE, host.name, port, security)
    return Seen(row=attempt_at(endpoint, host, tools.within(SIEVE_SECONDS)))


def key_of(service: Service) -> Key:
    """What tells one port of one host from others."""
    return service.protocol, service.host, service.port


def _endpoint(service: Service) -> Endpoint:
    return Endpoint(service.protocol, service.host, service.port, service.security)
