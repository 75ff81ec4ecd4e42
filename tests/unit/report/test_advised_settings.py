"""Settings carry the alarms of the way they are for, and those of a single reader who keeps a full copy (R21)."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from advisor.questionnaire.answers import Answers, Group
from advisor.report.advice import recommend
from advisor.report.advised_settings import advised_settings
from advisor.report.documents.server_report import read_server_report
from advisor.settings.codes import Alternative
from advisor.settings.exclusion_texts import PROGRAM_CANNOT

EXAMPLE = Path(__file__).parents[3] / "advisor" / "web" / "example" / "server_report.json"
AT = datetime(2026, 11, 23, tzinfo=UTC)
CORE = {
    "devices": "two", "shared_addresses": "none", "mail_location": "server", "local_only_mail": "none",
    "outages": "hardly_ever", "offline_reading": "no", "data_control": "central", "device_backup": "none",
    "readers": "people", "devices_leave_office": "unencrypted",
}  # fmt: skip


def settings(way=None, **differs):
    server = read_server_report(EXAMPLE.read_bytes())
    answers = Answers.of({**CORE, **differs})
    advice = recommend(answers, server, at=AT).recommendation
    assert advice.recommended is Alternative.IMAP
    return advised_settings(advice, answers, server, "Firma", way)


def test_the_advised_way_has_the_alarms_of_the_advice():
    assert settings().alarms == ()


def test_a_full_copy_that_was_not_advised_still_says_encrypt_first():
    assert settings(Alternative.IMAP_ARCHIVE).alarms == ("encrypt_first", "backup_first")


def test_a_single_collecting_computer_beside_imap_is_warned():
    assert settings().full_copy_alarms == ("encrypt_first", "backup_first")


@pytest.mark.parametrize("way", [None, Alternative.IMAP_ARCHIVE])
def test_encrypted_and_backed_up_computers_need_no_warning(way):
    found = settings(way, devices_leave_office="encrypted", device_backup="tested")
    assert (found.alarms, found.full_copy_alarms) == ((), ())


def test_what_rules_take_out_for_the_company_stands_in_the_settings_of_each_way():
    for way in (None, Alternative.IMAP_ARCHIVE):
        excluded = {one.alternative: one.rules for one in settings(way).excluded}
        assert excluded == {Alternative.POP3_KEEP: ("E1",), Alternative.POP3_DELETE: ("E1", "E2", "E6")}


def test_a_program_that_cannot_use_a_way_is_told_from_a_provider_that_does_not_offer_it():
    excluded = {one.alternative: one.rules for one in settings(devices="one", client_limit="imap_only").excluded}
    assert PROGRAM_CANNOT in excluded[Alternative.POP3_DELETE]
    assert "E3" not in excluded[Alternative.POP3_DELETE]


def test_the_way_of_a_group_is_not_excluded():
    till = {"readers": "program", "devices": "one", "device_backup": "tested", "data_control": "off_provider"}
    server = read_server_report(EXAMPLE.read_bytes())
    group = Group("Till", 1, Answers.of({**till, "provider_stay": "as_short_as_possible", "keep_copy_on_server": "no"}))
    answers = Answers.of(CORE, (group,))
    advice = recommend(answers, server, at=AT).recommendation
    of_group = advice.company_policy.groups[0].alternative
    found = advised_settings(advice, answers, server, "Firma")
    assert of_group in (Alternative.POP3_KEEP, Alternative.POP3_DELETE)
    assert {one.alternative for one in found.excluded} == {Alternative.POP3_KEEP, Alternative.POP3_DELETE} - {of_group}
