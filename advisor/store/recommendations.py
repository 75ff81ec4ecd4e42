"""Query functions for the recommendations of a case. Nothing here commits; the caller's transaction does."""

from datetime import datetime

import sqlalchemy as sa

from advisor.store.database import db
from advisor.store.models import StoredRecommendation


def newest(case_id: int) -> bytes | None:
    """The document of the recommendation that was given last, or None."""
    query = (
        sa.select(StoredRecommendation.document)
        .where(StoredRecommendation.case_id == case_id)
        .order_by(StoredRecommendation.id.desc())
        .limit(1)
    )
    document = db.session.scalars(query).first()
    return None if document is None else document.encode()


def add(case_id: int, document: bytes, *, at: datetime) -> None:
    """Keep a recommendation as it was given; earlier ones of the case stay beside it."""
    db.session.add(StoredRecommendation(case_id=case_id, created_at=at, document=document.decode()))
