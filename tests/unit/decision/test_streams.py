"""Random numbers by name: each its own, always the same, and nobody may write to them."""

import numpy as np
import pytest

from advisor.decision.matrix import CRITERIA
from advisor.decision.policy import DRAWS
from advisor.decision.streams import code_numbers, uniform
from advisor.decision.swings import codes_for, drawn
from advisor.questionnaire.answers import Answers


def test_each_name_has_numbers_of_its_own_spread_evenly():
    one, other = uniform("one"), uniform("other")
    assert len(one) == len(other) == DRAWS
    assert one.mean() == pytest.approx(0.5, abs=0.015)
    assert abs(np.corrcoef(one, other)[0, 1]) < 0.05
    assert 0 <= one.min() < one.max() < 1


@pytest.mark.parametrize("prior", [(0.5, 0.3, 0.2), (5, 3, 2), (0.25, 0.15, 0.1), (1.0,), (0, 0.4, 0.6)])
def test_codes_come_as_often_as_their_prior_says(prior):
    shares = np.bincount(code_numbers("something", prior), minlength=len(prior)) / DRAWS
    assert shares == pytest.approx(np.array(prior) / sum(prior), abs=0.02)


def test_numbers_that_all_share_cannot_be_written_to():
    for numbers in (
        uniform("one"),
        code_numbers("one", (0.5, 0.5)),
        drawn(CRITERIA[0], codes_for(CRITERIA[0], Answers())),
    ):
        with pytest.raises(ValueError, match="read-only"):
            numbers[0] = 0
