"""The bounded wire reader: one TCP connection to a judged address, read line by line under hard limits.

Standard clients wait per read and buffer without end, so a server that sends one byte now and then holds them for ever
and one that sends endless lines fills the memory. Here one deadline covers the whole dialogue.
"""

import contextlib
import errno
import socket
from collections.abc import Callable
from time import monotonic
from types import TracebackType
from typing import Self

from OpenSSL import SSL

from probes.deadline import POLL, Deadline
from probes.errors import (
    AddressRefusedError,
    ConnectionClosedError,
    ConnectionRefusedByHostError,
    ConnectionResetByHostError,
    FilteredError,
    LimitExceededError,
    PlainOnTlsPortError,
    StarttlsBrokenError,
    StarttlsInjectionError,
    TimedOutError,
    TlsError,
    TlsTimeoutError,
)
from probes.hosts import Host
from probes.options import Limits
from probes.results import Tls
from probes.socket_time import Waits
from probes.tls import TlsChannel, TlsOffer, looks_like_tls

_CHUNK = 4096
_RAW = 4  # bytes on the wire for one that counts: certificates, and records that TLS needs for itself


class Wire:
    """One connection. Each ``read`` may raise ``TimedOutError`` (or the kind asked for), ``ConnectionClosedError``,
    ``ConnectionResetByHostError``, ``LimitExceededError`` and ``CancelledError``.
    """

    def __init__(self, host: Host, port: int, limits: Limits, deadline: Deadline) -> None:
        """Connect to ``host.address``. Raises ``ConnectionRefusedByHostError``, ``FilteredError``, …"""
        self._host = host
        self._limits = limits
        self._deadline = deadline
        self._channel: TlsChannel | None = None
        self._buffer = bytearray()
        self._lines = 0
        self._received = 0
        self._raw = 0
        started = monotonic()
        self._socket = _connected(host, port, deadline.within(limits.connect), deadline)
        self._waits = Waits(self._socket)
        self.connect_ms = round((monotonic() - started) * 1000)

    def __enter__(self) -> Self:
        """The wire itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Close the connection."""
        self._socket.close()

    @property
    def local_address(self) -> str:
        """The address that we send from."""
        return str(self._socket.getsockname()[0])

    @property
    def encrypted(self) -> bool:
        """Whether TLS is up."""
        return self._channel is not None

    def read_line(self, seconds: float, late: type[TimedOutError] = TimedOutError) -> bytes:
        """The next line without its ending (CRLF or a bare LF)."""
        end = self._buffer.find(b"\n")
        step = self._deadline.within(seconds) if end < 0 else self._deadline
        while end < 0:
            if len(self._buffer) > self._limits.line_bytes:
                raise LimitExceededError
            self._fill(step, late)
            end = self._buffer.find(b"\n")
        if end > self._limits.line_bytes or self._lines >= self._limits.phase_lines:
            raise LimitExceededError
        self._lines += 1
        line = bytes(self._buffer[:end])
        del self._buffer[: end + 1]
        return line.removesuffix(b"\r")

    def read_bytes(self, count: int, seconds: float) -> bytes:
        """Exactly ``count`` bytes."""
        step = self._deadline.within(seconds)
        while len(self._buffer) < count:
            self._fill(step, TimedOutError)
        data = bytes(self._buffer[:count])
        del self._buffer[:count]
        return data

    def read_some(self, seconds: float) -> bytes:
        """Whatever has come, at least one byte."""
        if not self._buffer:
            self._fill(self._deadline.within(seconds), TimedOutError)
        data = bytes(self._buffer)
        self._buffer.clear()
        return data

    def write(self, data: bytes) -> None:
        """Send ``data``, encrypted once TLS is up."""
        self._send(self._channel.encrypt(data) if self._channel else data)

    def start_tls(self, offer: TlsOffer) -> Tls:
        """TLS at once, on a port for it. Raises ``PlainOnTlsPortError``, ``TlsTimeoutError``, ``TlsError``."""
        return self._handshake(offer, PlainOnTlsPortError)

    def upgrade(self, offer: TlsOffer) -> Tls:
        """TLS after the server agreed to STARTTLS; clear text that is left over must never reach the TLS phase.

        Raises ``StarttlsInjectionError``, ``StarttlsBrokenError``, ``TlsTimeoutError``, ``TlsError``.
        """
        if self._buffer or self._something_waits():
            raise StarttlsInjectionError
        try:
            return self._handshake(offer, StarttlsBrokenError)
        except (ConnectionClosedError, ConnectionResetByHostError) as error:
            raise StarttlsBrokenError from error

    def answers_tls(self, offer: TlsOffer) -> bool:
        """Whether a server that said no line on a plain port was waiting for TLS. The last use of this wire."""
        if self._buffer:  # an alert, from one that is tired of waiting, or the beginning of a line
            return looks_like_tls(self._buffer)
        try:
            self._handshake(offer, PlainOnTlsPortError)
        except TlsError:
            return True
        except (PlainOnTlsPortError, TimedOutError, ConnectionClosedError, ConnectionResetByHostError):
            return False
        return True

    def _handshake(self, offer: TlsOffer, no_tls: type[PlainOnTlsPortError | StarttlsBrokenError]) -> Tls:
        channel = offer.channel(self._host.name)
        step = self._deadline.within(self._limits.tls)
        tls = channel.handshake(self._send, _first_checked(lambda: self._receive(step, TlsTimeoutError), no_tls))
        self._channel = channel
        self._lines = self._received = 0
        return tls

    def _something_waits(self) -> bool:
        """Whether unread bytes have arrived; an ended connection is none, the handshake will tell."""
        with contextlib.suppress(OSError):
            return bool(self._socket.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT))
        return False

    def _fill(self, step: Deadline, late: type[TimedOutError]) -> None:
        data = self._decrypted(b"")  # the last handshake record may have brought the first clear bytes along
        while not data:
            data = self._decrypted(self._receive(step, late))
        self._received += len(data)
        if self._received > self._limits.phase_bytes:
            raise LimitExceededError
        self._buffer += data

    def _decrypted(self, records: bytes) -> bytes:
        if self._channel is None:
            return records
        try:
            return self._channel.decrypt(records)
        except SSL.ZeroReturnError as error:
            raise ConnectionClosedError from error

    def _receive(self, step: Deadline, late: type[TimedOutError]) -> bytes:
        while (left := step.left()) > 0:
            self._waits.to_receive(min(POLL, left))
            try:
                data = self._socket.recv(_CHUNK)
            except BlockingIOError:  # nothing came in that time
                continue
            except OSError as error:
                raise ConnectionResetByHostError from error
            if not data:
                raise ConnectionClosedError
            self._raw += len(data)
            if self._raw > _RAW * self._limits.phase_bytes:  # TLS may swallow endless records and answer each of them
                raise LimitExceededError
            return data
        raise late

    def _send(self, data: bytes) -> None:
        step = self._deadline.within(self._limits.reply)
        left = memoryview(data)
        try:
            while left:
                if step.passed():
                    raise TimedOutError
                self._waits.to_send(min(POLL, step.left()))
                with contextlib.suppress(BlockingIOError):  # the other side took nothing in that time
                    left = left[self._socket.send(left) :]
        except OSError as error:
            raise ConnectionResetByHostError from error


def _first_checked(
    receive: Callable[[], bytes], no_tls: type[PlainOnTlsPortError | StarttlsBrokenError]
) -> Callable[[], bytes]:
    """``receive``, but the very first bytes must look like TLS."""
    checked = False

    def checking() -> bytes:
        nonlocal checked
        data = receive()
        if not checked and not looks_like_tls(data):
            raise no_tls(data[:80].decode("utf-8", "replace"))
        checked = True
        return data

    return checking


def _connected(host: Host, port: int, step: Deadline, whole: Deadline) -> socket.socket:
    family = socket.AF_INET6 if host.address.version == 6 else socket.AF_INET
    seconds = step.left()
    connection = socket.socket(family, socket.SOCK_STREAM)
    try:
        Waits(connection).to_send(seconds)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # a command right after TLS waits for nothing
        connection.connect((str(host.address), port))
        if connection.getpeername()[0] != str(host.address):
            raise AddressRefusedError
    except OSError as error:
        connection.close()
        raise _connect_error(error, whole) from error
    except AddressRefusedError:
        connection.close()
        raise
    return connection


def _connect_error(
    error: OSError, whole: Deadline
) -> ConnectionRefusedByHostError | ConnectionResetByHostError | TimedOutError | FilteredError:
    if isinstance(error, ConnectionRefusedError):
        return ConnectionRefusedByHostError()
    if isinstance(error, ConnectionResetError) or error.errno == errno.ENOTCONN:  # it was there, and is gone again
        return ConnectionResetByHostError()
    return TimedOutError() if whole.passed() else FilteredError()
