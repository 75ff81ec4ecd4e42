"""What files for terminal programs say in words, and to whom they come."""

import re
from dataclasses import replace

import pytest

from advisor.profiles.account import Form
from advisor.profiles.export import export
from advisor.profiles.formats.catalogue import FORMATS, USUAL
from advisor.profiles.formats.format import Group
from advisor.profiles.remarks import ALARM_TEXTS
from tests.unit.profiles.companies import ANNA, BEN, company, server
from tests.unit.profiles.formats.terminal import collector

TERMINAL = {target for target in FORMATS if FORMATS[target].group is Group.TERMINAL}
PEOPLE = (ANNA, BEN, collector())


def words(settings, **options):
    """The words of each file for a terminal, the marks of its comment left out."""
    files = [file for file in export(settings, PEOPLE, only=TERMINAL, **options) if file.target]
    assert {file.target for file in files} <= TERMINAL
    assert {file.person for file in files} == {"anna@firma.ch", "ben@firma.ch", "info@firma.ch"}
    return {file.path: " ".join(re.sub(r"(?m)^# ?", "", file.data.decode()).split()) for file in files}


def test_they_come_only_to_who_asks_for_them():
    assert TERMINAL.isdisjoint(USUAL)
    assert TERMINAL.isdisjoint(file.target for file in export(company(), PEOPLE))


@pytest.mark.parametrize("form", Form)
def test_alarms_stand_in_every_file(form):
    sentence = ALARM_TEXTS["encrypt_first"]
    for path, text in words(company(form), alarms=("encrypt_first",)).items():
        assert sentence.de in text or sentence.en in text, path


def test_unproven_servers_are_named_inside_every_file():
    unproven = {name: server(proven=False, checked_at=None) for name in ("imap", "pop3")}
    for path, text in words(replace(company(), **unproven)).items():
        assert "Nicht geprüft: imap.firma.ch" in text or "Not checked: imap.firma.ch" in text, path


@pytest.mark.parametrize("form", Form)
def test_no_file_gives_forbidden_advice(form):
    for path, text in words(company(form), alarms=tuple(ALARM_TEXTS)).items():
        assert "ß" not in text, path
        assert not re.search(r"(?i)(accept|confirm|ignore) the certificate|Warnung bestätigen|please|bitte", text), path
        assert not re.search(r"(?i)without encryption|ohne Verschlüsselung|turn off SSL", text), path
        assert not re.search(r"(?i)is (your|a) backup|GoBD|compliant|rechtssicher", text), path
        assert text.isprintable(), path


def test_what_a_file_cannot_express_stands_in_it():
    found = words(company(Form.POP3_KEEP_DAYS))
    assert (
        "This program cannot delete mail from the server after 21 days." in found["people/ben_firma.ch/terminal/mpoprc"]
    )
    assert "cannot delete" not in found["people/ben_firma.ch/terminal/getmailrc"]
