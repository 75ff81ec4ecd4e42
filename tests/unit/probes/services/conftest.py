"""Dialogues with a scripted wire."""

import pytest

from probes.codes import Security
from tests.unit.probes.services.fakes import session_with


@pytest.fixture
def dialogue():
    """``dialogue(examine, security, lines)`` runs one dialogue and hands back (seen, wire)."""

    def run(examine, security, lines, error=None):
        session = session_with(lines, security)
        if error is None:
            examine(session)
        else:
            with pytest.raises(error):
                examine(session)
        return session.seen, session.wire

    return run


@pytest.fixture
def tls():
    return Security.TLS


@pytest.fixture
def starttls():
    return Security.STARTTLS
