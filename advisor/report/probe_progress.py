"""How far a probe run is: a list of steps in the order in which they happened, as it is stored beside the run.

The steps are a short form of the runner's events: enough to show, nothing that a server said.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import assert_never

from pydantic import TypeAdapter

from probes.codes import Protocol, Reason, Source, Status
from probes.progress import (
    Event,
    LookedDeeper,
    MailExchangersFound,
    ServiceFinished,
    ServiceStarted,
    SourceFinished,
    SourceStarted,
)


class StepKind(StrEnum):
    """What a step is about: a source of settings, the incoming mail route, a port of a host, or the second pass."""

    SOURCE = "source"
    MAIL_ROUTE = "mail_route"
    PORT = "port"
    CLOSER_LOOK = "closer_look"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that has begun (``status`` None) or ended."""

    kind: StepKind
    source: Source | None = None
    protocol: Protocol | None = None
    host: str | None = None
    port: int | None = None
    status: Status | None = None
    reason: Reason | None = None
    claims: int | None = None
    gateway: str | None = None
    done: int | None = None
    total: int | None = None


_ADAPTER = TypeAdapter(tuple[Step, ...])


def step_of(event: Event) -> Step:
    """The short form of one event of the runner."""
    match event:
        case SourceStarted(source):
            return Step(StepKind.SOURCE, source=source)
        case SourceFinished(check):
            asked = Step(StepKind.SOURCE, check.source, claims=check.claims)
            return replace(asked, status=check.status, reason=check.reason)
        case MailExchangersFound(exchangers):
            gateway = next((exchanger.gateway for exchanger in exchangers if exchanger.gateway), None)
            return Step(StepKind.MAIL_ROUTE, status=Status.COMPLETED, gateway=gateway)
        case ServiceStarted(protocol, host, port):
            return Step(StepKind.PORT, protocol=protocol, host=host, port=port)
        case ServiceFinished(service):
            place = Step(StepKind.PORT, None, service.protocol, service.host, service.port)
            return replace(place, status=service.status, reason=service.reason)
        case LookedDeeper(done, total):
            status = Status.COMPLETED if done == total else None
            return Step(StepKind.CLOSER_LOOK, status=status, done=done, total=total)
    assert_never(event)


def write_steps(steps: tuple[Step, ...]) -> str:
    """The stored form."""
    return _ADAPTER.dump_json(steps, exclude_none=True).decode()


def read_steps(stored: str) -> tuple[Step, ...]:
    """The steps of a stored run; only this module writes what it reads."""
    return _ADAPTER.validate_json(stored)
