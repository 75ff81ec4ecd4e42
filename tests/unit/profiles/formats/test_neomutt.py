"""The file for NeoMutt, read as a shell would: in single quotes both take everything as it stands."""

import shlex
from urllib.parse import unquote, urlsplit

from hypothesis import given

from advisor.profiles.account import Form, plain
from advisor.profiles.cannot import Cannot
from advisor.profiles.formats.catalogue import refusals
from advisor.profiles.targets import Target
from probes.codes import Security
from tests.unit.profiles.companies import account, server
from tests.unit.profiles.formats.terminal import collector, hostile_people, hostile_test, terminal_file

NAMES = [
    *("config_charset", "real_name", "from", "imap_user", "folder", "spool_file", "record", "postponed", "smtp_url"),
    *("ssl_force_tls", "ssl_starttls", "ssl_verify_dates", "ssl_verify_host"),
]


def parsed(content):
    """The variables in their order."""
    found = {}
    for line in content.splitlines():
        if not line.startswith("#"):
            command, name, equals, value = shlex.split(line)
            assert (command, equals) == ("set", "=")
            found[name] = value
    return found


def test_the_whole_file():
    assert parsed(terminal_file(Target.NEOMUTT)[1]) == {
        "config_charset": "utf-8",
        "real_name": "Anna Müller",
        "from": "anna@firma.ch",
        "imap_user": "anna@firma.ch",
        "folder": "imaps://imap.firma.ch:993/",
        "spool_file": "+INBOX",
        "record": "+Sent",
        "postponed": "+Drafts",
        "smtp_url": "smtps://anna%40firma.ch@smtp.firma.ch:465/",
        "ssl_force_tls": "yes",
        "ssl_starttls": "yes",
        "ssl_verify_dates": "yes",
        "ssl_verify_host": "yes",
    }


def test_starttls():
    starttls = {
        "imap": server(port=143, security=Security.STARTTLS),
        "submission": server("smtp.firma.ch", 587, Security.STARTTLS),
    }
    found = parsed(terminal_file(Target.NEOMUTT, **starttls)[1])
    assert found["folder"] == "imap://imap.firma.ch:143/"
    assert found["smtp_url"] == "smtp://anna%40firma.ch@smtp.firma.ch:587/"
    assert found["ssl_force_tls"] == "yes"


def test_the_collecting_computer_takes_another_program():
    for target in (Target.NEOMUTT, Target.AERC):
        assert refusals(target, account(Form.IMAP_ARCHIVE, collector())) == (Cannot.COLLECTOR_NEEDS_COPIER,)


@hostile_test
@given(hostile_people)
def test_no_person_adds_a_setting(person):
    content = terminal_file(Target.NEOMUTT, person=person)[1]
    if not content:
        return
    found = parsed(content)
    assert list(found) == NAMES
    assert found["real_name"] == plain(person.name)
    if plain(person.username):
        assert found["imap_user"] == plain(person.username)
        url = urlsplit(found["smtp_url"])
        assert (url.scheme, url.hostname, url.port) == ("smtps", "smtp.firma.ch", 465)
        assert unquote(url.username) == plain(person.username)
