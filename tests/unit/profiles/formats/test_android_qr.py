"""The QR code for Thunderbird for Android, read back as its specification says, and where there is none."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.profiles.account import POP3_FORMS, Form
from advisor.profiles.formats.android_qr import qr_text
from advisor.settings.codes import Program, Role
from advisor.settings.values import Person
from probes.codes import Authentication, Security, UsernameForm
from tests.unit.profiles.companies import ANNA, COLLECTOR, account, server

MOST_LETTERS = 800
HOST = re.compile(r"[a-z0-9.-]{1,253}")


def read(text):
    """The account of a code, as a strict reader takes it (qr-code-format.md, version 1)."""
    assert text.isascii()
    assert len(text) <= MOST_LETTERS
    version, sequence, incoming, groups = json.loads(text)
    assert (version, sequence) == (1, [1, 1])
    (group,) = groups
    outgoing, (address, name) = group
    assert incoming[0] in (0, 1)
    assert outgoing[0] == 0
    for found in (incoming, outgoing):
        _, host, port, security, authentication, username = found  # nothing after it: no name, no password
        assert HOST.fullmatch(host)
        assert 1 <= port <= 65535
        assert security in (2, 3)
        assert authentication in (1, 2, 6)
        assert username
        assert username.isprintable()
    assert address.isascii()
    assert name == "" or name.isprintable()
    return incoming, outgoing, (address, name)


def test_an_imap_account():
    incoming, outgoing, identity = read(qr_text(account()))
    assert incoming == [0, "imap.firma.ch", 993, 3, 1, "anna@firma.ch"]
    assert outgoing == [0, "smtp.firma.ch", 465, 3, 1, "anna@firma.ch"]
    assert identity == ("anna@firma.ch", "Anna Müller")


def test_starttls_sign_in_and_two_user_names():
    changed = account(
        imap=server(port=143, security=Security.STARTTLS, authentication=(Authentication.PASSWORD_ENCRYPTED,)),
        submission=server("smtp.firma.ch", 587, Security.STARTTLS, username=UsernameForm.LOCAL_PART),
    )
    incoming, outgoing, _ = read(qr_text(changed))
    assert incoming == [0, "imap.firma.ch", 143, 2, 2, "anna@firma.ch"]
    assert outgoing == [0, "smtp.firma.ch", 587, 2, 1, "anna"]


def test_sign_in_with_the_provider():
    oauth2 = (Authentication.OAUTH2,)
    changed = account(imap=server(authentication=oauth2), submission=server(authentication=oauth2))
    assert read(qr_text(changed))[0][4] == 6


@pytest.mark.parametrize("form", Form)
def test_only_the_ways_that_the_app_can_read(form):
    phone = Person("anna@firma.ch", "Anna", programs=(Program.ANDROID,))
    text = qr_text(account(form, phone))
    assert (text is not None) is (form in (Form.IMAP, Form.IMAP_ARCHIVE, Form.POP3_KEEP_FOREVER))
    if text is not None:
        assert read(text)[0][0] == (1 if form in POP3_FORMS else 0)


def test_none_for_the_company_collectors_and_programs():
    assert qr_text(account(person=None)) is None
    assert qr_text(account(person=COLLECTOR)) is None
    assert qr_text(account(person=Person("order@firma.ch", "Bestellungen", role=Role.PROGRAM))) is None


@pytest.mark.parametrize(
    "changes",
    [
        {"imap": None},
        {"submission": None},
        {"imap": server(username=UsernameForm.OTHER)},
        {"submission": server(authentication=(Authentication.GSSAPI,))},
    ],
)
def test_none_where_something_is_not_known_or_not_supported(changes):
    assert qr_text(account(**changes)) is None


def test_no_code_that_is_too_dense_to_scan():
    assert qr_text(account(person=Person("anna@firma.ch", "Anna", username="a" * MOST_LETTERS))) is None


@given(st.text(max_size=60), st.none() | st.text(max_size=60))
def test_no_name_breaks_it(name, username):
    text = qr_text(account(person=Person(ANNA.address, name, username=username)))
    if text is not None:
        assert read(text)[2][0] == ANNA.address
