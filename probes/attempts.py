"""One attempt on one endpoint, from the name to the last reply; this is where errors become values."""

from collections.abc import Callable
from dataclasses import replace

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

_DIALOGUES: dict[Protocol, Callable[[Session], None]] = {
    Protocol.IMAP: imap.examine,
    Protocol.POP3: pop3.examine,
    Protocol.SUBMISSION: submission.examine,
    Protocol.MANAGESIEVE: managesieve.examine,
}
_NEVER_STARTED = (AddressRefusedError, CancelledError, PortNotAllowedError)


def not_run(endpoint: Endpoint, reason: Reason) -> Service:
    """The result of an endpoint that was left alone."""
    return replace(_blank(endpoint), status=Status.NOT_RUN, reason=reason)


def attempt(endpoint: Endpoint, tools: Toolbox) -> Service:
    """Try one endpoint; never raises ``ProbeError``, the result says what happened."""
    if endpoint.barred is not None:
        return not_run(endpoint, endpoint.barred)
    service = _blank(endpoint)
    seen = Seen()
    try:
        if tools.deadline.passed():
            return not_run(endpoint, Reason.TIMED_OUT)
        host = tools.hosts.find(endpoint.host, tools.deadline)
        service = replace(service, address=str(host.address), timings_ms=Timings(dns=host.dns_ms))
        with tools.gate.pass_to(host.address, tools.deadline):
            _talk(endpoint, host, tools, seen)
    except ProbeError as error:
        status = Status.NOT_RUN if isinstance(error, _NEVER_STARTED) else Status.FAILED
        words = clean(error.words) if error.words else None
        return replace(_with_facts(service, seen), status=status, reason=error.reason, words=words)
    certificate = seen.tls.certificate if seen.tls else None
    problem = certificate.problem if certificate else None
    return replace(_with_facts(service, seen), status=Status.COMPLETED, reason=problem)


def _blank(endpoint: Endpoint) -> Service:
    return Service(
        protocol=endpoint.protocol,
        host=endpoint.host,
        port=endpoint.port,
        security=endpoint.security,
        status=Status.NOT_RUN,
    )


def _talk(endpoint: Endpoint, host: Host, tools: Toolbox, seen: Seen) -> None:
    with Wire(host, endpoint.port, tools.limits, tools.deadline) as wire:
        seen.timings = replace(seen.timings, connect=wire.connect_ms)
        session = Session(wire, endpoint.security, tools.tls, tools.limits, seen)
        _DIALOGUES[endpoint.protocol](session)


def _with_facts(service: Service, seen: Seen) -> Service:
    return replace(
        service,
        tls=seen.tls,
        greeting=seen.greeting,
        implementation=seen.implementation,
        capabilities=seen.capabilities,
        authentication=seen.authentication,
        timings_ms=replace(seen.timings, dns=service.timings_ms.dns),
    )
