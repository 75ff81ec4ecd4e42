"""What the certificate of a server says and what is wrong with it, read without trusting it first.

OpenSSL's own verification decides about trust (its error codes are noted during the handshake, which goes on); the name
is compared here by RFC 9525: subject alternative names only, a wildcard for exactly one whole leftmost label.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import sha256
from threading import Lock

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.types import CertificatePublicKeyTypes
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from probes.cleaning import clean
from probes.codes import Reason
from probes.errors import TlsError
from probes.results import Certificate

MAX_NAMES = 50
MAX_CHAIN = 10
RECENT = 32  # certificates that are not read again
# Verification errors of OpenSSL (include/openssl/x509_vfy.h)
_NO_ISSUER = frozenset({2, 20, 21})
_NOT_YET_VALID = 9
_EXPIRED = 10
_SELF_SIGNED_LEAF = 18

MALFORMED = (ValueError, TypeError, UnsupportedAlgorithm, x509.InvalidVersion, x509.UnsupportedGeneralNameType)
"""What the library raises for certificates that OpenSSL has taken and that it cannot make anything of."""

_reading = Lock()

VerifyErrors = tuple[tuple[int, int], ...]
"""Pairs of OpenSSL's error code and the depth in the chain (0 = the server's own certificate)."""


class UnreadableCertificateError(TlsError):
    """The certificate is malformed in a way that leaves nothing to report."""


def certificate_facts(
    chain: tuple[x509.Certificate, ...], errors: VerifyErrors, host: str, now: datetime
) -> Certificate:
    """The facts of the first certificate of ``chain`` (never empty), judged for ``host`` at ``now``.

    Of very many names the fitting ones are shown first. Raises ``UnreadableCertificateError``.
    """
    try:
        with _reading:  # the ports of a server come at the same moment; one of them reads for all
            known = _facts(chain, errors, host)
    except MALFORMED as error:
        raise UnreadableCertificateError(str(error)) from error
    return replace(known, days_left=(known.not_after - now.astimezone(UTC)).days)


@lru_cache(RECENT)
def _facts(chain: tuple[x509.Certificate, ...], errors: VerifyErrors, host: str) -> Certificate:
    """All but the days left; a server shows the same certificate at each of its ports."""
    leaf = chain[0]
    names = _names(leaf)
    matches = any(name_matches(name, host) for name in names)
    trust_problem = _trust_problem(errors, chain)
    return Certificate(
        subject=clean(leaf.subject.rfc4514_string()),
        names=tuple(clean(name) for name in sorted(names, key=lambda name: not name_matches(name, host))[:MAX_NAMES]),
        issuer=clean(leaf.issuer.rfc4514_string()),
        not_before=leaf.not_valid_before_utc,
        not_after=leaf.not_valid_after_utc,
        days_left=0,
        trusted=trust_problem is None,
        name_matches=matches,
        problem=trust_problem or (None if matches else Reason.CERTIFICATE_NAME),
        key=_key(leaf.public_key()),
        chain=tuple(clean(each.subject.rfc4514_string()) for each in chain[1 : MAX_CHAIN + 1]),
        sha256=leaf.fingerprint(hashes.SHA256()).hex(),
        spki_sha256=sha256(leaf.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).hexdigest(),
    )


def _key(key: CertificatePublicKeyTypes) -> str:
    """Kind and size of a public key, such as "RSA 2048"."""
    match key:
        case rsa.RSAPublicKey():
            return f"RSA {key.key_size}"
        case ec.EllipticCurvePublicKey():
            return f"EC {key.curve.key_size}"
        case _:
            return type(key).__name__.removesuffix("PublicKey")


def name_matches(pattern: str, host: str) -> bool:
    """Whether a name of a certificate covers ``host`` (both A-labels)."""
    wanted, offered = host.lower().rstrip("."), pattern.lower().rstrip(".")
    if offered.startswith("*."):
        first, _, rest = wanted.partition(".")
        return bool(first) and rest == offered[2:] and "." in rest
    return wanted == offered


def _names(leaf: x509.Certificate) -> tuple[str, ...]:
    for extension in _extensions(leaf):
        if isinstance(extension.value, x509.SubjectAlternativeName):
            return tuple(extension.value.get_values_for_type(x509.DNSName))
    return ()


def _extensions(leaf: x509.Certificate) -> Iterable[x509.Extension[x509.ExtensionType]]:
    """None where one stands there twice: then nobody can say which of them holds (RFC 5280 section 4.2)."""
    try:
        return leaf.extensions
    except x509.DuplicateExtension:
        return ()


def _trust_problem(errors: VerifyErrors, chain: tuple[x509.Certificate, ...]) -> Reason | None:
    """The cause to mend first.

    A certificate that comes alone and has an unknown issuer may lack an intermediate one, or be of an authority that
    nobody knows and that never had any. The former is sure of one that public logs vouch for (RFC 6962): public
    authorities alone do so, and no root of theirs may issue to servers itself (CA/B Forum BR, section 6.1.7).
    """
    if not errors:
        return None
    codes = {code for code, _ in errors}
    leaf_codes = {code for code, depth in errors if depth == 0}
    if _SELF_SIGNED_LEAF in codes:
        return Reason.CERTIFICATE_SELF_SIGNED
    if _EXPIRED in leaf_codes:
        return Reason.CERTIFICATE_EXPIRED
    if _NOT_YET_VALID in leaf_codes:
        return Reason.CERTIFICATE_NOT_YET_VALID
    if codes & {_EXPIRED, _NOT_YET_VALID}:
        return Reason.CERTIFICATE_CHAIN
    if len(chain) == 1 and codes & _NO_ISSUER:
        return Reason.CERTIFICATE_CHAIN if _is_logged(chain[0]) else Reason.CERTIFICATE_ISSUER_UNKNOWN
    return Reason.CERTIFICATE_UNTRUSTED


def _is_logged(leaf: x509.Certificate) -> bool:
    """Whether the certificate carries the receipts of public logs (certificate transparency)."""
    return any(isinstance(each.value, x509.PrecertificateSignedCertificateTimestamps) for each in _extensions(leaf))
