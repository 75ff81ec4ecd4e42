"""How often a run has called each port of each address: over both passes and under all names only so many times."""

import threading
from collections import Counter

from probes.errors import LeftAloneError
from probes.guard import Address


class Calls:
    """Counts every connection before it is made."""

    def __init__(self, most: int) -> None:
        """``most``: calls to one port of one address."""
        self._most = most
        self._lock = threading.Lock()
        self._made: Counter[tuple[Address, int]] = Counter()

    def count(self, address: Address, port: int) -> None:
        """One more call. Raises ``LeftAloneError`` where there were enough."""
        with self._lock:
            if self._made[address, port] >= self._most:
                raise LeftAloneError
            self._made[address, port] += 1
