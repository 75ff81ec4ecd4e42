"""How often one client may ask: counted in memory, per minute, for a bounded number of clients.

Whole minutes of the clock: simple and exact enough, because the limit only has to stop floods. Clients of one IPv6
network count as one, as they can change their address at will (RFC 4291 section 2.5.4).
"""

import ipaddress
import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

from advisor.web.served.bounded import Bounded

SECONDS = 60
MOST_CLIENTS = 10_000
_NETWORK_BITS = 64


@dataclass(slots=True)
class _Count:
    window: int
    asked: int = 0


class Counter:
    """Counts the questions of each client."""

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        """``per_minute``: how many questions one client may ask."""
        self._per_minute = per_minute
        self._clock = clock
        self._counts: Bounded[_Count] = Bounded(MOST_CLIENTS)
        self._lock = Lock()

    def wait(self, address: str | None) -> int:
        """Count one question; 0, or how many seconds the client has to wait."""
        now = self._clock()
        window, client = int(now // SECONDS), client_of(address)
        with self._lock:
            count = self._counts.get(client)
            if count is None or count.window != window:
                count = _Count(window)
                self._counts.put(client, count)
            if count.asked >= self._per_minute:
                return int((window + 1) * SECONDS - now) + 1
            count.asked += 1
            return 0


def client_of(address: str | None) -> str:
    """As what an address counts."""
    if address is None or ":" not in address:
        return address or ""
    try:
        parsed = ipaddress.IPv6Address(address.partition("%")[0])
    except ValueError:
        return address
    if parsed.ipv4_mapped:
        return str(parsed.ipv4_mapped)
    return str(ipaddress.IPv6Network((parsed, _NETWORK_BITS), strict=False))
