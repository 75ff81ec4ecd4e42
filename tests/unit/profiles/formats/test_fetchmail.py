"""The file for fetchmail: which words it holds, and that a user name is one harmless word."""

import re

import pytest
from hypothesis import given

from advisor.profiles.account import Form, plain
from advisor.profiles.cannot import Cannot
from advisor.profiles.formats.catalogue import limits, refusals
from advisor.profiles.targets import Target
from probes.codes import Security
from tests.unit.profiles.companies import account, server
from tests.unit.profiles.formats.terminal import collector, hostile_people, hostile_test, terminal_file

WORD = re.compile(r'"((?:[A-Za-z0-9@._+-]|\\x[0-9a-f]{2})*)"')


def words(content):
    return content.split()


def unquoted(word):
    inside = WORD.fullmatch(word)[1]
    return re.sub(rb"\\x(..)", lambda found: bytes.fromhex(found[1].decode()), inside.encode()).decode()


@pytest.mark.parametrize(
    ("form", "protocol", "keeping"),
    [
        (Form.IMAP, ["IMAP", "service", "993"], ["keep"]),
        (Form.POP3_KEEP_DAYS, ["POP3", "uidl", "service", "995"], ["keep"]),
        (Form.POP3_KEEP_FOREVER, ["POP3", "uidl", "service", "995"], ["keep"]),
        (Form.POP3_DELETE, ["POP3", "uidl", "service", "995"], ["nokeep", "fetchall"]),
    ],
)
def test_all_words(form, protocol, keeping):
    host = '"imap.firma.ch"' if form is Form.IMAP else '"pop.firma.ch"'
    tls = ["ssl", "sslproto", '"TLS1.2+"', "sslcertck"]
    who = ["user", '"anna@firma.ch"']
    assert words(terminal_file(Target.FETCHMAIL, form)[1]) == [
        "set",
        "softbounce",  # what the computer's own mail server refuses stays on the server
        "poll",
        host,
        "protocol",
        *protocol,
        *who,
        *tls,
        *keeping,
    ]


def test_starttls_is_demanded():
    starttls = server("pop.firma.ch", 110, Security.STARTTLS)
    found = words(terminal_file(Target.FETCHMAIL, Form.POP3_DELETE, pop3=starttls)[1])
    assert "ssl" not in found
    assert found[found.index("sslproto") + 1] == '"TLS1.2+"'
    assert "sslcertck" in found


def test_a_full_copy_by_imap_is_refused_and_one_by_pop3_keeps():
    for form in (Form.IMAP, Form.IMAP_ARCHIVE):
        assert refusals(Target.FETCHMAIL, account(form, collector())) == (Cannot.COPY_INCOMPLETE,)
    assert words(terminal_file(Target.FETCHMAIL, Form.POP3_DELETE, collector(alternative=None))[1])[-1] == "keep"
    assert Cannot.UNREAD_ONLY not in limits(Target.FETCHMAIL, account(Form.IMAP, collector()))


@hostile_test
@given(hostile_people)
def test_no_person_adds_a_word(person):
    content = terminal_file(Target.FETCHMAIL, Form.POP3_DELETE, person)[1]
    if not content:
        return
    found = words(content)
    assert found[:10] == [
        "set",
        "softbounce",
        "poll",
        '"pop.firma.ch"',
        "protocol",
        "POP3",
        "uidl",
        "service",
        "995",
        "user",
    ]
    assert found[11:] == ["ssl", "sslproto", '"TLS1.2+"', "sslcertck", "nokeep", "fetchall"]
    if plain(person.username):
        assert unquoted(found[10]) == plain(person.username)
