"""What a flood costs in memory as the machine counts it, in plain text and inside TLS."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
MOST = 5 * 1024  # KiB for one probe
LINES = b"* OK more\r\n" * 1000
FLOODS = {
    "lines": LINES,
    "one endless line": b"x" * 65536,
    "literal of 4 GB": b'* LIST () "/" {4294967296}\r\n' + b"x" * 65536,
    "empty lines": b"\r\n" * 5000,
    "binary": bytes(range(256)) * 256,
}


def flooding(data, context=None):
    def handler(peer):
        if context:
            peer.start_tls(context)
        peer.send(b"* OK hi\r\n")
        peer.line()
        peer.flood(data)

    return handler


def byte_by_byte(context):
    """Each byte in a TLS record of its own: twenty times as much on the wire."""

    def handler(peer):
        peer.start_tls(context)
        peer.send(b"* OK hi\r\n")
        peer.line()
        while True:
            peer.send_bytewise(LINES[:2000])

    return handler


def behaving(ca):
    context = ca.certificate("mail.firma.example").server_context()

    def handler(peer):
        peer.start_tls(context)
        peer.send(b"+OK hi\r\n")
        peer.line()
        peer.send(b"-ERR\r\n")
        peer.hold()

    return handler


def attempted(lab, port, handler, *times):
    lab.host("mail.firma.example", {port: handler, 995: behaving(lab.ca)})
    command = [sys.executable, "-m", "tests.integration.probes.measured_attempt", str(port)]
    done = subprocess.run(
        [*command, lab.dns.nameserver, str(lab.ca.path), *times], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    reason, grown = done.stdout.split()
    return reason, int(grown)


@pytest.mark.parametrize("data", FLOODS.values(), ids=FLOODS)
@pytest.mark.parametrize("port", [143, 993], ids=["plain", "inside TLS"])
def test_a_flood_costs_less_than_5_mib(lab, good_tls, port, data):
    reason, grown = attempted(lab, port, flooding(data, good_tls if port == 993 else None))
    assert reason in {"limit_exceeded", "protocol_error"}
    assert grown < MOST


def test_a_flood_of_the_smallest_records_costs_less_than_5_mib(lab, good_tls):
    reason, grown = attempted(lab, 993, byte_by_byte(good_tls))
    assert reason in {"limit_exceeded", "timed_out"}
    assert grown < MOST


@pytest.mark.parametrize("port", [143, 993], ids=["plain", "inside TLS"])
def test_a_reader_that_kept_more_would_be_found_out(lab, good_tls, port):
    """With limits a thousand times as wide the very same flood is seen to fill the memory."""
    reason, grown = attempted(
        lab, port, flooding(FLOODS["one endless line"], good_tls if port == 993 else None), "1000"
    )
    assert reason == "limit_exceeded"
    assert grown > MOST
