"""Pages that were made under earlier settings: what would change for whom, and making them anew."""

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from advisor.profiles.account import DELETING_FORMS, POP3_FORMS, Account
from advisor.settings.codes import Alternative, Role
from advisor.settings.staff import effective
from advisor.settings.values import CompanySettings, ServerSettings
from advisor.store import employee_links
from advisor.store.employee_links import Link
from advisor.web.page_readers import (
    PageReader,
    account_of,
    changed,
    earlier_of,
    person_in,
    reader,
    would_clash,
)
from advisor.web.publications import Released, all_released, newest_of


@dataclass(frozen=True, slots=True)
class PageChange:
    """One page. ``before`` is None where it shows nothing at present; ``beside``: who else reads the mailbox, where the
    change would let one of them lose mail. Then it must not be made. ``excluded``: a way that a rule takes out for the
    company, so somebody has to say that it shall be made all the same.
    """

    reader: PageReader
    document: bytes
    before: Account | None
    after: Account
    beside: str | None = None
    excluded: Alternative | None = None

    @property
    def link(self) -> Link:
        """The page."""
        return self.reader.link

    @property
    def begins_to_delete(self) -> bool:
        """Whether mail that stayed on the server, or stayed longer, is taken off from then on."""
        if self.after.form not in DELETING_FORMS:
            return False
        return self.before is None or _stays(self.before) > _stays(self.after)


def waiting(case_id: int) -> tuple[PageChange, ...]:
    """The pages that say otherwise than what was released last, or than the newest list; not those that have ended."""
    shown, number = all_released(case_id), newest_of(case_id)
    newest = shown.get(number) if number is not None else None
    if newest is None:
        return ()
    links = [link for link in employee_links.of_case(case_id) if link.counts]
    older = (link for link in links if link.publication_id != number or link.next_person is not None)
    changes = (_change(reader(link, shown), newest) for link in older if link.ended_at is None)
    found = [change for change in changes if change is not None and _differs(change)]
    if not found:
        return ()
    return _checked(found, {link.id: reader(link, shown) for link in links}, newest)


def without_change(case_id: int, number: int) -> dict[int, bytes]:
    """What the newest list says of the rows whose page can follow this release by itself: nothing that is set up would
    change.
    """
    shown = all_released(case_id)
    found = (
        _change(reader(link, shown), shown[number])
        for link in employee_links.of_case(case_id)
        if link.next_person is not None
    )
    return {change.link.id: change.document for change in found if change is not None and not _differs(change)}


def make_anew(case_id: int, changes: Collection[PageChange]) -> int:
    """Let these pages show what was released last; those that must not change stay. How many were made."""
    made, number = [change for change in changes if change.beside is None], newest_of(case_id)
    if number is None:
        return 0
    employee_links.remake(
        number,
        {change.link.id: change.document for change in made},
        {change.link.id: earlier_of(change.reader) for change in made},
    )
    return len(made)


def fingerprint(changes: Iterable[PageChange]) -> str:
    """Ties a click to just these changes."""
    about = [
        (change.link.id, told(change.before), told(change.after), change.beside, change.excluded) for change in changes
    ]
    return hashlib.sha256(repr(about).encode("utf-8", "replace")).hexdigest()


def _change(one: PageReader, newest: Released) -> PageChange | None:
    document = one.link.next_person or one.link.person
    after = account_of(newest.settings, person_in(document))
    if after is None:
        return None
    return PageChange(one, document, one.account, after, excluded=excluded_way(after, newest.settings, newest.settings))


def excluded_way(account: Account, own: CompanySettings, newest: CompanySettings) -> Alternative | None:
    """The way of this account under its ``own`` settings, where a rule of the newest ones takes it out.

    As with a row of the list, a collector may fetch beside others.
    """
    if account.person is None or account.person.role is Role.COLLECTOR:
        return None
    way, _ = effective(account.person, own.alternative, own.keep_days)
    return way if any(one.alternative is way for one in newest.excluded or ()) else None


def _checked(found: list[PageChange], everybody: dict[int, PageReader], newest: Released) -> tuple[PageChange, ...]:
    """The changes, with whoever else reads where one would make a mailbox lose mail."""
    already = would_clash(everybody.values())
    after = {change.link.id: changed(change.reader, change.document, newest.settings) for change in found}
    clash = would_clash({**everybody, **after}.values())
    return tuple(
        replace(change, beside=clash[change.link.id])
        if change.link.id in clash and (change.link.id not in already or change.after.form in DELETING_FORMS)
        else change
        for change in found
    )


def _differs(change: PageChange) -> bool:
    return told(change.before) != told(change.after)


def told(account: Account | None) -> tuple[object, ...] | None:
    """What a person sets up by this account; a fetching way also holds for one program only."""
    if account is None or account.person is None:
        return None
    servers = tuple(_server(account, server) for server in (account.incoming, account.outgoing))
    programs = account.person.programs if account.form in POP3_FORMS else ()
    address = account.address.ascii.lower() if account.address else None
    return account.form, account.keep_days, address, servers, programs


def _server(account: Account, server: ServerSettings | None) -> tuple[object, ...] | None:
    if server is None:
        return None
    name = account.username(server)
    return server.host, server.port, server.security, server.authentication, name.lower() if name else None


def _stays(account: Account) -> float:
    """For how many days mail stays on the server."""
    if account.form not in DELETING_FORMS:
        return float("inf")
    return account.keep_days or 0
