"""Which TLS version a server chooses, read off its ServerHello; the handshake goes no further.

A server names its choice in the first bytes that it sends (RFC 5246 section 7.4.1.3). Ending there spares both sides
the costly part, and a round trip, at each of the many questions that only want to know this.
"""

from collections.abc import Callable

from OpenSSL import SSL

from probes.codes import TlsVersion
from probes.errors import ProtocolError, TlsError
from probes.results import Tls
from probes.tls import CONSTANTS, TlsChannel

_ALERT, _HANDSHAKE = 0x15, 0x16  # RFC 5246 section 6.2.1: kinds of records
_HEADER = 5  # of a record: kind, version, length
_FATAL = 2
_SERVER_HELLO = 2
_CHOICE = slice(4, 6)  # behind kind and length of the message
_LONGEST_ALERT = 2
_NAMES = {b"\x03\x01": TlsVersion.TLS_1_0, b"\x03\x02": TlsVersion.TLS_1_1, b"\x03\x03": TlsVersion.TLS_1_2}


class HelloContext:
    """What is offered: the versions between two, at most TLS 1.2, as TLS 1.3 names its choice elsewhere."""

    def __init__(self, lowest: TlsVersion, highest: TlsVersion) -> None:
        """Shared by any number of connections."""
        self._context = SSL.Context(SSL.TLS_CLIENT_METHOD)
        self._context.set_min_proto_version(CONSTANTS[lowest])
        self._context.set_max_proto_version(CONSTANTS[highest])
        self._context.set_cipher_list(b"ALL:@SECLEVEL=0")  # OpenSSL itself would refuse the old versions otherwise
        self._offered = frozenset(version for version in _NAMES.values() if lowest <= version <= highest)

    def channel(self, server_name: str) -> "HelloChannel":
        """A new question, not yet connected to anything."""
        connection = SSL.Connection(self._context, None)
        connection.set_tlsext_host_name(server_name.encode("ascii"))
        connection.set_connect_state()
        return HelloChannel(connection, server_name, self._offered)


class HelloChannel(TlsChannel):
    """One ClientHello and what is answered to it; there is no session to say anything in afterwards."""

    def __init__(self, connection: SSL.Connection, server_name: str, offered: frozenset[TlsVersion]) -> None:
        """Made by ``HelloContext.channel``."""
        super().__init__(connection, server_name)
        self._offered = offered

    def handshake(self, send: Callable[[bytes], None], receive: Callable[[], bytes]) -> Tls:
        """Only the version is told. Raises ``TlsError`` for a no, ``ProtocolError``, and what the pumps raise."""
        self._step()
        self._flush(send)
        chosen = _NAMES.get(_choice(receive))
        if chosen not in self._offered:
            raise TlsError
        return Tls(version=chosen, cipher="", certificate=None)


def _choice(receive: Callable[[], bytes]) -> bytes:
    """The version that the first ServerHello names."""
    received = bytearray()

    def take(count: int) -> bytes:
        while len(received) < count:
            received.extend(receive())
        taken = bytes(received[:count])
        del received[:count]
        return taken

    while True:
        kind, _, _, *size = take(_HEADER)
        length = int.from_bytes(size, "big")
        if kind == _HANDSHAKE and length >= _CHOICE.stop:
            message = take(_CHOICE.stop)
            if message[0] != _SERVER_HELLO:
                raise ProtocolError
            return message[_CHOICE]
        if kind != _ALERT or length != _LONGEST_ALERT:
            raise ProtocolError
        level, _ = take(_LONGEST_ALERT)
        if level == _FATAL:  # a warning, such as about the name (RFC 6066 section 3), refuses nothing
            raise TlsError
