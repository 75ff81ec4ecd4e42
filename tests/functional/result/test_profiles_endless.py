"""An absence of centuries, typed by mistake: mail is kept for ever, and every way to the files works."""

import pytest

from advisor.profiles.targets import Target
from advisor.report.documents.settings import read_settings
from tests.functional.result.staff_lists import unpacked, upload
from tests.functional.result.staff_pages import links, make

WAY = "pop3_keep"
STAFF = "address;name;programs;language\r\nanna@firma.example;Anna Muster;thunderbird;en\r\n"


@pytest.fixture
def client(open_case, all_situations):
    keep = all_situations["pop3_days"]
    return open_case(type(keep)({**keep.answers, "longest_absence_days": 200_000, "quota_gb": 100_000}, keep.report))


def test_the_settings_can_be_read_again(client):
    settings = read_settings(client.get(f"/result/settings.json?way={WAY}").data)
    assert (settings.alternative, settings.keep_days) == (WAY, None)


def test_files_are_written_and_delete_nothing(client):
    upload(client, STAFF, way=WAY)
    found = unpacked(client.post("/profiles/download", data={"way": WAY, "target": [*Target]}))
    folder = "people/anna_firma.example"
    assert b"<daysToLeaveMessagesOnServer>9999<" in found[f"{folder}/thunderbird/firma.example.xml"]
    assert b"\nremove_mail=0\n" in found[f"{folder}/claws/accountrc"]
    assert b"autoexpunge" not in found["company/dovecot/99-mailweiche.conf"]


def test_personal_pages_open(app, client):
    assert make(client, STAFF, way=WAY).status_code == 302
    page = app.test_client().get(links(client)["Anna Muster"])
    assert page.status_code == 200
    assert "200007" not in page.text
