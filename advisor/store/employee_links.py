"""Query functions for the personal pages of the employees of a case. Nothing here commits."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from advisor.store.database import db
from advisor.store.inserting import insert_into
from advisor.store.models import Case, EmployeeLink

KEPT_AFTER_END = timedelta(days=14)
"""How long the names stay after a link has run out: the consultant sees who has not reported, and renews."""
_AT_ONCE = 50  # rows of one statement; SQLite allows few parameters


@dataclass(frozen=True, slots=True)
class NewLink:
    """A row to be given a page. ``mailbox`` and ``reader`` are the fingerprints of mailbox, and of name and role."""

    token_hash: str
    nonce: str
    mailbox: str
    reader: str
    person: bytes


@dataclass(frozen=True, slots=True)
class Link:
    """One personal page as it is stored; ``person`` is the document of the row."""

    id: int
    case_id: int
    token_hash: str
    nonce: str
    mailbox: str
    reader: str
    expires_at: datetime
    ended_at: datetime | None
    person: bytes
    program: str | None
    opened_at: datetime | None
    done_at: datetime | None
    trouble_at: datetime | None
    publication_id: int | None
    next_person: bytes | None
    reads_since: datetime | None
    earlier: str | None
    backup_at: datetime | None

    def is_live(self, now: datetime) -> bool:
        """Whether the link still opens its page."""
        return self.ended_at is None and self.expires_at > now

    @property
    def counts(self) -> bool:
        """Whether this person has to be taken for a reader of the mailbox: an end takes no program away."""
        return self.ended_at is None or self.reads_since is not None


def add(case_id: int, publication_id: int, links: Iterable[NewLink], expires_at: datetime) -> None:
    """Give each row a page with these settings. A row that has one keeps link, settings and what was said of it.

    Its link lasts until ``expires_at`` from now on, and what the list says of it now waits as ``next_person``. A link
    that somebody has ended stays ended.
    """
    now = datetime.now(UTC)
    rows = [_row(case_id, publication_id, link, now, expires_at) for link in links]
    for first in range(0, len(rows), _AT_ONCE):
        insert = insert_into(EmployeeLink).values(rows[first : first + _AT_ONCE])
        same_row = ["case_id", "mailbox", "reader"]
        changed = {"next_person": insert.excluded.person, "expires_at": insert.excluded.expires_at}
        db.session.execute(insert.on_conflict_do_update(index_elements=same_row, set_=changed))


def _row(case_id: int, publication_id: int, link: NewLink, now: datetime, expires_at: datetime) -> dict[str, object]:
    return {
        "case_id": case_id,
        "publication_id": publication_id,
        "token_hash": link.token_hash,
        "nonce": link.nonce,
        "mailbox": link.mailbox,
        "reader": link.reader,
        "created_at": now,
        "expires_at": expires_at,
        "person": link.person.decode(),
    }


def of_case(case_id: int) -> tuple[Link, ...]:
    """All pages of a case, in the order in which they were made."""
    query = sa.select(EmployeeLink).where(EmployeeLink.case_id == case_id).order_by(EmployeeLink.id)
    return tuple(_link(row) for row in db.session.scalars(query.execution_options(populate_existing=True)))


def count(case_id: int) -> int:
    """How many pages the case has."""
    query = sa.select(sa.func.count()).where(EmployeeLink.case_id == case_id)
    return db.session.scalars(query).one()


def of_case_by_id(case_id: int, link_id: int) -> Link | None:
    """One page of the case."""
    query = sa.select(EmployeeLink).where(EmployeeLink.case_id == case_id, EmployeeLink.id == link_id)
    found = db.session.scalars(query.execution_options(populate_existing=True)).one_or_none()
    return None if found is None else _link(found)


def by_token_hash(token_hash: str) -> Link | None:
    """The page that a secret belongs to, unless it was ended or has run out, or its case has."""
    now = datetime.now(UTC)
    query = (
        sa.select(EmployeeLink)
        .join(Case, Case.id == EmployeeLink.case_id)
        .where(
            EmployeeLink.token_hash == token_hash,
            EmployeeLink.ended_at.is_(None),
            EmployeeLink.expires_at > now,
            Case.expires_at > now,
        )
    )
    found = db.session.scalars(query.execution_options(populate_existing=True)).one_or_none()
    return None if found is None else _link(found)


def adopt(publication_id: int, people: Mapping[int, bytes]) -> None:
    """Show these newer settings, and what the list says now, where nothing of what people set up changes."""
    _put(people, {"publication_id": publication_id, "next_person": None})


def remake(publication_id: int, people: Mapping[int, bytes], earlier: Mapping[int, str | None]) -> None:
    """Make the pages of these rows anew under the same link: nobody is done, and nobody has chosen a program.

    ``earlier``: how each of them reads until then.
    """
    fresh = dict.fromkeys(("next_person", "program", "done_at", "trouble_at", "backup_at"))
    _put(people, {"publication_id": publication_id, **fresh})
    _each("earlier", earlier)


def _put(people: Mapping[int, bytes], values: Mapping[str, object]) -> None:
    _each("person", {number: person.decode() for number, person in people.items()}, values)


def _each(column: str, changed: Mapping[int, str | None], values: Mapping[str, object] | None = None) -> None:
    """Set a column of each of these rows, and the same ``values`` for all of them."""
    if not changed:
        return
    row = sa.update(EmployeeLink).where(EmployeeLink.id == sa.bindparam("number"))
    rows = [{"number": number, "one": text} for number, text in changed.items()]
    db.session.connection().execute(row.values({**(values or {}), column: sa.bindparam("one")}), rows)


def _own(case_id: int, link_id: int) -> sa.Update:
    one = EmployeeLink.case_id == case_id, EmployeeLink.id == link_id
    return sa.update(EmployeeLink).where(*one).execution_options(synchronize_session=False)


def note_opened(link_id: int) -> None:
    """Note the first opening; a later one changes nothing."""
    now = datetime.now(UTC)
    unopened = sa.update(EmployeeLink).where(EmployeeLink.id == link_id, EmployeeLink.opened_at.is_(None))
    db.session.execute(unopened.values(opened_at=now, reads_since=sa.func.coalesce(EmployeeLink.reads_since, now)))


def report(link_id: int, *, works: bool) -> None:
    """Note what the person says. The same again keeps its first time, the opposite takes its place."""
    note_opened(link_id)
    said, other = (
        (EmployeeLink.done_at, EmployeeLink.trouble_at) if works else (EmployeeLink.trouble_at, EmployeeLink.done_at)
    )
    new = sa.update(EmployeeLink).where(EmployeeLink.id == link_id, said.is_(None))
    db.session.execute(new.values({said: datetime.now(UTC), other: None}))
    if works:  # what was set up before has gone
        db.session.execute(sa.update(EmployeeLink).where(EmployeeLink.id == link_id).values(earlier=None))


def choose_program(link_id: int, program: str | None) -> None:
    """Keep the one program that a person has chosen, or None; it stays once they have reported that it works."""
    open_yet = sa.update(EmployeeLink).where(EmployeeLink.id == link_id, EmployeeLink.done_at.is_(None))
    db.session.execute(open_yet.values(program=program))


def confirm_backup(link_id: int) -> None:
    """Note that the person says that their computer is backed up; the first time stays."""
    first = sa.update(EmployeeLink).where(EmployeeLink.id == link_id, EmployeeLink.backup_at.is_(None))
    db.session.execute(first.values(backup_at=datetime.now(UTC)))


def leave(case_id: int, link_id: int) -> None:
    """Somebody says that this person no longer reads the mailbox: the link ends, and the row counts no more."""
    end(case_id, link_id)
    db.session.execute(_own(case_id, link_id).values(reads_since=None, earlier=None))


def end(case_id: int, link_id: int) -> None:
    """The link opens nothing any more; the row stays, so that it can be given a new one."""
    live = sa.update(EmployeeLink).where(
        EmployeeLink.case_id == case_id, EmployeeLink.id == link_id, EmployeeLink.ended_at.is_(None)
    )
    db.session.execute(live.values(ended_at=datetime.now(UTC)))


def renew(case_id: int, link_id: int, *, nonce: str, token_hash: str, expires_at: datetime) -> None:
    """Give the row another link to the same page; the one before opens nothing any more, and reports are forgotten.

    That the person reads the mailbox and with which program is not: it may still be set up.
    """
    row = sa.update(EmployeeLink).where(EmployeeLink.case_id == case_id, EmployeeLink.id == link_id)
    fresh = {"nonce": nonce, "token_hash": token_hash, "created_at": datetime.now(UTC), "expires_at": expires_at}
    empty = dict.fromkeys(("ended_at", "opened_at", "done_at", "trouble_at"))
    db.session.execute(row.values({**fresh, **empty}))


def remove_all(case_id: int) -> None:
    """Forget every page of the case, with the names."""
    db.session.execute(sa.delete(EmployeeLink).where(EmployeeLink.case_id == case_id))


def purge_expired() -> int:
    """Remove the pages that have run out some time ago; how many."""
    before = datetime.now(UTC) - KEPT_AFTER_END
    gone = db.session.scalars(
        sa.delete(EmployeeLink).where(EmployeeLink.expires_at <= before).returning(EmployeeLink.id)
    )
    rows: Sequence[int] = gone.all()
    return len(rows)


def _link(row: EmployeeLink) -> Link:
    return Link(
        id=row.id,
        case_id=row.case_id,
        token_hash=row.token_hash,
        nonce=row.nonce,
        mailbox=row.mailbox,
        reader=row.reader,
        expires_at=row.expires_at,
        ended_at=row.ended_at,
        person=row.person.encode(),
        program=row.program,
        opened_at=row.opened_at,
        done_at=row.done_at,
        trouble_at=row.trouble_at,
        publication_id=row.publication_id,
        next_person=row.next_person.encode() if row.next_person is not None else None,
        reads_since=row.reads_since,
        earlier=row.earlier,
        backup_at=row.backup_at,
    )
