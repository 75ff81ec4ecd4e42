"""The account file for Claws Mail; that Claws Mail works with it is shown in the integration tests."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.profiles.account import Form, plain
from advisor.profiles.cannot import Cannot
from advisor.profiles.formats.catalogue import refusals
from advisor.profiles.formats.claws import claws_account
from advisor.profiles.targets import Target
from advisor.settings.codes import Alternative
from advisor.settings.values import Person
from probes.codes import Authentication, Security, UsernameForm
from tests.unit.profiles.companies import COLLECTOR, account, server
from tests.unit.profiles.formats.keyfile_reader import read_sections


def read(*args, comments=(), **changes):
    (section,) = read_sections(claws_account(account(*args, **changes), comments)).values()
    return section


@pytest.mark.parametrize(
    ("form", "protocol", "remove", "days"),
    [
        (Form.IMAP, "3", None, None),
        (Form.IMAP_ARCHIVE, "3", None, None),
        (Form.POP3_KEEP_DAYS, "0", "1", "21"),
        (Form.POP3_KEEP_FOREVER, "0", "0", "0"),
        (Form.POP3_DELETE, "0", "1", "0"),
    ],
)
def test_what_stays_on_the_server(form, protocol, remove, days):
    values = read(form)
    assert values["protocol"] == protocol
    assert (values.get("remove_mail"), values.get("message_leave_time")) == (remove, days)
    assert values.get("message_leave_hour", "0") == "0"


@pytest.mark.parametrize("form", Form)
def test_the_collecting_computer_never_deletes(form):
    values = read(form, COLLECTOR)
    assert (values["protocol"], values["remove_mail"]) == ("0", "0")
    own = read(form, replace(COLLECTOR, alternative=Alternative.IMAP_ARCHIVE))
    assert (own["protocol"], own.get("remove_mail")) == ("3", None)


BOTH = {
    "account_name": "anna@firma.ch",
    "is_default": "1",
    "name": "Anna Müller",
    "address": "anna@firma.ch",
    "organization": "Firma & Söhne AG",
    "smtp_server": "smtp.firma.ch",
    "set_smtpport": "1",
    "smtp_port": "465",
    "ssl_smtp": "1",
    "use_smtp_auth": "1",
    "smtp_user_id": "",
    "user_id": "anna@firma.ch",
    "ssl_certs_auto_accept": "0",
}


@pytest.mark.parametrize("form", Form)
def test_the_whole_account(form):
    starttls = server("mail.firma.ch", 4711, Security.STARTTLS)
    kind, number = ("imap", "3") if form.startswith("imap") else ("pop", "0")
    own = {
        "protocol": number,
        "receive_server": "mail.firma.ch",
        f"set_{kind}port": "1",
        f"{kind}_port": "4711",
        f"ssl_{kind}": "2",
    }
    values = read(form, imap=starttls, pop3=starttls)
    keeping = {"remove_mail", "message_leave_time", "message_leave_hour"} if kind == "pop" else set()
    assert {key: value for key, value in values.items() if key not in keeping} == BOTH | own
    assert keeping <= values.keys()


def test_sending_has_its_own_server_encryption_and_user_name():
    sending = server(
        "smtp.firma.ch", 587, Security.STARTTLS, username=UsernameForm.OTHER, username_template="firma/%EMAILLOCALPART%"
    )
    values = read(submission=sending)
    assert (values["smtp_port"], values["ssl_smtp"], values["smtp_user_id"]) == ("587", "2", "firma/anna")
    assert (values["imap_port"], values["ssl_imap"], values["user_id"]) == ("993", "1", "anna@firma.ch")


def test_what_is_refused():
    assert Cannot.OAUTH2_REQUIRED in refusals(
        Target.CLAWS, account(imap=server(authentication=(Authentication.OAUTH2,)))
    )
    nameless = account(imap=server(username=UsernameForm.OTHER))
    assert refusals(Target.CLAWS, nameless) == (Cannot.USERNAME_NEEDED,)
    with pytest.raises(ValueError, match="user name"):
        claws_account(nameless)
    with pytest.raises(ValueError, match="person"):
        claws_account(account(person=None))


@given(st.text(max_size=80), st.text(min_size=1, max_size=80), st.text(max_size=80))
def test_no_name_adds_a_line(name, username, comment):
    person = Person("anna@firma.ch", name, username=username)
    if plain(username):
        values = read(Form.POP3_KEEP_DAYS, person, comments=(comment,), organisation=name)
        assert values.keys() == read(Form.POP3_KEEP_DAYS).keys()
        assert (values["name"], values["user_id"]) == (plain(name), plain(username))
