"""Names that try to become settings, in the hands of the real programs: they sign in with just this name."""

import hashlib
import re
import shutil

import pytest

from advisor.profiles.account import Form
from advisor.profiles.targets import Target
from tests.integration.profiles.machine import Machine
from tests.integration.profiles.terminal_files import MAIL, PASSWORD, deliver, exported, run, set_up, subjects
from tests.integration.servers.dovecot import Dovecot
from tests.integration.servers.process import world_readable_folder

# In small letters, as Dovecot folds them. getmail by IMAP is not here: it sends a user name as it stands, and the
# server refuses one that holds a quote.
USERNAME = """w"e\\i'r`touch pwned`d#;=%h%u%(ssl)s$(id)\\"n@firma.example"""
MAILBOX = "gewoehnlich@firma.example"
ADDRESS = "a!b#c`id`$d|e&f{g}~h@firma.example"
FETCHING = [
    (Target.MBSYNC, Form.IMAP),
    (Target.GETMAIL, Form.POP3_DELETE),
    (Target.MPOP, Form.POP3_DELETE),
    (Target.OFFLINEIMAP, Form.IMAP),
]


EXACTLY = """
auth_username_chars =
passdb {{
  driver = passwd-file
  args = scheme=PLAIN username_format=%Mu {passwords}
}}
"""


@pytest.fixture(scope="module")
def tolerant_dovecot(test_ca):
    """A server that takes every character in a user name, but only this one name; its mailbox has a usual name."""
    folder = world_readable_folder("mailweiche-hostile-")
    passwords = folder / "passwords"
    escaped = re.sub(r"([\"'\\])", r"\\\1", USERNAME)  # Dovecot does so before it takes the digest
    digest = hashlib.md5(escaped.encode()).hexdigest()
    passwords.write_text(f"{digest}:{PASSWORD}::::::user={MAILBOX}\n")
    name = "mail.firma.example"
    certificate = test_ca.certificate(name, common_name=name)
    server = Dovecot(certificate, extra=EXACTLY.format(passwords=passwords))
    yield server
    server.stop()
    shutil.rmtree(folder)


@pytest.fixture
def machine(tolerant_dovecot, test_ca):
    made = Machine({tolerant_dovecot.host: tolerant_dovecot.address}, test_ca.path)
    yield made
    assert not list(made.home.rglob("pwned"))
    made.remove()


@pytest.fixture
def server(tolerant_dovecot):
    """The server with one mail, and none from the test before."""
    for old in tolerant_dovecot.maildir(MAILBOX).glob("*/*.test*"):
        old.unlink()
    deliver(tolerant_dovecot, MAILBOX, "eins-und-zwei")
    return tolerant_dovecot


@pytest.mark.parametrize(("target", "form"), FETCHING)
def test_mail_is_fetched(server, machine, target, form):
    run(machine, set_up(machine, exported(target, form, ADDRESS, server, username=USERNAME)))
    assert subjects(mail for mails in machine.maildir("Mail").values() for mail in mails) == ["eins-und-zwei"]


def test_mail_is_handed_over(server, machine):
    machine.put_in_place(exported(Target.FETCHMAIL, Form.POP3_DELETE, ADDRESS, server, username=USERNAME))
    done = machine.run(f"fetchmail --smtphost {server.address}/2525", typed=PASSWORD)
    assert done.code == 0, done.output
    assert subjects([server.sent[-1].message]) == ["eins-und-zwei"]


@pytest.mark.parametrize("target", [Target.NEOMUTT, Target.AERC])
def test_mail_is_shown(server, machine, target):
    start = set_up(machine, exported(target, Form.IMAP, ADDRESS, server, username=USERNAME))
    machine.run(start, until="eins-und-zwei")


def test_mail_is_sent(server, machine):
    message = MAIL.format(to="kunde@example.net", subject="hinaus").encode()
    start = set_up(machine, exported(Target.MSMTP, Form.IMAP, ADDRESS, server, username=USERNAME))
    run(machine, start.replace("RECIPIENT < MAIL", "kunde@example.net"), stdin=message)
    assert server.sent[-1].sender == ADDRESS
