"""Which rows of a staff list can stand beside each other: no row may take mail away from another person or device.

Fetching by POP3 is for one program on one device. Whoever deletes on the server reads a mailbox alone; whoever fetches
without deleting reads it alone too, because some mail programs cannot be told to keep mail. Beside others there may be
one collector, which never deletes, and programs of the company that do not delete.
"""

from collections.abc import Container, Iterable
from dataclasses import dataclass

from advisor.settings.addresses import Address, parse_address, skeleton
from advisor.settings.codes import Alternative, Program, ReadingProtocol, Role
from advisor.settings.problems import Reason
from advisor.settings.values import Person


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
    def identity(self) -> tuple[str, str, Role]:
        """Two rows alike in this are one row too many."""
        return self.address.ascii.lower(), self.person.name.casefold(), self.person.role

    @property
    def reading(self) -> tuple[object, ...]:
        """Who reads how: of two rows alike in this one can go without a loss."""
        person = self.person
        return self.identity, self.alternative, self.keep_days, person.programs, (person.username or "").lower()


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
    """Names under which a row signs in to its mailbox: its address, and its user name with and without the domain."""
    names = {_plain(address)}
    if username:
        names |= {_plain(username), _plain(f"{username}@{address.rpartition('@')[2]}")}
    return frozenset(names)


def clashes(entries: Iterable[Entry], bad: Iterable[str]) -> list[tuple[Entry, Reason]]:
    """Rows that cannot stand beside others; of two alike, the later one.

    ``bad``: the names (``mailbox_names``) in rows that are refused for themselves; somebody reads their mailboxes, too.
    """
    rows = list(entries)
    mailboxes = _Mailboxes(rows, bad)
    first_alike: dict[str, Entry] = {}
    seen: set[tuple[str, str, Role]] = set()
    collected: set[str] = set()
    found = []
    for entry in rows:
        first = first_alike.setdefault(skeleton(entry.address.shown.rpartition("@")[2]), entry)
        reason = _clash(entry, first, seen, collected, mailboxes)
        seen.add(entry.identity)
        if entry.person.role is Role.COLLECTOR:
            collected.add(mailboxes.of(entry))
        if reason is not None:
            found.append((entry, reason))
    return found


class _Mailboxes:
    """Rows by mailbox: two rows read the same one if they share a name to sign in with, also through a third row."""

    def __init__(self, entries: Iterable[Entry], bad: Iterable[str]) -> None:
        self._leader: dict[str, str] = {}
        rows = list(entries)
        for entry in rows:
            self._join(entry)
        self._crowded = {self._find(name) for name in bad}
        readings: dict[str, tuple[object, ...]] = {}
        for entry in rows:
            if readings.setdefault(self.of(entry), entry.reading) != entry.reading:
                self._crowded.add(self.of(entry))

    def of(self, entry: Entry) -> str:
        """The one name that stands for the mailbox of this row."""
        return self._find(entry.address.ascii.lower())

    def is_shared(self, entry: Entry) -> bool:
        """Whether the mailbox has readers that this row does not merely repeat."""
        return self.of(entry) in self._crowded

    def _join(self, entry: Entry) -> None:
        own = self.of(entry)
        for name in mailbox_names(entry.address.ascii, entry.person.username or ""):
            self._leader[self._find(name)] = own

    def _find(self, name: str) -> str:
        while (leader := self._leader.get(name, name)) != name:
            self._leader[name] = self._leader.get(leader, leader)
            name = leader
        return name


def _clash(
    entry: Entry, alike: Entry, seen: Container[object], collected: Container[str], mailboxes: _Mailboxes
) -> Reason | None:
    """``alike``: the first row whose domain looks like this one's; ``seen`` and ``collected`` of the rows before."""
    if entry.identity in seen:
        return Reason.DUPLICATE
    if alike.address.domain != entry.address.domain:
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


def _plain(name: str) -> str:
    parsed = None if name.isascii() else parse_address(name)
    return parsed.ascii.lower() if parsed else name.lower()
