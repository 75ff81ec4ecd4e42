"""One attempt on one endpoint, from the name to the last reply; this is where errors become values."""

from collections.abc import Iterator
from contextlib import contextmanager

from probes.cleaning import clean
from probes.codes import Protocol, Reason, Status
from probes.errors import (
    AddressRefusedError,
    CancelledError,
    LeftAloneError,
    NoRouteError,
    OutOfTimeError,
    PortNotAllowedError,
    ProbeError,
)
from probes.hosts import MOST_ADDRESSES, Host
from probes.plan import Endpoint
from probes.results import Service, Timings
from probes.services import imap, managesieve, pop3, submission
from probes.services.session import Seen, Session
from probes.toolbox import Toolbox
from probes.transport import Wire

DIALOGUES = {
    Protocol.IMAP: imap,
    Protocol.POP3: pop3,
    Protocol.SUBMISSION: submission,
    Protocol.MANAGESIEVE: managesieve,
}
"""One module a protocol: ``examine(session)`` learns all, ``handshake(session)`` only gets as far as TLS."""
FAIR = 0.5
"""Seconds that must be left to begin: of who is heard for less, nobody may say that they did not answer."""
MOST_SILENT = 2  # addresses; each costs the whole patience of a connection
_NEVER_STARTED = (
    AddressRefusedError,
    CancelledError,
    LeftAloneError,
    NoRouteError,
    OutOfTimeError,
    PortNotAllowedError,
)
_NOBODY_REACHED = frozenset({Reason.REFUSED, Reason.FILTERED})


def not_run(endpoint: Endpoint, reason: Reason) -> Service:
    """The result of an endpoint that was left alone."""
    return _row(endpoint, Status.NOT_RUN, reason)


def attempt(endpoint: Endpoint, tools: Toolbox) -> Service:
    """Try one endpoint; never raises ``ProbeError``, the result says what happened."""
    if endpoint.barred is not None:
        return not_run(endpoint, endpoint.barred)
    try:
        if tools.deadline.left() < FAIR:
            return not_run(endpoint, Reason.OUT_OF_TIME)
        host = tools.hosts.find(endpoint.host, tools.deadline)
        other = None if tools.has_route(host.address) else host.in_second_family()
        host = other if other is not None and tools.has_route(other.address) else host
        if _names_enough(endpoint, host, tools):
            return left_alone(endpoint, host)
    except ProbeError as error:
        return _ended(endpoint, Seen(), error)
    return attempt_at_each(endpoint, host, tools)


def left_alone(endpoint: Endpoint, host: Host) -> Service:
    """The result of an endpoint whose address is known and that was not asked all the same."""
    return _row(endpoint, Status.NOT_RUN, Reason.LEFT_ALONE, host=host)


def _names_enough(endpoint: Endpoint, host: Host, tools: Toolbox) -> bool:
    """Whether enough better names lead to the very same addresses, each of which is tried at this port.

    With few names before this one nobody is waited for. Raises ``CancelledError``.
    """
    if len(endpoint.ahead) < endpoint.most_names:
        return False
    return sum(_leads_to(name, host, tools) for name in endpoint.ahead) >= endpoint.most_names


def _leads_to(name: str, host: Host, tools: Toolbox) -> bool:
    try:
        return tools.hosts.find(name, tools.deadline).addresses == host.addresses
    except CancelledError:
        raise
    except ProbeError:
        return False


def attempt_at_each(endpoint: Endpoint, host: Host, tools: Toolbox) -> Service:
    """The attempt where the IP version is chosen: while nothing is to be reached at one address, at the next.

    Mail programs do the same, so one dead address among several is no missing service.
    """
    places = host.at_each()
    rows: list[Service] = []
    silent: list[Service] = []
    for place in places[:MOST_ADDRESSES]:
        rows.append(attempt_at(endpoint, place, tools))
        if rows[-1].reason not in _NOBODY_REACHED:
            return rows[-1]
        silent = [row for row in rows if row.reason is Reason.FILTERED]
        if len(silent) >= MOST_SILENT:
            break
    if silent:
        return silent[0]
    if len(rows) < len(places):
        return not_run(endpoint, Reason.LEFT_ALONE)  # as long as one is untried, nobody can say what is there
    return rows[0]


def attempt_at(endpoint: Endpoint, host: Host, tools: Toolbox) -> Service:
    """The same where the address is already chosen."""
    seen = Seen()
    try:
        if not tools.has_route(host.address):
            raise NoRouteError
        with session_at(endpoint, host, tools, seen) as session:
            DIALOGUES[endpoint.protocol].examine(session)
    except ProbeError as error:
        return _ended(endpoint, seen, error, host)
    certificate = seen.tls.certificate if seen.tls else None
    problem = certificate.problem if certificate else None
    return _row(endpoint, Status.COMPLETED, problem, seen, host)


@contextmanager
def session_at(endpoint: Endpoint, host: Host, tools: Toolbox, seen: Seen) -> Iterator[Session]:
    """A connection to the endpoint, once there is a free place for it. Raises ``ProbeError``."""
    tools.doors.enter(host.name, str(host.address))
    with tools.gate.pass_to(host.place, tools.deadline):
        if tools.deadline.left() < FAIR:
            raise OutOfTimeError
        with _counted(host, endpoint.port, tools) as wire:
            seen.timings["connect"] = wire.connect_ms
            yield Session(wire, endpoint.security, tools.tls, tools.limits, seen, tools.identity)


def _counted(host: Host, port: int, tools: Toolbox) -> Wire:
    tools.calls.count(host.address, port)
    return Wire(host, port, tools.limits, tools.deadline)


def _ended(endpoint: Endpoint, seen: Seen, error: ProbeError, host: Host | None = None) -> Service:
    status = Status.NOT_RUN if isinstance(error, _NEVER_STARTED) else Status.FAILED
    words = clean(error.words) if error.words else None
    return _row(endpoint, status, error.reason, seen, host, words)


def _row(
    endpoint: Endpoint,
    status: Status,
    reason: Reason | None,
    seen: Seen | None = None,
    host: Host | None = None,
    words: str | None = None,
) -> Service:
    """All that is known, at once: copying a row for each thing that is added takes longer than reading a reply."""
    seen = seen or Seen()
    return Service(
        protocol=endpoint.protocol,
        host=endpoint.host,
        port=endpoint.port,
        security=endpoint.security,
        status=status,
        reason=reason,
        address=str(host.address) if host else None,
        tls=seen.tls,
        greeting=seen.greeting,
        implementation=seen.implementation,
        capabilities=seen.capabilities,
        authentication=seen.authentication,
        timings_ms=Timings(dns=host.dns_ms if host else None, **seen.timings),
        words=words,
    )
