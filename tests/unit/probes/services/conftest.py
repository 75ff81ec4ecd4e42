"""A wire without a network: the lines that a server would say, and what was said to it."""

from collections import deque
from datetime import UTC, datetime

import pytest

from probes.errors import ConnectionClosedError
from probes.options import Limits
from probes.results import Certificate, Security, Tls
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
        assert len(data) == count
        return data

    def write(self, data):
        self.said.append(data)

    def start_tls(self, context):
        self.encrypted = True
        return Tls("TLSv1.3", "X", CERTIFICATE)

    def upgrade(self, context):
        self.upgrades += 1
        return self.start_tls(context)


@pytest.fixture
def dialogue():
    """``dialogue(examine, security, lines)`` runs one dialogue and hands back (seen, wire)."""

    def run(examine, security, lines, error=None):
        wire = ScriptedWire(lines)
        session = Session(wire, security, None, Limits(), Seen())
        if error is None:
            examine(session)
        else:
            with pytest.raises(error):
                examine(session)
        return session.seen, wire

    return run


@pytest.fixture
def tls():
    return Security.TLS


@pytest.fixture
def starttls():
    return Security.STARTTLS
