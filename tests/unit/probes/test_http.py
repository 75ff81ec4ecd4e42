"""Requests over the web without a socket: what is refused before any packet, and that no bytes can break the reader."""

import contextlib
from dataclasses import replace

import h11
import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes.codes import Reason
from probes.deadline import Deadline
from probes.errors import ConnectionClosedError, LimitExceededError, ProbeError
from probes.http import Request, _exchange, _place, visit
from probes.options import Limits
from probes.toolbox import Toolbox

URL = "https://firma.ch/file"
TOOLS = Toolbox(None, None, None, None, Limits(), Deadline(3600), None)
PIECES = [b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 302 Found\r\n", b"HTTP/1.1 100 Continue\r\n\r\n", b"Location: //[\r\n",
          b"Location: /x\r\n", b"Content-Length: 3\r\n", b"Transfer-Encoding: chunked\r\n", b"\r\n", b"3\r\nabc\r\n",
          b"0\r\n\r\n", b"abc", b"\x00", b"\xff", b"HTTP/1.1 101 Switching Protocols\r\n\r\n"]  # fmt: skip


class Bytes:
    """A wire that brings these pieces and ends."""

    def __init__(self, pieces):
        self.pieces = list(pieces)
        self.sent = b""

    def write(self, data):
        self.sent += data

    def read_some(self, seconds):
        if not self.pieces:
            raise ConnectionClosedError
        piece = self.pieces.pop(0)
        if isinstance(piece, ProbeError):
            raise piece
        return piece


def exchange(*pieces, **request):
    wire = Bytes(pieces)
    return wire, _exchange(wire, _place(URL, False), URL, Request(URL, "text/xml", **request), TOOLS)


def test_what_is_written():
    ok = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
    got, _ = exchange(ok)
    assert got.sent.startswith(b"GET /file HTTP/1.1\r\nHost: firma.ch\r\n")
    posted, _ = exchange(ok, body=b"<q/>", content_type="text/xml; charset=utf-8")
    assert posted.sent.startswith(b"POST /file HTTP/1.1\r\n")
    assert posted.sent.endswith(b"Content-Type: text/xml; charset=utf-8\r\nContent-Length: 4\r\n\r\n<q/>")


def test_a_body_that_breaks_the_limit_is_marked():
    _, cut = exchange(b"HTTP/1.1 200 OK\r\n\r\n", b"abc", LimitExceededError())
    assert (cut.body, cut.whole) == (b"abc", False)


def test_a_body_in_very_many_pieces_is_cut_too():
    _, cut = exchange(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n" * 40_000)
    assert (len(cut.body) < 5000, cut.whole) == (True, False)


def test_only_so_many_answers_before_the_answer():
    preface, end = b"HTTP/1.1 100 Continue\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
    assert exchange(preface * 10 + end)[1].status == 200
    with pytest.raises(LimitExceededError):
        exchange(preface * 11 + end)


@pytest.mark.parametrize(
    ("status", "location"), [(302, "https://firma.ch/x"), (308, "https://firma.ch/x"), (304, None), (404, None)]
)
def test_only_redirects_point_elsewhere(status, location):
    _, found = exchange(b"HTTP/1.1 %d X\r\nLocation: /x\r\n\r\n" % status)
    assert found.location == location


@pytest.mark.parametrize(
    ("url", "reason"),
    [("https://10.0.0.1/", Reason.ADDRESS_REFUSED), ("https://firma.ch:25/", Reason.PORT_NOT_ALLOWED),
     ("http://firma.ch/", Reason.PORT_NOT_ALLOWED), ("https://firma.ch:99999/", Reason.PROTOCOL_ERROR),
     ("https://" + "a" * 400 + "/", Reason.ADDRESS_REFUSED), ("javascript:alert(1)", Reason.ADDRESS_REFUSED)],
)  # fmt: skip
def test_what_is_refused_before_any_name_is_looked_up(url, reason):
    found = visit(Request(url, "text/xml"), replace(TOOLS, deadline=Deadline(5)))
    assert (found.response, found.error.reason, len(found.hops)) == (None, reason, 1)


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.binary(max_size=20)), max_size=10))
def test_no_bytes_can_break_the_reader(pieces):
    with contextlib.suppress(ProbeError, h11.RemoteProtocolError):  # any other kind of error fails the test
        exchange(*(piece for piece in pieces if piece))
