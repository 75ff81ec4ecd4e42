"""The page on which somebody lets personal pages show newer settings: who changes from what to what."""

from collections.abc import Sequence
from dataclasses import dataclass

from advisor.profiles.account import Account
from advisor.report.result.groups import way_phrase
from advisor.report.staff_rows import why_excluded
from advisor.settings.codes import Alternative
from advisor.settings.values import CompanySettings
from advisor.web import i18n
from advisor.web.deletion_pages import short_list
from advisor.web.i18n import gettext
from advisor.web.list_parts import MOST_SHOWN
from advisor.web.page_changes import PageChange, fingerprint
from advisor.web.staff_clicks import HeldView, HeldWay
from advisor.web.way_words import servers_words, way_words


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One person. ``deletes``: mail that stayed is taken off the server from then on; ``beside``: who else reads the
    mailbox, where the page must stay as it is; ``excluded``: a rule takes the way out for the company.
    """

    id: int
    name: str
    address: str
    before: str
    after: str
    deletes: bool
    beside: str | None
    excluded: bool


@dataclass(frozen=True, slots=True)
class AnewPage:
    """Everybody whose page would change, those who begin to delete first; ``token`` ties a click to what is shown.

    ``held``: the question about those whose way a rule excludes.
    """

    rows: tuple[ChangeRow, ...]
    stay: tuple[ChangeRow, ...]
    deleting: int
    held: HeldView | None
    token: str


def anew_page(changes: Sequence[PageChange], newest: CompanySettings) -> AnewPage:
    """The page for these changes to what was released last."""
    rows = [_row(change) for change in changes]
    made = sorted((row for row in rows if row.beside is None), key=lambda row: not row.deletes)
    return AnewPage(
        tuple(made),
        tuple(row for row in rows if row.beside is not None),
        sum(row.deletes for row in made),
        _held([change for change in changes if change.excluded and change.beside is None], newest),
        fingerprint(changes),
    )


def _held(changes: Sequence[PageChange], newest: CompanySettings) -> HeldView | None:
    if not changes:
        return None
    ways = [(way, [change for change in changes if change.excluded is way]) for way in Alternative]
    return HeldView(
        len(changes),
        short_list(_name(change) for change in changes),
        tuple(_of_way(way, found, newest) for way, found in ways if found),
        fingerprint(changes),
    )


def _of_way(way: Alternative, changes: Sequence[PageChange], newest: CompanySettings) -> HeldWay:
    language = i18n.current()
    people = tuple(f"{_name(change)} ({_address(change)})" for change in changes[:MOST_SHOWN])
    phrase = way_phrase(way, None, language, native=False)
    return HeldWay(phrase, why_excluded(newest, way, language), people, len(changes) - len(people))


def _name(change: PageChange) -> str:
    return change.after.person.name if change.after.person else change.reader.name


def _address(change: PageChange) -> str:
    return change.after.address.shown if change.after.address else ""


def _row(change: PageChange) -> ChangeRow:
    before, after = _words(change.before, change.after)
    return ChangeRow(
        change.link.id,
        _name(change),
        _address(change),
        before,
        after,
        change.begins_to_delete,
        change.beside,
        change.excluded is not None,
    )


def _words(before: Account | None, after: Account) -> tuple[str, str]:
    """Both ways; where they are the same, with what differs."""
    if before is None:
        return gettext("shows nothing at present"), way_words(after)
    old, new = way_words(before), way_words(after)
    if old != new:
        return old, new
    was, now = servers_words(before), servers_words(after)
    if was != now:
        return f"{old}: {was}", f"{new}: {now}"
    return old, gettext("%(way)s, for other programs or with another sign-in", way=new)
