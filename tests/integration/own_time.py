"""How long something took of itself: what a busy machine kept the thread waiting for a processor is taken off.

A bound in seconds is a promise of the code. With more work than processors a thread that is ready may have to wait for
its turn, longer than the whole bound; the kernel counts that (proc(5): ``schedstat``). Waiting for a server, for a lock
or for another thread of Python is not taken off.
"""

import contextlib
from pathlib import Path
from time import monotonic

_COUNTS = Path("/proc/thread-self/schedstat")


class OwnTime:
    """``with OwnTime() as took: …``; then ``took.seconds``, of the thread that ran the block."""

    def __enter__(self):
        self._started, self._starved = monotonic(), _starved()
        return self

    def __exit__(self, *_):
        self.whole = monotonic() - self._started
        self.seconds = self.so_far()

    def so_far(self):
        """The same, while the block still runs; asked in its thread."""
        return monotonic() - self._started - (_starved() - self._starved)


def _starved():
    """Seconds in which this thread was ready to run and did not; 0 where the system does not say."""
    with contextlib.suppress(OSError):
        return int(_COUNTS.read_text().split()[1]) / 1e9
    return 0.0
