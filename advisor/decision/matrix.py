"""The matrix of values as an array. The scales do not depend on which alternatives are compared, so dropping or adding
one never turns the others round.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from advisor.decision.cells import ROWS, SECOND_VALUES
from advisor.decision.codes import ServerFact
from advisor.decision.criteria import Criterion
from advisor.settings.codes import Alternative

ALTERNATIVES: tuple[Alternative, ...] = tuple(Alternative)
CRITERIA: tuple[Criterion, ...] = tuple(Criterion)


@cache
def values(facts: frozenset[ServerFact] = frozenset()) -> NDArray[np.float64]:
    """The matrix (alternatives, criteria), read-only; with the second values of these facts."""
    matrix = np.array([[cell.value for cell in row.cells] for row in ROWS], dtype=np.float64).T
    for second in SECOND_VALUES:
        if second.fact in facts:
            matrix[ALTERNATIVES.index(second.alternative), CRITERIA.index(second.criterion)] = second.value
    matrix.flags.writeable = False
    return matrix
