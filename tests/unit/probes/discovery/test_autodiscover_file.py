"""The reader of Autodiscover answers."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probes.codes import Authentication, Protocol, Security, SourceNote, Tolerated, UsernameForm
from probes.discovery.autodiscover_file import MAX_SERVERS, AutodiscoverAnswer, parse_autodiscover
from probes.errors import ProtocolError

ROOT = 'xmlns="http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006"'
RESPONSE = 'xmlns="http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a"'
GOOD = {"Type": "IMAP", "Server": "mail.firma.ch", "Port": "993", "SSL": "on"}


def protocol(**changes):
    entries = {name: value for name, value in {**GOOD, **changes}.items() if value is not None}
    return "<Protocol>" + "".join(f"<{name}>{value}</{name}>" for name, value in entries.items()) + "</Protocol>"


def document(inside):
    account = f"<Account><AccountType>email</AccountType>{inside}</Account>"
    return f"<Autodiscover {ROOT}><Response {RESPONSE}>{account}</Response></Autodiscover>".encode()


def read(*protocols):
    return parse_autodiscover(document("<Action>settings</Action>" + "".join(protocols)), "firma.ch", "postmaster")


def test_a_plain_answer():
    imap, pop3, smtp = read(
        protocol(LoginName="postmaster@firma.ch"), protocol(Type="POP3", Port="995"),
        protocol(Type="SMTP", Port="587", LoginName="postmaster"),
    ).servers  # fmt: skip
    assert (imap.protocol, imap.host, imap.port, imap.security) == (Protocol.IMAP, "mail.firma.ch", 993, Security.TLS)
    assert (imap.username, imap.tolerated) == (UsernameForm.ADDRESS, ())
    assert (pop3.protocol, pop3.port, pop3.username, pop3.tolerated) == (Protocol.POP3, 995, None, ())
    assert (smtp.protocol, smtp.security, smtp.username) == (
        Protocol.SUBMISSION, Security.STARTTLS, UsernameForm.LOCAL_PART,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("port", "ssl", "encryption", "security", "tolerated"),
    [
        ("993", "on", None, Security.TLS, False),
        ("143", "on", None, Security.STARTTLS, False),
        ("143", None, None, Security.STARTTLS, False),
        ("143", "off", None, Security.NONE, False),
        ("993", "off", None, Security.TLS, True),
        ("993", "off", "SSL", Security.TLS, False),
        ("143", "off", "TLS", Security.STARTTLS, False),
        ("143", "on", "SSL", Security.STARTTLS, True),
        ("993", "on", "TLS", Security.TLS, True),
        ("143", "on", "None", Security.NONE, False),
        ("143", "on", "Auto", Security.STARTTLS, True),
        ("1143", "on", "TLS", Security.STARTTLS, False),
        ("1143", "on", None, Security.TLS, False),
        ("1143", "Off", None, Security.NONE, False),
        (None, None, None, None, False),
        (None, "off", None, Security.NONE, False),
        ("0", "on", None, None, False),
        ("９９３", "on", None, None, False),
        ("993", "magic", "magic", Security.TLS, False),
    ],
)
def test_the_port_tells_how_it_is_encrypted(port, ssl, encryption, security, tolerated):
    (server,) = read(protocol(Port=port, SSL=ssl, Encryption=encryption)).servers
    assert server.security is security
    assert server.tolerated == ((Tolerated.ENCRYPTION_FROM_PORT,) if tolerated else ())


@pytest.mark.parametrize(
    ("spa", "methods"),
    [("off", (Authentication.PASSWORD_CLEARTEXT,)), ("on", (Authentication.NTLM,)), (None, ()), ("", ())],
)
def test_what_spa_says_about_signing_in(spa, methods):
    (server,) = read(protocol(SPA=spa)).servers
    assert server.authentication == methods


def test_types_as_they_are_written_in_the_wild():
    (server,) = read(protocol(Type="pop", Port="995")).servers
    assert (server.protocol, server.tolerated) == (Protocol.POP3, (Tolerated.SERVER_TYPE_SYNONYM,))
    body = document('<Protocol Type="imap"><Server>mail.firma.ch</Server></Protocol>')
    assert [each.protocol for each in parse_autodiscover(body, "firma.ch", "postmaster").servers] == [Protocol.IMAP]
    assert read(protocol(Type="CalDAV"), protocol(Type="")) == AutodiscoverAnswer()


@pytest.mark.parametrize("kind", ["EXCH", "EXPR", "WEB", "EXHTTP", "mapiHttp"])
def test_exchange_is_a_note_and_no_server(kind):
    assert read(protocol(Type=kind)) == AutodiscoverAnswer(notes=(SourceNote.EXCHANGE,))


@pytest.mark.parametrize("server", ["", "127.0.0.1", "a b", "10.0.0.1", "[::1]", None])
def test_a_server_without_a_usable_name_is_left_out_and_told(server):
    found = read(protocol(Server=server), protocol(Type="POP3"))
    assert ([each.protocol for each in found.servers], found.notes) == ([Protocol.POP3], (SourceNote.SERVER_UNUSABLE,))


def test_more_servers_than_anyone_has_are_cut():
    answer = read(*[protocol(Server=f"m{number}.firma.ch") for number in range(40)])
    assert (len(answer.servers), answer.notes) == (MAX_SERVERS, (SourceNote.MORE_THAN_READ,))
    assert read(*[protocol(Server=f"m{number}.firma.ch") for number in range(12)]).notes == ()


@pytest.mark.parametrize(
    ("inside", "url", "domain"),
    [
        ("<Action>redirectUrl</Action><RedirectUrl> https://a.ch/x </RedirectUrl>", "https://a.ch/x", None),
        ("<Action>redirectAddr</Action><RedirectAddr>x@Hoster.example</RedirectAddr>", None, "hoster.example"),
        ("<Action>redirectAddr</Action><RedirectAddr>x@127.0.0.1</RedirectAddr>", None, None),
        ("<Action>redirectUrl</Action>", None, None),
    ],
)
def test_where_else_to_ask(inside, url, domain):
    found = parse_autodiscover(document(inside), "firma.ch", "postmaster")
    assert (found.redirect_url, found.redirect_domain, found.servers) == (url, domain, ())
    assert found.points_on is (url is not None or domain is not None)


def test_an_error_of_the_server_is_an_empty_answer():
    body = f'<Autodiscover {ROOT}><Response><Error Time="12:00"><ErrorCode>600</ErrorCode></Error></Response>'
    assert parse_autodiscover(f"{body}</Autodiscover>".encode(), "firma.ch", "postmaster") == AutodiscoverAnswer()


@pytest.mark.parametrize(
    "body",
    [b"", b"<html/>", b"<Autodiscover>", b'<!DOCTYPE a [<!ENTITY b "c">]><Autodiscover/>',
     b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><Autodiscover/>'],
)  # fmt: skip
def test_what_is_no_such_answer_is_refused(body):
    with pytest.raises(ProtocolError):
        parse_autodiscover(body, "firma.ch", "postmaster")


@given(st.one_of(st.binary(max_size=200), st.lists(st.sampled_from(
    ["<Autodiscover>", "<Account>", "<Protocol>", "<Type>IMAP</Type>", "<Server>", "a.ch", "</Server>", "<Port>",
     "993", "</Port>", "</Protocol>", "</Account>", "</Autodiscover>", "&amp;", "<!--", "-->", "\x00"]),
    max_size=14).map(lambda parts: "".join(parts).encode())))  # fmt: skip
def test_no_answer_can_break_the_reader(body):
    with contextlib.suppress(ProtocolError):  # any other kind of error fails the test
        parse_autodiscover(body, "firma.ch", "postmaster")
