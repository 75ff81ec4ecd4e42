"""A connection to a judged address that clients of the standard library may use: they cannot be held or filled by it.

imaplib and poplib wait per read and keep whatever comes. Here every line has a deadline and a size, every command an
allowance of lines and bytes, and the whole dialogue an end. The certificate is verified by the standard library, which
lets no byte of ours pass before that.
"""

import contextlib
import errno
import socket
import ssl
from collections.abc import Callable
from typing import Self

from probes.cleaning import clean
from probes.codes import Reason
from probes.deadline import Deadline
from probes.errors import (
    AddressRefusedError,
    CertificateProblemError,
    ConnectionClosedError,
    ConnectionRefusedByHostError,
    ConnectionResetByHostError,
    FilteredError,
    LimitExceededError,
    StarttlsInjectionError,
    TimedOutError,
    TlsError,
    TlsTimeoutError,
)
from probes.hosts import Host
from probes.services.measure_limits import MeasureLimits

_CHUNK = 65_536
_SHORTEST = 0.001  # seconds; 0 would mean "do not wait at all"
_CERTIFICATE_REASONS = {
    9: Reason.CERTIFICATE_NOT_YET_VALID,
    10: Reason.CERTIFICATE_EXPIRED,
    18: Reason.CERTIFICATE_SELF_SIGNED,
    62: Reason.CERTIFICATE_NAME,
}  # verification errors of OpenSSL (include/openssl/x509_vfy.h)


class Stream:
    """One connection. Reading may raise ``TimedOutError``, ``ConnectionClosedError``, ``ConnectionResetByHostError``
    and ``LimitExceededError``.
    """

    def __init__(self, host: Host, port: int, limits: MeasureLimits, deadline: Deadline) -> None:
        """Connect to ``host.address``. Raises ``ConnectionRefusedByHostError``, ``FilteredError``, …"""
        self._limits = limits
        self._deadline = deadline
        self._buffer = bytearray()
        self._lines = self._received = self._all_received = 0
        self._socket = _connected(host, port, deadline.within(limits.connect))

    @property
    def encrypted(self) -> bool:
        """Whether TLS is up, under a certificate that was found valid for the name."""
        return isinstance(self._socket, ssl.SSLSocket)

    def start_tls(self, context: ssl.SSLContext, name: str) -> None:
        """TLS, with a certificate valid for ``name`` or not at all. Raises ``CertificateProblemError``, ``TlsError``,
        ``TlsTimeoutError``, and ``StarttlsInjectionError`` for clear text that must not pass for an encrypted answer.
        """
        if self._buffer or self._something_waits():
            raise StarttlsInjectionError
        self._socket.settimeout(self._left(self._limits.tls))
        try:
            self._socket = context.wrap_socket(self._socket, server_hostname=name)
        except ssl.SSLCertVerificationError as error:
            reason = _CERTIFICATE_REASONS.get(error.verify_code, Reason.CERTIFICATE_UNTRUSTED)
            raise CertificateProblemError(reason) from error
        except ssl.SSLError as error:
            raise TlsError(clean(str(error))) from error
        except TimeoutError as error:
            raise TlsTimeoutError from error
        except OSError as error:
            raise ConnectionResetByHostError from error

    def readline(self, _limit: int = -1) -> bytes:
        """The next line with its ending; never longer than our own limit, whatever ``_limit`` allows."""
        step = self._deadline.within(self._limits.reply)
        while (end := self._buffer.find(b"\n")) < 0:
            if len(self._buffer) > self._limits.line_bytes:
                raise LimitExceededError
            self._fill(step)
        self._lines += 1
        if end > self._limits.line_bytes or self._lines > self._limits.command_lines:
            raise LimitExceededError
        return self._taken(end + 1)

    def read(self, size: int) -> bytes:
        """Exactly ``size`` bytes of a literal; a larger one than any name needs is refused before it comes."""
        if size > self._limits.literal_bytes:
            raise LimitExceededError
        step = self._deadline.within(self._limits.reply)
        while len(self._buffer) < size:
            self._fill(step)
        return self._taken(size)

    def sendall(self, data: bytes) -> None:
        """Send ``data``; the answer gets a new allowance. Raises ``TimedOutError``, ``ConnectionResetByHostError``."""
        self._lines = self._received = 0
        self._socket.settimeout(self._left(self._limits.reply))
        try:
            self._socket.sendall(data)
        except TimeoutError as error:
            raise TimedOutError from error
        except OSError as error:
            raise ConnectionResetByHostError from error

    def pretend(self, line: bytes) -> None:
        """Let a client that expects a greeting read this one: the real one has been read and judged before."""
        self._buffer[:0] = line

    def farewell(self, command: bytes) -> None:
        """Take leave whatever state the dialogue is in, wait for the other end to hang up, but not for long."""
        with contextlib.suppress(OSError):
            leave = Deadline(self._limits.farewell)
            self._socket.settimeout(max(_SHORTEST, leave.left()))
            self._socket.sendall(command)
            while not leave.passed():
                self._socket.settimeout(max(_SHORTEST, leave.left()))
                if not self._socket.recv(_CHUNK):
                    break
        self.close()

    def close(self) -> None:
        """Close the connection."""
        self._socket.close()

    # What poplib wants of a socket besides.

    def makefile(self, _mode: str) -> Self:
        """The stream reads for itself."""
        return self

    def shutdown(self, _how: int = 0) -> None:
        """Closing is enough."""

    def _taken(self, size: int) -> bytes:
        data = bytes(self._buffer[:size])
        del self._buffer[:size]
        return data

    def _fill(self, step: Deadline) -> None:
        if step.passed():
            raise TimedOutError
        self._socket.settimeout(max(_SHORTEST, step.left()))
        data = _received(lambda: self._socket.recv(_CHUNK))
        self._received += len(data)
        self._all_received += len(data)
        if self._received > self._limits.command_bytes or self._all_received > self._limits.whole_bytes:
            raise LimitExceededError
        self._buffer += data

    def _left(self, seconds: float) -> float:
        left = self._deadline.within(seconds).left()
        if left <= 0:
            raise TimedOutError
        return max(_SHORTEST, left)

    def _something_waits(self) -> bool:
        self._socket.settimeout(0)
        with contextlib.suppress(OSError):
            return bool(self._socket.recv(1, socket.MSG_PEEK))
        return False


def _received(receive: Callable[[], bytes]) -> bytes:
    try:
        data = receive()
    except TimeoutError as error:
        raise TimedOutError from error
    except ssl.SSLEOFError as error:
        raise ConnectionClosedError from error
    except OSError as error:
        raise ConnectionResetByHostError from error
    if not data:
        raise ConnectionClosedError
    return data


def _connected(host: Host, port: int, step: Deadline) -> socket.socket:
    family = socket.AF_INET6 if host.address.version == 6 else socket.AF_INET
    connection = socket.socket(family, socket.SOCK_STREAM)
    try:
        connection.settimeout(max(_SHORTEST, step.left()))
        connection.connect((str(host.address), port))
        if connection.getpeername()[0] != str(host.address):
            raise AddressRefusedError
    except ConnectionRefusedError as error:
        connection.close()
        raise ConnectionRefusedByHostError from error
    except OSError as error:
        connection.close()
        gone = isinstance(error, ConnectionResetError) or error.errno == errno.ENOTCONN
        raise (ConnectionResetByHostError if gone else FilteredError) from error
    except AddressRefusedError:
        connection.close()
        raise
    return connection
