"""Other methods as a check: published figures through the library, and what they say of our alternatives."""

import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pymcdm.methods import TOPSIS
from pymcdm.normalizations import minmax_normalization

from advisor.decision import agreement as asked
from advisor.decision.agreement import _first, agreement, scores
from advisor.decision.comparisons import Agreement, Method
from advisor.decision.evaluation import evaluate
from advisor.decision.facts import facts_of
from advisor.decision.smaa import analyse
from advisor.decision.value import additive
from advisor.decision.weights import unknown
from advisor.settings.codes import Alternative

UNIT = st.integers(0, 16).map(lambda number: number / 16)


def of(case, part="X"):
    return np.array(case[part], float), np.array(case["w"])


def evaluated(company, matrix=None, **differs):
    answers = company(**differs)
    now = evaluate(answers, facts_of(answers, None))
    return now if matrix is None else replace(now, matrix=matrix, utilities=additive(matrix, now.weights))


@pytest.mark.parametrize("part", ["before", "after"])
def test_w8_topsis(worked, part):
    case = worked["W8"]
    found = scores(Method.TOPSIS, *of(case, part))
    assert found == pytest.approx(np.array(case["expect"][part]), abs=case["tol"])


def test_w11_topsis(worked):
    case = worked["W11"]
    assert scores(Method.TOPSIS, *of(case)) == pytest.approx(np.array(case["expect"]), abs=case["tol"])


def test_w12_topsis_with_another_normalisation(worked):
    """Ours is the vector normalisation: the figures of this one come from the library alone."""
    case = worked["W12"]
    found = TOPSIS(minmax_normalization)(*of(case), np.array(case["types"]))
    assert found == pytest.approx(np.array(case["expect"]), abs=case["tol"])


def test_w13_promethee(worked):
    case = worked["W13"]
    assert scores(Method.PROMETHEE_II, *of(case)) == pytest.approx(np.array(case["expect"]))


@pytest.mark.parametrize("name", ["W7", "W8"])
def test_where_the_others_turn_round_the_engine_does_not(worked, name):
    """A useless alternative more: on fixed scales from 0 to 10 nothing moves among the first three."""
    case = worked[name]
    (before, weights), (after, _) = of(case, "before"), of(case, "after")
    assert additive(after / 10, weights)[:3].tolist() == additive(before / 10, weights).tolist()
    draws = unknown(2, 2_000)
    few, more = analyse(before / 10, draws), analyse(after / 10, draws)
    assert more.pairwise_winning[:3, :3].tolist() == few.pairwise_winning.tolist()
    assert more.rank_acceptability[:3, 0].tolist() == few.rank_acceptability[:, 0].tolist()


def test_w8_is_a_reversal_of_topsis(worked):
    case = worked["W8"]
    before, after = (scores(Method.TOPSIS, *of(case, part)) for part in ("before", "after"))
    assert (before.argmax(), after.argmax()) == (1, 0)


def test_criteria_that_say_nothing_are_left_out():
    """Nought for all, equal for all, and without weight: a vector normalisation would divide by nought."""
    values = np.array([[0, 0.5, 1, 0.2], [0, 0.5, 0, 0.9]])
    weights = np.array([0.3, 0.3, 0.4, 0])
    for method in Method:
        assert scores(method, values, weights).tolist() == [1, {"topsis": 0, "promethee_ii": -1}[method]]


@pytest.mark.parametrize("method", Method)
def test_equal_alternatives_are_level(method):
    assert scores(method, np.ones((3, 2)), np.array([0.5, 0.5])).tolist() == [0, 0, 0]


@pytest.mark.parametrize("method", Method)
def test_where_only_criteria_without_weight_differ_all_are_level(method):
    assert scores(method, np.array([[0.2, 1], [0.9, 1]]), np.array([0, 1])).tolist() == [0, 0]


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_scores_are_numbers_and_a_dominating_alternative_is_first(data):
    rows = data.draw(st.lists(st.tuples(UNIT, UNIT, UNIT), min_size=1, max_size=4))
    weights = np.array(data.draw(st.tuples(UNIT, UNIT, UNIT)))
    values = np.array([*rows, (1, 1, 1)])
    for method in Method:
        found = scores(method, values, weights)
        assert np.isfinite(found).all()
        assert found[-1] >= found.max() - 1e-9


def test_a_clear_case_is_clear_to_all(company):
    now = evaluated(company, devices="three_plus", shared_addresses="many", data_control="provider_fine")
    assert now.best is Alternative.IMAP
    assert agreement(now) == tuple(Agreement(method, Alternative.IMAP) for method in Method)


def test_a_method_may_see_it_otherwise(company):
    """One criterion of weight, by far, for the one; all others, by a little, for the other: only signs count there."""
    plain = evaluated(company)
    heaviest = int(plain.weights.argmax())
    matrix = np.zeros_like(plain.matrix)
    first, second = (list(Alternative).index(one) for one in plain.feasible[:2])
    matrix[second] = 0.1
    matrix[second, heaviest], matrix[first, heaviest] = 0, 1
    now = evaluated(company, matrix)
    assert now.weights[heaviest] < 0.5
    said = {one.method: one.best for one in agreement(now)}
    assert said[Method.PROMETHEE_II] is list(Alternative)[second]
    assert said[Method.TOPSIS] is now.best is list(Alternative)[first]


def test_of_level_alternatives_it_is_the_one_that_we_put_first(company):
    now = evaluated(company, np.ones_like(evaluated(company).matrix))
    assert {one.best for one in agreement(now)} == {now.best}


@pytest.mark.parametrize(
    ("found", "first"),
    [
        ([0.4, 0.6, 0.5], 1),
        ([0.6, 0.6, 0.5], 0),
        ([1 - 0.9e-9, 1, 0], 0),
        ([1 - 1e-9, 1, 0], 0),
        ([1 - 1.05e-9, 1, 0], 1),
        ([-0.5, -0.5 + 2e-9, -0.5], 1),
    ],
)
def test_a_score_counts_as_level_up_to_a_billionth(found, first):
    assert _first(np.array(found)) == first


def test_nothing_is_said_where_only_one_is_left(company):
    now = evaluated(company)
    excluded = tuple(() if one is now.best else ("E1",) for one in Alternative)
    alone = replace(now, verdict=replace(now.verdict, excluded_by=excluded))
    assert alone.feasible == (now.best,)
    assert agreement(alone) == ()


def test_without_the_library_nothing_is_said(company, monkeypatch):
    monkeypatch.setattr(asked, "find_spec", lambda name: None)
    assert agreement(evaluated(company)) == ()


def test_the_library_is_loaded_only_when_asked():
    """Its import takes about a second and loads pandas and Matplotlib."""
    code = "import sys, advisor.decision.advise; sys.exit('pymcdm' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0
