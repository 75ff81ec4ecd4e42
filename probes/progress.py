"""What an observer of a run is told, so that a page can show it live; frozen values, always from the calling thread."""

from dataclasses import dataclass
from typing import Protocol as StructuralType

from probes.codes import Protocol, Source
from probes.results import MailExchanger, Service, SourceCheck


@dataclass(frozen=True, slots=True)
class SourceStarted:
    """One source of settings is being asked."""

    source: Source


@dataclass(frozen=True, slots=True)
class SourceFinished:
    """One source has answered; ``done`` of ``total`` sources are through."""

    check: SourceCheck
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class MailExchangersFound:
    """The MX records are known."""

    mail_exchangers: tuple[MailExchanger, ...]


@dataclass(frozen=True, slots=True)
class ServiceStarted:
    """One port of one host is being tried."""

    protocol: Protocol
    host: str
    port: int


@dataclass(frozen=True, slots=True)
class ServiceFinished:
    """One port is done; ``done`` of ``total`` known so far (the total may still grow)."""

    service: Service
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class LookedDeeper:
    """The second pass: ``done`` of ``total`` closer looks at servers that have answered."""

    done: int
    total: int


Event = SourceStarted | SourceFinished | MailExchangersFound | ServiceStarted | ServiceFinished | LookedDeeper


class Observer(StructuralType):
    """Anything that can be called with an event."""

    def __call__(self, event: Event, /) -> None:
        """Take one event; what it raises ends the run."""


def nobody(_event: Event, /) -> None:
    """The observer that looks away."""
