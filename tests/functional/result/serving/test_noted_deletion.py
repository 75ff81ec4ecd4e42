"""A deletion by the server that was noted before, where programs get settings by which mail stays for longer."""

import re
from datetime import date

import pytest

from advisor.report.documents.settings import read_settings
from advisor.store import page_notes, publications, served_domains
from advisor.store.database import db
from tests.functional.result.serving.conftest import DOMAIN, PAGE
from tests.functional.result.staff_lists import upload
from tests.unit.profiles.file_words import words_in

IDA = "address;name;programs;language\r\nida@firma.example;Ida;apple;en\r\n"
ENGLISH = {"Accept-Language": "en"}


def note(app, days=28):
    with app.app_context():
        page_notes.set_deletion(1, days, date(2026, 11, 20))
        db.session.commit()


@pytest.fixture
def client(app, open_case, all_situations, place):
    opened = open_case(all_situations["pop3_days"])
    note(app)
    return opened


RED = "Your mail server deletes: with these settings mail would be lost"


def test_the_page_for_mail_programs_warns_in_red_before_and_after_the_release(app, client, read):
    for _ in range(2):
        page = client.get(f"{PAGE}?way=imap", headers=ENGLISH).text
        notice = page.partition(RED)[0].rpartition("<section")[2]
        assert "notice-danger" in notice
        shown = read(client, f"{PAGE}?way=imap")
        assert (
            "On 20 November 2026 you confirmed that your mail server deletes every mail in the inbox after 28 days"
            in shown
        )
        assert "First switch the deletion off on the server." in shown
        client.post(f"{PAGE}/release", data={"way": "imap"})
    client.post("/profiles/people/server-keeps")
    assert RED not in client.get(PAGE, headers=ENGLISH).text


def test_it_does_not_warn_where_programs_fetch_in_time_or_nothing_is_noted(app, client):
    assert RED not in client.get(f"{PAGE}?way=pop3_keep", headers=ENGLISH).text
    note(app, None)
    assert RED not in client.get(f"{PAGE}?way=imap", headers=ENGLISH).text


def served(app, client):
    """Settings by IMAP are answered for the domain."""
    client.post(f"{PAGE}/release", data={"way": "imap"})
    with app.app_context():
        assert served_domains.prove(served_domains.of(1), "dns")
        db.session.commit()
        assert read_settings(publications.of(1).settings).server_deletes is None, "it is said as it stands"


def test_a_profile_that_is_served_says_it_as_it_stands(app, client):
    served(app, client)
    path = f"/mail/apple.mobileconfig?emailaddress=a@{DOMAIN}"
    assert "Set nothing up before the person who manages the mailboxes" in words_in(client.get(path).data)


def test_the_server_cannot_be_told_to_delete_while_programs_are_answered_by_imap(app, client, read):
    note(app, None)
    upload(client, IDA, way="pop3_keep")
    box = re.compile(r'<input type="checkbox"\s+id="server_deletes"[^>]*value="(\w{64})"')
    token = box.search(client.get("/profiles/preview?way=pop3_keep").text)[1]
    served(app, client)
    assert not box.search(client.get("/profiles/preview?way=pop3_keep").text)
    shown = read(client, "/profiles/preview?way=pop3_keep")
    assert f"would lose it: everybody whose mail program gets its settings from here for {DOMAIN}" in shown
    data = {"way": "pop3_keep", "target": ["sheet"], "server_deletes": token}
    assert client.post("/profiles/download", data=data).location == "/profiles/preview?way=pop3_keep"
