"""What the DNS says of a mail host: CAA, DANE, and whether its answers were validated."""

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from probes.runner import run
from probes.target import parse_target
from tests.integration.probes import speaking

NAME = "mail.firma.example"


def digests(certificate):
    leaf = x509.load_pem_x509_certificate(certificate.chain.read_bytes())
    key = leaf.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    digest = hashes.Hash(hashes.SHA256())
    digest.update(key)
    return leaf.fingerprint(hashes.SHA256()).hex(), digest.finalize().hex()


def facts(lab, context):
    lab.host(NAME, {993: speaking.imaps(context)})
    lab.dns.add("firma.example", "MX", f"10 {NAME}.")
    lab.dns.add("_imaps._tcp.firma.example", "SRV", f"0 1 993 {NAME}.")
    return run(parse_target("firma.example"), lab.options(second_pass=3.0)).hosts[0]


def test_dane_records_are_compared_with_the_certificate(lab, test_ca):
    certificate = test_ca.certificate(NAME)
    whole, key = digests(certificate)
    for record in (f"3 1 1 {key}", f"3 0 1 {whole}", f"1 1 1 {'ab' * 32}", f"2 1 1 {key}", "3 1 2 " + "cd" * 64):
        lab.dns.add(f"_993._tcp.{NAME}", "TLSA", record)
    lab.dns.secure(f"_993._tcp.{NAME}")
    found = {record.data: record.matches for record in facts(lab, certificate.server_context()).tlsa}
    assert found == {
        f"3 1 1 {key}": True,
        f"3 0 1 {whole}": True,
        f"1 1 1 {'ab' * 32}": False,
        f"2 1 1 {key}": None,
        "3 1 2 " + "cd" * 64: None,
    }


def test_a_dane_record_that_nobody_signed_proves_nothing(lab, test_ca):
    certificate = test_ca.certificate(NAME)
    lab.dns.add(f"_993._tcp.{NAME}", "TLSA", f"3 1 1 {digests(certificate)[1]}")
    assert [record.matches for record in facts(lab, certificate.server_context()).tlsa] == [None]


def test_an_endless_dane_record_is_kept_short(lab, good_tls):
    lab.dns.add(f"_993._tcp.{NAME}", "TLSA", "3 0 0 " + "ab" * 5000)
    assert [len(record.data) for record in facts(lab, good_tls).tlsa] == [200]


def test_caa_of_the_nearest_ancestor_and_validated_addresses(lab, good_tls):
    lab.dns.add("firma.example", "CAA", '0 issue "ca.example"')
    lab.dns.secure(NAME)
    host = facts(lab, good_tls)
    assert (host.caa, host.dnssec) == (('0 issue "ca.example"',), True)


def test_a_silent_dns_leaves_the_facts_out_and_nothing_else(lab, good_tls):
    lab.dns.fail(f"_993._tcp.{NAME}")
    lab.dns.fail(NAME, "CAA")
    host = facts(lab, good_tls)
    assert (host.tlsa, host.caa, host.dnssec) == ((), (), False)
