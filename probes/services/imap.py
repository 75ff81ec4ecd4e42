"""The IMAP dialogue without login (RFC 3501, RFC 9051): greeting, capabilities, STARTTLS, the server's ID."""

import re
from time import monotonic

from probes.cleaning import clean
from probes.codes import Security
from probes.errors import (
    ConnectionClosedError,
    ConnectionResetByHostError,
    LimitExceededError,
    PreauthError,
    ProtocolError,
    RateLimitedError,
    StarttlsNotOfferedError,
    StarttlsRefusedError,
    TimedOutError,
    TurnedAwayError,
)
from probes.services.authentication import from_imap
from probes.services.literals import LITERAL, read_response
from probes.services.refusals import refused, turned_away
from probes.services.session import Session, not_this_protocol

_CAPABILITY_CODE = re.compile(rb"\[CAPABILITY ([^\]]*)\]", re.IGNORECASE)
_CAPABILITY_LINE = re.compile(rb"\* CAPABILITY (.*)", re.IGNORECASE)
_ID_LINE = re.compile(rb"\* ID \((.*)\)", re.IGNORECASE | re.DOTALL)
_ID_STRING = re.compile(rb'"((?:[^"\\]|\\.)*)"|NIL', re.IGNORECASE | re.DOTALL)
_STUMBLES = (
    TimedOutError,
    ConnectionClosedError,
    ConnectionResetByHostError,
    ProtocolError,
    LimitExceededError,
    RateLimitedError,
    TurnedAwayError,
)


def examine(session: Session) -> None:
    """Learn what can be learnt without signing in; notes it in ``session.seen``. Raises ``ProbeError``."""
    session.start_tls()
    capabilities = _greeting(session)
    if session.security is Security.STARTTLS:
        session.seen.before_tls = capabilities or _ask_capabilities(session, b"w1")
        session.seen.authentication = from_imap(session.seen.before_tls)
        _starttls(session)
        capabilities = ()
    _after_tls(session, capabilities)
    session.say(b"w5 LOGOUT")


def handshake(session: Session) -> None:
    """Only as far as TLS, without a look at the capabilities."""
    session.start_tls()
    if session.security is Security.STARTTLS:
        _greeting(session)
        _upgrade(session)


def _after_tls(session: Session, capabilities: tuple[str, ...]) -> None:
    """The list and the server's ID; one round trip for both where ID was already announced before TLS."""
    announced = _knows_id(session.seen.before_tls or capabilities)
    commands = [] if capabilities else [b"w3 CAPABILITY"]
    commands += [_ask_id(session)] if announced else []
    if commands:
        session.say(b"\r\n".join(commands))
    session.seen.after_tls = capabilities or _capabilities(session, b"w3")
    session.seen.authentication = from_imap(session.seen.after_tls)
    if not announced and _knows_id(session.seen.after_tls):
        session.say(_ask_id(session))
        announced = True
    if announced:
        _note_identity(session)


def _knows_id(tokens: tuple[str, ...]) -> bool:
    return "ID" in (token.upper() for token in tokens)


def _greeting(session: Session) -> tuple[str, ...]:
    line = session.first_line()
    word = line[:10].upper()
    if word.startswith(b"* PREAUTH"):
        raise PreauthError(clean(line))
    if word.startswith((b"* BYE", b"* NO ", b"* BAD ")):
        raise turned_away(line)
    if not word.startswith(b"* OK"):
        raise not_this_protocol(line)
    if LITERAL.search(line):
        raise ProtocolError(clean(line))
    return _tokens(session, _CAPABILITY_CODE.search(line))


def _ask_capabilities(session: Session, tag: bytes) -> tuple[str, ...]:
    session.say(tag + b" CAPABILITY")
    return _capabilities(session, tag)


def _capabilities(session: Session, tag: bytes) -> tuple[str, ...]:
    started = monotonic()
    tokens: tuple[str, ...] = ()
    lines = _reply(session, tag)
    for line in lines:
        found = _CAPABILITY_LINE.fullmatch(line) or _CAPABILITY_CODE.search(line)
        tokens = _tokens(session, found) or tokens
    session.capability_time(started)
    if not tokens:
        raise refused(lines[-1], ProtocolError)
    return tokens


def _tokens(session: Session, found: re.Match[bytes] | None) -> tuple[str, ...]:
    return session.tokens(found[1].split(), session.limits.token_bytes) if found else ()


def _starttls(session: Session) -> None:
    if "STARTTLS" not in (token.upper() for token in session.seen.before_tls or ()):
        raise StarttlsNotOfferedError
    _upgrade(session)


def _upgrade(session: Session) -> None:
    session.say(b"w2 STARTTLS")
    if not _is_ok(last := _reply(session, b"w2")[-1]):
        raise refused(last, StarttlsRefusedError)
    session.upgrade()


def _ask_id(session: Session) -> bytes:
    """We say who we are and are told who the server is (RFC 2971)."""
    return b"w4 ID (" + session.identity.imap_id() + b")"


def _note_identity(session: Session) -> None:
    """The server's name (RFC 2971). Nothing depends on it, so a server that stumbles here has still passed."""
    try:
        lines = _reply(session, b"w4")
    except _STUMBLES:
        return
    for line in lines:
        if found := _ID_LINE.fullmatch(line):
            session.seen.implementation = _implementation(found[1])


def _implementation(fields: bytes) -> str | None:
    values = [clean(re.sub(rb"\\(.)", rb"\1", found[1] or b"")) for found in _ID_STRING.finditer(fields)]
    known = {key.lower(): value for key, value in zip(values[::2], values[1::2], strict=False)}
    return " ".join(known[key] for key in ("name", "version") if known.get(key)) or None


def _reply(session: Session, tag: bytes) -> list[bytes]:
    """All lines up to the tagged one, which comes last. Raises ``ProtocolError`` for a tag that we never sent."""
    lines = []
    while True:
        line = read_response(session)
        lines.append(line)
        if line.startswith(tag + b" "):
            return lines
        if line[:6].upper() == b"* BYE ":
            raise turned_away(line)
        if not line.startswith(b"* "):
            raise ProtocolError(clean(line))


def _is_ok(tagged: bytes) -> bool:
    return tagged.partition(b" ")[2][:3].upper().strip() == b"OK"
