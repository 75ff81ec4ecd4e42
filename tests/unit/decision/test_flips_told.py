"""Which sets of other answers are told: how many, how large, in which order, and which are left out."""

from advisor.decision.confidence import draw
from advisor.decision.evaluation import evaluate
from advisor.decision.facts import facts_of
from advisor.decision.flips import actionable, flips
from advisor.decision.sensitivity import DECISIVE
from advisor.questionnaire.answers import Answers
from advisor.questionnaire.schema import QUESTIONS, Key
from tests.unit.decision.conftest import make_company, make_server


def evaluated(**values):
    answers = make_company(**values)
    return evaluate(answers, facts_of(answers, make_server()))


def told(now, among=DECISIVE, *, protocol_changes):
    return [one for one in flips(draw(now), among) if one.protocol_changes is protocol_changes]


def outcome(now, *changes):
    """What is best after these changes, weighed on its own."""
    answers = now.answers
    for key, code in changes:
        answers = answers.with_answer(key, code)
    return evaluate(answers, now.facts)


def test_without_any_advice_nothing_can_change_it():
    now = evaluate(Answers.of({}), facts_of(Answers.of({}), make_server(imap="not_found", pop3="not_found")))
    assert now.best is None
    assert flips(draw(now)) == ()


def test_what_the_provider_decides_and_what_was_measured_is_not_for_the_person_to_change():
    now = evaluated()
    asked = (*DECISIVE, Key.SERVER_OFFERS)
    fixed = {Key.SERVER_OFFERS, Key.PROVIDER_BACKUP, Key.QUOTA}
    assert actionable(now, asked) == tuple(key for key in asked if key not in fixed)
    measured = evaluate(Answers(now.answers.values, measured=(Key.LARGEST_MAILBOX,)), now.facts)
    assert actionable(measured, asked) == tuple(key for key in asked if key not in {*fixed, Key.LARGEST_MAILBOX})


def test_every_single_answer_that_leads_to_the_other_protocol_is_told():
    now = evaluated(
        data_control="off_provider", largest_mailbox="10_50", webmail="unknown", keep_copy_on_server="unknown"
    )
    turning = {
        (key, code)
        for key in actionable(now)
        for code in QUESTIONS[key].codes
        if outcome(now, (key, code)).protocol not in (now.protocol, None)
    }
    assert len(turning) == 25
    found = [one.changes for one in told(now, protocol_changes=True)]
    assert sorted(found) == sorted((change,) for change in turning)


def test_of_many_pairs_the_twelve_nearest_are_told():
    now = evaluated(readers="program", device_backup="tested")
    assert [len(one.changes) for one in told(now, protocol_changes=False)] == [2] * 12


def test_nothing_is_told_where_four_answers_would_have_to_change():
    now = evaluated(devices="three_plus", shared_addresses="many", data_control="central", device_backup="none")
    changes = {"devices": "one", "shared_addresses": "none", "data_control": "off_provider", "device_backup": "tested"}
    turning = [(Key(key), code) for key, code in changes.items()]
    assert outcome(now, *turning).protocol not in (now.protocol, None)
    assert told(now, [key for key, _ in turning], protocol_changes=True) == []


def test_a_question_without_an_answer_comes_first_then_the_likelier_answer():
    """Priors of the new answers: 0.02 for the open question; 0.6, 0.5, 0.4 and 0.25 for those answered today."""
    among = (Key.DEVICE_BACKUP, Key.PLACES, Key.WEBMAIL, Key.KEEP_HISTORY, Key.CLIENT_LIMIT)
    now = evaluated(data_control="off_provider", immediacy="hours", client_limit="unknown")
    assert [one.changes for one in told(now, among, protocol_changes=True)] == [
        ((Key.CLIENT_LIMIT, "imap_only"),),
        ((Key.KEEP_HISTORY, "all"),),
        ((Key.WEBMAIL, "yes"),),
        ((Key.PLACES, "several"),),
        ((Key.DEVICE_BACKUP, "none"),),
    ]


def test_a_single_answer_is_told_although_it_does_not_fit_another_one():
    """Off the provider and no backup cannot both hold; the person then hears so, as with any answers."""
    now = evaluated(data_control="off_provider", immediacy="hours")
    found = told(now, (Key.DEVICE_BACKUP,), protocol_changes=True)
    assert [one.changes for one in found] == [((Key.DEVICE_BACKUP, "none"),)]


def test_two_answers_that_cannot_both_hold_are_not_proposed():
    """All mail offline on devices without room: only this pair would change the protocol."""
    now = evaluated(readers="program", data_control="off_provider")
    assert outcome(now, (Key.OFFLINE_READING, "all"), (Key.DEVICE_SPACE, "tight")).protocol not in (now.protocol, None)
    assert told(now, (Key.OFFLINE_READING, Key.DEVICE_SPACE), protocol_changes=True) == []
