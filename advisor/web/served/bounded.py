"""A small memory that forgets what was not used for longest; safe for several threads."""

from collections import OrderedDict
from threading import Lock
from typing import Generic, TypeVar

_Value = TypeVar("_Value")


class Bounded(Generic[_Value]):
    """At most ``most`` values by their names."""

    def __init__(self, most: int) -> None:
        """Empty."""
        self._most = most
        self._values: OrderedDict[str, _Value] = OrderedDict()
        self._lock = Lock()

    def get(self, name: str) -> _Value | None:
        """The value, which thereby is the last to be forgotten."""
        with self._lock:
            value = self._values.get(name)
            if value is not None:
                self._values.move_to_end(name)
            return value

    def put(self, name: str, value: _Value) -> None:
        """Remember, and forget the oldest where there are too many."""
        with self._lock:
            self._values[name] = value
            self._values.move_to_end(name)
            if len(self._values) > self._most:
                self._values.popitem(last=False)

    def __len__(self) -> int:
        """How many are remembered."""
        return len(self._values)
