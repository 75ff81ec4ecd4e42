"""The ManageSieve dialogue without login (RFC 5804): the greeting lists the capabilities; STARTTLS; the list again."""

import re
from time import monotonic

from probes.cleaning import clean
from probes.codes import Security
from probes.errors import ProtocolError, StarttlsNotOfferedError, StarttlsRefusedError
from probes.services.authentication import from_managesieve
from probes.services.literals import read_response
from probes.services.refusals import refused, turned_away
from probes.services.session import LINE_BYTES, Session, not_this_protocol

_STRING = re.compile(rb'"((?:[^"\\]|\\.)*)"')
_IMPLEMENTATION = "IMPLEMENTATION "


def examine(session: Session) -> None:
    """Learn what can be learnt without signing in; notes it in ``session.seen``. Raises ``ProbeError``."""
    session.start_tls()
    capabilities = _greeting(session)
    if session.security is Security.STARTTLS:
        session.seen.before_tls = capabilities
        session.seen.authentication = from_managesieve(capabilities)
        _starttls(session)
        capabilities = _capabilities(session)  # sent unasked once TLS is up (section 2.2)
    session.seen.after_tls = capabilities
    session.seen.authentication = from_managesieve(capabilities)
    _note_implementation(session)
    session.say(b"LOGOUT")


def handshake(session: Session) -> None:
    """Only as far as TLS."""
    session.start_tls()
    if session.security is Security.STARTTLS:
        _greeting(session)
        _upgrade(session)


def _greeting(session: Session) -> tuple[str, ...]:
    first = session.first_line()
    word = first[:4].upper()
    if word[:3] == b"BYE" or word[:2] == b"NO":
        raise turned_away(first)
    if not first.startswith(b'"') and word[:2] != b"OK":
        raise not_this_protocol(first)
    if word[:2] == b"OK":
        return _ask(session)
    return session.tokens((_line(read_response(session, first)), *_lines(session)))


def _capabilities(session: Session) -> tuple[str, ...]:
    started = monotonic()
    lines = session.tokens(_lines(session), LINE_BYTES)
    session.capability_time(started)
    return lines


def _ask(session: Session) -> tuple[str, ...]:
    session.say(b"CAPABILITY")
    return _capabilities(session)


def _lines(session: Session) -> list[bytes]:
    """The capability lines up to the closing OK."""
    lines: list[bytes] = []
    while True:
        line = read_response(session)
        if line[:2].upper() == b"OK":
            return lines
        if line[:3].upper() == b"BYE":
            raise turned_away(line)
        if not line.startswith(b'"'):
            raise refused(line, ProtocolError)
        lines.append(_line(line))


def _line(line: bytes) -> bytes:
    """Name and value without their quotation marks: ``SASL PLAIN LOGIN``."""
    return b" ".join(re.sub(rb"\\(.)", rb"\1", found[1]) for found in _STRING.finditer(line))


def _starttls(session: Session) -> None:
    if "STARTTLS" not in (line.upper() for line in session.seen.before_tls or ()):
        raise StarttlsNotOfferedError
    _upgrade(session)


def _upgrade(session: Session) -> None:
    session.say(b"STARTTLS")
    line = read_response(session)
    if line[:3].upper() == b"BYE":
        raise turned_away(line)
    if line[:2].upper() != b"OK":
        raise refused(line, StarttlsRefusedError)
    session.upgrade()


def _note_implementation(session: Session) -> None:
    for line in session.seen.after_tls or ():
        if line.upper().startswith(_IMPLEMENTATION):
            session.seen.implementation = clean(line[len(_IMPLEMENTATION) :])
