"""The tolerant reader of config-v1.1.xml."""

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from probes.codes import Authentication, Protocol, Security, SourceNote, Tolerated, UsernameForm
from probes.discovery.autoconfig_file import MAX_SERVERS, parse_autoconfig
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
    return parse_autoconfig(document(*servers, **layout), "firma.ch", "postmaster").servers


def notes(*servers, **layout):
    return parse_autoconfig(document(*servers, **layout), "firma.ch", "postmaster").notes


def test_a_plain_file():
    imap, pop3 = read({}, {"kind": "pop3", "port": "110", "socket": "STARTTLS", "username": "%EMAILLOCALPART%"})
    assert (imap.protocol, imap.host, imap.port, imap.security) == (Protocol.IMAP, "mail.firma.ch", 993, Security.TLS)
    assert (imap.username, imap.authentication) == (UsernameForm.ADDRESS, (Authentication.PASSWORD_CLEARTEXT,))
    assert (pop3.protocol, pop3.security, pop3.username) == (Protocol.POP3, Security.STARTTLS, UsernameForm.LOCAL_PART)
    assert imap.tolerated == ()


def test_the_outgoing_server_is_submission():
    body = document({}).replace(b"incomingServer", b"outgoingServer").replace(b'"imap"', b'"smtp"')
    (server,) = parse_autoconfig(body, "firma.ch", "postmaster").servers
    assert server.protocol is Protocol.SUBMISSION


@pytest.mark.parametrize(
    ("change", "field", "value", "tolerated"),
    [
        ({"socket": "tls"}, "security", Security.TLS, Tolerated.SOCKET_TYPE_SYNONYM),
        ({"socket": "plain"}, "security", Security.NONE, None),
        ({"socket": " SSL "}, "security", Security.TLS, None),
        ({"socket": "ssl"}, "security", Security.TLS, Tolerated.SOCKET_TYPE_SYNONYM),
        ({"socket": "TLS", "port": "143"}, "security", Security.STARTTLS, Tolerated.SOCKET_TYPE_SYNONYM),
        ({"kind": "IMAP"}, "protocol", Protocol.IMAP, Tolerated.SERVER_TYPE_SYNONYM),
        ({"authentication": "oauth2"}, "authentication", (Authentication.OAUTH2,), Tolerated.AUTHENTICATION_SYNONYM),
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
        ({"username": "EMAILADDRESS%"}, "username", UsernameForm.ADDRESS, Tolerated.PLACEHOLDER_UNCLOSED),
        ({"username": "%EmailAddress%"}, "username", UsernameForm.ADDRESS, Tolerated.PLACEHOLDER_UNCLOSED),
        ({"username": "postmaster%40firma.ch"}, "username", UsernameForm.ADDRESS, Tolerated.PLACEHOLDER_FILLED_IN),
        ({"username": "%EMAILLOCALPART%@firma.ch"}, "username", UsernameForm.ADDRESS, None),
        ({"username": "%EMAILLOCALPART%+firma"}, "username_template", "%EMAILLOCALPART%+firma", None),
        ({"username": "%EMAILLOCALPART+%EMAILDOMAIN"}, "username_template", "%EMAILLOCALPART%+%EMAILDOMAIN%",
         Tolerated.PLACEHOLDER_UNCLOSED),
        ({"authentication": ""}, "authentication", (), None),
        ({"kind": "pop"}, "protocol", Protocol.POP3, Tolerated.SERVER_TYPE_SYNONYM),
        ({"socket": "magic</socketType><socketType>STARTTLS"}, "security", Security.STARTTLS,
         Tolerated.FIRST_USABLE_TAKEN),
        ({"host": "10.0.0.1</hostname><hostname>mail.firma.ch"}, "host", "mail.firma.ch",
         Tolerated.FIRST_USABLE_TAKEN),
        ({"host": "mail.%EMAILDOMAIN%"}, "host", "mail.firma.ch", None),
        ({"host": " Mail.Firma.CH. "}, "host", "mail.firma.ch", None),
    ],
)  # fmt: skip
def test_what_is_read_and_what_is_tolerated(change, field, value, tolerated):
    (server,) = read(change)
    assert getattr(server, field) == value
    assert server.tolerated == ((tolerated,) if tolerated else ())


DAYS = "daysToLeaveMessagesOnServer"


@pytest.mark.parametrize(
    ("block", "kind", "said"),
    [
        ("<pop3><leaveMessagesOnServer>false</leaveMessagesOnServer></pop3>", "pop3", (False, None)),
        ("<pop3><leaveMessagesOnServer> True </leaveMessagesOnServer></pop3>", "pop3", (True, None)),
        (f"<pop3><leaveMessagesOnServer>true</leaveMessagesOnServer><{DAYS}>21</{DAYS}></pop3>", "pop3", (True, 21)),
        (f"<pop3><{DAYS}>９</{DAYS}></pop3>", "pop3", (None, None)),
        (f"<pop3><{DAYS}>100000</{DAYS}></pop3>", "pop3", (None, None)),
        (f"<pop3><{DAYS}>-1</{DAYS}></pop3>", "pop3", (None, None)),
        ("<pop3><leaveMessagesOnServer>maybe</leaveMessagesOnServer></pop3>", "pop3", (None, None)),
        ("<pop3/>", "pop3", (None, None)),
        ("", "pop3", (None, None)),
        ("<pop3><leaveMessagesOnServer>false</leaveMessagesOnServer></pop3>", "imap", (None, None)),
    ],
)  # fmt: skip
def test_whether_fetched_mail_stays_is_read_where_mail_is_fetched(block, kind, said):
    body = document({"kind": kind}).replace(b"</incomingServer>", f"{block}</incomingServer>".encode())
    (server,) = parse_autoconfig(body, "firma.ch", "postmaster").servers
    assert (server.leave_on_server, server.leave_days) == said


@pytest.mark.parametrize(
    "change",
    [{"host": "127.0.0.1"}, {"host": "a b"}, {"host": ""}, {"port": "0"}, {"port": "99999"}, {"port": "９９３"},
     {"port": "imap"}, {"socket": "magic"}, {"kind": "exchange"}],
)  # fmt: skip
def test_one_bad_server_never_spoils_the_others(change):
    assert [server.host for server in read(change, {"host": "good.firma.ch"})] == ["good.firma.ch"]


@pytest.mark.parametrize(
    ("servers", "layout", "said"),
    [
        ([{}], {}, ()),
        ([{"port": "0"}, {}], {}, (SourceNote.SERVER_UNUSABLE,)),
        ([{"kind": "pop3", "port": "995"}, {}], {}, (SourceNote.POP3_FIRST,)),
        ([{"kind": "pop3", "port": "995"}], {}, ()),
        ([{}, {"kind": "exchange"}], {}, (SourceNote.EXCHANGE,)),
        ([{}, {"kind": "JMAP"}], {}, (SourceNote.JMAP,)),
        ([{}, {"kind": "carrier-pigeon"}, {"kind": ""}], {}, (SourceNote.UNKNOWN_SERVER_TYPE,)),
        ([{}], {"domain": "<domain>other.ch</domain>"}, (SourceNote.NOT_FOR_THIS_DOMAIN,)),
        ([{}], {"domain": "<domain>other.ch</domain><domain> FIRMA.ch. </domain>"}, ()),
        ([{}], {"domain": "<domain>%EMAILDOMAIN%</domain>"}, ()),
    ],
)  # fmt: skip
def test_what_is_odd_about_a_file_as_a_whole(servers, layout, said):
    assert notes(*servers, **layout) == said


def test_an_oauth2_block_that_no_server_uses_is_told():
    block = b"<oAuth2><issuer>login.firma.ch</issuer></oAuth2></clientConfig>"
    for method, said in (("password-cleartext", (SourceNote.OAUTH2_WITHOUT_SERVER,)), ("OAuth2", ())):
        body = document({"authentication": method}).replace(b"</clientConfig>", block)
        assert parse_autoconfig(body, "firma.ch", "postmaster").notes == said


def test_of_several_providers_in_one_file_the_one_that_names_the_domain_counts():
    other = (
        '<emailProvider id="o"><domain>other.ch</domain>'
        + SERVER.format(**{**GOOD, "host": "o.ch"})
        + "</emailProvider>"
    )
    body = document({}).replace(b"<emailProvider id=", f"{other}<emailProvider id=".encode(), 1)
    file = parse_autoconfig(body, "firma.ch", "postmaster")
    assert [server.host for server in file.servers] == ["mail.firma.ch"]
    assert parse_autoconfig(body, "elsewhere.ch", "postmaster").servers[0].host == "o.ch"


def test_a_sieve_server_is_read_with_the_port_of_its_standard():
    body = document({}).replace(b"incomingServer", b"setupServer").replace(b'"imap"', b'"managesieve"')
    for change, port in ((b"<port>2000</port>", 2000), (b"<port/>", 4190), (b"", 4190)):
        (server,) = parse_autoconfig(body.replace(b"<port>993</port>", change), "firma.ch", "postmaster").servers
        assert (server.protocol, server.port) == (Protocol.MANAGESIEVE, port)


@pytest.mark.parametrize(
    ("declared", "actual", "tolerated"),
    [("UTF-8", "utf-8", ()), ("ISO-8859-1", "latin-1", ()), ("utf-16", "utf-16", ()), ("windows-1252", "cp1252", ()),
     ("UTF-8", "latin-1", (Tolerated.ENCODING_WRONG,)), ("UTF-16", "utf-8", (Tolerated.ENCODING_WRONG,)),
     ("x-unknown", "utf-8", (Tolerated.ENCODING_WRONG,)), ("rot13", "utf-8", (Tolerated.ENCODING_WRONG,))],
)  # fmt: skip
def test_encodings_said_and_meant(declared, actual, tolerated):
    text = document({"username": "büro-%EMAILLOCALPART%"}, head=f'<?xml version="1.0" encoding="{declared}"?>').decode()
    (server,) = parse_autoconfig(text.encode(actual), "firma.ch", "postmaster").servers
    assert (server.username_template, server.tolerated) == ("büro-%EMAILLOCALPART%", tolerated)


def test_namespace_and_foreign_domain_are_said():
    (server,) = read({}, attributes='xmlns="urn:x"', domain="<domain>other.ch</domain>")
    assert server.tolerated == (Tolerated.DOMAIN_NOT_LISTED, Tolerated.NAMESPACE)


def test_a_byte_order_mark_and_leading_space_are_read():
    body = document({}, head='<?xml version="1.0" encoding="UTF-8"?>')
    assert parse_autoconfig(b"\n " + body, "firma.ch", "postmaster").servers
    assert parse_autoconfig("\ufeff".encode() + body, "firma.ch", "postmaster").servers


def test_more_servers_than_anyone_has_are_cut():
    file = parse_autoconfig(document(*[{"host": f"m{number}.firma.ch"} for number in range(40)]), "firma.ch", "x")
    assert (len(file.servers), file.notes) == (MAX_SERVERS, (SourceNote.MORE_THAN_READ,))
    whole = parse_autoconfig(document(*[{"host": f"m{number}.firma.ch"} for number in range(12)]), "firma.ch", "x")
    assert (len(whole.servers), whole.notes) == (MAX_SERVERS, ())


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
        document({}, head=ENTITIES.format("boom")).decode().encode("utf-16"),
        b'<?xml version="1.0" encoding="rot13"?>' + ENTITIES.encode() + document({}),
        b"\x00" * 40,
        b"\xff\xfe" + b"\xd8" * 41,
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
