"""SMAA-2: how often each alternative comes first (Lahdelma & Salminen, Operations Research 49(3), 2001, 444-454)."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from advisor.decision.value import normalised

Array = NDArray[np.float64]

_TIE = 1e-12


@dataclass(frozen=True, slots=True, eq=False)
class Acceptability:
    """The result over all draws; rows are alternatives.

    ``rank_acceptability[i, r]``: share of draws in which i has rank r + 1 (equal alternatives share a rank).
    ``central_weights[i]``: mean weights with which i comes first; all 0 where it never does.
    ``confidence_factors[i]``: share of first ranks when the weights are the central ones; 0 where it never is first.
    ``pairwise_winning[i, k]``: share of draws in which i has more value than k.
    ``entropy_bits``: uncertainty of the choice, 0 when one alternative always wins.
    ``error[i]``: half width of the 95 % interval of the first-rank share.
    """

    rank_acceptability: Array
    central_weights: Array
    confidence_factors: Array
    pairwise_winning: Array
    entropy_bits: float
    error: Array


def analyse(values: Array, weights: Array) -> Acceptability:
    """Acceptabilities from ``values`` (alternatives, criteria), or one such matrix per draw, and weights per draw.

    ``weights`` (draws, criteria) need not be normalised. Raises ``ValueError`` where shapes do not fit.
    """
    values, weights = np.asarray(values, dtype=np.float64), normalised(np.asarray(weights, dtype=np.float64))
    _check_shapes(values, weights)
    above = _above(_utilities(values, weights))
    draws, alternatives = above.shape[0], above.shape[1]
    rank = above.sum(axis=1)
    acceptability = np.stack([(rank == place).mean(axis=0) for place in range(alternatives)], axis=1)
    first = acceptability[:, 0]
    central = _central(rank == 0, weights)
    return Acceptability(
        acceptability,
        central,
        _confidence(values, central, first),
        above.mean(axis=0),
        entropy(first),
        1.96 * np.sqrt(first * (1 - first) / draws),
    )


def entropy(first_ranks: Array) -> float:
    """The entropy in bits of a choice made with these chances."""
    chances = first_ranks[first_ranks > 0]
    chances = chances / chances.sum()
    return abs(float(-(chances * np.log2(chances)).sum()))


def _check_shapes(values: Array, weights: Array) -> None:
    fits = values.ndim in (2, 3) and weights.ndim == 2 and values.shape[-1] == weights.shape[1] and len(weights) > 0
    if not fits or (values.ndim == 3 and len(values) != len(weights)):
        raise ValueError(f"values {values.shape} and weights {weights.shape} do not fit")


def _utilities(values: Array, weights: Array) -> Array:
    """Values (draws, alternatives). Summed without BLAS: equal rows give equal sums, and no threads fight for cores."""
    utilities: Array = np.einsum("nac,nc->na" if values.ndim == 3 else "ac,nc->na", values, weights)
    return utilities


def _above(utilities: Array) -> NDArray[np.bool_]:
    """(draws, i, k): whether i has more value than k."""
    ahead: NDArray[np.bool_] = utilities[:, :, None] > utilities[:, None, :] + _TIE
    return ahead


def _central(first: NDArray[np.bool_], weights: Array) -> Array:
    times = first.sum(axis=0)[:, None]
    summed = np.einsum("na,nc->ac", first.astype(np.float64), weights)
    central: Array = np.divide(summed, times, out=np.zeros_like(summed), where=times > 0)
    return central


def _confidence(values: Array, central: Array, first: Array) -> Array:
    factors = np.zeros(len(first))
    for number in np.flatnonzero(first > 0):
        utilities = np.atleast_2d(values @ central[number])
        factors[number] = (utilities[:, [number]] + _TIE >= utilities).all(axis=1).mean()
    return factors
