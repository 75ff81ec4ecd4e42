"""What to know about a program's result: held against our own tests and our own proposal."""

from collections.abc import Iterable

from advisor.settings.candidates import is_usable, named
from advisor.settings.clients.values import ClientNote, ClientServer, ClientSettings
from advisor.settings.selection import select
from probes.codes import Offer, Protocol, Security, Source
from probes.host_names import host_name
from probes.results import ProbeReport, Service


def notes_on(report: ProbeReport, settings: ClientSettings) -> Iterable[ClientNote]:
    """The notes that hold for any program, in the order of their weight."""
    servers = settings.servers
    if any(server.security is Security.NONE for server in servers):
        yield ClientNote.UNENCRYPTED
    if any(_wrong_name(service) for server in servers for service in _tests(report, server)):
        yield ClientNote.WRONG_NAME
    if settings.incoming.protocol is Protocol.POP3 and _imap_is_there(report):
        yield ClientNote.PICKS_POP3_FIRST
    if any(_other_username(report, server) for server in servers):
        yield ClientNote.OTHER_USERNAME
    if any(_differs(report, server) for server in servers):
        yield ClientNote.DIFFERS_FROM_OURS
    if not all(any(_proves(server, service) for service in _tests(report, server)) for server in servers):
        yield ClientNote.NOT_PROVEN
    if settings.submission is None:
        yield ClientNote.NO_OUTGOING


def _imap_is_there(report: ProbeReport) -> bool:
    published = (claim.source is not Source.GUESS for claim in named(report, Protocol.IMAP))
    return report.offers.imap is Offer.OFFERED or any(published)


def _tests(report: ProbeReport, server: ClientServer) -> list[Service]:
    return [
        service
        for service in report.services
        if (service.protocol, host_name(service.host), service.port) == (server.protocol, server.host, server.port)
    ]


def _proves(server: ClientServer, service: Service) -> bool:
    return is_usable(service) and service.security is server.security


def _wrong_name(service: Service) -> bool:
    certificate = service.tls.certificate if service.tls else None
    return certificate is not None and not certificate.name_matches


def _differs(report: ProbeReport, server: ClientServer) -> bool:
    """Whether our proposal for the protocol is another server, or another way into it."""
    ours = select(report, server.protocol).settings
    return ours is None or (ours.host, ours.port, ours.security) != (server.host, server.port, server.security)


def _other_username(report: ProbeReport, server: ClientServer) -> bool:
    """Whether the program would enter another form of user name than we propose for the same server."""
    ours = select(report, server.protocol).settings
    if ours is None or ours.host != server.host:
        return False
    return ours.contradicts_username(server.username, server.username_template)
