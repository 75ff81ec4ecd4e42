"""Signing of configuration profiles on the command line (CMS SignedData, DER, with the content and the chain inside).

Only commands load this: no key ever comes near the web process. A signature is the last thing that happens to a
profile. It holds the time of signing, so two signed exports differ in these files.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs7

from advisor.text import Language, Text

_PrivateKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


class Unsignable(StrEnum):
    """Why nothing can be signed."""

    NO_CERTIFICATE = "no_certificate"
    NO_KEY = "no_key"
    KEY_ENCRYPTED = "key_encrypted"
    KEY_KIND = "key_kind"
    NO_MATCH = "no_match"
    NOT_YET_VALID = "not_yet_valid"
    EXPIRED = "expired"


UNSIGNABLE: dict[Unsignable, Text] = {
    Unsignable.NO_CERTIFICATE: Text(
        "--sign-cert: In der Datei steht kein Zertifikat im Format PEM.",
        "--sign-cert: the file holds no certificate in the PEM format.",
    ),
    Unsignable.NO_KEY: Text(
        "--sign-key: In der Datei steht kein privater Schlüssel im Format PEM.",
        "--sign-key: the file holds no private key in the PEM format.",
    ),
    Unsignable.KEY_ENCRYPTED: Text(
        "--sign-key: Der Schlüssel ist mit einem Passwort geschützt. Entfernen Sie es in einer Kopie, die nur Sie "
        "lesen können.",
        "--sign-key: the key is protected by a password. Remove it in a copy that only you can read.",
    ),
    Unsignable.KEY_KIND: Text(
        "--sign-key: Nur Schlüssel der Art RSA und EC können signieren.",
        "--sign-key: only keys of the kinds RSA and EC can sign.",
    ),
    Unsignable.NO_MATCH: Text(
        "--sign-key: Der Schlüssel gehört zu keinem Zertifikat in --sign-cert.",
        "--sign-key: the key belongs to no certificate in --sign-cert.",
    ),
    Unsignable.NOT_YET_VALID: Text(
        "--sign-cert: Das Zertifikat gilt erst ab {starts}.",
        "--sign-cert: the certificate is only valid from {starts}.",
    ),
    Unsignable.EXPIRED: Text(
        "--sign-cert: Das Zertifikat ist am {ends} abgelaufen.",
        "--sign-cert: the certificate expired on {ends}.",
    ),
}


class SigningError(ValueError):
    """A certificate or key that cannot sign; ``code`` says why."""

    def __init__(self, code: Unsignable, certificate: x509.Certificate | None = None) -> None:
        self.code = code
        self._dates = {}
        if certificate is not None:
            self._dates = {
                "starts": certificate.not_valid_before_utc.date().isoformat(),
                "ends": certificate.not_valid_after_utc.date().isoformat(),
            }
        super().__init__(code.value)

    def sentence(self, language: Language) -> str:
        """The cause in words."""
        return UNSIGNABLE[self.code].into(language, **self._dates)


@dataclass(frozen=True, slots=True)
class _Signer:
    """A certificate with its key; ``chain`` are the other certificates of the file."""

    certificate: x509.Certificate
    key: _PrivateKey
    chain: tuple[x509.Certificate, ...]

    def sign(self, content: bytes) -> bytes:
        """The content, byte for byte, inside its signature."""
        builder = pkcs7.PKCS7SignatureBuilder().set_data(content)
        builder = builder.add_signer(self.certificate, self.key, hashes.SHA256())
        for certificate in self.chain:
            builder = builder.add_certificate(certificate)
        return builder.sign(serialization.Encoding.DER, [pkcs7.PKCS7Options.Binary])


def signer(certificates: bytes, key: bytes, now: datetime) -> Callable[[bytes], bytes]:
    """What signs with the certificate of this key; both are PEM. Raises ``SigningError``."""
    private = _key(key)
    found = _certificates(certificates)
    own = next((each for each in found if each.public_key() == private.public_key()), None)
    if own is None:
        raise SigningError(Unsignable.NO_MATCH)
    if now < own.not_valid_before_utc:
        raise SigningError(Unsignable.NOT_YET_VALID, own)
    if now > own.not_valid_after_utc:
        raise SigningError(Unsignable.EXPIRED, own)
    return _Signer(own, private, tuple(each for each in found if each is not own)).sign


def _certificates(data: bytes) -> list[x509.Certificate]:
    try:
        return x509.load_pem_x509_certificates(data)
    except ValueError:
        raise SigningError(Unsignable.NO_CERTIFICATE) from None


def _key(data: bytes) -> _PrivateKey:
    try:
        private = serialization.load_pem_private_key(data, password=None)
    except TypeError:  # how the library says that a password is missing
        raise SigningError(Unsignable.KEY_ENCRYPTED) from None
    except (ValueError, UnsupportedAlgorithm):
        raise SigningError(Unsignable.NO_KEY) from None
    if not isinstance(private, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey):
        raise SigningError(Unsignable.KEY_KIND)
    return private
