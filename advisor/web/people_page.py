"""What the consultant sees of the employees' pages: who has opened, who is done, who has trouble, and the links."""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from advisor.profiles.account import Account
from advisor.report.dates import at_minute, day
from advisor.settings.formulas import starts_formula
from advisor.store import employee_links, page_notes
from advisor.store.employee_links import Link
from advisor.store.models import Case
from advisor.web import i18n
from advisor.web.deletion_pages import StillDeletesView, still_deletes_view
from advisor.web.employees import has_address, link_to, token_of
from advisor.web.i18n import format_date, gettext
from advisor.web.page_changes import PageChange, excluded_way, waiting
from advisor.web.page_readers import account_of, clashing, person_of, reader
from advisor.web.publications import Released, all_released, released
from advisor.web.way_words import way_words

PAGE_SIZE = 100


class Stand(StrEnum):
    """How far a person is; the later word counts."""

    DONE = "done"
    TROUBLE = "trouble"
    OPENED = "opened"
    WAITING = "waiting"
    EXPIRED = "expired"
    ENDED = "ended"


class Show(StrEnum):
    """Which rows the table shows."""

    ALL = "all"
    NOT_DONE = "not_done"
    TROUBLE = "trouble"


_SHOWN = {
    Show.ALL: frozenset(Stand),
    Show.NOT_DONE: frozenset(Stand) - {Stand.DONE, Stand.ENDED},
    Show.TROUBLE: frozenset({Stand.TROUBLE}),
}


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One employee. ``link`` is None where the link opens nothing or cannot be shown again; ``lost``: the latter.

    ``way``: what happens to the mail, as the page says it; ``excluded``: a rule takes it out for the company under what
    was released last. ``earlier``: what was released since then, or the newest
    list, says otherwise; ``to_delete``: and would take mail off the server. ``beside``: who else reads this mailbox,
    where one of them takes mail off the server; the page then gives nothing. ``reads``: they have seen a page, and
    count as a reader even when the link has ended.
    """

    id: int
    name: str
    address: str
    way: str | None
    excluded: bool
    earlier: bool
    to_delete: bool
    stand: Stand
    opened: str | None
    reported: str | None
    until: str
    link: str | None
    lost: bool
    beside: str | None
    reads: bool


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """The table, its figures and the way through a long list.

    ``earlier``: how many pages were made under other settings; ``to_delete``: how many of them would begin to delete.
    ``deletes_days``: what somebody confirmed, on a day, that the company's server deletes; ``losing``: who would lose
    mail by it.
    """

    total: int
    counts: dict[Stand, int]
    rows: tuple[PersonRow, ...]
    show: Show
    page: int
    pages: int
    has_address: bool
    released: bool
    earlier: int
    to_delete: int
    deletes_days: int | None
    deletes_since: str | None
    losing: StillDeletesView | None

    @property
    def done(self) -> int:
        """How many report that it works."""
        return self.counts[Stand.DONE]

    @property
    def active(self) -> int:
        """How many have a page that nobody has ended."""
        return self.total - self.counts[Stand.ENDED]


def people_page(case: Case, show: Show, page: int) -> PeoplePage:
    """The table of the case's pages."""
    now = datetime.now(UTC)
    links = employee_links.of_case(case.id)
    stands = [stand_of(link, now) for link in links]
    wanted = [link for link, stand in zip(links, stands, strict=True) if stand in _SHOWN[show]]
    pages = max(1, -(-len(wanted) // PAGE_SIZE))
    number = min(max(page, 1), pages)
    changes = {change.link.id: change for change in waiting(case.id)}
    newest = released(case.id)
    around = _Around(now, all_released(case.id), newest, changes, clashing(case.id))
    noted = page_notes.of(case.id)
    part = wanted[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    return PeoplePage(
        total=len(links),
        counts={stand: stands.count(stand) for stand in Stand},
        rows=tuple(_row(link, around) for link in part),
        show=show,
        page=number,
        pages=pages,
        has_address=has_address(),
        released=bool(around.shown),
        earlier=len(changes),
        to_delete=sum(change.begins_to_delete for change in changes.values()),
        deletes_days=noted.deletes_days,
        deletes_since=day(noted.deletes_confirmed_on, i18n.current()) if noted.deletes_confirmed_on else None,
        losing=_losing(case.id, links, around.shown) if noted.deletes_days else None,
    )


def _losing(case_id: int, links: Iterable[Link], shown: Mapping[int, Released]) -> StillDeletesView | None:
    return still_deletes_view(case_id, (reader(link, shown).account for link in links if link.counts))


def stand_of(link: Link, now: datetime) -> Stand:
    """How far the person of this link is."""
    if link.done_at is not None:
        return Stand.DONE
    if link.ended_at is not None:
        return Stand.ENDED
    if link.trouble_at is not None:
        return Stand.TROUBLE
    if link.expires_at <= now:
        return Stand.EXPIRED
    return Stand.OPENED if link.opened_at is not None else Stand.WAITING


def links_csv(case: Case, show: Show) -> bytes:
    """The live links of these people as a CSV file for a mail merge; no cell can start a formula."""
    now = datetime.now(UTC)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([gettext("name"), gettext("address"), gettext("language"), gettext("link"), gettext("valid until")])
    for link in employee_links.of_case(case.id):
        person, token = person_of(link), token_of(link)
        if person is None or token is None or not link.is_live(now) or stand_of(link, now) not in _SHOWN[show]:
            continue
        until = format_date(link.expires_at, "yyyy-MM-dd")
        writer.writerow(_harmless([person.name, person.address, person.language, link_to(token), until]))
    return out.getvalue().encode("utf-8-sig")


def _harmless(cells: Iterable[str]) -> list[str]:
    """Cells that a spreadsheet takes for text (OWASP: CSV injection)."""
    return [f"'{cell}" if starts_formula(cell) else cell for cell in cells]


@dataclass(frozen=True, slots=True)
class _Around:
    """What the rows of a table have in common: releases by number and the newest, changes and clashes by page."""

    now: datetime
    shown: dict[int, Released]
    newest: Released | None
    changes: dict[int, PageChange]
    clashes: dict[int, str]


def _row(link: Link, around: _Around) -> PersonRow:
    person, token = person_of(link), token_of(link)
    live = link.is_live(around.now)
    found = around.shown.get(link.publication_id) if link.publication_id is not None else None
    account = account_of(found.settings if found else None, person)
    change = around.changes.get(link.id)
    return PersonRow(
        id=link.id,
        name=person.name if person else "–",
        address=person.address if person else "–",
        way=way_words(account) if account else None,
        excluded=live and _excluded(account, found, around.newest),
        earlier=change is not None,
        to_delete=change is not None and change.begins_to_delete,
        stand=stand_of(link, around.now),
        opened=_moment(link.opened_at),
        reported=_moment(link.done_at or link.trouble_at),
        until=day(link.expires_at, i18n.current()),
        link=link_to(token) if token and live else None,
        lost=live and token is None,
        beside=around.clashes.get(link.id),
        reads=link.reads_since is not None,
    )


def _excluded(account: Account | None, own: Released | None, newest: Released | None) -> bool:
    if account is None or own is None or newest is None:
        return False
    return excluded_way(account, own.settings, newest.settings) is not None


def _moment(moment: datetime | None) -> str | None:
    return at_minute(moment, i18n.current()) if moment is not None else None
