"""No name, user name, organisation or contact adds, moves or removes anything in a file: only words differ."""

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisor.profiles.account import Form, plain
from advisor.profiles.export import export, refused
from advisor.profiles.targets import Target
from advisor.settings.values import Person
from tests.unit.profiles.companies import company
from tests.unit.profiles.structures import READABLE, structure

TARGETS = tuple(target for target in Target if target is not Target.SLIP)
"""A PDF has no elements that words could become; what stands on it is read elsewhere."""
TRICKS = (
    *("<", ">", "&", '"', "'", "\\", "/", "{", "}", "[", "]", ",", ":", ";", "#", "=", "%", "$", "`", "|", "\x00"),
    *("&amp;", "&#10;", "&lt;b&gt;", "\\n", "\\u0022", "%0a", "%EMAILADDRESS%", "${name}", "{{ 7 * 7 }}", "{% raw %}"),
    *("\n", "\r", "\r\n", "\u2028", "\u0085", "\x0b", "\u202e", "\ufeff", "\ufffe", "ü", "\U0001f600", " ", "  "),
    *("<!--", "-->", "--", "--!>", "]]>", "<![CDATA[", "<?xml?>", "<!DOCTYPE a>"),
    "</displayName><incomingServer type='imap'><hostname>evil.example</hostname></incomingServer>",
    "</string><key>IncomingMailServerUsername</key><string>evil",
    '","protocols":{"imap":{"host":"evil.example"}},"x":"',
    '": {"Value": "evil"}, "',
    "</username></incoming-server><incoming-server type='IMAP'>",
    "</LoginName><Server>evil.example</Server>",
    "\r\n[Account2]\r\nServer=evil.example",
    "\nsmtp_server=evil.example",
    "</title><script>alert(1)</script>",
    '" onload="alert(1)" x="',
    "</desc></svg>",
    "<img src=x onerror=alert(1)>",
    "javascript:alert(1)",
)
hostile = st.lists(st.sampled_from(TRICKS) | st.text(max_size=6), max_size=5).map("".join)
people = st.builds(Person, st.just("anna@firma.ch"), hostile, username=st.none() | hostile)
PATHS = {
    *("sheet.html", "thunderbird/firma.ch.xml", "thunderbird_policies/policies.json", "mailweiche.mobileconfig"),
    *("outlook/autodiscover.xml", "outlook/steps.html", "thunderbird_android.svg"),
    *("mailweiche.k9s", "claws/accountrc", "terminal/getmailrc", "terminal/offlineimaprc", "terminal/accounts.conf"),
}


def harmless(text, instead):
    """The same field as nobody would look at it twice; empty where nothing would be left of the hostile one."""
    return instead if text and plain(text) else text


@cache
def structures(form, organisation, person, contact):
    settings_ = replace(company(form), organisation=organisation)
    made = export(settings_, (person,), only=TARGETS, contact=contact)
    missing = {(each.target, each.person) for each in refused(settings_, (person,), only=TARGETS)}
    found = {file.path: (file.target, file.data) for file in made if file.path.endswith(READABLE)}
    return {path: (target, structure(path, data)) for path, (target, data) in found.items()}, missing


def test_the_files_that_are_compared():
    """What the comparison below rests on: each kind of file is there, and a skeleton holds something."""
    found = {}
    for form in Form:
        found |= structures(form, "Firma AG", Person("anna@firma.ch", "Anna", username="anna"), "Ben, 044 111 22 33")[0]
    mine = {path.removeprefix("people/anna_firma.ch/") for path in found if path.startswith("people/")}
    assert mine >= PATHS
    assert any(path.endswith(".prf") for path in mine)
    assert {"company/dns/user-agent-configuration.json", "company/thunderbird/firma.ch.xml"} <= found.keys()
    assert all(len(skeleton) > 5 for _, skeleton in found.values())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(hostile, people, hostile, st.sampled_from(Form))
def test_no_word_changes_what_a_file_consists_of(organisation, person, contact, form):
    usual = replace(
        person, name=harmless(person.name, "Anna Muster"), username=harmless(person.username, "anna.muster")
    )
    attacked, missing = structures(form, organisation, person, contact)
    expected, _ = structures(form, harmless(organisation, "Firma AG"), usual, harmless(contact, "Ben Muster"))
    refused_ = {target for target, _ in missing}
    assert attacked == {path: (target, skeleton) for path, (target, skeleton) in expected.items() if path in attacked}
    assert {target for path, (target, _) in expected.items() if path not in attacked} <= refused_


@pytest.mark.parametrize(
    ("path", "usual", "attacked"),
    [
        ("a.xml", b"<a><b>x</b></a>", b"<a><b>x</b><b>y</b></a>"),
        ("a.xml", b"<a><!-- x --></a>", b"<a><!-- x --><!-- y --></a>"),
        ("a.svg", b"<svg><desc>x</desc></svg>", b'<svg onload="x"><desc>x</desc></svg>'),
        ("a.html", b"<p>x</p>", b"<p>x<script>y</script></p>"),
        ("a.html", b'<a href="https://a.example">x</a>', b'<a href="javascript:x">x</a>'),
        ("a.json", b'{"a": {"b": "x"}}', b'{"a": {"b": "x", "c": "y"}}'),
        ("a.json", b'{"a": "1"}', b'{"a": 1}'),
        ("a.prf", b"[A]\r\nServer=x\r\n", b"[A]\r\nServer=x\r\n[B]\r\nServer=y\r\n"),
        ("accountrc", b"[A]\nserver=x\n", b"[A]\nserver=x\rport=1\n"),
    ],
)
def test_a_skeleton_shows_what_was_added(path, usual, attacked):
    assert structure(path, usual) != structure(path, attacked)
