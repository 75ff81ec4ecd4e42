"""Each host name of a run is resolved once and judged once; whoever connects afterwards uses that very address."""

import threading
from dataclasses import dataclass, replace
from time import monotonic

from probes.deadline import Deadline
from probes.errors import AddressRefusedError, DnsFailedError, ProbeError
from probes.guard import Address, AddressGuard
from probes.resolver import Resolver
from probes.target import TargetError, parse_host

MOST_ADDRESSES = 4  # of one host and IP version that are called
TOO_LITTLE = 0.05  # seconds left: no answer was to be had in time


@dataclass(frozen=True, slots=True)
class Host:
    """A name with an address that passed the guard; ``dns_ms`` is how long the question took.

    ``addresses``: all of the name, judged. ``dnssec``: whether the nameserver validated the addresses.
    """

    name: str
    address: Address
    dns_ms: int
    addresses: tuple[Address, ...] = ()
    dnssec: bool = False

    @property
    def place(self) -> Address:
        """The address by which connections to this host are counted, also where they go to another one."""
        return self.addresses[0] if self.addresses else self.address

    def at(self, address: str | None) -> "Host":
        """The same host at this one of its addresses; at the present one, if it is none of them."""
        found = next((each for each in self.addresses if str(each) == address), self.address)
        return replace(self, address=found)

    def at_each(self) -> "tuple[Host, ...]":
        """The same host at each of its addresses of this IP version, the present one first."""
        others = (each for each in self.addresses if each.version == self.address.version and each != self.address)
        return (self, *(replace(self, address=each) for each in others))

    def in_second_family(self) -> "Host | None":
        """The same host at its first address of the other IP version, if it has one."""
        other = next((each for each in self.addresses if each.version != self.address.version), None)
        return replace(self, address=other) if other is not None else None


class HostBook:
    """The names of one run. A second question for a name gets the first answer, also where that was an error.

    Only a question that failed because whoever asked it had no time left is asked again for others.
    """

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
            found = self._known.get(name) or self._look_up(name, deadline)
            if not (isinstance(found, DnsFailedError) and deadline.left() < TOO_LITTLE):
                self._known[name] = found
        if isinstance(found, ProbeError):
            raise type(found)(found.words)
        return found

    def _look_up(self, name: str, deadline: Deadline) -> Host | ProbeError:
        started = monotonic()
        try:
            host = parse_host(name)
            self._guard.judge_name(host)
            found = self._resolver.addresses(host, deadline)
            judged = self._guard.judge_all(found.records)
        except TargetError:
            return AddressRefusedError()
        except ProbeError as error:
            return error.to_keep()
        return Host(name, judged[0], round((monotonic() - started) * 1000), judged, found.dnssec)
