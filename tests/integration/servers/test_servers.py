"""The test servers themselves: what other tests rely on."""

import imaplib
import poplib
import smtplib
import socket
import time
from datetime import UTC, datetime, timedelta

import dns.resolver
import pytest

from tests.integration.servers.process import ServerMissingError, program

MAIL = b"From: a@firma.example\r\nTo: alice@firma.example\r\nSubject: Offerte\r\n\r\nGuten Tag\r\n"


@pytest.fixture
def route(monkeypatch, dovecot, mailutils):
    """The standard clients take a name only: this maps the two names to their loopback addresses."""
    known = {dovecot.host: dovecot.address, mailutils.host: mailutils.address}
    plain = socket.create_connection
    monkeypatch.setattr(
        socket, "create_connection", lambda target, *args, **kw: plain((known[target[0]], target[1]), *args, **kw)
    )


def test_imap_and_pop3_see_a_delivered_mail_with_its_age(route, dovecot, test_ca):
    dovecot.add_user("age@firma.example", "pw")
    dovecot.deliver("age@firma.example", MAIL, age_days=40)
    with imaplib.IMAP4_SSL(dovecot.host, ssl_context=test_ca.client_context()) as imap:
        imap.login("age@firma.example", "pw")
        imap.select()
        reply = imap.fetch("1", "(INTERNALDATE)")[1][0]
    arrived = datetime.fromtimestamp(time.mktime(imaplib.Internaldate2tuple(reply)), UTC)
    assert abs(datetime.now(UTC) - arrived - timedelta(days=40)) < timedelta(minutes=5)
    pop3 = poplib.POP3_SSL(dovecot.host, context=test_ca.client_context())
    pop3.user("age@firma.example")
    pop3.pass_("pw")
    assert pop3.stat()[0] == 1
    pop3.quit()
    assert dovecot.messages("age@firma.example") == [MAIL]


def test_submission_sends_on(route, dovecot, test_ca):
    with smtplib.SMTP(dovecot.host, 587) as smtp:
        smtp.starttls(context=test_ca.client_context())
        smtp.login("alice@firma.example", "geheim-alice")
        smtp.sendmail("alice@firma.example", ["kunde@example.net"], MAIL)
    with smtplib.SMTP_SSL(dovecot.host, 465, context=test_ca.client_context()) as smtp:
        assert smtp.ehlo()[0] == 250
    assert dovecot.sent[-1].recipients == ("kunde@example.net",)
    assert b"Guten Tag" in dovecot.sent[-1].message


def test_mailutils_answers_on_all_ports(route, mailutils, test_ca):
    with imaplib.IMAP4_SSL(mailutils.host, ssl_context=test_ca.client_context()) as imap:
        assert "IMAP4REV1" in imap.capabilities
    with imaplib.IMAP4(mailutils.host) as imap:
        assert imap.starttls(test_ca.client_context())[0] == "OK"
    pop3 = poplib.POP3_SSL(mailutils.host, context=test_ca.client_context())
    assert "UIDL" in pop3.capa()
    pop3.quit()
    pop3 = poplib.POP3(mailutils.host)
    pop3.stls(test_ca.client_context())
    pop3.quit()


@pytest.mark.parametrize("tcp", [False, True])
def test_dns_server_answers_and_denies(dns_server, tcp):
    dns_server.add("firma.example", "MX", "10 mail.firma.example.")
    resolver = dns.resolver.Resolver(configure=False)
    resolver.nameservers, resolver.port = [dns_server.address], dns_server.port
    assert resolver.resolve("firma.example", "MX", tcp=tcp)[0].exchange.to_text() == "mail.firma.example."
    with pytest.raises(dns.resolver.NXDOMAIN):
        resolver.resolve("nix.example", "MX", tcp=tcp)
    dns_server.fail("kaputt.example")
    with pytest.raises(dns.resolver.NoNameservers):
        resolver.resolve("kaputt.example", "MX", tcp=tcp)


def test_a_missing_program_fails_with_the_package_name():
    with pytest.raises(ServerMissingError, match="dovecot-imapd"):
        program("no-such-program", "dovecot-imapd")
