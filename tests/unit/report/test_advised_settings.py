"""Settings carry the alarms of the way they are for, and those of a single reader who keeps a full copy (R21)."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from advisor.questionnaire.answers import Answers
from advisor.report.advice import recommend
from advisor.report.advised_settings import advised_settings
from advisor.report.documents.server_report import read_server_report
from advisor.settings.codes import Alternative

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
