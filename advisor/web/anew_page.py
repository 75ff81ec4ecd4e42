"""The page on which somebody lets personal pages show newer settings: who changes from what to what."""

from collections.abc import Sequence
from dataclasses import dataclass

from advisor.profiles.account import Account
from advisor.web.i18n import gettext
from advisor.web.page_changes import PageChange, fingerprint
from advisor.web.way_words import servers_words, way_words


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One person. ``deletes``: mail that stayed is taken off the server from then on; ``beside``: who else reads the
    mailbox, where the page must stay as it is.
    """

    id: int
    name: str
    address: str
    before: str
    after: str
    deletes: bool
    beside: str | None


@dataclass(frozen=True, slots=True)
class AnewPage:
    """Everybody whose page would change, those who begin to delete first; ``token`` ties a click to what is shown."""

    rows: tuple[ChangeRow, ...]
    stay: tuple[ChangeRow, ...]
    deleting: int
    token: str


def anew_page(changes: Sequence[PageChange]) -> AnewPage:
    """The page for these changes."""
    rows = [_row(change) for change in changes]
    made = sorted((row for row in rows if row.beside is None), key=lambda row: not row.deletes)
    return AnewPage(
        tuple(made),
        tuple(row for row in rows if row.beside is not None),
        sum(row.deletes for row in made),
        fingerprint(changes),
    )


def _row(change: PageChange) -> ChangeRow:
    before, after = _words(change.before, change.after)
    return ChangeRow(
        change.link.id,
        change.after.person.name if change.after.person else change.reader.name,
        change.after.address.shown if change.after.address else "",
        before,
        after,
        change.begins_to_delete,
        change.beside,
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
