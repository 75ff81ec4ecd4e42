"""A TLS session that the server has broken is a named error in both directions."""

import contextlib
import ssl

import pytest

from probes.errors import TlsError
from probes.tls import TlsContext

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
