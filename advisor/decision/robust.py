"""Robust ordinal regression: who is better for all weights that fit what is known, and who can be better at all.

Necessary and possible preference (Greco, Mousseau & Słowiński, EJOR 191(2), 2008), here for given values and open
weights. The lead of one alternative over another is linear in the weights, so its bounds are found at corners:
in a box of points in closed form, under linear constraints by linear programs. Both are exact up to rounding.
"""

from dataclasses import dataclass
from functools import cache
from itertools import permutations, product

import numpy as np
from numpy.typing import NDArray

from advisor.decision.comparisons import Preferred
from advisor.decision.criteria import Criterion
from advisor.decision.evaluation import Evaluation
from advisor.decision.factors import code_of, codes_of
from advisor.decision.information import Constraints
from advisor.decision.linear_program import cheapest
from advisor.decision.matrix import ALTERNATIVES, CRITERIA
from advisor.decision.needs import Factor
from advisor.decision.swings import table_of
from advisor.questionnaire.answers import Answers

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]

_LEVEL = 1e-9
"""A lead below this share of the largest one counts as none."""


@dataclass(frozen=True, slots=True, eq=False)
class Leads:
    """``least[i, k]`` and ``most[i, k]``: the bounds of the lead of i over k over all weights that fit."""

    least: Array
    most: Array

    @property
    def always(self) -> Flags:
        """Whether i has more value than k whatever the weights."""
        flags: Flags = self.least > self._level
        return flags

    @property
    def possibly(self) -> Flags:
        """Whether some weights give i more value than k."""
        flags: Flags = self.most > self._level
        return flags

    @property
    def _level(self) -> float:
        return _LEVEL * float(self.most.max(initial=0))


def leads_in_boxes(values: Array, low: Array, high: Array) -> Leads:
    """``values`` (alternatives, criteria); swing points lie between ``low`` and ``high`` (boxes, criteria) of any box.

    Points need no common sum: dividing by it changes no sign. Where the boxes are only a hull of what can be, "always"
    is still sure and "possibly" may say too much. Raises ``ValueError`` where shapes do not fit, a number is not
    finite, or a box is empty.
    """
    values, low, high = (np.asarray(one, dtype=np.float64) for one in (values, low, high))
    fit = values.ndim == low.ndim == 2 and low.shape == high.shape and low.shape[1] == values.shape[1] and len(low) > 0
    if not fit:
        raise ValueError(f"values {values.shape} and boxes {low.shape}, {high.shape} do not fit")
    if not (np.isfinite(values).all() and np.isfinite(high).all() and (low >= 0).all() and (low <= high).all()):
        raise ValueError("points lie in finite boxes that are not empty, from nought upwards")
    return _bounds(_least_in_boxes(values, low, high))


def leads_under(values: Array, information: Constraints) -> Leads:
    """``values`` (alternatives, criteria); normalised weights fit ``information``.

    Raises ``InfeasibleError`` where no weights fit, ``ValueError`` where shapes do not.
    """
    values = np.asarray(values, dtype=np.float64)
    if values.ndim != 2 or values.shape[1] != information.criteria or not np.isfinite(values).all():
        raise ValueError(f"values {values.shape} do not fit {information.criteria} criteria, or are no numbers")
    differences = _differences(values).reshape(-1, values.shape[1])
    worst = np.einsum("pc,pc->p", differences, cheapest(information, differences))
    return _bounds(worst.reshape(len(values), len(values)))


def preferred(evaluation: Evaluation) -> tuple[Preferred, ...]:
    """Each feasible alternative over each other one, the best first. Exact, as ``leads_of`` is."""
    leads = leads_of(evaluation.matrix, evaluation.answers)
    always, possibly = leads.always, leads.possibly
    return tuple(
        Preferred(one, other, always=bool(always[at]), possibly=bool(possibly[at]))
        for one, other in permutations(evaluation.feasible, 2)
        for at in [(ALTERNATIVES.index(one), ALTERNATIVES.index(other))]
    )


def leads_of(matrix: Array, answers: Answers) -> Leads:
    """The bounds of the leads over all swing points that fit the answers; an unknown answer may have any of its codes.

    Exact although one question speaks to several criteria: criteria that share one are laid out together, one box for
    each combination of codes; such parts vary freely beside each other, so their bounds add up.
    """
    return _bounds(np.sum([_least_in_part(matrix, answers, part) for part in _parts()], axis=0))


@dataclass(frozen=True, slots=True, eq=False)
class _Part:
    """Criteria that share questions: for each combination of codes, the box of their points."""

    criteria: tuple[int, ...]
    factors: tuple[Factor, ...]
    combinations: NDArray[np.str_]
    low: Array
    high: Array


def _differences(values: Array) -> Array:
    difference: Array = values[:, None, :] - values[None, :, :]
    return difference


def _bounds(least: Array) -> Leads:
    """The most that one leads by is the least that it is behind by, with the sign turned."""
    return Leads(least, -least.T)


def _least_in_boxes(values: Array, low: Array, high: Array) -> Array:
    """What speaks for one counts at its least, what speaks against it at its most; the worst of the boxes."""
    ahead = _differences(values).clip(min=0)
    leads = np.einsum("ikc,bc->ikb", ahead, low) - np.einsum("kic,bc->ikb", ahead, high)
    least: Array = leads.min(axis=2)
    return least


def _least_in_part(matrix: Array, answers: Answers, part: _Part) -> Array:
    can_be = np.ones(len(part.low), dtype=np.bool_)
    for column, factor in enumerate(part.factors):
        code = code_of(factor, answers)
        if code is not None:
            can_be &= part.combinations[:, column] == code
    return _least_in_boxes(matrix[:, part.criteria], part.low[can_be], part.high[can_be])


@cache
def _parts() -> tuple[_Part, ...]:
    parts: list[list[Criterion]] = []
    for criterion in CRITERIA:
        sharing = [part for part in parts if any(_share(criterion, other) for other in part)]
        parts = [part for part in parts if part not in sharing]
        parts.append([one for part in sharing for one in part] + [criterion])
    return tuple(_laid_out(part) for part in parts)


def _share(one: Criterion, other: Criterion) -> bool:
    """Whether a question with more than one code speaks to both."""
    common = set(table_of(one).factors) & set(table_of(other).factors)
    return any(len(codes_of(factor)) > 1 for factor in common)


def _laid_out(criteria: list[Criterion]) -> _Part:
    factors = tuple(dict.fromkeys(factor for criterion in criteria for factor in table_of(criterion).factors))
    combinations = list(product(*map(codes_of, factors)))
    boxes = [
        [_box(criterion, dict(zip(factors, codes, strict=True))) for criterion in criteria] for codes in combinations
    ]
    both = np.array(boxes, dtype=np.float64)
    numbers = tuple(CRITERIA.index(criterion) for criterion in criteria)
    return _Part(numbers, factors, np.array(combinations), both[:, :, 0], both[:, :, 1])


def _box(criterion: Criterion, codes: dict[Factor, str]) -> tuple[float, float]:
    table = table_of(criterion)
    at = 0
    for factor in table.factors:
        options = codes_of(factor)
        at = at * len(options) + options.index(codes[factor])
    return float(table.low[at]), float(table.low[at] + table.span[at])
