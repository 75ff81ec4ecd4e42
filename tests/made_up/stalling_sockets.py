"""Sockets on a clock of their own: how long a dialogue lasts is counted exactly, however busy the machine is.

Waiting moves the clock and takes no time. Every wait lasts as long as the one who waits allows, or as the server wants.
"""


class Clock:
    """Takes the place of ``time`` in ``probes.deadline``."""

    def __init__(self):
        self.now = 1000.0

    def monotonic(self):
        return self.now


class StallingSocket:
    """A server that gives each answer after ``pause`` seconds, and from ``at`` on ``stalls``.

    ``answer(line)``: the bytes to one line of the client. ``stalls``: the bytes that come every ``pause`` seconds for
    ever, empty for silence, None where it also takes each line of ours only after ``pause``. ``late``: what is raised
    when a wait ends.
    """

    def __init__(self, clock, answer, at, stalls, pause, late, greeting=b""):
        self._clock = clock
        self._answer = answer
        self._at = at
        self._stalls = stalls
        self._pause = pause
        self._late = late
        self._left = 0.0
        self._waiting = greeting
        self._stalled = at == b""
        self._begun = b""

    def settimeout(self, seconds):
        self._left = seconds

    to_receive = to_send = settimeout

    def recv(self, _size, flags=0):
        if flags and not self._waiting:
            raise BlockingIOError
        if self._stalled:
            return self._after(self._pause, self._stalls or b"")
        said = self._after(self._pause, self._waiting)
        self._waiting = b""
        return said

    def send(self, data):
        if self._stalls is None:
            self._after(self._pause, data)
        self._begun += bytes(data)
        if self._begun.endswith(b"\r\n"):
            line, self._begun = self._begun, b""
            self._stalled = self._stalled or self._at in line.upper()
            self._waiting += self._answer(line)
        return len(data)

    sendall = send

    def close(self):
        pass

    def getsockname(self):
        return ("192.0.2.7", 40000)

    def _after(self, pause, data):
        """``data`` after ``pause``, or the end of the wait where that comes first."""
        self._clock.now += min(pause, self._left)
        if pause > self._left or not data:
            self._clock.now += self._left - min(pause, self._left)
            raise self._late
        return data
