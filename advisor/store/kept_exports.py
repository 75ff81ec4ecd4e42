"""Query functions for what exports leave behind: ZIPs and snapshots, how long they are kept, and why they went.

Nothing here commits; the caller's transaction does.
"""

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from advisor.store.database import db
from advisor.store.export_runs import ACTIVE, FORGOTTEN, update
from advisor.store.models import ExportRun, Gone, RunState


def downloaded(run_id: int, *, keep: timedelta) -> None:
    """Note the first download; from then on the ZIP is kept for ``keep`` at most."""
    now = datetime.now(UTC)
    first = (ExportRun.id == run_id, ExportRun.downloaded_at.is_(None))
    soon = sa.case((ExportRun.expires_at > now + keep, now + keep), else_=ExportRun.expires_at)
    update(*first, values={"downloaded_at": now, "expires_at": soon})


def remove(run_id: int, why: Gone) -> None:
    """Forget the ZIP, and the snapshot of a failed run."""
    ended = ExportRun.state.not_in(ACTIVE)
    update(ExportRun.id == run_id, ended, ExportRun.gone.is_(None), values={**FORGOTTEN, "gone": why})


def remove_expired() -> int:
    """Forget every ZIP and snapshot past its time; the number of runs."""
    past = (ExportRun.expires_at <= datetime.now(UTC), ExportRun.state.not_in(ACTIVE), ExportRun.gone.is_(None))
    why = sa.case((ExportRun.downloaded_at.is_not(None), Gone.DOWNLOADED.value), else_=Gone.EXPIRED.value)
    return len(update(*past, values={**FORGOTTEN, "gone": why}))


def ready_files() -> dict[str, int]:
    """The file of each run that can be downloaded, with the number of the run."""
    query = sa.select(ExportRun.file, ExportRun.id).where(ExportRun.state == RunState.DONE, ExportRun.file.is_not(None))
    return {row.file: row.id for row in db.session.execute(query) if row.file is not None}


def files_in_use(case_id: int | None = None) -> frozenset[str]:
    """The names of all files that are being written or can be downloaded."""
    query = sa.select(ExportRun.file).where(ExportRun.file.is_not(None))
    if case_id is not None:
        query = query.where(ExportRun.case_id == case_id)
    return frozenset(file for file in db.session.scalars(query) if file is not None)
