"""Several steps of one source at once, so that a silent one costs its own time only."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

_Result = TypeVar("_Result")
MOST_AT_ONCE = 8


def together(steps: Iterable[Callable[[], _Result]]) -> list[_Result]:
    """The results in the order of the steps; the first error of a step is raised once all have ended."""
    waiting = list(steps)
    if len(waiting) <= 1:
        return [step() for step in waiting]
    with ThreadPoolExecutor(min(MOST_AT_ONCE, len(waiting)), thread_name_prefix="source") as pool:
        return list(pool.map(lambda step: step(), waiting))
