"""Query functions for the settings that a case hands out by itself. Nothing here commits.

A release is a row that never changes. The newest counts; pages of employees keep the one they were made with.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

import sqlalchemy as sa

from advisor.store.database import db
from advisor.store.models import EmployeeLink, Publication


@dataclass(frozen=True, slots=True)
class Published:
    """``settings``: the document as it was released at ``at``."""

    id: int
    settings: bytes
    at: datetime


def of(case_id: int) -> Published | None:
    """The newest release of the case, or None."""
    query = sa.select(Publication).where(Publication.case_id == case_id).order_by(Publication.id.desc()).limit(1)
    found = db.session.scalars(query).one_or_none()
    return None if found is None else _published(found)


def by_id(publication_id: int) -> Published | None:
    """One release, or None."""
    found = db.session.scalars(sa.select(Publication).where(Publication.id == publication_id)).one_or_none()
    return None if found is None else _published(found)


def all_of(case_id: int) -> tuple[Published, ...]:
    """The releases of the case that are still needed, the oldest first."""
    query = sa.select(Publication).where(Publication.case_id == case_id).order_by(Publication.id)
    return tuple(_published(row) for row in db.session.scalars(query))


def publish(case_id: int, settings: bytes) -> int:
    """Release these settings; those before stay only where a page shows them. The number of the release."""
    insert = sa.insert(Publication).values(case_id=case_id, settings=settings.decode(), published_at=datetime.now(UTC))
    number = db.session.scalars(insert.returning(Publication.id)).one()
    shown = sa.select(EmployeeLink.publication_id).where(
        EmployeeLink.case_id == case_id, EmployeeLink.publication_id.is_not(None)
    )
    old = Publication.case_id == case_id, Publication.id < number, Publication.id.not_in(shown)
    db.session.execute(sa.delete(Publication).where(*old).execution_options(synchronize_session=False))
    return number


def withdraw(case_id: int) -> None:
    """Hand out nothing any more, also on the pages of employees."""
    db.session.execute(sa.delete(Publication).where(Publication.case_id == case_id))


def _published(row: Publication) -> Published:
    return Published(row.id, row.settings.encode(), row.published_at)
