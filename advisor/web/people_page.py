"""What the consultant sees of the employees' pages: who has opened, who is done, who has trouble, and the links."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from advisor.profiles.account import DELETING_FORMS, UnsafeSettingsError, account_for
from advisor.settings.values import CompanySettings, Person
from advisor.store import employee_links
from advisor.store.employee_links import Link
from advisor.store.models import Case
from advisor.web.employees import has_address, link_to, person_of, token_of
from advisor.web.i18n import format_date, format_datetime, gettext
from advisor.web.publications import released

PAGE_SIZE = 100
_FORMULA_STARTS = ("=", "+", "-", "@")  # a tab or a line break never gets into a row


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

    ``clash``: others read this mailbox too, and the settings would take their mail away; the page then gives no file.
    """

    id: int
    name: str
    address: str
    stand: Stand
    opened: str | None
    reported: str | None
    until: str
    link: str | None
    lost: bool
    clash: bool


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """The table, its figures and the way through a long list."""

    total: int
    counts: dict[Stand, int]
    rows: tuple[PersonRow, ...]
    show: Show
    page: int
    pages: int
    has_address: bool
    released_at: datetime | None

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
    handed_out = released(case.id)
    several = employee_links.mailboxes_of_several(case.id)
    part = wanted[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    return PeoplePage(
        total=len(links),
        counts={stand: stands.count(stand) for stand in Stand},
        rows=tuple(_row(link, now, handed_out.settings if handed_out else None, several) for link in part),
        show=show,
        page=number,
        pages=pages,
        has_address=has_address(),
        released_at=handed_out.at if handed_out else None,
    )


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
    return [f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell for cell in cells]


def _row(link: Link, now: datetime, settings: CompanySettings | None, several: frozenset[str]) -> PersonRow:
    person, token = person_of(link), token_of(link)
    live = link.is_live(now)
    return PersonRow(
        id=link.id,
        name=person.name if person else "–",
        address=person.address if person else "–",
        stand=stand_of(link, now),
        opened=_moment(link.opened_at),
        reported=_moment(link.done_at or link.trouble_at),
        until=format_date(link.expires_at, "medium"),
        link=link_to(token) if token and live else None,
        lost=live and token is None,
        clash=link.ended_at is None and link.mailbox in several and _deletes(person, settings),
    )


def _moment(moment: datetime | None) -> str | None:
    return format_datetime(moment, "short") if moment is not None else None


def _deletes(person: Person | None, settings: CompanySettings | None) -> bool:
    if person is None or settings is None:
        return False
    try:
        return account_for(settings, person).form in DELETING_FORMS
    except UnsafeSettingsError:
        return False
