"""The submission dialogue without login (RFC 6409, RFC 5321): greeting, EHLO, STARTTLS (RFC 3207). No mail is sent."""

import re
from time import monotonic

from probes.cleaning import clean
from probes.codes import Security
from probes.errors import (
    ConnectionClosedError,
    ConnectionResetByHostError,
    LimitExceededError,
    ProtocolError,
    StarttlsNotOfferedError,
    StarttlsRefusedError,
    TimedOutError,
)
from probes.services.authentication import from_submission
from probes.services.refusals import refused, turned_away
from probes.services.session import Session, not_this_protocol

_READY = b"220"
_REPLY = re.compile(rb"([2-5]\d\d)([ -]?)(.*)", re.DOTALL)


def examine(session: Session) -> None:
    """Learn what can be learnt without signing in; notes it in ``session.seen``. Raises ``ProbeError``."""
    session.start_tls()
    _greeting(session)
    if session.security is Security.STARTTLS:
        session.seen.before_tls = _ehlo(session)
        session.seen.authentication = from_submission(session.seen.before_tls)
        _starttls(session)
    session.seen.after_tls = _ehlo(session)
    session.seen.authentication = from_submission(session.seen.after_tls)
    session.say(b"QUIT")


def handshake(session: Session) -> None:
    """Only as far as TLS; the server must have been greeted before it takes STARTTLS (RFC 3207 section 4)."""
    session.start_tls()
    if session.security is Security.STARTTLS:
        _greeting(session)
        _ehlo(session)
        _upgrade(session)


def _greeting(session: Session) -> None:
    first = session.first_line()
    found = _REPLY.fullmatch(first)
    if found is None or (found[1] != _READY and found[1][:1] not in b"45"):
        raise not_this_protocol(first)
    if found[1] == _READY:
        _reply(session, found)
    else:
        raise turned_away(_in_one(*_as_far_as_said(session, found)))


def _ehlo(session: Session) -> tuple[str, ...]:
    """The extensions, one line each; the first line of the reply is only a greeting."""
    started = monotonic()
    session.say(b"EHLO " + session.identity.ehlo(session.wire.local_address))
    code, lines = _reply(session)
    session.capability_time(started)
    if code != b"250":
        raise refused(_in_one(code, lines), ProtocolError)
    return session.tokens(lines[1:])


def _starttls(session: Session) -> None:
    if "STARTTLS" not in (line.upper() for line in session.seen.before_tls or ()):
        raise StarttlsNotOfferedError
    _upgrade(session)


def _upgrade(session: Session) -> None:
    session.say(b"STARTTLS")
    code, lines = _reply(session)
    if code != _READY:
        raise refused(_in_one(code, lines), StarttlsRefusedError)
    session.upgrade()


def _as_far_as_said(session: Session, first: re.Match[bytes]) -> tuple[bytes, list[bytes]]:
    """A refusing greeting; who hangs up in the middle of it has said no all the same."""
    try:
        return _reply(session, first)
    except (TimedOutError, ConnectionClosedError, ConnectionResetByHostError, ProtocolError, LimitExceededError):
        return first[1], [first[3]]


def _in_one(code: bytes, texts: list[bytes]) -> bytes:
    """A reply in one line: what the server says of its no often stands in the first of several."""
    return b" ".join([code, *texts])


def _reply(session: Session, first: re.Match[bytes] | None = None) -> tuple[bytes, list[bytes]]:
    """The code and the texts of one reply of any number of lines; ``first``: its first line where it has been read."""
    found = first or _reply_line(session)
    code, texts = found[1], [found[3]]
    while found[2] == b"-":
        found = _reply_line(session)
        texts.append(found[3])
    return code, texts


def _reply_line(session: Session) -> re.Match[bytes]:
    line = session.line()
    found = _REPLY.fullmatch(line)
    if found is None:
        raise ProtocolError(clean(line))
    return found
