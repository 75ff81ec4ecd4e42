"""Real Dovecot and real GNU mailutils, probed by the runner and compared with what a bare socket sees."""

import pytest

from advisor.findings.derive import findings_of
from probes.codes import Authentication, Offer, Protocol, Security, Source, Status, TlsVersion
from probes.options import Limits
from probes.runner import run
from probes.target import parse_target
from tests.integration.probes.raw import expiry, look


def by_port(report, host):
    return {service.port: service for service in report.services if service.host == host}


@pytest.fixture
def dovecot_report(lab, firma):
    return run(parse_target("chefin@firma.example"), lab.options(deadline=15, limits=Limits()))


@pytest.fixture
def mailutils_report(lab, mailutils):
    lab.dns.add("werkstatt.example", "MX", f"10 {mailutils.host}.")
    lab.dns.add(mailutils.host, "A", mailutils.address)
    return run(parse_target("werkstatt.example"), lab.options(deadline=15, limits=Limits()))


def assert_as_seen_raw(service, server, test_ca):
    """Field by field."""
    view = look(server.address, service.port, server.host, test_ca.client_context())
    certificate = service.tls.certificate
    assert (service.status, service.reason, service.address) == (Status.COMPLETED, None, server.address)
    assert service.security is (Security.STARTTLS if service.port in (143, 110, 587) else Security.TLS)
    assert _undated(service.greeting) == _undated(view.greeting)
    assert service.capabilities.before_tls == view.before
    assert service.capabilities.after_tls == view.after
    assert service.capabilities.after_login is None
    assert (service.tls.version, service.tls.cipher) == (view.version, view.cipher)
    assert certificate.names == tuple(name for _, name in view.certificate["subjectAltName"])
    assert certificate.not_after.timestamp() == expiry(view.certificate)
    assert (certificate.trusted, certificate.name_matches, certificate.problem) == (True, True, None)
    assert certificate.days_left in (88, 89)
    for step in ("dns", "connect", "tls", "greeting"):
        assert getattr(service.timings_ms, step) is not None


def _undated(greeting):
    """The APOP timestamp differs from connection to connection."""
    return greeting.partition("<")[0]


@pytest.mark.parametrize("port", [143, 993, 110, 995, 587, 465])
def test_dovecot_field_by_field(dovecot_report, dovecot, test_ca, port):
    assert_as_seen_raw(by_port(dovecot_report, dovecot.host)[port], dovecot, test_ca)


@pytest.mark.parametrize("port", [143, 993, 110, 995])
def test_mailutils_field_by_field(mailutils_report, mailutils, test_ca, port):
    assert_as_seen_raw(by_port(mailutils_report, mailutils.host)[port], mailutils, test_ca)


def test_dovecot_as_a_whole(dovecot_report, dovecot):
    offers = dovecot_report.offers
    assert (offers.imap, offers.pop3, offers.submission) == (Offer.OFFERED,) * 3
    assert offers.managesieve is Offer.NOT_TESTED
    assert len(dovecot_report.services) == 6
    services = by_port(dovecot_report, dovecot.host)
    assert {service.authentication for service in services.values()} == {(Authentication.PASSWORD_CLEARTEXT,)}
    assert {service.claimed_by for service in services.values()} == {(Source.SRV,)}
    assert services[993].implementation == services[143].implementation == "Dovecot"
    assert "LOGINDISABLED" in services[143].capabilities.before_tls
    assert "LOGINDISABLED" not in services[143].capabilities.after_tls
    assert [each.host for each in dovecot_report.mail_exchangers] == [dovecot.host]
    assert (dovecot_report.domain, dovecot_report.vantage) == ("firma.example", "test")
    assert dovecot_report.preference is None


def test_dovecot_at_a_closer_look(lab, firma):
    report = run(parse_target("firma.example"), lab.options(deadline=15, second_pass=10, limits=Limits()))
    services = by_port(report, firma.host)
    assert set(services) == {143, 993, 110, 995, 587, 465, 4190}
    for service in (each for each in services.values() if each.port != 4190):
        assert [check.version for check in service.versions] == list(TlsVersion)
        assert [check.accepted for check in service.versions] == [False, False, True, True]
        assert service.tls.certificate.key == "EC 256"
    sieve = services[4190]
    assert "Pigeonhole" in sieve.implementation
    assert f"IMPLEMENTATION {sieve.implementation}" in sieve.capabilities.before_tls
    assert "SASL PLAIN LOGIN" in sieve.capabilities.after_tls
    assert report.offers.managesieve is Offer.OFFERED


def test_mailutils_as_a_whole(mailutils_report, mailutils):
    offers = mailutils_report.offers
    assert (offers.imap, offers.pop3, offers.submission) == (Offer.OFFERED, Offer.OFFERED, Offer.NOT_FOUND)
    services = by_port(mailutils_report, mailutils.host)
    assert Authentication.PASSWORD_ENCRYPTED in services[995].authentication
    assert Authentication.PASSWORD_ENCRYPTED not in services[110].authentication  # said before TLS only
    assert "ports_differ" not in {finding.code for finding in findings_of(mailutils_report)}
    assert {claim.source for claim in mailutils_report.claims} == {Source.GUESS}
    assert {service.protocol for service in services.values()} == {
        Protocol.IMAP, Protocol.POP3, Protocol.SUBMISSION,
    }  # fmt: skip


def test_a_server_with_another_name_in_its_certificate(lab, dovecot):
    lab.dns.add("mail.kunde.example", "A", dovecot.address)
    report = run(parse_target("kunde.example"), lab.options(deadline=15, limits=Limits()))
    assert report.domain == "kunde.example"
    lab.dns.add("kunde.example", "MX", "10 mail.kunde.example.")
    report = run(parse_target("kunde.example"), lab.options(deadline=15, limits=Limits()))
    service = by_port(report, "mail.kunde.example")[993]
    assert service.reason.value == "certificate_name"
    assert dovecot.host in service.tls.certificate.names
    assert (service.status, report.offers.imap) == (Status.COMPLETED, Offer.INSECURE_ONLY)
