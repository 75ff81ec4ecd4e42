"""Our files for getmail, fetchmail and mpop in the hands of these programs, against a real Dovecot."""

import re
import time

import pytest

from advisor.profiles.account import Form
from advisor.profiles.targets import Target
from advisor.settings.codes import Role
from probes.codes import Security
from tests.integration.profiles.terminal_files import (
    MAIL,
    PASSWORD,
    deliver,
    dovecot_sent,
    exported,
    run,
    set_up,
    subjects,
    unread,
)

FETCHMAIL_NOTHING_NEW = 1


def let_days_pass(machine, days):
    """Make getmail believe that it saw all its mail ``days`` earlier than it did."""
    (seen,) = (machine.home / ".getmail").glob("oldmail-*")
    earlier = int(time.time() - days * 86400)
    seen.write_text(re.sub(r"\0\d+", f"\0{earlier}", seen.read_text()))


def test_getmail_keeps_for_n_days_then_the_aged_mail_goes_and_the_younger_stays(dovecot, machine, mailbox):
    start = set_up(machine, exported(Target.GETMAIL, Form.POP3_KEEP_DAYS, mailbox, dovecot))
    deliver(dovecot, mailbox, "alt")
    run(machine, start)
    let_days_pass(machine, 20)
    run(machine, start)
    assert subjects(dovecot.messages(mailbox)) == ["alt"]
    let_days_pass(machine, 22)
    deliver(dovecot, mailbox, "jung")
    run(machine, start)
    assert subjects(dovecot.messages(mailbox)) == ["jung"]
    assert subjects(machine.maildir("Mail")[mailbox.replace("@", "_")]) == ["alt", "jung"]


def test_getmail_deletes_at_once_or_never(dovecot, machine, mailbox, mailboxes):
    for form, left in ((Form.POP3_DELETE, []), (Form.POP3_KEEP_FOREVER, ["eins"])):
        address = mailboxes.pop()
        deliver(dovecot, address, "eins")
        start = set_up(machine, exported(Target.GETMAIL, form, address, dovecot))
        run(machine, start)
        for _ in range(2):
            for seen in (machine.home / ".getmail").glob("oldmail-*"):
                seen.write_text(re.sub(r"\0\d+", "\x001", seen.read_text()))
            run(machine, start)
        assert subjects(dovecot.messages(address)) == left
        assert subjects(machine.maildir("Mail")[address.replace("@", "_")]) == ["eins"]


def test_getmail_of_the_collecting_computer_copies_all_folders_and_changes_nothing(dovecot, machine, mailbox):
    deliver(dovecot, mailbox, "eins")
    sent = MAIL.format(to=mailbox, subject="gesendet").encode()
    dovecot_sent(dovecot, mailbox, sent)
    start = set_up(machine, exported(Target.GETMAIL, Form.IMAP_ARCHIVE, mailbox, dovecot, role=Role.COLLECTOR))
    run(machine, start)
    run(machine, start)
    assert subjects(machine.maildir("Mail")[mailbox.replace("@", "_")]) == ["eins", "gesendet"]
    assert subjects(dovecot.messages(mailbox)) == ["eins"]
    assert unread(dovecot, mailbox) == 1


@pytest.mark.parametrize("form", Form)
def test_getmail_understands_every_option_as_it_is_meant(dovecot, machine, mailbox, form):
    """A misspelt option is ignored without a word, so what getmail has read is compared with the intent."""
    set_up(machine, exported(Target.GETMAIL, form, mailbox, dovecot))
    dump = run(machine, "getmail --dump")
    imap = form in (Form.IMAP, Form.IMAP_ARCHIVE)
    assert f"Simple{'IMAP' if imap else 'POP3'}SSLRetriever" in dump
    assert f'username="{mailbox}"' in dump
    assert f'server="{dovecot.host}"' in dump
    assert 'ca_certs="/etc/ssl/certs/ca-certificates.crt"' in dump
    assert "Warning" not in dump
    values = dict(re.findall(r"^ +(\w+) : (.*)$", dump, re.MULTILINE))
    assert values["read_all"] == "False"
    assert values["delete"] == str(form is Form.POP3_DELETE)
    assert values["delete_after"] == ("21" if form is Form.POP3_KEEP_DAYS else "0")
    assert values["delete_bigger_than"] == "0"


@pytest.mark.parametrize(
    ("form", "left"),
    [(Form.POP3_DELETE, []), (Form.POP3_KEEP_DAYS, ["eins"]), (Form.POP3_KEEP_FOREVER, ["eins"])],
)
@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_mpop_deletes_at_once_or_never(dovecot, machine, mailbox, form, left, security):
    deliver(dovecot, mailbox, "eins")
    start = set_up(machine, exported(Target.MPOP, form, mailbox, dovecot, security=security))
    run(machine, start)
    run(machine, start)
    assert subjects(dovecot.messages(mailbox)) == left
    assert subjects(machine.maildir("Mail")[mailbox.replace("@", "_")]) == ["eins"]


@pytest.mark.parametrize(
    ("form", "left"),
    [(Form.POP3_DELETE, []), (Form.POP3_KEEP_DAYS, ["eins"]), (Form.POP3_KEEP_FOREVER, ["eins"])],
)
@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_fetchmail_hands_over_and_deletes_at_once_or_never(dovecot, machine, mailbox, form, left, security):
    deliver(dovecot, mailbox, "eins")
    machine.put_in_place(exported(Target.FETCHMAIL, form, mailbox, dovecot, security=security))
    before = len(dovecot.sent)
    fetch = f"fetchmail --smtphost {dovecot.address}/2525"
    assert machine.run(fetch, typed=PASSWORD).code == 0
    machine.run(fetch, typed=PASSWORD)
    assert subjects([mail.message for mail in dovecot.sent[before:]]) == ["eins"]
    assert subjects(dovecot.messages(mailbox)) == left


def test_fetchmail_by_imap_takes_unread_mail_and_marks_it_read_as_the_file_says(dovecot, machine, mailbox):
    deliver(dovecot, mailbox, "eins")
    data = exported(Target.FETCHMAIL, Form.IMAP, mailbox, dovecot)
    assert "markiert sie" in data.decode()
    machine.put_in_place(data)
    done = machine.run(f"fetchmail --smtphost {dovecot.address}/2525", typed=PASSWORD)
    assert done.code == 0, done.output
    assert subjects([dovecot.sent[-1].message]) == ["eins"]
    assert subjects(dovecot.messages(mailbox)) == ["eins"]
    assert unread(dovecot, mailbox) == 0


def test_fetchmail_leaves_mail_on_the_server_where_no_mail_server_takes_it(dovecot, machine, mailbox):
    deliver(dovecot, mailbox, "eins")
    machine.put_in_place(exported(Target.FETCHMAIL, Form.POP3_DELETE, mailbox, dovecot))
    done = machine.run(f"fetchmail --smtphost {dovecot.address}/2526", typed=PASSWORD)
    assert done.code != 0
    assert subjects(dovecot.messages(mailbox)) == ["eins"]


@pytest.mark.parametrize("form", [each for each in Form if each is not Form.IMAP_ARCHIVE])
def test_fetchmail_understands_every_option_as_it_is_meant(dovecot, machine, mailbox, form):
    machine.put_in_place(exported(Target.FETCHMAIL, form, mailbox, dovecot))
    values = dict(re.findall(r"[\"'](\w+)[\"']: ?(.*),$", run(machine, "fetchmail --configdump"), re.MULTILINE))
    imap = form is Form.IMAP
    intent = {
        "pollname": f'"{dovecot.host}"',
        "protocol": '"IMAP"' if imap else '"POP3"',
        "service": '"993"' if imap else '"995"',
        "uidl": "FALSE" if imap else "TRUE",
        "remote": f'"{mailbox}"',
        "password": "None",
        "keep": "FALSE" if form is Form.POP3_DELETE else "TRUE",
        "fetchall": "TRUE" if form is Form.POP3_DELETE else "FALSE",
        "flush": "FALSE",
        "softbounce": "TRUE",
        "limitflush": "FALSE",
        "ssl": "TRUE",
        "sslproto": '"TLS1.2+"',
        "sslcertck": "TRUE",
        "mda": "None",
        "preconnect": "None",
    }
    assert {key: values[key] for key in intent} == intent


COLLECTED = [Form.IMAP_ARCHIVE, Form.POP3_KEEP_DAYS, Form.POP3_DELETE]
"""How the others of the company read; two of them with programs that delete."""


@pytest.mark.parametrize("form", COLLECTED)
def test_mpop_of_the_collecting_computer_never_deletes_however_old(dovecot, machine, mailbox, form):
    start = set_up(machine, exported(Target.MPOP, form, mailbox, dovecot, role=Role.COLLECTOR, alternative=None))
    deliver(dovecot, mailbox, "uralt", age_days=4000)
    run(machine, start)
    deliver(dovecot, mailbox, "neu")
    run(machine, start)
    run(machine, start)
    assert subjects(dovecot.messages(mailbox)) == ["neu", "uralt"]
    assert subjects(machine.maildir("Mail")[mailbox.replace("@", "_")]) == ["neu", "uralt"]


@pytest.mark.parametrize("form", COLLECTED)
def test_fetchmail_of_the_collecting_computer_never_deletes_however_old(dovecot, machine, mailbox, form):
    data = exported(Target.FETCHMAIL, form, mailbox, dovecot, role=Role.COLLECTOR, alternative=None)
    machine.put_in_place(data)
    before, fetch = len(dovecot.sent), f"fetchmail --smtphost {dovecot.address}/2525"
    deliver(dovecot, mailbox, "uralt", age_days=4000)
    assert machine.run(fetch, typed=PASSWORD).code == 0
    deliver(dovecot, mailbox, "neu")
    assert machine.run(fetch, typed=PASSWORD).code == 0
    assert machine.run(fetch, typed=PASSWORD).code == FETCHMAIL_NOTHING_NEW
    assert subjects([mail.message for mail in dovecot.sent[before:]]) == ["neu", "uralt"]
    assert subjects(dovecot.messages(mailbox)) == ["neu", "uralt"]


@pytest.mark.parametrize("form", COLLECTED)
def test_getmail_of_the_computer_that_collects_by_pop3_never_deletes_however_old(dovecot, machine, mailbox, form):
    start = set_up(machine, exported(Target.GETMAIL, form, mailbox, dovecot, role=Role.COLLECTOR, alternative=None))
    deliver(dovecot, mailbox, "uralt", age_days=4000)
    run(machine, start)
    let_days_pass(machine, 4000)
    deliver(dovecot, mailbox, "neu")
    run(machine, start)
    assert subjects(dovecot.messages(mailbox)) == ["neu", "uralt"]
    assert subjects(machine.maildir("Mail")[mailbox.replace("@", "_")]) == ["neu", "uralt"]
