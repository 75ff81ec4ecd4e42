"""The cheapest weights of small programs that can be solved by hand; more against SciPy in ``test_hit_and_run``."""

import numpy as np
import pytest

from advisor.decision import linear_program
from advisor.decision.information import InfeasibleError, constraints, nothing_known, ranked, within
from advisor.decision.linear_program import cheapest, unit_rows

ONE_POINT = constraints([[2, 1], [1, 0], [1, 2], [0, -2], [-2, -1]], [2, 1, 1, 0, -2])
"""Of weights that add up to 1, twice the first and the second make 2 only where the first is 1."""


@pytest.mark.parametrize(
    ("information", "cost", "weights"),
    [
        (nothing_known(3), [3, 1, 2], [0, 1, 0]),
        (nothing_known(1), [5], [1]),
        (within([0.2, 0.1, 0], [0.5, 1, 1]), [-1, 0, 1], [0.5, 0.5, 0]),
        (within([0.2, 0.1, 0], [0.5, 1, 1]), [1, 0, -1], [0.2, 0.1, 0.7]),
        (within([0.2, 0.3, 0.5], [0.2, 0.3, 0.5]), [1, 2, 3], [0.2, 0.3, 0.5]),
        (ranked([[0], [1], [2]], 3), [1, 0, 0], [1 / 3, 1 / 3, 1 / 3]),
        (ranked([[0], [1], [2]], 3), [0, -1, 0.5], [0.5, 0.5, 0]),
        (constraints([[1, -2]], [0]), [-1, 0], [2 / 3, 1 / 3]),
        (constraints([[0, 0], [1, 0]], [0, 0.25]), [-1, 0], [0.25, 0.75]),
        (ONE_POINT, [1, -1], [1, 0]),
        (ONE_POINT, [-1, 1], [1, 0]),
    ],
)
def test_the_cheapest_weights_by_hand(information, cost, weights):
    assert cheapest(information, np.array([cost], float)) == pytest.approx(np.array([weights]))


def test_each_cost_has_its_own_answer():
    costs = np.array([[0.0, 1], [1, 0], [0, 1]])
    assert cheapest(within([0.2, 0], [0.7, 1]), costs) == pytest.approx(np.array([[0.7, 0.3], [0.2, 0.8], [0.7, 0.3]]))


@pytest.mark.parametrize(
    "information",
    [
        constraints([[2], [2]], [1, 1]),
        constraints([[-2]], [-3]),
        constraints([[1, 1]], [0.999]),
        within([0.6, 0.6], [1, 1]),
        constraints([[0, 0]], [-0.1]),
    ],
)
def test_information_that_no_weights_fit(information):
    with pytest.raises(InfeasibleError):
        cheapest(information, np.zeros((1, information.criteria)))


def test_rows_are_brought_to_length_one_and_those_that_say_nothing_left_out():
    scaled = unit_rows(constraints([[3, 4], [0, 0], [0, -0.5], [0, 0]], [10, 0, 2, 1]))
    assert scaled.matrix.tolist() == [[0.6, 0.8], [0, -1]]
    assert scaled.limits.tolist() == [2, 4]


def test_a_program_that_does_not_come_to_an_end_is_an_error(monkeypatch):
    monkeypatch.setattr(linear_program, "_MOST_STEPS", 0)
    with pytest.raises(ArithmeticError):
        cheapest(nothing_known(2), np.array([[1.0, 0]]))
