"""Query functions for the staff list of a case between its preview and the download. Nothing here commits."""

from datetime import UTC, datetime

import sqlalchemy as sa

from advisor.store.database import db
from advisor.store.models import StaffUpload


def content(case_id: int) -> bytes | None:
    """The bytes of the uploaded list, or None."""
    return db.session.scalars(sa.select(StaffUpload.content).where(StaffUpload.case_id == case_id)).one_or_none()


def replace(case_id: int, data: bytes) -> None:
    """Keep this list instead of the one before."""
    remove(case_id)
    db.session.add(StaffUpload(case_id=case_id, created_at=datetime.now(UTC), content=data))
    db.session.flush()


def remove(case_id: int) -> None:
    """Forget the list."""
    db.session.execute(sa.delete(StaffUpload).where(StaffUpload.case_id == case_id))
