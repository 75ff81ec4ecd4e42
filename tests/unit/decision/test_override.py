"""A decision beside the advice: only what the rules have left, with all that has to be heard and done for it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.decision.advise import advise
from advisor.decision.alarms import alarms
from advisor.decision.conditions import conditions
from advisor.decision.evaluation import evaluate
from advisor.decision.facts import facts_of
from advisor.decision.override import choices, with_override
from advisor.decision.recommendation import Override, OverrideState
from advisor.decision.room import room_conditions
from advisor.questionnaire.answers import Answers
from advisor.settings.codes import Alternative
from tests.unit.decision.conftest import make_company, make_server
from tests.unit.decision.test_document_properties import COMPANIES, SERVERS, SOME

AT = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
I, O, K, D = Alternative  # noqa: E741 - letters of the policy's table
ONE_PC = {"devices": "one", "device_backup": "tested"}


def decided(to, server=None, current=True, **differs):
    """The advice for the baseline company with some answers set otherwise, and a decision beside it."""
    answers, report = make_company(**differs), make_server(**(server or {}))
    now = evaluate(answers, facts_of(answers, report))
    return with_override(advise(answers, report), Override(to, "Why", "Anna", AT), now, current=current)


def codes(override):
    return {condition.code for condition in override.conditions}


def test_the_advice_stays_and_the_decision_stands_beside_it(advice):
    plain, found = advice(devices="two"), decided(O, devices="two")
    assert (plain.recommended, plain.decided) == (I, I)
    assert (found.recommended, found.decided, found.override.state) == (I, O, OverrideState.CURRENT)
    assert replace(found, override=None, alarms=plain.alarms) == plain
    assert (found.override.reason, found.override.by, found.override.at) == ("Why", "Anna", AT)


@pytest.mark.parametrize(
    ("backup", "leaves", "heard"),
    [
        ("tested", "no", set()),
        ("tested", "unencrypted", {"encrypt_first"}),
        ("none", "no", {"backup_first"}),
        ("unknown", "unknown", {"encrypt_first", "backup_first"}),
    ],
)
def test_the_alarms_of_a_full_copy_come_with_it(advice, backup, leaves, heard):
    said = {"devices": "two", "device_backup": backup, "devices_leave_office": leaves}
    before = set(advice(**said).alarms)
    assert not before & {"encrypt_first", "backup_first"}
    assert set(decided(O, **said).alarms) == before | heard


def test_alarms_keep_their_order_and_none_of_the_advice_is_lost():
    said = {"mail_location": "one_computer", "devices_leave_office": "unencrypted", "readers": "both"}
    found = decided(O, devices="two", device_backup="none", **said)
    assert found.alarms == ("mail_only_on_pc", "encrypt_first", "separate_program_mailbox", "backup_first")


def test_a_copy_that_the_advice_wants_keeps_its_alarm_when_none_is_decided(advice):
    said = {"devices": "two", "data_control": "own_copy", "devices_leave_office": "unencrypted"}
    assert advice(**said).recommended is O
    found = decided(I, **said)
    assert (found.decided, found.alarms) == (I, advice(**said).alarms)


def test_days_and_conditions_are_those_of_what_was_decided(advice):
    said = {**ONE_PC, "longest_absence_days": 30, "quota": "unknown"}
    assert advice(**said).recommended is I
    assert advice(**said).keep_days is None
    found = decided(K, **said)
    assert (found.keep_days, found.override.keep_days) == (None, 37)
    assert "measure_quota" in codes(found.override)
    assert "measure_quota" not in {one.code for one in found.conditions}, "those of the advice stay its own"


def test_another_form_without_days_has_none():
    assert decided(O, **ONE_PC).override.keep_days is None


def test_one_collector_is_a_condition_of_the_archive_only(advice):
    assert "one_collector" in codes(decided(O, devices="two").override)
    assert "one_collector" not in {one.code for one in advice(devices="two").conditions}


@pytest.mark.parametrize("to", [K, D])
def test_what_a_rule_excludes_does_not_count(advice, to):
    plain, found = advice(devices="two"), decided(to, devices="two")
    assert to not in choices(plain)
    assert (found.override.state, found.decision, found.decided) == (OverrideState.VOID, None, I)
    assert (found.alarms, found.override.keep_days, found.override.conditions) == (plain.alarms, None, ())


def test_near_case_one_device_makes_the_kept_copy_a_choice(advice):
    assert K in choices(advice(**ONE_PC))
    assert decided(K, **ONE_PC).decided is K


@pytest.mark.parametrize(
    "differs",
    [
        {"groupware": "must"},
        {"server": {"provider": "microsoft365"}},
        {"server": {"imap": "not_found", "pop3": "not_found"}},
        {"devices": "unknown", "shared_addresses": "unknown"},
    ],
    ids=["groupware", "microsoft365", "not possible", "not enough"],
)
def test_where_nothing_is_advised_nothing_can_be_decided(advice, differs):
    assert choices(advice(**differs)) == ()
    for to in Alternative:
        found = decided(to, **differs)
        assert (found.override.state, found.decided, found.recommended) == (OverrideState.VOID, None, None)


def test_pop3_only_leaves_no_choice(advice):
    assert choices(advice(server={"imap": "not_found"}, devices="two")) == ()


def test_the_best_of_what_is_left_comes_first(advice):
    plain = advice(**ONE_PC)
    values = {row.alternative: row.value for row in plain.ranking}
    assert len(choices(plain)) > 1
    assert list(choices(plain)) == sorted(choices(plain), key=lambda way: -values[way])


def test_a_decision_for_other_answers_holds_but_says_so():
    found = decided(O, devices="two", current=False)
    assert (found.override.state, found.decided) == (OverrideState.OUTDATED, O)


def test_a_decision_that_became_the_advice_still_counts(advice):
    assert advice(devices="two", offline_reading="all", outages="daily").recommended is O
    found = decided(O, devices="two", offline_reading="all", outages="daily", current=False)
    assert (found.recommended, found.decided, found.override.state) == (O, O, OverrideState.OUTDATED)


@SOME
@given(COMPANIES, SERVERS, st.sampled_from(Alternative), st.booleans())
def test_no_decision_leads_to_an_excluded_way_or_loses_an_alarm(company, server, to, current):
    answers = Answers.of(company)
    report = make_server(**server) if server else None
    plain, now = advise(answers, report), evaluate(answers, facts_of(answers, report))
    found = with_override(plain, Override(to, "Why", "Anna", AT), now, current=current)
    feasible = {row.alternative for row in plain.ranking if row.feasible}
    assert found.recommended is plain.recommended
    assert found.decided in feasible | {None}
    assert (found.decided is None) == (plain.recommended is None)
    assert (found.decision is None) == (to not in (plain.recommended, *choices(plain)))
    assert set(found.alarms) >= set(plain.alarms)
    if found.decision is not None:
        assert set(found.alarms) == set(plain.alarms) | set(alarms(answers, to))
        assert found.override.conditions == (*conditions(now, to), *room_conditions(plain.estimates, to))
        assert (found.override.state is OverrideState.CURRENT) == current
