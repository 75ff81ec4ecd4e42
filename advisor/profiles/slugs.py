"""File and folder names for the ZIP that no archive program and no file system can misread."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Container, Sequence
from itertools import count

from advisor.settings.addresses import parse_address
from advisor.settings.values import Person

LONGEST_SLUG = 60
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(10))})


def slug(text: str) -> str:
    """A name of ``a-z 0-9 . _ -`` that starts and ends with a letter or digit and is no device name of Windows."""
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9._-]+", "-", ascii_text.replace("@", "_"))
    name = re.sub(r"\.{2,}", ".", name)[:LONGEST_SLUG].strip("._-")
    if name.partition(".")[0] in _DEVICES:
        return f"mail-{name}"
    return name or "mailbox"


def person_slugs(people: Sequence[Person]) -> tuple[str, ...]:
    """One folder name per person, in their order; names that would collide get a suffix made from the person."""
    plain = [slug(_ascii(person.address)) for person in people]
    often = Counter(plain)
    slugs: dict[str, None] = {}
    for name, person in zip(plain, people, strict=True):
        wanted = name if often[name] == 1 else f"{name}-{_suffix(person)}"
        slugs[_free(wanted, slugs)] = None
    return tuple(slugs)


def _ascii(address: str) -> str:
    parsed = parse_address(address)
    return parsed.ascii if parsed else address


def _suffix(person: Person) -> str:
    identity = repr((person.address.lower(), person.name.casefold(), person.role.value))
    return hashlib.sha256(identity.encode("utf-8", "replace")).hexdigest()[:10]


def _free(wanted: str, taken: Container[str]) -> str:
    """``wanted``, or it with the first free number: two rows for the same person must not share a folder."""
    numbered = (f"{wanted}-{number}" for number in count(2))
    return wanted if wanted not in taken else next(name for name in numbered if name not in taken)
