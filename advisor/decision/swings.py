"""The swing points of each criterion, drawn or as their mean, for known and unknown answers alike.

All combinations of the codes that speak to a criterion are laid out once; in each, the answer with the largest middle
counts and the others add nothing. An unknown answer is a mixture over its codes.
"""

from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product

import numpy as np
from numpy.typing import NDArray

from advisor.decision.criteria import Criterion
from advisor.decision.factors import code_of, codes_of, prior_of
from advisor.decision.matrix import CRITERIA
from advisor.decision.needs import NEEDS, Factor, Need, counts
from advisor.decision.policy import DRAWS
from advisor.decision.streams import code_numbers, uniform
from advisor.decision.value import normalised
from advisor.questionnaire.answers import Answers

Codes = tuple[str | None, ...]

_KEPT_DRAWS = 400  # 80 kB each


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """The points of one criterion for each combination of codes (flat, last factor fastest).

    ``speaker`` is the number of the factor whose answer counts.
    """

    factors: tuple[Factor, ...]
    low: NDArray[np.float64]
    span: NDArray[np.float64]
    speaker: NDArray[np.intp]

    @property
    def middle(self) -> NDArray[np.float64]:
        """The mean points of each combination."""
        return self.low + self.span / 2


@cache
def table_of(criterion: Criterion) -> Table:
    """The laid-out combinations of one criterion."""
    needs = [need for need in NEEDS if need.criterion is criterion]
    factors = tuple(dict.fromkeys(need.factor for need in needs))
    cells = [_largest(needs, factors, codes) for codes in product(*map(codes_of, factors))]
    low, high, speaker = (np.array(column) for column in zip(*cells, strict=True))
    return Table(factors, low, high - low, speaker.astype(np.intp))


def _largest(needs: list[Need], factors: tuple[Factor, ...], codes: tuple[str, ...]) -> tuple[float, float, int]:
    known = dict(zip(factors, codes, strict=True))
    held = [need for need in needs if counts(need, known)]
    if not held:
        return 0.0, 0.0, 0
    largest = max(held, key=lambda need: need.middle)
    return float(largest.low), float(largest.high), factors.index(largest.factor)


def codes_for(criterion: Criterion, answers: Answers) -> Codes:
    """The codes that speak to a criterion, None where unknown."""
    return tuple(code_of(factor, answers) for factor in table_of(criterion).factors)


def mean_points(answers: Answers) -> NDArray[np.float64]:
    """The mean swing points of every criterion: the exact mean over the mixtures of unknown answers."""
    return np.array([mean_of(criterion, codes_for(criterion, answers)) for criterion in CRITERIA])


def drawn_points(answers: Answers) -> NDArray[np.float64]:
    """Swing points (criteria, draws)."""
    return np.stack([drawn(criterion, codes_for(criterion, answers)) for criterion in CRITERIA])


@lru_cache(maxsize=4096)
def mean_of(criterion: Criterion, codes: Codes) -> float:
    """The mean points of one criterion, unknown codes being mixtures."""
    table = table_of(criterion)
    chances = np.ones(1)
    for factor, code in zip(table.factors, codes, strict=True):
        chances = np.multiply.outer(chances, _chances(factor, code)).ravel()
    return float(chances @ table.middle)


def _chances(factor: Factor, code: str | None) -> NDArray[np.float64]:
    if code is None:
        return normalised(np.array(prior_of(factor)))
    return np.array([float(code == other) for other in codes_of(factor)])


@lru_cache(maxsize=_KEPT_DRAWS)
def drawn(criterion: Criterion, codes: Codes) -> NDArray[np.float64]:
    """The points of one criterion in each draw (read-only)."""
    table = table_of(criterion)
    combination: NDArray[np.intp] | int = 0
    for factor, code in zip(table.factors, codes, strict=True):
        options = codes_of(factor)
        number = code_numbers(factor, prior_of(factor)) if code is None else options.index(code)
        combination = combination * len(options) + number
    points = _points(criterion, table, combination)
    points.flags.writeable = False
    return points


def _points(criterion: Criterion, table: Table, combination: NDArray[np.intp] | int) -> NDArray[np.float64]:
    spoken = table.speaker[combination]
    numbers = np.zeros(DRAWS)
    for speaker in set(table.speaker.tolist()):
        numbers = np.where(spoken == speaker, uniform(_stream(table.factors[speaker], criterion)), numbers)
    points: NDArray[np.float64] = table.low[combination] + table.span[combination] * numbers
    return points


def _stream(factor: Factor, criterion: Criterion) -> str:
    return f"points of {factor} for {criterion}"
