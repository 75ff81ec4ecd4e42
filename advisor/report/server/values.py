"""The finished view of the server check, sentences in the reader's language, ready to be placed."""

from dataclasses import dataclass
from itertools import groupby

from advisor.report.capabilities.values import CapabilityView
from advisor.report.cells import Cell, Tone
from advisor.report.server.claims import ClaimsView
from advisor.report.server.clients import ClientRow
from advisor.report.server.findings_values import FindingsView


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to know before the table; ``tone`` none is a plain note."""

    title: str
    text: str
    tone: Tone = Tone.NONE


@dataclass(frozen=True, slots=True)
class Fact:
    """One property of a server: what was asked, what is so."""

    label: str
    cell: Cell


@dataclass(frozen=True, slots=True)
class ServiceView:
    """One service: the verdict in words, what to do and who can do it, and the facts it rests on."""

    code: str
    name: str
    status: Cell
    meaning: str
    action: str
    fixer: str
    server: str | None
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class FactRow:
    """One property compared over the services that answered, in the order of ``ServerView.answering``."""

    label: str
    cells: tuple[Cell, ...]

    @property
    def joined(self) -> tuple[tuple[Cell, int], ...]:
        """The cells, neighbours that say the same as one, with the number of services that each is about."""
        return tuple((cell, len(tuple(same))) for cell, same in groupby(self.cells))


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One signpost that was asked, and how it answered; ``notes`` say what was odd about the answer."""

    name: str
    status: Cell
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attempt:
    """Everything about one port of one host, or every step of one source: what exactly was seen, label by label."""

    title: str
    status: Cell
    details: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class HostDetails:
    """What the DNS says of one mail host, as pairs of label and text."""

    host: str
    details: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ProviderView:
    """The provider that was recognised, what is known about it, and when that was looked up."""

    name: str
    notes: tuple[Notice, ...]
    as_of: str


@dataclass(frozen=True, slots=True)
class ServerView:
    """Everything that the pages of the check say.

    ``shown_domain`` differs from ``domain`` where the domain has letters beyond a to z.

    ``exists`` is false where the name directory does not know the domain; nothing else is then worth saying.
    """

    domain: str
    shown_domain: str
    exists: bool
    headline: str
    tone: Tone
    moment: str
    vantage: str
    seconds: str
    notices: tuple[Notice, ...]
    services: tuple[ServiceView, ...]
    capabilities: tuple[CapabilityView, ...]
    findings: FindingsView
    claims: ClaimsView
    clients: tuple[ClientRow, ...]
    provider: ProviderView | None
    sources: tuple[SourceLine, ...]
    steps: tuple[Attempt, ...]
    attempts: tuple[Attempt, ...]
    hosts: tuple[HostDetails, ...]

    @property
    def answering(self) -> tuple[str, ...]:
        """The services that answered, by name."""
        return tuple(service.name for service in self.services if service.facts)

    @property
    def facts(self) -> tuple[FactRow, ...]:
        """The facts side by side; every service that answered states the same properties in the same order."""
        rows = zip(*(service.facts for service in self.services if service.facts), strict=True)
        return tuple(FactRow(row[0].label, tuple(fact.cell for fact in row)) for row in rows)
