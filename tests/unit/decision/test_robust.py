"""Who is always better and who possibly: by hand, against every corner, and against the draws of SMAA-2."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.decision.advise import advise
from advisor.decision.information import InfeasibleError, constraints, nothing_known, ranked, within
from advisor.decision.matrix import ALTERNATIVES, CRITERIA, values
from advisor.decision.robust import leads_in_boxes, leads_of, leads_under
from advisor.decision.smaa import analyse
from advisor.decision.swings import drawn_points
from advisor.decision.weights import constrained, swing_points
from advisor.questionnaire.answers import Answers
from advisor.questionnaire.schema import QUESTIONS, Key, Kind

FEW = settings(max_examples=40, deadline=None)
SEEDS = st.integers(0, 2**32 - 1)
CHOICES = [key for key, question in QUESTIONS.items() if question.kind is Kind.CHOICE]
COMPANIES = st.fixed_dictionaries({}, optional={key.value: st.sampled_from(QUESTIONS[key].codes) for key in CHOICES})

# Space is one need drawn from two questions; who reads a mailbox counts as "both" while unknown.
NO_MIXTURE = (Key.LARGEST_MAILBOX, Key.QUOTA, Key.READERS)


def test_by_hand():
    """A is ahead by 1 on the first criterion, behind by 1 on the second: it takes more points there to turn it."""
    pair = np.array([[1.0, 0.0], [0.0, 1.0]])
    sure = leads_in_boxes(pair, [[20, 5]], [[30, 15]])
    assert sure.least.tolist() == [[0, 5], [-25, 0]]
    assert sure.most.tolist() == [[0, 25], [-5, 0]]
    assert sure.always.tolist() == [[False, True], [False, False]]
    assert sure.possibly.tolist() == [[False, True], [False, False]]

    open_ = leads_in_boxes(pair, [[20, 5]], [[30, 21]])
    assert open_.always.tolist() == [[False, False], [False, False]]
    assert open_.possibly.tolist() == [[False, True], [True, False]]


def test_level_at_the_worst_is_not_always_better_but_the_other_never_is():
    leads = leads_in_boxes(np.array([[1.0, 0.0], [0.0, 1.0]]), [[20, 5]], [[30, 20]])
    assert not leads.always.any()
    assert leads.possibly.tolist() == [[False, True], [False, False]]


def test_of_several_boxes_any_may_hold():
    """Points (10, 0) or (0, 10): the hull would let both be nought."""
    leads = leads_in_boxes(np.array([[1.0, 1.0], [0.0, 0.0]]), [[10, 0], [0, 10]], [[10, 0], [0, 10]])
    assert leads.least[0, 1] == leads.most[0, 1] == 10
    assert leads.always[0, 1]
    hull = leads_in_boxes(np.array([[1.0, 1.0], [0.0, 0.0]]), [[0, 0]], [[10, 10]])
    assert (hull.least[0, 1], hull.most[0, 1]) == (0, 20)


@FEW
@given(st.integers(1, 4), st.integers(1, 5), st.integers(1, 3), SEEDS)
def test_no_corner_of_any_box_is_beyond_the_bounds_and_some_corner_is_at_them(alternatives, criteria, boxes, seed):
    random = np.random.default_rng(seed)
    table = random.integers(0, 9, (alternatives, criteria)) / 8
    low = random.integers(0, 50, (boxes, criteria)).astype(float)
    high = low + random.integers(0, 40, (boxes, criteria))
    corners = [
        np.array(one) for begin, end in zip(low, high, strict=True) for one in product(*zip(begin, end, strict=True))
    ]
    every = np.array([np.subtract.outer(table @ corner, table @ corner) for corner in corners])
    leads = leads_in_boxes(table, low, high)
    assert leads.least == pytest.approx(every.min(axis=0))
    assert leads.most == pytest.approx(every.max(axis=0))


@FEW
@given(st.integers(2, 4), st.integers(1, 5), SEEDS)
def test_always_wins_every_draw_and_what_is_not_possible_none(alternatives, criteria, seed):
    random = np.random.default_rng(seed)
    table = random.integers(0, 9, (alternatives, criteria)) / 8
    low = random.integers(1, 50, criteria).astype(float)
    high = low + random.integers(0, 20, criteria)
    leads = leads_in_boxes(table, [low], [high])
    winning = analyse(table, swing_points(low, high, 400, seed)).pairwise_winning
    assert (winning[leads.always] == 1).all()
    assert (winning[~leads.possibly] == 0).all()


def test_without_any_information_only_dominance_is_sure():
    table = np.array([[0.5, 0.75, 1], [0.25, 0.5, 0.5], [1, 0, 0]])
    leads = leads_under(table, nothing_known(3))
    assert leads.least[0, 1] == pytest.approx(0.25)
    assert leads.always.tolist() == [[False, True, False], [False, False, False], [False, False, False]]
    assert leads.possibly.tolist() == [[False, True, True], [False, False, True], [True, True, False]]


def test_a_ranking_has_its_known_corners():
    """The corners of w1 >= w2 >= w3 are (1, 0, 0), (1/2, 1/2, 0) and (1/3, 1/3, 1/3)."""
    table = np.array([[1, 0, 0.1], [0, 0.9, 0.1], [0.5, 0.5, 0]])
    corners = np.array([[1, 0, 0], [1 / 2, 1 / 2, 0], [1 / 3, 1 / 3, 1 / 3]])
    every = np.array([np.subtract.outer(table @ corner, table @ corner) for corner in corners])
    leads = leads_under(table, ranked([[0], [1], [2]], 3))
    assert leads.least == pytest.approx(every.min(axis=0))
    assert leads.most == pytest.approx(every.max(axis=0))
    assert leads.always[0, 1], "ahead by 1/30 even where all count the same"
    assert not leads_under(table, nothing_known(3)).always[0, 1]


@FEW
@given(st.integers(2, 4), st.integers(1, 5), st.integers(0, 3), SEEDS)
def test_under_linear_constraints_no_draw_is_beyond_the_bounds(alternatives, criteria, rows, seed):
    random = np.random.default_rng(seed)
    table = random.random((alternatives, criteria))
    matrix = random.normal(size=(rows, criteria))
    information = constraints(matrix, matrix @ random.dirichlet(np.ones(criteria)) + 0.1)
    weights = constrained(information, 300, seed)
    utilities = weights @ table.T
    every = utilities[:, :, None] - utilities[:, None, :]
    leads = leads_under(table, information)
    assert (every >= leads.least - 1e-7).all()
    assert (every <= leads.most + 1e-7).all()
    winning = analyse(table, weights).pairwise_winning
    assert (winning[leads.always] == 1).all()
    assert (winning[~leads.possibly] == 0).all()


def test_contradicting_information_is_refused():
    with pytest.raises(InfeasibleError):
        leads_under(np.eye(2), within([0.6, 0.6], [1, 1]))


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (lambda: leads_in_boxes(np.eye(2), [[0, 0, 0]], [[1, 1, 1]]), "do not fit"),
        (lambda: leads_in_boxes(np.eye(2), [[0, 0]], [[1, 1], [1, 1]]), "do not fit"),
        (lambda: leads_in_boxes(np.eye(2), np.zeros((0, 2)), np.zeros((0, 2))), "do not fit"),
        (lambda: leads_in_boxes(np.ones(2), [[0, 0]], [[1, 1]]), "do not fit"),
        (lambda: leads_in_boxes(np.eye(2), [[0, 2]], [[1, 1]]), "not empty"),
        (lambda: leads_in_boxes(np.eye(2), [[-1, 0]], [[1, 1]]), "from nought"),
        (lambda: leads_in_boxes(np.eye(2), [[np.nan, 0]], [[1, 1]]), "finite"),
        (lambda: leads_in_boxes(np.eye(2), [[0, 0]], [[1, np.inf]]), "finite"),
        (lambda: leads_in_boxes(np.array([[np.nan, 1]]), [[0, 0]], [[1, 1]]), "finite"),
        (lambda: leads_under(np.eye(3), nothing_known(2)), "do not fit"),
        (lambda: leads_under(np.ones(2), nothing_known(2)), "do not fit"),
        (lambda: leads_under(np.array([[np.nan, 1]]), nothing_known(2)), "no numbers"),
    ],
)
def test_what_makes_no_sense_is_refused(wrong, message):
    with pytest.raises(ValueError, match=message):
        wrong()


def test_equal_alternatives_and_a_single_one():
    assert not leads_in_boxes(np.ones((2, 3)), [[1, 1, 1]], [[2, 2, 2]]).possibly.any()
    assert leads_in_boxes(np.ones((1, 3)), [[1, 1, 1]], [[2, 2, 2]]).always.tolist() == [[False]]


@FEW
@given(COMPANIES)
def test_no_draw_of_the_engine_is_beyond_the_bounds(given_):
    answers, matrix = Answers.of(given_), values()
    points = drawn_points(answers)
    utilities = np.einsum("ac,cn->an", matrix, points)
    leads = leads_of(matrix, answers)
    every = utilities[:, None] - utilities[None]
    assert (every >= leads.least[:, :, None] - 1e-9).all()
    assert (every <= leads.most[:, :, None] + 1e-9).all()
    winning = analyse(matrix, points.T).pairwise_winning
    assert (winning[leads.always] == 1).all()
    assert (winning[~leads.possibly] == 0).all()


@FEW
@given(COMPANIES, st.sampled_from([key for key in CHOICES if key not in NO_MIXTURE]))
def test_an_unknown_answer_leaves_exactly_what_its_codes_leave(given_, key):
    """Exact, not a hull: also where one question speaks to several criteria."""
    given_.pop(key.value, None)
    matrix = values()
    open_ = leads_of(matrix, Answers.of(given_))
    known = [leads_of(matrix, Answers.of({**given_, key.value: code})) for code in QUESTIONS[key].codes]
    assert open_.least == pytest.approx(np.min([one.least for one in known], axis=0))
    assert open_.most == pytest.approx(np.max([one.most for one in known], axis=0))


def test_a_question_for_several_criteria_is_one_question():
    """Who wants all mail off the provider does not at the same time want one central place: a hull would add both."""
    matrix = np.zeros((len(ALTERNATIVES), len(CRITERIA)))
    for criterion in ("off_provider", "central"):
        matrix[0, CRITERIA.index(criterion)] = 1
    complete = {key.value: QUESTIONS[key].codes[0] for key in CHOICES if key is not Key.DATA_CONTROL}
    complete.update(provider_stay="no_limit", keep_copy_on_server="yes")
    assert leads_of(matrix, Answers.of(complete)).most[0, 1] == 100, "not 100 + 70"


def test_criteria_that_share_questions_only_by_way_of_others_are_one_part_too():
    """Whether a copy stays speaks to both; that data control speaks to only one of them makes it no other question."""
    matrix = np.zeros((len(ALTERNATIVES), len(CRITERIA)))
    for criterion in ("off_provider", "device_loss"):
        matrix[0, CRITERIA.index(criterion)] = 1
    complete = {key.value: QUESTIONS[key].codes[0] for key in CHOICES if key is not Key.KEEP_COPY_ON_SERVER}
    complete.update(data_control="provider_fine", provider_stay="no_limit", device_backup="tested")
    assert leads_of(matrix, Answers.of(complete)).most[0, 1] == 50, "50 with a copy or 30 + 15 without, not 30 + 50"


def test_the_document_names_each_pair_of_feasible_alternatives(advice):
    found = advice(devices="three_plus", shared_addresses="many")
    feasible = [one.alternative for one in found.ranking if one.feasible]
    pairs = [(one.alternative, one.over) for one in found.preferred]
    assert pairs == [(one, other) for one in feasible for other in feasible if one is not other]


@FEW
@given(COMPANIES)
def test_the_document_agrees_with_itself(given_):
    found = advise(Answers.of({**given_, "groupware": "no"}))
    rows = {one.alternative: one for one in found.ranking}
    for one in found.preferred:
        assert one.possibly or not one.always
        if one.always:
            assert rows[one.alternative].value > rows[one.over].value
            assert rows[one.over].first_rank_acceptability == 0
    others = [one for one in found.preferred if one.alternative is found.recommended]
    if others and all(one.always for one in others):
        assert found.confidence == 1
    if others and not all(one.possibly for one in others):
        assert found.confidence == 0
