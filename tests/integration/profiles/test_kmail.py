"""Akonadi, which holds KMail's accounts, takes the exported script, and its own programs fetch and send real mail."""

import socket
import threading
import time
from contextlib import contextmanager, suppress

import pytest

from advisor.profiles.account import Form
from advisor.profiles.export import export
from advisor.profiles.formats.kmail import SAID
from advisor.profiles.targets import Target
from advisor.settings.values import Person
from probes.codes import Security
from tests.integration.profiles.akonadi_program import Akonadi, wait_until
from tests.integration.servers.ca import TestCa
from tests.integration.servers.dovecot import DAY_SECONDS, Dovecot
from tests.integration.servers.process import free_loopback_address
from tests.unit.profiles.companies import company, server

PASSWORD = "geheim-7"
HOST = "mail.firma.example"
MAIL = "From: kunde@example.net\nTo: anna@firma.example\nSubject: {0}\nMessage-ID: <{0}@example.net>\n\nGuten Tag {0}\n"
MAILBOXES = 40


@pytest.fixture(scope="module")
def mail_server(test_ca):
    running = Dovecot(test_ca.certificate(HOST), HOST)
    yield running
    running.stop()


@pytest.fixture(scope="module")
def mailboxes(mail_server):
    addresses = [f"anna{number}@firma.example" for number in range(MAILBOXES)]
    for address in addresses:
        mail_server.add_user(address, PASSWORD)
    time.sleep(1.1)
    return addresses


@pytest.fixture
def mailbox(mailboxes):
    return mailboxes.pop()


@pytest.fixture
def other_authority(tmp_path):
    return TestCa(tmp_path)


@pytest.fixture
def akonadi(mail_server, test_ca):
    running = Akonadi({HOST: mail_server.address}, test_ca.path, PASSWORD)
    yield running
    running.stop()


def identities(akonadi):
    """All identities by their addresses."""
    path = akonadi.config / "emailidentities"
    groups = (line[1:-1] for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("[Identity #"))
    found = (group(path, name) for name in groups)
    return {each.get("Email Address", ""): each for each in found}


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
                with connection, connection.makefile("rb") as lines:
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


def script(form, address, security=Security.TLS, **changes):
    ports = (993, 995, 465) if security is Security.TLS else (143, 110, 587)
    imap, pop3, submission = (server(HOST, port, security) for port in ports)
    settings = company(form, domain="firma.example", imap=imap, pop3=pop3, submission=submission)
    (made,) = [
        file.data
        for file in export(settings, (Person(address, "Anna [Müller]", **changes),), only={Target.KMAIL})
        if file.target
    ]
    return made


def set_up(akonadi, form, address, **changes):
    """The name of the account that the script made."""
    done = akonadi.set_up(script(form, address, **changes))
    assert (done.returncode, done.stderr) == (0, ""), akonadi.log()[-2000:]
    (instance,) = akonadi.accounts()
    return instance


def subjects(mails):
    lines = [line for mail in mails for line in mail.decode().splitlines()]
    return sorted(line.removeprefix("Subject: ") for line in lines if line.startswith("Subject: "))


def has_fetched(akonadi, *expected):
    wait_until(lambda: subjects(akonadi.mails()) == sorted(expected))


def group(path, name):
    """One group of a file of KDE's, its parts put together."""
    found, inside = {}, False
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            inside = line == f"[{name}]"
        elif inside and line:
            key, _, value = line.partition("=")
            found[key] = value
    return found


def test_an_account_by_imap_and_the_identity_that_kde_works_with(akonadi, mailbox):
    instance = set_up(akonadi, Form.IMAP, mailbox)
    assert akonadi.values(instance, "imapServer", "imapPort", "userName", "safety", "authentication") == {
        "imapServer": HOST,
        "imapPort": 993,
        "userName": mailbox,
        "safety": "SSL",
        "authentication": 7,
    }
    assert akonadi.values(instance, "disconnectedModeEnabled", "useDefaultIdentity") == {
        "disconnectedModeEnabled": False,
        "useDefaultIdentity": False,
    }
    assert akonadi.accounts() == {instance: mailbox}
    assert identities(akonadi)[mailbox]["uoid"] == str(akonadi.setting(instance, "accountIdentity"))
    akonadi.restart("newmailnotifier")  # it writes down the identity that KDE takes for the usual one
    meant = {"EmailAddress": mailbox, "FullName": "Anna [Müller]", "Organization": "Firma & Söhne AG"}
    wait_until(lambda: meant.items() <= group(akonadi.config / "emaildefaults", "PROFILE_Default").items())


@pytest.mark.parametrize("form", [Form.IMAP, Form.POP3_DELETE])
def test_running_it_again_makes_no_second_account(akonadi, mailbox, form):
    username = "-x \"müller\" \\n $(id) `id` 'a' %s"
    instance = set_up(akonadi, form, mailbox, username=username)
    assert akonadi.setting(instance, "userName" if form is Form.IMAP else "login") == username
    again = akonadi.set_up(script(form, mailbox, username=username))
    assert (again.returncode, again.stdout) == (0, SAID["there"].de + "\n")
    assert list(akonadi.accounts()) == [instance]


def test_an_account_that_is_there_keeps_its_rule(akonadi, mailbox):
    instance = set_up(akonadi, Form.POP3_KEEP_FOREVER, mailbox)
    other = akonadi.set_up(script(Form.POP3_DELETE, mailbox))
    assert other.returncode == 2
    assert "leaveOnServer: true" in other.stderr
    assert list(akonadi.accounts()) == [instance]
    assert akonadi.setting(instance, "leaveOnServer") is True


def test_a_second_mailbox_stands_beside_the_first(akonadi, mailboxes):
    first, second = mailboxes.pop(), mailboxes.pop()
    one = set_up(akonadi, Form.POP3_KEEP_DAYS, first)
    assert akonadi.set_up(script(Form.IMAP, second)).returncode == 0
    assert sorted(akonadi.accounts().values()) == sorted([first, second])
    assert akonadi.values(one, "login", "leaveOnServerDays") == {"login": first, "leaveOnServerDays": 21}
    found = identities(akonadi)
    assert {first, second} <= found.keys()
    assert group(akonadi.config / "emailidentities", "General")["Default Identity"] == found[first]["uoid"]
    assert found[second]["uoid"] == str(akonadi.setting(one.replace("pop3", "imap"), "accountIdentity"))


def test_the_full_copy_by_imap_is_complete_and_deletes_nothing(akonadi, mailbox, mail_server):
    for subject in ("eins", "zwei"):
        mail_server.deliver(mailbox, MAIL.format(subject).encode())
    instance = set_up(akonadi, Form.IMAP_ARCHIVE, mailbox)
    assert akonadi.setting(instance, "disconnectedModeEnabled") is True
    akonadi.fetch(instance)
    has_fetched(akonadi, "eins", "zwei")
    assert subjects(mail_server.messages(mailbox)) == ["eins", "zwei"]


def test_by_pop3_it_fetches_into_the_local_inbox_then_deletes(akonadi, mailbox, mail_server):
    for subject in ("eins", "zwei"):
        mail_server.deliver(mailbox, MAIL.format(subject).encode())
    instance = set_up(akonadi, Form.POP3_DELETE, mailbox)
    assert akonadi.accounts() == {instance: mailbox}
    assert akonadi.values(instance, "host", "port", "login", "useSSL", "useTLS", "authenticationMethod") == {
        "host": HOST,
        "port": 995,
        "login": mailbox,
        "useSSL": True,
        "useTLS": False,
        "authenticationMethod": 7,
    }
    assert akonadi.setting(instance, "leaveOnServer") is False
    akonadi.fetch(instance)
    inbox = akonadi.home / ".local/share/akonadi_maildir_resource_0/inbox"
    wait_until(lambda: len([*inbox.glob("new/*"), *inbox.glob("cur/*")]) == 2)
    wait_until(lambda: mail_server.messages(mailbox) == [])
    has_fetched(akonadi, "eins", "zwei")


@pytest.mark.parametrize(
    ("form", "days", "kept"),
    [(Form.POP3_KEEP_DAYS, 21, ["neu"]), (Form.POP3_KEEP_FOREVER, -1, ["alt", "neu", "später"])],
)
def test_what_stays_on_the_server_when_days_have_passed(akonadi, mailbox, mail_server, form, days, kept):
    def days_later(days):
        """Make the account believe that it saw all its mail earlier than it did, and fetch once more."""
        seen = akonadi.setting(instance, "seenUidTimeList")
        earlier = [str(int(time.time() - days * DAY_SECONDS)) for _ in seen]
        akonadi.setting(instance, "setSeenUidTimeList", "ai", str(len(earlier)), *earlier)
        akonadi.fetch(instance)

    instance = set_up(akonadi, form, mailbox)
    assert akonadi.values(instance, "leaveOnServer", "leaveOnServerDays") == {
        "leaveOnServer": True,
        "leaveOnServerDays": days,
    }
    mail_server.deliver(mailbox, MAIL.format("alt").encode())
    akonadi.fetch(instance)
    has_fetched(akonadi, "alt")
    wait_until(lambda: len(akonadi.setting(instance, "seenUidTimeList")) == 1)
    mail_server.deliver(mailbox, MAIL.format("später").encode())
    days_later(20)
    has_fetched(akonadi, "alt", "später")
    wait_until(lambda: len(akonadi.setting(instance, "seenUidTimeList")) == 2)
    assert subjects(mail_server.messages(mailbox)) == ["alt", "später"]
    mail_server.deliver(mailbox, MAIL.format("neu").encode())
    days_later(22)
    has_fetched(akonadi, "alt", "später", "neu")
    wait_until(lambda: len(akonadi.setting(instance, "seenUidTimeList")) == len(kept))
    assert subjects(mail_server.messages(mailbox)) == sorted(kept)


@pytest.mark.parametrize("form", [Form.IMAP_ARCHIVE, Form.POP3_DELETE])
def test_starttls_is_used(akonadi, mailbox, mail_server, form):
    mail_server.deliver(mailbox, MAIL.format("eins").encode())
    akonadi.fetch(set_up(akonadi, form, mailbox, security=Security.STARTTLS))
    has_fetched(akonadi, "eins")


@pytest.mark.parametrize(("form", "port"), [(Form.IMAP_ARCHIVE, 143), (Form.POP3_DELETE, 110)])
def test_without_starttls_no_password_leaves_the_computer(test_ca, mailbox, form, port):
    with running(NoStarttls(port)) as plain, running(Akonadi({HOST: plain.address}, test_ca.path, PASSWORD)) as akonadi:
        akonadi.fetch(set_up(akonadi, form, mailbox, security=Security.STARTTLS))
        if form is Form.IMAP_ARCHIVE:
            wait_until(lambda: "STARTTLS not supported by server!" in akonadi.log())
        else:
            wait_until(lambda: b"STLS" in plain.heard and plain.left)
        heard = b" ".join(plain.heard).upper()
    assert not any(word in heard for word in (b"LOGIN", b"AUTH", b"USER", b"PASS"))


@pytest.mark.parametrize("form", [Form.IMAP_ARCHIVE, Form.POP3_DELETE])
def test_it_takes_no_unknown_certificate_by_itself(mail_server, other_authority, mailbox, form):
    with running(Akonadi({HOST: mail_server.address}, other_authority.path, PASSWORD)) as akonadi:
        akonadi.fetch(set_up(akonadi, form, mailbox))
        wait_until(lambda: akonadi.asks("Server Authentication"))
    assert f"user=<{mailbox}>" not in (mail_server.folder / "dovecot.log").read_text()


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_mail_is_sent_by_the_server_for_sending(akonadi, mailbox, mail_server, security):
    set_up(akonadi, Form.POP3_KEEP_FOREVER, mailbox, security=security)
    transport = group(akonadi.config / "mailtransports", "General")["default-transport"]
    sent = len(mail_server.sent)
    akonadi.queue(MAIL.format("gesendet").encode(), mailbox, "kunde@example.net", transport)
    akonadi.type_password(PASSWORD)
    wait_until(lambda: len(mail_server.sent) > sent)
    mail = mail_server.sent[-1]
    assert (mail.sender, mail.recipients) == (mailbox, ("kunde@example.net",))
    assert b"Subject: gesendet" in mail.message
