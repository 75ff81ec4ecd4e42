"""What a process that makes runs and the one that started it say to each other."""

from dataclasses import dataclass

from probes.options import ProbeOptions
from probes.results import ProbeReport
from probes.target import Target

READY = "ready"
CANCEL = "cancel"


@dataclass(frozen=True, slots=True)
class Order:
    """One run to make. ``known``: servers that are kept free for it."""

    number: int
    target: Target
    options: ProbeOptions
    known: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Done:
    """How it ended: with a report, on a server that is ``occupied``, or by an error of ours, told by its traceback."""

    number: int
    report: ProbeReport | None
    error: str = ""
    occupied: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Knock:
    """The run with this number has come upon further servers; ``ticket`` comes back with the ``Admission``."""

    number: int
    ticket: int
    servers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Admission:
    """Whether it may go there."""

    ticket: int
    granted: bool
