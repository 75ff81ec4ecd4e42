"""What a process that makes runs and the one that started it say to each other."""

from dataclasses import dataclass

from probes.options import ProbeOptions
from probes.results import ProbeReport
from probes.target import Target

READY = "ready"
CANCEL = "cancel"


@dataclass(frozen=True, slots=True)
class Order:
    """One run to make."""

    number: int
    target: Target
    options: ProbeOptions


@dataclass(frozen=True, slots=True)
class Done:
    """How it ended: with a report, or by an error of ours whose traceback is told."""

    number: int
    report: ProbeReport | None
    error: str = ""
