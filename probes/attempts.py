"""One attempt on one endpoint, from the name to the last reply; this is where errors become values."""

from collections.abc import Iterator
from contextlib import contextmanager

from probes.cleaning import clean
from probes.codes import Protocol, Reason, Status
from probes.errors import (
    AddressRefusedError,
    CancelledError,
    PortNotAllowedError,
    ProbeError,
)
from probes.hosts import Host
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
_NEVER_STARTED = (AddressRefusedError, CancelledError, PortNotAllowedError)


def not_run(endpoint: Endpoint, reason: Reason) -> Service:
    """The result of an endpoint that was left alone."""
    return _row(endpoint, Status.NOT_RUN, reason)


def attempt(endpoint: Endpoint, tools: Toolbox) -> Service:
    """Try one endpoint; never raises ``ProbeError``, the result says what happened."""
    if endpoint.barred is not None:
        return not_run(endpoint, endpoint.barred)
    try:
        if tools.deadline.passed():
            return not_run(endpoint, Reason.TIMED_OUT)
        host = tools.hosts.find(endpoint.host, tools.deadline)
    except ProbeError as error:
        return _ended(endpoint, Seen(), error)
    return attempt_at(endpoint, host, tools)


def attempt_at(endpoint: Endpoint, host: Host, tools: Toolbox) -> Service:
    """The same where the address is already chosen."""
    seen = Seen()
    try:
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
    with (
        tools.gate.pass_to(host.place, tools.deadline),
        Wire(host, endpoint.port, tools.limits, tools.deadline) as wire,
    ):
        seen.timings["connect"] = wire.connect_ms
        yield Session(wire, endpoint.security, tools.tls, tools.limits, seen, tools.identity)


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
