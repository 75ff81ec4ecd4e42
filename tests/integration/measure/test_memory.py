"""What a mailbox that never ends costs in memory: bounded by the limits of one command as the product has them."""

import subprocess
import sys
from pathlib import Path

import pytest

from probes.services.measure_limits import MeasureLimits
from tests.integration.measure.test_hostile import ImapScript

ROOT = Path(__file__).resolve().parents[3]
SHORT = b'* LIST () "/" a\r\n' * 1000
LONG = b'* LIST () "/" "' + b"x" * 60_000 + b'"\r\n'
FETCHES = b'* 1 FETCH (RFC822.SIZE 10 INTERNALDATE "01-Jan-2026 00:00:00 +0000")\r\n' * 500
MOST = 3 * MeasureLimits().command_bytes // 1024  # KiB


@pytest.mark.parametrize(
    ("at", "lines"), [("LIST", SHORT), ("LIST", LONG), ("FETCH", FETCHES)], ids=["short", "long", "fetches"]
)
def test_answers_without_end_are_bounded(scripted, dns_server, test_ca, good_tls, at, lines) -> None:
    scripted({993: ImapScript(good_tls, at, lambda peer, tag: peer.flood(lines))})
    command = [sys.executable, "-m", "tests.integration.measure.measured_look", "993"]
    done = subprocess.run(
        [*command, dns_server.nameserver, str(test_ca.path)], cwd=ROOT, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    troubles, grown = done.stdout.split()
    assert "too_much" in troubles or "incomplete" in troubles
    assert int(grown) < MOST
