"""Query functions for the servers that a person confirmed. Nothing here commits; the caller's transaction does."""

from datetime import UTC, datetime

import sqlalchemy as sa

from advisor.store.database import db
from advisor.store.inserting import insert_into
from advisor.store.models import ConfirmedHost


def of(case_id: int, report_sha256: str) -> frozenset[str]:
    """The hosts that are confirmed for this report; another report asks anew."""
    query = sa.select(ConfirmedHost.host).where(
        ConfirmedHost.case_id == case_id, ConfirmedHost.report_sha256 == report_sha256
    )
    return frozenset(db.session.scalars(query))


def add(case_id: int, report_sha256: str, host: str) -> None:
    """Note that the person said yes; a second yes (two tabs, also at the same moment) changes nothing."""
    row = {"case_id": case_id, "report_sha256": report_sha256, "host": host, "confirmed_at": datetime.now(UTC)}
    db.session.execute(insert_into(ConfirmedHost).values(row).on_conflict_do_nothing())


def remove(case_id: int, report_sha256: str, host: str) -> None:
    """Take the confirmation back."""
    db.session.execute(
        sa.delete(ConfirmedHost).where(
            ConfirmedHost.case_id == case_id, ConfirmedHost.report_sha256 == report_sha256, ConfirmedHost.host == host
        )
    )
