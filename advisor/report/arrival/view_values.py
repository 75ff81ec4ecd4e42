"""The page about arrival as finished texts."""

from dataclasses import dataclass

from advisor.report.cells import Cell, Tone


@dataclass(frozen=True, slots=True)
class ThingRow:
    """One thing. ``lines``: the records that belong to ``action``, as they stand in the zone file."""

    name: str
    place: str
    status: Cell
    said: tuple[str, ...]
    action: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ThingGroup:
    """Things that belong together; ``action`` is what would otherwise stand with several of them."""

    title: str
    action: str
    rows: tuple[ThingRow, ...]


@dataclass(frozen=True, slots=True)
class ElsewhereRow:
    """What a source says that the company does not publish itself; ``action`` is empty where it agrees."""

    name: str
    status: Cell
    said: str
    action: str


@dataclass(frozen=True, slots=True)
class ProgramRow:
    """Where one program ends; ``servers`` is empty where a person types all in."""

    name: str
    named: str
    reads: str
    servers: tuple[str, ...]
    end: Cell
    said: str
    details: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArrivalNotice:
    """What has to be read first."""

    tone: Tone
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class ArrivalView:
    """Everything, in the order of the page."""

    domain: str
    headline: str
    count: str
    tone: Tone
    moment: str
    compared: str
    notices: tuple[ArrivalNotice, ...]
    groups: tuple[ThingGroup, ...]
    elsewhere: tuple[ElsewhereRow, ...]
    programs: tuple[ProgramRow, ...]
