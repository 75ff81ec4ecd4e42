"""The second pass, once the first answers are in hand: closer looks, two connections at once per host.

Which TLS versions a server takes, whether it answers at its address of the other IP version, whether filter rules can
be managed on it, and what the DNS says of the host. With the first pass that makes at most six connections to one port.
"""

from collections import defaultdict, deque
from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import dataclass, replace
from functools import partial

from probes.codes import Reason, Status
from probes.deadline import POLL
from probes.errors import ProbeError
from probes.guard import Address
from probes.host_facts import host_facts
from probes.hosts import Host
from probes.looks import Look, Seen, filter_rules, in_second_family, key_of, versions_of
from probes.results import HostFacts, Service
from probes.tasks import Tasks
from probes.toolbox import Toolbox

AT_ONCE = 2


@dataclass(frozen=True, slots=True)
class Deeper:
    """What the second pass adds: versions and further rows in ``services``, and what the DNS says of the hosts."""

    services: tuple[Service, ...]
    hosts: tuple[HostFacts, ...] = ()


class SecondPass:
    """One second pass; only the calling thread touches its state."""

    def __init__(
        self, services: tuple[Service, ...], sieve_hosts: tuple[str, ...], tools: Toolbox, pool: Executor
    ) -> None:
        """``services``: what the first pass found. ``tools`` come with the time of this pass."""
        self._services = services
        self._sieve_hosts = sieve_hosts
        self._tools = tools
        self._tasks = Tasks(pool)
        self._queues: defaultdict[Address, deque[Look]] = defaultdict(deque)
        self._pending: dict[Future[Seen], Address | None] = {}
        self._seen: list[Seen] = []

    def run(self, over: Callable[[], bool], progress: Callable[[int, int], None]) -> Deeper:
        """Take all looks until the time is up or ``over``; what was not done is left out."""
        self._plan()
        for place in self._queues:
            for _ in range(AT_ONCE):
                self._next(place)
        while self._pending and not over() and not self._tools.deadline.passed():
            progress(len(self._seen), self._total())
            for future in self._tasks.ended(POLL):
                self._take(self._pending.pop(future), future.result())
        progress(len(self._seen), len(self._seen))
        return self._together()

    def _plan(self) -> None:
        tried = [each for each in self._services if each.status is not Status.NOT_RUN]
        hosts = {name: self._host(name) for name in dict.fromkeys(each.host for each in tried)}
        had_enough = {service.host for service in tried if service.reason is Reason.RATE_LIMITED}
        busy = {host.place for name in had_enough if (host := hosts[name]) is not None}
        for service in tried:
            host = hosts[service.host]
            if host is not None and host.place not in busy:
                self._queues[host.place].extend(_looks(service, host))
        for host in filter(None, hosts.values()):
            ports = tuple(each for each in self._services if each.host == host.name)
            self._pending[self._tasks.start(_facts, host, ports, self._tools)] = None
            if host.name in self._sieve_hosts and host.place not in busy:
                self._queues[host.place].append(partial(filter_rules, host))

    def _host(self, name: str) -> Host | None:
        """The host as the first pass found it."""
        try:
            return self._tools.hosts.find(name, self._tools.deadline)
        except ProbeError:
            return None

    def _next(self, place: Address) -> None:
        if self._queues[place]:
            self._pending[self._tasks.start(self._queues[place].popleft(), self._tools)] = place

    def _take(self, place: Address | None, seen: Seen) -> None:
        self._seen.append(seen)
        if place is None:
            return
        if seen.limited:  # a server that has had enough of us is left alone
            self._queues[place].clear()
        self._next(place)

    def _total(self) -> int:
        return len(self._seen) + len(self._pending) + sum(map(len, self._queues.values()))

    def _together(self) -> Deeper:
        versions = {seen.of: seen.versions for seen in self._seen if seen.versions}
        rows = {seen.of: seen.row for seen in self._seen if seen.row}
        services: list[Service] = []
        for service in self._services:
            services.append(replace(service, versions=versions.get(key_of(service), ())))
            services += [rows[key_of(service)]] if key_of(service) in rows else []
        services += [seen.row for seen in self._seen if seen.row and seen.of is None]
        return Deeper(tuple(services), tuple(seen.facts for seen in self._seen if seen.facts))


def _looks(service: Service, host: Host) -> list[Look]:
    looks: list[Look] = []
    if service.tls is not None or service.reason is Reason.TLS_VERSION:
        looks.append(partial(versions_of, service, host))
    second = host.in_second_family()
    if second is not None:
        looks.append(partial(in_second_family, service, second))
    return looks


def _facts(host: Host, ports: tuple[Service, ...], tools: Toolbox) -> Seen:
    try:
        return Seen(facts=host_facts(host, ports, tools))
    except ProbeError:  # called off
        return Seen()
