"""The finished view of what the services of a mail server can do."""

from dataclasses import dataclass

from advisor.report.cells import Cell


@dataclass(frozen=True, slots=True)
class AbilityRow:
    """One ability in plain words. ``token``: the technical word, as the server sent it where it did."""

    ability: str
    token: str
    figure: str
    state: Cell
    why: str


@dataclass(frozen=True, slots=True)
class CapabilityView:
    """One service. ``important`` rows stand out; ``further``: the rest by weight; ``unknown``: tokens as sent."""

    code: str
    name: str
    server: str
    important: tuple[AbilityRow, ...]
    further: tuple[AbilityRow, ...]
    unknown: tuple[str, ...]
    notes: tuple[str, ...]
