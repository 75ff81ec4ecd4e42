"""The file for getmail, read by the standard library as getmail itself reads it."""

from configparser import RawConfigParser

import pytest
from hypothesis import given

from advisor.profiles.account import Form, plain
from advisor.profiles.cannot import Cannot
from advisor.profiles.formats.catalogue import refusals
from advisor.profiles.targets import Target
from probes.codes import Security
from tests.unit.profiles.companies import account, server
from tests.unit.profiles.formats.terminal import collector, hostile_people, hostile_test, terminal_file

RETRIEVER = ["type", "server", "port", "username", "ca_certs"]


def parsed(content):
    ini = RawConfigParser()
    ini.read_string(content)
    return {name: dict(ini[name]) for name in ini.sections()}


def test_the_whole_file():
    assert parsed(terminal_file(Target.GETMAIL, Form.POP3_KEEP_DAYS)[1]) == {
        "retriever": {
            "type": "SimplePOP3SSLRetriever",
            "server": "pop.firma.ch",
            "port": "995",
            "username": "anna@firma.ch",
            "ca_certs": "/etc/ssl/certs/ca-certificates.crt",
        },
        "destination": {"type": "Maildir", "path": "~/Mail/anna_firma.ch/"},
        "options": {"read_all": "false", "delete": "false", "delete_after": "21"},
    }


@pytest.mark.parametrize(
    ("form", "kind", "delete", "days"),
    [
        (Form.IMAP, "SimpleIMAPSSLRetriever", "false", "0"),
        (Form.IMAP_ARCHIVE, "SimpleIMAPSSLRetriever", "false", "0"),
        (Form.POP3_KEEP_DAYS, "SimplePOP3SSLRetriever", "false", "21"),
        (Form.POP3_KEEP_FOREVER, "SimplePOP3SSLRetriever", "false", "0"),
        (Form.POP3_DELETE, "SimplePOP3SSLRetriever", "true", "0"),
    ],
)
def test_what_stays_on_the_server(form, kind, delete, days):
    content = parsed(terminal_file(Target.GETMAIL, form)[1])
    assert content["retriever"]["type"] == kind
    assert content["options"] == {"read_all": "false", "delete": delete, "delete_after": days}
    assert content["retriever"].get("mailboxes") == ("ALL" if "IMAP" in kind else None)


@pytest.mark.parametrize("form", Form)
def test_the_collecting_computer_never_deletes(form):
    for person in (collector(), collector(alternative=None)):
        content = parsed(terminal_file(Target.GETMAIL, form, person)[1])
        assert content["options"] == {"read_all": "false", "delete": "false", "delete_after": "0"}


def test_no_file_with_starttls():
    starttls = account(Form.POP3_DELETE, pop3=server(port=110, security=Security.STARTTLS))
    assert refusals(Target.GETMAIL, starttls) == (Cannot.NO_STARTTLS,)


@hostile_test
@given(hostile_people)
def test_no_person_adds_an_option(person):
    text = terminal_file(Target.GETMAIL, Form.POP3_DELETE, person)[1]
    if not text:
        return
    content = parsed(text)
    assert list(content) == ["retriever", "destination", "options"]
    assert list(content["retriever"]) == RETRIEVER
    assert content["options"] == {"read_all": "false", "delete": "true", "delete_after": "0"}
    if plain(person.username):
        assert content["retriever"]["username"] == plain(person.username)
