"""Hit-and-run against exact moments of known sets and against picking; the linear programs below it against SciPy."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from advisor.decision.hit_and_run import hit_and_run, inside
from advisor.decision.information import InfeasibleError, constraints, nothing_known, ranked, within
from advisor.decision.linear_program import cheapest
from advisor.decision.weights import constrained, roc, unknown

DRAWS = 10_000


def walked(information, draws=DRAWS, seed=7):
    return hit_and_run(information, draws, np.random.default_rng(seed))


@pytest.mark.parametrize("criteria", [2, 3, 6])
def test_the_moments_of_the_simplex(criteria):
    weights = walked(nothing_known(criteria))
    variance = (criteria - 1) / (criteria**2 * (criteria + 1))
    assert weights.mean(axis=0) == pytest.approx(np.full(criteria, 1 / criteria), abs=0.012)
    assert weights.var(axis=0) == pytest.approx(np.full(criteria, variance), rel=0.1)


@pytest.mark.parametrize("criteria", [3, 6, 12])
def test_the_centroid_of_a_complete_ranking(criteria):
    order = ranked([[number] for number in range(criteria)], criteria)
    weights = walked(order)
    assert order.hold(weights, 1e-9).all()
    assert weights.mean(axis=0) == pytest.approx(roc(criteria), abs=0.01)


def test_the_moments_of_a_small_simplex_within():
    """All six weights at least .16: what is left is a simplex shrunk to .04, too small to be found by trying."""
    information = within(np.full(6, 0.16), np.ones(6))
    weights = constrained(information, DRAWS)
    assert weights.min() >= 0.16 - 1e-9
    assert (weights - 0.16).mean(axis=0) == pytest.approx(np.full(6, 0.04 / 6), abs=0.0005)
    assert weights.var(axis=0) == pytest.approx(np.full(6, 0.04**2 * 5 / (36 * 7)), rel=0.1)


def test_a_long_thin_set_is_walked_from_end_to_end():
    """The first weight within a thousandth, the second to .5: nearly a box, uniform along its length."""
    weights = constrained(within([0.3, 0, 0], [0.301, 0.5, 1]), DRAWS)
    assert weights[:, 1].mean() == pytest.approx(0.25, abs=0.008)
    assert weights[:, 1].var() == pytest.approx(0.25 / 12, rel=0.06)
    assert weights[:, 0].mean() == pytest.approx(0.3005, abs=0.00002)
    assert weights[:, 0].var() == pytest.approx(0.001**2 / 12, rel=0.06)


@pytest.mark.parametrize(("long", "thin"), [(1e-4, 1e-7), (0.5, 1e-8)])
def test_a_box_however_small_or_thin_is_walked_from_end_to_end(long, thin):
    weights = constrained(within([0.3, 0.1, 0], [0.3 + thin, 0.1 + long, 1]), DRAWS)
    moved = (weights[:, :2] - [0.3, 0.1]) / [thin, long]
    assert moved.mean(axis=0) == pytest.approx([0.5, 0.5], abs=0.02)
    assert moved.var(axis=0) == pytest.approx([1 / 12, 1 / 12], rel=0.08)


@pytest.mark.parametrize(("width", "ways"), [(1e-9, 1), (2e-9, 2)])
def test_a_range_within_the_tolerance_is_one_value(width, ways):
    room = inside(within([0, 0, 0], [width, 1, 1]))
    assert room.directions.shape == (ways, 3)
    assert room.matrix[:, 0].any() == (ways == 2), "bounds that leave no room are not walked up to"


@pytest.mark.parametrize("draws", [1, 2, 501])
def test_as_many_weights_as_asked_for(draws):
    order = ranked([[0], [1], [2]], 3)
    weights = walked(order, draws)
    assert weights.shape == (draws, 3)
    assert order.hold(weights, 1e-9).all()
    assert weights.sum(axis=1) == pytest.approx(np.ones(draws))


def test_equations_are_kept_and_the_rest_is_uniform():
    weights = constrained(within([0.4, 0, 0], [0.4, 1, 1]), DRAWS)
    assert weights[:, 0] == pytest.approx(np.full(DRAWS, 0.4))
    assert weights[:, 1].mean() == pytest.approx(0.3, abs=0.008)
    assert weights[:, 1].var() == pytest.approx(0.36 / 12, rel=0.06)


def test_two_weights_that_are_equal():
    weights = constrained(constraints([[1, -1, 0], [-1, 1, 0]], [0, 0]), DRAWS)
    assert weights[:, 0] == pytest.approx(weights[:, 1])
    assert weights[:, 0].mean() == pytest.approx(0.25, abs=0.005), "uniform between 0 and 1/2"


def test_only_one_point_is_left():
    assert walked(within([0.2, 0.3, 0.5], [0.2, 0.3, 0.5]), 4) == pytest.approx(np.array([[0.2, 0.3, 0.5]] * 4))
    assert walked(nothing_known(1), 2).tolist() == [[1], [1]]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_as_picking_would_have_it(seed):
    random = np.random.default_rng(seed)
    matrix = random.normal(size=(3, 5))
    information = constraints(matrix, matrix @ random.dirichlet(np.ones(5)) + 0.2)
    tried = unknown(5, 400_000, seed)
    picked, found = tried[information.hold(tried)], walked(information, seed=seed)
    assert len(picked) > 20_000
    assert found.mean(axis=0) == pytest.approx(picked.mean(axis=0), abs=0.01)
    for share in (0.1, 0.5, 0.9):
        bounds = np.quantile(picked, share, axis=0)
        assert (found <= bounds).mean(axis=0) == pytest.approx(np.full(5, share), abs=0.025)


def test_the_view_from_inside():
    room = inside(within([0.4, 0, 0], [0.4, 1, 1]))
    assert room.centre[0] == pytest.approx(0.4)
    assert room.centre.min() > 0
    assert (room.matrix @ room.centre < room.limits).all()
    assert room.directions @ room.directions.T == pytest.approx(np.eye(1))
    assert room.directions[0] @ [1, 1, 1] == pytest.approx(0)
    assert room.directions[0, 0] == pytest.approx(0)


@settings(max_examples=150, deadline=None)
@given(st.integers(1, 6), st.integers(0, 7), st.booleans(), st.integers(0, 2**32 - 1))
def test_the_cheapest_corner_as_scipy_finds_it(criteria, rows, whole, seed):
    """Whole numbers make degenerate corners; a limit below what any weights reach makes nothing feasible."""
    random = np.random.default_rng(seed)
    matrix = random.integers(-2, 3, (rows, criteria)).astype(float) if whole else random.normal(size=(rows, criteria))
    limits = random.integers(-1, 2, rows).astype(float) if whole else random.normal(0.2, 0.5, rows)
    cost = random.normal(size=criteria)
    expected = linprog(
        cost, A_ub=matrix if rows else None, b_ub=limits if rows else None, A_eq=np.ones((1, criteria)), b_eq=[1]
    )
    information = constraints(matrix, limits)
    if expected.status == 2:
        with pytest.raises(InfeasibleError):
            cheapest(information, cost[None])
    else:
        (weights,) = cheapest(information, cost[None])
        assert cost @ weights == pytest.approx(expected.fun, abs=1e-7)
        assert weights.min() >= -1e-9
        assert weights.sum() == pytest.approx(1)
        assert information.hold(weights[None], 1e-7).all()
