"""Each host name of a run is resolved once and judged once; whoever connects afterwards uses that very address."""

import threading
from dataclasses import dataclass
from time import monotonic

from probes.deadline import Deadline
from probes.errors import AddressRefusedError, ProbeError
from probes.guard import Address, AddressGuard
from probes.resolver import Resolver
from probes.target import TargetError, parse_host


@dataclass(frozen=True, slots=True)
class Host:
    """A name with the address that passed the guard; ``dns_ms`` is how long the question took."""

    name: str
    address: Address
    dns_ms: int


class HostBook:
    """The names of one run. A second question for a name gets the first answer, also where that was an error."""

    def __init__(self, resolver: Resolver, guard: AddressGuard) -> None:
        """The book starts empty."""
        self._resolver = resolver
        self._guard = guard
        self._locks: dict[str, threading.Lock] = {}
        self._known: dict[str, Host | ProbeError] = {}
        self._lock = threading.Lock()

    def find(self, name: str, deadline: Deadline) -> Host:
        """The judged host. Raises ``NameNotFoundError``, ``DnsFailedError``, ``AddressRefusedError``."""
        with self._lock:
            one = self._locks.setdefault(name, threading.Lock())
        with one:
            if name not in self._known:
                self._known[name] = self._look_up(name, deadline)
            found = self._known[name]
        if isinstance(found, ProbeError):
            raise type(found)(found.words)
        return found

    def _look_up(self, name: str, deadline: Deadline) -> Host | ProbeError:
        started = monotonic()
        try:
            texts = self._resolver.addresses(parse_host(name), deadline).records
            judged = self._guard.judge_all(texts)
        except TargetError:
            return AddressRefusedError()
        except ProbeError as error:
            return error
        return Host(name, judged[0], round((monotonic() - started) * 1000))
