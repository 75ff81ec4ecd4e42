"""By what the same row of a staff list is known again in a later list."""

import hashlib

from advisor.settings.addresses import parse_address
from advisor.settings.values import Person


def mailbox_and_reader(person: Person) -> tuple[str, str]:
    """Two fingerprints (SHA-256): the mailbox, and who reads it in which role, as a staff list tells its rows apart."""
    address = parse_address(person.address)
    mailbox = address.ascii.lower() if address else person.address.lower()
    return _fingerprint(mailbox), _fingerprint(person.name.casefold(), person.role.value)


def _fingerprint(*parts: str) -> str:
    return hashlib.sha256(repr(parts).encode("utf-8", "replace")).hexdigest()
