"""The Autodiscover response, against a strict check of its elements."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.profiles.account import Form, account_for
from advisor.profiles.formats.outlook_pox import autodiscover
from advisor.settings.values import Person
from probes.codes import Security, UsernameForm
from tests.unit.profiles.companies import ANNA, account, company, server
from tests.unit.profiles.pox_rules import read


@pytest.mark.parametrize("form", Form)
def test_the_decided_protocol_and_sending_always_inside_tls(form):
    incoming, outgoing = read(autodiscover(account(form)))
    imap = form.startswith("imap")
    assert (incoming["Type"], incoming["Server"], incoming["Port"]) == (
        ("IMAP", "imap.firma.ch", "993") if imap else ("POP3", "pop.firma.ch", "995")
    )
    assert (outgoing["Server"], outgoing["Port"]) == ("smtp.firma.ch", "465")
    for each in (incoming, outgoing):
        assert each["LoginName"] == "anna@firma.ch"
        assert (each["SSL"], each["Encryption"]) == ("on", "SSL")
        assert (each["SPA"], each["AuthRequired"], each["DomainRequired"]) == ("off", "on", "off")
    assert (outgoing["UsePOPAuth"], outgoing["SMTPLast"]) == ("on", "off")


def test_starttls_is_named_as_such():
    _, outgoing = read(autodiscover(account(submission=server("smtp.firma.ch", 587, Security.STARTTLS))))
    assert (outgoing["Port"], outgoing["SSL"], outgoing["Encryption"]) == ("587", "on", "TLS")


def test_user_names():
    _, outgoing = read(autodiscover(account(submission=server("smtp.firma.ch", 465, username=UsernameForm.LOCAL_PART))))
    assert (outgoing["LoginName"], outgoing["UsePOPAuth"]) == ("anna", "off")
    incoming, _ = read(autodiscover(account(imap=server(username=UsernameForm.OTHER))))
    assert "LoginName" not in incoming


def test_without_a_person_there_is_no_file():
    with pytest.raises(ValueError, match="a person and both servers"):
        autodiscover(account(person=None))


hostile = st.text(max_size=60) | st.sampled_from(
    ["</Protocol><Protocol>", "]]>", "&amp;", "--->", "a---b", "\x00", "\ud800"]
)


@given(hostile, hostile.filter(str.strip), st.sampled_from(Form))
def test_no_input_adds_an_element(name, username, form):
    person = Person(ANNA.address, name, username=username)
    made = account_for(company(form), person)
    incoming, outgoing = read(autodiscover(made, (name, username)))
    assert incoming.get("LoginName") == outgoing.get("LoginName") == (made.username(made.incoming) or None)
