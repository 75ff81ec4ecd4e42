"""Which rows of a staff list can stand beside each other: no row may take mail away from another person or device.

Fetching by POP3 is for one program on one device. Whoever deletes on the server reads a mailbox alone; whoever fetches
without deleting reads it alone too, because some mail programs cannot be told to keep mail. Beside others there may be
one collector, which never deletes, and programs of the company that do not delete.
"""

import re
from collections import Counter
from collections.abc import Container, Iterable
from dataclasses import dataclass

from advisor.settings.addresses import Address, skeleton
from advisor.settings.codes import Alternative, Program, ReadingProtocol, Role
from advisor.settings.mailboxes import Mailboxes
from advisor.settings.mailboxes import plain as _plain
from advisor.settings.problems import Reason
from advisor.settings.values import Person

_AFTER_PLUS = re.compile(r"(?<=[^@])\+[^@]*")
_SHARED = frozenset(
    {Reason.DELETES_FOR_OTHERS, Reason.PROGRAM_DELETES, Reason.FETCHES_BESIDE_OTHERS, Reason.SECOND_COLLECTOR}
)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Somebody who reads a mailbox without standing on this list, under ``names``; ``row`` is their own row, if any.

    ``alone``: they take mail off the server or fetch it, and must not have anybody beside them.
    """

    name: str
    names: frozenset[str]
    row: tuple[str, str, Role] | None
    alone: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """A good row with its line. ``alternative`` and ``keep_days``: how it reads, whoever decided it."""

    line: int
    person: Person
    address: Address
    alternative: Alternative
    keep_days: int | None

    @property
    def deletes(self) -> bool:
        """Whether it takes mail off the server."""
        return deletes(self.alternative, self.keep_days)

    @property
    def alone(self) -> bool:
        """Whether nobody may read the mailbox beside it."""
        fetches = self.person.role is Role.READER and self.alternative.protocol is ReadingProtocol.POP3
        return self.deletes or fetches

    @property
    def identity(self) -> tuple[str, str, Role]:
        """Two rows alike in this are one row too many."""
        return identity(self.address, self.person)

    @property
    def reading(self) -> tuple[object, ...]:
        """Who reads how: of two rows alike in this one can go without a loss."""
        person = self.person
        return self.identity, self.alternative, self.keep_days, person.programs, (person.username or "").lower()


def identity(address: Address, person: Person) -> tuple[str, str, Role]:
    """By what rows are told apart."""
    return address.ascii.lower(), person.name.casefold(), person.role


def deletes(alternative: Alternative, keep_days: int | None) -> bool:
    """Whether reading this way takes mail off the server, at once or after days."""
    return alternative is Alternative.POP3_DELETE or (alternative is Alternative.POP3_KEEP and keep_days is not None)


def fetching_programs(programs: Iterable[Program]) -> tuple[Program, ...]:
    """Those that fetch mail themselves; the browser only shows what lies on the server."""
    return tuple(program for program in programs if program is not Program.BROWSER)


def deletes_for_itself(entry: Entry) -> bool:
    """Whether several programs of one row would take the mail away from each other."""
    return entry.deletes and len(fetching_programs(entry.person.programs)) > 1


def mailbox_names(address: str, username: str) -> frozenset[str]:
    """Names under which a row signs in to its mailbox: its address, and its user name with and without the domain.

    Each also without what follows a plus: most servers put ``anna+shop@`` into the mailbox of ``anna@`` (RFC 5233).
    Where one does not, a way that takes mail away is refused without need.
    """
    names = {_plain(address)}
    if username:
        names |= {_plain(username), _plain(f"{username}@{address.rpartition('@')[2]}")}
    return frozenset(names | {_AFTER_PLUS.sub("", name) for name in names})


def clashes(entries: Iterable[Entry], bad: Iterable[str]) -> list[tuple[Entry, Reason, str]]:
    """Rows that cannot stand beside others; of two alike, the later one. With the address of another row of the same
    mailbox, where it is written otherwise.

    ``bad``: the names (``mailbox_names``) in rows that are refused for themselves; somebody reads their mailboxes, too.
    """
    rows = list(entries)
    mailboxes = _Readers(rows, bad)
    meant = _domains_meant(rows)
    seen: set[tuple[str, str, Role]] = set()
    collected: set[str] = set()
    found = []
    for entry in rows:
        reason = _clash(entry, meant[_look(entry)], seen, collected, mailboxes)
        seen.add(entry.identity)
        if entry.person.role is Role.COLLECTOR:
            collected.add(mailboxes.of(entry))
        if reason is not None:
            found.append((entry, reason, mailboxes.otherwise(entry) if reason in _SHARED else ""))
    return found


def _domains_meant(entries: Iterable[Entry]) -> dict[str, str]:
    """For each look of a domain the one that most rows have, of equally many the first."""
    counted: dict[str, Counter[str]] = {}
    for entry in entries:
        counted.setdefault(_look(entry), Counter())[entry.address.domain] += 1
    return {look: domains.most_common(1)[0][0] for look, domains in counted.items()}


def _look(entry: Entry) -> str:
    return skeleton(entry.address.shown.rpartition("@")[2])


def beside_elsewhere(entries: Iterable[Entry], elsewhere: Iterable[Elsewhere]) -> list[tuple[Entry, str]]:
    """Rows that cannot stand beside who reads without standing on the list, with the name of one of these."""
    rows, others = list(entries), list(elsewhere)
    mailboxes = Mailboxes()
    for names in (*(_names(entry) for entry in rows), *(one.names for one in others)):
        mailboxes.join(names)
    found: dict[str, list[Elsewhere]] = {}
    for one in others:
        found.setdefault(mailboxes.of(next(iter(one.names))), []).append(one)
    clashing = []
    for entry in rows:
        beside = [one for one in found.get(mailboxes.of(_plain(entry.address.ascii)), ()) if one.row != entry.identity]
        harmed = next((one for one in beside if entry.alone or one.alone), None)
        if harmed is not None:
            clashing.append((entry, harmed.name))
    return clashing


def _names(entry: Entry) -> frozenset[str]:
    return mailbox_names(entry.address.ascii, entry.person.username or "")


class _Readers:
    """Who reads the mailboxes of a list."""

    def __init__(self, entries: Iterable[Entry], bad: Iterable[str]) -> None:
        self._mailboxes = Mailboxes()
        rows = list(entries)
        for entry in rows:
            self._mailboxes.join(_names(entry))
        self._crowded = {self._mailboxes.of(name) for name in bad}
        readings: dict[str, tuple[object, ...]] = {}
        self._addresses: dict[str, dict[str, str]] = {}
        for entry in rows:
            self._addresses.setdefault(self.of(entry), {})[entry.address.ascii.lower()] = entry.address.shown
            if readings.setdefault(self.of(entry), entry.reading) != entry.reading:
                self._crowded.add(self.of(entry))

    def of(self, entry: Entry) -> str:
        """The one name that stands for the mailbox of this row."""
        return self._mailboxes.of(entry.address.ascii.lower())

    def is_shared(self, entry: Entry) -> bool:
        """Whether the mailbox has readers that this row does not merely repeat."""
        return self.of(entry) in self._crowded

    def otherwise(self, entry: Entry) -> str:
        """Another address of this mailbox; empty where all rows write it alike."""
        own = entry.address.ascii.lower()
        return next((shown for address, shown in self._addresses[self.of(entry)].items() if address != own), "")


def _clash(
    entry: Entry, domain: str, seen: Container[object], collected: Container[str], mailboxes: _Readers
) -> Reason | None:
    """``domain``: the one that is meant by what looks like it; ``seen`` and ``collected`` of the rows before."""
    if entry.identity in seen:
        return Reason.DUPLICATE
    if domain != entry.address.domain:
        return Reason.ADDRESS_LOOKS_LIKE
    if entry.person.role is Role.COLLECTOR and mailboxes.of(entry) in collected:
        return Reason.SECOND_COLLECTOR
    return _harm(entry) if mailboxes.is_shared(entry) else None


def _harm(entry: Entry) -> Reason | None:
    """What is wrong with a row whose mailbox others read, too."""
    if entry.deletes:
        return Reason.PROGRAM_DELETES if entry.person.role is Role.PROGRAM else Reason.DELETES_FOR_OTHERS
    if entry.person.role is Role.READER and entry.alternative.protocol is ReadingProtocol.POP3:
        return Reason.FETCHES_BESIDE_OTHERS
    return None
