"""The additive value model against worked examples of the literature."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from advisor.decision.value import (
    additive,
    contributions,
    critical_weight,
    nearest_tie,
    normalised,
    piecewise_linear,
)

POINTS = arrays(np.float64, 5, elements=st.integers(0, 100).map(float))
UNIT = arrays(np.float64, 5, elements=st.floats(0, 1))


def on_fixed_scales(case):
    """Linear values between the bounds; criteria of type -1 are better when smaller."""
    table, bounds = np.array(case["X"], float), np.array(case["bounds"], float)
    share = (table - bounds[:, 0]) / (bounds[:, 1] - bounds[:, 0])
    return np.where(np.array(case["types"]) > 0, share, 1 - share)


def test_w4_value_and_contributions(worked):
    case = worked["W4"]
    values, weights = on_fixed_scales(case), np.array(case["w"])
    assert additive(values, weights) == pytest.approx(np.array(case["expect"]["value"]), abs=case["tol"])
    assert 1 - additive(values, weights) == pytest.approx(np.array(case["expect"]["spotis"]), abs=case["tol"])
    for row, expected in zip(values, case["expect"]["contributions"], strict=True):
        assert contributions(weights, row, np.zeros(3)) == pytest.approx(np.array(expected), abs=case["tol"])


def test_w4b_value_without_expected_point(worked):
    case = worked["W4b"]
    values = additive(on_fixed_scales(case), np.array(case["w"]))
    assert values == pytest.approx(np.array(case["expect"]["value_without_esp"]), abs=2 * case["tol"])


def test_w7_a_useless_option_does_not_turn_the_others_round(worked):
    case = worked["W7"]
    weights = np.array(case["w"])
    before, after = (additive(np.array(case[part], float) / 10, weights) for part in ("before", "after"))
    assert np.argsort(before).tolist() == np.argsort(after[:3]).tolist()
    local = [_locally_normalised(np.array(case[part], float), weights) for part in ("before", "after")]
    assert local[0] == pytest.approx(np.array(case["expect"]["before"]), abs=1e-6)
    assert local[1] == pytest.approx(np.array(case["expect"]["after"]), abs=1e-6)
    assert local[0].argmax() != local[1].argmax(), "the reversal that fixed scales avoid"


def _locally_normalised(table, weights):
    return additive((table - table.min(axis=0)) / (table.max(axis=0) - table.min(axis=0)), weights)


def test_w10_critical_weight(worked):
    case = worked["W10"]
    weights, difference = np.array(case["w"]), np.array(case["d"], float)
    assert additive(difference, weights) == pytest.approx(case["expect"]["S"])
    expected = case["expect"]["critical_weight_of_criterion_2"]
    assert critical_weight(weights, difference, 1) == pytest.approx(expected, abs=1e-6)

    tie = nearest_tie(weights, difference)
    assert tie == pytest.approx(np.array(case["expect"]["nearest_tie_weights"]))
    assert float(np.linalg.norm(tie - weights)) == pytest.approx(case["expect"]["distance"], abs=1e-6)


@settings(max_examples=60, deadline=None)
@given(POINTS, UNIT, UNIT)
def test_at_the_nearest_tie_both_are_level(points, better, worse):
    weights, difference = normalised(points), better - worse
    if np.ptp(difference) > 1e-3:
        tie = nearest_tie(weights, difference)
        assert tie @ difference == pytest.approx(0, abs=1e-6)
        assert tie.sum() == pytest.approx(weights.sum())


def test_a_lead_that_is_the_same_everywhere_has_no_tie():
    with pytest.raises(ValueError, match="no weight"):
        nearest_tie(np.array([0.5, 0.5]), np.array([0.2, 0.2]))


@pytest.mark.parametrize("clip", [True, False])
def test_w9_piecewise_linear_value(worked, clip):
    case = worked["W9"]
    cutoffs, values, amounts = (np.array(case[part], float) for part in ("cutoffs", "values", "x"))
    expected = case["expect"]["clip" if clip else "extrapolate"]
    assert piecewise_linear(cutoffs, values, amounts, clip=clip) == pytest.approx(np.array(expected))


def test_beyond_the_anchors_the_value_stays_unless_asked_otherwise():
    cutoffs, values = np.array([0.0, 1.0]), np.array([0.0, 1.0])
    assert list(piecewise_linear(cutoffs, values, np.array([-1.0, 0.5, 2.0]))) == [0, 0.5, 1]


@pytest.mark.parametrize(("difference", "weight"), [([1, 1, -1], 0), ([0, 1, 1], 1)])
def test_the_lead_may_vanish_just_where_a_criterion_counts_nothing_or_alone(difference, weight):
    assert critical_weight(np.array([0.5, 0.25, 0.25]), np.array(difference), 0) == weight


@settings(max_examples=60, deadline=None)
@given(POINTS, UNIT, UNIT, st.integers(0, 4))
def test_at_the_critical_weight_both_are_level(points, better, worse, criterion):
    weights, difference = normalised(points), better - worse
    turning = critical_weight(weights, difference, criterion)
    if turning is not None:
        others = np.delete(weights, criterion)
        moved = np.insert(others / others.sum() * (1 - turning) if others.sum() else others, criterion, turning)
        assert moved @ difference == pytest.approx(0, abs=1e-6) or others.sum() == 0


@pytest.mark.parametrize("difference", [[1, 1, 1], [0.5, 0.5, 0.2]])
def test_what_dominates_has_no_critical_weight(difference):
    assert critical_weight(np.array([0.5, 0.3, 0.2]), np.array(difference), 2) is None


def test_the_only_criterion_has_no_critical_weight():
    assert critical_weight(np.array([1.0, 0.0]), np.array([1.0, -1.0]), 0) is None


@settings(max_examples=60, deadline=None)
@given(POINTS, UNIT, UNIT)
def test_p6_contributions_add_up_to_the_lead(points, better, worse):
    weights = normalised(points)
    lead = additive(np.stack([better, worse]), weights)
    assert contributions(weights, better, worse).sum() == pytest.approx(lead[0] - lead[1], abs=1e-12)


@settings(max_examples=60, deadline=None)
@given(POINTS, st.integers(1, 50))
def test_p4_and_p13_weights_add_up_to_one_or_are_all_nought(points, scale):
    weights = normalised(points)
    assert weights.sum() == pytest.approx(1) or not points.any()
    assert normalised(points * scale) == pytest.approx(weights)


@settings(max_examples=60, deadline=None)
@given(POINTS, arrays(np.float64, (2, 5), elements=st.floats(0, 1)), st.integers(0, 4), st.integers(1, 100))
def test_p1_a_raised_need_never_turns_a_win_where_it_helps(points, values, criterion, more):
    before = additive(values, normalised(points))
    raised = points.copy()
    raised[criterion] += more
    after = additive(values, normalised(raised))
    if before[0] > before[1] and values[0, criterion] >= values[1, criterion]:
        assert after[0] > after[1] - 1e-12
