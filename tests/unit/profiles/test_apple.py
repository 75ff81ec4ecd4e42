"""The configuration profile, read back and checked against Apple's rules; each rule has a bad file that fails."""

import plistlib

import pytest

from advisor.profiles.account import Form
from advisor.profiles.formats.apple import configuration_profile
from advisor.settings.codes import Alternative, Role
from advisor.settings.values import Person
from probes.codes import Authentication, Security, UsernameForm
from tests.unit.profiles.apple_rules import RULES, problems
from tests.unit.profiles.companies import ANNA, BEN, account, server

GOOD = configuration_profile(account(), "About this profile")
WRONG_TYPES = {"string": 7, "integer": "7", "boolean": "true", "array": "x", "dictionary": "x", "date": "x"}
WRONG_VALUES = {"string": "Wrong", "integer": 2, "boolean": None}
COPYING = Person("anna@firma.ch", "Anna Müller", role=Role.COLLECTOR, alternative=Alternative.IMAP_ARCHIVE)
WRONG_FORMATS = {
    "consent": {"de": "Ja"},
    "uuid": "1234",
    "host": "no host",
    "reverse_dns": "ch firma",
    "address": "nobody",
}


def mail(*args, **kwargs):
    return plistlib.loads(configuration_profile(account(*args, **kwargs), ""))["PayloadContent"][0]


@pytest.mark.parametrize("form", Form)
def test_every_form_passes_the_rules(form):
    data = configuration_profile(account(form), "text")
    assert problems(data) == []
    kind = plistlib.loads(data)["PayloadContent"][0]["EmailAccountType"]
    assert kind == ("EmailTypeIMAP" if form.startswith("imap") else "EmailTypePOP")


def bad_profiles():
    for level in ("top_level", "mail"):
        yield level, "LeaveOnServerDays", 14, "unknown"
        for key, rule in RULES[level].items():
            if rule["presence"] == "required":
                yield level, key, None, "missing"
            if rule["presence"] == "never":
                yield level, key, "geheim", "never"
            yield level, key, WRONG_TYPES[rule["type"]], "type"
            if "values" in rule:
                yield level, key, _outside(rule), "values"
            if "range" in rule:
                yield level, key, rule["range"][0] - 1, "range"
                yield level, key, rule["range"][1] + 1, "range"
            if "format" in rule:
                yield level, key, WRONG_FORMATS[rule["format"]], "format"


def _outside(rule):
    return not rule["values"][0] if rule["type"] == "boolean" else WRONG_VALUES[rule["type"]]


@pytest.mark.parametrize(("level", "key", "value", "what"), list(bad_profiles()))
def test_each_rule_has_a_bad_file_that_fails(level, key, value, what):
    profile = plistlib.loads(GOOD)
    payload = profile if level == "top_level" else profile["PayloadContent"][0]
    payload.pop(key, None)
    if value is not None:
        payload[key] = value
    assert f"{key}: {what}" in problems(plistlib.dumps(profile))


def test_the_path_prefix_is_for_imap_only():
    profile = plistlib.loads(configuration_profile(account(Form.POP3_DELETE), ""))
    profile["PayloadContent"][0]["IncomingMailServerIMAPPathPrefix"] = "INBOX"
    assert problems(plistlib.dumps(profile)) == ["IncomingMailServerIMAPPathPrefix: imap only"]


def test_values_are_those_of_the_settings():
    payload = mail(submission=server("smtp.firma.ch", 587, Security.STARTTLS, username=UsernameForm.LOCAL_PART))
    assert payload["IncomingMailServerHostName"] == "imap.firma.ch"
    assert payload["IncomingMailServerPortNumber"] == 993
    assert payload["IncomingMailServerUsername"] == "anna@firma.ch"
    assert payload["OutgoingMailServerPortNumber"] == 587
    assert payload["OutgoingMailServerUsername"] == "anna"
    assert payload["EmailAddress"] == "anna@firma.ch"
    assert payload["EmailAccountName"] == "Anna Müller"


def test_encryption_is_always_written_and_one_password_is_asked():
    payload = mail(submission=server("smtp.firma.ch", 587, Security.STARTTLS))
    assert payload["IncomingMailServerUseSSL"] is True
    assert payload["OutgoingMailServerUseSSL"] is True
    assert payload["OutgoingPasswordSameAsIncomingPassword"] is True
    assert not {"IncomingPassword", "OutgoingPassword"} & set(payload)


def test_an_unknown_user_name_is_left_out_so_that_the_device_asks():
    assert "IncomingMailServerUsername" not in mail(imap=server(username=UsernameForm.OTHER))


@pytest.mark.parametrize(
    ("methods", "expected"),
    [
        ((Authentication.PASSWORD_ENCRYPTED,), "EmailAuthCRAMMD5"),
        ((Authentication.NTLM,), "EmailAuthNTLM"),
        ((Authentication.PASSWORD_ENCRYPTED, Authentication.PASSWORD_CLEARTEXT), "EmailAuthPassword"),
        ((), "EmailAuthPassword"),
    ],
)
def test_authentication(methods, expected):
    assert mail(imap=server(authentication=methods))["IncomingMailServerAuthentication"] == expected


def identifiers(form=Form.IMAP, person=ANNA, **changes):
    profile = plistlib.loads(configuration_profile(account(form, person, **changes), ""))
    payload = profile["PayloadContent"][0]
    return tuple(each[key] for each in (profile, payload) for key in ("PayloadIdentifier", "PayloadUUID"))


def test_a_second_install_updates_whatever_was_corrected():
    first = identifiers()
    assert len(set(first)) == 4
    for same in (
        identifiers(Form.IMAP_ARCHIVE, imap=server("new.firma.ch")),
        identifiers(person=Person("anna@firma.ch", "Anna Meier")),
        identifiers(person=Person("Anna@Firma.ch", "Anna Müller", username="anna-m")),
        identifiers(organisation="Firma und Söhne AG"),
    ):
        assert same == first


def test_another_mailbox_another_role_and_another_protocol_are_other_accounts():
    first = identifiers(Form.IMAP)
    others = [
        identifiers(person=BEN),
        identifiers(person=Person("anna@firma.ch", "Anna Müller", role=Role.PROGRAM)),
        identifiers(person=COPYING),
        identifiers(Form.POP3_DELETE),
    ]
    everything = [first, *others]
    assert len({each for found in everything for each in found}) == 4 * len(everything)


def test_the_account_is_called_by_its_address_so_that_two_of_one_company_differ():
    assert mail()["EmailAccountDescription"] == "anna@firma.ch"
    assert mail(person=BEN)["EmailAccountDescription"] == "ben@firma.ch"


def test_whoever_installs_it_is_asked_first_and_sees_who_sends_it():
    consent = plistlib.loads(GOOD)["ConsentText"]
    assert set(consent) == {"default", "de", "en"}
    assert consent["default"] == consent["de"]
    assert plistlib.loads(configuration_profile(account(person=BEN), ""))["ConsentText"]["default"] == consent[
        "en"
    ].replace("anna@", "ben@")
    for text in consent.values():
        for word in ("Firma & Söhne AG", "anna@firma.ch", "imap.firma.ch", "smtp.firma.ch"):
            assert word in text


def test_a_change_of_protocol_installs_beside_the_old_account():
    assert not set(identifiers(Form.POP3_DELETE)) & set(identifiers(Form.IMAP))


def test_without_person_or_server_there_is_no_profile():
    for bare in (account(person=None), account(submission=None)):
        with pytest.raises(ValueError, match="person and both servers"):
            configuration_profile(bare, "")
