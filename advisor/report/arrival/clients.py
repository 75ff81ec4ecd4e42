"""Where each program ends if it is left to set itself up, held against what is meant."""

from collections.abc import Iterable

from advisor.report.arrival.meant import Meant
from advisor.report.arrival.servers import period
from advisor.report.arrival.values import ClientEnd, Difference, Differs, End
from advisor.report.documents.server_report import ServerReport
from advisor.settings.clients.simulate import client_outcomes
from advisor.settings.clients.values import Client, ClientNote, ClientOutcome, ClientServer
from advisor.settings.codes import Program
from advisor.settings.values import ServerSettings
from probes.codes import AUTOCONFIG_FILES, Protocol
from probes.results import Claim, ProbeReport

_OF_PROGRAM: dict[str, frozenset[Client]] = {
    Program.OUTLOOK: frozenset({Client.OUTLOOK_CLASSIC}),
    Program.OUTLOOK_NEW: frozenset({Client.OUTLOOK_NEW}),
    Program.APPLE: frozenset({Client.APPLE_MAIL}),
    Program.THUNDERBIRD: frozenset({Client.THUNDERBIRD_DESKTOP}),
    Program.ANDROID: frozenset({Client.THUNDERBIRD_ANDROID, Client.FAIREMAIL}),
    Program.OTHER: frozenset({Client.EVOLUTION, Client.KMAIL, Client.FAIREMAIL}),
}
_KEPT = (ClientNote.NEEDS_APPROVAL, ClientNote.UNENCRYPTED, ClientNote.WRONG_NAME, ClientNote.UNVERIFIED_KNOWLEDGE)
"""What a person has to know also where the settings are those that are meant."""


def client_ends(server: ServerReport, meant: Meant, programs: Iterable[str]) -> tuple[ClientEnd, ...]:
    """Every program, those first that the company named."""
    named = frozenset[Client]().union(*(_OF_PROGRAM.get(program, frozenset()) for program in programs))
    outcomes = server.clients or client_outcomes(server.report)
    ends = [_end(server.report, outcome, meant, outcome.client in named) for outcome in outcomes]
    return tuple(sorted(ends, key=lambda end: not end.named))


def _end(report: ProbeReport, outcome: ClientOutcome, meant: Meant, named: bool) -> ClientEnd:
    notes = tuple(note for note in _KEPT if note in outcome.notes)
    if outcome.settings is None:
        return ClientEnd(outcome.client, End.BY_HAND, outcome.reads, (), notes=notes, named=named)
    servers, file = outcome.settings.servers, _fetching(report, outcome)
    found = (*_differences(servers, meant), *(period(file, meant) if file else ()))
    half = outcome.settings.submission is None
    end = End.OTHERS if found else End.HALF if half else End.MEANT
    untold = meant.fetches and file is None and servers[0].protocol is Protocol.POP3
    return ClientEnd(outcome.client, end, outcome.reads, servers, found, notes, untold, named)


def _differences(servers: tuple[ClientServer, ...], meant: Meant) -> Iterable[Difference]:
    incoming = servers[0]
    if incoming.protocol is not meant.reading:
        yield Difference(Differs.OTHER_FIRST, found=incoming.protocol, meant=meant.reading)
    for entered in servers:
        server = meant.servers.get(entered.protocol)
        if server is not None:
            yield from _of_server(server, entered, meant)
        elif entered.host not in meant.hosts:
            yield Difference(Differs.STILL_OFFERED, entered.protocol, entered.host)


def _of_server(server: ServerSettings, entered: ClientServer, meant: Meant) -> Iterable[Difference]:
    protocol = entered.protocol
    if entered.host != server.host:
        yield Difference(Differs.HOST, protocol, entered.host, server.host)
    elif entered.port != server.port:
        yield Difference(Differs.PORT, protocol, str(entered.port), str(server.port))
    elif entered.security is not server.security:
        yield Difference(Differs.SECURITY, protocol, entered.security, server.security)
    elif meant.other_username(server, entered.username, entered.username_template):
        found = entered.username_template or str(entered.username)
        yield Difference(Differs.USERNAME, protocol, found, server.username_template or server.username)


def _fetching(report: ProbeReport, outcome: ClientOutcome) -> Claim | None:
    """What says how long fetched mail stays: only Thunderbird on a computer reads that, in a settings file."""
    if outcome.client is not Client.THUNDERBIRD_DESKTOP or outcome.reads not in AUTOCONFIG_FILES:
        return None
    claims = (claim for claim in report.claims if claim.source is outcome.reads)
    return next((claim for claim in claims if claim.protocol is Protocol.POP3), None)
