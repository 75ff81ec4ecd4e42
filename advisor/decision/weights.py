"""Draws of weights from what is known about them: nothing, a ranking, ranges, linear constraints, or exact figures.

Every function gives weights (draws, criteria) that add up to 1 in each draw; the same seed gives the same draws. All
weights that fit are equally likely, but for swing points. Uniform on the simplex are exponentials, normalised
(Rubinstein 1982); plain uniforms, normalised, would crowd the middle. Information that no weights fit raises
``InfeasibleError``, a ``ValueError``.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from advisor.decision.hit_and_run import hit_and_run
from advisor.decision.information import Constraints, Groups, InfeasibleError, check_groups
from advisor.decision.policy import SEED
from advisor.decision.value import normalised

Array = NDArray[np.float64]

_TRIED = 5_000
_WORTH_TRYING = 0.02
"""Share of tried weights that fit from which trying is faster than walking."""


def unknown(criteria: int, draws: int, seed: int = SEED) -> Array:
    """Nothing is known: uniform on the simplex."""
    _check_counts(criteria, draws)
    return _simplex(criteria, draws, np.random.default_rng(seed))


def exact(weights: ArrayLike, draws: int) -> Array:
    """The weights are known, up to their scale: each draw is the same."""
    known = np.asarray(weights, dtype=np.float64)
    _check_counts(known.size, draws)
    if known.ndim != 1 or not np.isfinite(known).all() or known.min() < 0:
        raise ValueError("exact weights are finite numbers, none below zero")
    if not known.any():
        raise InfeasibleError("no criterion has any weight")
    return np.tile(normalised(known), (draws, 1))


def ranking(groups: Groups, criteria: int, draws: int, seed: int = SEED) -> Array:
    """Criteria (by number) from the one that weighs most; those of one group are not ordered among each other.

    Unnamed criteria are free. The draw is uniform on the simplex, its named weights sorted: all orders are equally
    likely, so sorting makes exactly the conditional distribution.
    """
    _check_counts(criteria, draws)
    check_groups(groups, criteria)
    random = np.random.default_rng(seed)
    weights = _simplex(criteria, draws, random)
    named = [number for group in groups for number in group]
    falling = -np.sort(-weights[:, named], axis=1)
    begun = 0
    for group in groups:
        weights[:, list(group)] = random.permuted(falling[:, begun : begun + len(group)], axis=1)
        begun += len(group)
    return weights


def swing_points(low: ArrayLike, high: ArrayLike, draws: int, seed: int = SEED) -> Array:
    """Each criterion's swing points are known to a range, each for itself; normalised afterwards.

    That is not uniform over the weights that can come out: it is what the engine means by a range of points.
    """
    least, most = np.asarray(low, dtype=np.float64), np.asarray(high, dtype=np.float64)
    _check_counts(least.size, draws)
    if least.ndim != 1 or least.shape != most.shape or not (np.isfinite(most).all() and (least >= 0).all()):
        raise ValueError("swing points are finite numbers, none below zero")
    if not (least <= most).all():
        raise ValueError("a range ends below its begin")
    if not most.any():
        raise InfeasibleError("no criterion has any weight")
    return normalised(least + (most - least) * np.random.default_rng(seed).random((draws, least.size)))


def constrained(information: Constraints, draws: int, seed: int = SEED) -> Array:
    """Uniform where ``information`` holds: ``within`` for ranges, ``ranked``, any linear constraints, or all together.

    What fits is picked from uniform draws where enough of them fit; else hit-and-run walks through the feasible set.
    """
    _check_counts(information.criteria, draws)
    random = np.random.default_rng(seed)
    tried = _fitting(information, _TRIED, random)
    if len(tried) < _WORTH_TRYING * _TRIED:
        return hit_and_run(information, draws, random)
    found, count = [tried], len(tried)
    while count < draws:
        found.append(_fitting(information, _TRIED, random))
        count += len(found[-1])
    return np.concatenate(found)[:draws]


def roc(criteria: int) -> Array:
    """Rank-order centroid weights of a complete ranking, the most important first: the mean of all weights that fit.

    Barron & Barrett, Management Science 42(11), 1996, 1515-1523: w_k = (1/n) sum of 1/i for i from k to n.
    """
    _check_counts(criteria, 1)
    shares = 1 / np.arange(1, criteria + 1)
    centroid: Array = np.cumsum(shares[::-1])[::-1] / criteria
    return centroid


def _simplex(criteria: int, draws: int, random: np.random.Generator) -> Array:
    return normalised(random.standard_exponential((draws, criteria)))


def _fitting(information: Constraints, tried: int, random: np.random.Generator) -> Array:
    weights = _simplex(information.criteria, tried, random)
    return weights[information.hold(weights)]


def _check_counts(criteria: int, draws: int) -> None:
    if criteria < 1 or draws < 1:
        raise ValueError(f"no weights for {criteria} criteria and {draws} draws")
