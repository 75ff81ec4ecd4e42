"""File and folder names for the ZIP that no archive program and no file system can misread."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Container, Sequence
from itertools import count

from advisor.settings.addresses import parse_address
from advisor.settings.values import Person

LONGEST_SLUG, LONGEST_WORD = 60, 30
NOTHING = "mailbox"
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(10))})


def slug(text: str) -> str:
    """A name of ``a-z 0-9 . _ -`` that starts and ends with a letter or digit and is no device name of Windows."""
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9._-]+", "-", ascii_text.replace("@", "_"))
    name = re.sub(r"\.{2,}", ".", name)[:LONGEST_SLUG].strip("._-")
    if name.partition(".")[0] in _DEVICES:
        return f"mail-{name}"
    return name or NOTHING


def person_slugs(people: Sequence[Person]) -> tuple[str, ...]:
    """One folder name per person, in their order.

    Where several rows share a mailbox, the role says whose folder it is, else the name, both, the programs or the way;
    only where all of this is the same, or has no Latin letters, a suffix made from the person.
    """
    names = [_candidates(person) for person in people]
    often = Counter((level, name) for each in names for level, name in enumerate(each))
    slugs: dict[str, None] = {}
    for each in names:
        single = (name for level, name in enumerate(each) if name and often[level, name] == 1)
        slugs[_free(next(single, each[-1]), slugs)] = None
    return tuple(slugs)


def _candidates(person: Person) -> tuple[str, ...]:
    """The names for one row, the shortest first; empty where there is nothing to say."""
    mailbox, role, name = slug(_ascii(person.address)), person.role.value, _word(person.name)
    return (
        mailbox,
        f"{mailbox}-{role}",
        f"{mailbox}-{name}" if name else "",
        f"{mailbox}-{name}-{role}" if name else "",
        "-".join((mailbox, *(_word(program) for program in person.programs))),
        f"{mailbox}-{_word(person.alternative)}" if person.alternative else "",
        f"{mailbox}-{_suffix(person)}",
    )


def _word(text: str) -> str:
    """A part of a name in small letters; empty where the text has no Latin letters."""
    kept = slug(text.replace("_", " "))[:LONGEST_WORD].strip("._-")
    return "" if kept == NOTHING else kept


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
