"""The deletion that somebody confirmed, before a running Dovecot: what goes, what stays, when, and for whom."""

import imaplib
import poplib
import re
import ssl
import subprocess
import time
from datetime import date

import pytest

from advisor.profiles.account import Form
from advisor.profiles.deletion_offer import deletion_offer, take
from advisor.profiles.export import export
from advisor.profiles.targets import Target
from advisor.settings.codes import Program
from advisor.settings.values import Person
from tests.integration.servers.dovecot import Dovecot
from tests.unit.profiles.companies import company

PASSWORD = "geheim-9"
IDA, EMIL = "ida@firma.example", "emil@firma.example"
SETTINGS = company(Form.POP3_KEEP_DAYS)
PEOPLE = (Person(IDA, "Ida", programs=(Program.APPLE,)),)
SHORT = 6
"""Seconds in the place of 21 days; nothing else of the file is changed. Dovecot counts from when a mail was stored.

So long a session may last, on a busy machine, with mail that is not to go yet.
"""


def snippet(*, confirmed):
    deletion = take(deletion_offer(SETTINGS, PEOPLE), date(2026, 11, 27)) if confirmed else None
    files = export(SETTINGS, PEOPLE, only={Target.DOVECOT}, server_deletion=deletion)
    return next(file.data for file in files if file.target is Target.DOVECOT)


@pytest.fixture
def dovecot_with(test_ca):
    running = []

    def start(settings):
        made = Dovecot(test_ca.certificate("mail.firma.example"), extra=settings.decode())
        running.append(made)
        for address in (IDA, EMIL):
            made.add_user(address, PASSWORD)
        return made

    yield start
    for each in running:
        each.stop()


@pytest.fixture
def trust(test_ca):
    context = ssl.create_default_context(cafile=str(test_ca.path))
    context.check_hostname = False  # the name of the server is in no DNS
    return context


def fetch(trust, dovecot, address=IDA):
    """What a mail program by POP3 sees in one session that ends with QUIT."""
    client = poplib.POP3_SSL(dovecot.address, dovecot.ports["pop3s"], context=trust, timeout=60)
    client.user(address)
    client.pass_(PASSWORD)
    subjects = [_subject(b"\r\n".join(client.retr(number + 1)[1])) for number in range(client.stat()[0])]
    client.quit()
    return subjects


def inbox(dovecot, address=IDA):
    return sorted(_subject(mail) for mail in dovecot.messages(address))


def wait_for(dovecot, expected, address=IDA):
    """Dovecot deletes when the session is over; the program does not wait for that."""
    deadline = time.monotonic() + 60
    while inbox(dovecot, address) != expected and time.monotonic() < deadline:
        time.sleep(0.05)
    assert inbox(dovecot, address) == expected


def deliver(dovecot, subject, address=IDA, **age):
    dovecot.deliver(address, f"Subject: {subject}\r\n\r\nGruss\r\n".encode(), **age)


def _subject(mail):
    return re.search(rb"Subject: (\w+)", mail)[1].decode()


def test_doveconf_reads_the_deletion_as_switched_on_and_without_the_word_as_off(tmp_path):
    shown = {}
    for confirmed in (True, False):
        file = tmp_path / "dovecot.conf"
        file.write_bytes(snippet(confirmed=confirmed))
        done = subprocess.run(["doveconf", "-c", str(file), "-n"], capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        shown[confirmed] = done.stdout
    assert re.search(r"mailbox INBOX \{\s+autoexpunge = 3 weeks\s", shown[True])
    assert "autoexpunge" not in shown[False]


def test_aged_mail_goes_from_the_inbox_after_a_session_and_younger_mail_and_other_folders_stay(dovecot_with, trust):
    dovecot = dovecot_with(snippet(confirmed=True).replace(b"= 21d", f"= {SHORT}s".encode()))
    deliver(dovecot, "old")
    append(trust, dovecot, "Sent", "sent")
    assert fetch(trust, dovecot) == ["old"]
    assert inbox(dovecot) == ["old"]
    time.sleep(SHORT + 1.1)
    deliver(dovecot, "young")
    assert inbox(dovecot) == ["old", "young"]
    assert fetch(trust, dovecot) == ["old", "young"]
    wait_for(dovecot, ["young"])
    assert [_subject(mail) for mail in dovecot.messages(IDA, "Sent")] == ["sent"]


def test_who_reads_by_imap_on_the_same_server_loses_unread_mail_too(dovecot_with, trust):
    """What the page says before the tick, and why a list with such a reader is refused."""
    dovecot = dovecot_with(snippet(confirmed=True).replace(b"= 21d", f"= {SHORT}s".encode()))
    deliver(dovecot, "unread", EMIL)
    time.sleep(SHORT + 1.1)
    with imaplib.IMAP4_SSL(dovecot.address, dovecot.ports["imaps"], ssl_context=trust, timeout=60) as client:
        client.login(EMIL, PASSWORD)
    wait_for(dovecot, [], EMIL)


def test_days_count_from_when_a_mail_was_stored_not_from_its_date(dovecot_with, trust):
    """Exactly as exported: mail that was copied here today stays, however old it is."""
    dovecot = dovecot_with(snippet(confirmed=True))
    deliver(dovecot, "copied", age_days=40)
    assert fetch(trust, dovecot) == ["copied"]
    assert fetch(trust, dovecot) == ["copied"]
    assert inbox(dovecot) == ["copied"]


def append(trust, dovecot, folder, subject):
    with imaplib.IMAP4_SSL(dovecot.address, dovecot.ports["imaps"], ssl_context=trust, timeout=60) as client:
        client.login(IDA, PASSWORD)
        assert client.append(folder, None, None, f"Subject: {subject}\r\n\r\nGruss\r\n".encode())[0] == "OK"
