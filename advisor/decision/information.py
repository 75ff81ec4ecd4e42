"""What is known about weights, as linear constraints on weights that are not below zero and add up to 1."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise, product

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]
Groups = Sequence[Sequence[int]]


class InfeasibleError(ValueError):
    """No weights fit what is said about them."""


@dataclass(frozen=True, slots=True, eq=False)
class Constraints:
    """Weights w fit where ``matrix @ w <= limits``; ``matrix`` (constraints, criteria)."""

    matrix: Array
    limits: Array

    @property
    def criteria(self) -> int:
        """How many weights there are."""
        return int(self.matrix.shape[1])

    def hold(self, weights: Array, tolerance: float = 0) -> NDArray[np.bool_]:
        """Whether each row of ``weights`` fits."""
        fits: NDArray[np.bool_] = (np.einsum("nc,kc->nk", weights, self.matrix) <= self.limits + tolerance).all(axis=1)
        return fits


def constraints(matrix: ArrayLike, limits: ArrayLike) -> Constraints:
    """``matrix @ w <= limits``. Raises ``ValueError`` where shapes do not fit or a number is not finite."""
    table, bounds = np.asarray(matrix, dtype=np.float64), np.asarray(limits, dtype=np.float64)
    if table.ndim != 2 or table.shape[1] == 0 or bounds.shape != table.shape[:1]:
        raise ValueError(f"constraints {table.shape} and limits {bounds.shape} do not fit")
    if not (np.isfinite(table).all() and np.isfinite(bounds).all()):
        raise ValueError("every number of a constraint must be finite")
    return Constraints(table, bounds)


def nothing_known(criteria: int) -> Constraints:
    """Any weights fit."""
    return constraints(np.zeros((0, criteria)), np.zeros(0))


def within(low: ArrayLike, high: ArrayLike) -> Constraints:
    """Each weight lies in its range. Raises ``ValueError`` for an empty range."""
    least, most = np.asarray(low, dtype=np.float64), np.asarray(high, dtype=np.float64)
    if least.ndim != 1 or least.shape != most.shape:
        raise ValueError(f"ranges from {least.shape} to {most.shape} do not fit")
    if not (least <= most).all():
        raise ValueError("a range ends below its begin")
    each = np.eye(len(least))
    return constraints(np.concatenate([-each, each]), np.concatenate([-least, most]))


def ranked(groups: Groups, criteria: int) -> Constraints:
    """The criteria of each group (by number) weigh at least as much as those of the next; unnamed ones are free."""
    check_groups(groups, criteria)
    pairs = chain.from_iterable(product(more, less) for more, less in pairwise(groups))
    each = np.eye(criteria)
    rows = [each[less] - each[more] for more, less in pairs]
    return constraints(np.array(rows).reshape(-1, criteria), np.zeros(len(rows)))


def check_groups(groups: Groups, criteria: int) -> None:
    """Raises ``ValueError`` where a ranking names a criterion twice, or one that there is not."""
    named = list(chain.from_iterable(groups))
    if len(set(named)) < len(named) or not set(named) <= set(range(criteria)):
        raise ValueError(f"the ranking {groups} does not fit {criteria} criteria")


def together(first: Constraints, *others: Constraints) -> Constraints:
    """All of them at once."""
    parts = (first, *others)
    return constraints(np.concatenate([one.matrix for one in parts]), np.concatenate([one.limits for one in parts]))
