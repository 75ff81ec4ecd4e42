"""Receipts of the public logs of certificates, as public authorities put them into what they issue."""

from cryptography import x509

RECEIPTS = x509.PrecertificateSignedCertificateTimestamps.oid


def a_receipt() -> bytes:
    """The receipt of a log of certificates (RFC 6962 section 3.3), its signature made up; nobody here checks it."""
    signature = b"\x30\x06\x02\x01\x01\x02\x01\x01"
    entry = bytes(1) + bytes(32) + bytes(8) + bytes(2) + b"\x04\x03" + len(signature).to_bytes(2, "big") + signature
    listed = len(entry).to_bytes(2, "big") + entry
    listed = len(listed).to_bytes(2, "big") + listed
    return b"\x04" + bytes([len(listed)]) + listed
