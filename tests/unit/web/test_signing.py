"""Which certificates and keys sign, and what is said about the others."""

from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519

from advisor.text import Language
from advisor.web.commands.signing import UNSIGNABLE, SigningError, Unsignable, signer

NOW = datetime(2026, 11, 27, tzinfo=UTC)
KEY, OTHER = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())


def pem(key, encryption=None):
    hidden = serialization.BestAvailableEncryption(encryption) if encryption else serialization.NoEncryption()
    return key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, hidden)


def certificate(key=KEY, starts=-1, ends=30):
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Firma AG")])
    since, until = NOW + timedelta(days=starts), NOW + timedelta(days=ends)
    builder = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), since, until)
    return builder.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)


def test_the_certificate_of_the_key_is_found_wherever_it_stands():
    for chain in (certificate(), certificate() + certificate(OTHER), certificate(OTHER) + certificate()):
        assert b"<plist>\r\n</plist>\n" in signer(chain, pem(KEY), NOW)(b"<plist>\r\n</plist>\n")


@pytest.mark.parametrize(
    ("certificates", "key", "code"),
    [
        (b"", pem(KEY), Unsignable.NO_CERTIFICATE),
        (pem(KEY), pem(KEY), Unsignable.NO_CERTIFICATE),
        (b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", pem(KEY), Unsignable.NO_CERTIFICATE),
        (certificate(), certificate(), Unsignable.NO_KEY),
        (certificate(), b"\xff\x00", Unsignable.NO_KEY),
        (certificate(), pem(KEY, b"geheim"), Unsignable.KEY_ENCRYPTED),
        (certificate(), pem(ed25519.Ed25519PrivateKey.generate()), Unsignable.KEY_KIND),
        (certificate(), pem(OTHER), Unsignable.NO_MATCH),
        (certificate(starts=1), pem(KEY), Unsignable.NOT_YET_VALID),
        (certificate(starts=-9, ends=-1), pem(KEY), Unsignable.EXPIRED),
    ],
)
def test_what_cannot_sign(certificates, key, code):
    with pytest.raises(SigningError) as caught:
        signer(certificates, key, NOW)
    assert caught.value.code is code
    for language in Language:
        sentence = caught.value.sentence(language)
        assert sentence.startswith("--sign-")
        assert "{" not in sentence


def test_dates_are_named():
    with pytest.raises(SigningError) as caught:
        signer(certificate(starts=-9, ends=-1), pem(KEY), NOW)
    assert caught.value.sentence(Language.EN) == "--sign-cert: the certificate expired on 2026-11-26."


def test_every_code_has_its_words():
    assert set(UNSIGNABLE) == set(Unsignable)
