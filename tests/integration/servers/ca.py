"""A certificate authority for tests, with one-line ways to make good and bad certificates."""

import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import trustme
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from tests.made_up.log_receipts import RECEIPTS, a_receipt

_VERSION_3, _VERSION_10 = b"\xa0\x03\x02\x01\x02", b"\xa0\x03\x02\x01\x09"


@dataclass(frozen=True)
class ServerCertificate:
    """The files of one server certificate: the chain as a server sends it, and the key."""

    chain: Path
    key: Path

    def server_context(self) -> ssl.SSLContext:
        """A server-side context that presents this certificate."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.chain, self.key)
        return context


class TestCa:
    """One authority; ``path`` is its root as PEM, what ``extra_ca`` of the probe takes."""

    __test__ = False  # not a test class, whatever its name says

    def __init__(self, folder: Path) -> None:
        """Make a new authority whose files live in ``folder``."""
        self._ca = trustme.CA(organization_name="Mailweiche Test CA")
        self._folder = folder
        self._count = 0
        self.path = folder / "ca.pem"
        self._ca.cert_pem.write_to_path(str(self.path))
        self.path.chmod(0o644)

    def certificate(
        self, *names: str, valid_days: float = 90, starts_in_days: float = -1, common_name: str | None = None
    ) -> ServerCertificate:
        """A certificate for ``names`` (negative ``valid_days``: it has expired).

        ``common_name``: also named in the old place, which new certificates may leave empty and old programs want.
        """
        now = datetime.now(UTC)
        starts = now + timedelta(days=min(starts_in_days, valid_days - 1))
        ends = now + timedelta(days=valid_days)
        leaf = self._ca.issue_cert(*names, common_name=common_name, not_before=starts, not_after=ends)
        return self._write(leaf, with_chain=True)

    def behind_intermediate(self, *names: str, with_chain: bool) -> ServerCertificate:
        """A certificate of an intermediate authority, as public ones make them: with a receipt of a public log.

        Without the chain clients cannot reach the root.
        """
        child, stem = self._ca.create_child_ca(), self._next_stem()
        issuer = x509.load_pem_x509_certificate(child.cert_pem.bytes())
        signer = serialization.load_pem_private_key(child.private_key_pem.bytes(), None)
        certificate = _signed(names, stem, issuer.subject, signer, x509.UnrecognizedExtension(RECEIPTS, a_receipt()))
        if with_chain:
            certificate.chain.write_bytes(certificate.chain.read_bytes() + child.cert_pem.bytes())
        return certificate

    def self_signed(self, *names: str) -> ServerCertificate:
        """A certificate that signs itself, as default installations have."""
        return _self_signed(names[0], _alternative(names), self._next_stem())

    def malformed(self, name: str) -> ServerCertificate:
        """A certificate whose one alternative name is no text: OpenSSL takes it, stricter readers do not."""
        no_text = x509.UnrecognizedExtension(x509.SubjectAlternativeName.oid, b"\x30\x04\x82\x02\xff\xfe")
        return _self_signed(name, no_text, self._next_stem())

    def of_no_version(self, name: str) -> ServerCertificate:
        """A certificate of a version that does not exist (RFC 5280 section 4.1.2.1): OpenSSL takes it all the same."""
        made = self.self_signed(name)
        whole = ssl.PEM_cert_to_DER_cert(made.chain.read_text())
        made.chain.write_text(ssl.DER_cert_to_PEM_cert(whole.replace(_VERSION_3, _VERSION_10, 1)))
        return made

    def foreign(self, *names: str, with_chain: bool = True) -> ServerCertificate:
        """A certificate of an authority that nobody trusts, sent with that authority's own certificate or alone."""
        unknown = trustme.CA(organization_name="Unknown CA")
        certificate = self._write(unknown.issue_cert(*names), with_chain=True)
        if with_chain:
            certificate.chain.write_bytes(certificate.chain.read_bytes() + unknown.cert_pem.bytes())
        return certificate

    def client_context(self) -> ssl.SSLContext:
        """A client-side context that trusts only this authority."""
        return ssl.create_default_context(cafile=str(self.path))

    def _next_stem(self) -> Path:
        self._count += 1
        return self._folder / f"server-{self._count}"

    def _write(self, leaf: trustme.LeafCert, with_chain: bool) -> ServerCertificate:
        stem = self._next_stem()
        certificate = ServerCertificate(stem.with_suffix(".pem"), stem.with_suffix(".key"))
        blobs = leaf.cert_chain_pems if with_chain else leaf.cert_chain_pems[:1]
        certificate.chain.write_bytes(b"".join(blob.bytes() for blob in blobs))
        leaf.private_key_pem.write_to_path(str(certificate.key))
        certificate.key.chmod(0o600)
        return certificate


def _alternative(names: Sequence[str]) -> x509.SubjectAlternativeName:
    return x509.SubjectAlternativeName([x509.DNSName(each) for each in names])


def _self_signed(common_name: str, extension: x509.ExtensionType, stem: Path) -> ServerCertificate:
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, common_name)])
    return _written(name, name, None, (extension,), stem)


def _signed(
    names: Sequence[str], stem: Path, issuer: x509.Name, signer: Any, *extensions: x509.ExtensionType
) -> ServerCertificate:
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, names[0])])
    return _written(subject, issuer, signer, (_alternative(names), *extensions), stem)


def _written(
    subject: x509.Name, issuer: x509.Name, signer: Any, extensions: Sequence[x509.ExtensionType], stem: Path
) -> ServerCertificate:
    """``signer`` None: the certificate signs itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    now = datetime.now(UTC)
    starts, ends = now - timedelta(days=1), now + timedelta(days=30)
    builder = x509.CertificateBuilder(issuer, subject, key.public_key(), x509.random_serial_number(), starts, ends)
    for each in extensions:
        builder = builder.add_extension(each, critical=False)
    built = builder.sign(signer or key, hashes.SHA256())
    certificate = ServerCertificate(stem.with_suffix(".pem"), stem.with_suffix(".key"))
    certificate.chain.write_bytes(built.public_bytes(serialization.Encoding.PEM))
    plain = serialization.NoEncryption()
    certificate.key.write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain))
    return certificate
