"""The autoconfig file: enums, ports, host names, the block for POP3."""

from xml.etree import ElementTree as ET

import pytest

from advisor.profiles.account import Form
from advisor.profiles.formats.thunderbird import autoconfig
from advisor.settings.values import Person
from probes.codes import Authentication, Security, UsernameForm
from tests.unit.profiles.companies import account, server

SOCKET_TYPES = {"SSL", "STARTTLS"}
AUTHENTICATION = {"password-cleartext", "password-encrypted", "OAuth2", "GSSAPI", "NTLM", "TLS-client-cert"}


def tree(*args, **kwargs):
    return ET.fromstring(autoconfig(account(*args, **kwargs)))


@pytest.mark.parametrize("form", Form)
def test_shape_enums_ports_and_hosts(form):
    root = tree(form)
    assert (root.tag, root.get("version")) == ("clientConfig", "1.1")
    (provider,) = root
    assert provider.get("id") == "firma.ch"
    assert provider.findtext("domain") == "firma.ch"
    (incoming,) = provider.findall("incomingServer")
    (outgoing,) = provider.findall("outgoingServer")
    assert incoming.get("type") == ("imap" if form.startswith("imap") else "pop3")
    assert outgoing.get("type") == "smtp"
    for element in (incoming, outgoing):
        assert element.findtext("hostname").endswith(".firma.ch")
        assert 1 <= int(element.findtext("port")) <= 65535
        assert element.findtext("socketType") in SOCKET_TYPES
        assert {each.text for each in element.findall("authentication")} <= AUTHENTICATION
        assert element.findall("authentication")
        assert element.find("password") is None


@pytest.mark.parametrize(
    ("form", "leave", "days"),
    [
        (Form.IMAP, None, None),
        (Form.IMAP_ARCHIVE, None, None),
        (Form.POP3_DELETE, "false", None),
        (Form.POP3_KEEP_DAYS, "true", "21"),
        (Form.POP3_KEEP_FOREVER, "true", "9999"),
    ],
)
def test_what_stays_on_the_server(form, leave, days):
    incoming = tree(form).find("emailProvider/incomingServer")
    assert incoming.findtext("pop3/leaveMessagesOnServer") == leave
    assert incoming.findtext("pop3/daysToLeaveMessagesOnServer") == days


def test_starttls_and_ports_are_those_of_the_settings():
    outgoing = tree(submission=server("smtp.firma.ch", 587, Security.STARTTLS)).find("emailProvider/outgoingServer")
    assert outgoing.findtext("port") == "587"
    assert outgoing.findtext("socketType") == "STARTTLS"


def test_the_companys_file_holds_placeholders_and_the_persons_file_names():
    local = server(username=UsernameForm.LOCAL_PART)
    other = server(username=UsernameForm.OTHER, username_template="%EMAILLOCALPART%.mail")
    assert tree(person=None).findtext(".//incomingServer/username") == "%EMAILADDRESS%"
    assert tree(person=None, imap=local).findtext(".//incomingServer/username") == "%EMAILLOCALPART%"
    assert tree(person=None, imap=other).findtext(".//incomingServer/username") == "%EMAILLOCALPART%.mail"
    assert tree(imap=local).findtext(".//incomingServer/username") == "anna"


def test_a_person_of_another_domain_gets_a_file_for_that_domain():
    root = tree(person=Person("anna@müller.ch", "Anna"))
    assert root.findtext(".//domain") == "xn--mller-kva.ch"


@pytest.mark.parametrize(
    ("methods", "expected"),
    [
        ((), ["password-cleartext"]),
        ((Authentication.OAUTH2,), ["OAuth2"]),
        (
            (Authentication.PASSWORD_ENCRYPTED, Authentication.PASSWORD_CLEARTEXT, Authentication.OAUTH2),
            ["OAuth2", "password-cleartext", "password-encrypted"],
        ),
        ((Authentication.GSSAPI,), ["GSSAPI"]),
    ],
)
def test_authentication_in_the_order_that_thunderbird_should_try(methods, expected):
    root = tree(imap=server(authentication=methods))
    assert [each.text for each in root.findall(".//incomingServer/authentication")] == expected


def test_without_a_server_there_is_no_file():
    with pytest.raises(ValueError, match="both servers"):
        autoconfig(account(submission=None))
