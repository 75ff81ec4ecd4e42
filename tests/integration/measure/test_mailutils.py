"""Real GNU mailutils: a server without quota, special folders and many extensions, with one mbox file as the inbox."""

import os
import shutil

import pytest

from probes.measurement import Uidl
from tests.integration.servers.mailutils import Mailutils
from tests.integration.servers.process import world_readable_folder

ADDRESS = "anna@werkstatt.example"
PASSWORD = "geheim-anna"
CRYPT = "$6$mailweiche$aKWvPzDUtHbtQbLqYRrSqWcyg3yY07aeJ76O/BbKeumeDLNU67aTfk89Sn2UnGU2A.9NaWqOsX4Xl6tS02huI/"
MAIL_UID = 8
USERS = """
auth {{ authentication "generic"; authorization "virtdomain"; }};
virtdomain {{ passwd-dir "{folder}"; }};
"""
MBOX = "".join(
    f"From kunde@example.net Mon {month} 05 10:00:00 2026\nFrom: kunde@example.net\nSubject: Auftrag {number}\n"
    f"Status: RO\n\n{'x' * 100}\n\n"
    for number, month in enumerate(("Jan", "Jan", "Oct"))
)


@pytest.fixture(scope="module")
def werkstatt(test_ca):
    folder = world_readable_folder("mailweiche-werkstatt-")
    home = folder / "anna"
    home.mkdir()
    (home / "INBOX").write_text(MBOX)
    (folder / "werkstatt.example").write_text(f"anna:{CRYPT}:{MAIL_UID}:{MAIL_UID}:Anna:{home}:/bin/sh\n")
    for path in (home, home / "INBOX"):
        os.chown(path, MAIL_UID, MAIL_UID)
    server = Mailutils(test_ca.certificate("mail.werkstatt.example"), extra=USERS.format(folder=folder))
    server.inbox = home / "INBOX"
    yield server
    server.stop()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def look(werkstatt, measuring, dns_server):
    dns_server.add(werkstatt.host, "A", werkstatt.address)
    return lambda *ports, password=PASSWORD: measuring(*ports, address=ADDRESS, password=password, host=werkstatt.host)


@pytest.mark.parametrize("ports", [(993, 995), (143, 110)], ids=["tls", "starttls"])
def test_a_mailbox_without_quota(look, ports) -> None:
    found = look(*ports)
    assert found.problems == ()
    assert found.imap.quota is None
    assert (found.imap.folders[0].name, found.imap.folders[0].messages) == ("INBOX", 3)
    assert sum(month.messages for month in found.imap.by_month) == 3
    assert found.pop3.messages == 3
    assert found.pop3.uidl == Uidl(3, unique=True)


def mails_of(mbox):
    """The lines of a mailbox without this server's own notes (lasting numbers that any POP3 program asks for), each
    mail's flags in order: the server writes "OR" for "RO" when a POP3 session ends.
    """
    lines = [line for line in mbox.splitlines() if not line.startswith((b"X-UIDL:", b"X-IMAPbase:", b"X-UID:"))]
    return [bytes(sorted(line)) if line.startswith(b"Status:") else line for line in lines if line]


def test_the_file_is_as_it_was(look, werkstatt) -> None:
    before = werkstatt.inbox.read_bytes()
    look(993)
    assert werkstatt.inbox.read_bytes() == before
    look(995)
    assert mails_of(werkstatt.inbox.read_bytes()) == mails_of(before)


def test_a_wrong_password(look) -> None:
    assert [problem.code for problem in look(993, 995, password="falsch").problems] == [
        "imap_wrong_password",
        "pop3_not_tried",
    ]
