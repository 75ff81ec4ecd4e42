"""Which kind of explanation fits an advice (Labreuche, Artificial Intelligence 175, 2011, 1410-1448).

A lead that rests on one point is explained otherwise than one that many small points add up to.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from advisor.decision.criteria import Criterion

MOST_POINTS = 3


class Case(StrEnum):
    """How the lead over the alternative compared with comes about."""

    ONLY_WAY = "only_way"  # nothing was weighed: a rule takes everything else out
    CLOSE = "close"  # the strongest point on each side; the balance between them is open
    DOMINANCE = "dominance"  # no point that counts speaks against it
    DECISIVE = "decisive"  # without any one of these points the lead is gone
    MANY = "many"  # the lead outlives the loss of any single point


@dataclass(frozen=True, slots=True)
class Explanation:
    """The case and the points that make it, the weightiest first.

    ``criteria`` speak for the advice. ``counter``: the strongest point against it, named only in a close call.
    """

    case: Case
    criteria: tuple[Criterion, ...] = ()
    counter: Criterion | None = None


def explain(contributions: Iterable[tuple[Criterion, float]], *, close: bool) -> Explanation:
    """The explanation of a lead from what each criterion adds to it; no contribution at all: the only way left.

    Weights need not be re-normalised to leave a point out: that changes the size of the lead, never its sign.
    """
    ordered = sorted(contributions, key=lambda one: -one[1])
    pros = [one for one in ordered if one[1] > 0]
    cons = [one for one in ordered if one[1] < 0]
    if not ordered:
        return Explanation(Case.ONLY_WAY)
    if close and pros and cons:
        return Explanation(Case.CLOSE, (pros[0][0],), cons[-1][0])
    if not cons:
        return Explanation(Case.DOMINANCE, _names(pros))
    lead = sum(part for _, part in ordered)
    pivotal = [one for one in pros if one[1] >= lead]
    if pivotal:
        return Explanation(Case.DECISIVE, tuple(criterion for criterion, _ in pivotal))
    return Explanation(Case.MANY, _names(pros))


def _names(points: list[tuple[Criterion, float]]) -> tuple[Criterion, ...]:
    return tuple(criterion for criterion, _ in points[:MOST_POINTS])
