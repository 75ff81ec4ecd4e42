"""Which alternative is best for one set of answers, and which where two are exactly level."""

import pytest

from advisor.decision.evaluation import evaluate
from advisor.decision.facts import facts_of
from advisor.decision.matrix import ALTERNATIVES
from advisor.decision.other_answers import OtherAnswers
from advisor.questionnaire.schema import Key
from advisor.settings.codes import Alternative
from tests.unit.decision.conftest import make_company, make_server

LEVEL = (
    {"provider_backup": "no", "offline_reading": "all", "devices_leave_office": "unencrypted"},
    {"devices": "two", "provider_backup": "no", "offline_reading": "all", "device_backup": "none",
     "devices_leave_office": "unencrypted"},
)  # fmt: skip
"""Answers with which IMAP and IMAP with an archive get the same points to the last eighth of a point."""


@pytest.mark.parametrize("answers", LEVEL)
def test_where_two_are_level_the_first_of_the_alternatives_is_best(answers):
    company = make_company(**answers)
    now = evaluate(company, facts_of(company, make_server()))
    assert now.value(Alternative.IMAP) == pytest.approx(now.value(Alternative.IMAP_ARCHIVE), abs=1e-14)
    assert now.feasible[:2] == (Alternative.IMAP, Alternative.IMAP_ARCHIVE)
    assert now.best is Alternative.IMAP


@pytest.mark.parametrize("answers", LEVEL)
def test_a_look_at_many_other_answers_says_the_same_where_two_are_level(answers):
    today = make_company(**{**answers, "offline_reading": "no"})
    others = OtherAnswers(evaluate(today, facts_of(today, make_server())), (Key.OFFLINE_READING,))
    best = dict(zip((one.code for one in others.changes), others.best(others.sets(1)).tolist(), strict=True))
    assert ALTERNATIVES[best["all"]] is Alternative.IMAP
