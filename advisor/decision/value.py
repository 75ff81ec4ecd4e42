"""The additive value model on fixed scales (Keeney & Raiffa 1976): value, contributions, critical weight."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def normalised(points: Array) -> Array:
    """Weights that add up to 1 along the last axis; where no point was given at all, all weights are 0."""
    total = points.sum(axis=-1, keepdims=True)
    weights: Array = np.divide(points, total, out=np.zeros_like(points, dtype=np.float64), where=total > 0)
    return weights


def piecewise_linear(cutoffs: Array, values: Array, amounts: Array, *, clip: bool = True) -> Array:
    """The partial value of measured amounts: straight lines between the anchors (``cutoffs`` rising, their ``values``).

    Beyond the first and last anchor the value stays as it is there, or without ``clip`` follows the outermost line.
    """
    inside: Array = np.interp(amounts, cutoffs, values)
    if clip:
        return inside
    slopes = np.diff(values) / np.diff(cutoffs)
    below, above = np.minimum(amounts - cutoffs[0], 0), np.maximum(amounts - cutoffs[-1], 0)
    outside: Array = inside + slopes[0] * below + slopes[-1] * above
    return outside


def additive(values: Array, weights: Array) -> Array:
    """The value of each alternative: the weighted sum over the criteria (last axis of ``values``)."""
    total: Array = values @ weights
    return total


def contributions(weights: Array, better: Array, worse: Array) -> Array:
    """What each criterion adds to the lead of one alternative over another; they add up to the lead."""
    parts: Array = weights * (better - worse)
    return parts


def critical_weight(weights: Array, difference: Array, criterion: int) -> float | None:
    """The weight of one criterion at which the lead ``weights @ difference`` vanishes, or None.

    The other weights keep their proportions: with r the lead over the other criteria alone, t = r / (r - d).
    """
    weight, gap = float(weights[criterion]), float(difference[criterion])
    if weight >= 1:
        return None
    rest = (float(weights @ difference) - weight * gap) / (1 - weight)
    if rest == gap:
        return None
    turning = rest / (rest - gap)
    return turning if 0 <= turning <= 1 else None


def nearest_tie(weights: Array, difference: Array) -> Array:
    """The weights closest to ``weights`` (Euclidean, adding up to the same) at which the lead vanishes.

    A weight may come out below zero where the bounds would be active; equal differences everywhere leave no tie and
    raise ``ValueError``.
    """
    direction = difference - difference.mean()
    length = float(direction @ direction)
    if length == 0:
        raise ValueError("a lead that no weight can change")
    tie: Array = weights - float(weights @ difference) * direction / length
    return tie
