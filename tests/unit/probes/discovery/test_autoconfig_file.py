"""The tolerant reader of config-v1.1.xml."""

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from probes.codes import Authentication, Protocol, Security, UsernameForm
from probes.discovery.autoconfig_file import MAX_SERVERS, Tolerated, parse_autoconfig
from probes.errors import ProtocolError

SERVER = """<incomingServer type="{kind}"><hostname>{host}</hostname><port>{port}</port>
<socketType>{socket}</socketType><username>{username}</username><authentication>{authentication}</authentication></incomingServer>"""
GOOD = {"kind": "imap", "host": "mail.firma.ch", "port": "993", "socket": "SSL", "username": "%EMAILADDRESS%",
        "authentication": "password-cleartext"}  # fmt: skip


def document(*servers, head="", domain="<domain>firma.ch</domain>", attributes='version="1.1"'):
    body = "".join(SERVER.format(**{**GOOD, **server}) for server in servers)
    return (
        f'{head}<clientConfig {attributes}><emailProvider id="x">{domain}{body}</emailProvider></clientConfig>'.encode()
    )


def read(*servers, **layout):
    return parse_autoconfig(document(*servers, **layout), "firma.ch", "postmaster")


def test_a_plain_file():
    imap, pop3 = read({}, {"kind": "pop3", "port": "110", "socket": "STARTTLS", "username": "%EMAILLOCALPART%"})
    assert (imap.protocol, imap.host, imap.port, imap.security) == (Protocol.IMAP, "mail.firma.ch", 993, Security.TLS)
    assert (imap.username, imap.authentication) == (UsernameForm.ADDRESS, (Authentication.PASSWORD_CLEARTEXT,))
    assert (pop3.protocol, pop3.security, pop3.username) == (Protocol.POP3, Security.STARTTLS, UsernameForm.LOCAL_PART)
    assert imap.tolerated == ()


def test_the_outgoing_server_is_submission():
    body = document({}).replace(b"incomingServer", b"outgoingServer").replace(b'"imap"', b'"smtp"')
    (server,) = parse_autoconfig(body, "firma.ch", "postmaster")
    assert server.protocol is Protocol.SUBMISSION


@pytest.mark.parametrize(
    ("change", "field", "value", "tolerated"),
    [
        ({"socket": "tls"}, "security", Security.TLS, Tolerated.SOCKET_TYPE_SYNONYM),
        ({"socket": "plain"}, "security", Security.NONE, None),
        ({"socket": " ssl "}, "security", Security.TLS, None),
        ({"authentication": "plain"}, "authentication", (Authentication.PASSWORD_CLEARTEXT,),
         Tolerated.AUTHENTICATION_SYNONYM),
        ({"authentication": "OAuth"}, "authentication", (Authentication.OAUTH2,), Tolerated.AUTHENTICATION_SYNONYM),
        ({"authentication": "magic"}, "authentication", (), Tolerated.AUTHENTICATION_UNKNOWN),
        ({"username": "%EMAILADDRESS"}, "username", UsernameForm.ADDRESS, Tolerated.PLACEHOLDER_UNCLOSED),
        ({"username": "postmaster@firma.ch"}, "username", UsernameForm.ADDRESS, Tolerated.PLACEHOLDER_FILLED_IN),
        ({"username": "postmaster"}, "username", UsernameForm.LOCAL_PART, Tolerated.PLACEHOLDER_FILLED_IN),
        ({"username": "%EMAILLOCALPART%@%EMAILDOMAIN%"}, "username", UsernameForm.ADDRESS, None),
        ({"username": "f-%EMAILLOCALPART%"}, "username_template", "f-%EMAILLOCALPART%", None),
        ({"username": ""}, "username", None, None),
        ({"host": "mail.%EMAILDOMAIN%"}, "host", "mail.firma.ch", None),
        ({"host": " Mail.Firma.CH. "}, "host", "mail.firma.ch", None),
    ],
)  # fmt: skip
def test_what_is_read_and_what_is_tolerated(change, field, value, tolerated):
    (server,) = read(change)
    assert getattr(server, field) == value
    assert server.tolerated == ((tolerated,) if tolerated else ())


@pytest.mark.parametrize(
    "change",
    [{"host": "127.0.0.1"}, {"host": "a b"}, {"host": ""}, {"port": "0"}, {"port": "99999"}, {"port": "９９３"},
     {"port": "imap"}, {"socket": "magic"}, {"kind": "exchange"}],
)  # fmt: skip
def test_one_bad_server_never_spoils_the_others(change):
    assert [server.host for server in read(change, {"host": "good.firma.ch"})] == ["good.firma.ch"]


def test_namespace_and_foreign_domain_are_said():
    (server,) = read({}, attributes='xmlns="urn:x"', domain="<domain>other.ch</domain>")
    assert server.tolerated == (Tolerated.DOMAIN_NOT_LISTED, Tolerated.NAMESPACE)


def test_a_byte_order_mark_and_leading_space_are_read():
    body = document({}, head='<?xml version="1.0" encoding="UTF-8"?>')
    assert parse_autoconfig(b"\n " + body, "firma.ch", "postmaster")
    assert parse_autoconfig("\ufeff".encode() + body, "firma.ch", "postmaster")


def test_more_servers_than_anyone_has_are_cut():
    assert len(read(*[{"host": f"m{number}.firma.ch"} for number in range(40)])) == MAX_SERVERS


ENTITIES = '<!DOCTYPE x [<!ENTITY a "{}"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html><body>Welcome</body></html>",
        b"<!doctype html><html>",
        b"not xml",
        b"<clientConfig>",
        document({}, head=ENTITIES.format("boom")),
        document({}, head='<!DOCTYPE x SYSTEM "http://10.0.0.1/x.dtd">'),
        document({}, head='<?xml version="1.0" encoding="rot13"?>'),
        b'<?xml version="1.0" encoding="utf-16"?><clientConfig/>',
    ],
)
def test_what_is_no_such_file_is_refused(body):
    with pytest.raises(ProtocolError):
        parse_autoconfig(body, "firma.ch", "postmaster")


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.binary(max_size=200), st.lists(st.sampled_from(
    ["<clientConfig>", "<incomingServer type='imap'>", "<hostname>", "a.ch", "</hostname>", "<port>", "993", "</port>",
     "<socketType>SSL</socketType>", "</incomingServer>", "</clientConfig>", "&lt;", "<!--", "-->", "\x00"]),
    max_size=14).map(lambda parts: "".join(parts).encode())))  # fmt: skip
def test_no_file_can_break_the_reader(body):
    with contextlib.suppress(ProtocolError):  # any other kind of error fails the test
        parse_autoconfig(body, "firma.ch", "postmaster")
