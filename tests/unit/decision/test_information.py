"""What is said about weights, as rows of constraints, and what is refused."""

import numpy as np
import pytest

from advisor.decision.information import Constraints, constraints, nothing_known, ranked, together, within


def rows(information: Constraints) -> list[tuple[list[float], float]]:
    return list(zip(information.matrix.tolist(), information.limits.tolist(), strict=True))


def test_nothing_known_says_nothing():
    assert nothing_known(3).criteria == 3
    assert rows(nothing_known(3)) == []
    assert nothing_known(3).hold(np.array([[5.0, 0, 0]])).tolist() == [True]


def test_ranges_are_a_lower_and_an_upper_bound_of_each_weight():
    assert rows(within([0.25, 0.5], [0.75, 1])) == [
        ([-1, 0], -0.25), ([0, -1], -0.5), ([1, 0], 0.75), ([0, 1], 1)
    ]  # fmt: skip


def test_each_criterion_of_a_group_weighs_at_least_as_much_as_each_of_the_next():
    assert rows(ranked([[0, 3], [1], [2]], 5)) == [
        ([-1, 1, 0, 0, 0], 0), ([0, 1, 0, -1, 0], 0), ([0, -1, 1, 0, 0], 0)
    ]  # fmt: skip
    alone = ranked([[1]], 3)
    assert (rows(alone), alone.criteria) == ([], 3)


def test_several_at_once_are_all_their_rows():
    assert rows(together(constraints([[1, 2]], [3]), nothing_known(2), constraints([[4, 5], [6, 7]], [8, 9]))) == [
        ([1, 2], 3), ([4, 5], 8), ([6, 7], 9)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("weights", "tolerance", "fits"),
    [
        ([0.5, 0.5], 0, True),
        ([0.25, 0.75], 0, True),
        ([0.75, 0.25], 0, False),
        ([0.5625, 0.4375], 0, False),
        ([0.5625, 0.4375], 0.0625, True),
        ([0.5625, 0.4375], 0.03125, False),
        ([0.125, 0.875], 0, False),
    ],
)
def test_weights_fit_up_to_the_limit_and_it_included(weights, tolerance, fits):
    information = within([0.25, 0], [0.5, 1])
    assert information.hold(np.array([[0.5, 0.5], weights]), tolerance).tolist() == [True, fits]
    if not tolerance:
        assert information.hold(np.array([weights])).tolist() == [fits]


@pytest.mark.parametrize(
    ("matrix", "limits"),
    [
        ([1, 2], [1, 2]),
        ([[[1]]], [1]),
        (np.zeros((1, 0)), [1]),
        (np.zeros((0, 0)), []),
        ([[1, 2]], [1, 2]),
        ([[1, 2]], [[1]]),
        ([[1, 2]], 1),
        ([[1, np.nan]], [1]),
        ([[1, 2]], [np.inf]),
        ([[1, 2], [3, 4]], [1, np.nan]),
    ],
)
def test_rows_that_do_not_fit_or_are_no_numbers_are_refused(matrix, limits):
    with pytest.raises(ValueError, match=r"do not fit|must be finite"):
        constraints(matrix, limits)


@pytest.mark.parametrize(
    ("low", "high", "why"),
    [
        ([0.1], [0.3, 0.4], "ranges from"),
        ([0.1, 0.2], [0.3], "ranges from"),
        ([[0.1, 0.2]], [[0.3, 0.4]], "ranges from"),
        (0.1, 0.3, "ranges from"),
        ([0.1, 0.5], [0.3, 0.4], "ends below its begin"),
        ([0.4, 0.5], [0.3, 0.4], "ends below its begin"),
    ],
)
def test_ranges_that_do_not_fit_or_are_empty_are_refused(low, high, why):
    with pytest.raises(ValueError, match=why):
        within(low, high)


def test_a_range_may_be_one_number():
    assert within([0.25, 0], [0.25, 1]).hold(np.array([[0.25, 0.75]])).tolist() == [True]


@pytest.mark.parametrize("groups", [[[0, 0]], [[0], [1, 0]], [[0], [3]], [[-1], [0]]])
def test_a_ranking_names_each_criterion_once_and_only_those_there_are(groups):
    with pytest.raises(ValueError, match="does not fit 3 criteria"):
        ranked(groups, 3)


@pytest.mark.parametrize("groups", [[], [[]], [[2]], [[2, 0], [1]]])
def test_a_ranking_may_leave_criteria_out(groups):
    assert ranked(groups, 3).criteria == 3
