"""What a ServerHello tells, whatever else a server sends in its place."""

import contextlib
from itertools import combinations_with_replacement

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes.codes import TlsVersion
from probes.errors import ConnectionClosedError, ProtocolError, TlsError
from probes.tls_hello import HelloContext

V = TlsVersion
BYTES = {V.TLS_1_0: b"\x03\x01", V.TLS_1_1: b"\x03\x02", V.TLS_1_2: b"\x03\x03"}
OLD = HelloContext(V.TLS_1_0, V.TLS_1_1)
UNRECOGNIZED_NAME = b"\x15\x03\x01\x00\x02\x01\x70"
PROTOCOL_VERSION = b"\x15\x03\x01\x00\x02\x02\x46"


def server_hello(version, rest=64):
    message = b"\x02" + (rest + 2).to_bytes(3, "big") + BYTES[version] + b"r" * rest
    return b"\x16\x03\x01" + len(message).to_bytes(2, "big") + message


def answered(reply, offered=OLD, piece=4096):
    """What is made of this reply, which comes in pieces and then ends."""
    sent = []
    pieces = iter([reply[start : start + piece] for start in range(0, len(reply), piece)])

    def receive():
        data = next(pieces, b"")
        if not data:
            raise ConnectionClosedError
        return data

    try:
        return offered.channel("mail.firma.example").handshake(sent.append, receive)
    finally:
        assert len(sent) == 1  # one ClientHello, whatever comes
        assert sent[0][0] == 0x16
        assert b"mail.firma.example" in sent[0]


@pytest.mark.parametrize("piece", [1, 5, 10, 4096])
@pytest.mark.parametrize("version", [V.TLS_1_0, V.TLS_1_1])
def test_the_choice_is_read_however_it_arrives(version, piece):
    tls = answered(server_hello(version), piece=piece)
    assert (tls.version, tls.cipher, tls.certificate) == (version, "", None)


@pytest.mark.parametrize(("lowest", "highest"), [*combinations_with_replacement(BYTES, 2)])
@pytest.mark.parametrize("chosen", BYTES)
def test_only_what_was_offered_can_be_chosen(lowest, highest, chosen):
    offered = HelloContext(lowest, highest)
    if lowest <= chosen <= highest:
        assert answered(server_hello(chosen), offered).version == chosen
    else:
        with pytest.raises(TlsError):
            answered(server_hello(chosen), offered)


def test_a_warning_before_the_choice_refuses_nothing():
    assert answered(3 * UNRECOGNIZED_NAME + server_hello(V.TLS_1_1)).version == V.TLS_1_1


def test_a_fatal_alert_is_a_no():
    with pytest.raises(TlsError):
        answered(PROTOCOL_VERSION + server_hello(V.TLS_1_1))


@pytest.mark.parametrize(
    "reply",
    [
        b"\x16\x03\x01\x00\x06\x0b\x00\x00\x02\x03\x02",  # a certificate before any choice
        b"\x16\x03\x01\x00\x05\x02\x00\x00\x46\x03",  # cut up so small that no server does it
        b"\x17\x03\x01\x00\x20" + bytes(32),
        b"\x15\x03\x01\x00\x03\x01\x70\x00",
        b"* OK Dovecot ready.\r\n",
    ],
)
def test_what_is_no_answer_is_no_verdict(reply):
    with pytest.raises(ProtocolError):
        answered(reply)


@pytest.mark.parametrize("length", [0, 3, 5, 8, 10])
def test_a_server_that_hangs_up_on_the_way_has_hung_up(length):
    with pytest.raises(ConnectionClosedError):
        answered(server_hello(V.TLS_1_0)[:length])


@given(st.binary(max_size=200), st.integers(1, 200))
def test_no_reply_is_more_than_a_version_or_one_of_three_errors(reply, piece):
    with contextlib.suppress(TlsError, ProtocolError, ConnectionClosedError):
        assert answered(reply, piece=piece).version in (V.TLS_1_0, V.TLS_1_1)
