"""Akonadi, which holds KMail's accounts, takes the exported script, and its own programs fetch and delete real mail."""

import time

import pytest

from advisor.profiles.account import LONGEST_KEPT, Form
from advisor.profiles.formats.kmail import SAID
from tests.integration.profiles.akonadi_program import wait_until
from tests.integration.profiles.kmail_accounts import (
    HOST,
    MAIL,
    fetch,
    group,
    identities,
    script,
    set_up,
    subjects,
)
from tests.integration.servers.dovecot import DAY_SECONDS


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
    akonadi.restart("akonadi_newmailnotifier_agent")  # it writes down the identity that KDE takes for the usual one
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


def test_the_full_copy_by_imap_is_complete_and_deletes_nothing(akonadi, mailbox, dovecot):
    for subject in ("eins", "zwei"):
        dovecot.deliver(mailbox, MAIL.format(subject).encode())
    instance = set_up(akonadi, Form.IMAP_ARCHIVE, mailbox)
    assert akonadi.setting(instance, "disconnectedModeEnabled") is True
    fetch(akonadi, instance, "eins", "zwei")
    assert subjects(dovecot.messages(mailbox)) == ["eins", "zwei"]


def test_by_pop3_it_fetches_into_the_local_inbox_then_deletes(akonadi, mailbox, dovecot):
    for subject in ("eins", "zwei"):
        dovecot.deliver(mailbox, MAIL.format(subject).encode())
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
    fetch(akonadi, instance, "eins", "zwei")
    stored = akonadi.home / ".local/share"
    wait_until(lambda: len([*stored.glob("*/inbox/new/*"), *stored.glob("*/inbox/cur/*")]) == 2)
    wait_until(lambda: dovecot.messages(mailbox) == [])


@pytest.mark.parametrize(
    ("form", "days", "kept"),
    [(Form.POP3_KEEP_DAYS, 21, ["neu"]), (Form.POP3_KEEP_FOREVER, -1, ["alt", "neu", "später"])],
)
def test_what_stays_on_the_server_when_days_have_passed(akonadi, mailbox, dovecot, form, days, kept):
    def days_later(days, *expected):
        """Make the account believe that it saw all its mail earlier than it did, and fetch once more."""
        wait_until(lambda: akonadi.is_idle(instance))  # or it would write down at its end what it knew before
        seen = akonadi.setting(instance, "seenUidTimeList")
        earlier = [str(int(time.time() - days * DAY_SECONDS)) for _ in seen]
        akonadi.setting(instance, "setSeenUidTimeList", "ai", str(len(earlier)), *earlier)
        fetch(akonadi, instance, *expected)

    instance = set_up(akonadi, form, mailbox)
    assert akonadi.values(instance, "leaveOnServer", "leaveOnServerDays") == {
        "leaveOnServer": True,
        "leaveOnServerDays": days,
    }
    dovecot.deliver(mailbox, MAIL.format("alt").encode())
    fetch(akonadi, instance, "alt")
    wait_until(lambda: len(akonadi.setting(instance, "seenUidTimeList")) == 1)
    dovecot.deliver(mailbox, MAIL.format("später").encode())
    days_later(20, "alt", "später")
    wait_until(lambda: len(akonadi.setting(instance, "seenUidTimeList")) == 2)
    assert subjects(dovecot.messages(mailbox)) == ["alt", "später"]
    dovecot.deliver(mailbox, MAIL.format("neu").encode())
    days_later(22, "alt", "später", "neu")
    wait_until(lambda: len(akonadi.setting(instance, "seenUidTimeList")) == len(kept))
    assert subjects(dovecot.messages(mailbox)) == sorted(kept)


@pytest.mark.parametrize(("days", "kept"), [(LONGEST_KEPT, ["eins"]), (LONGEST_KEPT + 1, [])])
def test_the_longest_period_that_akonadi_counts_right(akonadi, mailbox, dovecot, days, kept):
    instance = set_up(akonadi, Form.POP3_KEEP_FOREVER, mailbox)
    akonadi.setting(instance, "setLeaveOnServerDays", "i", str(days))
    dovecot.deliver(mailbox, MAIL.format("eins").encode())
    fetch(akonadi, instance, "eins")
    wait_until(lambda: subjects(dovecot.messages(mailbox)) == kept)
    wait_until(lambda: len(akonadi.setting(instance, "seenUidTimeList")) == len(kept))
    assert subjects(dovecot.messages(mailbox)) == kept
