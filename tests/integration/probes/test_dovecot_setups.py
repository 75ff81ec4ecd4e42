"""Real Dovecot, set up in every way that companies meet: what is offered, proposed, found and said."""

from dataclasses import dataclass

import pytest

from advisor.report.documents.server_report import read_server_report, write_server_report
from advisor.report.server.view import server_view
from advisor.report.server_report import complete
from advisor.report.texts import check
from advisor.text import Language
from probes.codes import Offer, Protocol, Reason, Security, Status
from probes.options import Limits
from probes.runner import run
from probes.target import parse_target
from tests.integration.servers.dovecot import PORTS, Dovecot

HOST = "mail.firma.example"
IMPLICIT = ("imaps", "pop3s", "submissions")
PLAIN = ("imap", "pop3", "submission")
LOGINS = {"imap": "imap", "imaps": "imap", "pop3": "pop3", "pop3s": "pop3",
          "submission": "submission", "submissions": "submission"}  # fmt: skip


def without(*listeners):
    """Dovecot's words for listeners that are closed."""
    blocks = (
        f"service {LOGINS[name]}-login {{\n  inet_listener {name} {{\n    port = 0\n  }}\n}}" for name in listeners
    )
    return "\n".join(blocks)


@dataclass(frozen=True)
class Setup:
    """``extra``: more configuration; ``closed``: the listeners that are off; ``certificate``: how it is issued."""

    extra: str = ""
    closed: tuple = ()
    certificate: object = lambda ca: ca.certificate(HOST)


SETUPS = {
    "tls_only": Setup(without(*PLAIN), PLAIN),
    "starttls_only": Setup(without(*IMPLICIT), IMPLICIT),
    "login_in_clear_allowed": Setup("disable_plaintext_auth = no"),
    "no_encryption_at_all": Setup(f"ssl = no\ndisable_plaintext_auth = no\n{without(*IMPLICIT)}", IMPLICIT),
    "pop3_only": Setup("protocols = pop3 submission", ("imap", "imaps", "sieve")),
    "imap_only": Setup("protocols = imap submission sieve", ("pop3", "pop3s")),
    "expired": Setup(certificate=lambda ca: ca.certificate(HOST, valid_days=-2)),
    "wrong_name": Setup(certificate=lambda ca: ca.certificate("server7.hoster.example")),
    "self_signed": Setup(certificate=lambda ca: ca.self_signed(HOST)),
    "incomplete_chain": Setup(certificate=lambda ca: ca.behind_intermediate(HOST, with_chain=False)),
}


@pytest.fixture
def looked_at(lab, test_ca):
    """Starts a server of one setup and gives its stored report, read back."""
    started = []

    def look(name, domain="firma.example", **changes):
        setup = SETUPS[name]
        server = Dovecot(setup.certificate(test_ca), HOST, extra=setup.extra, closed=setup.closed)
        started.append(server)
        lab.dns.add(domain, "MX", f"10 {HOST}.")
        lab.dns.add(HOST, "A", server.address)
        report = run(parse_target(domain), lab.options(deadline=15, limits=Limits(), **changes))
        return read_server_report(write_server_report(complete(report)))

    yield look
    for server in started:
        server.stop()


def outcomes(stored):
    """Port to how the attempt there ended."""
    return {each.port: (each.status, each.reason) for each in stored.report.services if each.host == HOST}


def codes(stored):
    return {each.code for each in stored.findings}


def faults(stored):
    return {each.code for each in stored.findings if each.severity.value in ("failed", "warning")}


def proposed(stored):
    """Protocol to port and encryption of what is proposed."""
    settings = stored.settings
    servers = {"imap": settings.imap, "pop3": settings.pop3, "submission": settings.submission}
    return {name: (each.port, each.security) for name, each in servers.items() if each is not None}


def headline(stored):
    view = server_view(stored, Language.EN)
    assert server_view(stored, Language.DE).headline != view.headline
    return view.headline


WORKS, CLOSED = (Status.COMPLETED, None), (Status.FAILED, Reason.REFUSED)


def test_encrypted_from_the_start_only(looked_at):
    stored = looked_at("tls_only")
    assert outcomes(stored) == {993: WORKS, 995: WORKS, 465: WORKS, 143: CLOSED, 110: CLOSED, 587: CLOSED}
    assert proposed(stored) == {
        "imap": (993, Security.TLS), "pop3": (995, Security.TLS), "submission": (465, Security.TLS),
    }  # fmt: skip
    assert faults(stored) == set()
    assert headline(stored) == check.BOTH.en


def test_encrypted_after_the_start_only(looked_at):
    stored = looked_at("starttls_only")
    assert outcomes(stored) == {143: WORKS, 110: WORKS, 587: WORKS, 993: CLOSED, 995: CLOSED, 465: CLOSED}
    assert proposed(stored) == {
        "imap": (143, Security.STARTTLS), "pop3": (110, Security.STARTTLS), "submission": (587, Security.STARTTLS),
    }  # fmt: skip
    subjects = {each.subject for each in stored.findings if each.code == "starttls_only"}
    assert subjects == {f"imap:{HOST}:143", f"pop3:{HOST}:110"}
    assert headline(stored) == check.BOTH.en


def test_a_login_in_clear_is_allowed(looked_at):
    stored = looked_at("login_in_clear_allowed")
    subjects = {each.subject for each in stored.findings if each.code == "cleartext_login_offered"}
    assert subjects == {f"imap:{HOST}:143", f"pop3:{HOST}:110", f"submission:{HOST}:587"}
    assert {security for _, security in proposed(stored).values()} == {Security.TLS}
    assert set(outcomes(stored).values()) == {WORKS}


def test_no_encryption_at_all(looked_at):
    stored = looked_at("no_encryption_at_all")
    assert outcomes(stored)[143] == outcomes(stored)[110] == (Status.FAILED, Reason.STARTTLS_NOT_OFFERED)
    assert {stored.report.offers.imap, stored.report.offers.pop3} == {Offer.INSECURE_ONLY}
    assert "cleartext_only" in faults(stored)
    assert proposed(stored) == {}, "clear text is never proposed"
    assert headline(stored) == check.INSECURE.en


def test_fetching_only(looked_at):
    stored = looked_at("pop3_only")
    offers = stored.report.offers
    assert (offers.imap, offers.pop3, offers.submission) == (Offer.NOT_FOUND, Offer.OFFERED, Offer.OFFERED)
    assert {outcomes(stored)[port] for port in (143, 993)} == {CLOSED}
    assert set(proposed(stored)) == {"pop3", "submission"}
    assert headline(stored) == check.POP3_ONLY.en


def test_reading_on_the_server_only(looked_at):
    stored = looked_at("imap_only", second_pass=10)
    offers = stored.report.offers
    assert (offers.imap, offers.pop3, offers.managesieve) == (Offer.OFFERED, Offer.NOT_FOUND, Offer.OFFERED)
    assert {outcomes(stored)[port] for port in (110, 995)} == {CLOSED}
    assert set(proposed(stored)) == {"imap", "submission"}
    assert headline(stored) == check.IMAP_ONLY.en


@pytest.mark.parametrize(("name", "problem"), [
    ("expired", Reason.CERTIFICATE_EXPIRED),
    ("wrong_name", Reason.CERTIFICATE_NAME),
    ("self_signed", Reason.CERTIFICATE_SELF_SIGNED),
    ("incomplete_chain", Reason.CERTIFICATE_CHAIN),
])  # fmt: skip
def test_a_certificate_that_does_not_prove_the_server(looked_at, name, problem):
    stored = looked_at(name)
    assert outcomes(stored) == {
        port: (Status.COMPLETED, problem) for service, port in PORTS.items() if service != "sieve"
    }
    assert {stored.report.offers.imap, stored.report.offers.pop3} == {Offer.INSECURE_ONLY}
    assert problem.value in faults(stored)
    assert proposed(stored) == {}, "only a name that the certificate proves is proposed"
    assert headline(stored) == check.INSECURE.en
    imap = next(each for each in stored.report.services if each.protocol is Protocol.IMAP and each.port == 993)
    assert "IMAP4rev1" in imap.capabilities.after_tls, "the rest is reported all the same"
