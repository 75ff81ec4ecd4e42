"""The script for KMail; that Akonadi takes it, fetches and sends is shown in the integration tests."""

import re

import pytest
from hypothesis import given

from advisor.profiles.account import Form, plain
from advisor.profiles.cannot import Cannot
from advisor.profiles.export import export
from advisor.profiles.formats.catalogue import limits, refusals
from advisor.profiles.formats.kmail import kmail_setup
from advisor.profiles.formats.kmail_script import Value, script
from advisor.profiles.targets import Target
from advisor.settings.codes import Alternative
from advisor.settings.values import Person
from probes.codes import Authentication, Security, UsernameForm
from tests.unit.profiles.companies import ANNA, BEN, COLLECTOR, account, company, server
from tests.unit.profiles.formats.terminal import hostile_people, hostile_test
from tests.unit.profiles.script_rules import read


def made(form=Form.IMAP, person=ANNA, **changes):
    """The exported script."""
    (data,) = [each.data for each in export(company(form, **changes), (person,), only={Target.KMAIL}) if each.target]
    return data


def values(form=Form.IMAP, person=ANNA, **changes):
    found = read(made(form, person, **changes)).values
    return {name: value for name, (_, value, _) in found.items()}


@pytest.mark.parametrize(
    ("form", "leave", "days"),
    [
        (Form.POP3_KEEP_DAYS, "true", "21"),
        (Form.POP3_KEEP_FOREVER, "true", "-1"),
        (Form.POP3_DELETE, "false", "-1"),
    ],
)
def test_what_stays_on_the_server(form, leave, days):
    assert values(form) == {
        "leaveOnServer": leave,
        "leaveOnServerDays": days,
        "leaveOnServerCount": "-1",
        "leaveOnServerSize": "-1",
        "port": "995",
        "useSSL": "true",
        "useTLS": "false",
        "authenticationMethod": "7",
        "intervalCheckEnabled": "true",
        "login": "anna@firma.ch",
        "host": "pop.firma.ch",
    }


def test_what_is_deleted_is_said_before_the_server_is_known():
    names = list(values(Form.POP3_KEEP_FOREVER))
    assert names[:4] == ["leaveOnServer", "leaveOnServerDays", "leaveOnServerCount", "leaveOnServerSize"]
    assert names[-1] == "host"


@pytest.mark.parametrize(("form", "copy"), [(Form.IMAP, "false"), (Form.IMAP_ARCHIVE, "true")])
def test_imap(form, copy):
    assert values(form) == {
        "disconnectedModeEnabled": copy,
        "imapPort": "993",
        "safety": "SSL",
        "authentication": "7",
        "userName": "anna@firma.ch",
        "imapServer": "imap.firma.ch",
    }


def test_the_collecting_computer_never_deletes():
    found = values(Form.IMAP, COLLECTOR)
    assert (found["leaveOnServer"], found["leaveOnServerDays"]) == ("true", "-1")


def test_starttls():
    starttls = server("mail.firma.ch", 4711, Security.STARTTLS)
    imap = values(imap=starttls)
    assert (imap["safety"], imap["imapPort"], imap["authentication"]) == ("STARTTLS", "4711", "1")
    pop3 = values(Form.POP3_DELETE, pop3=starttls)
    assert (pop3["useSSL"], pop3["useTLS"], pop3["port"]) == ("false", "true", "4711")
    assert "encryption=TLS" in read(made(submission=starttls)).transport


@pytest.mark.parametrize(
    ("method", "number", "sending"),
    [
        (Authentication.PASSWORD_ENCRYPTED, "2", "CRAM_MD5"),
        (Authentication.GSSAPI, "4", "GSSAPI"),
        (Authentication.NTLM, "5", "NTLM"),
        (Authentication.PASSWORD_CLEARTEXT, "7", "PLAIN"),
    ],
)
def test_the_way_to_sign_in(method, number, sending):
    only = {"authentication": (method,)}
    assert values(imap=server(**only))["authentication"] == number
    assert values(Form.POP3_DELETE, pop3=server(**only))["authenticationMethod"] == number
    assert f"authtype={sending}" in read(made(submission=server(**only))).transport


def test_identity_and_sending():
    found = read(made())
    number = found.variables["transport"]
    assert found.transport == [
        f"[Transport {number}]",
        "auth=true",
        "authtype=PLAIN",
        "encryption=SSL",
        "host=smtp.firma.ch",
        "identifier=SMTP",
        "name=smtp.firma.ch",
        "port=465",
        "user=anna@firma.ch",
        f"id={number}",
    ]
    assert found.identity == [
        "Email Address=anna@firma.ch",
        "Identity=anna@firma.ch",
        "Name=Anna Müller",
        "Organization=Firma & Söhne AG",
        f"Transport={number}",
        f"uoid={found.variables['identity']}",
    ]
    assert found.links["accountIdentity"][1] == found.variables["identity"]
    assert read(made(Form.POP3_DELETE)).links == {}


def test_numbers_stay_the_same_and_differ_between_people():
    numbers = [
        {name: read(made(person=person)).variables[name] for name in ("transport", "identity")}
        for person in (ANNA, ANNA, BEN)
    ]
    assert numbers[0] == numbers[1]
    assert not set(numbers[0].values()) & set(numbers[2].values())
    assert all(0 < int(each) < 2**31 for number in numbers for each in number.values())


def test_no_password_is_in_it_and_the_top_says_how_to_use_it():
    data = made(person=BEN).decode()
    top = read(data.encode()).comment
    assert "sh kmail.sh" in top
    assert "on the server" in top
    assert not re.search(r"(?i)set\w*password|passwd|storepass", data)


def test_what_is_refused():
    oauth2 = account(imap=server(authentication=(Authentication.OAUTH2,)))
    assert refusals(Target.KMAIL, oauth2) == (Cannot.OAUTH2_REQUIRED,)
    nameless = account(imap=server(username=UsernameForm.OTHER))
    assert refusals(Target.KMAIL, nameless) == (Cannot.USERNAME_NEEDED,)
    with pytest.raises(ValueError, match="user name"):
        kmail_setup(nameless)
    with pytest.raises(ValueError, match="person"):
        kmail_setup(account(person=None))


def test_a_collector_by_imap_is_told_that_deleting_cannot_be_locked():
    copying = Person("info@firma.ch", "Archiv-PC", role=COLLECTOR.role, alternative=Alternative.IMAP_ARCHIVE)
    assert Cannot.COLLECTOR_CAN_DELETE in limits(Target.KMAIL, account(Form.IMAP, copying))


@pytest.mark.parametrize(
    ("value", "answer"),
    [
        (Value("leaveOnServer", "b", "true"), "b true"),
        (Value("leaveOnServerDays", "i", "-1"), "i -1"),
        (Value("host", "s", "pop.firma.ch"), 's "pop.firma.ch"'),
        (Value("login", "s", "-x \"$(id)\" é 'a' b\\c"), r's "-x \"$(id)\" \303\251 ' + r"\'a\' b\\c" + '"'),
    ],
)
def test_the_answer_that_busctl_prints(value, answer):
    assert value.answer == answer


@hostile_test
@given(hostile_people)
def test_no_name_adds_a_command(person):
    if not plain(person.username):
        return
    found = read(made(Form.POP3_KEEP_DAYS, person, organisation=person.name))
    harmless = read(made(Form.POP3_KEEP_DAYS))
    assert found.values.keys() == harmless.values.keys()
    assert found.values["login"][1] == plain(person.username)
    assert found.values["leaveOnServer"] == harmless.values["leaveOnServer"]
    keys = [line.partition("=")[0] for line in found.identity]
    assert keys == [line.partition("=")[0] for line in harmless.identity]
    assert f"Name={plain(person.name)}".replace("\\", "\\\\") in found.identity


def test_a_value_of_two_lines_is_refused():
    setup = kmail_setup(account())
    for said in ("a\nb", "a\x00b", "a\u2028b", " a"):
        with pytest.raises(ValueError, match="one line"):
            script(setup, {"done": said}, ())
