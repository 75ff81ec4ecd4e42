"""Passwords, certificates and sending with our files for terminal programs, against a real Dovecot."""

import imaplib
import re

import pytest

from advisor.profiles.account import Form
from advisor.profiles.targets import Target
from probes.codes import Security
from tests.integration.profiles.machine import Machine
from tests.integration.profiles.terminal_files import MAIL, PASSWORD, deliver, exported, run, set_up, subjects
from tests.integration.servers.dovecot import Dovecot


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


@pytest.fixture(scope="module")
def clear_text_dovecot(test_ca):
    """A server whose STARTTLS somebody has taken away, and that takes passwords in clear text."""
    name = "mail.firma.example"
    closed = ("imaps", "pop3s", "submissions")
    extra = "ssl = no\ndisable_plaintext_auth = no\nauth_verbose = yes"
    server = Dovecot(test_ca.certificate(name, common_name=name), extra=extra, closed=closed)
    server.add_user("leser@firma.example", PASSWORD)
    yield server
    server.stop()


@pytest.mark.parametrize(
    ("target", "form"),
    [
        (Target.MBSYNC, Form.IMAP),
        (Target.FETCHMAIL, Form.IMAP),
        (Target.FETCHMAIL, Form.POP3_DELETE),
        (Target.MPOP, Form.POP3_DELETE),
        (Target.MSMTP, Form.IMAP),
        (Target.NEOMUTT, Form.IMAP),
        (Target.AERC, Form.IMAP),
    ],
)
def test_none_goes_on_in_clear_text_where_starttls_is_suppressed(clear_text_dovecot, test_ca, target, form):
    machine = Machine({clear_text_dovecot.host: clear_text_dovecot.address}, test_ca.path)
    data = exported(target, form, "leser@firma.example", clear_text_dovecot, security=Security.STARTTLS)
    start = machine.put_in_place(machine.use_keyring(data, PASSWORD) if b"secret-tool" in data else data)
    before, came = len(_sign_ins(clear_text_dovecot)), len(clear_text_dovecot.logged("-login: "))
    if target in (Target.NEOMUTT, Target.AERC):
        machine.run(start, until="TLS")
    else:
        command = start.replace("RECIPIENT < MAIL", f"kunde@example.net < {_message(machine)}")
        assert machine.run(command, typed=PASSWORD).code != 0
    machine.remove()
    assert len(clear_text_dovecot.logged("-login: ", at_least=came + 1)) > came, "it was there, and has gone"
    assert len(_sign_ins(clear_text_dovecot)) == before


def test_the_suppressing_server_would_take_the_password(clear_text_dovecot):
    """What the test above rests on."""
    before = len(_sign_ins(clear_text_dovecot))
    with imaplib.IMAP4(clear_text_dovecot.address) as client:
        client.login("leser@firma.example", PASSWORD)
    assert len(_sign_ins(clear_text_dovecot, before + 1)) == before + 1


def _sign_ins(server, at_least=0):
    """The lines of its log about somebody who signed in or tried to."""
    return server.logged("Login: user=", "auth failed", at_least=at_least)
