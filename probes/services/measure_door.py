"""From the name of a mail server to an encrypted stream on which a password may be sent, or to a refusal."""

import ssl
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path

from probes.cleaning import clean
from probes.codes import Protocol, Security
from probes.deadline import Deadline
from probes.errors import (
    ConnectionRefusedByHostError,
    FilteredError,
    PreauthError,
    ProtocolError,
    StarttlsNotOfferedError,
    StarttlsRefusedError,
)
from probes.hosts import MOST_ADDRESSES, Host
from probes.measurement import Trouble
from probes.services.measure_limits import MeasureLimits
from probes.services.measure_refusals import SignInRefusedError, meaning_of
from probes.services.measure_stream import Stream
from probes.services.session import not_this_protocol

_PLAIN_LINES = 200


@dataclass(frozen=True, slots=True)
class Door:
    """Where and under which name to sign in. ``security`` is never ``none``."""

    protocol: Protocol
    host: str
    port: int
    security: Security
    username: str


def tls_context(extra_ca: Path | None) -> ssl.SSLContext:
    """The system's authorities and one more; certificate and name are verified. Raises ``OSError``."""
    context = ssl.create_default_context()
    if extra_ca is not None:
        context.load_verify_locations(cafile=extra_ca)
    return context


def opened(door: Door, host: Host, context: ssl.SSLContext, limits: MeasureLimits, deadline: Deadline) -> Stream:
    """The encrypted stream behind the greeting, with a neutral greeting put back for the client.

    Raises ``ProbeError`` and ``SignInRefusedError`` (turned away before any password was sent).
    """
    if door.security is Security.NONE:
        raise StarttlsNotOfferedError
    with ExitStack() as closing:
        stream = _connected(host, door.port, limits, deadline)
        closing.callback(stream.close)
        _greet(door, stream, context)
        closing.pop_all()
    return stream


def _connected(host: Host, port: int, limits: MeasureLimits, deadline: Deadline) -> Stream:
    """At the first address of its IP version where anybody is to be reached, as the probe looks for it."""
    *others, last = host.at_each()[:MOST_ADDRESSES]
    for place in others:
        with suppress(ConnectionRefusedByHostError, FilteredError):
            return Stream(place, port, limits, deadline)
    return Stream(last, port, limits, deadline)


def _greet(door: Door, stream: Stream, context: ssl.SSLContext) -> None:
    if door.security is Security.TLS:
        stream.start_tls(context, door.host)
    judge, upgrade, greeting = _DIALOGUES[door.protocol]
    judge(stream.readline())
    if door.security is Security.STARTTLS:
        upgrade(stream)
        stream.start_tls(context, door.host)
    stream.pretend(greeting)


def _judge_imap(line: bytes) -> None:
    word = line[:10].upper()
    if word.startswith(b"* PREAUTH"):
        raise PreauthError(clean(line))
    if word.startswith(b"* BYE"):
        raise _turned_away(line)
    if not word.startswith(b"* OK"):
        raise not_this_protocol(line)


def _judge_pop3(line: bytes) -> None:
    if line[:4].upper() == b"-ERR":
        raise _turned_away(line)
    if line[:3].upper() != b"+OK":
        raise not_this_protocol(line)


def _turned_away(line: bytes) -> SignInRefusedError:
    """Nobody has seen a password yet, so it cannot be the wrong one."""
    words = clean(line)
    return SignInRefusedError(meaning_of(words, Trouble.TRY_LATER), words)


def _upgrade_imap(stream: Stream) -> None:
    stream.sendall(b"m1 STARTTLS\r\n")
    for _ in range(_PLAIN_LINES):
        line = stream.readline()
        if line.startswith(b"m1 "):
            if line[3:5].upper() != b"OK":
                raise StarttlsRefusedError(clean(line))
            return
        if not line.startswith(b"* "):
            raise ProtocolError(clean(line))
    raise ProtocolError


def _upgrade_pop3(stream: Stream) -> None:
    stream.sendall(b"STLS\r\n")
    line = stream.readline()
    if line[:3].upper() != b"+OK":
        raise StarttlsRefusedError(clean(line))


_DIALOGUES = {
    Protocol.IMAP: (_judge_imap, _upgrade_imap, b"* OK ready\r\n"),
    Protocol.POP3: (_judge_pop3, _upgrade_pop3, b"+OK ready\r\n"),
}
