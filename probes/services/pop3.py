"""The POP3 dialogue without login (RFC 1939, RFC 2449, RFC 2595): greeting, CAPA, STLS."""

import re
from time import monotonic

from probes.cleaning import clean
from probes.codes import Security
from probes.errors import ProtocolError, StarttlsNotOfferedError, StarttlsRefusedError
from probes.services.authentication import from_pop3
from probes.services.refusals import refused, turned_away
from probes.services.session import Session, not_this_protocol

_APOP_TIMESTAMP = re.compile(rb"<[^<>\s]+@[^<>\s]+>")
_IMPLEMENTATION = "IMPLEMENTATION "


def examine(session: Session) -> None:
    """Learn what can be learnt without signing in; notes it in ``session.seen``. Raises ``ProbeError``."""
    session.start_tls()
    apop = _greeting(session)
    if session.security is Security.STARTTLS:
        capabilities = _capa(session)
        session.seen.before_tls = capabilities or ()
        session.seen.authentication = from_pop3(session.seen.before_tls, apop)
        _stls(session, capabilities)
        apop = False  # said in clear text: anybody on the way may have written it (RFC 2595 section 4)
    session.seen.after_tls = _capa(session) or ()
    session.seen.authentication = from_pop3(session.seen.after_tls, apop)
    _note_implementation(session, session.seen.after_tls)
    session.say(b"QUIT")


def handshake(session: Session) -> None:
    """Only as far as TLS, without a look at the capabilities."""
    session.start_tls()
    if session.security is Security.STARTTLS:
        _greeting(session)
        _stls(session, None)


def _greeting(session: Session) -> bool:
    """Whether the server offers APOP."""
    line = session.first_line()
    if line[:4].upper() == b"-ERR":
        raise turned_away(line)
    if line[:3].upper() != b"+OK":
        raise not_this_protocol(line)
    return _APOP_TIMESTAMP.search(line) is not None


def _capa(session: Session) -> tuple[str, ...] | None:
    """The lines of CAPA, or None from a server of before RFC 2449, which does not know the command."""
    started = monotonic()
    session.say(b"CAPA")
    line = session.line()
    if not _is_ok(line):
        no = refused(line, ProtocolError)
        if isinstance(no, ProtocolError):
            return None
        raise no
    lines = []
    while (line := session.line()) != b".":
        lines.append(line.removeprefix(b"."))
    session.capability_time(started)
    return session.tokens(lines)


def _stls(session: Session, capabilities: tuple[str, ...] | None) -> None:
    """STLS; a server without CAPA cannot list it, so it is tried there."""
    if capabilities is not None and "STLS" not in (line.upper() for line in capabilities):
        raise StarttlsNotOfferedError
    session.say(b"STLS")
    line = session.line()
    if not _is_ok(line):
        raise refused(line, StarttlsNotOfferedError if capabilities is None else StarttlsRefusedError)
    session.upgrade()


def _note_implementation(session: Session, lines: tuple[str, ...]) -> None:
    for line in lines:
        if line.upper().startswith(_IMPLEMENTATION):
            session.seen.implementation = clean(line[len(_IMPLEMENTATION) :])


def _is_ok(line: bytes) -> bool:
    if line[:4].upper() == b"-ERR":
        return False
    if line[:3].upper() != b"+OK":
        raise ProtocolError(clean(line))
    return True
