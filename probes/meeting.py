"""Servers that a run comes upon although nobody foresaw them, such as those that only a file on the web names.

Where several runs are under way, one that would meet another on such a server goes back: it is made again, with what is
now known of its servers, when the other has ended. Waiting there would eat its time.
"""

import threading
from collections.abc import Callable

from probes.errors import CancelledError

MAPPED = "::ffff:"  # an IPv4 address in the longer form is the same place
_WEB = "web "

Meet = Callable[[frozenset[str]], bool]
"""Whether the run may go to a server by these names or addresses, which it then occupies until it ends."""


def web_server(place: str) -> str:
    """How the web ports of an address are called: another door than its mail ports, and a wider one."""
    return _WEB + place.removeprefix(MAPPED)


def is_web_server(server: str) -> bool:
    """Whether this is one of those."""
    return server.startswith(_WEB)


class OccupiedError(Exception):
    """Another run is on a server of this one. ``servers``: names and addresses of it, and of others of this run."""

    def __init__(self, servers: frozenset[str]) -> None:
        super().__init__(*sorted(servers))
        self.servers = servers


def nobody_else(_servers: frozenset[str]) -> bool:
    """For a run that is alone."""
    return True


class Doors:
    """The servers to which one run goes; for use from several threads."""

    def __init__(self, meet: Meet = nobody_else, known: frozenset[str] = frozenset()) -> None:
        """``known``: the servers that the run occupies already; nothing is asked about them."""
        self._meet = meet
        self._lock = threading.Lock()
        self._entered = known
        self._occupied: frozenset[str] = frozenset()

    @property
    def occupied(self) -> frozenset[str]:
        """The server on which another run is, as soon as this one came upon it; it should end then."""
        return self._occupied

    def enter(self, name: str, place: str) -> None:
        """Before each connection to the host with this name at the address ``place``.

        Raises ``CancelledError`` where another run is, and ever after.
        """
        address = place.removeprefix(MAPPED)
        self._enter(address, frozenset({name, address}))

    def enter_web(self, place: str) -> None:
        """The same before each connection to the web ports of the address ``place``."""
        server = web_server(place)
        self._enter(server, frozenset({server}))

    def _enter(self, door: str, servers: frozenset[str]) -> None:
        with self._lock:
            if not self._occupied and door not in self._entered:
                self._ask(servers - self._entered)
            if self._occupied:
                raise CancelledError

    def _ask(self, servers: frozenset[str]) -> None:
        if self._meet(servers):
            self._entered |= servers
        else:
            self._occupied = servers
