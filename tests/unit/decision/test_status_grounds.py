"""Each ground for a status by itself, from the evaluation alone."""

from dataclasses import replace
from itertools import combinations

import pytest

from advisor.decision.evaluation import evaluate
from advisor.decision.facts import ServerFacts, facts_of
from advisor.decision.recommendation import Status
from advisor.decision.status import (
    is_not_enough,
    is_not_possible,
    is_preliminary,
    qualifiers,
    unknown_core,
    untested_protocols,
)
from advisor.questionnaire.answers import Answers
from advisor.questionnaire.schema import CORE, QUESTIONS, Key
from advisor.settings.codes import ReadingProtocol
from probes.codes import Offer
from tests.unit.decision.conftest import make_company, make_server

IMAP, POP3 = ReadingProtocol
BOTH = ServerFacts(reported=True, imap=Offer.OFFERED, pop3=Offer.OFFERED, uidl=True)
AWAY = {"data_control": "off_provider", "device_backup": "tested", "keep_copy_on_server": "no"}
FIGURES = {"mails_per_day": 40, "average_kb": 100}
STATES = ("not_possible", "not_enough", "close", "preliminary")


def now(facts=BOTH, **answers):
    return evaluate(make_company(**answers), facts)


def core_known(number):
    """A company that has answered so many of the core questions, devices first."""
    keys = sorted(CORE, key=lambda key: key not in (Key.DEVICES, Key.SHARED_ADDRESSES))[:number]
    return evaluate(Answers.of({key.value: QUESTIONS[key].codes[0] for key in keys}), BOTH)


def test_unknown_core_questions_are_counted():
    assert len(CORE) == 8
    assert [unknown_core(core_known(number).answers) for number in range(9)] == list(range(8, -1, -1))


def test_six_unknown_core_questions_are_not_enough_and_three_are_preliminary():
    assert [is_not_enough(core_known(number)) for number in range(9)] == [True] * 3 + [False] * 6
    sure = {"quota": "10_50"}
    known = [evaluate(Answers.of({**dict(core_known(n).answers.values), **sure}), BOTH) for n in range(9)]
    assert [is_preliminary(one, protocol_could_flip=False) for one in known] == [True] * 6 + [False] * 3


def test_who_reads_where_must_be_known_in_part():
    assert not is_not_enough(now(devices="unknown"))
    assert not is_not_enough(now(shared_addresses="unknown"))
    assert is_not_enough(now(devices="unknown", shared_addresses="unknown"))


@pytest.mark.parametrize(
    ("facts", "flip", "preliminary"),
    [
        (BOTH, False, False),
        (BOTH, True, True),
        (replace(BOTH, reported=False), False, True),
        (replace(BOTH, pop3=Offer.NOT_TESTED), False, True),
        (replace(BOTH, imap=Offer.UNREACHABLE), False, True),
        (replace(BOTH, imap=Offer.INSECURE_ONLY), False, False),
    ],
)
def test_preliminary(facts, flip, preliminary):
    assert is_preliminary(now(facts), protocol_could_flip=flip) is preliminary


def test_the_pop3_only_exception_is_preliminary():
    exception = now(replace(BOTH, imap=Offer.NOT_FOUND), devices="two", **FIGURES, quota_gb=10)
    assert exception.verdict.pop3_only_exception
    assert is_preliminary(exception, protocol_could_flip=False)


def test_only_what_is_left_to_choose_from_needs_a_test():
    for offer in (Offer.NOT_TESTED, Offer.UNREACHABLE):
        assert untested_protocols(now(replace(BOTH, pop3=offer))) == (POP3,)
        assert untested_protocols(now(replace(BOTH, pop3=offer), devices="two")) == ()
        assert untested_protocols(now(replace(BOTH, imap=offer, pop3=offer))) == (IMAP, POP3)
    assert untested_protocols(now()) == ()


@pytest.mark.parametrize(
    ("answers", "assumed"),
    [
        ({}, False),
        ({"quota": "lt_2"}, True),
        ({"quota": "lt_2", "quota_gb": 1}, False),
        ({"quota": "unknown"}, True),
        ({"quota": "unknown", "quota_gb": 1}, False),
        ({"quota": "unknown", "devices": "two"}, False),
        ({"mails_per_day": "unknown"}, False),
        ({**AWAY, **FIGURES}, False),
        ({**AWAY, "mails_per_day": 40}, True),
        ({**AWAY, "average_kb": 100}, True),
    ],
)
def test_room_that_is_only_assumed(answers, assumed):
    assert is_preliminary(now(**answers), protocol_could_flip=False) is assumed


def test_not_possible_is_what_no_answer_changes():
    stuck = replace(BOTH, imap=Offer.NOT_FOUND, uidl=False)
    assert is_not_possible(now()) is False
    assert is_not_possible(now(stuck, devices="two"))
    alone = {**AWAY, "provider_stay": "as_short_as_possible"}
    for key in ("devices", "shared_addresses", "readers", "device_backup", "provider_stay"):
        open_one = now(stuck, **{**alone, key: "unknown"})
        assert not open_one.feasible
        assert is_not_possible(open_one) is False
        assert is_not_enough(open_one)
    closed = now(stuck, **{**alone, "device_backup": "manual"})
    assert (closed.feasible, is_not_possible(closed), is_not_enough(closed)) == ((), True, False)


def test_without_a_report_the_server_is_one_more_unknown():
    told = {"shared_addresses": "few", "client_limit": "pop3_only"}
    assert not is_not_possible(now(ServerFacts(), **told)), "a server with POP3 only would open the exception"
    assert is_not_possible(now(ServerFacts(), **told, server_offers="both"))
    assert is_not_possible(now(BOTH, **told)), "the report says what it offers"
    program = {"devices": "unknown", "readers": "program", "client_limit": "pop3_only", "server_offers": "both"}
    assert not now(ServerFacts(), **program).feasible
    assert not is_not_possible(now(ServerFacts(), **program)), "on one device it could fetch"


def test_all_that_holds_is_named_in_one_order_and_firm_is_what_is_left():
    order = (Status.NOT_POSSIBLE, Status.NOT_ENOUGH_INFORMATION, Status.CLOSE, Status.PRELIMINARY)
    for size in range(5):
        for holding in combinations(range(4), size):
            found = qualifiers(**{name: number in holding for number, name in enumerate(STATES)})
            assert found == (tuple(order[number] for number in holding) or (Status.FIRM,))


def test_the_baseline_report_is_as_built_here():
    facts = facts_of(make_company(), make_server())
    assert (facts.reported, facts.imap, facts.pop3, facts.uidl) == (True, Offer.OFFERED, Offer.OFFERED, True)
