"""From a real server to the findings: each way of being set up badly is seen, and a good set-up is left in peace."""

import pytest

from advisor.findings.derive import findings_of
from probes.discovery.manual import parse_manual
from probes.options import Limits
from probes.runner import run
from probes.target import parse_target
from tests.integration.servers.dovecot import Dovecot
from tests.integration.servers.mailutils import Mailutils

LAX = """
disable_plaintext_auth = no
ssl_min_protocol = TLSv1
ssl_cipher_list = ALL:@SECLEVEL=0
"""
LAX_HOST = "mail.lax.example"


@pytest.fixture(scope="module")
def lax(test_ca):
    server = Dovecot(test_ca.certificate(LAX_HOST, valid_days=5.5, starts_in_days=-84), LAX_HOST, extra=LAX)
    yield server
    server.stop()


def found(lab, domain, **changes):
    options = lab.options(deadline=15, limits=Limits(), **changes)
    return findings_of(run(parse_target(domain), options))


def subjects(findings, code):
    return {each.subject for each in findings if each.code == code}


def test_a_server_that_is_set_up_well_has_no_fault(lab, firma):
    findings = found(lab, "firma.example", second_pass=10)
    assert [each for each in findings if each.severity.value in ("failed", "warning")] == []


def test_a_server_that_is_set_up_badly(lab, lax):
    lab.dns.add("lax.example", "MX", f"10 {LAX_HOST}.")
    lab.dns.add(LAX_HOST, "A", lax.address)
    findings = found(lab, "lax.example", second_pass=10)
    assert subjects(findings, "cleartext_login_offered") >= {
        f"imap:{LAX_HOST}:143", f"pop3:{LAX_HOST}:110", f"submission:{LAX_HOST}:587",
    }  # fmt: skip
    expiring = [each for each in findings if each.code == "certificate_expires_soon"]
    assert {each.severity.value for each in expiring} == {"failed"}
    assert {dict(each.params)["days"] for each in expiring} == {5}
    old = [each for each in findings if each.code == "old_tls_versions_accepted"]
    assert f"imap:{LAX_HOST}:993" in {each.subject for each in old}
    assert all("TLS 1.1" in dict(each.params)["versions"] for each in old)


def test_a_record_that_still_points_to_the_old_host(lab, dovecot):
    lab.dns.add("umgezogen.example", "MX", f"10 {dovecot.host}.")
    lab.dns.add(dovecot.host, "A", dovecot.address)
    lab.dns.add("_imaps._tcp.umgezogen.example", "SRV", "0 1 993 mail.frueher.example.")
    manual = (parse_manual(f"imap={dovecot.host}:993:tls"),)
    findings = found(lab, "umgezogen.example", manual=manual)
    (leftover,) = [each for each in findings if each.code == "leftover_of_old_host"]
    told = dict(leftover.params)
    assert (told["host"], told["other_host"], told["source"]) == ("mail.frueher.example", dovecot.host, "srv")
    assert told["record"].startswith("_imaps._tcp.umgezogen.example. SRV")


def test_the_right_name_of_a_server_with_another_certificate(lab, dovecot):
    lab.dns.add("kunde.example", "MX", "10 mail.kunde.example.")
    lab.dns.add("mail.kunde.example", "A", dovecot.address)
    lab.dns.add(dovecot.host, "A", dovecot.address)
    findings = found(lab, "kunde.example")
    named = [dict(each.params) for each in findings if each.code == "certificate_names_other_host"]
    assert {each["name"] for each in named} == {dovecot.host}
    assert {each["host"] for each in named} == {"mail.kunde.example"}


def test_mailutils_offers_what_programs_need_for_fetching(lab, mailutils):
    lab.dns.add("werkstatt.example", "MX", f"10 {mailutils.host}.")
    lab.dns.add(mailutils.host, "A", mailutils.address)
    findings = found(lab, "werkstatt.example")
    assert not subjects(findings, "missing_uidl")
    assert not subjects(findings, "pop3_without_capa")


def test_a_real_server_that_deletes_by_itself(lab, test_ca):
    host = "mail.werkstatt.example"
    deleting = Mailutils(test_ca.certificate(host), host, pop3="expire 14; delete-expired yes;")
    try:
        lab.dns.add("werkstatt.example", "MX", f"10 {host}.")
        lab.dns.add(host, "A", deleting.address)
        findings = found(lab, "werkstatt.example")
    finally:
        deleting.stop()
    told = {each.subject: dict(each.params) for each in findings if each.code == "expire_destroys_copy"}
    assert told == {f"pop3:{host}:{port}": {"days": 14} for port in (110, 995)}, "it says EXPIRE14, without the space"


def test_fetching_is_announced_though_it_is_switched_off(lab, test_ca):
    host = "mail.nur-imap.example"
    server = Dovecot(
        test_ca.certificate(host), host, extra="protocols = imap submission sieve", closed=("pop3", "pop3s")
    )
    try:
        lab.dns.add("nur-imap.example", "MX", f"10 {host}.")
        lab.dns.add(host, "A", server.address)
        for label, port in (("_imaps", 993), ("_pop3s", 995)):
            lab.dns.add(f"{label}._tcp.nur-imap.example", "SRV", f"0 1 {port} {host}.")
        findings = found(lab, "nur-imap.example")
    finally:
        server.stop()
    assert subjects(findings, "pop3_announced_but_off")
    assert not subjects(findings, "imap_announced_but_off")
