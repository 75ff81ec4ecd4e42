"""Rules and expected value for one set of answers: which alternatives are left, and which of them is best."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from advisor.decision.facts import ServerFacts, facts_of
from advisor.decision.matrix import ALTERNATIVES, values
from advisor.decision.policy import DECIMALS
from advisor.decision.rules import Verdict, judge
from advisor.decision.seen import codes_seen
from advisor.decision.swings import mean_points
from advisor.decision.value import additive, normalised
from advisor.questionnaire.answers import Answers
from advisor.settings.codes import Alternative, ReadingProtocol

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Evaluation:
    """``weights``: mean swing points, normalised once; ``utilities``: the value of each alternative at them."""

    answers: Answers
    facts: ServerFacts
    verdict: Verdict
    matrix: Array
    weights: Array
    utilities: Array

    @property
    def feasible(self) -> tuple[Alternative, ...]:
        """What the rules have left, the best first; where two are level, in the order of the alternatives.

        Rounded, as sums differ in their last digits from machine to machine.
        """
        level = dict(zip(ALTERNATIVES, self.utilities.round(DECIMALS).tolist(), strict=True))
        return tuple(sorted(self.verdict.feasible, key=lambda one: -level[one]))

    @property
    def best(self) -> Alternative | None:
        """The feasible alternative with the highest expected value."""
        return next(iter(self.feasible), None)

    @property
    def protocol(self) -> ReadingProtocol | None:
        """The protocol of the best alternative."""
        return self.best.protocol if self.best else None

    def value(self, alternative: Alternative) -> float:
        """The expected value of one alternative."""
        return float(self.utilities[ALTERNATIVES.index(alternative)])

    def row(self, alternative: Alternative) -> Array:
        """The values of one alternative on all criteria."""
        row: Array = self.matrix[ALTERNATIVES.index(alternative)]
        return row

    def rivals(self, alternative: Alternative, *, same_protocol: bool) -> tuple[Alternative, ...]:
        """Other feasible alternatives, the best first, of the same or of the other protocol."""
        others = (one for one in self.feasible if one is not alternative)
        return tuple(one for one in others if (one.protocol is alternative.protocol) is same_protocol)


def evaluate(answers: Answers, facts: ServerFacts) -> Evaluation:
    """Judges and weighs. Without a server report the facts follow from the answers."""
    current = facts if facts.reported else facts_of(answers, None, facts.measured)
    matrix = values(codes_seen(current))
    weights = normalised(mean_points(answers))
    return Evaluation(answers, current, judge(answers, current), matrix, weights, additive(matrix, weights))
