"""What each way of handling mail asks for, whether it is the one advised or one that somebody chooses."""

import pytest

from advisor.decision.conditions import conditions
from advisor.decision.evaluation import evaluate
from advisor.decision.facts import facts_of
from advisor.settings.codes import Alternative
from tests.unit.decision.conftest import make_company, make_server

IMAP, ARCHIVE, KEEP, DELETE = Alternative
NO_UIDL = {"pop3_capabilities": ["USER"]}


def asked(way, server=None, **differs):
    """The conditions of one way for the baseline company: the parameters by code."""
    answers = make_company(**differs)
    now = evaluate(answers, facts_of(answers, make_server(**(server or {}))))
    return {one.code.value: dict(one.params) for one in conditions(now, way)}


# Copies


@pytest.mark.parametrize(
    ("devices", "shared", "told"),
    [
        ("one", "none", False),
        ("two", "none", True),
        ("one", "few", True),
        ("three_plus", "many", True),
        ("unknown", "none", True),
        ("one", "unknown", True),
    ],
)
def test_one_computer_is_named_as_collector_where_several_could_collect(devices, shared, told):
    assert ("one_collector" in asked(ARCHIVE, devices=devices, shared_addresses=shared)) is told
    assert "one_collector" not in asked(IMAP, devices=devices, shared_addresses=shared)


@pytest.mark.parametrize("way", [IMAP, KEEP, DELETE])
def test_how_to_collect_is_said_to_those_only_who_collect_beside_imap(way):
    assert "archive_by_imap" not in asked(way, provider_mixing="discouraged")
    assert asked(ARCHIVE, provider_mixing="discouraged")["archive_by_imap"] == {"why": "mixing"}


@pytest.mark.parametrize(
    ("backup", "told"), [("tested", False), ("untested", True), ("manual", True), ("none", False), ("unknown", False)]
)
@pytest.mark.parametrize("way", [ARCHIVE, KEEP, DELETE])
def test_a_backup_of_which_nobody_has_restored_anything_is_tried(way, backup, told):
    assert ("test_restore" in asked(way, device_backup=backup)) is told


@pytest.mark.parametrize("backup", ["tested", "untested", "manual", "none"])
def test_no_restore_is_asked_for_where_all_mail_stays_at_the_provider(backup):
    assert "test_restore" not in asked(IMAP, device_backup=backup)


@pytest.mark.parametrize(
    ("way", "line", "told"),
    [
        (ARCHIVE, "slow_or_metered", True),
        (KEEP, "slow_or_metered", True),
        (DELETE, "slow_or_metered", True),
        (IMAP, "slow_or_metered", False),
        (ARCHIVE, "fast", False),
        (KEEP, "fast", False),
        (ARCHIVE, "unknown", False),
    ],
)
def test_a_full_copy_over_a_slow_line_takes_its_time(way, line, told):
    assert ("long_offline_copy" in asked(way, line=line)) is told


# Whether it fits, R12


SIZE_UNKNOWN = {"largest_mailbox": "unknown"}
BRINGS = {"local_only_mail": "one"}


@pytest.mark.parametrize(
    ("differs", "told"),
    [
        ({"quota": "unknown"}, {KEEP}),
        ({"quota": "unknown", "quota_gb": 5}, set()),
        (SIZE_UNKNOWN, set()),
        (BRINGS, set()),
        ({**BRINGS, "quota": "unknown"}, {IMAP, ARCHIVE, KEEP}),
        ({**BRINGS, **SIZE_UNKNOWN}, {IMAP, ARCHIVE}),
        ({**BRINGS, **SIZE_UNKNOWN, "storage_gb_used": 3}, set()),
        ({**BRINGS, **SIZE_UNKNOWN, "quota": "unknown", "quota_gb": 5}, {IMAP, ARCHIVE}),
        ({**BRINGS, "storage_gb_used": 3}, set()),
        ({**SIZE_UNKNOWN, "local_only_mail": "several"}, {IMAP, ARCHIVE}),
        ({**SIZE_UNKNOWN, "local_only_mail": "unknown"}, {IMAP, ARCHIVE}),
    ],
    ids=[
        "no limit known",
        "the limit as a figure",
        "no size known, nothing is brought",
        "all known, old mail is brought",
        "no limit known, old mail is brought",
        "no size known, old mail is brought",
        "the size as a figure",
        "the limit as a figure, no size",
        "the size in both ways",
        "from several computers",
        "nobody knows whether there is old mail",
    ],
)
def test_what_stays_or_is_brought_must_fit(differs, told):
    """Who keeps a copy needs the limit; who brings old mail to the server needs the size of what lies there too."""
    assert {way for way in Alternative if "measure_quota" in asked(way, **differs)} == told


# A program that sends mail through a third party, R17


OFF_PROVIDER, SHORT_STAY = {"data_control": "off_provider"}, {"provider_stay": "as_short_as_possible"}


@pytest.mark.parametrize(
    ("differs", "told"),
    [
        ({"programs": ["outlook_new"]}, False),
        ({}, False),
        ({**OFF_PROVIDER, "programs": ["outlook_new"]}, True),
        ({**SHORT_STAY, "programs": ["outlook_new"]}, True),
        ({"provider_stay": "some_weeks", "programs": ["outlook_new"]}, True),
        ({"provider_stay": "no_limit", "data_control": "own_copy", "programs": ["outlook_new"]}, False),
        ({"provider_stay": "unknown", "data_control": "unknown", "programs": ["outlook_new"]}, False),
        ({**OFF_PROVIDER, **SHORT_STAY, "programs": ["outlook", "outlook_new"]}, True),
        ({**OFF_PROVIDER, **SHORT_STAY, "programs": ["outlook", "thunderbird"]}, False),
        ({**OFF_PROVIDER, "country": "CH", "programs": ["apple"]}, False),
        (OFF_PROVIDER, True),
        (SHORT_STAY, True),
    ],
)
def test_a_program_that_relays_is_named_to_those_who_want_no_third_party(differs, told):
    """Where nobody has said which programs are used, it may be one of them."""
    assert ("new_outlook_relays" in asked(IMAP, **differs)) is told


# A program that speaks POP3 only, and a mailbox of its own


PROGRAM = {"client_limit": "pop3_only", "device_backup": "tested"}


@pytest.mark.parametrize(
    ("differs", "told"),
    [
        ({"devices": "two", "readers": "program"}, "limited_program_own_mailbox"),
        ({"shared_addresses": "few"}, "replace_limited_program"),
        ({"shared_addresses": "few", "provider_stay": "as_short_as_possible"}, "limited_program_own_mailbox"),
        ({"readers": "both"}, "replace_limited_program"),
        ({"readers": "unknown"}, "replace_limited_program"),
    ],
    ids=["a program", "people", "people who want it so", "people and a program", "nobody knows"],
)
def test_without_uidl_only_a_program_deletes_in_a_mailbox_of_its_own_without_being_told_to(differs, told):
    """No copy can be kept, and people must wish expressly that nothing stays: else only another program helps."""
    found = asked(None, NO_UIDL, **{**PROGRAM, **differs})
    assert [*found] == [told]


def test_beside_others_its_own_mailbox_is_enough_whatever_the_company_backs_up():
    """The others read by IMAP; what the program's own mailbox needs is not known from their answers."""
    told = asked(IMAP, NO_UIDL, devices="two", client_limit="pop3_only", device_backup="none")
    assert told["limited_program_own_mailbox"] == {"client_limit": "pop3_only"}
    assert "replace_limited_program" not in told
