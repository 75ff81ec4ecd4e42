"""Names and trust problems of certificates."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest
import trustme
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding

from probes.certificates import UnreadableCertificateError, certificate_facts, name_matches
from probes.codes import Reason
from tests.made_up.log_receipts import RECEIPTS, a_receipt

NOW = datetime.now(UTC)


@pytest.fixture(scope="module")
def leaf():
    issued = trustme.CA().issue_cert(
        "mail.firma.example", "*.firma.example", not_after=NOW + timedelta(days=10, hours=1)
    )
    return x509.load_pem_x509_certificate(issued.cert_chain_pems[0].bytes())


@pytest.mark.parametrize(
    ("pattern", "host", "matches"),
    [
        ("mail.firma.ch", "mail.firma.ch", True),
        ("MAIL.Firma.ch.", "mail.firma.ch", True),
        ("*.firma.ch", "mail.firma.ch", True),
        ("*.firma.ch", "firma.ch", False),
        ("*.firma.ch", "a.mail.firma.ch", False),
        ("*", "firma", False),
        ("*.ch", "firma.ch", False),
        ("m*.firma.ch", "mail.firma.ch", False),
        ("*.firma.ch", "*.firma.ch.evil.example", False),
        ("firma.ch", "evilfirma.ch", False),
        ("", "firma.ch", False),
    ],
)
def test_names_match_by_rfc_9525(pattern, host, matches):
    assert name_matches(pattern, host) is matches


def test_facts_of_a_good_certificate(leaf):
    facts = certificate_facts((leaf,), (), "mail.firma.example", NOW)
    assert facts.names == ("mail.firma.example", "*.firma.example")
    assert (facts.trusted, facts.name_matches, facts.problem, facts.days_left) == (True, True, None, 10)


@pytest.mark.parametrize(
    ("errors", "sent", "problem"),
    [
        (((18, 0),), 1, Reason.CERTIFICATE_SELF_SIGNED),
        (((10, 0),), 2, Reason.CERTIFICATE_EXPIRED),
        (((9, 0),), 2, Reason.CERTIFICATE_NOT_YET_VALID),
        (((10, 1),), 2, Reason.CERTIFICATE_CHAIN),
        (((20, 0), (21, 0)), 1, Reason.CERTIFICATE_ISSUER_UNKNOWN),
        (((20, 0), (21, 0)), 2, Reason.CERTIFICATE_UNTRUSTED),
        (((20, 1),), 2, Reason.CERTIFICATE_UNTRUSTED),
        (((19, 1),), 2, Reason.CERTIFICATE_UNTRUSTED),
        (((18, 0), (10, 0)), 1, Reason.CERTIFICATE_SELF_SIGNED),
        (((10, 0), (20, 0)), 1, Reason.CERTIFICATE_EXPIRED),
    ],
)
def test_the_cause_to_mend_first_is_named(leaf, errors, sent, problem):
    facts = certificate_facts((leaf,) * sent, errors, "wrong.example", NOW)
    assert (facts.trusted, facts.problem) == (False, problem)


@pytest.mark.parametrize(("sent", "problem"), [(1, Reason.CERTIFICATE_CHAIN), (2, Reason.CERTIFICATE_UNTRUSTED)])
def test_only_what_public_logs_vouch_for_lacks_an_intermediate_for_sure(sent, problem):
    """No root that the public trusts may issue to servers itself; a private authority may, and sends nothing along."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "x")])
    builder = x509.CertificateBuilder(name, name, key.public_key(), 7, NOW, NOW + timedelta(days=1))
    receipts = x509.UnrecognizedExtension(RECEIPTS, a_receipt())
    logged = builder.add_extension(receipts, critical=False).sign(key, hashes.SHA256())
    facts = certificate_facts((logged,) * sent, ((20, 0), (21, 0)), "mail.firma.example", NOW)
    assert facts.problem is problem


def test_a_wrong_name_alone_leaves_the_trust(leaf):
    facts = certificate_facts((leaf,), (), "firma.example", NOW)
    assert (facts.trusted, facts.name_matches, facts.problem) == (True, False, Reason.CERTIFICATE_NAME)


def test_a_name_far_down_a_long_list_still_counts_and_is_shown():
    issued = trustme.CA().issue_cert(*(f"shop{number}.example" for number in range(120)), "mail.firma.example")
    certificate = x509.load_pem_x509_certificate(issued.cert_chain_pems[0].bytes())
    facts = certificate_facts((certificate,), (), "mail.firma.example", NOW)
    assert facts.name_matches
    assert facts.names[0] == "mail.firma.example"
    assert len(facts.names) == 50


def test_a_malformed_certificate_is_an_error_of_its_own():
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "x")])
    builder = x509.CertificateBuilder(name, name, key.public_key(), 7, NOW, NOW + timedelta(days=1))
    garbage = x509.UnrecognizedExtension(x509.SubjectAlternativeName.oid, b"garbage")
    certificate = builder.add_extension(garbage, critical=False).sign(key, hashes.SHA256())
    with pytest.raises(UnreadableCertificateError):
        certificate_facts((certificate,), (), "mail.firma.example", NOW)


def test_nobody_who_looks_at_a_server_reads_what_our_library_thinks_of_its_certificate():
    """A number of 0 stands in many that home-made servers show; the words would land among ours on standard error."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "x")])
    builder = x509.CertificateBuilder(name, name, key.public_key(), 5, NOW, NOW + timedelta(days=1))
    whole = builder.sign(key, hashes.SHA256()).public_bytes(Encoding.DER)
    of_number_0 = whole.replace(b"\x02\x01\x05\x30", b"\x02\x01\x00\x30", 1)
    read = "crypto.load_certificate(crypto.FILETYPE_ASN1, bytes.fromhex(sys.argv[1])).to_cryptography()"
    program = f"import sys, probes.tls; from OpenSSL import crypto; print({read}.serial_number)"
    done = subprocess.run([sys.executable, "-c", program, of_number_0.hex()], capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("0\n", "")


def test_an_extension_that_stands_there_twice_leaves_the_rest_readable():
    """No authority writes such a certificate, yet a hostile server may send it, alone and of an unknown issuer."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "x")])
    builder = x509.CertificateBuilder(name, name, key.public_key(), 7, NOW, NOW + timedelta(days=1))
    for last in (17, 99):
        extension = x509.UnrecognizedExtension(x509.ObjectIdentifier(f"2.5.29.{last}"), b"\x30\x00")
        builder = builder.add_extension(extension, critical=False)
    once = builder.sign(key, hashes.SHA256()).public_bytes(Encoding.DER)
    twice = x509.load_der_x509_certificate(once.replace(b"\x55\x1d\x63", b"\x55\x1d\x11"))
    facts = certificate_facts((twice,), ((20, 0), (21, 0)), "mail.firma.example", NOW)
    assert (facts.names, facts.problem) == ((), Reason.CERTIFICATE_ISSUER_UNKNOWN)
