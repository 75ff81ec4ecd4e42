"""SMAA-2: how often each alternative comes first (Lahdelma & Salminen, Operations Research 49(3), 2001, 444-454)."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

_TIE = 1e-12
"""Two values are equal where they differ by less than this share of the widest possible lead of that draw."""

_LARGEST = 1e300
"""Beyond this size, sums and differences of numbers would no longer be numbers."""

_BLOCK = 1_000_000
"""Uncertain values are worked through in blocks of about so many numbers."""


@dataclass(frozen=True, slots=True, eq=False)
class Acceptability:
    """The result over all draws; rows are alternatives.

    ``rank_acceptability[i, r]``: share of draws in which i has rank r + 1 (equal alternatives share the better rank).
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

    ``weights`` (draws, criteria) need not be normalised; a draw without any weight leaves all alternatives level.
    Beside its input it needs memory for a few numbers per alternative and draw. Raises ``ValueError`` where shapes do
    not fit, or where a number is not finite or a weight below zero.
    """
    values, weights = np.asarray(values, dtype=np.float64), np.asarray(weights, dtype=np.float64)
    _check(values, weights)
    shares = _shares(weights)
    utilities, tie = _utilities(values, shares)
    rank, winning = _ranks(utilities, tie)
    alternatives, draws = rank.shape
    acceptability = np.stack([np.bincount(row, minlength=alternatives) for row in rank]) / draws
    first = acceptability[:, 0]
    central = _central(rank == 0, shares)
    return Acceptability(
        acceptability,
        central,
        _confidence(values, central, first),
        winning,
        entropy(first),
        1.96 * np.sqrt(first * (1 - first) / draws),
    )


def entropy(first_ranks: Array) -> float:
    """The entropy in bits of a choice made with these chances."""
    chances = first_ranks[first_ranks > 0]
    chances = chances / chances.sum()
    return abs(float(-(chances * np.log2(chances)).sum()))


def _check(values: Array, weights: Array) -> None:
    fits = values.ndim in (2, 3) and weights.ndim == 2 and values.shape[-1] == weights.shape[1]
    if not fits or 0 in (*values.shape, *weights.shape) or (values.ndim == 3 and len(values) != len(weights)):
        raise ValueError(f"values {values.shape} and weights {weights.shape} do not fit")
    if not (np.abs(values).max() < _LARGEST and weights.max() < _LARGEST):
        raise ValueError("every value and every weight must be a finite number")
    if not weights.min() >= 0:
        raise ValueError("a weight is below zero")


def _shares(weights: Array) -> Array:
    """Weights (criteria, draws) that add up to 1 in each draw, or to 0; so laid out, sums run along the draws."""
    columns = np.ascontiguousarray(weights.T)
    total = columns.sum(axis=0)
    total[total == 0] = 1
    shares: Array = columns / total
    return shares


def _utilities(values: Array, shares: Array) -> tuple[Array, Array]:
    """Values (alternatives, draws), and the difference per draw below which two of them count as equal.

    Summed without BLAS: equal rows give equal sums, and no threads fight for cores.
    """
    if values.ndim == 2:
        sums = np.einsum("ac,cn->an", _from_worst(values), shares)
    else:
        parts = [np.einsum("acn,cn->an", table, shares[:, part]) for part, table in _blocks(values)]
        sums = np.concatenate(parts, axis=1)
    return sums[:-1], _TIE * sums[-1]


def _from_worst(values: Array) -> Array:
    """Each criterion counted from its worst value; one more row at the end holds the best of each.

    Only differences count, so what all alternatives have in common shall cost no digits.
    """
    above: Array = values - values.min(axis=0)
    return np.concatenate([above, above.max(axis=0, keepdims=True)])


def _blocks(values: Array) -> Iterator[tuple[slice, Array]]:
    """Uncertain values in parts, draws last."""
    step = max(1, _BLOCK // values[0].size)
    for start in range(0, len(values), step):
        part = slice(start, start + step)
        yield part, _from_worst(np.ascontiguousarray(values[part].transpose(1, 2, 0)))


def _ranks(utilities: Array, tie: Array) -> tuple[NDArray[np.intp], Array]:
    """How many are better than each one (alternatives, draws), and how often each has more value than each other."""
    rank = np.zeros(utilities.shape, dtype=np.intp)
    beaten_above = utilities + tie
    winning = np.empty((len(utilities), len(utilities)))
    for number, ours in enumerate(utilities):
        ahead = ours > beaten_above
        winning[number] = np.count_nonzero(ahead, axis=1) / ahead.shape[1]
        rank += ahead
    return rank, winning


def _central(first: NDArray[np.bool_], shares: Array) -> Array:
    times = np.count_nonzero(first, axis=1)[:, None]
    summed = np.einsum("an,cn->ac", first.astype(np.float64), shares)
    central: Array = np.divide(summed, times, out=np.zeros_like(summed), where=times > 0)
    return central


def _confidence(values: Array, central: Array, first: Array) -> Array:
    winners = np.flatnonzero(first > 0)
    weights = central[winners]
    tables = (table for _, table in _blocks(values if values.ndim == 3 else values[None]))
    held = [_held(np.einsum("acn,kc->kan", table, weights), winners) for table in tables]
    factors = np.zeros(len(first))
    factors[winners] = np.sum(held, axis=0) / (len(values) if values.ndim == 3 else 1)
    return factors


def _held(sums: Array, winners: NDArray[np.intp]) -> NDArray[np.intp]:
    """In how many draws each winner is first under its own weights; ``sums`` (winners, alternatives + 1, draws)."""
    own = sums[np.arange(len(winners)), winners] + _TIE * sums[:, -1]
    held: NDArray[np.intp] = (sums[:, :-1] <= own[:, None]).all(axis=1).sum(axis=1)
    return held
