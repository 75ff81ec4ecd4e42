"""How sure a half-filled questionnaire is: as sure as the advice that would be given now."""

import pytest

from advisor.decision.confidence import draw
from advisor.decision.evaluation import evaluate
from advisor.decision.facts import facts_of
from advisor.decision.next_question import ask_next
from advisor.decision.sensitivity import variants
from advisor.decision.standing import Standing, standing
from advisor.questionnaire.answers import Answers
from advisor.questionnaire.schema import QUESTIONS, Key
from tests.unit.decision.conftest import make_advice, make_company, make_server
from tests.unit.decision.groups import group
from tests.unit.decision.test_measured import imap, look


@pytest.mark.parametrize(
    "answers",
    [
        {},
        {"data_control": "off_provider", "device_backup": "tested"},
        {"data_control": "unknown", "device_backup": "tested", "keep_copy_on_server": "no"},
    ],
)
def test_as_sure_of_the_protocol_as_the_advice(answers):
    confidence = standing(make_company(**answers), make_server()).confidence
    assert confidence == pytest.approx(make_advice(**answers).protocol_confidence)
    assert (confidence < 1) is bool(answers)


def test_sure_where_nothing_is_left():
    nothing = {"imap": "not_found", "pop3": "not_found"}
    assert standing(make_company(), make_server(**nothing)).confidence == 1


FULL = {"quota_gb": 20, "quota": "10_50", "storage_gb_used": 5, "mails_per_day": 40, "average_kb": 100}


def test_where_groupware_decides_nothing_else_is_open():
    assert standing(make_company(groupware="must", line="unknown"), make_server()) == Standing(1.0, (), (), ())


def test_what_it_hangs_on_comes_by_gain_and_what_gains_nothing_alone_by_the_questionnaire():
    """A program alone (0.001) before more devices and a program's limit, which turn it only together with others."""
    open_ones = dict.fromkeys(("client_limit", "devices", "readers", "line", "it_effort"), "unknown")
    now = standing(make_company(**FULL, **open_ones), make_server())
    assert now.turning == ()
    assert now.deciding == (Key.READERS, Key.DEVICES, Key.CLIENT_LIMIT)
    assert now.moving == (Key.IT_EFFORT, Key.LINE)


def test_what_turns_it_alone_is_among_what_it_hangs_on():
    now = standing(make_company(**FULL, devices="two", it_effort="unknown", groupware="unknown"), make_server())
    assert (now.turning, now.deciding, now.moving) == ((Key.GROUPWARE,), (Key.GROUPWARE,), (Key.IT_EFFORT,))


def test_what_turns_it_alone_is_named_also_where_something_else_may_turn_it_anyhow():
    """With each answer to groupware the outcome stays open or is another one, as data control is not known."""
    open_ones = {"data_control": "unknown", "groupware": "unknown"}
    now = standing(make_company(**FULL, **open_ones, device_backup="tested", keep_copy_on_server="no"), make_server())
    assert now.turning == now.deciding == (Key.DATA_CONTROL, Key.GROUPWARE)


def test_of_many_that_gain_nothing_alone_the_order_is_that_of_the_questionnaire():
    answers = Answers.of({"groupware": "no"})
    evaluation = evaluate(answers, facts_of(answers, None))
    gains = [one.key for one in ask_next(draw(evaluation), variants(evaluation))]
    others = [key for key in QUESTIONS if answers.get(key) is None and key not in gains]
    assert len(others) > 10
    assert standing(answers, None).deciding == (*gains, *others)


def test_groups_are_left_aside():
    company = make_company(**FULL, line="unknown")
    with_group = Answers(company.values, (group("A", {"devices": "three_plus"}),))
    assert standing(with_group, make_server()) == standing(company, make_server())


def test_figures_of_a_look_into_a_mailbox_are_no_longer_open():
    """A kept copy hangs on the amount of mail until it was counted."""
    kept = {"data_control": "off_provider", "device_backup": "tested", "keep_copy_on_server": "no"}
    answers = make_company(**kept, quota_gb=20, storage_gb_used=5, provider_stay="some_weeks")
    assert set(standing(answers, make_server()).deciding) == {Key.MAILS_PER_DAY, Key.AVERAGE_KB}
    assert standing(answers, make_server(), look(imap())).deciding == ()
