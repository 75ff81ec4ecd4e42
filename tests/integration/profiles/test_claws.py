"""Claws Mail itself works with the exported file against a real Dovecot."""

import email
import email.policy
import shutil
import time
from dataclasses import replace

import pytest

from advisor.profiles.account import Form
from advisor.profiles.export import export
from advisor.profiles.targets import Target
from advisor.settings.codes import Role
from advisor.settings.values import Person
from probes.codes import Security, UsernameForm
from tests.integration.profiles.claws_program import FETCH, LEAVE, SEND, ClawsMail
from tests.integration.profiles.terminal_files import own_word
from tests.integration.servers.dovecot import Dovecot
from tests.integration.servers.process import world_readable_folder
from tests.unit.profiles.companies import company, server

PASSWORD = "geheim-7"
HOST = "mail.firma.example"
TESTS = 13
NAME, SENDER = "Anna [Müller]", "versand@firma.example"
MAIL = "From: kunde@example.net\nTo: anna@firma.example\nSubject: {0}\nMessage-ID: <{0}@example.net>\n\nGuten Tag\n"
POP3_DONE, IMAP_DONE, ASKS = "POP> QUIT", "STATUS Sent", "Creating alert panel"
SENT = "moved queued mail 1 to sent folder"


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
    for address in (*addresses, SENDER):
        mail_server.add_user(address, PASSWORD)
    time.sleep(1.1)
    return addresses


@pytest.fixture
def claws(mailboxes, mail_server, certificate):
    """Claws Mail with the exported file for one form, its mailbox, and what stays to be accepted."""
    home = world_readable_folder("mailweiche-claws-")
    mailbox = mailboxes.pop()

    def new(form, *, accepted=True, sending=Security.TLS, sender=None, role=Role.READER, **changes):
        outgoing = server(HOST, 465 if sending is Security.TLS else 587, sending)
        if sender:
            outgoing = replace(outgoing, username=UsernameForm.OTHER, username_template=sender)
        settings = company(
            form,
            domain="firma.example",
            imap=server(HOST, 993),
            pop3=server(HOST, 995),
            submission=outgoing,
            **changes,
        )
        own = own_word(role, form)
        files = export(settings, (Person(mailbox, NAME, role=role, alternative=own),), only={Target.CLAWS})
        data = next(file.data for file in files if file.target)
        client = ClawsMail(home, data, PASSWORD, mail_server.address, HOST)
        if accepted:
            client.accept(certificate.chain, HOST, 993, 995, 465, 587)
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


def test_days_that_do_not_fit_into_its_seconds_do_not_become_at_once(claws, mail_server):
    client, mailbox = claws(Form.POP3_KEEP_DAYS, keep_days=30_000)
    mail_server.deliver(mailbox, MAIL.format("alt").encode())
    client.run(FETCH + LEAVE, POP3_DONE)
    client.run(FETCH + LEAVE, POP3_DONE)
    assert subjects(client.mails()) == subjects(mail_server.messages(mailbox)) == ["alt"]


@pytest.mark.parametrize(("form", "role"), [(Form.POP3_KEEP_FOREVER, Role.READER), (Form.POP3_DELETE, Role.COLLECTOR)])
def test_it_never_deletes_where_mail_is_kept_for_ever_or_collected(claws, mail_server, form, role):
    client, mailbox = claws(form, role=role)
    mail_server.deliver(mailbox, MAIL.format("alt").encode())
    client.run(FETCH + LEAVE, POP3_DONE)
    client.let_days_pass(10 * 365)
    client.run(FETCH + LEAVE, POP3_DONE)
    assert subjects(client.mails()) == subjects(mail_server.messages(mailbox)) == ["alt"]


@pytest.mark.parametrize(
    ("form", "role"),
    [(Form.IMAP, Role.READER), (Form.IMAP_ARCHIVE, Role.READER), (Form.IMAP_ARCHIVE, Role.COLLECTOR)],
)
def test_it_reads_by_imap_and_leaves_all_on_the_server(claws, mail_server, form, role):
    client, mailbox = claws(form, role=role)
    mail_server.deliver(mailbox, MAIL.format("eins").encode())
    log = client.run(FETCH + LEAVE, IMAP_DONE)
    assert "STATUS INBOX (MESSAGES 1 " in log
    assert subjects(mail_server.messages(mailbox)) == ["eins"]


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_it_sends(claws, mail_server, security):
    """By the exported server, whose port is open and takes this encryption only, and as the exported user."""
    client, mailbox = claws(Form.POP3_DELETE, sending=security)
    client.write(f"To: kunde@example.net\nSubject: hinaus-{security}\n\nGuten Tag\n")
    client.run(SEND + LEAVE, SENT)
    sent = mail_server.sent[-1]
    assert (sent.sender, sent.recipients) == (mailbox, ("kunde@example.net",))
    assert subjects([sent.message]) == [f"hinaus-{security}"]
    message = email.message_from_bytes(sent.message, policy=email.policy.default)
    assert str(message["From"].addresses[0]) == f'"{NAME}" <{mailbox}>'


def test_it_signs_in_for_sending_as_another_user_where_the_server_wants_that(claws, mail_server):
    client, _ = claws(Form.POP3_DELETE, sender=SENDER)
    client.write("To: kunde@example.net\nSubject: anders\n\nGuten Tag\n")
    client.run(SEND + LEAVE, SENT)
    assert subjects([mail_server.sent[-1].message]) == ["anders"]
    assert mail_server.logged(f"submission-login: Info: Login: user=<{SENDER}>", at_least=1)


def test_it_takes_no_unknown_certificate_by_itself(claws, mail_server):
    client, mailbox = claws(Form.POP3_DELETE, accepted=False)
    mail_server.deliver(mailbox, MAIL.format("eins").encode())
    client.run(FETCH, ASKS)
    assert client.mails() == []
    assert len(mail_server.messages(mailbox)) == 1
