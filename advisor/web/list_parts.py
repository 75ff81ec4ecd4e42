"""Long lists on a page: a part at a time, each row within reach."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

MOST_SHOWN = 100
"""Rows of a staff list that a page shows."""
_Row = TypeVar("_Row")
_Shown = TypeVar("_Shown")


@dataclass(frozen=True, slots=True)
class Part(Generic[_Row]):
    """The ``rows`` of one part; ``before``: how many rows the parts before it hold; ``page`` counts from 1."""

    rows: Sequence[_Row]
    before: int
    page: int
    pages: int

    def of(self, shown: Callable[[_Row], _Shown]) -> "Part[_Shown]":
        """The same part with each row as it is shown."""
        return Part(tuple(map(shown, self.rows)), self.before, self.page, self.pages)


def part_of(rows: Sequence[_Row], wanted: int) -> Part[_Row]:
    """The part with this number, else the nearest there is."""
    pages = max(1, -(-len(rows) // MOST_SHOWN))
    page = min(max(wanted, 1), pages)
    before = (page - 1) * MOST_SHOWN
    return Part(rows[before : before + MOST_SHOWN], before, page, pages)
