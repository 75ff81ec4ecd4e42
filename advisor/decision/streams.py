"""Random numbers: one stream per name, all from one fixed seed, made once per process.

An answer changes which numbers are used, never the numbers themselves: two runs differ by the answers alone.
"""

import hashlib
from functools import cache

import numpy as np
from numpy.typing import NDArray

from advisor.decision.policy import DRAWS, SEED


@cache
def uniform(name: str) -> NDArray[np.float64]:
    """``DRAWS`` numbers from [0, 1) that belong to ``name`` (read-only)."""
    digest = hashlib.sha256(name.encode()).digest()
    numbers = np.random.default_rng([SEED, *np.frombuffer(digest, dtype=np.uint32).tolist()]).random(DRAWS)
    numbers.flags.writeable = False
    return numbers


@cache
def code_numbers(name: str, prior: tuple[float, ...]) -> NDArray[np.intp]:
    """For each draw the number of one code, as often as its prior says (read-only)."""
    bounds = np.cumsum(prior)[:-1] / sum(prior)
    chosen = np.searchsorted(bounds, uniform(f"code of {name}"), side="right")
    chosen.flags.writeable = False
    return chosen
