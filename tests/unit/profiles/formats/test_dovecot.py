"""The settings for Dovecot: what is on, what is only offered, what it says about the danger."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.profiles.account import Form
from advisor.profiles.export import export
from advisor.profiles.targets import Target
from tests.unit.profiles.companies import company
from tests.unit.profiles.dovecot_rules import read, switched_on

POP3 = {"protocol pop3/mail_max_userip_connections": "3", "protocol pop3/pop3_no_flag_updates": "yes"}
IMAP = {"protocol imap/mail_max_userip_connections": "20"}
HIDE = {"protocol pop3/pop3_deleted_flag": '"$POP3Deleted"'}
LIFETIME = {"namespace inbox/mailbox INBOX/autoexpunge": "21d"}
OFF = {"protocols": "imap lmtp sieve submission"}


def snippet(form, **changes):
    (file,) = (each for each in export(company(form, **changes), only={Target.DOVECOT}) if each.target)
    assert file.path == "company/dovecot/99-mailweiche.conf"
    return file.data


@pytest.mark.parametrize(
    ("form", "on", "offered"),
    [
        (Form.IMAP, IMAP, OFF),
        (Form.IMAP_ARCHIVE, IMAP, OFF),
        (Form.POP3_KEEP_DAYS, POP3, {**HIDE, **LIFETIME}),
        (Form.POP3_KEEP_FOREVER, POP3, HIDE),
        (Form.POP3_DELETE, POP3, HIDE),
    ],
)
def test_only_what_destroys_nothing_is_switched_on(form, on, offered):
    assert read(snippet(form)) == on
    assert read(switched_on(snippet(form))) == {**on, **offered}


@pytest.mark.parametrize("form", Form)
def test_before_each_danger_stands_a_warning_in_both_languages(form):
    blocks = snippet(form).decode().split("\n\n")
    dangers = [block for block in blocks if re.search(r"(?m)^#\S", block)]
    assert dangers
    for block in dangers:
        assert "ACHTUNG" in block
        assert "ATTENTION" in block


def test_the_time_limit_says_what_it_deletes():
    text = snippet(Form.POP3_KEEP_DAYS).decode()
    assert "LÖSCHT MAILS ENDGÜLTIG: Nach 21 Tagen" in text
    assert "DELETES MAIL FOR GOOD: after 21 days" in text
    assert "noch niemand abgeholt" in text
    assert "when new mail arrives" in " ".join(text.replace("#", " ").split())


@given(st.text(max_size=60) | st.sampled_from(["\n}\nprotocols =", "!include /etc/passwd", "\\", "#\n"]))
def test_no_word_becomes_a_setting(word):
    assert read(snippet(Form.POP3_KEEP_DAYS, organisation=word)) == POP3
