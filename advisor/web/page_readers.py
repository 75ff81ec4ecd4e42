"""Who reads which mailbox by what the personal pages of a case have told them.

A program goes on reading after its page has ended. So whoever has seen a page counts until somebody says that they no
longer read the mailbox; and whoever changes to another way counts with both until they report that it works.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from advisor.profiles.account import Account, UnsafeSettingsError, account_for
from advisor.report.documents.employee import read_employee
from advisor.report.documents.errors import DocumentError
from advisor.settings.addresses import parse_address
from advisor.settings.codes import ReadingProtocol, Role
from advisor.settings.mailboxes import Mailboxes
from advisor.settings.staff import effective
from advisor.settings.staff_mix import Elsewhere, deletes, identity, mailbox_names
from advisor.settings.values import CompanySettings, Person
from advisor.store import employee_links
from advisor.store.employee_links import Link
from advisor.web.publications import Released, all_released

_One = TypeVar("_One")


@dataclass(frozen=True, slots=True)
class PageReader:
    """Whoever has a page, with the settings that it shows; None where they can no longer be read.

    ``names``: of the mailbox, also those from before; ``deletes``: whether what they set up may take mail off the
    server, which of what cannot be read is supposed.
    """

    link: Link
    person: Person | None
    settings: CompanySettings | None
    names: frozenset[str]
    deletes: bool

    @property
    def name(self) -> str:
        """What the person is called."""
        return self.person.name if self.person else "–"

    @property
    def account(self) -> Account | None:
        """The mailbox as the page shows it; None where it shows nothing."""
        return account_of(self.settings, self.person)

    @property
    def fetches(self) -> bool:
        """Whether they must read alone even where nothing is deleted."""
        if self.person is None or self.settings is None:
            return True
        way, _ = effective(self.person, self.settings.alternative, self.settings.keep_days)
        return self.person.role is Role.READER and way.protocol is ReadingProtocol.POP3


def person_of(link: Link) -> Person | None:
    """Whose page it is; None where the stored row can no longer be read."""
    return person_in(link.person)


def person_in(document: bytes) -> Person | None:
    """The person of a stored row; None where it can no longer be read."""
    try:
        return read_employee(document)
    except DocumentError:
        return None


def account_of(settings: CompanySettings | None, person: Person | None) -> Account | None:
    """The account, or None where there is none."""
    if settings is None or person is None:
        return None
    try:
        return account_for(settings, person)
    except UnsafeSettingsError:
        return None


def readers(case_id: int) -> tuple[PageReader, ...]:
    """Everybody who counts as a reader."""
    shown = all_released(case_id)
    return tuple(reader(link, shown) for link in employee_links.of_case(case_id) if link.counts)


def reader(link: Link, shown: Mapping[int, Released]) -> PageReader:
    """The reader behind a link; ``shown``: the releases of the case."""
    person = person_of(link)
    found = shown.get(link.publication_id) if link.publication_id is not None else None
    settings = found.settings if found else None
    return PageReader(
        link, person, settings, _all_names(link), _earlier(link.earlier).deletes or _deletes(person, settings)
    )


def changed(one: PageReader, document: bytes, settings: CompanySettings) -> PageReader:
    """The reader once the page is made anew with this row; who has seen a page reads as before, too, until then."""
    person, names = person_in(document), {_mark(one.link), *_names(document)}
    deleting = _deletes(person, settings)
    if one.link.reads_since is not None:
        names, deleting = names | one.names, deleting or one.deletes
    return PageReader(one.link, person, settings, frozenset(names), deleting)


def clashing(case_id: int) -> dict[int, str]:
    """The pages whose mailbox has several readers of whom one deletes, by number; whoever else reads there."""
    counting = [link for link in employee_links.of_case(case_id) if link.counts]
    crowded = [link for beside in _together((link, _all_names(link)) for link in counting) for link in beside]
    if not crowded:
        return {}
    shown = all_released(case_id)
    return would_clash(reader(link, shown) for link in crowded)


def would_clash(found: Iterable[PageReader]) -> dict[int, str]:
    """The same for readers as they would be."""
    return {
        one.link.id: ", ".join(other.name for other in beside if other is not one)
        for beside in _together((one, one.names) for one in found)
        if any(one.deletes for one in beside)
        for one in beside
    }


def _together(named: Iterable[tuple[_One, frozenset[str]]]) -> list[list[_One]]:
    """Those who share a mailbox; whoever is alone is left out."""
    rows, mailboxes = list(named), Mailboxes()
    for _, names in rows:
        mailboxes.join(names)
    found: dict[str, list[_One]] = {}
    for one, names in rows:
        found.setdefault(mailboxes.of(next(iter(names))), []).append(one)
    return [beside for beside in found.values() if len(beside) > 1]


def elsewhere(case_id: int) -> tuple[Elsewhere, ...]:
    """The readers as the check of a staff list needs them."""
    return tuple(
        Elsewhere(one.name, one.names, _row(one.person), one.deletes or one.fetches) for one in readers(case_id)
    )


def earlier_of(one: PageReader) -> str | None:
    """What is kept of how somebody reads whose page is made anew; nothing where nobody has seen it yet."""
    if one.link.reads_since is None:
        return None
    names = sorted(one.names - {_mark(one.link)})
    return json.dumps({"names": names, "deletes": one.deletes})


def _all_names(link: Link) -> frozenset[str]:
    return frozenset({_mark(link), *_earlier(link.earlier).names, *_names(link.person)})


def _mark(link: Link) -> str:
    """Stands for the mailbox where the row itself cannot be read."""
    return f"mailbox {link.mailbox}"


def _names(document: bytes) -> frozenset[str]:
    """The names in a stored row, read without checking all of it: there may be thousands."""
    try:
        row = json.loads(document)
        address = parse_address(row["address"])
        return mailbox_names(address.ascii, row["username"] or "") if address else frozenset()
    except (ValueError, KeyError, TypeError, AttributeError):
        return frozenset()


@dataclass(frozen=True, slots=True)
class _Earlier:
    names: tuple[str, ...] = ()
    deletes: bool = False


def _earlier(stored: str | None) -> _Earlier:
    if stored is None:
        return _Earlier()
    found = json.loads(stored)
    return _Earlier(tuple(found["names"]), found["deletes"])


def _deletes(person: Person | None, settings: CompanySettings | None) -> bool:
    if person is None or settings is None:
        return True
    return deletes(*effective(person, settings.alternative, settings.keep_days))


def _row(person: Person | None) -> tuple[str, str, Role] | None:
    address = parse_address(person.address) if person else None
    return identity(address, person) if address and person else None
