"""The smallest sets of answers that change the advice: valid and minimal against a search without any shortcut (P9)."""

from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.decision.advise import advise
from advisor.decision.alarms import contradictions
from advisor.decision.confidence import draw
from advisor.decision.evaluation import evaluate
from advisor.decision.facts import facts_of
from advisor.decision.flips import LARGEST_SET, MOST_SETS, flips
from advisor.decision.matrix import ALTERNATIVES
from advisor.decision.other_answers import NOTHING, OtherAnswers
from advisor.decision.rules import READ_BY_RULES, judge
from advisor.decision.sensitivity import DECISIVE, NOT_ACTIONABLE
from advisor.questionnaire.answers import Answers
from advisor.questionnaire.schema import QUESTIONS, Key, Kind

FEW = (
    Key.DEVICES,
    Key.SHARED_ADDRESSES,
    Key.DATA_CONTROL,
    Key.DEVICE_BACKUP,
    Key.KEEP_COPY_ON_SERVER,
    Key.READERS,
    Key.PROVIDER_STAY,
    Key.DEVICE_SPACE,
)
CHOICES = tuple(key for key, question in QUESTIONS.items() if question.kind is Kind.CHOICE)
COMPANIES = st.fixed_dictionaries(
    {},
    optional={
        **{key.value: st.sampled_from(QUESTIONS[key].codes) for key in DECISIVE if key is not Key.GROUPWARE},
        "quota_gb": st.sampled_from([0.02, 5]),
        "storage_gb_used": st.just(4.0),
    },
)
SERVERS = st.sampled_from([None, {}, {}, {"pop3": "not_found"}, {"imap": "not_found"}, {"pop3_capabilities": ["USER"]}])


def evaluated(values, report):
    answers = Answers.of(values)
    return evaluate(answers, facts_of(answers, report))


def with_changes(answers, changes):
    for key, code in changes:
        answers = answers.with_answer(key, code)
    return answers


def every_set(answers, keys, size):
    """All other answers to so many questions at once."""
    for chosen in combinations(keys, size):
        codes = ([code for code in QUESTIONS[key].codes if code != answers.code(key)] for key in chosen)
        for combination in product(*codes):
            yield tuple(zip(chosen, combination, strict=True))


def every_outcome(now, keys):
    """Each set of up to three other answers that can all hold, with what is then best."""
    held = set(contradictions(now.answers))
    for size in range(1, LARGEST_SET + 1):
        for changes in every_set(now.answers, keys, size):
            after = evaluate(with_changes(now.answers, changes), now.facts)
            if size == 1 or not set(contradictions(after.answers)) - held:
                yield changes, after.best


def smallest(found, now, *, protocol_changes):
    """Those of the smallest size that lead to the other protocol (or form)."""
    turning = {
        changes: best
        for changes, best in found
        if best is not None and best is not now.best and (best.protocol is not now.protocol) is protocol_changes
    }
    size = min(map(len, turning), default=0)
    return {changes: best for changes, best in turning.items() if len(changes) == size}


@settings(max_examples=25)
@given(COMPANIES, SERVERS)
def test_p9_valid_and_minimal_against_brute_force(server, values, facts):
    now = evaluated(values, None if facts is None else server(**facts))
    told = flips(draw(now), FEW)
    if now.best is None:
        assert told == ()
        return
    outcomes = list(every_outcome(now, FEW))
    for protocol_changes in (True, False):
        found = {one.changes: one.to for one in told if one.protocol_changes is protocol_changes}
        expected = smallest(outcomes, now, protocol_changes=protocol_changes)
        assert found.items() <= expected.items()
        assert bool(found) is bool(expected)
        single = any(len(changes) == 1 for changes in expected)
        assert len(found) == (len(expected) if single else min(len(expected), MOST_SETS))


def test_all_three_sizes_occur_and_are_minimal_over_all_questions(company, server):
    """The example for each size, over every question that may change, found by hand in the policy."""
    sizes = {}
    for name, values in {
        "one": {},
        "two": {"devices": "two"},
        "three": {"devices": "three_plus", "shared_addresses": "many", "data_control": "central"},
    }.items():
        report = server()
        now = evaluate(company(**values), facts_of(company(**values), report))
        told = [one for one in flips(draw(now)) if one.protocol_changes]
        sizes[name] = {len(one.changes) for one in told}
        keys = [key for key in DECISIVE if key not in NOT_ACTIONABLE]
        for size in range(1, min(sizes[name])):
            for changes in every_set(now.answers, keys, size):
                after = evaluate(with_changes(now.answers, changes), now.facts)
                assert after.protocol in (now.protocol, None)
    assert sizes == {"one": {1}, "two": {2}, "three": {3}}


def test_each_set_leads_to_the_advice_it_names(company, server):
    answers = company(devices="two", offline_reading="all")
    advised = advise(answers, server())
    assert {len(one.changes) for one in advised.flips} == {1, 2}
    for one in advised.flips:
        after = advise(with_changes(answers, one.changes), server())
        assert after.recommended == one.to
        assert (after.protocol != advised.protocol) is one.protocol_changes


def test_protocol_first_then_clear_before_close_then_the_fewest_given_answers(company, server):
    unknown = dict.fromkeys(("provider_stay", "devices", "keep_copy_on_server"), "unknown")
    answers = company(data_control="own_copy", **unknown)
    told = advise(answers, server()).flips
    assert [one.protocol_changes for one in told] == sorted((one.protocol_changes for one in told), reverse=True)
    for protocol_changes in (True, False):
        kind = [one for one in told if one.protocol_changes is protocol_changes]
        assert len(kind) > 1
        order = []
        for one in kind:
            close = "close" in advise(with_changes(answers, one.changes), server()).qualifiers
            given_answers = sum(answers.get(key) is not None for key, _ in one.changes)
            likely = np.prod([QUESTIONS[key].prior[QUESTIONS[key].codes.index(code)] for key, code in one.changes])
            order.append((close, given_answers, -round(float(likely), 9)))
        assert order == sorted(order)
        assert {close for close, *_ in order} == {False, protocol_changes}, "some of them are close calls"


def test_answers_that_cannot_all_hold_are_no_set_to_propose(company, server):
    """Off the provider and no backup: that set would change the form, but nobody can want it."""
    answers = company(devices="two", device_backup="untested", device_space="ample")
    now = evaluate(answers, facts_of(answers, server()))
    others = OtherAnswers(now, (Key.DATA_CONTROL, Key.DEVICE_BACKUP))
    sets = others.sets(2)
    named = [{(others.changes[number].key, others.changes[number].code) for number in row} for row in sets.tolist()]
    impossible = {(Key.DATA_CONTROL, "off_provider"), (Key.DEVICE_BACKUP, "none")}
    assert [one for one, flag in zip(named, others.contradict(sets), strict=True) if flag] == [impossible]


def test_a_contradiction_of_today_does_not_count_as_new(company, server):
    answers = company(data_control="off_provider", device_backup="none")
    now = evaluate(answers, facts_of(answers, server()))
    others = OtherAnswers(now, (Key.DATA_CONTROL, Key.OUTAGES))
    assert not others.contradict(others.sets(2)).any()


def test_nothing_is_told_where_nothing_else_can_come_out(company, server):
    """POP3 alone, and the server cannot tell old mail from new: only a program that deletes is left."""
    answers = company(readers="program", device_backup="tested")
    advised = advise(answers, server(imap="not_found", pop3_capabilities=["USER"]))
    assert advised.recommended == "pop3_delete"
    assert advised.flips == ()


def test_no_answer_leads_to_a_protocol_that_the_server_does_not_offer(company, server):
    advised = advise(company(), server(pop3="not_found"))
    assert advised.flips
    assert not any(one.protocol_changes for one in advised.flips)


def test_what_was_measured_is_not_proposed(company, server):
    answers = company(largest_mailbox="10_50", quota="10_50", storage_gb_used="unknown")
    now = evaluate(answers, facts_of(answers, server()))
    others = {key for one in flips(draw(now)) for key, _ in one.changes}
    measured = Answers(answers.values, measured=tuple(others))
    left = flips(draw(evaluate(measured, now.facts)))
    assert others
    assert not others & {key for one in left for key, _ in one.changes}


@settings(max_examples=10)
@given(COMPANIES, SERVERS)
def test_the_same_company_gets_the_same_sets_in_the_same_order(server, values, facts):
    report = None if facts is None else server(**facts)
    turned = dict(reversed(list(values.items())))
    assert flips(draw(evaluated(values, report))) == flips(draw(evaluated(turned, report)))


@settings(max_examples=30)
@given(COMPANIES, SERVERS, st.integers(0, 10_000))
def test_looked_up_outcomes_are_those_of_weighing_each_set(server, values, facts, start):
    now = evaluated(values, None if facts is None else server(**facts))
    others = OtherAnswers(now, [key for key in DECISIVE if key not in NOT_ACTIONABLE])
    sets = others.sets(3)
    some = sets[start % 97 :: len(sets) // 40]
    for row, best in zip(some.tolist(), others.best(some).tolist(), strict=True):
        after = evaluate(others.answers(row), now.facts)
        assert after.best is (None if best == NOTHING else ALTERNATIVES[best])


@settings(max_examples=60)
@given(COMPANIES, SERVERS, st.sampled_from([key for key in CHOICES if key not in (*READ_BY_RULES, *NOT_ACTIONABLE)]))
def test_no_other_choice_moves_what_is_feasible(server, values, facts, key):
    answers = Answers.of(values)
    seen = facts_of(answers, None if facts is None else server(**facts))
    feasible = {judge(answers.with_answer(key, code), seen).feasible for code in QUESTIONS[key].codes}
    assert feasible == {judge(answers, seen).feasible}


@pytest.mark.parametrize("key", READ_BY_RULES)
def test_each_rule_key_moves_what_is_feasible(company, server, key):
    bases = [
        company(readers="program", device_backup="tested", provider_stay="as_short_as_possible"),
        company(device_backup="tested", provider_stay="as_short_as_possible"),
    ]
    moves = [
        {judge(answers.with_answer(key, code), facts_of(answers, server())).feasible for code in QUESTIONS[key].codes}
        for answers in bases
    ]
    assert any(len(each) > 1 for each in moves)
