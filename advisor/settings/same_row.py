"""By what the same row of a staff list is known again in a later list."""

import hashlib
from collections.abc import Callable, Mapping
from typing import TypeVar

from advisor.settings.addresses import parse_address
from advisor.settings.values import Person

_Kept = TypeVar("_Kept")


def mailbox_and_reader(person: Person) -> tuple[str, str]:
    """Two fingerprints (SHA-256): the mailbox, and who reads it in which role, as a staff list tells its rows apart."""
    address = parse_address(person.address)
    mailbox = address.ascii.lower() if address else person.address.lower()
    return _fingerprint(mailbox), _fingerprint(person.name.casefold(), person.role.value)


def by_row(found: Mapping[tuple[str, str], _Kept]) -> Callable[[Person], _Kept | None]:
    """Finds what is kept under the fingerprints of a row."""
    return lambda person: found.get(mailbox_and_reader(person))


def _fingerprint(*parts: str) -> str:
    return hashlib.sha256(repr(parts).encode("utf-8", "replace")).hexdigest()
