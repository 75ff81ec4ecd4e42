"""Our files for mbsync, offlineimap, NeoMutt and aerc in the hands of these programs, against a real Dovecot."""

import email
import email.policy

import pytest

from advisor.profiles.account import Form
from advisor.profiles.targets import Target
from advisor.settings.codes import Role
from probes.codes import Security
from tests.integration.profiles.terminal_files import READER, deliver, exported, run, set_up, subjects, unread


def test_mbsync_keeps_both_sides_the_same(dovecot, machine, mailbox):
    deliver(dovecot, mailbox, "eins", "zwei")
    start = set_up(machine, exported(Target.MBSYNC, Form.IMAP, mailbox, dovecot))
    run(machine, start)
    folder = f"Mail/{mailbox.replace('@', '_')}"
    mails = machine.maildir(folder)
    assert subjects(mails["INBOX"]) == ["eins", "zwei"]
    (gone,) = [each for each in (machine.home / folder).glob("INBOX/*/*") if b"zwei" in each.read_bytes()]
    gone.unlink()
    run(machine, start)
    assert subjects(dovecot.messages(mailbox)) == ["eins"]


def test_mbsync_of_the_collecting_computer_never_touches_the_server(dovecot, machine, mailbox):
    deliver(dovecot, mailbox, "eins", "zwei")
    start = set_up(machine, exported(Target.MBSYNC, Form.IMAP_ARCHIVE, mailbox, dovecot, role=Role.COLLECTOR))
    run(machine, start)
    folder = f"Mail/{mailbox.replace('@', '_')}"
    for mail in (machine.home / folder).glob("INBOX/*/*"):
        mail.unlink()
    run(machine, start)
    assert subjects(dovecot.messages(mailbox)) == ["eins", "zwei"]
    assert unread(dovecot, mailbox) == 2


def test_mbsync_does_starttls(dovecot, machine, mailbox):
    deliver(dovecot, mailbox, "eins")
    run(machine, set_up(machine, exported(Target.MBSYNC, Form.IMAP, mailbox, dovecot, security=Security.STARTTLS)))
    assert subjects(machine.maildir("Mail")[f"{mailbox.replace('@', '_')}/INBOX"]) == ["eins"]


@pytest.mark.parametrize("role", [Role.READER, Role.COLLECTOR])
def test_offlineimap_keeps_both_sides_the_same_and_the_collecting_computer_deletes_nothing(
    dovecot, machine, mailbox, role
):
    deliver(dovecot, mailbox, "eins", "zwei")
    start = set_up(machine, exported(Target.OFFLINEIMAP, Form.IMAP_ARCHIVE, mailbox, dovecot, role=role))
    run(machine, start)
    folder = f"Mail/{mailbox.replace('@', '_')}"
    assert subjects(machine.maildir(folder)["INBOX"]) == ["eins", "zwei"]
    (gone,) = [each for each in (machine.home / folder).glob("INBOX/*/*") if b"zwei" in each.read_bytes()]
    gone.unlink()
    run(machine, start)
    assert subjects(dovecot.messages(mailbox)) == (["eins", "zwei"] if role is Role.COLLECTOR else ["eins"])


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_neomutt_sends(dovecot, machine, mailbox, security):
    set_up(machine, exported(Target.NEOMUTT, Form.IMAP, mailbox, dovecot, security=security))
    output = run(machine, "LC_ALL=C.UTF-8 neomutt -s hinaus -- kunde@example.net", stdin="Grüezi\n".encode())
    # Its exit code is 0 even where it understands nothing; that it keeps no copy in batch mode is all it may say.
    assert [line.partition(" ")[0] for line in output.splitlines()] == ["Warning:", "Skipping"], output
    assert dovecot.sent[-1].sender == mailbox
    message = email.message_from_bytes(dovecot.sent[-1].message, policy=email.policy.default)
    assert message["Subject"] == "hinaus"
    assert message["From"].addresses[0].display_name == READER
    assert message["From"].addresses[0].addr_spec == mailbox


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_aerc_sends(dovecot, machine, mailbox, security):
    """It has no batch mode: the editor here ends at once, and the question whether to send is answered."""
    set_up(machine, exported(Target.AERC, Form.IMAP, mailbox, dovecot, security=security))
    before = len(dovecot.sent)
    compose = "XDG_RUNTIME_DIR=~ EDITOR=true aerc 'mailto:kunde@example.net?subject=hinaus&body=Hallo'"
    machine.run(compose, typed="y", asks="Send this", until="sent.")
    (sent,) = dovecot.sent[before:]
    assert (sent.sender, sent.recipients) == (mailbox, ("kunde@example.net",))
    message = email.message_from_bytes(sent.message, policy=email.policy.default)
    assert message["Subject"] == "hinaus"
    assert message["From"].addresses[0].display_name == READER
    assert message["From"].addresses[0].addr_spec == mailbox
    assert subjects(dovecot.messages(mailbox, "Sent")) == ["hinaus"]


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
@pytest.mark.parametrize("target", [Target.NEOMUTT, Target.AERC])
def test_mail_programs_show_the_mail_of_the_server(dovecot, machine, mailbox, target, security):
    deliver(dovecot, mailbox, "eins-und-zwei")
    start = set_up(machine, exported(target, Form.IMAP, mailbox, dovecot, security=security))
    machine.run(start, until="eins-und-zwei")


@pytest.mark.parametrize(
    ("target", "complaint"),
    [(Target.NEOMUTT, "Server hostname does not match certificate"), (Target.AERC, "x509")],
)
def test_mail_programs_check_the_name_in_the_certificate(dovecot, machine, mailbox, target, complaint):
    start = set_up(machine, exported(target, Form.IMAP, mailbox, dovecot, host="other.firma.example"))
    machine.run(start, until=complaint)
