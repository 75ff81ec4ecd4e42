"""The files for mpop and msmtp, read by a parser made from their manual pages."""

import pytest
from hypothesis import given

from advisor.profiles.account import Form, plain
from advisor.profiles.cannot import Cannot
from advisor.profiles.formats.catalogue import refusals
from advisor.profiles.targets import Target
from advisor.settings.values import Person
from probes.codes import Security
from tests.unit.profiles.companies import account, server
from tests.unit.profiles.formats.terminal import collector, hostile_people, hostile_test, terminal_file

COMMON = ["account", "host", "port", "tls", "tls_starttls", "tls_certcheck", "auth", "user"]


def parsed(content):
    """The commands in their order with their argument."""
    found = []
    for line in content.splitlines():
        command, _, argument = line.strip().partition(" ")
        if command and not command.startswith("#"):
            quoted = len(argument) > 1 and argument[0] == argument[-1] == '"'
            found.append((command, argument[1:-1] if quoted else argument))
    return found


@pytest.mark.parametrize(
    ("form", "keep"), [(Form.POP3_DELETE, "off"), (Form.POP3_KEEP_DAYS, "on"), (Form.POP3_KEEP_FOREVER, "on")]
)
def test_the_whole_file_for_mpop(form, keep):
    assert parsed(terminal_file(Target.MPOP, form)[1]) == [
        ("account", "anna_firma.ch"),
        ("host", "pop.firma.ch"),
        ("port", "995"),
        ("tls", "on"),
        ("tls_starttls", "off"),
        ("tls_certcheck", "on"),
        ("auth", "on"),
        ("user", "anna@firma.ch"),
        ("delivery", "maildir ~/Mail/anna_firma.ch"),
        ("keep", keep),
        ("only_new", "on"),
        ("account", "default : anna_firma.ch"),
    ]


def test_the_collecting_computer_never_deletes():
    commands = parsed(terminal_file(Target.MPOP, Form.POP3_DELETE, collector(alternative=None))[1])
    assert ("keep", "on") in commands


@pytest.mark.parametrize("form", Form)
def test_the_whole_file_for_msmtp_whichever_way_mail_is_read(form):
    starttls = server("smtp.firma.ch", 587, Security.STARTTLS)
    assert parsed(terminal_file(Target.MSMTP, form, submission=starttls)[1]) == [
        ("account", "anna_firma.ch"),
        ("host", "smtp.firma.ch"),
        ("port", "587"),
        ("tls", "on"),
        ("tls_starttls", "on"),
        ("tls_certcheck", "on"),
        ("auth", "on"),
        ("user", "anna@firma.ch"),
        ("from", "anna@firma.ch"),
        ("account", "default : anna_firma.ch"),
    ]


@pytest.mark.parametrize("address", ["a*b@firma.ch", "a?b@firma.ch", "%U@firma.ch"])
def test_an_address_that_msmtp_would_take_for_a_pattern_is_refused(address):
    assert refusals(Target.MSMTP, account(Form.IMAP, Person(address, "A"))) == (Cannot.SENDER_IS_PATTERN,)


@hostile_test
@given(hostile_people)
def test_no_person_adds_a_command(person):
    for target, own in ((Target.MPOP, ["delivery", "keep", "only_new"]), (Target.MSMTP, ["from"])):
        content = terminal_file(target, Form.POP3_DELETE, person)[1]
        if not content:
            continue
        found = parsed(content)
        assert [command for command, _ in found] == [*COMMON, *own, "account"]
        if plain(person.username):
            assert dict(found)["user"] == plain(person.username)
