"""SMAA-2 against exact results of the literature, and the properties that any weighing must have."""

import tracemalloc

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from advisor.decision.smaa import analyse, entropy

DRAWS = 40_000
FEW = settings(max_examples=40, deadline=None)
# Steps of 1/16: sums are exact, so that ties and dominance are what they seem.
SIXTEENTHS = st.integers(0, 16).map(lambda number: number / 16)
MATRICES = st.integers(1, 5).flatmap(
    lambda rows: st.integers(1, 6).flatmap(lambda columns: arrays(np.float64, (rows, columns), elements=SIXTEENTHS))
)


def simplex(criteria, draws=DRAWS):
    """Uniform weights: normalised exponentials."""
    return np.random.default_rng(7).standard_exponential((draws, criteria))


def fraction(text):
    numerator, denominator = str(text).split("/") if "/" in str(text) else (text, 1)
    return float(numerator) / float(denominator)


def exact(rows):
    return np.array([[fraction(cell) for cell in row] for row in rows])


def test_w5a_unit_vectors(worked):
    case = worked["W5a"]
    result = analyse(np.array(case["V"], float), simplex(3))
    assert result.rank_acceptability[:, 0] == pytest.approx(exact([case["expect"]["b1"]])[0], abs=0.01)
    assert result.central_weights[0] == pytest.approx(exact([case["expect"]["central_weights_a1"]])[0], abs=0.01)
    assert result.confidence_factors.tolist() == case["expect"]["confidence"]
    assert result.entropy_bits == pytest.approx(np.log2(3), abs=0.001)


def test_w5b_two_alternatives(worked):
    case = worked["W5b"]
    result = analyse(np.array(case["V"], float), simplex(3))
    assert result.rank_acceptability[:, 0] == pytest.approx(exact([case["expect"]["b1"]])[0], abs=0.01)
    assert result.central_weights == pytest.approx(exact(case["expect"]["central_weights"]), abs=0.01)
    assert result.pairwise_winning[0, 1] == pytest.approx(0.75, abs=0.01)


def test_w6_the_compromise(worked):
    case = worked["W6"]
    result = analyse(np.array(case["V"]), simplex(2))
    assert result.rank_acceptability == pytest.approx(np.array(case["expect"]["b"]), abs=0.01)
    assert result.central_weights == pytest.approx(np.array(case["expect"]["central_weights"]), abs=0.01)


def test_w6_tells_a_wrong_sampler(worked):
    case = worked["W6"]
    plain = np.random.default_rng(7).random((DRAWS, 2))
    wrong = [fraction(share) for share in case["expect"]["wrong_if_uniforms_are_just_normalised_b1"]]
    assert analyse(np.array(case["V"]), plain).rank_acceptability[:, 0] == pytest.approx(wrong, abs=0.01)


@FEW
@given(MATRICES)
def test_p2_a_dominated_alternative_is_never_first(values):
    dominated = np.maximum(values.min(axis=0) - 0.25, -1)
    result = analyse(np.vstack([values, dominated]), simplex(values.shape[1], 300))
    assert result.rank_acceptability[-1, 0] == 0
    assert not result.central_weights[-1].any()


@FEW
@given(MATRICES, st.integers(0, 4))
def test_p3_a_copy_or_a_worse_row_leaves_the_order_of_the_rest(values, number):
    weights = simplex(values.shape[1], 300)
    before = analyse(values, weights)
    copy = values[number % len(values)]
    after = analyse(np.vstack([values, copy, copy - 0.25]), weights)
    assert after.rank_acceptability[: len(values), 0] == pytest.approx(before.rank_acceptability[:, 0])
    assert after.pairwise_winning[: len(values), : len(values)] == pytest.approx(before.pairwise_winning)


@FEW
@given(MATRICES, st.integers(1, 8), st.integers(-3, 3), st.integers(1, 9))
def test_p4_scales_of_values_and_of_weights_do_not_matter(values, factor, shift, scale):
    weights = simplex(values.shape[1], 300)
    before, after = analyse(values, weights), analyse(values * factor + shift, weights * scale)
    assert after.rank_acceptability == pytest.approx(before.rank_acceptability)
    assert after.central_weights == pytest.approx(before.central_weights)


@FEW
@given(MATRICES, st.randoms())
def test_p5_the_order_of_alternatives_and_criteria_does_not_matter(values, random):
    rows, columns = list(range(values.shape[0])), list(range(values.shape[1]))
    random.shuffle(rows)
    random.shuffle(columns)
    weights = simplex(values.shape[1], 300)
    before, after = analyse(values, weights), analyse(values[rows][:, columns], weights[:, columns])
    assert after.rank_acceptability == pytest.approx(before.rank_acceptability[rows])
    assert after.central_weights == pytest.approx(before.central_weights[rows][:, columns])


@FEW
@given(arrays(np.float64, (4, 5), elements=st.integers(0, 1023).map(lambda number: number / 1024), unique=True))
def test_p6_rows_and_columns_add_up_to_one(values):
    result = analyse(values, simplex(5, 300))
    assert result.rank_acceptability.sum(axis=1) == pytest.approx(np.ones(4))
    assert result.rank_acceptability.sum(axis=0) == pytest.approx(np.ones(4))
    assert result.pairwise_winning + result.pairwise_winning.T == pytest.approx(1 - np.eye(4))


def test_p11_the_error_shrinks_with_the_root_of_the_draws():
    values = np.array([[1, 0, 1], [0, 1, 0]], float)
    few, many = analyse(values, simplex(3, 1_000)), analyse(values, simplex(3, 100_000))
    assert few.error / many.error == pytest.approx(10, rel=0.05)
    assert abs(many.rank_acceptability[0, 0] - 0.75) <= 2 * many.error[0]
    assert analyse(values, simplex(3, 1_000)).rank_acceptability.tobytes() == few.rank_acceptability.tobytes()


@pytest.mark.parametrize(
    ("values", "weights"),
    [
        (np.ones((3, 2)), np.ones((5, 2))),
        (np.ones((3, 2)), np.zeros((5, 2))),
        (np.ones((1, 2)), np.ones((5, 2))),
        (np.eye(2), np.array([[1.0, 0.0]])),
        (np.zeros((4, 3, 2)), np.zeros((4, 2))),
    ],
)
def test_p13_no_number_is_none(values, weights):
    result = analyse(values, weights)
    for field in ("rank_acceptability", "central_weights", "confidence_factors", "pairwise_winning", "error"):
        assert np.isfinite(getattr(result, field)).all()
    assert result.entropy_bits >= 0


@FEW
@given(arrays(np.float64, (3, 4), elements=SIXTEENTHS, unique=True))
def test_p14_exact_weights_leave_no_doubt(values):
    weights = np.tile([0.4, 0.3, 0.2, 0.1], (50, 1))
    result = analyse(values, weights)
    assert set(np.unique(result.rank_acceptability)) <= {0.0, 1.0}
    assert result.error.tolist() == [0, 0, 0]


def test_values_may_be_uncertain_too():
    values = np.array([[[1.0], [0.0]], [[0.0], [1.0]], [[1.0], [0.0]], [[1.0], [0.0]]])
    result = analyse(values, np.ones((4, 1)))
    assert result.rank_acceptability[:, 0].tolist() == [0.75, 0.25]
    assert result.confidence_factors.tolist() == [0.75, 0.25]


@pytest.mark.parametrize(
    ("values", "weights"),
    [
        ((2, 3), (5, 2)),
        ((4, 2, 3), (5, 3)),
        ((3,), (5, 3)),
        ((2, 3), (0, 3)),
        ((0, 3), (5, 3)),
        ((2, 0), (5, 0)),
        ((5, 0, 3), (5, 3)),
        ((2, 3), (3,)),
        ((1, 5, 2, 3), (5, 3)),
    ],
)
def test_shapes_that_do_not_fit_are_refused(values, weights):
    with pytest.raises(ValueError, match="do not fit"):
        analyse(np.ones(values), np.ones(weights))


@pytest.mark.parametrize("place", range(3))
@pytest.mark.parametrize("uncertain", [False, True])
def test_sums_that_differ_in_their_last_digit_are_level_wherever_the_worst_one_stands(place, uncertain):
    level = [[0.1, 0.2, 0.0, 0.0], [0.0, 0.0, 0.3, 0.0]]
    assert 0.1 * 0.25 + 0.2 * 0.25 > 0.3 * 0.25
    values = np.insert(np.array(level), place, 0.0, axis=0)
    table = np.stack([values] * 5) if uncertain else values
    result = analyse(table, np.ones((5, 4)))
    expected = [1.0, 1.0]
    expected.insert(place, 0.0)
    assert result.rank_acceptability[:, 0].tolist() == expected
    assert result.confidence_factors.tolist() == expected


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf, 1e300, 1e301])
@pytest.mark.parametrize("place", ["values", "weights"])
def test_p13_what_is_no_number_is_refused(bad, place):
    given_ = {"values": np.ones((3, 2)), "weights": np.ones((5, 2))}
    given_[place][1, 1] = bad
    with pytest.raises(ValueError, match=r"finite number|below zero"):
        analyse(**given_)


def test_a_weight_below_zero_is_refused():
    with pytest.raises(ValueError, match="below zero"):
        analyse(np.eye(2), np.array([[1.0, -0.1]]))


def test_equal_alternatives_share_the_better_rank():
    result = analyse(np.array([[1.0, 0.0], [1.0, 0.0], [0.0, 0.5]]), np.array([[1.0, 0.0], [0.0, 1.0]]))
    assert result.rank_acceptability.tolist() == [[0.5, 0.5, 0], [0.5, 0.5, 0], [0.5, 0, 0.5]]
    assert result.pairwise_winning.tolist() == [[0, 0, 0.5], [0, 0, 0.5], [0.5, 0.5, 0]]
    assert result.central_weights.tolist() == [[1, 0], [1, 0], [0, 1]]
    assert result.confidence_factors.tolist() == [1, 1, 1]


def test_a_draw_without_any_weight_leaves_all_level():
    result = analyse(np.eye(2), np.array([[1.0, 0.0], [0.0, 0.0]]))
    assert result.rank_acceptability.tolist() == [[1, 0], [0.5, 0.5]]
    assert result.pairwise_winning.tolist() == [[0, 0.5], [0, 0]]


@pytest.mark.parametrize(("factor", "shift"), [(1e-15, 0), (1e15, 0), (1, 1e6), (1e-9, -1e-3)])
def test_p4_tiny_huge_and_far_away_scales_keep_ranks_and_ties(factor, shift):
    values, weights = np.array([[0.5, 0.25, 0.5], [0.5, 0.5, 0.25], [0.5, 0.25, 0.5]]), simplex(3, 500)
    before, after = analyse(values, weights), analyse(values * factor + shift, weights)
    assert after.rank_acceptability.tolist() == before.rank_acceptability.tolist()
    assert after.rank_acceptability[2].tolist() == after.rank_acceptability[0].tolist()


@FEW
@given(st.integers(1, 4), st.integers(1, 5), st.integers(1, 9), st.integers(0, 2**32 - 1))
def test_as_the_definitions_say_draw_by_draw(alternatives, criteria, draws, seed):
    """Every figure by its formula, with values of their own in each draw."""
    random = np.random.default_rng(seed)
    values = random.integers(0, 9, (draws, alternatives, criteria)) / 8
    weights = random.integers(0, 3, (draws, criteria)) / 4
    weights[:, 0] += 0.25
    shares = weights / weights.sum(axis=1, keepdims=True)
    ranks, wins = np.zeros((alternatives, alternatives)), np.zeros((alternatives, alternatives))
    kept = [[] for _ in range(alternatives)]
    for matrix, weight, share in zip(values, weights, shares, strict=True):
        points = [sum(value * one for value, one in zip(row, weight, strict=True)) for row in matrix]
        for i in range(alternatives):
            better = sum(other > points[i] for other in points)
            ranks[i, better] += 1 / draws
            wins[i] += [(points[i] > other) / draws for other in points]
            if not better:
                kept[i].append(share)
    result = analyse(values, weights)
    assert result.rank_acceptability == pytest.approx(ranks)
    assert result.pairwise_winning == pytest.approx(wins)
    for i, first in enumerate(kept):
        central = np.mean(first, axis=0) if first else np.zeros(criteria)
        assert result.central_weights[i] == pytest.approx(central)
        own = [(matrix @ central).max() <= (matrix @ central)[i] + 1e-12 for matrix in values]
        assert result.confidence_factors[i] == pytest.approx(np.mean(own) if first else 0)
    shown = [share for share in ranks[:, 0] / ranks[:, 0].sum() if share]
    assert result.entropy_bits == pytest.approx(-sum(share * np.log2(share) for share in shown))
    assert result.error == pytest.approx(1.96 * np.sqrt(ranks[:, 0] * (1 - ranks[:, 0]).clip(0) / draws), abs=1e-7)


def test_values_that_never_change_are_as_good_as_one_matrix():
    values, weights = np.random.default_rng(3).random((4, 5)), simplex(5, 7_000)
    once, each = analyse(values, weights), analyse(np.broadcast_to(values, (7_000, 4, 5)), weights)
    assert each.rank_acceptability.tolist() == once.rank_acceptability.tolist()
    assert each.pairwise_winning.tolist() == once.pairwise_winning.tolist()
    assert each.central_weights == pytest.approx(once.central_weights)
    assert each.confidence_factors.tolist() == once.confidence_factors.tolist()


def test_many_uncertain_values_are_worked_through_in_parts():
    """More numbers than one block holds: half the draws favour each."""
    values = np.zeros((400, 10, 600))
    values[:300, 3] = values[300:, 7] = 1
    result = analyse(values, np.ones((400, 600)))
    assert result.rank_acceptability[[3, 7], 0].tolist() == [0.75, 0.25]
    assert result.confidence_factors[[3, 7]].tolist() == [0.75, 0.25]


def test_many_alternatives_take_little_memory():
    values, weights = np.random.default_rng(3).random((50, 17)), simplex(17, 10_000)
    tracemalloc.start()
    try:
        result = analyse(values, weights)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert result.rank_acceptability.shape == (50, 50)
    assert peak < 24e6, "50 x 50 x 10,000 flags alone would be 25 MB"


def test_entropy():
    assert entropy(np.array([0.5, 0.5, 0])) == 1
    assert entropy(np.array([1.0, 0])) == 0
