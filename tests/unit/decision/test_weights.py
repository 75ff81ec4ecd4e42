"""Draws of weights: moments and shares that are known exactly, and every draw fits what is said."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.decision.information import InfeasibleError, constraints, nothing_known, ranked, together, within
from advisor.decision.smaa import analyse
from advisor.decision.weights import constrained, exact, ranking, roc, swing_points, unknown

DRAWS = 40_000
FEW = settings(max_examples=40, deadline=None)
COUNTS = st.integers(1, 7)
SEEDS = st.integers(0, 2**32 - 1)


def fractions(cells):
    return np.array([[np.divide(*map(float, f"{cell}/1".split("/")[:2])) for cell in row] for row in cells])


@pytest.mark.parametrize("criteria", [1, 2, 3, 8, 17])
def test_unknown_weights_have_the_moments_of_the_simplex(criteria):
    weights = unknown(criteria, DRAWS)
    variance = (criteria - 1) / (criteria**2 * (criteria + 1))
    assert weights.sum(axis=1) == pytest.approx(np.ones(DRAWS))
    assert np.abs(weights.mean(axis=0) - 1 / criteria).max() <= 4 * np.sqrt(variance / DRAWS) + 1e-12
    assert weights.var(axis=0) == pytest.approx(np.full(criteria, variance), rel=0.06)


def test_w5a_with_our_own_draws(worked):
    case = worked["W5a"]
    result = analyse(np.array(case["V"], float), unknown(3, DRAWS))
    assert result.rank_acceptability[:, 0] == pytest.approx(fractions([case["expect"]["b1"]])[0], abs=0.01)
    assert result.central_weights[0] == pytest.approx(fractions([case["expect"]["central_weights_a1"]])[0], abs=0.01)


def test_w5b_with_our_own_draws(worked):
    case = worked["W5b"]
    result = analyse(np.array(case["V"], float), unknown(3, DRAWS))
    assert result.rank_acceptability[:, 0] == pytest.approx(fractions([case["expect"]["b1"]])[0], abs=0.01)
    assert result.central_weights == pytest.approx(fractions(case["expect"]["central_weights"]), abs=0.01)


def test_w6_with_our_own_draws_and_not_with_plain_uniforms(worked):
    case = worked["W6"]
    values, right = np.array(case["V"]), pytest.approx(np.array(case["expect"]["b"]), abs=0.01)
    assert analyse(values, unknown(2, DRAWS)).rank_acceptability == right
    assert analyse(values, constrained(nothing_known(2), DRAWS)).rank_acceptability == right
    assert analyse(values, ranking([[0, 1]], 2, DRAWS)).rank_acceptability == right
    assert analyse(values, np.random.default_rng(7).random((DRAWS, 2))).rank_acceptability != right


def test_w14_roc_weights(worked):
    case = worked["W14"]
    assert roc(case["n"]) == pytest.approx(np.array(case["expect"]), abs=5e-5)


def test_roc_weights_as_published_for_twelve():
    published = [0.2586, 0.1753, 0.1336, 0.1058, 0.0850, 0.0683, 0.0544, 0.0425, 0.0321, 0.0229, 0.0145, 0.0069]
    assert roc(12) == pytest.approx(np.array(published), abs=5.1e-5)
    assert roc(1).tolist() == [1]


@pytest.mark.parametrize("criteria", [2, 4, 7])
def test_roc_weights_are_the_mean_of_all_weights_in_that_order(criteria):
    assert ranking([[number] for number in range(criteria)], criteria, DRAWS).mean(axis=0) == pytest.approx(
        roc(criteria), abs=0.006
    )


def test_exact_weights_are_the_same_in_each_draw():
    assert exact([50, 30, 20], 3).tolist() == [[0.5, 0.3, 0.2]] * 3


@FEW
@given(st.permutations(range(6)), st.integers(0, 6), st.lists(st.integers(1, 5), max_size=3), SEEDS)
def test_every_draw_keeps_to_the_ranking(order, named, cuts, seed):
    """Complete, with groups, and with criteria that nobody ranked."""
    ends = sorted({*(cut for cut in cuts if cut < named), named})
    groups = [order[begin:end] for begin, end in zip([0, *ends], ends, strict=False) if begin < end]
    weights = ranking(groups, 6, 200, seed)
    assert weights.sum(axis=1) == pytest.approx(np.ones(200))
    assert ranked(groups, 6).hold(weights).all()


def test_a_partial_ranking_leaves_all_other_orders_equally_likely():
    """Of the 24 orders of four weights, "0 and 3 before 1" leaves 8, each with a chance of one in eight."""
    weights = ranking([[0, 3], [1]], 4, DRAWS)
    orders = np.argsort(-weights, axis=1)
    left = [one for one in permutations(range(4)) if one.index(1) > max(one.index(0), one.index(3))]
    assert len(left) == 8
    for one in left:
        assert (orders == one).all(axis=1).mean() == pytest.approx(1 / 8, abs=0.008)
    picked = constrained(ranked([[0, 3], [1]], 4), DRAWS)
    assert weights.mean(axis=0) == pytest.approx(picked.mean(axis=0), abs=0.006)


@FEW
@given(st.lists(st.tuples(st.integers(0, 100), st.integers(0, 50)), min_size=1, max_size=6), SEEDS)
def test_swing_points_stay_in_their_ranges(ranges, seed):
    low = np.array([begin for begin, _ in ranges], float)
    high = low + [length for _, length in ranges]
    if high.any():
        weights = swing_points(low, high, 100, seed)
        # Back to points: there is one scale for each draw that brings all of them into their ranges.
        with np.errstate(divide="ignore", invalid="ignore"):
            least, most = np.nanmax(low / weights, axis=1), np.nanmin(high / weights, axis=1)
        assert weights.sum(axis=1) == pytest.approx(np.ones(100))
        assert (least <= most * (1 + 1e-9)).all()
        assert not weights[:, high == 0].any()


def test_swing_points_are_uniform_in_their_ranges():
    """10 points against 10 to 30: the weight 10 / (10 + p) has its median at p = 20."""
    weights = swing_points([10, 10], [10, 30], DRAWS)
    assert (weights[:, 0] < 10 / 30).mean() == pytest.approx(0.5, abs=0.01)
    assert (weights[:, 0] < 10 / 35).mean() == pytest.approx(0.25, abs=0.01)


def test_ranges_of_weights_are_uniform_on_what_is_left():
    """The first of two weights between .2 and .6, the second at least .5: the first is uniform from .2 to .5."""
    weights = constrained(within([0.2, 0.5], [0.6, 1]), DRAWS)
    assert weights[:, 0].min() >= 0.2
    assert weights[:, 0].mean() == pytest.approx(0.35, abs=0.002)
    assert weights[:, 0].var() == pytest.approx(0.3**2 / 12, rel=0.03)


@FEW
@given(COUNTS, SEEDS, st.data())
def test_every_draw_fits_linear_constraints(criteria, seed, data):
    """Random constraints that leave at least one point, drawn first, and often little more."""
    random = np.random.default_rng(seed)
    held = random.dirichlet(np.ones(criteria))
    matrix = random.normal(size=(data.draw(st.integers(0, 5)), criteria))
    room = random.random(len(matrix)) * data.draw(st.sampled_from([0, 0.01, 0.3]))
    information = constraints(matrix, matrix @ held + room)
    weights = constrained(information, 60, seed)
    assert weights.shape == (60, criteria)
    assert information.hold(weights, 1e-7).all()
    assert weights.min() >= 0
    assert weights.sum(axis=1) == pytest.approx(np.ones(60), abs=1e-7)


def test_the_same_seed_gives_the_same_draws():
    narrow = within([0.3, 0, 0], [0.301, 1, 1])
    for draw in (
        lambda seed: unknown(3, 50, seed),
        lambda seed: ranking([[1], [0, 2]], 3, 50, seed),
        lambda seed: swing_points([0, 1, 2], [4, 5, 6], 50, seed),
        lambda seed: constrained(nothing_known(3), 50, seed),
        lambda seed: constrained(narrow, 50, seed),
    ):
        assert draw(1).tobytes() == draw(1).tobytes()
        assert draw(1).tobytes() != draw(2).tobytes()


def test_information_can_be_put_together():
    both = together(ranked([[0], [1], [2]], 3), within([0, 0.3, 0], [0.5, 1, 1]))
    weights = constrained(both, 500)
    assert (weights[:, 0] >= weights[:, 1]).all()
    assert (weights[:, 1] >= 0.3).all()
    assert (weights[:, 0] <= 0.5).all()


@pytest.mark.parametrize(
    "information",
    [
        within([0.5, 0.6], [1, 1]),
        within([0, 0], [0.4, 0.5]),
        within([0, 1.1], [1, 1.2]),
        together(ranked([[0], [1]], 2), within([0, 0.6], [1, 1])),
        constraints([[0, 0]], [-1]),
        constraints([[1, 0], [-1, 0]], [0.2, -0.3]),
    ],
)
def test_information_that_contradicts_itself_is_refused(information):
    with pytest.raises(InfeasibleError, match=r"no weights"):
        constrained(information, 10)


@pytest.mark.parametrize("draw", [lambda: exact([0, 0], 5), lambda: swing_points([0, 0], [0, 0], 5)])
def test_no_weight_at_all_is_refused(draw):
    with pytest.raises(InfeasibleError, match="no criterion"):
        draw()


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (lambda: unknown(0, 5), "no weights for 0 criteria"),
        (lambda: unknown(3, 0), "0 draws"),
        (lambda: roc(0), "no weights for 0"),
        (lambda: ranking([[0], [0]], 2, 5), "does not fit 2 criteria"),
        (lambda: ranking([[2]], 2, 5), "does not fit 2 criteria"),
        (lambda: ranked([[-1]], 2), "does not fit 2 criteria"),
        (lambda: exact([0.5, -0.1], 5), "below zero"),
        (lambda: exact([0.5, np.nan], 5), "finite"),
        (lambda: exact([[0.5, 0.5]], 5), "finite numbers"),
        (lambda: swing_points([-1, 0], [1, 1], 5), "below zero"),
        (lambda: swing_points([0, 0], [1, np.inf], 5), "finite"),
        (lambda: swing_points([np.nan, 0], [1, 1], 5), "finite"),
        (lambda: swing_points([2, 0], [1, 1], 5), "ends below its begin"),
        (lambda: swing_points([0, 0], [1], 5), "finite numbers"),
        (lambda: within([0.3], [0.2]), "ends below its begin"),
        (lambda: within([0.3], [0.4, 0.5]), "do not fit"),
        (lambda: within([np.nan], [1]), "ends below its begin"),
        (lambda: constraints([[1, 2]], [1, 2]), "do not fit"),
        (lambda: constraints([1, 2], [1]), "do not fit"),
        (lambda: constraints([[np.inf, 2]], [1]), "finite"),
        (lambda: constraints([[1, 2]], [np.nan]), "finite"),
        (lambda: nothing_known(0), "do not fit"),
    ],
)
def test_what_makes_no_sense_is_refused(wrong, message):
    with pytest.raises(ValueError, match=message):
        wrong()


@pytest.mark.parametrize(
    "draw",
    [
        lambda count: unknown(3, count),
        lambda count: exact([1, 2, 3], count),
        lambda count: ranking([[0]], 3, count),
        lambda count: swing_points([1, 1], [2, 2], count),
        lambda count: constrained(nothing_known(3), count),
    ],
    ids=["unknown", "exact", "ranking", "swing points", "constrained"],
)
def test_no_draws_at_all_are_refused_and_any_other_number_is_made(draw):
    assert len(draw(1)) == 1
    assert len(draw(7)) == 7
    for count in (0, -1):
        with pytest.raises(ValueError, match="no weights for"):
            draw(count)


def test_as_many_draws_as_one_round_of_trying_gives_are_made_in_one_round():
    assert constrained(nothing_known(3), 5_000).tolist() == constrained(nothing_known(3), 5_001)[:-1].tolist()


def test_a_weight_of_nothing_may_stand_beside_others():
    assert exact([0, 2], 1).tolist() == [[0, 1]]
    assert swing_points([0, 1], [0, 3], 5).tolist() == [[0, 1]] * 5


def test_a_table_of_points_is_refused():
    with pytest.raises(ValueError, match="swing points are"):
        swing_points([[1, 2]], [[2, 3]], 5)
