"""The wire reader ends with the deadline, whatever the server does, to the hundredth; in all four protocols."""

from dataclasses import replace
from ipaddress import ip_address

import pytest

from probes import transport
from probes.attempts import attempt_at
from probes.codes import Protocol, Security, Status
from probes.hosts import Host
from probes.options import Limits, ProbeOptions
from probes.plan import Endpoint
from probes.tls import TlsContext
from probes.toolbox import open_toolbox
from tests.made_up.stalling_sockets import Clock, StallingSocket

DEADLINE = 1.0
HUNDREDTH = 0.01
TLS = TlsContext()
HOST = Host("mail.firma.example", ip_address("203.0.113.1"), 1)
BANNERS = {
    Protocol.IMAP: b"* OK hi\r\n",
    Protocol.POP3: b"+OK hi\r\n",
    Protocol.SUBMISSION: b"220 hi\r\n",
    Protocol.MANAGESIEVE: b'"SIEVE" ""\r\n"STARTTLS"\r\nOK\r\n',
}
ANSWERS = {
    b"CAPABILITY": b"* CAPABILITY IMAP4rev1 STARTTLS\r\nw1 OK\r\n",
    b"CAPA": b"+OK\r\nSTLS\r\nUIDL\r\n.\r\n",
    b"EHLO": b"250-mail\r\n250 STARTTLS\r\n",
    b"w2": b"w2 OK go\r\n",
    b"STLS": b"+OK go\r\n",
}
AGREES = {Protocol.SUBMISSION: b"220 go\r\n", Protocol.MANAGESIEVE: b"OK\r\n"}
STEPS = [(protocol, at) for protocol in BANNERS for at in (b"", b"CAPA", b"EHLO", b"TLS", b"STLS", b"\x16\x03\x01")]
STALLS = {
    "silent": b"", "takes little": None, "bytes": b"x", "lines": b"* OK still here\r\n", "of a reply": b"250-x\r\n",
    "capabilities": b"UIDL\r\n", "tls": b"\x16", "a long record": b"\x16\x03\x03\x3f\xff\x02\x00", "empty": b"\r\n",
}  # fmt: skip


def honest(protocol):
    def answer(line):
        first, _, second = line.strip().partition(b" ")
        word = second if first == b"w1" else first
        if word == b"STARTTLS":
            return AGREES.get(protocol, b"")
        return ANSWERS.get(word, b"")

    return answer


@pytest.fixture
def lasting(monkeypatch):
    """``lasting(protocol, security, at, stalls, pause)``: (seconds on the clock, the result of the attempt)."""

    def last(protocol, security, at, stalls, pause):
        clock = Clock()
        line = StallingSocket(clock, honest(protocol), at, stalls, pause, BlockingIOError(), BANNERS[protocol])
        monkeypatch.setattr("probes.deadline.time", clock)
        monkeypatch.setattr(transport, "_connected", lambda *_: line)
        monkeypatch.setattr(transport, "Waits", lambda connection: connection)
        limits = Limits(greeting=0.8, tls=0.8, reply=0.8)
        tools = open_toolbox(ProbeOptions(deadline=DEADLINE, limits=limits), None, TLS)
        tools = replace(tools, has_route=lambda _: True)
        started = clock.now
        found = attempt_at(Endpoint(protocol, HOST.name, 1, security), HOST, tools)
        return clock.now - started, found

    return last


@pytest.mark.parametrize("security", [Security.STARTTLS, Security.TLS])
@pytest.mark.parametrize("stalls", STALLS.values(), ids=STALLS)
@pytest.mark.parametrize(("protocol", "at"), STEPS)
def test_no_server_holds_us_longer_than_the_deadline(lasting, protocol, at, stalls, security):
    for pause in (0.01, 0.07, 0.19, 0.5, 0.79):
        seconds, found = lasting(protocol, security, at, stalls, pause)
        assert seconds <= DEADLINE + HUNDREDTH
        assert found.status is Status.FAILED
