"""The reports that a case already has of its domain: nothing is stored for comparing, and nothing outlives the case."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from advisor.store.database import db
from advisor.store.models import ProbeRun, RunState

MOST = 50  # checks that are offered for comparison, the newest first


@dataclass(frozen=True, slots=True)
class EarlierRun:
    """One finished check, without its report."""

    id: int
    finished_at: datetime


def earlier_than(run: ProbeRun) -> tuple[EarlierRun, ...]:
    """The finished checks of the same case and domain before this one, the newest first.

    Where a report was taken over from another run it is the same report, and listed only once.
    """
    query = (
        sa.select(ProbeRun.id, ProbeRun.finished_at)
        .where(*_done(run), ProbeRun.id < run.id, ProbeRun.finished_at < run.finished_at)
        .order_by(ProbeRun.id.desc())
        .limit(MOST)
    )
    found: dict[datetime, EarlierRun] = {}
    for number, finished_at in db.session.execute(query):
        if finished_at is not None:
            found.setdefault(finished_at, EarlierRun(number, finished_at))
    return tuple(found.values())


def report_of(run: ProbeRun, number: int) -> str | None:
    """The report of an earlier check of the same case and domain; None for every other number."""
    query = sa.select(ProbeRun.report).where(*_done(run), ProbeRun.id == number, ProbeRun.id < run.id)
    return db.session.scalars(query).one_or_none()


def _done(run: ProbeRun) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        ProbeRun.case_id == run.case_id,
        ProbeRun.target == run.target,
        ProbeRun.state == RunState.DONE,
    )
