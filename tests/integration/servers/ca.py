"""A certificate authority for tests, with one-line ways to make good and bad certificates."""

import ssl
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import trustme
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec


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
        """A certificate of an intermediate authority; without the chain clients cannot reach the root."""
        return self._write(self._ca.create_child_ca().issue_cert(*names), with_chain)

    def self_signed(self, *names: str) -> ServerCertificate:
        """A certificate that signs itself, as default installations have."""
        stem = self._next_stem()
        alternative = x509.SubjectAlternativeName([x509.DNSName(each) for each in names])
        return _self_signed(names[0], alternative, stem)

    def malformed(self, name: str) -> ServerCertificate:
        """A certificate whose one alternative name is no text: OpenSSL takes it, stricter readers do not."""
        no_text = x509.UnrecognizedExtension(x509.SubjectAlternativeName.oid, b"\x30\x04\x82\x02\xff\xfe")
        return _self_signed(name, no_text, self._next_stem())

    def foreign(self, *names: str) -> ServerCertificate:
        """A certificate of an authority that nobody trusts, sent with that authority's own certificate."""
        unknown = trustme.CA(organization_name="Unknown CA")
        certificate = self._write(unknown.issue_cert(*names), with_chain=True)
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


def _self_signed(common_name: str, extension: x509.ExtensionType, stem: Path) -> ServerCertificate:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, common_name)])
    now = datetime.now(UTC)
    starts, ends = now - timedelta(days=1), now + timedelta(days=30)
    builder = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), starts, ends)
    built = builder.add_extension(extension, critical=False).sign(key, hashes.SHA256())
    certificate = ServerCertificate(stem.with_suffix(".pem"), stem.with_suffix(".key"))
    certificate.chain.write_bytes(built.public_bytes(serialization.Encoding.PEM))
    plain = serialization.NoEncryption()
    certificate.key.write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain))
    return certificate
