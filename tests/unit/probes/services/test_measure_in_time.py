"""A look into a mailbox ends with its deadline and the farewell, whatever the server does, to the hundredth."""

from ipaddress import ip_address

import pytest

from probes import measure as measuring
from probes.codes import Protocol, Security
from probes.hosts import Host, HostBook
from probes.measure import Account, measure
from probes.measurement import Trouble
from probes.options import ProbeOptions
from probes.services import measure_stream
from probes.services.measure_door import Door
from probes.services.measure_limits import MeasureLimits
from tests.made_up.stalling_sockets import Clock, StallingSocket

TOTAL, FAREWELL = 1.0, 0.2
HUNDREDTH = 0.01
HOST = Host("mail.firma.example", ip_address("192.0.2.1"), 1)
IMAP = {
    b"CAPABILITY": b"* CAPABILITY IMAP4rev1 AUTH=PLAIN NAMESPACE\r\n",
    b"NAMESPACE": b'* NAMESPACE (("" "/")) NIL NIL\r\n',
    b"LIST": b'* LIST () "/" INBOX\r\n',
    b"STATUS": b"* STATUS INBOX (MESSAGES 1)\r\n",
    b"EXAMINE": b"* 1 EXISTS\r\n",
    b"FETCH": b'* 1 FETCH (RFC822.SIZE 10 INTERNALDATE "01-Jan-2026 00:00:00 +0000")\r\n',
}
POP3 = {
    b"CAPA": b"+OK\r\nUSER\r\nUIDL\r\n.\r\n", b"USER": b"+OK\r\n", b"PASS": b"+OK\r\n", b"STAT": b"+OK 1 10\r\n",
    b"LIST": b"+OK\r\n1 10\r\n.\r\n", b"UIDL": b"+OK\r\n1 a\r\n.\r\n",
}  # fmt: skip


class Imap:
    """An honest server, one answer a line."""

    def __init__(self):
        self._asked = b""

    def __call__(self, line):
        tag, _, command = line.strip().partition(b" ")
        if not command:  # what AUTHENTICATE asked for
            return self._asked + b" OK signed in\r\n"
        self._asked, word = tag, command.split(b" ")[0].upper()
        return b"+ \r\n" if word == b"AUTHENTICATE" else IMAP.get(word, b"") + tag + b" OK done\r\n"


def pop3(line):
    return POP3.get(line.strip().split(b" ")[0].upper(), b"+OK\r\n")


@pytest.fixture
def lasting(monkeypatch):
    """``lasting(protocol, at, stalls, pause)``: (seconds on the clock, the measurement)."""

    def last(protocol, at, stalls, pause, reply=0.8):
        limits = MeasureLimits(reply=reply, total=TOTAL, farewell=FAREWELL)
        clock = Clock()
        answer = Imap() if protocol is Protocol.IMAP else pop3
        line = StallingSocket(clock, answer, at, stalls, pause, TimeoutError())
        monkeypatch.setattr("probes.deadline.time", clock)
        monkeypatch.setattr(measure_stream, "_connected", lambda *_: line)
        monkeypatch.setattr(HostBook, "find", lambda *_: HOST)
        monkeypatch.setattr(measuring, "opened", opened)
        monkeypatch.setattr(measuring, "tls_context", lambda _: None)
        door = Door(protocol, HOST.name, 993, Security.TLS, "anna")
        started = clock.now
        found = measure(Account("anna@firma.example", "secret"), (door,), ProbeOptions(), lambda *_: None, limits)
        return clock.now - started, found

    return last


def opened(door, host, _context, limits, deadline):
    stream = measure_stream.Stream(host, door.port, limits, deadline)
    stream.pretend(b"* OK ready\r\n" if door.protocol is Protocol.IMAP else b"+OK ready\r\n")
    return stream


STEPS = [(Protocol.IMAP, at) for at in (*IMAP, b"AUTHENTICATE", b"LOGOUT")]
STEPS += [(Protocol.POP3, at) for at in (*POP3, b"QUIT")]
STALLS = {"silent": b"", "takes little": None, "bytes": b"x", "lines": b"* OK still here\r\n"}


@pytest.mark.parametrize("reply", [0.8, 2.0], ids=["a reply ends first", "all ends first"])
@pytest.mark.parametrize("pause", [0.01, 0.15, 0.5, 0.79])
@pytest.mark.parametrize("stalls", STALLS.values(), ids=STALLS)
@pytest.mark.parametrize(("protocol", "at"), STEPS)
def test_no_server_holds_us_longer_than_the_deadline_and_the_farewell(lasting, protocol, at, stalls, pause, reply):
    seconds, _ = lasting(protocol, at, stalls, pause, reply)
    assert seconds <= TOTAL + FAREWELL + HUNDREDTH


@pytest.mark.parametrize("protocol", [Protocol.IMAP, Protocol.POP3])
def test_a_slow_server_that_is_honest_gets_all_its_time(lasting, protocol):
    seconds, found = lasting(protocol, b"nothing at all", b"", 0.3)
    assert [each.trouble for each in found.problems] == [Trouble.BROKEN_OFF]
    assert TOTAL <= seconds <= TOTAL + FAREWELL + HUNDREDTH


@pytest.mark.parametrize("protocol", [Protocol.IMAP, Protocol.POP3])
def test_a_quick_one_is_measured(lasting, protocol):
    _, found = lasting(protocol, b"nothing at all", b"", 0.01)
    assert found.problems == ()
