"""What an estimate is made of: ranges, inputs with their source, and figures that name the inputs they rest on."""

from dataclasses import dataclass
from datetime import datetime
from math import inf

from advisor.estimate.codes import Currency, FigureCode, Fit, InputCode, Source
from advisor.settings.codes import Alternative

LARGEST = 1e15
"""No figure is larger; absurd inputs end here instead of in "infinite"."""

DECIMALS = 6
"""Figures are rounded to this many places, so that every machine writes the same bytes."""

NEVER_DAYS = 36_525
"""A mailbox that takes longer than a hundred years to fill counts as one that never does."""


@dataclass(frozen=True, slots=True)
class Range:
    """A figure as low, likely and high, in this order."""

    low: float
    likely: float
    high: float

    def __post_init__(self) -> None:
        """Refuse a range whose ends are swapped: it would come from a formula that was turned round."""
        if not self.low <= self.likely <= self.high:
            raise ValueError(f"not in order: {self}")

    @property
    def three(self) -> tuple[float, float, float]:
        """The figures in their order."""
        return self.low, self.likely, self.high

    @property
    def is_exact(self) -> bool:
        """Whether the three are one."""
        return self.low == self.high


@dataclass(frozen=True, slots=True)
class Days:
    """Days until something happens, soonest first; None: never (within a hundred years)."""

    soonest: float | None
    likely: float | None
    latest: float | None


@dataclass(frozen=True, slots=True)
class Input:
    """One figure that others are counted from, and where it comes from."""

    code: InputCode
    value: Range
    source: Source


@dataclass(frozen=True, slots=True)
class Figure:
    """One estimated figure. ``inputs``: what it was counted from; its formula belongs to the code (texts, by code)."""

    code: FigureCode
    value: Range
    inputs: tuple[InputCode, ...]


@dataclass(frozen=True, slots=True)
class AlternativeEstimate:
    """The figures of one alternative.

    ``server_gb``, ``local_gb``: GB at the points in time of ``Estimates.years``, for the biggest mailbox; local is all
    its devices together. ``full_days``: when the mailbox is full; None where the quota is unknown.
    """

    alternative: Alternative
    server_gb: tuple[Range, ...]
    local_gb: tuple[Range, ...]
    full_days: Days | None
    figures: tuple[Figure, ...]

    def figure(self, code: FigureCode) -> Figure | None:
        """The figure of this code, None where there is none."""
        return next((one for one in self.figures if one.code is code), None)


@dataclass(frozen=True, slots=True)
class Estimates:
    """All estimates for one company or group. ``measured_at``: when the mailbox was measured; None: it was not, and
    days count from the advice.

    ``years``: the points in time of the storage over the years. ``fit``: whether today's mail and room for a change
    (``room_gb`` among the figures) fit into the quota. ``figures``: those that no alternative changes.
    """

    measured_at: datetime | None
    currency: Currency
    inputs: tuple[Input, ...]
    years: tuple[float, ...]
    fit: Fit
    figures: tuple[Figure, ...]
    alternatives: tuple[AlternativeEstimate, ...]

    def input(self, code: InputCode) -> Input | None:
        """The input of this code, None where nothing is known or assumed."""
        return next((one for one in self.inputs if one.code is code), None)

    def figure(self, code: FigureCode) -> Figure | None:
        """The figure of this code, None where there is none."""
        return next((one for one in self.figures if one.code is code), None)

    def of(self, alternative: Alternative) -> AlternativeEstimate:
        """The figures of one alternative."""
        return next(one for one in self.alternatives if one.alternative is alternative)


def bounded(figure: float) -> float:
    """A figure that is neither infinite nor longer than the document writes it."""
    return round(min(max(figure, 0.0), LARGEST), DECIMALS)


def divided(amount: float, by: float) -> float:
    """``amount / by``; infinite where nothing is left to divide by."""
    return amount / by if by > 0 else inf
