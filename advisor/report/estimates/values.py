"""The finished page of estimates: sentences, tables and the geometry of the pictures, in the reader's language."""

from dataclasses import dataclass

from advisor.settings.codes import Alternative


@dataclass(frozen=True, slots=True)
class Amount:
    """One figure as low, likely and high; ``exact``: the three are one."""

    low: str
    likely: str
    high: str
    exact: bool = False


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure with its name and its formula, the person's own inputs filled in."""

    name: str
    amount: Amount
    formula: str


@dataclass(frozen=True, slots=True)
class InputRow:
    """What was counted from. ``slug``: the page where it can be changed; None where no question asks for it."""

    name: str
    amount: Amount
    source: str
    slug: str | None
    assumed: bool


@dataclass(frozen=True, slots=True)
class Label:
    """Words at a point of a picture."""

    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a picture: its points, its look (``kind``), and its name at its end."""

    kind: str
    points: str
    label: Label


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of storage over time. ``band``: from low to high on the server, as the corners of an area."""

    width: int
    height: int
    left: float
    right: float
    top: float
    bottom: float
    band: str
    lines: tuple[Line, ...]
    across: tuple[Label, ...]
    up: tuple[Label, ...]
    title: str
    summary: str


@dataclass(frozen=True, slots=True)
class YearRow:
    """The table beside the picture."""

    year: str
    server: Amount
    local: str


@dataclass(frozen=True, slots=True)
class WayView:
    """One alternative. ``full``: when the mailbox is full, as a phrase."""

    code: Alternative
    name: str
    advised: bool
    full: str
    chart: Chart
    years: tuple[YearRow, ...]
    figures: tuple[FigureRow, ...]


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One figure for all alternatives side by side."""

    name: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EstimatesView:
    """The page. ``sentences``: what matters first. ``assumptions``: inputs that no question asks for."""

    sentences: tuple[str, ...]
    names: tuple[str, ...]
    compared: tuple[ComparedRow, ...]
    ways: tuple[WayView, ...]
    common: tuple[FigureRow, ...]
    inputs: tuple[InputRow, ...]
    assumptions: tuple[InputRow, ...]
