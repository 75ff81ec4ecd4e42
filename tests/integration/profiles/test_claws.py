"""Claws Mail itself works with the exported file against a real Dovecot."""

import shutil
import time

import pytest

from advisor.profiles.account import Form
from advisor.profiles.export import export
from advisor.profiles.targets import Target
from advisor.settings.values import Person
from tests.integration.profiles.claws_program import FETCH, LEAVE, ClawsMail
from tests.integration.servers.dovecot import Dovecot
from tests.integration.servers.process import world_readable_folder
from tests.unit.profiles.companies import company, server

PASSWORD = "geheim-7"
HOST = "mail.firma.example"
TESTS = 6
MAIL = "From: kunde@example.net\nTo: anna@firma.example\nSubject: {0}\nMessage-ID: <{0}@example.net>\n\nGuten Tag\n"
POP3_DONE, IMAP_DONE, ASKS = "POP> QUIT", "STATUS Sent", "Creating alert panel"


@pytest.fixture(scope="module")
def certificate(test_ca):
    return test_ca.certificate(HOST)


@pytest.fixture(scope="module")
def mail_server(certificate):
    running = Dovecot(certificate, HOST)
    yield running
    running.stop()


@pytest.fixture(scope="module")
def mailboxes(mail_server):
    addresses = [f"anna{number}@firma.example" for number in range(TESTS)]
    for address in addresses:
        mail_server.add_user(address, PASSWORD)
    time.sleep(1.1)
    return addresses


@pytest.fixture
def claws(mailboxes, mail_server, certificate):
    """Claws Mail with the exported file for one form, its mailbox, and what stays to be accepted."""
    home = world_readable_folder("mailweiche-claws-")
    mailbox = mailboxes.pop()

    def new(form, *, accepted=True):
        settings = company(
            form,
            domain="firma.example",
            imap=server(HOST, 993),
            pop3=server(HOST, 995),
            submission=server(HOST, 465),
        )
        files = export(settings, (Person(mailbox, "Anna [Müller]"),), only={Target.CLAWS})
        data = next(file.data for file in files if file.target)
        client = ClawsMail(home, data, PASSWORD, mail_server.address, HOST)
        if accepted:
            client.accept(certificate.chain, HOST, 993, 995, 465)
        return client, mailbox

    yield new
    shutil.rmtree(home, ignore_errors=True)


def subjects(mails):
    lines = [line for mail in mails for line in mail.decode().splitlines()]
    return sorted(line.removeprefix("Subject: ") for line in lines if line.startswith("Subject: "))


def test_it_fetches_and_deletes(claws, mail_server):
    client, mailbox = claws(Form.POP3_DELETE)
    for subject in ("eins", "zwei"):
        mail_server.deliver(mailbox, MAIL.format(subject).encode())
    client.run(FETCH + LEAVE, POP3_DONE)
    assert subjects(client.mails()) == ["eins", "zwei"]
    assert mail_server.messages(mailbox) == []


def test_it_keeps_for_n_days_then_the_aged_mail_goes(claws, mail_server):
    client, mailbox = claws(Form.POP3_KEEP_DAYS)
    mail_server.deliver(mailbox, MAIL.format("alt").encode())
    client.run(FETCH + LEAVE, POP3_DONE)
    client.let_days_pass(20)
    client.run(FETCH + LEAVE, POP3_DONE)
    assert subjects(mail_server.messages(mailbox)) == ["alt"]
    client.let_days_pass(22)
    mail_server.deliver(mailbox, MAIL.format("jung").encode())
    client.run(FETCH + LEAVE, POP3_DONE)
    assert subjects(client.mails()) == ["alt", "jung"]
    assert subjects(mail_server.messages(mailbox)) == ["jung"]


def test_it_never_deletes_where_mail_is_kept_for_ever(claws, mail_server):
    client, mailbox = claws(Form.POP3_KEEP_FOREVER)
    mail_server.deliver(mailbox, MAIL.format("alt").encode())
    client.run(FETCH + LEAVE, POP3_DONE)
    client.let_days_pass(10 * 365)
    client.run(FETCH + LEAVE, POP3_DONE)
    assert subjects(client.mails()) == subjects(mail_server.messages(mailbox)) == ["alt"]


def test_it_reads_by_imap_and_leaves_all_on_the_server(claws, mail_server):
    client, mailbox = claws(Form.IMAP)
    mail_server.deliver(mailbox, MAIL.format("eins").encode())
    log = client.run(FETCH + LEAVE, IMAP_DONE)
    assert "STATUS INBOX (MESSAGES 1 " in log
    assert subjects(mail_server.messages(mailbox)) == ["eins"]


def test_it_takes_no_unknown_certificate_by_itself(claws, mail_server):
    client, mailbox = claws(Form.POP3_DELETE, accepted=False)
    mail_server.deliver(mailbox, MAIL.format("eins").encode())
    client.run(FETCH, ASKS)
    assert client.mails() == []
    assert len(mail_server.messages(mailbox)) == 1
