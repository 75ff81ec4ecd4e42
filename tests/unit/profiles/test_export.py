"""All files of an export together: what is there, for whom, in which language, and what must never be there."""

import json
import plistlib
import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import html5lib
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisor.profiles.account import Form, UnsafeSettingsError
from advisor.profiles.cannot import Cannot
from advisor.profiles.export import export, refused
from advisor.profiles.formats.catalogue import FORMATS, USUAL
from advisor.profiles.formats.format import Group
from advisor.profiles.remarks import ALARM_TEXTS
from advisor.profiles.targets import Target
from advisor.settings.codes import Program
from advisor.settings.values import Person
from advisor.text import Language
from probes.codes import Authentication
from tests.unit.profiles import dovecot_rules, pacc_rules, pox_rules, prf_rules, script_rules, zone_rules
from tests.unit.profiles.apple_rules import problems
from tests.unit.profiles.companies import ANNA, BEN, COLLECTOR, company, server
from tests.unit.profiles.file_words import pages_in, words_in
from tests.unit.profiles.formats.keyfile_reader import read_sections

PEOPLE = (ANNA, BEN, COLLECTOR)
NO_TERMINAL = tuple(target for target, kind in FORMATS.items() if kind.group is not Group.TERMINAL)
WITHOUT_WORDS = {"company/dns/user-agent-configuration.json": "company/dns/firma.ch.zone"}
"""Files that have no room for words, and the file beside each that says them."""


def files(form=Form.IMAP, people=PEOPLE, **options):
    """Of all kinds, also of those that somebody has to ask for."""
    return {file.path: file for file in export(company(form), people, **{"only": tuple(Target), **options})}


def test_the_files_of_a_company():
    for_all = ["sheet.html", "slip.pdf"]
    thunderbird = ["thunderbird/firma.ch.xml"]
    policies = ["thunderbird_policies/policies.json"]
    mobile = ["mailweiche.mobileconfig"]
    outlook = ["outlook/mailweiche-imap.prf", "outlook/steps.html"]
    copied = ["outlook/mailweiche-pop3-keep.prf", "outlook/steps.html"]
    android = ["thunderbird_android.svg", "mailweiche.k9s"]
    reader = [*for_all, *thunderbird, *policies, *mobile, *outlook, *android]
    assert list(files(only=USUAL)) == [
        "README.de.txt",
        "README.en.txt",
        "company/sheet.de.html",
        "company/sheet.en.html",
        "company/thunderbird/firma.ch.xml",
        "company/thunderbird_policies/policies.json",
        *(f"people/anna_firma.ch/{name}" for name in ["README.de.txt", *reader]),
        *(f"people/ben_firma.ch/{name}" for name in ["README.en.txt", *reader]),
        *(f"people/info_firma.ch/{name}" for name in ["README.de.txt", *for_all, *policies, *copied]),
    ]


@pytest.mark.parametrize(
    ("only", "expected"),
    [
        ({Target.SHEET}, {"README.de.txt", "sheet.html"}),
        ({Target.SLIP}, {"README.de.txt", "slip.pdf"}),
        ({Target.APPLE}, {"README.de.txt", "mailweiche.mobileconfig"}),
        ({Target.THUNDERBIRD}, {"README.de.txt", "firma.ch.xml"}),
    ],
)
def test_only_what_was_asked_for(only, expected):
    mine = {path.rpartition("/")[2] for path in files(people=(ANNA,), only=only) if path.startswith("people/")}
    assert mine == expected


def test_a_company_without_people_gets_its_files_in_every_language():
    assert list(files(people=())) == [
        "README.de.txt",
        "README.en.txt",
        "company/sheet.de.html",
        "company/sheet.en.html",
        "company/thunderbird/firma.ch.xml",
        "company/thunderbird_policies/policies.json",
        "company/dns/firma.ch.zone",
        "company/dns/user-agent-configuration.json",
        "company/dovecot/99-mailweiche.conf",
    ]


def test_people_read_their_own_language():
    made = files()
    assert b"Ihre Mails bleiben" in made["people/anna_firma.ch/sheet.html"].data
    assert b"Your mail stays" in made["people/ben_firma.ch/sheet.html"].data
    assert b"Email set-up for Ben Ash <ben@firma.ch>" in made["people/ben_firma.ch/README.en.txt"].data


def test_what_is_missing_is_said_with_its_reason():
    refusals = refused(company(), PEOPLE, only=NO_TERMINAL)
    assert [(each.target, each.person, each.because) for each in refusals] == [
        (Target.THUNDERBIRD, "info@firma.ch", (Cannot.COLLECTOR_MUST_KEEP,)),
        (Target.APPLE, "info@firma.ch", (Cannot.COLLECTOR_MUST_KEEP,)),
        (Target.OUTLOOK_POX, "info@firma.ch", (Cannot.COLLECTOR_MUST_KEEP,)),
        (Target.THUNDERBIRD_ANDROID_QR, "info@firma.ch", (Cannot.PHONE_COLLECTS_NOTHING,)),
        (Target.K9, "info@firma.ch", (Cannot.PHONE_COLLECTS_NOTHING,)),
    ]
    made = files()
    for path in ("README.en.txt", "people/info_firma.ch/README.de.txt"):
        assert any(word in made[path].data.decode() for word in ("Not included", "Nicht enthalten"))
    assert "info@firma.ch" in made["README.en.txt"].data.decode()


def test_a_company_without_sending_server_gets_sheets_and_slips_only():
    settings_ = replace(company(), submission=None)
    every = tuple(Target)
    made = list(export(settings_, (ANNA,), only=every))
    assert {file.target for file in made} == {None, *(each.target for each in FORMATS.values() if each.always)}
    kinds = [each for each in FORMATS.values() if not each.always]
    assert {(each.target, each.person) for each in refused(settings_, (ANNA,), only=every)} == {
        *((each.target, "anna@firma.ch") for each in kinds if each.person),
        *((each.target, None) for each in kinds if each.company),
    }


def test_a_provider_without_passwords_gets_no_password_style_profile():
    oauth2 = (Authentication.OAUTH2,)
    settings_ = replace(company(), imap=server(authentication=oauth2), submission=server(authentication=oauth2))
    made = {file.path: file.data for file in export(settings_, (ANNA,))}
    assert not any(path.endswith(".mobileconfig") for path in made)
    assert b"password-cleartext" not in made["people/anna_firma.ch/thunderbird/firma.ch.xml"]
    assert b"<authentication>OAuth2" in made["people/anna_firma.ch/thunderbird/firma.ch.xml"]


def test_a_file_without_words_lies_beside_one_that_has_them():
    made = files()
    for silent, speaking in WITHOUT_WORDS.items():
        assert made[silent].target is made[speaking].target
        assert silent.rpartition("/")[0] == speaking.rpartition("/")[0]


@pytest.mark.parametrize("form", [form for form in Form if form is not Form.IMAP])
def test_encrypt_first_stands_in_every_file(form):
    for path, file in files(form, alarms=("encrypt_first",)).items():
        if path in WITHOUT_WORDS:
            continue
        words = words_in(file.data)
        sentence = ALARM_TEXTS["encrypt_first"]
        assert sentence.de.partition(".")[0] in words or sentence.en.partition(".")[0] in words, path


def test_alarms_and_notes_may_travel_with_the_settings():
    settings_ = replace(company(), alarms=("encrypt_first",), provider_notes=("app_password_required",))
    sheet = next(file.data.decode() for file in export(settings_, (BEN,)) if file.path.endswith("sheet.html"))
    assert ALARM_TEXTS["encrypt_first"].en in sheet
    assert "separate app password" in sheet


def test_unproven_servers_are_named_inside_every_file():
    settings_ = replace(company(), imap=server(proven=False, checked_at=None))
    for file in export(settings_, (ANNA, BEN)):
        if file.path in WITHOUT_WORDS:
            continue
        text = words_in(file.data)
        assert "Nicht geprüft: imap.firma.ch" in text or "Not checked: imap.firma.ch" in text, file.path


@pytest.mark.parametrize("form", Form)
def test_no_file_gives_forbidden_advice(form):
    for path, file in files(form, alarms=tuple(ALARM_TEXTS)).items():
        text = words_in(file.data)
        assert "ß" not in text, path
        assert not re.search(r"(?i)(accept|confirm|ignore) the certificate|Warnung bestätigen|please|bitte", text), path
        assert not re.search(r"(?i)without encryption|ohne Verschlüsselung|turn off SSL", text), path
        assert not re.search(r"(?i)is (your|a) backup|GoBD|compliant|rechtssicher", text), path
        assert "Passwort:" not in text, path


def test_what_cannot_be_expressed_is_in_file_readme_and_entry():
    made = files(Form.POP3_KEEP_DAYS, people=(BEN,))
    profile = made["people/ben_firma.ch/mailweiche.mobileconfig"]
    assert profile.cannot == (Cannot.NO_DAYS, Cannot.UNSIGNED)
    sentence = "The profile cannot say that mail is deleted from the server after 21 days."
    assert sentence in plistlib.loads(profile.data)["PayloadDescription"]
    readme = " ".join(made["people/ben_firma.ch/README.en.txt"].data.decode().split())
    assert sentence in readme
    thunderbird = made["people/ben_firma.ch/thunderbird/firma.ch.xml"].data.decode()
    assert "also deletes on the server when you delete" in thunderbird


def test_unsafe_settings_are_refused_before_the_first_file():
    with pytest.raises(UnsafeSettingsError):
        export(replace(company(), imap=server("imap.firma.ch\nevil")), (ANNA,))
    with pytest.raises(UnsafeSettingsError):
        export(company(), (ANNA, Person("not an address", "Ben")))


words = st.text(max_size=40)
people = st.builds(
    Person,
    address=st.sampled_from(["anna@firma.ch", "o'neil+x@firma.ch", "a!b@müller.ch", "con@firma.ch"]),
    name=words,
    username=st.none() | words,
    programs=st.lists(st.sampled_from(Program), max_size=3).map(tuple),
    language=st.sampled_from(Language),
)


def _readme(data):
    assert data.decode("utf-8").replace("\r\n", "").isprintable()


def _html(data):
    html5lib.HTMLParser(strict=True).parse(data)


def _autoconfig(data):
    assert ET.fromstring(data).findtext(".//domain")


def _profile(data):
    assert problems(data) == []


def _zone(data):
    if data.startswith(b"{"):
        pacc_rules.read(data)
    else:
        zone_rules.read(data, "firma.ch")


def _policies(data):
    assert json.loads(data)["policies"]


def _k9(data):
    assert ET.fromstring(data).tag == "k9settings"


def _picture(data):
    assert ET.fromstring(data).tag == "{http://www.w3.org/2000/svg}svg"


def _sections(data):
    assert read_sections(data)


def _script(data):
    script_rules.read(data)


def _slip(data):
    assert pages_in(data) == 1
    assert "smtp.firma.ch" in words_in(data)


CHECKS = {
    Target.THUNDERBIRD_POLICIES: _policies,
    Target.THUNDERBIRD_ANDROID_QR: _picture,
    Target.K9: _k9,
    Target.EVOLUTION: _sections,
    Target.CLAWS: _sections,
    Target.KMAIL: _script,
    None: _readme,
    Target.SHEET: _html,
    Target.SLIP: _slip,
    Target.THUNDERBIRD: _autoconfig,
    Target.APPLE: _profile,
    Target.OUTLOOK_POX: pox_rules.read,
    Target.OUTLOOK_PRF: prf_rules.read,
    Target.OUTLOOK_STEPS: _html,
    Target.DNS: _zone,
    Target.DOVECOT: dovecot_rules.read,
}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(words, people, words, st.sampled_from(Form))
def test_no_name_breaks_the_syntax_of_a_file(organisation, person, contact, form):
    settings_ = replace(company(form), organisation=organisation)
    for file in export(settings_, (person,), only=NO_TERMINAL, contact=contact):
        CHECKS[file.target](file.data)


def test_a_collecting_computer_beside_imap_is_told_to_encrypt_first_and_the_others_are_not():
    settings_ = replace(company(), full_copy_alarms=("encrypt_first", "backup_first"))
    made = {file.path: words_in(file.data) for file in export(settings_, (ANNA, COLLECTOR))}
    told = {path for path, text in made.items() if ALARM_TEXTS["encrypt_first"].de.partition(".")[0] in text}
    assert told == {path for path in made if "/info_firma.ch" in path}
    assert ALARM_TEXTS["backup_first"].de.partition(".")[0] in made["people/info_firma.ch/sheet.html"]
