"""What puts one alternative ahead of another, from the evaluation alone."""

import pytest

from advisor.decision.criteria import Criterion
from advisor.decision.evaluation import evaluate
from advisor.decision.facts import ServerFacts
from advisor.decision.reasons import arguments
from advisor.settings.codes import Alternative
from probes.codes import Offer
from tests.unit.decision.conftest import make_company

IMAP, ARCHIVE, KEEP, DELETE = Alternative
BOTH = ServerFacts(reported=True, imap=Offer.OFFERED, pop3=Offer.OFFERED, uidl=True)


@pytest.fixture
def now():
    return evaluate(make_company(), BOTH)


def test_where_both_do_alike_nothing_is_argued(now):
    found = {one.criterion for one in arguments(now, IMAP, ARCHIVE)}
    assert found.isdisjoint({Criterion.SAME_STATE, Criterion.TEAM, Criterion.PUSH, Criterion.SERVER_LOAD})
    assert Criterion.EFFORT in found


@pytest.mark.parametrize("other", [ARCHIVE, KEEP, DELETE])
def test_the_weightiest_comes_first_and_all_add_up_to_the_lead(now, other):
    parts = [one.contribution for one in arguments(now, IMAP, other)]
    assert all(parts)
    assert [abs(part) for part in parts] == sorted((abs(part) for part in parts), reverse=True)
    assert sum(parts) == pytest.approx(now.value(IMAP) - now.value(other), abs=1e-7)


def test_without_another_alternative_there_is_nothing_to_argue(now):
    assert arguments(now, IMAP, None) == ()
