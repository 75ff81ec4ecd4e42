"""The web ports of one run: few at once to one address, and one that kept silent once is not waited at again.

Often one machine is web and mail server of a company. A dozen addresses for settings must then neither crowd out the
mail ports nor wait, one after the other, for a firewall that swallows everything.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from probes.deadline import Deadline
from probes.errors import FilteredError, TlsTimeoutError
from probes.gate import Gate
from probes.guard import Address

WIDTH = 3  # of the six that one host may have


class WebPorts:
    """Which web ports have kept silent so far."""

    def __init__(self, width: int = WIDTH) -> None:
        """``width``: how many connections to the web ports of one address at once."""
        self._gate = Gate(width)
        self._lock = threading.Lock()
        self._silent: dict[tuple[Address, int], type[FilteredError | TlsTimeoutError]] = {}

    @contextmanager
    def through(self, address: Address, port: int, deadline: Deadline) -> Iterator[None]:
        """Wait for a free place. Raises at once what silence raised before, ``TimedOutError``, ``CancelledError``."""
        with self._gate.pass_to(address, deadline):
            with self._lock:
                silent = self._silent.get((address, port))
            if silent is not None:
                raise silent
            try:
                yield
            except (FilteredError, TlsTimeoutError) as error:
                with self._lock:
                    self._silent[address, port] = type(error)
                raise
