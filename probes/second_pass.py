"""The second pass, once the first answers are in hand: closer looks, two connections at once per host.

Which TLS versions a server takes, whether it answers at its address of the other IP version, whether filter rules can
be managed on it, and what the DNS says of the host. With the first pass that makes at most six connections to one port
of one address. Names that lead to the same address share what does not depend on the name.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Executor, Future
from dataclasses import dataclass, replace
from functools import partial

from probes.codes import Protocol, Reason, Status
from probes.deadline import POLL
from probes.errors import ProbeError
from probes.guard import Address
from probes.host_facts import host_facts
from probes.hosts import Host
from probes.looks import Key, Look, Seen, filter_rules, in_second_family, key_of, versions_of
from probes.results import Claim, HostFacts, Service
from probes.shared_facts import for_other_name
from probes.tasks import Tasks
from probes.toolbox import Toolbox

AT_ONCE = 2


@dataclass(frozen=True, slots=True)
class Deeper:
    """What the second pass adds: versions and further rows in ``services``, and what the DNS says of the hosts."""

    services: tuple[Service, ...]
    hosts: tuple[HostFacts, ...] = ()


def sieve_hosts(claims: Iterable[Claim], services: Iterable[Service]) -> tuple[str, ...]:
    """Where to look for filter rules of which nobody spoke: where IMAP answers. Known providers need no look."""
    if any(claim.protocol is Protocol.MANAGESIEVE for claim in claims):
        return ()
    answering = (each for each in services if each.protocol is Protocol.IMAP and each.status is Status.COMPLETED)
    return tuple(dict.fromkeys(each.host for each in answering))


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
        self._versions_by: dict[Key, Key] = {}
        """By whose look the versions of a row are known."""
        self._others: dict[Key, list[_Second]] = {}
        """Rows that may share what the look of another name brings at the second address."""

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
        at = {
            key_of(service): host.at(service.address)
            for service in tried
            if (host := hosts[service.host]) is not None and host.place not in busy
        }
        asked = [service for service in tried if key_of(service) in at]
        self._queue_versions(asked, at)
        self._queue_second_family(asked, at)
        for host in filter(None, hosts.values()):
            ports = tuple(each for each in self._services if each.host == host.name)
            self._pending[self._tasks.start(_facts, host, ports, self._tools)] = None
        reading = {at[key_of(each)].address: at[key_of(each)] for each in asked[::-1] if self._may_have_rules(each)}
        for host in reading.values():
            self._queues[host.place].append(partial(filter_rules, host))

    def _queue_versions(self, asked: Iterable[Service], at: Mapping[Key, Host]) -> None:
        """Once for each port of each address, by the name that suits the server best."""
        for rows in _alike(row for row in asked if row.tls is not None or row.reason is Reason.TLS_VERSION):
            best = min(rows, key=lambda row: row.reason is not None)
            self._versions_by |= {key_of(row): key_of(best) for row in rows}
            host = at[key_of(best)]
            self._queues[host.place].append(partial(versions_of, best, host))

    def _queue_second_family(self, asked: Iterable[Service], at: Mapping[Key, Host]) -> None:
        """By one name of each port; what the others wait for is whether their outcome can differ."""
        groups: dict[object, list[_Second]] = {}
        for row in asked:
            second = at[key_of(row)].in_second_family()
            if second is not None:
                groups.setdefault((row.port, row.address, second.address), []).append(_Second(row, second))
        for first, *others in groups.values():
            self._others[key_of(first.row)] = others
            self._look_second(first)

    def _look_second(self, one: "_Second") -> None:
        self._queues[one.host.place].append(partial(in_second_family, one.row, one.host))

    def _may_have_rules(self, row: Service) -> bool:
        reads = row.protocol is Protocol.IMAP and row.status is Status.COMPLETED
        return reads and row.host in self._sieve_hosts

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
        if seen.of is not None and seen.row is not None:
            self._share(seen.of, seen.row)
        if seen.limited:  # a server that has had enough of us is left alone
            self._queues[place].clear()
        self._next(place)

    def _share(self, of: Key, second: Service) -> None:
        first = next(row for row in self._services if key_of(row) == of)
        for other in self._others.pop(of, ()):
            row = for_other_name(other.row, first, second)
            if row is not None:
                self._seen.append(Seen(key_of(other.row), row=row))
            else:
                self._look_second(other)

    def _total(self) -> int:
        return len(self._seen) + len(self._pending) + sum(map(len, self._queues.values()))

    def _together(self) -> Deeper:
        versions = {seen.of: seen.versions for seen in self._seen if seen.versions}
        rows = {seen.of: seen.row for seen in self._seen if seen.row}
        services: list[Service] = []
        for service in self._services:
            of = self._versions_by.get(key_of(service))
            services.append(replace(service, versions=versions.get(of, ())))
            services += [rows[key_of(service)]] if key_of(service) in rows else []
        services += [seen.row for seen in self._seen if seen.row and seen.of is None]
        return Deeper(tuple(services), tuple(seen.facts for seen in self._seen if seen.facts))


@dataclass(frozen=True, slots=True)
class _Second:
    """A row of the first pass and its host at the address of the other IP version."""

    row: Service
    host: Host


def _alike(rows: Iterable[Service]) -> Iterable[list[Service]]:
    """The rows by address and port, those that have spoken TLS apart from others."""
    groups: dict[object, list[Service]] = {}
    for row in rows:
        groups.setdefault((row.address, row.port, row.tls is not None), []).append(row)
    return groups.values()


def _facts(host: Host, ports: tuple[Service, ...], tools: Toolbox) -> Seen:
    try:
        return Seen(facts=host_facts(host, ports, tools))
    except ProbeError:  # called off
        return Seen()
