"""What one other answer would move, as a value."""

from dataclasses import replace

import pytest

from advisor.decision.advise import advise
from advisor.decision.what_if import Part, moved, triable, what_if
from advisor.questionnaire.answers import Answers, Group, InvalidAnswerError
from advisor.questionnaire.schema import QUESTIONS, Key


def tried(answers, key, code, report=None, measurement=None):
    return what_if(advise(answers, report, measurement), answers, key, code, report, measurement)


def test_the_advice_after_is_the_one_that_taking_over_would_give(company, server):
    answers, report = company(devices="two"), server()
    found = tried(answers, Key.DATA_CONTROL, "own_copy", report)
    assert found.before == advise(answers, report)
    assert found.after == advise(answers.with_answer(Key.DATA_CONTROL, "own_copy"), report)
    assert (found.before.recommended, found.after.recommended) == ("imap", "imap_archive")
    assert Part.FORM in found.moved
    assert Part.PROTOCOL not in found.moved
    assert "one_collector" in {one.code for one in found.new_conditions}


def test_the_same_answer_moves_nothing(company, server):
    found = tried(company(), Key.DEVICES, "one", server())
    assert found.moved == ()
    assert (found.new_alarms, found.gone_alarms, found.new_conditions, found.gone_conditions) == ((), (), (), ())


def test_alarms_come_and_go(company, server):
    raised = tried(company(), Key.MAIL_LOCATION, "one_computer", server())
    assert (raised.new_alarms, raised.gone_alarms) == (("mail_only_on_pc",), ())
    assert raised.moved == (Part.ALARMS,)
    lifted = tried(company(mail_location="one_computer"), Key.MAIL_LOCATION, "server", server())
    assert (lifted.new_alarms, lifted.gone_alarms) == ((), ("mail_only_on_pc",))


def test_what_stays_as_it_is_neither_comes_nor_goes(company, server):
    answers = company(
        mail_location="one_computer",
        retention="unsolved",
        keep_copy_on_server="yes",
        provider_stay="as_short_as_possible",
    )
    found = tried(answers, Key.OUTAGES, "daily", server())
    for before, after in (
        (found.before.alarms, found.after.alarms),
        (found.before.contradictions, found.after.contradictions),
    ):
        assert before
        assert before == after
    assert (found.new_alarms, found.gone_alarms, found.new_contradictions) == ((), (), ())


def test_shares_and_exclusions_of_the_ways_are_parts_of_the_ranking(company, server):
    advice = advise(company(), server())
    first = advice.ranking[0]
    for other in (
        replace(first, feasible=not first.feasible),
        replace(first, first_rank_acceptability=(first.first_rank_acceptability or 0) / 2),
    ):
        assert moved(advice, replace(advice, ranking=(other, *advice.ranking[1:]))) == (Part.RANKING,)


def test_conditions_that_are_done_are_gone(company, server):
    found = tried(company(retention="unsolved"), Key.RETENTION, "archived", server())
    assert [one.code for one in found.gone_conditions] == ["solve_retention"]
    assert found.new_conditions == ()


def test_answers_that_would_clash_are_told(company, server):
    found = tried(company(keep_copy_on_server="yes"), Key.PROVIDER_STAY, "as_short_as_possible", server())
    assert [one.keys for one in found.new_contradictions] == [(Key.PROVIDER_STAY, Key.KEEP_COPY_ON_SERVER)]
    back = tried(company(provider_stay="as_short_as_possible"), Key.PROVIDER_STAY, "no_limit", server())
    assert back.new_contradictions == ()


def test_neither_protocol_and_back(company, server):
    found = tried(company(), Key.GROUPWARE, "must", server())
    assert found.after.native is not None
    assert {Part.NATIVE, Part.PROTOCOL, Part.FORM, Part.RANKING} <= set(found.moved)
    back = tried(company(groupware="must"), Key.GROUPWARE, "no", server())
    assert (back.before.recommended, back.after.recommended) == (None, "imap")


def test_a_group_that_says_otherwise_keeps_its_own_answer(company, server):
    groups = [Group("Kasse", 1, Answers.of({"devices": "one"})), Group("Büro", 3, Answers.of({"outages": "daily"}))]
    answers = Answers.of(dict(company(data_control="off_provider", device_backup="tested").values), groups)
    found = tried(answers, Key.DATA_CONTROL, "provider_fine", server())
    assert Part.GROUPS in found.moved
    told = advise(answers.with_answer(Key.DATA_CONTROL, "provider_fine"), server())
    assert found.after.groups == told.groups


def test_the_order_of_the_parts_is_that_of_telling(company, server):
    found = moved(advise(company(), server()), advise(company(devices="two", mail_location="mixed"), server()))
    assert list(found) == sorted(found, key=list(Part).index)


def test_only_what_a_person_says_can_be_tried(company):
    keys = triable(company(), reported=True)
    assert Key.DEVICES in keys
    assert not {Key.COUNTRY, Key.SERVER_OFFERS, Key.PROGRAMS, Key.QUOTA_GB} & set(keys)
    assert Key.SERVER_OFFERS in triable(company(), reported=False)
    measured = Answers(company().values, measured=(Key.QUOTA,))
    assert Key.QUOTA not in triable(measured, reported=True)


@pytest.mark.parametrize("code", ["", "unknown", "four", "ONE"])
def test_an_unknown_code_is_refused(company, server, code):
    with pytest.raises(InvalidAnswerError) as refused:
        tried(company(), Key.DEVICES, code, server())
    assert refused.value.allowed == QUESTIONS[Key.DEVICES].codes
