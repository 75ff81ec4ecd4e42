"""Query functions for the measurement of a case. Nothing here commits; the caller's transaction does."""

from datetime import UTC, datetime

import sqlalchemy as sa

from advisor.store.database import db
from advisor.store.inserting import insert_into
from advisor.store.models import StoredMeasurement


def document(case_id: int) -> bytes | None:
    """The uploaded document, or None."""
    query = sa.select(StoredMeasurement.document).where(StoredMeasurement.case_id == case_id)
    found = db.session.scalars(query).one_or_none()
    return None if found is None else found.encode()


def replace(case_id: int, data: bytes) -> None:
    """Keep this document instead of the one before; of two that come at the same moment the later one."""
    row = {"created_at": datetime.now(UTC), "document": data.decode()}
    insert = insert_into(StoredMeasurement).values(case_id=case_id, **row)
    db.session.execute(insert.on_conflict_do_update(index_elements=["case_id"], set_=row))


def remove(case_id: int) -> None:
    """Forget the document."""
    db.session.execute(sa.delete(StoredMeasurement).where(StoredMeasurement.case_id == case_id))
