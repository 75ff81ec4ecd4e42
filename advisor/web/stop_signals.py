"""Signals that ask a process to end (SIGINT, SIGTERM), heard by a thread of their own.

The system may hand a signal to any thread, and under load it hands one to a thread that is just being started. Python's
handlers run in the main thread only, and nothing wakes that from waiting when another thread was interrupted. They also
run in the middle of whatever line, where no ``Event`` may be set, as that very line may hold its lock. What the
interpreter writes to ``signal.set_wakeup_fd`` at once, in whichever thread, has neither problem.
"""

import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

STOPPING = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def on_stop_signals(act: Callable[[], object]) -> Iterator[None]:
    """Call ``act`` for each such signal while this lasts, from a thread of its own. For the main thread only."""
    hearing, telling = socket.socketpair()
    telling.setblocking(False)
    listener = threading.Thread(target=_listen, args=(hearing, act), name="stop signals", daemon=True)
    listener.start()
    earlier_descriptor = signal.set_wakeup_fd(telling.fileno(), warn_on_full_buffer=False)
    earlier = {number: signal.signal(number, _heard_elsewhere) for number in STOPPING}
    try:
        yield
    finally:
        for number, handler in earlier.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(earlier_descriptor)
        telling.close()
        listener.join()
        hearing.close()


def _heard_elsewhere(_number: int, _frame: FrameType | None) -> None:
    """Do nothing: without a handler in Python the signal would end the process instead of being written."""


def _listen(hearing: socket.socket, act: Callable[[], object]) -> None:
    while numbers := hearing.recv(len(STOPPING)):
        for number in numbers:
            if number in STOPPING:
                act()
