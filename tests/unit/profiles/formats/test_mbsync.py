"""The file for mbsync, read by a parser made from its manual page."""

import re

import pytest
from hypothesis import given

from advisor.profiles.account import Form, plain
from advisor.profiles.targets import Target
from probes.codes import Security
from tests.unit.profiles.companies import ANNA, server
from tests.unit.profiles.formats.terminal import collector, hostile_people, hostile_test, terminal_file

STARTS = {"IMAPAccount", "IMAPStore", "MaildirStore", "Channel"}
ARGUMENT = re.compile(r'"((?:[^"\\]|\\.)*)"|([^\s"\\]+)')


def parsed(content):
    """The sections by their first line: the options of each with their arguments."""
    found = {}
    for section in content.strip("\n").split("\n\n"):
        lines = [arguments(line) for line in section.split("\n") if not line.startswith("#")]
        assert lines[0][0] in STARTS
        found[lines[0][0]] = {keyword: rest[0] if len(rest) == 1 else rest for keyword, *rest in lines}
    return found


def arguments(line):
    """Double quotes hold spaces together; in them a backslash takes the next character as it is."""
    found = []
    for match in ARGUMENT.finditer(line):
        quoted, bare = match.groups()
        found.append(bare if quoted is None else re.sub(r"\\(.)", r"\1", quoted))
    assert re.fullmatch(rf"(({ARGUMENT.pattern})\s*)*", line)
    return found


def test_the_whole_file():
    assert parsed(terminal_file(Target.MBSYNC)[1]) == {
        "IMAPAccount": {
            "IMAPAccount": "anna_firma.ch",
            "Host": "imap.firma.ch",
            "Port": "993",
            "User": "anna@firma.ch",
            "SSLType": "IMAPS",
        },
        "IMAPStore": {"IMAPStore": "anna_firma.ch-server", "Account": "anna_firma.ch"},
        "MaildirStore": {
            "MaildirStore": "anna_firma.ch-here",
            "Path": "~/Mail/anna_firma.ch/",
            "Inbox": "~/Mail/anna_firma.ch/INBOX",
            "SubFolders": "Verbatim",
        },
        "Channel": {
            "Channel": "anna_firma.ch",
            "Far": ":anna_firma.ch-server:",
            "Near": ":anna_firma.ch-here:",
            "Patterns": "*",
            "Create": "Both",
            "Expunge": "Both",
            "Remove": "None",
            "Sync": "All",
            "SyncState": "*",
        },
    }


@pytest.mark.parametrize("form", [Form.IMAP, Form.IMAP_ARCHIVE])
def test_the_collecting_computer_only_pulls(form):
    channel = parsed(terminal_file(Target.MBSYNC, form, collector())[1])["Channel"]
    assert {name: channel[name] for name in ("Create", "Expunge", "Remove", "Sync")} == {
        "Create": "Near",
        "Expunge": "None",
        "Remove": "None",
        "Sync": "PullNew",
    }


def test_starttls():
    content = terminal_file(Target.MBSYNC, imap=server(port=143, security=Security.STARTTLS))[1]
    assert parsed(content)["IMAPAccount"]["SSLType"] == "STARTTLS"


@hostile_test
@given(hostile_people)
def test_no_person_adds_a_setting(person):
    content = terminal_file(Target.MBSYNC, person=person)[1]
    if not content:
        return
    sections = parsed(content)
    harmless = parsed(terminal_file(Target.MBSYNC, person=ANNA)[1])
    assert {name: list(options) for name, options in sections.items()} == {
        name: list(options) for name, options in harmless.items()
    }
    if plain(person.username):
        assert sections["IMAPAccount"]["User"] == plain(person.username)
    assert max(map(len, content.encode().split(b"\n"))) < 1000
