"""A TLS session that the server has broken is a named error in both directions."""

import contextlib
import socket
import ssl

import pytest

from probes.deadline import Deadline
from probes.errors import LimitExceededError, TlsError
from probes.options import Limits
from probes.tls import TlsContext
from probes.toolbox import open_toolbox
from probes.transport import Wire
from tests.integration.own_time import OwnTime

NAME = "mail.firma.example"
GARBAGE = b"\x17\x03\x03\x00\x20" + b"x" * 32  # an application data record under no key


def test_a_broken_session_neither_reads_nor_writes(test_ca):
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    server = test_ca.certificate(NAME).server_context().wrap_bio(incoming, outgoing, server_side=True)

    def send(records):
        incoming.write(records)
        with contextlib.suppress(ssl.SSLWantReadError):
            server.do_handshake()

    channel = TlsContext(test_ca.path).channel(NAME)
    assert channel.handshake(send, outgoing.read).version == "TLSv1.3"
    with pytest.raises(TlsError):
        channel.decrypt(GARBAGE)
    with pytest.raises(TlsError):
        channel.encrypt(b"w1 CAPABILITY\r\n")


def test_records_that_say_nothing_have_an_end(lab):
    """TLS swallows requests to renegotiate, new keys and tickets; they bring no clear bytes, and count all the same."""
    host = lab.host(NAME, {993: lambda peer: peer.flood(b"x" * 4096)})
    found = open_toolbox(lab.options(), None).hosts.find(NAME, Deadline(1))
    with OwnTime() as took, Wire(found, 993, Limits(reply=20.0), Deadline(20.0)) as wire:
        wire._channel = SilentChannel()
        with pytest.raises(LimitExceededError):
            wire.read_line(20.0)
    assert took.seconds < 5
    assert host.peers[993] == 1


class SilentChannel:
    """A session in which nothing is ever said."""

    def decrypt(self, records):
        return b""


def test_a_command_right_after_tls_does_not_wait_for_an_acknowledgement(lab):
    """Nagle's algorithm would hold it back for a whole round trip; on loopback nobody would notice."""
    lab.host(NAME, {993: lambda peer: peer.hold()})
    tools = open_toolbox(lab.options(), None)
    with Wire(tools.hosts.find(NAME, Deadline(1)), 993, Limits(), Deadline(1)) as wire:
        assert wire._socket.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) == 1
