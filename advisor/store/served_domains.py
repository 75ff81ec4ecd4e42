"""Query functions for the domains for which this installation answers mail programs. Nothing here commits.

A row belongs to one case. ``proved_at`` is when the proof was last seen: whoever proves control last has the domain,
and a proof that is no longer seen ends by itself after ``PROOF_LASTS``. ``checked_at`` is when it was last looked for.
"""

import secrets
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from advisor.store.database import db
from advisor.store.inserting import insert_into
from advisor.store.models import Case, PageNotes, Publication, ServedDomain

TOKEN_BYTES = 32
PROOF_LASTS = timedelta(days=3)
CHECKED_EVERY = timedelta(days=1)
_MOST_TRIES = 5


@dataclass(frozen=True, slots=True)
class Served:
    """What is known of the domain of one case; ``proved_by`` without ``proved_at``: it was proved once."""

    case_id: int
    domain: str
    token: str
    checked_at: datetime | None
    proved_at: datetime | None
    proved_by: str | None

    @property
    def answers(self) -> bool:
        """Whether programs are answered."""
        return self.proved_at is not None and self.proved_at > datetime.now(UTC) - PROOF_LASTS


@dataclass(frozen=True, slots=True)
class ToAnswer:
    """The settings that were released, and after how many days the company's server deletes, as somebody confirmed."""

    settings: bytes
    deletes_days: int | None
    deletes_confirmed_on: date | None


def of(case_id: int) -> Served | None:
    """The domain of this case, as it stands in the database now."""
    query = sa.select(ServedDomain).where(ServedDomain.case_id == case_id).execution_options(populate_existing=True)
    return _value(db.session.scalars(query).one_or_none())


def offer(case_id: int, domain: str) -> None:
    """Give the case something to publish in this domain. It stays the same until the domain is another."""
    fresh = {
        "domain": domain,
        "token": secrets.token_urlsafe(TOKEN_BYTES),
        "created_at": datetime.now(UTC),
        "checked_at": None,
        "proved_at": None,
        "proved_by": None,
    }
    insert = insert_into(ServedDomain).values(case_id=case_id, **fresh)
    moved = insert.on_conflict_do_update(
        index_elements=["case_id"], set_=fresh, where=ServedDomain.domain != insert.excluded.domain
    )
    db.session.execute(moved)


def start_check(case_id: int, *, cooldown: timedelta) -> bool:
    """Note that the proof is looked for now; False where it was less than ``cooldown`` ago, or there is nothing."""
    now = datetime.now(UTC)
    rested = sa.or_(ServedDomain.checked_at.is_(None), ServedDomain.checked_at <= now - cooldown)
    return _changed(sa.update(ServedDomain).where(ServedDomain.case_id == case_id, rested).values(checked_at=now))


def prove(seen: Served, by: str) -> bool:
    """Note that the proof of ``seen`` was found and take the domain from any other case.

    False where the case has another token by now. Two cases that prove at the same moment come one after the other.
    """
    for _ in range(_MOST_TRIES):
        try:
            with db.session.begin_nested():
                return _take(seen, by)
        except IntegrityError:  # another case proved between our two statements; it is visible to the next try
            continue
    return False


def _take(seen: Served, by: str) -> bool:
    # All who prove this domain meet at its oldest row; SQLite wants to hear at once that there is something to write.
    oldest = sa.select(sa.func.min(ServedDomain.id)).where(ServedDomain.domain == seen.domain).scalar_subquery()
    meeting = sa.update(ServedDomain).where(ServedDomain.id == oldest).values(domain=ServedDomain.domain)
    db.session.execute(meeting.execution_options(**_UNSYNCED))
    others = ServedDomain.domain == seen.domain, ServedDomain.case_id != seen.case_id
    db.session.execute(sa.update(ServedDomain).where(*others).values(proved_at=None).execution_options(**_UNSYNCED))
    return _changed(_own(seen).values(proved_at=datetime.now(UTC), proved_by=by))


def renew(seen: Served, by: str) -> bool:
    """Note that a proof that still counts was seen again."""
    return _changed(_own(seen).where(ServedDomain.proved_at.is_not(None)).values(proved_at=_now(), proved_by=by))


def claim_due() -> Served | None:
    """A proved domain whose proof has not been looked for since ``CHECKED_EVERY``, for one worker only."""
    due = ServedDomain.checked_at <= _now() - CHECKED_EVERY
    proved = ServedDomain.proved_at.is_not(None)
    query = sa.select(ServedDomain).where(proved, due).order_by(ServedDomain.checked_at).limit(1)
    found = _value(db.session.scalars(query.execution_options(populate_existing=True)).one_or_none())
    if found is None:
        return None
    unclaimed = _own(found).where(ServedDomain.checked_at == found.checked_at)
    return found if _changed(unclaimed.values(checked_at=_now())) else None


def end_lapsed() -> int:
    """Take the mark from every domain whose proof was not seen for ``PROOF_LASTS``; how many there were."""
    lapsed = sa.update(ServedDomain).where(ServedDomain.proved_at <= _now() - PROOF_LASTS).values(proved_at=None)
    return len(db.session.scalars(lapsed.returning(ServedDomain.id).execution_options(**_UNSYNCED)).all())


def stop(case_id: int) -> None:
    """Answer no more for the domain of this case, and forget what was to be published."""
    db.session.execute(sa.delete(ServedDomain).where(ServedDomain.case_id == case_id))


def proved_by_another(seen: Served) -> bool:
    """Whether another case has the domain."""
    query = sa.select(ServedDomain.proved_at).where(
        ServedDomain.domain == seen.domain, ServedDomain.case_id != seen.case_id, _counts()
    )
    return db.session.scalars(query).first() is not None


def to_answer(domain: str) -> ToAnswer | None:
    """What the case that has proved this domain hands out; None where nobody is to be answered."""
    query = (
        sa.select(Publication.settings, PageNotes.deletes_days, PageNotes.deletes_confirmed_on)
        .join(ServedDomain, ServedDomain.case_id == Publication.case_id)
        .join(Case, Case.id == Publication.case_id)
        .outerjoin(PageNotes, PageNotes.case_id == Publication.case_id)
        .where(ServedDomain.domain == domain, _counts(), Case.expires_at > _now())
        .order_by(Publication.id.desc())
        .limit(1)
    )
    found = db.session.execute(query).one_or_none()
    return None if found is None else ToAnswer(found.settings.encode(), found.deletes_days, found.deletes_confirmed_on)


def _counts() -> sa.ColumnElement[bool]:
    return ServedDomain.proved_at > _now() - PROOF_LASTS


def _own(seen: Served) -> sa.Update:
    return sa.update(ServedDomain).where(
        ServedDomain.case_id == seen.case_id, ServedDomain.domain == seen.domain, ServedDomain.token == seen.token
    )


def _changed(update: sa.Update) -> bool:
    done = update.returning(ServedDomain.id).execution_options(**_UNSYNCED)
    return db.session.execute(done).one_or_none() is not None


def _value(row: ServedDomain | None) -> Served | None:
    if row is None:
        return None
    return Served(row.case_id, row.domain, row.token, row.checked_at, row.proved_at, row.proved_by)


def _now() -> datetime:
    return datetime.now(UTC)


_UNSYNCED = {"synchronize_session": False}
