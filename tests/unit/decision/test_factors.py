"""From answers to what is weighed: each code and figure, its near case, and what stays unknown."""

import pytest

from advisor.decision.factors import code_of, codes_of, prior_of, sources
from advisor.decision.needs import NEEDS, Derived, Need, counts
from advisor.questionnaire.answers import Answers
from advisor.questionnaire.schema import QUESTIONS, Key

USED, QUOTA, LARGEST, LIMIT = Key.STORAGE_GB_USED, Key.QUOTA_GB, Key.LARGEST_MAILBOX, Key.QUOTA


def weighed(factor, **answers):
    return code_of(factor, Answers.of(answers))


def test_the_codes_and_their_chances():
    assert codes_of(Derived.SPACE) == ("tight", "ample")
    assert prior_of(Derived.SPACE) == (0.25, 0.75)
    assert (codes_of(Derived.EVERYONE), prior_of(Derived.EVERYONE)) == (("any",), (1.0,))
    for key in (Key.DEVICES, Key.OUTAGES):
        assert (codes_of(key), prior_of(key)) == (QUESTIONS[key].codes, QUESTIONS[key].prior)


def test_an_answer_is_weighed_as_it_is_and_the_unknown_as_unknown():
    assert weighed(Derived.EVERYONE) == "any"
    assert weighed(Key.DEVICES) is None
    assert weighed(Key.DEVICES, devices="two") == "two"
    assert weighed(Key.READERS) == "both"
    assert weighed(Key.READERS, readers="program") == "program"


@pytest.mark.parametrize(
    ("answers", "space"),
    [
        ({}, None),
        ({"largest_mailbox": "2_10"}, None),
        ({"quota": "2_10"}, None),
        ({"largest_mailbox": "2_10", "quota": "2_10"}, "tight"),
        ({"largest_mailbox": "10_50", "quota": "2_10"}, "tight"),
        ({"largest_mailbox": "2_10", "quota": "10_50"}, "ample"),
        ({"largest_mailbox": "gt_50", "quota": "gt_50"}, None),
        ({"largest_mailbox": "gt_50", "quota": "10_50"}, "tight"),
        ({"largest_mailbox": "lt_2", "quota": "gt_50"}, "ample"),
        ({"largest_mailbox": "lt_2", "quota": "lt_2"}, "tight"),
        ({"storage_gb_used": 9, "largest_mailbox": "lt_2", "quota": "10_50"}, "ample"),
        ({"quota_gb": 1, "largest_mailbox": "lt_2", "quota": "10_50"}, "ample"),
    ],
)
def test_space_by_the_classes(answers, space):
    assert weighed(Derived.SPACE, **answers) == space


@pytest.mark.parametrize(("used", "space"), [(7, "ample"), (7.01, "tight"), (0.1, "ample"), (12, "tight")])
def test_figures_win_over_classes_and_seventy_percent_is_the_line(used, space):
    figures = {"storage_gb_used": used, "quota_gb": 10}
    assert weighed(Derived.SPACE, **figures) == space
    assert weighed(Derived.SPACE, **figures, largest_mailbox="lt_2", quota="gt_50") == space
    assert weighed(Derived.SPACE, **figures, largest_mailbox="gt_50", quota="lt_2") == space


def test_the_questions_behind_a_factor():
    assert sources(Key.DEVICES, Answers.of({})) == (Key.DEVICES,)
    assert sources(Derived.EVERYONE, Answers.of({})) == ()
    assert sources(Derived.SPACE, Answers.of({"storage_gb_used": 0.1, "quota_gb": 1})) == (USED, QUOTA)
    for answers in ({}, {"storage_gb_used": 1}, {"quota_gb": 1}):
        assert sources(Derived.SPACE, Answers.of(answers)) == (LARGEST, LIMIT)


def need_of(factor, code):
    return next(need for need in NEEDS if (need.factor, need.code) == (factor, code))


@pytest.mark.parametrize(
    ("devices", "places", "webmail", "matter"),
    [
        ("one", "one", "no", False),
        ("two", "one", "no", True),
        ("three_plus", "one", "no", True),
        ("one", "several", "no", True),
        ("one", "one", "yes", True),
        ("two", "several", "yes", True),
    ],
)
def test_folders_matter_where_there_is_a_second_place_to_see_them(devices, places, webmail, matter):
    known = {Key.DEVICES: devices, Key.PLACES: places, Key.WEBMAIL: webmail, Key.FOLDERS: "yes"}
    assert counts(need_of(Key.FOLDERS, "yes"), known) is matter
    assert not counts(need_of(Key.FOLDERS, "yes"), {**known, Key.FOLDERS: "no"})
    assert counts(need_of(Key.DEVICES, devices), known)


def test_the_middle_of_a_need():
    two = need_of(Key.DEVICES, "two")
    assert two.middle == 75
    assert Need(two.criterion, Key.DEVICES, "two", 10, 15).middle == 12.5
