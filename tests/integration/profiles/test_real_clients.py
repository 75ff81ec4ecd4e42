"""The exported settings in the hands of real clients, against a real Dovecot."""

import shutil
import time
from dataclasses import replace

import pytest

from advisor.profiles.export import export
from advisor.profiles.targets import Target
from advisor.settings.codes import Alternative
from advisor.settings.selection import company_settings
from advisor.settings.values import Person
from probes.codes import Authentication, Security, Source
from probes.options import ProbeOptions
from probes.runner import run
from probes.target import parse_target
from tests.integration.profiles.clients import Getmail, mbsync, read_exported, send_mail
from tests.integration.servers.process import world_readable_folder

PASSWORD = "geheim-7"
TESTS = 7
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


@pytest.fixture(scope="module")
def report(dovecot, test_ca, _running_dns):
    """What our own probe finds out about the company's server."""
    _running_dns.clear()
    _running_dns.add("firma.example", "MX", f"10 {dovecot.host}.")
    _running_dns.add(dovecot.host, "A", dovecot.address)
    for service, name in (("_imaps", "imaps"), ("_pop3s", "pop3s"), ("_submissions", "submissions")):
        _running_dns.add(f"{service}._tcp.firma.example", "SRV", f"0 1 {dovecot.ports[name]} {dovecot.host}.")
    options = ProbeOptions(
        deadline=8.0,
        nameservers=(_running_dns.nameserver,),
        allow_networks=("127.0.0.0/8",),
        extra_ca=test_ca.path,
        vantage="test",
    )
    return run(parse_target("firma.example"), options)


def exported_file(report, mailbox, alternative, keep_days=None):
    """The exported Thunderbird file of this person, from the report of the probe."""
    settings = company_settings(report, "Firma AG", alternative, keep_days)
    files = export(settings, (Person(mailbox, "Alice"),), only={Target.THUNDERBIRD})
    return next(file.data for file in files if file.path.startswith("people/") and file.target)


def exported(report, mailbox, alternative, keep_days=None):
    """What that file says about receiving."""
    return read_exported(exported_file(report, mailbox, alternative, keep_days))


def deliver(dovecot, mailbox, subject):
    dovecot.deliver(mailbox, MAIL.format(to=mailbox, subject=subject).encode())


def subjects(mails):
    lines = [line for mail in mails for line in mail.decode().splitlines()]
    return sorted(line.removeprefix("Subject: ") for line in lines if line.startswith("Subject: "))


def test_the_probe_proves_the_settings_that_are_exported(report, dovecot):
    settings = company_settings(report, "Firma AG", Alternative.IMAP, None)
    found = [(each.host, each.port, each.security) for each in (settings.imap, settings.pop3, settings.submission)]
    assert found == [(dovecot.host, port, Security.TLS) for port in (993, 995, 465)]
    assert all(
        each.proven and each.source is Source.SRV for each in (settings.imap, settings.pop3, settings.submission)
    )
    assert Authentication.PASSWORD_CLEARTEXT in settings.imap.authentication


def test_mbsync_fetches_by_imap_and_leaves_all_on_the_server(dovecot, test_ca, report, mailbox, folder):
    for subject in ("eins", "zwei"):
        deliver(dovecot, mailbox, subject)
    account = exported(report, mailbox, Alternative.IMAP)
    found = mbsync(folder, account, PASSWORD, dovecot.address, test_ca.path)
    assert subjects(found["INBOX"]) == ["eins", "zwei"]
    assert (folder / "Sent").is_dir()
    assert subjects(dovecot.messages(mailbox)) == ["eins", "zwei"]


def test_getmail_fetches_by_pop3_and_deletes(dovecot, test_ca, report, mailbox, folder):
    for subject in ("eins", "zwei"):
        deliver(dovecot, mailbox, subject)
    account = exported(report, mailbox, Alternative.POP3_DELETE)
    client = Getmail(folder, account, PASSWORD, dovecot.address, test_ca.path)
    assert subjects(client.fetch()) == ["eins", "zwei"]
    assert dovecot.messages(mailbox) == []


def test_getmail_keeps_for_n_days_then_the_aged_mail_goes_and_the_younger_stays(
    dovecot, test_ca, report, mailbox, folder
):
    account = exported(report, mailbox, Alternative.POP3_KEEP, keep_days=14)
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


def test_getmail_never_deletes_where_mail_is_kept_for_ever(dovecot, test_ca, report, mailbox, folder):
    account = exported(report, mailbox, Alternative.POP3_KEEP)
    client = Getmail(folder, account, PASSWORD, dovecot.address, test_ca.path)
    deliver(dovecot, mailbox, "alt")
    client.fetch()
    client.let_days_pass(10 * 365)
    assert subjects(client.fetch()) == ["alt"]
    assert subjects(dovecot.messages(mailbox)) == ["alt"]


def test_mail_goes_out_by_the_exported_server(dovecot, test_ca, report, mailbox):
    file = exported_file(report, mailbox, Alternative.IMAP)
    message = MAIL.format(to="kunde@example.net", subject="hinaus").encode()
    send_mail(file, PASSWORD, dovecot.address, test_ca.path, message, "kunde@example.net")
    assert dovecot.sent[-1].recipients == ("kunde@example.net",)
    assert subjects([dovecot.sent[-1].message]) == ["hinaus"]


def test_mbsync_refuses_a_server_with_another_name(dovecot, test_ca, report, mailbox, folder):
    """What proves that the tunnel checks the exported name, and so that the other tests rest on it."""
    account = replace(exported(report, mailbox, Alternative.IMAP), host="other.firma.example")
    with pytest.raises(AssertionError, match=r"(?i)hostname mismatch|verif"):
        mbsync(folder, account, PASSWORD, dovecot.address, test_ca.path)


def test_getmail_refuses_a_server_with_another_name(dovecot, test_ca, report, mailbox, folder):
    account = replace(exported(report, mailbox, Alternative.POP3_DELETE), host="other.firma.example")
    with pytest.raises(AssertionError, match="doesn't match"):
        Getmail(folder, account, PASSWORD, dovecot.address, test_ca.path).fetch()
