"""How Akonadi signs in with what the exported script set up, and when it does not; and how its mail agent sends."""

import socket
import threading
from contextlib import contextmanager, suppress

import pytest

from advisor.profiles.account import Form
from probes.codes import Security
from tests.integration.profiles.akonadi_program import Akonadi, wait_until
from tests.integration.profiles.kmail_accounts import HOST, MAIL, fetch, group, set_up
from tests.integration.profiles.terminal_files import PASSWORD
from tests.integration.servers.ca import TestCa
from tests.integration.servers.process import free_loopback_address


class NoStarttls:
    """A server for IMAP or POP3 that cannot encrypt; ``heard`` are the lines that it got, ``left``: the client went."""

    def __init__(self, port):
        self.address = free_loopback_address((port,))
        self.heard = []
        self.left = False
        self._greeting, self._answer = (
            (b"* OK ready\r\n", self._imap) if port == 143 else (b"+OK ready\r\n", self._pop3)
        )
        self._listener = socket.create_server((self.address, port))
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self):
        with suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                threading.Thread(target=self._talk, args=(connection,), daemon=True).start()

    def _talk(self, connection):
        with suppress(OSError), connection, connection.makefile("rb") as lines:
            connection.sendall(self._greeting)
            for line in lines:
                self.heard.append(line.strip())
                connection.sendall(self._answer(line))
        self.left = True

    def _imap(self, line):
        tag, _, command = line.strip().partition(b" ")
        if command.upper() == b"CAPABILITY":
            return b"* CAPABILITY IMAP4rev1\r\n" + tag + b" OK done\r\n"
        return tag + b" BAD unknown\r\n"

    def _pop3(self, line):
        return b"+OK\r\nUSER\r\n.\r\n" if line.strip().upper() == b"CAPA" else b"-ERR unknown\r\n"

    def stop(self):
        self._listener.close()


@contextmanager
def running(started):
    """What was started, stopped at the end."""
    try:
        yield started
    finally:
        started.stop()


@pytest.fixture
def other_authority(tmp_path):
    return TestCa(tmp_path)


@pytest.mark.parametrize("form", [Form.IMAP_ARCHIVE, Form.POP3_DELETE])
def test_starttls_is_used(akonadi, mailbox, dovecot, form):
    dovecot.deliver(mailbox, MAIL.format("eins").encode())
    fetch(akonadi, set_up(akonadi, form, mailbox, security=Security.STARTTLS), "eins")


@pytest.mark.parametrize(("form", "port"), [(Form.IMAP_ARCHIVE, 143), (Form.POP3_DELETE, 110)])
def test_without_starttls_no_password_leaves_the_computer(test_ca, mailbox, form, port):
    with running(NoStarttls(port)) as plain, running(Akonadi({HOST: plain.address}, test_ca.path, PASSWORD)) as akonadi:
        instance = set_up(akonadi, form, mailbox, security=Security.STARTTLS)
        if form is Form.IMAP_ARCHIVE:
            akonadi.fetch(instance, lambda: "STARTTLS not supported by server!" in akonadi.log())
        else:
            akonadi.fetch(instance, lambda: b"STLS" in plain.heard and plain.left)
        heard = b" ".join(plain.heard).upper()
    assert not any(word in heard for word in (b"LOGIN", b"AUTH", b"USER", b"PASS"))


@pytest.mark.parametrize("form", [Form.IMAP_ARCHIVE, Form.POP3_DELETE])
def test_it_takes_no_unknown_certificate_by_itself(dovecot, other_authority, mailbox, form):
    with running(Akonadi({HOST: dovecot.address}, other_authority.path, PASSWORD)) as akonadi:
        akonadi.fetch(set_up(akonadi, form, mailbox), lambda: akonadi.asks("Server Authentication"))
    assert f"user=<{mailbox}>" not in (dovecot.folder / "dovecot.log").read_text()


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_mail_is_sent_by_the_server_for_sending(akonadi, mailbox, dovecot, security):
    set_up(akonadi, Form.POP3_KEEP_FOREVER, mailbox, security=security)
    transport = group(akonadi.config / "mailtransports", "General")["default-transport"]
    sent = len(dovecot.sent)
    akonadi.queue(MAIL.format("gesendet").encode(), mailbox, "kunde@example.net", transport)
    akonadi.type_password(PASSWORD)
    wait_until(lambda: len(dovecot.sent) > sent)
    mail = dovecot.sent[-1]
    assert (mail.sender, mail.recipients) == (mailbox, ("kunde@example.net",))
    assert b"Subject: gesendet" in mail.message
