"""Values that a process makes a single time, whoever asks first."""

from collections.abc import Callable
from functools import wraps
from threading import Lock
from typing import TypeVar

_Made = TypeVar("_Made")


def once(make: Callable[[], _Made]) -> Callable[[], _Made]:
    """``make``, called by the first who asks while others wait; after an error the next one tries again.

    ``functools.cache`` keeps the value as well, but lets all threads that ask at the same moment make it.
    """
    lock = Lock()
    made: list[_Made] = []

    @wraps(make)
    def kept() -> _Made:
        if not made:
            with lock:
                if not made:
                    made.append(make())
        return made[0]

    return kept
