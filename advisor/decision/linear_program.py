"""Linear programs over weights: the simplex method in two phases with Bland's rule (Math. of OR 2(2), 1977, 103-107).

Small and dense, as information about weights is; a library for this would be larger than the rest of the product.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from advisor.decision.information import Constraints, InfeasibleError

Array = NDArray[np.float64]

TOLERANCE = 1e-9
_MOST_STEPS = 20_000


@dataclass(frozen=True, slots=True, eq=False)
class _Corner:
    """A corner of the feasible set: rows solved for the variables of ``basis``; the last column is their values."""

    table: Array
    basis: NDArray[np.intp]


def cheapest(constraints: Constraints, costs: Array) -> Array:
    """For each row of ``costs`` (any number, criteria) the feasible weights at which ``costs @ weights`` is least.

    Exact up to rounding: the least is found at a corner. Raises ``InfeasibleError`` where no weights fit.
    """
    start = _first_corner(constraints)
    criteria = constraints.criteria
    found = np.zeros((len(costs), criteria))
    for row, cost in zip(found, costs, strict=True):
        corner = _Corner(start.table.copy(), start.basis.copy())
        _descend(corner, np.concatenate([cost, np.zeros(start.table.shape[1] - 1 - criteria)]))
        weighed = corner.basis < criteria
        row[corner.basis[weighed]] = corner.table[weighed, -1]
    return found


def unit_rows(constraints: Constraints) -> Constraints:
    """The same constraints with rows of length 1, without those that say nothing.

    Raises ``InfeasibleError`` for a row without any weight that cannot hold.
    """
    lengths = np.linalg.norm(constraints.matrix, axis=1)
    if (constraints.limits[lengths == 0] < 0).any():
        raise InfeasibleError("a constraint holds for no weights")
    said = lengths > 0
    length = lengths[said]
    return Constraints(constraints.matrix[said] / length[:, None], constraints.limits[said] / length)


def _first_corner(constraints: Constraints) -> _Corner:
    """Phase one: a helper variable per row, driven to nought; then the columns of the helpers are dropped."""
    scaled = unit_rows(constraints)
    rows, criteria = scaled.matrix.shape
    system = np.zeros((rows + 1, criteria + rows + 1))
    system[:rows, :criteria], system[:rows, criteria:-1], system[:rows, -1] = scaled.matrix, np.eye(rows), scaled.limits
    system[rows, :criteria] = system[rows, -1] = 1
    system[system[:, -1] < 0] *= -1
    variables = criteria + rows
    table = np.concatenate([system[:, :-1], np.eye(rows + 1), system[:, -1:]], axis=1)
    corner = _Corner(table, np.arange(variables, variables + rows + 1))
    _descend(corner, np.concatenate([np.zeros(variables), np.ones(rows + 1)]))
    helpers = corner.basis >= variables
    if table[helpers, -1].sum() > TOLERANCE:
        raise InfeasibleError("no weights fit what is said about them")
    return _without_helpers(corner, variables)


def _without_helpers(corner: _Corner, variables: int) -> _Corner:
    """A helper that is still in the basis, at nought, makes room for a variable of its row.

    There is one: each row but the last has a variable of its own, and the last all weights, so no row is surplus.
    """
    for row in np.flatnonzero(corner.basis >= variables).tolist():
        _pivot(corner, row, int(np.abs(corner.table[row, :variables]).argmax()))
    columns = np.append(np.arange(variables), corner.table.shape[1] - 1)
    return _Corner(corner.table[:, columns], corner.basis)


def _descend(corner: _Corner, cost: Array) -> None:
    """Goes from corner to corner until none is cheaper. Weights are bounded, so there is a cheapest one."""
    for _ in range(_MOST_STEPS):
        reduced = cost - cost[corner.basis] @ corner.table[:, :-1]
        cheaper = np.flatnonzero(reduced < -TOLERANCE)
        if not len(cheaper):
            return
        column = int(cheaper[0])
        _pivot(corner, _leaving(corner, column), column)
    raise ArithmeticError("the linear program does not come to an end")


def _leaving(corner: _Corner, column: int) -> int:
    """Which variable of the basis is the first to reach nought; of several, the one with the lowest number."""
    entering, values = corner.table[:, column], corner.table[:, -1]
    ratios = np.full(len(values), np.inf)
    np.divide(values, entering, out=ratios, where=entering > TOLERANCE)
    rows = np.flatnonzero(ratios <= ratios.min() + TOLERANCE)
    return int(rows[corner.basis[rows].argmin()])


def _pivot(corner: _Corner, row: int, column: int) -> None:
    table = corner.table
    table[row] /= table[row, column]
    others = table[:, column].copy()
    others[row] = 0
    table -= np.outer(others, table[row])
    corner.basis[row] = column
