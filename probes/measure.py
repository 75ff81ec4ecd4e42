"""One look into one mailbox: one attempt to sign in per protocol, reading only, and a document's worth of figures.

A password that was refused is not tried on the other protocol: two failures count twice on the way to a lock-out.
"""

import hashlib
import ssl
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime

from probes.codes import Protocol, Reason
from probes.deadline import Deadline
from probes.errors import AddressRefusedError, LimitExceededError, PreauthError, ProbeError, StarttlsError, TlsError
from probes.guard import AddressGuard
from probes.hosts import Host, HostBook
from probes.measurement import ImapMeasurement, Measurement, Pop3Measurement, Problem, Trouble
from probes.options import ProbeOptions
from probes.resolver import Resolver
from probes.services import measure_imap, measure_pop3
from probes.services.measure_client import MAILBOX_ERRORS, StreamImapClient, StreamPop3
from probes.services.measure_door import Door, opened, tls_context
from probes.services.measure_limits import MeasureLimits
from probes.services.measure_refusals import SignInRefusedError, spares_the_other
from probes.services.measure_secrets import without_password
from probes.services.measure_stream import Stream

Observer = Callable[[Protocol, int, int], None]
"""Told the protocol and how many messages have been looked at, of how many."""

_FORBIDDEN = ("\r", "\n", "\0")
_NEVER_CONNECTED = frozenset(
    {Reason.REFUSED, Reason.FILTERED, Reason.NAME_NOT_FOUND, Reason.DNS_FAILED, Reason.PORT_NOT_ALLOWED}
)


class UnsafePasswordError(ValueError):
    """A password or user name that would be read as several commands."""


@dataclass(frozen=True, slots=True)
class Account:
    """Whose mailbox. The password shows in no text form of this value."""

    address: str
    password: str = field(repr=False)

    def __post_init__(self) -> None:
        """Raises ``UnsafePasswordError`` for line ends and NUL, and for no password at all."""
        if not self.password or any(sign in self.password for sign in _FORBIDDEN):
            raise UnsafePasswordError


def fingerprint(address: str) -> str:
    """The SHA-256 by which a document names a mailbox without naming its address."""
    return hashlib.sha256(address.strip().lower().encode()).hexdigest()


def measure(
    account: Account,
    doors: Iterable[Door],
    options: ProbeOptions,
    observer: Observer,
    limits: MeasureLimits | None = None,
) -> Measurement:
    """Sign in once through each door, IMAP first, and count. Problems are part of the result.

    Raises ``ValueError`` or ``OSError`` for unusable options, nothing for what servers do.
    """
    return _Run(account, options, observer, limits or MeasureLimits()).through(_imap_first(doors))


class _Run:
    """What one run shares."""

    def __init__(self, account: Account, options: ProbeOptions, observer: Observer, limits: MeasureLimits) -> None:
        self._account = account
        self._observer = observer
        self._limits = limits
        self._dns_seconds = options.limits.dns
        self._context: ssl.SSLContext = tls_context(options.extra_ca)
        resolver = Resolver(options.nameservers, options.limits.dns)
        self._hosts = HostBook(resolver, AddressGuard.of(options.allow_networks, options.refuse))
        self._problems: list[Problem] = []

    def through(self, doors: tuple[Door, ...]) -> Measurement:
        """The result of all doors."""
        imap: ImapMeasurement | None = None
        pop3: Pop3Measurement | None = None
        stopped = False
        for door in doors:
            if stopped:
                self._note(door, Trouble.NOT_TRIED)
                continue
            found = self._try(door)
            if isinstance(found, ImapMeasurement):
                imap = found
            elif isinstance(found, Pop3Measurement):
                pop3 = found
            else:
                stopped = found
        return Measurement(
            address_sha256=fingerprint(self._account.address),
            host=doors[0].host if doors else "",
            at=datetime.now(UTC).replace(microsecond=0),
            imap=imap,
            pop3=pop3,
            problems=tuple(self._problems),
        )

    def _try(self, door: Door) -> ImapMeasurement | Pop3Measurement | bool:
        """The figures, or whether the other protocol must be left alone."""
        try:
            return self._survey(door)
        except SignInRefusedError as error:
            self._note(door, error.trouble, error.words)
            return not spares_the_other(error.trouble)
        except ProbeError as error:
            self._note(door, _trouble(error), error.words)
        except MAILBOX_ERRORS:  # their texts are the libraries' own
            self._note(door, Trouble.BROKEN_OFF)
        return False

    def _survey(self, door: Door) -> ImapMeasurement | Pop3Measurement:
        deadline = Deadline(self._limits.total)
        host: Host = self._hosts.find(door.host, deadline.within(self._dns_seconds))
        stream = opened(door, host, self._context, self._limits, deadline)
        with ExitStack() as leaving:
            farewell = b"m9 LOGOUT\r\n" if door.protocol is Protocol.IMAP else b"QUIT\r\n"
            leaving.callback(stream.farewell, farewell)
            return self._imap(door, stream) if door.protocol is Protocol.IMAP else self._pop3(door, stream)

    def _imap(self, door: Door, stream: Stream) -> ImapMeasurement:
        client = StreamImapClient(stream, door.host)
        client.imap.sign_in(door.username, self._account.password)

        def advance(done: int, total: int) -> None:
            self._observer(Protocol.IMAP, done, total)

        found, troubles = measure_imap.survey(client, self._limits, advance)
        for trouble in troubles:
            self._note(door, trouble)
        return found

    def _pop3(self, door: Door, stream: Stream) -> Pop3Measurement:
        client = StreamPop3(stream)
        client.sign_in(door.username, self._account.password)
        found = measure_pop3.survey(client)
        self._observer(Protocol.POP3, found.messages, found.messages)
        return found

    def _note(self, door: Door, trouble: Trouble, words: str | None = None) -> None:
        shown = without_password(words, door.username, self._account.password) if words else None
        self._problems.append(Problem(door.protocol, trouble, shown))


def _imap_first(doors: Iterable[Door]) -> tuple[Door, ...]:
    return tuple(sorted(doors, key=lambda one: one.protocol is not Protocol.IMAP))


def _trouble(error: ProbeError) -> Trouble:
    if error.reason.startswith("certificate_"):
        return Trouble.CERTIFICATE
    kinds: dict[type[ProbeError], Trouble] = {
        AddressRefusedError: Trouble.ADDRESS_REFUSED,
        LimitExceededError: Trouble.TOO_MUCH,
        PreauthError: Trouble.PREAUTH,
        StarttlsError: Trouble.ENCRYPTION,
        TlsError: Trouble.ENCRYPTION,
    }
    found = next((trouble for kind, trouble in kinds.items() if isinstance(error, kind)), None)
    if found is not None:
        return found
    return Trouble.NO_CONNECTION if error.reason in _NEVER_CONNECTED else Trouble.BROKEN_OFF
