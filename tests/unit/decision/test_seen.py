"""Which facts of a server count, and which of them a look into a mailbox has shown."""

import pytest

from advisor.decision.codes import ServerFact
from advisor.decision.facts import ServerFacts
from advisor.decision.measured import Measured
from advisor.decision.recommendation import SeenFact
from advisor.decision.seen import codes_seen, of_codes, seen


@pytest.mark.parametrize(
    ("announced", "in_the_mailbox", "fact", "figure"),
    [
        ({"idle": False}, {"idle": False}, ServerFact.NO_IDLE, None),
        ({"lean_sync": False}, {"lean_sync": False}, ServerFact.NO_LEAN_SYNC, None),
        ({"login_delay": 900}, {"login_delay": 900}, ServerFact.LONG_LOGIN_DELAY, 900),
        ({"uidl": False}, {"uidl": False}, ServerFact.NO_UIDL, None),
        ({"expire_days": 0}, {"expire_told": True, "expire_days": 0}, ServerFact.EXPIRES, 0),
        ({"expire_days": 60}, {"expire_told": True, "expire_days": 60}, ServerFact.EXPIRES, 60),
    ],
)
def test_a_fact_is_called_measured_where_the_mailbox_has_shown_it(announced, in_the_mailbox, fact, figure):
    assert seen(ServerFacts(**announced)) == (SeenFact(fact, figure, measured=False),)
    assert seen(ServerFacts(**announced, measured=Measured(imap=True))) == (SeenFact(fact, figure, measured=False),)
    looked = ServerFacts(**announced, measured=Measured(**in_the_mailbox))
    assert seen(looked) == (SeenFact(fact, figure, measured=True),)


@pytest.mark.parametrize("known", [True, None])
def test_what_is_there_or_what_nobody_knows_is_no_fact_to_mind(known):
    assert seen(ServerFacts(uidl=known, idle=known, lean_sync=known, login_delay=899)) == ()


def test_all_of_them_in_their_order_and_the_wanted_ones_alone():
    facts = ServerFacts(uidl=False, expire_days=5, login_delay=901, idle=False, lean_sync=False)
    assert [one.code for one in seen(facts)] == list(ServerFact)
    assert codes_seen(facts) == frozenset(ServerFact)
    wanted = of_codes(facts, ServerFact.EXPIRES, ServerFact.NO_IDLE)
    assert wanted == (SeenFact(ServerFact.NO_IDLE), SeenFact(ServerFact.EXPIRES, 5))
    assert of_codes(facts) == ()
