"""Passwords, certificates and sending with our files for terminal programs, against a real Dovecot."""

import re

import pytest

from advisor.profiles.account import Form
from advisor.profiles.targets import Target
from probes.codes import Security
from tests.integration.profiles.machine import Machine
from tests.integration.profiles.terminal_files import MAIL, PASSWORD, deliver, exported, run, set_up, subjects


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_msmtp_sends(dovecot, machine, mailbox, security):
    start = set_up(machine, exported(Target.MSMTP, Form.POP3_DELETE, mailbox, dovecot, security=security))
    message = MAIL.format(to="kunde@example.net", subject=f"hinaus-{security}").encode()
    run(machine, start.replace("RECIPIENT < MAIL", "kunde@example.net"), stdin=message)
    assert dovecot.sent[-1].sender == mailbox
    assert dovecot.sent[-1].recipients == ("kunde@example.net",)
    assert subjects([dovecot.sent[-1].message]) == [f"hinaus-{security}"]


@pytest.mark.parametrize(("target", "form"), [(Target.FETCHMAIL, Form.POP3_DELETE), (Target.OFFLINEIMAP, Form.IMAP)])
def test_some_refuse_a_good_certificate_without_common_name_as_their_files_say(mailutils, test_ca, target, form):
    machine = Machine({mailutils.host: mailutils.address}, test_ca.path)
    data = exported(target, form, "leser@firma.example", mailutils)
    assert "Common Name" in data.decode()
    start = machine.put_in_place(data)
    done = machine.run(start, typed=PASSWORD)
    machine.remove()
    assert done.code != 0
    assert re.search("Server name not specified in certificate|no commonName found", done.output)


@pytest.mark.parametrize(
    ("target", "form"),
    [
        (Target.MBSYNC, Form.IMAP),
        (Target.GETMAIL, Form.IMAP),
        (Target.GETMAIL, Form.POP3_DELETE),
        (Target.FETCHMAIL, Form.IMAP),
        (Target.FETCHMAIL, Form.POP3_DELETE),
        (Target.MPOP, Form.POP3_DELETE),
        (Target.MSMTP, Form.IMAP),
        (Target.OFFLINEIMAP, Form.IMAP),
    ],
)
def test_each_asks_for_the_password_and_checks_the_name_in_the_certificate(dovecot, machine, mailbox, target, form):
    deliver(dovecot, mailbox, "eins")
    sent = len(dovecot.sent)
    for host, works in ((dovecot.host, True), ("other.firma.example", False)):
        start = machine.put_in_place(exported(target, form, mailbox, dovecot, host=host))
        command = start.replace("RECIPIENT < MAIL", f"kunde@example.net < {_message(machine)}")
        if target is Target.FETCHMAIL:
            command += f" --smtphost {dovecot.address}/2525"
        done = machine.run(command, typed=PASSWORD)
        assert (done.code == 0) is works, done.output
        if not works:
            assert re.search(r"(?i)certificate|hostname|CommonName", done.output)
    arrived = machine.maildir("Mail") or dovecot.sent[sent:]
    assert len(arrived) == 1


def _message(machine):
    file = machine.home / "message"
    file.write_bytes(MAIL.format(to="kunde@example.net", subject="eins").encode())
    return file
