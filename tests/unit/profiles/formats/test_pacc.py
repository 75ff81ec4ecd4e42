"""The PACC file, read by a strict reader of our own and by the one of the probes: both must understand the same."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.profiles.account import DELETING_FORMS, IMAP_FORMS, Form
from advisor.profiles.formats import pacc
from probes.codes import Authentication, Protocol, Security
from probes.discovery.pacc_file import parse_pacc
from tests.unit.profiles.companies import account
from tests.unit.profiles.pacc_rules import read

FORMS = sorted(frozenset(Form) - DELETING_FORMS)


@pytest.mark.parametrize("form", FORMS)
def test_every_value_of_the_file(form):
    data = pacc.configuration(account(form, person=None))
    found = read(data)
    expected = {"imap": "imap.firma.ch"} if form in IMAP_FORMS else {"pop3": "pop.firma.ch"}
    assert (found.receiving, found.sending) == (expected, "smtp.firma.ch")
    assert (found.name, found.short_name) == ("Firma & Söhne AG", "Firma & Söhne AG")


@pytest.mark.parametrize("form", FORMS)
def test_the_reader_of_the_probes_understands_the_same(form):
    data = pacc.configuration(account(form, person=None))
    ((protocol, host),) = read(data).receiving.items()
    understood = parse_pacc(data)
    assert [(each.protocol, each.host, each.security) for each in understood.servers] == [
        (Protocol(protocol), host, Security.TLS),
        (Protocol.SUBMISSION, "smtp.firma.ch", Security.TLS),
    ]
    assert [each.port for each in understood.servers] == [993 if protocol == "imap" else 995, 465]
    assert understood.authentication == (Authentication.PASSWORD_CLEARTEXT,)


@given(st.text(max_size=90) | st.text("a \u0301\U0001f600", min_size=15, max_size=90))
def test_no_organisation_breaks_it_and_names_are_cut_to_what_clients_show(organisation):
    mine = account(person=None, organisation=organisation)
    found = read(pacc.configuration(mine))
    assert mine.organisation.startswith(found.name)
    assert mine.organisation.startswith(found.short_name)
    assert len(found.name) >= min(len(mine.organisation), 59)


@pytest.mark.parametrize(
    "changed",
    [
        {"protocols": {"imap": {"host": "imap.firma.ch"}, "submit": {"host": "smtp.firma.ch"}}},
        {"protocols": {name: {"host": "smtp.firma.ch"} for name in ("smtp", "submit")}},
        {"protocols": {name: {"host": "smtp.firma.ch", "port": 465} for name in ("imap", "smtp", "submit")}},
        {"protocols": {name: {"host": "192.0.2.1"} for name in ("imap", "smtp", "submit")}},
        {"authentication": {"password": "true"}},
        {"authentication": {"password": False}},
        {"info": {"provider": {"name": "x" * 61, "shortName": "x"}}},
        {"info": {"provider": {"name": "x", "shortName": "x" * 21}}},
        {"version": 1},
    ],
)
def test_the_strict_reader_refuses(changed):
    """What the tests above rest on."""
    document = json.loads(pacc.configuration(account(person=None)))
    with pytest.raises(AssertionError):
        read(json.dumps(document | changed).encode() + b"\n")
