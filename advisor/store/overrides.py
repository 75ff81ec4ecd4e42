"""Query functions for what was decided instead of the advice of a case. Nothing here commits."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from advisor.store.database import db
from advisor.store.inserting import insert_into
from advisor.store.models import StoredOverride


@dataclass(frozen=True, slots=True)
class Decision:
    """``alternative`` is a code of the documents, ``made_for`` the fingerprint of what it was decided for."""

    alternative: str
    reason: str
    by: str
    at: datetime
    made_for: str


def of(case_id: int) -> Decision | None:
    """The decision, or None where the advice holds."""
    found = db.session.scalars(sa.select(StoredOverride).where(StoredOverride.case_id == case_id)).one_or_none()
    if found is None:
        return None
    return Decision(found.alternative, found.reason, found.decided_by, found.decided_at, found.decided_for)


def replace(case_id: int, decision: Decision) -> None:
    """Keep this decision instead of the one before; of two that come at the same moment the later one."""
    row = {
        "alternative": decision.alternative,
        "reason": decision.reason,
        "decided_by": decision.by,
        "decided_at": decision.at,
        "decided_for": decision.made_for,
    }
    insert = insert_into(StoredOverride).values(case_id=case_id, **row)
    db.session.execute(insert.on_conflict_do_update(index_elements=["case_id"], set_=row))


def remove(case_id: int) -> None:
    """Withdraw the decision."""
    db.session.execute(sa.delete(StoredOverride).where(StoredOverride.case_id == case_id))
