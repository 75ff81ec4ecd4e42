"""What could still turn the outcome: against every single answer, and the proof against every combination."""

from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisor.decision.alarms import alarms
from advisor.decision.conditions import conditions
from advisor.decision.evaluation import evaluate
from advisor.decision.facts import facts_of
from advisor.decision.needs import Derived
from advisor.decision.open_questions import _options, is_proven, outcome, still_open, turning, undecided
from advisor.decision.recommendation import StillOpen
from advisor.decision.sensitivity import variants
from advisor.decision.standing import standing
from advisor.questionnaire.answers import Answers
from advisor.questionnaire.path import WEIGHED_ONLY
from advisor.questionnaire.schema import QUESTIONS, Key, Kind
from advisor.settings.codes import Alternative

SOME = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
CHOICES = [key for key, question in QUESTIONS.items() if question.kind is Kind.CHOICE]
COMPANIES = st.fixed_dictionaries({key.value: st.sampled_from(QUESTIONS[key].codes) for key in CHOICES})
ALONE = {"devices": "one", "shared_addresses": "none", "readers": "people", "groupware": "no", "client_limit": "none"}
LIKELY = st.sampled_from([ALONE, ALONE | {"device_backup": "tested", "data_control": "off_provider"}, {}])
FIGURES = st.sampled_from([{}, {"quota_gb": 5, "quota": "2_10", "mails_per_day": 40, "average_kb": 100}])
SERVERS = st.sampled_from([None, {}, {"pop3": "not_found"}, {"imap": "not_found"}, {"pop3_capabilities": ["USER"]}])
OPEN = st.sets(st.sampled_from(CHOICES), min_size=1, max_size=4)
MOVING = [
    {"quota_gb": size, "mails_per_day": mails, "average_kb": 100, "storage_gb_used": used}
    for size, mails in ((0.0001, 1e9), (1e9, 0.001))
    for used in (0.0001, 1e9)
]


def known(values, likely, figures, open_keys):
    said = {**values, **likely, **figures}
    return Answers.of({key: value for key, value in said.items() if key not in open_keys})


@SOME
@given(COMPANIES, LIKELY, FIGURES, OPEN, SERVERS)
def test_what_is_proven_no_combination_of_answers_changes(server, values, likely, figures, open_keys, facts):
    report = None if facts is None else server(**facts)
    answers = known(values, likely, figures, open_keys)
    now = evaluate(answers, facts_of(answers, report))
    if not is_proven(now):
        return
    every = [(*QUESTIONS[key].codes, "unknown") for key in open_keys]
    for codes in product(*every):
        changed = Answers.of({**dict(answers.values), **dict(zip(open_keys, codes, strict=True))})
        assert outcome(evaluate(changed, facts_of(changed, report))) == outcome(now), codes


@SOME
@given(COMPANIES, LIKELY, OPEN, SERVERS, st.sampled_from(MOVING))
def test_what_is_proven_no_open_figure_changes(server, values, likely, open_keys, facts, stated):
    report = None if facts is None else server(**facts)
    answers = known(values, likely, {}, {*open_keys, "quota", "largest_mailbox"})
    now = evaluate(answers, facts_of(answers, report))
    if is_proven(now):
        changed = Answers.of({**dict(answers.values), **stated})
        assert outcome(evaluate(changed, facts_of(changed, report))) == outcome(now)


@SOME
@given(COMPANIES, LIKELY, FIGURES, OPEN, SERVERS)
def test_turning_are_those_of_which_one_answer_alone_changes_the_outcome(
    server, values, likely, figures, open_keys, facts
):
    report = None if facts is None else server(**facts)
    answers = known(values, likely, {**figures, "storage_gb_used": 1} if figures else {}, open_keys)
    now = evaluate(answers, facts_of(answers, report))
    expected = {
        key
        for key in open_keys - {Key.SERVER_OFFERS if report else None}
        for code in QUESTIONS[key].codes
        if outcome(evaluate(answers.with_answer(key, code), facts_of(answers.with_answer(key, code), report)))
        != outcome(now)
    }
    found = set(turning(now, variants(now)))
    assert found & set(CHOICES) == expected
    assert not figures or found == expected
    told = still_open(now, variants(now))
    assert told.could_change == len(found)
    assert not (told.proven and found)
    assert found <= set(undecided(now)) or not told.proven


def test_a_complete_questionnaire_is_proven(company, server):
    answers = company(quota_gb=20, quota="10_50", storage_gb_used=5, mails_per_day=40, average_kb=100)
    now = evaluate(answers, facts_of(answers, server()))
    assert still_open(now, variants(now)) == still_open(now, ())
    assert (still_open(now, ()).could_change, still_open(now, ()).proven) == (0, True)


FULL = {"quota_gb": 20, "quota": "10_50", "storage_gb_used": 5, "mails_per_day": 40, "average_kb": 100}
WISHED = {"device_backup": "tested", "keep_copy_on_server": "no"}
SINGLE = (
    ({"groupware": "unknown"}, {}, (Key.GROUPWARE,)),
    ({"devices": "two", "groupware": "unknown"}, {}, (Key.GROUPWARE,)),
    ({"client_limit": "unknown"}, {}, (Key.CLIENT_LIMIT,)),
    ({"devices": "two", "client_limit": "unknown"}, {}, ()),
    ({"groupware": "unknown"}, {"provider": "microsoft365"}, ()),
    ({"readers": "unknown"}, {}, ()),
    ({**WISHED, "data_control": "unknown"}, {}, (Key.DATA_CONTROL,)),
    ({"data_control": "unknown", "offline_reading": "all", "it_effort": "someone_cares"}, {}, ()),
    ({**WISHED, "storage_gb_used": "unknown", "largest_mailbox": "10_50"}, {}, (Key.STORAGE_GB_USED,)),
    ({**WISHED, "storage_gb_used": "unknown", "largest_mailbox": "lt_2"}, {}, ()),
)


@pytest.mark.parametrize(("open_ones", "facts", "turns"), SINGLE)
def test_cases_of_single_answers_and_their_near_cases(company, server, open_ones, facts, turns):
    answers = company(**{**FULL, **open_ones})
    now = evaluate(answers, facts_of(answers, server(**facts)))
    assert turning(now, variants(now)) == turns
    assert is_proven(now) is not bool(turns)


def test_without_a_report_what_the_server_offers_is_open_too(company):
    for code, hangs_on in (("unknown", (Key.SERVER_OFFERS,)), ("both", ())):
        answers = company(**FULL, server_offers=code)
        now = evaluate(answers, facts_of(answers, None))
        assert (turning(now, variants(now)), undecided(now)) == (hangs_on, hangs_on)


def test_an_open_answer_that_can_add_nothing_to_another_one_is_not_what_it_hangs_on(company, server):
    """Whoever must read all mail offline needs that more than any outage could ask for."""
    for offline_reading, hangs_on in (("all", (Key.DATA_CONTROL,)), ("no", (Key.OUTAGES, Key.DATA_CONTROL))):
        answers = company(**FULL, **WISHED, data_control="unknown", outages="unknown", offline_reading=offline_reading)
        assert undecided(evaluate(answers, facts_of(answers, server()))) == hangs_on


@pytest.mark.parametrize(
    ("figures", "space"),
    [
        # tight beyond 0.7 of the quota: between which two numbers lies what is stated as a class?
        ({"largest_mailbox": "lt_2", "quota_gb": 2.85}, "tight ample"),
        ({"largest_mailbox": "lt_2", "quota_gb": 2.86}, "ample"),
        ({"largest_mailbox": "lt_2", "quota_gb": 0.0001}, "tight"),
        ({"largest_mailbox": "2_10", "quota_gb": 2.85}, "tight"),
        ({"largest_mailbox": "2_10", "quota_gb": 2.86}, "tight ample"),
        ({"largest_mailbox": "2_10", "quota_gb": 14.28}, "tight ample"),
        ({"largest_mailbox": "2_10", "quota_gb": 14.29}, "ample"),
        ({"largest_mailbox": "10_50", "quota_gb": 14.28}, "tight"),
        ({"largest_mailbox": "10_50", "quota_gb": 14.29}, "tight ample"),
        ({"largest_mailbox": "10_50", "quota_gb": 71.42}, "tight ample"),
        ({"largest_mailbox": "10_50", "quota_gb": 71.43}, "ample"),
        ({"largest_mailbox": "gt_50", "quota_gb": 71.42}, "tight"),
        ({"largest_mailbox": "gt_50", "quota_gb": 71.43}, "tight ample"),
        ({"quota": "lt_2", "storage_gb_used": 0.0001}, "tight ample"),
        ({"quota": "lt_2", "storage_gb_used": 1.4}, "tight ample"),
        ({"quota": "lt_2", "storage_gb_used": 1.41}, "tight"),
        ({"quota": "2_10", "storage_gb_used": 1.4}, "ample"),
        ({"quota": "2_10", "storage_gb_used": 7}, "tight ample"),
        ({"quota": "2_10", "storage_gb_used": 7.01}, "tight"),
        ({"quota": "10_50", "storage_gb_used": 7}, "ample"),
        ({"quota": "10_50", "storage_gb_used": 35}, "tight ample"),
        ({"quota": "gt_50", "storage_gb_used": 35}, "ample"),
        ({"quota": "gt_50", "storage_gb_used": 1_000_000}, "tight ample"),
        ({"quota": "2_10", "largest_mailbox": "2_10"}, "tight ample"),
        ({}, "tight ample"),
        ({"storage_gb_used": 7, "quota_gb": 10, "quota": "lt_2"}, "ample"),
        ({"storage_gb_used": 7.01, "quota_gb": 10, "quota": "gt_50"}, "tight"),
    ],
)
def test_what_space_can_be_with_every_figure_that_a_class_allows(figures, space):
    assert _options(Derived.SPACE, Answers.of(figures)) == tuple(space.split())


def test_two_answers_that_change_it_only_together_are_not_proven_and_both_named(company, server):
    """A program alone that speaks POP3 only: either answer alone leaves IMAP, both together leave nothing."""
    answers = company(**FULL, devices="two", readers="unknown", client_limit="unknown")
    now = evaluate(answers, facts_of(answers, server()))
    assert turning(now, variants(now)) == ()
    assert undecided(now) == (Key.READERS, Key.CLIENT_LIMIT)
    assert still_open(now, variants(now)) == StillOpen(0, proven=False)
    for beside in (Key.DEVICE_BACKUP, Key.MAILS_PER_DAY, Key.LINE):
        more_open = evaluate(answers.with_answer(beside, "unknown"), now.facts)
        assert undecided(more_open) == undecided(now), "what cannot matter is not named"
    for key, code in ((Key.READERS, "people"), (Key.CLIENT_LIMIT, "none")):
        assert is_proven(evaluate(answers.with_answer(key, code), now.facts))


@pytest.mark.parametrize(
    "answers",
    [
        {"readers": "program", "data_control": "unknown"},
        {
            "device_backup": "tested",
            "offline_reading": "all",
            "keep_copy_on_server": "no",
            "provider_backup": "unknown",
        },
    ],
)
def test_an_answer_that_speaks_to_several_needs_counts_for_all_of_them_in_the_same_way(company, server, answers):
    """Each of its codes alone leaves the outcome; the ends of all needs at once belong to no code and would not."""
    complete = company(**answers)
    assert is_proven(evaluate(complete, facts_of(complete, server())))


def test_another_reason_for_another_connection_is_another_outcome(company, server):
    wanted = company(groupware="must")
    assert outcome(evaluate(wanted, facts_of(wanted, server()))) == (None, "groupware")
    off = company()
    assert outcome(evaluate(off, facts_of(off, server(imap="not_found", pop3="not_found")))) == (None, None)


KEPT = {"data_control": "off_provider", "device_backup": "tested", "keep_copy_on_server": "no",
        "provider_stay": "some_weeks"}  # fmt: skip


def test_a_kept_copy_may_hang_on_the_amount_of_mail(company, server):
    answers = company(**{**FULL, **KEPT, "mails_per_day": "unknown"})
    now = evaluate(answers, facts_of(answers, server()))
    assert now.best == "pop3_keep"
    assert turning(now, variants(now)) == (Key.MAILS_PER_DAY,)
    assert Key.MAILS_PER_DAY in undecided(now)


def test_a_stated_class_bounds_the_figure(company, server):
    """From 10 GB upwards 40 mails a day of 100 kB fit in any case, below 2 GB they may not."""
    for quota, turns in (("10_50", ()), ("lt_2", (Key.QUOTA_GB,))):
        answers = company(**{**FULL, **KEPT, "quota": quota, "quota_gb": "unknown"})
        now = evaluate(answers, facts_of(answers, server()))
        assert now.best == "pop3_keep"
        assert turning(now, variants(now)) == turns
        assert undecided(now) == turns


def test_too_many_combinations_are_not_proven(company):
    now = evaluate(Answers.of({"groupware": "no"}), facts_of(Answers(), None))
    assert not is_proven(now)


def test_what_the_outcome_hangs_on_comes_by_expected_gain(company, server):
    answers = company(devices="unknown", readers="unknown", client_limit="unknown", it_effort="unknown", line="unknown")
    report = server()
    now = standing(answers, report)
    assert {Key.DEVICES, Key.READERS, Key.CLIENT_LIMIT} <= set(now.deciding)
    assert not set(now.deciding) & set(now.moving)
    assert now.confidence is not None


def test_where_nothing_is_weighed_the_outcome_stands(company, server):
    now = standing(company(groupware="must", line="unknown"), server())
    assert (now.confidence, now.turning, now.deciding, now.moving) == (1.0, (), (), ())
    off = standing(company(**FULL), server(imap="not_found", pop3="not_found"))
    assert (off.confidence, off.deciding) == (1.0, ())


def test_too_little_is_no_confidence(server):
    assert standing(Answers(), server()).confidence is None


def test_the_document_says_how_many_answers_could_change_it(document, company, server):
    told = document(company(**{**FULL, "devices": "two", "groupware": "unknown"}), server())["still_open"]
    assert told == {"could_change": 1, "proven": False}
    assert document(company(**FULL), server())["still_open"] == {"could_change": 0, "proven": True}
    assert document(company(groupware="must"), server())["still_open"] == {"could_change": 0, "proven": True}


@SOME
@given(COMPANIES, st.sampled_from(sorted(WEIGHED_ONLY - {Key.SERVER_OFFERS})), st.sampled_from(list(Alternative)))
def test_what_is_asked_only_for_the_weighing_moves_no_alarm_and_no_condition(server, values, key, alternative):
    report = server()
    answers = Answers.of(values)
    found = {
        (alarms(one, alternative), conditions(evaluate(one, facts_of(one, report)), alternative))
        for one in (answers.with_answer(key, code) for code in QUESTIONS[key].codes)
    }
    assert len(found) == 1


def test_a_single_open_criterion_can_keep_the_outcome_open(company, server):
    room = {"quota_gb": 50, "mails_per_day": 40, "average_kb": 100}
    facts = facts_of(Answers(), server())
    answers = company(
        device_backup="tested", keep_copy_on_server="no", largest_mailbox="unknown", quota="unknown", **room
    )
    space = (Key.LARGEST_MAILBOX, Key.QUOTA, Key.STORAGE_GB_USED)
    assert undecided(evaluate(answers, facts)) == space
    assert is_proven(evaluate(answers.with_answer(Key.STORAGE_GB_USED, 4), facts))
