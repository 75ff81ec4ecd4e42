"""Query functions for the settings that a case hands out by itself. Nothing here commits."""

from dataclasses import dataclass
from datetime import UTC, datetime

import sqlalchemy as sa

from advisor.store.database import db
from advisor.store.inserting import insert_into
from advisor.store.models import Publication


@dataclass(frozen=True, slots=True)
class Published:
    """``settings``: the document as it was released at ``at``."""

    settings: bytes
    at: datetime


def of(case_id: int) -> Published | None:
    """What the case hands out, or None."""
    found = db.session.scalars(sa.select(Publication).where(Publication.case_id == case_id)).one_or_none()
    return None if found is None else Published(found.settings.encode(), found.published_at)


def publish(case_id: int, settings: bytes) -> None:
    """Hand out these settings from now on instead of those before."""
    row = {"settings": settings.decode(), "published_at": datetime.now(UTC)}
    insert = insert_into(Publication).values(case_id=case_id, **row)
    db.session.execute(insert.on_conflict_do_update(index_elements=["case_id"], set_=row))


def withdraw(case_id: int) -> None:
    """Hand out nothing any more."""
    db.session.execute(sa.delete(Publication).where(Publication.case_id == case_id))
