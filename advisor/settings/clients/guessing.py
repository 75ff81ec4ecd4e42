"""Programs that try usual names when nothing is published: which of the servers that we tested they would take."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from advisor.settings.candidates import is_proven
from advisor.settings.clients.values import ClientServer, ClientSettings
from probes.codes import READING, Protocol, Reason, Security, Source, Status
from probes.host_names import host_name
from probes.results import ProbeReport, Service

Prefixes = Mapping[Protocol, tuple[str, ...]]
"""Labels put before the domain, per protocol, in the order of preference; "" is the domain itself."""
Rank = tuple[bool, bool, bool, int]


@dataclass(frozen=True, slots=True)
class Guessing:
    """How a program guesses. ``clear_text``: takes a server without encryption where there is no other."""

    prefixes: Prefixes
    clear_text: bool

    def settings(self, report: ProbeReport) -> ClientSettings | None:
        """The best of what we saw answer under the program's own names: encryption, IMAP, TLS at once, order.

        Nothing where it would be POP3 only because we did not try IMAP under these names.
        """
        incoming = self._best(report, READING)
        if incoming is None or (incoming.protocol is Protocol.POP3 and self._imap_is_open(report)):
            return None
        return ClientSettings(incoming, self._best(report, (Protocol.SUBMISSION,)))

    def covered(self, report: ProbeReport) -> bool:
        """Whether our own run tried all these names: it guesses only for protocols that nobody else speaks of."""
        asked = any(each.source is Source.GUESS and each.status is Status.COMPLETED for each in report.sources)
        return asked and _spoken_of(report).isdisjoint(self.prefixes)

    def _imap_is_open(self, report: ProbeReport) -> bool:
        tried = {host_name(each.host) for each in report.services if each.protocol is Protocol.IMAP}
        return Protocol.IMAP in _spoken_of(report) and not tried.issuperset(self._names(Protocol.IMAP, report.domain))

    def _best(self, report: ProbeReport, protocols: Iterable[Protocol]) -> ClientServer | None:
        tries = [
            (self._rank(protocol, server, report.domain), server)
            for protocol in protocols
            if protocol in self.prefixes
            for server in self._answering(report, protocol)
        ]
        return min(tries, key=lambda each: each[0], default=(None, None))[1]

    def _answering(self, report: ProbeReport, protocol: Protocol) -> list[ClientServer]:
        names = self._names(protocol, report.domain)
        return [
            ClientServer(protocol, host_name(service.host), service.port, security)
            for service in report.services
            if service.protocol is protocol and host_name(service.host) in names
            for security in (_as_seen(service),)
            if security is not None and (self.clear_text or security is not Security.NONE)
        ]

    def _rank(self, protocol: Protocol, server: ClientServer, domain: str) -> Rank:
        return (
            server.security is Security.NONE,
            protocol is Protocol.POP3,
            server.security is not Security.TLS,
            self._names(protocol, domain).index(server.host),
        )

    def _names(self, protocol: Protocol, domain: str) -> list[str]:
        return [f"{prefix}.{domain}" if prefix else domain for prefix in self.prefixes.get(protocol, ())]


def _spoken_of(report: ProbeReport) -> set[Protocol]:
    """The protocols for which our run guessed nothing, because somebody names servers."""
    return {claim.protocol for claim in report.claims if claim.source is not Source.GUESS}


def _as_seen(service: Service) -> Security | None:
    """How a program could use the server by what we saw; a certificate for another name ends the try."""
    if is_proven(service):
        return service.security
    return Security.NONE if service.reason is Reason.STARTTLS_NOT_OFFERED else None
