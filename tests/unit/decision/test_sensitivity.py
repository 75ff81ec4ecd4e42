"""What would change the advice: weights and single answers."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisor.decision.advise import advise
from advisor.decision.evaluation import evaluate
from advisor.decision.facts import facts_of
from advisor.decision.matrix import ALTERNATIVES, CRITERIA, values
from advisor.decision.recommendation import Assumption
from advisor.decision.sensitivity import DECISIVE, NOT_ACTIONABLE, assumptions, variants
from advisor.questionnaire.relevance import relevant
from advisor.questionnaire.schema import CORE, QUESTIONS, Key, Kind


def test_at_a_critical_weight_the_other_draws_level(advice):
    advised = advice(data_control="own_copy")
    weights = np.array([one.weight for one in advised.critical_weights])
    matrix = values()
    turning = [one for one in advised.critical_weights if one.flips_at is not None]
    assert turning
    for one in turning:
        number = CRITERIA.index(one.criterion)
        moved = weights * (1 - one.flips_at) / (1 - weights[number])
        moved[number] = one.flips_at
        level = matrix @ moved
        ours, theirs = ALTERNATIVES.index(advised.recommended), ALTERNATIVES.index(one.to)
        assert level[ours] == pytest.approx(level[theirs], abs=1e-6)


COMPANIES = [
    {"data_control": "own_copy"},
    {"devices": "two"},
    {"devices": "two", "data_control": "off_provider"},
    {"data_control": "off_provider", "device_backup": "tested", "keep_copy_on_server": "no"},
]


def winner_at(advised, number, weight):
    """The best feasible alternative when one criterion gets this weight and the others keep their proportions."""
    weights = np.array([one.weight for one in advised.critical_weights])
    weights = weights * (1 - weight) / (1 - weights[number])
    weights[number] = weight
    feasible = [row.alternative for row in advised.ranking if row.feasible]
    return max(feasible, key=lambda one: float(values()[ALTERNATIVES.index(one)] @ weights))


@pytest.mark.parametrize("differs", COMPANIES)
def test_beyond_a_critical_weight_the_other_wins_and_before_it_nobody_does(advice, differs):
    advised = advice(**differs)
    assert any(one.flips_at is None for one in advised.critical_weights)
    for number, one in enumerate(advised.critical_weights):
        if one.flips_at is None:
            reached = {winner_at(advised, number, weight) for weight in np.linspace(1e-6, 1 - 1e-6, 60)}
            assert reached == {advised.recommended}
        else:
            step = 1e-5 if one.flips_at > one.weight else -1e-5
            assert winner_at(advised, number, one.flips_at + step) == one.to
            between = np.linspace(one.weight, one.flips_at - step, 20)
            assert {winner_at(advised, number, weight) for weight in between} == {advised.recommended}


@pytest.mark.parametrize("differs", COMPANIES)
def test_a_weight_is_a_share_and_one_that_would_be_nothing_or_everything_turns_nothing(advice, differs):
    turning = [one.flips_at for one in advice(**differs).critical_weights if one.flips_at is not None]
    assert all(0 < weight < 1 for weight in turning)


def test_where_both_are_alike_no_weight_turns_it(advice):
    """IMAP with and without an archive serve a team alike: level only where nothing else counts."""
    weights = {one.criterion.value: one.flips_at for one in advice(devices="two").critical_weights}
    assert weights["team"] is None
    assert weights["own_copy"] is not None


def test_weights_are_the_mean_swing_points_normalised_once(advice):
    weights = {one.criterion.value: one.weight for one in advice().critical_weights}
    points = {"same_state": 2.5, "device_loss": 40, "push": 2.5, "effort": 32.5, "wrong_delete": 8.5}
    total = sum(points.values())
    assert {name: weight for name, weight in weights.items() if weight} == pytest.approx(
        {name: point / total for name, point in points.items()}, abs=1e-8
    )


def test_the_value_can_be_recomputed_by_hand(advice):
    rows = {row.alternative.value: row for row in advice().ranking}
    points = 2.5 + 40 + 2.5 + 32.5 + 8.5
    assert rows["imap"].value == pytest.approx((2.5 + 40 + 2.5 + 32.5) / points, abs=1e-8)
    keep = 0.15 * 2.5 + 0.4 * 40 + 0.2 * 2.5 + 0.45 * 32.5 + 0.7 * 8.5
    assert rows["pop3_keep"].value == pytest.approx(keep / points, abs=1e-8)


def test_nobody_is_told_to_change_what_the_provider_decides(advice):
    advised = advice(data_control="off_provider", device_backup="tested", keep_copy_on_server="no")
    assert advised.recommended == "pop3_keep"
    assert not {flip.changes[0][0] for flip in advised.flips} & set(NOT_ACTIONABLE)
    order = [flip.protocol_changes for flip in advised.flips]
    assert order == sorted(order, reverse=True)


def test_the_questions_that_are_tried_out_are_those_whose_answers_move_a_value_or_a_rule(company, server):
    """Each answer to each choice, for somebody alone, for several devices, and for a program.

    Alike folders speak to the same criterion as a second device or place, but never as loud.
    """
    facts = facts_of(company(), server())
    moving = set()
    for alone in ({}, {"devices": "two", "places": "several"}, {"readers": "program", "device_backup": "tested"}):
        for key in (key for key, question in QUESTIONS.items() if question.kind is Kind.CHOICE):
            tried = (evaluate(company(**alone).with_answer(key, code), facts) for code in QUESTIONS[key].codes)
            moving |= {key} if len({(one.verdict, tuple(one.utilities)) for one in tried}) > 1 else set()
    assert Key.FOLDERS not in moving
    assert list(DECISIVE) == [key for key in QUESTIONS if key in moving | {Key.FOLDERS}]


@pytest.mark.parametrize("checked", [True, False])
def test_each_other_answer_is_tried_and_what_the_server_offers_where_nobody_has_checked_it(company, server, checked):
    answers = company(devices="unknown", server_offers="both")
    now = evaluate(answers, facts_of(answers, server() if checked else None))
    keys = DECISIVE if checked else (*DECISIVE, Key.SERVER_OFFERS)
    assert [(one.key, one.code, one.answered) for one in variants(now)] == [
        (key, code, key is not Key.DEVICES)
        for key in keys
        for code in QUESTIONS[key].codes
        if code != answers.code(key)
    ]


def test_assumed_is_every_unknown_answer_that_is_core_or_could_change_the_advice(company, server):
    """With two devices a shared address moves nothing any more, a fast line neither; only the first is core."""
    open_ones = dict.fromkeys(("shared_addresses", "outages", "provider_stay", "line"), "unknown")
    answers = company(devices="two", **open_ones)
    now = evaluate(answers, facts_of(answers, server()))
    assert assumptions(now, variants(now)) == (
        Assumption(Key.SHARED_ADDRESSES, "few", could_flip=False),
        Assumption(Key.OUTAGES, None, could_flip=True),
        Assumption(Key.PROVIDER_STAY, None, could_flip=True),
    )


def test_the_only_feasible_alternative_has_no_rival(advice):
    advised = advice({"imap": "not_found"}, devices="two")
    assert (advised.against, advised.reasons, advised.critical_weights) == (None, (), ())
    assert advised.confidence == advised.form_confidence == advised.protocol_confidence == 1


def test_against_is_the_other_protocol_where_it_is_feasible(advice):
    assert advice().against == "pop3_keep"
    assert advice(devices="two").against == "imap_archive"


def test_reasons_name_the_answers_behind_them(advice):
    advised = advice(devices="unknown", data_control="own_copy", shared_addresses="none")
    assert advised.against == "imap"
    own_copy = next(one for one in advised.reasons if one.criterion == "own_copy")
    assert [(ref.key.value, ref.code) for ref in own_copy.answers] == [("data_control", "own_copy")]
    everyone = next(one for one in advised.reasons if one.criterion == "wrong_delete")
    assert everyone.answers == ()


def test_reasons_name_the_unknown_and_the_figures(advice):
    advised = advice(
        data_control="off_provider", device_backup="tested", keep_copy_on_server="no", places="unknown",
        storage_gb_used=9, quota_gb=10,
    )  # fmt: skip
    found = {one.criterion.value: [(ref.key.value, ref.code) for ref in one.answers]
             for one in (*advised.reasons, *advised.counter_reasons)}  # fmt: skip
    assert found["same_state"] == [("devices", "one"), ("places", None)]
    assert found["server_space"] == [("storage_gb_used", 9), ("quota_gb", 10)]


SOME_ANSWERS = st.fixed_dictionaries(
    {key.value: st.sampled_from(QUESTIONS[key].codes) for key in CORE},
    optional={
        key.value: st.sampled_from(QUESTIONS[key].codes)
        for key in (Key.PLACES, Key.WEBMAIL, Key.READERS, Key.RETENTION)
    },
)


def hidden_but_decisive(answers, report):
    """The open questions that could change the advice and that the questionnaire does not ask."""
    turning = [one.key for one in advise(answers, report).assumptions if one.could_flip]
    return [key for key in turning if not relevant(key, answers, server_checked=True)]


def test_a_question_that_could_change_the_advice_is_asked(company, server):
    plain = {"offline_reading": "no", "outages": "hardly_ever", "data_control": "provider_fine", "devices": "two"}
    answers = company(complete=False, **plain, shared_addresses="none", device_backup="none")
    advised = advise(answers, server())
    assert Key.DEVICE_SPACE in {one.key for one in advised.assumptions if one.could_flip}
    assert hidden_but_decisive(answers, server()) == []


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SOME_ANSWERS)
def test_no_question_that_could_change_the_advice_is_hidden(company, server, said):
    assert hidden_but_decisive(company(complete=False, **said), server()) == []
