"""How long the kernel waits for a blocking socket before it gives up with ``BlockingIOError``.

Python's own timeouts make a socket non-blocking and ask the kernel twice, after a third call to set them; each of these
hands the interpreter to another thread and back. With twenty connections at once that costs more than TLS.
"""

import socket
import struct

_TIMEVAL = struct.Struct("@ll")  # seconds and microseconds
_SHORTEST = 1000  # microseconds; 0 would mean for ever
_MILLION = 1_000_000


class Waits:
    """How long one socket waits; the kernel is told only what it does not know already."""

    __slots__ = ("_connection", "_receive", "_send")

    def __init__(self, connection: socket.socket) -> None:
        """Nothing is told yet."""
        self._connection = connection
        self._receive = self._send = -1.0

    def to_receive(self, seconds: float) -> None:
        """What is received from now on has to begin to come within so many seconds."""
        if seconds != self._receive:
            self._receive = seconds
            self._connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, _timeval(seconds))

    def to_send(self, seconds: float) -> None:
        """Connecting, and whatever is sent from now on, has to go out within so many seconds."""
        if seconds != self._send:
            self._send = seconds
            self._connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, _timeval(seconds))


def _timeval(seconds: float) -> bytes:
    return _TIMEVAL.pack(*divmod(max(_SHORTEST, round(seconds * _MILLION)), _MILLION))
