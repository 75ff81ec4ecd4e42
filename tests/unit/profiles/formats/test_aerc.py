"""The file for aerc, read by the standard library."""

from configparser import RawConfigParser
from email.header import decode_header, make_header
from email.utils import parseaddr
from urllib.parse import unquote, urlsplit

from hypothesis import given

from advisor.profiles.account import plain
from advisor.profiles.targets import Target
from probes.codes import Security
from tests.unit.profiles.companies import account, server
from tests.unit.profiles.formats.terminal import hostile_people, hostile_test, terminal_file


def parsed(content):
    """The options of the one section."""
    ini = RawConfigParser()
    ini.read_string(content)
    (name,) = ini.sections()
    return dict(ini[name])


def test_the_whole_file():
    assert parsed(terminal_file(Target.AERC)[1]) == {
        "source": "imaps://anna%40firma.ch@imap.firma.ch:993",
        "outgoing": "smtps://anna%40firma.ch@smtp.firma.ch:465",
        "from": "=?utf-8?q?Anna_M=C3=BCller?= <anna@firma.ch>",
        "copy-to": "Sent",
        "cache-headers": "true",
    }


def test_starttls():
    starttls = {
        "imap": server(port=143, security=Security.STARTTLS),
        "submission": server("smtp.firma.ch", 587, Security.STARTTLS),
    }
    found = parsed(terminal_file(Target.AERC, **starttls)[1])
    assert found["source"] == "imap://anna%40firma.ch@imap.firma.ch:143"
    assert found["outgoing"] == "smtp://anna%40firma.ch@smtp.firma.ch:587"
    assert found["smtp-starttls"] == "yes"


@hostile_test
@given(hostile_people)
def test_no_person_adds_an_option_or_starts_a_comment(person):
    content = terminal_file(Target.AERC, person=person)[1]
    if not content:
        return
    found = parsed(content)
    assert list(found) == ["source", "outgoing", "from", "copy-to", "cache-headers"]
    assert not set("#;\"'`") & set(found["source"] + found["outgoing"])
    for key, host in (("source", "imap.firma.ch"), ("outgoing", "smtp.firma.ch")):
        url = urlsplit(found[key])
        assert url.hostname == host
        if plain(person.username):
            assert unquote(url.username) == plain(person.username)
    name, address = parseaddr(found["from"].strip('"'))
    assert str(make_header(decode_header(name))).strip() == plain(person.name)
    assert address == account(person=person).address.ascii
    if "#" in found["from"]:
        assert found["from"].startswith('"""')
        assert found["from"].endswith('"""')
