"""What servers say of themselves within encryption, from their words to what the owner is told."""

import pytest

from advisor.decision.facts import facts_of
from advisor.findings.derive import findings_of
from advisor.questionnaire.answers import Answers
from advisor.report.cells import Tone
from advisor.report.server.services import SIGNS_ALL_IN
from advisor.report.server.view import server_view
from advisor.report.server_report import complete
from advisor.settings.selection import select
from advisor.text import Language
from probes.codes import Offer, Protocol, Reason, Status
from probes.runner import run
from probes.target import parse_target

NAME = "mail.firma.example"
GMAIL = (
    b"USER", b"RESP-CODES", b"EXPIRE 0", b"LOGIN-DELAY 300", b"TOP", b"UIDL", b"X-GOOGLE-RICO",
    b"SASL PLAIN XOAUTH2 OAUTHBEARER",
)  # fmt: skip
SERVICES = {993: "imaps", 995: "pop3s", 465: "submissions"}
PROTOCOLS = {993: Protocol.IMAP, 995: Protocol.POP3, 465: Protocol.SUBMISSION}
CLOSED = {
    993: (b"* OK [CAPABILITY IMAP4rev1 LOGINDISABLED] hi\r\n", b""),
    995: (b"+OK hi\r\n", b"+OK\r\nUIDL\r\nTOP\r\n.\r\n"),
    465: (b"220 hi\r\n", b"250-mail\r\n250 SIZE 1000\r\n"),
}
OPEN = {
    993: (b"* OK [CAPABILITY IMAP4rev1] hi\r\n", b""),
    995: (b"+OK hi\r\n", b"+OK\r\nUIDL\r\nUSER\r\n.\r\n"),
    465: (b"220 hi\r\n", b"250-mail\r\n250 AUTH PLAIN\r\n"),
}


@pytest.fixture
def examined(lab, good_tls):
    def examine(port, greeting, answer):
        def handler(peer):
            peer.start_tls(good_tls)
            peer.send(greeting)
            peer.line()
            peer.send(answer)
            peer.hold()

        lab.host(NAME, {port: handler})
        lab.dns.add("firma.example", "MX", f"10 {NAME}.")
        lab.dns.add(f"_{SERVICES[port]}._tcp.firma.example", "SRV", f"0 1 {port} {NAME}.")
        return run(parse_target("firma.example"), lab.options())

    return examine


def codes(report):
    return {each.code for each in findings_of(report)}


def test_gmail_says_that_nothing_may_stay_and_nobody_is_told_so(examined):
    listed = b"\r\n".join((b"+OK Capability list follows", *GMAIL, b".", b""))
    report = examined(995, b"+OK Gpop ready for requests from 192.0.2.7 x\r\n", listed)
    (service,) = [each for each in report.services if each.status is Status.COMPLETED]
    assert service.capabilities.after_tls == tuple(line.decode() for line in GMAIL)
    assert not {"expire_forbids_copy", "expire_destroys_copy"} & codes(report)
    assert "login_delay_long" in codes(report)
    facts = facts_of(Answers(), report)
    assert (facts.expire_days, facts.login_delay, facts.uidl) == (None, 300, True)


@pytest.mark.parametrize("port", CLOSED)
def test_a_server_at_which_nobody_can_sign_in_is_not_nothing_to_do(examined, port):
    report = examined(port, *CLOSED[port])
    assert "no_sign_in_offered" in codes(report)
    (row,) = [
        each for each in server_view(complete(report), Language.EN).services if each.status.text == "No way to sign in"
    ]
    assert (row.status.tone, "nowhere" in row.action) == (Tone.BAD, True)
    assert report.offers.of(PROTOCOLS[port]) is Offer.UNREACHABLE
    assert select(report, PROTOCOLS[port]).settings is None


@pytest.mark.parametrize("port", OPEN)
def test_a_server_that_lists_a_way_to_sign_in_is_in_order(examined, port):
    report = examined(port, *OPEN[port])
    assert "no_sign_in_offered" not in codes(report)
    assert select(report, PROTOCOLS[port]).settings.port == port


@pytest.mark.parametrize("port", [993, 143])
def test_who_signs_us_in_unasked_is_not_said_to_do_so_before_encryption(lab, good_tls, port):
    def handler(peer):
        if port == 993:
            peer.start_tls(good_tls)
        peer.send(b"* PREAUTH [CAPABILITY IMAP4rev1] hi\r\n")
        peer.hold()

    lab.host(NAME, {port: handler})
    lab.dns.add("firma.example", "MX", f"10 {NAME}.")
    lab.dns.add("_imaps._tcp.firma.example", "SRV", f"0 1 993 {NAME}.")
    report = run(parse_target("firma.example"), lab.options())
    assert [each.reason for each in report.services if each.port == port and each.host == NAME] == [Reason.PREAUTH]
    view = server_view(complete(report), Language.EN)
    told = [each for each in view.findings.now if each.code == "preauth"]
    assert told
    assert "before the connection is encrypted" not in told[0].meaning
    assert report.offers.imap is Offer.INSECURE_ONLY
    (row,) = [each for each in view.services if each.code == "imap"]
    assert (row.status.text, row.meaning) == ("Insecure only", SIGNS_ALL_IN.meaning.en)  # TLS and certificate are fine
