"""What a mailbox or a server that takes no further connection tells, and that nobody asks it twice."""

import imaplib
from dataclasses import replace

import pytest

from advisor.settings.addresses import parse_address
from advisor.web.commands.measure_doors import Login, named_doors
from probes.codes import Protocol
from probes.measurement import Trouble
from probes.options import Limits
from tests.integration.measure.conftest import HOST
from tests.integration.measure.mailboxes import ADDRESS, PASSWORD
from tests.integration.servers.dovecot import Dovecot


@pytest.fixture
def narrow(test_ca, dns_server):
    """A real server that allows one connection for each mailbox and protocol."""
    server = Dovecot(test_ca.certificate(HOST), HOST, extra="mail_max_userip_connections = 1")
    server.add_user(ADDRESS, PASSWORD)
    dns_server.add(HOST, "A", server.address)
    yield server
    server.stop()


def test_a_mailbox_whose_connections_are_all_in_use_says_so(narrow, measuring, test_ca):
    with imaplib.IMAP4_SSL(narrow.address, 993, ssl_context=_blindly(test_ca)) as other:
        other.login(ADDRESS, PASSWORD)
        found = measuring(993, 995)
    first, second = found.problems
    assert (first.protocol, first.trouble) == (Protocol.IMAP, Trouble.TOO_MANY_CONNECTIONS)
    assert "mail_max_userip_connections=1" in first.words
    assert (second.protocol, second.trouble) == (Protocol.POP3, Trouble.NOT_TRIED)
    assert (found.imap, found.pop3) == (None, None)


def test_one_connection_is_enough_to_look(narrow, measuring):
    assert measuring(993, 995).problems == ()


def _blindly(ca):
    """Only for the other program of this test, which connects by address."""
    context = ca.client_context()
    context.check_hostname = False
    return context


BUSY = {143: b"* BYE Too many connections\r\n", 110: b"-ERR [SYS/TEMP] try later\r\n"}
SILENT = {143: b"", 110: b""}


@pytest.mark.parametrize(
    ("greetings", "troubles"),
    [
        (BUSY, {Protocol.IMAP: Trouble.TOO_MANY_CONNECTIONS, Protocol.POP3: Trouble.TRY_LATER}),
        (SILENT, {Protocol.IMAP: Trouble.NO_CONNECTION, Protocol.POP3: Trouble.NO_CONNECTION}),
    ],
)
def test_a_server_that_has_no_room_or_no_word_is_not_called_unsafe(scripted, measuring, greetings, troubles):
    def greets(line):
        def handler(peer):
            peer.send(line)
            peer.hold()

        return handler

    scripted({port: greets(line) for port, line in greetings.items()})
    options = replace(measuring.options(), limits=Limits(dns=1.0, greeting=0.5))
    doors = named_doors(Login(parse_address(ADDRESS)), HOST, options)
    assert doors.open == ()
    assert {problem.protocol: problem.trouble for problem in doors.problems} == troubles


def test_where_nobody_can_sign_in_no_password_is_sent(scripted, measuring, test_ca):
    context = test_ca.certificate(HOST).server_context()
    spoken = {
        993: (b"* OK [CAPABILITY IMAP4rev1 LOGINDISABLED] hi\r\n", b""),
        995: (b"+OK hi\r\n", b"+OK\r\nUIDL\r\n.\r\n"),
    }

    def closed(greeting, answer):
        def handler(peer):
            peer.start_tls(context)
            peer.send(greeting)
            peer.line()
            peer.send(answer)
            peer.hold()

        return handler

    scripted({port: closed(*words) for port, words in spoken.items()})
    doors = named_doors(Login(parse_address(ADDRESS)), HOST, measuring.options())
    assert doors.open == ()
    assert {problem.trouble for problem in doors.problems} == {Trouble.NO_PASSWORD_LOGIN}
