"""One point in time that a whole dialogue must not pass, on the monotonic clock."""

import threading
import time

from probes.errors import CancelledError

POLL = 0.2  # seconds between looks at the cancel signal


class Deadline:
    """Time left for something, and whether the run was called off meanwhile."""

    __slots__ = ("_cancel", "_end")

    def __init__(self, seconds: float, cancel: threading.Event | None = None) -> None:
        """The deadline passes in ``seconds``; ``cancel`` ends everything at once."""
        self._end = time.monotonic() + seconds
        self._cancel = cancel

    def within(self, seconds: float) -> "Deadline":
        """A deadline for one step: ``seconds`` from now, but never later than this one."""
        return Deadline(min(seconds, self.left()), self._cancel)

    def anew(self, seconds: float) -> "Deadline":
        """Another deadline ``seconds`` from now, whatever this one says; the same signal calls it off."""
        return Deadline(seconds, self._cancel)

    def left(self) -> float:
        """Seconds left, 0 when it has passed. Raises ``CancelledError``."""
        if self._cancel is not None and self._cancel.is_set():
            raise CancelledError
        return max(0.0, self._end - time.monotonic())

    def passed(self) -> bool:
        """Whether no time is left. Raises ``CancelledError``."""
        return self.left() <= 0
