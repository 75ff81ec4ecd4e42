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


def answers_behind(criterion, **answers):
    found = arguments(evaluate(make_company(**answers), BOTH), IMAP, KEEP)
    return next([(ref.key.value, ref.code) for ref in one.answers] for one in found if one.criterion is criterion)


def test_the_answers_behind_a_point_come_by_weight_then_those_not_given():
    """Middles of the points: a second device 75, several places 55, webmail 50, folders 35."""
    known = {"devices": "two", "places": "several", "webmail": "yes", "folders": "yes"}
    assert answers_behind(Criterion.SAME_STATE, **known) == list(known.items())
    assert answers_behind(Criterion.SAME_STATE, **known | {"devices": "unknown", "webmail": "unknown"}) == [
        ("places", "several"), ("folders", "yes"), ("devices", None), ("webmail", None)
    ]  # fmt: skip


def test_a_heavier_answer_comes_first_wherever_it_stands_in_the_questionnaire():
    """A copy that stays counts 40, the provider's backup 10, an own tested one 5."""
    backed_up = {"device_backup": "tested", "provider_backup": "yes", "keep_copy_on_server": "yes"}
    assert answers_behind(Criterion.DEVICE_LOSS, **backed_up) == list(reversed(backed_up.items()))
