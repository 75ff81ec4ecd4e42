"""How many connections a run may have open to one address at once, whatever they are for."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from probes.deadline import POLL, Deadline
from probes.errors import OutOfTimeError
from probes.guard import Address


class Gate:
    """At most so many connections at once to one address."""

    def __init__(self, width: int) -> None:
        """``width``: how many."""
        self._width = width
        self._lock = threading.Lock()
        self._gates: dict[Address, threading.BoundedSemaphore] = {}

    @contextmanager
    def pass_to(self, address: Address, deadline: Deadline) -> Iterator[None]:
        """Wait for a free place. Raises ``OutOfTimeError``, ``CancelledError``."""
        with self._lock:
            gate = self._gates.setdefault(address, threading.BoundedSemaphore(self._width))
        while not gate.acquire(timeout=min(POLL, deadline.left())):
            if deadline.passed():
                raise OutOfTimeError
        try:
            if deadline.passed():
                raise OutOfTimeError
            yield
        finally:
            gate.release()
