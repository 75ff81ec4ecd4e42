"""A bad certificate is named, and everything else is still reported, in one connection."""

import pytest

from probes.codes import Reason, Security, Status

NAME = "mail.firma.example"
PROBLEMS = [
    ("good", lambda ca: ca.certificate(NAME), None),
    ("wildcard", lambda ca: ca.certificate("*.firma.example"), None),
    ("whole chain", lambda ca: ca.behind_intermediate(NAME, with_chain=True), None),
    ("expired", lambda ca: ca.certificate(NAME, valid_days=-2), Reason.CERTIFICATE_EXPIRED),
    ("not yet valid", lambda ca: ca.certificate(NAME, starts_in_days=5), Reason.CERTIFICATE_NOT_YET_VALID),
    ("wrong name", lambda ca: ca.certificate("server7.hoster.example"), Reason.CERTIFICATE_NAME),
    ("self-signed", lambda ca: ca.self_signed(NAME), Reason.CERTIFICATE_SELF_SIGNED),
    ("incomplete chain", lambda ca: ca.behind_intermediate(NAME, with_chain=False), Reason.CERTIFICATE_CHAIN),
    ("unknown issuer", lambda ca: ca.foreign(NAME, with_chain=False), Reason.CERTIFICATE_ISSUER_UNKNOWN),
    ("unknown authority", lambda ca: ca.foreign(NAME), Reason.CERTIFICATE_UNTRUSTED),
]  # fmt: skip


@pytest.mark.parametrize("port", [993, 143])
@pytest.mark.parametrize(("make", "problem"), [each[1:] for each in PROBLEMS], ids=[each[0] for each in PROBLEMS])
def test_problems(lab, test_ca, port, make, problem):
    context = make(test_ca).server_context()

    def handler(peer):
        if port == 143:
            peer.send(b"* OK [CAPABILITY IMAP4rev1 STARTTLS] hi\r\n")
            peer.send(peer.tag() + b" OK\r\n")
        peer.start_tls(context)
        if port == 993:
            peer.send(b"* OK hi\r\n")
        peer.send(b"* CAPABILITY IMAP4rev1 IDLE\r\n" + peer.tag() + b" OK\r\n")
        peer.hold()

    host = lab.host(NAME, {port: handler})
    service = lab.attempt(port)
    certificate = service.tls.certificate
    assert (service.status, service.reason, certificate.problem) == (Status.COMPLETED, problem, problem)
    assert service.capabilities.after_tls == ("IMAP4rev1", "IDLE")
    assert certificate.name_matches is (problem is not Reason.CERTIFICATE_NAME)
    assert certificate.trusted is (problem in (None, Reason.CERTIFICATE_NAME))
    assert host.peers == {port: 1}
    assert service.security is (Security.TLS if port == 993 else Security.STARTTLS)


def test_without_the_extra_authority_the_test_authority_is_not_trusted(lab, good_tls):
    def handler(peer):
        peer.start_tls(good_tls)
        peer.send(b"* OK [CAPABILITY IMAP4rev1] hi\r\n")
        peer.hold()

    service = lab.try_handler(993, handler, extra_ca=None)
    assert service.reason is Reason.CERTIFICATE_ISSUER_UNKNOWN
