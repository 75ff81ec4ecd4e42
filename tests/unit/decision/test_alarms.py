"""Alarms and contradictions: each by itself, with its near cases and with the unknown answer."""

import pytest

from advisor.decision.alarms import alarms, contradictions, full_copy_alarms
from advisor.questionnaire.answers import Answers
from advisor.settings.codes import Alternative

IMAP, ARCHIVE, KEEP, DELETE = Alternative
QUIET = {
    "mail_location": "server",
    "local_only_mail": "none",
    "devices_leave_office": "no",
    "readers": "people",
    "device_backup": "tested",
}


def heard(way=ARCHIVE, **answers):
    return list(alarms(said(**answers), way))


def said(**differs):
    return Answers.of({key: code for key, code in {**QUIET, **differs}.items() if code is not None})


@pytest.mark.parametrize("way", [*Alternative, None])
def test_nothing_to_be_heard(way):
    assert heard(way) == []


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"mail_location": "server"}, []),
        ({"mail_location": "new"}, []),
        ({"mail_location": "one_computer"}, ["mail_only_on_pc"]),
        ({"mail_location": "mixed"}, ["mail_only_on_pc"]),
        ({"mail_location": None}, ["mail_only_on_pc"]),
        ({"local_only_mail": "one"}, ["mail_only_on_pc"]),
        ({"local_only_mail": "several"}, ["mail_only_on_pc"]),
        ({"local_only_mail": None}, ["mail_only_on_pc"]),
        ({"readers": "both"}, ["separate_program_mailbox"]),
        ({"readers": "program"}, []),
        ({"readers": None}, []),
    ],
)
@pytest.mark.parametrize("way", [IMAP, DELETE, None])
def test_what_is_heard_whatever_is_advised(answers, expected, way):
    assert heard(way, **answers) == expected


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"devices_leave_office": "encrypted"}, []),
        ({"devices_leave_office": "unencrypted"}, ["encrypt_first"]),
        ({"devices_leave_office": None}, ["encrypt_first"]),
        ({"device_backup": "untested"}, []),
        ({"device_backup": "manual"}, []),
        ({"device_backup": "none"}, ["backup_first"]),
        ({"device_backup": None}, ["backup_first"]),
    ],
)
def test_what_is_heard_with_a_full_copy_only(answers, expected):
    for way in (ARCHIVE, KEEP, DELETE):
        assert heard(way, **answers) == expected
    for way in (IMAP, None):
        assert heard(way, **answers) == []
    assert list(full_copy_alarms(said(**answers))) == expected


def test_all_at_once_in_the_order_of_showing():
    everything = dict.fromkeys(QUIET) | {"readers": "both"}
    assert heard(**everything) == ["mail_only_on_pc", "encrypt_first", "separate_program_mailbox", "backup_first"]
    assert list(full_copy_alarms(said(**everything))) == ["encrypt_first", "backup_first"]


PAIRS = [
    {"data_control": "off_provider", "device_backup": "none"},
    {"provider_stay": "as_short_as_possible", "keep_copy_on_server": "yes"},
    {"offline_reading": "all", "device_space": "tight"},
]


@pytest.mark.parametrize("pair", PAIRS)
def test_answers_that_cannot_all_hold(pair):
    assert [one.keys for one in contradictions(Answers.of(pair))] == [tuple(pair)]
    for key in pair:
        assert contradictions(Answers.of({one: code for one, code in pair.items() if one != key})) == ()


def test_near_cases_are_no_contradictions():
    near = {
        "data_control": "own_copy",
        "device_backup": "none",
        "provider_stay": "some_weeks",
        "keep_copy_on_server": "yes",
        "offline_reading": "recent",
        "device_space": "tight",
    }
    assert contradictions(Answers.of(near)) == ()
    assert [one.keys for one in contradictions(Answers.of(PAIRS[0] | PAIRS[1] | PAIRS[2]))] == [tuple(p) for p in PAIRS]
