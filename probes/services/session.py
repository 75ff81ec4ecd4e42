"""What the dialogues of all protocols share: the wire, the limits and the notes of what was seen."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from time import monotonic

from probes.cleaning import clean
from probes.codes import Authentication, Security
from probes.errors import (
    GreetingTimeoutError,
    LimitExceededError,
    StarttlsBrokenError,
    StarttlsInjectionError,
    TlsOnPlainPortError,
    WrongProtocolError,
)
from probes.identity import Identity
from probes.options import Limits
from probes.results import Capabilities, Tls
from probes.tls import TlsOffer, looks_like_tls
from probes.transport import Wire

_UNASKED = re.compile(r"\* (?!BAD\b|NO\b|BYE\b)|\+OK\b|[23]\d\d[ -]|(?:w\d )?OK\b|\"", re.IGNORECASE)
LINE_BYTES = 512  # RFC 5321 section 4.5.3.1.5 and RFC 2449 section 4: the longest reply line


@dataclass(slots=True)
class Seen:
    """What one dialogue has learnt so far; it stays where a later step fails. ``timings``: as in ``Timings``."""

    tls: Tls | None = None
    greeting: str | None = None
    implementation: str | None = None
    before_tls: tuple[str, ...] | None = None
    after_tls: tuple[str, ...] | None = None
    authentication: tuple[Authentication, ...] = ()
    timings: dict[str, int] = field(default_factory=dict)

    @property
    def capabilities(self) -> Capabilities:
        """The capability lists as a value."""
        return Capabilities(before_tls=self.before_tls, after_tls=self.after_tls)


@dataclass(frozen=True, slots=True)
class Session:
    """One dialogue on one port: ``security`` is how it shall be encrypted."""

    wire: Wire
    security: Security
    offer: TlsOffer
    limits: Limits
    seen: Seen
    identity: Identity = field(default_factory=Identity)

    def start_tls(self) -> None:
        """TLS at once, on ports for it."""
        if self.security is Security.TLS:
            started = monotonic()
            self.seen.tls = self.wire.start_tls(self.offer)
            self._note("tls", started)

    def upgrade(self) -> None:
        """TLS after the server agreed to STARTTLS.

        A server that took our hello for a command complains of it. Any other reply in its place answers nothing that we
        said: it was sent before, by the server or by somebody on the way, and the upgrade came too early to see it.
        """
        started = monotonic()
        try:
            self.seen.tls = self.wire.upgrade(self.offer)
        except StarttlsBrokenError as error:
            if error.words and _UNASKED.match(error.words):
                raise StarttlsInjectionError(error.words) from error
            raise
        self._note("tls", started)

    def first_line(self) -> bytes:
        """The first line of the greeting. Raises ``TlsOnPlainPortError`` for a server that waits for TLS."""
        started = monotonic()
        try:
            line = self.wire.read_line(self.limits.greeting, GreetingTimeoutError)
        except GreetingTimeoutError:
            if self.security is Security.STARTTLS and self.wire.answers_tls(self.offer):
                raise TlsOnPlainPortError from None
            raise
        self._note("greeting", started)
        self.seen.greeting = clean(line)
        if not self.wire.encrypted and looks_like_tls(line):
            raise TlsOnPlainPortError
        return line

    def line(self) -> bytes:
        """The next line of a reply."""
        return self.wire.read_line(self.limits.reply)

    def say(self, command: bytes) -> None:
        """Send one command line."""
        self.wire.write(command + b"\r\n")

    def capability_time(self, started: float) -> None:
        """Note how long the last question for capabilities took."""
        self._note("capability", started)

    def tokens(self, raw: Iterable[bytes], longest: int = LINE_BYTES) -> tuple[str, ...]:
        """Cleaned capability tokens or lines.

        Raises ``LimitExceededError`` for more than any honest server lists: what a shortened list lacks proves nothing.
        """
        cleaned = tuple(token for each in raw if (token := clean(each, longest)))
        if len(cleaned) > self.limits.tokens or sum(map(len, cleaned)) > self.limits.list_characters:
            raise LimitExceededError
        return cleaned

    def _note(self, step: str, started: float) -> None:
        self.seen.timings[step] = round((monotonic() - started) * 1000)


def not_this_protocol(line: bytes) -> WrongProtocolError:
    """The error for a greeting of something else."""
    return WrongProtocolError(clean(line))
