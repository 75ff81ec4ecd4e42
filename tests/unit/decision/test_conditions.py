"""Conditions that answer for common sense: each with its case and the near case that must not be told the same."""

from dataclasses import replace

import pytest

from advisor.decision.advise import advise
from advisor.decision.evaluation import evaluate
from advisor.decision.facts import facts_of
from advisor.decision.override import with_override
from advisor.decision.policy import SOON_FULL_DAYS
from advisor.decision.recommendation import Override
from advisor.decision.room import room_conditions
from advisor.questionnaire.answers import Group
from advisor.settings.codes import Alternative
from tests.unit.decision.conftest import AT, make_advice, make_company, make_server

ALONE = {"readers": "program", "device_backup": "tested", "keep_copy_on_server": "no"}
NO_PUSH = {"after_login": ["IMAP4rev1"]}
FLOODED = {
    "device_backup": "tested",
    "keep_copy_on_server": "no",
    "quota_gb": 0.5,
    "storage_gb_used": 0.4,
    "mails_per_day": 200,
    "average_kb": 1000,
}
OFFLINE = {
    "outages": "weekly",
    "offline_reading": "all",
    "devices_leave_office": "unencrypted",
    "places": "several",
}


def said(advised, code):
    """The parameters of a condition, None where it is not among those of the advice."""
    return next((dict(one.params) for one in advised.conditions if one.code == code), None)


# A program that speaks one protocol only


@pytest.mark.parametrize(
    ("server", "limit", "lacks"),
    [({"imap": "not_found"}, "imap_only", "imap"), ({"pop3": "off_on_purpose"}, "pop3_only", "pop3")],
)
def test_a_program_alone_that_the_server_does_not_serve_is_to_be_replaced(server, limit, lacks):
    advised = make_advice(server, client_limit=limit, **ALONE)
    assert advised.recommended is None
    assert said(advised, "replace_limited_program") == {"client_limit": limit, "protocol": lacks, "why": "not_offered"}
    assert said(advised, "limited_program_own_mailbox") is None


def test_a_mailbox_of_its_own_is_no_help_where_the_program_has_one_already():
    without_backup = {**ALONE, "device_backup": "none"}
    advised = make_advice({"pop3_capabilities": ["USER"]}, client_limit="pop3_only", **without_backup)
    assert advised.recommended is None
    assert said(advised, "replace_limited_program") == {"client_limit": "pop3_only", "protocol": "pop3"}
    assert said(advised, "limited_program_own_mailbox") is None


def test_a_mailbox_of_its_own_helps_where_others_keep_the_program_from_its_protocol():
    advised = make_advice(devices="two", readers="program", client_limit="pop3_only")
    assert advised.recommended is None
    assert said(advised, "limited_program_own_mailbox") == {"client_limit": "pop3_only"}
    assert said(advised, "replace_limited_program") is None


@pytest.mark.parametrize("limit", ["pop3_only", "imap_only"])
def test_no_program_is_blamed_where_the_server_has_nothing(limit):
    advised = make_advice({"imap": "not_found", "pop3": "not_found"}, client_limit=limit, **ALONE)
    assert advised.recommended is None
    assert advised.conditions == ()


def test_beside_others_a_mailbox_of_its_own_needs_a_server_that_serves_it():
    beside = {"devices": "two", "client_limit": "pop3_only"}
    without, with_pop3 = make_advice({"pop3": "not_found"}, **beside), make_advice(**beside)
    assert without.recommended == with_pop3.recommended == "imap"
    assert said(without, "limited_program_own_mailbox") is None
    assert said(without, "replace_limited_program")["protocol"] == "pop3"
    assert said(with_pop3, "limited_program_own_mailbox") == {"client_limit": "pop3_only"}
    assert said(with_pop3, "replace_limited_program") is None


def test_a_program_that_decides_and_is_served_has_nothing_to_mend():
    advised = make_advice(client_limit="pop3_only", **ALONE)
    assert advised.protocol == "pop3"
    assert said(advised, "limited_program_own_mailbox") is said(advised, "replace_limited_program") is None


# Room in the mailbox, R12


def test_a_mailbox_that_is_full_within_days_is_told_of():
    """0.1 GB are left; 200 MB a working day are 0.73 days of the year: the first day."""
    advised = make_advice(**FLOODED)
    assert advised.recommended == "imap_archive"
    assert said(advised, "mailbox_soon_full") == {"days": 1, "why": "archive"}


@pytest.mark.parametrize(("quota", "days"), [(60, None), (0.3, 0)])
def test_a_roomy_mailbox_is_not_and_a_full_one_is_full_today(quota, days):
    """50 GB a year come."""
    advised = make_advice(**{**FLOODED, "quota_gb": quota}, devices="two")
    assert advised.protocol == "imap"
    assert (said(advised, "mailbox_soon_full") or {"days": None})["days"] == days


@pytest.mark.parametrize(("beyond", "told"), [(0, True), (0.01, False)])
def test_soon_is_a_quarter_of_a_year(beyond, told):
    """10 MB a working day are 2.5 GB a year, of two devices with IMAP."""
    left = 2.5 * SOON_FULL_DAYS / 365.25 + beyond
    advised = make_advice(devices="two", mails_per_day=10, average_kb=1000, storage_gb_used=1, quota_gb=1 + left)
    assert advised.recommended == "imap"
    assert said(advised, "mailbox_soon_full") == ({"days": SOON_FULL_DAYS, "why": "all"} if told else None)


@pytest.mark.parametrize("unknown", ["quota_gb", "storage_gb_used", "mails_per_day"])
def test_a_class_or_an_assumption_makes_no_mailbox_full(unknown):
    """Though the estimate says so: the mailbox may fill up within days in each of these cases."""
    answers = {key: value for key, value in FLOODED.items() if key != unknown}
    advised = make_advice(**answers, devices="two", quota="lt_2", largest_mailbox="lt_2")
    assert advised.protocol == "imap"
    assert advised.estimates.of(advised.recommended).full_days.likely <= SOON_FULL_DAYS
    assert said(advised, "mailbox_soon_full") is None


def test_the_size_of_a_mail_may_be_assumed():
    """Of 100 kB, 200 mails a working day fill the 0.1 GB that are left in 5 working days: on the 8th day."""
    answers = {key: value for key, value in FLOODED.items() if key != "average_kb"}
    assert said(make_advice(**answers, devices="two"), "mailbox_soon_full") == {"days": 8, "why": "archive"}


def test_without_estimates_no_room_is_spoken_of():
    assert list(room_conditions(None, Alternative.IMAP)) == []


def test_a_new_mailbox_needs_no_figure_of_what_lies_there():
    new = {key: value for key, value in FLOODED.items() if key != "storage_gb_used"}
    found = said(make_advice(**new, devices="two", mail_location="new"), "mailbox_soon_full")
    assert found == {"days": 4, "why": "all"}


def test_who_fetches_has_room_for_the_days_between_two_visits():
    """A program that fetches and deletes: three days without a visit are 0.6 GB."""
    assert said(make_advice(**{**FLOODED, "readers": "program"}), "mailbox_soon_full") == {"days": 1, "why": "fetched"}
    roomy = make_advice(**{**FLOODED, "readers": "program", "quota_gb": 0.7})
    assert roomy.recommended == "pop3_delete"
    assert said(roomy, "mailbox_soon_full") is None


def test_what_nobody_deletes_fills_the_mailbox_by_whatever_protocol():
    advised = make_advice({"imap": "not_found"}, devices="two", **FLOODED)
    assert (advised.recommended, advised.keep_days) == ("pop3_keep", None)
    assert said(advised, "mailbox_soon_full") == {"days": 1, "why": "all"}


def test_a_copy_that_is_kept_for_days_fills_it_with_what_is_fetched():
    """50 MB a working day fill the 0.1 GB that are left in 2 working days; 7 days of mail may stay."""
    advised = make_advice(**{**FLOODED, "mails_per_day": 50})
    assert (advised.recommended, advised.keep_days) == ("pop3_keep", 7)
    assert said(advised, "mailbox_soon_full") == {"days": 3, "why": "fetched"}


def test_whoever_deletes_fills_it_with_what_is_fetched_also_where_no_days_are_set():
    advised = make_advice({"imap": "not_found"}, devices="two", **FLOODED)
    (found,) = room_conditions(advised.estimates, Alternative.POP3_DELETE)
    assert dict(found.params) == {"days": 1, "why": "fetched"}


def test_where_nothing_is_advised_no_room_is_spoken_of():
    advised = make_advice({"imap": "not_found", "pop3": "not_found"}, **FLOODED)
    assert advised.estimates is not None
    assert advised.conditions == ()


def test_a_group_has_its_own_room():
    answers = make_company(devices="two", mails_per_day=5, average_kb=50, storage_gb_used=2, quota_gb=50)
    crowded = Group("Druckerei", 2, make_company(complete=False, quota_gb=3, mails_per_day=200, average_kb=1000))
    advised = advise(replace(answers, groups=(crowded,)), make_server())
    assert said(advised, "mailbox_soon_full") is None
    assert said(advised.groups[0].recommendation, "mailbox_soon_full") == {"days": 8, "why": "all"}


def test_a_decision_beside_the_advice_is_told_of_its_own_room():
    answers, report = make_company(**FLOODED), make_server()
    decided = with_override(
        advise(answers, report),
        Override(Alternative.IMAP, "Why", "Anna", AT),
        evaluate(answers, facts_of(answers, report)),
        current=True,
    )
    found = [dict(one.params) for one in decided.override.conditions if one.code == "mailbox_soon_full"]
    assert found == [{"days": 1, "why": "all"}]


# New mail at once


@pytest.mark.parametrize(
    ("server", "immediacy", "told"),
    [(NO_PUSH, "at_once", True), (NO_PUSH, "minutes", False), ({}, "at_once", False),
     ({"after_login": ["IMAP4rev1", "IDLE"]}, "at_once", False)],
)  # fmt: skip
def test_new_mail_at_once_needs_a_server_that_tells_of_it(server, immediacy, told):
    advised = make_advice(server, devices="two", immediacy=immediacy)
    assert advised.protocol == "imap"
    assert (said(advised, "no_push") is not None) is told


def test_who_fetches_expects_no_push():
    away = {"data_control": "off_provider", "device_backup": "tested", "keep_copy_on_server": "no"}
    advised = make_advice(NO_PUSH, immediacy="at_once", **away)
    assert advised.protocol == "pop3"
    assert said(advised, "no_push") is None


# A server with POP3 only


def test_the_provider_is_asked_for_imap_where_that_would_be_better_also_for_one_device():
    advised = make_advice({"imap": "not_found"})
    assert (advised.recommended, advised.keep_days) == ("pop3_keep", 28)
    assert said(advised, "ask_provider_for_imap") == {"why": "better"}


def test_the_provider_is_not_asked_where_fetching_is_best_anyway():
    away = {"data_control": "off_provider", "device_backup": "tested", "keep_copy_on_server": "no"}
    advised = make_advice({"imap": "not_found"}, **away)
    assert advised.wished is None
    assert said(advised, "ask_provider_for_imap") is None


def test_the_exception_asks_without_more_words():
    advised = make_advice({"imap": "not_found"}, devices="two")
    assert advised.keep_days is None
    assert said(advised, "ask_provider_for_imap") == {}


def test_a_wish_for_something_else_asks_for_no_imap():
    keeps = {"data_control": "off_provider", "provider_stay": "some_weeks", "device_backup": "tested"}
    advised = make_advice({"imap": "not_found", "pop3_capabilities": ["UIDL", "EXPIRE 9"]}, **keeps,
                          keep_copy_on_server="no")  # fmt: skip
    assert [one.value for one in advised.wished.missing] == ["no_expiry"]
    assert said(advised, "ask_provider_for_imap") is None


# Everything to be read offline, and a laptop that may be stolen


@pytest.mark.parametrize("differs", [{}, {"devices_leave_office": "unknown", "data_control": "central"}])
def test_the_full_copy_waits_for_the_encryption(differs):
    advised = make_advice(**{**OFFLINE, **differs})
    assert advised.recommended == "imap"
    assert said(advised, "archive_after_encryption") == {}


def test_an_encrypted_laptop_gets_the_copy_at_once():
    advised = make_advice(**{**OFFLINE, "devices_leave_office": "encrypted"})
    assert advised.recommended == "imap_archive"
    assert said(advised, "archive_after_encryption") is None


@pytest.mark.parametrize(
    "differs",
    [
        {"offline_reading": "recent"},
        {"offline_reading": "unknown"},
        {"devices_leave_office": "no"},
        {"device_space": "tight"},
    ],
    ids=["recent mail is enough", "nobody knows", "nothing leaves", "encrypted, it would still be plain IMAP"],
)
def test_no_copy_is_promised_that_would_not_be_advised(differs):
    advised = make_advice(**{**OFFLINE, **differs})
    if differs != {"devices_leave_office": "no"}:
        assert advised.recommended == "imap"
    assert said(advised, "archive_after_encryption") is None


def test_who_gets_the_copy_anyway_is_alarmed_instead():
    advised = make_advice(**{**OFFLINE, "data_control": "own_copy"})
    assert advised.recommended == "imap_archive"
    assert "encrypt_first" in advised.alarms
    assert said(advised, "archive_after_encryption") is None
