"""The submission dialogue without login (RFC 6409, RFC 5321): greeting, EHLO, STARTTLS (RFC 3207). No mail is sent."""

import re
from time import monotonic

from probes.cleaning import clean
from probes.codes import Security
from probes.errors import ProtocolError, RateLimitedError, StarttlsNotOfferedError, StarttlsRefusedError
from probes.services.authentication import from_submission
from probes.services.session import Session, not_this_protocol, turned_away

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
    if found is None:
        raise not_this_protocol(first)
    if found[1] == b"421":
        raise RateLimitedError(clean(first))
    if found[1] != b"220":
        raise turned_away(first)
    while found[2] == b"-":
        found = _reply_line(session)


def _ehlo(session: Session) -> tuple[str, ...]:
    """The extensions, one line each; the first line of the reply is only a greeting."""
    started = monotonic()
    session.say(b"EHLO " + session.identity.ehlo(session.wire.local_address))
    code, lines = _reply(session)
    session.capability_time(started)
    if code == b"421":
        raise RateLimitedError(clean(lines[-1]))
    if code != b"250":
        raise ProtocolError(clean(lines[-1]))
    return session.tokens(lines[1:])


def _starttls(session: Session) -> None:
    if "STARTTLS" not in (line.upper() for line in session.seen.before_tls or ()):
        raise StarttlsNotOfferedError
    _upgrade(session)


def _upgrade(session: Session) -> None:
    session.say(b"STARTTLS")
    code, lines = _reply(session)
    if code != b"220":
        raise StarttlsRefusedError(clean(lines[-1]))
    session.upgrade()


def _reply(session: Session) -> tuple[bytes, list[bytes]]:
    """The code and the texts of one reply of any number of lines."""
    found = _reply_line(session)
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
