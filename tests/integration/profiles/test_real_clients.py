"""The exported settings in the hands of real clients, against a real Dovecot."""

import shutil
import time
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from advisor.profiles.export import export
from advisor.profiles.targets import Target
from advisor.settings.codes import Alternative
from advisor.settings.values import CompanySettings, Person, ServerSettings
from probes.results import Authentication, Security, Source, Trust, UsernameForm
from tests.integration.profiles.clients import Getmail, mbsync, read_exported
from tests.integration.servers.process import world_readable_folder

PASSWORD = "geheim-7"
TESTS = 6
MAIL = (
    "From: kunde@example.net\r\nTo: {to}\r\nSubject: {subject}\r\nMessage-ID: <{subject}@example.net>\r\n\r\nGrüezi\r\n"
)


@pytest.fixture
def folder():
    made = world_readable_folder("mailweiche-client-")
    yield made
    shutil.rmtree(made, ignore_errors=True)


@pytest.fixture(scope="module")
def mailboxes(dovecot):
    """Empty mailboxes, one for each test. Dovecot looks for new users once a second, so they are made together."""
    addresses = [f"kunde{number}@firma.example" for number in range(TESTS)]
    for address in addresses:
        dovecot.add_user(address, PASSWORD)
    time.sleep(1.1)
    return addresses


@pytest.fixture
def mailbox(mailboxes):
    """An empty mailbox of its own for each test."""
    return mailboxes.pop()


def server(host, port):
    return ServerSettings(
        host=host,
        port=port,
        security=Security.TLS,
        username=UsernameForm.ADDRESS,
        username_template=None,
        authentication=(Authentication.PASSWORD_CLEARTEXT,),
        proven=True,
        checked_at=datetime.now(UTC),
        source=Source.SRV,
        trust=Trust.TRUSTED,
    )


def exported(dovecot, mailbox, alternative, keep_days=None):
    """The account as the exported Thunderbird file of this person says it."""
    settings = CompanySettings(
        organisation="Firma AG",
        domain="firma.example",
        alternative=alternative,
        keep_days=keep_days,
        imap=server(dovecot.host, dovecot.ports["imaps"]),
        pop3=server(dovecot.host, dovecot.ports["pop3s"]),
        submission=server(dovecot.host, dovecot.ports["submissions"]),
    )
    files = export(settings, (Person(mailbox, "Alice"),), only={Target.THUNDERBIRD})
    return read_exported(next(file.data for file in files if file.path.startswith("people/") and file.target))


def deliver(dovecot, mailbox, subject):
    dovecot.deliver(mailbox, MAIL.format(to=mailbox, subject=subject).encode())


def subjects(mails):
    lines = [line for mail in mails for line in mail.decode().splitlines()]
    return sorted(line.removeprefix("Subject: ") for line in lines if line.startswith("Subject: "))


def test_mbsync_fetches_by_imap_and_leaves_all_on_the_server(dovecot, test_ca, mailbox, folder):
    for subject in ("eins", "zwei"):
        deliver(dovecot, mailbox, subject)
    account = exported(dovecot, mailbox, Alternative.IMAP)
    found = mbsync(folder, account, PASSWORD, dovecot.address, test_ca.path)
    assert subjects(found["INBOX"]) == ["eins", "zwei"]
    assert (folder / "Sent").is_dir()
    assert subjects(dovecot.messages(mailbox)) == ["eins", "zwei"]


def test_getmail_fetches_by_pop3_and_deletes(dovecot, test_ca, mailbox, folder):
    for subject in ("eins", "zwei"):
        deliver(dovecot, mailbox, subject)
    account = exported(dovecot, mailbox, Alternative.POP3_DELETE)
    client = Getmail(folder, account, PASSWORD, dovecot.address, test_ca.path)
    assert subjects(client.fetch()) == ["eins", "zwei"]
    assert dovecot.messages(mailbox) == []


def test_getmail_keeps_for_n_days_then_the_aged_mail_goes_and_the_younger_stays(dovecot, test_ca, mailbox, folder):
    account = exported(dovecot, mailbox, Alternative.POP3_KEEP, keep_days=14)
    client = Getmail(folder, account, PASSWORD, dovecot.address, test_ca.path)
    deliver(dovecot, mailbox, "alt")
    client.fetch()
    client.let_days_pass(13)
    client.fetch()
    assert subjects(dovecot.messages(mailbox)) == ["alt"]
    client.let_days_pass(15)
    deliver(dovecot, mailbox, "jung")
    client.fetch()
    assert subjects(dovecot.messages(mailbox)) == ["jung"]
    assert subjects(client.fetch()) == ["alt", "jung"]


def test_getmail_never_deletes_where_mail_is_kept_for_ever(dovecot, test_ca, mailbox, folder):
    account = exported(dovecot, mailbox, Alternative.POP3_KEEP)
    client = Getmail(folder, account, PASSWORD, dovecot.address, test_ca.path)
    deliver(dovecot, mailbox, "alt")
    client.fetch()
    client.let_days_pass(10 * 365)
    assert subjects(client.fetch()) == ["alt"]
    assert subjects(dovecot.messages(mailbox)) == ["alt"]


def test_mbsync_refuses_a_server_with_another_name(dovecot, test_ca, mailbox, folder):
    """What proves that the tunnel checks the exported name, and so that the other tests rest on it."""
    account = replace(exported(dovecot, mailbox, Alternative.IMAP), host="other.firma.example")
    with pytest.raises(AssertionError, match=r"(?i)hostname mismatch|verif"):
        mbsync(folder, account, PASSWORD, dovecot.address, test_ca.path)


def test_getmail_refuses_a_server_with_another_name(dovecot, test_ca, mailbox, folder):
    account = replace(exported(dovecot, mailbox, Alternative.POP3_DELETE), host="other.firma.example")
    with pytest.raises(AssertionError, match="doesn't match"):
        Getmail(folder, account, PASSWORD, dovecot.address, test_ca.path).fetch()
