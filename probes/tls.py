"""TLS over any byte channel: a handshake that notes every problem of the certificate and goes on.

The standard library can either verify (and then a bad certificate ends the connection) or not verify (and then says
nothing about it); pyOpenSSL's callback does both in the one connection that a probe may spend.
"""

import contextlib
import ssl
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from cryptography import x509
from cryptography.utils import CryptographyDeprecationWarning
from OpenSSL import SSL, crypto

from probes.certificates import MALFORMED, UnreadableCertificateError, certificate_facts
from probes.codes import TlsVersion
from probes.errors import ProbeError, TlsError, TlsVersionError
from probes.results import Tls

warnings.filterwarnings("ignore", "(Parsed|The parsed certificate)", CryptographyDeprecationWarning)
"""What the library thinks of a stranger's certificate is for nobody who runs this."""

_CHUNK = 16384
_RECORD_TYPES = range(0x14, 0x18)  # RFC 8446 section 5.1: change_cipher_spec, alert, handshake, application_data
CONSTANTS = {
    TlsVersion.TLS_1_0: SSL.TLS1_VERSION,
    TlsVersion.TLS_1_1: SSL.TLS1_1_VERSION,
    TlsVersion.TLS_1_2: SSL.TLS1_2_VERSION,
    TlsVersion.TLS_1_3: SSL.TLS1_3_VERSION,
}
"""What pyOpenSSL calls the versions."""
_VERSION_WORDS = ("unsupported protocol", "alert protocol version", "version too low")


@dataclass(slots=True)
class _Notes:
    """What the verification callback has seen on one connection."""

    errors: list[tuple[int, int]]


class TlsOffer(Protocol):
    """With what a client side of TLS begins."""

    def channel(self, server_name: str) -> "TlsChannel":
        """A new client side, not yet connected to anything."""


class TlsContext:
    """The shared settings of all TLS connections of a run: TLS 1.2 and newer, the system's authorities and one more."""

    def __init__(self, extra_ca: Path | None = None) -> None:
        """``extra_ca``: PEM file of an authority to trust besides. Raises ``OSError``, ``ValueError``."""
        self._context = SSL.Context(SSL.TLS_CLIENT_METHOD)
        self._context.set_options(SSL.OP_NO_RENEGOTIATION)
        self._context.set_verify(SSL.VERIFY_PEER, _note)
        self._context.set_min_proto_version(SSL.TLS1_2_VERSION)
        paths = ssl.get_default_verify_paths()
        if paths.cafile or paths.capath:
            self._context.load_verify_locations(paths.cafile, paths.capath)
        else:
            self._context.set_default_verify_paths()
        if extra_ca is not None:
            self._trust(extra_ca)

    def channel(self, server_name: str) -> "TlsChannel":
        """A new client side of TLS, not yet connected to anything."""
        connection = SSL.Connection(self._context, None)
        connection.set_app_data(_Notes([]))
        connection.set_tlsext_host_name(server_name.encode("ascii"))
        connection.set_connect_state()
        return TlsChannel(connection, server_name)

    def _trust(self, pem: Path) -> None:
        store = self._context.get_cert_store()
        for certificate in read_authorities(pem):
            if store is not None:
                store.add_cert(crypto.X509.from_cryptography(certificate))


class TlsChannel:
    """One TLS session between two byte pumps; knows nothing of sockets."""

    def __init__(self, connection: SSL.Connection, server_name: str) -> None:
        """Made by ``TlsContext.channel``."""
        self._connection = connection
        self._server_name = server_name

    def handshake(self, send: Callable[[bytes], None], receive: Callable[[], bytes]) -> Tls:
        """Carry the handshake to its end. Raises ``TlsError``, ``TlsVersionError`` and what the pumps raise."""
        try:
            while not self._step():
                self._flush(send)
                self._connection.bio_write(receive())
        except SSL.Error as error:
            with contextlib.suppress(ProbeError):  # our alert is a courtesy; the other side may be gone
                self._flush(send)
            raise _tls_error(error) from error
        self._flush(send)
        return self._facts()

    def encrypt(self, data: bytes) -> bytes:
        """The records that carry ``data``. Raises ``TlsError`` where the session takes no more."""
        try:
            self._connection.send(data)
        except SSL.Error as error:
            raise _tls_error(error) from error
        return self._outgoing()

    def decrypt(self, records: bytes) -> bytes:
        """Clear bytes of ``records`` or of what came before; empty if none are left. Raises ``TlsError``."""
        if records:
            self._connection.bio_write(records)
        try:
            return self._connection.recv(_CHUNK)
        except SSL.WantReadError:
            return b""
        except SSL.ZeroReturnError:  # the other side has ended the session in order
            raise
        except SSL.Error as error:
            raise _tls_error(error) from error

    def _step(self) -> bool:
        try:
            self._connection.do_handshake()
        except SSL.WantReadError:
            return False
        return True

    def _flush(self, send: Callable[[bytes], None]) -> None:
        if records := self._outgoing():
            send(records)

    def _outgoing(self) -> bytes:
        parts = []
        with contextlib.suppress(SSL.WantReadError):
            while len(part := self._connection.bio_read(_CHUNK)) == _CHUNK:
                parts.append(part)
            parts.append(part)
        return b"".join(parts)

    def _facts(self) -> Tls:
        chain = self._chain()
        errors = tuple(self._connection.get_app_data().errors)
        now = datetime.now(UTC)
        return Tls(
            version=self._connection.get_protocol_version_name(),
            cipher=self._connection.get_cipher_name() or "",
            certificate=certificate_facts(chain, errors, self._server_name, now) if chain else None,
        )

    def _chain(self) -> tuple[x509.Certificate, ...]:
        try:
            return tuple(self._connection.get_peer_cert_chain(as_cryptography=True) or ())
        except MALFORMED as error:
            raise UnreadableCertificateError(str(error)) from error


def read_authorities(pem: Path) -> list[x509.Certificate]:
    """The certificates of a PEM file. Raises ``OSError`` if it cannot be read, ``ValueError`` if there are none."""
    return x509.load_pem_x509_certificates(pem.read_bytes())


def looks_like_tls(first_bytes: bytes | bytearray) -> bool:
    """Whether these bytes can begin a TLS record."""
    return bool(first_bytes) and first_bytes[0] in _RECORD_TYPES


def _note(connection: SSL.Connection, _certificate: crypto.X509, code: int, depth: int, passed: int) -> bool:
    if not passed:
        connection.get_app_data().errors.append((code, depth))
    return True


def _tls_error(error: SSL.Error) -> TlsError:
    text = str(error)
    if any(words in text for words in _VERSION_WORDS):
        return TlsVersionError(text)
    return TlsError(text)
