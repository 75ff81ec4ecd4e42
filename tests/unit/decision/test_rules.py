"""The rules of the policy that take alternatives out, one by one."""

from dataclasses import replace

import pytest

from advisor.decision.advise import advise
from advisor.questionnaire.answers import Group

AWAY = {"data_control": "off_provider", "device_backup": "tested", "keep_copy_on_server": "no"}
AT_ONCE = {**AWAY, "provider_stay": "as_short_as_possible"}
POP3 = ("pop3_keep", "pop3_delete")


def rules_of(advice, alternative):
    row = next(row for row in advice.ranking if row.alternative == alternative)
    assert row.feasible is not bool(row.excluded_by)
    assert (row.value is None) is bool(row.excluded_by)
    return [one.rule for one in row.excluded_by]


def because_of(advice, alternative, rule):
    row = next(row for row in advice.ranking if row.alternative == alternative)
    return {(ref.key.value, ref.code) for one in row.excluded_by if one.rule == rule for ref in one.because}


def codes_of(conditions):
    return {condition.code for condition in conditions}


@pytest.mark.parametrize("alternative", POP3)
@pytest.mark.parametrize(
    ("key", "code"),
    [("devices", "two"), ("devices", "three_plus"), ("shared_addresses", "few"), ("shared_addresses", "many"),
     ("readers", "both")],
)  # fmt: skip
def test_e1_and_r1_no_pop3_for_several_readers(advice, alternative, key, code):
    advised = advice(**AT_ONCE, **{key: code})
    assert "E1" in rules_of(advised, alternative)
    assert because_of(advised, alternative, "E1") == {(key, code)}
    assert advised.protocol == "imap"


@pytest.mark.parametrize("key", ["devices", "shared_addresses", "readers"])
def test_e1_reads_the_unknown_as_several(advice, key):
    advised = advice(**AT_ONCE, **{key: "unknown"})
    assert because_of(advised, "pop3_keep", "E1") == {(key, None)}
    assert next((one.read_as for one in advised.assumptions if one.key == key), None) in ("two", "few", "both")


def test_e1_a_group_speaks_for_itself(company, server):
    answers = company(devices="two", **AT_ONCE)
    till = Group("Kasse", 1, company(complete=False, devices="one"))
    both = advise(type(answers)(answers.values, (till,)), server())
    assert both.recommended == "imap_archive"
    assert [group.name for group in both.groups] == ["Kasse"]
    assert both.groups[0].recommendation.recommended == "pop3_delete"
    alone = advise(answers.for_group(till), server())
    assert replace(both.groups[0].recommendation, estimates=None) == replace(alone, estimates=None)


@pytest.mark.parametrize("backup", ["none", "unknown"])
def test_e2_no_deletion_without_a_backup(advice, backup):
    assert "E2" in rules_of(advice(**{**AT_ONCE, "device_backup": backup}), "pop3_delete")


@pytest.mark.parametrize("backup", ["tested", "untested", "manual"])
def test_e2_speaks_of_no_backup_only(advice, backup):
    assert "E2" not in rules_of(advice(**{**AT_ONCE, "device_backup": backup}), "pop3_delete")


@pytest.mark.parametrize("offer", ["off_on_purpose", "not_found"])
def test_e3_what_the_server_does_not_offer_is_out(advice, offer):
    advised = advice({"pop3": offer}, **AWAY)
    assert rules_of(advised, "pop3_keep") == ["E3"]
    assert because_of(advised, "pop3_keep", "E3") == {("server_offers", "imap_only")}
    without_imap = advice({"imap": offer}, **AWAY)
    assert rules_of(without_imap, "imap") == rules_of(without_imap, "imap_archive") == ["E3"]


@pytest.mark.parametrize(("code", "out"), [("pop3_only", "imap"), ("imap_only", "pop3_keep")])
def test_e3_without_a_report_the_word_of_the_company_counts(company, code, out):
    assert "E3" in rules_of(advise(company(server_offers=code, **AWAY)), out)


def test_e3_a_report_wins_over_the_word_of_the_company(advice):
    assert rules_of(advice(server_offers="imap_only", **AWAY), "pop3_keep") == []


def test_e3_clear_text_only_stays_feasible_under_a_condition(advice):
    advised = advice({"imap": "insecure_only"})
    assert rules_of(advised, "imap") == []
    assert ("require_tls", (("protocol", "imap"),)) in [(one.code, one.params) for one in advised.conditions]


@pytest.mark.parametrize("offer", ["unreachable", "not_tested"])
def test_e3_what_could_not_be_tested_stays_feasible_but_not_firm(advice, offer):
    advised = advice({"imap": offer})
    assert rules_of(advised, "imap") == []
    assert advised.status == "preliminary"
    assert "check_server" in codes_of(advised.conditions)
    other = advice({"pop3": offer})
    assert other.status == "preliminary"
    assert ("check_server", (("protocol", "pop3"),)) in [(one.code, one.params) for one in other.conditions]
    assert advice({"pop3": offer}, devices="two").status == "firm", "POP3 is out anyway"


@pytest.mark.parametrize(
    ("limit", "out", "left"), [("pop3_only", "imap", "pop3_keep"), ("imap_only", "pop3_keep", "imap")]
)
def test_e3_a_program_that_decides_alone(advice, limit, out, left):
    alone = advice(client_limit=limit, **AWAY)
    assert because_of(alone, out, "E3") == {("client_limit", limit), ("devices", "one")}
    assert rules_of(alone, left) == []
    program = advice(client_limit=limit, readers="program", devices="two", **AWAY)
    assert because_of(program, out, "E3") == {("client_limit", limit), ("readers", "program")}


def test_e3_a_limited_program_beside_others_gets_its_own_mailbox(advice):
    advised = advice(client_limit="pop3_only", devices="two")
    assert rules_of(advised, "imap") == []
    params = {one.code: one.params for one in advised.conditions}
    assert params["limited_program_own_mailbox"] == (("client_limit", "pop3_only"),)


@pytest.mark.parametrize(
    "tokens", [["USER", "TOP"], ["USER", "UIDL", "EXPIRE 0"], ["USER", "UIDL", "EXPIRE 6"]], ids=["no UIDL", "0", "6"]
)
def test_e4_what_cannot_be_kept(advice, tokens):
    assert rules_of(advice({"pop3_capabilities": tokens}, **AWAY), "pop3_keep") == ["E4"]


@pytest.mark.parametrize("tokens", [[], ["UIDL", "EXPIRE NEVER"], ["UIDL", "EXPIRE 7 USER"], ["uidl"]])
def test_e4_needs_evidence(advice, tokens):
    assert rules_of(advice({"pop3_capabilities": tokens}, **AWAY), "pop3_keep") == []


def test_e4_the_quota_is_too_small(advice):
    advised = advice(**AWAY, quota_gb=0.03)
    assert rules_of(advised, "pop3_keep") == ["E4"]
    assert ("quota_gb", 0.03) in because_of(advised, "pop3_keep", "E4")


@pytest.mark.parametrize("code", ["unencrypted", "unknown"])
def test_e5_and_r21_encrypt_before_any_full_copy_or_pop3(advice, code):
    for wish in (AWAY, AT_ONCE, {"data_control": "own_copy"}):
        advised = advice(**{**wish, "devices_leave_office": code})
        assert advised.recommended == "imap" or "encrypt_first" in advised.alarms
    assert "encrypt_first" in advice(data_control="own_copy", devices_leave_office=code).alarms


@pytest.mark.parametrize("code", ["no", "encrypted"])
def test_e5_is_silent_for_encrypted_devices(advice, code):
    assert "encrypt_first" not in advice(**AT_ONCE, devices_leave_office=code).alarms


@pytest.mark.parametrize(
    ("differs", "missing"),
    [
        ({**AWAY}, {"readers", "provider_stay"}),
        ({**AT_ONCE, "device_backup": "untested"}, {"device_backup"}),
        ({**AT_ONCE, "device_backup": "manual"}, {"device_backup"}),
        ({**AWAY, "provider_stay": "unknown"}, {"readers", "provider_stay"}),
        ({"device_backup": "manual"}, {"readers", "provider_stay", "device_backup"}),
        (AT_ONCE, set()),
        ({"readers": "program", "device_backup": "tested"}, set()),
    ],
)
def test_e6_deleting_at_once_is_asked_for_and_backed_up(advice, differs, missing):
    advised = advice(**differs)
    assert {key for key, _ in because_of(advised, "pop3_delete", "E6")} == missing
    assert ("E6" in rules_of(advised, "pop3_delete")) is bool(missing)


def test_pop3_only_server_lifts_e1_for_one_device_that_never_deletes(advice):
    advised = advice({"imap": "not_found"}, devices="three_plus", shared_addresses="many", quota_gb=0.01)
    assert advised.recommended == "pop3_keep"
    assert advised.keep_days is None
    assert rules_of(advised, "pop3_keep") == []
    assert (advised.status, advised.protocol_confidence, advised.form_confidence) == ("preliminary", 1, 1)
    assert "ask_provider_for_imap" in codes_of(advised.conditions)
    assert "E1" in rules_of(advised, "pop3_delete")


@pytest.mark.parametrize("tokens", [["USER"], ["UIDL", "EXPIRE 0"]])
def test_pop3_only_server_that_cannot_keep_makes_it_impossible(advice, tokens):
    advised = advice({"imap": "not_found", "pop3_capabilities": tokens}, devices="two")
    assert (advised.status, advised.recommended) == ("not_possible", None)
    assert all(row.excluded_by for row in advised.ranking)


def test_pop3_only_server_and_a_program_that_speaks_imap_only_is_impossible(advice):
    advised = advice({"imap": "not_found"}, client_limit="imap_only", readers="both")
    assert rules_of(advised, "pop3_keep") == ["E3"]
    assert advised.status == "not_possible"
    for key in ("client_limit", "devices"):
        forgotten = advice({"imap": "not_found"}, **{"client_limit": "imap_only", "readers": "both", key: "unknown"})
        assert (forgotten.recommended, forgotten.status) == ("pop3_keep", "preliminary")


def test_pop3_only_server_and_one_reader_needs_no_exception(advice):
    advised = advice({"imap": "not_found"}, **AWAY)
    assert (advised.recommended, advised.keep_days) == ("pop3_keep", 28)
    assert "ask_provider_for_imap" not in codes_of(advised.conditions)


def test_nothing_offered_is_impossible(advice):
    advised = advice({"imap": "not_found", "pop3": "off_on_purpose"})
    assert (advised.status, advised.protocol, advised.against) == ("not_possible", None, None)


def test_nothing_feasible_because_of_the_unknown_is_not_enough(advice):
    without_uidl = {"imap": "not_found", "pop3_capabilities": ["USER"]}
    advised = advice(without_uidl, **{**AT_ONCE, "device_backup": "unknown"})
    assert (advised.status, advised.recommended) == ("not_enough_information", None)
    assert advice(without_uidl, **AT_ONCE).recommended == "pop3_delete"


def test_nothing_feasible_until_the_server_is_known_is_not_enough(company):
    """Were POP3 all that the server offers, the old device could keep fetching (the POP3-only exception)."""
    stuck = {"devices": "one", "shared_addresses": "few", "client_limit": "pop3_only"}
    advised = advise(company(**stuck))
    assert (advised.status, advised.recommended) == ("not_enough_information", None)
    assert advise(company(**stuck, server_offers="pop3_only")).recommended == "pop3_keep"
    assert advise(company(**stuck, server_offers="both")).status == "not_possible"


def test_nothing_feasible_until_the_amount_of_mail_is_known_is_not_enough(advice):
    only_pop3 = {"imap": "not_found"}
    tiny = {"quota_gb": 0.01, "quota": "unknown", "provider_stay": "some_weeks"}
    advised = advice(only_pop3, **tiny)
    assert (advised.status, advised.recommended) == ("not_enough_information", None)
    assert advice(only_pop3, **tiny, mails_per_day=1, average_kb=100).recommended == "pop3_keep"
    assert advice(only_pop3, **tiny, mails_per_day=100, average_kb=100).status == "not_possible"


def test_native_comes_first_and_is_not_scored(advice, company, server):
    advised = advice(groupware="must")
    assert (advised.native.reason, advised.status, advised.recommended) == ("groupware", "firm", None)
    assert because_of(advised, "imap", "native") == {("groupware", "must")}
    assert all(row.value is None for row in advised.ranking)
    microsoft = advise(company(complete=False), server(provider="microsoft365"))
    assert (microsoft.native.reason, microsoft.status, microsoft.protocol) == ("microsoft365", "firm", None)
    assert microsoft.alarms[0] == "mail_only_on_pc"
    assert "groupware_separately" in codes_of(advice(groupware="nice").conditions)


def test_native_without_a_report_is_firm(company):
    assert advise(company(groupware="must")).qualifiers == ("firm",)
