"""Whether other methods put the same alternative first: TOPSIS and PROMETHEE II, by the library pymcdm.

Both depend on which alternatives are compared, so they only check and never decide. The library is an optional part of
an installation (docs/decisions/0011-other-methods.md); without it nothing is said. It is loaded when first asked.
"""

from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from advisor.decision.comparisons import Agreement, Method
from advisor.decision.evaluation import Evaluation

Array = NDArray[np.float64]
Score = Callable[..., Array]

_LEVEL = 1e-9


def available() -> bool:
    """Whether this installation can ask other methods."""
    return find_spec("pymcdm") is not None


def scores(method: Method, values: Array, weights: Array) -> Array:
    """How each alternative does by a method, more is better; ``values`` (alternatives, criteria), more is better.

    TOPSIS (Hwang & Yoon 1981) after vector normalisation: the share of the way from the worst to the ideal point.
    PROMETHEE II with the usual criterion (any difference is a full preference): the net flow. Criteria without weight
    and those on which all are equal say nothing and would divide by nought: they are left out, and where none is left
    all scores are 0. The library's own checks are off: they warn of every dominated alternative. Raises ``ImportError``
    without the library.
    """
    telling = (weights > 0) & (np.ptp(values, axis=0) > 0)
    if not telling.any():
        return np.zeros(len(values))
    left = weights[telling] / weights[telling].sum()
    found = _methods()[method](values[:, telling], left, np.ones(len(left)), validation=False)
    return np.asarray(found, dtype=np.float64)


def agreement(evaluation: Evaluation) -> tuple[Agreement, ...]:
    """What each other method puts first among the feasible; nothing where only one is left, or without the library."""
    feasible = evaluation.feasible
    if len(feasible) < 2 or not available():
        return ()
    values = np.stack([evaluation.row(one) for one in feasible])
    return tuple(Agreement(method, feasible[_first(scores(method, values, evaluation.weights))]) for method in Method)


def _first(found: Array) -> int:
    return int(np.flatnonzero(found >= found.max() - _LEVEL)[0])


@cache
def _methods() -> MappingProxyType[Method, Score]:
    from pymcdm.methods import PROMETHEE_II, TOPSIS
    from pymcdm.normalizations import vector_normalization

    return MappingProxyType({Method.TOPSIS: TOPSIS(vector_normalization), Method.PROMETHEE_II: PROMETHEE_II("usual")})
