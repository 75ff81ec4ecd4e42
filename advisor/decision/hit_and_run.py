"""Uniform draws from weights under linear constraints by hit-and-run (Tervonen et al., EJOR 224(3), 2013, 552-559).

From a point inside, a random direction is taken and then a uniform point on the line through the feasible set. Many
walks go side by side; their spread shapes the directions, so that long thin sets are crossed as fast as round ones.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from advisor.decision.information import Constraints, constraints, together
from advisor.decision.linear_program import TOLERANCE, cheapest, unit_rows

Array = NDArray[np.float64]

_WALKS = 500
_SHAPINGS = 4
_STEPS_PER_SHAPING = 20
_STEPS_PER_DRAW = 4
"""Steps count per dimension of the feasible set."""

_AT_THE_BOUND = 1e-200


@dataclass(frozen=True, slots=True, eq=False)
class Inside:
    """The feasible set seen from within.

    ``centre``: a point of its inside; ``matrix @ w <= limits``: the bounds that leave room; ``directions``: an
    orthonormal basis (dimension, criteria) of where one can go, without rows where only the centre fits.
    """

    centre: Array
    matrix: Array
    limits: Array
    directions: Array


def inside(information: Constraints) -> Inside:
    """Looks for the weights farthest from each bound; bounds that never leave room are equations.

    Raises ``InfeasibleError`` where no weights fit.
    """
    criteria = information.criteria
    bounds = unit_rows(together(information, constraints(-np.eye(criteria), np.zeros(criteria))))
    corners = cheapest(information, bounds.matrix)
    room = bounds.limits - np.einsum("kc,kc->k", bounds.matrix, corners)
    equations = np.concatenate([np.ones((1, criteria)), bounds.matrix[room <= TOLERANCE]])
    free = room > TOLERANCE
    return Inside(corners.mean(axis=0), bounds.matrix[free], bounds.limits[free], _null_space(equations))


def hit_and_run(information: Constraints, draws: int, random: np.random.Generator) -> Array:
    """Weights (draws, criteria), uniform where ``information`` holds. Raises ``InfeasibleError`` where none fit."""
    room = inside(information)
    dimension = len(room.directions)
    if dimension == 0:
        return np.tile(room.centre, (draws, 1))
    points = np.tile(room.centre, (min(draws, _WALKS), 1))
    shaped = room
    for _ in range(_SHAPINGS):
        points = _walk(shaped, points, _STEPS_PER_SHAPING * dimension, random)
        shaped = replace(room, directions=_spread(points, room.directions))
    found: list[Array] = []
    while len(found) * len(points) < draws:
        points = _walk(shaped, points, _STEPS_PER_DRAW * dimension, random)
        found.append(points)
    return np.concatenate(found)[:draws].clip(min=0)


def _null_space(equations: Array) -> Array:
    _, lengths, rows = np.linalg.svd(equations)
    return rows[int((lengths > TOLERANCE * lengths[0]).sum()) :]


def _spread(points: Array, directions: Array) -> Array:
    """Directions as long as the walks have spread along them."""
    steps = (points - points.mean(axis=0)) @ directions.T
    covariance = steps.T @ steps / len(points)
    least = np.finfo(np.float64).eps * np.trace(covariance) + np.finfo(np.float64).tiny
    shape: Array = np.linalg.cholesky(covariance + least * np.eye(len(directions))).T @ directions
    return shape


def _walk(room: Inside, points: Array, steps: int, random: np.random.Generator) -> Array:
    """Goes so many steps; each walk has its own column. ``left``: how far each still is from each bound."""
    bounds = room.matrix @ room.directions.T
    left = room.limits[:, None] - room.matrix @ points.T
    moved = np.zeros((len(room.directions), len(points)))
    for _ in range(steps):
        way = random.standard_normal(moved.shape)
        speed = bounds @ way
        nearing = speed / left.clip(min=_AT_THE_BOUND)
        behind, ahead = 1 / nearing.min(axis=0), 1 / nearing.max(axis=0)
        length = behind + (ahead - behind) * random.random(len(points))
        moved += length * way
        left -= length * speed
    walked: Array = points + moved.T @ room.directions
    return walked
