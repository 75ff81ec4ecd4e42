"""No password ever leaves for a server that has not proven its name over an encrypted connection."""

import threading

import pytest

from probes.codes import Protocol, Security
from probes.measure import Account, UnsafePasswordError, measure
from probes.measurement import Trouble
from probes.options import ProbeOptions
from probes.services.measure_door import Door
from tests.integration.measure.conftest import HOST, QUICK
from tests.integration.measure.mailboxes import PASSWORD


class Listener:
    """Notes everything that comes after TLS, or before it."""

    def __init__(self, context=None, plain=b""):
        self._context = context
        self._plain = plain
        self._heard = b""
        self._ended = threading.Event()

    @property
    def heard(self):
        """Everything, once the client has gone."""
        assert self._ended.wait(60)
        return self._heard

    def __call__(self, peer):
        if self._plain:
            peer.send(self._plain)
        try:
            if self._context is not None:
                peer.start_tls(self._context)
                peer.send(b"* OK ready\r\n")
            while data := peer.some():
                self._heard += data
        except OSError:
            pass
        finally:
            self._ended.set()


def certificates(ca):
    return {
        "expired": ca.certificate(HOST, valid_days=-2),
        "not_yet": ca.certificate(HOST, valid_days=90, starts_in_days=5),
        "other_name": ca.certificate("mail.anders.example"),
        "self_signed": ca.self_signed(HOST),
        "foreign": ca.foreign(HOST),
        "no_chain": ca.behind_intermediate(HOST, with_chain=False),
    }


@pytest.mark.parametrize("kind", ["expired", "not_yet", "other_name", "self_signed", "foreign", "no_chain"])
@pytest.mark.parametrize("port", [993, 995])
def test_a_certificate_that_proves_nothing_gets_no_password(scripted, measuring, test_ca, kind, port) -> None:
    listener = Listener(certificates(test_ca)[kind].server_context())
    scripted({port: listener})
    (problem,) = measuring(port, limits=QUICK).problems
    assert problem.trouble is Trouble.CERTIFICATE
    assert listener.heard == b""


@pytest.mark.parametrize(
    ("port", "greeting"),
    [(143, b"* OK ready\r\nm1 OK go\r\n* OK injected\r\n"), (110, b"+OK ready\r\n+OK go\r\n+OK injected\r\n")],
)
def test_clear_text_before_tls_is_never_taken_for_an_answer(scripted, measuring, good_tls, port, greeting) -> None:
    listener = Listener(plain=greeting)
    scripted({port: listener})
    (problem,) = measuring(port, limits=QUICK).problems
    assert problem.trouble is Trouble.ENCRYPTION
    assert b"STARTTLS" in listener.heard or b"STLS" in listener.heard
    assert PASSWORD.encode() not in listener.heard


@pytest.mark.parametrize(
    ("port", "dialogue"),
    [
        (143, b"* OK ready\r\nm1 NO not today\r\n"),
        (110, b"+OK ready\r\n-ERR not today\r\n"),
        (143, b"* PREAUTH welcome\r\n"),
        (993, b"* OK this is clear text\r\n"),
    ],
)
def test_no_encryption_no_password(scripted, measuring, port, dialogue) -> None:
    listener = Listener(plain=dialogue)
    scripted({port: listener})
    (problem,) = measuring(port, limits=QUICK).problems
    assert problem.trouble in {Trouble.ENCRYPTION, Trouble.PREAUTH}
    assert b"AUTH" not in listener.heard
    assert PASSWORD.encode() not in listener.heard


def test_a_refused_address_is_never_contacted(scripted, measuring, good_tls) -> None:
    host = scripted({993: Listener(good_tls)})
    options = measuring.options()
    closed = ProbeOptions(nameservers=options.nameservers, extra_ca=options.extra_ca, limits=options.limits)
    found = measure(Account("a@firma.example", PASSWORD), measuring.doors(993), closed, lambda *_: None, QUICK)
    assert [problem.trouble for problem in found.problems] == [Trouble.ADDRESS_REFUSED]
    assert host.peers[993] == 0


def test_a_dead_address_before_the_one_that_works_is_passed_by(dns_server, rich_server, measuring) -> None:
    dns_server.add(HOST, "A", "127.66.0.9")
    dns_server.add(HOST, "A", rich_server.address)
    found = measuring(993)
    assert (found.problems, found.imap is not None) == ((), True)


def test_a_name_is_resolved_once_for_both_protocols(rich, measuring) -> None:
    measuring(993, 995)
    assert measuring.dns.queries.count((HOST, "A")) == 1


def test_clear_text_is_no_door(rich, measuring) -> None:
    door = Door(Protocol.IMAP, HOST, 143, Security.NONE, "alice@firma.example")
    found = measure(Account("alice@firma.example", PASSWORD), [door], measuring.options(), lambda *_: None, QUICK)
    assert [problem.trouble for problem in found.problems] == [Trouble.ENCRYPTION]


@pytest.mark.parametrize("password", ["", "a\r\nb", "a\nb", "a\rb", "a\0b"])
def test_passwords_that_would_be_commands_are_refused(password) -> None:
    with pytest.raises(UnsafePasswordError):
        Account("alice@firma.example", password)


def test_a_password_shows_nowhere() -> None:
    assert PASSWORD not in repr(Account("alice@firma.example", PASSWORD))
