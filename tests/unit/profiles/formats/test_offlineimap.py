"""The file for offlineimap, read by the standard library as offlineimap itself reads it."""

from configparser import ConfigParser

from hypothesis import given

from advisor.profiles.account import Form, plain
from advisor.profiles.cannot import Cannot
from advisor.profiles.formats.catalogue import refusals
from advisor.profiles.targets import Target
from probes.codes import Security
from tests.unit.profiles.companies import account, server
from tests.unit.profiles.formats.terminal import collector, hostile_people, hostile_test, terminal_file

REMOTE = ["type", "remotehost", "remoteport", "ssl", "sslcacertfile", "remoteuser", "readonly"]


def parsed(content):
    ini = ConfigParser()  # with interpolation
    ini.read_string(content)
    return {name: dict(ini[name]) for name in ini.sections()}


def test_the_whole_file():
    assert parsed(terminal_file(Target.OFFLINEIMAP)[1]) == {
        "general": {"accounts": "anna_firma.ch"},
        "Account anna_firma.ch": {
            "localrepository": "anna_firma.ch-here",
            "remoterepository": "anna_firma.ch-server",
        },
        "Repository anna_firma.ch-here": {"type": "Maildir", "localfolders": "~/Mail/anna_firma.ch"},
        "Repository anna_firma.ch-server": {
            "type": "IMAP",
            "remotehost": "imap.firma.ch",
            "remoteport": "993",
            "ssl": "yes",
            "sslcacertfile": "OS-DEFAULT",
            "remoteuser": "anna@firma.ch",
            "readonly": "False",
        },
    }


def test_for_the_collecting_computer_the_server_is_read_only():
    content = parsed(terminal_file(Target.OFFLINEIMAP, Form.IMAP_ARCHIVE, collector())[1])
    assert content["Repository info_firma.ch-server"]["readonly"] == "True"


def test_no_file_with_starttls():
    starttls = account(imap=server(port=143, security=Security.STARTTLS))
    assert refusals(Target.OFFLINEIMAP, starttls) == (Cannot.NO_STARTTLS,)


@hostile_test
@given(hostile_people)
def test_no_person_adds_an_option(person):
    text = terminal_file(Target.OFFLINEIMAP, person=person)[1]
    if not text:
        return
    *others, remote = parsed(text).values()
    assert [list(section) for section in others] == [
        ["accounts"],
        ["localrepository", "remoterepository"],
        ["type", "localfolders"],
    ]
    assert list(remote) == REMOTE
    if plain(person.username):
        assert remote["remoteuser"] == plain(person.username)
