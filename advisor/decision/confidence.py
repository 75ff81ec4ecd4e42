"""How sure the advice is: the shares of draws in which alternatives, protocols and forms come first."""

from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from advisor.decision.evaluation import Evaluation
from advisor.decision.matrix import ALTERNATIVES, CRITERIA
from advisor.decision.policy import DECIMALS, DRAWS
from advisor.decision.smaa import analyse
from advisor.decision.swings import codes_for, drawn, drawn_points
from advisor.settings.codes import Alternative

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Draws:
    """``utilities`` (alternatives, draws) at the drawn points, not normalised: only their order within a draw counts.

    ``first_ranks``: share of first ranks of each alternative, 0 for the excluded.
    """

    evaluation: Evaluation
    points: Array
    utilities: Array
    first_ranks: Array

    def share(self, alternative: Alternative) -> float:
        """The first-rank acceptability of one alternative."""
        return float(self.first_ranks[ALTERNATIVES.index(alternative)])

    def beats(self, ours: tuple[Alternative, ...], others: tuple[Alternative, ...]) -> float:
        """Share of draws in which the best of ``ours`` has more value than the best of ``others``; 1 without others."""
        if not others:
            return 1.0
        return float((self._best_of(ours) > self._best_of(others)).mean())

    def _best_of(self, alternatives: tuple[Alternative, ...]) -> Array:
        best: Array = self.utilities[[ALTERNATIVES.index(one) for one in alternatives]].max(axis=0)
        return best


def draw(evaluation: Evaluation) -> Draws:
    """Draws the points and analyses the feasible alternatives (SMAA-2)."""
    points = drawn_points(evaluation.answers)
    rows = _rows(evaluation)
    shares = np.zeros(len(ALTERNATIVES))
    if rows:
        shares[rows] = analyse(evaluation.matrix[rows], points.T).rank_acceptability[:, 0]
    return Draws(evaluation, points, np.einsum("ac,cn->an", evaluation.matrix, points), shares)


def first_ranks_after(now: Draws, after: Evaluation) -> Array:
    """The first-rank shares under other answers: only criteria whose answers changed are drawn anew."""
    rows = _rows(after)
    if not rows:
        return np.zeros(len(ALTERNATIVES))
    utilities = now.utilities[rows]
    for number, criterion in enumerate(CRITERIA):
        codes = codes_for(criterion, after.answers)
        if codes != codes_for(criterion, now.evaluation.answers):
            moved = drawn(criterion, codes) - now.points[number]
            utilities = utilities + np.outer(after.matrix[rows, number], moved)
    counted = np.bincount(utilities.argmax(axis=0), minlength=len(rows))
    shares = np.zeros(len(ALTERNATIVES))
    shares[rows] = counted / counted.sum()
    return shares


def half_width(share: float) -> float:
    """Half width of the 95 % interval of a share of draws."""
    return round(1.96 * sqrt(share * (1 - share) / DRAWS), DECIMALS)


def _rows(evaluation: Evaluation) -> list[int]:
    return [ALTERNATIVES.index(one) for one in evaluation.verdict.feasible]
