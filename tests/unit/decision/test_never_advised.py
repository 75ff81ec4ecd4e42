"""Alarms, conditions and contradictions: what the product never advises without saying it."""

import pytest

AWAY = {"data_control": "off_provider", "device_backup": "tested", "keep_copy_on_server": "no"}


def codes_of(conditions):
    return {condition.code for condition in conditions}


def test_r2_and_r18_a_copy_beside_imap_has_one_collector_that_never_deletes(advice):
    advised = advice(devices="two", data_control="own_copy")
    assert (advised.recommended, advised.keep_days) == ("imap_archive", None)
    assert "one_collector" in codes_of(advised.conditions)
    single = advice(data_control="own_copy")
    assert "one_collector" not in codes_of(single.conditions)


@pytest.mark.parametrize("differs", [{"provider_mixing": "discouraged"}, None])
def test_r18_no_collector_by_pop3_where_the_provider_discourages_it(advice, differs):
    notes = {} if differs else {"provider": "infomaniak", "notes": ["mixing_discouraged"]}
    advised = advice(notes, devices="two", data_control="own_copy", **(differs or {}))
    assert "archive_by_imap" in codes_of(advised.conditions)


@pytest.mark.parametrize(
    ("differs", "alarmed"),
    [
        ({"mail_location": "one_computer"}, True),
        ({"mail_location": "mixed"}, True),
        ({"mail_location": "unknown"}, True),
        ({"local_only_mail": "one"}, True),
        ({"local_only_mail": "several"}, True),
        ({"local_only_mail": "unknown"}, True),
        ({"mail_location": "new"}, False),
        ({}, False),
    ],
)
def test_r3_mail_that_exists_only_on_a_computer_comes_first(advice, differs, alarmed):
    alarms = advice(**differs, readers="both").alarms
    assert (alarms[0] == "mail_only_on_pc") is alarmed


def test_r4_other_collectors(advice):
    assert "separate_program_mailbox" in advice(readers="both").alarms
    unknown = advice(readers="unknown")
    assert "separate_program_mailbox" not in unknown.alarms
    assert "check_other_collectors" in codes_of(unknown.conditions)


def test_r11_a_bad_line_alone_leads_to_no_pop3(advice):
    for outages in ("monthly", "weekly", "daily"):
        for reading in ("no", "recent", "all"):
            for line in ("fast", "slow_or_metered"):
                assert advice(outages=outages, offline_reading=reading, line=line).protocol == "imap"


def test_r12_no_copy_without_knowing_the_quota(advice):
    unknown = {"quota": "unknown", "largest_mailbox": "unknown"}
    assert "measure_quota" in codes_of(advice(**{**AWAY, **unknown}).conditions)
    assert "measure_quota" in codes_of(advice(local_only_mail="one", **unknown).conditions)
    assert "measure_quota" not in codes_of(advice(**unknown).conditions)
    assert "measure_quota" not in codes_of(advice(**AWAY).conditions)


@pytest.mark.parametrize("second_factor", ["yes", "unknown"])
def test_r13_the_second_factor_stays(advice, second_factor):
    google = {"provider": "gmx_net", "notes": ["app_password_with_2fa", "must_enable_imap"]}
    conditions = codes_of(advice(google, devices="two", second_factor=second_factor).conditions)
    assert {"keep_second_factor", "app_password", "enable_protocol"} <= conditions
    without = codes_of(advice(google, devices="two", second_factor="no").conditions)
    assert not {"keep_second_factor", "app_password"} & without


def test_r13_sign_in_through_the_provider(advice):
    outlook = {"provider": "outlook_com", "notes": ["oauth2_required"]}
    advised = advice(outlook, devices="two")
    assert advised.recommended == "imap"
    assert "oauth2_required" in codes_of(advised.conditions)
    assert "app_password" in codes_of(advice({"provider": "google", "notes": ["app_password_required"]}).conditions)
    assert "bridge_required" in codes_of(advice({"provider": "proton", "notes": ["bridge_only"]}).conditions)


@pytest.mark.parametrize("strict", [{"data_control": "off_provider"}, {"provider_stay": "some_weeks"}])
def test_r17_a_relaying_program_is_disclosed_to_the_strict(advice, strict):
    assert "new_outlook_relays" in codes_of(advice(**strict).conditions)
    assert "new_outlook_relays" in codes_of(advice(**strict, programs=["outlook_new", "apple"]).conditions)
    assert "new_outlook_relays" not in codes_of(advice(**strict, programs=["apple"]).conditions)
    assert "new_outlook_relays" not in codes_of(advice(programs=["outlook_new"]).conditions)


@pytest.mark.parametrize(("code", "asked"), [("unsolved", True), ("unknown", True), ("archived", False), ("no", False)])
def test_r9_neither_protocol_is_an_archive(advice, code, asked):
    assert ("solve_retention" in codes_of(advice(retention=code).conditions)) is asked


@pytest.mark.parametrize(("backup", "asked"), [("untested", True), ("manual", True), ("tested", False)])
def test_a_full_copy_wants_a_tested_restore(advice, backup, asked):
    advised = advice(data_control="own_copy", device_backup=backup)
    assert advised.recommended == "imap_archive"
    assert ("test_restore" in codes_of(advised.conditions)) is asked


def test_backup_first_for_a_full_copy(advice):
    assert "backup_first" in advice(data_control="own_copy", device_backup="none").alarms
    assert "backup_first" in advice(data_control="own_copy", device_backup="unknown").alarms
    assert "backup_first" not in advice(device_backup="none").alarms


def test_a_full_copy_over_a_slow_line_takes_long(advice):
    assert "long_offline_copy" in codes_of(advice(data_control="own_copy", line="slow_or_metered").conditions)


@pytest.mark.parametrize(
    ("differs", "keys"),
    [
        ({"data_control": "off_provider", "device_backup": "none"}, ("data_control", "device_backup")),
        ({"provider_stay": "as_short_as_possible"}, ("provider_stay", "keep_copy_on_server")),
        ({"offline_reading": "all", "device_space": "tight"}, ("offline_reading", "device_space")),
        ({}, None),
    ],
)
def test_contradictions_are_shown(advice, differs, keys):
    assert [one.keys for one in advice(**differs).contradictions] == ([keys] if keys else [])


def test_a_limited_program_that_leaves_no_way_is_told_the_way_out(advice):
    stuck = advice(devices="two", readers="program", client_limit="pop3_only")
    assert (stuck.status, stuck.recommended) == ("not_possible", None)
    assert codes_of(stuck.conditions) == {"limited_program_own_mailbox"}
    assert codes_of(advice(devices="two", readers="people", client_limit="pop3_only").conditions) >= {
        "limited_program_own_mailbox"
    }


def test_without_a_way_and_without_a_limited_program_nothing_is_promised(advice):
    assert advice({"imap": "not_found", "pop3": "not_found"}).conditions == ()
