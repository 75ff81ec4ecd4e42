"""Everything that can go wrong between us and a mail server, as one named tree.

Each error knows its ``Reason``; the runner turns it into a result value once. ``words`` is what the server said.
"""

from typing import Self

from probes.codes import Reason


class ProbeError(Exception):
    """A check could not be carried out. Subclasses fix ``reason``."""

    reason: Reason = Reason.PROTOCOL_ERROR

    def __init__(self, words: str | None = None) -> None:
        """``words``: the server's own words where it said any."""
        super().__init__(words or self.reason.value)
        self.words = words

    def to_keep(self) -> Self:
        """Itself, as a mere answer: where an error was raised holds everything that was in use there."""
        self.__traceback__ = self.__cause__ = self.__context__ = None
        return self


class NameNotFoundError(ProbeError):
    """The name does not exist in the DNS, or has no address."""

    reason = Reason.NAME_NOT_FOUND


class DnsFailedError(ProbeError):
    """The DNS gave no usable answer: SERVFAIL, a timeout, a broken reply."""

    reason = Reason.DNS_FAILED


class AddressRefusedError(ProbeError):
    """The address guard refused; nothing was sent. One fixed message, whatever the cause."""

    reason = Reason.ADDRESS_REFUSED


class PortNotAllowedError(ProbeError):
    """The port is none of the standard ports and the operator has not allowed it."""

    reason = Reason.PORT_NOT_ALLOWED


class ConnectionRefusedByHostError(ProbeError):
    """The host answered that nothing listens on this port."""

    reason = Reason.REFUSED


class FilteredError(ProbeError):
    """No answer to the connection attempt, or a network on the way reported the host unreachable."""

    reason = Reason.FILTERED


class TimedOutError(ProbeError):
    """The deadline passed in the middle of the dialogue."""

    reason = Reason.TIMED_OUT


class GreetingTimeoutError(TimedOutError):
    """The connection stands but the server has not greeted in time."""

    reason = Reason.GREETING_TIMEOUT


class TlsTimeoutError(TimedOutError):
    """The TLS handshake did not finish in time."""

    reason = Reason.TLS_TIMEOUT


class OutOfTimeError(TimedOutError):
    """Our own time was over before this server had its turn; it was not contacted."""

    reason = Reason.OUT_OF_TIME


class CancelledError(ProbeError):
    """The run was called off."""

    reason = Reason.CANCELLED


class ConnectionClosedError(ProbeError):
    """The server ended the connection in order."""

    reason = Reason.CLOSED


class ConnectionResetByHostError(ProbeError):
    """The connection was torn down."""

    reason = Reason.RESET


class RateLimitedError(ProbeError):
    """The server speaks, but only to say that it is busy or that we came too often."""

    reason = Reason.RATE_LIMITED


class TurnedAwayError(ProbeError):
    """The server speaks, but only to say that it will not deal with us, for reasons of its own or of our address."""

    reason = Reason.TURNED_AWAY


class LimitExceededError(ProbeError):
    """The server sent more, or longer, than any honest answer needs."""

    reason = Reason.LIMIT_EXCEEDED


class LeftAloneError(ProbeError):
    """We do not ask there: this run has asked often enough, or something better was named."""

    reason = Reason.LEFT_ALONE


class NoRouteError(ProbeError):
    """This machine has no way to addresses of that IP version."""

    reason = Reason.NO_ROUTE


class ProtocolError(ProbeError):
    """The server speaks the protocol but broke its rules, or refused a basic command."""


class WrongProtocolError(ProbeError):
    """Something else answers on this port."""

    reason = Reason.WRONG_PROTOCOL


class PreauthError(ProbeError):
    """An IMAP server (or someone in between) claims that we are signed in already: STARTTLS would be skipped."""

    reason = Reason.PREAUTH


class StarttlsError(ProbeError):
    """The upgrade to TLS on a plain port failed."""

    reason = Reason.STARTTLS_BROKEN


class StarttlsNotOfferedError(StarttlsError):
    """The server does not list STARTTLS (STLS)."""

    reason = Reason.STARTTLS_NOT_OFFERED


class StarttlsRefusedError(StarttlsError):
    """The server lists STARTTLS but refused the command."""

    reason = Reason.STARTTLS_REFUSED


class StarttlsBrokenError(StarttlsError):
    """The server agreed to STARTTLS but no TLS came of it."""

    reason = Reason.STARTTLS_BROKEN


class StarttlsInjectionError(StarttlsError):
    """Clear text followed the agreement to STARTTLS: an attack or a bug that attacks need (CVE-2011-0411)."""

    reason = Reason.STARTTLS_INJECTION


class TlsError(ProbeError):
    """The TLS handshake failed."""

    reason = Reason.TLS_FAILED


class TlsVersionError(TlsError):
    """The server offers only TLS versions that clients no longer accept (RFC 8996)."""

    reason = Reason.TLS_VERSION


class TlsOnPlainPortError(ProbeError):
    """The server wants TLS at once on a port for STARTTLS."""

    reason = Reason.TLS_ON_PLAIN_PORT


class PlainOnTlsPortError(ProbeError):
    """The server speaks clear text on a port for implicit TLS."""

    reason = Reason.PLAIN_ON_TLS_PORT


class CertificateProblemError(TlsError):
    """A source of settings shows a certificate that proves nothing; its word then counts for nothing."""

    def __init__(self, reason: Reason) -> None:
        """``reason``: one of the certificate reasons."""
        super().__init__()
        self.reason = reason
