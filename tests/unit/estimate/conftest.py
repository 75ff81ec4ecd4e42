"""Estimates from plain answers."""

import pytest

from advisor.estimate.estimate import estimate
from advisor.estimate.situation import Situation
from advisor.questionnaire.answers import Answers


@pytest.fixture
def estimated():
    """The estimates for these answers; a kept copy stays 28 days."""

    def of(answers=None, **situation):
        return estimate(Situation(Answers.of(answers or {}), **{"keep_days": 28, **situation}))

    return of
