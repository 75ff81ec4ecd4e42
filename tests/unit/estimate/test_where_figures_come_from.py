"""Where the figures of an estimate come from: measured, stated, taken from a class, assumed."""

from dataclasses import replace

import pytest

from advisor.estimate.codes import InputCode, Source
from advisor.estimate.estimate import estimate
from advisor.estimate.situation import Situation
from advisor.questionnaire.answers import Answers
from advisor.questionnaire.schema import Key
from probes.measurement import Month


def months(*megabytes):
    return tuple(Month(f"2026-{number:02}", 200, size * 1_000_000) for number, size in enumerate(megabytes, 1))


def test_growth_as_it_was_measured():
    """60, 90 and 120 MB a month: 1.08 GB a year; the two quieter months make .9, the two busier ones 1.26."""
    answers = replace(
        Answers.of({"mails_per_day": 9.2, "average_kb": 450}), measured=(Key.MAILS_PER_DAY, Key.AVERAGE_KB)
    )
    found = estimate(Situation(answers, 28, months=months(90, 60, 120)))
    growth = found.input(InputCode.GROWTH_GB)
    assert growth.source is Source.MEASURED
    assert growth.value.three == pytest.approx((0.9, 1.08, 1.26))
    assert found.input(InputCode.MAILS_PER_DAY).value.three == pytest.approx((9.2, 9.2, 9.2))


def test_a_groups_own_amount_of_mail_wins_over_the_measured_months():
    found = estimate(Situation(Answers.of({"mails_per_day": 40, "average_kb": 100}), 28, months=months(90, 60, 120)))
    growth = found.input(InputCode.GROWTH_GB)
    assert (growth.source, growth.value.likely) == (Source.STATED, 1)


@pytest.mark.parametrize(
    ("answers", "source", "used"),
    [
        ({"storage_gb_used": 7.5, "largest_mailbox": "gt_50"}, Source.STATED, (7.5, 7.5, 7.5)),
        ({"largest_mailbox": "2_10"}, Source.ANSWERED, (2, 5, 10)),
        ({"mail_location": "new"}, Source.ANSWERED, (0, 0, 0)),
        ({"mail_location": "new", "storage_gb_used": 1}, Source.STATED, (1, 1, 1)),
        ({}, Source.ASSUMED, (0, 2, 10)),
    ],
)
def test_figures_win_over_classes_and_these_over_assumptions(estimated, answers, source, used):
    found = estimated(answers).input(InputCode.USED_GB)
    assert (found.source, found.value.three) == (source, used)


def test_what_was_measured_is_named_so():
    answers = replace(Answers.of({"storage_gb_used": 7.5, "quota_gb": 10}), measured=(Key.STORAGE_GB_USED,))
    found = estimate(Situation(answers, 28))
    assert found.input(InputCode.USED_GB).source is Source.MEASURED
    assert found.input(InputCode.QUOTA_GB).source is Source.STATED


def test_a_group_counts_its_own_mailboxes(estimated):
    answers = {"mailboxes": 50, "people": 40, "devices_total": 90, "devices": "two"}
    group, company = estimated(answers, mailboxes=3), estimated(answers)
    assert group.input(InputCode.MAILBOXES).value.likely == 3
    assert group.input(InputCode.DEVICES_TOTAL).value.likely == 6
    assert group.years == (0, 10)
    assert company.input(InputCode.MAILBOXES).value.likely == 50
    assert company.input(InputCode.DEVICES_TOTAL).value.likely == 90


@pytest.mark.parametrize(
    ("answers", "gap"),
    [({}, (1, 3, 21)), ({"longest_absence_days": 2}, (1, 2, 2)), ({"longest_absence_days": 60}, (1, 3, 60))],
)
def test_the_longest_time_in_which_nobody_fetches(estimated, answers, gap):
    assert estimated(answers).input(InputCode.GAP_DAYS).value.three == gap


def test_every_input_that_a_figure_names_is_there(estimated):
    for found in (estimated(), estimated({"quota_gb": 1, "shared_addresses": "none"}), estimated(keep_days=None)):
        there = {one.code for one in found.inputs}
        figures = (*found.figures, *(figure for one in found.alternatives for figure in one.figures))
        assert {code for figure in figures for code in figure.inputs} <= there
