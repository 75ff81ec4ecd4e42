"""A wire without a network: the lines that a server would say, and what was said to it."""

from collections import deque
from datetime import UTC, datetime

from probes.errors import ConnectionClosedError
from probes.options import Limits
from probes.results import Certificate, Tls
from probes.services.session import Seen, Session

CERTIFICATE = Certificate("CN=a", ("a",), "CN=b", datetime.now(UTC), datetime.now(UTC), 1, True, True)


class ScriptedWire:
    """Hands out lines in order; a ``bytes`` entry is a line, a ``("raw", bytes)`` entry a literal's data."""

    def __init__(self, lines):
        self.lines = deque(lines)
        self.said = []
        self.encrypted = False
        self.upgrades = 0
        self.local_address = "192.0.2.7"

    def read_line(self, seconds, late=None):
        if not self.lines:
            raise ConnectionClosedError
        return self.lines.popleft()

    def read_bytes(self, count, seconds):
        data = self.read_line(seconds)
        return data[:count]

    def write(self, data):
        self.said.append(data)

    def start_tls(self, context):
        self.encrypted = True
        return Tls("TLSv1.3", "X", CERTIFICATE)

    def upgrade(self, context):
        self.upgrades += 1
        return self.start_tls(context)


def session_with(lines, security):
    """A dialogue with a server that says ``lines``."""
    return Session(ScriptedWire(lines), security, None, Limits(), Seen())
