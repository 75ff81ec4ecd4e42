"""Whole runs against hosts that are hostile on every port: in time, in bounded memory, nothing raw in the report."""

import contextlib
import tracemalloc
import unicodedata

import pytest

from advisor.report.documents.server_report import read_server_report, write_server_report
from advisor.report.server_report import complete
from probes.codes import Offer, Reason, Status
from probes.runner import run
from probes.target import parse_target
from tests.integration.own_time import OwnTime
from tests.integration.probes import speaking

NAME = "mail.firma.example"
PORTS = (143, 993, 110, 995, 587, 465, 4190)
DEADLINE = 1.5
GREETINGS = {143: b"* OK ", 110: b"+OK ", 587: b"220 ", 4190: b'"IMPLEMENTATION" "'}
UGLY = b"\x1b]0;owned\x07\x00<script>alert(1)</script>\xe2\x80\xae\xff\xfe{{7*7}} ../../x"


def flood_lines(peer):
    peer.flood(b"* OK more\r\n" * 4000)


def flood_without_end(peer):
    peer.flood(b"x" * 65536)


def many_tokens(peer):
    peer.send(b"* OK [CAPABILITY " + b"A " * 100_000 + b"] hi\r\n")
    peer.hold()


def binary(peer):
    peer.send(bytes(range(256)) * 8)
    peer.hold()


def drips(peer):
    peer.drip(b"*", 0.2)


def silent(peer):
    peer.hold()


def announces_gigabytes(peer):
    peer.send(b"* OK hi {4294967296}\r\n")
    peer.flood(b"y" * 65536)


@pytest.fixture
def firm(lab):
    def start(handlers, **changes):
        lab.host(NAME, handlers)
        lab.dns.add("firma.example", "MX", f"10 {NAME}.")
        return run(parse_target("firma.example"), lab.options(deadline=DEADLINE, second_pass=1.0, **changes))

    return start


TOO_MUCH, STRANGE, LATE = Reason.LIMIT_EXCEEDED, Reason.WRONG_PROTOCOL, Reason.GREETING_TIMEOUT
PLAIN_PORTS = (143, 110, 587)
VERDICTS = {
    flood_lines: (TOO_MUCH, STRANGE, STRANGE),  # its lines are IMAP
    flood_without_end: (TOO_MUCH, TOO_MUCH, TOO_MUCH),
    many_tokens: (TOO_MUCH, TOO_MUCH, TOO_MUCH),
    binary: (STRANGE, STRANGE, STRANGE),
    drips: (LATE, LATE, LATE),
    silent: (LATE, LATE, LATE),
    announces_gigabytes: (Reason.PROTOCOL_ERROR, STRANGE, STRANGE),  # its greeting is IMAP, and must hold no literal
}


@pytest.mark.parametrize("handler", VERDICTS)
def test_every_port_hostile(firm, lab, handler):
    run(parse_target("nix.example"), lab.options())  # what is loaded once does not count
    tracemalloc.start()
    try:
        with OwnTime() as took:
            report = firm(dict.fromkeys(PORTS, handler))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert took.seconds < DEADLINE + 1.0
    assert peak < 5 * 1024 * 1024
    at_once = Reason.TLS_TIMEOUT if handler is silent else Reason.PLAIN_ON_TLS_PORT
    expected = {**dict(zip(PLAIN_PORTS, VERDICTS[handler], strict=True)), **dict.fromkeys((993, 995, 465), at_once)}
    assert {service.port: service.reason for service in report.services} == expected
    assert {service.status for service in report.services} == {Status.FAILED}
    assert {report.offers.imap, report.offers.pop3, report.offers.submission} == {Offer.UNREACHABLE}


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, (tuple, list)):
        for each in value:
            yield from strings(each)
    elif hasattr(value, "__dataclass_fields__"):
        for field in value.__dataclass_fields__:
            yield from strings(getattr(value, field))


@pytest.mark.parametrize("port", [143, 110, 587, 4190])
def test_nothing_raw_reaches_the_report(firm, port):
    def handler(peer):
        peer.send(GREETINGS[port] + UGLY + b"\r\n")
        while peer.line():
            peer.send(UGLY + b"\r\n")

    report = firm({port: handler})
    seen = list(strings(report))
    assert any("<script>" in text for text in seen) or port == 4190  # kept as text, escaped where it is shown
    assert not [text for text in seen for sign in text if unicodedata.category(sign) in ("Cc", "Cf", "Cs")]
    stored = write_server_report(complete(report))
    assert read_server_report(stored).report == report


class Cut:
    """A peer that goes after its ``left``-th word."""

    def __init__(self, peer, left):
        self._peer = peer
        self._left = left

    def __getattr__(self, name):
        return getattr(self._peer, name)

    def send(self, data):
        if self._left == 0:
            self._peer.close()
            raise OSError
        self._left -= 1
        self._peer.send(data)

    def tag(self):
        return self._peer.line().split(b" ")[0]


SPEAKERS = {143: speaking.imap, 993: speaking.imaps, 110: speaking.pop3, 587: speaking.submission, 4190: speaking.sieve}


LAST_WORD = {143: 2, 993: 0, 110: 3, 587: 3, 4190: 2}  # what has not been said when the server goes after so many


@pytest.mark.parametrize("words", range(5))
@pytest.mark.parametrize("port", SPEAKERS)
def test_a_server_that_goes_at_any_step_is_told_as_such(lab, good_tls, port, words):
    def handler(peer):
        with contextlib.suppress(OSError, AttributeError):
            SPEAKERS[port](good_tls)(Cut(peer, words))

    with OwnTime() as took:
        service = lab.try_handler(port, handler, deadline=DEADLINE)
    assert took.seconds < DEADLINE + 1.0
    cut = words <= LAST_WORD[port]
    expected = (Status.FAILED, Reason.CLOSED) if cut else (Status.COMPLETED, None)
    assert (service.status, service.reason) == expected
