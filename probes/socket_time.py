"""How long the kernel waits for a blocking socket before it gives up with ``BlockingIOError``.

Python's own timeouts make a socket non-blocking and ask the kernel twice, after a third call to set them; each of these
hands the interpreter to another thread and back. With twenty connections at once that costs more than TLS.
"""

import socket
import struct

_TIMEVAL = struct.Struct("@ll")  # seconds and microseconds
_SHORTEST = 1000  # microseconds; 0 would mean for ever
_MILLION = 1_000_000


def receive_within(connection: socket.socket, seconds: float) -> None:
    """What is received from now on has to begin to come within so many seconds."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, _timeval(seconds))


def send_within(connection: socket.socket, seconds: float) -> None:
    """Connecting, and whatever is sent from now on, has to go out within so many seconds."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, _timeval(seconds))


def _timeval(seconds: float) -> bytes:
    return _TIMEVAL.pack(*divmod(max(_SHORTEST, round(seconds * _MILLION)), _MILLION))
