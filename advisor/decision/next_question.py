"""Which open question is worth asking next: the one that is expected to move the first ranks the most."""

from collections.abc import Iterable
from itertools import groupby

import numpy as np

from advisor.decision.confidence import Draws, first_ranks_after
from advisor.decision.policy import DECIMALS
from advisor.decision.recommendation import NextQuestion
from advisor.decision.sensitivity import Variant


def ask_next(now: Draws, others: Iterable[Variant]) -> tuple[NextQuestion, ...]:
    """Open questions that can move anything, the largest expected gain first.

    The gain is the mean over the question's priors of half the sum of absolute differences between the first-rank
    acceptabilities after the answer and now.
    """
    unanswered = (one for one in others if not one.answered)
    gains = [NextQuestion(key, _gain(now, group)) for key, group in groupby(unanswered, key=lambda one: one.key)]
    return tuple(sorted((one for one in gains if one.expected_gain > 0), key=lambda one: -one.expected_gain))


def _gain(now: Draws, answers: Iterable[Variant]) -> float:
    return round(sum(one.prior * _moved(now, one) for one in answers), DECIMALS)


def _moved(now: Draws, variant: Variant) -> float:
    return float(np.abs(first_ranks_after(now, variant.evaluation) - now.first_ranks).sum()) / 2
