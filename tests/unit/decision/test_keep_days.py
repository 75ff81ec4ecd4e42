"""For how many days a kept copy stays on the server."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.decision.facts import ServerFacts
from advisor.decision.keep_days import keep_days, quota_days
from advisor.questionnaire.answers import Answers


def days(expire=None, **answers):
    return keep_days(Answers.of(answers), ServerFacts(expire_days=expire))


@pytest.mark.parametrize(
    ("answers", "needed"),
    [
        ({}, 28),
        ({"longest_absence_days": 1}, 14),
        ({"longest_absence_days": 7}, 14),
        ({"longest_absence_days": 8}, 15),
        ({"longest_absence_days": 1, "device_backup": "tested"}, 14),
        ({"longest_absence_days": 1, "device_backup": "untested"}, 14),
        ({"longest_absence_days": 1, "device_backup": "manual"}, 37),
        ({"longest_absence_days": 1, "device_backup": "none"}, 14),
        ({"longest_absence_days": 60, "device_backup": "manual"}, 67),
    ],
)
def test_absences_and_backups(answers, needed):
    assert days(**answers).days == needed
    assert days(**answers).cap is None
    assert days(**answers).fits, "no limit is known"


@pytest.mark.parametrize(
    ("answers", "cap"),
    [
        ({"quota": "lt_2"}, 43.75),
        ({"quota": "2_10"}, 350),
        ({"quota": "10_50"}, 1750),
        ({"quota": "gt_50"}, 8750),
        ({"quota": "gt_50", "quota_gb": 1}, 175),
        ({"quota_gb": 1, "mails_per_day": 100, "average_kb": 1000}, 7),
    ],
)
def test_the_quota_caps(answers, cap):
    assert days(**answers).cap == pytest.approx(cap)


def test_the_smaller_limit_counts():
    assert days(expire=20, quota="lt_2").days == 20
    assert days(expire=90, quota_gb=0.1).days == 17
    assert not days(expire=6).fits
    assert days(expire=7).fits


@given(st.floats(0, 1e9, exclude_min=True), st.floats(0, 1e9, exclude_min=True), st.floats(0, 1e9, exclude_min=True))
def test_any_figures_give_a_number(quota, mails, size):
    kept = days(quota_gb=quota, mails_per_day=mails, average_kb=size)
    assert 0 <= kept.days <= 28
    assert kept.fits or kept.days < 7


def test_no_quota_no_room():
    assert quota_days(Answers.of({})) is None
